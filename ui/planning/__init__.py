"""Before the room: the list of cases, the new case, and the question before a case goes on."""
