"""The rows of access.md that this kiosk is built by: each with its figure, bar and test."""
