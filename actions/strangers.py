"""Whether the words themselves say that it is somebody else who writes: then nothing is theirs to know, whatever was proven.

A spouse on the sofa, a mother, a colleague, who found the phone: a thread in which the borrower proved who they are is no
proof of who holds the phone now (15 U.S.C. 1692c(b); 12 CFR 1006.6(d)). Decided by rules, not by the model.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from actions import asked_by_name, introductions, names
from actions.kin import AROUND, KIN, KIN_ES, KIN_ZH, RELATIVE

# Somebody of one's own who was spoken of first: "my mum is ill, I'm her carer" is about her.
_OWN = re.compile(
    rf"\b(?:my|our) (?:\w+ )?{KIN}\b|\b(?:m[ií]s?|nuestr[oa]s?) (?:\w+ )?{KIN_ES}\b|我(?:\d{{1,2}}[岁歲])?(?:的|嘅|个|個|家|哋)?(?:{KIN_ZH}|女(?![的士]))",
    re.IGNORECASE,
)

# Whoever else may be meant by "he" or "she", beside kin.
_NEAR = re.compile(
    r"\b(?:my|our|the|an?|some|your) (?:\w+ ){0,2}?(?:baby|toddler|kids?|child|children|little (?:one|boy|girl)|boys?|girls?|dog|puppy|cat|kitten|pet|horse|tenant|lodger|renter|client|customer|buyer|patient|guy|man|lady|woman|teacher|doctor|vet|contractor|mechanic|dealer|owner|company|employer|boss|landlord|agent|rep)\b"
    r"|\b(?:un[oa]?|el|la|los|las|mis?) (?:\w+ )?(?:beb[eé]|ni[nñ][oa]s?|perr[oa]|gat[oa]|cliente|clienta|inquilin[oa]|due[nñ][oa] de|patr[oó]n|patrona|se[nñ]ora? (?:para|con|que|de la|del)|doctor|maestr[oa]|amig[oa]|conocid[oa])\b"
    r"|(?:孩子|宝宝|寶寶|阿[爸媽妈爺爷嫲嬤公婆]|\bBB|小朋友|[小大][孩儿兒]|狗|猫|貓|租客|房客|客户|客戶|客人|老板|老闆|老细|老細|包工头|包工頭|工头|工頭|员工|員工|病人|你(?:们|們|哋)?(?:的|嘅)?同事)",
    re.IGNORECASE,
)

# By "her", "su", 佢: of whom is spoken is not said, so that it is the borrower.
_BY_PRONOUN = (
    r"\bwant (?:from|with) (?:her|him)\b|\b(?:(?:i|we)['’]?(?:ll| will| can|['’]?d like to|['’]?m here to| want to)|(?:can|could|may|should) (?:i|we)|let me|like to|wanna|happy to|willing to) (?:just )?(?:pay|settle|cover) (?:it |this |that |off )?for (?:her|him)(?=\s*(?:[.,!?;]|$))|\b(?:she|he)(?:['’]?s| is| was)? (?:asking|wants|wanted|needs|needed) me to (?:ask|check|find|handle|deal|type|look|see)\b|\b(?:she|he) (?:wants to know|is asking|asks|says) (?:how much|when|what she|what he)\b"
    r"|\b(?:she|he) (?:can['’]?t|cannot) (?:talk|answer|speak|come to the phone|text|reply)\b(?! (?:to|like|my|the|any|a|that))|\b(?:she|he)['’]?(?:ll| will) (?:call|text|get back to|write) (?:you|u)\b|\b(?:she|he) stepped (?:out|away)\b",
    r"\bis (?:she|he) in (?:debt|trouble)\b|\b(?:she|he)(?:['’]?s| is) in (?:debt|trouble)(?=\s*(?:[?]|with (?:you|u)|isn|right|huh))|\b(?:she|he) owes (?:you|u|y'?all)\b|\b(?:know|so|if|says?|said|guess|bet) (?:that )?(?:she|he) owes money(?! to)\b|\b(?:she|he) owes money\s*(?:[?]|isn|doesn|right|huh)|\b(?:her|his) (?:dob|date of birth|birth date|zip|ssn|social) (?:is|was)\b(?=[^.!?\n]{0,24}\d)|\b(?:her|his) birthday (?:is|was)\b(?=[^!?\n]{0,20}(?:(?:19|20)\d\d\b|\d[/.-]\d))|(?:(?:19|20)\d\d|\d[/.-]\d{1,2})\W{1,3}(?:(?:that|it|this)\s?)?(?:is|['’]?s|was)?\s?(?:her|his) (?:dob|date of birth|birthday|birth date|zip|ssn)\b|\b(?:this|that|it)(?:['’]?s| is) (?:her|his) (?:work |cell |personal |company )?(?:phone|cell|mobile|number|line|desk|office)\b",
    r"\bqu[eé] (?:le |les )?(?:quiere[ns]?|necesita[ns]?|buscan?) (?:con|de) (?:ella|[eé]l)\b|\ble dejo (?:el |un |su )?recado\b|\b(?:(?:estoy|ando|escribo|contesto) (?:con|desde|en)|me (?:dej[oó]|prest[oó])) su (?:cel\w*|tel[eé]fono|m[oó]vil)\b|\b(?:pregunta|quiere saber) (?:que )?cu[aá](?:nd|nt)o (?:vence|debe|es|le)\b|\bya s[eé] que debe\b|(?:^|¿|\b(?:ella|[eé]l|s[eé] que|si|acaso|es que))\s*(?:le |les )?debe dinero\b|\b(?:su fecha de nacimiento|su cumplea[nñ]os) (?:es|fue)\b(?=[^!?\n]{0,24}(?:(?:19|20)\d\d\b|\d[/.-]\d))|\bnació (?:el|en) .{0,25}19\d\d\b",
    r"(?:找|搵)[他她佢](?:干|幹|做|有|咩|乜|什|甚|啥)|[他她佢][^。！!？?]{0,8}[，, ](?:让|讓|叫|要|喊)我(?:来|來)?(?:回(?![去家来來])|覆|答|问|問|查|看|睇)|[他她佢](?:的|嘅)?(?:生日|出生(?:日期)?)(?:是|係|系|[:：])?\s*\d|(?:用|拿|攞|借)(?:着|著|住|緊|紧|咗|了)?[他她佢](?:的|嘅)?(?:部|個|个)?(?:手机|手機|电话|電話)(?!号|號)|[他她佢]是不是又?(?:欠|借)|[他她佢](?:係咪|系咪)又?(?:欠|爭|借)",
    r"\b(?:he|she)(?:['’]?s| is| has| had)? (?:just )?(?:left|forgot(?:ten)?) (?:it|(?:his|her|the) (?:phone|cell|mobile))\b",
    r"\b(?:he|she) (?:(?:asked|wants|wanted|got|sent) me to (?:ask|check|find|write|text|reply|answer|see)|told me (?:to (?:ask|check|find|reply|answer|see)|what to (?:type|write|say)))\b|\bon (?:his|her) behalf\b",
    r"\b(?:how much|what|when|why|where) (?:does|did|do|has|is) (?:he|she)\b.{0,16}\b(?:owe|pay|due|behind|late)\b|\b(?:does|did) (?:he|she) (?:still )?owe\b|\bwhat (?:he|she) (?:still )?owes?\b|\b(?:is|are|was) (?:he|she) (?:behind|in debt|late (?:on|with)|in trouble)\b|\bhas (?:he|she) not paid\b",
    r"\bi (?:pay|handle|manage|look after|take care of|deal with|do) (?:his|her) (?:bills|finances|money|affairs|accounts|banking)\b",
    r"\b(?:(?:quiero|quisiera|puedo|podr[ií]a|voy a|vengo a|para|gustar[ií]a) pagar|yo (?:le )?pago) por (?:[eé]l|ella)\b|^\W*pago por (?:[eé]l|ella)\b|\ben (?:su )?nombre (?:suyo|de [eé]l|de ella)\b|\bdej[oó] su (?:cel\w*|tel[eé]fono|m[oó]vil)\b|\b(?:[eé]l|ella) me (?:pidi[oó]|dijo|mand[oó]) (?:que )?(?:pregunt|revis|conteste|ver)\w*",
    r"\bcu[aá]nto (?:le )?(?:debe|adeuda|falta por pagar a) ?(?:[eé]l|ella)?(?=\s*[?.,!]|\s*$)|\bqu[eé] (?:les |le )?debe (?:[eé]l|ella)\b",
    r"(?:我)?(?:来|來)?(?:帮|幫|替|代)[他她佢](?:来|來)?(?:问|問|还|還|俾|畀|缴|繳|付|查|回|交)(?![了咗過过清]|的(?:医|醫|学|學|钱|錢|房|保))",
    r"[他她佢](?:现在|現在|到底|究竟|總共|总共|一共|而家|仲|还|還)?(?:欠|爭|争|差|该|該)(?:了|咗)?(?:你们|你們|你哋|人|貴公司)?(?:多少|几多|幾多|什么|什麼|钱|錢)",
    r"[他她佢](?:让|讓|叫|要|托|託|喊)我(?:来|來)?(?:问|問|帮|幫|回|查|看|睇)",
)
# Says whose kin, colleague or agent they are themselves.
_OF_THEM = (
    r"\b(?:on|from|using|have|got|holding|borrowing|borrowed) (?:her|his) (?:phone|cell|mobile)\b(?! (?:charger|bill|number|plan|case|insurance|contract))|\b(?:her|his) (?:attorney-in-fact|poa|power of attorney|(?:parole|probation) officer|case ?worker|social worker|translator|interpreter)\b|\bi(?:['’]?m| am) not (?:her|him)\b|^\W*(?:no+|nope|nah)\W+(?:this is |it['’]?s |i['’]?m )?not (?:her|him)\b",
    rf"\b(?:this is|it'?s|i'?m|i am|am)\s+(?:\w+,?\s+){{0,3}}?(?:his|her|their)\s+(?:\w+\s+)?{KIN}\b",
    rf"\b(?:his|her) {KIN} (?:here|speaking|writing|texting)\b",
    rf"\bsoy su (?:asistente|apoderad[oa]|representante|emplead[oa]|int[eé]rprete|traductora?)\b|\b(?:soy|habla|(?:le |les |te )?escribe)\s+(?:yo,? )?(?:\w+,? ){{0,2}}?su {KIN_ES}\b|\byo soy su {KIN_ES}\b",
    rf"我(?:就)?(?:是|係|系)[他她佢](?:的|嘅|个|個)?{KIN_ZH}",
)
# Is not there, or cannot answer: beside a question, or said and nothing else, whoever writes has the phone in hand.
_AWAY = (
    r"\b(?:she|he)(?:['’]?s| is| has)? (?:just |currently |still |already |probably |now )*(?:asleep|sleeping|napping|driving|away|busy|unavailable|out(?! of)|(?:not|isn['’]?t) (?:here|home|in\b(?! (?:a|the|good))|available|around)(?! any)|in the (?:shower|bath|tub|bathroom|toilet|loo)|in a meeting|at (?:work|the gym|school|church|the store)|went (?:to (?:bed|sleep|work)|out)|gone (?:to (?:bed|sleep|work)|out)|stepped (?:out|away))\b"
    r"|\b(?:ella|[eé]l) (?:(?:no (?:est[aá]|se encuentra)|sali[oó]|anda (?:fuera|trabajando))(?=\s*(?:[,.;:!?]|$|y\b|pero|ahorita|ahora|aqu[ií]|en casa))|(?:ya )?(?:est[aá] (?:manejando|dormid[oa]|durmiendo|trabajando|ocupad[oa]|ba[nñ][aá]ndose|en (?:el|la) (?:trabajo|regadera|ba[nñ]o|ducha|junta))|se durmi[oó]))"
    r"|[他她佢](?:现在|現在|已经|已經|刚|剛|啱啱|而家|正|仲|都)*(?:睡(?:着|著)?[了咗]?|瞓(?:[咗緊着著])?(?:覺)?|(?:不在|唔喺)(?:家|度|屋企|这里|這裡|这儿)?|在?(?:洗澡|冲凉|沖涼|开车|開車|忙|开会|開會|上班)|[洗沖冲][紧緊](?:澡|涼|凉)|揸[緊紧]車|[返上][緊紧咗](?:工|学|學|班)|上班去了?|出(?:门|門|去)了?|出咗(?:去|街|門))(?=$|[，,。.！!？?\s了啦喇呀])"
)
_ASKS_OF_IT = (
    r"\b(?:how much|balance|total|amount|what(?:['’]?s| is| was| does| do| did)? (?:this|it|that|left|owed|due|(?:the|her|his) (?:amount|balance|total|bill|damage)|(?:you|u) (?:want|need))|who(?:['’]?s| is) this|take a message|can i help)\b"
    r"|\b(?:cu[aá]nto|para cu[aá]ndo|cu[aá]ndo (?:vence|es)|qu[eé] (?:necesita|quiere|desea|se debe|asunto)n?|de qu[eé]|saldo|qui[eé]n (?:la|lo) busca|recado)\b"
    r"|多少|几多|幾多|[什甚][么麼]事|啥事|[咩乜]事|有事|[哪边邊]位|邊個"
)
_OWED_BY_ME = re.compile(
    r"\b(?:i|we) (?:still )?(?:owe|have to|have left|need to|got to|must|gotta)\b|\b(?:do|can|should|could) (?:i|we) (?:still )?(?:owe|have|pay)\b|\b(?:yo )?deb(?:o|emos)\b|\bme (?:falta|queda)\b|我(?:们|們|哋)?(?:还|還|仲|一共|总共|總共)*(?:剩|欠|爭|争|差|有|要[还還])",
    re.IGNORECASE,
)
_IS_AWAY, _ASKS_BESIDE = re.compile(_AWAY, re.IGNORECASE), re.compile(_ASKS_OF_IT, re.IGNORECASE)
_ONLY_AWAY = re.compile(
    rf"\W*(?:(?:sorry|no|hi|perd[oó]n)\W+)?(?:{_AWAY})(?:\s*(?:right now|rn|atm|ahorita|ahora|了|喇))?\W*",
    re.IGNORECASE,
)
# By the borrower's name, which stands for `{name}`.
_BY_NAME = (
    rf"\b{{either}}['’]s (?:\w+ )?(?:phone|cell|mobile)\b(?! bill)|\b{{either}} owes\b|\b(?:calling|texting|writing|answering|replying|speaking|here) (?:for|from) {{either}}\b|\b(?:sent|send|texting|texted) {{name}}\b|\bu sent {{either}}\W*$|\bwant (?:from|with) {{either}}\b|\b{{either}} (?:isn['’]?t (?:in|here|home)|(?:is|['’]s) (?:not (?:in|here|home)|asleep|driving|at work)|asked me|told me)\b|(?:^|[.!?]\s*){{either}}['’]s {KIN}\s*[.,!:;-]",
    r"\b(?:la se[nñ]or(?:a|ita)|el se[nñ]or|do[nñ]a|la licenciada|el licenciado) {name}\b|\b{name} (?:me prest[oó]|no vino|debe)\b",
    r"{name}(?:把)?(?:手机|手機|电话|電話|部機|部電話)(?:落|忘|漏|遺|遗)|{name}漏[低咗]|{name}(?:又)?(?:是不是|係咪|系咪|有没有|有沒有|有冇)|{name}(?:今天|今日|最近|已经|已經|早|嚟)*(?:请假|請假|放假|冇返工|没来|沒來|没在|沒在)",
    rf"\b(?:this is|it'?s|i'?m|i am|am)\s+(?:\w+,?\s+){{0,3}}?(?:{{either}}['’]?s (?:\w+ )?|{{name}} ){KIN}\b|\b{{either}}['’]?s? {KIN} (?:here|speaking|writing|texting)\b",
    rf"\b{{name}} is (?:my|our) (?!name\b)\w+|\b(?:he|she)['’]?s {{name}}\b|\b(?:friend|{RELATIVE}|{AROUND}) of {{name}}\b",
    r"\b(?:behalf of|instead of) {name}\b|\b{name} (?:gave|handed|left|lent|asked|told|wants|isn['’]?t|can['’]?t)\b|\b{name}(?: is|['’]?s)? (?:just |still |already |currently |now )?(?:not|asleep|sleeping|driving|away|busy|out|at|in|on|unavailable|went)\b|\b{either} (?:just |has |already )*stepped (?:out|away)\b",
    r"\b(?:does|did|has) {name}\b|(?:^|[.!?,;]) ?(?:so |and |hi |hello |hey )?is {name}\b|\b{name} (?:still )?owes?\b|\b{name}['’]?s (?:bills|finances|debts?|account|loan)\b",
    rf"\b(?:soy|habla|escribe) (?:\w+ )?(?:la |el |una? )?(?:\w+ )?{KIN_ES} de {{name}}\b|\b{{name}} (?:est[aá]|no (?:est[aá]|puede|se encuentra)|sali[oó]|anda|duerme|trabaja|me (?:pidi[oó]|dej[oó]|dijo)|es mi(?! nombre))\b",
    r"\b(?:debe|adeuda|pagos? de|cosas a|cuentas? de|de parte de|en lugar de|en nombre de|(?:pagar|pago|contesto|pregunto) por) {name}\b|\b{name} (?:les |le )?(?:debe|adeuda)\b",
    rf"我(?:就)?(?:是|係|系){{name}}(?:的|嘅)?{KIN_ZH}|{{name}}(?:就)?(?:是|係|系)我(?:的|嘅)?{KIN_ZH}|{{name}}(?:不在|唔喺|在|喺|睡|瞓|去|出|忙|没空|沒空|让我|讓我|叫我|欠|爭)(?![^。！？!?\n]{{0,12}}[就再][还還付俾畀交轉转])|(?:帮|幫|替|代){{name}}",
)
# Is not them, or does not know them.
_DENIED = (
    r"\b(?:not|isn['’]?t|ain['’]?t) (?:for )?{name}\b|\bwho(?:['’]?s| is| the \w+ is) {name}\b|\b(?:this|it) (?:is not|isn['’]?t) {either} anymore\b|\bwho(?:['’]?s| is) {either}\W*$",
    r"\b{either} (?:doesn['’]?t|does not|no longer) (?:work|live)s? here\b|\bno soy {name}\b|\bqui[eé]n es {name}\b|\b{name} ya no (?:trabaja|vive) aqu[ií]\b",
    r"我(?:不|唔)(?:是|係|系){name}|{name}(?:是|係|系)(?:谁|誰|边个|邊個)|(?:谁是|誰是|邊個(?:係|系)|边个(?:系|係)){name}|{name}(?:今年|去年|上个月|上個月|已经|已經|早就?|都)*(?:离职|離職|辞职|辭職|搬走)",
)
# Nobody else need be named: the phone is not theirs, or they are somebody's family.
_PLAIN = (
    r"\b(?:this is|it['’]?s|i['’]?m|i am) the (?:husband|wife|spouse|boyfriend|girlfriend|mother|mom|mum|father|dad|son|daughter|sister|brother|uncle|aunt|cousin|nephew|niece)\b(?=\s*(?:[.,!?;:)]|$|here\b|speaking\b|and i (?:do|pay|handle)))|\bwhose (?:phone )?is (?:it|this)\b|\bthis is (?:the )?(?:front desk|reception|switchboard)\b|(?:^|[.!?,;:(]|\b(?:no|idk|hi|hello|hey|um|but|cuz|and))\s{0,2}(?:mommy|daddy)(?:['’]?s| is| isn['’]?t| said| says| can['’]?t| went)\b",
    rf"\b(?:on behalf of|instead of) my (?:\w+ )?{RELATIVE}\b|\btranslat\w* (?:\w+ )?for (?:her|him|(?:my|his) (?:\w+ )?{RELATIVE})\b|\bi(?:['’]?ll| will| can) translate\b(?=\s*(?:[.,!?;]|$|(?:it|this|that|for (?:her|him|them)|to (?:her|him))\b))|\b(?:why|how) (?:do|did|come) (?:you|u|y'?all) (?:have|got|get) my (?:\w+ )?{RELATIVE}['’]?s (?:number|phone)\b",
    rf"\b(?:want|like|can i|could i|let me|going|i['’]?ll) (?:to )?(?:pay|settle|clear|cover)(?: off)? my (?:\w+ )?{RELATIVE}['’]?s (?:bill|debt|balance|loan)\b|\b(?:how much|balance|total|due|owed|left) (?:\w+ ){{0,3}}(?:on|of|for) my (?:\w+ )?{RELATIVE}['’]?s (?:bill|debt|balance|loan|account)\b",
    rf"\beste (?:cel\w*|tel[eé]fono|n[uú]mero|m[oó]vil) es de mi {KIN_ES}\b|\b(?:pagar(?:le)? |cu[aá]nto es )(?:la deuda|lo que debe) (?:a |de )?mi {KIN_ES}\b(?!.{{0,30}}(?:muri|fallec|difunt))|\bcu[aá]nto debe mi {KIN_ES}\b|\baqu[ií] (?:en )?(?:la )?recepci[oó]n\b|\b(?:no sabe leer|no sabe de esto|no lee)\b.{{0,30}}\bd[ií]ga(?:me|nos)\b",
    rf"(?:想|可以|能)(?:帮|幫|替|代)(?:我)?{KIN_ZH}(?:把)?(?:钱|錢|数|數)?(?:还|還|俾|畀|缴|繳|付)[^。]{{0,8}}(?:多少|几多|幾多)|(?:帮|幫|替|代)(?:我)?{KIN_ZH}(?:把)?(?:钱|錢|数|數|债|債)?(?:还|還|俾|畀|缴|繳|付)(?![了咗过過])[^。]{{0,10}}(?:多少|几多|幾多)|(?:不识字|不識字|唔識字|看不懂|睇唔明)[^。]{{0,12}}(?:跟|同)我(?:说|說|讲|講)|(?:这|這|呢)(?:个|個|部|支|隻|台)?(?:是|係|系)我(?:的|嘅)?{KIN_ZH}(?:的|嘅|部)?(?:手机|手機|电话|電話)(?!号|號)|(?:这里|這裡|呢度)(?:是|係)(?:公司)?(?:前台|总机|總機|接待)",
    r"(?:缴|繳|还|還|俾|付|交)(?:多少|几多|幾多)[^。]{0,4}我(?:来|來)?(?:帮|幫|替)[他她佢]|[她他佢](?:还|還|仲)?(?:要|需要|应该|應該)(?:交|还|還|俾|畀|缴|繳|付)(?:多少|几多|幾多)(?!学|學|押|给我|給我|畀我|俾我)",
    r"\bfound (?:this|the|his|her|someone'?s|a) (?:phone|cell|mobile|iphone)(?=\s*(?:[.,!?;]|$)|\s+(?:on|in|at|here|lying|near|outside|by|and|this|yesterday|today|who|whose)\b)|\bi(?:['’]?m| am) (?:the|a|just the) (?:baby ?sitter|nanny|cleaner|maid|carer|care ?giver)\b(?=.{0,60}\b(?:(?:her|his|the|this) phone|(?:she|he)(?:['’]?s| is| has)? (?:just )?(?:left|out|not here|isn['’]?t|asleep|away)|what do (?:you|u) want|take a message)\b)",
    rf"\bmy (?:\w+ )?{RELATIVE} (?:is|['’]s|isn['’]?t|can['’]?t|cannot) (?:asleep|sleeping|driving|not (?:here|home|in)|here|home|in|at work|busy|out|come to|answer|talk|reply).{{0,40}}\b(?:(?:do|did) (?:you|u|y'?all) (?:want|need)|(?:(?:you|u) )?want(?:ed)? (?:from|with|of) (?:him|her)|(?:take|leave) a message|message for|(?:answer|reply|write|text)\w* for (?:him|her)|(?:he|she) owes?|(?:wants|asked|asks) (?:me )?to (?:know|ask|find out|check))\b",
    r"\bspeaking on behalf of\b",
    rf"\bsoy (?:la|el) {KIN_ES}\b(?=\s*[,.;?!]|\s*$| del? (?:titular|due[nñ]\w*|cliente))|\bhabla (?:la|el) {KIN_ES}\b|\bcu[aá]nto (?:les |le )?debe mi {KIN_ES}\b|\bmi {KIN_ES} (?:no (?:puede contestar|est[aá]|se encuentra)|est[aá] (?:dormid|trabajando|manejando)).{{0,50}}(?:para cu[aá]ndo (?:es|vence)|cu[aá]nto (?:es\b|debe)|qu[eé] (?:quiere|necesita)|de qu[eé] (?:asunto|se trata)|qu[eé] asunto|\bdebe (?:algo|dinero|ella|[eé]l)\b)",
    r"\bencontr[eé] (?:(?:este|su) (?:cel\w*|tel[eé]fono|m[oó]vil)\b|(?:el|un) (?:cel\w*|tel[eé]fono|m[oó]vil) (?:en|tirad[oa]|aqu[ií]|por)\b)|\bcu[aá]nto debe (?:la due[nñ]a|el due[nñ]o|el se[nñ]or|la se[nñ]ora)\b",
    r"(?:捡|撿|執)(?:到|咗)[^，。]{0,5}(?:手机|手機|电话|電話|部機)|(?:手机|手機|电话|電話|部機)[^，。]{0,4}(?:捡|撿|執)到(?![^，。]{0,3}[还還畀俾])|本人(?:不在|唔喺)|我(?:是|係|系)(?:家属|家屬|家人|亲属|親屬)",
    rf"(?:帮|幫|替|代)(?:我)?{KIN_ZH}(?:问|問|查|回(?![老家鄉乡]))|我(?:的|嘅)?{KIN_ZH}(?:到底|究竟|总共|總共|仲|还|還)?(?:欠|爭|争|该|該)(?:了|咗)?(?:你们|你們|你哋|貴公司)(?:多少|几多|幾多|什么|什麼|钱|錢)",
)
# Will pay what nothing is known of, while one of their own is away: "my partner's on shift, whats the amount and ill pay".
_WHILE_AWAY = (
    rf"\bmy (?:\w+ )?{RELATIVE}(?:['’]?s| is) (?:\w+ )?(?:asleep|sleeping|driving|out|away|busy|at work|working|on (?:a |the )?(?:night )?shift|in the (?:shower|bath)|in a meeting)\b[^.!?\n]{{0,12}}?[,.;]? ?(?:so |and |but )?(?:what(?:['’]?s| is) the (?:amount|balance|total|damage)|how much (?:is (?:it|this|that|left|due))|whats? (?:is )?(?:owed|due|left))\b.{{0,12}}\b(?:(?:i|we)(?:['’]?ll| will| can| could)|let me|ima) (?:just )?(?:pay|cover|settle|sort)\b",
    rf"\bmi {KIN_ES} (?:(?:no )?est[aá]|anda) (?:\w+ )?(?:trabajando|dormid[oa]|durmiendo|manejando|ocupad[oa]|en (?:el |la )?(?:trabajo|junta|turno))\W{{1,3}}(?:y )?cu[aá]nto (?:es|se debe|hay que pagar|falta)\W{{1,3}}(?:y |para )?(?:yo (?:lo )?pag|pagar(?:lo)? yo|ahorita (?:lo )?pago)",
    rf"我(?:的|嘅)?{KIN_ZH}(?:现在|現在|正|仲|而家)?(?:在|喺)?(?:上班|睡[了觉覺]|瞓[咗緊]|开车|開車|揸車|开会|開會|返緊工|忙)[^。！!？?]{{0,3}}[,， ](?:一共|总共|總共)?(?:多少|几多|幾多)(?:钱|錢)?[，, ]?我(?:来|來)?(?:帮|幫)?(?:[他她佢])?(?:还|還|付|俾|畀|找)",
)
# "No, this is Mike": the answer of who has the number.
_NO = re.compile(r"\W*(?:(?:no+|nope|nah)\b|(?:不|唔)(?:是|係|系)?[，,。 ])", re.IGNORECASE)
# The number is another's for good.
_OWNERS = (
    r"\bthis (?:phone|number|cell|sim|line) (?:belongs to me|is mine|is my number) now\b|\bi(?:['’]?m| am) the new owner(?=\s*(?:[.,!?;]|$))|\bnew owner of (?:this|the) (?:phone|number|cell|sim|line)\b|\bbought (?:this|the) (?:phone|sim) (?:off|used|second[- ]?hand|on (?:ebay|craigslist|facebook|marketplace))\b|\bsold me (?:the|this|her|his) (?:phone|sim)\b",
    r"\beste (?:cel\w*|tel[eé]fono|n[uú]mero|m[oó]vil) (?:ahora |ya )?(?:es|lo tengo) (?:m[ií]o|yo)\b|\bsoy (?:el|la) nuev[oa] due[nñ][oa](?=\s*(?:[.,!?;]|$)|\s+del? (?:este |esta )?(?:n[uú]mero|cel|tel|l[ií]nea|chip|m[oó]vil))|\bcompr[eé] este (?:cel\w*|tel[eé]fono|chip|m[oó]vil) (?:usado|de segunda)\b",
    r"(?:这|這|呢|部)?(?:个|個|部)?(?:手机|手機|号码|號碼|号|號|电话|電話)(?:现在|現在|而家)(?:是|係|系)?(?:归|歸)?我(?:用|的|嘅|在用)|我(?:是|係|系)(?:这|這|呢)?(?:个|個)?(?:号|號|號碼|号码|電話|电话)?(?:的|嘅)?新(?:机主|機主|(?<=[号號码碼话話]新)(?:用户|用戶)|(?<=[号號码碼话話][的嘅]新)(?:用户|用戶))|二手(?:买|買)(?:的|嘅|返嚟|來的|来的|到)",
)
_TEENS = r"(?:[4-9]|1[0-7])"
_NOT_OF_AGE = rf"(?:{_TEENS}|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
_NOT_OF_AGE_ES = rf"(?:{_TEENS}|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete)"
# Who is not of age, by their own words: nobody to be spoken to, whosever child it is.
_CHILD = re.compile(
    rf"\b(?:i['’]?m|i am|im|me,? i['’]?m) (?:only |just |like |actually |still )?{_NOT_OF_AGE}(?= ?(?:years? old(?! (?:customer|client|account))|yrs?(?: old\b|(?=\s*(?:[.,!?;)]|$)))|y/?o\b|and a half(?! (?:week|month|hour|day|mile|minute)))|\s*(?:[.,!?;)](?! ?(?:maybe |almost )?\d)|$|\n)| (?:and(?! (?:a|\d+|one|two|some|half|maybe|still)\b)|lol|dont|don't|pls|please|why|who)\b)"
    rf"|\bi(?:['’]?m| am) (?:just |only |still )?an? (?:(?:kid|child|minor|little (?:boy|girl))(?=\s*(?:[.,!?;:)]|$)| (?:and|but|lol|so|idk|here|you|u|please|pls|don['’]?t|i|im|why|who|what|stop|my|not|still|in school)\b)|{_NOT_OF_AGE}[- ]?(?:years?[- ]old|yo)\b(?! (?:customer|client|account|company|business|loan|debt)))|\bi(?:['’]?m| am) (?:under ?(?:18|age|eighteen)|underage|in (?:kindergarten|elementary school|middle school|(?:the )?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) grade))\b"
    rf"|\bsoy (?:un |una )?(?:menor(?: de edad)?|ni[nñ][oa])\b(?! que| de (?:\w+ ){{0,2}}(?:coraz|rostro))|\btengo (?:apenas |s[oó]lo |nom[aá]s )?{_NOT_OF_AGE_ES} a[nñ](?:os|itos)\b(?=\s*(?:[.!?;:)]|$)|,(?! ?(?:siempre|nunca|pag|con ustedes|trabaj))| (?:de edad|y (?!nunca|siempre|medio|pico|tantos)|no\b(?! (?:he|pude|tengo|me))|mis?\b|pero|yo|soy|jaja)\b)"
    r"|(?<![年月时時候从從自打])我(?:还|還|仲|只|就)?(?:(?:是|係|系)?(?:个|個)?未成年(?!(?:的)?[时時那])|(?:是|係|系)(?:一)?(?:个|個)?(?:小孩|小朋友|细路|細路)(?:子|仔)?(?=$|[，。,.!！~ 唔不]))|我(?:还|還|先|才|只有|今年|得|啱啱|刚|剛|刚满|剛滿)*(?:[4-9]|1[0-7]|[四五六七八九十]|十[一二三四五六七])(?:岁|歲)(?=$|[，,。.！!？?~\s了啦喇呀啊嘅吖咋而]|[爸妈媽爷爺奶]|阿[爸媽爺嫲公婆]|未成年|[不唔看读讀]|在[读讀]|[还還]小)",
    re.IGNORECASE,
)
# Asks what another owes: theirs to ask only if it is their own, whoever was spoken of before.
_ANOTHERS_DEBT = (
    rf"\b(?:por ?qu[eé]|pq|xq) (?:le|les) (?:escriben|mandan|marcan|hablan|cobran) (?:\w+ )?a mi {KIN_ES}\b(?=.*\bcu[aá]nto\b)",
    r"\b(?:how much|what) (?:does|do|did) (?:he|she) (?:still )?owe\b|\bdoes (?:he|she) (?:still )?owe (?:you|u|y'?all|money)\b"
    rf"|\bmy (?:\w+ )?{RELATIVE}['’]?s (?:phone|number|cell|mobile|iphone) (?:got|gets|is getting|keeps getting|has|received)\b|\bthis is my (?:\w+ )?{RELATIVE}['’]s (?:phone|number|cell|mobile)\b(?! now)",
    r"[他她佢](?:现在|現在|到底|究竟|總共|总共|一共|而家|仲|还|還)?(?:欠|爭|争)(?:了|咗)?(?:你们|你們|你哋)?(?:多少|几多|幾多)",
)
# Who tells their own name: what follows is about themselves. Not "this is Grace's mother", 我是周航的妈妈.
_INTRODUCED = (
    rf"(?:(?<!no )(?<!not )(?<!no me )(?<!no mi )\b(?:this is|it'?s|i'?m|i am|(?:my )?name(?: is|'?s)|soy|(?:me )?llamo|nombre es|habla|escribe)\s+|(?:我(?:就)?(?:是|叫|係|系)|名字?(?:叫|是|係)|本人(?:是|係)?)\s*){{name}}(?:\s*{{name}})*"
    rf"(?!['’]?s\b|\s+{KIN}\b|的|嘅|{KIN_ZH})"
)
_OF_KIN = re.compile(
    rf"\b(?:his|her|their|my|the|a|an|['’]s)\s+(?:\w+\s+)?{KIN}\b|\b(?:su|la|el|mi|una?)\s+{KIN_ES}\b|(?:[他她佢我的嘅])(?:個|个)?{KIN_ZH}",
    re.IGNORECASE,
)
# Asks why we write to one of theirs, here: their parent's phone, or a complaint of a borrower. Of calls, and of what was
# told elsewhere, it is a complaint alone; a debt of their own is no other's.
_WRITES_TO_KIN = re.compile(
    rf"\b(?:why|how come|who) (?:are|r|do|did|have|is|keep|does|has|u|you|ya)\b[^.?!\n]{{0,30}}?\b(?:text|messag|writ|spam|messing)\w*(?: to| with)? my (?:\w+ )?{KIN}\b"
    rf"|\b(?:you|u|ya'?ll) (?:just |keep |kept |have |been |are )*(?:text(?:ed|ing)|messag(?:ed|ing)|wrote(?: to)?|writing|spamm(?:ed|ing)) my (?:\w+ )?{KIN}\b"
    rf"|\b(?:por ?qu[eé]|pq|xq|c[oó]mo es que|qui[eé]n) (?:le |les |la |lo |me le )?(?:est[aá]n? |siguen |anda[n]? )?(?:escrib|mand|text|env[ií]|mensaj|whats)\w*[^.?!\n]{{0,24}}? a mi {KIN_ES}\b"
    rf"|(?:为什么|為什麼|为啥|為啥|為何|点解|點解|干嘛|幹嘛|干吗|怎么|怎麼|凭什么|憑什麼|做咩|做乜|谁|誰|邊個)[^，。？?！!]{{0,8}}?(?:(?:传|傳|发|發|send)[^，。？?！!]{{0,5}}?(?:给|給|俾|畀)我(?:的|嘅|個|个|哋)?{KIN_ZH}|(?:给|給|同|跟|俾|畀)我(?:的|嘅|個|个|哋)?{KIN_ZH}[^，。？?！!]{{0,5}}?(?:传|傳|发|發|send))"
    rf"|(?:给|給|同|跟|俾|畀)我(?:的|嘅|個|个)?{KIN_ZH}(?:传|傳|发|發|send)[^，。？?！!]{{0,10}}(?:干嘛|幹嘛|干吗|做咩|做乜|干什么|幹什麼|做什麼|做什么)",
    re.IGNORECASE,
)
_OWN_DEBT = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:debt|loan|account|card|bill|balance|payments?)\b|\bi owe\b|\bmi (?:deuda|pr[eé]stamo|cuenta|cr[eé]dito|tarjeta|saldo|pago)\b|\b(?:yo )?debo\b|我(?:的|嘅|個|个)?(?:贷款|貸款|账|帳|数|數|债|債|欠款|卡)|我(?:欠|爭|争)",
    re.IGNORECASE,
)
_NOBODY_NAMED = re.compile("|".join((*_PLAIN, *_WHILE_AWAY, *_ANOTHERS_DEBT)), re.IGNORECASE)
_NOW_THEIRS = re.compile("|".join(_OWNERS), re.IGNORECASE)
_THEIRS = re.compile("|".join(_OF_THEM), re.IGNORECASE)
_SPOKEN_OF = re.compile("|".join(_BY_PRONOUN), re.IGNORECASE)

# Beside a fact that proves who somebody is: words that make it another's to tell, or a matter graver than the fact.
_TAINTS = re.compile(
    r"\bnot (?:me|him|her|them|mine)\b|\b(?:he|she|his|her|him)\b|\bno soy\b|\b(?:ella|[eé]l (?:es|era|ya|no))\b|(?:不|唔)(?:是|係|系)(?:我|本人)|(?<!其)[他她佢]"
    r"|\b(?:died|dead|deceased|passed (?:away|on)|in heaven|rip|falleci\w*|muri[oó]|muert[oa]|difunt[oa])\b|[过過去]世|[过過]身|不在了|死[了咗]|往生|走咗"
    r"|\b(?:lawyers?|attorneys?|solicitors?|bankrupt\w*|abogad[oa]s?|licenciad[oa]|quiebra)\b|律[师師]|破[产產]"
    rf"|\bmy {RELATIVE}['’]s\b|\b(?:por|de|es) mi {KIN_ES}\b|我{KIN_ZH}(?:的|嘅)",
    re.IGNORECASE,
)


def taints(text: str, borrower: str | None) -> bool:
    """Whether a right fact in `text` proves nothing: somebody else's, or told with a death, a lawyer, a denial."""
    called = "|".join(names.called(borrower, words_too=True)) if borrower else ""
    denied = called and re.search(rf"\b(?:not|no soy)\s+(?:{called})\b", text, re.IGNORECASE)
    return bool(denied or _TAINTS.search(text)) or speaks(text, borrower)


class Who(Enum):
    """Who it is that writes instead of the borrower. See docs/decisions/who-speaks.md."""

    # Not of age: nothing is said or asked.
    CHILD = auto()
    # Has the borrower's phone in hand; the borrower may come back to it.
    HOLDER = auto()
    # The number is theirs, or ours is wrong: for good.
    OWNER = auto()


def heard(text: str, borrower: str | None) -> Who | None:
    """Who writes, where `text` itself says that it is not the borrower of that name. Total and linear in the text."""
    if _CHILD.search(text):
        return Who.CHILD
    if _NOW_THEIRS.search(text):
        return Who.OWNER
    if _NOBODY_NAMED.search(text) or asks_of_kin(text):
        return Who.HOLDER
    if not _OWN.search(text) and (_THEIRS.search(text) or _is_of_the_borrower(text)):
        return Who.HOLDER
    if introductions.as_kin(text):
        return Who.HOLDER
    return _by_their_name(text, borrower) if borrower is not None else None


def _by_their_name(text: str, borrower: str) -> Who | None:
    introduced, by_name, denied = _named(borrower)
    said = introduced.sub(" , ", text)
    if (
        by_name.search(said)
        or asked_by_name.by_name(said, borrower)
        or (denied.search(said) and of_kin(said))
    ):
        return Who.HOLDER
    if denied.search(said):
        return Who.OWNER
    if said != text or not introductions.by_another_name(text, borrower):
        return None
    return Who.OWNER if _NO.match(text) else Who.HOLDER


def _is_of_the_borrower(text: str) -> bool:
    """Whether who is spoken of, and not named, is the borrower: by what is said of them, or as they are away.

    Away: and nothing else is said, or beside a question that is not of one's own debt.
    """
    if _NEAR.search(text):
        return False
    if _SPOKEN_OF.search(text) or _ONLY_AWAY.fullmatch(text):
        return True
    return bool(_IS_AWAY.search(text) and _ASKS_BESIDE.search(text)) and not _OWED_BY_ME.search(text)


def speaks(text: str, borrower: str | None) -> bool:
    """Whether `text` says that somebody else than the borrower of that name writes it."""
    return heard(text, borrower) is not None


def asks_of_kin(text: str) -> bool:
    """Whether `text` asks why we write to one of theirs."""
    return bool(_WRITES_TO_KIN.search(text)) and not _OWN_DEBT.search(text)


def told_their_kin(text: str) -> bool:
    """Whether `text` asks why we spoke to one of theirs of a debt of their own."""
    return bool(_WRITES_TO_KIN.search(text) and _OWN_DEBT.search(text))


def of_kin(text: str) -> bool:
    """Whether `text` speaks of kin, friends or colleagues: what is another's may be one's who is near the borrower."""
    return bool(_OF_KIN.search(text))


@lru_cache(maxsize=512)
def _named(borrower: str) -> tuple[re.Pattern[str], ...]:
    """What the borrower says of themselves by name, what who is near them says, and who denies to be them."""
    called = f"(?:{'|'.join(names.called(borrower))})"
    either = f"(?:{'|'.join(names.called(borrower, words_too=True))})"
    introduced = re.compile(_INTRODUCED.replace("{name}", either), re.IGNORECASE)
    by_name, denied = (
        re.compile("|".join(said).replace("{name}", called).replace("{either}", either), re.IGNORECASE)
        for said in (_BY_NAME, _DENIED)
    )
    return introduced, by_name, denied
