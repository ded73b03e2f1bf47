//! Comments, reactions, replies to replies, and parts of long threads.

use api_types::forum::{
    NewComment, NewCommentVote, NewPost, NewReaction, PostOrder, PostQuery, PostWindowQuery, ReactionKind,
};
use api_types::{ErrorCode, PostId};
use entity::{post_reaction, thread};
use harness::{Persona, TestApp, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

fn said(words: &str) -> NewComment {
    NewComment { body: words.into() }
}

fn reply(words: &str) -> NewPost {
    NewPost { body: words.into(), ..NewPost::default() }
}

async fn is_true(app: &TestApp) {
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn add_comment_shows_the_first_few_with_their_post_and_the_rest_on_demand() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Is the building of yours listed?")).await.unwrap();
    for place in 1..=5 {
        bea.add_comment(asked.opening.id, &said(&format!("Comment **{place}** of five."))).await.unwrap();
    }
    let hostile = bea.add_comment(asked.opening.id, &said("<script>alert(1)</script> [a](javascript:alert(1))")).await;
    let html = hostile.unwrap().body_html.to_lowercase();
    assert!(!html.contains("<script") && !html.contains("href=\"javascript:"), "{html}");
    let seen = app.anonymous().get_question(asked.id).await.unwrap().opening;
    assert_eq!((seen.comment_count, seen.comments.len()), (6, 3));
    assert!(seen.comments[0].body_html.contains("<strong>1</strong>"));
    let first = PostQuery { limit: Some(4), ..PostQuery::default() };
    let page = app.anonymous().list_comments(seen.id, &first).await.unwrap();
    let rest = app.anonymous().list_comments(seen.id, &PostQuery { after: page.next, ..first }).await.unwrap();
    assert_eq!((page.items.len(), rest.items.len(), rest.next), (4, 2, None));
    let long = ada.add_comment(seen.id, &said(&"x".repeat(1001))).await.unwrap_err();
    assert_eq!(long.code(), Some(ErrorCode::Invalid));
    is_true(&app).await;
}

#[tokio::test]
async fn add_comment_many_at_once_counts_each_and_votes_count_once() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Who comments forty times at once?")).await.unwrap();
    let new = said("One of many.");
    let all = futures_util::future::join_all((0..40).map(|_| ada.add_comment(asked.opening.id, &new))).await;
    let first = all.into_iter().map(Result::unwrap).next().unwrap();
    let useful = NewCommentVote { is_useful: true };
    let votes = futures_util::future::join_all((0..100).map(|_| bea.vote_on_comment(first.id, &useful))).await;
    assert!(votes.iter().all(|vote| vote.as_ref().is_ok_and(|vote| vote.score == 1 && vote.has_voted)));
    assert_eq!(ada.vote_on_comment(first.id, &useful).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    let seen = bea.get_question(asked.id).await.unwrap().opening;
    assert_eq!(seen.comment_count, 40);
    let marked = seen.comments.iter().find(|comment| comment.id == first.id).map(|comment| comment.viewer.has_voted);
    assert!(marked.is_none_or(|has_voted| has_voted));
    assert_eq!(bea.vote_on_comment(first.id, &NewCommentVote { is_useful: false }).await.unwrap().score, 0);
    is_true(&app).await;
}

#[tokio::test]
async fn delete_comment_is_undone_by_whoever_did_it() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let asked = ada.ask_question(&question("May a comment come back?")).await.unwrap();
    let comment = bea.add_comment(asked.opening.id, &said("I take that back.")).await.unwrap();
    assert_eq!(ada.delete_comment(comment.id).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    bea.delete_comment(comment.id).await.unwrap();
    bea.delete_comment(comment.id).await.unwrap();
    assert_eq!(app.anonymous().get_question(asked.id).await.unwrap().opening.comment_count, 0);
    let version = comment.version;
    let gone = bea.update_comment(comment.id, version, &said("Changed.")).await.unwrap_err();
    assert_eq!(gone.code(), Some(ErrorCode::NotFound));
    bea.restore_comment(comment.id).await.unwrap();
    let changed = bea.update_comment(comment.id, version, &said("I mean it.")).await.unwrap();
    assert_eq!(changed.body, "I mean it.");
    let stale = bea.update_comment(comment.id, version, &said("Old.")).await.unwrap_err();
    assert_eq!(stale.code(), Some(ErrorCode::EditConflict));
    // What a moderator took away, only staff bring back.
    moderator.delete_comment(comment.id).await.unwrap();
    assert_eq!(bea.restore_comment(comment.id).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    moderator.restore_comment(comment.id).await.unwrap();
    assert_eq!(app.anonymous().get_question(asked.id).await.unwrap().opening.comments.len(), 1);
    is_true(&app).await;
}

#[tokio::test]
async fn comments_of_who_asks_in_confidence_keep_the_name() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada Hidden").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Two trustees want out. Do we tell them?")).await.unwrap();
    thread::Entity::update_many()
        .col_expr(thread::Column::IsConfidential, Expr::value(true))
        .filter(thread::Column::Id.eq(asked.id.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
    app.deps.touch();
    let answer = bea.answer_question(asked.id, &reply("Tell them.")).await.unwrap();
    ada.add_comment(answer.id, &said("Did you?")).await.unwrap();
    let own = NewPost { body: "I add this.".into(), ..NewPost::default() };
    let own = ada.answer_question(asked.id, &own).await.unwrap();
    bea.answer_question(asked.id, &NewPost { body: "To that.".into(), reply_to: Some(own.id), ..NewPost::default() })
        .await
        .unwrap();
    let text = serde_json::to_string(&bea.get_question(asked.id).await.unwrap()).unwrap();
    assert!(!text.contains("Ada Hidden"), "{text}");
    let text = serde_json::to_string(&bea.list_comments(answer.id, &PostQuery::default()).await.unwrap()).unwrap();
    assert!(text.contains("Did you?") && !text.contains("Ada Hidden"), "{text}");
}

#[tokio::test]
async fn add_comment_in_a_locked_thread_says_why_not() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("What may be added to this?")).await.unwrap();
    for (locked, closed) in [(Some(1_i64), None::<i64>), (None, Some(1))] {
        thread::Entity::update_many()
            .col_expr(thread::Column::LockedAt, Expr::value(locked))
            .col_expr(thread::Column::ClosedAt, Expr::value(closed))
            .filter(thread::Column::Id.eq(asked.id.0))
            .exec(&app.deps.write)
            .await
            .unwrap();
        let refused = ada.add_comment(asked.opening.id, &said("Still?")).await.unwrap_err();
        assert_eq!(refused.status(), Some(409), "{refused:?}");
    }
    assert_eq!(ada.add_comment(PostId(99_999), &said("Where?")).await.unwrap_err().code(), Some(ErrorCode::NotFound));
}

#[tokio::test]
async fn react_to_post_two_hundred_times_at_once_leaves_one_row() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Who presses two hundred times?")).await.unwrap();
    let press = |place: usize| NewReaction { kind: ReactionKind::Thanks, is_on: place.is_multiple_of(2) };
    let new: Vec<_> = (0..200).map(press).collect();
    let all = futures_util::future::join_all(new.iter().map(|new| bea.react_to_post(asked.opening.id, new))).await;
    assert!(all.iter().all(Result::is_ok), "{:?}", all.iter().find(|one| one.is_err()));
    bea.react_to_post(asked.opening.id, &press(0)).await.unwrap();
    bea.react_to_post(asked.opening.id, &NewReaction { kind: ReactionKind::Agree, is_on: true }).await.unwrap();
    ada.react_to_post(asked.opening.id, &press(0)).await.unwrap();
    let rows = post_reaction::Entity::find()
        .filter(post_reaction::Column::MemberId.eq(bea.id.0))
        .count(&app.deps.read)
        .await
        .unwrap();
    assert_eq!(rows, 2);
    let seen = bea.get_question(asked.id).await.unwrap().opening.reactions;
    let seen: Vec<_> = seen.iter().map(|reaction| (reaction.kind, reaction.count, reaction.is_mine)).collect();
    assert_eq!(seen, [(ReactionKind::Thanks, 2, true), (ReactionKind::Agree, 1, true)]);
    let anybody = app.anonymous().get_question(asked.id).await.unwrap().opening.reactions;
    assert!(anybody.iter().all(|reaction| !reaction.is_mine));
}

async fn long(author: &Persona, count: usize) -> (api_types::ThreadId, Vec<PostId>) {
    let asked = author.start_discussion(&question("What do you do with long threads?")).await.unwrap();
    let mut posts = vec![asked.opening.id];
    for place in 2..=count {
        posts.push(author.reply_to_discussion(asked.id, &reply(&format!("Post {place}"))).await.unwrap().id);
    }
    (asked.id, posts)
}

#[tokio::test]
async fn reply_to_a_reply_leads_up_and_down() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let (id, posts) = long(&ada, 4).await;
    let answer = NewPost { body: "> Post 2\n\nTo this.".into(), reply_to: Some(posts[1]), ..NewPost::default() };
    let given = bea.reply_to_discussion(id, &answer).await.unwrap();
    let up = given.reply_to.unwrap();
    assert_eq!((up.id, up.number, up.author.unwrap().name.as_str()), (posts[1], 2, "Ada"));
    ada.reply_to_discussion(id, &answer).await.unwrap();
    let seen = app.anonymous().get_discussion(id).await.unwrap().answers.items;
    let second = seen.iter().find(|post| post.number == 2).unwrap();
    assert_eq!((second.reply_count, second.first_reply), (2, Some(5)));
    // What is in another thread is not answered from here.
    let (other, _) = long(&bea, 1).await;
    let wrong = bea.reply_to_discussion(other, &answer).await.unwrap_err();
    assert_eq!(wrong.code(), Some(ErrorCode::Invalid));
    is_true(&app).await;
}

#[tokio::test]
async fn list_posts_around_opens_a_thread_at_any_post_and_goes_on_both_ways() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let (id, _) = long(&ada, 60).await;
    let ask = |query: PostWindowQuery| {
        let anybody = app.anonymous();
        async move { anybody.list_posts_around(id, &query).await.unwrap() }
    };
    let limit = Some(12);
    let window = ask(PostWindowQuery { at: Some(37), limit, ..PostWindowQuery::default() }).await;
    let numbers: Vec<_> = window.items.iter().map(|post| post.number).collect();
    assert_eq!(numbers, (34..=45).collect::<Vec<_>>());
    // On to the end and back to the beginning, each post once.
    let mut seen = numbers;
    let mut after = window.after;
    while after.is_some() {
        let next = ask(PostWindowQuery { after, limit, ..PostWindowQuery::default() }).await;
        seen.extend(next.items.iter().map(|post| post.number));
        after = next.after;
    }
    let mut before = window.before;
    while before.is_some() {
        let earlier = ask(PostWindowQuery { before, limit, ..PostWindowQuery::default() }).await;
        seen.splice(0..0, earlier.items.iter().map(|post| post.number));
        before = earlier.before;
    }
    assert_eq!(seen, (2..=60).collect::<Vec<_>>());
    let end = ask(PostWindowQuery { at: Some(5000), limit, ..PostWindowQuery::default() }).await;
    assert_eq!((end.items.last().map(|post| post.number), end.after), (Some(60), None));
    let missing = app.anonymous().list_posts_around(api_types::ThreadId(99_999), &PostWindowQuery::default()).await;
    assert_eq!(missing.unwrap_err().code(), Some(ErrorCode::NotFound));
}

#[tokio::test]
async fn list_answers_in_each_order_pages_through_all_of_them_once() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("In which order do answers come?")).await.unwrap();
    let mut given = Vec::new();
    for place in 0..7 {
        given.push(bea.answer_question(asked.id, &reply(&format!("Answer {place}"))).await.unwrap().id);
    }
    ada.vote_on_post(given[3], &api_types::forum::NewVote { value: 1 }).await.unwrap();
    let newest: Vec<_> = given.iter().rev().copied().collect();
    let mut useful = vec![given[3]];
    useful.extend(given.iter().copied().filter(|id| *id != given[3]));
    for (order, wanted) in
        [(PostOrder::Useful, useful), (PostOrder::Newest, newest), (PostOrder::Oldest, given.clone())]
    {
        let mut query = PostQuery { limit: Some(3), order: Some(order), after: None };
        let mut found = Vec::new();
        loop {
            let page = app.anonymous().list_answers(asked.id, &query).await.unwrap();
            found.extend(page.items.iter().map(|post| post.id));
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        assert_eq!(found, wanted, "{order:?}");
    }
}
