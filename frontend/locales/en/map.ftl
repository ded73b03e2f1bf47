# The map.
map-title = Map
map-as-list = As a list
map-lead = Organisations of the network and libraries of the register, where they are. Each organisation chooses how exactly it is shown.
map-label = Map of the four nations. Arrows move it, plus and minus zoom, Home shows all.
map-keys = Drag it, or use two fingers. With the keyboard: arrows move it, + and - zoom, Home shows all; Tab goes from mark to mark.
map-in = Zoom in
map-out = Zoom out
map-whole = Show all
map-cluster = { $count } places: { $organisations } organisations, { $libraries } libraries, { $joined } of them joined. Zoom in
map-item = { $name }: { $kind }
map-region = { $count } in { $name }, shown by their region only
map-library-joined = Library, joined
map-library = Library, not joined yet
map-legend = What the marks mean
map-legend-organisation = Organisation of the network
map-legend-region = Organisations shown by their region only
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
map-by-region = { $count ->
    [one] { $count } organisation, shown by its region only
   *[other] { $count } organisations, shown by their region only
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
field-near-invalid = Type a postcode, such as LS1 3AB, or its first half, such as LS1
field-near-unknown = The register has no library with this postcode or its first half. Type another one near you.
