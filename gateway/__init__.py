"""Where the rooms are wired: routes in, pipelines through, jobs behind. Nobody imports this room."""
