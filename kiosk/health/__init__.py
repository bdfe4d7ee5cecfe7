"""Gathers what is known of a running kiosk's health, for `domain.health` to judge."""
