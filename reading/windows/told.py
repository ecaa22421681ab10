"""What is told of one's life, or of us, and wishes nothing."""

from __future__ import annotations

import re

# The working days were told, now what is left of them.
AFTER_WORK = re.compile(r"收工|放工|下班|\b(?:after work|get off|off at|off work|salgo|despues)\b")


# "I start at 7": the hour that work begins is no hour to call at.
BEGINS_WORK = re.compile(
    r"\b(?:i (?:start|go in|clock in|begin)|my shift starts|entro|empiezo|comienzo|checo)(?: (?:work|a (?:trabajar|laborar)|al? (?:trabajo|chamba|jale)))?"
    r" (?:at|around|by|a|como a|desde) (?:las? )?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b)?"
)


# "I'm a nurse on nights": how one lives tells no hours once they are named.
LIVES = re.compile(
    r"\b(?:i(?:'?m| am|'?ve been)?|we|been|he|she) (?:\w+ ){0,4}(?:on|do|work|works|working|doing) (?:\w+ ){0,2}(?:nights?|days|mornings?|evenings?|graveyard|lates|earlies|shifts?|the night)\b|^\W*(?:(?:back |still )?on|doing|working) (?:the )?(?:\w+ )?(?:nights|days|mornings|evenings|graveyards?|lates|earlies)\b|\bnight ?shift\b|\b(?:at|busy) work\b|\bwork(?:ing)? nights\b"
    r"|(?:上班|上课|开会|返工|开工)中|(?:在|要)(?:上班|上课|返工|开会|开工)(?=$|[,，。 ])|返紧工|开紧会|上紧堂"
    r"|\b(?:trabajo|trabajando|chambeo|curro|turno|estoy|ando) (?:\w+ ){0,3}(?:noches?|tardes?|mananas?|dia)\b"
)


# What is asked of us; "I sleep during the day" asks nothing.
ASKS = re.compile(
    r"\b(?:call|text|message|contact|reach|ring|write|leave|avoid|let me|hit|ping|off[- ]limits|(?:is|are) (?:only |just )?(?:for|my)|please|pls|don'?t|dont|do not|never|bother|disturb|no|not|only|free|available|best|llam\w*|escrib\w*|marqu\w*|mand\w*|contact\w*|solo|mejor|puedo|pueden?)\b|[\u4e00-\u9fff]"
)


# "You called at 7 am!": told of what was done, or complained of, no wish.
TOLD = re.compile(
    r"(?<!rather )\b(?:you|u|y'?all|they|he|she|someone|somebody|people|who|your (?:\w+ )?(?:people|guy|lady|agent|rep|office|company|bot|system))(?:'ve|'re)?"
    r"(?: (?:guys|lot|people|folks|just|all|have|had|has|been|keep|keeps|kept|already|literally|always|even|still|are|were|was|is|actually|fucking|really))*"
    r" (?:called|texted|rang|messaged|emailed|contacted|woke|phoned|calling|texting|ringing|messaging|phoning)\b(?! me back)"
    r"|\b(?:was|were) (?:at|in|on|working|busy|asleep|sleeping)\b|\bbeen (?:so |really |super |just )*(?:crazy|busy|swamped|slammed|hectic|nuts|insane|stuck|slow|rough|flat out|run off)\b|\b(?:estaba|estuve|andaba) (?:en|trabajando|ocupad[oa]|dormid[oa])\b"
    r"|^\W*(?:(?:so|and|hey|hi|hello|ok|um|also) )*(?:(?:do|does|did|are|is|were|how (?:do|can|could|come)|have|has|what time (?:do|does|are|is)|when (?:do|does|are|is)|where (?:do|are|is)) (?:you|u|y'?all|they|the|your|ur|people)\b)(?! (?:call|text|ring|reach|contact)\w* (?:me|us)\b)"
    r"|\b(?:hurt|injured|fell|fired|laid off|embarrass\w*|haven'?t been|havent been|accident|happened|humiliat\w*)\b[^,.;]*\bat work\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|so many) (?:calls|texts|messages)\b"
    r"|\bwhy (?:do|did|are|would|is|r|u|you|am|was|were|have)\b"
    r"|\b(?:i )?(?:got|received|getting|had|woke up to) (?:a |an |your |\d+ |another |these |this )*(?:calls?|texts?|messages?|voicemails?)\b"
    r"|(?<!no )\b(?:me|nos) (?:llamaron|marcaron|hablaron|escribieron|mandaron|llamo|marco|han (?:llamado|marcado|escrito)|despert\w+|estuvieron|estan|siguen)\b"
    r"|(?<!si )(?<!no )\b(?:me|nos) (?:llaman|marcan|hablan|escriben)\b|^\W*(?:y |oiga |oye )*por ?que (?:me|nos|siguen|estan|llaman|marcan|tienen|no)\b"
    r"|(?:昨[天晚日]|前晚|琴[日晚]|寻[日晚]|噚[日晚])(?![^,，。]*(?:别|勿|不要|说|讲))"
    r"|(?:你们?|您|你地|你哋|客服|催收)(?:公司|的人)?[^,，。不别勿唔]{0,6}(?:每天|每日|天天|成日|老是|总是|一直|又|还)[^,，。不别勿唔]{0,4}(?:打|发|call|send|传)"
    r"|(?:是|由|系)我?(?:阿)?(?:[爸妈爷奶哥姐弟妹]{1,2}|老[公婆板爸妈]|太太|先生|家人|同事|别人|小孩)[^,，。]{0,3}(?:接|听)"
)


# "Not before 11 because I work nights": the reason is no window of its own.
REASON = re.compile(r"\b(?:because|cuz|bc|since|porque|pues|ya que)\W*$|(?:因为)$")


OWN_CALL = re.compile(
    r"\b(?:i'?ll|i will|ill|i can|i'?m gonna|i'?m going to|we'?ll|i called|i texted|i)"
    r" (?:call|text|reach out|contact|message|email|ring|called|texted)\b"
    r"|\b(?:les|le|te|yo) (?:llamo|marco|escribo|hablo|llame|marque)\b|我(?:会|再|就|给你|打给你|已经)(?:打|联系|给你打)"
)


# "You text me at 6 in the morning, that's illegal": what is done to one, and what one thinks of it.
YOU_DO = re.compile(
    r"(?<!can )(?<!could )\b(?:you|u|y'?all) (?:people |guys |lot |all )*(?:text|call|ring|message|phone)(?:s|ing)?\b"
)
COMPLAINS = re.compile(
    r"\b(?:illegal|rude|disrespect\w*|ridiculous|insane|harass\w*|unacceptable|not (?:ok|right)|crazy|wtf|shame\w*|decency|sick of)\b"
)


# "Stop the daily texts, weekly is fine": how often, and not when.
HOW_OFTEN = re.compile(
    r"\b(?:weekly|(?:once|twice|one|two|a few times) (?:a|per|each) (?:week|month|day)|fewer|less (?:often|messages|texts|calls)|too many|so many|so often|daily (?:texts?|calls?|messages?|reminders?))\b"
)


# 利息每天18块: what a day costs is no wish.
PRICED = re.compile(
    r"(?:每天|每日|天天)[^,，。点时]{0,8}(?:\d|[一二两三四五六七八九十百千])+(?:块|元|蚊|毛|%)|(?:每天|每日)[^,，。点时]{0,3}\d{3,}|限额|利息|罚息|违约金|滞纳金|利率"
)
