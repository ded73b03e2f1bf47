# Asking and answering: quotes, and the note for who posts for the first time.
quote-post = Quote
discussion-title = What it is about, in one line
reply-edit = Change your reply
reply-busy = Posting your reply
quote-of = what { $name } wrote, number { $place }
quote-wrote = wrote
quote-asker-wrote = The person who asks wrote
first-note-title = Welcome! A word before your first post
first-note-text = Thank you for joining in. These few things keep this a good place for everybody:
first-note-away = I have read this
first-note-whole = The whole code of conduct
