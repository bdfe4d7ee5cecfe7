"""What the settings may be, how their files are read and written, and what they come to."""
