"""What the kiosk knows and decides: pure Python, no Qt, no files, no clock of its own."""
