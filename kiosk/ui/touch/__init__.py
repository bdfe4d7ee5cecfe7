"""The one place through which every touch, mouse and key press goes."""
