"""Facts that were built ahead are the facts that would have been built when first made."""

from injection_plan.commands import Give
from injection_plan.events import Given
from injection_plan.facts import Fact, build_facts
from injection_plan.volume import Volume


def test_every_kind_of_fact_is_built_one_at_each_step() -> None:
    steps = sum(1 for _ in build_facts())
    assert steps == len(Fact.__subclasses__())
    assert all(kind.__pydantic_complete__ for kind in Fact.__subclasses__())
    given = Given(aliquot="RH-2-PIP-rad-dis", syringe=2, volume=Volume(250))
    assert Given.model_validate_json(given.model_dump_json()) == given
    assert Give(aliquot=given.aliquot, volume=given.volume, seen=1).seen == 1
