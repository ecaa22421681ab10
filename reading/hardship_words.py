"""Everyday English and Spanish for each reason, beside the words by which it is usually named."""

from __future__ import annotations

_NO_JOB = r"(?:trabajo|chamba|jale|curro|empleo|laburo|pega|chance)"
_KIN = r"(?:mi|mis) (?:mama|papa|madre|padre|esposa|esposo|mujer|marido|hij[oa]s?|abuel[oa]s?|suegr[oa]s?|herman[oa]s?|bebe|nin[oa]s?|pareja|tia|tio)"

SPOKEN: dict[str, str] = {
    "wage_delay": (
        r"\b(?:(?:check|paycheck|pay|deposit|payroll) (?:never|didn'?t|hasn'?t) (?:come|came|show\w*|hit|land\w*|clear\w*)"
        r"|(?:they|boss|job|employer) still (?:owes?|hasn'?t paid) (?:me|us)"
        r"|(?:no ha|todavia no|aun no|no) (?:caido|cae|entrado|entra|llegado|llega) (?:\w+ )?(?:nomina|quincena|sueldo|pago|deposito|paga|raya)"
        r"|(?:me|nos) deben? (?:\w+ ){0,3}(?:quincenas?|semanas?|sueldos?|nominas?|mes(?:es)?)|(?:todavia|aun) no (?:nos |me )?(?:depositan|pagan|rayan|ingresan|abonan)|no (?:nos |me )(?:han )?(?:depositado|ingresado|abonado|rayado)"
        r"|(?:la empresa|el patron|mi patron|el jefe|mi jefe|la patrona|mi jefa) (?:todavia |aun )?(?:no|nos debe|me debe)(?: \w+){0,2} (?:pag\w+|quincenas?|sueldos?|nominas?|semanas?|mes(?:es)?))\b"
    ),
    "accident": r"\b(?:totall?ed|rear-?ended|t-?boned|got run over|slipped and|torcedura|me (?:quebre|torci|fracture) (?:el|la|un)|choque (?:el|mi))\b",
    "family_event": (
        r"\b(?:(?:had to|have to|having to) bury|buried my|(?:wife|husband|partner|gf|bf|spouse|old man) (?:just )?left(?: me)?|new baby|baby (?:came|is coming|was born)"
        rf"|nos (?:divorciamos|separamos)|me (?:dejo|abandono) mi (?:marido|esposo|mujer|esposa|pareja)|tuv\w+ que enterrar|enterr(?:e|amos) a|acab\w+ de (?:tener|nacer)(?: \w+){{0,2}} (?:bebe|hij[oa]|nin[oa])"
        rf"|{_KIN}(?: \w+){{0,3}} (?:ingresad[oa]s?|malit[oa]|muy mal[oa]?|delicad[oa]|en (?:el )?hospital))\b"
    ),
    "illness": (
        r"\b(?:my (?:back|knee|hip|shoulder) (?:is|went|gave) (?:\w+ )?(?:out|bad|gone|messed|shot)|can'?t work (?:cause|because) of my|on (?:sick leave|medical leave|disability)"
        r"|incapacidad permanente|invalidez|estoy mal[oa](?! de (?:dinero|lana))|por (?:la|mi) (?:espalda|rodilla|columna|enfermedad)|ingresad[oa] en (?:el|un)|me ingresaron)\b"
    ),
    "job_loss": (
        r"\b(?:laid (?:me|us|him|her|everyone|everybody|half|all|off)|let (?:me|us|him|her|everyone|everybody|a bunch|half (?:of us)?) go|got (?:canned|sacked|axed|the sack|the boot|the axe|my p45)|(?:was|been|were) (?:sacked|canned|axed)"
        r"|sacked me|canned me|out of a job|(?:job|position|contract|gig|assignment) (?:\w+ )?(?:wasn'?t renewed|not renewed|is gone|was cut|was eliminated|ran out|is up|is over|just ended)"
        r"|(?<!my )(?<!our )(?:plant|factory|store|shop|warehouse|mine|mill|restaurant) (?:i work(?:ed)? at )?(?:\w+ )?(?:shut down|closed down|is closing|shutting down)|no longer (?:work\w*|employed)|lost (?:my |his |her )?(?:work|position|gig)"
        r"|(?:don'?t|dont|do not|doesn'?t|ain'?t) (?:have|got) (?:a |any |no )?(?:job|work)|can'?t find (?:a |any )?(?:job|work)|job search)\b"
        rf"|\b(?:(?:no hay|no (?:me )?(?:ha |han )?(?:salido|sale|encuentro|consigo|encontrado|conseguido|cae)(?: \w+)?) {_NO_JOB}"
        rf"|(?:me|nos) (?:han )?(?:despedido|echado|botado|corrido|cesado|botaron|cesaron|finiquitaron|rescindieron)(?: (?:de|del)(?: la| el| mi)? {_NO_JOB})?"
        rf"|se (?:me )?(?:acabo|termino) (?:el |la |mi )?(?:contrato|{_NO_JOB})|(?:he |hemos )?(?:perdido|perdio|perdimos) (?:el |la |mi |su )?{_NO_JOB}"
        rf"|en el paro|dieron las gracias en|quede (?:en la calle|desocupad[oa])|sin {_NO_JOB}|no me renovaron)\b"
    ),
    "business_failure": (
        r"\b(?:(?:had|have) to (?:close|shut) (?:down )?(?:the|my|our) (?:restaurant|shop|store|business|salon|bar|place|company|truck)|nobody(?:'?s| is) (?:buying|coming in|ordering)|(?:food )?truck (?:isn'?t|is not|ain'?t) making"
        r"|(?:tuv\w+ que|voy a|vamos a) cerrar (?:el|la|mi) (?:negocio|tienda|local|bar|restaurante|puesto|taller|changarro)|(?:cerre|cerramos|quebramos|cerraron) (?:el|la|mi|nuestro) (?:negocio|tienda|local|bar|restaurante|puesto|taller|changarro)"
        r"|nadie (?:compra|viene|vende))\b"
    ),
    "income_drop": (
        r"\b(?:(?:not|aren'?t|isn'?t|hardly|barely) (?:getting|giving me|giving us) (?:enough |any |many |much )?(?:hours|shifts|work)|tips (?:have been|are|were|been) (?:\w+ )?(?:bad|slow|low|terrible|down|nothing|trash)|no tips"
        r"|(?:slashed|cut|killed|ended|stopped) (?:my|our|all|the) (?:overtime|ot|hours|shifts|bonus)|lost (?:my |her |his |our |some )?(?:hours|shifts|overtime)|(?:down|dropped|went|moved) to part[- ]?time"
        r"|(?:check|paycheck|pay) (?:was|is|came|been) (?:\w+ ){0,3}(?:half|short|smaller|less|tiny|small))\b"
        r"|\b(?:(?:me|nos) han (?:bajado|reducido|recortado|quitado)(?: \w+){0,2} (?:jornada|horas?|sueldo|turnos?|salario|paga)|(?:no hay|sin|pocas|casi no hay) propinas"
        r"|(?:cobro|gano|saco|me pagan|nos pagan) (?:solo )?(?:la mitad|menos|muy poco)|ya no (?:me|nos) (?:dan|pagan) (?:tiempo extra|horas extras?|bono|turnos?)|menos clientes)\b"
    ),
    "overindebted": (
        r"\b(?:owe (?:everyone|everybody|like \w+|so many)|other (?:collectors?|lenders?|companies) (?:\w+ ){0,2}(?:calling|after me|texting|too)|(?:tantas|un monton de|varias) deudas|debo (?:hasta|por todos|en todos)|me estan cobrando (?:todos|de todos))\b"
    ),
    "cash_flow": (
        r"\b(?:(?:don'?t|dont|do not|ain'?t) (?:have|got) (?:any |no )?(?:money|cash)|no money|flat broke|skint|outta cash|out of (?:cash|money)"
        r"|sin (?:blanca|un duro|pasta|plata|un (?:centavo|quinto|cinco|euro)|varo|guita)|no (?:tengo|traigo|hay|cuento con) (?:nada de )?(?:dinero|lana|feria|plata|pasta|varo))\b"
    ),
}
