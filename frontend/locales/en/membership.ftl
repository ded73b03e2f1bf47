# Applying for membership.
join-part = Your part in it
part-trustee = Trustee or committee member
part-manager = Manager
part-volunteer = Volunteer
part-staff = Paid worker
part-other = Another part
join-charity = Charity number
join-which = Which library, if you know
join-stage = How far have you got?
stage-thinking = Thinking about it
stage-talking = Talking with the council
stage-planning = Writing a business case
stage-agreed = The transfer is agreed
join-help = What would help you first?
join-council = Council
join-job = Your job title
join-count = How many community libraries do you support?
join-organisation = Name of the organisation
join-number = Charity or company number
join-offer = What do you offer community libraries?
join-sells = We sell something to libraries
telephone = Telephone
join-language = Which language shall we write in?
libraries = Libraries
library-name = Name of the library
library-community = Community managed, not yet claimed
library-council = Run by the council
library-address = Address
library-authority = Library authority
library-run = Run by
library-run-community = Its community
library-run-council = The council
library-closed = Closed
library-record = Record

# The directory and the organisations in it.
filter-any = Any
organisation-kind = Kind
organisation-kind-library = Runs a community library
organisation-kind-exploring = Explores taking on a library
organisation-kind-council = Council
organisation-kind-body = Supporting body
nation = Nation
nation-england = England
nation-wales = Wales
nation-scotland = Scotland
nation-northern_ireland = Northern Ireland
people-in = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
choice-none = Not said
part-liaison = Liaison
holding-primary_contact = Primary contact
holding-voter = Votes for it
holding-nobody = Something here is held by nobody. Staff see that and look after it.
libraries-run = { $count ->
    [one] { $count } library
   *[other] { $count } libraries
}
directory-place = Place
since = since
