"""How Spanish commits to a payment, refuses one, asks about one or tells of a past one (text without accents)."""

from __future__ import annotations

from reading.stance import others
from reading.stance.cues import Cues, pattern

_PAY = (
    r"(?:aviento|suelto|soltare|echo|rolo|(?:tiene|tienes|tienen|teneis|tendra|tendras|tendran)(?= (?:ya |ahi )?(?:sus?|tus?|vuestros?|los|las) (?:\x1f|\d|dinero|pago|abono))|pagar(?:e|emos|les|le|te|lo|los|la|selos)?|(?<!(?:link|liga) de )(?<!(?:boton|medio|forma) de )(?<!(?:enlace|portal|metodo|pagina) de )pago|pagamos|pagan|deposit(?:o|are|ar"
    r"|arles|arle|arte|amos|aremos)|transfer(?:ir|ire|irles|irle|irte|imos)|transfiero"
    r"|abon(?:o|are|ar|arles|arle|amos|aremos)"
    r"|liquid(?:o|are|ar|arlo|amos|aremos)|sald(?:o|are|ar)|doy(?! (?:clases?|consultas?|cursos?|terapias?|misa|tutorias?|catequesis|el pecho|de comer|mantenimiento))|dare|darles|darle|damos"
    r"|dar|mand(?:o|are|ar|arles|arle|amos)|envi(?:o|are|ar|arles|amos)|hag(?:o|amos)|hare"
    r"|hacer|cubr(?:o|ire|ir)|junt(?:o|are|ar)"
    r"|consig(?:o|uire|no|naré|nare|nar|narles|namos)|conseguir|arranco|cancel(?:o|are|aria)(?= (?:el|todo|la deuda|\x1f|\d|mi deuda))|ingres(?:o|are|ar|amos)|met(?:o|ere|er)|pong(?:o)?"
    r"|pondre|poner|pas(?:o(?<!^paso)(?<!^yo paso)|are)|entreg(?:o|are|ar)|cumpl(?:o|ire|ir)|llev(?:o|are)(?! (?:\x1e|mas|ya|sin|tiempo|dias|semanas|meses|anos|mucho|como|casi|un (?:mes|ano|rato)|\d+ (?:dia|semana|mes|ano)))|caigo"
    r"|caere|tengo(?= (?:(?:ya|como|unos|unas|listos?|listas?|para (?:pagar|dar|ustedes)\w*|su|sus|tu|tus|lo|los|la|el|yo|apartad[oa]s?|juntad[oa]s?|solo|nomas|hasta|a|mas o menos|por ahi de|cuando mucho|maximo|el (?:dinero|pago|billete)|la (?:lana|feria|plata)|otr[oa]s|completos?|de|en|ahi|ahorita|aqui|disponibles?) )*(?:\x1f|\d|dinero|lana|feria|plata|efectivo|pago|abono|completo|deposito)|(?: ?(?:el|la|su|tu|mi|lo))* ?(?:dinero|lana|feria|plata|pago|listo|completo|todo|eso|resto|demas)|que (?:pagar|dar|ver si))|(?<=lo )tengo|(?<=los )tengo|(?<=la )tengo|(?<=te )tengo|(?<=les )tengo|(?<=le )tengo|tengo(?= ?(?:$|[.,;!]))|tendre|tener|aport(?:o|are|ar)|complet(?:o|are|ar)|giro|remito|sac(?:o"
    r"|are|ar)|(?<!\bme )quedo|regularizo|regularizar|finiquito|cancelo la deuda|ponerme al"
    r" corriente|pongo al corriente|apart(?:o|are))"
)
CUES = Cues(
    splits=pattern(
        r"(?<=\S) (?=que (?:ayer|anoche|antier|anteayer|esta manana) )",
        r"\by (?=(?:de ahi |de eso )?\x1f+ (?:son|es|seran|van|va) (?:para |a )?(?:ustedes|ti|usted|vosotros|vos|suyos|tuyos|vuestros)\b)",
        # "60 el viernes no puedo hablar": why no more is written.
        r"(?<=\x1f) (?=(?:ahora |ahorita )?(?:no puedo (?:hablar|platicar|escribir|atender|contestar)|(?:estoy|ando) (?:en (?:clase|el curro|el trabajo|la chamba|una reunion|junta)|currando|manejando|conduciendo|trabajando|liad[oa]|ocupad[oa])|me tengo que ir|tengo que irme|luego hablamos))",
        r"(?<=\x1f) (?=no \x1f)|(?<=\S)(?<!\bte)(?<!\ble)(?<!\bles)(?<!\bos) (?=(?:quise decir|quiero decir|digo) \x1f)",
        # "De un jalón no puedo lo que sí le cumplo son tres pagos", "no me alcanza le doy 300".
        r"(?<=\S)(?<!\bes)(?<!todo)(?<!\bcon)(?<!\bde)(?<!\bpor)(?<!\ba)(?<!eso)(?<!\by)(?<!pero)(?<!seria)(?<!son) (?=lo que (?:yo |ya |si )*(?:(?:les?|te|os) )?(?:cumplo|ofrezco|propongo|prometo|aseguro|queria decir\w*|quiero decir\w*)\b|lo que si )",
        r"(?:(?<=no puedo)|(?<=alcanza)|(?<=alcanzo)|(?<=no tengo)|(?<=completo)|(?<=puedo todo)|(?<=tengo todo)|(?<=jalon)|(?<=no se puede)) (?=(?:(?:les?|te|os) |se l[oa]s? )(?:pago|doy|mando|deposito|transfiero|abono|paso|ingreso|envio|voy a|puedo (?:dar|pagar|abonar|mandar|depositar))\b)",
        r"(?<!igual )\by (?=(?:para )?(?:el )?\x1f+ (?:(?:yo|ya|ahi) )?(?:le |les |te |se |os )?(?:los |lo |la )?(?:pago|deposito"
        r"|abono|doy|transfiero|mando|liquido|hago|paso|voy|puedo|cubro))",
        r"\bentonces (?=(?:(?:le|les|te|os|se|yo|ya|les|mejor) )*(?:puedo|voy|hago|pago|doy|mando|deposito|abono|transfiero|paso|mandamos|pagamos))|\b(?:pero|sino(?! se)|aunque|porque|pues|asi que|por eso|ya que(?= (?:no|perdi|estoy"
        r"|tengo|ando))|y entonces|en cambio|nomas que|solo que|nada mas que|(?<!lo )(?<!\bsi )mejor(?! dicho))\b",
        r"\by (?=(?:ya )?(?:dej(?:ad|en|a|e)(?:me|nos)|par(?:ad|en|a|e) de)\b)",
        r"(?<=\S)(?<!\bque)(?<!\bsi)(?<!\by)(?<!\bno)(?<!me)(?<!nos)(?<!solo)(?<!les) (?=(?:(?:me|nos|solo|ya|pero) )*(?:quedan|restan|faltan) \x1f+ (?:que|y|los|se|ya)\b)",
        r"\by (?=(?:es|son|seria|serian|va|van) )",
        # "Les mando 135, ya la vez pasada les mandé 100".
        r"(?<=\S) (?=(?:(?:y|ya|pues|porque) )*(?:la (?:vez|semana|quincena|ultima vez) pasada|la (?:ultima|otra|anterior) vez|ayer|antier|anteayer|anoche|el mes pasado) (?:ya )?(?:(?:les|le|te|os|se|me|l[oa]s?) )+(?:mande|pague|di|puse|deposite|transferi|abone|envie|pase|hice|ingrese|entregue)\b)",
        r"(?<!igual )\by (?=(?:ahora|ahorita|hoy|el resto|lo demas|la otra|el viernes|voy|ya|te|les|le|pago|no|luego"
        r"|despues|de ahi (?:les?|te|os|yo|ya)|de es[aeo]s? (?:les?|te|os)|me|cuando|la proxima|(?:se|te|os) l[oa]s?|ahi|con es[oe]|ese))",
        r"(?<=\S)(?<!\bno)(?<!\bni)(?<!nunca)(?<!\bsi)(?<!\bque)(?<!\bles)(?<!\ble)(?<!\bte)(?<!tampoco)(?<!todavia)(?<!creo)(?<!\bver)(?<!\bos)(?<!\bno l[oa])(?<!\bno l[oa]s)(?<!\bno se l[oa])(?<!\bno se l[oa]s)(?<!si mejor)"
        r" (?=(?:puedo (?:pagar|dar|depositar|abonar|hacer)|si puedo|solo puedo|os pago|nomas"
        r" puedo|les puedo|te puedo|le puedo|voy a pagar|les pago|te pago|le pago"
        r"|esta bien|le parece|les parece|te parece|se puede|ya pague|ya deposite|perdi"
        r" mi|me quede sin)\b)",
    ),
    insists=pattern(
        r"\bno (?!(?:se |nos )?(?:lleg|ca|sal|entr|abr|empiez)\w+ )(?:\w+ ){0,5}(?:hasta(?! que (?:me|nos|se|alguien|ustedes|usted|no|vea|sepa|reciba) (?!pag|deposit|ray|ca[eiy]|lleg|entr|d[ae]n?\b|ingres|suelt|abon|liquid))|antes de(?:l)?|sino hasta)\b",
        r"^\W*(?:pero |y )?(?:hasta|sino hasta) (?:el|la|que(?! (?:hora|dia|fecha|mes)\b)|fin|manana|\x1f)|\b(?:puedo|necesito|ocupo|espereme|esperenme|requiero"
        r"|podria|seria|tengo|chance|aguant\w+) (?:hasta|sino hasta)\b",
        r"\bno pasan? (?:de\b|del\b|que\b)|\bno (?:le|les|te) (?:voy a )?(?:fallo|fallar|quedo mal|fallare|quedar mal)|\bsin"
        r" falta\b|\bno (?:se preocupen?|te preocupes)|\ba mas tardar\b|\bno mas (?:tarde"
        r"|alla) de",
    ),
    asks=pattern(
        r"¿",
        r"^\W*(?:(?:hola|oiga|oye|disculpe|y|pero|entonces|buenas|buenos dias|buenas tardes"
        r"|perdon|o)\W+)*(?:se puede|podria(?:n|mos)?(?! ser(?!.*\?))(?! (?:pagar|abonar|depositar|dar|liquidar|cubrir|transferir|mandar|ingresar|pasar)(?:les?|te|os|lo|la)*\b)(?: (?:ustedes|usted|yo))?|puede(?:n|s)? (?!(?:pasar|cargar|cobrar|girar|descontar|domiciliar)me)"
        r"|hay (?:forma|manera|chance|alguna)|me (?:pueden|puede|podrian|aceptan|acepta|dan(?! (?:el|la|mi|los|mis|las) (?:cheque|pago|quincena|nomina|sueldo|raya|dinero|lana|aguinaldo|bono|tanda|prima|paga|pension|beca))"
        r"|permiten|das)|aceptan|acepta|cuanto|cuando (?:es|debo|tengo|vence)|como (?:puedo"
        r"|pago|le|hago)|donde(?! (?:dije|puse|decia|dice|escribi))|que (?:pasa|dia|fecha|tal si)|cual|es posible|sera posible"
        r"|seria posible|les parece|le parece|te parece|quien|por que|porque (?:me|nos) (?:cobr|llam|marc|mand|escrib|molest|subi|carg|descont|quit|sigu|estan|amenaz|acos|insist)\w*|porque (?:tanto|sigue|siguen|subio|sale tanto|aparece|debo|tengo que))\b|\bde que\W*$|\bde donde (?:lo |la |los |quieren? que (?:lo |los )?|voy a |puedo |pretenden? que )?(?:saco|saque|sacar|agarro|agarre)\b",
        r"^\W*(?:(?:oiga|oye|pero)\W+)*(?:y|que tal|que pasa|que) si (?:le |les |te |lo |la |se |yo |mejor )*(?:\w+(?:o|e|oy|emos|imos|amos)|en)\b",
        r"\bcual (?:de (?:los|las) dos|prefier\w+|(?:le|les|te|os) (?:conviene|parece|late|sirve)(?: mas| mejor)?|quieren?)\W*$",
        r"\b(?:es posible que|seria posible|hay manera|queria saber|quisiera saber|me gustaria"
        r" saber|pregunta|quiero saber|si me (?:quitan|bajan|condonan|hacen|rebajan|perdonan"
        r"|descuentan))\b",
    ),
    paid=pattern(
        r"\bya (?:lo |les |le |te |la |se lo |se los |los |esta |fue |quedo |habia |hice "
        r"|hicimos |me |realice |di |mi \w+ )*(?:pagu?e|pague|pago(?= (?:ayer|el (?:mes|lunes"
        r"|martes|viernes) pasado))|pagado|pagada|deposite|depositado|transferi|transferido"
        r"|abone|abonado|liquide|liquidado|liquidada|mande|mandado|envie|enviado|hice|pagamos"
        r"|depositamos|di|cobraron|descontaron|salde|saldada|cubri|cubierto|un (?:pago"
        r"|deposito|abono)|el (?:pago|deposito|abono)|la transferencia|realice)\b",
        r"\bya (?:(?:le|les|te|se|os|lo|la|los) )*(?:entregue|entregado|gire|ingrese|consigne|pase|puse|meti|hice llegar|(?:he|hemos|habia) \w+[ai]do)\b",
        r"\b(?:pague|deposite|transferi|abone|liquide|mande|envie|pagamos|depositamos|hice"
        r" (?:un|el|la|mi) (?:pago|deposito|transferencia|abono)|ingrese|di) (?:\S+"
        r" ){0,5}?(?:ayer|antier|anteayer|anoche|la (?:semana|quincena|vez) pasada|el mes pasado|pasado|hace)\b",
        r"\b(?:hice|hicimos|puse|pusimos) (?:un|el|la|mi|una|otro) (?:\w+ )?(?:pago|deposito|transferencia|abono|bizum|spei|giro|ingreso|envio|movimiento|transfer)\b",
        r"\b(?:pague|deposite|transferi|abone|liquide|mande|envie) (?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b",
        # "Los otros 1350 los mande hoy en la mañana, me sale en proceso".
        r"(?<!que )(?<!que l[oae] )(?<!que l[oae]s )(?<!que se l[oa] )\b(?:pague|deposite|transferi|abone|mande|envie|ingrese)(?: \S+){0,3}? (?:hoy (?:mismo )?(?:en|por|a) la (?:manana|madrugada|mediodia)|esta manana|hoy temprano|hace (?:un )?rat(?:o|ito))\b",
        r"(?<!que )\b(?:se )?l[oa]s? (?:pague|deposite|transferi|abone|mande|envie|ingrese) (?:ya |yo )?hoy\b",
        r"\b(?:he|hemos|habia) (?:pagado|depositado|transferido|abonado|hecho|mandado|enviado"
        r"|ingresado|liquidado)\b",
        r"^\W*(?:(?:yo|hola|buenas|buenos dias|si|oiga)\W+)*(?:les |le |te |os |lo |se los"
        r" )?(?:pague|deposite|transferi|abone|liquide|mande|envie|ingrese|consigne|gire|entregue|(?<=les )pase|(?<=os )pase|(?<=le )pase|(?<=te )pase)\b",
        r"(?<!\bde )(?<!\bdesde )(?<!\blo )\b(?:ayer|antier|anteayer|anoche|la (?:semana|quincena|vez) pasada|el mes pasado|(?:lunes|martes"
        r"|miercoles|jueves|viernes|sabado|domingo) pasado)\b",
        r"(?<!cuando )(?<!que )\b(?:ya )?(?:termine|terminamos|acabe|acabo|acabamos) de (?:pagar|liquidar|abonar|depositar|transferir|mandar|hacer)\b",
        r"\b(?:(?:me|nos) (?:han )?(?:cobr|descont|carg|quit|debit|reten|retir|sac|rob|baj)(?:o|aron|ado)(?! (?:el|la|los|las) (?:traje|ropa)| (?:(?:el|la|las|los|mis?|de) )?(?:horas?|turnos?|sueldo|salario|dias|jornada|horario|presion|puesto|guardias)\b| (?:esto|esa|este|eso|de encima|ya de))|fue pagad[oa]|quedo"
        r" (?:pagad|liquidad|saldad)[oa])\b",
    ),
    refuses=pattern(
        r"\b(?:no|nunca|ni|tampoco|jamas) (?:(?:les|le|te|os|lo|la|los|me|se|yo|voy a|pienso|creo"
        r" que|hay|es que|nos) ){0,3}(?:puedo|podre|podemos|podria|puedo|voy(?! a (?:atrasar|fallar|quedar(?:les?|te|os)? (?:mal|debiendo)|volver a|esconder|desaparecer|echar(?:me)? para|mentir|negar|correr|hacer(?:me)? (?:pend|tont|loc)|dejar (?:de|pasar)|retrasar|demorar|tardar))|tengo|tenemos"
        r"|tendre|quiero(?! (?:problemas|broncas|lios|quedar|mentir|fallar|deber|atrasar|seguir (?:deb|atras)|que (?:piense|crea|vaya)))|pienso|pago|pagare|pagar|alcanzo|alcanza|alcance|completo|hay|ajusto"
        r"|traigo|cuento|dispongo|deposito|depositare|doy|dare|va a ser|va a poder|vamos|sera"
        r" posible|es posible|junto|consigo|llego)\b",
        r"\bni (?:para|pa|siquiera|con)\b.*\b(?:alcanz\w+|ajust\w+|da|llega|llego|completo)\b|\bcon (?:los |esos |unos )?\x1f+ (?:pesos |euros |dolares )?que (?:gano|cobro|saco|me (?:pagan|dan|quedan))\b",
        r"\b(?:sin dinero|sin lana|sin un (?:peso|quinto|duro|centavo)|imposible|ni un (?:peso"
        r"|duro|centavo)|ni (?:madres|loc[oa]s?|muert[oa]s?|de (?:chiste|broma|cona|loc[oa])|en suenos|hablar)|nada de pagar|me niego|cancelen|cancela|cancelar (?:el|mi"
        r"|la)|cancele|no me cobren|no cobren|no descuenten)\b",
        r"\bno (?:el|este|para el|la|al) (?:\x1f|lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d)",
        r"^\W*no \x1f|\bni (?:de |los |el )*\x1f+ ni\b|\b(?:nunca|jamas) (?:(?:les?|te|os|yo|he|hemos) )*(?:dije|dicho|prometi|prometido|quede|quedamos|acorde|acordado|acepte|aceptado|firme)\b",
        r"\bno (?:l[oa]s? |les? |te |os |le )?(?:reconozco|acepto (?=es[aeo]|su|la|el|los|nada|\x1f))",
        r"^\W*(?:(?:y|pero|el|este|para|ese) )*\x1f+ (?:ya )?no\W*$",
    ),
    theirs=pattern(*others.ES),
    unreal=pattern(
        r"\b(?:cuando|hasta que|si) (?:me |nos )?(?:comprueb\w+|demuestr\w+|mand\w+ (?:el|la|los|las) (?:contrato|prueba|comprobante|estado)\w*)",
        r"(?<!\bsi )\b(?:me|nos) (?:(?:va|van|iba|iban) a (?:prestar|dar|mandar|pasar|regalar|transferir|devolver)|(?:presta|prestan|regala|devuelven|devuelve))\b",
        # "Mi cuñado me debe 2000, me los da el sábado".
        r"\b(?:me|nos) deben? (?:[a-z]+ ){0,4}\$?\d",
        r"\bno se (?:ni |bien |todavia |aun )*cuando (?:(?:les?|te|os|se|los?|las?) )*(?:pueda|puedo|podre|podria|voy|vaya|tenga|tendre)\b",
        # "Con 1.050 al mes y dos críos ya me diréis": what one lives on.
        r"\b(?:ya )?me (?:diran?|dir[ae]s|direis|contaran?|explican?|explicaras|explicareis) (?:tu |usted |ustedes |vosotros )?(?:como|de donde|que hago)\b|\ba ver (?:como|de donde) (?:le |lo |l[oa]s )?(?:llego|hago|saco|vivo|vivimos|llegamos|comemos|como)\b",
        r"\b(?:letra|mensualidad|parcialidad|pago) de (?:la |mi )?(?:troca|camioneta|carro|coche|moto|casa|refri|tele|lavadora)\b",
        r"(?<!palabra )\bde (?:renta|luz|colegiatura|hipoteca|alquiler|telefono|carro|coche|agua|gas|inscripcion|reinscripcion|internet|cable|mandado|despensa|comida|uniformes?|utiles|guarderia|medicinas?|medicamentos?|gasolina|gasoil|predial|tenencia|comunidad|ibi|comedor|matricula|dentista|veterinario)\b"
        r"|\bcon (?:mis |los |unos |las )?\d[\d.,]* (?:pesos |euros |dolares )?(?:de (?:mi )?|que (?:gano|cobro|me (?:pagan|dan|quedan)))(?:pension|paro|sueldo|nomina|salario|ayuda|subsidio|jubilacion)?\b(?=.*\b(?:de (?:luz|renta|agua|gas|alquiler|hipoteca)|no (?:me )?(?:alcanza|da|llega)))"
        r"|\b(?:trate|intente|quise) (?:de )?pagar\b|\ben el hospital\b|\binternad[oa]\b",
        r"\b(?:les|le|te|os) (?:(?:aviso|confirmo(?! (?:(?:el|un|una|la|mi|los|unos|otros|que) )*(?:pago|deposito|abono|transferencia|\$?\d|\w+enta\b|\w*cient\w+|cien\b|mil\b|quinient\w+|veinte))|digo|informo|comento)(?! que\b)|marco|llamo|hablo|escribo|respondo"
        r"|contesto)\b|\b(?:feliz|buen) (?:navidad|fin|ano)\b",
        r"\b(?:me|nos|le) (?:sale|salen|salio|saldra|cuesta|cuestan|costo|costaron|va a (?:costar|salir)|viene costando) (?:(?:por|en|a|como|unos|casi|los|mas de|arriba de) )*[\d\x1f$]",
        r"\b(?:paso|mando|doy|envio|pasare|mandare|enviare|digo|comparto) (?:el|la|mi|los|las|un|una) (?:nuev[oa]|numero|correo|direccion|domicilio|telefono|cel\w*|datos?|comprobante|ticket|recibo|captura|foto|ficha|contrato|carta)\b",
        r"\b(?:me |nos |se )?(?:reboto|rebotaron|rechazo|rechazaron|devolvieron|regresaron)\b|\b(?:otr[oa]|un[oa]? distint[oa]) (?:loan|prestamo|credito|deuda|tarjeta|adeudo|financiera|banco)\b",
        r"\b(?:iba a|ibamos a|queria pagar|tenia que|hubiera|hubiese|habria|quisiera (?:poder"
        r"|pagar)|ojala|si (?:pudiera|tuviera|ganara)|debi|tendria que)\b",
        r"\b(?:ustedes|usted|me|ellos|la (?:senorita|ejecutiva)|el (?:ejecutivo|agente|asesor"
        r"|senor)) (?:dijeron|dijo|dicen|dice|prometieron|cobran|quieren|piden|pidieron"
        r"|ofrecieron|llaman|marcan)\b",
    ),
    reached=pattern(
        r"\b(?:(?:llam|escrib|habl|marc|avis|localiz|busc|dej|envi|mand)[ai]d(?:me|nos)\b(?! (?:el|los|la|las) (?:cobr|carg|recib))|llam[ae]\w*|llamar|marqu?\w+me|marquen\w*|marcar(?:me)?|escriban\w*|escribir\w*|escribame"
        r"|escribeme|contact\w+|comuniquense|busquen\w*|molest(?!ias?\b)\w+|localic\w+|localizar\w*|textee?\w*|(?:dme|mandenme|mandame|mandeme) (?:mensaje"
        r"|whats)\w*|hablen\w*|hableme|hablar conmigo)\b|\b(?:disponible|ocupad[oa]|en el"
        r" trabajo|mi (?:nuevo )?(?:numero|correo|direccion|nombre) es)\b",
    ),
    commits=pattern(
        r"^\W*(?:(?:yo|si|pues|bueno|a ver|creo que|solo|mire|ahorita) )*podria(?:mos)? (?:pagar|abonar|depositar|dar|liquidar|cubrir|transferir|mandar|ingresar|pasar)(?:les?|te|os|lo|la)*\b",
        r"\b(?:podeis|pueden?|puedes) (?:pasar|cargar|cobrar|girar|descontar|domiciliar)me\b|\b(?:pas|carg|gir|domicili|cobr|descont)(?:ad|en|a|e)me\b",
        rf"\b{_PAY}\b|\b(?:te|os|les?) toc(?:an?|aran?) (?:los |el |la |unos )?\x1f|\b(?:repongo|repondre|coj[ae]|coge|toma|tomad|tomen|quedese con) (?:los |el |la |unos |las )?\x1f|\brepon(?:go|dre)\b",
        r"\b(?:ir|irle|irles|irte|estar|voy|vamos|seguir|ire|estare) (?:pagando|abonando|dando|depositando|mandando|liquidando|transfiriendo)\w*",
        r"\b(?:cambi(?:o|ar|eme|emelo|enlo|amos)|muev(?:o|alo|an|ame)|mover|recorr\w+|posponer|pospongo|aplaz\w+|reagend\w+|reprogram\w+)\b.*\x1f",
        r"\b(?:puedo|podria|podemos|podriamos)(?: (?:yo|solo|nomas|como|unos|hasta))* \x1f",
        r"^\W*(?:(?:y|entonces|pues|asi que|creo que|que) )*(?:sera|seria|quedaria|queda|quedamos(?: en)?|iria) (?:(?:para|en|hasta|como|el|la|alla|por) )*\x1f",
        r"\b(?:que sean?|seran?|va a ser|van a ser|que fueran|quedaria en|que queden?|mejor|siempre) (?:de |los |unos |solo |nomas |el |para el |hasta el |este |la )*\x1f",
        r"\b(?:deme|dame|denme|dadme|espereme|esperame|esperenme|regaleme|ocupo|necesito|requiero)(?: (?:un|una|unos|mas|como|otros|hasta))* \x1f",
        r"\b(?:pong(?:a|an|as)(?:le|me|nos|les)?|ponle|ponme|apunt(?:e|a|en)(?:me|le|nos)|agend(?:e|a|en)(?:me|le|nos))(?: (?:para|el|pa|que|como|unos|los|de|ahi|por favor|porfa))* \x1f",
        r"\bconfirmo (?:(?:los|unos|otros|el|un|pago|abono|deposito|de|por) )*\x1f",
        r"\b(?:propongo|proponemos|ofrezco|ofrecemos|planteo)\b.*\x1f.*[^\x1f].*\x1f",
        r"\b(?:voy a|vamos a|prometo|me comprometo|dejar|dejo|aguant\w+|le aseguro|les aseguro"
        r"|te juro|quedamos"
        r"|acepto|de acuerdo|cuenten con|cuente con|para (?:el )?\x1f (?:le|les|te)|hagame"
        r"|anoteme|apunteme|apunten|cobrenme|cobren|cobrar de|descuenten|carguen|cargue"
        r"|programe|programen|programar|agende)\b",
        r"\b(?:(?:me|os|les|le|te|nos) (?:va|viene|queda|vendria|iria) bien|me queda bien|me conviene|estaria bien|esta bien el|puede ser el|lo (?:mas"
        r"|maximo) que puedo|nomas puedo|solo puedo|solamente puedo|maximo|lo que puedo"
        r"|alcanzo a|alcanza para|me alcanza)\b",
        r"\b(?:ahi (?:les|le|te)|ya (?:les|le|te|el|la|para|manana|hoy|en|tengo)|queda(?:ra)?"
        r" (?:pagad|liquidad|saldad|cubiert)[oa]|estara (?:pagad|depositad|ahi)[oa]?|(?:les|le"
        r"|te) (?:llega|cae|va a llegar|estaria|caeria))\b",
        r"\b(?:cuando|en cuanto|apenas) (?:venda|me salga|me presten|consiga|reciba|me toque|me devuelvan|termine de vender)\b",
        r"\b(?:cuando (?:me paguen|cobre|me depositen|tenga|reciba)|en cuanto (?:me paguen"
        r"|cobre|me depositen|tenga))\b",
    ),
    doubts=pattern(
        r"\b(?:quiza|quizas|tal vez|talvez|a lo mejor|(?<!\d )(?<!es )(?<!ado )(?<!ngo )igual y|capaz que|puede que|no se si|no"
        r" estoy segur[oa]|a ver si|posiblemente)\b"
    ),
    filler=pattern(
        r"\b(?:asi que|por eso|por lo que|de modo que|o sea|es decir|esto es|digamos|eso es|eso seria|que vendria siendo|exactamente|just[oa]|cabal|clavad[oa]|compa|carnal|amigo|patron|jefe)\b",
        r"\b(?:adelante|algun|alguna|momento|mism[oa]|cantidad|monto|importe|suma|cuota|muy|ahi|pongamos|pon|ponle|apunta|si no|quise|quiero|decir|los mismos|siguen)\b",
        r"\b(?:fij[oa]s?|ese|mucho|sumo|os|pal|pa|q|k|x|d|completos?|lucas|bolas|orale|dale|listo|porfis?|plis|bueno|che|wey|guey|jefa?|don|dona|buen dia|finde|enseguida|nomas|aqui|aca)\b",
        r"\b(?:sigue[ns]?|siendo|todavia|uno|anticipo|enganche|a cuenta|dejar|dejo|lugar)\b",
        r"\b(?:vencimientos?|fechas?|importes?|respectivamente|yo|creo|pienso|dios|quiere|mediante|pos|osea|simon|sale|andale|va|si dios"
        r" quiere|primero dios|calculo|chance)\b",
        r"\b(?:pero|sino|entre|mejor|pesos|varos|dolares|euros|hago|puedo|voy|deposito|abono"
        r"|les|va|doy|pues|tendria|estaria|unicamente|aproximadamente|exacto|exactos|empezando"
        r"|comenzando|iniciando|arrancando|empiezo|comienzo|arranco|inicio|empezaria|arrancaria)\b",
        r"\b(?:el|la|los|las|lo|un|una|de|del|al|a|en|para|por|con|y|e|o|u|si|sii|ok|vale"
        r"|bueno|claro|pues|ya|mas|menos|maximo|minimo|nomas|solo|solamente|seria|es|son|cada"
        r"|dia|dias|fecha|desde|hasta|antes|a partir|partir|empezando|iniciando|empieza|empiezan|comienza|inicia|arranca|primer|primero"
        r"|primera|segundo|otro|otra|otros|pago|pagos|quincenal(?:es)?|semanal(?:es)?"
        r"|mensual(?:es)?|gracias|hola|buenas|buenos|tardes|noches|porfa|favor|mismo|efectivo"
        r"|transferencia|tarjeta|deposito|oxxo|spei|bizum|puede|ser|quedaria|estaria|bien|que"
        r"|como|tarde|temprano|manana|noche|seguro|este|esta|cuando|me|te|les|le|se|mi|luego"
        r"|despues|ahora|perdon|digo|mejor|dicho|jefe|joven|senor|senorita|lic|poco|total|toda"
        r"|todo|mitad|resto|mes|semana|quincena|partes|cuotas|abonos|abono|iguales|entonces|no"
        r" mas|tardar|igual|tal vez|quiza|quizas|lana|dinero|feria)\b",
    ),
)
