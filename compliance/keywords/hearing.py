"""Does this message say stop, start again, or help?

Called inside the webhook's own transaction: pure, total, and quick. References: 12 CFR 1006.6(e), 1006.14(h);
47 CFR 64.1200(a)(10)-(12); CFPB Electronic Communication FAQ (free-form requests such as "leave me alone").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from compliance.keywords.elsewhere import of_another
from compliance.keywords.folding import Folded, fold, is_traditional
from compliance.keywords.lexicon import Exact, Kind, Lexicon, Phrase, Scope, collapse, lexicon

# The longest message of any channel we serve is 4,096 characters; more is not read.
LONGEST = 5000
# A keyword with courtesies around it is never longer than this.
_LONGEST_EXACT = 80

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?;\n。！？；…~]")
_SENTENCES = re.compile(r"[.!;\n。！；…]+")
# The code word as we write it ourselves, in capitals, before or behind what is told besides: "STOP my mom died".
_CODE_FIRST = re.compile(r"\W*([A-ZÁÉÍÓÚÑ]{3,})\b(?P<then>\s*[^\w\s]|\s*\n|\s+[^\W\d_]+)?")
_CODE_LAST = re.compile(r"(?<=\s)([A-ZÁÉÍÓÚÑ]{3,})\W*$")
# What begins a sentence of its own behind the code word; "STOP calling me at work" is about the calls at work.
_NEW_SENTENCE = frozenset(
    """i im ive my this its he she we they not no wrong dont already please never nobody somebody who and because
    mi mis ya yo es soy esto este esta por estoy nunca ella me tengo porque nadie""".split()
)


@dataclass(frozen=True)
class Heard:
    """What was heard and where.

    `exact`: the whole message was the keyword, courtesies aside. `scope`: this channel, or all contact.
    `span`: where the words stand in the text, in code points, end exclusive. `wrong_number`: the person says
    that the number is not the borrower's, so more than an opt-out is due.
    """

    kind: Kind
    exact: bool
    scope: Scope
    language: str
    span: tuple[int, int]
    wrong_number: bool = False


def heard(
    text: str, opted_out: bool | None = None, *, channel: str | None = None, language: str | None = None
) -> Heard | None:
    """Read one inbound message; None when it holds no such words.

    `opted_out`: whether the address has opted out, where known; who has not asks for no new start within a sentence.
    `channel`: the one that it came on, where known: a stop that names only another one is none here.
    `language` is the conversation's, where known: a bare N is a code to stop in Chinese and a no in English or Spanish.
    """
    words = lexicon()
    folded = fold(text[:LONGEST])
    meaning = _whole(folded, words)
    if meaning is not None:
        if language is not None and language.split("-")[0] in meaning.unless:
            return None
        return Heard(
            meaning.kind,
            True,
            meaning.scope,
            _script(meaning.language, text),
            _content(text),
            meaning.wrong_number,
        )
    within = _within(text, folded, words, channel)
    if within is not None and within.kind == "opt_in" and opted_out is False:
        return None
    if within is not None and within.kind == "opt_out" and _elsewhere(folded, words):
        return replace(within, wrong_number=True)
    return within


def _elsewhere(folded: Folded, words: Lexicon) -> bool:
    """Whether a message that asks to stop also says that somebody else is at this address."""
    bare = "".join(_WORD.findall(folded.text))
    return any(word in bare for word in words.elsewhere)


def _whole(folded: Folded, words: Lexicon) -> Exact | None:
    """The meaning of the message taken as one keyword."""
    if len(folded.text) > _LONGEST_EXACT:
        return None
    tokens = _WORD.findall(folded.text)
    if not tokens:
        shown = {character for character in folded.text if not character.isspace()}
        stop = shown and shown <= words.signs
        return words.exact["stop"] if stop else None
    for candidate in _without_courtesy(tokens, words):
        meaning = words.exact.get(candidate) or _repeated(candidate, words)
        if meaning is not None:
            return meaning
    return None


def _without_courtesy(tokens: list[str], words: Lexicon) -> list[str]:
    """The message without blanks, and again without polite words at either end."""
    candidates = ["".join(tokens)]
    start, end = 0, len(tokens)
    while start < end and tokens[start] in words.courtesy:
        start += 1
    while end > start and tokens[end - 1] in words.courtesy:
        end -= 1
    if start < end:
        candidates.append("".join(tokens[start:end]))
        candidates += _without_courtesy_ends(candidates[-1], words)
    return candidates


def _without_courtesy_ends(word: str, words: Lexicon) -> list[str]:
    """A text written without blanks, with one more polite word cut off either end each time."""
    cut: list[str] = []
    if word.isascii():
        return cut
    for _ in range(4):
        for polite in words.courtesy_ends:
            if word.endswith(polite) and len(word) > len(polite):
                word = word.removesuffix(polite)
                cut.append(word)
            if word.startswith(polite) and len(word) > len(polite):
                word = word.removeprefix(polite)
                cut.append(word)
    return cut


def _repeated(word: str, words: Lexicon) -> Exact | None:
    """The keyword said several times in a row, or with letters held down."""
    period = (word + word).find(word, 1)
    if 2 <= period < len(word) and (meaning := words.exact.get(word[:period])):
        return meaning
    short = collapse(word)
    if short != word and (meaning := words.collapsed.get(short)):
        return meaning
    return None


def _within(text: str, folded: Folded, words: Lexicon, channel: str | None) -> Heard | None:
    """A keyword as a sentence of its own, or a phrase that asks to stop or to start again."""
    if any(pattern.search(folded.text) for pattern in words.not_in):
        return None
    may_start = not any(pattern.search(folded.text) for pattern in words.not_started)
    for phrase in words.phrases:
        if phrase.needs and not any(need in folded.text for need in phrase.needs):
            continue
        if phrase.kind == "opt_in" and not may_start:
            continue
        for match in phrase.pattern.finditer(folded.text):
            if phrase.kind == "opt_out" and of_another(folded.text, match.span(), channel, words.ways):
                continue
            if _means_it(phrase, folded.text, match):
                span = folded.span(*match.span())
                return Heard(
                    phrase.kind, False, phrase.scope, _script(phrase.language, text[slice(*span)]), span
                )
    return _sentence(text, folded, words)


def _means_it(phrase: Phrase, text: str, match: re.Match[str]) -> bool:
    """Whether nothing around the phrase, within its sentence, takes its meaning away."""
    started = 0
    for end in _SENTENCE_END.finditer(text, 0, match.start()):
        started = end.end()
    before = text[max(started, match.start() - 80) : match.start()]
    if (
        phrase.not_before is not None
        and phrase.not_before.search(before)
        and not (phrase.even_before is not None and phrase.even_before.search(before))
    ):
        return False
    if phrase.hours is not None and _only_at_hours(phrase, text, match, started):
        return False
    return phrase.not_after is None or phrase.not_after.search(text[match.end() : match.end() + 80]) is None


def _only_at_hours(phrase: Phrase, text: str, match: re.Match[str], started: int) -> bool:
    """Whether the sentence tells the hours at which it is meant: "I sleep 9 to 4, don't text me", 那时候不要发."""
    assert phrase.hours is not None
    end = _SENTENCE_END.search(text, match.end(), match.end() + 80)
    said = text[max(started, match.start() - 80) : end.start() if end else match.end() + 80]
    if phrase.for_good is not None and phrase.for_good.search(said):
        return False
    return phrase.hours.search(said) is not None


def _sentence(text: str, folded: Folded, words: Lexicon) -> Heard | None:
    """A strong keyword that is a sentence by itself: "STOP. I told you twice"."""
    place = 0
    for piece in _SENTENCES.split(folded.text):
        candidates = [piece]
        if place == 0 and "," in piece:
            candidates.append(piece.partition(",")[0])
        for candidate in candidates:
            if len(candidate) > _LONGEST_EXACT:
                continue
            tokens = _WORD.findall(candidate)
            for word in _without_courtesy(tokens, words) if tokens else ():
                if word in words.strong and (meaning := words.exact.get(word)):
                    start = folded.text.find(candidate, place)
                    span = folded.span(start, start + len(candidate))
                    return Heard(meaning.kind, False, meaning.scope, _script(meaning.language, text), span)
        place = folded.text.find(piece, place) + len(piece)
    return _code_word(text, words)


def _code_word(text: str, words: Lexicon) -> Heard | None:
    """The code word in capitals, where the rest is not shouted too: "STOP my mom died", "no es mi deuda BAJA"."""
    text = text[:LONGEST]
    if not any(letter.islower() for letter in text):
        return None
    for found in (_CODE_FIRST.match(text), _CODE_LAST.search(text)):
        meaning = words.exact.get(found[1].casefold()) if found else None
        if found is None or meaning is None or meaning.kind != "opt_out":
            continue
        then = (found.groupdict().get("then") or "").strip().casefold()
        strong = found[1].casefold() in words.strong
        if (strong and (not then or not then.isalpha() or then in _NEW_SENTENCE)) or then in (".", "!"):
            return Heard("opt_out", False, meaning.scope, meaning.language, found.span(1))
    return None


def _script(language: str, text: str) -> str:
    """Chinese words are read in either script; the language is that of the script they were written in."""
    if not language.startswith("zh"):
        return language
    return "zh-Hant" if is_traditional(text) else "zh-Hans"


def _content(text: str) -> tuple[int, int]:
    """Where the text stands without the blanks around it."""
    stripped = text[:LONGEST].strip()
    start = text.find(stripped)
    return start, start + len(stripped)
