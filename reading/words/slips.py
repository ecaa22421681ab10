"""What people say who take back what they have just said, in folded text: one list for promises, hours and contacts.

Each reads on by rules of its own, what is taken back and what stands instead; these are the words that all of them know.
"""

from __future__ import annotations

# "Friday, scratch that": taken back, whatever follows.
EN = (
    r"(?:scratch|scrap|strike|forget|ignore|cancel|nix|bin|disregard) (?:that|it|this|what i said)(?: one)?"
    r"|(?:hang|hold) (?:on|up)(?! (?:to|till?|til|until|for)\b)|(?:i )?tell a lie|i lied|i'?m lying|(?:on )?second thoughts?"
    r"|come to think of it|what am i (?:saying|on about)|changed? my mind|i got that wrong|silly me|my (?:bad|mistake)"
)
ES = (
    r"olvid\w+ (?:eso|lo dicho)|olvidalo|(?:borr|quit|tach)[ae]\w* eso|me (?:he )?(?:equivo(?:que|cado)|confund(?:i|ido))|me (?:he liado|lie)"
    r"|miento|que (?:digo|estoy diciendo)|pensandolo bien|ahora que (?:lo pienso|caigo|me acuerdo|recuerdo)|fe de erratas|(?:error|fallo) mio"
)
# "200, i mean 250": taken back by what is said right behind.
EN_ANEW = r"i mean|(?:i )?meant|or rather|make (?:that|it)"
ES_ANEW = r"mejor dicho|mas bien|quise decir|queria decir|quiero decir|corrijo|rectifico"
# 说错了, 不对.
ZH = r"不对|[唔弗勿][对啱]|毋着|[说讲打写记看弄输搞算按报发填]错|[口手]误|更[正改]|纠正"
