# To be reviewed by a native speaker.
password = Cyfrinair
password-show = Dangos
library = Llyfrgell
gate-second-factor = Mae staff yn mewngofnodi gydag ail gam. Gosodwch ef, neu mewngofnodwch eto gydag ef, a bydd y dudalen hon yn agor.
gate-second-factor-link = Gosod yr ail gam
