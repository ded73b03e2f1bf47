# The register of libraries, as staff look after it.
register-added = Added by members
register-added-by = By { $name }
register-taken-on = Taken on lately
register-changes = What changes
register-change-kept = stays as members left it
register-change-from = { $name }: { $words } → { $title }
register-kept = { $count ->
    [one] { $count } library stays as its members left it.
   *[other] { $count } libraries stay as their members left them.
}
register-field-name = Name
register-field-authority = Authority
register-field-nation = Nation
register-field-region = Region
register-field-address = Address
register-field-postcode = Postcode
register-field-place = Place on the map
register-field-is_community_managed = Community managed
register-field-is_closed = Closed
