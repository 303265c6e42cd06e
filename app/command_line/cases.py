"""`cases [--json]`: every case of the data folder, practice included, newest first."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TextIO

from app import wording
from app.command_line.folder import case_folder, missing_folder
from app.command_line.opening import SOUND, UNREADABLE, WRONG, NotOpenError, folders, open_journal
from app.journal import CaseRow
from injection_plan.terms import Phase
from injection_plan.volume import Volume

DOMAIN = "command_line"


def run(arguments: Namespace, out: TextIO) -> int:
    """Write the list, as JSON or lines; 1: a case is damaged, 2: no such folder, 3: a window holds the journal."""
    rows: list[CaseRow] = []
    damaged: set[str | None] = set()
    if case_folder(arguments).is_file():
        out.write(wording.say(DOMAIN, "cases.no_folder", folder=str(case_folder(arguments))) + "\n")
        return UNREADABLE
    if missing := missing_folder(arguments):
        out.write(missing + "\n")
        return UNREADABLE
    try:
        for folder in folders(case_folder(arguments)):
            with open_journal(folder) as journal:
                if journal is not None:
                    rows += journal.cases()
                    damaged |= {finding.case_id for finding in journal.check()}
    except NotOpenError as closed:
        out.write(closed.sentence + "\n")
        return closed.status
    rows.sort(key=lambda row: row.last_entry_utc, reverse=True)
    if arguments.json:
        out.write(json.dumps([_as_json(row) for row in rows], ensure_ascii=False) + "\n")
    else:
        out.writelines(_as_line(row) + "\n" for row in rows)
        if not rows:
            folder_words = str(case_folder(arguments))
            out.write(wording.say(DOMAIN, "cases.none", folder=folder_words) + "\n")
        if damaged:
            names = ", ".join(sorted(case or wording.say(DOMAIN, "verify.whole_journal") for case in damaged))
            out.write(wording.say(DOMAIN, "cases.damaged", cases=names) + "\n")
    return WRONG if damaged else SOUND


def _as_json(row: CaseRow) -> dict[str, str | int | bool]:
    return {
        "case": row.case_id,
        "participant": row.participant,
        "practice": row.practice,
        "state": row.state,
        "planned": row.planned,
        "given": row.given,
        "verified": row.verified,
        "omitted": row.omitted,
        "given_ul": row.given_ul,
        "last_entry_utc": row.last_entry_utc,
    }


def _as_line(row: CaseRow) -> str:
    return wording.say(
        DOMAIN,
        "cases.line",
        case=row.case_id,
        participant=row.participant,
        state=wording.phase(Phase(row.state)),
        given=row.given,
        planned=row.planned,
        verified=row.verified,
        omitted=row.omitted,
        volume=wording.volume(Volume(row.given_ul)),
        last=row.last_entry_utc,
    )
