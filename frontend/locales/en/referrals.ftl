# Referral links.
referrals-title = Bring others in
referrals-lead = Send your link to a library you know. When it joins, you see it here.
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
referral-copy = Copy
copied = Copied.
copy-by-hand = Your browser did not copy it. Select the link and copy it by hand.
