"""Which snapshot a server answers from, and how it goes over to another without dropping a request."""
