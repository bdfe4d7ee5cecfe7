"""The face of a screen that nobody touches: a calm loop of slides."""
