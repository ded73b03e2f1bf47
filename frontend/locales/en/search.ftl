# Search.
search-title = Search everything
search-title-for = { $words } – Search
search-start = Type two letters or more. Words in double quotes must stand together.
search-as-you-type = Results as you type
search-see-all = See all results for “{ $words }”
search-kind-question = Question
search-kind-answer = Answer
search-kind-resource = Resource
search-kind-discussion = Discussion
search-kind-reply = Reply
search-kinds = Kinds of result
search-everything-found = Everything
search-kinds-question = Questions
search-kinds-answer = Answers
search-kinds-resource = Resources
search-kinds-discussion = Discussions
search-kinds-reply = Replies
search-count = { $count ->
    [0] Nothing found
    [one] 1 result
   *[other] { $count } results
}
search-corrected = Nothing has exactly “{ $words }”. These results have words that are spelt much alike.
search-stuck = Not what you need?
search-stuck-text = Ask the network. Your words come along.
search-ask = Ask about “{ $words }”
