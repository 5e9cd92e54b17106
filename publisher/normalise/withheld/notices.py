"""The words of notices to editors: what they speak of, who is reached how, what the copy changes."""

import re

import regex

# Words around “not for publication” that make it a notice about what follows, and no sentence of the story.
NOTICE = (
    "the following this these those all any below above information material materials content contents section "
    "part text copy note notes remarks details "
    "contact contacts data number numbers phone telephone line lines is are be which that follows here and for "
    "only strictly please nb note: it "
    "editors editorial desk internal background attention "
    "die der das diese dieser dieses folgende folgenden folgender nachfolgende nachfolgenden angaben "
    "informationen hinweise daten kontaktdaten text sind ist bitte alle "
    "les la le ces cette ce informations suivantes ci-dessous éléments texte sont est suivant renseignements "
    "coordonnées ne "
    "las los el la esta estas este la información siguiente datos siguientes texto material son es a continuación "
    "le i gli questa queste seguenti informazioni dati testo sono è as os seguintes informações dados texto são "
    "é esta "
    "de het deze volgende onderstaande informatie gegevens tekst is zijn følgende disse oplysninger "
    "opplysninger nedenstående informationen uppgifter är er denna dessa "
    "seuraavat tiedot ovat on poniższe następujące informacje dane tekst są jest následující níže uvedené "
    "informace údaje jsou je sljedeći sledeći podaci informacije su "
    "следующая следующие нижеследующая нижеследующие приведенная ниже информация сведения данные материал "
    "материалы текст эта этот это для наступна наступні нижче інформація відомості дані матеріал ця "
    "келесі төмендегі мына ақпарат мәлімет мәліметтер деректер мәтін următoarele informații aşağıdaki bilgiler "
    "metin οι ακόλουθες πληροφορίες المعلومات التالية هذه המידע הבא 以下 以下内容 以下信息 以下资料 下列 下列内容 "
    "下列信息 内容 信息 资料 これより 次の 以下は 次の情報は 以下の情報は 情報"
)
NOTICE_WORDS = frozenset(NOTICE.split())
# Who writes of contacts in desks' own lines.
DESK = regex.compile(
    r"news ?room|news ?desk|\bdesk\b|bureau|reporting by|editing by|edited by|written by|additional reporting|"
    r"compiled by|reuters messaging|"
    r"redaktion(?:en|s|ell\w*)?\b|autor(?:in)?:|chef vom dienst|\bcvd\b|rédaction|redacción|redacció\b|redazione|"
    r"redação|redactie|redaksjon\w*|redaktion\w*|toimitus|redakcj\w+|redakce|redakcia|redakcija|"
    r"szerkesztőség|haber merkezi|редакци\w+|редактор\w*|корреспондент\w*|кореспондент\w*|тілші\w*|σύνταξη|هيئة "
    r"التحرير|قسم التحرير|מערכת|编辑部|編集部|デスク|편집국|데스크|กอง ?บ\.?ก\.?",
    regex.IGNORECASE,
)
# Addresses of agencies: who is reached there works at one.
AGENCY_MAIL = re.compile(
    r"@(?:[\w-]+\.)*(?:dpa|dpa-\w+|ap|reuters|thomsonreuters|afp|pa|pamediagroup|upi|bloomberg|efe|ansa|lusa|apa|"
    r"sda|ats|keystone-sda|anp|belga|ritzau|ntb|tt|stt|pap|ctk|tasr|mti|"
    r"agerpres|tass|interfax|ria|rian|kazinform|inform|qazaqparat|xinhua|kyodonews|yna|bernama|pti|ptinews|ians|"
    r"aninews|aap|dowjones|wsj|nytimes|nwr|afxnews|knightridder|adnkronos|askanews|lapresse|europapress|hina|"
    r"tanjug|bta|"
    r"sta|amna|dha|iha|anka|dhaajans|interfax-ukraine|rferl|voanews|gdp|dts-nachrichtenagentur|"
    r"thecanadianpress|cp|ukrinform|unn|belta|azertag|anadoluagency|aa)"
    r"\.(?:com|org|net|de|fr|es|it|pt|at|ch|nl|be|dk|no|se|fi|pl|cz|sk|hu|ro|ru|kz|cn|jp|kr|my|in|au|ca|ua|by|az|tr|"
    r"int|media|agency|news)(?:\.\w{2})?\b",
    re.IGNORECASE,
)
# What the copy corrects or adds, in brackets at its top; which pictures go with it.
CHANGES = regex.compile(
    r"[\s*•-]*[(\[]\s*(?:In (?:an? )?(?:\w+\.? ){1,4}(?:story|item|report|version|headline|paragraph)|(?:Corrects?|"
    r"Correcting|Adds?|Adding|Updates?|Updating|Refiles?|Refiling|Recasts?|Repeats?|Repeating|Removes?|"
    r"Fixes|Clarifies|Changes|Rewrites|Releads|Deletes|Drops|Includes|Replaces|Edits|Tops|Writes through|New "
    r"throughout|With|Resends?|Restores|Inserts|Amends|Combines|Attributes|Subs|Substitutes|Picks? up|Leads|"
    r"Minor edits?|Moves|"
    r"Story (?:refiled|corrected|removed)|This (?:version|story|item) (?:corrects|removes|adds|refiles)|Eds?|"
    r"neu|berichtigt|korrigiert|aktualisiert|ergänzt|präzisiert|stellt klar|wiederholung|durchgehend|mit (?:bild|"
    r"foto|grafik)|"
    r"ajoute|actualise|corrige|précise|complète|rectifie|avec|répétition|actualiza|añade|amplía|corrige|rectifica|"
    r"repite|con (?:foto|vídeo)|aggiorna|aggiunge|corregge|rettifica|atualiza|acrescenta|"
    r"добавл\w+|обновл\w+|исправл\w+|уточн\w+|дополн\w+|повтор\w*|доповн\w+|оновл\w+|виправл\w+|толықтыр\w+|"
    r"түзет\w+|voegt toe|corrigeert|retter|rettet|tilføjer|rättar|lisää|korjaa)\b)"
    r".{0,500}[)\]]\W*",
    regex.IGNORECASE | regex.DOTALL,
)
PICTURES = re.compile(
    r"\W*(?:(?:AP|AFP|EPA|dpa|PA|Reuters|AAP|NTB|TT|Ritzau)[ -](?:Photos?|Pictures?|Graphics?|Video|Bild(?:er|"
    r"funk)?|Foto|Grafik)\b[^.]{0,120}\.?|"
    r"(?:eds:?\s*)?with (?:\w+ ){0,2}(?:photos?|pictures?|graphics?|video)s?\W*(?:[A-Za-z]{0,12}\d{1,4}\W*){0,12}|"
    r"photos? (?:available|attached|to follow|"
    r"by:? \w+)[^.]{0,60}\W*|\(?(?:foto|bild|grafik|video)s?\)?|"
    r"(?:mit|avec|con|com|med) (?:bild(?:er)?n?|fotos?|photos?|grafik|imagen|vídeo|foto|bilde?)\W*)",
    re.IGNORECASE,
)
