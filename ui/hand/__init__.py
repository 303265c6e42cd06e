"""The hands on the screen: the pen that paints a picture, and the view that shows it."""
