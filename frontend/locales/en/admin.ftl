# The staff's part.
applications-title = Applications
applications-lead = The promise is three working days. The oldest come first.
applications-lists = Application lists
applications-submitted = Waiting
applications-awaiting_confirmation = Not confirmed
applications-approved = Approved
applications-rejected = Declined
applications-none = Nothing in this list
applications-none-text = New applications appear here as soon as their address is confirmed.
applications-choose = Choose an application to read it here.
member-type-library = Runs a library
member-type-exploring = Exploring
member-type-council = Council
member-type-body = Supporting body
applied = applied
application-answers = What they told us
application-confirmed = Address confirmed
application-unconfirmed = Not yet
duplicate-title = This may be a double.
decision-title = Decide
decision-message = Message to the applicant
decision-hint = Sent in the mail with the decision. When you decline, say why.
decision-awaiting = The applicant has not confirmed the address yet. You can decide when that is done.
decision-approved = Approved by { $name }
decision-rejected = Declined by { $name }
approve = Approve
reject = Decline
register-title = Register of libraries
register-lead = Applicants find their library here.
register-look-up = Look up
register-words = Name, authority, address or postcode
register-none = No library found
register-none-text = Import a register, or try other words.
import-title = Import a register
import-file = CSV file
import-hint = Open data on UK libraries, or Arts Council England's list of 2023. You see what would change before anything is written. Up to 10 MB.
import-too-large = The file is larger than 10 MB. Split it in two.
import-busy = Reading the file
import-preview = This is what would happen.
import-done = Imported.
import-counts = { $rows } rows: { $created } new, { $updated } changed, { $unchanged } as they were, { $failed } with errors and left out.
import-write = Import now
import-sample = The first libraries, as read
import-errors = Rows with errors
import-line = Line { $line }:
shelves-title = Shelves
shelves-lead = Every question and resource stands on one. Eight or so are enough.
shelf-new = A new shelf
shelf-name = Name in English
shelf-name-cy = Name in Welsh
shelf-colour = Colour
shelf-add = Add shelf
shelf-count = { $count ->
    [0] empty
    [one] 1 item
   *[other] { $count } items
}
move-up = Move up
move-down = Move down
colour-premises = Brick red
colour-volunteers = Green
colour-funding = Ochre
colour-systems = Blue
colour-trustees = Slate
colour-activities = Rust
colour-stock = Leather
colour-law = Petrol
settings-title = Settings
settings-name = Name of the network
settings-heading = Heading of the registration form
settings-heading-hint = The first words an applicant reads.
settings-goal = Goal
settings-goal-hint = How many libraries the network wants to welcome.
settings-saved = Saved.
goal-wrong = Type a whole number

# Organisations that hang on one person alone.
sole-holders-title = One person alone
sole-holders-lead = Organisations that one person holds, or nobody. Talk with them before somebody leaves.
sole-holders-none = None at present
sole-holders-none-text = Every organisation has two people or more.
sole-holders-nobody = Nobody
sole-holders-by = { $name } alone

# A member, as staff see them.
staff-member-set-role = Set role
staff-member-role-set = The role is set.
staff-member-end = Sign them out everywhere
staff-member-ended = Signed out everywhere.
staff-member-role = Role
staff-member-sessions = Where they are signed in
staff-member-lead = For somebody who cannot do it in their own account, such as one who wrote a letter.
