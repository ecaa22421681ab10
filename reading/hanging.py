"""What a promise hangs on that is not in the borrower's hand.

Another's payment, a sale, tips, a loan or benefit to be granted, luck: such a promise is doubtful even where its sum and day
are named. One that hangs on one's own regular pay ("when I get paid friday", 发工资就还) is certain, and so is a plan that is
only told beside such money ("my sister is lending me 200, that tomorrow and the rest on the 30th"): it is read back as a whole.
"""

from __future__ import annotations

import re

from reading.text import HAN

# Regular pay, and what is the borrower's own or ours to do.
_OWN = (
    r"(?:(?:own|next|last|first|whole|full|regular|weekly|monthly|work|job|government|\w+day|\w+day'?s|1st|15th|\d+(?:st|nd|rd|th)|ss|va|ssi|social security|disability|retirement|veterans?|pension|army|military|school|student|state|teacher'?s?|nurse'?s?) )*"
    r"(?:pay\b|pay ?che(?:ck|que)s?|pay ?day|pay ?roll|che(?:ck|que)s?|wages?|salary|stipend|direct deposits?|dd|pension|social security|ss|ssi|ssdi|disability|benefits|giro|universal credit|uc|jobs?|boss|work|employer|company|agency|gaffer|foreman|temp agency|phone|card|bank|link|site|app|website|payment|page|portal|system|memory|math|maths|calculations?|account|memory|arrangement|plan|amount|date|day|offer|due date|autopay|auto pay|zelle|venmo|cash ?app)"
)
_FINE = r"(?:works?\b|suits?\b|is (?:ok|okay|fine|good|alright|all right|acceptable|agreeable|possible|better|easier|cool|allowed|open|available|up|working|right)\b|'?s (?:ok|okay|fine|good|alright|cool|right)|helps?\b|will do|sounds|does(?:n'?t)? (?:work|suit)|matters?|(?:doesn'?t|isn'?t|won'?t|don'?t) (?:work|suit|fit|matter)\b|(?:isn'?t|not) (?:ok|okay|fine|good|enough|possible)\b)"
_WHOSE = r"(?:my|the|our|this|that|some|a|an|his|her|their|any|someone'?s|one of my)"
_SOMEBODY = rf"(?:(?!{_WHOSE} {_OWN}\b){_WHOSE} (?!\d|time\b|money\b|first\b|second\b|third\b|next\b)(?!{_WHOSE}\b)[a-z][\w']*|he|she|they|someone|somebody|everyone|everybody|everything|nothing|no ?(?:body|one|thing)|something|anything|things|all|(?:financial |student |school |my )?aid|tips|business|sales|work|orders?|customers?|clients?|weather|insurance|unemployment|overtime|ot|hours|luck|uber|doordash|disability|immigration|uscis|fema|workers'? comp|medicaid|crops?|trade|(?!(?:it|that|this|there|i|we|you|u|ya|ye|y'?all|not|so|possible|needed|necessary|any|need|only|then|at|ever|for|on|in|by|anyone|your|ur|all|and|or|i'?m|im|i'?ll|it'?s|that'?s|its|thats|you'?re|ok|okay|paid|late|what|my|payday|payroll|a|an|an|is|we'?re|asked|told|else|still|too|no|be|the|\d)\b)[a-z]+(?= (?:pays?|lends?|sends?|sells?|buys?|comes?|hits?|lands?|clears?|drops?|arrives?|goes|approves?|gives?|spots?|fronts?|helps?|gets?)\b))"
_IF_I_GET = r"(?:actually |really |finally |still |also |ever |just |do |can |could |manage to |get to |happen to |end up )*(?:sell|sold|win|won|borrow|rent out|pick up|pull|land|score|scrape|make (?:enough|that|the|some|extra|\d|good|any)|find (?:some |the |a |any |more )*(?:work|money|cash|jobs?|gigs?|buyer|rest)|catch|book|earn|get (?:(?:some|the|that|a|an|any|extra|more|enough|my|this|approved for|all) )*(?:overtime|ot|hours|shifts?|gigs?|work|tips|jobs?|loan|refund|bonus|cash|money|customers?|rides|orders|approved|hired|picked|called|extension|advance|aid|help|settlement|deposit back|deliveries|calls?|fares?|trips?|job))\b"
_IF = r"(?<!even )(?<!see )(?<!know )(?<!what )(?<!as )(?<!idk )(?<!ask )(?<!wonder )(?<!wondering )(?<!sure )(?<!check )(?:\bif|\bassuming(?: that)?|\b(?:as|so) long as|\bprovided(?: that)?|\bproviding(?: that)?|\bonly when|\bprovided|\bpending|\bon condition(?: that)?|\bin case)"
_WHEN = r"\b(?:when(?:ever)?|wen|once|as soon as|soon as|after|until|the (?:minute|moment|second|day)|by the time)"
# Others that pay, and what comes only once: a sale, a refund, a grant.
_KIN = r"(?:mom|mum|ma|mama|mother|dad|father|pops|(?<!\ba )parents|folks|family|kids?|son|daughter|sister|sis|brother|bro|cousin|auntie?|aunty|uncle|nephew|niece|grand\w+|granny|gran|nan|nana|ex(?:-?(?:wife|husband))?|baby (?:mama|daddy)|friend|buddy|mate|pal|homie|neighbou?r|roommate|roomie|flatmate|housemate|in-?laws?|girlfriend|boyfriend|gf|bf|fianc\w+|tenant|lodger|renter|buyer|guy|dude|coworker|colleague|church|insurance|lawyer|attorney|insurer|stepdad|stepmom|godmother|godfather|pastor|passenger)"
_COMES = r"(?:pays?|sends?|lends?|gives?|spots?|fronts?|wires?|transfers?|venmos?|zelles?|reimburses?|comes? (?:in|through|thru|by|out|back)|hits?|lands?|drops?|arrives?|clears?|goes through|posts?|sells?|closes?|settles?|is (?:sold|approved|settled|released|granted|finalized|processed|paid out)|gets? (?:here|paid out|approved|accepted|released|sold|settled|processed|back)|approves?|releases?)"
_ONE_OFF = r"(?:(?:tax|income tax|federal|state|security|insurance|student|school|financial|pell|small business|personal|title|settlement|accident|injury|workers'? comp|back|holiday|christmas|home|equity|fema|relief|emergency|rental|my|the|a|loan|grant) )*(?:refunds?|loans?|grants?|settlements?|bonus|commissions?|aid|inheritance|cheque from \w+|insurance (?:money|check|payout)|claim|rebates?|deposit back|invoice|case|estate|payout|escrow|house|car|truck|boat|bike|trailer|motorcycle|land|ps\d|xbox|tv|ring|crop|harvest|catch|cattle|sale|deal|raise|advance|helb|stimulus|lawsuit|deposit from \w+|adoption|visa|permit)"
_IF_EN = re.compile(
    rf"{_IF} (?!i (?:send|pay|give|make)\b)(?:{_SOMEBODY}(?! {_FINE})(?: [a-z]|'s)|(?:i|we) {_IF_I_GET}|(?:i'?m|im|i am|we'?re) still\b|i still (?:have|got)|i (?:don'?t|do not) (?:get (?:laid|fired|sick|sent|cut|cancel)|lose)|it (?:sells|clears|comes|goes through|arrives|hits|lands|drops|gets|rains|do(?:es)?n'?t rain|all (?:goes|works)|works out|stays|goes)|all (?:goes|is|works)|lucky|i'?m lucky|im lucky|i get lucky|god|(?:i'?m|im|i am|we'?re|i get|we get) (?:approved|hired|lucky|accepted|picked|called (?:in|back)|granted))"
    # "Unless something comes up": how it may come otherwise.
    rf"|\b(?:contingent|conditional|depending|subject) (?:on|upon|to) (?!you|your|me\b)|\bpending (?:approval|(?:my|the|a) )|\b(?:he|she)(?:'s|'ll)? (?:(?:is|will|gonna|going to|supposed to) )*(?:pay|send|giv)(?:s|ing|e)? me back\b|\bunless (?!you\b|otherwise|it'?s\b|i (?:pay|hear))(?:[a-z']+ ){{2}}",
    re.ASCII,
)
# "My dad is giving me 200 on friday so I'll send you that", "when my cousin pays me back".
_WILL_EN = re.compile(
    rf"(?<!that's )(?<!thats )(?<!is ){_WHEN} (?!my (?:\w+ )?(?:husband|wife|hubby|spouse|partner|fella|old man|missus) (?:gets?|is|gets? paid|pays)\b)(?:{_WHOSE} )?(?:(?!{_OWN})[a-z]+ )?(?:{_KIN}(?: of mine)?|clients?|customers?|{_ONE_OFF}) (?:(?:finally|actually|ever|just|also|has|have|does|did|will|can|'?s) )*{_COMES}\b"
    rf"|{_WHEN} (?:i|we) (?:can |finally |manage to |get to )*(?:sell|sold|get (?:my|the|that|a|an) {_ONE_OFF}|win|borrow|get (?:approved|hired|the money (?:from|off) {_WHOSE}))\b"
    rf"|\b{_WHOSE} (?:\w+ )?{_KIN}(?: of mine)?(?:'?s|'?ll)? (?:(?:is|are|was|will|gonna|gon|going to|just|supposed to|promised to|said (?:he|she|they)(?:'d|'ll| will| would)|about to|has to|agreed to|also|still|can|might|could|should|wants to|offered to) )*(?:(?:giv|send|lend|loan|wir|pay|venmo|zelle|cash ?app|transfer|spot|front|repay|ow|help|pass|bring|slip|get)(?:s|es|ing|e|in)? (?:me|us)\b(?! (?:time|a (?:ride|lift|hand)))|(?:giv|send|lend|wir|pay)(?:ing|in|s|es) [$£€]?\d\S*(?:,? (?:on |this |next )?\w+)?,? (?:and |so |n )?(?:(?:that'?s|its|it'?s|thats|you'?ll|you|u|i'?ll|ill|that) ))"
    r"|\b(?:i'?m|im|i am|we'?re|gonna|going to|trying to|try to|have to|gotta|will|i'?ll|need to|hope to|hoping to) (?:be )?(?:sell|selling|pawn|pawning|auctioning) (?:my|the|some|a|our|off|his|her|these|two|\d)"
    r"|\b(?:got|have) a buyer\b|^\W*selling (?:my|the|some|a|our|off)\b|\b(?:with (?:any|a (?:bit|little) of|some) luck|with luck|fingers crossed|if luck)\b",
    re.ASCII,
)

_PROPIO = r"(?:sueldo|salario|nomina|pago|cheque|quincena|raya|pension|jubilacion|paga|jale|chamba|trabajo|patron|jefe|jefa|empresa|banco|app|aplicacion|pagina|liga|link|enlace|sistema|tarjeta|cuenta|paro|beca bienestar|bienestar|agencia|contratista|fabrica|maquila)"
_ELLOS = r"(?:mis?|el|la|los|las|un|una|unos|algun|alguien|su)"
_PERSONA = r"(?:mam[ai]\w*|papa\w*|madre|padres?|jefita|hij[oa]s?|herman[oa]s?|carnal[ao]?|prim[oa]s?|ti[oa]s?|sobrin[oa]s?|abuel[oa]s?|suegr[oa]s?|cunad[oa]s?|yerno|nuera|novi[oa]|ex|compadre|comadre|amig[oa]s?|vecin[oa]s?|client[ea]s?|senor[a]?|chav[oa]|inquilin[oa]s?|compañer[oa]s?|companer[oa]s?|socio|padrin[oa]|madrina|conocid[oa]|muchach[oa]|tipo|wey|güey|guey)"
# Who pays for work is no such person.
_QUIEN = rf"(?!client|senor|padrin|tipo|muchach|socio){_PERSONA}"
_ME = r"(?:(?:me|nos|se|le|te|ya|lo|la|los|por fin) )*"
_IF_ES = (
    r"(?:(?:me|nos|le|se|lo|la|los) (?:(?:la|lo|los|las|ya|por fin|de verdad|si) )?(?:[a-z]+ )?(?:prest|devuelv|cumpl[ea]|regal|envi|gir|sal(?:e|ga|en|io)\b|cae\b|caen\b|caiga|aprueb|autoric|autoriz|acept|adelant|dan\b|da\b|den\b|manda|hac?en? el|toc[ae]\b|compra|qued[ae]\b|sobr[ae]\b|alcanz|vend|conced|ingresen|liber|resuelv|junta|ayud|pas[ae]n? (?:el|la|lo|los)|contrat|llam|arregl|da el|suelt[ae]n?)|vend[oae]|consig[ou]|alcanz|logro|junto|gano (?!\d)|sigo (?:con|en|teniendo)|agarro|pesco|saco (?:un|algo|lo|el)|encuentro|hay (?:trabajo|chamba|curro|jale|ventas?|propinas?|clientes|extras?|horas|suerte|pesca|cosecha|buena)|cae (?:algo|un|el|la)|sale (?:el|la|un|algo|bien|todo|trabajo|chamba|jale)|llega (?:el|la|mi)|entra (?:el|la|un|algo|dinero)|aprueban|autorizan|resulta|pega|todo (?:sale|va|marcha|camina|pinta)|nada (?:falla|pasa|se)|no (?:llueva|llueve|falle|falla|me (?:corran|corren|descansan|descansen|enferm\w+)|(?:hay|pasa|sucede|surge|se) (?:(?:ningun|otro|un|algun|otra) )?(?:imprevisto|contratiempo|novedad|atraviesa|complica|pasa nada))|(?:las |la |el )?(?:venta|negocio|pesca|cosecha|clima|semana|propina|temporada|feria|puesto)s? "
    rf"|(?!{_ELLOS} {_PROPIO}){_ELLOS} (?:[a-zñ]+ ){{0,4}}?{_ME}(?:pag|prest|devuelv|devolv|d(?:a|an|en)\b|mand|cumpl|envi|compr|ayud|deposit|pas[ae]|sal[eg]|llega|entra|ca[ei]|se vende|aprueb|autoriz|resuelv|liber|suelt)\w*|(?:mi|un|una) (?:\w+ )?{_PERSONA}\b)"
)
_IF_SPANISH = re.compile(
    rf"(?<!\beso )(?<!\bque )(?<!\bahi )(?<!aunque )\b(?:si|siempre (?:que|y cuando)|a menos (?:de )?que|salvo que|a no ser que|con tal (?:de )?que|con que|mientras|dependiendo (?:de )?si|siempre) (?!me [a-z]+ (?:[a-z]+ ){{0,2}}(?:link|enlace|liga|numero|cuenta|clabe|datos|chance|tiempo|oportunidad|plazo|permiso|prorroga|bien|app|pagina|codigo|qr|correo|mensaje)\b){_IF_ES}|\b(?:a menos (?:de )?que|salvo que|a no ser que|siempre (?:que|y cuando)) (?:me|nos|no|algo)\b",
    re.ASCII,
)
_WILL_ES = re.compile(
    rf"\b(?:cuando|en cuanto|apenas|tan pronto(?: como)?|una vez que|nomas que|luego que|hasta que) {_ME}(?:pag|prest|devuelv|d[eé]\b|d[eé]n\b|mand|cumpl|envi|compr|deposit|pase|ayud|gir|transf)\w* (?:lo que me debe )?(?:mis?|un|una|el|la|los) (?:\w+ )?{_PERSONA}\b"
    rf"|\b(?:cuando|en cuanto|apenas|tan pronto(?: como)?|una vez que|nomas que|luego que|hasta que) (?:mis?|un|una|el|la|los) (?:\w+ )?{_PERSONA} (?:(?!cobr|nos? cobr)\w+ )?{_ME}(?:pag|prest|devuelv|d[eé]n?\b|mand|cumpl|envi|compr|deposit|pase|gir|transf)\w*"
    rf"|\b(?:cuando|en cuanto|apenas|tan pronto(?: como)?|una vez que|nomas que|al|terminando de|hasta que) (?:{_ME}(?:vend\w+|aprueb\w+|autoric\w+|liquid\w+ (?:el|la|mi)|salga (?:el|la|mi)|ca(?:e|iga) (?:el|la|mi) (?!{_PROPIO}|dinero)|suelt\w+ (?:el|la) prestamo|devuelv\w+|regres\w+ (?:el|la) (?:deposito|fianza)|d(?:e|en) (?:el|un|mi) (?:prestamo|finiquito|credito)))"
    # "Mi hermano me deposita 800 el lunes y se los paso", "un amigo me debe 700".
    rf"|\b(?:mis?|un|una|unos|el|la) (?:\w+ )?{_QUIEN}(?: \w+)? (?:(?:ya|tambien|siempre|si|quedo de|quedo en|prometio|va a|van a|iba a) )*(?:me|nos) (?:(?:lo|la|los|las|va a|van a|quedo de|quedo en|prometio|ya|iba a) )*(?:pag|prest|devuelv|devolv|d(?:a|an|en|io)\b|dar|mand|envi|compr|deposit|pasa|deb|gir|transf)\w*"
    rf"|\b(?:me|nos) (?:lo |los |la )?(?:paga|pagan|presta|prestan|manda|mandan|deposita|debe|deben|devuelve|regresa|da|pasa|gira)n? (?:(?:el|este) \w+ )?(?:mi|un|una) (?:\w+ )?{_QUIEN}\b"
    r"|\b(?:voy a|vamos a|ando|estoy|quiero|pienso|tengo que|a ver si) (?:vender|vendiendo|vendo|empenar|empenando|rematar|rematando) (?:mi|el|la|un|una|los|las|mis|unas?|unos)\b|\bvendiendo (?:mi|el|la|un|una|los|las|mis|unas?|unos)\b|\b(?:con (?:algo de |un poco de |tantita )?suerte|si hay suerte|si tengo suerte|primeramente todo|dedos cruzados)\b",
    re.ASCII,
)

_PERSON_ZH = r"(?:[我俺](?:的|嘅|们?家?|个)?)?(?:爸妈|老豆|老母|[爸妈哥姐弟妹叔姑姨舅婶伯嫂]+|表[哥姐弟妹]|堂[哥姐弟妹]|阿[爸妈哥姐弟妹叔姨婆公]|姑[姑妈]|姨妈?|老[乡表]|[儿仔女]子?|女儿|儿子|朋友|同学|同事|兄弟|哥们儿?|闺蜜|亲戚|丈人|岳[父母]|客户|买家|房客|租客|室友|前[妻夫]|有人|人家|别人|他们?|她们?|对方|甲方|工头|(?:一|有)?个?客|家里人?|屋企人?)"
_GIVES_ZH = r"(?:还|给|转|打|借|汇|寄|付|俾|畀|过|拿|支援|赞助|发|结)(?:返|番|回|了|咗|到|给|俾|畀)*"
_FIRST_ZH = r"(?:如果|要是|假如|倘若|若是?|假使|只要|万一|除非|得看|要看|就看|看看?|睇下?|视乎)"
_PAYS_ZH = r"[^。;；]{0,20}(?:还|付|俾|畀|转|汇|给|过|缴|交|找|打|清)"
_IF_ZH = (
    # 要是货款回来,20号还2000: whether it does, nobody knows.
    re.compile(
        r"(?:如果|要是|假如|倘若|若是?|假使|只要|除非)(?![^,，。;；]{0,12}(?:你|您|没|冇|[不唔]|记错|可以))[^,，。;；\d]{0,14}?"
        r"(?:[借收领拿赚挣揾搵凑等标接抢批贷申][到咗了得]|借给?我|借(?:钱|俾)|借我|[给俾畀]我?钱|到账|到手|[下进回]来|落嚟|发了|发咗|批了|批咗|通过|过了|过咗|成了|成功|得标|标中|核准|走得|走量|中标|[卖租][了咗出掉得]|结[了咗账款]|中[了咗奖]|开单|生意好|业绩好|单多|顺利|一切|走得|走量|得标|核准|有(?:钱|单|活|奖金|加班|花红|提成|生意|客|剩|余|分红|发|标到|中|人))"
        rf"{_PAYS_ZH}"
    ),
    re.compile(
        rf"{_FIRST_ZH}(?:说|话)?(?!你|您|我(?![的嘅个]?{_PERSON_ZH})){_PERSON_ZH}[^,，。;；]{{0,6}}?{_GIVES_ZH}(?:我|俺|咱|钱|[\d¥$])"
    ),
    # 顺利的话周四能到, 不出意外20号还1500.
    re.compile(
        r"(?:奖金|贷款|补贴|年终|补助)(?:要是|如果|若)(?:能|会)?(?:批|发|下|到)|只要(?:[不唔没冇](?:被|会|给|出|下|落|生|裁|失业|停工|出事))|(?:要是|如果|若|假如)[^,，。]{0,10}天气?(?:好|晴)|(?:不|唔|冇)(?:下雨|落雨|落水|刮风)(?:就|的话|嘅话)?[^,，。]{0,6}(?=[,，。 周星期礼拜还就\d])|(?:我)?(?:还|仲)在职(?:的话|嘅话)|(?:核准|批准|通过|批下来|准|得标|中标|顺利|正常|幸运|运气好|好彩|生意好|卖得好|单多|走运|没事|没变|冇变|快)(?:的|嘅)?话|(?:如|若|要是|如果)?(?:一切|都)?(?:顺利(?=[,，。 \d下周星礼拜本这明后月])|冇?(?:无|没有?|不出|唔出|冇)(?:什么|乜嘢?)?(?:其他)?(?:意外|变故|变数|状况|问题的话|变动|特殊情况|岔子))(?!了|险)|(?:如无|若无)意外|(?:应该|可能|估计)(?:能|会)(?:批|贷|借|卖|收)到?"
    ),
    # 看这周跑单多不多.
    re.compile(
        r"(?<![你您])[看睇视](?:下|吓|乎)?[^,，。;；]{0,10}(?:多不多|多唔多|生意好不好|生意好唔好|批不批|到不到|发不发|能不能|有没有|有冇|会不会)(?!.{0,3}[?？吗])"
    ),
)

# 等我姐把钱转过来 周五还你2000, 货卖出去了就给你3000, 批到贷款就12号找晒.
_WHO_ZH = rf"(?!客|甲方|工头){_PERSON_ZH}"
_WILL_ZH = re.compile(
    rf"(?:等|待)(?:到)?{_PERSON_ZH}[^,，。;；]{{0,8}}?{_GIVES_ZH}(?:过来|来|我|钱|俺|咱|先|再|就|了)|{_WHO_ZH}(?:要|会|说|答应|应该|明天|后天|到时|周.|星期.|礼拜.|下周.|[\d一二三十廿]{{1,3}}号|月底|[听后]日|先|还|仲){{0,3}}(?:{_GIVES_ZH}(?:我|俺|咱)(?!们?(?:这|那)|的[卡账])|(?:打|转|寄|汇|过){{1}}[$¥]?[\d一二两三四五六七八九百千万,]+(?:块钱?|元|蚊)?(?:过来|俾我|畀我|给我|来)|(?:欠|争|爭)(?:我|住我|着我))"
    r"|(?:等)?(?:[^,，。;；]{0,6}(?:货|车|房子?|摩托|手机|电脑|东西|猪|羊|牛|玉米|粮食|稻子|谷子|苹果|果子|鱼|虾|地|店|股票|基金|金链|戒指|包包?|二手|电动车)(?:子)?(?:一|要是)?(?:卖|出|沽)(?:出去?|掉|了|咗|得|完|到钱)|(?:卖|沽)(?:了|掉|咗|出)(?:我|那|个|部|台|辆|架|头|条|只|的|点|些|嗰){0,3}(?:货|车|房|摩托|手机|电脑|猪|羊|牛|玉米|粮|稻|谷|苹果|鱼|虾|股票|基金|金|戒指|包|机))(?!钱|了?[,，]|[了咗]?[\d一二两三四五六七八九])[^。;；昨]{0,12}(?:就|再|先|才|还|给|转|俾|畀)"
    r"|(?:^|[,，。 ])(?:等)?(?:卖|沽)(?:掉|出去?|了|咗)(?:就|再|了)?(?:还|给|俾|转)|(?:单子?|生意|项目|合同|官司)(?:成|谈成|做成|赢|签)了?[,， ]?(?:就|再|才|[\d月下周]).{0,6}(?:还|给|转|付)|(?:互助会|标会|会)得标|[看睇](?:下|吓)?[^,，。;；]{0,8}(?:流水|生意|收成|单量|行情|客流|奖金|业绩)(?:点|好)?(?=[,，。 ])"
    r"|(?:等)?(?<!已经)(?<!已)(?:批|贷|借|申请|标)(?:到|咗|得)(?!了)(?:贷款|会|钱|补助|救助|款)?[^。;；已]{0,10}(?:就|再|先至?|才)|(?:贷款|补助|救济金?|理赔款?|赔偿金?|赔款|退税|报销|保险金|拆迁款|会钱|标会|奖学金|助学金|补偿款?|失业金)[^,，。;；\d号]{0,6}(?:批|下来|到|发|结|回来|拨)(?!了|咗)[^。;；已]{0,12}(?:就|再|先至?|才)"
)


def supposes(text: str) -> bool:
    """Whether folded `text` says "if" of what others do, or luck: "if my cousin pays me back", 顺利的话."""
    return any(pattern.search(text) for pattern in (_IF_ZH if HAN.search(text) else (_IF_EN, _IF_SPANISH)))


def awaits(text: str) -> bool:
    """Whether folded `text` tells of the money of others that it is to be paid from: "when the car sells"."""
    return any(
        pattern.search(text) for pattern in ((_WILL_ZH,) if HAN.search(text) else (_WILL_EN, _WILL_ES))
    )
