"""What is said in jest and taken back at once: "when the Bears win, jk, 100 on Friday" (folded text)."""

from __future__ import annotations

import re

# The joke stands before, what is meant behind.
_JOKE = re.compile(
    r"(?:(?<!no )\b(?:es |era |fue |son )?(?:bromas?|bromita|bromeo|mentira)\b(?! (?:aparte|lo|que))|\bno (?:te|se|os) (?:creas?|crean|creais)\b|\bn(?:t|s)c\b|\bte la creiste\b"
    r"|\b(?:ya )?(?:fuera|lejos) de bromas?\b|\bbromas? aparte\b|(?:^|(?<=[.,!?;…)] )|(?<=ja ))(?:(?:ya|ahora|no|pero|bueno) )*(?:hablando )?en serio(?=,| ya\b| te\b| le\b|:)"
    r"|(?<!no )(?<!not )\b(?:just |only |im |i'm |i am )?(?:kidding|joking|playin[g']?|jk|jking|i kid)\b(?! (?:about|with|me|around))|\b(?:all )?(?:jokes|joking|kidding) aside\b|(?:(?<=[.,!?;)] )|(?<=lol )|(?<=haha ))(?:but |no |ok |nah )*seriously(?=,| tho| i)"
    r"|(?<!不)(?<!没)(?<!唔系)(?:跟?你?(?:开|讲|说|講)(?:个|下)?(?:玩?笑)(?:的|啦|而已|喔|哈)*|骗你的|逗你(?:玩)?的|(?:说|讲)(?:真|正经)的?(?=[,，: ])|玩笑归玩笑|认真(?:的|讲|说)?(?=[,，: ]))[啦喇哈呵~ ]*)"
)
_SENTENCE = re.compile(r"[.!?。！？\n;；]+(?=\s|[\u4e00-\u9fff])")
_MEANT = re.compile(
    r"\d{2}|\d ?[k万千百]|[一二两三四五六七八九][百千万]|\b(?:mil|cien|\w+cient[oa]s|quinientos|\w*hundred|grand|todo|resto|mitad|half)\b"
)


def without_jokes(text: str) -> str:
    """Folded `text` without the sentence that is taken back as a joke, where what is meant follows."""
    joke = next(_JOKE.finditer(text), None)
    if joke is None or not _MEANT.search(text, joke.end()):
        return text
    before = text[: joke.start()].rstrip(" .,!?。！？…;；")
    starts = [end.end() for end in _SENTENCE.finditer(before)]
    return text[: starts[-1] if starts else 0] + " " + text[joke.end() :]
