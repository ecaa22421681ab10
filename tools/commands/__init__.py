"""One module a command: its file name is the name, its `command` is run, its first line is the help."""
