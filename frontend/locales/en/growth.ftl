# The staff's navigation.
nav-prospects = Prospects
nav-growth = Growth

# The map.
map-title = Map
map-open = On the map
map-as-list = As a list
map-lead = Organisations of the network and libraries of the register, where they are. Each organisation chooses how exactly it is shown.
map-label = Map of the four nations. Arrows move it, plus and minus zoom, Home shows all.
map-keys = Drag it, or use two fingers. With the keyboard: arrows move it, + and - zoom, Home shows all; Tab goes from mark to mark.
map-in = Zoom in
map-out = Zoom out
map-whole = Show all
map-cluster = { $count } places: { $organisations } organisations, { $libraries } libraries, { $joined } of them joined. Zoom in
map-item = { $name }: { $kind }
map-region = { $count } in { $name } that tell no more than their region
map-library-joined = Library, joined
map-library = Library, not joined yet
map-legend = What the marks mean
map-legend-organisation = Organisation of the network
map-legend-region = Organisations that tell their region only
map-sources = Outlines: contains Ordnance Survey, Office of National Statistics, National Records Scotland and LPS Intellectual Property data © Crown copyright and database right 2016, Open Government Licence v3.0; Natural Earth.
map-filters = What the map shows
map-words = Name, place or postcode
map-show = Show
map-show-all = Organisations and libraries
map-show-organisations = Organisations only
map-show-libraries = Libraries only
map-not-only = Not only { $place }
map-in-view = In view
map-total = { $count ->
    [0] Nothing in view
    [one] { $count } place in view
   *[other] { $count } places in view
}
map-none = Nothing here
map-none-text = Zoom out, move the map, or choose other filters.
map-more = { $count ->
    [one] And { $count } more. Zoom in to see it.
   *[other] And { $count } more. Zoom in to see them.
}
map-unplaced = { $count ->
    [one] { $count } place has no known position and is not on the map.
   *[other] { $count } places have no known position and are not on the map.
}
near-title = Near me
near-me = Use my position
near-why = Your browser asks you first. The position is rounded to a kilometre, sent once to find what is near, and not kept.
near-refused = Your browser did not tell your position. Type a postcode instead.
near-own = Near { $name }
near-postcode = Postcode
near-postcode-hint = The whole postcode or its first half, such as LS1.
near-find = Find
near-list = The nearest
near-none-text = No place fits. Choose other filters.
near-distance = { $distance } km

# Referral links.
referrals-title = Bring others in
referrals-lead = Send your link to a library you know. When it joins, you see it here.
referrals-account = Back to your account
referrals-link = Your link
referrals-link-hint = It only says who sent them. Staff decide on every application as usual.
referrals-brought = Who joined with your link
referrals-waiting = { $count ->
    [one] { $count } application with your link waits for a decision.
   *[other] { $count } applications with your link wait for a decision.
}
referrals-none = Nobody yet
referrals-none-text = Copy the link and send it to somebody who runs a library.
referrals-joined = joined
copy = Copy
copied = Copied.
copy-by-hand = Your browser did not copy it. Select the link and copy it by hand.

# Libraries that may join.
prospects-title = Prospects
prospects-lead = Libraries of the register that have not joined: who has been asked, and what comes next.
prospects-filters = Which prospects
prospects-open = All that have not joined
prospects-due = Due
prospects-mine = Mine
prospects-community = Run by their community
prospects-none = No library here
prospects-none-text = Choose other filters, or import a register.
prospects-choose = Choose a library to read what is known of it.
prospect-status = Status
prospect-not_contacted = Not contacted
prospect-contacted = Contacted
prospect-applied = Applied
prospect-joined = Joined
prospect-active = Active
prospect-declined = Declined
prospect-due = Due
prospect-application = Read its application
prospect-organisation = The organisation that runs it
prospect-steps = Next step
prospect-known-applied = An application claims this library. What you choose here counts again if it is declined.
prospect-known-joined = This library has joined. What you choose here counts again if it leaves.
prospect-known-active = This library has joined and somebody was here in the last ninety days. What you choose here counts again if it leaves.
prospect-by-hand = What we have done
prospect-next = What to do next
prospect-day = When
prospect-day-wrong = Choose a day, or leave it empty
prospect-owner = Who looks after it
prospect-nobody = Nobody
prospect-reload = Show what others have changed
prospect-notes = Notes
prospect-note = New note
prospect-note-hint = Staff alone can read it.
prospect-note-add = Add note
prospect-notes-none = No notes yet
prospect-notes-none-text = Write down what was said, and when.

# How far the network covers the country.
coverage-title = Growth
coverage-lead = How far the network covers the country.
coverage-goal = { $joined } of { $goal } libraries
coverage-register = { $share } of every hundred of the { $libraries } open libraries in the register have joined.
coverage-prospects = Prospects
coverage-change-goal = Change the goal
coverage-months = Libraries that joined, month by month
coverage-month = Month
coverage-as-table = As a table
coverage-places = By place
coverage-none = No library in the register
coverage-none-text = Import a register to see how much of it has joined.
coverage-by-nation = By nation
coverage-by-region = By region
coverage-by-authority = By library authority
coverage-place = Place
coverage-share = Share
coverage-percent = { $share } %
coverage-libraries = In the register
coverage-joined = Joined
coverage-applied = Applied
coverage-contacted = Contacted
coverage-map = The darker a region, the more of its libraries have joined. The tables say it in numbers.
coverage-referrers = Who brought others in
coverage-referrers-none = Nobody yet
coverage-referrers-none-text = Every member has a link to send, in their account.
coverage-brought = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
