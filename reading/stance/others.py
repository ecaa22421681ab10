"""Money that others take, get or are sent, and no payment to us: "insurance takes 85 on the 12th", 我得往家里寄600."""

from __future__ import annotations

_SUM = r"[$£€]?\d[\d.,]*k?"
_ABOUT = r"(?:(?:about|around|like|only|exactly|at least|another|the|a|an|some|his|her|their|its|my|him|her|them|us|me) )*"
_KIN = (
    r"(?:mom|mum|ma|mama|mother|dad|father|pops|parents?|folks|family|kids?|kid'?s|children|son|daughter|sister|brother|sis|bro|cousin|aunt\w*|uncle|nephew|niece|grand\w+|granny|gran|nan|nana"
    r"|ex(?:-?(?:wife|husband))?|baby ?(?:mama|daddy|momma)|friend|buddy|mate|neighbou?r|roommates?|flatmate|housemate|in-?laws?|girlfriend|boyfriend|girl|fiancee?|people back home)"
)
_TRADES = (
    r"(?:landlord|landlady|lawyer|attorney|solicitor|sitter|babysitter|nanny|childminder|nursery|day ?care|church|doctor|dentist|vet|mechanic|plumber|roofer|hospital|clinic|school|college|court|county|city|irs|hmrc|tax ?man|council|coop|hoa"
    r"|bondsman|bail bonds?|po|parole officer|probation|pawn ?shop|dealer(?:ship)?|storage(?: (?:unit|place))?|credit union|union|bookie|funeral home|caterer|movers?|insurance|guy (?:for|who|that)|garage|shop|collector|lender|pastor|imam|neighbors?|seller|guy|lady)"
)
_DUES = (
    r"(?:rent|mortgage|insurance|child ?support|alimony|day ?care|tuition|(?:car|truck|boat|house|van|bike|phone|light|gas|water|power|electric|cable|internet|hospital|doctor|vet|medical) ?(?:notes?|payments?|bills?|insurance|loan)|school fees|taxes|storage|netflix|spotify|gym|klarna|affirm|afterpay|hoa|council tax|bail|court (?:fees|costs)"
    r"|groceries|storage|meds?|medicine|diapers|formula|presents?|gas|fuel|petrol|diesel|utilities|lot rent|dock fees|moorings?)"
)
_THEY = rf"(?:they|he|she|(?:my|the|our|his|her|that|this|other) (?:[a-z]+ )?(?:{_KIN}|{_TRADES}|{_DUES}|bank|government|gov|state|job|boss|work|va|loan(?: people| place)?|lender|people|folks|company)|the (?:[a-z]+ )?(?:people|folks|guys|company|place|man)|(?:the )?irs|hmrc|{_DUES}|{_TRADES}|capital one|student loans?|payday (?:loans?|people|place)|garnishments?)"
# Anybody and anything that is neither you nor what is paid to you.
_ANYBODY = r"(?!my (?:husband|wife|hubby|partner|missus|old man|fella|spouse) gets?)(?:my|the|our|his|her|their|another|some|that) (?:other )?(?:(?!first|second|third|next|last|rest|half|remainder|full|whole|minimum|min|max|balance|amount|account|loan|debt|card|check|cheque|payments?|pay|money|cash|deposit|transfer|plan|total|week|month|day|bank|credit|mon|tues|wednes|thurs|fri|satur|sun|best|most|earliest|soonest|only|app|site|link|autopay|system|interest|fee|late|sum|offer|deal|you\b|earlier|sooner|one\b|\d)[a-z']+ ){1,3}"
_OFTEN = r"(?:(?:will|gonna|going to|already|always|also|just|still|usually|automatically|'?ll|about to|is|are|keeps?|keep) )*"
_TAKES = r"(?:tak(?:es?|ing)|pull(?:s|ing)?|garnish(?:es|ing)?|garnishee\w*|dock(?:s|ing)?|deduct(?:s|ing)?|grab(?:s|bing)?|eat(?:s|ing)?(?: up)?|suck(?:s|ing)?(?: up| out)?|skim(?:s|ming)?|want(?:s|ing)?|need(?:s|ing)?|demand(?:s|ing)?|expect(?:s|ing)?|get(?:s|ting)?|bill(?:s|ing)?|debit(?:s|ing)?|withhold(?:s|ing)?|draft(?:s|ing)?|withdraw(?:s|ing)?|comes? (?:out|to|up)(?: (?:for|at|as|to))?|runs?|costs?|levy|levies|hits? (?:me )?for|collects?|snatch(?:es)?)"
_BRANDS = r"(?:capital one|discover|chase|wells ?fargo|amex|american express|citi(?:bank)?|credit one|synchrony|klarna|affirm|afterpay|sezzle|zip|verizon|t-?mobile|at&?t|sprint|comcast|xfinity|spectrum|cox|netflix|hulu|geico|progressive|state farm|allstate|navient|nelnet|mohela|sallie mae|fedloan|rent-?a-?center|aarons|onemain|lending ?club|upstart|sofi|best ?buy|walmart|amazon|paypal|the (?:electric|gas|water|light|cable|phone)(?: company)?|the other (?:lender|loan|card|guys|company|people|one|collector|debt))"
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*"
_FOR_US = r"(?!(?: [a-z']+){0,4} (?:to|for|over to) (?:you|u|y'?all|yall|this)\b)"
_SENDS = r"(?:send|sendin[g']?|wire|wiring|remit|remitting|transfer|transferring|western union|mail|mailing|ship|give|giving|giv|pay|payin[g']?|lend|lending|loan|loaning|bring|hand|venmo|zelle|cash ?app|owe|owing|repay)"

EN = (
    rf"\b{_THEY} {_OFTEN}{_TAKES} {_ABOUT}{_SUM}(?! (?:hours|hrs|days|weeks|months|more (?:days|weeks)))\b{_FOR_US}",
    rf"\b{_ANYBODY}{_OFTEN}(?:wants?|needs?|gets?|takes?|charges?|costs?|demands?|expects?|is asking(?: for)?|asks?(?: for)?|bills?|collects?) {_ABOUT}{_SUM}(?! (?:hours|hrs|days|weeks|months|more (?:days|weeks)))\b(?!.*\b(?:you|u|y'?all|yall)\b){_FOR_US}",
    rf"\b{_THEY} {_OFTEN}(?:comes?|coming|goes|going|takes?|taking|taken|pulls?) (?:out|off|up|due)\b(?!.*\b(?:you|u|y'?all)\b)|\b{_DUES} (?:is|are|'?s) (?:coming |going )?due\b",
    # "I must send 600 home", "gotta give my sister 80 back", "paying 700 rent friday".
    rf"\b{_SENDS} {_ABOUT}{_SUM}(?: (?:dollars|bucks|quid|pounds|euros|pesos|back|over|up|off))* (?:home\b|(?:back )?(?:to|for) (?:my|the|our|his|her|a|some) (?:[a-z]+ )?(?:{_KIN}|{_TRADES})\b|(?:for |on |to |towards |in )?(?:the |my |our |this month'?s )?{_DUES}\b){_FOR_US}",
    rf"\b{_SENDS} (?:back )?(?:to )?(?:my|the|our|a|some|his|her) (?:[a-z]+ )?(?:{_KIN}|{_TRADES})\b(?:'s)? (?:back )?{_ABOUT}{_SUM}\b{_FOR_US}",
    rf"\b(?:pay|paying|cover|covering|make|making) (?:(?:for|my|the|our|this month'?s|next month'?s|all) )*{_DUES}\b(?!.*\bthen\b)|\b{_SENDS} money (?:back )?home\b",
    rf"^\W*{_SUM}(?: (?:is|goes|going))? (?:to|for) (?:my|the|our|another|some) (?:other|others|{_KIN}|{_TRADES}|{_DUES})\b",
    rf"\b{_DUES} (?:is|are|'?s) {_ABOUT}{_SUM}(?! of (?:it|the|my|what))\b",
    rf"\b(?:pay|paying|owe|send|give|put) (?:{_SUM} )?(?:(?:to|on|for|towards?|into|off) )?{_BRANDS}\b",
    # "Customers have to give me 45k": what is to come to me, and nothing I promise.
    rf"\b(?:clients?|customers?|buyers?|parties|party|tenants?|brokers?|contractors?|somebody|someone|people|friends?|dealers?|parents|students|company|boss|he|she|they) (?:who |still |already |all |now |only )*(?:(?:have|has|had|need|needs|ought|supposed|is|are|got|gotta|still) )*(?:to )?(?:give|gives|pay|pays|send|sends|transfer|transfers|clear|return|owe|owes) (?:me|us) {_ABOUT}{_SUM}(?!.*\b(?:you|u|ya|y'?all|i'?ll|ill|i will|i can|i do|today|tonight|tomorrow|tm?rw|mon|tues?|wed|thurs?|fri|sat|sun|\w+day|next|this|\d{{1,2}}(?:st|nd|rd|th)|{_MONTHS})\b)",
    # "Ill be 65 in june", "my son will be 18 on december 4".
    r"\b(?:(?:i'?ll|ill|i will|(?:i'?m|im|i am) (?:gonna|going to)|(?:he|she)(?:'?ll| will)|my (?:[a-z]+ )?[a-z]+ (?:will|is (?:gonna|going to))) be|i turn|turns|(?:i'?m|im|i am|(?:he|she)'?s|is|gonna) turning|(?:gonna|going to|about to) turn) \d{1,3}(?: years old| yrs old)?(?= (?:in|on|this|next|come|by|soon|at|the|tomorrow)\b|\W*$|[,.;!])",
    # "Take me off autopay on the 15th".
    r"\b(?:off(?: of)?|cancel(?:l?ing)?|stop(?:ping)?|turn(?:ing)? off|disable|remove|pause|end|kill|no more|without|unenroll(?: me)? from|out of) (?:(?:the|my|that|this|your|me|from|of|any|all) )*(?:auto ?-?(?:pay|matic)|automatic|recurring|direct debit|standing order|auto ?-?(?:draft|debit|payment|withdraw)\w*)",
)

_PARIENTES = r"(?:mam[ai]\w*|papa\w*|madre|padres?|jefita|jefe|familia|hij[oa]s?|ninos|ninas|herman[oa]s?|carnal[ao]?|prim[oa]s?|ti[oa]s?|sobrin[oa]s?|abuel[oa]s?|suegr[oa]s?|cunad[oa]s?|novi[oa]|ex\b|ex espos[oa]|compadre|comadre|amig[oa]s?|vecin[oa]s?|viej[oa]s?|chamac[oa]s?|nietos?|nietas?)"
_OFICIOS = r"(?:caser[oa]|dueñ[oa]|duen[oa]|arrendador\w*|abogad[oa]|doctor[a]?|dentista|mecanico|plomero|albanil|escuela|colegio|iglesia|guarderia|hospital|juzgado|coyote|prestamista|tandera|contador[a]?|de la (?:tanda|renta|tienda|luz))"
_DEUDAS = r"(?:(?:la )?renta|(?:el )?alquiler|(?:la )?hipoteca|(?:el )?seguro|(?:la )?colegiatura|(?:la )?guarderia|infonavit|fonacot|imss|(?:la )?pension(?: alimenticia)?|(?:la )?tanda|(?:la )?luz|(?:el )?banco|(?:el )?gobierno|hacienda|(?:el )?sat|(?:el )?juzgado|coppel|elektra|(?:la )?letra|(?:la )?escuela|(?:el )?colegio|(?:el )?sindicato|(?:la )?empresa|(?:el )?patron)"
_CIFRA = r"(?:(?:unos|como|casi|los|sus|otros|esos|mis) )*\$?\d[\d.,]*"

ES = (
    # "Me embargan 200 cada viernes", "el seguro me quita 850 el 12", "la guardería se lleva 700".
    rf"\b(?:me|nos) (?:estan |van a |sigue[n]? )?(?:embarg|descuent|descont|quit|reten|retien|rebaj|cobr|baj|sac)(?:a|an|e|en|ando|ar|iendo|en)\b (?:(?:de|del|la|el|por|nomina|cada|sueldo|quincena|mes) )*{_CIFRA}",
    rf"\b{_DEUDAS} (?:(?:me|nos|se|ya|siempre) )*(?:quita|quitan|lleva|llevan|cobra|cobran|saca|sacan|descuenta|descuentan|retiene|retienen|come|comen|pide|piden|sube|viene|es|son|vence|toca) (?:(?:de|en|a) )?{_CIFRA}",
    rf"\b(?:se|me) (?:lo |los )?(?:lleva|come|chupa|traga)n? {_CIFRA}",
    rf"\b(?!mi (?:espos[oa]|marido|mujer|viej[oa]|senor[a]?) (?:cobra|gana))(?:mis?|la|el|los|las|un|una|otr[oa]) (?:(?!pago|abono|primer|segund|tercer|ultim|mitad|resto|otra mitad|cantidad|monto|total|cuota|deposito|lunes|martes|miercoles|jueves|viernes|sabado|domingo|minimo|credito|cuenta|deuda|saldo|tarjeta|dia|semana|mes|quincena|que\b)[a-z]+ ){{1,4}}(?:(?:me|nos|se|ya|siempre) )*(?:quieren?|necesitan?|ocupan?|cobran?|piden?|cuestan?|gastan?|me sale en|sale en|valen?|exigen?) {_CIFRA}(?!.*\b(?:ustedes|usted|les|le|te|os)\b)",
    rf"\b(?:los |las |el |la |mis? )?(?:uniformes?|zapatos|utiles|medicinas?|medicamentos?|libros|recibo|boletos?|llantas|lentes|inscripcion|mensualidad de la escuela|consulta|tratamiento|despensa|gas|gasolina|camion|taxi|tenencia|predial|predio|terreno|panteon|funeral)(?: (?:de|del|para|de la) [a-z ]{{2,24}}?)? (?:son|es|cuestan?|salen?(?: en)?|vienen?) (?:de )?{_CIFRA}",
    rf"\ba (?:coppel|elektra|banorte|bbva|santander|hsbc|liverpool|telmex|telcel|izzi|megacable|cfe|netflix|mercado ?(?:pago|libre)|la otra (?:financiera|caja|tienda)|el otro banco|otra (?:financiera|tarjeta)) (?:(?:le|les|ya) )*(?:pago|debo|doy|deposito|mando) {_CIFRA}",
    # "Le mando 1500 a mi mamá", "tengo que darle 400 a mi hermana", "hay que mandar 600 a mi casa".
    rf"\b(?:mand|envi|gir|dep(?:osi)?t|d[aeo]|doy|pag|prest|deb|ingres|transf|pas|devolv|devuelv|entreg|abon|llev)\w* (?:(?:que|les?) )?(?:{_CIFRA} )(?:(?:pesos|dolares|euros) )?(?:a|pa|para|de|por) (?:(?:mis?|la|el|los|las|una?|su|mi otra|mi otro) (?:[a-z]+ )?(?:{_PARIENTES}|{_OFICIOS}|casa\b|pueblo|rancho|otr[ao] (?:prestamo|tarjeta|deuda|banco))|{_DEUDAS}\b)",
    rf"\b(?:mand|envi|gir|pag|prest|deb|devolv|devuelv)\w*(?: que)?(?: \w+)? a mi (?:{_PARIENTES}|{_OFICIOS}|casa\b) {_CIFRA}",
    r"\b(?:cumplo|cumple|cumplen|cumplira|cumplire|voy a cumplir|va a cumplir) (?:los )?\d{1,2}\b(?! (?:pesos|euros|dolares|con|mil|de)\b)",
    r"\b(?:quit\w+|sac\w+|cancel\w+|par\w+|desactiv\w+|dar de baja|den de baja|baja|sin|no (?:me )?(?:hagan|pasen|carguen|domicilien)) (?:(?:me|nos|de|del|el|la|los|las|ese|esa|mi|al) )*(?:cobro|cargo|pago|debito|domiciliacion|domiciliado)(?:s)? ?(?:automatic\w+|domiciliad\w+|recurrente\w*)?\b(?=.*(?:automatic|domicili|recurrente))",
    # "Un cliente me tiene que pagar 3000": what is to come to me, and nothing I promise.
    rf"\b(?:clientes?|inquilin[oa]s?|compradores?|patron(?:es)?|jefe|alguien|unos?|gente|amig[oa]s?|compadre|prim[oa]) (?:todavia |aun |ya )?(?:me|nos) (?:(?:tienen?|deben?|van?|quedo|quedaron) (?:que |de |a |en )?)?(?:pag(?:a|ar|an)|d(?:a|an|ar)|deposit(?:a|ar|an)|deb(?:e|en)|mand(?:a|ar|an)|transferir|liquidar) {_CIFRA}(?!.*\b(?:les?|te|os|ustedes?|usted|hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|quincena|(?:el|dia) \d{{1,2}})\b)",
    # "Mi cuñado a lo mejor me paga 300 el 20": what may come to me.
    rf"\b{_PARIENTES} (?:quizas?|tal vez|a lo mejor|capaz que|igual|puede que|posiblemente) (?:\w+ )?(?:me|nos) (?:va a |vaya a )?(?:pag|d[ae]|deposit|mand|prest|transf|devuelv|devolv|regres)\w* {_CIFRA}(?!.*\b(?:les?|te|os|ustedes?|usted)\b)",
    # "Ese día te digo algo", "para el jueves te tengo una respuesta".
    r"\b(?:les?|te|os|se) (?:(?:tengo|traigo|doy|dare|mando|voy a dar|voy a tener|paso) (?:ya )?(?:una |alguna |la |mas )?(?:respuestas?|razon|noticias?|informacion|contestacion|solucion|aviso|fecha|novedades)|(?:digo|dire|cuento|contare|aviso|avisare|comento|comentare|sabre decir|se decir|confirmo|confirmare) (?:algo|que hay|que onda|como (?:voy|vamos|ando|sigue|quedo)|bien|mas|cuanto|cuando|si|lo que)|digo\W*$)|\b(?:sabre cuanto|sabre cuando|(?:les? |te )?(?:aviso|digo|confirmo) (?:el \S+ )?(?:cuanto|cuando)|hablamos|platicamos|nos (?:vemos|hablamos|ponemos de acuerdo)|se algo|sabre (?:algo|mas|bien)|tendre (?:noticias|respuesta|razon))\b",
)

_AQIN = r"(?:家里|家|屋企|老家|乡下|父母|爸妈|老豆|老母|[我俺][爸妈哥姐弟妹儿女叔姑舅姨婆公老]|爸|妈|妈妈|爸爸|阿[爸妈哥姐公婆]|[哥姐弟妹]{1,2}|儿子|女儿|孩子|小孩|仔|女|亲戚|朋友|同学|同事|老乡|兄弟|房东|包租[婆公]|业主|律师|学校|医院|老师|补习班|幼儿园|保姆|前[妻夫]|别人|人家|工头|工人|女朋友|男朋友)"
_NOT_YOU = r"(?![^,，。;；]*(?:还|给|俾|畀|转|打|过)(?:到|返|回)?(?:你|您|贵))"
_QINYOU = (
    rf"(?:[表堂][哥姐弟妹兄嫂]|[大小]?(?:舅子|姨子|叔子|姑子)|姐夫|妹夫|嫂子?|舅|叔|姑|姨|伯|侄|外甥|{_AQIN})"
)
_SHU = r"[$¥]?(?:\d[\d,.]*[万千百k]?|[一二两三四五六七八九十百千万]{1,8})"
_QITA = r"(?:花呗|借呗|白条|信用卡|房贷|车贷|微粒贷|京东|美团|网贷|别的|另(?:外)?一?[家个笔]|其他|助学贷|学贷|卡数|车会|会钱|会仔|房租|租金?|学费|水电|保险|社保|医保|电话费|话费|管理费)"

ZH = (
    # 保险每月12号扣850, 法院每周五扣我200: what others take.
    rf"(?:保险|社保|医保|公积金|房贷|车贷|信用卡|花呗|借呗|法院|强制执行|公司|老板|老细|房东|学校|补习班|银行那边|税务|健保|劳保|国保|政府|抚养费|赡养费|月供|车会|互助会)(?:费|局|金)?(?:(?:每个?(?:月|周|星期|礼拜)[^,，。]{{0,4}}|[\d一二三四五六七八九十廿]{{1,3}}[号日]|都|会|要|就|又|也|自动|固定|从我?工资里?|从卡里)*)(?:扣|划|收|扣走|扣掉|拿走|划走|交|缴)(?:走|掉|款)?(?:我)?{_SHU}{_NOT_YOU}",
    # 我得往家里寄600, 我要给我妈打2000, 寄6000返屋企.
    rf"(?:(?:往|给|俾|畀|帮|替|还|借)(?:返|番)?(?:我|我们|我哋|咱)?(?:个|的|嘅)?{_AQIN}(?:们)?(?:那边)?(?:先)?(?:寄|打|汇|转|给|拿|还|交|付|过|送|俾|畀|存|生活费)?(?:钱|返|回|去|过去)?{_SHU}|(?:寄|汇|转|打|带|拿|送){_SHU}(?:块钱?|元|蚊)?(?:返|回|番|给|俾|畀|到|去)(?:去|返|番|我|我们|的|个){{0,2}}{_AQIN}|(?:寄|汇|打)(?:返|回|番)(?:老?家|屋企|乡下){_SHU}){_NOT_YOU}",
    # 物业费20号要交1200, 我妈看病周一要2000, 给孩子报班 周六交3600.
    rf"(?:物业|水|电|燃气|学|托管?|保管|管理|注册|补课|报名|话|网|医药|孝亲|房|月嫂|律师|诉讼|停车|班|培训)费[^,，。;；]{{0,10}}(?:要|得|需|该)?(?:交|缴|付){_SHU}{_NOT_YOU}|孝亲费{_SHU}{_NOT_YOU}",
    rf"(?:看病|住院|手术|吃药|买药|报班|补课|结婚|份子|红包|随礼|过生日|修车|过节|开刀|生孩子|坐月子|办丧事|办酒)[^,，。;；]{{0,8}}(?:要|得|花|用|包){_SHU}{_NOT_YOU}",
    # 20号要还花呗1500, 房租1号要交1800.
    rf"(?:还|交|缴|付|供)(?:掉|清)?(?:我的?)?{_QITA}(?:的|还要|要|就|得)?{_SHU}{_NOT_YOU}",
    # 客户欠我4500还没结, 别人要还我3000: what is to come to me, and nothing I promise.
    rf"(?:客[户人]|个客|客仔|买家|甲方|公司|老板|老细|工头|别人|人家|朋友|同学|租客|房客|有人|学生家长)[^,，。;；我\d今明后听]{{0,6}}(?:欠|争|差|还|汇|转|打|付|给|结|俾|畀|过)(?:给|俾|畀|返|数给|数俾)?我{_SHU}(?:块钱?|元|蚊)?{_NOT_YOU}(?![^,，。;；]*(?:就|[号日月周]|星期|礼拜|今|明|后天))(?![^。;；]*(?:就|再|先)(?:还|转|付|给|俾|畀|缴))",
    # 我小舅子20号可能还我3000, 表哥可能俾返3000我: what one of them may give back to me, and nothing I promise.
    rf"{_QINYOU}[^,，。;；还你您]{{0,10}}(?:可能|也许|或许|说不定|不一定|未必)[^,，。;；还你您]{{0,8}}(?:还|俾|畀)(?:返|番|回)?(?:给|俾|畀)?(?:我{_SHU}(?![天日个号月周])|{_SHU}(?:块钱?|元|蚊)?(?:给|俾|畀)?我)(?:块钱?|元|蚊)?{_NOT_YOU}",
    # 我六月就65了, 我儿子下个月18岁.
    r"^我?(?:[家]?[爸妈儿女仔][子儿]?|老公|老婆)?[^,，。]{0,8}(?:就|都|快|要|到|满|足|够){1,3}\d{1,2}(?:岁|了)+[^\d]{0,4}$|\d{1,2}岁|(?:满|足)\d{1,2}(?=$|[,，。 岁了])|(?:满|足)[一二三四五六七八九十]{1,3}岁",
    r"(?:取消|停[止掉了]?|关[掉了]?|解除|终止|退出|解约|不要|别|唔好|咪)[^,，。]{0,8}(?:自动|代扣|自动转账|auto ?pay|转账授权|委托)",
    # 那天我告诉你, 周五给你答复.
    r"(?:再|就|会|先)(?:来)?(?:跟|同|和)(?:你们?|您|你哋)(?:说|讲|倾|联系|谈|交代)(?:啦|吧|了)?$|(?:给|俾|畀)(?:你们?|您|你哋)(?:一?个)?(?:说法|答复|回复|回话|消息|信息|信儿|准信|准话|回音|交代)|(?:告诉|话|通知|答复|回复|讲)(?:你们?|您|你哋)(?:知|声|听)?(?:啦|吧|了)?$",
)
