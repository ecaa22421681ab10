"""May these words be sent? A text is judged by rules over its sentences, by what it says between the lines, and by
the facts of its account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compliance.keywords.folding import Folded, fold, is_traditional
from compliance.wording.account import Account, read_account
from compliance.wording.clauses import Sentence, sentences
from compliance.wording.detector import Detector, Heard, detector
from compliance.wording.figures import misstated
from compliance.wording.offers import false_deadlines
from compliance.wording.rules import Denial, Language, Rule, Sought, language, reference
from compliance.wording.verdict import Verdict, Violation
from compliance.wording.weighing import NEAR, Hit, Said, alone, excused, sum_of, weigh
from core.languages import known_language

# No channel takes more; what is longer is judged by its beginning and refused elsewhere.
LONGEST = 8000

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[a-z]{2}")
_WORD = re.compile(r"[a-z']+")
# Words that only one of the two languages in Latin letters has, and that most sentences hold.
_ONLY_ENGLISH = frozenset(
    "the you your we our will is are was be to of and for this that it if or on at by with have has i i'm we'll you'll"
    " can do don't not from they them what when how pay just as an please would could should".split()
)
_ONLY_SPANISH = frozenset(
    "el la los las su sus de que y en un una unos por para con se le lo les es usted ya si al del hoy pague pago"
    " esta este nos mi como cuando deuda ser va vamos soy son puede tiene sobre desde hasta sin mas aqui".split()
)
# Below this share of the words that tell them apart, a language is taken to be absent.
_PRESENT = 0.25


def judge(
    text: str,
    *,
    lang: str | None,
    jurisdiction: str,
    verified_party: bool,
    facts: Mapping[str, Any] | None = None,
) -> Verdict:
    """Judge the body of one message by the words of all languages it is written in.

    `lang` is the language on file, a hint only; `jurisdiction` an ISO country, `US-XX` or the like, and chooses
    the source that is named; `facts` are those of `kept wording`. Raises `Invalid` for a fact that cannot be read.
    """
    account = read_account(facts or {}, verified_party=verified_party)
    read = text[:LONGEST]
    folded = fold(read)
    tags = languages_of(text, folded.text, lang)
    said = by_rules(folded.text, tags, account)
    own = tags[0] if tags else known_language(lang) or "en"
    free = excused(account, folded.text, said.hits) | unsaid(folded.text, tags, said)
    reader = detector()
    weighed = weigh(
        said,
        listened(reader, read, said, free, own),
        free,
        reader.blend,
        language=own,
        verified="verified" in account.holds,
        length=len(folded.text),
    )
    found = [_of_rule(hit, folded, account, jurisdiction) for hit in weighed.hits]
    if weighed.heard is not None:
        start, end = reader.place(read, weighed.heard)
        category = _as_named(weighed.heard, account)
        found.append(_violation((start, end), own, category, f"{own}.between-the-lines", jurisdiction))
    return Verdict(_each_place_once(found))


def listened(reader: Detector, text: str, said: Said, free: frozenset[str], tag: str) -> Heard:
    """What the detector makes of a text: by a first look where that settles that it is harmless, else by all readers,
    and sentence by sentence where little is lacking to the language's bar.

    Whether a debt is revealed only the transformer can tell, so it reads all that goes to somebody unverified.
    """
    glanced = reader.glance(text)
    verified = "premature_disclosure" in free
    if verified and not said.hits and sum_of(said, glanced.heard, free, reader.blend) < reader.blend.settled:
        return glanced.heard
    heard = reader.hear(glanced)
    lacking = reader.blend.bar[tag] - sum_of(said, heard, free, reader.blend)
    settled = lacking < 0 or any(hit.sure for hit in said.hits)
    return heard if settled or lacking > NEAR else reader.closer(text, heard)


def by_rules(folded: str, tags: Sequence[str], account: Account) -> Said:
    """Where the rules of some languages speak in a folded text, and where the account's figures and days do."""
    parts = sentences(folded)
    found: list[Hit] = []
    taken_back = False
    for tag in tags:
        for hit in _spoken(language(tag), folded, parts, account):
            if hit is None:
                taken_back = True
            else:
                found.append(hit)
        found += [Hit(*place, tag, True) for place in misstated(folded, tag, account)]
        for start, end, category, rule in false_deadlines(parts, tag, account):
            sure = account.offer_end is not None or alone(start, end, len(folded), tag)
            found.append(Hit(start, end, category, rule, tag, sure))
    return Said(found, taken_back)


def unsaid(folded: str, tags: Sequence[str], said: Said) -> frozenset[str]:
    """The categories whose opposite a folded text says, and of which no rule speaks in it: who confirms an opt-out hinders none."""
    spoken = {hit.category for hit in said.hits}
    return frozenset(
        category
        for tag in tags
        for category, opposite in language(tag).opposites.items()
        if category not in spoken and opposite.is_in(folded)
    )


def languages_of(text: str, folded: str, lang: str | None) -> list[str]:
    """Which rules to read: those of every script in the text, the hinted language first."""
    hinted = known_language(lang)
    tags: list[str] = []
    if _HAN.search(folded):
        tags.append("zh-Hant" if hinted == "zh-Hant" or is_traditional(text) else "zh-Hans")
    if _LATIN.search(folded):
        tags += _latin(folded, hinted)
    return tags


def _latin(folded: str, hinted: str | None) -> list[str]:
    """Which of English and Spanish a text is written in: both when it mixes them or cannot be told."""
    words = _WORD.findall(folded)
    english = sum(word in _ONLY_ENGLISH for word in words)
    spanish = sum(word in _ONLY_SPANISH for word in words)
    told = english + spanish
    if told == 0:
        return [hinted] if hinted in ("en", "es") else ["en", "es"]
    return [
        tag
        for tag, count in (("en", english), ("es", spanish))
        if count > told * _PRESENT or (count and tag == hinted)
    ]


def _spoken(spoken: Language, text: str, parts: list[Sentence], account: Account) -> Iterator[Hit | None]:
    """A hit for each sentence in which a rule speaks; None for one that takes a rule's words back."""
    for rule in spoken.rules:
        if (rule.allowed_if & account.holds) or not rule.only_if <= account.holds:
            continue
        find = [each for each in rule.find if each.may_be_in(text)]
        if not find or (rule.with_text is not None and not rule.with_text.search(text)):
            continue
        if rule.unless_text is not None and rule.unless_text.search(text):
            continue
        for part in parts:
            place = _place(rule, find, spoken, part)
            if isinstance(place, tuple):
                start, end = part.start + place[0], part.start + place[1]
                yield Hit(start, end, rule.category, rule.id, spoken.tag, rule.plain or bool(rule.only_if))
            elif place:
                yield None


def _place(rule: Rule, find: list[Sought], spoken: Language, part: Sentence) -> tuple[int, int] | bool:
    """Where in a sentence a rule speaks, or whether it does but for a denial, a quotation or the like."""
    taken_back = False
    for sought in find:
        for match in sought.pattern.finditer(part.text):
            if rule.unless is not None and rule.unless.search(part.text):
                return True
            if rule.contexts and any(context.search(part.text) for context in spoken.contexts):
                return True
            if not (rule.denial and denied(part, match, spoken.denial, within=not sought.negative)):
                return match.span()
            taken_back = True
    return taken_back


def denied(part: Sentence, match: re.Match[str], denial: Denial, *, within: bool) -> bool:
    """Whether the sentence says that this will not be: a denial before the place, in its clause, within reach.

    `within`: words that deny count inside the place too.
    """
    if denial.hostage.search(part.text):
        return False
    before = part.clause_before(match.start())
    region = before + match.group() if within else before
    for word in denial.words.finditer(region):
        if len(before) - word.end() > denial.reach:
            continue
        if denial.not_before.search(region[: word.start()]) or denial.not_after.match(region[word.end() :]):
            continue
        return True
    return False


def _as_named(category: str, account: Account) -> str:
    """A suit threatened over a debt too old to sue on has its own name."""
    if category == "false_legal_action" and "time_barred" in account.holds:
        return "time_barred_threat"
    return category


def _of_rule(hit: Hit, folded: Folded, account: Account, jurisdiction: str) -> Violation:
    place = folded.span(hit.start, hit.end)
    return _violation(place, hit.language, _as_named(hit.category, account), hit.rule, jurisdiction)


def _violation(place: tuple[int, int], tag: str, category: str, rule: str, jurisdiction: str) -> Violation:
    said = language(tag).explanations[category]
    return Violation(*place, category, said.why, said.instead, reference(category, jurisdiction), rule)


def _each_place_once(found: list[Violation]) -> tuple[Violation, ...]:
    """In the order of the text, one violation per category and overlapping place, the longest."""
    kept: list[Violation] = []
    for span in sorted(found, key=lambda each: (each.start - each.end, each.start, each.rule)):
        if not any(
            span.category == other.category and span.start < other.end and other.start < span.end
            for other in kept
        ):
            kept.append(span)
    return tuple(sorted(kept, key=lambda each: (each.start, each.end, each.category)))
