# To be reviewed by a native speaker.
register-added = Ychwanegwyd gan aelodau
register-added-by = Gan { $name }
register-taken-on = Cymerwyd i ofal yn ddiweddar
register-changes = Beth sy’n newid
register-change-kept = yn aros fel y gadawodd aelodau ef
register-change-from = { $name }: { $words } → { $title }
register-kept = { $count ->
    [zero] Nid oes llyfrgell yn aros fel y gadawodd ei haelodau hi.
    [one] Mae { $count } llyfrgell yn aros fel y gadawodd ei haelodau hi.
    [two] Mae { $count } lyfrgell yn aros fel y gadawodd eu haelodau nhw.
    [few] Mae { $count } llyfrgell yn aros fel y gadawodd eu haelodau nhw.
    [many] Mae { $count } llyfrgell yn aros fel y gadawodd eu haelodau nhw.
   *[other] Mae { $count } llyfrgell yn aros fel y gadawodd eu haelodau nhw.
}
register-field-name = Enw
register-field-authority = Awdurdod
register-field-nation = Cenedl
register-field-region = Rhanbarth
register-field-address = Cyfeiriad
register-field-postcode = Cod post
register-field-place = Lle ar y map
register-field-is_community_managed = Dan reolaeth y gymuned
register-field-is_closed = Wedi cau
