# To be reviewed by a native speaker.
questions-title = Cwestiynau
questions-lead = Wedi’u gofyn a’u hateb gan bobl sy’n rhedeg llyfrgelloedd cymunedol.
questions-lists = Rhestrau cwestiynau
questions-newest = Diweddaraf
questions-active = Gweithgarwch diweddaraf
questions-unanswered = Heb eu hateb
questions-filter = Hidlo cwestiynau
questions-with = Cwestiynau gyda
questions-none = Dim cwestiynau yma eto
questions-none-text = Does neb wedi gofyn dim eto. Byddwch y cyntaf.
questions-none-filtered = Nid oes cwestiwn yn cyfateb i’r hidlyddion hyn. Tynnwch un, neu gofynnwch eich un chi.
answers-word = { $count ->
    [one] ateb
   *[other] ateb
}
one-accepted = , un wedi’i dderbyn
useful-count = { $count } yn ddefnyddiol
question-answers = { $count ->
    [zero] Dim atebion
    [one] 1 ateb
    [two] 2 ateb
    [few] 3 ateb
    [many] 6 ateb
   *[other] { $count } ateb
}
question-answered = Wedi’i ateb
question-related = Ar yr un silff
question-join-title = Allwch chi helpu?
question-join-text = Mae aelodau’n ateb ac yn gofyn. Mae ymuno am ddim i bawb sy’n rhedeg neu’n cefnogi llyfrgell gymunedol.
question-title = Eich cwestiwn mewn un llinell
question-title-hint = Fel y byddech yn ei ddweud wrth y cownter: o leiaf 10 nod.
question-body = Y stori gyfan
ask-title = Gofyn cwestiwn
ask-lead = Mae’n debyg iawn bod rhywun wedi bod yn eich lle chi.
ask-send = Gofyn i’r rhwydwaith
ask-busy = Yn anfon eich cwestiwn
ask-tips-title = Cwestiynau sy’n cael atebion da
ask-tip-1 = Un cwestiwn ar y tro, gyda’r ffigurau a’r dyddiadau sy’n bwysig.
ask-tip-2 = Dywedwch beth rydych wedi’i geisio, ac ym mha genedl yr ydych: mae’r gyfraith yn wahanol.
ask-tip-3 = Gadewch allan enwau pobl nad ydynt wedi cytuno i gael eu henwi.
edit-title = Newid eich cwestiwn
edit-question = Newid
edit-conflict-title = Heb ei gadw.
edit-conflict-text = Newidiodd rhywun y cwestiwn ers i chi ei agor. Mae’r hyn a ysgrifennoch yma o hyd.
edit-conflict-link = Gweld sut mae nawr, mewn tab newydd
answers-none = Dim atebion eto
answers-none-text = Mae hyd yn oed hanner ateb yn helpu.
answers-more = Dangos rhagor o atebion
answer-by = Ateb gan { $name }
answer-accepted-by = Ateb a dderbyniwyd gan { $name }
answer-accepted = Derbyniwyd gan y sawl a ofynnodd
answer-accept = Derbyn yr ateb hwn
answer-unaccept = Ddim yn cael ei dderbyn bellach
answer-edit = Newid eich ateb
answer-sign-in = Mewngofnodwch i ateb
answer-yours = Eich ateb
answer-label = Eich ateb, mewn Markdown
answer-send = Postio’r ateb
answer-busy = Yn postio’ch ateb
answer-posted = Mae’ch ateb i fyny. Diolch.
vote-label = Oedd hyn yn ddefnyddiol?
vote-useful = Defnyddiol
vote-not-useful = Ddim yn ddefnyddiol
vote-failed = Ni allem gyfrif eich pleidlais, felly mae wedi’i thynnu eto. { $reason }
discussions-title = Trafodaethau
discussions-lead = Lle nad oes un ateb cywir: trafodwch gyda’ch gilydd.
discussions-lists = Rhestrau o drafodaethau
discussions-none = Dim trafodaethau yma eto
discussions-none-text = Does neb wedi dechrau un eto. Byddwch y cyntaf.
discussions-none-filtered = Nid oes trafodaeth yn cyd-fynd â’r hidlwyr hyn. Tynnwch un i ffwrdd, neu dechreuwch eich un chi.
start-discussion = Dechrau trafodaeth
start-title = Dechrau trafodaeth
start-lead = Ar gyfer yr hyn yr hoffech ei ystyried gydag eraill.
start-send = Dechrau’r drafodaeth
edit-discussion = Newid y drafodaeth
discussion-replies = { $count ->
    [zero] Dim ymatebion
    [one] 1 ymateb
    [two] 2 ymateb
   *[other] { $count } ymateb
}
replies-word = { $count ->
    [one] ymateb
   *[other] ymateb
}
replies-none = Dim ymatebion eto
replies-none-text = Dywedwch eich barn.
replies-more = Dangos mwy o ymatebion
reply-sign-in = Mewngofnodwch i ymateb
reply-yours = Eich ymateb
reply-label = Eich ymateb, mewn Markdown
reply-send = Postio’r ymateb
reply-posted = Mae eich ymateb wedi’i bostio. Diolch.
in-confidence = Yn gyfrinachol
asked-in-confidence = Gofynnwyd yn gyfrinachol; mae cymedrolwr yn gwybod pwy sy’n gofyn
the-asker = Y sawl sy’n gofyn
new-count = { $count } newydd
answered-by-alike = Atebwyd gan lyfrgell fel eich un chi
