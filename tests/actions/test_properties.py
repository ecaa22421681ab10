"""What holds for every text in every state of the dialogue."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from actions import flows, route
from actions.situation import ConfirmPromises, Dialogue, DraftPromises, Identity, Step
from catalogue import entry
from core.messages import Kind
from tests.actions.making import account, discloses, effects, promised, situation

INTENTS = st.sampled_from(
    [
        *flows.SAFETY,
        *flows.ACCOUNT,
        *"ask_identity bot_challenge change_language help affirm deny greet goodbye thank out_of_scope abusive".split(),
        "an_intent_of_tomorrow",
    ]
)
WORDS = st.sampled_from(
    """yes|no|200 on friday by card|half|the 20th|no, the 20th|rest on june 5|card|1990-01-30|3|ok but 300|a couple hundred
    |when I get paid|stop|我周五还300|一半|微信|el viernes 200|no soy yo|first|english|lost my job|I paid 50 yesterday|""".split(
        "|"
    )
)
TEXTS = st.one_of(WORDS, st.text(max_size=60))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
ASKED = st.sampled_from(
    """identity amount pay_date pay_method confirmation clarify_date clarify_amount reason offer choice proof contact
    callback_time case_details stop language never_heard_of""".split()
)
ABOUT = st.sampled_from(
    """promise stall hardship plan refusal opening broken_promise already_paid contact preference dispute specialist stop
    nothing""".split()
)
STORED = st.fixed_dictionaries(
    {},
    optional={
        "asked": st.one_of(ASKED, JSON),
        "about": st.one_of(ABOUT, JSON),
        "draft": st.one_of(
            JSON,
            st.fixed_dictionaries(
                {},
                optional={
                    "amount": st.one_of(st.just("200"), JSON),
                    "on": st.one_of(st.just("2026-05-15"), JSON),
                    "method": st.sampled_from([None, "card"]),
                    "parts": st.one_of(st.just([["50", "2026-05-15"], ["60", "2026-06-15"]]), JSON),
                    "options": st.one_of(
                        st.just(["200", "300"]), st.just(["2026-05-15", "2026-05-22"]), JSON
                    ),
                    "kind": st.one_of(st.just("dob"), JSON),
                    "until": JSON,
                    "counts": JSON,
                },
            ),
        ),
        "later": st.one_of(JSON, st.fixed_dictionaries({"text": TEXTS, "intent": INTENTS})),
        "question": st.one_of(
            JSON,
            st.just({"key": "promise.ask_amount_and_day", "parameters": {"owed": "x"}}),
            st.just({"key": "gone.long_ago", "parameters": {}}),
        ),
        "unclear": JSON,
        "an_old_field": JSON,
    },
)
SETTINGS = settings(max_examples=150, deadline=None)


def decided(text: str, intent: str, stored: Any, status: str, answer: str | None, **changes: Any) -> Step:
    identity = Identity(status, 0, ("dob",), answer)
    return route.next_step(
        situation(text, intent, identity=identity, dialogue=Dialogue.from_json(stored), **changes)
    )


@SETTINGS
@given(
    text=TEXTS,
    intent=INTENTS,
    stored=STORED,
    status=st.sampled_from(["verified", "unverified", "failed", "third_party"]),
    answer=st.sampled_from([None, "right", "wrong"]),
    confidence=st.floats(0, 1),
    held_by=st.sampled_from(["assistant", "queue"]),
    kind=st.sampled_from(list(Kind)),
    heard=st.sampled_from([None, "opt_out"]),
    owes=st.booleans(),
    standing=st.booleans(),
)
def test_any_words_in_any_state_lead_to_a_step_that_can_be_said_and_kept(
    text: str,
    intent: str,
    stored: Any,
    status: str,
    answer: str | None,
    confidence: float,
    held_by: str,
    kind: Kind,
    heard: str | None,
    owes: bool,
    standing: bool,
) -> None:
    step = decided(
        text,
        intent,
        stored,
        status,
        answer,
        confidence=confidence,
        held_by=held_by,
        kind=kind,
        heard=heard,
        account=account() if owes else None,
        promises=(promised(),) if standing else (),
    )

    assert all(entry(say.key) for say in step.says)
    assert Dialogue.from_json(step.dialogue.as_json()) == step.dialogue


@SETTINGS
@given(
    text=TEXTS,
    intent=INTENTS,
    stored=STORED,
    status=st.sampled_from(["unverified", "failed", "third_party"]),
    answer=st.sampled_from([None, "wrong"]),
    confidence=st.floats(0, 1),
)
def test_nothing_is_disclosed_before_the_identity_is_verified(
    text: str, intent: str, stored: Any, status: str, answer: str | None, confidence: float
) -> None:
    step = decided(text, intent, stored, status, answer, confidence=confidence)

    assert not discloses(step)
    assert effects(step, DraftPromises) == effects(step, ConfirmPromises) == []


@SETTINGS
@given(said=st.lists(st.tuples(TEXTS, INTENTS, st.floats(0, 1)), max_size=6))
def test_only_what_was_read_back_is_confirmed(said: list[tuple[str, str, float]]) -> None:
    dialogue, read_back = Dialogue(), None
    for text, intent, confidence in said:
        step = route.next_step(situation(text, intent, dialogue=dialogue, confidence=confidence))
        if effects(step, ConfirmPromises):
            assert read_back is not None
            kept = dialogue.draft
            whole = [tuple(part) for part in kept["parts"]] or [(kept["amount"], kept["on"])]
            assert whole == [(str(amount.amount), on.isoformat()) for amount, on in read_back.parts]
        for draft in effects(step, DraftPromises):
            read_back = draft
        dialogue = step.dialogue
