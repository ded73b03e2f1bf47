# Ysgrifennu yn y fforwm: cwestiynau tebyg, drafftiau, hanes, awgrymiadau, ffeiliau.
draft-saved = Cadwyd y drafft { $time }
draft-on-device = Ar y ddyfais hon yn unig am y tro. Byddwn yn ei gadw yn eich cyfrif pan allwn ei gyrraedd.
draft-other-title = Cadwyd rhywbeth arall yma mewn porwr arall.
draft-other-text = Rydym wedi cadw'r ddau. Mae'r un a welwch ar y dudalen hon.
drafts-link = Eich drafftiau
change-added = ychwanegwyd:
change-removed = tynnwyd:
change-end = ;
post-history = Hanes
suggest = Awgrymu newid
suggest-label = Y testun fel y dylai fod
suggest-note = Pam
suggest-note-hint = Mae'r awdur yn darllen hyn wrth benderfynu.
suggest-send = Anfon yr awgrym
suggest-sent = Mae'ch awgrym wedi mynd at yr awdur. Cewch e-bost pan fydd penderfyniad.
