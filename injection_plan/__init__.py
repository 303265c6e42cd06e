"""The procedure itself: pure, with no window, file, clock or chance in it."""
