"""New addresses, employers and names that a text gives, as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.contacts.chinese_names import told_name
from reading.contacts.corrected import WRONG
from reading.contacts.names import name_in_parts, name_said
from reading.contacts.streets import STREET_ZH, STREETS
from reading.text import MASK, Text


@dataclass(frozen=True)
class Found:
    """What was given, as written; `incomplete` when an address was announced but not given whole."""

    address: str | None = None
    employer: str | None = None
    person_name: str | None = None
    incomplete: bool = False


_NOT_A_PLACE = r"(?:the|an?|my|our|his|her|this|that|no|class|meetings?|bed|hospital|jail|prison|court|school|debt|trouble|pain|line|church|surgery|therapy|rehab|college|uni|transit|between|need|full|training|treatment|recovery|chemo|bankruptcy|collections|work|shock|tears|charge|contact|love|town|some|too|over|deep|big|serious|bad|really|so|and|for)"
_MOVED = re.compile(
    rf"(?:^|(?<=[.!;,] )|(?<=[.!;,]))(?:just )?moved(?: again| house| home| flat| places?)?(?= ?[.,:;!]|$| (?:lol|lmao|sorry|again|now|so|and|it'?s))|\bnow (?:i'?m|im|i am|we'?re|we are) (?:living )?in (?!{_NOT_A_PLACE}\b)[a-z]{{3,14}}\b|\b(?:not|no longer) living (?:in|at|on) (?:that|this|the) (?:\w+ )?(?:any ?)?more\b|"
    r"\b(?:(?:not|no longer) at [^.;!?,]{2,40}?(?:,| any ?more,?| no more,?) (?:now )?(?:i'?m|im|we'?re|were|we are|i am) (?:now )?at (?=\d|flat |apt |unit )|(?:my |the |all |any )*(?:mail|letters|post) (?:now |should |can )?(?:goes|comes|go|is going|gets sent)(?: now)? to|send (?:my |the |any |all )*(?:mail|letters|post|paperwork) to|(?<!payday )(?<!pay day )(?<!date )(?<!check )(?<!paycheck )(?<!shift )(?<!\bit )(?<!day )mov(?:ed|ing) (?:(?:up |down |over |back |out |across |away |on )?(?:to|2(?= [a-z]))|from \w+ to|out|in with|back)|(?:i|we|i'?ve|we'?ve|have|i'm|im) (?:just |recently |now |since )?mov(?:ed|ing)\b(?! (?:the|my|it(?!')|on|some|money|up)\b| [$€£]?\d+(?:\.\d+)? (?:to|from|over|into)\b)|just"
    r" moved|(?:i'?m|we'?re|im|were|i am|we are|staying|stay|living) (?:at|in|over at) (?:flat \w+|\d+).{4,70}\bnow|new address|new addy\b|new (?:place|apt|apartment|house|home)(?= ?:|'s| at|,? \d+[a-z]? [a-z])|new (?:place|apartment|house) is|(?:my|our) (?:new |current |present )*(?:residence|domicile|home) is(?: now| at| currently)+|(?:now |currently |presently )resid(?:e|ing) (?:at|in|on)|resid(?:e|ing) now (?:at|in|on)|(?<!mail )(?<!ip )address (?:changed|is|has"
    r" changed)|changed (?:my )?address|live"
    r" (?:at|in|on) .{0,70}now|now liv(?:e|ing)|(?:liv(?:e|ing)|stay(?:ing)?) now (?:at|in|on)|(?:updat(?:e|ing)|chang(?:e|ing)|correct(?:ing)?) (?:my|our|the) (?:home |mailing |postal |street |billing |contact |current |residential )*address|(?:home|mailing|postal|billing|residential|correct|right) address(?= ?(?:is|:))|(?<!mail )(?<!ip )address(?:'?s| is)? now(?= ?(?:is|:|at|\d|flat|apt|unit))|(?:that'?s|thats|is|which is) where (?:i|we)(?:'?m| am|'?re| are)? (?:now )?(?:stay|live|staying|living)|relocat\w+|mail (?:it |them |stuff |everything )?to (?=\d|p\.? ?o)|moved house|new adress|new add?ress?\b|(?:i'?m|im|i am|we'?re|i'?ve been) (?:now )?living in (?!my (?:car|truck|van)|fear|poverty|hell|a (?:car|tent|shelter|nightmare))|(?:now )?(?:staying|living) (?:(?:up|down|out|over|back|round|around|along) )?(?:in|with|at|by|near|on) (?=[a-z' ]{2,24} (?:now|for now|these days|at the moment)\b)|(?:i'?m|im|i am|we'?re|we are) (?:back |out |up |down |over )?in (?!(?:the|an?|my|our|his|her|this|that|no|class|meetings?|bed|hospital|jail|prison|court|school|debt|trouble|pain|line|church|surgery|therapy|rehab|college|uni|transit|between|need|full|training|treatment|recovery|chemo|bankruptcy|collections|work|shock|tears|charge|contact|love|town|some|too|over|deep|big|serious|bad|really|so|and|for)\b)[a-z]{3,14}(?: [a-z]{3,12})? now\b|where i get (?:my )?mail|forwarding address|(?:is|that'?s|thats) (?:my|our) new (?:place|address|home|house|flat|apt|apartment)|current address is|shift(?:ed|ing)? (?:to(?= \d| blk)|house|home|flat|over to)|shift(?:ed|ing) to)\b"
    r"|\b(?:don'?t|dont|do not|no longer|not) (?:live|living|stay|staying|reside) (?:there|at that|here any ?more)\b|(?P<left>\b(?:don'?t|dont|do not|no longer|not) (?:live|living|stay|staying|reside|residing) (?:here|at|in|on)\b[^.;!?]{2,50}?\bany ?more\b|\bno longer (?:live|living|stay|staying|reside|at) (?:at |in |on )?(?:number |no )?\d{1,5}\b)|\bya no (?:vivo|vivimos|rento|rentamos|estoy viviendo|estamos viviendo) (?:ahi|alli|alla|en (?!paz)\w+)\b|\bahora estoy en (?=calle|c/|av\b|avenida|privada|colonia)|\bme sali de (?:la|mi) casa\b"
    r"|\b(?:me fui a vivir|nos fuimos a vivir|me (?:voy|vine|estoy) (?:a vivir|viviendo)|ya vivo en|estoy viviendo|me cambie a (?=calle|c/|av\b|avenida|privada|una? (?:casa|depa)|otra (?:casa|colonia)|la (?:calle|colonia|casa))|nos cambiamos(?: de casa| a (?!otr[oa] (?:banco|compania)))|me (?:acabo de )?pase a vivir|ya me pase a vivir|me acabo de (?:cambiar|mudar) a|(?:me|nos) acab(?:o|amos) de (?:mudar|cambiar|pasar)(?: de casa| a)|acab(?:o|amos) de mudar(?:me|nos)|(?:me|nos) (?:estoy|estamos) (?:mudando|cambiando (?:de casa|a))|(?:me|nos) (?:tuve|tuvimos) que (?:mudar|cambiar de casa)|me he (?:mudado|cambiado de (?:casa|piso|domicilio)|trasladado a)|nos hemos (?:mudado|trasladado)|(?:he|hemos) (?:trasladado|cambiado|fijado|modificado)(?: de)?(?: (?:mi|nuestro|el|nuestra|la))?(?: nuev[oa])? (?:domicilio|residencia|direccion|vivienda|piso|casa)|(?:mi|nuestro) cambio de (?:domicilio|residencia|direccion)|traslade mi (?:domicilio|residencia)|(?:direccion|domicilio) actual(?= es| ?:)|vivo en (?=.{4,60}\bahora\b)|me (?:mude|mudo|mudare|cambie de (?:casa|domicilio|direccion))|nos mudamos|nueva direccion"
    r"|(?:cambio|cambiar) de (?:domicilio|direccion)(?= ?:| a (?:la )?(?:calle|c/|av|plaza|carrer|paseo|ronda))|direccion (?:nueva|es|cambio)|(?:mi|la) (?:nueva )?direccion(?: postal| correcta| actual| para (?:el )?correo)?(?= ?:)|nuevo domicilio|domicilio (?:nuevo|es|cambio)|cambie"
    r" de (?:domicilio|direccion|casa)|(?:casa|direccion) nueva(?=[,:]? \d+ [a-z])|ahora vivo|vivo ahora|ahora estoy (?:viviendo )?(?:en|con) (?:(?:la )?casa de )?(?:mi|mis|un|una|la|el) [a-z]+(?=[,.:;] ?(?:calle|c/|av|privada|col|carrer|plaza|paseo))|actualizar mi (?:direccion"
    r"|domicilio))\b"
    r"|\bmoved? ?(?:到|去|咗去?|来)|(?:不|没|冇|唔)(?:再)?住(?:在)?(?:那|这|嗰|呢|原来|以前|嗰度|那边|那里)|(?:我|已经|人)(?:去|回|来)了?[\u4e00-\u9fff]{2,4}了?[,， ]*(?:已经)?不在[\u4e00-\u9fff]{2,4}了|户籍(?:迁|搬|转)|迁(?:到|至|居|往|入)|[搬般徙](?:家|到|去|咗|来|至|走)|搬了(?:[一几两]次)?(?=[,，。;；!！ ]|$|新)|新址|新(?:的)?(?:通讯|联络|联系|居住|户籍|收件|收信|邮寄|家庭|住家|住)?(?:地址|住址|住所)|(?:地址|住址)(?:现|刚|都)?(?:改|换|变|转|是|更[新改换]|已)|换(?:了)?(?:地址|住址)|现住(?!的)|现居|现在住|而家住"
)
_NOT_NEW = re.compile(
    r"\b(?:old address|used to live|moved out of(?!.*\bnow\b)|my (?:mom|ex|brother|sister|parents"
    r"|boss)(?:'?s)? address|direccion anterior|antes vivia|vivia en)\b|旧地址|(?:我|俺|阮|咱)[爸妈哥姐弟妹公婆爷奶叔舅姨姑]+(?:的|嘅|家)?(?:那边)?(?:地址|住址)|以前住|原来住|之前住|旧址"
)

# 我搬咗去元朗喇,旧地址唔啱: the old one, and that one lives there no more.
_MOVED_ON = re.compile(r"[搬迁](?:咗|到|去|了|过|来|走|屋|至|居)|(?:现在?|而家|依家|目前)(?:改)?住")

_SAME = re.compile(
    r"\b(?:address|place)(?: (?:is|has|hasn'?t|still|has not))* (?:still |the )*(?:the same|same|not changed|unchanged|changed at all)\b"
    r"|\b(?:direccion|domicilio)[a-z ]{0,20}\bmism[oa]\b|\b(?:misma direccion|mismo domicilio|sigo en)\b|地址(?:没|冇|还是|仲系)"
)
_JOBS_ES = (
    r"(?:cajer[oa]|chofer|enfermer[oa]|meser[oa]|cociner[oa]|guardia|velador|conserje|secretari[oa]|recepcionista|maestr[oa]"
    r"|obrer[oa]|operador[a]?|operari[oa]|vendedora?|repartidora?|soldador|albanil|electricista|mecanico|supervisora?|auxiliar"
    r"|ayudante|almacenista|contadora?|ingenier[oa]|tecnic[oa]|camarer[oa]|dependient[ae]|conductora?|gerente|promotora?"
    r"|intendente|jardiner[oa]|cuidadora?|asistente|administrativ[oa]|emplead[oa])"
)
_EMPLOYER = re.compile(
    r"(?:\b(?:(?:i|and|but|so)(?:'?m)? (?:now |just |currently )?(?:(?:work|wrk|wk)(?:ing|in)? (?:(?:nights?|days|overnights?|evenings|mornings|weekends|graveyards?|part[- ]time|full[- ]time|(?:1st|2nd|3rd|first|second|third) shift) )?(?:at|for|with|4|@)|got (?:a |the )?(?:new"
    r" )?(?:job|gig|position) (?:at|with|in)|got (?:on|in) (?:at|with)|(?:just )?started (?:working )?(?:at|with|for)|start(?:ing)? (?:at|with) )"
    r"|(?<=job, )(?:i'?m|i am) (?:now )?(?:at|with)|(?<=job )(?:i'?m|i am) (?:now )?(?:at|with)|(?:i'?m|i am) with(?! (?:you|u|my|the|a|an|him|her|them|it|this|that|no|family|someone|friends?|kids?)\b)(?= [a-z0-9&'.-]+(?: [a-z0-9&'.-]+)? now\b)|(?:i'?m|i am) (?:now |currently )?(?:working (?:at|for|with|in)|employed (?:at|by|with)|(?:an? |the )?(?:[a-z]{3,14} )?(?:nurse|driver|cashier|cook|chef|teacher|manager|assistant|clerk|guard|technician|tech|welder|server|waiter|waitress|barista|receptionist|carer|aide|cleaner|janitor|mechanic|electrician|supervisor|associate|porter|picker|packer|operator|engineer|bartender) (?:at|with|for))|new (?:job|employer|work|company|firm|agency|outfit)(?: is| now|'s)* (?:called|named)|new (?:job"
    r"|employer|work)(?: is)?(?: now)?(?: (?:at|with|is|:))+|my (?:new )?employer is\b(?:"
    r" now)?|switched (?:jobs )?to|(?:^|(?<=[.,;!] ))(?:(?:now|just|been|currently|started|i|am|im) )*(?:working|wrkin?g?|workin|(?:work|wrk|wk)(?= (?:at|for|with|4|@) [a-z][^,.;]{1,40}\bnow\b)) (?:at|for|with|4|@)(?! (?:you|u|my|a|an|the|this|that|him|her|them|me|us|what|\d)\b)|(?:(?:i'?m|i am) |^|(?<=[.;!] )|(?<=\n))at(?= [a-z0-9&' ]{3,30}? now,? (?:and )?not (?:at )?[a-z])|^(?:just )?got (?:a |the )?(?:new )?job (?:at|with|in)|hired (?:on )?(?:at|by|with)|(?:^|(?<=[.,;!] ))(?:i |i'?ve |ive |have |just |recently |now )*joined(?= (?!(?:the|my|an?|you|u|us|them|him|her|this|that|your|up|in|on|with|last|together|forces)\b)[a-z][^.;!?]{1,40}\b(?:last|this|yesterday|today|recently|as|in|on|left|job|work|now|company)\b)|my employer(?:'s| is| has)? (?:now|changed)(?: to)?(?:,? it'?s(?: now)?)?|employer now|^employer(?= ?:)|new (?:gig|position) (?:is )?(?:at|with)|(?:^|(?<=[.,;!] ))(?:i |i've |just )*start(?:ed|ing) (?:at|with)(?= [a-z][a-z0-9&' ]{2,30} (?:last|this|yesterday|today|now|in|on|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)|(?:drive|driving|deliver|delivering) for(?! (?:a|an|my|work|the)\b)|changed jobs?,? (?:to|now at|i'?m at)))"
    r" ?:?(?P<en>(?: ?(?!(?:now|since|from|and|so|but|on|near|over|off|until|starting|i|as|because|which|last|these|those|not|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|after|before|when|for"
    r"|next|this|in (?=jan|feb|mar(?:ch)?\b|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec|20\d\d)|night|nights|(?<!care )(?<!nursing )(?<!funeral )(?<!rest )home(?! (?:depot|goods|bargains|instead|base)\b)|part|full|on|every|days|the (?:same|night|day"
    r"|weekend)s?)\b)[A-Za-z0-9&'.-]+){1,5})"
    r"|(?:\b(?:(?:ahora |ya )?(?:trabajo|jalo|(?:estoy|ando|sigo) (?:trabajando|jalando|chambeando|laborando|currando)|(?:entre|empece|comence|inicie|(?:he )?(?:empezado|comenzado|entrado)) a"
    r" (?:trabajar|laborar|currar|chambear|jalar|laburar|camellar)(?= (?:en|para|con))|(?:entre|empece|comence|(?:he )?(?:empezado|entrado)) a (?:trabajar|laborar|chambear)(?= (?:a|de|por)\b)|laboro|chambeo|curro|empece) (?:ahora )?(?:en|para|con|(?<=trabajar )(?:a|de)|(?<=laborar )a|(?<=chambear )(?:a|de))|(?:mi )?(?:nuevo )?(?:empleo|trabajo"
    r"|empleador|patron) (?:nuevo )?(?:es|ahora es)(?: en)?|cambie de (?:trabajo|empleo|laburo|jale|pega|curro|camello|brete|empresa|patron"
    r"|chamba),? (?:(?:y |ahora |ya |ahorita |hoy )*)(?:estoy |ando |trabajo |laburo |jalo |curro )?(?:en|a|con|para)|me contrataron en|me contrato(?! (?:un|una|el|la|de|para|en|por|como)\b)|nuev[oa] (?:trabajo|empleo|empleador|patron|laburo|jale|chamba|pega) ?:|(?:ahora |ya )?(?:estoy|e?stoy|toy) (?:emplead|contratad)[oa] (?:en|con|por|de)"
    rf"|(?:ahora |ya )?(?:(?:estoy|trabajo|ando|entre) (?:de|como)|soy) {_JOBS_ES} (?:en|para|con|de la (?:empresa|compania|tienda|fabrica|planta))))"
    rf" (?P<es>(?:(?!(?:desde|y|pero|por|porque|hasta|ahora|que|casa|en|como|de {_JOBS_ES}|(?:(?:de|los) )?(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)|de \d+|el (?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|mes|a[nñ]o|\d)|la semana|hace|hoy|ayer|este|esta|la noche|las noches|los fines|los findes|entre semana|todos?|tiempo|medio tiempo|turno|de (?:la )?(?:noches?|dias?|tardes?|mananas?|madrugada|planta|fijo|eventual|temporal|tiempo|medio|turnos?|repone\w+|cajer\w+|moz[oa]|ayudante|limpieza|[a-z]+(?:dor|dora|ero|era|ista|ante|ario|aria))|a"
    r" partir|el turno)\b)[A-Za-zÀ-ÿ0-9&'.-]+ ?){1,5})"
    r"|(?:而家|依家|宜家|现时|现在|目前|转咗去?|转左去?|改咗)(?:(?:喺|系)?返|(?:[跟帮同替]|转咗?[去跟帮])(?=[^,，。我你]{2,16}(?:返工|[揸开驾跑]车|做[嘢事野]|打工|送[货餐件]|开工)))(?!工|学|屋企|到|来|嚟|去|紧|归|早|夜|中|朝|更|日|半|全|大陆|内地|乡下|香港|澳门|教会|写字楼|办公室|公司|咗|唔|缘)(?P<hk>[\u4e00-\u9fffA-Za-z0-9&]{2,16}?)(?=返工|[揸开驾跑]车|打工|送[货餐件]|开工|做|了|啦|喇|[,，。;；!！\s]|$)"
    r"|(?:我|俺|已经?|刚刚?|终于|顺利|考|[上这个]月|[上这]周){1,3}(?:进|入)(?:了|咗)?(?!去|来|不|得|医|手术|急诊|病|产|icu|货|厂|屋|家|门|站|城|车|隔离|拘|监|看守|派出|组|群|店|场|校|学|会|账|院|职|伙|口|股|股市|行|住|睡|坑|电梯|系统|公司|一|个|新)(?P<joined>[\u4e00-\u9fffA-Za-z0-9&]{2,12}?)(?:了|咗|啦|喇)(?=[\s\S]{0,40}(?:上班|薪|工资|入职|报到|返工|工作|offer|粮))"
    r"|(?:(?:入职|跳槽[到去]|转[职任](?:[至到去于]|咗去)|转工(?:[至到去]|咗去)|[调派](?:职)?[至到]|调任|(?:任职|就职|供职|受雇|受聘)于|(?:返聘|回聘|应聘|聘|录用|招|分配|外派|借调)(?:了|咗)?(?:到|去|进|于|至|入))(?:了|咗)?(?![新前后以一半三两的不时才体手培报登合材面当那])|(?<![址箱号话机所])(?:换|转|跳槽|新)(?:了|咗|到|去)?(?:新)?(?:工作|单位|公司|份工|工|职)?(?:了|咗)?[,， ]*(?:(?:现在|而家|目前)?的?新?(?:公司|单位|雇主|东家)(?:名字?)?(?:是|系|叫)|(?:现在|而家)(?:给|帮|替)|现在|而家|去了?|到了?|在|喺"
    r"|是|叫|:|：)+|(?:现在|而家|我)*(?<![点时午上从一二三四五六日天])(?:在|喺|去了?|到|(?<=[就去])上)(?= ?[^\s,，。]{2,16} ?(?:跑[单件腿车]|[跑送]外卖|送(?:货|快递|件|餐)|当(?![志义])[\u4e00-\u9fff]{0,5}(?:[员工师厨]|司机|保安|经理|店长|护士|学徒|助理|阿姨)|上班(?!日)|[上做返翻](?:大夜|小夜|[早中晚夜白日])[班更]|轮班|倒班|值班|三班倒|两班倒|工作(?!日|室)|返工(?!日)|打工|做嘢|任职|[揸开驾]车|做(?:[A-Za-z,，。;；!！\s]|房务|水电|水吧|楼面|洗碗|外场|内场|作业员|夜班|日班|早班|晚班|销售|文员|保安|店员|司机|会计|厨|护|清洁|侍应|收银|技工|技师|仓|分[拣捡]|[拣捡]货|理货|打包|包装|质检|品[检管]|普工|操作|装卸|搬运|跟单|采购|出纳|财务|行政|总务|业务|客服|前台|柜台|文案|设计|程序|测试|运营|主管|经理|助理|学徒|外卖|骑手|快递|木工|水电|[电焊杂帮]工|泥水|服务员|迎宾|保洁|月嫂|看[护更]|教练|老师|幼师|$)))|(?:新(?:单位|公司|东家|工作)(?:现在)?叫|新单位|新公司|单位"
    r"|雇主|公司)(?:(?:现在)?(?:是|系|叫|改成了?|改为|换成了?|:|：)|(?:现在|就|请|麻烦|那[栏里]|一[栏项])*(?:写|填|登记)(?:成|为|上)?))"
    r" ?(?P<zh>[\u4e00-\u9fffA-Za-z0-9&()（）]{2,20}?)(?= ?跑[单件腿车]|上班|[上做返翻](?:大夜|小夜|[早中晚夜白日])[班更]|轮班|倒班|值班|[三两]班倒|工作(?!室)|返工|打工|做嘢|教(?!育|堂|会|学|科|练|师)|做(?:[了咗啦喇,，。;；!！\s]|$)|任职|跑单|跑件|跑外卖|送货|送外卖|送餐|送快递|送件|开车|揸车|驾驶|当(?!地)|做(?=[A-Za-z]|房务|水电|水吧|楼面|洗碗|外场|内场|作业员|夜班|日班|早班|晚班|销售|文员|保安|店员|司机|会计|厨|护|清洁|侍应|收银|技工|技师|仓|分[拣捡]|[拣捡]货|理货|打包|包装|质检|品[检管]|普工|操作|装卸|搬运|跟单|采购|出纳|财务|行政|总务|业务|客服|前台|柜台|文案|设计|程序|测试|运营|主管|经理|助理|学徒|外卖|骑手|快递|木工|水电|[电焊杂帮]工|泥水|服务员|迎宾|保洁|月嫂|看[护更]|教练|老师|幼师)|了|[吧啊哈呗哦喔](?:[,，。;；!！\s]|$)|[,，。;；!！\s]|$)",
    re.IGNORECASE,
)
_JOB_GONE = re.compile(
    r"\b(?:used to|no longer|don'?t|lost|quit|left|was fired|ya no|perdi|deje|antes"
    r"|husband|wife|mom|dad|esposo|esposa|mi (?:hijo|mama|papa))\b|不在|以前|之前|原来|失业|辞职|被裁|老公"
    r"|老婆|唔再"
)

# What was left stands before one of these, where one is now behind it.
_OTHER_JOB = re.compile(
    r"(?:\b(?:and|but|now)\b|[,.;，。；]|\b(?:y|pero|ahora)\b)(?=.*\S)|(?:做|干|上班|返工|工作)(?:了|咗|啦|喇)(?=\s*\S)|(?:现在|而家|转到|换到|新公司|新单位|新工作)"
)

_NAME = re.compile(
    r"(?:(?i:\b(?:changed my (?:last |first |sur)?name|(?:got|getting|just|been|was) (?:re)?married|got (?:a )?divorced?|(?:have|got|spell(?:ed|ing)?) my (?:last )?name(?: wrong)?|my (?:last )?name(?:'?s| is) (?:wrong|not right|spelled wrong|misspelled|changed))"
    r"[^.!?;\d]{0,40}?(?:\b(?:it'?s|its|i'?m|im|is|to|should be|goes by|go by|spelled|call me)))(?i: now| actually| legally| officially)?"
    r"|\bmy (?:new |legal |real |full |married |correct )?(?:last |first )?name(?:'?s|"
    r" is| has changed to| changed to)(?: now| actually)?|\b(?i:(?:back to|go(?:ing|es)? by|using) (?:my )?(?:maiden|married|birth|legal|old) name,?(?: which is| is| of)?)|\bchanged (?:my|me) (?:legal |last |first |sur)?name (?:back )?to"
    r"|\bname changed to|\bcall me(?= (?:ms|mr|mrs|miss)\b)|\bi (?:go by|am now"
    r" called)|\bi'?m now(?= (?:mrs|ms|mr)\b)|\b(?i:i'?m|i am) (?:(?:now|legally) )*known as)"
    r" (?P<en>(?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][\w'-]+(?: (?!(?i:and|not|but|so|now|with|please"
    r"|on|at|from|i|is|by)\b)[A-Za-z][\w'-]+){0,3})"
    r"|(?:\b(?:[Mm]e llamo(?: ahora)?|[Mm]i nombre (?:completo |correcto |nuevo )?(?:(?:como|que|segun|según|tal)[^.,;!?\d]{1,30} )?(?:ahora )?es"
    r"|[Aa]hora me llamo|[Mm]i (?:nuevo )?apellido (?:ahora )?es|[Cc]ambi[eé] mi (?:nombre"
    r"|apellido) a)|(?i:\b(?:me (?:case|casé|divorcie|divorcié)|cambi[eé] (?:de|mi) (?:nombre|apellido)|mi (?:nombre|apellido) (?:esta|está) mal(?: escrito)?)[^.!?;\d]{0,40}?\b(?:soy|es|me llamo|firmo como|quedo como|quedó como|a|se escribe|debe ser|seria|sería))"
    r"|(?i:\b(?:el|mi) (?:nombre|apellido) (?:correcto|real|legal|completo|bueno)(?: ahora)? es)) (?P<es>[A-ZÀ-Þ][\w'À-ÿ-]+(?: (?:de |del |la"
    r" )?[A-ZÀ-Þ][\w'À-ÿ-]+){0,4})"
    r"|(?:(?:我(?:的)?)?(?:改名(?:字)?|改姓名?)(?:了|咗)?[,， ]*(?:现在|而家|依家)?(?:我)?(?:叫|系叫|为|成|作)|我(?:的)?(?:新)?(?:名字|姓名)?(?:现在"
    r"|已经)?(?:改名|改名字|改姓|叫做|叫|系叫|(?<=[名姓]字)改|(?<=姓名)改|改(?=(?:了|咗)?[叫为成作做]))(?:了|咗)?(?:叫|为|成|作|做)?"
    r"|(?:我(?:的)?)?(?:名字|姓名)(?:现在)?(?:是|改为|改成|改做|系|换成|(?:请|应|要|麻烦)?(?:更正|更改|改正|修正|订正)(?:为|成|做)|应(?:该)?(?:是|为|系)))(?!什么|啥|乜|[你您他她佢人别]|[\u4e00-\u9fff]{1,3}(?:就行|就好|就得|得[喇啦]|即可|[吧呗])"
    r"|我|[下这本每上明后今]|[周月][一二三四五六七八九十日底初末]|[一二两三四五六七八九十]{1,3}[号月百千])(?P<zh>[\u4e00-\u9fff·]{2,4})(?=[,，。!！\s]|了|$|不|,)"
)


def find_people(text: Text) -> Found:
    """Address, employer and name as written; what belongs to others or to the past is left out."""
    address, incomplete = _address(text)
    employer = _employer(text)
    lived_in = bool(address and employer and employer in address)
    name = name_in_parts(text.plain) or _name(text) or name_said(text.plain)
    return Found(address, None if lived_in else employer, name, incomplete)


def _address(text: Text) -> tuple[str | None, bool]:
    announced = _MOVED.search(text.folded)
    moved = announced or _SENT_TO.search(text.folded)
    old = _NOT_NEW.search(text.folded) and not _MOVED_ON.search(text.folded)
    if moved is None or old or _SAME.search(text.folded):
        return None, False
    led = _LED_TO.match(text.folded, moved.end())
    behind = STREET_ZH.match(text.folded, led.end()) if led else None
    if behind and MASK not in behind[0]:
        return _cut(text.plain[behind.start() : behind.end()]), False
    for pattern in STREETS:
        matches = [
            match
            for match in pattern.finditer(
                text.folded, moved.end() if moved.groupdict().get("left") else max(0, moved.start() - 80)
            )
            if MASK not in match[0]
        ]
        if matches:
            match = next((m for m in matches if m.start() >= moved.start()), matches[-1])
            return _cut(text.plain[match.start() : match.end()]), False
    return None, announced is not None


# What stands between the word of moving and the new place: 地址要改一下我现在住嘉义县.
_LED_TO = re.compile(
    r"(?:[了咗啦喇到在喺至于是系,，:： 的嘅我住请帮]|[改换变转更]{1,2}新?|(?<=[改换变转更])(?:成|为|做)|去(?=[了咗])|来了|嚟咗|已经?|现在|而家|依家|宜家|一下|麻烦|新?(?:的|嘅)?(?:通[讯信]|联[络系]|户籍|收件|邮寄|居住)?(?:地址|住址))*"
)


# 账单以后寄高雄市左营区明华一路251号, "staying with my aunt, 77 Quarry Rd": where letters are to go, if a street follows.
_SENT_TO = re.compile(
    r"\b(?:staying|living|crashing|stopping|lodging) (?:at |in |with [a-z' ]{2,20}?,? ?(?:at |in )?)(?=(?:flat|apt|unit) |\d{1,5}[a-z]? [a-z])|\bc/o [a-z' ]{2,24}?,? ?(?=\d{1,5}[a-z]? [a-z])|"
    r"(?:账单|信件?|资料|文件|通知(?:书|单)?|平信|挂号信?|单据|东西)(?:[以之]后|现在|都|请|麻烦|改|就|全部?|帮我|可以)*(?:邮?寄|送)(?:到|去|来|至|嚟)? ?(?=[\u4e00-\u9fff]{2,})"
    r"|(?:现在|而家|目前)(?:人)?(?:在|喺)(?=[\u4e00-\u9fff]{2,6}[市区县镇])"
    r"|\bnow (?:i|we|i'?m|we'?re|i am|we are) (?:just )?(?:stay(?:ing)?|liv(?:e|ing))\b|\b(?:i|we|i'?m|we'?re) now (?:stay(?:ing)?|liv(?:e|ing))\b|\b(?:i|we) (?:stay|live) (?:at |in |with )?(?:my|a|some) [a-z]+(?:'?s)? (?:house|place|home|flat|hdb|unit|room)\b"
    r"|\b(?:cartas?|correspondencia|estados? de cuenta|recibos?|papeles|avisos|sobres)\b[^.;!?\d]{0,30}\b(?:mand|envi|dirij|lleg)[a-z]* (?:a|al|en)(?= )"
    r"|\b(?:mand|envi|dirij)[a-z]* (?:(?:las?|los?|mis?|tod[oa]s?) )*(?:cartas?|correspondencia|estados? de cuenta|recibos?|papeles|avisos|sobres) (?:a|al|en)(?= )"
)


def _cut(written: str) -> str:
    """Without the words that lead to it and the marks that end it."""
    written = re.sub(
        r"^[^,，。 ]{0,10}?寄(?:到|去|来|來|至|嚟)?|^[^,，。 ]{0,8}?(?:搬(?:家)?(?:到了?|去了?|咗去|咗到|至|来了?|入|(?:了|咗)(?:现在|現在|而家)?住(?:在|喺|到)?)|[迁遷](?:到了?|至|居|入|往)(?:于|於|至|到)?)|^(?:我|已经|现在|而家|刚|的)*(?:现[住居](?:在|于|址)?|現[住居](?:在|於|址)?|搬到了?|搬去了?|搬咗去|搬至|住在|住喺|住(?!址)|(?:户籍)?(?:迁到|迁至|遷到|遷至)|户籍|戶籍|到|去|(?:新|住|地|通?[讯訊]|[联聯]?[络絡]|[户戶]籍|居住|收件|收信|[邮郵]?寄|家庭|住家)?(?:地址|住址|址)(?:是|系|係|变更为|变更|變更為|變更|更改為|更改为|改成|改为|换成|改|转咗|转做|轉咗|轉做|转到|轉到|:)*|新(?=地址|住址)|是|在)+",
        "",
        re.sub(
            r"(?: (?:now|pls|please|thanks|thx|for now|these days))+\W*$",
            "",
            written.strip(),
            flags=re.IGNORECASE,
        ),
    )
    written = re.sub(
        r"(?<=[号號室楼樓栋棟座户戶层層元])(?:居?住(?:着|著|了|呢|的)?|[这這那][边邊里裡]住?)$",
        "",
        written.strip(" ,.;:，。；："),
    )
    return written.removesuffix("了")


def _employer(text: Text) -> str | None:
    left = _LEFT_JOB.search(text.folded)
    for match in (
        *_EMPLOYER.finditer(text.folded),
        *(_NOW_AT.finditer(text.folded, left.end()) if left else ()),
    ):
        group = next(
            (
                name
                for name in (
                    "en",
                    "en2",
                    "en3",
                    "es",
                    "es2",
                    "es3",
                    "zh",
                    "zh2",
                    "zh3",
                    "hk",
                    "joined",
                    "en4",
                )
                if match.groupdict().get(name)
            ),
            "en",
        )
        given = text.plain[match.start(group) : match.end(group)]
        before = _OTHER_JOB.split(text.folded[max(0, match.start() - 20) : match.start() + 6])[-1]
        if _NO_EMPLOYER.fullmatch(text.folded[match.start(group) : match.end(group)].strip()):
            continue
        if _TIME_TOLD.search(given):
            continue
        if given and not _JOB_GONE.search(before) and MASK not in text.folded[match.start() : match.end()]:
            mended = _NO_THAT.match(text.folded, match.end())
            given = text.plain[slice(*mended.span("name"))] if mended else given
            more = (
                _MORE_OF_IT.match(text.plain, match.end(group)) if group == "zh" and given.isascii() else None
            )
            given += more[0] if more else ""
            name = _EMPLOYED.sub("", given.strip(" .,:，。"))
            return (
                name
                if len(name) > 1
                and not name.lower().startswith(("home office", "night", "a ", "an ", "two", "2", "it"))
                else None
            )
    return None


# 新公司叫Speedy Logistics Ltd
_MORE_OF_IT = re.compile(r"(?: [A-Z][\w&.]*)+")
# 我转咗去万科物业做 讲错 是保利物业
_NO_THAT = re.compile(
    rf"(?:做|上班|返工|工作|打工|[了啦喇啊呀\s,，。~]){{0,6}}(?:{WRONG}|不是|唔系)(?:{WRONG}|应该?|转咗?|[了咗啊哈\s,，:。])*(?:是|系|叫|去|在|喺)+(?P<name>[\u4e00-\u9fffA-Za-z0-9&]{{2,16}}?)(?=上班|返工|工作|打工|做|先|才|[了啦喇啊呀]|[,，。;；!！\s]|$)"
)
# "I no longer work at Amazon, now I'm at Valero": where one is now is an employer, once another was left.
_LEFT_JOB = re.compile(
    r"\b(?:ya no (?:trabajo|chambeo|curro|laboro|laburo|camello)|renuncie|me (?:corrieron|echaron|cesaron|botaron|liquidaron|dieron de baja|despacharon) de|deje (?:de trabajar|el trabajo|(?:el |la )?(?!de |pagad|dich|pagar|mi )[a-z0-9&]{3,20}(?= ?[,.] ?(?:y )?(?:ahora|ya) (?:estoy|ando|trabajo)))|me (?:cambie|cambiaron) de (?:trabajo|chamba|jale|empleo)|me (?:he ido|fui|sali|despidieron) de|ya (?:me )?(?:sali|renuncie) (?:de|a)|ya no (?:estoy|ando|jalo) (?:en|con) (?!casa\b)[a-z0-9&' ]{2,25}?(?=,| ?\b(?:ahora|ahorita|hoy|me|entre)\b)|(?:cambie|cambio) de (?:trabajo|chamba|jale|empleo|curro)|sali de (?!(?:la |mi )?casa\b|viaje|vacaciones)(?=[a-z ]{3,25} entre a)"
    r"|(?:no longer|don'?t|dont) work|(?:(?:i'?m|im) after )?leaving the [a-z]+|(?:packed|jacked) (?:it |my job |work )?in|(?:i )?(?:left|quit|done (?:with|at)|no longer (?:at|with|in)|not (?:at|with) (?=[a-z0-9&' ]{2,24},)|moved on from|finished (?:up )?(?:at|with)|(?:got|was|been) (?:let go|fired|canned|sacked|dropped|cut|axed) (?:from|by|at)|(?:they|[a-z]+) let me go|laid off (?:from|by|at)|no longer at)|not (?:at|with) [a-z0-9&' ]{2,30} (?:any ?more|no more|now)|(?:i )?(?:quit|left) (?:my job|work)|switched (?:my )?jobs?|changed (?:my )?jobs?|got hired|my work change[ds]?|not at (?:that|the|my old) (?:job|place) any ?more)\b|\b(?:now at|(?:i'?m|im) at) (?=[a-z0-9&' ]{3,30} not [a-z]{3,})"
    r"|(?:没|不|冇|唔)(?:再|继续|有)?(?:在|喺)[^,，。]{1,12}(?:做|上班|工作|返工|打工)|离职|(?:换|转)(?:了|咗)?(?:新|个|份|间|一|家)*(?:工作|公司|单位|东家|工厂|厂|工(?=了|咗|啦|喇|[,，。 ]))|(?:单位|公司|工作|东家)(?:已经?|也|刚)?(?:换|变|改)(?:了|咗)|(?:离开|离职|辞)(?:了|咗)?[\u4e00-\u9fff]{2,10}(?=了|咗|[,，。 ])|从[\u4e00-\u9fff]{2,8}(?:辞|走|跳|出来|离职)|(?:不|没|冇|唔)(?:再)?(?:在|喺|做|干|跑)[\u4e00-\u9fffA-Za-z]{2,8}(?=[了咗啦喇,， ])"
)
_NOW_AT = re.compile(
    rf"\b(?:me (?:meti|pase|fui) (?:a|con)|(?:ya )?entre (?:a|en|con)) (?P<es2>(?!(?:otr|un)[oa]\b)(?:(?!(?:desde|y|pero|por|porque|que|casa|mi|el|la|vivir|trabajar|buscar|en|como|de {_JOBS_ES})\b)[a-z0-9&'.-]+ ?){{1,4}})"
    r"|\b(?:ahora|hoy|ahorita|desde (?:ayer|hoy|hace [a-z]+ [a-z]+|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia \d+|\d+|mes pasado))) (?:ya )?(?:e?stoy|toy|ando|jalo|trabajo) (?:en|con|para|n) (?:la |el )?(?P<es>(?:(?!(?:desde|de? (?:noche|dia|tarde|lunes)s?|y|pero|por|porque|que|casa|mi|el|la|en|como)\b)[a-z0-9&'.-]+ ?){1,4})"
    r"|\b(?:been|started|just started|start|working) (?:at|with|for) (?P<en2>(?:(?!(?:home|now|my|the|a|an|and|but|since|so|because|for|last|from|this|on)\b)[a-z0-9&'.-]+ ?){1,6})(?=since\b|for\b|from\b|last\b|this\b|on\b|now\b|[.,;]|$)"
    r"|\b(?:now (?:at|with)|(?:i'?m|im|i am|we'?re) (?:at|with)|working at|now i (?:clean|cook|work|drive|serve) (?:in|at|for)(?: (?:hotel|restaurant))?) (?P<en3>(?!(?:home(?! depot)|you|u|ya|y'?all|him|her|them|it|no|that)\b)(?:(?!(?:my|the|a|an|and|but|not|since|so|because|now|for|last|from|this|work|that|church|school|on|in(?!-)|near|over|off|as)\b)[a-z0-9&'.-]+ ?){1,4})"
    r"|(?:现在|而家|宜家|依家|目前)(?:是|系)?(?:在|喺|到)(?P<zh>(?![家这那哪呢嗰][里边个度]?)[\u4e00-\u9fffA-Za-z0-9&]{2,16}?)(?=上班|工作|返工|打工|做|了|[,，。;；!！\s]|$)"
    # "..., estoy en Mercadona", "... y ando en Uber", 进了比亚迪, 跳到联电: right behind what was left.
    r"|(?:[,;.]|\b(?:y|pero|so|and|but|now),?) (?:(?:ahora|ya|hoy|ahorita|now|just) )*(?:(?:estoy|toy|ando) (?:en|con)|(?:(?<=ahora )|(?<=ya ))(?:en|con)|(?:i'?m |im |i am )?(?:doing|driving for|delivering for|over at|with)) (?P<es3>(?!(?:el|la|un|una|mi|mis|casa|paro|eso|esto|the|a|an|my|this|that|no|it|you|u|nothing|odd|ok|okay|fine|good|well|better|bad|great|alright|what|some|all|kids|friends|family)\b)[a-z0-9&'.-]+(?: (?!(?:now|ahora|desde|since|y|and|pero|but|de|en|el|la|con|como|in|as|on|so|for|this|next)\b)[a-z0-9&'.-]+){0,3})"
    r"|(?:[,，。; ]|现在|而家|依家|宜家|辞了|跳)+(?:就|我|又|已经|刚)*(?:进了|入了|入咗|去了|去咗|到(?!了?[点时\d])|转去|做(?!了|咗|[点\d])|跑(?!了|咗|[去到来]))(?P<zh3>(?![家这那哪呢嗰自己生小])[\u4e00-\u9fffA-Za-z0-9&]{2,8}?)(?=上班|工作|返工|打工|了|啦|[,，。;；!！\s]|$)"
    # 换单位了,义乌市恒汇电子商务有限公司: a firm by its name.
    r"|(?:(?<=[,，。:： ])|(?<=[了咗]))(?:现在)?(?:是|系|叫|在|喺)?(?P<zh2>(?!原|之前|以前|上|那|旧|新(?:公司|单位)|我|这|前)[\u4e00-\u9fffA-Za-z0-9&()（）]{2,20}?(?:公司|集团|厂|工作室|事务所|酒店|医院|学校|超市|物流|中心|服饰|工业|科技))(?=上班|返工|做|[,，。;；!！\s]|$)"
    r"|\b(?:i'?m|im|i am) in (?P<en4>(?:(?!(?:the|my|a|an|and|but|now|on|for|since)\b)[a-z0-9&'.-]+ ?){1,4}?)(?= ?(?:on [a-z ]{3,24})?now\b)"
    r"|\b(?:now (?:i'?m|im|i am)|(?:i'?m|im|i am) now) (?:at|with) (?P<en>(?:(?!(?:home|my|the|a|and|but|since|so|because)\b)[a-z0-9&'.-]+ ?){1,4})"
)

# 转到过年前: until when, no firm.
_TIME_TOLD = re.compile(
    r"^(?:\d{1,2}(?::\d\d)? ?(?:[ap]m\b|to\b|till?\b|until\b|-|o'?clock|$)|noon|midnight|half (?:past )?\w+$)|^(?:你|您|貴|贵|半夜|凌晨|今|明|昨|[还還付结結]|[上下中]午|早上|晚上)|[点點時时][半]?都?在?$|[还還付結结][完清]|(?:[前后後]|为止|為止|过年|過年|年底|月底|[\d一二三四五六七八九十][号號日月天])$"
)

# Where one works without saying for whom.
_NO_EMPLOYER = re.compile(
    r"(?:(?:an?|the|this|some|my|una?|el|la|mi) )?(?:(?:new|local|small|different|other|old|elderly|disabled|sick|family|fast food|nuev[oa]|otr[oa]) )*(?:myself|lad(?:y|ies)|(?:wo|gentle)?m[ae]n|people|folks?|patients?|children|babies|animals|dogs|horses|seniors|(?:mam|mum|mom|mama|dad|wife|husband|son|daughter|kids?|family|nan|gran|mother|father|brother|sister|parents?|partner|neighbou?r)s?|restaurants?|depot|docks?|port|airport|casino|mill|plant|yard|quarry|mine|laundry|cemetery|care home|hospice|pub|diner|cafe|petrol station|bakery|market|mall|library|council|dairy|warehouse|factory|hospital|school|store|shop|bar|hotel|salon|office|bank|gym|farm|clinic|daycare|nursing home|grocery store|gas station|call cent(?:er|re)|construction(?: site)?|company|place"
    r"|fabrica|tienda|restaurante?|hospital|escuela|obra|oficina|bodega|maquila|taller|hotel|banco|casa|empresa|construccion|campo|limpieza|cocina|gobierno|guarderia|farmacia|clinica|supermercado|cabina|linea|planta|ventanilla|mostrador|recepcion|caja|ruta|work|church|calle|mercado|noches?|turnos?(?: rotativos?| rotatorios?| nocturnos?| mixtos?| corridos?)?|dias?)(?: (?:de|del|en|in|near|downtown|on).*)?"
    r"|.*(?:[民台港坡新]币|美[金元]|手机|号码?|门号|微信|邮箱|[早中晚夜白大小]班)(?:.*[币金元])?"
    r"|(?:在|喺|了|到|去)*(?:香港|澳门|内地|大陆|台湾|台北|台中|台南|高雄|新竹|桃园|北京|上海|广州|深圳|东莞|佛山|珠海|杭州|成都|重庆|武汉|南京|苏州|天津|新加坡|英国|美国|日本"
    r"|国外|海外|外地|外面|外头|本地|老家|家里?|屋企|这边|那边|这里|那里|呢边|嗰边|工厂|厂里?|驾驶台|码头|赌场|机场|车站|地铁站?|港口|矿[上里]?|戏院|加油站|停车场|殡仪馆|养老院|护老院|安老院|老人院|法院|监狱|军队|部队|工地|公司|单位|办公室|夜班|早班|晚班|(?:一?[家间个]|附近|旁边)?(?:的|嘅)?(?:洗衣|便利|早餐|饮料|小吃|面|理发|美容|美发|服装|水果|花|药|书|五金|奶茶|咖啡|火锅|烧烤|快餐|茶餐|便当|面包|蛋糕|杂货|手机|宠物)[店馆铺厅]|餐[厅馆]|饭[店馆]|酒店|酒楼|超市|商场|医院|诊所|学校|幼儿园|仓库?|地盘|市场|菜市场|夜市|网吧|银行|工地|物流园|车间|食堂|厨房|店里?)(?:市|那边|这边|呢边)?"
)

# What may stand around an employer's name and is none of it.
_EMPLOYED = re.compile(
    r"^(?:自己(?=在|喺)|在|喺|了|咗|到|去|给|帮|替|[换換转轉跳调調](?:到|去|咗去)|家(?![乐樂得润潤]))+|^[\u4e00-\u9fff]{2,4}(?:[那這这嗰][边邊头頭])(?:的|嘅)(?=[\u4e00-\u9fff]{3})|^(?:una?|el|la|an?|my|the) (?=[a-zà-ÿ])|^(?:el|la) | de \d.*$|(?<=[司团厂店院校部行铺所社馆])(?:[做当]|担?任|上班|干)[^做当].*$|[做上](?:大夜|小夜|夜|早|晚|日|中)班?.*$"
)


# Of a name that has changed, what one is called now: 身份证名字换了，以后叫我李一诺; 改咗名，新名係陳嘉慧.
_RENAMED = re.compile(
    r"(?:(?:改|换|更)(?:了|咗|过|返|回)*(?:个)?(?:名|姓)|(?:名|名字|姓名|个名)(?:(?:已经|都|刚)*(?:换|改|变|更)(?:了|咗|过|正)|(?:已经?|现)?[由从][\u4e00-\u9fff·]{2,4}?(?=(?:变更|更改|更正|改)(?:为|成|叫)))|新(?:的)?(?:名|姓)|从(?:母|父|夫)姓|冠夫姓)"
    r"[^。！？!?\n]{0,14}?(?:叫我|(?:以后|之后|现在|而家|依家|请)叫|叫做|叫|系|是|为|写|用)(?:做|返|回|番)?[:：「“\" ]*"
    r"(?!什么|啥|乜|我|不|没|唔|旧|原|名|新|以|现|而)(?P<name>[\u4e00-\u9fff·]{2,4}?)(?=[,，。;；!！\s」”\"]|了|$|不|的|请|麻烦)"
)


def _renamed(text: Text) -> str | None:
    match = _RENAMED.search(text.folded)
    return (
        text.plain[match.start("name") : match.end("name")] if match else told_name(text.folded, text.plain)
    )


def _name(text: Text) -> str | None:
    match = _NAME.search(text.plain)
    if match is None or match["zh"]:
        match = _NAME.search(text.folded)
        if match is None or not match["zh"]:
            return _renamed(text)
        return text.plain[match.start("zh") : match.end("zh")].removesuffix("了").strip() or None
    return (match["en"] or match["es"]).strip(" .,") or None
