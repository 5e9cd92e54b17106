"""The names of months and weekdays, in the languages of the agencies."""

# January to December, by language: names, cases and abbreviations. A name that two languages give to
# different months (listopad) still makes a date, but which one isn't guessed.
MONTHS: dict[str, str] = {
    "en": "january jan, february feb, march mar, april apr, may, june jun, july jul, "
    "august aug, september sept sep, october oct, november nov, december dec",
    "de": "januar jänner jan, februar feber feb, märz mär mrz, april apr, mai, juni jun, juli jul, "
    "august aug, september sept sep, oktober okt, november nov, dezember dez",
    "fr": "janvier janv jan, février fév févr, mars, avril avr, mai, juin, juillet juil, "
    "août aout, septembre sept, octobre oct, novembre nov, décembre déc",
    "es": "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, "
    "agosto ago, septiembre setiembre sept sep set, octubre oct, noviembre nov, diciembre dic",
    "it": "gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug, "
    "agosto ago, settembre set sett, ottobre ott, novembre nov, dicembre dic",
    "pt": "janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul, "
    "agosto ago, setembro set, outubro out, novembro nov, dezembro dez",
    "ca gl": "gener xaneiro, febrer febreiro, març marzo, abril, maig maio, juny xuño, juliol xullo, agost agosto, "
    "setembre setembro, octubre outubro, novembre novembro, desembre decembro",
    "nl": "januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, "
    "augustus aug, september sep, oktober okt, november nov, december dec",
    "da nb sv is": "januar januari janúar jan, februar februari febrúar feb febr, marts mars mar, april apr, maj "
    "mai maí, "
    "juni júní jun, juli júlí jul, august augusti ágúst aug, september sep sept, oktober október okt, "
    "november nóvember nov, december desember dec des",
    "fi": "tammikuuta tammikuu, helmikuuta helmikuu, maaliskuuta maaliskuu, huhtikuuta huhtikuu, toukokuuta toukokuu, "
    "kesäkuuta kesäkuu, heinäkuuta heinäkuu, elokuuta elokuu, syyskuuta syyskuu, lokakuuta lokakuu, "
    "marraskuuta marraskuu, joulukuuta joulukuu",
    "et lv lt": "jaanuar janvāris janvārī sausio, veebruar februāris februārī vasario, märts marts martā kovo, "
    "aprill aprīlis aprīlī balandžio, mai maijs maijā gegužės, juuni jūnijs jūnijā birželio, "
    "juuli jūlijs jūlijā liepos, august augusts augustā rugpjūčio, september septembris septembrī rugsėjo, "
    "oktoober oktobris oktobrī spalio, november novembris novembrī lapkričio, detsember decembris decembrī gruodžio",
    "pl": "stycznia styczeń, lutego luty, marca marzec, kwietnia kwiecień, maja maj, czerwca czerwiec, "
    "lipca lipiec, sierpnia sierpień, września wrzesień, października październik, "
    "listopada listopad, grudnia grudzień",
    "cs sk": "ledna leden januára, února únor februára, března březen marca, dubna duben apríla, "
    "května květen mája, června červen júna, července červenec júla, srpna srpen augusta, "
    "září septembra, října říjen októbra, listopadu listopad novembra, prosince prosinec decembra",
    "hr": "siječnja siječanj, veljače veljača, ožujka ožujak, travnja travanj, svibnja svibanj, "
    "lipnja lipanj, srpnja srpanj, kolovoza kolovoz, rujna rujan, listopada listopad, "
    "studenoga studenog studeni, prosinca prosinac",
    "sr sl": "januar januara januarja јануар јануара, februar februara februarja фебруар фебруара, mart marta marec "
    "marca март марта, april aprila април априла, maj maja мај маја, jun juna junij junija јун јуна, "
    "jul jula julij julija јул јула, avgust avgusta август августа, septembar septembra september септембар септембра, "
    "oktobar oktobra oktober октобар октобра, novembar novembra november новембар новембра, "
    "decembar decembra december децембар децембра",
    "ro": "ianuarie ian, februarie feb, martie mar, aprilie apr, mai, iunie iun, iulie iul, "
    "august aug, septembrie sept, octombrie oct, noiembrie nov, decembrie dec",
    "hu": "január jan, február febr, március márc, április ápr, május máj, június jún, július júl, "
    "augusztus aug, szeptember szept, október okt, november nov, december dec",
    "tr az": "ocak yanvar, şubat fevral, mart, nisan aprel, mayıs mayis may, haziran iyun, temmuz iyul, "
    "ağustos avqust, eylül sentyabr, ekim oktyabr, kasım kasim noyabr, aralık aralik dekabr",
    "uz": "yanvar, fevral, mart, aprel, may, iyun, iyul, avgust, sentabr, oktabr, noyabr, dekabr",
    "ru": "января янв январь, февраля фев февраль, марта мар март, апреля апр апрель, мая май, июня июн июнь, "
    "июля июл июль, августа авг август, сентября сен сент сентябрь, октября окт октябрь, ноября ноя нояб ноябрь, "
    "декабря дек декабрь",
    "uk": "січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня",
    "be": "студзеня, лютага, сакавіка, красавіка, мая, чэрвеня, ліпеня, жніўня, верасня, кастрычніка, лістапада, "
    "снежня",
    "bg mk": "януари јануари, февруари, март, април, май мај, юни јуни, юли јули, август, септември, октомври, "
    "ноември, декември",
    "kk": "қаңтар, ақпан, наурыз, сәуір, мамыр, маусым, шілде, тамыз, қыркүйек, қазан, қараша, желтоқсан",
    "kk-Latn": "qańtar qantar qañtar, aqpan, naýryz nauryz, sáýir sáuir säuir, mamyr, maýsym mausym, shilde şilde, "
    "tamyz, qyrkúıek qyrkúiek qyrküiek, qazan, qarasha qaraşa, jeltoqsan",
    "ky": "январь, февраль, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь",
    "el": "ιανουαρίου ιανουάριος ιαν, φεβρουαρίου φεβρουάριος φεβ, μαρτίου μάρτιος μαρ, απριλίου απρίλιος απρ, "
    "μαΐου μάιος μαι, ιουνίου ιούνιος ιουν, ιουλίου ιούλιος ιουλ, αυγούστου αύγουστος αυγ, "
    "σεπτεμβρίου σεπτέμβριος σεπ, οκτωβρίου οκτώβριος οκτ, νοεμβρίου νοέμβριος νοε, δεκεμβρίου δεκέμβριος δεκ",
    "ar": "يناير كانون‌الثاني جانفي, فبراير شباط فيفري, مارس آذار, أبريل ابريل إبريل نيسان أفريل, مايو أيار ماي, "
    "يونيو حزيران جوان, يوليو تموز جويلية, أغسطس اغسطس آب أوت, سبتمبر أيلول, أكتوبر اكتوبر, نوفمبر, ديسمبر",
    "he": "בינואר ינואר, בפברואר פברואר, במרץ מרץ במרס מרס, באפריל אפריל, במאי מאי, ביוני יוני, ביולי יולי, "
    "באוגוסט אוגוסט, בספטמבר ספטמבר, באוקטובר אוקטובר, בנובמבר נובמבר, בדצמבר דצמבר",
    "hi": "जनवरी जन, फरवरी फ़रवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर सितम्बर, अक्टूबर अक्तूबर, नवंबर नवम्बर, दिसंबर दिसम्बर",
    "bn": "জানুয়ারি, ফেব্রুয়ারি, মার্চ, এপ্রিল, মে, জুন, জুলাই, আগস্ট, সেপ্টেম্বর, অক্টোবর, নভেম্বর, ডিসেম্বর",
    "th": "มกราคม, กุมภาพันธ์, มีนาคม, เมษายน, พฤษภาคม, มิถุนายน, กรกฎาคม, สิงหาคม, กันยายน, ตุลาคม, พฤศจิกายน, ธันวาคม",
    "id ms": "januari jan, februari februari feb, maret mac, april apr, mei, juni jun, juli julai jul, agustus ogos "
    "agu, "
    "september sep, oktober okt, november nov, desember disember des dis",
    "sw": "januari, februari, machi, aprili, mei, juni, julai, agosti, septemba, oktoba, novemba, desemba",
}
# The days of the month in words, as Hindi agencies write them.
DAYS = (
    "एक|पहली दो तीन चार पांच|पाँच छह|छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह अठारह उन्नीस बीस "
    "इक्कीस बाईस|बाइस तेईस|तेइस चौबीस पच्चीस छब्बीस सत्ताईस|सत्ताइस अट्ठाईस|अठाईस उनतीस तीस इकतीस|इकत्तीस"
)
# Monday to Sunday and what they are called for short, by language. They stand beside dates, or for one.
WEEKDAYS: dict[str, str] = {
    "en": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim",
    "es gl": "lunes martes miércoles jueves viernes sábado domingo luns mércores xoves venres",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "da nb sv": "mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag",
    "fi et": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai esmaspäev teisipäev kolmapäev "
    "neljapäev reede laupäev pühapäev",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "cs sk": "pondělí úterý středa čtvrtek pátek sobota neděle pondelok utorok streda štvrtok piatok nedeľa",
    "hr sr sl": "ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja ponedeljek torek "
    "četrtek petek nedelja понедељак уторак среда четвртак петак субота недеља",
    "ro": "luni marți marţi miercuri joi vineri sâmbătă duminică",
    "hu": "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "tr az": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс",
    "uk be": "понеділок вівторок середа четвер п'ятниця п’ятниця субота неділя",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "kk ky": "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі дүйшөмбү шейшемби шаршемби бейшемби",
    "kk-Latn": "dúısenbi seısenbi sársenbi beısenbi juma senbi jeksenbi",
    "el": "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "ar": "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد",
    "fa": "دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه شنبه یکشنبه",
    "he": "שני שלישי רביעי חמישי שישי שבת ראשון",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "th": "วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่ วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜",
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "id ms": "senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat ahad",
    "sw": "jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili",
}
# What stands beside day, month and year without saying more: 1st, 2 de mayo, 25 мая 2024 г., ngày 5 tháng 5.
FILLERS: dict[str, str] = {
    "en": "st nd rd th of on the at",
    "fr es pt it ca": "er de del do di le la el mês dia",
    "de nl": "den am um der uhr dem",
    "ru bg": "г года году р року ч в о го",
    "kk": "ж жыл жылы жылғы j jyl jyly",
    "th": "ที่ เวลา น พ ศ วันที่",
    "ar": "في الموافق م",
    "he": "ה יום ב",
    "hu sr": "godine év",
}
# What stands after the time of day.
CLOCKS = "gmt utc est edt cst cdt mst mdt pst pdt cet cest msk et ct pt bst ist am pm a p m uhr h мск"
