"""What each part of the screen and of the record says, as frozen values with their words already chosen."""
