"""What the tests of screens share: a made-up pack, a window with a visitor in it, a look at both."""
