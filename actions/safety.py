"""The intents that are heard whatever was asked and whoever writes, and how sure a meaning must be. Imports nothing."""

from __future__ import annotations

# Rows 1-10 and 12 of the ontology, in their order of urgency; their flows stand in `actions/flows.py`.
SAFETY = (
    "crisis",
    "deceased",
    "bankruptcy",
    "attorney_represented",
    "cease_contact",
    "opt_out",
    "opt_in",
    "wrong_party",
    "dispute_debt",
    "complaint",
    "request_human",
)
# Below this a safety intent is a guess, not a demand, and not acted on; a stop asks back up to its own bar.
HEARD = 0.40
# Below this the model does not know what is meant: it is asked back instead of answered.
UNDERSTOOD = 0.30
