"""The live screen: its widgets one by one, and whole stories by key."""
