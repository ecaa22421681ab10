"""How English commits to a payment, refuses one, asks about one or tells of a past one."""

from __future__ import annotations

from reading.stance import others
from reading.stance.cues import Cues, pattern

_PAY = (
    r"(?:pay|payed|payin[g']?|send|sendin[g']?|make|do|doin[g']?|put|give|giv|transfer|transferring"
    r"|deposit|wire|wiring|mail|drop|get|take care|settle|clear|handle"
    r"|have|bring|manage|swing|afford|cover|zelle|venmo|cash ?app|spare|come up|catch up"
    r"|knock|finish|submit|schedule|set up|setup|commit|start|throw|scrape|square|kick"
    r"|pull|stretch|work with|post|process|remit|forward|contribute|tender|dispatch|deliver|sling|match|stick|bung|chuck|lob|shove|slip|pop|ping|sort|see (?:you|ye|yous|u) (?:right|straight|ok))"
)
_WILL = (
    r"(?:i|we|my (?:husband|wife|mom|dad|son|daughter|sister|brother)|he|she|they)?(?:'?ll"
    r"| ?will| ?shall| ?can| ?could| ?gonna| ?gunna|'?m gonna|'?m going to| ?am going to| ?going to"
    r"|'?m able to| ?am able to| ?should be able to| ?plan to|'?m planning (?:to|on)| ?intend"
    r" to| ?promise(?: to)?| ?swear(?: to)?|'?m gonna be able to| ?will be able to| ?want to|"
    r" wanna| ?would like to|'?d like to| ?need to| ?have to| ?must| ?should| ?might be able to"
    r"|mma|ma|'?d rather| ?would rather| ?prefer to| ?hope to|'?m hoping to| ?expect to| ?aim to|'?ma"
    r"|'?m trying to| ?try to|'?ll try to)"
)
# Who or what a question without its mark is about.
_SUBJECT = (
    r"(?:i|we|you|u|ya|y'?all|he|she|it|this|that|these|those|there|they|the|my|your|ur|our|their|his|her|an?|any\w*|some\w*|every\w*"
    r"|no(?!w)\w*|one|paying|sending|payments?|interest|fees?|late|kept|monday|tuesday|wednesday|thursday|friday|saturday|sunday|cash|zelle|venmo)\b"
)
CUES = Cues(
    splits=pattern(
        r"\band (?=\x1f+ (?:of (?:it|that) )?(?:is|are|goes|'?s) (?:for |to |all )?(?:you|u|yours|y'?all)\b)",
        # "85 fri cant talk clocking on": why no more is written.
        r"(?<=\x1f) (?=(?:(?:i |sorry )?(?:can'?t|cant|cannot) (?:really )?(?:talk|chat|speak|type|text|stop|answer|pick up)|(?:i'?ve |i )?(?:gotta|got to|have to|must) (?:go|run|dash|shoot|bounce)|(?:i'?m |im )?(?:at|in) (?:work|class|a (?:lecture|meeting)|school|the (?:gym|van|shower))\b|on (?:shift|the bus|the job|break)|clocking (?:on|in)|driving|ttyl|talk later|busy|stop (?:ringing|calling|texting)|don'?t (?:ring|call)|dont (?:ring|call)))",
        r"(?<=\S) (?=(?:just |please |pls |now |so |but )+(?:stop|quit|don'?t|dont|do not|leave) (?:me|us|texting|calling|call|text|contact|messaging|bothering|harassing|sending)\b)",
        r"(?<=\x1f) (?=(?:sorry|no wait|wait|i meant?|make (?:it|that)|scratch that) (?:the |on |for )*\x1f)",
        r":(?= )",
        # "50 to you and 50 to the other lender", "you get 40 and the dentist gets 60".
        r"(?:\band|,|&|\bplus) (?=(?:the |my |our )?[a-z]+(?: [a-z]+)? (?:gets?|takes?|wants?|needs?) \x1f)|\band (?=\x1f+ (?:(?:is |goes |going )?(?:to|for)) (?:my|the|our|another|some) (?!rest|balance|loan|debt|account|bill|card|\x1f|first|second|next|last|\d))",
        r"(?<=\S) (?=anyways?\W+\S)",
        r"(?<=\S) (?=that'?s why (?:i|we)\b)",
        r"\band (?=(?:make (?:it|that|the)|let'?s|move it|push it) )",
        r"\band (?=(?:what|all|the (?:most|best)) i can\b)",
        r"\band (?=(?:on |by )?\x1f+ (?:i |i'?ll |ill |will |can |we ))",
        r"(?<=\x1f) (?=not \x1f)|(?<=\S)(?<!what)(?<!know) (?=i mean(?:t)? \x1f)",
        r"\b(?:but|however|though|although|except|because|cuz|bc|since(?! the)|so(?! far)|instead|unless)\b",
        r"\band (?=(?:then )?(?:idk|dunno|not sure|who knows|we'?ll see|i |i'?ll |ill |will |can |i'm |im |gonna |pay |send |we |the"
        r" rest|rest|it'?s |my |you |u |y'?all |yall |there'?s another |there'?ll be |don'?t |dont |do not |stop |never |please |pls |they |have |am ))",
        r"(?<=\S)(?<!wont)(?<!won't)(?<!doesnt)(?<!doesn't)(?<!didn't)(?<!not)(?<!can)(?<!could)(?<!may)(?<!\bdo)(?<!should)(?<!would)(?<!did)(?<!said)(?<!told"
        r" you)(?<!say)(?<!\bi)(?<!\bwe)(?<!\bthey)(?<!\byou)(?<!\bif)(?<!think)(?<!know)(?<!\bhow)(?<!\bwhat)(?<!sure)(?<!\bas)(?<!soon)(?<!\ball)(?<!best)(?<!most)(?<!earliest)(?<!soonest)(?<!\bmax)(?<!until)(?<!hope)(?<!wish)(?<!much)(?<!when)(?<!whatever)(?<!that)(?<!\bway)(?<!believe)(?<!see)(?<!guarantee)(?<!or)(?<!once)(?<!least)(?<!than)"
        r" (?=(?:i can |i'?ll |ill |i will |i could |can do |can pay |i'?m gonna |im"
        r" gonna |i'?m going to |lemme |let me |i have |i got |i get |please"
        r" don'?t |is that |is this |would that |does that |that ok|i (?:just |already )?paid "
        r"|i lost ))",
        r"(?<=\S)(?<!\bim)(?<!\bi'm)(?<!\bi)(?<!\bam)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!were)(?<!\bnot)(?<!\bits)(?<!it's)"
        r"(?<!\bwe)(?<!\bre)(?<!\bjust)(?<!\bstill)(?<!\balso)(?<!only)(?<!never)(?<!\bthat)"
        r" (?=(?:gonna|gunna|will) (?:pay|send|do|transfer|make|put|clear)\b)",
    ),
    insists=pattern(
        r"\b(?:can'?t|cannot|cant|won'?t|wont|unable|not|don'?t|dont|no(?! (?:work|job|hours|shifts)))\b.{0,60}\b(?:until(?!"
        r" you| u | i see| i get proof| i receive| some(?:one|body)| any(?:one|body)| ur | your | there'?s an? (?:answer|explanation)| y| they| this| it'?s proven|"
        r" proof)"
        r"|(?:till|til)(?! you| u | i see| i get proof| i receive| some(?:one|body)| any(?:one|body)| ur | your | there'?s an? (?:answer|explanation)| y| they| this| it'?s proven| proof)|before|unless it'?s|any (?:sooner|earlier) than|sooner than|earlier"
        r" than)\b",
        r"\b(?:won'?t|wont|not gonna|will not|never) (?:be late|miss|forget|let you down|fail"
        r"|bounce|skip|be a problem)",
        r"\bno (?:problem|worries|later than)\b.{0,30}",
        r"\bnot later than\b",
        r"\b(?:don'?t|dont|do not) (?:worry|stress).{0,50}",
    ),
    asks=pattern(
        r"^\W*(?:(?:can you|pls|please|just) )?(?:check|show|tell|text|send|give)(?: me)? (?:my|the|ur|your) (?:current |full |total |remaining )?(?:balance|total)\b(?! (?:on|by|in|next|this|tom)\w*)|^\W*(?:my )?(?:total|amount|balance) (?:due|owed|owing|left)\W*$",
        r"^\W*(?:(?:so|and|ok|hi|hey|hello|also|but|or|um|please|sorry|excuse me|yes|yeah"
        r"|no)\W+)*(?:can|could|may|would|will|should|might|shall) (?:i|we|you|u|it|that|there"
        r"|they|my|the|someone|somebody|y'?all|this)\b",
        r"^\W*(?:(?:so|and|ok|hi|hey|hello|also|but|or|um)\W+)*(?:what|when (?:is|are|do|does"
        r"|did|can|could|will|would|should|am)|how|why|where|who"
        r"|which(?! (?:is|are|comes?|falls?|lands?|means|makes|leaves|works)\b)|have you|whats|what's|wat)\b(?!ever)(?!(?:'?s| is)? (?:left|remaining|missing|outstanding|over)\b(?: over)?,? (?:i\b|i'?ll|ill|on|by|the|in|at|then|will|goes|gets|comes|next|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))(?!"
        r" (?:i |we )(?:get|got|have|am)\b)(?!n? i can)(?!n? (?:i|we)\b[^?]*? (?:is|was) [^?]*\d)(?! (?:i'?ll|ill|i will|i'?m gonna|i'?m going to) (?:pay|send|do|give|put)\b)",
        # "Did 41 rides today", "do it like so", "so is 200 you getting": only a subject behind the verb makes a question.
        rf"^\W*(?:(?:so|and|ok|hi|hey|hello|also|but|or|um)\W+)*(?:is|are|am|do(?! it| this| that| [$£€]?\d|n'?t know\b)|does|did|was|were|has)(?:n'?t)? (?:{_SUBJECT}"
        r"|\S+ (?:\S+ )?(?:ok|okay|fine|enough|good|alright|acceptable|still|too|the|a|all|what|due|when|correct|right|possible)\b)",
        r"^\W*(?:(?:so|and|ok|hi|hey|but)\W+)*(?:is|are) (?:\S+ ){1,6}(?:ok|okay|fine|enough|alright|acceptable|possible|doable)\W*$",
        r"^\W*(?:(?:so|and|ok|hi|hey)\W+)*(?:will (?=[^,.;]* be (?:ok|okay|fine|enough|alright|acceptable)\b)|would )(?:\S+ ){1,6}(?:be (?:ok|okay|fine|enough|good|alright|acceptable)|work|help|do|suffice)\b",
        # "Would 75 on the 20th keep me out of trouble", "50 this week or 110 next, which one".
        r"^\W*(?:(?:so|and|ok|hi|hey|but)\W+)*would (?:like |about |only |just )?[$£€]?\d|\bwhich (?:one|is (?:better|best)|would you (?:rather|prefer)|do you (?:want|prefer|like))\W*$",
        r"\bif i (?:pay|send|do|give|make|put)\b.*\b(?:can|could|will|would|is|do|does) (?:the|you|u|it|i|that|they|my|y'?all)\b",
        r"\b(?:what if|how about|what about|is it (?:ok|okay|possible|alright|fine)|would it"
        r" be|any way (?:i|we|to)|any chance|do i have to|wondering if|possible to|let me know"
        r" if|was asking|is there|are you able|would you (?:take|accept)|can you (?:take"
        r"|accept|wait|give)|if you (?:can |could |will |would )?(?:waive|lower|remove|reduce"
        r"|stop|take off|drop|knock|give me|let me|accept|settle))\b",
    ),
    paid=pattern(
        r"^\W*(?:i |just |already )*made (?:a|the|my|an) (?:\w+ )?payment\b|\bpayment (?:made"
        r"|sent|done|submitted)\b",
        r"\b(?:already|alrdy|aready) (?:paid|payed|sent|made|did|gave|mailed|transferred"
        r"|deposited|took care|handled|settled|cleared|done)",
        # "Mi already pay 9000 Monday gone": told of the past without its endings.
        r"\b(?:already|done|did) (?:pay|send|gi|give|drop|lodge|transfer|wire) (?=(?:it|him|her|dem|them|unnu|you|u|di|the|in|een)\b|[$£€]|\x1f|\d)|\x1f (?:just )?gone(?=\W*$|[,.;]| (?:at|in|through|by|to|with|pon|on|a) )",
        r"\b(?:i|we|i'?ve|he|she|they|u|you|husband|wife|mom|dad|son|daughter|just|bank|it"
        r"|payment|check|money)(?: have| had| has|'ve| just| already| actually| literally|"
        r" also| even| did| done| was| were| got)* (?:paid|payed|sent|mailed|transferred|deposited"
        r"|wired|zelled|venmoed|made (?:a|an|the|my|that) (?:\w+ )?payment|dropped (?:it )?off"
        r"|charged|debited|deducted|withdrew|withdrawn|posted|cleared|gave)\b",
        r"\b(?:i|we) did (?:it|that|mine)\b(?= (?:this morning|today|yesterday|last|already|on|earlier))|^\W*(?:just |already |ok |hey |hi )*(?:cleared(?! by)|paid(?! (?:bi-?weekly|weekly|monthly|every|twice|once a|semi))|payed|sent|mailed|transferred|deposited|wired)\b",
        r"(?<!get )(?<!gets )(?<!got )(?<!be )(?<!getting )(?<!is )(?<!it )(?<!'m )(?<!\bim )(?<!\bam )\bpaid (?:it|this"
        r"|that|you|yall|u|in full|off|the|on|yesterday|last|\W)",
        r"\b(?:came out of|went through|has been paid|was paid|been paid|got paid off|took"
        r" (?:it )?out of|payment (?:of \S+ )?(?:was|went|has|cleared|posted|on (?:the )?\S+"
        r" (?:was|went)))",
        r"\b(?:i|we|i'?ve|just|already) (?:just |already |finally )*finished (?:paying|with)\b|\b(?:they|you|u|y'?all|you lot|bank)(?: guys| people| lot)? (?:just |already |literally )*(?:took|pulled|withdrew|grabbed|swiped|deducted|garnished|garnisheed|docked|levied|seized|drafted|overcharged|auto-?drafted|double charged)\b",
        r"\b(?:yesterday|last (?:week|month|night|mon|tue|wed|thu|fri|sat|sun)\w*(?! (?:of"
        r"|in)\b)|\w+ ago|the other day)\b",
    ),
    refuses=pattern(
        r"\b(?:can'?t|cannot|cant|can not|couldn'?t|could not|won'?t|wont|will not|not going"
        r" to|not gonna|not gunna|ain'?t|aint|not paying|not able|unable|refuse|never (?:gonna"
        r" |going to )?pay|no way|not a (?:cent|penny|dime)|not (?:sending|doing|giving"
        r"|possible)|impossible|nothing (?:to|for)|no (?:money|cash|funds|income))\b",
        r"\b(?:don'?t|dont|do not|didn'?t|doesn'?t) (?:pay|have|got|think|plan|want|take|charge"
        r"|draft|withdraw|debit|run|process|owe|intend|even have)\b",
        r"\b(?:cancel|stop|scratch|forget|undo|reverse|void|call off|back out of|withdraw|take back|renege on) (?:the|my|that|this|it|what)\b|\bchanged my mind about\b|\bbreak (?:my|that|the) promise\b"
        r"|\bi no (?:can|have|get|got)\b|\b(?:yeah right|as if|like hell)\b|\b(?:nobody|no one|you (?:can'?t|cant|cannot)) (?:can |is gonna |will )?(?:force|make) me\b|\bon strike\b",
        r"\b(?:never|done|stopped|quit|finished|through|against|no intention (?:of|to)|(?:don'?t|do not) (?:wanna|want to|feel like|believe in|intend to)|(?:decided|choose|chose|right|resolved|refuse|going|want) not to|pass on|no)"
        r" (?:(?:ever|even|of|to|be) ){0,2}(?:pay|paying)\b(?! (?:late|someone|anyone))",
        r"\b(?:i'?d|would|ill|i'?ll|rather) [^.!?]{2,30} (?:before|than) (?:i |i'?ll |ill )?pay\b|\bover my dead body\b|\b(?:no|not a|zero) payments? (?:from me|will be|is going)",
        r"\bnot (?:on |by |this |next |the )*(?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow|now|until)\w*",
        r"^\W*no,? not\b|\bnever (?:once |ever )?(?:said|agreed|promised|told (?:you|u|y'?all|them)) (?:that |to |i'?d |i would |anything )|\bnot (?:\x1f(?!\x1f*,? (?:(?:but|on|by|the|rather|no|its|it'?s|make it|do) )*\x1f)|\$?\d)",
    ),
    theirs=pattern(*others.EN),
    unreal=pattern(
        r"\b(?:tried|attempted|was trying|been trying|start(?:ing)?) (?:to |work\b|a? ?(?:new )?job|school)",
        r"\bhave a (?:good|great|nice|blessed|wonderful)\b|\bhappy (?:thanksgiving|new|holiday"
        r"|friday|easter|weekend)|\bsee (?:you|ya)\b",
        r"\b(?:have|got) \$?\d\S*(?: dollars| bucks)? (?:to my name|left|till?|until|in (?:my"
        r"|the) (?:bank|account|pocket))\b",
        r"\bpay(?:ing|s)? (?:(?:the|my|our|for|all) )*(?:rent|mortgage|child support|tuition|daycare|groceries|utilities|electric\w*|light bill|gas bill|water bill|phone bill|insurance|taxes|alimony|(?:the )?sitter|babysitter)\b",
        r"\b(?:you|u|y'?all) can put (?:that|this|it) (?:in|on)\b",
        r"\bfor (?:my|the|our) (?:car|rent|kids?|insurance|house|phone|mortgage|other|medicine"
        r"|school|lights?|electric)\b|\b(?:been paying|usually pay|always pay)\b",
        r"\b(?:(?<!boss )(?<!job )(?<!work )(?<!employer )(?<!company )(?<!they )(?<!client )pay(?:s|ing)?|owes?|owed) (?:me|us) (?:back )?(?:like |about )?[$£€]?\d+\b(?! ?(?:days|weeks|st|nd|rd|th))",
        r"\b(?:(?<!boss )(?<!job )(?<!work )(?<!employer )(?<!company )(?<!they )(?<!client )pay(?:s|ing)?|paid|owes?|owed|lend(?:s|ing)?|giv(?:es?|ing)|send(?:s|ing)?|gets?|getting) me\b(?! (?:until|till|til|time|a (?:week|few|couple|day|month|bit)|some|one|two|another|more|\d|\x1f))",
        r"^\W*(?:(?:and|but|so|n|cuz|which|that|rent|mortgage|insurance|car note)\W+)*(?:it'?s|its|it is|that'?s|is|are|they'?re|was) due\b",
        r"\b(?:send|give|text|email|e-mail|get|forward|show|upload|shoot) (?:(?:you|u|y'?all|yall|them|over|in) )*(?:(?:the|my|a|ur|your|some) )?(?:new |updated? |right )?"
        r"(?:number|address|email|receipts?|screenshots?|proof|confirmation|info|details|docs|documents?|paperwork|statement|letter|copy|pics?|photos?|id)\b",
        r"\bif i (?:don'?t|dont|do not|can'?t|cant|cannot|didn'?t|won'?t|miss|skip|pay)\b",
        r"\b(?:was|were) (?:going to|gonna|supposed to|planning|about to)\b",
        r"\b(?:don'?t|dont|do not|can'?t|cant|never) (?:recall|remember) (?:ever )?(?:agree|say|sa[iy]|promis|sign|tell)\w*",
        r"\b(?:never|didn'?t|did not) (?:said|say|agreed?|promised?|told|tell)\b",
        r"\b(?:should|would|could|coulda|woulda|shoulda)(?:'ve| have) (?:paid|sent|been|made|done|had)\b",
        r"\b(?:when|once|until|till|after|if) (?:you|u|y'?all|they|someone|somebody) (?:can |could |actually )*(?:prove|show|send|provide|verify|validate)\b",
        r"\b(?:another|a different|my other|the other|some other) (?:loan|debt|lender|creditor|card|account|company|bill)\b|\b(?:payment|check|cheque|transfer|debit|card|it) (?:(?:just|has|got|was|is|already|keeps) )*(?:bounced|bouncing|declined|rejected|returned)\b"
        r"|\b(?:bounced|declined|rejected|returned) (?:my|the|that|a) \b",
        r"\b(?:idk|not sure|no idea|no clue) (?:when|if) (?:i|we)\b|\b(?:don'?t|dont|do not) know (?:when|how|if)\b(?! much)(?! \x1f)|\bbefore (?:i|we) (?:pay|send|give)(?: you| u)? (?:anything|a (?:dime|cent|penny)|any|one)\b|\b(?:i|we) make it (?:to be )?[$£]?\d|\bhours (?:got |were |are |been )?cut\b|\bcut (?:to|in half|down to) \d"
        r"|\bi know i (?:said|promised|told (?:you|u|them|him|her|the \w+ \w+)) (?:that )?(?:i|we)(?:'d| would| was)\b",
        r"\b(?:wont|won'?t|doesn'?t|doesnt|didn'?t|not|isn'?t) let(?:ting)? me\b|\b(?:when|while|before|until|every time|each time) i (?:try|tried|click|hit|press|go|attempt)(?:ed)?(?: to| on)? ?(?:pay|send)\w*\b|\bclick(?:ed|ing)? (?:on )?pay\b"
        r"|\btrying to pay\b(?=.*\b(?:not working|isn'?t|isnt|error|broken|but|hates|closed|declined|wont|won'?t)\b)|\bi (?:want|try|tried) to pay but\b",
        r"\bi wish\b|\bwish (?:i|we)\b|\bwhen (?:hell|pigs)\b|\bif i could\b|\bif i had\b|\bif only\b|\bif i (?:win|hit|found)\b",
        r"\b(?:you|they|u|your \w+|the (?:agent|lady|guy|rep|man|woman|person)|someone"
        r"|somebody|(?:he|she)(?! said (?:that )?we)) (?:said|told|promised|agreed|wrote|claimed|want(?:s|ed)?|ask(?:ed"
        r"|s)?|offered|keep|charged)\b",
        r"\b(?:you|they|u)(?:'?re| are)? (?:calling|texting|charging|harassing|adding|taking)\b",
    ),
    reached=pattern(
        r"\b(?:call|text|phone|ring|contact|email|message) (?:you|u|yall|back"
        r"|in)\b(?!.*(?:\bpay|\x1f))|\bget back (?:to|with|at)\b|\blet (?:you|u|y'?all|them)"
        r" know\b"
        r"|\b(?:talk|speak) (?:to|with) (?:my|you|him|her|a|someone)\b(?!.*\bpay)|\bbe"
        r" (?:right )?back\b|\bcheck with\b",
        r"^\W*(?:please |pls |can you )?(?:send|give|mail|email|show|forward) (?:me|us)\b(?!"
        r" (?:until|till|til|a (?:week|few|couple|day|month)|\d|two|three|time|another|more"
        r"|about|\x1f))",
        r"\b(?:don'?t|dont|do not|never|please|only|not) (?:call|text|txt|message|contact|ring"
        r"|email|reach)\b",
        r"\b(?:call(?:ing|s|ed)?|text(?:ing|s)?|txt|message|msg|contact(?:ing)?|reach|ring"
        r"|e-?mail|whatsapp|write|talk|speak|bother|hit) (?:me|us|him|her|my(?! card| account| bank| debit)|to me|with me"
        r"|only)\b(?! (?:\x1f|when i pay))",
        r"\b(?:no|stop|more) (?:calls?|texts?|calling|texting|messages)\b|^(?!.*\b(?:pay|put in|give you|deposit|transfer)).*\b(?:free|available"
        r"|at work|busy|in class|asleep|get off|working(?! days?\b))\b|\bmy (?:new )?(?:number"
        r"|address|email|name) is\b",
    ),
    commits=pattern(
        r"\b(?:i'?ll|ill|i will|will|gonna|going to)\b[^\x1f]{0,12}\x1f",
        r"^\W*(?:ok |okay |yes |sure )*(?:i )?will(?: do)?\W*$",
        r"\b(?:move|push|change|reschedule|postpone|switch|bump|extend|delay|make) (?:it|my"
        r"|the|this|that|payment)\b.*\x1f",
        r"\b(?:need|give me|gimme|allow me|(?:give|gimme|allow|need) (?:me )?(?:some )?(?:more )?time) (?:until|till|til|a "
        r"|another |about |like |upto |up to |\x1f)",
        rf"\b{_WILL}(?: (?:probably|definitely|def|only|just|still|also|at least|prolly|surely"
        rf"|for sure|100%|likely|be|try to|try and|go ahead and|then|now|easily|actually|maybe"
        rf"|really))* {_PAY}",
        r"\b(?:i|we)(?:'d| would)? (?:like to |want to |wish to )?(?:propose|suggest|offer to pay|(?:offer|propose) \x1f* ?(?:\w+ )?(?:payments|instal+ments))\b(?!.*\bsettle).*\x1f|\bmy (?:offer|proposal|plan) is\b.*\x1f",
        r"\b(?:divid(?:e|ing)|splitt?(?:ing|in)?|spread(?:ing)?|break(?:ing|in)) (?:(?:it|this|that|up|down|out|the \w+|everything) )*(?:by|in|into|over|between|across|\x1f)",
        rf"^\W*(?:(?:ok|okay|yes|yeah|yep|sure|fine|alright|so|hi|hey|hello|and|then|well"
        rf"|please|pls|sorry|good morning|just|only|maybe|max|now|um|half|first"
        rf"|best)\W+)*(?:{_PAY}|can (?:do|pay|only|send|give|make)|i'?ma|imma|let'?s (?:just |then )?(?:{_PAY}|say|go (?:for|with)|aim|shoot|plan|stick|split|call it|keep it|\x1f)|lemme|let me|run"
        rf"|charge|draft|debit|withdraw|take|split|spread|break|divide"
        rf"|put)\b(?!n'?t)(?! you\b| u\b| i\b| it take)",
        r"\b(?:payin[g']?|sendin[g']?|clearing|transferring|depositing|wiring|mailing|dropping|putting|bringing"
        r"|giving|making (?:a|the|my) payment)\b",
        r"\b(?:put|mark|set|pencil|sign|schedule) (?:me|it|that|this)(?: up| down| in)? (?:for|on)? ?(?:the )?(?=\x1f)|\bgot(?:ta|| to) be (?:the |by )?(?=\x1f)|\b(?:be|get) caught up\b.*\x1f|\b(?:i'?ll|ill|will|gonna) get (?:it|this|that|you) (?:paid|sorted|done)\b",
        r"\b(?:payable|to be paid) (?:(?:on|by|in full|the|this|next|before) )*\x1f",
        r"\b(?:i'?m|i am) good for (?:the |about |like )?\x1f|\bcall it (?:the |on )?\x1f|\bput me down\b|\bcount on\b|\bexpect (?:it|the|a|my|your|\$|\d|\x1f)|\b(?:charge"
        r"|debit|draft|run|bill) (?:it|my card|me|the card|my account)",
        r"\b(?:you|u|yall)(?:'?ll|'?d| would| will| shall| can| gonna|'?re gonna| should)(?: \w+)? (?:have|get"
        r"|receive|see|take|charge|expect|count|debit|draft|run|pull|withdraw|got)\b",
        r"\x1f (?:is |be )?(?:what |all )?(?:you|u|y'?all|yall)(?:'?re| are|'?ll be| be)? (?:getting|gettin'?|gonna get|gonna have)\b|\b(?:you|u|y'?all|yall)(?:'?re| are|'?ll be| be)? gettin(?:g|'|\b) (?:(?:a|the|your|ur|another) )?\x1f",
        r"\b(?:you|u|y'?all|yall) get (?:\x1f|\$|it\b|the\b|all\b|ur\b|your\b)",
        r"\b(?:that'?s|thats|this is) when (?:i|you|u|y'?all)\b",
        r"\b(?:it|that|the (?:money|payment|rest|check|funds)|money|payment|check|rest"
        r"|half)(?:'?ll| will| should| is going to| gonna|'s gonna)(?: \w+)? (?:be|get|come|go"
        r"|hit|clear|arrive|post|land)\b",
        r"\x1f.*\b(?:works|is good|is fine|sounds good|is best|good for me|would work|be good|is"
        r" when i can|is okay|is ok|will work|it is|is doable|is possible|is realistic|looks"
        r" good)\b",
        r"\b(?:earliest|soonest|best|most|max|all) (?:i can|i could|i'?m able|i got|is|would"
        r" be|i have)\b|\bmax\b",
        r"\x1f (?:is|'?s) (?:what|all|the (?:most|best)) (?:i|we) (?:have|got|can (?:do|send|spare|manage|give)|could (?:do|manage))\b",
        r"\bi(?:'?ve| have| got| do have)? (?:got )?(?:\$|\x1f|\d+)\S* (?:for you|to give|to"
        r" pay|to put|ready|right now|now|today)",
        r"\b(?:clear|settle|sort|square)(?= (?:it|this|that|everything|all|the (?:lot|balance|debt|account)|by|on|in|\x1f))"
        r"|\bdo the needful\b",
        r"\b(?:promise|swear|guarantee|commit(?:ted)?|agree to|on my word|(?:you|u|y'?all)(?:'?ve)? (?:have|got) my word|(?:on )?my word)\b",
        r"^\W*(?:it |that |they |which )?(?:comes?|coming|goes|going|taken|drafts?|leaves?) (?:out|in|through)(?: (?:on|every|each|by))* ?\x1f",
        r"\x1f (?:is |will be )?(?:going|coming|to come|to follow|to go) (?:(?:on|by|in|the|this|next) )*\x1f",
        r"\x1f,? (?:will |'?ll )?(?:comes?|coming|goes|going) (?:out|off|through|over|in|your way|to (?:you|u|y'?all))\b",
        r"\b(?:pay|payment|pymt|pmt|pays)\b(?! attention|ment history| check|ments? (?:plan|option|link))",
        r"\bget it (?:to you|paid|done|in|taken care)|\bgot (?:you|u|ya)\b|\bgotchu\b",
        r"\bbe (?:paid|sent|done|made|there|cleared|settled|in your account)\b",
        r"\b(?:i'?ll|ill|i will|i can|gonna|going to|i'?m) (?:\w+ ){0,2}?(?:carry|run|bring|hand|walk|slide|shoot|ping|drop|send|take|get)(?:ing)? (?:it|the (?:money|cash|check|payment))\b.*\x1f|\b(?:should|will|'?ll|gonna) be (?:good|all set|set|sorted|caught up|current|square) (?:by|on|for|come)? ?\x1f|\bi'?m (?:just )?saying (?:on |by )?\x1f",
        r"\b(?:i'?ll|ill|i will|we'?ll|gonna|going to|i can|i could)\b[^\x1f]{0,60}?\b(?:and|to|then) (?:\w+ )?(?:put|pay|bank|deposit|send|drop|hand|transfer)\b(?: (?:in|down|off|over|you|u|it))* ?\x1f",
        r"\b(?:i |we )?(?:pay|put in|pay in|send|transfer|deposit|drop off|mail) (?:you |u |it |the |this "
        r"|that |my |in |them )*(?:\x1f|\$|\d|half|rest)",
        r"\b(?:when|once|after|as soon as|soon as) i get paid",
    ),
    doubts=pattern(
        r"\b(?:(?:maybe|perhaps|possibly)(?! (?:more|less)\b)|mayb|might|idk|not sure(?! (?:of |about |on |what |which |exactly |when )*(?:the |an )?(?:exact )?(?:day|date|time|when|which|exactly|how much)\b)|dunno|we'?ll see)\b"
    ),
    filler=pattern(
        r"\b(?:outta|square|even stevens|straight|thereafter|onwards?|going forward|ongoing|apiece|a pop|a piece|a go|a time)\b",
        r"\bno (?:joke|lie|cap|kidding|bs|excuses|sooner|less|doubt)\b|\b(?:for real|honest|on god|ong|frfr|fr|fs|ngl|tbh|istg|no more no less|pinky swear|scouts? honou?r|pakka|insha'?allah|god willing|lord willing|promise)\b",
        r"\b(?:i\.?e|meaning|namely|as in|that is|which is|that makes|fam|buddy|pal|dude|dear|hun|love|mam|kay)\b",
        r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|(?:janu|febru)ary|march|april|june|july|august|(?:septem|octo|novem|decem)ber)\b",
        r"\b(?:i )?(?:typed|said|wrote|put|told (?:you|u)) (?:it |that )?wrong\b|\b(?:exactly|precisely|what)\b",
        r"\b(?:said|the whole|sterling|arvo|am|pm|boss|mate|luv|cheers|itself|kindly|do the needful|play|close|business|give time)\b",
        r"\b(?:hoping|aiming|shooting|towards?|into|it'?s|its|paid off|done)\b",
        r"\b(?:more or less|maybe more|little|lil|still|its gone|it'?s gone|it is gone|it'?s done|its done|gone|cleared|zeroed|on file|one)\b",
        r"\bif (?:(?:you'?ll|you (?:can|could|will|would)|you'?d|u can) (?:just |please |kindly )*(?:bear|stick|stay) with me|you (?:don'?t|wouldn'?t|do not|would not) mind|(?:that'?s|thats|that is|it'?s|its|that suits|that works)(?: at)?(?: all)? ?(?:all right|alright|right|ok|okay|fine|agreeable|acceptable|any good|good)?(?: (?:with|by|for) (?:you|ye|yous|yourselves|y'?all|u))?|(?:i|we) may|at all possible|(?:it )?pleases?(?: you)?)\b",
        r"\b(?:happy now|u happy|(?:are )?(?:you|u) happy|satisfied|there (?:you|u) go)\b",
        r"\b(?:depend(?:s|ing) on (?:my |the |how )?\w+|if not)\b",
        r"\b(?:h+m+|u+h+|u+m+|e+r+m*|o+k+a*y+|o+h+|a+h+|al+right(?:y)?|y+e+a+h+|y+u+p+|kk+|meh|w/|aight|ight)\b",
        r"\b(?:oops|whoops|woops|my bad|yo|still|aight)\b",
        r"\b(?:come|meant|second|third|fourth|last(?=\W*$)|use|visa|mastercard|payday's|after that|it'?ll"
        r"|that one|over|under|just|more than|less than|later|cents|y'?all|yall)\b",
        r"\b(?:no more than|not more than|first thing|thing|any ?time|any|time|after|same"
        r"|roughly|approximately|approx|somewhere|close to|nearly|almost|ballpark|work|twice"
        r"|once|more or less|give or take|or so)\b",
        r"\b(?:but|i can|i could|we|gimme|give|me|him|looking|like to|about that|from me|be able|able)\b",
        r"\bno,? wait\b|\b(?:either|between|instead|think|guess|honestly|thatll|that'll|yea"
        r"|bet|agreed|deal|got|have|ready|make|rather|tho|though|then)\b",
        r"\b(?:i|i'?d|say|ill|i'?ll|will|can|could|do|pay|on|by|at|in|the|of|for|to|a|an|and"
        r"|then|with|is|it|its|it's|ok|okay|yes|ya|yeah|yep|yup|sure|fine|alright|please|pls"
        r"|plz|so|my|just|only|max|maximum|tops|now|each|every|per|starting|beginning|starts|begins|start"
        r"|from|about|around|maybe|like|hi|hello|hey|thanks|thank|you|u|ty|um|uh|well|hmm"
        r"|let'?s|lets|first|again|another|also|one|payment|payments|installments?"
        r"|instalments?|split|no later than|latest|at least|least|before|until|till|til|due"
        r"|date|amounts?|sums?|portions?|chunks?|sir|ma'?am|maam|that|that'?s|this|be|good|best|card|cash|zelle|via|thru"
        r"|through|bank|transfer|online|debit|credit|check|half|both|same|sometime|probably"
        r"|prolly|ish|or|hopefully|lol|haha|bro|man|final|definitely|def|sorry|everything"
        r"|total|off|down|up|upfront|front|more|extra|rest|balance|lump|sum|paid|payday|comes"
        r"|check|it|but|not|later|over|equal|day|days|week|weeks|month|months|dollars|bucks"
        r"|morning|afternoon|evening|night|noon|eod|asap|when|get|gets|once|after|wait|i mean"
        r"|mean|actually|make)\b",
    ),
)
