"""Routes: thin, each handing over to a pipeline or a room."""
