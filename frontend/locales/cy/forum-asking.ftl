# Gofyn ac ateb: dyfyniadau, a'r nodyn i'r sawl sy'n postio am y tro cyntaf.
quote-post = Dyfynnu
discussion-title = Am beth mae, mewn un llinell
reply-edit = Newid eich ymateb
reply-busy = Yn postio’ch ymateb
quote-of = yr hyn a ysgrifennodd { $name }, rhif { $place }
quote-wrote = a ysgrifennodd
quote-asker-wrote = Ysgrifennodd y person sy'n gofyn
first-note-title = Croeso! Gair cyn eich postiad cyntaf
first-note-text = Diolch am ymuno. Mae'r ychydig bethau hyn yn cadw hwn yn lle da i bawb:
first-note-away = Rwyf wedi darllen hyn
first-note-whole = Y cod ymddygiad cyfan
