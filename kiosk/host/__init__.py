"""The machine the kiosk runs on: screens, windows in front, the probe that content asks."""
