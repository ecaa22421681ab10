"""New phone numbers in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from reading.contacts.chinese_phones import KIN_NUMBER, NO_PHONE, OF_ANOTHER, SOMEBODYS, joined, plainly
from reading.contacts.corrected import Number, numbers
from reading.contacts.others import (
    ANOTHER_ZH,
    HOLDS,
    KIN_EN,
    KIN_ES,
    KIN_ZH,
    THEIRS_BEHIND,
    not_borrowers,
    reached_at,
    reached_on_theirs,
)
from reading.contacts.pieced_phones import in_one
from reading.contacts.spoken_phones import in_figures
from reading.contacts.unfinished import unfinished_phones
from reading.text import LONGEST, NOISE, Text

_RUN = re.compile(
    r"(?<![a-z0-9_@.$€£¥#/])(?:\+|00)?[(]?\d[\d\s().\-/]{0,50}\d(?![a-z0-9_@]|\.\d|[/%])(?! ?(?:块|元"
    r"|蚊|pesos|dollars|dolares|euros))"
)

# Said before a number (or just after it): whose it is, and that it is past.
_NOT_THEIRS = re.compile(
    r"\b(?:old|former|previous|prior|used to (?:be|have)|was|no longer|not(?! (?:the|my|at) (?:house|home|landline|work|office|job|shop|mobile|cell|other one|old one), *$)|isn'?t|ain'?t"
    r"|wrong|(?:guys?|lady|man|woman|person|people|agents?|reps?|collectors?|some(?:one|body)|whoever|voice ?mails?|missed calls?|calls|messages?) (?:at|on|from)|(?:guys?|lady|man|woman|person|people) (?:who|that|i|we) [a-z ]{2,30}|(?<!at )the (?:[a-z]+ ){0,2}(?:front desk|reception|clinic|hospital|pharmacy|hr(?: dep\w*)?|court|police|jail|precinct)|hr(?: dep\w*)? at|stop (?:calling|texting)|(?:don'?t|do not|never|no longer|can'?t) (?:call|text|use|ring|message|dial)(?: (?:me|it))?(?: (?:on|at))?(?! me)"
    r"|quit (?:calling|texting)|calling (?:me )?from|called (?:me )?from"
    r"|texts? from|delete|remove|take off|instead of|replac(?:e|es|ing)|from|(?:before(?: it)? was|previously|formerly|originally(?: it)?(?: was)?)(?=\W*$)|antes(?: era| es)?(?: el)?(?=\W*$)|disconnected|keep (?:calling|texting)|(?:u|you|y'?all|they|who(?:'?s)?) (?:keep |been |are |always |be |r )*(?:calling|callin|texting|textin|ringing|ringin|phoning|messaging|blowing up)(?! me)"
    r"|changed from|(?:my|me|his|her|our|their) "
    + KIN_EN
    + r"(?:'?s)?|"
    + KIN_EN
    + r"'?s (?:old |new )?(?:phone|cell|mobile|mob|number|num|landline|line)|de (?:mam[ai]|pap[ai]|la abuela|el abuelo)"
    r"|your number|who is|who'?s|whose|his|hers?|theirs?|belongs to|order|ref(?:erence)?"
    r"|account|acct|case|tracking|invoice"
    r"|confirmation|ssn|social|card|loan)\b(?! (?:new|is my new))"
    r"|\b(?:(?:do|did)(?:n'?t| not) have|lost|dropped|perdi|perdimos)(?: (?:the|this|that|el|ese))? *$"
    r"|(?:\by|,|\(|\bpero) (?:ya )?(?:no|nunca)(?: (?:mas|me \w+|llam\w+|marqu\w+))? (?:al?|el|en el|con el)(?: numero)? *$|(?:\band|\bor|,|\(|\bbut) (?:not|never)(?: (?:the|on|at|to|call|text|ring))* *$|\b(?:insist\w*|sig(?:u?en|an|ue)|continua\w*) (?:en |con )?(?:llam|marc|mand|escrib)\w+"
    r"|\b(?:anterior|viej[oa]|antigu[oa]|ya no|no es|era|quiten(?:me)?|quite|borren?|eliminen?|olviden? el|equivocado|dejen de (?:llamar"
    r"|marcar)|(?:ya )?(?:no|nunca) (?:(?:lo|la|me|le|se|mas|vuelvan? a|tengo|vayan a) ){0,2}(?:llam\w+|marqu\w+|marcar|us[ae]\w*|escrib\w+|mand\w+|contact\w+|tengo)(?: (?:mas|ya|a|al|en|el|ese|este|del|mi|ese numero|este numero)){0,3}|mi "
    + KIN_ES
    + r"|en lugar del?|en vez del?|(?:marque|marquele|llame|llamele|escriba|hablele|hable|marquenle|llamenle|hablenle|busque)(?:n|le)* a (?:mi|su) \w+|del trabajo de|cuenta|tarjeta|clabe"
    r"|pedido|folio|referencia|contrato|cambie del|me (?:llam|marc|habl|escrib|mand)[a-z]+ (?:mucho |siempre |ayer |hoy )?del?|(?:es|son) (?:suy[oa]s?|vuestr[oa]s?|de (?:ustedes|uds|vosotros))|(?:la|el) (?:recepcion|clinica|hospital|albergue|comisaria|juzgado|consulado|parroquia|guarderia|porteria)(?: del? [a-z]+)?)\b"
    r"|(?:旧|以前|原来|之前|原本|原先|前一个|不用了|停用|注销|停机|不是(?! ?那是)|唔系(?! ?嗰[个部]系)|(?:别|不要|唔好|莫|勿|甭|覅|毋通|免)(?:再|要)*(?:打|拨|发|传|寄|call|联系|联络|搵|找)|你们?(?:老|一直|总是?|成日|天天)(?:打|call|发)|(?:你|您)们?(?:老|一直|总是?|成日|天天|刚才?|之前)*打[的嘅]|打错|我妈|我爸|妈妈|爸爸|闺女|丫头|囡囡?|囝|邻居|客户|隔壁|保姆|老师|老(?=[号的那]|手机|电话|number)|你们?(?:说|用|留|记|存|登记|有)的|阿[妈爸公婆嫲爷]|老[妈爸豆窦]|爷爷|奶奶|外[公婆]|娃儿?|我崽|个[仔女]|孙[子女]?|侄|舅|姨|姑|叔|伯|嫂|媳妇|女婿|女友|男友|室友|房东|主管|老婆|老公|太太"
    r"|先生|朋友|同事|老板|哥|姐|弟|妹|儿子|女儿|亲戚|邻居|律师|会计|辅导员|社工|前台|村委|居委|担保人|保证人|班主任|工头|中介|经理(?!给|配)|护士|医生|大夫|保安|民警|警察|紧急联[系络]人|前妻|前夫|订单|单号|卡号|账号|帐号|账户|尾号|合同|身份证"
    r"|从)(?!(?:.|\n){0,8}(?:新|我(?:的|嘅)?(?:手机|号码?|电话)?[换转改]|(?:[改换转]|现在|而家|依家)\W*$|我(?:的|嘅|自己的?)?(?:[是系用打]|而家用|现在用)+紧?\W*$|记(?:一下|下|低|好|住)|换成|改成|改为|换到|现在用|(?:改|请|换)打|打我(?:的|这)|打呢|现在是|改用|而家用|用紧))[^,，。;；]{0,10}$"
)
_NEW = re.compile(
    r"\b(?:new|now|it'?s|it is|mine (?:is|are)|mine's|changed (?:it )?to|switched to|use|instead|update|updated|(?:reach|hit|get|catch|find|buzz|ping|ring|call"
    r"|text|txt|contact|message|msg) me|i'?m (?:now )?(?:on|at|using|with)|im (?:now )?(?:on|at|using|with)|i (?:now )?(?:got|have|use|carry)|(?:tengo|uso|traigo|ocupo|llevo|llamad|marcad|escribid)|my (?:new )?(?:number|cell|phone|mobile|line|work number)"
    r"|number is|(?:right|correct|good|best|real|proper) (?:number|cell|phone|mobile|line|one)|is my|to|[,;.] ?(?:please |pls |just |and )*(?:call|text|ring|try|dial|message|use)|nuev[oa]|ahora|cambie a|cambio a|al|llamen|llame|marquen|marque"
    r"|escriban|(?:apunt|anot|guard|agend|agreg|registr|pong|tom)(?:a|e|en|an|ad|ar)(?:le|me|nme|lo|los|se)?(?= *$|(?: por favor| porfa| bien)? (?:este|el|mi|ese|mejor))|(?:el|la) mi[oa]|(?<!of )mine(?=[ ,:]*$)|mi (?:numero|cel|celular|telefono|movil|tel|whats)|es|actual)\b"
    r"|(?:新|改成|换成|改为|变成|现在|以后(?:都|就|请)?(?:打|用|联系|发|找)|(?:改|请|换)打|打这个|打我的|打呢个|换了|改用|转用|记(?:一下|下|低|好|住)|存(?:一下|下|低)|联系我|搵我|打给我|电话是|号码是|我的(?:手机|电话|号码)|我电话|我手机|我用紧?|(?:我|俺|阮)(?:的|嘅|自己的?)(?=[是系: ]*$))"
)
_OVER = re.compile(
    r"^[\s,.]*(?:(?:but|and) )?(?:it'?s|it is|that'?s) not any ?more|^[ (]*(?:is )?(?:old|viejo|anterior)\)?[.;)/]|^[\s(]*(?:旧|老|以前|原来|停用|作废)的?号?\)|^[\s,.(]*(?:(?:please|pls|plz|kindly|so|just|can you|could you|por favor|porfa) )*(?:(?:remove|delete|erase|forget|take off)(?: (?:it|that|this)(?: (?:one|number))?)?(?: (?:please|pls|from \w+(?: \w+)?))?(?=\W*$|[.,;!\n)])|take (?:it|that|this)(?: (?:one|number))? (?:off|out)|(?:quit|borr|elimin|saqu)(?:e|en|a|enme|eme)l[oa]\b)|^(?!(?:[了啦哈喇咯哦呢吧嘞\s]|[这呢]个?|[这呢]支|的|号码?)*[,，]?(?:那个?)?(?:旧|原[来先本]|之前|以前|先前|老)的?)(?![ ,;.-]*(?:(?:and|y|n|cuz|bc|cos|since|because|as|but|q|que|xq|pq|porque|pues|pero|ya que) )*(?:the |my |el |la |that )?(?:old|other|previous|last|former|viej[oa]|anterior|otr[oa])\b)(?:\s*|[\s,，。(（]*(?:[那这嗰呢])(?:支|个|只|部|张)?(?:号码?|电话|手机|卡|旧)*)[^,，。;；!?\n]{0,24}(?:is (?:my |an? )?(?:old|disconnected|not mine|no longer|wrong"
    r"|dead|off|my (?:mom|dad|wife|husband|ex|brother|sister|boss))|was my|(?:that'?s|that was|it'?s|its) (?:my |an? |the )?(?:old|wrong|ex|previous)\b|doesn'?t work|don'?t work|(?:stopped|quit) workin|belonged to|i lost|(?:got|was|is|has been|been) (?:(?:just|all|now|completely) )*(?:lost|stolen|nicked|pinched|robbed|swiped|jacked|snatched|taken|cut(?: off)?|shut off|switched off|dead|gone|disconnected|smashed|broken?|fried|drowned|suspended|blocked|cancell?ed)|(?:just )?(?:died|broke|packed (?:it )?in)\b|it'?s (?:gone|dead|off)"
    r"|(?:,? ?(?:ese|este|esa|lo|la|me lo|se me|ya lo) )+(?:perdi|perdio|(?:(?:han?|he) )?(?:roba(?:ron|do)|manga(?:ron|do)|hurta(?:ron|do)|quita(?:ron|do))|cancele|cancelaron|cortaron|di de baja|cambie|bloquearon|quite)"
    r"|isn'?t mine|belongs to|no longer|(?:was|is|it'?s|that'?s|thats|were) (?:my|me|the|an?|mi) (?:\w+ )?(?:old|previous|former)\b|(?:don'?t|dont|do not|never|stop|quit) (?:us(?:e|ing)|text(?:ing)?|call(?:ing)?|ring(?:ing)?|messag(?:e|ing)|dial(?:ing)?) (?:it|that|this)\b|(?:se|me) l[oa] (?:qued|llev|agarr|regal|vend)\w+|es de(?:l| la| los| una?) (?:locutorio|bar|taller|restaurante|hotel|gimnasio|colegio|oficina|local|super|edificio|hospital|albergue|tienda|empresa|peluqueria|panaderia|garita|fabrica|escuela|clinica|iglesia|recepcion|porteria|caseta|cafeteria|ferreteria|botica|farmacia)\b|(?:ya no|no) (?:es|sirve|existe|funciona|jala|entra|l[oa] (?:uso|tengo|traigo|ocupo|contesto|manejo|quiero)|esta (?:en servicio|activo))|l[oa] (?:he |hemos )?(?:dado|di|dimos) de baja|esta (?:suspendid|cancelad|apagad|dad)[oa]|(?:se )?(?:me )?lo (?:perdi|robaron|quitaron|cortaron|cambiaron)"
    r"|(?:not|out of|ain'?t) (?:in )?(?:service|mine)|turned off|gave (?:it|that) up|i (?:don'?t|dont|no longer) (?:have|use|own) (?:it|that)\b"
    r"|es de mi (?:\w+)|era mi|(?:不用|没用|不在用|没在用|冇在用|沒用|无用|用不了|退租|拆机?|剪|退|换|停机)(?:了|掉|咗)|已经?(?:拆|停|退|注销|取消|过户|cut)|没在用|停用|(?<!马上)(?<!快)(?<!要)(?<!即将)停(?:话|掉|咗|号)|注销|销号|销了|(?:借|送|卖|过户|转)(?:给|咗?畀|俾)?了?(?:别人|人家?)|被(?:偷|拿走|抢)|畀人(?:偷|攞|拎)|打唔通|cut ?(?:咗|了|掉)|我?(?:捡|买|领|租)(?:的|来)|(?<!马上)(?<!快)(?<!要)(?<!即将)停机|已经不|是(?:我)?(?:妈|爸|老婆|老公|朋友|以前|旧|原来|同事|前)|(?:呢|嗰|个|那|这|的)*(?:payme|fps|转数快|支付宝|微信支付|街口|line ?pay|venmo|zelle|paynow|bizum)|打不通|[ ,，]*(?:请|以后)?(?:别|不要|唔好|莫)(?:再)?打(?!.{0,4}(?:旧|原|以前|之前|那个|嗰个|家|公司|单位))|换掉了"
    r"|冇用|唔用|不再用|作废)"
)
_PART = re.compile(
    r"\b(?:chang(?:ed|ing) (?:my |our )?(?:phone |cell |mobile )?(?:number|#)s?|(?:new|different|another) (?:phone |cell |mobile )?(?:number|num\b|no\b|nmbr|numb|phone|cell|mobile|mob\b|line|hp|digits)|number (?:changed|is)|(?:phone|cell)"
    r" (?:number )?(?:is|changed)|(?:work|second|burner|prepaid|pay as you go|temporary|temp|company|replacement|spare) (?:cell|phone|number|line|mobile|sim)|burner|nuevo (?:numero|num|nro|no|telefono|tel|celular|celu|cel|movil)|(?:numero"
    r"|cel|celular|telefono|movil) (?:nuevo|es|ahora es)|(?:otro|diferente) (?:numero|telefono|celular|cel|movil)|(?:numero|telefono|celular|cel|movil) (?:distinto|diferente)|cambie de (?:numero|telefono|cel|movil|chip|linea"
    r"|celular)|cambio de numero)\b"
    r"|\bsame (?:area code|prefix)\b|\bnew #|\n[- ]*new ?(?=: ?$)|(?:新(?:的)?(?:手机|电话)?号|新(?:的)?(?:手机|电话|门号|手提|number|num\b|no\.|cell|line|phone)|换(?:了|咗)?新?(?:手机号?|冧把|门号|号)|新冧把|冧把(?:换|改|转)|新(?:手机|门号|号|电话|号码).{0,4}(?:尾号|后四位|末四码|末码|尾数|最后四)|(?:手机|电话)?号(?:码)?(?:换|改|变)|(?:手机|电话)(?:换|改|变|转)(?:了|成|为|咗|到|做)|转(?:咗"
    r"|了)(?:电话|number|号码)|改(?:了|咗)?(?:手机|电话)|换(?:了|咗)?新?(?:手机|电话)|电话转咗)"
)


# "My number is 773 555 01": too short, whatever it is.
_SHORT = re.compile(
    r"(?:^|\b(?:my|mi|the|el) )(?:cell |phone |mobile )?(?:number|num|cell|phone|mobile|cel|celular|telefono|numero|movil)(?:'?s| is| es| now| ahora)*[: ]+(?:el )?$"
    r"|(?:我|本人|俺)的?(?:手机|电话|联系)(?:号码?|电话)?(?:是|系|为|[: ])*$"
)


# 新手机尾号4471: the figures that a new number ends with.
_NEW_TAIL = re.compile(
    r"新(?:的)?(?:手机|门号|号码?|电话)号?[^,，。]{0,4}(?:尾号|末四码|后四位|末码|尾数)[^,，。\d]{0,3}$"
)

# "901 44 something, I'll send the rest when I get home": the other figures, no money.
_REST = re.compile(
    r"[^.;!?$€£\d]{0,60}?\b(?:(?:send|text|txt|give|tell|get|have|remember|find|know|recall) (?:you |u |ya |ye )?(?:the )?(?:rest|remaining|others?|last)"
    r"|(?:mand|envi|di[gc]|pas|d[oa]|acuerd|se)\w* (?:(?:de|con|a|l[oa]) ?)*(?:resto|demas|restantes?|otros|faltan?))\b(?! (?:of (?:it|the (?:money|payment|balance|debt))|i owe|de (?:lo|la (?:deuda|cuota)|el pago)|del (?:pago|dinero)))"
    r"(?: (?:of (?:the number|em)|del numero|digits?|numbers?|figures?|numeros|cifras|\d\b(?! ?(?:dollars|bucks|euros|pesos|quid))))*"
    r"(?:,? (?:later|soon|tonight|today|tomorrow|luego|hoy|manana|(?:on |el )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b))?"
)

# "My new phone cost 400".
_COSTS = re.compile(r"\b(?:costs?|paid|worth|owe|cuesta|costo|vale|salio en|pague|debo)\b[^,.;]{0,12}$")
# "Antes 622…, ahora 644…": since when the number is so, and no day to pay.
_NOW = re.compile(r"\b(?:ahora|ahorita|hoy)(?: ya)?(?: es)?[ :,]*$")

# A new number is spoken of; unless it is given whole it has to be asked for.
_ANNOUNCED = re.compile(
    r"\b(?:i|we|ive|just|i'?ve|i'?m|have|has|had to)(?: (?:just|have|now|recently|finally|also))* (?:got|get|getting|have|bought|changed?|changing|switched|using)(?: to| over to)? (?:a |an |my |our )?"
    r"(?:new|different|another) (?:phone |cell |mobile )?(?:number|digits|sim)\b|\b(?:got|have|getting|bought) (?:a |an |my )?(?:new|different) (?:phone |cell |mobile )?(?:number|sim|digits)\b|\bmi nuevo (?:numero|cel|celular|telefono|movil)\b|\b(?:chip|sim) nuev[oa]\b"
    r"|\b(?:i|we|i'?ve) (?:just |have |recently )*(?:changed?|switched) (?:my |our )?(?:phone |cell |mobile )?(?:number|#)s?\b(?! (?:to|from|back))"
    r"|^\W*(?:just |hi |hey |so )*(?:changed|switched) (?:my |our )?(?:phone |cell |mobile )?(?:number|#)s?\W*$"
    r"|\b(?:number|cell|phone|mobile|line) now ends? (?:in|with) \d|\b(?:number|cell|phone|mobile|line) ends? (?:in|with) \d{2,4} now\b|\b(?:numero|cel|celular|telefono|movil) (?:ahora|ya) (?:acaba|termina) (?:en|con) \d"
    r"|\bmy (?:phone |cell |mobile )?number(?: has| is| was| just)* (?:changed|different now)\b"
    r"|\b(?:cambie|cambiamos|cambio) de (?:numero|telefono|cel|celular|movil|chip|linea)\b|\b(?:tengo|saque|ya tengo|traigo) (?:un )?(?:otro|nuevo) (?:numero|telefono|cel|celular|movil)\b"
    r"|\bya no (?:tengo|uso|es) (?:ese|este|el|mi) (?:numero|cel|celular|telefono|movil)\b.*\bnuevo\b"
    r"|\b(?:tengo|traigo) (?:numero|cel|celular|telefono) nuevo\b"
    r"|(?:门号|号码|手机号|冧把|(?:电话|手机|手提)(?:号码?|number))(?:(?:已经?|刚刚?|都|现)?(?:换|转|改)(?:了|咗|掉)|(?:现?已经?|业已|刚刚?)(?:更换|变更|更改|更新))(?!.*旧)|新(?:手机|电话)?号码?(?:的)?(?:开头|前[三四]位|[头前]几位)(?=是|为|系|[一1])|(?:新|换)[^,，。\d]{0,8}号码?[^,，。\d]{0,3}1\d{1,2}[x×*.…]{1,}|换号(?=[了啦喇咗]+\W*(?:$|尾))|(?<!你)(?<!你们)(?:换|转咗|改咗)(?:了|咗)?(?:个|支)?新?(?:手机号码?|电话号码|门号|号码|number|冧把)(?=了|啦|喇|咗|[,，。 ]|$)"
)


@dataclass(frozen=True)
class Phones:
    """The new number in E.164, if one was given whole; whether one was given in part; the text without figures of phones;
    whether an old number was told, or somebody else's."""

    phone: str | None
    incomplete: bool
    left: Text
    denied: bool


def find_phone(text: Text, country: str | None) -> Phones:
    """The borrower's new number. An old number, or somebody else's, is none."""
    valid = partial(_valid, country=country)
    folded = in_figures(in_one(joined(plainly(text.folded), valid), partial(_local, country=country)))
    phone, part, denied, before = None, False, False, ""
    spans: list[tuple[int, int]] = []
    given = numbers(folded, _RUN.finditer(folded), valid)
    ends, begins = _neighbours(given)
    for one in given:
        if one.phone is None and not one.doubted and _DATE.search(one.written):
            continue
        since, follows = ends[one.start], begins[one.start]
        # "My mom's are ... and ...": what is said of a number is said of the one beside it too.
        if not since or not _BESIDE.fullmatch(folded, since, one.start):
            before = _before(folded, since, one.start)
        behind = folded[one.end : min(follows, one.end + 120)]
        theirs = _theirs(before, _of_it(_LEADS_ON.sub("", behind) if follows < one.end + 120 else behind))
        denied = denied or bool(one.phone and not theirs)
        if one.phone or one.doubted:
            led = _NOW.search(folded, max(0, one.start - 16), one.start)
            holds = HOLDS.match(folded, one.end)
            spans.append((led.start() if led else one.start, holds.end() if holds else one.end))
            part = part or (one.doubted and theirs)
            if theirs and one.phone and (phone is None or _NEW.search(before)):
                phone = one.phone
        elif (
            (theirs or _NEW_TAIL.search(before))
            and len(one.digits) >= 3
            and (
                _PART.search(
                    re.split(r"\d", before if before.strip() else folded[since : one.start])[-1][-60:]
                )
                or (len(one.digits) > 5 and _SHORT.search(before))
            )
            and not _counts(folded, one.end)
            and not _COSTS.search(before)
        ):
            part = True
            rest = _REST.match(folded, one.end)
            spans.append((one.start, rest.end() if rest else one.end))
    if phone is None and (told := list(unfinished_phones(folded, valid))):
        part = True
        spans += told
    part = part or bool(_ANNOUNCED.search(folded))
    spans = [(start, _padded(folded, text.folded, end)) for start, end in spans]
    return Phones(phone, part and phone is None, _without(text, spans), denied)


def _padded(folded: str, told: str, end: int) -> int:
    """Where a number ends with the blanks that stand for the words it was told in."""
    while folded[end : end + 1] == " " and (told[end] != " " or folded[end + 1 : end + 2] == " "):
        end += 1
    return end


def _neighbours(given: list[Number]) -> tuple[dict[int, int], dict[int, int]]:
    """For each number where the one before it ends, and where the one behind it begins; a few figures are none."""
    ends: dict[int, int] = {}
    begins: dict[int, int] = {}
    last = 0
    for one in given:
        ends[one.start] = last
        last = one.end if len(one.digits) > 6 else last
    following = LONGEST
    for one in reversed(given):
        begins[one.start] = following
        following = one.start if len(one.digits) > 6 else following
    return ends, begins


# "New one 480 329 7164, my sister's is ...", ", el de mi hermana ...": said of the number that follows.
_LEADS_ON = re.compile(
    rf"[,.;(\n]\s*(?:(?:and|but|y|pero) )?(?:(?:my|his|her|our) {KIN_EN}(?:'?s)?|(?:the )?(?:number|one) (?:of|for) my {KIN_EN}|hers|his|theirs|(?:el|ese|la)(?: (?:numero|cel|celular|telefono|movil|otro))? (?:es )?(?:de|del|d) (?:mi|mis|su|la|el|un|una) {KIN_ES})"
    r"(?: (?:old |new )?(?:number|cell|phone|mobile|one|line))?(?: is| was| es| era|:)* *$",
    re.ASCII,
)
_BESIDE = re.compile(r"[\s,、/&+]*(?:\b(?:and|or|y|o|n)\b|[和跟同或及与])?[\s,]*")

# 4/20 5/20 6/20: days side by side.
_DATE = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")


# Free of charge, at the caller's cost, at a premium, the same everywhere: nobody's own.
_OF_FIRMS = (3, 4, 5, 8, 9, 10)


def _valid(run: str, *, country: str | None) -> str | None:
    import phonenumbers

    if len(re.sub(r"\D", "", run)) < 7 or _DATE.search(run):
        return None
    # Mexico's mobiles were dialled with a 1 after the country code until 2019.
    run = re.sub(r"^(?:00|\+)?52 ?1(?=(?:\D?\d){10}$)", "+52", run.strip())
    run = re.sub(r"^00", "+", run)
    run = re.sub(r"\s+", " ", run)
    digits = re.sub(r"\D", "", run)
    attempts: list[tuple[str, str | None]] = [(run, country)] if country else []
    attempts.append(("+" + digits, None))
    for candidate, region in attempts:
        try:
            number = phonenumbers.parse(candidate, region)
        except phonenumbers.NumberParseException:
            continue
        kind = phonenumbers.number_type(number)
        if phonenumbers.is_valid_number(number) and kind not in _OF_FIRMS:
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def _local(digits: str, *, country: str | None) -> bool:
    """Whether these are a whole number where one lives, or begin with the code of that country."""
    import phonenumbers

    if country is None or not 8 < len(digits) < 15:
        return False
    try:
        number = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) and number.country_code == (
        phonenumbers.country_code_for_region(country)
    )


# "My number was 917 204 6650, its not anymore\n929 ...": said of the number before.
_VERDICT = re.compile(
    r"^[\s,.;)(-]*(?:(?:but|and|y|pero|which|que) )?(?:it|its|it's|that|thats|that's|this|thats|is|ese|eso|este|ya|lo|la|me lo|se me|no) [^\n]{0,50}\n"
    r"|^ ?(?:was|is|were|used to be|isn'?t|ain'?t|no es|era|ya no) [^\n,;.!?\d]{0,40}[\n,;]"
)


def _before(folded: str, since: int, start: int) -> str:
    """What stands before, back to the last full stop, or to the number before."""
    context = folded[max(since, start - 60) : start]
    if since:
        context = _VERDICT.sub("", context)
    return re.split(r"(?<!order no)(?<!ref no)(?<!acct no)(?<!case no)[.!?;。！？；\n]\s|\d{5,}", context)[-1]


# 電話跌咗所以用緊張新卡號碼係: no bank's card.
_SIM = re.compile(r"((?:电话|手机|手提|门号)[^。]{0,30}新|预付|sim ?|电话|手机)卡(?=号|是|系|\W*$)")
_IDENTIFIER = re.compile(
    r"(?<![a-z])(?:order|ref(?:erence)?|account|acct|case|tracking|invoice|conf(?:irmation)?|ssn|social|receipt|ticket|routing|medicaid|medicare|badge|employee id|policy|venmo|zelle|cash ?app|paypal|bizum|clave|nip|password|usuario|dni|nie|nss|curp|rfc|cedula|recibo|factura|guia|rastreo|expediente|poliza|iban|autorizacion"
    r"|card|loan|policy|claim|id|zip|pin|(?<!area )code|clabe|cuenta|tarjeta|pedido|folio|referencia"
    r"|contrato|codigo)(?: (?:number|no|num|#|numero|es|is))*(?: ?[系是为])?\W*$"
    r"|(?:保单|代[号码]|八达通|统编|运单|社保|转数快|\bfps|\bpayme|支付宝|街口)(?:的|号码?|账号|id|no\.?)*[是系为: ]*$|(?:订单|账户|合同|身份证|验证码|邮编|[学工编单卡账帐案票批尾证房床座档员户](?:件|据)?号码?)[^,，。;；]{0,4}$|(?:客服|业务员|催收员?|专员|骗子|推销|诈骗|你们[用是系]|有个)(?:的|那个|这个|号码?|电话|用|叫|[ :,，])*$"
)


# "Mi número nuevo, que el otro lo dio de baja mi hija": what they did, and the number is one's own.
_OWN = re.compile(
    r"\b(?:my new (?:cell |phone |mobile )?(?:number|cell|phone|mobile)|mi nuevo (?:numero|cel\w*|telefono|movil)|mi (?:numero|cel\w*|telefono|movil) nuevo)\b"
)
_WHOSE = re.compile(
    r"(?:\b(?:de|es|a|con|for|of|is|to|call|ask|that'?s|its|it's|llam\w+|marqu\w+) ?|[,(] ?)$"
)


# "My daughter got me this cell phone", "mi hijo me compró este número".
_GIVES = re.compile(
    r" (?:just |has |have |had |kindly )*(?:got|gave|bought|set|hooked|put|lent|handed|passed|found|added|switched|moved) (?:me|us)\b| (?:ya |hoy )?(?:me|nos) (?:compro|regalo|dio|consiguio|presto|puso|paso|saco|cambio|activo|contrato)\b"
)


def _acts(before: str, named: re.Match[str]) -> bool:
    if named[0].startswith(("mi ", "my ")) and _GIVES.match(before, named.end()):
        return True
    own = _OWN.search(before, 0, named.start())
    kin = named[0].startswith(("mi ", "my ")) and not named[0].endswith("'s")
    return bool(own and kin and not _WHOSE.search(before[: named.start()]))


# 新number係... whatsapp我就得 唔好打, 新号... 白天别打: how or when it is called, not whether.
_HOW = re.compile(r"^[ ,，]*[^ ,，这那个支].{2,}(?:别|不要|唔好|莫)再?打$")
_WHEN_OR_BY = re.compile(
    r"白天|夜[里晚班]|晚上|夜晚|早上|[上中下]午|上班|返工|开[车会]|上课|睡|[点时]|休息|周[一二三四五六日末]|微信|whatsapp|短[信讯]|简讯|讯息|line|email"
)
_NEW_ZH = re.compile(r"新|[换转改](?:了|咗|成|为|做)?[^,，。]{0,4}$")


# 以後打這支 0933 506 218 不要再打我女兒那支: what is said behind is said of another number.
_OF_OTHERS = re.compile(
    rf"[\s,，]*(?:(?:请|以后|拜托|就|也)*(?:别|不要|唔好|莫|勿)(?:再|要)*打(?:去|给|畀|俾|到)?)?{KIN_ZH}(?:的|嘅)?(?:那|嗰|个|这|电话|手机|号)"
)
_MINE_BEHIND = re.compile(
    r"[\s,(]*(?:(?:is|that'?s|thats|its|it's|are) (?:actually |really )?(?:me|mine|my (?:new|own|current|real|actual|right))\b|(?:es|ese es|este es) (?:el )?(?:mio|mi (?:num|cel|tel|mov|nuev)\w*)|soy yo\b|(?:[这那呢嗰]个?)?[是系]?(?:我|俺|阮)(?:的|嘅|个)?(?:新|现在)|(?:[这那呢嗰]个?)?(?:才|先)?[是系]我(?:的|嘅|自己|本人|新|[,，。 ]|$))"
)


# "Not the 0161 one, that's my ex's", "el 323 lo perdí": what follows is said of another number.
_ANOTHER = re.compile(
    r"(?<!is )(?<!was )(?<!thats )(?<!that's )(?<!its )(?<!it's )(?<!es )(?<!era )(?:"
    r"\b(?:the|that|my|el|la|ese|esa|al|del|this)(?: (?:old|other|previous|viej[oa]|otr[oa]|del?|one|area code))* \(?\d{3,5}\)?(?! ?\d)"
    r"|\b(?:the|my|that|el|la|ese|esa) (?!same|last|phone|cell|mobile|whole|new|only|right|correct|best|good)[a-z-]+(?: [a-z]+)? (?:one|number|phone|cell|line|sim)(?='?s?\b)"
    r"|\b(?:(?:the|that|what|whatever)(?: (?:one|number|phone|cell|old one))?(?: that)? (?:you|u|ya|y'?all|they)\b|(?:el|la|lo|ese|al) (?:\w+ )?que (?:tienen|tenian|tienes|tenias|teneis|marcan|usan|llaman|llamais|estan|estais|les|os|sale|salia|aparece|tenia|usaba)\b))"
    r"|(?:你|您)(?:们|哋)?(?:那边|手上|系统|一直|而家|现在|之前)?(?:存|打|有|记|用|拨|留|登记|手上|系统|资料|联系|call)[^,，。\d]{0,4}(?:那|嗰|的|嘅)(?:个|支|号|部|只|条)"
)
# "646 731 0258 (my old one)": said of that number.
_NAMED = re.compile(
    r"[\s,]*\(?(?:the|my|el|mi|la) (?:old|previous|former|viej[oa]|anterior)(?: (?:one|number|cell|phone))?\s*[).;]"
)
# "If it does not go through", "si no contesto": when, not whether.
_IF = re.compile(r"\b(?:if|when|in case|si|cuando|por si)\b.*")


def _of_it(behind: str) -> str:
    """What is said of the number that it stands behind."""
    behind = re.sub(" {2,}", " ", behind)
    another = _ANOTHER.search(behind)
    if another and _NAMED.match(behind):
        another = None
    return _IF.sub("", f"{behind[: another.start()]}_" if another else behind)[:90]


# "My caseworker's number is": whose it is, and nothing of one's own.
_SAID_OF_IT = re.compile(
    r"'?s? ?(?:(?:new|cell|phone|mobile|home|work) )*(?:number|num|cell|phone|mobile|line|one|#)?(?:'?s| is| at| on|:| es| esta| el| la| en)*[: ]*"
)


def _theirs(before: str, behind: str) -> bool:
    before, behind = _SIM.sub(r"\1机", before), behind[:90]
    if _IDENTIFIER.search(before) or NO_PHONE.match(behind):
        return False
    if KIN_NUMBER.search(before) and not reached_on_theirs(before, behind):
        return False
    mine = _MINE_BEHIND.match(behind)
    if (
        THEIRS_BEHIND.match(behind)
        or SOMEBODYS.match(behind)
        or (mine is None and not_borrowers(before, behind))
    ):
        return reached_at(before) or reached_on_theirs(before, behind)
    denied = [one for one in _NOT_THEIRS.finditer(before) if not _acts(before, one)]
    if denied and not mine and not reached_on_theirs(before, behind):
        since = before[denied[-1].end() :]
        if _SAID_OF_IT.fullmatch(since):
            return False
        if not _NEW.search(since) or since.strip() in ("al", "es", "is", "it's", "'s", "tiene"):
            return False
    if _NAMED.match(behind):
        return False
    if mine and re.search("[别要好莫]再?打", behind):
        return True
    of_another = _OF_OTHERS.match(behind) or OF_ANOTHER.match(behind) or ANOTHER_ZH.match(behind)
    if of_another and _NEW.search(before):
        return True
    over = _OVER.match(behind)
    return not over or bool(_HOW.search(over[0]) and (_NEW_ZH.search(before) or _WHEN_OR_BY.search(over[0])))


def _counts(folded: str, end: int) -> bool:
    return bool(
        re.match(r" ?(?:times|days|weeks|dollars|bucks|pesos|veces|dias|块|元|次|天)", folded[end : end + 10])
    )


def _without(text: Text, spans: list[tuple[int, int]]) -> Text:
    folded = text.folded
    for start, end in spans:
        folded = folded[:start] + NOISE * (end - start) + folded[end:]
    return Text(text.plain, folded)
