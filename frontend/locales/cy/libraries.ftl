# To be reviewed by a native speaker.
libraries-lead = Llyfrgelloedd y pedair cenedl, o gofrestrau agored, gyda’r rhai sy’n eu rhedeg lle maent wedi ymuno.
libraries-search = Enw, lle neu god post
libraries-none = Dim llyfrgell yma
libraries-none-text = Nid oes un yn cyfateb. Rhowch gynnig ar lai o eiriau neu hidlydd arall; gellir ychwanegu llyfrgell sydd ar goll.
libraries-place = Lle
filter-leave-out = gadael yr hidlydd hwn allan
libraries-membership = Yn y rhwydwaith
libraries-joined = Wedi ymuno
libraries-unjoined = Ddim eto
libraries-doors = Drysau
libraries-open = Ar agor
library-joined = Dan ofal aelod o’r rhwydwaith
library-add = Ychwanegu llyfrgell
library-add-lead = Chwiliwch y gofrestr yn gyntaf: mae’r rhan fwyaf o lyfrgelloedd yno. Mae staff yn edrych ar yr hyn a ychwanegir; tan hynny nid oes neb arall yn ei weld.
library-add-send = Ychwanegu’r llyfrgell
library-edit = Newid y llyfrgell hon
library-edit-lead = Bydd mewnforio nesaf y gofrestr yn ei gadael fel y gadewch chi hi.
library-unconfirmed = Nid yw staff wedi cadarnhau’r llyfrgell hon eto. Dim ond nhw a’r sawl a’i hychwanegodd sy’n ei gweld.
library-confirm = Cadarnhau: mae’n perthyn i’r gofrestr
library-decline = Ei thynnu allan eto
library-nobody = Nid oes sefydliad o’r rhwydwaith yn ei rhedeg eto.
library-nobody-join = Ydych chi’n ei rhedeg? Ymunwch a’i hawlio
library-from-data = O ddata agored. Gall pwy bynnag sy’n ei rhedeg ei gywiro.
library-from-member = Ychwanegwyd gan aelod.
library-take-on = Ei chymryd i’n gofal
library-take-on-text = Ydych chi’n rhedeg y llyfrgell hon? Cymerwch hi i ofal eich sefydliad; mae staff yn ei weld.
library-taken-on = Eich sefydliad chi sy’n ei rhedeg nawr.
library-give-up = Rhoi’r gorau i’r llyfrgell hon
library-give-up-text = Mae’n aros yn y gofrestr, a gall sefydliad arall ei chymryd.
library-give-up-send = Rhoi’r gorau iddi
library-given-up = Wedi rhoi’r gorau iddi.
library-address-hint = Mewn un llinell, heb y cod post.
library-is-community = Ei chymuned sy’n ei rhedeg
library-is-closed = Mae wedi cau
register-added = Ychwanegwyd gan aelodau
register-added-by = Gan { $name }
register-taken-on = Cymerwyd i ofal yn ddiweddar
register-changes = Beth sy’n newid
register-change-kept = yn aros fel y gadawodd aelodau ef
register-change-from = { $name }: { $words } → { $title }
register-kept = { $count ->
    [zero] Nid oes llyfrgell yn aros fel y gadawodd ei haelodau hi.
    [one] Mae { $count } llyfrgell yn aros fel y gadawodd ei haelodau hi.
    [two] Mae { $count } lyfrgell yn aros fel y gadawodd eu haelodau nhw.
    [few] Mae { $count } llyfrgell yn aros fel y gadawodd eu haelodau nhw.
    [many] Mae { $count } llyfrgell yn aros fel y gadawodd eu haelodau nhw.
   *[other] Mae { $count } llyfrgell yn aros fel y gadawodd eu haelodau nhw.
}
register-field-name = Enw
register-field-authority = Awdurdod
register-field-nation = Cenedl
register-field-region = Rhanbarth
register-field-address = Cyfeiriad
register-field-postcode = Cod post
register-field-place = Lle ar y map
register-field-is_community_managed = Dan reolaeth y gymuned
register-field-is_closed = Wedi cau
