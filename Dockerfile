# One image for every part; docker-compose.yml says which command each one runs.
FROM python:3.12-slim-bookworm

RUN apt-get update \
 && apt-get install --yes --no-install-recommends git make \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home kept \
 && install --directory --owner=kept /srv/kept
USER kept
WORKDIR /srv/kept
COPY --chown=kept . .
RUN make setup
ENTRYPOINT [".venv/bin/python", "-m", "tools.cli"]
