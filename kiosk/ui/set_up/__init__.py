"""Set-up: the questions of whoever installs a kiosk, one thing a screen."""
