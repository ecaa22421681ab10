"""Whose number or address it is: the people a borrower may have it from (folded text)."""

from __future__ import annotations

import re

KIN_EN = (
    r"(?:mom|mum|mam|mother|dad|father|momma|mama|mommy|mummy|ma|pa|papa|pop|pops|daddy|lad|lass|parents|folks|grand(?:mother|father|son|daughter|kids?|parents)|gramp\w*|granny|pawpaw|memaw|abuela|tita|tito|lola|lolo|tia|tio|mami|papi|suegra|step(?:son|daughter|mother|father)|god(?:mother|father|son|daughter)|landlord|landlady|maid|helper|nurse|solicitor|barrister|paralegal|bookkeeper|guarantor|co-?signer|employer|foreman|dentist|midwife|(?:union|sales|support) rep|(?:debt|credit|housing|school|drug|financial) (?:counsell?or|advis[eo]r)|advis[eo]r|carer|(?:case|social|support|youth|key|care|outreach|parole) ?(?:worker|manager|officer)|probation officer|public defender|advocate|guardian|rabbi|imam|teacher|trainer|therapist|sponsor|therapist|counsell?or|doctor|coach|probation officer|pastor|priest|supervisor|manager|super|baby ?(?:mama|momma|daddy)|roomie|housemate|bestie|bff|homeboy|old (?:man|lady)|other half|wife|husband|hubby|missus|missis|brother|bro|sister|son|daughter|kid|friend|mate|buddy"
    r"|ex(?:[ -]?(?:husband|wife|boyfriend|girlfriend))?|boss|neighbou?r|lawyer|attorney|accountant|room ?mate|flat ?mate"
    r"|cousin|uncle|aunt|aunty|auntie|nan|nana|gran|grandma|grandpa|girlfriend|boyfriend|gf|bf|partner|fiancee?|co-?worker"
    r"|colleague|niece|nephew|stepdad|stepmom|(?:mother|father|brother|sister|son|daughter)[ -]in[ -]law)s?"
)
KIN_ES = (
    r"(?:mama|papa|espos[oa]|hermanit[oa]|herman[oa]|hij[oa]|amig[oa]|jef[ea]|vecin[oa]|ex(?:[ -]?(?:espos[oa]|marido|mujer|novi[oa]|pareja|suegr[oa]))?|suegr[oa]|prim[oa]|tia|tio|madre|mami|papi|apa|ama|jefit[oa]|carnal[a]?|compa|compi|colega|chav[oa]|niet[oa]|nen[ea]|ni[nñ][oa]|peque|cunia[doa]+|cunao|cuna[oa]|concun[oa]|consuegr[oa]|padrastro|madrastra|hijastr[oa]|ahijad[oa]|padrin[oa]|madrina|caser[oa]|arrendador[a]?|duen[oa]|patron[a]?|encargad[oa]|supervisora?|roomie|inquilin[oa]|senora?|yayo|yaya|abuelit[oa]|patrona"
    r"|padre|mujer|marido|novi[oa]|parej[ao]|cunad[oa]|compadre|comadre|companer[oa]|abuel[oa]|sobrin[oa]|nuer[ao]|yerno|ama"
    r"|aita|viej[oa]|gestor[ia]*|contadora?|abogad[oa]|licenciad[oa]|asesora?|consejer[oa]|notari[oa]|fiadora?|aval|dentista|pediatra|trabajador[a]? social|asistent[ae](?: social)?|terapeuta|psicolog[oa]|doctor[a]?|medic[oa]|enfermer[oa]|cuidador[a]?|pastor[a]?|cura|parroco|profe(?:sor[a]?)?|entrenador[a]?|portero|conserje|albacea|tutor[a]?)"
)
KIN_ZH = (
    r"(?:我|俺|咱|阮|阿)*(?:[我俺阮]某|[我阮]翁|我?[爸妈娘][爸妈]?|阿[妈爸公婆嫲爷嬷哥姐弟妹]|老[妈爸豆窦婆公板]|爷爷|奶奶|外[公婆]|婆婆|公公|岳[父母]"
    r"|娃儿?|我崽|[我个][仔女]|孙[子女]?|侄[子女]?|[大小]?[舅姨姑叔伯嫂]+[子父母妈婆]?|(?:老)?丈(?:人|母娘)|婆娘|堂客|屋里人|当家的|爱人|对象|[男女]的|家[里属]人?|[大小]孩|孩子(?:[他她]?[爸妈])?|囡|囝|查某|查埔|后生|亲家|老[表乡]|师傅|徒弟|班长|组长|店长|领导|经理|中介|看护|外佣|工人|同屋|同学|合租的?|媳妇|女婿|家[姐嫂兄弟]|屋企人|[女男]友|[女男]朋友|室友|房东|主管|太太|先生|前?(?:同事|朋友)"
    r"|工友|[姐妹]夫|[弟表堂大小二]*[哥姐弟妹]+[夫媳]?[妇]?|儿子|女儿|亲戚|邻居|邻舍|隔壁|律师|会计|前[妻夫任])"
)

# 新手机...国内那个没用了, 新邮箱...旧的不用了: behind a new one, what is said of another.
ANOTHER_ZH = re.compile(
    r"[\s,，。(（]*(?:我|而|至于|那|以前|之前|原来)*(?:[国境海]内|大陆|内地|老家|国外|海外|香港|澳门|台湾|澳洲|美国|加拿大|英国|新加坡|马来西亚|旧|老(?!婆|公|板|妈|爸)|原来|以前|之前|原先|先前|本来|前面|另外?|上一|公司|单位|qq|移动|联通|电信)(?:的|嘅|那|嗰|个|支|号|台|只|张|边|卡|邮箱|信箱|手机|电话)"
)
# Behind it: "... is my dad's, take it off", 那是我媳妇的号.
THEIRS_BEHIND = re.compile(
    rf"[\s,.(-]*(?:(?:because |cause |cuz |cos |since |as |and |y'?all )?(?:that |it |this |which |the |one |number |phone )*(?:is|belongs to|goes to|that'?s|thats|its|it's|was|b) (?:(?:actually|really|just|only|still|now) )?(?:my|me|his|her|our|their|the|an?) {KIN_EN}(?:'?s)?\b"
    rf"|(?:that |it |this |which |the |one |number |phone |cell )*(?:is|that'?s|thats|its|it's|was|are) (?:(?:his|hers|theirs|not me|not mine|not my|some(?:body|one) else|another person|a stranger|a neighbou?r)\b|(?:his|her|their) (?:phone|cell|mobile|number|work)\b)"
    rf"|(?:(?:ese|este|eso|numero|num|cel|telefono|que|porque|pq|xq) )*(?:es|era) (?:el|la|l|un|una) (?:(?:numero|cel|celular|movil|telefono|casa|trabajo) )?(?:d|de|del) (?:mi|su|la|el|un|una|mis|sus|l|otr[oa]) ?(?:{KIN_ES}|person\w*|senora?)\b"
    rf"|(?:(?:ese|este|esa|que) )*l[oa] (?:tiene|usa|trae|contesta|lleva|ocupa|agarro|maneja) (?:mi|el|la|otr[oa]) ?(?:{KIN_ES}|person\w*)\b|(?:that )?(?:my|me|his|her|our) {KIN_EN} (?:has|have|uses?|answers|got|keeps|kept|took|stole|owns|carries)\b"
    rf"|(?:(?:ese|este|eso|numero|num|cel|telefono|que) )*(?:es|era) (?:de|d) (?:ell?[oa]?s?|otr[oa] \w+|alguien|un \w+|una \w+)\b|(?:(?:ese|este|eso|numero|num|cel|telefono|ya|que) )*no (?:es mio|es el mio|es mi (?:num|cel|tel|movil)\w*|soy yo)\b"
    rf"|(?:(?:ese|este|eso|numero|num|cel|telefono|que|porque|pq|xq) )*(?:es|era|pertenece) (?:de|d|a|al|del) ?(?:mi|su|la|el|un|una|mis|sus|lo)? ?{KIN_ES}\b"
    # "612 555 0142 keeps calling me", "is 612 555 0142 yours?".
    rf"|[\s,(]*(?:that |which |has |have |been |just |always |is )*(?:keeps?|kept|called|texted|rang|messaged|calling|texting|ringing)(?: (?:on|up|calling|texting|ringing|messaging))* (?:me|us)\b"
    rf"|[\s,(]*(?:is |es |son )?(?:your (?:num\w*|no|phone|line)|yours|ur num\w*|suy[oa]s?|vuestr[oa]s?|de (?:ustedes|uds|vosotros))\b"
    # "961 24 33 18 (de mi difunta esposa)", "773 555 0181, my moms cell".
    rf"|[\s,(]*(?:el |la )?(?:de|d|del) (?:mi|mis|su|la|el|una?) (?:difunt[oa] |ex |propi[oa] |antigu[oa] )?{KIN_ES}\b"
    rf"|[\s,(]*(?:my|his|her|our) (?:late |dead |poor |old )?{KIN_EN}'?s?(?<=s)(?: (?:phone|number|cell|one|line|old))*[\s)]*(?:$|[.,;)\n])"
    # "The number 932 114 508 that you have", "les atenderá la peluquería".
    rf"|[\s(]*(?:que|el que|k|q) (?:(?:ya|me|les|uds?|ustedes|usted|vosotros|vos|ahi|alli) )*(?:tienen|tenian|tiene|tenia|teneis|teniais|marcan|marcaban|llaman|llamaban|aparece|aparecia|figura|figuraba|consta|usan|usaban)\b(?! (?:el|la|mi|un|otr|mal|que))"
    rf"|[\s(]*(?:(?:is|was|that'?s|thats) )?(?:that |which |the (?:one|number) |what )+(?:you|u|y'?all|ya'?ll)(?:'?ve| (?:guys|people|all|lot|folks))? (?:have|had|got|keep|been|already have|call(?:ed)?|rang|ring)\b"
    rf"|[\s,(]*(?:(?:y|ahi|alli|ya|solo|siempre|le|les|os|te) )*(?:va a |van a )?(?:atend|contest|respond|cog|descuelg|sal|me sal)(?:era|eran|ara|aran|er|ar|e|en|dra|a|an|ir) (?:la|el|las|los|mi|un|una|otr[oa]|su|alguien)\b"
    rf"|[\s,(]*(?:and )?(?:you'?ll|youll|you will|u|ull|you|you'?d) (?:(?:just|only|always|be|still|end up) )*(?:get|getting|reach|reaching|wake|waking|bother|bothering|annoy|talking to|speak(?:ing)? to|talk to) (?:my|the|a|an|some|his|her) (?!voice ?mail|machine|answer|text|reply|response|busy)"
    rf"|[\s,(]*(?:(?:is|it'?s|that'?s|thats|its|es|era|was) )?[^,.;!?\n\d]{{0,50}}\b(?:trabajaba|vivia|rentaba|curraba|chambeaba|used to (?:work|live|stay|be at)|i worked)\b"
    rf"|[了啦喇啊呀呢嘛]*[\s,，。(（]*(?:这|那|呢|嗰|個|个|支|只|隻|号码?|手机|电话|邮箱|其实|的|嘅|都)*(?:是|系)?{KIN_ZH}(?:家|屋企|那边|公司)?(?:里)?(?:的|嘅|㗎|嘞|勒|额|格|咧|的|啦|呀|啊|喔|喇|哦|手机|手提|电话|号|[,，。;；!！?？\s)）]|现?在用|用[紧着]|攞|拿|$)"
    rf"|[^,，。;；!！?？\d\n]{{0,10}}[,， ](?:那|嗰)(?:个|支|只|部)?(?:号码?|手机|电话)?(?:是|系){KIN_ZH}(?:的|嘅|电话|手机|号|[,，。;；!！?？\s)）啦㗎]|$)"
    r"|[了啦喇啊呀呢嘛]*[\s,，。(（]*(?:这|那|呢|嗰|個|个|支|只|号码?|手机|电话|邮箱|其实|的|嘅|都|根本|又|已经|早就)*(?:(?:是|系)(?:[他她它伊佢渠](?!们?(?:帮|给|叫|换|办))|人家|别人|人哋|第二个|人地|另一个人)|(?:不|唔|毋|弗|勿)[是系](?:我|俺|阮)))",
    re.ASCII,
)

# Before it: "call me on my wife's", "llámame al celu de mi mujer", 打我老婆电话 ... 搵我. Theirs, but the borrower is there.
_DENIED = r"(?<!don't )(?<!dont )(?<!not )(?<!stop )(?<!never )(?<!quit )"
_PHONE_EN = r"(?:phone|cell|mobile|mob|number|num|line|one|#)"
_REACHED_ON = re.compile(
    rf"{_DENIED}\b(?:call|text|txt|ring|reach|contact|message|msg|get|try|phone|bell|hit|catch) (?:me|us|hold of me)(?: up| back)? (?:on|at|by|with|(?:thru|through|via)(?= (?:my|the) (?:[a-z]+ ){{0,2}}[a-z]+(?:'?s\b|(?:'s)? {_PHONE_EN}\b)))"
    rf" (?:(?:my|the) )?{KIN_EN}(?:'?s)?(?: (?:{_PHONE_EN}|for now|instead|is|at|on))*\W*$"
    r"|(?<!no )\b(?:llam|marqu|marc|escrib|mand|contact|habl|localiz|busc|busqu)[a-z]*(?:me|nos)\b(?: (?:mejor|por favor|porfa|ahora|ya|por ahora|mientras|de momento))*"
    rf" (?:al|en el|a el|por el) (?:[a-z]+ )?(?:de|del|de la|de mi) {KIN_ES}\b[^.;!?\d]{{0,20}}$",
    re.ASCII,
)
# "Llámenme al ..., es de mi hermana".
_REACHED_AT = re.compile(
    rf"{_DENIED}\b(?:call|text|txt|ring|reach|contact|message|msg|get|try|phone|hit) (?:me|us|hold of me)(?: up| back)? (?:on|at|thru|through|via|by|with)\W*$"
    r"|(?<!no )\b(?:llam|marqu|marc|escrib|mand|contact|habl|localiz|busc|busqu)[a-z]*(?:me|nos) (?:al|a|a este|en el|en)(?: numero)?\W*$",
    re.ASCII,
)
_USE_THEIRS = re.compile(
    rf"{_DENIED}\b(?:use|try|call|text|ring) (?:(?:my|the) )?{KIN_EN}(?:'?s)?(?: {_PHONE_EN})+(?: (?:for now|instead|is|at|on))*\W*$",
    re.ASCII,
)
_FOR_NOW = re.compile(r"\b(?:for now|instead|mine|mines|my (?:phone|cell|mobile)|till?|until)\b", re.ASCII)
_BY_THEIRS_ZH = re.compile(
    rf"(?<!不要)(?<!别)(?<!唔好)(?<!不)(?:打|用|call|敲|拨|搵)(?:去|到|给|俾|畀)?{KIN_ZH}(?:的|嘅|个|支|只|部)*(?:手机|电话|号码?|手提|门号|number)?(?:号码?)?\W*$"
)
# 现在是用我女儿以前的预付卡号码...
_USES_THEIRS_ZH = re.compile(
    rf"(?:现在|而家|依家|宜家|目前|暂时|这阵子)(?:都|是|系|就|改|在|先|我|暂时)*(?:借?用)(?:紧|着|住|开)?{KIN_ZH}(?:的|嘅|个)?(?:以前|之前|旧|老|闲置|多余|备用|不用)?(?:的|嘅)?(?:那|个|支|张|只)*(?:预付|备用|旧)?(?:手机|电话|机|卡|号码?|门号|手提|number)*(?:是|系)?\W*$"
)
_FOR_NOW_ZH = re.compile(r"(?:先|暂时|暂且|这几[天日]|呢几日|这阵子|这段时间|临时)[^,，。;；]*$")
_ME_ZH = re.compile(
    r"[ ,，]{0,2}(?:就(?:能|可以|得)?|可以|能|来)?(?:找|搵|揾|联[系络]|call|打给)(?:到|得到|返)?(?:我|俺|阮)"
)


# "... is good til the 30th", "... starting friday": how long the number holds, and no day to pay.
HOLDS = re.compile(
    r"(?:,? (?:is|be|will|stays?|still|only|just|es|esta|sigue|sirve|funciona|jala|solo|nomas|works?|good|on|active|mine|en servicio))*,? (?:till?|until|thru|through|as of|from|starting|beginning|hasta|desde|a partir) (?:(?:de|del|el|la|the|on|this|next|este) )*"
    r"(?:\d{1,2}(?:st|nd|rd|th)\b|(?<=el )\d{1,2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|lunes\b|martes\b|miercoles\b|jueves\b|viernes\b|sabado\b|domingo\b|tomorrow\b|manana\b)",
    re.ASCII,
)


def reached_on_theirs(before: str, behind: str) -> bool:
    """Whether the borrower is to be reached by what is somebody else's."""
    used = _USE_THEIRS.search(before)
    if (
        _REACHED_ON.search(before)
        or _USES_THEIRS_ZH.search(before)
        or (used and _FOR_NOW.search(used[0] + behind))
    ):
        return True
    by = _BY_THEIRS_ZH.search(before)
    return bool(by and (_ME_ZH.match(behind) or _FOR_NOW_ZH.search(before[: by.start()])))


def reached_at(before: str) -> bool:
    """Whether the borrower asks to be reached at what follows."""
    return bool(_REACHED_AT.search(before))


# What a phone is called, or told of it: "the landline is ...", "my new one is ...", "el fijo es el ...".
_OF_PHONES = (
    r"(?:nu?mb?(?:er|ro)?[a-z]*|no|nbr|#|ph[a-z]*n[a-z]*|fone|cel[a-z]*|mob[a-z]*|tel[a-z]*|nue[vb][a-z]*|line|landline|digits|hp|contact|info|whats ?app|whats|wa|wats|telegram|home|house|place|crib|apartment|apt|room|dorm|work|workplace|job|office|desk|ext(?:ension)?|google|voice|burner|sim|pager|trac(?:k|f)?(?:one|phone)|text|prefix|code"
    r"|one|ones|new|old|best|right|correct|real|actual|current|only|other|second|first|last|same|main|direct|good|rest|end|way|thing|address|email|answer|truth|problem|day|night|morning|evening|afternoon|week|weekend|time|moment|meantime|future|call|text|ring|use|try|reach|dial|message|is|at|on|it|me|us|that|this|to|change|update|updated|now"
    r"|nro|fono|celu|aparato|equipo|movil|fijo|yape|plin|nequi|linea|chip|wasap|guasap|nuev[oa]|buen[oa]|actual|mi[oa]|correct[oa]|otr[oa]|unic[oa]|mejor|que|del?|verdad|dia|cosa|ultim[oa]|primer[oa]?|segund[oa]|casa|personal|contacto|prefijo|lada|resto|final|trabajo|contestador|buzon|cambio|tarde|manana|noche|horas?|mediodia|domicilio|oficina|mism[oa]|par|lunes|martes|miercoles|jueves|viernes|sabado|domingo|mes|semana|ano|fin|finde|proxim[oa]|siguiente|momento)"
)
_CALLS = r"(?:call|ring|bell|phone|text|txt|contact|try|ask|reach|message|speak (?:to|with)|talk (?:to|with)|through|thru|via)"
_LLAMA = r"(?:llam|marqu|marc|habl|pregunt|contact|dirij|comuni)[a-z]*"
# "The dispatcher is at ...", "call the warden ...", "ring him on ...", "mi liaison es el ...": neither "my cell is" nor "the new one".
_ANOTHERS = re.compile(
    rf"(?<!at )(?<!in )(?<!on )(?<!so )\b(?:my|the|our|his|her|their) (?!(?:[a-z]+ ){{0,3}}(?:number|phone|cell|mobile|line|one|num)\b)(?:[a-z&-]+ ){{0,3}}?(?!(?:{_OF_PHONES}|[a-z]+(?:ing|ed|ly))(?:'s)?\b)[a-z][a-z-]+(?:'s| is| are)(?: at| on)? $"
    rf"|\b{_CALLS} (?:up )?(?:my|the|our|his|their) (?:[a-z&-]+ ){{0,2}}?(?!(?:{_OF_PHONES}|[a-z]+(?:ing|ed|ly))(?:'s)?\b)[a-z][a-z-]+(?: up| on| at| is)*[,:]? $"
    rf"|\b(?:call|ring|bell|phone|text|txt|contact|ask|message) (?:up )?(?:him|her|them)(?: up| back| direct(?:ly)?)?(?: on| at)?[,:]? $"
    rf"|\b(?:mi|el|la|nuestr[oa]) (?!{_OF_PHONES}\b)[a-z]+(?: [a-z]+){{0,5}}? (?:es|esta en|tiene|atiende en)(?: el| al| en el)? $"
    rf"|\b{_LLAMA} (?:al|a (?:la|mi|su)|con (?:el|la|mi|su)) (?!{_OF_PHONES}\b)[a-z]+(?: [a-z]+){{0,3}}?(?: al| en el| es el| es)?[,:]? $|\b(?:llam|marqu|habl|escrib|pregunt)[a-z]*(?:le|les|lo|los)(?: por favor| mejor)? (?:al|en el|a este) $"
    r"|\b(?:el|la) (?:lic(?:enciad[oa])?|sr|sra|senora?|dr|dra|doctora?|ing\w*|abogad[oa]|gestori?a?|gestora|encargad[oa]|trabajador[a]? social|asistente? social|despacho|notaria|ayuntamiento)\b[^,.;!?\d]{0,30}[, ]$|\b(?:abogad[oa]|asistent[ea]|asesora?|gestora?|jef[ea]|encargad[oa]) es [^,.;!?\d]{2,24} (?:y )?(?:su|el) (?:numero|movil|cel|tel)\w*(?: es)?(?: el)? $"
    # "Her cell is ...", "y su cel es ...", "the phone belongs to Tasha now ...".
    r"|\b(?:his|her|their|su) (?:[a-z]+ )?(?:nu?m\w*|cell?|celular|tel\w*|movil|phone|mobile|line|whats\w*|fijo)(?:'s| is| es|:)(?: el)? $|\b(?:phone|number|cell|line|it|that)(?: now)? belongs to [^.,;!?\d]{1,24} $|\b(?:mi|el|la) (?:aval|fiadora?|abogad[oa]|gestora?|dueñ[oa]|duen[oa])\b[^.;!?\d]{0,40} $"
    # Firms, and people to be asked where the borrower is not to be found.
    r"|\b(?:employer(?: is)?:?|employed (?:at|by|with)|works? (?:(?:nights?|days|part[- ]time|full[- ]time|weekends|evenings) )?(?:at|for)|(?:drive|deliver|clean|cook) for|job is|(?:trabajo|trabajar|chambear|chambeo|laboro|curro) (?:en|para|a|de)|empresa:?|emergency contact|next of kin|reference:?|contacto de emergencia)(?! (?:nights?|home(?! depot| goods| bargains)|days|casa|myself|noches|las)\b)[^.;!?\d]{0,40} $"
    r"|\b(?:citizens advice|stepchange|payplan|legal aid|salvation army|money advice|step change|caritas|cruz roja|(?!the )[a-z]+ (?:surgery|solicitors|law firm|law office|legal|council|hospital|clinic))(?: on| at| is|:|,)? $"
    # What one called oneself, or sent money to.
    r"|\b(?:i|we|i'?ve|we'?ve|ive) (?:(?:just|already|have|even|then|also) )*(?:called|rang|rung|phoned|texted|diall?ed|messaged|tried|tried (?:calling|ringing)|blocked|faxed|googled|spoke (?:to|with))(?: back)?(?: the| that| this)?(?: number| on| at)? $|^\W*(?:i )?(?:blocked?|tell|told|report(?:ed|ing)?|fax(?: it| that)? to)(?: the number)? $"
    r"|\b(?:told|asked|said|says|supposed|trying|instructed)(?: me)? to (?:call|ring|text|phone|contact)(?: back)? $|\bwhy (?:did|does|do|is|was|has|have)(?: the number)? $|\b(?:some(?:one|body)|a (?:guy|man|lady|woman|person)|mr|mrs|ms|miss|agent|officer)\b(?: (?:named|called|by the name of))?(?: [a-z]+){0,2}(?: at| on| from|,)? $|\bnamed [a-z]+(?: [a-z]+)? (?:at |on |from )?$"
    r"|\b(?:bizum|zelle|venmo|cash ?app|paypal|nequi|yape|plin|daviplata|mercado ?pago|bank transfer|payid)\b[^.;!?\d]{0,30}\b(?:to|al?|desde el|del|en el|with|from) $|\bsent (?:it|that|the money|them|\$?\d+) to $|\bbloque[eo] (?:el|al|ese) $"
    r"|(?:打|拨|call)(?:过去|过|了|咗|返去|咗去)(?:给)?[ :,，]*$|(?:村长|里长|邻长|网格员|法务|专员|客[户服]经理|义工|志工|志愿者|书记|支书|小[李王张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许沈曾彭吕])(?:那边|那里)?(?:的|嘅)?(?:手机|电话|号码?|联系方式)*[是系: ]*$|(?:支付宝|微信支付|转数快|\bfps|\bpayme|街口|line ?pay)[^,，。;；!?\d]{0,6}[: ]*$|(?:钱|款)[^,，。;；\d]{0,4}(?:打|转|汇|存)(?:到|去|入|进)$",
    re.ASCII,
)
# "... (mom)", "... - sisters", "... is the pub", "... and nobody answered", "... said I owe 400".
_ANOTHERS_BEHIND = re.compile(
    rf"[ ,]*(?:\(|- ?)(?:my |mi )?(?:{KIN_EN}|{KIN_ES})(?:'?s)?(?: (?:number|cell|phone))?\W*$"
    rf"|[ ,]*(?:is|it'?s|that'?s|thats|was) (?:actually |just |only )?(?:the|an?) (?!(?:[a-z]+ )?{_OF_PHONES}\b)[a-z'-]+\b(?! (?:number|phone|line|cell|mobile|one)\b)"
    r"|[ ,]*(?:and|but|it|then) (?:it |they |he |she |that )?(?:nobody|no ?one|(?:just )?(?:rang|rings)|hung up|it was|got (?:cut|no|put)|was (?:told|on hold)|went (?:to|straight))\b|[ ,]*(?:said|says|told (?:me|us)|cussed|hung up|yelled|threatened)\b"
    r"|[ ,]*(?:is(?:n'?t| not)|ain'?t|aint) me\b|[ ,]*(?:off|from) (?:your|my|the|this|ur) (?:list|file|account|records?|system)\b|[ ,]*(?:thru|through|via|on|with|by) (?:zelle|cash ?app|venmo|paypal|bizum)\b"
    r"|[ ,]*y (?:nadie|no (?:contest|cog|respond|me|habia|da)\w*|me (?:colg|cort|dij|atend|contest|pas|tuvi|sal)\w*)|[ ,]*(?:lleva mi caso|me lleva|les explica|os explica|les informa|prometi[oó] )"
    r"|[ ,]*(?:都|又|也|一直)?(?:没|冇|无)人(?:接|听|应|理)|[ ,]*(?:答应|同我讲|跟我[说讲])|[ ]*(?:这|那|呢|嗰)个?(?:支付宝|微信|转数快|payme)",
    re.ASCII,
)
# Asked after: "is 213 ... you people?", "el 442 ... quién es", and what rang oneself: "613 ... keeps coming up".
_YOU = r"(?:you(?:rs?|se)?|u|urs?|y'?all'?s?|ya|one of (?:you|ur|y'?all)\w*)"
_ASKED_BEFORE = re.compile(
    r"(?:^\W*|[,;] )(?:(?:hi|hey|hello|yo|so|ok|wait|um|and|but|also|sorry) )*(?:is|was|are|does|did)(?: (?:this|that|the))?(?: number)? $|\bde (?:quien|donde) (?:es|son|sera)(?: el| este| ese)?(?: numero)?(?: el)? $|\bquien (?:es|son|sera|tiene|me (?:llam|marc|habl|mand|escrib)\w+)(?: el| este| ese| del?| desde)*(?: numero)?(?: el)? $"
    r"|\bmissed (?:a )?(?:call|ring)s?:? $|\b(?:llamadas?|mensajes?|whats\w*) (?:perdid[oa]s? )?(?:del?|desde)(?: el| ese| este)?(?: numero)?(?: el)? $",
    re.ASCII,
)
_ASKED_BEHIND = re.compile(
    rf"[^.;!?\d\n]{{0,40}}?\b(?:is|was|are|r|that|this|it|its) (?:(?:that|this|it) )?{_YOU}(?: (?:people|guys|lot|folks|company))*(?:[ ?]*\?|\s*$|,| or\b)"
    r"|[^.;!?\d\n]{0,24}?\b(?:legit|(?:is(?: this| it| that)?|an?|or) (?:scam(?:mer)?|spam|fraud)|una? (?:estafa|fraude))\b|[ ,.-]*(?:who(?:'?s|se|dis)?|wtf|de quien|quien(?:es)?)\b(?! (?:do|can|should|to|i|puedo|conteste|le)\b)"
    r"|[ ,]*(?:number |one )?(?:that |who |which )?(?:(?:has|have|keeps?|kept|been|is|was|just|always|they) )*(?:call|ring|text|phon|com|popp|show|buzz|bother|harass|spamm)(?:ing|in)\b(?! (?:you|u|y'?all|from|off)\b)|[ ,]*(?:number |one )?(?:that |who |which |just |has )*(?:called|rang|rung|texted|phoned) (?:me|us|my|here|at|again|twice|\d)"
    r"|[ ,]*belongs? to (?:you|ur?|y'?all)|[ ,]*(?:ese |este )?(?:es|son|sois|eres|fueron|fue|eran?) (?:de )?(?:tu numero|tu\b|(?:usted(?:es)?|uds?|vosotros|vuestr[oa]s?|suy[oa]s?)\b)"
    r"|[ ,]*(?:que )?(?:me|nos) (?:(?:and|est|sig|viv)\w+ (?:\w+[ai]ndo|\w+iendo)|(?:llam|marc|habl|mand|escrib|molest)(?:aron|aban?)|sale|aparece)\b"
    r"|[^,，。;；\d\n]{0,6}?(?:(?:是|系)(?:不是|唔系|咪)?(?:你|您)(?:们|哋)?(?!们?(?:要|需|叫|之前))|(?:是|系)?(?:边个|边位|谁)(?:嚟|的|嘅|呀|啊|$)|(?:是|系)(?:不是|咪)?(?:诈骗|骗[子人]|骗徒|推销|假的))",
    re.ASCII,
)
# "Office no 080 2345 6789 dont call".
_AT_WORK = re.compile(r"\b(?:office|work|job|company|shop|oficina|trabajo|empresa)\b", re.ASCII)
_LEFT_ALONE = re.compile(
    r"[\s,.]*(?:(?:but|so|and|pero|please|pls) )*(?:don'?t|do not|never|no|nunca) (?:call|ring|use|phone|llam\w+|marqu\w+)\b(?! (?:before|after|until|till?|at \d|antes|despues))",
    re.ASCII,
)


def not_borrowers(before: str, behind: str) -> bool:
    """Whether what stands around a number says that somebody else is reached by it, or money sent to it."""
    if _AT_WORK.search(before) and _LEFT_ALONE.match(behind):
        return True
    before = before.rstrip(" (:") + " "
    said_before = _ANOTHERS.search(before) or _ASKED_BEFORE.search(before)
    return bool(said_before or _ANOTHERS_BEHIND.match(behind) or _ASKED_BEHIND.match(behind))
