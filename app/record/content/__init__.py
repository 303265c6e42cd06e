"""What the record says, as frozen values: words and figures, no pages, no typeface, no reportlab."""
