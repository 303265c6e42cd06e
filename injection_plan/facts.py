"""What every stored fact has in common: it is frozen, strict, and knows no field that was not declared."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """A stored, immutable fact; its declaration is the type, the check and the JSON at once."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


def build_facts() -> Iterator[None]:
    """Build every kind of fact that was declared, one at each step; else each is built when it is first made."""
    for kind in Fact.__subclasses__():
        kind.model_rebuild()
        yield
