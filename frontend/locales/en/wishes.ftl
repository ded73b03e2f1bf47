# Wishes to belong to an organisation, to be decided.
wishes-title = Who would like to join
wishes-staff = Nobody speaks for these organisations, so it is for you to decide.
wish-accept = Let in
wish-decline = Decline
wish-accepted = { $name } belongs to the organisation now.
wish-declined = Declined. { $name } gets an email.
