# Llywio'r staff.
nav-prospects = Darpar aelodau
nav-growth = Twf

# Y map.
map-title = Map
map-open = Ar y map
map-as-list = Fel rhestr
map-lead = Sefydliadau’r rhwydwaith a llyfrgelloedd y gofrestr, lle maen nhw. Mae pob sefydliad yn dewis pa mor fanwl y caiff ei ddangos.
map-label = Map o’r pedair gwlad. Mae’r saethau yn ei symud, plws a minws yn closio a phellhau, a Home yn dangos y cyfan.
map-keys = Llusgwch y map, neu defnyddiwch ddau fys. Gyda’r bysellfwrdd: mae’r saethau yn ei symud, + a - yn closio a phellhau, a Home yn dangos y cyfan; mae Tab yn mynd o farc i farc.
map-in = Closio
map-out = Pellhau
map-whole = Dangos y cyfan
map-cluster = { $count } lle: { $organisations } sefydliad, { $libraries } llyfrgell, { $joined } ohonynt wedi ymuno. Closio
map-item = { $name }: { $kind }
map-region = { $count } yn { $name } nad ydynt yn dweud mwy na’u rhanbarth
map-library-joined = Llyfrgell, wedi ymuno
map-library = Llyfrgell, heb ymuno eto
map-legend = Ystyr y marciau
map-legend-organisation = Sefydliad yn y rhwydwaith
map-legend-region = Sefydliadau sy’n dweud eu rhanbarth yn unig
map-sources = Amlinellau: yn cynnwys data’r Arolwg Ordnans, y Swyddfa Ystadegau Gwladol, National Records Scotland a LPS Intellectual Property © Hawlfraint y Goron a hawl cronfa ddata 2016, Trwydded Llywodraeth Agored v3.0; Natural Earth.
map-filters = Beth mae’r map yn ei ddangos
map-words = Enw, lle neu god post
map-show = Dangos
map-show-all = Sefydliadau a llyfrgelloedd
map-show-organisations = Sefydliadau yn unig
map-show-libraries = Llyfrgelloedd yn unig
map-not-only = Nid { $place } yn unig
map-in-view = Yn y golwg
map-total = { $count ->
    [0] Dim byd yn y golwg
    [two] { $count } le yn y golwg
   *[other] { $count } lle yn y golwg
}
map-none = Dim byd yma
map-none-text = Pellhewch, symudwch y map, neu dewiswch hidlwyr eraill.
map-more = { $count ->
    [one] A { $count } arall. Closiwch i’w weld.
   *[other] A { $count } arall. Closiwch i’w gweld.
}
map-unplaced = { $count ->
    [one] Nid yw safle { $count } lle yn hysbys, felly nid yw ar y map.
    [two] Nid yw safle { $count } le yn hysbys, felly nid ydynt ar y map.
   *[other] Nid yw safle { $count } lle yn hysbys, felly nid ydynt ar y map.
}
near-title = Gerllaw
near-me = Defnyddio fy lleoliad
near-why = Bydd eich porwr yn gofyn i chi yn gyntaf. Caiff y lleoliad ei dalgrynnu i gilometr, ei anfon unwaith i ganfod beth sydd gerllaw, a’i anghofio wedyn.
near-refused = Ni roddodd eich porwr eich lleoliad. Teipiwch god post yn lle hynny.
near-own = Ger { $name }
near-postcode = Cod post
near-postcode-hint = Y cod post cyfan neu’r hanner cyntaf, fel CF10.
near-find = Canfod
near-list = Yr agosaf
near-none-text = Nid oes lle sy’n cyfateb. Dewiswch hidlwyr eraill.
near-distance = { $distance } km

# Dolenni i wahodd eraill.
referrals-title = Dewch ag eraill i mewn
referrals-lead = Anfonwch eich dolen at lyfrgell rydych yn ei hadnabod. Pan fydd yn ymuno, fe welwch hynny yma.
referrals-account = Yn ôl i’ch cyfrif
referrals-link = Eich dolen
referrals-link-hint = Dim ond dweud pwy a’u hanfonodd mae hi. Mae’r staff yn penderfynu ar bob cais fel arfer.
referrals-brought = Pwy ymunodd gyda’ch dolen
referrals-waiting = { $count ->
    [one] Mae { $count } cais gyda’ch dolen yn aros am benderfyniad.
    [two] Mae { $count } gais gyda’ch dolen yn aros am benderfyniad.
    [few] Mae { $count } chais gyda’ch dolen yn aros am benderfyniad.
    [many] Mae { $count } chais gyda’ch dolen yn aros am benderfyniad.
   *[other] Mae { $count } cais gyda’ch dolen yn aros am benderfyniad.
}
referrals-none = Neb eto
referrals-none-text = Copïwch y ddolen a’i hanfon at rywun sy’n rhedeg llyfrgell.
referrals-joined = ymunodd
copy = Copïo
copied = Wedi’i chopïo.
copy-by-hand = Ni lwyddodd eich porwr i’w chopïo. Dewiswch y ddolen a’i chopïo â llaw.

# Llyfrgelloedd a allai ymuno.
prospects-title = Darpar aelodau
prospects-lead = Llyfrgelloedd y gofrestr sydd heb ymuno: pwy sydd wedi cael cais, a beth sy’n dod nesaf.
prospects-filters = Pa ddarpar aelodau
prospects-open = Pob un sydd heb ymuno
prospects-due = Yn ddyledus
prospects-mine = Fy rhai i
prospects-community = Dan ofal eu cymuned
prospects-none = Dim llyfrgell yma
prospects-none-text = Dewiswch hidlwyr eraill, neu mewnforiwch gofrestr.
prospects-choose = Dewiswch lyfrgell i ddarllen beth sy’n hysbys amdani.
prospect-status = Statws
prospect-not_contacted = Heb gysylltu
prospect-contacted = Wedi cysylltu
prospect-applied = Wedi gwneud cais
prospect-joined = Wedi ymuno
prospect-active = Yn weithgar
prospect-declined = Wedi gwrthod
prospect-due = Yn ddyledus
prospect-application = Darllen ei chais
prospect-organisation = Y sefydliad sy’n ei rhedeg
prospect-steps = Y cam nesaf
prospect-known-applied = Mae cais yn hawlio’r llyfrgell hon. Bydd eich dewis yma yn cyfrif eto os caiff y cais ei wrthod.
prospect-known-joined = Mae’r llyfrgell hon wedi ymuno. Bydd eich dewis yma yn cyfrif eto os bydd yn gadael.
prospect-known-active = Mae’r llyfrgell hon wedi ymuno a bu rhywun yma yn y naw deg diwrnod diwethaf. Bydd eich dewis yma yn cyfrif eto os bydd yn gadael.
prospect-by-hand = Beth rydym wedi’i wneud
prospect-next = Beth i’w wneud nesaf
prospect-day = Pryd
prospect-day-wrong = Dewiswch ddiwrnod, neu gadewch y maes yn wag
prospect-owner = Pwy sy’n gofalu amdani
prospect-nobody = Neb
prospect-reload = Dangos beth mae eraill wedi’i newid
prospect-notes = Nodiadau
prospect-note = Nodyn newydd
prospect-note-hint = Dim ond y staff sy’n gallu ei ddarllen.
prospect-note-add = Ychwanegu nodyn
prospect-notes-none = Dim nodiadau eto
prospect-notes-none-text = Ysgrifennwch beth a ddywedwyd, a phryd.

# Pa mor bell mae’r rhwydwaith yn cyrraedd.
coverage-title = Twf
coverage-lead = Pa mor bell mae’r rhwydwaith yn cyrraedd ar draws y wlad.
coverage-goal = { $joined } o { $goal } llyfrgell
coverage-register = Mae { $share } o bob cant o’r { $libraries } llyfrgell agored yn y gofrestr wedi ymuno.
coverage-prospects = Darpar aelodau
coverage-change-goal = Newid y nod
coverage-months = Llyfrgelloedd a ymunodd, fesul mis
coverage-month = Mis
coverage-as-table = Fel tabl
coverage-places = Fesul lle
coverage-none = Dim llyfrgell yn y gofrestr
coverage-none-text = Mewnforiwch gofrestr i weld faint ohoni sydd wedi ymuno.
coverage-by-nation = Fesul gwlad
coverage-by-region = Fesul rhanbarth
coverage-by-authority = Fesul awdurdod llyfrgell
coverage-place = Lle
coverage-share = Cyfran
coverage-percent = { $share } %
coverage-libraries = Yn y gofrestr
coverage-joined = Wedi ymuno
coverage-applied = Wedi gwneud cais
coverage-contacted = Wedi cysylltu
coverage-map = Po dywyllaf y rhanbarth, mwyaf yn y byd o’i lyfrgelloedd sydd wedi ymuno. Mae’r tablau yn dweud hynny mewn rhifau.
coverage-referrers = Pwy ddaeth ag eraill i mewn
coverage-referrers-none = Neb eto
coverage-referrers-none-text = Mae gan bob aelod ddolen i’w hanfon, yn eu cyfrif.
coverage-brought = { $count ->
   *[other] { $count } sefydliad
}
