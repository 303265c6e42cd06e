"""What every stored fact has in common: it is frozen, strict, and knows no field that was not declared."""

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """A stored, immutable fact; its declaration is the type, the check and the JSON at once."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)
