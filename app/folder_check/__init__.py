"""May cases lie in a folder: not on a network, not on what can be pulled out, not in what a cloud copies about."""

from app.folder_check.judging import judge
from app.folder_check.reading import check_folder, surroundings_of
from app.folder_check.surroundings import DriveKind, Mount, Surroundings, Unfit, UnfitFolder

__all__ = [
    "DriveKind",
    "Mount",
    "Surroundings",
    "Unfit",
    "UnfitFolder",
    "check_folder",
    "judge",
    "surroundings_of",
]
