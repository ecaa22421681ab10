"""Why a borrower cannot pay, in the ontology's terms."""

from __future__ import annotations

import re

from reading.hardship import en, es, zh
from reading.hardship_words import SPOKEN
from reading.hardship_words_zh import SPOKEN_ZH
from reading.text import prepare

# In the order in which one reason explains another: wages that are late before income that fell,
# an accident before the illness that follows, a death in the family before anything it costs.
_REASONS: tuple[tuple[str, str], ...] = (
    (
        "disaster",
        r"\b(?:flood(?:ed|ing)?|hurricane|tornado|earthquake|wild ?fire|house fire|fire"
        r" (?:destroyed|burned|in)|burned down|storm|typhoon|mudslide|disaster|evacuat\w+)\b"
        r"|\b(?:inundacion|inundo|huracan|terremoto|temblor|sismo|incendio|se (?:me )?quemo"
        r"|ciclon|desastre|dana|tormenta)\b|洪水|水灾|水浸|地震|台风|火灾|着火|失火|泥石流|暴雨|受灾|天灾|旱灾|淹了",
    ),
    (
        "wage_delay",
        r"\b(?:(?:mess\w*|screw\w*|mix\w*) up (?:\w+ ){0,3}(?:payroll|pay ?checks?|pay|wages|checks?|direct deposit)"
        r"|(?:payroll|pay ?checks?|wages|direct deposit) (?:\w+ ){0,3}(?:mess|error|glitch|mix ?up|messed up|screwed up)"
        r"|(?:wo nt|won ?'?t|wont|will not|do nt|don ?'?t|dont) (?:see|get|have) (?:a |my |any |the )?(?:pay ?checks?|checks?|pay|wages) (?:un)?til)\b"
        r"|"
        r"\b(?:(?:boss|employer|company|job|work|they) (?:(?:still )?hasn'?t|hasnt|haven'?t|didn'?t|didnt"
        r"|not|is late|are late|still hasn'?t|owes?)(?: \w+){0,2} (?:pa(?:y|id)|me)|(?:pay"
        r" ?checks?|wages?|salary|pay|direct deposit|checks?|payroll) (?:is |are |was |were |got |has been |have been |still |being |getting |came |come |a bit |running )*(?:late|delayed|held|behind|hasn'?t (?:come|hit|cleared)|short|on hold|didn'?t"
        r" (?:come|hit))|haven'?t been paid|not been paid (?:by|yet)|waiting (?:on|for) (?:my"
        r" )?(?:pay|paycheck|check|wages|salary)|unpaid wages|get paid late|government"
        r" shutdown|furlough|(?:pay|salary|wages?) (?:\w+ )?(?:not|hasn'?t been|isn'?t) (?:yet )?(?:credited|received|paid|come)|pays? (?:me |us )?late)"
        r"|(?:工资|薪水|薪资|薪|粮|人工|工钱|工程款).{0,6}(?:没发|还没|未发|没到|拖|欠|迟|晚发|延|没下来|停发|未到|未出|没有发|没给)|(?:没"
        r"|未|还没|拖欠|欠|迟|冇|推迟|晚)(?:有)?(?:发|出|结|到|给)?(?:我)?(?:的)?(?:工资|薪|粮|人工|工钱)|欠薪|拖粮|老板跑|(?:公司"
        r"|老板|厂里|单位)(?:还)?(?:没|未|拖|欠)"
        r"|\b(?:no (?:me|nos) (?:han|ha|pagan|pagaron|depositan|depositaron|cayo)(?: \w+){0,3}"
        r"|(?:me|nos) (?:deben|atrasaron|retrasaron|retuvieron)(?: \w+){0,2} (?:sueldo|pago"
        r"|quincena|nomina|salario)|(?:se )?(?:atraso|retraso|atrasaron|retrasaron) (?:\w+"
        r" ){0,3}(?:pago|nomina|quincena|sueldo|salario)|(?:sueldo|nomina|quincena|pago)"
        r" (?:\w+ ){0,2}(?:atrasad|retrasad|retenid)[oa]|aun no (?:cobro|me pagan)|(?:me|nos) pagan? (?:tarde|atrasado)|todavia no"
        r" (?:cobro|me pagan)|no he cobrado)",
    ),
    (
        "accident",
        r"\b(?:accident|car (?:crash|wreck)|crash(?:ed)?|got hit|wreck(?:ed)?|totaled|broke my"
        r" (?:leg|arm|hand|foot|ankle|wrist|back|hip)|injur(?:y|ed)|fell (?:off|down)|hurt"
        r" (?:my|at work)|work(?:place|ers)? comp)\b|\b(?:accidente|choque|chocamos|choque mi"
        r"|atropell\w+|me (?:cai|fracture|lastime|rompi)|lesion\w*|incapacidad(?! permanente))\b|车祸|事故|撞(?!见)"
        r"|[整跌撞扭]亲|跌断|断(?:咗|左).{0,3}(?:手|脚|骨)|摔(?:伤|断|了|坏)|骨折|工伤|受伤|交通意外|意外",
    ),
    (
        "family_event",
        r"\b(?:funeral|pass(?:ed)? away|(?<!car )(?<!truck )(?<!van )(?<!phone )(?<!engine )(?<!battery )(?<!laptop )(?<!fridge )died|death in|buried|burial|divorce[d]?|separat(?:ed"
        r"|ion)|split up|wedding|new ?born|had a baby|having a baby|pregnan\w+|custody|child"
        r" support|maternity|(?:(?:my|our|the|his|her) )?(?:(?:little|baby|elderly|poor|old|oldest|youngest|only) )?"
        r"(?:mom|mum|mother|dad|father|husband|wife|son|daughter|grandma|grandmother|grandpa|grandfather|kids?|child"
        r"|children|sister|brother|baby|boy|girl|parents?|partner|fiancee?|uncle|aunt|in-law)(?:'?s)?"
        r" (?:is |was |got |has |had |have |are |in |the |a |an |just |been |to |went |into |admitted |rushed |very |really "
        r"|so |still |being |needs? |needed )*(?:sick|hospitali[sz]ed|injured|stroke|chemo|icu|hospital|died|passed|ill|cancer"
        r"|surgery|operation|operated|dying|funeral|heart attack))\b"
        r"|\b(?:fallecio|murio|funeral|velorio|entierro|sepelio|divorcio|divorcie|separe"
        r"|separacion|nacio|embaraz\w+|parto|boda|pension alimenticia|(?:mi|mis) (?:mama|papa"
        r"|madre|padre|esposa|esposo|hijo|hija|hijos|abuela|abuelo|suegra|hermano|hermana|bebe"
        r"|nino|nina)(?: \w+){0,4} (?:enferm\w+|hospital\w*|internad\w|operaron|operacion"
        r"|cancer|grave|clinica))\b"
        r"|去世|过世|走了(?=.{0,6}(?:丧|葬|办))|办丧|丧事|葬礼|白事|后事|离婚|分居|结婚|婚礼|生孩子|生小孩|怀孕|坐月子|生(?:咗"
        r"|了)(?:个)?(?:孩子|仔|女|宝宝|bb)|(?:妈|爸|父|母|老婆|老公|太太|孩子|儿子|女儿|小孩|爷爷|奶奶|外婆|外公|岳父|岳母|婆婆|公公|阿妈"
        r"|阿爸|个仔|个女|家人|家里人|老人|屋企人).{0,6}(?:病|住院|手术|癌|医院|icu|化疗|入院|开刀|不行了|重病|入咗医院|中风)"
        r"|家里出(?:了)?事|家中变故|家里有事",
    ),
    (
        "illness",
        r"\b(?:sick|ill(?!\s(?:\w+\s)?(?:get|pay|take|try|do|be|have|call|send|give|see|let|make|sort|go|need|just|probably|figure|come|put|start|transfer|settle|handle|deal|talk|think|write|text|check|find|use|wait|add|cover)\b)|illness|hospital\w*|surgery|operation|cancer|chemo\w*|stroke|heart"
        r" attack|covid|medical|doctor|health|disab\w+|depress\w+|diagnos\w+|er visit|(?:in|to|at|into) the er|icu"
        r"|emergency room|dialysis|kidney|flu|treatment|meds|medication|medicine|rehab)\b"
        r"|\b(?:enferm\w+|hospital\w*|operacion|operaron|operarme|cirugia|cancer|quimio\w*"
        r"|internad[oa]|medic(?:o|os|ina|inas|amentos)|salud|infarto|derrame|covid|tratamiento"
        r"|clinica|depresion|dialisis|diabetes|de baja|baja medica)\b|生病|住院|手术|癌|化疗|看病|医药费|医院"
        r"|病(?:了|倒|重|情|假|假)|重病|大病|开刀|确诊|新冠|抑郁|治病|入院|中风|透析|身体(?:不好|出问题|不行|垮)|入咗医院|睇医生",
    ),
    (
        "job_loss",
        r"\b(?:lost (?:my |the |both )?(?:\w+ )?jobs?|laid off|lay ?off|fired|let go"
        r"|unemploy\w+|out of work|no job|no work|jobless|got terminated|was terminated|they"
        r" closed (?:the|my)|plant closed|quit my job|between jobs|not working|without (?:a"
        r" job|work)|looking for work|job hunting|redundan\w+|lost my employment|contract"
        r" ended)\b|\b(?:perdi (?:mi|el) (?:trabajo|empleo|chamba|jale)|me (?:corrieron"
        r"|despidieron|echaron|liquidaron|quede sin (?:trabajo|chamba|empleo|jale|curro))"
        r"|desemplead[oa]|sin (?:trabajo|empleo|chamba|jale|curro)|(?:estoy|ando|quede) (?:en"
        r" el )?paro|en paro|al paro|no tengo (?:trabajo|chamba|empleo|jale|curro)|despido"
        r"|recorte de personal|ere|erte|cerraron (?:la|el) (?:fabrica|empresa|negocio"
        r" donde))\b|失业|下岗|被裁|裁员|被辞|辞退|辞职|没(?:有)?工作|冇工(?:做|开)|炒(?:鱿鱼|咗|了)|开除|解雇|工作(?:没了|丢了|冇咗)"
        r"|丢了工作|无业|待业|被开|失咗业|公司倒闭|厂(?:子)?(?:倒|关)|唔见咗份工|裁咗|优化了|资遣|遣散|没班上|[冇无無没沒](?:咗|了)(?:份)?工|[冇无無]份工|被fire",
    ),
    (
        "business_failure",
        r"\b(?:my (?:business|shop|store|restaurant|company|salon|truck) (?:is |has |went |had"
        r" |got |just )*(?:fail\w*|clos\w+|shut|slow|under|bust|bankrupt|losing|dead"
        r"|struggling|down|not)|business (?:is |has been |went )?(?:bad|slow|dead|failed"
        r"|failing|under|down|terrible)|no (?:customers|clients|sales)|clients? (?:didn'?t"
        r"|haven'?t|hasn'?t|won'?t) pa(?:y|id))\b|\b(?:(?:mi|el|la) (?:negocio|local|tienda"
        r"|restaurante|empresa|changarro|puesto|taller|bar)(?: \w+){0,3} (?:cerr\w+|quebr\w+"
        r"|fracas\w+|mal|no (?:vende|jala|va)|floj[oa]|baj\w+|caid[oa])|quebro mi|cerre (?:mi"
        r"|el) (?:negocio|local|tienda)|no hay (?:ventas|clientes)|(?:ventas|ventas) (?:bajas"
        r"|bajaron|cayeron|flojas)|no (?:estoy )?vendo|no se vende)\b|生意(?:.{0,4})(?:不好|差|失败|亏"
        r"|倒|难做|惨|淡|没|垮|黄)|店(?:铺|面|子)?(?:.{0,3})(?:关|倒|亏|执笠|盘出|转让|黄)|亏(?:本|损|了|钱)|破产了(?=店|公司)"
        r"|做生意(?:赔|亏|失)|创业失败|公司(?:.{0,4})(?:垮|亏|黄|执笠|资金链)|执笠|执咗笠|工地停|赔(?:了|光|本|钱)"
        r"|厂子(?:.{0,3})(?:垮|亏)|没(?:有)?(?:客人|订单|生意)|冇生意|回款|客户(?:没|拖|欠|不)",
    ),
    (
        "income_drop",
        r"\b(?:hours (?:\w+ )?(?:cut|reduced|slashed)|cut (?:my|our|back) (?:on )?(?:hours|pay"
        r"|shifts)|(?:less|fewer|no) (?:hours|shifts|overtime|work)|pay cut|reduced (?:hours"
        r"|pay|income)|income (?:\w+ ){0,2}(?:dropped|down|cut|went down|fell|reduced|lower)"
        r"|part[- ]time now|only (?:get|getting|working) (?:\w+ )?(?:\d+|few|part)(?:[-"
        r" ]?\w+)? (?:hours|days|shifts)|benefits (?:\w+ )?(?:cut|stopped|ended)|not making"
        r" (?:as much|enough|what)|slow (?:at work|season|month)|work (?:is|has been) slow"
        r"|took a pay|lower (?:pay|wage|salary|income)|making less|fixed income|demoted)\b"
        r"|\b(?:me (?:bajaron|redujeron|recortaron|quitaron) (?:\w+ )?(?:sueldo|salario|horas"
        r"|horario|turnos|dias)|menos (?:horas|turnos|trabajo|ingresos|chamba)|(?:baj\w+"
        r"|cay\w+|reduj\w+|disminuy\w+) (?:mis |los |el |mi )?(?:ingresos?|sueldo|ventas)"
        r"|(?:gano|ingreso|cobro|saco|sale) (?:mucho |muy )?(?:menos|poco)|poco trabajo|poca"
        r" chamba|(?:mis )?ingresos (?:\w+ ){0,2}(?:baj\w+|cay\w+|menos|reduc\w+)|media"
        r" jornada|medio sueldo)\b|降薪|减薪|扣(?:了)?(?:工资|薪|人工)|收入(?:.{0,4})(?:少|减|降|低|不稳|下降|锐减|冇)"
        r"|工资(?:.{0,4})(?:少|降|低|减|砍|打折)|少(?:了)?(?:人工|收入|工资)|绩效|没(?:有)?加班|冇ot|没活|活少|单(?:子)?少"
        r"|开工不足|无薪假|放无薪|停工|没什么活|接不到单|跑不到单|收入大不如前|减(?:咗|了)(?:人工|工时)|工时",
    ),
    (
        "overindebted",
        r"\b(?:too (?:much|many) (?:debt|debts|bills|loans|cards)|other (?:debts?|loans?|bills"
        r"|cards|creditors)|so many (?:bills|loans|debts|cards)|drowning|in over my head"
        r"|behind on (?:everything|all|rent|all my)|maxed out|multiple (?:loans|debts|cards)"
        r"|(?:pay ?day|several) loans|robbing peter|garnish\w*|juggling|debt(?:s)? (?:piling"
        r"|everywhere))\b|\b(?:muchas? deudas|otras? deudas|otros (?:creditos|prestamos)"
        r"|endeudad[oa]|sobreendeudad[oa]|ahogad[oa]|hasta el (?:cuello|tope)|deudas por todos"
        r"|demasiadas deudas|debo (?:en|a) (?:muchos|todos|varios)|embarg\w+)\b"
        r"|负债(?:.{0,3})(?:多|累|高|太)|多头|欠(?:了)?(?:很多|好多|一屁股|几家|好几家|太多)|以贷养贷|拆东墙|好几家|多家(?:平台|银行)"
        r"|其他(?:贷款|平台|债|网贷)|网贷太多|借新还旧|债务(?:太|很|缠|多)|到处欠|周身债|卡数|债台|撑不住这么多|别家(?:也|的)|几张卡",
    ),
    (
        "cash_flow",
        r"\b(?:cash ?flow|tight|short (?:on|this|of) (?:cash|money|month|week|funds)|money is"
        r" (?:tight|short)|strapped|low on (?:cash|funds|money)|(?:rent|mortgage|car|bills?"
        r"|electric|insurance|school|tuition|repair|transmission|tires?) (?:came first|took"
        r"|ate|is due|was due|due|broke|went up|hit|bill|had to)|had to (?:pay|fix|cover|buy)"
        r"|unexpected (?:bill|expense|cost)|car (?:broke|died|trouble|repair)|between"
        r" (?:checks|paychecks)|living (?:pay ?check|check) to|paycheck to paycheck|overdrawn"
        r"|no cash|broke(?! my)|until payday|account (?:is )?(?:empty|negative|frozen)|refund"
        r" hasn'?t|taxes)\b|\b(?:flujo|liquidez|apretad[oa]s?|corto de|cort[oa] (?:de"
        r" )?(?:dinero|lana)|gastos? (?:imprevist|inesperad|medic|escolar|fuerte)\w*"
        r"|inesperad[oa]|imprevist[oa]s?|se (?:me )?descompuso|(?:pagar|pague) (?:la"
        r" )?(?:renta|luz|colegiatura|hipoteca|alquiler|inscripcion)|no (?:me )?(?:alcanza"
        r"|alcanzo|ajusto|rinde)|sin (?:dinero|lana|un peso|efectivo|feria)|quebrad[oa]|mal de"
        r" dinero|andar? corto|ando (?:sin|bien|muy|corto)|no llego a fin|(?:renta|luz|utiles"
        r"|reinscripcion))\b|周转|资金(?:紧|困|不|链|压|冻)|手头(?:紧|有点|比较|不|没|上)|手紧|紧张|没钱|冇钱|没有钱|拮据|困难"
        r"|钱不够|唔够钱|不够钱|刚交(?:了)?(?:房租|学费)|房租|房贷|学费|钱(?:.{0,3})(?:没到|压|套|在外|收不回)|囊中|吃土|月光|入不敷出"
        r"|卡(?:被)?冻|手上没|没什么钱|揭不开锅|穷|等钱|要交租|水紧",
    ),
    (
        "other",
        r"\b(?:hardship|struggl\w+|can'?t afford|hard time|rough (?:time|patch|month)"
        r"|difficult|tough time|jail|prison|deport\w+|homeless|evict\w+|stolen|robbed|scam\w*"
        r"|fraud)\b|\b(?:dificil\w*|dificultad\w*|problemas|crisis|mala racha|no puedo pagar"
        r"|carcel|robaron|asaltaron|estafa\w*|desaloj\w+)\b|还不起|还不了|有困难|被骗|被偷|坐牢|难处|变故|还唔到|还唔起"
        r"|诈骗",
    ),
)


def _pattern(key: str, tables: tuple[dict[str, str], ...], *first: str) -> re.Pattern[str]:
    return re.compile("|".join((*first, *(table[key] for table in tables if key in table))), re.ASCII)


# What is named outright.
_NAMED = tuple((name, _pattern(name, (SPOKEN, SPOKEN_ZH), pattern)) for name, pattern in _REASONS)
_KINDS = (en.KINDS, es.KINDS, zh.KINDS)
# What happened to whom. Who was robbed, jailed or gambled says so rather than that no money is left.
_TOLD = tuple(
    (key.removesuffix("_first"), _pattern(key, _KINDS))
    for key in (
        "disaster", "wage_delay", "accident", "family_event", "illness", "job_loss", "business_failure", "other_first",
        "income_drop", "overindebted", "cash_flow",
    )
)  # fmt: skip
# These say that money is missing: what else is told says why.
_VAGUE = (None, "cash_flow", "other")
# "I didn't lose my job", 不是没钱: what is denied is no reason.
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nunca|isn'?t|wasn'?t|haven'?t|didn'?t)|(?:不是|并非|并没|没有被|唔系"
    r"|冇俾))\s*(?:really |been |porque |because )?$"
)


def read_hardship_reason(text: str) -> str | None:
    """The reason given for not paying: one of the ontology's, `other` for a hardship it has no name for, or None."""
    folded = prepare(text).folded
    named = _first(_NAMED, folded)
    if named not in _VAGUE:
        return named
    told = _first(_TOLD, folded)
    return named if told is None or (named and told in _VAGUE and told != "other") else told


def _first(patterns: tuple[tuple[str, re.Pattern[str]], ...], folded: str) -> str | None:
    """The first reason that is said and not denied."""
    for name, pattern in patterns:
        for match in pattern.finditer(folded):
            if not _DENIED.search(folded[max(0, match.start() - 20) : match.start()]):
                return name
    return None
