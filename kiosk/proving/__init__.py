"""What looks at every screen without a person: tours, measuring, self-tests."""
