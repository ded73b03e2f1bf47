# Writing in the forum: similar questions, drafts, histories, suggestions, files.
draft-saved = Draft saved { $time }
draft-on-device = Kept on this device for now. We save it in your account when we can reach it.
draft-other-title = Something else was saved here in another browser.
draft-other-text = We kept both. This page has the one that you see.
drafts-link = Your drafts
change-added = added:
change-removed = taken away:
change-end = ;
post-history = History
suggest = Suggest a change
suggest-label = The text as it should be
suggest-note = Why
suggest-note-hint = The author reads this when deciding.
suggest-send = Send the suggestion
suggest-sent = Your suggestion has gone to the author. You get an email when it is decided.
