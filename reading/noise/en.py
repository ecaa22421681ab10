"""English numbers that are not money."""

from __future__ import annotations

import re

_MONEY_FOLLOWS = (
    r"(?! ?(?:dollars|bucks|usd|percent|%|k\b|a (?:week|month)|per|each|every|weekly"
    r"|monthly|down|grand|and \d))"
)

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = rf"{_HOUR}(?:[ -](?:fifteen|thirty|forty[ -]five))?(?! (?:hundred|thousand|days|weeks|months|fifty|dollars|bucks|quid|pounds)\b)"

# Clock times and card tails: they may stand beside a bare answer.
HARMLESS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"\bin (?:about |like )?\d{1,3} ?mins?\b",
        # "Go ahead with all 3": so many payments, no sum.
        r"(?<!it )(?<!pay )\ball (?:of )?(?:the |those |them )?(?:[2-9]|1[0-2])(?: of (?:them|those|em))?(?: (?:payments?|instal+ments?|dates?|days|saturdays|fridays|mondays|parts|ones))?(?= (?:please|pls|plz|then|thanks|thx|ty|as|are|is|sound|look|work|ok|good|fine|correct|right|confirmed)|\W*$|[,.;!])",
        r"^(?:right |ok |well |yeah |aye |alright |hello |hi |morning )*now then\b(?=[,.!] )|^now now\b",
        # "Don't spend it all at once": said of other money.
        r"\b(?:don'?t|dont|do not) (?:go |you )?(?:spend|blow|waste|drink) (?:it|that) all(?: (?:at once|in one (?:place|go)|at one go))?\b",
        # "60 friday which leaves 800", "the 85 is what is remaining": what is owed then.
        r"(?:,? ?\b(?:(?:and|so|then) ){0,3}(?:which|that|this|it|that'?ll|it'?ll)(?: will| would)? leaves?|,? leaving|,? (?:and |so )?(?:then )?i(?:'?ll| will)?(?: still)? owe)(?: me| you| us)?(?: with| at| owing)? (?:about |around |only |just )?[$£€]?\d[\d.,]*k?(?: (?:dollars|bucks|left|to go|owing|more|after that))*(?=\W*$|[.;!])",
        r"\b(?:the |that )?[$£€]?\d[\d.,]*k? (?:is|was) (?:just |only )?(?:what(?:'?s| is| i| we)? (?:is )?(?:left|remaining|remains|outstanding|owed|owe|owing|still owe|due|remain)|(?:the |my )(?:remaining|total|whole|full) (?:balance|amount|debt)|the (?:total|balance|remainder))\b(?=\W*$|[.,;!])",
        # "43 which is 10% of the 430": of what it is a share is no sum of its own.
        r"(?:(?<=%)|(?<=percent)|(?<=per cent)|(?<=half)|(?<=quarter)|(?<=thirds)|(?<=third)|(?<=fifth)) (?:of|off) (?:the |my |that |your |this )*[$£€]?\d{2,}(?:\.\d\d)?\b(?! ?(?:%|dollars (?:check|a)|a (?:week|month)))",
        # "60 of my 300 friday": what it is taken from.
        r"(?<=\d)(?: dollars| bucks)? (?:(?:out )?of|from) (?:my|that|this|those) [$£€]?\d{2,}(?:\.\d\d)?\b",
        # "Half cash half zelle": how, and no share.
        r"\bhalf (?:in |by |on |via )?(?:cash|card|zelle|venmo|check|bank|transfer|cash ?app|paypal)(?:,| and)? (?:the )?(?:other )?half (?:in |by |on |via )?(?:cash|card|zelle|venmo|check|bank|transfer|cash ?app|paypal)\b",
        # "That's half term": no share of anything.
        r"\bhalf[- ](?:term|days?(?= |$)|shifts?|time|asleep|awake|dead|price|marathon|board|decent|sister|brother|hour)\b",
        # What ends a series is no share that is paid at once.
        r"\boff by (?:about |like )?\$?\d+\b",
        r"\b(?:and )?not (?:a|an|one|1|another) (?:single )?(?:day|minute|second|moment|hour|week|penny|cent|dime) (?:later|more|less|after|over|earlier|sooner|late)\b",
        r"\bp\.?o\.? ?box(?: number| no\.?)? \d+",
        r"(?<!week )(?<!month )(?<!wk )(?<!mo )\bfrom (?:now|here) on\b",
        r"(?<=, )no,? (?=(?:sorry|excuse me|my bad|oops)\b)",
        r"\b(?:counting|counted|starting|beginning) (?:from )?(?:today|now|tomorrow)\b(?=.*\bin \w+ (?:days|weeks)\b)|(?<=days )(?:counting|counted|starting) (?:from )?(?:today|now)\b|(?<=weeks )(?:counting|counted) (?:from )?(?:today|now)\b",
        r"\b(?:[01]?\d|2[0-4]) ?(?:to|till?|until|-|and) ?(?:[01]?\d|2[0-4]) ?(?:o'?clock|hours|hrs)\b",
        rf"\b(?:between|from) {_CLOCK} (?:to|and|till?|until|-) {_CLOCK}",
        r"\b(?:until|till?|til) (?:(?:the|my|this|that|whole|full|entire|all of|all) )*(?:it|balance|bal|debt|loan|thing|bill|account|total|everything)(?:'?s| is| gets)? (?:all )?(?:gone|zero(?:ed)?|0|paid|done|cleared|settled|finished|squared|satisfied|sorted|wiped|discharged|dealt with)(?: out| off| up| away)?\b",
        r"(?:(?<=\d )|(?<=bucks )|(?<=dollars ))(?:as a |at a |at the )?min(?:imum)?\b(?! (?:payment|amount|due))|\b(?:a )?min(?:imum)?(?: of)?(?= \$?\d)",
        # "100 towards the balance": of what the sum is a part says nothing of a share.
        r"(?:(?<=\d )|(?<=bucks )|(?<=dollars )|(?<=pounds )|(?<=quid )|(?<=something ))(?:towards?|against|off of|off|on|onto|to|of|from) (?:the|my|that|this|our) "
        r"(?:(?:remaining|total|full|whole|outstanding|entire|past due|overdue) )*(?:balance|bal|debt|loan|account|acct|bill|total|amount)\b"
        r"|(?:(?<=\d )|(?<=bucks )|(?<=dollars ))(?:towards?|against|off) (?:it|this|that|what i owe|everything)\b",
        rf"\bhalf (?:past )?(?:\d{{1,2}}|{_HOUR}) ?(?:-|to|till?|until|and|ish) ?(?:half (?:past )?)?(?:\d{{1,2}}|{_HOUR})\b(?! ?(?:dollars|bucks|quid|pounds?|hundred|thousand|grand|k\b))",
        r"\b(?:no|not) (?:earlier|later|sooner) than (?:1[0-2]|[1-9])\b(?! ?(?:dollars|bucks|days|weeks|months|st|nd|rd|th|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|payments|[/.:]\d))",
        r"\b(?:after|before|past|around|about|by|to|and|till?|until|at|from|between) half (?:past )?(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! ?(?:dollars|bucks|quid|pounds?|hundred|thousand|grand|k\b))",
        rf"\b(?:between|from) (?:1[0-2]|[1-9]) (?:and|to) (?:1[0-2]|[1-9])\b(?![:,./]\d|th|st|nd|rd){_MONEY_FOLLOWS}(?! (?:days|weeks|months|hundred|thousand))",
        r"(?<![\w.$€£¥])(?:1[0-2]|[1-9])(?::[0-5]\d)? (?:in the (?:morning|afternoon|evening)|at night)\b",
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:fifteen|thirty|forty-?five))? ?(?:o'?clock|[ap]\.?m\b|in the (?:morning|afternoon|evening)|at night)",
        r"\b(?<!starting the )(?<!starting )(?<!beginning the )(?<!from the )(?:\d(?:st|nd|rd|th)|first|second|third|last|next) (?:payment|installment"
        r"|instalment|one(?! (?:hundred|thousand|grand)))\b(?: (?:of|is|for|on|will be))*(?! of \$?\d)",
        r"\b(?:by |at )?(?:eod|e\.o\.d\.|end of (?:the )?(?:business )?day|cob|cop|close of"
        r" (?:business|play)|midnight|noon)(?= (?:on |of |this |next |tom|tmr|mon|tue|wed|thu|fri|sat"
        r"|sun|the ))",
        r"(?<=(?:day|row|mrw|ght|fri|mon|tue|wed|thu|sat|sun) )(?:at|around|about|by|after"
        r"|before|like) (?:1[0-2]|[1-9])\b(?! ?(?:dollars|bucks|\$|k\b|hundred))",
        r"\b(?:ending|ends|end|last (?:4|four)(?: digits?)?|starting|begins)(?: (?:in|with|is"
        r"|are|of|digits))+ ?[#x*. ]*\d{2,}",
        r"\b(?:card|visa|mastercard|amex|debit|account|acct)(?: (?:number|no\.?|num|ending"
        r"|#))+(?: (?:is|in|with))? ?[#x*. ]*\d{2,}",
        r"\b(?:my|the|visa|debit|credit) (?:visa |debit |credit |bank )?card \d{4}\b(?! (?:on"
        r"|by|this|next|today|tomorrow|now)\b)",
        rf"\b(?:at|around|til|till|until|after|before|by|about|past) (?:1[0-2]"
        rf"|[1-9])(?::[0-5]\d)?(?: ?o'?clock| ?ish| in the (?:morning|afternoon|evening)|(?="
        rf" (?:today|tomorrow|tonight|on (?:mon|tue|wed|thu|fri|sat|sun))))\b{_MONEY_FOLLOWS}",
        rf"\b(?:after|past|till?|until) (?:1[0-2]|[1-9])(?::[0-5]\d)?\b(?! ?(?:days|weeks"
        rf"|months|th|st|nd|rd|hours|payments|(?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b)){_MONEY_FOLLOWS}",
        rf"\bat (?:1[0-2]|[1-9])(?=$|[.,!?;]| (?!st\b|nd\b|rd\b|th\b|to\b|or\b|a\b)[a-z]){_MONEY_FOLLOWS}",
        r"(?:(?<=day )|(?<=mon )|(?<=tue )|(?<=tues )|(?<=wed )|(?<=thu )|(?<=thurs )|(?<=fri )|(?<=sat )|(?<=sun )|(?<=row )|(?<=th )|(?<=st )|(?<=nd )|(?<=rd ))(?:by |at |before )?(?:the )?(?:eod|e\.o\.d\.|end of (?:the )?(?:business )?day|cob|close of business|midnight|noon|lunch(?:time)?)\b",
    )
)

# All else that is counted or numbered: a text that holds it speaks of other things.
PATTERNS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"\b(?:ny|tx|ca|fl|il|nj|ga|nc|va|wa|az|tn|md|mn|wi|mi|oh|nv|sc|ct|ut|ks|ar|nm|ne|wv"
        r"|nh|ri|mt|sd|nd|vt|wy|dc|mo|ky|ia|ms),? \d{5}(?:-\d{4})?\b",
        r", ?(?:or|in|ok|me|hi|de|id|la|al|pa|ma|ak|ms|co)\.? \d{5}(?:-\d{4})?\b(?! (?:dollars|bucks|on|by))",
        r"\b(?:order|ref(?:erence)?|case|invoice|ticket|loan|acct|account|file|claim"
        r"|confirmation|conf|tracking|policy|id|member|customer|transaction|receipt|check"
        r"|cheque|badge|agent|extension|ext|flight|route|channel|step|room|docket)(?:"
        r" ?(?:number|no\.?|num|nbr|#|id|code|is|:))+ ?[#:]? ?[a-z]{0,4}-?\d[\da-z-]*",
        r"\b(?:apt|apartment|unit|suite|ste|building|bldg|floor|room|code|pin|otp|passcode"
        r"|zip(?: ?code)?|ssn|social|dob|extension|ext)\.?(?: (?:number|code|is|was|of|ending"
        r" in))*[ #:]*\d[\d-]*",
        r"\b(?:turns?|turned|turning) \d{1,2}\b(?! (?:dollars|bucks))",
        r"\b(?:i'?m|im|i am|age|aged|turned|turning|she'?s|he'?s|he is|she is) \d{1,2}(?="
        r" ?(?:years?|yrs?|yo\b|$|[.,!;]| and\b| with\b| now\b))(?: ?(?:years?|yrs?)(?:"
        r" old)?)?",
        r"\b(?:in|since|from|(?<!payment )(?<!payments )(?<!ments )(?<!parts )(?<!total )(?<!sum )(?<!amount )of|back in|during|until|year) (?:19|20)\d\d\b",
        r"\b\d+ ?(?:%|percent) (?:interest|apr|rate|fee|off|discount|sure|certain|serious"
        r"|honest)|\binterest (?:rate )?(?:of |is |at )?\d+(?:\.\d+)?%?",
        r"\b\d{1,5} (?!(?:on|by|for|in|at|before|after|come|until|till|is|and|or|to|quid|bucks|dollars|pounds?|euros?) )(?:[nsew]\.? )?(?:[a-z]+ ){1,3}(?<!your )(?<!my )(?<!the )(?<!that )(?<!this )(?:st|street|ave|avenue|rd|road|blvd|dr"
        r"|drive|lane|ln|ct|court|pl|place|way|pkwy|hwy|terrace|ter)\b\.?",
        r"\b(?:step|option|press|reply|number|no\.|top|chapter|room|windows|covid|form|line"
        r"|bus|hwy|route|section|article|reg)[ -]\d+\b(?! (?:dollars|bucks))",
        r"(?<![/\d])\b\d+(?:st|nd|rd|th)? (?:payment|installment|instalment|attempt|time|call|text"
        r"|message|notice|letter|reminder|grade|floor|street|anniversary|birthday|one(?! (?:on|by|the|for|next|this)\b)"
        r"|option)\b(?! of \$?\d| \$?\d)",
        r"\b\d+ (?:days?|weeks?|months?|years?|yrs?) (?:late|overdue|past|behind|ago|old|now"
        r"|since|already|straight|of)\b",
        r"\b\d+ (?:out )?of (?:the )?\d+\b(?! dollars)",
        # "60% battery", "on the 60 bus", "be there in 60 min", "60 degrees out".
        r"\b\d{1,3} ?(?:%|percent) (?:battery|charged?|power|juice|humidity|chance|data)\b|\b(?:battery|phone)(?:'?s| is| at| on)* \d{1,3} ?(?:%|percent)",
        r"\b(?:the|a|on|take|catch) \d{1,3}[a-z]? (?:bus|train|tram|ferry|freeway|highway|interstate)\b|\b(?:doing|going|driving) \d{2,3} (?:on|in|down) (?:the|a)\b",
        r"\b(?:in|for|like|about|another|only|just) \d{1,3} ?(?:mins?|minutes|hrs?|hours|secs?)\b|\b\d{1,3} ?(?:degrees|lbs?|pounds heavier|kilos?|kg|kms?|mph|feet|ft|yards|acres)\b",
        # "Did 41 rides today, made 130 after petrol": work and what it brought.
        r"\b(?:did|done|drove|ran|pulled|had|got|sold|worked|delivered) \d+ (?!bucks|dollars|quid|pounds|payments|installments|instalments|days|weeks|months)[a-z]{2,}s\b",
        r"\b(?:made|earned|grossed|pulled in|took home) \$?\d+ (?:after|before|in tips|in total|so far)\b",
        # "As for the $450 fee": what is spoken of, and not paid.
        r"\bas for (?:the|that|your|my|those) (?:\w+ )?[$£€]?\d[\d,]*(?:\.\d\d)?",
        # "Kid needs 200 for band": what others need.
        r"\b(?:kids?|sons?|daughters?|wife|husband|mom|mum|dad|school|landlord|mechanic|dentist|doctor|he|she|they) (?:still |also |always )?(?:needs?|wants?) [$£€]?\d[\d,]*(?:\.\d\d)?(?: bucks| dollars| quid)?(?= for\b)",
        # "They let 12 of us go": people, whatever stands around them.
        rf"\b(?:\d+|{_HOUR}) of (?:us|you|yall|y'?all|(?:my|the|our) (?:kids|people|guys|coworkers|friends|staff|family|girls|boys|lads|workers))\b",
        r"\b(?:have been|been|lost|worked|working|owed|waiting|sick|unemployed|out of"
        r" work)[a-z' ]{0,24} (?:for |since )?\d+ (?:days?|weeks?|months?|years?)\b",
        r"\b(?:i |we |still |that i |to |only )?(?:owe|owed|owing)(?: you| them| is| was|"
        r" about| around| like| only)* ?\$?\d[\d,]*(?:\.\d\d)?\b",
        r"\b(?<!full )(?<!whole )(?<!entire )(?<!remaining )(?<!outstanding )(?:balance|debt|bill|loan|total|rent|rents|fee|fees|late fee|interest"
        r"|paycheck|salary|mortgage|insurance|groceries|limit|income|utilities|deductible"
        r"|electric|gas|phone bill|car (?:note|payment))(?: (?:is|was|of|at|for|alone|only"
        r"|payment|says|shows|still|just|now|bill))* ?\$?\d[\d,]*(?:\.\d\d)?\b(?! ?(?:%|percent))(?! (?:on|by"
        r"|this|next|today|tomorrow|now)\b)(?! ?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b)(?!\.\d)(?! (?:in|over|across|by) (?:\d|two|three|four|five|six|equal|instal|monthly|weekly))(?!/\d)",
        # "Child support is 300 Friday, truck note 412 the 1st": other bills, with the days that they are due.
        r"(?<!pay )(?<!paying )(?<!after )\b(?:child ?support|alimony|(?:car|truck|van|bike|boat|trailer|house) (?:note|insurance)|car(?= is )|rent|mortgage|(?:light|phone|gas|water|power|electric|cable|internet|hospital|doctor|vet|dentist|heating|council tax|cell) (?:bill|tax)|tuition|day ?care|babysitter|sitter|insurance|council tax|electric)"
        r"(?:(?: comes out| is| are| was|'?s| due| of| at| for| like| about| around| my| runs(?: me)?| costs(?: me)?|:|,)* [$£€]?\d[\d,]*(?:\.\d\d)?\b(?! ?(?:%|percent|(?:payment|week|month)s)\b)(?!st|nd|rd|th)| (?:is )?due)(?:,? (?:(?:is )?due )?(?:(?:on|by|every|each|this|next) )*(?:(?:the )?\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|tomorrow|today|month|week)\b)?",
        r"\b(?:of|out of|from) (?:the|that|my|this) \$?\d[\d,]*(?:\.\d\d)?(?= (?:i owe|owed"
        r"|balance|debt|total|loan|bill|you|that))",
        r"\b(?:i (?:only |just )?(?:make|made|earn|earned|get|bring home|take home)|they"
        r" (?:pay|cut|charged)|you (?:charged|took|added|said)) (?:me )?(?:about |around |like"
        r" |only )?\$?\d+(?:[,.]\d+)*\b(?! (?:on|by) )",
    )
)
