"""From a folder of text files to a checked, frozen `domain.Pack`, or every problem at once."""
