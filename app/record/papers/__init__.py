"""Papers for the room, beside the record: the plan sheet, and the worksheet for when the computer fails."""
