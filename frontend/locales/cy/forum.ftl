# To be reviewed by a native speaker.
questions-none = Dim cwestiynau yma eto
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
edit-question = Newid
answers-none = Dim atebion eto
answers-none-text = Mae hyd yn oed hanner ateb yn helpu.
answers-more = Dangos rhagor o atebion
answer-by = Ateb gan { $name }
answer-accepted-by = Ateb a dderbyniwyd gan { $name }
answer-accepted = Derbyniwyd gan y sawl a ofynnodd
answer-accept = Derbyn yr ateb hwn
answer-unaccept = Tynnu’r derbyniad yn ôl
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
entry-pinned = Wedi’i binio
entry-closed = Wedi cau
new-count = { $count } newydd
answered-by-alike = Atebwyd gan lyfrgell fel eich un chi
guide-badge = Daeth yn ganllaw
