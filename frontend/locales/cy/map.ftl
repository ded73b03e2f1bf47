# Y map.
map-title = Map
map-as-list = Fel rhestr
map-lead = Sefydliadau’r rhwydwaith a llyfrgelloedd y gofrestr, lle maen nhw. Mae pob sefydliad yn dewis pa mor fanwl y caiff ei ddangos.
map-label = Map o’r pedair gwlad. Mae’r saethau yn ei symud, plws a minws yn closio a phellhau, a Home yn dangos y cyfan.
map-keys = Llusgwch y map, neu defnyddiwch ddau fys. Gyda’r bysellfwrdd: mae’r saethau yn ei symud, + a - yn closio a phellhau, a Home yn dangos y cyfan; mae Tab yn mynd o farc i farc.
map-in = Closio
map-out = Pellhau
map-whole = Dangos y cyfan
map-cluster = { $count } lle: { $organisations } sefydliad, { $libraries } llyfrgell, { $joined } ohonynt wedi ymuno. Closio
map-item = { $name }: { $kind }
map-region = { $count } yn { $name }, wedi’u dangos yn ôl rhanbarth yn unig
map-library-joined = Llyfrgell, wedi ymuno
map-library = Llyfrgell, heb ymuno eto
map-legend = Ystyr y marciau
map-legend-organisation = Sefydliad yn y rhwydwaith
map-legend-region = Sefydliadau wedi’u dangos yn ôl rhanbarth yn unig
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
map-by-region = { $count ->
    [one] { $count } sefydliad, wedi’i ddangos yn ôl ei ranbarth yn unig
    [two] { $count } sefydliad, wedi’u dangos yn ôl eu rhanbarth yn unig
   *[other] { $count } sefydliad, wedi’u dangos yn ôl eu rhanbarth yn unig
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
field-near-invalid = Teipiwch god post, fel CF10 1AA, neu ei hanner cyntaf, fel CF10
field-near-unknown = Nid oes gan y gofrestr lyfrgell â’r cod post hwn na’i hanner cyntaf. Teipiwch un arall gerllaw.
