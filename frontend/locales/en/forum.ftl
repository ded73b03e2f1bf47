# Questions and answers.
questions-none = No questions here yet
answers-word = { $count ->
    [one] answer
   *[other] answers
}
one-accepted = , one accepted
useful-count = { $count } useful
question-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
question-answered = Answered
question-related = On the same shelf
question-join-title = Can you help?
question-join-text = Members answer and ask. Joining is free for everybody who runs or supports a community library.
question-title = Your question in one line
question-title-hint = As you would say it across the counter: at least 10 characters.
question-body = The whole story
edit-question = Change
answers-none = No answers yet
answers-none-text = Even half an answer helps.
answers-more = Show more answers
answer-by = Answer by { $name }
answer-accepted-by = Accepted answer by { $name }
answer-accepted = Accepted by the person who asked
answer-accept = Accept this answer
answer-unaccept = Take acceptance back
answer-edit = Change your answer
answer-sign-in = Sign in to answer
answer-yours = Your answer
answer-label = Your answer, in Markdown
answer-send = Post answer
answer-busy = Posting your answer
answer-posted = Your answer is up. Thank you.
vote-label = Was this useful?
vote-useful = Useful
vote-not-useful = Not useful
vote-failed = We could not count your vote, so it is off again. { $reason }
edit-discussion = Change the discussion
discussion-replies = { $count ->
    [one] 1 reply
   *[other] { $count } replies
}
replies-word = { $count ->
    [one] reply
   *[other] replies
}
replies-none = No replies yet
replies-none-text = Say what you think.
replies-more = Show more replies
reply-sign-in = Sign in to reply
reply-yours = Your reply
reply-label = Your reply, in Markdown
reply-send = Post reply
reply-posted = Your reply is up. Thank you.
in-confidence = In confidence
asked-in-confidence = Asked in confidence; a moderator knows who asks
the-asker = The person who asks
entry-pinned = Pinned
entry-closed = Closed
new-count = { $count } new
answered-by-alike = Answered by a library like yours
guide-badge = Became a guide
