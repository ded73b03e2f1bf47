# To be reviewed by a native speaker.
wishes-title = Pwy hoffai ymuno
wishes-staff = Nid oes neb yn siarad dros y sefydliadau hyn, felly chi sy’n penderfynu.
wish-accept = Derbyn
wish-decline = Gwrthod
wish-accepted = Mae { $name } yn perthyn i’r sefydliad nawr.
wish-declined = Gwrthodwyd. Caiff { $name } e-bost.
