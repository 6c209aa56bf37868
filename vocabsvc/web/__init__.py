"""Pages for people, in English and French. They call services, not our own API."""
