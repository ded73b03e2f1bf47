# Y rhestr o geisiadau, eu sgwrs, cwestiynau'r ffurflen a'r rheolau.
applications-needs_answer = Gofynnwyd am fwy
applications-withdrawn = Tynnwyd yn ôl
applications-select = Dewis { $name }
applications-with = gyda { $name }
mark-double = Gall fod yn ddyblyg
mark-reply = Wedi ateb
mark-invited = Gwahoddwyd gan aelod
mark-joining = Yn ymuno â sefydliad
filters-title = Hidlyddion
filters-and-columns = Hidlyddion a cholofnau
filter-words = Geiriau o enw, sefydliad neu gyfeiriad
filter-me = Fi
filter-doubles = Dyblygion
filter-double = Gall fod yn ddyblyg
filter-no-double = Nid yw'n ddyblyg
join-type-short = Yn ymuno fel
assignee = Pwy sy'n gofalu amdano
assign = Aseinio
nobody = Neb
columns = Dangos am bob cais
column-organisation = Llyfrgell neu sefydliad
column-member_type = Fel beth maen nhw'n ymuno
column-nation = Cenedl
column-applied = Pryd y gwnaed y cais
column-assignee = Pwy sy'n gofalu amdano
column-language = Siaradwyr Cymraeg
column-marks = Dyblygion, atebion, gwahoddiadau
view-save = Cadw'r hidlyddion a'r colofnau
view-saved = Wedi'i gadw. Bydd y rhestr yn agor fel hyn o hyn ymlaen.
bulk-all = Dewis popeth ar y dudalen hon
bulk-chosen = { $count } wedi'u dewis
bulk-approve = Cymeradwyo
bulk-reject = Gwrthod
bulk-ask = Gofyn
bulk-assign = Aseinio
bulk-question = Beth ydych chi'n ei ofyn iddynt?
bulk-hint = Caiff pob un ef mewn neges e-bost eu hunain.
bulk-do-approve = { $count ->
    [zero] Cymeradwyo { $count } cais
    [one] Cymeradwyo { $count } cais
    [two] Cymeradwyo { $count } gais
    [few] Cymeradwyo { $count } chais
    [many] Cymeradwyo { $count } chais
   *[other] Cymeradwyo { $count } cais
}
bulk-do-reject = { $count ->
    [zero] Gwrthod { $count } cais
    [one] Gwrthod { $count } cais
    [two] Gwrthod { $count } gais
    [few] Gwrthod { $count } chais
    [many] Gwrthod { $count } chais
   *[other] Gwrthod { $count } cais
}
bulk-do-ask = { $count ->
    [zero] Gofyn i { $count } ymgeisydd
    [one] Gofyn i { $count } ymgeisydd
    [two] Gofyn i { $count } ymgeisydd
    [few] Gofyn i { $count } ymgeisydd
    [many] Gofyn i { $count } ymgeisydd
   *[other] Gofyn i { $count } ymgeisydd
}
bulk-do-assign = { $count ->
    [zero] Aseinio { $count } cais
    [one] Aseinio { $count } cais
    [two] Aseinio { $count } gais
    [few] Aseinio { $count } chais
    [many] Aseinio { $count } chais
   *[other] Aseinio { $count } cais
}
bulk-done = { $count ->
    [zero] { $count } cais wedi'u gwneud.
    [one] { $count } cais wedi'i wneud.
    [two] { $count } gais wedi'u gwneud.
    [few] { $count } chais wedi'u gwneud.
    [many] { $count } chais wedi'u gwneud.
   *[other] { $count } cais wedi'u gwneud.
}
bulk-failed = { $name }: { $reason }
duplicate-same_email = yr un cyfeiriad e-bost
duplicate-same_library = yr un llyfrgell
duplicate-same_number = yr un rhif elusen neu gwmni
duplicate-same_telephone = yr un rhif ffôn
duplicate-same_domain = yr un parth e-bost
duplicate-similar_organisation = sefydliad tebyg
duplicate-similar_name = enw tebyg
duplicate-of-application = cais arall
duplicate-of-member = aelod
duplicate-of-organisation = sefydliad yn y rhwydwaith
duplicate-score = { $count } y cant yn debygol:
application-joins = Yn gofyn i ymuno â
application-joins-text = Dywedwyd wrth ei brif gyswllt, a all benderfynu hefyd.
application-adds-library = Nid yw'r llyfrgell hon yn y gofrestr. Bydd cymeradwyo yn ei hychwanegu, gyda'r lle isod.
application-invited = Gwahoddwyd gan
application-referred = Daeth trwy ddolen
conversation-none = Dim wedi'i ysgrifennu eto.
conversation-note = Nodyn i'r staff
conversation-reply = Ysgrifennu at { $name }
conversation-is-note = Nodyn staff, peidiwch â'i anfon
conversation-asks = Aros am ateb
conversation-asks-hint = Bydd y cais yn mynd i “Gofynnwyd am fwy” nes iddynt ateb.
conversation-keep = Cadw'r nodyn
decision-withdrawn = Mae'r ymgeisydd wedi tynnu'r cais hwn yn ôl.
decision-by-rule = Cymeradwywyd gan reol
log-title = { $count ->
    [zero] Cofnod penderfyniadau, { $count } cofnod
    [one] Cofnod penderfyniadau, { $count } cofnod
    [two] Cofnod penderfyniadau, { $count } gofnod
    [few] Cofnod penderfyniadau, { $count } chofnod
    [many] Cofnod penderfyniadau, { $count } chofnod
   *[other] Cofnod penderfyniadau, { $count } cofnod
}
log-sent = Anfonwyd
log-confirmed = Cadarnhawyd y cyfeiriad
log-double_suggested = Gall fod yn ddyblyg o { $name }
log-assigned = Rhoddwyd i { $name }
log-unassigned = Rhoddwyd i neb
log-asked = Gofynnwyd am fwy
log-answered = Atebwyd
log-approved = Cymeradwywyd
log-approved_by_rule = Cymeradwywyd gan y rheol { $name }
log-rejected = Gwrthodwyd
log-withdrawn = Tynnwyd yn ôl
log-library_added = Ychwanegwyd { $name } at y gofrestr
form-title = Ffurflen gofrestru
form-lead = Eich cwestiynau eich hun, ar ôl y rhai a ofynnir i bawb. Cadwch nhw'n brin: mae pob un yn colli ymgeiswyr.
form-none = Dim cwestiynau eich hun.
form-new = Cwestiwn newydd
form-for = Ar gyfer
form-kind = Atebir gyda
form-kind-text = Un llinell
form-kind-long_text = Sawl llinell
form-kind-choice = Un o sawl dewis
form-kind-yes_no = Ie neu na
form-required = Rhaid ateb
form-not-required = Gellir ei adael allan
form-label = Cwestiwn yn Saesneg
form-label-cy = Cwestiwn yn Gymraeg
form-hint = Cymorth yn Saesneg
form-hint-cy = Cymorth yn Gymraeg
form-options = Dewisiadau
form-options-hint = Un ar bob llinell, Saesneg yn gyntaf: Leased | Ar brydles
form-must = Rhaid ateb
form-add = Ychwanegu cwestiwn
rules-title = Rheolau cymeradwyo
rules-lead = Cymeradwyir pwy bynnag y mae rheol yn ei ffitio cyn gynted ag y cadarnheir y cyfeiriad, oni bai y gall y cais fod yn ddyblyg.
rules-none = Dim rheolau
rules-none-text = Mae person yn penderfynu ar bob cais.
rule-new = Rheol newydd
rule-kind = Cymeradwyo pwy bynnag
rule-email_domain = sydd â chyfeiriad mewn parth
rule-invited_by_member = a wahoddwyd gan aelod
rule-domain = Parth
rule-domain-hint = Megis gov.uk, y mae cyfeiriad pob cyngor ynddo.
rule-domain-of = sydd â chyfeiriad yn { $name }
rule-for = Yn ymuno fel
rule-for-all = Unrhyw beth
rule-set = Gosod y rheol
