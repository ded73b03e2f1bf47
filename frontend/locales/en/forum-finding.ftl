# Finding one's way: comments, reactions, long threads.
comments-on = Comments on what { $name } wrote
comments-more = { $count ->
    [one] Show 1 more comment
   *[other] Show { $count } more comments
}
comment-add = Comment
comment-on = on what { $name } wrote
comment-of = the comment by { $name }
comment-label = Your comment: a few words, up to 1,000 characters
comment-send = Post comment
comment-useful = Useful ({ $count })
comment-delete = Delete
comment-deleted = The comment is deleted.
comment-undo = Undo
reactions = Reactions
reaction-thanks = Thanks
reaction-agree = Same here
reaction-celebrate = Well done
reaction-thinking = Food for thought
reaction-failed = We could not keep your reaction, so it is off again. { $reason }
reply-by = Reply { $place }, by { $name }
reply-to = In reply to { $name }, number { $place }
reply-to-all = Reply to everybody instead
reply-quoting = Quote and reply
replies-below = { $count ->
    [one] 1 reply to this
   *[other] { $count } replies to this
}
share-post = Copy link
share-copied = The link is copied.
post-next = Next post
posts-earlier = Show earlier posts
posts-later = Show later posts
thread-ways = Ways through this thread
thread-first = From the beginning
thread-newest = To the newest
thread-yours = This thread and you
thread-unread = To the first that is new to you
bookmark = Keep
bookmarked = Kept
bookmark-note = A note for yourself (optional)
bookmark-save = Keep it
order-oldest = Oldest
