"""The Qt Widgets face of the kiosk."""
