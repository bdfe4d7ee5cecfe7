"""What journeys and the bench need to use the kiosk from outside, as a visitor does."""
