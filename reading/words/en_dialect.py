"""English as it is spoken in the north of England, in Scotland and in the American South, in the words of the grammars."""

from __future__ import annotations

import re

from reading.words.en import MONTH, WEEKDAY_NAME

_MONTH = MONTH.replace("?P<month>", "?:")
_NEXT = rf"(?= (?:{_MONTH}|{WEEKDAY_NAME}\b|that'?s\b|thats\b))"

_COUNTED = "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten)"

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        # Taglish: "half sa 31", "bukas 50", "sa sweldo".
        (r"\bsa (?:a-?)?(?=(?:[12]?\d|3[01])\b(?! ?(?:pesos|php|am|pm|%)))", "on the "),
        (r"\b(?:sa )?(?:a-?kinse|akinse)\b", "on the 15th"),
        (r"\b(?:sa )?(?:a-?trenta|atrenta)\b", "on the 30th"),
        (r"\b(?:sa )?katapusan(?: ng buwan)?\b", "end of the month"),
        *((rf"\b(?:sa |this |next )?(?:darating na )?{name}\b(?= na\b)?", f"on {day}") for name, day in (("biyernes", "friday"), ("miyerkules", "wednesday"), ("huwebes", "thursday"), ("sabado", "saturday"), ("linggo(?= )", "sunday"))),
        (r"\bany (?:day|time|minute) now\b", "soon"),
        (r"\bbukas\b(?! (?:ng|ang))", "tomorrow"),
        (r"\b(?:my |the )?13th[- ]?month(?: (?:pay|salary|bonus))?\b|\b(?:sweldo|sahod)(?= (?:is|are|every|ko|namin)\b)", "payday"),
        (r"\b(?:sa )?(?:sweldo|sahod)\b", "on payday"),
        (r"\bkalahati\b", "half"),
        (r"\b(?:magbabayad|babayaran?|magbayad) (?:po )?(?:ako|ko)(?: po)?\b", "i'll pay"),
        (r"(?<=[a-z\d]) po\b(?=$|[ .,!?])", ""),
        (r",? ok na\b(?: po)?", ", ok"),
        (r"\b(?:can|dae|do|did|does|wul|wil|would|could|should|was|is|have|had)(?:nae|nay)\b", "can't"),
        (r"\b(?:dinnae|dinna|divvent|dunna)\b", "don't"),
        (r"\bdoh (?=(?:call|ring|text|message|whatsapp|phone|bother|send|come)\b)", "don't "),
        (r"\b(?:wullnae|willnae|winnae|wunna)\b", "won't"),
        (r"\b(?:ye|yous|youse|yez|yinz|thee|ya'?ll)\b", "you"),
        (r"\byer\b(?= (?:can|could|will|get|have|'?ll|in)\b)|(?<=will )yer\b", "you"),
        (r"\byer\b", "your"),
        (r"\b(?:gie|gi'|gis)\b", "give"),
        (r"\bah'?ll\b|\b(?:a'?ll|al)\b(?= (?:pay|send|give|do|put|get|have|be|bung|sort|ring|pop)\b)", "i'll"),
        (r"\b(?:hunn?(?:er|ert|erd|ners|ed|id|a|it)|huned|hundie?|hundy|hunge)\b", "hundred"),
        # Thousands by other names: "2 bands", "half a rack", "a stack and a half", "5 Gs".
        (r"\b(?:an? |one )?(?:stack|band|rack) and (?:an?|one) half\b", "fifteen hundred"),
        (r"\bhalf (?:a |an )?(?:stack|band|rack)\b", "five hundred"),
        (rf"\b(a couple(?: of)?|couple|few|\d{{1,2}}(?:\.5)?|{_COUNTED}|and a half) ?(?:bands?|racks?|gs|thou)\b(?! of\b)(?=$|[ .,;!?])(?! signal| coverage| network| phone)", r"\1 grand"),
        (rf"\ba (?:band|rack)\b(?= (?:on|by|this|next|to|for|tomorrow|today|now|{WEEKDAY_NAME}\b))", "a grand"),
        (r"(?<=\d)(hunnid|hundred|hundo|grand)\b", r" \1"),
        (r"\b([1-9])k([1-9])\b", r"\1.\2k"),
        (r"\b(?:an? )?couple,?(?: or| to)? three (?=hundred|hunnid|thousand|grand)", "two or three "),
        (r"\btree fi(?:dd|tt|ft)y\b", "three fifty"),
        (r"(?<!\ba )(?<!one )\bbuck (?=(?:twenty|thirty|forty|fifty|fiddy|fitty|sixty|seventy|eighty|ninety|\d0)\b)", "a buck "),
        (r"(?<![\w$])[l|]([0o]{2})\b(?= )", "100"),
        (r"(?<![\w.,'])([1-9])o(0?)\b(?!'|-)", r"\g<1>0\2"),
        (r"(?<![\w.])\.5k\b", "500"),
        (r"\b(do|pay|send|you|put|bring) ([1-9]) (25|50|75)\b(?! ?[ap]m)", r"\1 \2\3"),
        (r"\bbetween (?:a|one) hundred and (two|three)\b(?! hundred| days| weeks| payments)", r"between 100 and \1 hundred"),
        (r"\b(?:hauf|haulf|hawf|haff)\b", "half"),
        (r"\bwhit(?='?s?\b)", "what"),
        (r"\boan\b", "on"),
        (r"\boot\b", "out"),
        (r"\bdoon\b", "down"),
        (r"\baff\b", "off"),
        (r"\bower\b", "over"),
        (r"\b(?:efter|eftir)\b", "after"),
        (r"\bafore\b", "before"),
        (r"\bfrae\b", "from"),
        (r"\bgonnae\b", "gonna"),
        (r"\bhame\b", "home"),
        (r"\b(?:fower)\b", "four"),
        (r"\btwa\b", "two"),
        (r"\bfufty\b", "fifty"),
        (r"\bthurty\b", "thirty"),
        (r"\b(?:setterday|seturday)\b", "saturday"),
        (r"\bpoun\b", "pound"),
        (r"\b(day|end|full|rest|half|most|last|part|some|none|both|each|first|middle|start|\d{1,2}(?:st|nd|rd|th)) o'?(?= [a-z])", r"\1 of"),
        (r"\bnae(?= [a-z])", "no"),
        (r"\bnoo\b(?=$|[.,;!])", "now"),
        (r"\bion\b(?= (?:have|got|get|want|know|think|work|wanna|need)\b)", "i don't"),
        (r"\b(?:dat|dhat)\b(?= (?:day|time|week|is|s)\b)", "that"),
        (r"\bma (?=(?:phone|mobile|wages?|pay|payday|shift|work|break|bank|account|card|giro|job|number|boss|check|house|mail)\b)", "my "),
        (r"^am(?= (?:on|at|free|off|no|in|working|gonna|paying|sending|only)\b)", "i'm"),
        (r"(?<=[.,;!?] )am(?= (?:on|at|free|off|no|in|working|gonna|paying|sending|only)\b)", "i'm"),
        (r"\btae\b", "to"),
        (r"\bfae\b", "from"),
        (r"\bnaw\b", "no"),
        (r"\baye\b", "yes"),
        (r"\bnowt\b", "nothing"),
        (r"\bowt\b", "anything"),
        (r"\b(?:summat|somethin'?|sumthin[g']?|sumn|smth)\b", "something"),
        (r"\b(no|any|every)thin'?\b", r"\1thing"),
        (r"\bo'?t'?(?= (?:month|week|year|day)\b)", "of the"),
        (r"\b(on|in|at|to|for|by)'t\b", r"\1 the"),
        (r"\bt'(?=[a-z]{3})", "the "),
        (r"\b(?:on|of) '?em\b", "of them"),
        (r"(?<=\d )the night\b", "tonight"),
        (
            r"(?<=[a-z] )(?<!of )(?<!in )(?<!during )(?<!through )(?<!at )(?<!for )(?<!all )(?<!on )(?<!into )(?<!like )(?<!after )the night(?=$|[.,;!]| (?:and|then|if)\b)",
            "tonight",
        ),
        (r"\bthe morn(?:'?s morn)?\b|\bthe morra\b", "tomorrow"),
        # "2 while 10": in Yorkshire until ten.
        (r"(?<=\d) ?while (?=\d)", " to "),
        (rf"\ban{_NEXT}", "and"),
        (r"\bme (?=(?:phone|mobile|wages|shift|work|break|bank|account|card|email|mam|mum|number|job)\b)", "my "),
        (r"\breyt\b", "right"),
        (r"\bpd\b", "paid"),
        (r"\bhv\b", "have"),
    )
)  # fmt: skip
