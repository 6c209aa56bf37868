"""The composition root: the only place that knows which store stands behind the services.

::

    snapshots   the folder of a data set, what it is loaded from, and what of it can be served
    stores      the graph, public SPARQL over it, and the database of what people decide
    loading     what builds a snapshot
    validation  what validates records
    services    everything that is served
"""
