"""English that goes round about when to be reached, said straight: "3 to whenever she gets back around 8" is 3 to 8."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.windows.paying import speaks_of_paying
from reading.words import en

_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNT = {word: n for n, word in enumerate(_WORDS, 1)} | {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty five": 45, "forty-five": 45, "half an": 30, "half-an": 30, "half": 30, "a half": 30,
    "an": 60, "a": 60, "quarter of an": 15, "a quarter of an": 15,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_FACE = r"\d{1,2}(?::[0-5]\d)?(?: ?[ap]\.?m\b\.?)?"
_DAY = rf"(?:{en.WEEKDAY_NAME})"
_WHO = r"(?:i|we|he|she|they|it|you|(?:my|the|our|his|her|your) (?:\w+ )?\w+|boss|hubby|mum|mom|nan|dad|somebody|someone|everyone|everybody)"
# What was, at hours that are no wish: "my boss answered it at ten this morning".
_WAS = r"(?:answered|heard|saw|picked (?:it |that |up)|found|took|woke|missed|got (?:in|home|back|up|to (?:bed|sleep)|called|told|told off|caught|a (?:call|text|letter|telling off))|went|came|cried|embarrassed|read (?:it|that|your)|told me|told you|said|fell|phoned|rang|called|texted|spoke|talked|tried|left|started|finished|worked|slept|dropped|ran|lost|forgot|sat|stood)"
_WAS_WHEN = r"(?:this (?:morning|afternoon|evening)|today|last night|yesterday|earlier|the other (?:day|night)|at (?:\d{1,2}(?::\d\d)?(?: ?[ap]\.?m)?|" + "|".join(_WORDS) + r")\b)"  # fmt: skip

_WAS_TILL = rf"(?:,? (?:(?:from|at|between|till?|until|to|and|around|about|by|like) )+(?:{_FACE}|noon|midnight)(?!\d)(?: (?:in the|this) (?:morning|afternoon|evening)| at night)?)*"


def _to_its_part(match: re.Match[str]) -> str:
    """ "10:15 to half past"."""
    return f"{match['h']}:{match['m']} to {match['h']}:{'45' if match['to'] else '30' if match['half'] else '15'}"


def _minutes_to(match: re.Match[str]) -> str:
    """ "Until 20 to 4"."""
    return f"{match['lead'] or ''}{(int(match['h']) + 10) % 12 + 1}:{60 - int(match['m'] or match['late'])}"


def _three(match: re.Match[str]) -> str:
    """ "Like 8 12 and 4": each of them, in their order through the day."""
    a, b, c = (int(re.match(r"\d+", match[which])[0]) for which in "abc")  # type: ignore[index]
    first = " am" if a < b and c < b and re.fullmatch(r"\d+(?::\d\d)?", match["a"]) else ""
    return f"at {match['a']}{first} and at {match['b']} and at {match['c']}"


def _excepted(match: re.Match[str]) -> str:
    day = re.search(rf"\b(?:on )?{_DAY}s?\b", match[0])
    at = "at " if _LISTED.match(match.string, match.end()) else ""
    return f"; not {day[0] + ' ' if day else ''}{at}"


_LISTED = re.compile(rf"{_FACE}(?:,? (?:and )?{_FACE})*(?!\d| ?(?:-|to|till?|until))", re.ASCII)
_HOME = re.compile(
    r"\b(?:home|kids? (?:down|to bed|asleep)|bed ?time|dinner|tea|supper|tonight|evenings?|after work)\b"
)
_BARE = re.compile(r"(?:[5-9]|1[01])(?::\d\d)?")


def _concluded(match: re.Match[str]) -> str:
    """ "So 7 to 9 let's say": a wish, in the evening where one spoke of it."""
    evening = _BARE.fullmatch(match["when"]) and _HOME.search(
        match.string, max(0, match.start() - 90), match.start()
    )
    at = "at " if match["when"][0].isdigit() and " " not in match["when"] else ""
    return f"so reach me {at}{match['when']}{' pm' if evening else ''}"


_FREE_THEN = r"\b(?:(?:so|and|which means|then) )?(?:that'?s|thats|thts|those are|that is|it'?s|its)(?: (?:just|about|really|basically|usually|mostly|pretty much|literally))* (?:when|the (?:only )?(?:time|times|hours|bit|window)(?: when| that)?) (?:i'?m|im|am|i am|we'?re|i'?ll be|i get|i have|i got|ive got) (?:(?:usually|always|actually|most|all|at my|a) )*(?:free|around|available|alone|home|by myself|on my own|off|reachable|freest|time|least busy|not busy|good to (?:talk|go)|bored|idle)\b(?! (?:of|from|at|till?|until|for|on|in|to)\b)"  # fmt: skip

_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), plain)
    for pattern, plain in (
        (r"(?<!\bthe )\b(?:u+h+m*|u+m+|erm+|err+|hmm+),? ", ""),
        (r"(?:(?<=\b\d)|(?<=\b[012]\d))h(?=[0-5]\d\b)", ":"),
        # "8 morning to 3 afternoon".
        (rf"(?P<a>{_FACE}) (?=(?:morning|afternoon|evening)\b(?:,? (?:to|till?|until|and|-) \d|\W*$|[,.;!?]))(?<!\$)", r"\g<a> in the "),
        (r"\b(?:noon|midday),? (?P<to>-|to|till?|until|and) (?=(?:half|quarter|\d{1,2}) past\b)", r"12 \g<to> "),
        # "Until 20 to 4", "10 past 4 to half 4".
        (r"(?:(?P<lead>(?<!the )(?<!my )\b(?:until|till?|til|at|by|before|past) )(?P<m>5|10|20|25) (?:to|of)|\b(?P<late>20|25) to) (?P<h>1[0-2]|[1-9])\b(?![:.\d]| ?(?:-|to \d|[ap]m to))", _minutes_to),
        (r"\b(?P<m>5|10|20|25) past (?P<h>1[0-2]|[1-9])\b(?![:.\d])", lambda match: f"{match['h']}:{int(match['m']):02}"),
        # "Your 8 am is my 4 am": whose clock it is.
        (rf"\b(?:so )?(?:cause |because |when )?(?:your|ur|yr|you guys'?|y'?all'?s) (?:time )?{_FACE} (?:is|'?s|=|means|would be)(?: like| only| actually)* (?:my |our |mine )?{_FACE}(?: (?:my time|here|for me|mine|over here|where i am))?\b", " "),
        (rf"\b(?:when |if )?(?:it'?s|its|it is) {_FACE} (?:for you|there|your time|where you are|over there|your end|at yours)(?:,? (?:then )?(?:it'?s|its|it is))? (?:only |like |already )?{_FACE} (?:here|for me|my time|where i am|over here|my end)\b", " "),
        # "Try me 5", "so 3 is ur best bet".
        (rf"\b(?P<try>try|(?:try|ring|call|text|phone|catch|get|reach) (?:me|us)) (?=(?:1[0-2]|[1-9]|noon|midday)(?::[0-5]\d)?(?:\W*$|[.,;!?]| ?[ap]\.?m\b| (?:in the|at night|or|on|tomorrow|please|pls|if|when|most|every|{_DAY})))", r"\g<try> at "),
        (r"(?<![\d:$£/.-])\b(?<!at )(?<!by )(?<!around )(?<!after )(?<!before )(?<!to )(?<!til )(?<!till )(?<!until )(?<!about )(?<!from )(?<!and )(?=(?:1[0-2]|[1-9]|noon|midday)\b(?:ish)? (?:is|would be|'?d be|will be)(?: (?:my|ur|your|the|always|usually|really|prob\w*|a))* (?:best(?! i\b| we\b| offer)|better|ideal|perfect|good (?:time|for (?:a )?(?:call|chat|talk))))", "at "),
        (r"(?<=\bso )(?=(?:1[0-2]|[1-9])\b(?:ish)? (?:is (?:good|fine|ok|okay|great|grand)|works|suits))", "at "),
        # "Enough with the 7 am calls": do not call then.
        (rf"\b(?:enough(?: already)?|i'?m done|had it|fed up|sick|tired|knock it off|no more|stop|quit|cut out|cut it out|lay off|pack in|ease (?:up|off)|spare me|drop|leave off)(?: (?:with|of|on))?(?: (?:the|your|ur|these|those|them|all|this))+ (?:(?P<at>{_FACE})|(?P<when>(?:early |late |first thing in the )?(?:{_DAY}s? )?(?:(?:early |late )?(?:mornings?|afternoons?|evenings?|nights?|lunch ?time|dinner ?time|tea ?time)|(?<=day )|(?<=days )|(?<=mon )|(?<=tue )|(?<=wed )|(?<=thu )|(?<=fri )|(?<=sat )|(?<=sun ))|weekends?)) ?(?:phone )?(?:calls?|calling|texts?|texting|messages|rings|ringing|emails|phonecalls)\b", lambda match: f"don't call me {'at ' + match['at'] if match['at'] else match['when']}"),
        # "It is Good Friday": why, and no day.
        (r"\b(?:it'?s|it is|its|thats|that'?s|that is|cause it'?s) (?:going to be |gonna be )?(?:the |a |my |our )?(?:good friday|easter(?: (?:sunday|monday|weekend|week))?|christmas(?: (?:eve|day|week))?|xmas|thanksgiving|boxing day|new year'?s?(?: (?:eve|day))?|passover|eid|diwali|(?:bank|public|national|religious) holiday(?: monday)?)\b", "it is a bank holiday"),
        # What was: "waited on hold from 2 til 4", "my shift Friday ran 6 am to 9 at night".
        (rf"\b(?:waited|took|went|ran|worked|slept|stood|drove|was|were|spent|lasted)(?: (?!after\b|before\b|not\b)[a-z']+){{0,4}}? (?:from |between )?{_FACE} ?(?:to|till?|until|-|and) ?{_FACE}(?: at night| in the (?:morning|afternoon|evening)| o'?clock)?(?: (?:on |last |this )?(?:{_DAY}|yesterday|today|night|morning))?(?: to (?:get|come|arrive|answer|pick|reach)\b[a-z ]{{0,30}})?(?! (?:but|so|and) )", " "),
        # "Before I go in at 7" behind an hour: up to it.
        (rf"(?P<a>\b(?:after|past|from) {_FACE})(?: (?:it )?(?:is|works|would be)(?: (?:good|fine|ok|okay|best|great|better|grand))?)?,? (?:and |but |to |till? |until )?(?:when|before) (?:i|we)(?:'?m| am)? (?:have to |gotta |need to )?(?:go|leave|start|head|clock|set off)(?: (?!(?:at|around|about|by)\b)[a-z]+){{0,3}} (?:at|around|about|by) (?=\d)", r"\g<a> but before "),
        # "No good until Thursday, then any time after 4".
        (rf"(?P<till>\b(?:until|till?|til|before) (?:this |next )?{_DAY}),? (?:and |but )?(?:then|after that)(?=,? (?:any ?time |maybe |only )*(?:after|before|from|between|at|\d|mornings?|evenings?|afternoons?)\b)", r"\g<till>; call me"),
        # A list's own numbers and dashes: "1) text dont ring", "- fri finish at 1".
        (r"(?:^|(?<=\n))[ \t]*(?:\d{1,2}[.)](?=\s+\S)|[-*•–>]+(?=\s))[ \t]*", ""),
        (r"(?<=[a-z\d]) ?[✅👍☑✔👌🟢💚]\ufe0f?", " is fine,"),
        (r"(?<=[a-z\d]) ?[❌🚫⛔🙅👎🔴✖]\ufe0f?", " is no good,"),
        (r"(?<=\d) / (?=[a-z])", "; "),
        (r"\b(?:don'?t|dont|do not|no need to|not to) (?:you )?worry(?: about (?:it|that|me|the \w+|\w+))?\b|\bno worries\b", ""),
        # "At 11 not 10", "12 to 2, not 1 to 3".
        (rf"(?P<a>(?:\b(?:at|after|from|by|before|about|around) |(?:-|to|till?|until) ?){_FACE}),? (?:and |but )?not (?:at )?{_FACE}(?: ?(?:-|to|till?|until) ?{_FACE})?(?=\W*$|[.,;!?\n]| (?:please|pls|thanks|cause|because|like|as|ok)\b)", r"\g<a>"),
        # "Monday's no use, Tuesday the same".
        (rf"(?P<bad>\b(?:no (?:good|use|go)|bad|out|can'?t|cant|won'?t work|not (?:good|great|ok|possible)|busy|impossible|useless|a no)[,.;]* (?:and )?{_DAY})(?:'?s)?(?: is)? (?:(?:the )?same|ditto|likewise|as well|too|also)\b", r"\g<bad> no good"),
        (r"(?<=[a-z\d] )={1,2}>? ?(?=[a-z\d])", "is "),
        (r"\bno\b(?= at all\b)|\bn[ao]e\b(?= at all\b)", "not"),
        (r"\b(?:a)?b(?:uo|ou?)t\b(?= (?:\d|noon))|\babuot\b", "about"),
        (r"\b(?:o'?clo[ck]|o'?clok|oclok|o'?clcok|oclcok|a ?clock|oclock|o clock)\b", "o'clock"),
        (r"\b(?:slepping|sleepin|sleping|slepeing|sleepng)\b", "sleeping"),
        (r"\b(?:dotn|dnot|don;t|dojt|dpnt|don t|dint(?= (?:call|ring|text)))\b", "don't"),
        (r"\b(?:rign|rnig|ringg|rinng)\b", "ring"),
        (r"\b(?:quater|qaurter|quartr|qtr|quatre)\b(?= (?:past|to|of|till?|after))", "quarter"),
        (r"\bseven,? (?:to|till) seven\b", "7 to 7"),
        (r"\b(?P<h>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?P<m>fifteen|thirty|forty[ -]five)\b(?! ?(?:\w+s\b(?<! is)|quid|bucks|grand|%))(?<!pay )", lambda match: f"{_COUNT[match['h']]}:{_COUNT[match['m'].replace('-', ' ')]}"),
        (rf"\bhalf (?P<h>1[0-2]|[1-9]|{'|'.join(_WORDS)})\b(?=(?:-?ish| ish)?(?:\W*$|[,.;!?\n)]| ?(?:ish|for|to|till?|until|on|most|every|or so|works?|would|suits|is|please|pls|onwards?|i'?m|when|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|week)))(?<!in half \d)", lambda match: f"{_COUNT.get(match['h'], match['h'])}:30"),
        (r"(?<=\d) (?=ish\b)", ""),
        (r"\b(?P<h>1[0-2]|[1-9])[:.](?P<m>[0-5]\d) ?(?:-|to|till?|until|and) ?(?:a )?(?:(?P<half>half)|(?P<to>quarter to)|quarter)(?: past| after)?+\b(?! ?(?:\d|(?:to|till|past|of|after)\b|an? hour|[a-z]+teen|" + "|".join(_WORDS) + r")\b)", _to_its_part),
        # "From half 9 till I pick him up at 12", "3 to whenever she gets back around 8".
        (rf"(?<=\d)(?P<half> ?[ap]\.?m\.?)? (?:to|till?|until|til) (?:whenever |when |about when |the time )?{_WHO}(?:'?s|'?m|'?re|'?ll)?(?: (?!(?:at|around|about|by|call|text|ring)\b)[a-z']+){{1,7}} (?:at|around|about|by) (?=\d)", r"\g<half> to "),
        # "After I've dropped her at nursery, so from half 9": "the best time is once ... at 9, so anything from".
        (r"\b(?P<best>(?:best|easiest|better|good) (?:time|bet)?)(?: for me)? is (?:once|after|when) [^.;!?\n]{3,60}?, so (?=(?:any ?thing|any ?time|say|like|from|between|after|about)(?: \w+)? ?\d|\d)", r"\g<best> is "),
        (r"\b(?:after|once|when) (?:i'?ve |i have |i )?(?:drop|dropped|dropping|take|took|taken|walk|walked|get|got)\b[^.;!?\d]{1,40}?(?:off|to (?:school|nursery|day ?care|creche)|at (?:school|nursery|day ?care)|on the (?:bus|school bus))(?: at| by| around| about)+ (?P<h>[5-9]|10|11)(?P<m>:\d\d)?(?![:\d]| ?[ap]\.?m)", r"after \g<h>\g<m> am"),
        # "6 till 10 and 4 till 8, ring me in the middle": busy both times.
        (rf"(?P<a>{_FACE} ?(?:-|to|till?|until) ?{_FACE})(?P<mid>[^\d.!?]{{1,40}}?)(?P<b>{_FACE} ?(?:-|to|till?|until) ?{_FACE})(?P<then>\b[^\d]{{0,60}}?\b(?:in (?:be|a)tween|in the middle|(?:the|that|my) (?:\w+ )?(?:gap|bit in|middle bit|lull|off part))\b)", r"i work \g<a>\g<mid> i work \g<b>\g<then>"),
        (rf"(?P<day>{_DAY}) instead,?(?= (?:before|after|from|between|at|any|around|about|\d|mornings?|afternoons?|evenings?|all))", r"\g<day>"),
        (r"\bi only (?:do|work|go in|am in)(?: there)? (?=(?:till?|until|mornings|afternoons|from|\d))", "i work "),
        # "An interview on Tuesday at 10:30, don't call me that morning".
        (rf"(?P<day>\b(?:{_DAY}|tomorrow|today)) at (?:{_FACE}|noon|midday)(?P<mid>\b[^\d\n]{{1,80}}?\b(?:don'?t|dont|do not|not|no|never|nobody|can'?t|cant)\b[^\d\n]{{1,40}}?\b(?:that (?:morning|afternoon|evening|day)|all day)\b)", r"\g<day>\g<mid>"),
        (rf"(?P<a>{_NUMBER}(?::\d\d)?) (?:to|till?|until) when ?ever\b(?=\W*$|[,.;!])", r"after \g<a>"),
        (rf"(?<![\d:])(?P<a>{_FACE}) (?:on the dot|sharp|prompt|bang on|on the nose|exactly)\b", r"at \g<a>"),
        # "Whenever, just not when I'm feeding him, that's like 8 12 and 4"; "not when the game's on sun its 1 to 4".
        (rf"(?:,? (?:just|but|only))*,? (?:not|except|bar|apart from) (?:when|while|during)\b(?!(?: i'?m| im)? (?:at|on) )[^.,;!?\n\d]{{1,30}}?,? (?=(?:from |between )?{_FACE} ?(?:-|to|till?|until) ?{_FACE}(?: |\W*$))(?<! at )(?<! from )", _excepted),
        (r"(?:,? (?:just|but|only|except))*,? not (?:when|while|during)\b[^.;!?\n\d]{1,40}?[ ,]*\b(?:thats|that'?s|its|it'?s|which is|so|usually)(?: (?:like|about|around|from|at|usually|between))* (?=\d)", _excepted),
        (rf"\b(?P<lead>at|about|around|like) (?P<a>{_FACE}),? (?:and )?(?P<b>{_FACE}),? (?:and|&|n) (?P<c>{_FACE})\b(?! ?(?:times|days|weeks|kids|people|-|to|till?|until|bucks|quid))", _three),
        # "Until Thursday, sorry, until Friday".
        (rf"\b(?P<till>until|till?|til|to|by|before|through) (?:this |next )?{_DAY}(?:[,.;]* (?:no|sorry|wait|oops|actually|i mean|well|correction|make that|or rather|scratch that|hang on|nope))+[,.;]* (?:it'?s )?(?:(?P=till)|until|till?|to) (?=(?:this |next )?{_DAY})", r"\g<till> "),
        # "Oh sure, call me at noon when there's forty people in line, great idea".
        (r"(?:^|(?<=[.!?\n] ))(?:(?:oh|yeah|yea|sure|right|ok|by all means|of course|go ahead|yep),? (?:and )?)+(?:call|ring|text|phone)\b[^.!?\n]*?\b(?:great idea|see how (?:that|it) goes|(?:that'?ll|that will) (?:go (?:great|well|down)|work|be (?:great|fun))|good luck|genius|brilliant|smart(?: move)?|real smart|how about no|i dare you|perfect timing|love that)\b[^.!?\n]*", ""),
        (r"(?<=\d) ?,?(?:or )?(?:(?:around|about|round|near) (?:there|then)|thereabouts|somewhere round there)\b", ""),
        # "If it's a weekday make it after 6, if it's a weekend before noon".
        (rf"(?:,? (?:and|but))?,? ?\bif (?:it'?s|its|it is)(?: on)? a (?P<day>week ?day|week ?end|{_DAY}),? (?:then )?(?:make it |try |call me |ring me |call |ring |only |it'?s |then )*(?=(?:after|before|between|from|any ?time|around|at|mornings?|afternoons?|evenings?|\d))", r"; \g<day>s call me "),
        # "If that ain't too much trouble", "if you don't mind": politeness that refuses nothing.
        (r",? ?\b(?:if|unless|as long as|assuming|provided|hope) (?:that|it|this|you|u|ye|yous|y'?all|all)(?:'?s| is| are|'?re| was)?(?: (?:not|isn'?t|ain'?t|doesn'?t|don'?t|wasn'?t|aint|isnt|dont|doesnt|wouldn'?t be))?(?: (?:be|too|much|a|any|an|ok|okay|all ?right|fine|cool|alright|mind|trouble|bother|problem|hassle|imposition|inconvenience|asking|to ask|with (?:you|u|y'?all)|for (?:you|u|y'?all)|me|ask|late|early|possible|put (?:you|u) out|care|object|inconvenient|convenient))+(?=\W*$|[.,;!?\n]| )", " "),
        (r"\b(?:round(?:about)?|roundabouts|circa) (?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|noon|lunch)\b)", "around "),
        (r"\b(?:not|no) (?:to|too|so|that|half|all that|the) ?(?:bad|worst)\b", "good"),
        (r"\b(?P<no>can'?t|cant|cannot|can not|won'?t|wont|don'?t|dont|never) (?:really |ever |usually )?do (?=(?:(?:mon|tue|wed|thu|fri|sat|sun|week)\w* )?(?:nights|mornings|evenings|afternoons|weekends|weekdays|lunch ?times?|school nights)\b(?! (?:any ?more|shifts?|no more|these days)))", r"\g<no> talk "),
        # "10:15 to 10:30, that's the only time I can get out on my own in the morning".
        (r"\b(?:that'?s|thats|it'?s|its|which is|and that'?s)(?: (?:really|about|pretty much|literally|basically|just))* (?:the|my) only (?:time|break|chance|bit|window|quiet|peace|moment|hour|half hour|slot|spare time|free time)(?: (?!not\b|can'?t\b|cant\b|don'?t\b|never\b|won'?t\b|busy\b|until\b|before\b)[a-z']+){0,16}(?=\W*$|[.,;!?\n])", "call me then"),
        (r"(?<=\d)(?P<half> ?[ap]m)? (?:when|while|whilst) i'?m (?:sat |stuck |still )?(?:on (?:the|my) (?:bus|train|tram|tube|break|lunch|way|walk|commute|ferry|metro|subway|own|tod)|walking|in the car|waiting|home|alone|by myself|up|outside|free)\b[^.,;!?\n\d]{0,30}?(?= or\b|\W*$|[.,;!?\n])", r"\g<half>"),
        (r"\bso it'?s (?=(?:before|after|between|from) \d)", "so reach me "),
        # "Split shift 5a-9a, then 2p-6:30p".
        (rf"(?P<a>{_FACE} ?(?:-|to|till?|until) ?{_FACE})\s*[,;\n]*\s*(?:and |& )?then (?:again )?(?:from |it'?s |back (?:on |in )?)?(?={_FACE} ?(?:-|to|till?|until) ?\d)", r"\g<a> and "),
        (r"\b(?P<after>after|before) (?:my |the |his |her |kids?'? |baby'?s )?(?:bed ?time|dinner|tea|supper|lunch|work|church|mass|school|school run|smoko|breakfast|practice|class|shift|nap|rounds|prayers|the gym|gym)\b[,;. ]* ?(?:that'?s|thats|which is|so|it'?s|its|ie|i\.e\.)(?: (?:about|around|like|usually|roughly|normally))* (?=\d)", r"\g<after> "),
        # "Or, if that is not possible, after 7:30".
        (r",? ?\b(?:but |and |or )?,? ?(?:if|in case|should) (?:that|this|it|those|these|neither|none(?: of (?:that|those|these))?|not|nobody answers|i (?:don'?t|do not|can'?t|cannot|cant|dont|didn'?t) (?:answer|pick up|get to (?:it|the phone)|talk|take it)|you (?:can'?t|cannot|miss me)|no answer|no joy|no luck)(?: (?:is|are|be|does|do|will))?(?:n'?t| not|'?s not)?(?: (?:possible|convenient|suitable|good|ok|okay|doable|feasible|work(?:s|ing)?|suit(?:s|able)?|do(?:es)? it|any good|no good|poss|an option|fit|reach me|get me|make (?:it|that)|then|for (?:you|u)|you guys))+,? (?=(?:then |try |or |maybe |only |also |any ?time |again )*(?:after|before|from|between|at|around|about|\d|[a-z]+day|mornings?|evenings?|weekends?|tomorrow|lunch|noon|late|early))", ", or "),
        # "He's at dialysis one to five, so that's when I'm free".
        (rf"(?:\b(?:he|she|they|(?:my|the|our) \w+|hubby|baby|kids?)(?:'?s|'?re)?(?: (?!not\b|call\b|text\b|ring\b)[a-z']+){{1,6}}? (?P<hours>(?:from |between )?{_FACE} ?(?:-|to|till?|until|and) ?{_FACE}))?,? ?{_FREE_THEN}", lambda match: f"{match['hours'] or ''}; call me then"),
        (r"\bfailing (?:that|those|this),? (?=\S)|\bif not,? (?=(?:then |try |maybe )*(?:after|before|from|between|at \d|around|\d|[a-z]+day|mornings?|evenings?|weekends?|tomorrow))", "or "),
        (r"\b(?:with |got |have |i'?ve )?nothing (?:else |better |much )?(?:to do|planned|going on)(?: (?:but|except) (?:talk|chat|sit|wait|watch)[a-z]*(?: to (?:you|u|y'?all|yous))?)?\b", ""),
        (r"\bno longer \w+(?: (?:at|there|here|by|with)(?: \w+)?)?\b(?=,)", ""),
        # Hours that were: "they heard it at nine this morning", "it took me an hour to get her down today".
        (rf"(?<!when )(?<!once )(?<!if )(?<!till )(?<!until )(?<!after )\b{_WHO}(?: (?:just|only|nearly|already|all|even|actually|really|literally))* {_WAS}\b(?:(?!\b(?:so|call|ring|text|try|but|please|can|don'?t)\b)[^.,;!?\n\d]){{0,50}}?{_WAS_WHEN}(?: (?:this|in the) (?:morning|afternoon|evening))?(?: when)?", " "),
        (rf"(?<!when )(?<!once )(?<!if )(?<!till )(?<!until )(?<!after )\b(?:{_WHO}|y'?all|yous?|u|ye)(?:'ve)?(?: (?:just|only|nearly|already|all|even|actually|really|literally|guys|people|lot))* (?:{_WAS}|was|were|had|waited|stayed|spent|been|held|kept \w+ing|did|drove|cooked|nursed|watched|walked)\b(?:(?!\b(?:so|call|ring|text|try|but|please|can|don'?t|before|not)\b)[^;!?\n]){{0,90}}?(?<!from )(?<!since )\b(?:yesterday|last night|this (?:morning|afternoon)|earlier today|the other (?:day|night)){_WAS_TILL}", " "),
        (r"\bsorry (?:that )?i (?:missed|didn'?t (?:answer|pick up|hear|get|see|reply))[^.;!?\n]{0,30}?(?:this (?:morning|afternoon|evening)|today|earlier|last night|yesterday)(?: (?:morning|afternoon|evening))?", "sorry"),
        (rf"(?P<one>\b(?:first|second|only|haven'?t|hadn'?t|not|nothing|longest|best)\b[^.,;!?\n]{{0,30}}) in (?:\d{{1,2}}|{'|'.join(_WORDS)}|a couple(?: of)?|a few|ages|like \w+) (?:days|weeks|months|years|hours)\b", r"\g<one>"),
        # "Not Sunday Saturday before noon would be okay".
        (rf"\b(?P<no>(?:not|no) (?:on |this )?{_DAY}s?) (?=(?:on )?{_DAY}s? (?:before|after|from|between|till?|until|at|around|mornings?|afternoons?|evenings?|nights?|is|are|would|works?|any ?time|all day|only|\d))", r"\g<no>, but "),
        (r"(?:(?<=\bmon)|(?<=\btue)|(?<=\btues)|(?<=\bwed)|(?<=\bthu)|(?<=\bthur)|(?<=\bthurs)|(?<=\bfri)|(?<=\bsat)|(?<=\bsun)|(?<=day)|(?<=days)|(?<=ends)) (?P<half>[ap])\.?ms?\b(?! i\b)", lambda match: " morning" if match["half"] == "a" else " afternoon"),
        (rf"(?<=[a-z]) (?P<day>{_DAY}) aft\b", r" \g<day> afternoon"),
        # "This week only: not before 4", "this week mornings, next afternoons".
        (r"(?:^|(?<=\n)|(?<=[.;!?] ))(?:(?:just|only)(?: for)? )?this (?:week|wk)(?: only)?(?=[:,]? (?:not|no|don'?t|dont|only|never|call|text|ring|please|pls|after|before|between|from|mornings?|afternoons?|evenings?|\d))", "this week"),
        (r"(?P<said>\bthis (?:week|wk)\b[^.;!?]{3,60}(?:[,;.]|[,;.]? (?:and|but)) )next(?= (?:only |any ?time |it'?s )*(?:mornings?|afternoons?|evenings?|nights?|after|before|between)\b)", r"\g<said>next week"),
        # "Don't bother ringing the landline, mobile 5 to 6": where, and not when.
        (r"\b(?:don'?t|dont|do not|never|no point|stop)(?: (?:bother|ever|try))? (?:call|ring|phone|try|calling|ringing|phoning|trying)(?: me)?(?: on| at)? (?:(?:the|my|that|this) )?(?:landline|land line|house phone|home phone|home number|house number|work number|work phone|office(?: phone)?|old number)[,.;]? (?:please |pls |just |only |instead |but )*(?:(?:try|call|ring|use)(?: me)? )?(?:on )?(?=(?:(?:my|the) )?(?:mobile|cell|cellphone)\b)", "call me on "),
        # "From 6th to 10th": days of the month.
        (r"\b(?:from |between )?(?:the )?(?P<a>\d{1,2}(?:st|nd|rd|th)) ?(?:-|to|till?|until|through|thru|and) ?(?:the )?(?P<b>\d{1,2}(?:st|nd|rd|th))\b(?! (?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", r"from the \g<a> to the \g<b>"),
        # "I knock off at 7, so there's a bit of time": what follows from it; "so 7 to 9 let's say".
        (rf"\bso,? (?:maybe |like |say |around |about |from |probably |just |anywhere from )*(?P<when>(?:after |before |between |past )?{_FACE}(?:-?ish)?(?: ?(?:-|to|till?|until|and) ?{_FACE})?)(?=[ ,]*(?:let'?s say|lets say|say|please|pls|plz|plese|if (?:you|u|that|the|anyone)|i (?:guess|suppose|think|reckon)|or so|would|works?|suits|should|will do|onwards?|ok\b|okay|i can talk|am i free|each day|every day|\?|on ?wards))", _concluded),
        (rf"\bso (?P<when>{_FACE})(?=\?)", _concluded),
    )
)  # fmt: skip

# Until then leave it, and then: "can it wait till Wednesday", "leave it till Sunday night".
_UNTIL = re.compile(
    rf"\b(?:(?:can|could|would|will) (?:it|this|that|you|u|we|y'?all)(?: (?:all|guys|please|maybe))* )?(?:wait|leave (?:it|this|that|the (?:call|calls|phone))|hold off|hang (?:on|fire)|park it|give (?:it|me))(?: (?:to (?:call|ring|text|phone|contact|message)(?: me)?|calling|ringing|a bit|please|pls|like|maybe|now|then))* (?:till?|until|til)(?: (?:at least|like|about|maybe|the))*"
    rf" (?:this |this coming )?(?P<day>{_DAY}|tomorrow|the weekend)\b(?!s)(?! (?:at|after|from) (?:the )?\D)(?P<again> to (?:call|ring|text|phone|contact|message)(?: me| us)?(?: again| back)?)?",
    re.ASCII,
)


def _then(match: re.Match[str]) -> str:
    day = match["day"]
    return f"call me {day if day in ('tomorrow', 'the weekend') else 'this coming ' + day}"


def straight(text: str) -> str:
    """Folded `text` with these said straight. Its length may change."""
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    return text if speaks_of_paying(text) else _UNTIL.sub(_then, text)
