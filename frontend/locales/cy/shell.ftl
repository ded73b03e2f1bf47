# To be reviewed by a native speaker.
skip = Neidio i’r prif gynnwys
menu = Dewislen
search = Chwilio
search-site = Chwilio Commonshelf
search-everything = Chwilio popeth
theme-dark = Thema dywyll
sign-in = Mewngofnodi
join-free = Ymuno am ddim
nav-label = Prif
nav-label-staff = Staff
nav-staff = Staff
nav-questions = Cwestiynau
nav-discussions = Trafodaethau
nav-resources = Adnoddau
nav-directory = Cyfeiriadur
nav-search = Chwilio
ask-question = Gofyn cwestiwn
nav-account = Eich cyfrif
nav-application = Eich cais
nav-applications = Ceisiadau
nav-sole-holders = Trosglwyddo
nav-prospects = Darpar aelodau
nav-growth = Twf
nav-libraries = Llyfrgelloedd
nav-shelves = Silffoedd
nav-settings = Gosodiadau
foot-network = Y rhwydwaith
foot-about = Am y rhwydwaith cymheiriaid
foot-read = Darllen
foot-programs = Ar gyfer rhaglenni
foot-api = Dogfennau’r API
foot-comfort = Cysur darllen
colophon = Wedi’i osod mewn Literata ac Atkinson Hyperlegible Next. Dim tracwyr, dim hysbysebion, dim byd o wefannau eraill. Meddalwedd rydd yw Commonshelf.
loading = Yn llwytho
try-again = Rhoi cynnig arall arni
go-home = Mynd i’r ddesg flaen
failure-title = Doedd dim modd llwytho hyn
missing-title = Nid yw’r dudalen hon ar y silff
missing-text = Efallai ei bod wedi’i symud neu ei thynnu’n ôl. Nid oes dim a ysgrifennoch wedi’i golli.
missing-stamp = Heb ei ganfod
pages = Tudalennau
first-page = Yn ôl i’r dudalen gyntaf
next-page = Y dudalen nesaf
tags = Tagiau
tag = Tag
tags-hint = Hyd at bump, gyda choma rhyngddynt, fel prydlesi, rhodd-cymorth. Maent yn helpu eraill i ddod o hyd iddo.
tags-often = Tagiau a ddefnyddir yn aml
tags-all = Pob tag
shelf = Silff
shelves = Silffoedd
shelf-all = Pob silff
shelf-choose = Dewiswch silff
shelf-missing = Dewiswch y silff y mae’n perthyn iddi
shelf-hint = Ble bydd eraill yn chwilio amdano.
shelf-items = eitem
apply = Hidlo
filter-remove = , tynnu’r hidlydd
filters-on = Hidlyddion:
filters-clear = Clirio popeth
optional = (dewisol)
error-prefix = Gwall:
title-with-error = Gwall: { $title }
errors-title = { $count ->
    [one] Mae 1 peth i’w gywiro
    [two] Mae 2 beth i’w cywiro
   *[other] Mae { $count } o bethau i’w cywiro
}
yes = Ydym
cancel = Canslo
change = Newid
remove = Dileu
save-changes = Cadw’r newidiadau
edited = golygwyd
choices-found = { $count ->
    [one] 1 awgrym. Defnyddiwch y bysellau saeth i ddewis.
   *[other] { $count } awgrym. Defnyddiwch y bysellau saeth i ddewis.
}
times = { $count ->
    [one] unwaith
    [two] dwywaith
   *[other] { $count } gwaith
}
file-words = { $kind }, { $size }
date-today = heddiw, { $time }
date-yesterday = ddoe
date-day = { $weekday } { $day } { $month }
date-year = { $day } { $month } { $year }
time-am = { $time }yb
time-pm = { $time }yh
weekday-1 = Dydd Llun
weekday-2 = Dydd Mawrth
weekday-3 = Dydd Mercher
weekday-4 = Dydd Iau
weekday-5 = Dydd Gwener
weekday-6 = Dydd Sadwrn
weekday-7 = Dydd Sul
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr
toolbar = Fformatio
toolbar-bold = Trwm
toolbar-italic = Italig
toolbar-heading = Pennawd
toolbar-list = Rhestr
toolbar-numbered = Rhestr â rhifau
toolbar-quote = Dyfyniad
toolbar-link = Dolen
composer-tabs = Ysgrifennu neu ragolwg
composer-write = Ysgrifennu
composer-preview = Rhagolwg
composer-hint = Defnyddiwch y botymau, neu ysgrifennwch Markdown.
preview-empty = Dim byd i’w ragweld eto: ysgrifennwch rywbeth yn gyntaf.
gate-title = Mewngofnodwch i fynd ymlaen
gate-text = Mae’r rhan hon ar gyfer aelodau. Mae ymuno am ddim.
gate-forbidden-title = Nid yw’r dudalen hon i chi
gate-forbidden = Dim ond staff y rhwydwaith sy’n gallu ei hagor.
gate-applicant = Nid yw’ch cais wedi’i benderfynu eto. Cewch gymryd rhan cyn gynted ag y caiff ei gymeradwyo.
gate-applicant-link = Gweld sut mae’n sefyll
draft-kept = Cedwir y drafft ar y ddyfais hon
attach = Atodi ffeil
attach-busy = Yn uwchlwytho { $file }
attach-done = Mae { $file } yn y testun
attach-too-large = Mae'r ffeil yn fwy na 20 MB: dewiswch un lai.
mention-list = Aelodau y gallwch eu crybwyll
mention-found = { $count ->
    [one] 1 aelod. Enter i grybwyll, Escape i gau.
    [two] 2 aelod. I fyny ac i lawr i symud, Enter i grybwyll, Escape i gau.
   *[other] { $count } aelod. I fyny ac i lawr i symud, Enter i grybwyll, Escape i gau.
}
foot-conduct = Cod ymddygiad
follow = Dilyn
following = Yn dilyn
follow-failed = Ni allem gadw hynny, felly mae fel yr oedd. { $reason }
bookmarks-title = Wedi'u cadw
follows-title = Yn dilyn
drafts-title = Eich drafftiau
suggestions-title = Newidiadau a awgrymwyd
