# To be reviewed by a native speaker.
tags-title = Tagiau
tags-lead = Beth mae cwestiynau a thrafodaethau yn sôn amdano, mewn gair.
tags-none = Dim tagiau eto
tags-none-text = Maen nhw’n dod gyda’r cwestiynau cyntaf.
