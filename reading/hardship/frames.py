"""The frames in which hardship is told: one line of a list becomes one expression.

Sign by sign, in all languages:

    a | b, (a|b)   one of them
    [a|b]          may be missing, and the blank behind it with it
    ~3             up to three words, whichever; in Chinese up to three characters of the same clause
    {kin}          one word of the list `kin` at the top of the file
    {figure}       a figure
    {end}          the end of a clause
    x?             the letter x may be missing
    !(a|b) x       x, but not behind these
    x !(a|b)       x, but not before these
    ^ …  $         the message begins, ends here

Between blanks, in English and Spanish, also

    [a|b]~3        up to three of these
    hospital*      the word with any ending
    don't          with the apostrophe or without
    part-time      with the hyphen, a blank, or neither

Accents, capitals and traditional characters are folded as a borrower's text is: write them or not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import Invalid
from reading.text import prepare

_SIGN = re.compile(
    r" ?\| ?|\{(?P<name>\w+)\}|~(?P<most>\d+) ?|(?P<end>\])(?:~(?P<times>\d+))?(?: (?![|!]))?"
    r"| ?!\((?P<but>(?:[^()]|\([^()]*\))*)\) ?|[\[()*'?^$-]"
)
# What may stand about a message without being a word of it.
_SIGNS = r"[\s,.;:!?。¡¿~]*"
# Behind these a bracket opens a word, and not an ending.
_WORD_BEGINS = " |(["
_WORD = r"(?:[^\s,.;!?]+ )"
_CLAUSE = r"[^,。;!?\n]"
# Named in every list.
_EVERYWHERE = {"figure": r"(?:\$ ?)?\d[\d,.]{0,15}", "end": r"(?=\s*(?:[,.;!?]|$))"}
_EVERYWHERE_ZH = {"figure": "[\\d一二两三四五六七八九十百千几半]{1,12}", "end": r"(?=[\s,.;!?。]|$)"}


@dataclass(frozen=True)
class Frames:
    """Turns the lines of one language into expressions. `spaced`: its words stand between blanks."""

    spaced: bool
    words: dict[str, str]

    def expression(self, line: str) -> str:
        """The expression for one line; raises Invalid where a bracket or a name is wrong."""
        written = ""
        optional: list[bool] = []
        at = 0
        for sign in _SIGN.finditer(line):
            written += re.escape(line[at : sign.start()])
            at = sign.end()
            if sign[0] == "[":
                optional.append(self.spaced and (not sign.start() or line[sign.start() - 1] in _WORD_BEGINS))
                written += "(?:(?:"
            elif sign["end"]:
                if not optional:
                    raise Invalid(line, "closes a bracket that it never opened", remedy="Look for ].")
                written += self._closed(sign, word=optional.pop())
            elif sign["but"]:
                written += self._but(sign["but"], behind=not written or written.endswith("|"))
            else:
                written += self._sign(sign)
        if optional:
            raise Invalid(line, "leaves a bracket open", remedy="Look for [.")
        return f"(?:{written}{re.escape(line[at:])})"

    def _but(self, words: str, *, behind: bool) -> str:
        blank = " " if self.spaced else ""
        if behind:
            return "".join(f"(?<!{re.escape(word + blank)})" for word in words.split("|"))
        return rf"(?! ?{self.expression(words)}\b)" if self.spaced else f"(?!{self.expression(words)})"

    def _closed(self, sign: re.Match[str], *, word: bool) -> str:
        if sign["times"] and not self.spaced:
            return f"))?{_CLAUSE}{{0,{sign['times']}}}"
        times = f"{{0,{sign['times']}}}" if sign["times"] else "?"
        blank = " " if sign[0].endswith(" ") else ""
        return f"){blank}){times}" if word else f")){times}{blank}"

    def _sign(self, sign: re.Match[str]) -> str:
        if name := sign["name"]:
            words = (_EVERYWHERE if self.spaced else _EVERYWHERE_ZH) | self.words
            if name not in words:
                raise Invalid(name, "is no word list of this language", remedy="Add it under words.")
            return words[name]
        if most := sign["most"]:
            return f"{_WORD if self.spaced else _CLAUSE}{{0,{most}}}"
        if "|" in sign[0]:
            return "|"
        plain = {"(": "(?:", ")": ")", "?": "?", "^": rf"^{_SIGNS}", "$": rf"{_SIGNS}$"}
        between = {"*": r"\w*", "'": "'?", "-": "[- ]?"}
        return plain.get(sign[0]) or (between[sign[0]] if self.spaced else re.escape(sign[0]))


def vocabulary(written: Mapping[str, str], *, spaced: bool) -> dict[str, str]:
    """The named word lists as expressions; a list may use those above it."""
    words: dict[str, str] = {}
    for name, line in written.items():
        words[name] = Frames(spaced, words).expression(prepare(line.strip(), pictures=True).folded)
    return words
