"""A made-up voice that tests of speech share."""
