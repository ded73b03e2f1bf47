# To be reviewed by a native speaker.
spaces-title = Gofodau
spaces-lead = Ystafelloedd y fforwm: rhai’n agored i bawb, rhai i’r rhai sy’n perthyn.
spaces-all = Pob gofod
spaces-none = Dim gofodau eto
spaces-none-text = Mae popeth yn y fforwm agored hyd yn hyn.
space-new = Creu gofod
space-edit = Newid y gofod hwn
space-form-lead = Gellir newid pwy sy’n cael darllen yn nes ymlaen. Mae’r cyfeiriad yn aros.
space-name = Enw
space-description = Beth yw ei bwrpas
space-access = Pwy sy’n cael ei ddarllen
space-access-hint = Mae newid yn dod i rym ar unwaith, i bopeth ynddo ac i’r chwilio.
space-access-public = Yn agored i bawb
space-access-members = I aelodau’r rhwydwaith
space-access-private = I’r rhai sy’n perthyn iddo
space-standing-asked = Rydych wedi gofyn am ymuno
space-standing-member = Rydych yn perthyn
space-standing-moderator = Rydych yn cymedroli
space-threads = { $count ->
    [one] 1 cwestiwn neu drafodaeth
   *[other] { $count } o gwestiynau a thrafodaethau
}
space-threads-all = Dangos y cyfan
space-people = { $count ->
    [one] 1 person
   *[other] { $count } o bobl
}
space-asking = { $count ->
    [one] 1 yn gofyn am ymuno
   *[other] { $count } yn gofyn am ymuno
}
space-asking-title = Pwy sy’n gofyn am ymuno
space-asking-none = Does neb yn aros
space-asking-none-text = Rhestrir yma bwy sy’n gofyn am ymuno, gyda’u geiriau.
space-accept = Gadael i mewn
space-decline = Gwrthod
space-people-title = Pwy sy’n perthyn
space-people-none = Neb eto.
space-moderator = Cymedrolwr
space-keepers-title = Cymedrolwyr
space-keepers-none = Gweinyddwyr y rhwydwaith sy’n gofalu amdano.
space-opened-by = Agorwyd gan
space-promote = Gwneud yn gymedrolwr
space-demote = Gwneud yn aelod cyffredin
space-take-out = Tynnu o’r gofod
space-belong = Perthyn
space-belong-text = Rydych yn perthyn i’r gofod hwn.
space-ask-text = Ei gymedrolwyr sy’n penderfynu pwy sy’n ymuno. Byddwn yn ysgrifennu atoch wedyn.
space-join-text = Ymunwch i gael eich rhestru ymhlith ei bobl.
space-message = Beth ddylen nhw ei wybod?
space-ask = Gofyn am ymuno
space-join = Ymuno
space-asked-text = Mae eich dymuniad yn aros am gymedrolwr. Byddwn yn ysgrifennu atoch.
space-withdraw = Ei dynnu’n ôl
space-leave = Gadael y gofod hwn
space-closed = Dim ond y rhai sy’n perthyn all ddarllen y gofod hwn
space-closed-text = Gofynnwch am ymuno, a bydd ei gymedrolwyr yn penderfynu.
audit-title = Cofnod archwilio
audit-lead = Beth a wnaed i gadw trefn ar y rhwydwaith. Ni ellir newid dim ynddo.
audit-none = Dim eto
audit-none-text = Rhestrir yma beth mae cymedrolwyr a gweinyddwyr yn ei wneud.
audit-number = Rhif { $number }
audit-thread = Edefyn { $number }
audit-post = Postiad { $number }
audit-space = Y gofod
audit-restore = Dod ag ef yn ôl
audit-restored = Mae yn ôl.
audit-action-create_space = Creodd ofod
audit-action-update_space = Newidiodd ofod
audit-action-decide_space_request = Penderfynodd pwy sy’n ymuno â gofod
audit-action-set_space_role = Rhoddodd rôl i rywun mewn gofod
audit-action-end_space_membership = Tynnodd rywun o ofod
audit-action-moderate_thread = Piniodd, clodd, arafodd neu symudodd edefyn
audit-action-close_thread = Caeodd edefyn
audit-action-reopen_thread = Ailagorodd edefyn
audit-action-split_thread = Gwnaeth edefyn o rai postiadau
audit-action-merge_thread = Cyfunodd edefyn ag un arall
audit-action-delete_thread = Dileodd edefyn
audit-action-restore_thread = Daeth ag edefyn yn ôl
audit-action-delete_post = Dileodd bostiad
audit-action-restore_post = Daeth â phostiad yn ôl
audit-action-delete_comment = Dileodd sylw
audit-action-restore_comment = Daeth â sylw yn ôl
