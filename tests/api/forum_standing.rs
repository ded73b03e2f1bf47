//! What is locked, closed, split or merged holds for comments, reactions, replies, suggestions and follows too.

use api_types::SpaceId;
use api_types::forum::{
    CloseReason, FollowKind, KeptQuery, NewBookmark, NewClosure, NewComment, NewCommentVote, NewDeletion, NewFollow,
    NewMerge, NewPost, NewReaction, NewSpaceDecision, NewSpaceRequest, NewSplit, NewSuggestion, NewThread, Post,
    PostQuery, PostWindowQuery, ReactionKind, RevisionQuery, SpaceAccess, SpaceOutcome, SuggestionQuery,
    ThreadOrderPatch, ThreadQuery, ThreadView,
};
use harness::{TestApp, question};

use super::forum_moderation::{is_true, post, space, status};

#[tokio::test]
async fn what_is_locked_or_closed_takes_nothing_but_from_moderators() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let asked = ada.ask_question(&question("What is taken once it is locked?")).await.unwrap();
    let given = bea.answer_question(asked.id, &post("Nothing.")).await.unwrap();
    let said = bea.add_comment(given.id, &NewComment { body: "I think.".into() }).await.unwrap();
    let suggestion =
        |body: &str| NewSuggestion { version: given.version, body: body.into(), note: "So it is clearer.".into() };
    let open = ada.suggest_edit(given.id, &suggestion("Nothing at all.")).await.unwrap();
    let lock = |is_locked| ThreadOrderPatch { is_locked: Some(is_locked), ..ThreadOrderPatch::default() };
    let off = NewClosure { reason: CloseReason::OffTopic, duplicate_of_id: None, note: String::new() };
    for is_locked in [true, false] {
        if is_locked {
            moderator.moderate_thread(asked.id, &lock(true)).await.unwrap();
        } else {
            moderator.moderate_thread(asked.id, &lock(false)).await.unwrap();
            moderator.close_thread(asked.id, &off).await.unwrap();
        }
        let new = NewComment { body: "And more.".into() };
        let reply = NewPost { body: "More.".into(), reply_to: Some(given.id), ..NewPost::default() };
        for (operation, status) in [
            ("answer_question", status(bea.answer_question(asked.id, &reply).await)),
            ("add_comment", status(bea.add_comment(given.id, &new).await)),
            ("update_comment", status(bea.update_comment(said.id, said.version, &new).await)),
            ("delete_comment", status(bea.delete_comment(said.id).await)),
            ("suggest_edit", status(ada.suggest_edit(given.id, &suggestion("Little.")).await)),
            ("accept_suggestion", status(bea.accept_suggestion(open.id).await)),
        ] {
            assert_eq!(status, 409, "{operation}");
        }
        // Reactions and votes are taken of what is closed, and not of what is locked.
        let new = NewReaction { kind: ReactionKind::Thanks, is_on: true };
        assert_eq!(status(ada.react_to_post(given.id, &new).await), if is_locked { 409 } else { 200 });
        let useful = NewCommentVote { is_useful: true };
        assert_eq!(status(ada.vote_on_comment(said.id, &useful).await), if is_locked { 403 } else { 200 });
        let seen = bea.get_question(asked.id).await.unwrap();
        let viewer = seen.answers.items[0].viewer;
        assert_eq!((viewer.can_respond, viewer.can_react, viewer.can_edit), (false, !is_locked, false));
        let waiting = bea.list_suggestions(&SuggestionQuery::default()).await.unwrap().items;
        assert!(waiting.len() == 1 && !waiting[0].can_decide);
        moderator.add_comment(given.id, &NewComment { body: "A word from us.".into() }).await.unwrap();
    }
    moderator.reopen_thread(asked.id).await.unwrap();
    bea.accept_suggestion(open.id).await.unwrap();
    // What is deleted, or went elsewhere, is not there for any of it.
    moderator.delete_thread(asked.id, &NewDeletion::default()).await.unwrap();
    let new = NewReaction { kind: ReactionKind::Agree, is_on: true };
    assert_eq!(status(ada.react_to_post(given.id, &new).await), 404);
    assert_eq!(status(bea.add_comment(given.id, &NewComment { body: "Still?".into() }).await), 404);
    assert_eq!(status(bea.delete_comment(said.id).await), 404);
    is_true(&app).await;
}

#[tokio::test]
async fn a_moderator_of_a_space_decides_on_suggestions_and_comments_there_alone() {
    let app = TestApp::start().await;
    let (ada, bea, keeper) = (app.member("Ada").await, app.member("Bea").await, app.member("Keeper").await);
    let room = space(&app.admin().await, "Public room", SpaceAccess::Public, Some(&keeper)).await;
    for (space_id, is_kept) in [(room, true), (SpaceId(1), false)] {
        let new = NewThread { space_id: Some(space_id), ..question("Who decides on what is suggested here?") };
        let asked = ada.ask_question(&new).await.unwrap();
        let said = ada.add_comment(asked.opening.id, &NewComment { body: "A word.".into() }).await.unwrap();
        let new = NewSuggestion { version: 1, body: "Who decides, and when?".into(), note: "So it is clearer.".into() };
        let made = bea.suggest_edit(asked.opening.id, &new).await.unwrap();
        let waiting = keeper.list_suggestions(&SuggestionQuery::default()).await.unwrap().items;
        assert_eq!(waiting.iter().any(|one| one.id == made.id && one.can_decide), is_kept);
        assert_eq!(status(keeper.accept_suggestion(made.id).await), if is_kept { 200 } else { 404 });
        assert_eq!(status(keeper.delete_comment(said.id).await), if is_kept { 200 } else { 403 });
        assert_eq!(status(ada.restore_comment(said.id).await), if is_kept { 403 } else { 200 });
    }
    is_true(&app).await;
}

#[tokio::test]
async fn split_thread_and_merge_thread_take_replies_and_followers_along() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let from = ada.start_discussion(&question("What do we reply to after a split?")).await.unwrap();
    let to = |post: &Post| NewPost { body: "To that.".into(), reply_to: Some(post.id), ..NewPost::default() };
    let first = bea.reply_to_discussion(from.id, &post("A first word.")).await.unwrap();
    let second = ada.reply_to_discussion(from.id, &to(&first)).await.unwrap();
    let third = bea.reply_to_discussion(from.id, &to(&second)).await.unwrap();
    let new = NewSplit { post_ids: vec![second.id, third.id], title: "What was split off".into(), note: String::new() };
    let made = moderator.split_thread(from.id, &new).await.unwrap();
    // The first of those that went replied to what stayed, and replies to nothing now.
    let seen = bea.get_discussion(made.id).await.unwrap();
    assert_eq!((seen.opening.id, seen.opening.reply_to), (second.id, None));
    assert_eq!(seen.answers.items[0].reply_to.as_ref().map(|post| (post.id, post.number)), Some((second.id, 1)));
    let stayed = bea.get_discussion(from.id).await.unwrap().answers.items;
    assert_eq!((stayed.len(), stayed[0].reply_count, stayed[0].first_reply), (1, 0, None));

    let kept = app.member("Cai").await;
    kept.set_follow(&NewFollow { kind: FollowKind::Thread, id: made.id.0, is_on: true }).await.unwrap();
    kept.save_bookmark(made.id, &NewBookmark { note: "Read later.".into() }).await.unwrap();
    moderator.merge_thread(made.id, &NewMerge { into_id: from.id, note: String::new() }).await.unwrap();
    let viewer = kept.get_discussion(from.id).await.unwrap().viewer;
    assert_eq!((viewer.is_followed, viewer.is_bookmarked), (true, true));
    let marked = kept.list_bookmarks(&KeptQuery::default()).await.unwrap().items;
    assert!(marked.len() == 1 && marked[0].note == "Read later.");
    is_true(&app).await;
}

#[tokio::test]
async fn who_leaves_a_private_space_is_told_of_nothing_in_it_any_more() {
    let app = TestApp::start().await;
    let (ada, bea, keeper) = (app.member("Ada").await, app.member("Bea").await, app.member("Keeper").await);
    let room = space(&app.admin().await, "Private room", SpaceAccess::Private, Some(&keeper)).await;
    for one in [&ada, &bea] {
        one.request_to_join(room, &NewSpaceRequest::default()).await.unwrap();
        keeper.decide_space_request(room, one.id, &NewSpaceDecision { outcome: SpaceOutcome::Accepted }).await.unwrap();
    }
    let mut new = NewThread { space_id: Some(room), ..question("Who is told of what we say here?") };
    new.tags = vec!["secretwords".into()];
    let asked = keeper.ask_question(&new).await.unwrap();
    let given = ada.answer_question(asked.id, &post("I am, for now.")).await.unwrap();
    ada.save_bookmark(asked.id, &NewBookmark::default()).await.unwrap();
    ada.set_follow(&NewFollow { kind: FollowKind::Space, id: room.0, is_on: true }).await.unwrap();
    let tag = ada.get_tag("secretwords").await.unwrap();
    let seen = ada.get_space("private-room").await.unwrap();
    assert!(seen.viewer.is_followed && seen.moderators.iter().any(|who| who.id == keeper.id));
    assert!(seen.opened_by.is_some());
    ada.end_space_membership(room, ada.id).await.unwrap();

    app.settle().await;
    let before = app.mails_to(&ada.email).await.len();
    let new =
        NewSuggestion { version: given.version, body: "I was, till now.".into(), note: "So it is clearer.".into() };
    bea.suggest_edit(given.id, &new).await.unwrap();
    keeper.answer_question(asked.id, &post("Nobody else.")).await.unwrap();
    app.settle().await;
    assert_eq!(app.mails_to(&ada.email).await.len(), before);
    assert!(ada.list_bookmarks(&KeptQuery::default()).await.unwrap().items.is_empty());
    let follows = ada.list_follows(&KeptQuery::default()).await.unwrap().items;
    assert!(follows.iter().all(|follow| follow.kind != FollowKind::Thread));
    for view in [ThreadView::Followed, ThreadView::Unread] {
        let query = ThreadQuery { view: Some(view), ..ThreadQuery::default() };
        assert!(ada.list_questions(&query).await.unwrap().items.is_empty());
    }
    assert!(ada.list_suggestions(&SuggestionQuery::default()).await.unwrap().items.is_empty());
    // A tag that nothing else carries would tell of it.
    assert_eq!(status(ada.get_tag("secretwords").await), 404);
    assert_eq!(status(app.anonymous().get_tag("secretwords").await), 404);
    assert_eq!(keeper.get_tag("secretwords").await.unwrap().id, tag.id);
    let follow = |kind, id| NewFollow { kind, id, is_on: true };
    assert_eq!(status(ada.set_follow(&follow(FollowKind::Tag, tag.id.0)).await), 404);
    assert_eq!(status(ada.set_follow(&follow(FollowKind::Thread, asked.id.0)).await), 404);
    assert_eq!(status(ada.set_follow(&follow(FollowKind::Space, room.0)).await), 404);
    for status in [
        status(ada.add_comment(given.id, &NewComment { body: "I was here.".into() }).await),
        status(ada.react_to_post(given.id, &NewReaction { kind: ReactionKind::Thanks, is_on: true }).await),
        status(ada.list_comments(given.id, &PostQuery::default()).await),
        status(ada.list_revisions(given.id, &RevisionQuery::default()).await),
        status(ada.list_posts_around(asked.id, &PostWindowQuery::default()).await),
        status(ada.save_bookmark(asked.id, &NewBookmark::default()).await),
    ] {
        assert_eq!(status, 404);
    }
    is_true(&app).await;
}

#[tokio::test]
async fn what_was_deleted_before_a_lock_comes_back_by_moderators_alone() {
    let app = TestApp::start().await;
    let (ada, moderator) = (app.member("Ada").await, app.moderator().await);
    let asked =
        app.member("Bea").await.ask_question(&question("Who may take back what they took back?")).await.unwrap();
    let given = ada.answer_question(asked.id, &post("Not all of us.")).await.unwrap();
    ada.delete_post(given.id, &NewDeletion::default()).await.unwrap();
    let lock = ThreadOrderPatch { is_locked: Some(true), ..ThreadOrderPatch::default() };
    moderator.moderate_thread(asked.id, &lock).await.unwrap();
    assert_eq!(ada.restore_post(given.id).await.unwrap_err().status(), Some(409));
    moderator.restore_post(given.id).await.unwrap();
    assert_eq!(app.anonymous().get_question(asked.id).await.unwrap().answer_count, 1);
    is_true(&app).await;
}
