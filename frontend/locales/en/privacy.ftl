# One's own data.
data-title = Your data
data-lead = What the network keeps of you is yours: take it along, or have it erased.
export-title = Take it along
export-text = A file with everything that is kept of you: account, applications, what you wrote, where you were signed in. Programs can read it.
export = Save my data as a file
export-done = Saved. Look in your browser’s downloads.
erase-title = Have it erased
erase-text = Your name, address, profile, applications and sign-ins go from everywhere, at once and for good.
erase-begin = Erase my account
erase-posts = What becomes of what you wrote?
erase-keep = It stays, without my name
erase-keep-hint = Others can still learn from it.
erase-remove = It goes as well
erase-remove-hint = A question that others have answered stays without its words.
erase-understands = I understand that this cannot be undone
erase = Erase everything
