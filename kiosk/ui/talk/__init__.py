"""The talk on its screens: the wall's slides, what the speaker touches, the desk that runs it."""
