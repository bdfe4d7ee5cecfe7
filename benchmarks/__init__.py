"""Times the kiosk from outside, beside a bare window and a browser."""
