# Dod o hyd i'r ffordd: sylwadau, ymatebion, trafodaethau hir.
comments-on = Sylwadau ar yr hyn a ysgrifennodd { $name }
comments-more = { $count ->
    [zero] Dangos { $count } sylw arall
    [one] Dangos 1 sylw arall
    [two] Dangos 2 sylw arall
    [few] Dangos 3 sylw arall
    [many] Dangos 6 sylw arall
   *[other] Dangos { $count } sylw arall
}
comment-add = Rhoi sylw
comment-on = ar yr hyn a ysgrifennodd { $name }
comment-of = y sylw gan { $name }
comment-label = Eich sylw: ychydig eiriau, hyd at 1,000 nod
comment-send = Postio'r sylw
comment-useful = Defnyddiol ({ $count })
comment-delete = Dileu
comment-deleted = Mae'r sylw wedi'i ddileu.
comment-undo = Dadwneud
reactions = Ymatebion cyflym
reaction-thanks = Diolch
reaction-agree = Ninnau hefyd
reaction-celebrate = Da iawn
reaction-thinking = Rhywbeth i'w ystyried
reaction-failed = Ni allem gadw eich ymateb, felly mae wedi'i dynnu eto. { $reason }
reply-by = Ymateb { $place }, gan { $name }
reply-to = Yn ateb i { $name }, rhif { $place }
reply-to-all = Ymateb i bawb yn lle hynny
reply-quoting = Dyfynnu ac ymateb
replies-below = { $count ->
    [zero] { $count } ymateb i hyn
    [one] 1 ymateb i hyn
    [two] 2 ymateb i hyn
    [few] 3 ymateb i hyn
    [many] 6 ymateb i hyn
   *[other] { $count } ymateb i hyn
}
share-post = Copïo'r ddolen
share-copied = Mae'r ddolen wedi'i chopïo.
post-next = Y postiad nesaf
posts-earlier = Dangos postiadau cynharach
posts-later = Dangos postiadau diweddarach
thread-ways = Ffyrdd drwy'r drafodaeth hon
thread-first = O'r dechrau
thread-newest = I'r diweddaraf
thread-yours = Y drafodaeth hon a chi
thread-unread = At y cyntaf sy'n newydd i chi
bookmark = Cadw
bookmarked = Wedi'i gadw
bookmark-note = Nodyn i chi'ch hun (dewisol)
bookmark-save = Cadw hyn
order-oldest = Hynaf
