"""What desks say to desks, in the words they say it with. None of it is ever for readers."""

import re

import regex

# Openings of a line or bracket that speaks to editors: “Eds: With AP Photos.”, “Achtung Redaktionen: …”.
ADDRESSES: dict[str, str] = {
    "en": r"attn|slug(?:line)?|eds|editors?(?:['’]s?)?|attn\.? (?:all )?(?:editors?|desks?|news ?rooms?|subs|eds)|"
    "attention (?:all "
    r")?(?:editors?|desks?|news ?rooms?|subs|eds)|"
    r"(?:note|notes|memo|message|notice|advisory) (?:to|for) (?:the |all )?(?:eds|desks?|subs|sub-?editors|news "
    r"?rooms?|news ?desks?|copy desks?|"
    r"subscribers|clients|customers|users|broadcasters|designers|production)|(?:eds|editors)['’]? (?:note|notes|"
    r"advisory)|desk (?:note|notes|only)|"
    r"(?:internal|desk|sub(?:-?editor)?s?['’]?|production|picture|photo|layout) (?:note|notes|desk)|news ?desk(?: "
    r"note)?|for (?:internal|desk|editors['’]?) use(?: only)?|"
    r"internal(?: use)?(?: only)?|editorial (?:note|notes|contacts?|queries|desk)|copy ?editors?|night desk|day desk|"
    r"photo (?:eds|editors|desk|advisory)|graphics? desk|reporter['’]s (?:mobile|cell|phone|number|note)|"
    r"author['’]s (?:mobile|phone|note to desk)",
    "de": r"achtung,? (?:redaktionen?|desks?)|an (?:die|alle) redaktion(?:en)?|hinweise? (?:an|für) (?:die |alle "
    r")?(?:redaktion(?:en)?|kolleg\w+|kunden|desks?)|"
    r"(?:redaktionelle[rs]?|redaktions?)[- ]?hinweise?|red\.?[- ]?hinweis|(?:notiz|anmerkung|info|bitte) (?:an|für) "
    r"(?:die |den )?(?:redaktion(?:en)?|desk|cvd)|"
    r"notizblock|redaktionelle kontakte|(?:nur )?intern(?:er hinweis)?|nur für (?:den )?internen gebrauch|"
    r"dpa-kontakte|korrespondent(?:in)? (?:mobil|handy)",
    "fr": r"(?:attention|avis|note|n\.?d\.?l\.?r|message)(?: aux| à l['’]attention des| pour les| à la| pour la)? "
    r"(?:rédactions?|rédacteurs?|abonnés|desks?|clients)|"
    r"à l['’]attention (?:de la rédaction|des rédactions|des rédacteurs)|usage interne|note interne|note de desk|"
    r"contacts? (?:rédaction|desk)",
    "es ca gl": r"(?:nota|aviso|atención|ojo|mensaje)s?(?: a| para)?(?: los| las| la| el| a)? ?(?:editores?|"
    "redactores|"
    r"redacci(?:ón|ones)|abonados|clientes|mesa|desk)|"
    r"(?:uso|nota) intern[ao]|atenci[óo]n,? (?:editores|redacci(?:ón|ones))|contactos? de (?:la )?redacción|nota "
    r"als? editors?",
    "it": r"(?:nota|attenzione|avviso)(?: per| a| alle?| ai)* (?:la |le )?(?:redazion[ei]|redattori|abbonati|desk)|"
    r"alla "
    r"cortese attenzione (?:delle redazioni|della redazione)|"
    r"(?:ad )?uso interno|nota interna",
    "pt": r"(?:nota|atenção|aviso)(?: à| às| a| aos?| para)*(?: a| as| os?)? ?(?:redaç(?:ão|ões)|redaç\w+|editores|"
    r"assinantes|clientes)|(?:uso|nota) intern[ao]",
    "nl": r"(?:noot|nota|mededeling|attentie|let op)(?: voor| aan| t\.?a\.?v\.?)*(?: de| alle)? ?(?:redacties?|"
    r"eindredactie|desk|abonnees)|voor intern gebruik|intern(?:e noot)?",
    "da nb sv": r"(?:til|till)(?: alle)? redaktion(?:er|en|erne)?|(?:til|till) redaksjon(?:en|er|ene)?|note? (?:til|"
    r"till) "
    r"(?:redaktion\w*|redaksjon\w*|desken)|obs\.?,? (?:redaktion\w*|redaksjon\w*|desk)|"
    r"(?:kun |endast )?(?:til|for|för) intern(?:t)? bru[gk]|internt? (?:notat|meddelande|note)|redaktionell(?:e|a)? "
    r"(?:note|notat|kontakt\w*)|notis till redaktionen",
    "fi et": r"(?:huom\.?|tiedoksi|viesti)[:,]? ?(?:toimitu(?:s|ksille|kset|kselle)|deski(?:lle)?)|toimituksille|"
    "vain "
    r"sisäiseen käyttöön|sisäinen huomautus|toimetusele",
    "pl cs sk": r"(?:uwaga|do|nota dla|informacja dla|notka dla)[,:]? redak(?:cji|cje|torów|torzy)|do użytku "
    r"wewnętrznego|"
    r"(?:pozor|poznámka pro|pro|upozornění pro)[,:]? redak(?:ce|ci|tory|tori)|"
    r"pro vnitřní potřebu|jen pro interní potřebu|(?:poznámka pre|pozor|pre) redakci[eu]|len na interné účely|"
    r"interní poznámka|notatka wewnętrzna",
    "hr sr sl": r"(?:napomena|pozor|obavijest|obaveštenje|obvestilo)(?: za)? (?:uredni(?:ke|cima)|uredništva|"
    "redakcije|"
    r"redakcijama)|za internu upot?rebu|za interno uporabo|напомена за (?:уреднике|редакције)|за интерну употребу",
    "ro hu": r"(?:notă|atenție|atenţie)(?: către| pentru)? (?:redacții|redacţii|redactori|editori)|uz intern|"
    r"(?:figyelem|"
    r"megjegyzés)[,:]? ?(?:a )?szerkesztő(?:k|knek|ségek|ségeknek)|belső használatra|szerkesztőségi megjegyzés",
    "tr az": r"(?:editör(?:ler|lere|ün|lerin)|redaksiya\w*)(?: dikkatine| için)?(?: not(?:u|lar)?)?|editör notu|"
    "haber "
    r"merkezine|abonelere|dahili(?: kullanım)?|redaktorlara",
    "ru": r"(?:вниманию|редакторам|для|просьба|примечание (?:для )?|сообщение (?:для )?)\s?(?:редакц(?:ий|ии|иям|ия)|"
    r"редактор(?:ов|а|ам|у)|выпускающ(?:их|ему|им)|подписчик(?:ов|ам)|абонент(?:ов|ам)|клиент(?:ов|ам))|"
    r"редактор(?:ам|у)|выпускающ(?:ему|им)(?: редактор(?:у|ам))?|для служебного пользования|только для служебного "
    r"пользования|служебн(?:ая|ое) (?:записка|сообщение|пометка)|внутренняя пометка|контакты редакции|телефон(?:ы)? "
    r"(?:редакции|корреспондента|редактора|автора)",
    "uk be bg": r"(?:до уваги|увага|примітка для|для) редак(?:цій|ції|ціям|торів|торам)|редактор(?:ам|у)|для "
    r"службового "
    r"користування|службова (?:записка|примітка)|контакти редакції|телефон (?:редакції|кореспондента)|"
    r"(?:вниманието на|бележка за|до) редак(?:торите|циите|торите)|за служебно ползване|да ўвагі рэдакцый",
    "kk": r"редакци(?:яларға|яға|ялардың назарына)|редактор(?:ларға|ға|дың назарына)|қызмет бабында(?: пайдалану "
    r"үшін)?|"
    r"тек қызметкерлерге|redaktsııalarǵa|redaktorlarǵa|redaksııalarǵa",
    "el": r"(?:προς|σημείωση (?:για|προς)|προσοχή)[,:]? ?(?:τους? |τις? )?(?:συντάκτες|αρχισυντάκτες|συντακτικές "
    r"ομάδες|"
    r"εκδότες)|εσωτερική χρήση",
    "ar fa he": r"(?:تنبيه|ملاحظة|ملحوظة|إلى|للسادة)\s?(?:إلى|لـ?)?\s?(?:السادة )?(?:المحررين|رؤساء التحرير|التحرير|"
    r"هيئة "
    r"التحرير|المشتركين)|للاستخدام الداخلي|توجه (?:سردبیران|دبیران|تحریریه)|לידיעת העורכים|הערה לעורכים?|לעורכים|"
    r"לשימוש פנימי",
    "zh ja ko th": r"(?:编者注意|编辑注意|致编辑|编辑部注意|请编辑|内部使用|仅供内部|内部参考)|(?:編集者注意|"
    r"編集部へ|デスクへ|"
    r"デスク注意|編集注|社内限り|部内限り)|(?:데스크 참고|편집자 참고|내부용)|"
    r"(?:ถึงบรรณาธิการ|หมายเหตุถึงกอง บ\.?ก\.?|ใช้ภายใน)",
    "hi vi id": r"(?:संपादकों के लिए|संपादक ध्यान दें|डेस्क के लिए)|(?:lưu ý (?:cho )?(?:ban )?biên tập|gửi ban biên "
    r"tập|lưu "
    r"hành nội bộ)|(?:catatan (?:untuk|bagi) redaksi|perhatian redaksi|untuk kalangan internal)",
}
# What may not be published, said in so many words.
PROHIBITIONS: dict[str, str] = {
    "en": r"not (?:intended |meant |to be used )?for (?:publication|broadcast|print(?:ing)?|release to the public|"
    r"readers|"
    r"public use|onward use|use in print)|"
    r"(?:do not|don['’]t|must not be|may not be|never|please do not) (?:publish|print|be published|be printed|run "
    r"this|use in print|broadcast)|off[- ]the[- ]record|for background only|for (?:your )?information only|"
    r"(?:for )?(?:internal|desk|editors['’]?) (?:use|information|eyes) only|not to be published|no publication|"
    r"background only,? not for (?:use|attribution)",
    "de": r"nicht (?:zur|für die|für den|zum) (?:veröffentlichung|abdruck|verbreitung|publikation|publizieren|"
    r"abdrucken|"
    r"druck)(?: bestimmt)?|nicht (?:veröffentlichen|abdrucken|publizieren|drucken)|"
    r"nur (?:zur|für die) (?:internen )?(?:information|kenntnisnahme|redaktion)|nur für (?:den )?internen? gebrauch",
    "fr": r"(?:pas|non|ne sont pas|n['’]est pas|ne pas) (?:destinée?s?|à destination) (?:à|pour) (?:la "
    r")?(?:publication|"
    r"être publiée?s?|diffusion)|ne pas (?:publier|diffuser|imprimer)|"
    r"(?:à|ne doit) (?:ne )?pas (?:être )?(?:publier|publié|diffuser|diffusée?)|non destinée?s? à (?:la "
    r")?(?:publication|diffusion)|(?:à )?usage interne(?: uniquement)?|hors publication|non publiable",
    "es ca gl": r"no (?:destinad[oa]s? (?:a|para) (?:la )?)?(?:para |es para |apt[oa] para )?(?:su )?(?:publicación|"
    r"publicar|"
    r"difusión|difundir|imprimir|ser publicad[oa]s?|emitir)|prohibida su publicación|(?:solo|sólo|únicamente) para "
    r"uso interno|uso interno|no publicar|no publicable",
    "it": r"non (?:destinat[oaie] |è |sono )?(?:per|alla|a) (?:la )?pubblicazione|non (?:pubblicare|diffondere|"
    r"stampare|"
    r"pubblicabile)|(?:solo|esclusivamente) (?:per|ad) uso interno",
    "pt": r"não (?:é |se )?(?:destinad[oa]s? )?(?:para|a|à)? ?(?:publicar|publicação|divulgar|divulgação|imprimir)|"
    r"(?:somente|apenas|só) para uso interno",
    "nl": r"niet (?:bestemd |bedoeld )?voor (?:publicatie|verspreiding|druk)|niet (?:publiceren|afdrukken)|(?:alleen|"
    r"uitsluitend) voor intern gebruik",
    "da nb sv": r"ikke (?:til|for|beregnet (?:til|for)|ment for) (?:offentliggørelse|publicering|publisering|"
    r"offentliggjøring|"
    r"tryk|trykk|bringelse)|må ikke (?:offentliggøres|bringes|publiseres|publiceres|trykkes)|"
    r"(?:ej|inte|icke) (?:för|avsedd för|avsett för|till) (?:publicering|offentliggörande|tryck)|får (?:ej|inte) "
    r"publiceras|kun til internt brug|endast för internt bruk",
    "fi et": r"ei (?:tarkoitettu )?julkaist(?:avaksi|avissa|a)|ei julkaisuun|älä julkaise|ainoastaan sisäiseen "
    r"käyttöön|ei "
    r"ole avaldamiseks|mitte avaldada",
    "pl cs sk": r"nie (?:do|przeznaczon[eyao] do) (?:publikacji|druku|rozpowszechniania)|nie (?:publikować|"
    r"drukować)|(?:není|"
    r"nejsou|neni) určen[oyaé]? (?:k|ke|pro) (?:publikaci|zveřejnění|otištění)|ne(?:zveřejňovat|publikovat|"
    r"tisknout)|"
    r"ne(?:ní|jsou) k (?:publikaci|zveřejnění)|nie je určené na (?:publikovanie|zverejnenie)|nezverejňovať|"
    r"nepublikovať",
    "hr sr sl": r"nije (?:namijenjeno )?za (?:objavu|objavljivanje|tisak)|nije za (?:objavljivanje|štampu)|ne "
    r"objavljivati|ni "
    r"za objavo|ne objavljaj|није за (?:објављивање|штампу)|не објављивати",
    "ro hu": r"nu (?:este |e |sunt )?(?:destinat[eă]? |pentru |spre )?(?:publicării|publicare|difuzare)|a nu se "
    r"publica|nem "
    r"(?:publik(?:us|álható)|közölhető|közlésre szánt|közlésre)|közlésre nem alkalmas",
    "tr az": r"yayın(?:lanmak|a)? (?:için|amacıyla) değildir|yayın(?:lanmaz|lanamaz|lamayın|lanmayacak|layın(?:ız)? "
    r"değil)|"
    r"yayına uygun değil(?:dir)?|dərc (?:edilmir|üçün deyil)|yalnızca dahili kullanım",
    "ru": r"не (?:для|предназначен[оаы]? для|подлежит) (?:публикации|печати|опубликования|опубликованию|"
    r"распространения|"
    r"эфира|тиражирования)|не (?:публиковать|печатать|распространять|давать в эфир)|"
    r"(?:публикации|опубликованию|печати) не подлежит|публикация запрещена|только для (?:служебного|внутреннего) "
    r"пользования",
    "uk be bg": r"не (?:для|призначен[оаі]? для|підлягає) (?:публікації|друку|оприлюднення|оприлюдненню|поширення)|"
    "не "
    r"(?:публікувати|друкувати|оприлюднювати)|(?:лише|тільки) для службового користування|"
    r"не для публікацыі|не друкаваць|не (?:е|са) (?:за|предназначен[оаи]? за) (?:публикуване|публикация|печат)|да "
    r"не се публикува|не публикувайте",
    "kk": r"жариял(?:ануға|ауға) (?:арналмаған|болмайды|жатпайды)|жариялам(?:аңыз|аңыздар|ау керек)|басылымға "
    r"(?:арналмаған|берілмейді)|jarııal(?:anýǵa|aýǵa) (?:arnalmaǵan|bolmaıdy)|жарияланбайды",
    "el": r"(?:δεν|όχι) (?:προορίζεται |είναι )?(?:για|προς) δημοσίευση|μη (?:δημοσιεύσιμο|δημοσιεύσετε)|να μη "
    r"δημοσιευθεί|όχι για δημοσίευση",
    "ar fa he": r"(?:ليس|ليست|غير) (?:مخصص(?:ة)? |معد(?:ة)? |صالح(?:ة)? )?لل?نشر|لا (?:ينشر|تنشر|يُنشر|تُنشر)|عدم "
    r"النشر|ممنوع "
    r"النشر|غیر ?قابل ?انتشار|منتشر نشود|برای انتشار نیست|לא (?:מיועד )?לפרסום|אין לפרסם|אסור לפרסום",
    "zh ja ko th": r"(?:不得|请勿|禁止|严禁|不宜|不可|切勿)(?:公开)?(?:发表|刊登|发布|刊发|见报|公开|刊載|發表|"
    r"發布)|不(?:供|"
    r"作)(?:发表|刊登)|仅供(?:编辑|内部|参考)|非公开|(?:掲載|公開|"
    r"報道|配信|転載)(?:禁止|不可|厳禁)|非公開|(?:게재|공개|보도)\s?(?:금지|불가)|비공개|(?:ห้าม|ไม่ให้|ไม่)เผยแพร่|"
    r"ไม่ใช่เพื่อการเผยแพร่",
    "hi vi id": r"प्रकाशन (?:के लिए नहीं|हेतु नहीं)|प्रकाशित न करें|không (?:được )?(?:đăng|xuất bản|phát hành|công "
    r"bố)(?: công "
    r"khai)?|không dùng để (?:đăng|xuất bản)|(?:tidak|bukan) untuk (?:dipublikasikan|publikasi|disiarkan|"
    r"diterbitkan)|jangan (?:dipublikasikan|diterbitkan)",
}
# Lines about the copy itself: where it may be cut, that more comes.
CUTS: dict[str, str] = {
    "en": r"(?:story|copy|article|piece|report|column|review|eds:? story) (?:can|may|could|must) (?:end|stop|"
    "be (?:cut|"
    r"trimmed|ended)) (?:here|after .{1,20})|(?:begin|start|end|stop|resume|optional|possible)s? (?:of "
    r")?(?:optional )?"
    r"(?:trim|cut|material|matter|text|add|copy|lines?|grafs?|paragraphs?|end)s?(?: (?:begins?|ends?|starts?|here|"
    r"follows?|below|ok))*|optional (?:\w+ ){0,2}follows?|(?:next|last|following|previous|above|this) (?:\w+ "
    r")?(?:grafs?|pars?|paras?|paragraphs?|section|lines?) "
    r"(?:is |are |may be |can be )?(?:optional|cut(?:table)?|trimmed|omitted)|(?:can|may|could) (?:end|trim|cut|be "
    r"cut|be trimmed) here|cut here|trim here|ends? here|more|more to (?:come|follow)|more follows|to be continued|"
    r"first add|\d(?:st|nd|rd|th) (?:add|take)|add \d|take \d(?: of \d)?|(?:pick ?up|picks up) (?:previous|prvs|"
    r"\d\w{0,2}|at|with).{0,60}|insert (?:at|after|before|above|below) .{1,40}|turn to .{1,20}|jump(?:s)? (?:here|"
    r"to .{1,20})|new (?:top|graf|lede|intro)|undated",
    "de": r"(?:kürzung|kürzbar|optional(?:er text|es material)?|kann (?:hier )?(?:gekürzt|enden|"
    "beendet) ?(?:werden)?|"
    r"hier (?:kürzbar|kann gekürzt werden|ende möglich)|mehr folgt|mehr|fortsetzung folgt|folgt mehr|wird "
    r"fortgesetzt|"
    r"(?:beginn|ende|anfang) (?:der )?(?:kürzung|option(?:al)?|kürzbare[rn]? passage)|kürzungsmöglichkeit|text kann "
    r"hier enden)",
    "fr": r"(?:à suivre|suivra|la suite suit|plus à suivre|(?:l['’]article|la dépêche|"
    "le papier) peut (?:s['’]arrêter|"
    r"être coupée?) ici|(?:début|fin) (?:du )?(?:passage )?(?:facultatif|optionnel)|(?:passage|texte|matériel) "
    r"(?:facultatif|optionnel)(?: (?:suit|ci-dessous))?|peut être coupé(?: ici)?|coupe possible)",
    "es ca gl pt it": r"(?:sigue|seguirá|continúa|continuará|más|habrá ampliación|habrá más|(?:la nota|el texto|la "
    r"información|el "
    r"artículo) puede (?:terminar|acabar|cortarse) aquí|(?:material|texto|párrafos?) (?:opcional|"
    r"prescindible)(?:es)?(?: (?:a continuación|sigue))?|(?:inicio|fin) (?:del )?(?:texto |material )?opcional|"
    r"segue|continua|(?:il pezzo|l['’]articolo|la nota) può (?:finire|terminare|essere tagliat[oa]) qui|(?:testo|"
    r"materiale) facoltativo(?: segue)?|(?:o texto|a matéria|a notícia) pode (?:terminar|acabar|ser cortad[ao]) "
    r"aqui|(?:texto|material) opcional(?: a seguir)?|haverá mais)",
    "nl da nb sv fi": r"(?:meer volgt|wordt vervolgd|(?:tekst|verhaal|bericht) kan hier (?:eindigen|stoppen|worden "
    r"ingekort)|"
    r"optionele? (?:tekst|materiaal|passage)(?: volgt)?|mere følger|mer følger|mera följer|mer kommer|fortsættes|"
    r"fortsetter|fortsätter|(?:historien|artiklen|teksten|saken|artikeln|texten) kan (?:slutte|sluttes|avsluttes|"
    r"sluta|avslutas|beskæres|kortes|strykas) her[e]?|kan (?:slutte|kortes|strykas) (?:her|här)|"
    r"(?:valgfri|valgfritt|valfri|valfritt|frivillig) (?:tekst|text|materiale?|stof)(?: følger| följer)?|lisää "
    r"seuraa|jatkuu|juttu voi päättyä tähän|juttua voi lyhentää tästä)",
    "pl cs sk hr": r"(?:ciąg dalszy nastąpi|więcej wkrótce|tekst można (?:tu|tutaj) (?:skończyć|skrócić)|tekst "
    r"opcjonalny|"
    r"pokračování následuje|pokračuje|text (?:lze|může|je možné) (?:zde|tady) (?:ukončit|zkrátit|končit)|"
    r"nepovinn[ýá] (?:text|část)|pokračovanie nasleduje|nastavlja se|nastavak slijedi|tekst (?:može|se može) ovdje "
    r"(?:završiti|skratiti)|neobavezni tekst)",
    "ru uk bg kk": r"(?:продолжение следует|следует продолжение|подробности (?:следуют|ожидаются)|(?:материал|текст|"
    r"сообщение) "
    r"(?:может|можно) (?:быть |здесь )?(?:сокращ[её]н|закончить|сократить|заканчиваться)(?: здесь)?|необязательный "
    r"(?:текст|материал)(?: (?:следует|далее))?|(?:начало|конец) необязательн\w+ (?:текста|части|материала)|далее "
    r"(?:необязательн\w+|по желанию).{0,30}|можно сократить|"
    r"далі буде|продовження (?:слідує|далі)|(?:матеріал|текст) (?:може|можна) (?:тут )?(?:закінчити|скоротити|"
    r"завершитися)(?: тут)?|необов['’]язковий (?:текст|матеріал)|жалғасы бар|жалғасы (?:келесі|кейін)|мәтінді "
    r"(?:осы жерден|осында) (?:қысқартуға|аяқтауға) болады|(?:текстът|материалът) може да (?:свърши|се съкрати) тук|"
    r"jalǵasy bar)",
    "tr el ar he zh ja ko": r"(?:devamı (?:var|gelecek)|(?:haber|metin) burada (?:bitebilir|kısaltılabilir)|isteğe "
    r"bağlı (?:metin|bölüm)|"
    r"ακολουθεί συνέχεια|συνεχίζεται|يتبع|للموضوع بقية|(?:يمكن|قد) (?:إنهاء|ينتهي|اختصار) (?:الخبر|النص|الموضوع) "
    r"هنا|مادة اختيارية|המשך יבוא|אפשר לסיים כאן|(?:未完)?待续|未完待續|可删节|以下可删|(?:つづく|続く|以下略可|"
    r"ここまで可|この後省略可)|(?:계속|이하 생략 "
    r"가능))",
}


def joined(table: dict[str, str]) -> str:
    """All patterns of *table* as one."""
    return "|".join(table.values())


ADDRESS = regex.compile(rf"[\W_]*+(?:{joined(ADDRESSES)})\s*(?=[:：\-–—=.]|\Z|\)|\n)", regex.IGNORECASE)
# A word ends where its letters do; Chinese, Japanese and Thai set no blanks.
_LETTERS = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{N}]"
PROHIBITION = regex.compile(rf"(?<!{_LETTERS})(?:{joined(PROHIBITIONS)})(?!{_LETTERS})", regex.IGNORECASE)
CUT = regex.compile(
    rf"[\W_]*+(?:(?:eds|editors?)\s*[:,-]\s*)?(?:{joined(CUTS)})(?:[\s\W_]++(?:{joined(CUTS)}))*+[\W_]*+",
    regex.IGNORECASE,
)
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<![\w.,])(?!\d{4}-\d\d-\d\d)(?:\+|00|\(\+?)?\d(?:[\s().\-/]{0,3}\d){6,14}(?![\w,])")
