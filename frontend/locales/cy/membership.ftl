# To be reviewed by a native speaker.
join-part = Eich rhan ynddi
part-trustee = Ymddiriedolwr neu aelod o’r pwyllgor
part-manager = Rheolwr
part-volunteer = Gwirfoddolwr
part-staff = Gweithiwr cyflogedig
part-other = Rhan arall
join-charity = Rhif elusen
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
telephone = Ffôn
join-language = Ym mha iaith y dylem ysgrifennu?
libraries = Llyfrgelloedd
library-name = Enw’r llyfrgell
library-community = Dan reolaeth y gymuned, heb ei hawlio eto
library-council = Dan ofal y cyngor
library-address = Cyfeiriad
library-authority = Awdurdod llyfrgell
library-run = Dan ofal
library-run-community = Ei chymuned
library-run-council = Y cyngor
library-closed = Wedi cau
library-record = Cofnod

# Y cyfeiriadur a'r sefydliadau ynddo.
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
people-in = { $count ->
    [zero] { $count } o bobl
    [one] { $count } person
    [two] { $count } berson
    [few] { $count } pherson
    [many] { $count } pherson
   *[other] { $count } o bobl
}
choice-none = Heb ei ddweud
part-liaison = Cyswllt
holding-primary_contact = Prif gyswllt
holding-voter = Yn pleidleisio drosto
holding-nobody = Mae rhywbeth yma nad oes neb yn ei ddal. Mae’r staff yn gweld hynny ac yn gofalu amdano.
libraries-run = { $count ->
    [zero] { $count } llyfrgell
    [one] { $count } llyfrgell
    [two] { $count } lyfrgell
    [few] { $count } llyfrgell
    [many] { $count } llyfrgell
   *[other] { $count } llyfrgell
}
directory-place = Lle
since = ers
