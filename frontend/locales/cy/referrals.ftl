# Dolenni i wahodd eraill.
referrals-title = Dewch ag eraill i mewn
referrals-lead = Anfonwch eich dolen at lyfrgell rydych yn ei hadnabod. Pan fydd yn ymuno, fe welwch hynny yma.
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
referral-copy = Copïo
copied = Wedi’i chopïo.
copy-by-hand = Ni lwyddodd eich porwr i’w chopïo. Dewiswch y ddolen a’i chopïo â llaw.
