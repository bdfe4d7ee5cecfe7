"""Speech: a process of its own that speaks and plays, and the kiosk's side of the pipe to it."""
