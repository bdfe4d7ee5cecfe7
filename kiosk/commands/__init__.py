"""The commands of the program, and how their arguments are read."""
