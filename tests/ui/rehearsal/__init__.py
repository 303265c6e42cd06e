"""The practice case that plays itself: what is stored of it, and that no page of the planning is cut."""
