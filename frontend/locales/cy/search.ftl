# To be reviewed by a native speaker.
search-title = Chwilio popeth
search-title-for = { $words } – Chwilio
search-start = Teipiwch ddwy lythyren neu fwy. Rhaid i eiriau mewn dyfynodau dwbl sefyll gyda’i gilydd.
search-as-you-type = Canlyniadau wrth i chi deipio
search-see-all = Gweld pob canlyniad am “{ $words }”
search-kind-question = Cwestiwn
search-kind-answer = Ateb
search-kind-resource = Adnodd
search-kind-discussion = Trafodaeth
search-kind-reply = Ymateb
search-kinds = Mathau o ganlyniad
search-everything-found = Popeth
search-kinds-question = Cwestiynau
search-kinds-answer = Atebion
search-kinds-resource = Adnoddau
search-kinds-discussion = Trafodaethau
search-kinds-reply = Ymatebion
search-count = { $count ->
    [0] Dim wedi’i ganfod
    [one] 1 canlyniad
   *[other] { $count } canlyniad
}
search-corrected = Nid oes gan ddim “{ $words }” yn union. Mae gan y canlyniadau hyn eiriau sy’n cael eu sillafu’n debyg iawn.
search-stuck = Ddim yr hyn sydd ei angen arnoch?
search-stuck-text = Gofynnwch i’r rhwydwaith. Daw’ch geiriau gyda chi.
search-ask = Gofyn am “{ $words }”
