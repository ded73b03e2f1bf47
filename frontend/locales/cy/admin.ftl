# To be reviewed by a native speaker.
applications-title = Ceisiadau
applications-lead = Tri diwrnod gwaith yw’r addewid. Daw’r hynaf yn gyntaf.
applications-lists = Rhestrau ceisiadau
applications-submitted = Yn aros
applications-awaiting_confirmation = Heb eu cadarnhau
applications-approved = Cymeradwywyd
applications-rejected = Gwrthodwyd
applications-none = Dim byd yn y rhestr hon
applications-none-text = Mae ceisiadau newydd yn ymddangos yma cyn gynted ag y caiff eu cyfeiriad ei gadarnhau.
applications-choose = Dewiswch gais i’w ddarllen yma.
member-type-library = Yn rhedeg llyfrgell
member-type-exploring = Yn ystyried
member-type-council = Cyngor
member-type-body = Corff cefnogi
applied = gwnaed cais
application-answers = Beth ddywedon nhw wrthym
application-confirmed = Cyfeiriad wedi’i gadarnhau
application-unconfirmed = Ddim eto
duplicate-title = Gall hwn fod yn ddyblygiad.
decision-title = Penderfynu
decision-message = Neges i’r ymgeisydd
decision-hint = Fe’i hanfonir yn yr ebost gyda’r penderfyniad. Wrth wrthod, dywedwch pam.
decision-awaiting = Nid yw’r ymgeisydd wedi cadarnhau’r cyfeiriad eto. Cewch benderfynu pan fydd hynny wedi’i wneud.
decision-approved = Cymeradwywyd gan { $name }
decision-rejected = Gwrthodwyd gan { $name }
approve = Cymeradwyo
reject = Gwrthod
register-title = Cofrestr llyfrgelloedd
register-lead = Mae ymgeiswyr yn dod o hyd i’w llyfrgell yma.
register-look-up = Chwilio
register-words = Enw, awdurdod, cyfeiriad neu god post
register-none = Dim llyfrgell wedi’i chanfod
register-none-text = Mewnforiwch gofrestr, neu rhowch gynnig ar eiriau eraill.
import-title = Mewnforio cofrestr
import-file = Ffeil CSV
import-hint = Data agored am lyfrgelloedd y DU, neu restr 2023 Cyngor Celfyddydau Lloegr. Gwelwch beth fyddai’n newid cyn i ddim gael ei ysgrifennu. Hyd at 10 MB.
import-too-large = Mae’r ffeil yn fwy na 10 MB. Rhannwch hi’n ddwy.
import-busy = Yn darllen y ffeil
import-preview = Dyma beth fyddai’n digwydd.
import-done = Mewnforiwyd.
import-counts = { $rows } rhes: { $created } newydd, { $updated } wedi newid, { $unchanged } fel yr oeddent, { $failed } â gwallau ac wedi’u gadael allan.
import-write = Mewnforio nawr
import-sample = Y llyfrgelloedd cyntaf, fel y’u darllenwyd
import-errors = Rhesi â gwallau
import-line = Llinell { $line }:
shelves-title = Silffoedd
shelves-lead = Mae pob cwestiwn ac adnodd yn sefyll ar un. Mae tuag wyth yn ddigon.
shelf-new = Silff newydd
shelf-name = Enw yn Saesneg
shelf-name-cy = Enw yn Gymraeg
shelf-colour = Lliw
shelf-add = Ychwanegu silff
shelf-count = { $count ->
    [0] gwag
    [one] 1 eitem
   *[other] { $count } eitem
}
move-up = Symud i fyny
move-down = Symud i lawr
colour-premises = Coch brics
colour-volunteers = Gwyrdd
colour-funding = Ocr
colour-systems = Glas
colour-trustees = Llechen
colour-activities = Rhwd
colour-stock = Lledr
colour-law = Petrol
settings-title = Gosodiadau
settings-name = Enw’r rhwydwaith
settings-heading = Pennawd y ffurflen gofrestru
settings-heading-hint = Y geiriau cyntaf y mae ymgeisydd yn eu darllen.
settings-goal = Nod
settings-goal-hint = Faint o lyfrgelloedd y mae’r rhwydwaith am eu croesawu.
settings-saved = Wedi’i gadw.
goal-wrong = Teipiwch rif cyfan

# Sefydliadau sy'n dibynnu ar un person.
sole-holders-title = Un person yn unig
sole-holders-lead = Sefydliadau y mae un person yn eu dal, neu neb. Siaradwch â nhw cyn i rywun adael.
sole-holders-none = Dim ar hyn o bryd
sole-holders-none-text = Mae gan bob sefydliad ddau berson neu ragor.
sole-holders-nobody = Neb
sole-holders-by = { $name } yn unig

# A member, as staff see them.
staff-member-set-role = Gosod y rôl
staff-member-role-set = Mae'r rôl wedi'i gosod.
staff-member-end = Eu hallgofnodi ym mhobman
staff-member-ended = Wedi'u hallgofnodi ym mhobman.
staff-member-role = Rôl
staff-member-sessions = Lle maen nhw wedi mewngofnodi
staff-member-lead = I rywun na all ei wneud yn eu cyfrif eu hunain, megis un a ysgrifennodd lythyr.
