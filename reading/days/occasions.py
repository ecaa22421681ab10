"""Occasions that English names days by: feasts of the calendar, and the day that wages come."""

from __future__ import annotations

from reading.days import festivals as feasts

_CHRISTMAS = feasts.fixed(12, 25)
_THANKSGIVING = feasts.nth_weekday(11, 3, 4)
FEASTS: tuple[tuple[str, feasts.Feast], ...] = (
    (r"(?:christmas|x-?mas)(?: day)? eve", feasts.fixed(12, 24)),
    (r"boxing day|(?:the )?day after (?:christmas|x-?mas)", feasts.fixed(12, 26)),
    (r"christmas(?: day)?|x-?mas(?: day)?|crimbo", _CHRISTMAS),
    (r"(?:st\.?|saint) stephen'?s(?: day)?", feasts.fixed(12, 26)),
    (r"leap day", feasts.leap_day),
    (r"twelfth night", feasts.fixed(1, 5)),
    (r"epiphany|three kings(?: day)?", feasts.fixed(1, 6)),
    (r"(?:remembrance|armistice) day", feasts.fixed(11, 11)),
    (r"all saints'?(?: day)?", feasts.fixed(11, 1)),
    (r"all souls'?(?: day)?|day of the dead", feasts.fixed(11, 2)),
    (r"earth day", feasts.fixed(4, 22)),
    (r"flag day", feasts.fixed(6, 14)),
    (r"pi day", feasts.fixed(3, 14)),
    (r"midsummer'?s?(?: day)?", feasts.fixed(6, 24)),
    (r"michaelmas", feasts.fixed(9, 29)),
    (r"giving tuesday", feasts.after(_THANKSGIVING, 5)),
    (r"patriot'?s'? day", feasts.nth_weekday(4, 0, 3)),
    (r"(?:martin luther king|m\.l\.k\.?)(?: jr\.?)?(?: day)?", feasts.nth_weekday(1, 0, 3)),
    (r"anzac day", feasts.fixed(4, 25)),
    (r"australia day", feasts.fixed(1, 26)),
    (r"canada day", feasts.fixed(7, 1)),
    (r"cinco de mayo", feasts.fixed(5, 5)),
    (r"indigenous peoples'? day|columbus day", feasts.nth_weekday(10, 0, 2)),
    (r"new year'?s? eve|nye|hogmanay", feasts.fixed(12, 31)),
    (r"(?:bonfire|guy fawkes) (?:night|day)", feasts.fixed(11, 5)),
    (r"burns night", feasts.fixed(1, 25)),
    (r"groundhog day", feasts.fixed(2, 2)),
    (r"april fool'?s'?(?: day)?", feasts.fixed(4, 1)),
    (r"(?:st\.?|saint) george'?s(?: day)?", feasts.fixed(4, 23)),
    (r"(?:st\.?|saint) andrew'?s(?: day)?", feasts.fixed(11, 30)),
    (r"(?:st\.?|saint) david'?s(?: day)?", feasts.fixed(3, 1)),
    (r"(?:the )?ides of march", feasts.fixed(3, 15)),
    (r"may day", feasts.fixed(5, 1)),
    (r"super ?bowl(?: sunday)?", feasts.nth_weekday(2, 6, 2)),
    (r"election day", feasts.after(feasts.nth_weekday(11, 0, 1), 1)),
    (r"(?:the )?(?:late )?august bank holiday", feasts.nth_weekday(8, 0, -1)),
    (r"(?:the )?(?:spring|late may) bank holiday", feasts.nth_weekday(5, 0, -1)),
    (r"(?:the )?early may bank holiday", feasts.nth_weekday(5, 0, 1)),
    (
        r"pancake (?:day|tuesday)|shrove tuesday|mardi gras|fat tuesday",
        feasts.after(feasts.easter_sunday, -47),
    ),
    (r"ash wednesday", feasts.after(feasts.easter_sunday, -46)),
    (r"palm sunday", feasts.after(feasts.easter_sunday, -7)),
    (r"mothering sunday", feasts.after(feasts.easter_sunday, -21)),
    (r"(?:the )?new year'?s?(?: day)?", feasts.fixed(1, 1)),
    (r"valentine'?s?(?: day)?", feasts.fixed(2, 14)),
    (r"(?:st\.?|saint) patrick'?s?(?: day)?", feasts.fixed(3, 17)),
    (r"(?:4th|fourth) of july|july (?:4th|fourth)|independence day", feasts.fixed(7, 4)),
    (r"halloween", feasts.fixed(10, 31)),
    (r"veteran'?s'? day", feasts.fixed(11, 11)),
    (r"juneteenth", feasts.fixed(6, 19)),
    (r"tax day", feasts.fixed(4, 15)),
    (r"black friday", feasts.after(feasts.nth_weekday(11, 3, 4), 1)),
    (r"cyber monday", feasts.after(feasts.nth_weekday(11, 3, 4), 4)),
    (r"thanksgiving(?: day)?|turkey day", feasts.nth_weekday(11, 3, 4)),
    (r"mlk day", feasts.nth_weekday(1, 0, 3)),
    (r"president'?s'? day", feasts.nth_weekday(2, 0, 3)),
    (r"mother'?s'? day", feasts.nth_weekday(5, 6, 2)),
    (r"father'?s'? day", feasts.nth_weekday(6, 6, 3)),
    (r"memorial day", feasts.nth_weekday(5, 0, -1)),
    (r"labou?r day", feasts.nth_weekday(9, 0, 1)),
    (r"good friday", feasts.after(feasts.easter_sunday, -2)),
    (r"easter monday", feasts.after(feasts.easter_sunday, 1)),
    (r"easter(?: sunday)?", feasts.easter_sunday),
    (r"(?:chinese|lunar) new year", feasts.SPRING_FESTIVAL),
)

_BENEFITS = (
    r"social security|ssi|ssdi|disability|unemployment|benefits?|centrelink|giro|universal credit|uc|dole|child benefit|pip|esa|jsa"
    r"|salary|wages?|pension"
)
_NO_PAYER = (
    "you|u|it|that|this|who|what|which|and|but|so|to|not|never|nobody|sister|brother|mom|mum|mam|mama|dad|papa|son|daughter|friend|cousin|buddy|mate|ex"
    "|roommate|neighbou?r|aunt|uncle|he|she|guy|man|someone|somebody|girlfriend|boyfriend|tenant|insurance|just|i|we|gonna|will|can|finally|and|also|even"
)
_PAY = r"pay(?: ?che(?:ck|que)s?)?|check|cheque|direct deposit|dd|money from work|job|work"
_ARRIVES = (
    r"(?:(?:is |gets |will be |be )?credit(?:ing|ed)|will come|is coming|comes?|coming|hits?|clears?|lands?|drops?|arrives?|posts?|gets? (?:here|in|paid|deposited|credited|to me)|gets?|go(?:es)? (?:in|through)"
    r"|(?:is|are|'?re|'s) (?:in(?! (?:us|usd|dollars?|cash|pounds)\b)|here|deposited|credited|paid)|shows? up|pays?(?: (?:me|us|out))?|credits?|(?:is |are )?(?:entering|landing|arriving|dropping|due in)|enters?)(?: (?:in|through|out|here|to me))?"
)

# "As soon as the settlement clears": a day that nobody can tell yet.
CONDITION = (
    r"\b(?:when(?:ever)?|wen|once|as soon as|soon as|after|the (?:minute|moment|second|day)|if and when|until|till?)(?: (?:my|the|our|this|that|some|his|her)|(?= (?:child ?support|alimony|food stamps|ebt|student loans?|student aid|financial aid|benefits?|back ?pay|back rent|rent money|settlement|escrow|funds|money|insurance|commission|tips|refunds?) ))"
    r" (?!payment|transfer|till? |until |til )(?:[a-z0-9'-]+ ){1,4}?(?:(?:finally|actually|eventually) )?(?:lands?|hits?|clears?|comes?|drops?|arrives?|posts?|sells?|closes?"
    r"|goes through|pays (?:out|me|us)|shows? up|kicks in|matures?|settles?|picks up|gets? (?:here|in|deposited|approved|sold|back|processed|released|resolved)"
    r"|(?:is|are) (?:approved|released|deposited|in|sold|here|settled|over|done|finished|fixed|resolved|processed)|starts?|ends?)"
    r"(?: (?:in|through|back|out|up|here|to me))?\b"
    r"|\b(?:up)?on (?:the )?(?:receipt|arrival|sale|completion|release|settlement) of (?:my|the|our|this|that|an?|some|his|her) (?:[a-z'-]+ ){0,3}?[a-z'-]+(?=\W*$|[.,;!]| (?:i|we|and|from)\b)"
    r"|\b(?:when|wen|once|as soon as|soon as|after|the (?:minute|moment|second|day)|until|till?) (?:i|we|(?:my|the|our) (?:\w+ )?(?:husband|wife|mom|mum|dad|son|daughter|brother|sister|cousin|aunt|auntie|uncle|nan|gran|grandma|grandpa|boy|homie|friend|mate|buddy|ex|boyfriend|girlfriend|man|partner|roommate|tenant|client|customer|guy|lady|lawyer|insurance)|they|somebody|someone)"
    r" (?:(?:finally|actually|can|do|start|get to) )*(?:gets?|receives?|sells?|finds?|wins?|starts?|hears?|finish(?:es)?|borrows?|moves?|figures?|sends?(?= (?:me|us|the|some|over|it|my)\b)|approves?(?= (?:my|the|me))|gives? (?:me|us)|lends? (?:me|us)|pays? (?:me|us) back|come up with)\b(?! (?:home|off|back|up|out|there|done|a chance|time|it|in|to (?:work|the))\b)"
    r"(?: [a-z0-9']+){0,5}?(?=$|[.,;!?\x1f]| (?:i|i'?ll|ill|you|u|we|on|by|around|next|this|then|so|and)\b| \$?\d| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d| (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b| to(?:day|morrow|night)\b)"
)

# Wages and what comes like them: benefits, pensions, a cheque.
PAYDAY = (
    r"(?:when(?:ever)?|once|after|as soon as|soon as|until|till?|wen|the (?:minute|moment|second|day)|(?:the )?next time|if|assuming|provided|as long as) (?:i|we) (?:get|do"
    r" get|got|am|'?m)(?: (?:my|our|a|the))? ?"
    r"(?:paid|payed|(?:pay ?)?che(?:ck|que)s?|wages|salary|pay)\b"
    r"|\b(?:my |next |on |our |the |a )*(?:pay ?days?(?:'s)?|pay ?che(?:ck|que)s?|pay date)(?:"
    r" (?:comes?|hits?|clears?|drops?|lands?|is|goes)(?: in| through| out)?)?\b"
    r"|\b(?:(?:on|with|from|out of|by) )?(?:my |the )?next (?:pay ?)?(?:check|cheque|pay period|wages?|salary|payslip)\b(?! (?:is|on)\b)"
    r"|\b(?:(?:when|once|after|as soon as|until|till?) )?(?:his|her|their) (?:pay|check|wages?|salary)(?: (?:comes?|hits?|clears?|drops?|lands?|goes))(?: in| through| out)?\b"
    r"|\b(?:(?:my|the|our) )?(?:pay|check|cheque|wages?|salary|paycheck|direct deposit|money|benefits?|pension|giro) (?:isn'?t|aren'?t|won'?t(?: be)?|wont(?: be)?|doesn'?t|don'?t|dont|doesnt|does not|is not|will not)(?: (?:come|in|due|paid|land|drop|hit|clear|arrive|get|going|show|me|here|through|out|up|be))*(?=,? (?:until|till?|before)\b)"
    r"|\b(?:when|once|after|as soon as|until|till?) (?:my|the|our) (?:pay|check|wages?"
    r"|salary|direct deposit|dd|money from work)(?: (?:comes?|hits?|clears?|drops?|lands?"
    r"|is|goes))(?: in| through| out)?\b"
    r"|\b(?:i|we) (?:get|'?ll get|will get|am getting|'?m getting|don'?t get) (?:paid|payed|(?:my|our|the) (?:(?:pay ?)?(?:check|cheque)|wages?|salary|pay))\b(?! (?:back|off))"
    r"|\b(?:when(?:ever)?|once|after|as soon as|soon as|until|till?) (?:himself|herself|(?:he|she|(?:my|the) (?:husband|hubby|wife|missus|partner|other half|old man|fella|boyfriend|girlfriend|son|daughter|mum|mom|dad))(?:'s| is)?) (?:finally |actually )?(?:gets? )?paid\b(?! (?:back|off))"
    # Whoever pays one on a day: the gaffer, the trust, the agency.
    rf"|\b(?:(?:the|my|our) )?(?:(?!(?:{_NO_PAYER}|on|if|when|once|after|because|since)\b)[a-z]+ )?(?!(?:{_NO_PAYER})\b)[a-z]+(?:'s)? (?:only |usually |always )?(?:pays?|paying|is paying|are paying|will pay|(?:don'?t|doesn'?t) pay) (?:me|us)(?: out)?(?: early| late)?(?! back\b)(?=,? (?:on|by|next|this|every|the|\d|mon|tue|wed|thu|fri|sat|sun|tomorrow|today|in|end|last|at the end|until|till|\x1f|(?:bi-?)?weekly|fortnightly|monthly)\w*)"
    r"|\b(?:they|my (?:boss|manager)|the (?:boss|agency|office)) pays? (?:me|us) (?:for|from) (?:my |the |our )?(?:[a-z]+ ){0,2}?(?:job|work|shifts?|hours|gig|overtime)\b(?=,? (?:on|by|next|this|every|the|\d|mon|tue|wed|thu|fri|sat|sun|tomorrow|today))"
    r"|\b(?:(?:the|my|our) )?(?:boss|gaffer|foreman|owner|manager|job|work|company|employer|trust|agency|factory|office|council|school|restaurant) (?:gives?|pays?|puts?|drops?|sends?|deposits?) (?:me |us |the |my |our )*(?:salary|wages?|pay ?che(?:ck|que)|check)\b"
    r"|\b(?:my |the |our )?(?:boss|job|work|employer|company|agency|gaffer|foreman)(?: only| always| usually)? pays?(?: (?:me|us|out)\b|(?= (?:every|each|bi-?weekly|weekly|fortnightly|monthly|on the|on \d|the (?:\d|first|last|fifteenth|end)|(?:on |this |next |come )*(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun)(?:day)?s?|\d{1,2}(?:st|nd|rd|th)|today|tomorrow|tonight|at the end)\w*\b))"
    # "The sale barn don't cut checks till Thursday".
    r"|\b(?:(?:don'?t|doesn'?t|do not|does not|won'?t) )?(?:cuts?|issues?|writes?|hands? out|gives? out|runs?|mails?|prints?) (?:the |our |my |us (?:our )?)?(?:pay ?)?(?:checks|cheques|payroll|wages)(?= (?:till?|until|before|on|every|this|next|mon|tue|wed|thu|fri|sat|sun)\w*)"
    r"|\b(?:when|once|after|as soon as) (?:my |the )?(?:boss|job|work|employer|company) pays? (?:me|us)\b|(?<!day )\b(?:when|once|after|as soon as) they pay (?:me|us)\b"
    rf"|\b(?:(?:when(?:ever)?|wen|once|after|as soon as|soon as|until|till?|the (?:minute|moment|second|day|morning)) )?(?:(?:my|the|our) )?"
    rf"(?:{_BENEFITS})(?: (?:check|money|payment|claim|back ?pay|deposit))?(?: (?:finally|actually) )?"
    rf"(?: (?:'?ll |will )?{_ARRIVES}\b|(?= (?:will )?(?:be )?(?:on|day|is on|is coming|in on|due|credited|paid)\b))"
    rf"|\b(?:when(?:ever)?|wen|once|after|as soon as|soon as|until|till?|the (?:minute|moment|second|day|morning)|if|assuming|provided|as long as) (?:my|the|our) (?:next |first |new )?"
    rf"(?:{_PAY})(?: (?:finally|actually))? (?:'?ll |will )?{_ARRIVES}\b"
    r"|\b(?:once|when|after|as soon as) (?:it'?s |it is |it gets |salary (?:is |gets )?|my salary (?:is |gets )?)?credited\b"
    r"|\b(?:as soon as|soon as|once|when|after|until) (?:i'?m|i am|i'?ve been|we'?re) paid\b"
    r"|(?:^|(?<=[,.;] ))(?:i'?m |i am |get |getting )?paid (?=(?:on|this|next|every|the|fri|mon|tue|wed|thu)\w*\b[^,.;]{0,40}(?:\bso\b|,).{0,20}\b(?:ill|i'?ll|i will|can|will|gonna|do|send|pay)\b)"
    r"|(?<!not )(?<!never )\b(?:(?:i'?m|im|i am|we'?re|we are) )?getting paid\b"
    r"|\b(?:my|next) direct deposit(?: hits| comes| lands)?\b"
)
