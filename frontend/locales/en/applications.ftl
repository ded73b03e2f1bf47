# The queue of applications, their conversation, the form's own questions and the rules.
applications-needs_answer = Asked for more
applications-withdrawn = Withdrawn
applications-select = Select { $name }
applications-with = with { $name }
mark-double = May be a double
mark-reply = Has answered
mark-invited = Invited by a member
mark-joining = Joins an organisation
filters-title = Filters
filters-and-columns = Filters and columns
filter-words = Words of name, organisation or address
filter-me = Me
filter-doubles = Doubles
filter-double = May be a double
filter-no-double = Not a double
join-type-short = Joins as
assignee = Who looks after it
assign = Assign
nobody = Nobody
columns = Show of each application
column-organisation = Library or organisation
column-member_type = What they join as
column-nation = Nation
column-applied = When they applied
column-assignee = Who looks after it
column-language = Welsh speakers
column-marks = Doubles, answers, invitations
view-save = Save filters and columns
view-saved = Saved. The queue opens like this from now on.
bulk-all = Select all on this page
bulk-chosen = { $count } selected
bulk-approve = Approve
bulk-reject = Decline
bulk-ask = Ask
bulk-assign = Assign
bulk-question = What do you ask them?
bulk-hint = Each of them gets it in a mail of their own.
bulk-do-approve = { $count ->
    [one] Approve 1 application
   *[other] Approve { $count } applications
}
bulk-do-reject = { $count ->
    [one] Decline 1 application
   *[other] Decline { $count } applications
}
bulk-do-ask = { $count ->
    [one] Ask 1 applicant
   *[other] Ask { $count } applicants
}
bulk-do-assign = { $count ->
    [one] Assign 1 application
   *[other] Assign { $count } applications
}
bulk-done = { $count ->
    [one] 1 application done.
   *[other] { $count } applications done.
}
bulk-failed = { $name }: { $reason }
duplicate-same_email = same email address
duplicate-same_library = same library
duplicate-same_number = same charity or company number
duplicate-same_telephone = same telephone number
duplicate-same_domain = same email domain
duplicate-similar_organisation = similar organisation
duplicate-similar_name = similar name
duplicate-of-application = another application
duplicate-of-member = a member
duplicate-of-organisation = an organisation of the network
duplicate-score = { $count } percent likely:
application-joins = Asks to join
application-joins-text = Its primary contact was told and can decide as well.
application-adds-library = The register does not have this library. Approving adds it, with the place below.
application-invited = Invited by
application-referred = Came by the link of
conversation-none = Nothing written yet.
conversation-note = Note for staff
conversation-reply = Write to { $name }
conversation-is-note = Staff note, do not send
conversation-asks = Wait for an answer
conversation-asks-hint = The application goes to “Asked for more” until they answer.
conversation-keep = Keep note
decision-withdrawn = The applicant has withdrawn this application.
decision-by-rule = Approved by a rule
log-title = { $count ->
    [one] Decision log, 1 entry
   *[other] Decision log, { $count } entries
}
log-sent = Sent
log-confirmed = Address confirmed
log-double_suggested = May be a double of { $name }
log-assigned = Given to { $name }
log-unassigned = Given to nobody
log-asked = Asked for more
log-answered = Answered
log-approved = Approved
log-approved_by_rule = Approved by the rule { $name }
log-rejected = Declined
log-withdrawn = Withdrawn
log-library_added = Added { $name } to the register
form-title = Registration form
form-lead = Your own questions, after those that everybody is asked. Keep them few: each one loses applicants.
form-none = No questions of your own.
form-new = A new question
form-for = For
form-kind = Answered with
form-kind-text = One line
form-kind-long_text = Several lines
form-kind-choice = One of several options
form-kind-yes_no = Yes or no
form-required = Must be answered
form-not-required = May be left out
form-label = Question in English
form-label-cy = Question in Welsh
form-hint = Help in English
form-hint-cy = Help in Welsh
form-options = Options
form-options-hint = One on a line, English first: Leased | Ar brydles
form-must = Must be answered
form-add = Add question
rules-title = Approval rules
rules-lead = Whoever a rule fits is approved as soon as the address is confirmed, unless the application may be a double.
rules-none = No rules
rules-none-text = A person decides on every application.
rule-new = A new rule
rule-kind = Approve whoever
rule-email_domain = has an address in a domain
rule-invited_by_member = was invited by a member
rule-domain = Domain
rule-domain-hint = Such as gov.uk, which every council’s address is in.
rule-domain-of = has an address in { $name }
rule-for = Joining as
rule-for-all = Anything
rule-set = Set rule
