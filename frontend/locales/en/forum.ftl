# Questions and answers.
questions-title = Questions
questions-lead = Asked and answered by people who run community libraries.
questions-lists = Question lists
questions-newest = Newest
questions-active = Latest activity
questions-unanswered = Unanswered
questions-filter = Filter questions
questions-with = Questions with
questions-none = No questions here yet
questions-none-text = Nobody has asked anything yet. Be the first.
questions-none-filtered = No question fits these filters. Take one away, or ask yours.
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
ask-title = Ask a question
ask-lead = Somebody has very likely been where you are.
ask-send = Ask the network
ask-busy = Sending your question
ask-tips-title = Questions that get good answers
ask-tip-1 = One question at a time, with the figures and dates that matter.
ask-tip-2 = Say what you have tried, and which nation you are in: the law differs.
ask-tip-3 = Leave out names of people who have not agreed to be named.
edit-title = Change your question
edit-question = Change
edit-conflict-title = Not saved.
edit-conflict-text = Somebody changed the question since you opened it. What you wrote is still here.
edit-conflict-link = See how it is now, in a new tab
answers-none = No answers yet
answers-none-text = Even half an answer helps.
answers-more = Show more answers
answer-by = Answer by { $name }
answer-accepted-by = Accepted answer by { $name }
answer-accepted = Accepted by the person who asked
answer-accept = Accept this answer
answer-unaccept = No longer accepted
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
discussions-title = Discussions
discussions-lead = What has no single right answer: talk it over.
discussions-lists = Discussion lists
discussions-none = No discussions here yet
discussions-none-text = Nobody has started one yet. Be the first.
discussions-none-filtered = No discussion fits these filters. Take one away, or start yours.
start-discussion = Start a discussion
start-title = Start a discussion
start-lead = For what you would like to think through with others.
start-send = Start the discussion
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
new-count = { $count } new
answered-by-alike = Answered by a library like yours
