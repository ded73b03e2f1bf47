# Eich data eich hun.
data-title = Eich data
data-lead = Chi biau'r hyn y mae'r rhwydwaith yn ei gadw amdanoch: ewch ag ef gyda chi, neu gofynnwch i'w ddileu.
export-title = Mynd ag ef gyda chi
export-text = Ffeil gyda phopeth a gedwir amdanoch: cyfrif, ceisiadau, yr hyn a ysgrifennoch, lle roeddech wedi mewngofnodi. Gall rhaglenni ei darllen.
export = Cadw fy nata fel ffeil
export-done = Wedi'i gadw. Edrychwch yn lawrlwythiadau eich porwr.
erase-title = Ei ddileu
erase-text = Bydd eich enw, cyfeiriad, proffil, ceisiadau a mewngofnodi yn mynd o bobman, ar unwaith ac am byth.
erase-begin = Dileu fy nghyfrif
erase-posts = Beth ddaw o'r hyn a ysgrifennoch?
erase-keep = Mae'n aros, heb fy enw
erase-keep-hint = Gall eraill ddysgu ohono o hyd.
erase-remove = Mae'n mynd hefyd
erase-remove-hint = Mae cwestiwn y mae eraill wedi'i ateb yn aros heb ei eiriau.
erase-understands = Rwy'n deall na ellir dadwneud hyn
erase = Dileu popeth
