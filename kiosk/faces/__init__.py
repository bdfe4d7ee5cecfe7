"""The faces of the kiosk: visitors', staff's, a talk's and the display's, and what they share."""
