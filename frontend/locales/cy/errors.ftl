# To be reviewed by a native speaker.
error-malformed_request = Ni allai’r gweinydd ddarllen yr hyn a anfonwyd. Ail-lwythwch y dudalen a rhowch gynnig arall arni.
error-unauthenticated = Mae’ch sesiwn wedi dod i ben. Mewngofnodwch eto; cedwir yr hyn a ysgrifennoch ar y ddyfais hon.
error-wrong_credentials = Mae’r cyfeiriad e-bost neu’r cyfrinair yn anghywir. Gwiriwch y ddau a rhowch gynnig arall arni.
error-second_factor_required = Mae’ch cyfrif yn gofyn am ail gam.
error-second_factor_missing = Mae angen ail gam ar eich rôl wrth fewngofnodi. Gosodwch ef yn eich cyfrif.
error-step_up_required = Mewngofnodwch eto i wneud hyn: mae tipyn o amser ers ichi fewngofnodi.
error-forbidden = Ni chewch wneud hyn.
error-foreign_origin = Ymddengys bod y cais wedi dod o wefan arall. Ail-lwythwch y dudalen a rhowch gynnig arall arni.
error-not_found = Nid yw hwn yno, neu nid yw i chi ei weld.
error-method_not_allowed = Nid yw’r gweinydd yn adnabod y weithred hon. Ail-lwythwch y dudalen a rhowch gynnig arall arni.
error-conflict = Mae hynny eisoes wedi’i wneud, efallai gan rywun arall. Ail-lwythwch y dudalen i weld sut mae’n sefyll.
error-link_expired = Mae’r ddolen hon wedi’i defnyddio neu wedi dod i ben. Gofynnwch am un newydd.
error-edit_conflict = Mae rhywun wedi newid hwn ers i chi ei agor. Agorwch ef eto, a rhowch eich newidiadau i mewn eto.
error-too_large = Mae hynny’n rhy fawr i’w anfon.
error-unsupported_media_type = Ni dderbynnir y math hwnnw o ffeil yma.
error-invalid = Mae angen cywiro rhywbeth.
error-precondition_required = Mae’r dudalen wedi dyddio. Ail-lwythwch hi a rhowch gynnig arall arni.
error-rate_limited = Roedd hynny’n rhy aml mewn amser byr. Arhoswch { $count ->
    [1] funud
   *[other] { $count } munud
} a rhowch gynnig arall arni.
error-internal = Aeth rhywbeth o’i le ar ein hochr ni. Rhowch gynnig arall arni mewn eiliad.
error-unavailable = Mae’r gwasanaeth yn brysur. Rhowch gynnig arall arni mewn eiliad.
error-unknown = Aeth rhywbeth o’i le. Ail-lwythwch y dudalen a rhowch gynnig arall arni.
error-network = Ni ellid cyrraedd y gweinydd. Gwiriwch eich cysylltiad a rhowch gynnig arall arni; cedwir yr hyn a ysgrifennoch.
error-contract = Ni ellid deall yr ateb. Ail-lwythwch y dudalen a rhowch gynnig arall arni.
field-any-required = Teipiwch rywbeth yma
field-any-too_short = Mae hwn yn rhy fyr
field-any-too_long = Mae hwn yn rhy hir
field-any-invalid = Nid yw hwn yn iawn
field-any-wrong = Mae hwn yn anghywir
field-title-too_short = Gwnewch y teitl yn 10 nod neu fwy
field-title-too_long = Gwnewch y teitl yn 150 nod neu lai
field-body-required = Ysgrifennwch rywbeth yn gyntaf
field-body-too_long = Gwnewch y testun yn 20,000 nod neu lai
field-summary-required = Dywedwch beth ydyw a phwy y mae’n ei helpu
field-name-too_short = Teipiwch enw
field-name-required = Teipiwch enw
field-email-too_short = Teipiwch gyfeiriad e-bost, fel enw@enghraifft.org
field-email-required = Teipiwch gyfeiriad e-bost, fel enw@enghraifft.org
field-password-too_short = Gwnewch y cyfrinair yn 15 nod neu fwy
field-answers-council-too_short = Teipiwch enw’r cyngor
field-answers-job-title-too_short = Teipiwch deitl eich swydd
field-answers-organisation-too_short = Teipiwch enw’r sefydliad
field-answers-offer-too_short = Dywedwch beth rydych yn ei gynnig i lyfrgelloedd cymunedol
field-agrees-required = Ticiwch y blwch os ydych yn derbyn cytundeb y grŵp
