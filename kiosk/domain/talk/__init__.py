"""A talk without a screen: its slides, where the speaker is, keys, raised hands, time."""
