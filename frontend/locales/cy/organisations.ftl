# To be reviewed by a native speaker.
directory-title = Cyfeiriadur
directory-lead = Sefydliadau’r rhwydwaith: y rhai sy’n rhedeg llyfrgell, y rhai sy’n ystyried hynny, a’r rhai sy’n eu cefnogi.
directory-search = Chwilio’r cyfeiriadur
directory-none = Neb yma eto
directory-none-text = Nid oes sefydliad yn cyfateb. Rhowch gynnig ar lai o eiriau neu hidlydd arall.
libraries-run = { $count ->
    [zero] { $count } llyfrgell
    [one] { $count } llyfrgell
    [two] { $count } lyfrgell
    [few] { $count } llyfrgell
    [many] { $count } llyfrgell
   *[other] { $count } llyfrgell
}
organisation-edit = Newid y dudalen hon
organisation-about = Amdanom
organisation-about-none = Nid ydynt wedi dweud dim amdanynt eu hunain eto.
organisation-libraries = Llyfrgelloedd yn ei ofal
organisation-record = Cofnod
organisation-place = Ble
organisation-name = Enw
organisation-website = Gwefan
organisation-number = Rhif elusen neu gwmni
organisation-number-hint = Fel y mae yn y gofrestr, er enghraifft 1182047, SC012345 neu 09876543.
organisation-form = Ffurf gyfreithiol
organisation-model = Sut mae’r llyfrgell yn cael ei rhedeg
organisation-region = Rhanbarth
organisation-postcode = Cod post
organisation-exactness = Pa mor fanwl y caiff eraill weld ble rydych chi?
organisation-exactness-hint = Mae cyfeiriadau llyfrgelloedd mewn cofrestrau cyhoeddus ac yn aros fel y maent.
exactness-exact = Y cod post cyfan
exactness-town = Y dref
exactness-region = Y rhanbarth yn unig
legal-form-charitable_incorporated_organisation = Sefydliad corfforedig elusennol (CIO)
legal-form-charitable_company = Cwmni elusennol
legal-form-community_interest_company = Cwmni buddiannau cymunedol (CIC)
legal-form-registered_society = Cymdeithas budd cymunedol neu gydweithredol
legal-form-trust = Ymddiriedolaeth elusennol
legal-form-unincorporated_association = Cymdeithas, heb ei chorffori
legal-form-company = Cwmni
legal-form-public_body = Cyngor neu gorff cyhoeddus
legal-form-other = Ffurf arall
operating-model-independent = Gan y gymuned yn unig
operating-model-community_managed = Gan y gymuned, o fewn gwasanaeth y cyngor
operating-model-community_supported = Gan y cyngor, gyda gwirfoddolwyr
operating-model-commissioned = Gan sefydliad y mae’r cyngor yn ei dalu
organisation-people = Pobl
organisation-people-none = Nid oes neb yn perthyn iddo ar hyn o bryd. Mae’r staff yn gofalu amdano.
leave = Gadael y sefydliad hwn
take-out = Tynnu { $name } allan
leaving-text = Trosglwyddir yr hyn a ddelir nawr, fel nad oes dim heb rywun.
leaving-last = Nid oes neb arall yma. Bydd y staff yn gofalu am y sefydliad.
leaving-contact = Pwy fydd y prif gyswllt?
leaving-voter = Pwy fydd yn pleidleisio o hyn ymlaen?
leaving-done = Wedi’i wneud. Nid oes dim heb rywun.
leaving-done-staff = Wedi’i wneud. Mae’r staff yn gofalu am y sefydliad nawr.
