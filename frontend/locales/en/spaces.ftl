# Spaces of the forum, for the app that keeps it in order.
spaces-title = Spaces
spaces-lead = Rooms of the forum: some open to all, some for those who belong.
spaces-all = All spaces
spaces-none = No spaces yet
spaces-none-text = Everything is in the open forum so far.
space-new = Make a space
space-edit = Change this space
space-form-lead = Who may read it can be changed later. Its address stays.
space-name = Name
space-description = What it is for
space-access = Who may read it
space-access-hint = A change holds at once, for everything in it and for search.
space-access-public = Open to everybody
space-access-members = For members of the network
space-access-private = For those who belong to it
space-standing-asked = You have asked to join
space-standing-member = You belong
space-standing-moderator = You moderate
space-threads = { $count ->
    [one] 1 question or discussion
   *[other] { $count } questions and discussions
}
space-threads-all = Show all
space-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
space-asking = { $count ->
    [one] 1 asks to join
   *[other] { $count } ask to join
}
space-asking-title = Who asks to join
space-asking-none = Nobody is waiting
space-asking-none-text = Who asks to join is listed here with what they wrote.
space-accept = Let in
space-decline = Decline
space-people-title = Who belongs
space-people-none = Nobody yet.
space-moderator = Moderator
space-keepers-title = Moderators
space-keepers-none = The network’s administrators look after it.
space-opened-by = Opened by
space-promote = Make moderator
space-demote = Make an ordinary member
space-take-out = Remove from the space
space-belong = Belonging
space-belong-text = You belong to this space.
space-ask-text = Its moderators decide who joins. We write to you when they have.
space-join-text = Join to be listed among its people.
space-message = What should they know?
space-ask = Ask to join
space-join = Join
space-asked-text = Your wish waits for a moderator. We write to you.
space-withdraw = Take it back
space-leave = Leave this space
space-closed = Only those who belong can read this space
space-closed-text = Ask to join, and its moderators will decide.
audit-title = Audit log
audit-lead = What was done to keep the network in order. Nothing in it can be changed.
audit-none = Nothing yet
audit-none-text = What moderators and administrators do is listed here.
audit-number = No. { $number }
audit-thread = Thread { $number }
audit-post = Post { $number }
audit-space = The space
audit-restore = Bring it back
audit-restored = It is back.
audit-action-create_space = Made a space
audit-action-update_space = Changed a space
audit-action-decide_space_request = Decided who joins a space
audit-action-set_space_role = Gave somebody a role in a space
audit-action-end_space_membership = Took somebody out of a space
audit-action-moderate_thread = Pinned, locked, slowed or moved a thread
audit-action-close_thread = Closed a thread
audit-action-reopen_thread = Opened a thread again
audit-action-split_thread = Made a thread of some posts
audit-action-merge_thread = Merged a thread into another one
audit-action-delete_thread = Deleted a thread
audit-action-restore_thread = Brought a thread back
audit-action-delete_post = Deleted a post
audit-action-restore_post = Brought a post back
audit-action-delete_comment = Deleted a comment
audit-action-restore_comment = Brought a comment back
