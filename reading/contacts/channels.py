"""By which channel a borrower wants to be reached, and by which not."""

from __future__ import annotations

import re

_CHANNELS: tuple[tuple[str, str], ...] = (
    (
        "whatsapp",
        r"\bwhats? ?app?s?\b|\b(?:mand\w*|envi\w*|escrib\w*) (?:(?:un|por|x|al) )?wats\b|\bwassap\b|\bwasap\b|\bguasap\b|\bwhats\b(?=\W*$|[.,;!?]| (?:me|only|please|pls|porfa|por|nomas|mejor|o|y|e|si|al|a|en|de|para|que|no|ni|es|esta|instead|or|and|not|message|msg|text|call|number|app|works|entre|desde|despues|antes|cuando|como|ya|durante|tempran[oa]|tarde|nuevo)\b)(?! (?:a|no|me|and|or|not|que|de|es|si) (?:good|up|the|that|way|better|best|hell)\b)|\bwpp\b|\bwts\b|\bwa\b(?! state)",
    ),
    ("telegram", r"\btelegram\b|\btg\b|电报|飞机号"),
    (
        "wechat",
        r"\bwe-?chat\b|\bwx\b|\bvx\b|微信(?!支付|转|付|还|号?(?:也|还|都)?(?:没|冇|未)(?:有)?(?:变|换|改)|(?:还是|仲系)?(?:同号|同步|原来|老样))",
    ),
    (
        "webchat",
        r"\bweb ?chat\b|\b(?:live|online|website) chat\b|\bchat (?:online|on (?:the|your)"
        r" (?:site|website|page|app))\b|网页(?:聊天|客服|对话)?(?!(?:上|也|又|都|一直|老是?|总是?|还是?|就|里)*(?:还|付|缴|支付|转|跳|错|打不|打唔|开不|登|卡|当|坏|故障|出|显示|看不|进不|跑|白|挂|没反应|不能|无法|没办法|载|怪|404))|在线客服|线上客服|网上客服|\bchat (?:en linea|web"
        r"|de la pagina)\b",
    ),
    (
        "email",
        r"\be-?mails?(?:ing|ed)?\b(?!'s|(?: address)?:| address)(?! (?:is(?! (?:fine|ok|okay|good|better|best|easier))|changed|to|now|改|换|系|是))(?! ?\x1e)(?! ?(?:改|换|系|是|转|[a-z0-9._]+@))"
        r"|邮件|(?:(?<=发我)|(?<=发到)|(?<=发去)|(?<=传到)|(?<=用))(?:电邮|邮箱)|(?<![新旧老])(?:电邮|邮箱)(?!(?:已经?|也|都|刚刚?)?(?:是|换|改|变|转|更|停)|系|地址|:|：| ?[\x1ea-z0-9])|电子信"
        r"|(?<!fui a )(?<!ir a )(?<!voy a )(?<!fue a )(?<!ido a )(?<!vine a )(?<!pase a )(?<!pase por )(?<!paso por )(?<!fui al )(?<!ir al )(?<!voy al )(?<!ido al )(?<!oficina de )(?<!oficina del )(?<!desde )\bcorreos?(?! (?:certificad|postal|ordinari|tradicional|estaba|cerr|y (?:ya |no )?esta))(?: electronicos?)?\b(?!:)(?! (?:es|nuevo|cambio|nueva|ahora|actual))(?! ?\x1e)|(?<!e-)\bmail me\b(?= (?:at|on|instead))|(?:(?<=get my )|(?<=check my )|(?<=read my ))mail\b"
        r"|(?:(?<=por )|(?<=por el )|(?<=via )|(?<=un )|(?<=mandar )|(?<=mandarme )|(?<=mandenme )|(?<=mandame )|(?<=enviar )|(?<=enviarme )|(?<=manden )|(?<=mas )|(?<=ningun )|(?<=ni ))mails?\b",
    ),
    (
        "sms",
        r"\bsms\b|\btexts?\b|\btexting\b|\btxts?\b|\btext messages?\b|短信|短讯|简讯|讯息|(?<=发)信息|信息(?=联系|说|聊|沟通|就行|就好|回)|\btexte[ae]?(?:n|me|nme|ar|arme|enme)*\b|\bmensajes?(?:"
        r" de texto)?\b|\bmensajitos?\b|\btextos?\b|\bmsjs?\b|\bmensaje(?:ar|en|enme|ame|eme)\w*\b",
    ),
    (
        "phone",
        r"\b(?:phone )?calls?\b(?! it\b)|\bcalling\b|\btelephon(?:e|ing) me\b|(?:(?<=don't )|(?<=dont )|(?<=not )|(?<=never )|(?<=stop )|(?<=bother ))(?:telephon|phon|ring)(?:e|ing)?\b(?! (?:number|bill))|\b(?:by|over the|via|on the|through|the|or|prefer|than|use|of|and) phone\b(?<!doesn't allow me on the phone)(?<!with the phone)(?<!to the phone)(?<!near the phone)(?<!from the phone)(?<!of the phone)(?<!reach the phone)(?<!off the phone)(?<!with my phone)(?<!guy on the phone)(?<!lady on the phone)(?<!man on the phone)(?<!person on the phone)(?<!rep on the phone)(?! (?:number|bill|is|changed|died"
        r"|broke|company|got))|(?:(?<=no )|(?<=not ))phone\b(?! (?:number|bill|company))|\bphone (?:me|only|please|is (?:fine|best|better|ok))\b|^\W*phone\W*$|\b(?:ring|rang|ringing) (?:me|us)\b|\bgive me a (?:call|ring|bell|buzz)\b|\bvoice\b|(?<=别)[打电](?=了|[,，。 !！]|$)|(?<=不要)打(?=了|[,，。 !！]|$)|(?<=唔好)打(?=[喇啦,，。 !！]|$)|(?<=[别要好]再)打(?=了|来|嚟|[,，。 !！]|$)|(?<![旧新])(?<!催款)(?<!催收)(?<!催债)(?<!骚扰)电话(?!(?:我|是|系|都)*(?:跟|同|和|与)[^,，。]{1,8}共?用|(?:号码?)?(?:也|都|还|仲|就|是|还是|依旧|照旧|暂时)*(?:[\d那嗰的个]{1,8})?(?:不|没|冇|未)(?:有)?(?:变|换|改)|不带|没带|冇带|没电|冇电|没法带|带不|锁|静音|关机|收起|不在身|响|丢|坏|欠费|停机|被|放[在着进])(?!(?:要|会|都)*(?:关|闩|熄|静音|锁|没电|冇电)|里|中|上说|号|是|系|换|改|转咗|转做|转了|:|：| ?\x1e|(?:也|都|还|就|仍然?)*(?:[不没冇](?:有|会)?[变换改]|照旧|一样|如旧|(?:还是|仲系)(?:用|打得)?(?:原|那|老|旧|以前|之前|同|嗰|[\d\x1e\x1f])))|打给我(?!老|妈|爸|妻|家|公司|先生|太太|朋友|同事|哥|姐|弟|妹|儿|女|亲|屋企|阿|爷|嫲|婆)|打[畀俾]我(?!老|妈|爸|妻|家|公司|先生|太太|朋友|同事|哥|姐|弟|妹|仔|女|亲|屋企|阿|爷|嫲|婆)|打[嚟来](?!钱)|打(?:我|返我|到我|去我)?(?:家|屋企|办公室|公司|单位|宿舍|店)?(?:里|嘅|的)?(?:座机|固话|室内电话|家用电话|手机|手提)|致电|来电|通话|\bllam(?!o\b|aba|aron|an\b|as\b|amos|aria)\w+\b(?! (?:moros|deudor|ladr|rater|mentiros|delincuente|trampos|sinverguenza|irresponsable|estafador|la atencion|por mi nombre))"
        r"|\bmarqu(?:e|en|eme|enme)\b|\bmarc(?:ar|arme|ando|ame|arnos)\b|\bpor telefono\b|\btelefonicas?\b",
    ),
)
_PATTERNS = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _CHANNELS)
_UNWANTED = re.compile(
    r"\b(?:don'?t(?! mind)|dont(?! mind)|do not(?! mind)|unsubscribe me from|(?:take|get) me off|opt(?:ing)? out of|never|nobody|noone|no more|stop|no|not|quit|without|hate|can'?t|cant|cannot"
    r"|instead of|rather than|than|over(?! the)|ni|nunca|en (?:vez|lugar) de|dejen de|sin|nada de|eviten?"
    r"|prefiero no)\b[^,.;!?，。；]{0,24}$"
    r"|\b(?:prefiero|prefer|rather|mejor) (?:el |un |por |a |an )*\w+ (?:que|antes que|over|y no)(?: (?:los|las|el|por|the))? *$"
    r"|(?:(?<!要)不要|别|(?<!想)不想|(?<!用)(?:不用|唔使|唔驶|唔洗|不必|毋使)|[不唔](?:太|大|是很|系好)?[会识懂](?=用|发|看|睇|写|回)|勿|莫|唔好|少|(?<!能)不能|(?<!方便)不方便|没办法|没法|冇办法|冇法|无法|(?<!可)[不唔]可以|唔方便|不便|(?<![可意心是])[不唔](?:会|想|敢|再)?(?=接|听)|停止|甭|拒绝|不喜欢|唔想|讨厌)(?:[^,，。；！？(（]{0,10}[(（][^)）]{0,24}[)）])?[^,，。；！？]{0,10}$"
)
# "Text me between 3 and 5, calls no".
_FORBIDDEN_AFTER = re.compile(
    r"s?,? (?:ya )?(?:no|nunca|ni|nada)(?: (?:me|nos|quiero))* (?:mand|escrib|envi|pong|habl|contact|lleg|recib)\w*|s?,? (?:no|never)\b(?! (?:minutes|data|credit|voice|calls?|se|puedo|oigo|tengo|leo|hay)\b)"
)
# "Don't call me at work, better by WhatsApp" forbids the call; "I can't take calls at work, text me" tells of hours only.
_FORBIDS = re.compile(
    r"\b(?:don'?t|dont|do not|stop|never|no more|quit|no|nunca|dejen de|eviten?)\b[^,.;!?，。；]{0,24}$|(?:不要|别|勿|莫|唔好|停止)[^,，。；！？]{0,10}$"
)
_WANTED = re.compile(
    r"\b(?:prefer|better|best|instead|only|easier|use|please|pls|by|via|on|through|just|(?:ahi|alli|aqui) (?:si )?(?:contest|respond|le[oe]|veo)\w*"
    r"|can you|could you|want|rather|me|answer|read|works?|ok|fine|good|can|rather|contact|reach|send|hit|por"
    r"|mejor|pur[oa]s?|unicamente|prefiero|solo|solamente|nomas|mand[ae]\w*|escrib\w*|contact\w*|me|favor|usen?)\b"
    r"|用|发|传|寄|写$|(?<![点时好很太这那咁])多(?:啲|些|用)|send|走|有事|有嘢|直接|能不能|可不可以|可唔可以|可否|能否|打给|打畀|打俾|改|联系|联络|搵|最好|更|比较|方便|只|请|^ ?[到去](?:我们?)?(?:店|公司|单位|家|屋企|办公室)|通过|加|偏好|可以|找我|聊|说|讲|沟通|回|覆|留言|^ ?(?:请|就|还是)?打$|^ ?返?我(?=[啦吧喇呀就㗎喔啊a-z])"
)
# 20点后wx: by that way, from then on.
_AT_THAT_HOUR = re.compile(r"(?:[点半时]|[点半时](?:以|之)?[后前]|再|就|先|才|至)$")
# 再接催款电话就扣钱: being called is told of, and not asked for.
_IS_CALLED = re.compile(
    r"^(?!.*(?:可以?|能(?!不)|方便|随时|[先才再只]|会)).*(?:接|听|收到?)(?![得到])[^,，。]{0,6}$|再[接听][^,，。]{0,6}$"
)
# Own doings by that channel are no wish: "I texted you", "I called yesterday", 我打过电话.
_INSTEAD = re.compile(
    r"\b(?:text|txt|email|whatsapp|write|message)\b(?=(?: me)? (?:instead of|rather than|not) (?:call|ring|phon))"
)
_TOLD = re.compile(
    r"\bpaid (?:you |it |the |that |my |a |about |like |[$£€]?\d)[^.,;]*\b(?:by|over the|via|on the|through) phone$|\bwho(?:'?s| is| are| was| keeps?)? (?:you |u |this |that )?(?:call|text|email|ring)\w*"
    r"|\b(?:i|we|you|u|they|he|she|y'?all|someone|people|folks) (?:already |just |have |had |keep |kept |still |are |been |always |constantly |all |literally |guys |people "
    r"|'ve |'re |are )*(?:called|texted|emailed|messaged|call(?:ing)?|text(?:ing)?)\b(?! me (?:on|by"
    r"|instead|at|only))|\b(?:keeps?|kept|been|always|constantly) (?:on )?(?:calling|texting|emailing|ringing|messaging|whatsapping)\b|\b(?:sig(?:ue|uen|ues|uis)|viven|andan) (?:llamando|marcando|mandando|enviando)(?:me)?\b|\b(?:(?:les|le|te|os|ya) )?(?:mande|mando|mandamos|envie|escribi|deje|puse|pago|pague|va|llega|deposite)\b(?! (?:me|nos))[^,.;!?]{0,34}? (?:un |una |por |x |el |con )+(?:un |el |mi )?$|\b(?:got|get|getting|received|saw|this|that|your|the|his|her)"
    r" (?:your |the |a |this |these )?$|(?:有人|人家|昨[天日晚]|前[天日几]|琴日|寻日)[^,，。不别]{0,6}$|(?:收到|看到|打(?:了|过)?(?:好?几|\d+|[一二两三四五六七八九十]+)(?:多|几|十)?[个通次遍](?:骚扰)?|你(?!们?(?:别|不要|不用|唔好|勿|莫|少|甭|咪|给我|就|可以|直接|尽量|最好|还是|只|请)*(?:发|传|用|打|走|在|加))们?的?|这个|打了|打过|接到|刚才的?)[^,，。]{0,3}$"
    r"|\b(?:never (?:got|saw|heard|received|noticed|read)|(?:did|have)(?:n'?t| not)(?: even| ever)? (?:got|get|gotten|saw|see|seen|hear|heard|receive|received|notice|noticed|read))(?: (?:any|the|your|ur|a|those|these|that|of))* $"
    r"|\b(?:no|ni|tampoco|nunca) (?:l[oea]s? |me |l[ae] )*(?:pud[eo]|cogi|conteste|vi|oi|escuche|alcance|atendi|lleg(?:o|aron)|recibi|respondi|lei|supe|senti|tome|agarre|note|entr(?:o|aron)|sono)\b[^,.;!?]{0,24}$|\bse me \w+n (?:l[oa]s |tant[oa]s |much[oa]s |mis )?$|\b(?:recibi|vi|su|sus|tu|este|esta) (?:su |tu |un |el )?$"
    # 天天早上七点不到就来电话: what others do.
    r"|(?<![要别勿好莫])(?:每天|天天|日日|成日|一?大早|大?清早|凌晨|半夜|不到|一直|老是?|总是?)[^,，。;；!！?？ 请可再先才最别勿莫要吧]{0,10}(?:就|又|还|都|[点半]几?)$|(?<![要别勿好莫])(?:一直|老是?|总是?|成日|天天|日日)(?:都|在|给我|跟我)*打?$"
)


# "Not giving my card number over text", 卡号不会微信发给你: what is not told that way, and not the way of reaching.
_HANDED_OVER = re.compile(
    r"\b(?:no|not|n'?t|never|won'?t|wont|dont|ain'?t|aint|cannot|cant|refuse to|nunca|jamas)\b[^.;!?]{0,20}?\b(?:giv\w+|hand\w*|shar\w+|tell\w*|provid\w+|send\w*|put\w*|typ\w+|enter\w*|read\w*|do|doing|pay\w*|dar\w*|doy|mand\w+|pas\w+|pong\w*|poner|pag\w+)\b[^.;!?]{0,24}?"
    r"(?:\b(?:cards?|numbers?|info\w*|details?|bank\w*|account|ssn|social|password|pin|address|dob|birth\w*|tarjeta|numero|datos|cuenta|clave|contrasena|nip|cvv|dni|curp|anything personal|nada personal|payments?|pagos?)\b)[^.;!?]{0,14}?\b(?:over|by|via|on|through|in|por|en|x)(?: (?:the|a|an|un|el))? $"
    r"|(?:卡号|账号|帐号|密码|验证码|身份证号?|个资)[^,，。;；!！?？]{0,10}(?:在|用|通过|喺|经|从|靠)?$"
)
# 上班不便接聽電話, 今儿先别打: what cannot be answered then, and would be at another hour.
_UNABLE = re.compile(
    r"(?:接听?|听|应|讲|说|回|覆|看)[^,，。]{0,2}$|谁的?$|(?:先|今[天日儿晚早朝]|听日|明天|现在|而家|这[会阵几][儿子天日]?|点半?(?:以|之)?[前后]|[\d一二三四五六七八九十][号日]?[)）]?|[周拜期][一二三四五六日天末])(?:都|就|请|也|千万|再)*(?:别|不要|唔好|勿|莫|甭)(?:再|来)?$"
)
_THEN = re.compile(
    r"上班|返工|开工|值[班勤夜]|轮值|执勤|[夜早晚中日]班|班上|当班|加班|开车|揸车|驾驶|行车|载客|上课|课堂|教书|开会|会议|手术|住院|打针|复健|睡|瞓|补觉|午休|休息|车间|产线|流水线|工地|厨房|柜台|主管|老板|教会|礼拜堂|丧|飞机|坐车|车上|[^你]时候?|时段|期间|辰光|嗰阵|阵时|那[天日阵]|嗰日|当[天日]|[今明后]天|今[日晚儿]|听日|初[一二三四五]|\d号|[周拜期][一二三四五六日天末]|过年|白天|日头|日间|整天|成日"
)
# 四点到五点半别打,娃睡了可以发短信: not at those hours.
_AT_HOURS = re.compile(
    r"(?:[点半钟]|:\d\d)(?:左右|[以之]?[前后]|之间|这段时?间?)?(?:都|就|请|也|你们?|千万|最好|再)*(?:别|不要|唔好|勿|莫)[^,，。]{0,6}$"
)
# Somebody else is to be called, not the borrower.
_OTHERS = re.compile(
    r"(?:call|text|email|ring|phone|message)(?:ing)? (?:off\b|(?:(?:the|an?) )?(?:attorney|lawyer|police|cops|better business|bbb|news|immigration|ice|authorities|ombudsman|fca|cfpb|ftc|trading standards|bank|court|solicitor)|(?:my|his|her|their) (?!cell|phone|mobile|number|work|new|landline|home|whatsapp|email|job)|him\b|them\b|someone|somebody)"
    r"|(?:call|打(?:电话)?(?:给|畀|俾)?|搵|联[系络]|whatsapp|text)我?的?(?:[爸妈爷奶哥姐弟妹姑姨叔伯嫂仔女]|老[公婆板爸妈豆母]|家人|家里|屋企|公司|同事|朋友|亲戚|父母|太太|先生|前[夫妻任男女])"
    r"|(?:llam|marqu|marc)\w*(?: mas| ya| nunca)? (?:al?|en el) (?:viej[oa]|anterior|otr[oa]|antigu[oa]|restaurante?|bar|taller|negocio|local|ese|numero (?:viejo|anterior|de antes))\b"
    r"|(?:llam|marqu|escrib|habl)\w* a (?:mi|su) (?!cel|telefono|numero|movil|casa|trabajo|nuevo|correo)"
)
# 别打我家人电话: theirs, not the borrower's.
_THEIRS = re.compile(
    r"(?:家人|家里人?|屋企(?:人)?|老婆|老公|太太|先生|爸|妈|父母|爷爷|奶奶|哥|姐|弟|妹|儿子|女儿|朋友|同事|公司|单位|老板|亲戚|联系人|前妻|前夫)(?:的|嘅)?$"
    r"|\b(?:no|nunca) l[aeo]s?(?: vuelvan? a)? $"
)
# 0911222333那支停用了 不要再打: it is the number that is not to be called any more.
_NUMBER_GONE = re.compile(
    r"[\x1e\x1f](?:[这那嗰呢]|个|支|的|手机|电话|号码?|是|系|已经|早就|我)*(?:停用|停机|停咗|注销|不用|冇用|唔用|没用|没在用|作废|换掉|打不通|打唔通|旧|以前|之前)|(?:旧|以前|之前)的?(?:手机|电话|号码?|那支|个|嗰个)*[\x1e\x1f ]"
    r"|(?:旧|老(?=[的那嗰号手电])|以前|之前|原来|原先)的?(?:那|嗰)?(?:(?:支|个|只|号码?|手机|电话)+|(?<=的))(?:就|都|请|也)*(?:别|不要|不用|唔好|勿)"
)
# 之前那个qq邮箱不用了: neither is the mailbox.
_MAILBOX_GONE = re.compile(
    r"(?:旧|老|以前|之前|原来|原先|先前)的?(?:[那嗰]个?)?[a-z\d]{0,8}(?:邮箱|电邮|信箱|e-?mail|mail)|(?:邮箱|电邮|信箱|e-?mail)(?:就|已经?|都|我)*(?:停用|注销|作废|进不去|登不[上进]|被盗|废了)"
)
_NOTHING = re.compile(r"(?!)")
_GONE = {"phone": _NUMBER_GONE, "email": _MAILBOX_GONE}
_PARTED = re.compile(
    r"[,.;!?，。；！？\n]|\b(?:but|pero|sino|mejor)\b|(?<=[\u4e00-\u9fff])(?<![要别好]) +(?=[\u4e00-\u9fff]|send )|(?<=[嚟来啦喇了㗎听睇看打]) +$|(?<=[a-z]) (?=打$)|\b(?:and|n|y|&) (?=(?:just |then |please |only |instead |solo |mejor )?(?:use|try|switch|(?:text|call|email|whatsapp)(?= (?:me|us|instead|only)\b)|send|go|usen?|use|manden?\w*|escrib\w*|por)\b)|\b(?:so|then) (?:just |please |only )?$|(?<!not)(?<!n't)(?<!dont)(?<!never)(?<!can)(?<!do)(?<!to) (?:just|only) $|\b(?:now|today|right now|anymore|any more),? $"
    r"|(?<=法接)(?=[你您请中上下晚早\d])|\basi que $|但|拜托|谢谢|多谢|感恩"
)


# 别打电话了发短信, 不要打电话传讯息就好: no comma between what is not wanted and what is.
_RUN_ON = re.compile(
    r"(?:电话(?:请|就|都|千万|麻烦)*(?:别|不要|不用|唔好|甭|勿|莫)再?打[了啦喇]?(?=直接|改|请|发|传|send|用|加|whatsapp|email))"
    r"|(?:别|不要|不用|唔好|莫|勿)再?(?:打|传|发|send|用)?(?:电话|短信|短讯|简讯|讯息|line|whatsapp|email|来|嚟)我?[了啦喇]?"
    r"(?=直接|改|请|(?:传|发|send|打|用|whatsapp|email)[^,，。不别唔]{0,10}(?:就[好行可得]|[吧啦喇]|比较|即可|都得|$))"
)


# A space between Chinese words parts clauses.
_BEGINS = re.compile(
    r"(?<=[\u4e00-\u9fff] )(?<![要别好再想用] )(?:[\u4e00-\u9fff]|(?:text|whats ?app|wts|email|msg|wechat) ?(?:我|俾|畀|给|返|me|就|吧|啦))"
)


# "Stop emailing me call me": an imperative behind another.
# "Nada de mensajes llámeme": what is asked for, behind what is not wanted.
_ASK_ME = re.compile(r"(?:llam|marqu|habl|escrib|mand|texte)[ae]n?(?:me|nos)\b", re.ASCII)
_NONE_OF = re.compile(r"\b(?:nada de|sin) [^,.;]{3,34} $", re.ASCII)
_NOT = re.compile(r"\b(?:no|ni|nunca|que|tampoco|ya)(?: (?:me|nos|por favor|vuelvan? a))* $", re.ASCII)
_CALL_ME = re.compile(r"(?:call|text|txt|ring|phone|e-?mail|whatsapp|message) (?:me|us)\b", re.ASCII)


def _begins(text: str, start: int) -> bool:
    """Whether a clause begins there though no mark or word parts it from the one before."""
    again = text[max(0, start - 4) : start].endswith((" me ", " us ")) and _CALL_ME.match(text, start)
    asked = (
        _ASK_ME.match(text, start)
        and _NONE_OF.search(text, max(0, start - 40), start)
        and not _NOT.search(text, max(0, start - 12), start)
    )
    return bool(again or asked or _BEGINS.match(text, start))


# "Can't hear the phone on site": where and when it is not wanted, which is a matter of hours.
_WHILE = re.compile(
    r"[^,.;!?]{0,14}?\b(?:(?:at|on|in) (?!(?:this|that|the|my|your) (?:number|phone|cell|line|mobile|house|home)\b)|while|when|during|cuando|mientras|en (?:el|la|mi) (?!cel|tel|movil|numero|casa)|durante)"
)


def find_channels(folded: str, *, timed: bool, told: bool) -> tuple[str | None, str | None]:
    """The wanted and the unwanted channel. With `timed`, "don't call before 10" is about the hour, not
    the call, unless another channel is asked for instead; so is "not while I'm at work" with hours that are `told`."""
    folded = _RUN_ON.sub(r"\g<0>,", folded)
    wanted: list[tuple[int, str]] = []
    unwanted: list[tuple[int, str]] = []
    forbidden, then = False, True
    text = folded
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            before = folded[max(0, match.start() - 40) : match.start()]
            clause = "" if _begins(folded, match.start()) else _PARTED.split(before)[-1]
            text = text[: match.start()] + "\x1f" * (match.end() - match.start()) + text[match.end() :]
            instead = _INSTEAD.search(folded)
            if instead and match.start() == instead.start():
                wanted.append((match.start(), name))
                continue
            if (
                _THEIRS.search(clause)
                or _OTHERS.match(folded, match.start())
                or _HANDED_OVER.search(clause)
                or (
                    match[0].endswith(" phone")
                    and _HANDED_OVER.search(clause + match[0].removesuffix("phone"))
                )
                or _TOLD.search(clause)
                or _TOLD.search(clause + match[0])
            ):
                continue
            behind = folded[match.end() : match.end() + 32]
            if _UNWANTED.search(clause) or _denied_after(behind, name):
                if _GONE.get(name, _NOTHING).search(folded):
                    continue
                unwanted.append((match.start(), name))
                then = then and bool(_UNABLE.search(clause))
                timed = timed or (told and bool(_WHILE.match(behind)))
                forbids = _FORBIDS.search(clause) and not _AT_HOURS.search(clause)
                forbidden = forbidden or bool(forbids or _FORBIDDEN_AFTER.match(behind))
            elif match[0] in ("电话", "来电") and _IS_CALLED.search(clause):
                continue
            elif (
                _WANTED.search(clause)
                or _WANTED.search(folded[match.end() : match.end() + 24])
                or not clause.strip(" -*•·")
                or (name != "phone" and _AT_THAT_HOUR.search(clause))
            ):
                wanted.append((match.start(), name))
    chosen = _by_apps([name for _, name in sorted(wanted)])
    refused = next((name for _, name in sorted(unwanted) if name != chosen), None)
    if refused == "phone" and chosen in (None, "phone") and then and (told or _THEN.search(folded)):
        return chosen, None
    hours = timed or (told and refused == "phone" and chosen is None and bool(_HAN.search(folded)))
    return chosen, None if hours and not (chosen and forbidden) else refused


_HAN = re.compile("[\u3400-\u9fff]")
# 电话别打,发短信.
_NOT_TO_RING = re.compile(
    r"(?:就|请|都|也|千万)*(?:(?:别|不要|唔好|不用|甭|勿)再?打|勿扰|免扰|免打扰|(?:别|不要|勿)(?:再)?(?:来|扰|烦我?))(?=[了啦喇哈啊,，。 !！]|微信|短信|短讯|简讯|讯息|whatsapp|line|email|邮件|$)"
)


# "Calls are no good", "texts don't reach me", el whats casi no lo abro, 微信不常看: what is said of a channel behind it.
_NAMES = r"(?:sms|texts?|calls?|phone|e-?mails?|whatsapp|telegram|wechat|mensajes?|llamadas?|correos?|mail|telefono|marqu|marcar|llam|escrib)"
_DENIED_BEHIND = re.compile(
    rf"s?,? (?:(?:no|not|never)(?! (?:minutes|data|credit|voice|se|puedo|oigo|tengo|leo|hay|by |por |via |me |(?:leo|veo|uso|miro|contesto|reviso|abro|recibo|read|use|check|see|get|open) (?:(?:l[oa]s?|el|mis?|my|the|any|your) )*)?{_NAMES})|cannot|can'?t|cant|aren'?t|isn'?t|are not|is not|not ok)\b(?! (?:fine|working)?\W*not)"
    r"|s?,? (?:(?:is|are|r|just|really|only|all|mostly|usually|always|of|totally) )*(?:no (?:good|use|help)|useless|pointless|hopeless|impossible|a (?:waste|no[ -]go|problem|nightmare)|off the table|out(?=\W*(?:$|[.,;!]))|(?:go(?:es)?|end up|land|getting|get|gets) (?:straight |right )?(?:to|in|into) (?:the |my )?(?:spam|junk|trash|voice ?mail)|(?:bad|hard|difficult|awkward|tough|tricky)(?: for me)?(?=\W*(?:$|[.,;!])))\b"
    rf"|s? (?:i )?(?:don'?t|doesn'?t|doesnt|won'?t|wont|never|hardly|rarely|barely|seldom)(?: (?:really|ever|even|always))* (?:work|reach|come|get|go|show|load|arrive|help|suit|read|check|open|see|look|answer|use)(?! (?:[a-z]+ ){{0,2}}(?:{_NAMES}|voice ?mails?)\b)"
    rf"|s? (?:casi |apenas |nunca |tampoco |ni |rara vez |poco )+(?:no |ni )?(?:l[oae]s? |me )*(?:abro|leo|veo|miro|uso|reviso|checo|contesto|entran?|llegan?|cojo|atiendo)(?! (?:[a-z]+ ){{0,2}}{_NAMES})|s?,? (?:se )?(?:me )?(?:(?:es|son) (?:inutil(?:es)?|imposibles?|mala idea)|van? (?:a la|al?) (?:spam|basura|correo no)|cuestan?\b)"
    r"|(?:就|我|你|也|又|都|这边|耳朵|那头|里)*(?:听[不唔勿](?:太|大)?(?:清|见|到|懂|明)|不敢接|接不了|没法接)|,?(?:唔好|不要|别)再?(?:send|发|寄|传)(?=[了啦喇,，。 ]|$)|(?:我|都|一律|一概|统统|从来|全部?|全都|也|又|就|是|这边|这头)*(?:不|唔)(?:会|想|敢)?(?:接|听)(?!得|到)"
    r"|(?:就|我|都|也|是|平时|平常|一般|基本|从来)*(?:(?:不|唔|没|冇)(?:太|大|是很|怎么|多|点|点样|系好|经)?(?:常|会|识|懂|得闲|时间|空|怎么|多)+(?:看|睇|用|开|上|登|回|打字)|[看睇](?:不|唔)[懂明])"
    r"|(?:就|我|一般|平时|平常|从来|基本|都|也)*(?:不要(?!打|call|电)|不行|不方便|唔得|免了|不看|唔睇|不用|唔用|收不到|收唔到|看不到|听(?:不|唔)(?:清|到|见)|不回|不接|唔听|都不接|(?:从来|一直|一般|基本)?不(?:太|大|怎么|很)?(?:爱|想|喜欢)?(?:接|听)|懒得接|很少接)",
    re.ASCII,
)


def _denied_after(text: str, name: str) -> bool:
    return bool((name == "phone" and _NOT_TO_RING.match(text)) or _DENIED_BEHIND.match(text))


def _by_apps(names: list[str]) -> str | None:
    """ "Text me on WhatsApp" is WhatsApp: a named service is narrower than the way of using it."""
    return next((name for name in names if name not in ("sms", "phone")), names[0] if names else None)
