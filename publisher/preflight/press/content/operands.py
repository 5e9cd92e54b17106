"""Operands as an operator expects them; the rest is refused."""

import math
from typing import Any


class OperandError(ValueError):
    """An operation whose operands are missing or of another kind."""


def floats(operands: Any, count: int) -> list[float]:
    """The last *count* operands as numbers."""
    found = all_floats(operands)
    wanted = found[len(found) - count :]
    if len(wanted) < count or not all(map(math.isfinite, wanted)):
        raise OperandError
    return wanted


def all_floats(operands: Any) -> list[float]:
    """All operands that are numbers."""
    if isinstance(operands, bytes):
        try:
            return list(map(float, operands.split()))
        except ValueError:
            raise OperandError from None
    return [item for item in operands if isinstance(item, float)]


def key(operands: Any) -> str:
    """The name that stands last."""
    if isinstance(operands, list) and operands and isinstance(operands[-1], str):
        return operands[-1]
    raise OperandError


def strings(operands: Any) -> list[bytes]:
    """The strings of the last operand: itself, or those of an array."""
    if not isinstance(operands, list) or not operands:
        raise OperandError
    last = operands[-1]
    return [item for item in (last if isinstance(last, list) else [last]) if isinstance(item, bytes)]
