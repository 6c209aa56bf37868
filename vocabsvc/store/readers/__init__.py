"""SPARQL answered by processes that may be killed, over a database folder that nobody writes.

::

    the server                                 beside it
    pool      queue, limits, deadline          fork_server   forks readers; never opens the database
    exchange  one query under way              reader        opens the database, answers one query at a time
    link      the server's end of a reader     confinement   what readers may not do
    forks     the server's end of fork_server
                        frames: what is said between a reader and the server
"""
