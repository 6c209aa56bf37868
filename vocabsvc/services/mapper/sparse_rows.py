"""Rows of weighted words, asked by word; numpy arrays."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Arrays = Mapping[str, NDArray[np.generic]]


class SparseRows:
    """An immutable matrix: for every word the rows that hold it, with their weights."""

    def __init__(self, holders: Ints, weights: Floats, starts: NDArray[np.int64], count: int) -> None:
        self._holders = holders
        self._weights = weights
        self._starts = starts
        self.count = count

    @classmethod
    def of(cls, rows: Sequence[Mapping[int, float]], width: int) -> "SparseRows":
        """Return the matrix of rows that hold words by number, below ``width``."""
        lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
        total = int(lengths.sum())
        columns = np.fromiter((one for row in rows for one in row), dtype=np.int32, count=total)
        values = np.fromiter((one for row in rows for one in row.values()), dtype=np.float32, count=total)
        owners = np.repeat(np.arange(len(rows), dtype=np.int32), lengths)
        order = np.argsort(columns, kind="stable")
        starts = np.searchsorted(columns[order], np.arange(width + 1))
        return cls(owners[order], values[order], starts, len(rows))

    @classmethod
    def read(cls, arrays: Arrays, name: str) -> "SparseRows":
        """Return the matrix that ``arrays`` wrote under the name."""
        count = int(arrays[f"{name}_count"].astype(np.int64).sum())
        holders, weights = arrays[f"{name}_holders"].astype(np.int32), arrays[f"{name}_weights"].astype(np.float32)
        return cls(holders, weights, arrays[f"{name}_starts"].astype(np.int64), count)

    def arrays(self, name: str) -> Arrays:
        """Return what ``read`` needs."""
        return {
            f"{name}_holders": self._holders,
            f"{name}_weights": self._weights,
            f"{name}_starts": self._starts,
            f"{name}_count": np.array([self.count]),
        }

    def dot(self, asked: Iterable[tuple[int, float]]) -> Floats:
        """Return the product of every row with the asked words."""
        holders, values = [], []
        for column, weight in asked:
            start, end = self._starts[column], self._starts[column + 1]
            holders.append(self._holders[start:end])
            values.append(self._weights[start:end] * weight)
        if not holders:
            return np.zeros(self.count, dtype=np.float32)
        joined = np.bincount(np.concatenate(holders), np.concatenate(values), minlength=self.count)
        return joined.astype(np.float32)


def best_rows(scores: Floats, limit: int) -> Ints:
    """Return the rows of the highest scores above 0, best first."""
    limit = min(limit, len(scores))
    if limit == 0:
        return np.empty(0, dtype=np.int32)
    found = np.argpartition(-scores, limit - 1)[:limit]
    found = found[scores[found] > 0]
    return found[np.lexsort((found, -scores[found]))].astype(np.int32)
