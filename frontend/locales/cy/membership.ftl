# To be reviewed by a native speaker.
join-title = Ymuno â’r rhwydwaith
join-lead = Am ddim i bawb sy’n rhedeg, yn cefnogi neu’n meddwl am gymryd llyfrgell gymunedol. Mae’n cymryd tua phum munud.
join-type = Fel pwy ydych chi’n ymuno?
join-as-library = Rydym yn rhedeg llyfrgell gymunedol
join-as-exploring = Rydym yn ystyried cymryd llyfrgell
join-as-council = Rwy’n cefnogi llyfrgelloedd i gyngor
join-as-body = Rydym yn gorff sy’n cefnogi llyfrgelloedd
join-as-hint-library = Ymddiriedolwyr, gwirfoddolwyr a gweithwyr cyflogedig llyfrgell a redir gan ei chymuned
join-as-hint-exploring = Nid oes angen enw nac adeilad eto
join-as-hint-council = Swyddogion datblygu llyfrgelloedd, penaethiaid gwasanaeth a staff cyswllt
join-as-hint-body = Elusennau, cyllidwyr, cyflenwyr a chyrff y sector
join-part = Eich rhan ynddi
part-trustee = Ymddiriedolwr neu aelod o’r pwyllgor
part-manager = Rheolwr
part-volunteer = Gwirfoddolwr
part-staff = Gweithiwr cyflogedig
part-other = Rhan arall
join-charity = Rhif elusen
join-charity-hint = Mae gan SCE un hefyd.
join-which = Pa lyfrgell, os ydych yn gwybod
join-stage = Pa mor bell ydych chi wedi cyrraedd?
stage-thinking = Meddwl am y peth
stage-talking = Siarad â’r cyngor
stage-planning = Ysgrifennu achos busnes
stage-agreed = Cytunwyd ar y trosglwyddiad
join-help = Beth fyddai’n eich helpu gyntaf?
join-council = Cyngor
join-job = Teitl eich swydd
join-count = Faint o lyfrgelloedd cymunedol ydych chi’n eu cefnogi?
join-organisation = Enw’r sefydliad
join-number = Rhif elusen neu gwmni
join-offer = Beth ydych chi’n ei gynnig i lyfrgelloedd cymunedol?
join-sells = Rydym yn gwerthu rhywbeth i lyfrgelloedd
join-sells-hint = Mae croeso i chi. Bydd aelodau’n ei weld.
join-about-you = Amdanoch chi
join-email-hint = Anfonwn un neges i wirio ei fod yn gweithio.
telephone = Ffôn
telephone-hint = Dim ond os byddai’n well gennych i ni ffonio.
join-language = Ym mha iaith y dylem ysgrifennu?
agreement = Cytundeb y grŵp
agreement-text = Byddwch mor garedig ag y byddech wrth y cownter. Rhannwch yr hyn a wyddoch a dywedwch o ble y daeth. Cadwch yr hyn a ddywedir yn gyfrinachol.
agreement-accept = Rwy’n derbyn cytundeb y grŵp
agreement-data = A bod y rhwydwaith yn cadw’r atebion hyn i benderfynu ar fy nghais ac i redeg fy aelodaeth.
join-send = Anfon y cais
join-busy = Yn anfon eich cais
join-next = Beth sy’n digwydd nesaf
join-next-1 = Heddiw: cewch ebost. Pwyswch y ddolen ynddo a dewiswch gyfrinair.
join-next-2 = O fewn tri diwrnod gwaith: mae person yn darllen eich ffurflen.
join-next-3 = Wedyn: rydych i mewn, ac yn gallu gofyn ac ateb.
join-keep = Beth rydym yn ei gadw
join-keep-text = Eich atebion, cyhyd ag y byddwch yn aelod. Dim tracwyr, dim gwerthu.
libraries = Llyfrgelloedd
library-find = Dewch o hyd i’ch llyfrgell
library-hint = Enw, lle neu god post. Daw’r rhestr o ddata agored am lyfrgelloedd y DU.
library-by-hand = Ddim yn y rhestr? Teipiwch ei henw
library-search-again = Chwilio’r rhestr eto
library-name = Enw’r llyfrgell
library-community = Dan reolaeth y gymuned, heb ei hawlio eto
library-council = Dan ofal y cyngor
library-claimed = Mae ganddi aelodau eisoes: gofynnwch am ymuno â nhw
library-claiming = Rydych yn hawlio { $library }
library-address = Cyfeiriad
library-authority = Awdurdod llyfrgell
library-run = Dan ofal
library-run-community = Ei chymuned
library-run-council = Y cyngor
library-closed = Wedi cau
library-record = Cofnod
library-record-text = O ddata agored. Rhowch wybod i ni os yw’n anghywir.
library-yours = Eich un chi
library-other = Na, daliwch i chwilio
sent-title = Edrychwch yn eich post
sent-text = Rydym wedi anfon dolen atoch. Pwyswch hi i gadarnhau’ch cyfeiriad a dewis cyfrinair. Mae’n gweithio am 48 awr.
resend-title = Dim byd wedi cyrraedd?
resend-send = Ei anfon eto
resend-sent = Os oes cais gyda’r cyfeiriad hwn yn aros i gael ei gadarnhau, mae’r ebost ar ei ffordd eto.
confirm-title = Cadarnhau’ch cyfeiriad
confirm-lead = Dewiswch gyfrinair. Yna gallwch weld sut mae’ch cais yn sefyll.
confirm-send = Cadarnhau ac anfon at staff
my-application-title = Eich cais
standing-for = Ar gyfer
standing-sent = Anfonwyd
standing-decided = Penderfynwyd
standing-message = Gan staff
standing-read = Yn y cyfamser, darllenwch beth mae eraill yn ei ofyn

# Y cyfeiriadur a'r sefydliadau ynddo.
directory-title = Cyfeiriadur
directory-lead = Sefydliadau’r rhwydwaith: y rhai sy’n rhedeg llyfrgell, y rhai sy’n ystyried hynny, a’r rhai sy’n eu cefnogi.
directory-search = Chwilio’r cyfeiriadur
map-open = Ar y map
directory-none = Neb yma eto
directory-none-text = Nid oes sefydliad yn cyfateb. Rhowch gynnig ar lai o eiriau neu hidlydd arall.
filter-any = Unrhyw un
organisation-kind = Math
organisation-kind-library = Yn rhedeg llyfrgell gymunedol
organisation-kind-exploring = Yn ystyried cymryd llyfrgell
organisation-kind-council = Cyngor
organisation-kind-body = Corff cefnogi
nation = Cenedl
nation-england = Lloegr
nation-wales = Cymru
nation-scotland = Yr Alban
nation-northern_ireland = Gogledd Iwerddon
libraries-run = { $count ->
    [zero] { $count } llyfrgell
    [one] { $count } llyfrgell
    [two] { $count } lyfrgell
    [few] { $count } llyfrgell
    [many] { $count } llyfrgell
   *[other] { $count } llyfrgell
}
people-in = { $count ->
    [zero] { $count } o bobl
    [one] { $count } person
    [two] { $count } berson
    [few] { $count } pherson
    [many] { $count } pherson
   *[other] { $count } o bobl
}
organisation-edit = Newid y dudalen hon
organisation-about = Amdanom
organisation-about-none = Nid ydynt wedi dweud dim amdanynt eu hunain eto.
organisation-libraries = Llyfrgelloedd yn ei ofal
organisation-record = Cofnod
organisation-place = Ble
organisation-name = Enw
organisation-website = Gwefan
organisation-number = Rhif elusen neu gwmni
organisation-number-hint = Fel y mae yn y gofrestr, er enghraifft 1182047, SC012345 neu 09876543.
organisation-form = Ffurf gyfreithiol
organisation-model = Sut mae’r llyfrgell yn cael ei rhedeg
organisation-region = Rhanbarth
organisation-postcode = Cod post
organisation-exactness = Pa mor fanwl y caiff eraill weld ble rydych chi?
organisation-exactness-hint = Mae cyfeiriadau llyfrgelloedd mewn cofrestrau cyhoeddus ac yn aros fel y maent.
exactness-exact = Y cod post cyfan
exactness-town = Y dref
exactness-region = Y rhanbarth yn unig
choice-none = Heb ei ddweud
legal-form-charitable_incorporated_organisation = Sefydliad corfforedig elusennol (CIO)
legal-form-charitable_company = Cwmni elusennol
legal-form-community_interest_company = Cwmni buddiannau cymunedol (CIC)
legal-form-registered_society = Cymdeithas budd cymunedol neu gydweithredol
legal-form-trust = Ymddiriedolaeth elusennol
legal-form-unincorporated_association = Cymdeithas, heb ei chorffori
legal-form-company = Cwmni
legal-form-public_body = Cyngor neu gorff cyhoeddus
legal-form-other = Ffurf arall
operating-model-independent = Gan y gymuned yn unig
operating-model-community_managed = Gan y gymuned, o fewn gwasanaeth y cyngor
operating-model-community_supported = Gan y cyngor, gyda gwirfoddolwyr
operating-model-commissioned = Gan sefydliad y mae’r cyngor yn ei dalu
organisation-people = Pobl
organisation-people-none = Nid oes neb yn perthyn iddo ar hyn o bryd. Mae’r staff yn gofalu amdano.
part-liaison = Cyswllt
holding-primary_contact = Prif gyswllt
holding-voter = Yn pleidleisio drosto
holding-nobody = Mae rhywbeth yma nad oes neb yn ei ddal. Mae’r staff yn gweld hynny ac yn gofalu amdano.
leave = Gadael y sefydliad hwn
take-out = Tynnu { $name } allan
leaving-text = Trosglwyddir yr hyn a ddelir nawr, fel nad oes dim heb rywun.
leaving-last = Nid oes neb arall yma. Bydd y staff yn gofalu am y sefydliad.
leaving-contact = Pwy fydd y prif gyswllt?
leaving-voter = Pwy fydd yn pleidleisio o hyn ymlaen?
leaving-done = Wedi’i wneud. Nid oes dim heb rywun.
leaving-done-staff = Wedi’i wneud. Mae’r staff yn gofalu am y sefydliad nawr.
