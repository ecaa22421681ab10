"""What a borrower may be called in a message."""

from __future__ import annotations

import re
import unicodedata

# First names that are words as well: meant as a name only where they are written as one.
_WORDS = frozenset(
    """grace will mark may hope joy faith rose art bill rich sue pat dawn june april august summer angel paz sol luz mar esperanza consuelo
    dolores mercedes pilar rosario alba clara blanca chance chase drew frank gene grant jack jay lance max miles nick pierce rob
    ray rod skip stew victor wade ward amber autumn carol charity cherry crystal daisy destiny dolly eve fern flora ginger heather
    holly honey iris ivy jade jasmine jewel lily melody mercy olive opal patience pearl penny poppy prudence robin ruby sandy
    sky star stormy violet virginia young bell park king price rich long small short best good love day week""".split()
)
# What stands between names and is none: María de los Ángeles.
_BETWEEN = frozenset("los las del dos das der den van von bin ibn san the and mrs miss".split())


def called(borrower: str, *, words_too: bool = False) -> list[str]:
    """Regular expressions, to be searched without regard to case, for the whole name and each part that is one.

    A part that is a word as well is the name only where it is written as one; with `words_too` anywhere.
    """
    if any(letter >= "\u3400" for letter in borrower):
        given = [borrower[-2:]] if len(borrower) > 2 else []
        return [re.escape(name) for name in (borrower, *given)]
    parts = [part for part in borrower.split() if len(part) > 2 and part.casefold() not in _BETWEEN]
    return [re.escape(borrower), *(re.escape(part) if words_too else _as_name(part) for part in parts)]


def spoken_of(borrower: str) -> list[str]:
    """Regular expressions for what others may call the borrower when they speak of them: by fond names as well."""
    anyhow = called(borrower, words_too=True)
    if any(letter >= "\u3400" for letter in borrower):
        return [*anyhow, f"[阿小]{re.escape(borrower[-1])}"]
    first = _folded(borrower.split()[0]) if borrower.split() else ""
    fond = {one for group in _SAME if first in group for one in group} - _WORDS - {first}
    drawn_out = [rf"{re.escape(first.rstrip('aeiou'))}(?:ie|y|ito|ita)"] if len(first) > _ALIKE else []
    return [*anyhow, *sorted(fond), *drawn_out]


def _as_name(part: str) -> str:
    escaped = re.escape(part)
    return f"(?-i:{escaped})" if part.casefold() in _WORDS else escaped


# First names that are no words, and whoever introduces themselves by one is called so.
_GIVEN = frozenset(
    """aaron adam adrian alan albert alejandra alejandro alex alexander alfredo alice alicia amanda amy ana andrea andres andrew angela ann anna
    anne anthony antonio ariel arturo ashley barbara ben benjamin bernardo beth betty bob brandon brenda brian bruno bryan carla carlos carmen carol
    caroline catalina catherine cecilia cesar charles charlie chris christian christina christopher cindy claudia craig cristina cynthia daniel daniela
    dave david debbie deborah denise dennis derek diana diego donald donna doug dylan ed eddie edgar eduardo edward elena eli elizabeth emily emma
    enrique eric erica erik ernesto esteban ethan eva evan fabiola felipe felix fernanda fernando francisco gabriel gabriela gary george gerardo gilberto
    gloria gonzalo greg gregory guadalupe guillermo gustavo hannah harry hector helen henry hugo ian ignacio irene isaac isabel ivan jacob jake james
    jamie jane janet jason javier jean jeff jeffrey jen jennifer jenny jeremy jerry jess jessica jim jimmy joan joe joel john johnny jonathan jorge jose joseph
    josh joshua juan juana judy julia julian julie julio justin karen karina karla kate kathy katie keith kelly ken kevin kim kyle larry laura lauren leo
    leonardo leticia lily linda lisa liz lorena louis lucas lucia luis luke lupe lupita manuel marcela marco marcos marcus margaret maria mariana mario
    marisol marta martha martin mary mateo matt matthew mauricio megan melissa michael michelle miguel mike monica nancy natalia natalie nathan
    nicole noah nora norma olivia omar oscar pablo pamela patricia patrick paul paula pedro pepe peter phil philip rachel rafael ralph ramon raquel raul
    rebecca ricardo richard rick robert roberto rodrigo roger ron ronald rosa rosalba roy ruben russell ruth ryan sam samantha samuel sandra santiago
    sara sarah scott sean sebastian sergio sharon silvia simon sofia stephanie stephen steve steven susan susana tammy teresa terry thomas tim timothy
    tina todd tom tomas tommy tony tracy tyler valentina valeria vanessa veronica vicente vincent walter wendy william ximena yolanda zach""".split()
)
# Of one name, each on a line of its own.
_SAME = tuple(
    frozenset(line.split())
    for line in """alejandro alex
    alexander alex xander sasha
    anthony antonio tony
    charles chuck charlie
    edward eduardo eddie ed ted lalo
    elizabeth liz beth betty lisa betsy
    enrique henry quique harry hank
    francis francisco frank paco pancho
    gloria yoya
    graciela grace chela
    guadalupe lupe lupita
    ignacio nacho
    jacob jake
    james jim jimmy jamie
    jesus chuy
    john jack juan jonathan
    jose joseph joe pepe chepe
    katherine catherine kate kathy katie cathy
    margaret peggy meg margarita maggie
    maria mary marie miriam
    michael miguel mike mick
    patricia pat patty trish
    philip felipe phil
    rebecca becky
    richard ricardo rick dick rich
    robert roberto bob bobby beto alberto
    stephen steven steve esteban
    susan susana sue
    theodore ted theo
    timothy tim
    victoria vicky tori
    veronica vero ronnie
    william guillermo bill billy will liam memo""".splitlines()
)
# Before a surname, and nobody's first name.
_NO_FIRST = frozenset(
    """about actually also am an and at be by called de del don dona dr el en for from her here his in is it just la las los me miss mr mrs ms
    my named not now of on only really senor senora senorita sir sr sra srta still that the this to with yo your""".split()
)
_ALIKE = 3


def is_another(first: str, last: str | None, borrower: str) -> bool:
    """Whether who is called so is another than the borrower: known as a name, or one of their family by its surname."""
    said, parts = _folded(first), [_folded(part) for part in borrower.split()]
    if said in _NO_FIRST or any(_may_be(said, part) for part in parts):
        return False
    if last is not None and _folded(last) in parts[1:]:
        return len(said) >= _ALIKE
    return said in _GIVEN and said not in _WORDS


def _may_be(said: str, part: str) -> bool:
    """Whether somebody of that name may call themselves so: short, fond, or in another language."""
    return said[:_ALIKE] == part[:_ALIKE] or any(said in one and part in one for one in _SAME)


def _folded(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
