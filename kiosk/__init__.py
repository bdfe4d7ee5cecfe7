"""A calm full-screen kiosk for hospital waiting rooms."""

__version__ = "0.1.0"
