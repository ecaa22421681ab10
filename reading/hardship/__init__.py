"""Why people cannot pay, by kinds: what happened to whom, one table a language, beside the words that name it."""
