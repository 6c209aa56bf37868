"""The command line. Results go to stdout; progress, warnings and errors to stderr."""
