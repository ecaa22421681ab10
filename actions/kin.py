"""What kin, friends and colleagues are called: a vocabulary, by which rules tell who writes of whom."""

from __future__ import annotations

RELATIVE = (
    r"(?:ex[- ]?)?(?:step|grand|god)?[- ]?(?:husband|hubby|wife|wifey|missus|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|bf|gf|ex|mother|mom|momma|mum|mam|mama|ma|father|dad|daddy|papa|pa|parents?|son|daughter|child|kid"
    r"|sister|brother|sis|twin(?: \w+)?|aunt(?:ie|y)?|uncle|cousin|niece|nephew)(?:[- ]in[- ]law)?"
)
AROUND = r"(?:room ?mate|flat ?mate|house ?mate|neighbou?r|friend|boss|manager|supervisor|co-?worker|colleague|assistant|secretary|carer|care ?giver|care ?taker|nurse|baby ?sitter|nanny|landlord|landlady|guardian)"
KIN_ES = (
    r"(?:ex[- ]?)?(?:espos[oa]|mujer|marido|pareja|novi[oa]|prometid[oa]|mam[aá]|mami|madre|pap[aá]|papi|padre|hij[oa]|herman[oa]|hermanit[oa]|abuel[oa]|abuelit[oa]|niet[oa]|t[ií][oa]|sobrin[oa]|prim[oa]|cu[nñ]ad[oa]"
    r"|suegr[oa]|yerno|nuera|amig[oa]|vecin[oa]|compa[nñ]er[oa]|roomie|roommate|jef[ea]|patr[oó]n|patrona|encargad[oa]|secretari[oa]|cuidador[a]?|enfermer[oa]|ni[nñ]era)"
)
KIN_ZH = (
    r"(?:前)?(?:老公|老婆|丈夫|妻子|太太|先生|媳妇|媳婦|爱人|愛人|对象|對象|未婚[夫妻]|男友|女友|男朋友|女朋友|妈妈?|媽媽?|媽咪|阿[妈媽爸公婆]|母亲|母親|爸爸?|父亲|父親|老豆|老母|爹|娘|爷爷|爺爺|奶奶|外公|外婆|姥姥|儿子|兒子|仔|女儿|女兒|囡|孩子|孙子|孫子|孙女|孫女"
    r"|哥哥?|弟弟?|姐姐?|姊姊|妹妹?|家姐|细佬|細佬|大佬|叔叔?|舅舅?|姑姑?|阿姨|伯伯?|表[哥弟姐妹]|嫂子?|岳[父母]|公公|婆婆|女婿|家人|家属|家屬|亲戚|親戚|朋友|室友|舍友|同学|同學|同事|领导|領導|上司|老板|老闆|老细|老細|主管|邻居|鄰居|房东|房東|保姆|护工|看護|助理|秘书|秘書|经理|經理)"
)
# What any reader may be called to us, in a sentence that is about somebody.
KIN = rf"(?:{RELATIVE}|{AROUND})"
