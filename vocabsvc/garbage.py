"""The search for cyclic garbage, in processes that stay."""

import gc

_YOUNG = 10_000  # new objects after which it is looked for among them: a record makes thousands, and lets go of all


def leave_out_what_is_loaded() -> None:
    """Free what is garbage now, and never look at the rest again: in what is loaded it takes a tenth of a second.

    May be called again when something else was loaded instead.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)
