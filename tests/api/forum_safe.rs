//! What keeps the forum from being turned against those who use it.

use api_types::forum::{
    AttachmentQuery, AuditQuery, NewComment, NewDeletion, NewPost, NewPreview, NewRevisionRemoval, NewSuggestion,
    NewThread, NewView, RevisionQuery, SpaceAccess, SpaceQuery, SuggestionQuery, ThreadOrderPatch, ThreadQuery,
};
use api_types::privacy::{NewErasure, PostsAfter};
use api_types::search::SearchQuery;
use entity::{comment, post_suggestion};
use harness::raw::Answer;
use harness::{Persona, TestApp, question};
use object_store::ObjectStoreExt;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::budgets::{Budgets, Limits};

use super::forum_moderation::{is_true, space, status};

fn said(words: &str) -> NewComment {
    NewComment { body: words.into() }
}

#[tokio::test]
async fn update_comment_is_for_its_author_and_others_who_delete_it_are_on_record() {
    let app = TestApp::start().await;
    let (ada, bea, admin) = (app.member("Ada").await, app.member("Bea").await, app.admin().await);
    let (keeper, moderator) = (app.member("Keeper").await, app.moderator().await);
    let kept = space(&admin, "Kept", SpaceAccess::Public, Some(&keeper)).await;
    let asked =
        ada.ask_question(&NewThread { space_id: Some(kept), ..question("Whose words are these?") }).await.unwrap();
    let comment = bea.add_comment(asked.opening.id, &said("Mine.")).await.unwrap();
    assert_eq!((comment.viewer.can_edit, comment.viewer.can_delete), (true, true));
    for other in [&keeper, &moderator, &admin] {
        let seen = other.get_question(asked.id).await.unwrap().opening.comments.remove(0);
        assert_eq!((seen.viewer.can_edit, seen.viewer.can_delete), (false, true), "{}", other.email);
        assert_eq!(status(other.update_comment(comment.id, comment.version, &said("Not hers.")).await), 403);
    }
    keeper.delete_comment(comment.id).await.unwrap();
    let mails = app.mails_to(&bea.email).await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.starts_with("Your comment was deleted:")).count(), 1);
    moderator.restore_comment(comment.id).await.unwrap();
    bea.delete_comment(comment.id).await.unwrap();
    let log = admin.list_audit_entries(&AuditQuery::default()).await.unwrap().items;
    let detail = format!("comment={}", comment.id);
    let acts: Vec<_> = log.iter().filter(|entry| entry.detail == detail).map(|entry| entry.action.as_str()).collect();
    assert_eq!(acts, ["restore_comment", "delete_comment"]);
    is_true(&app).await;
}

#[tokio::test]
async fn moderate_thread_pins_for_its_own_space_and_five_at_most() {
    let app = TestApp::start().await;
    let (ada, admin, keeper) = (app.member("Ada").await, app.admin().await, app.member("Keeper").await);
    let kept = space(&admin, "Kept", SpaceAccess::Public, Some(&keeper)).await;
    let mut ids = Vec::new();
    for number in 0..7 {
        let new = question(&format!("Which of seven is number {number}?"));
        ids.push(ada.ask_question(&NewThread { space_id: Some(kept), ..new }).await.unwrap().id);
    }
    let elsewhere = ada.ask_question(&question("Does this stay the first of all?")).await.unwrap().id;
    let pin = ThreadOrderPatch { is_pinned: Some(true), ..ThreadOrderPatch::default() };
    for id in &ids[..5] {
        keeper.moderate_thread(*id, &pin).await.unwrap();
        app.pass(1);
    }
    assert_eq!(status(keeper.moderate_thread(ids[5], &pin).await), 409);
    // Again is no more of them, and one that was taken off makes room.
    keeper.moderate_thread(ids[4], &pin).await.unwrap();
    let slug = admin.list_spaces(&SpaceQuery::default()).await.unwrap();
    let slug = slug.items.into_iter().find(|space| space.id == kept).unwrap().slug;
    for limit in [1, 3, 8] {
        for (space, wanted) in [(None, vec![6, 5, 4, 3, 2, 1, 0]), (Some(slug.clone()), vec![4, 3, 2, 1, 0, 6, 5])] {
            let mut query = ThreadQuery { limit: Some(limit), space: space.clone(), ..ThreadQuery::default() };
            let mut found = Vec::new();
            loop {
                let page = app.anonymous().list_questions(&query).await.unwrap();
                found.extend(page.items.iter().map(|thread| thread.id));
                let Some(next) = page.next else { break };
                query.after = Some(next);
            }
            let first = space.is_none().then_some(elsewhere);
            let wanted: Vec<_> = first.into_iter().chain(wanted.into_iter().map(|place: usize| ids[place])).collect();
            assert_eq!(found, wanted, "{limit} {space:?}");
        }
    }
    let off = ThreadOrderPatch { is_pinned: Some(false), ..ThreadOrderPatch::default() };
    keeper.moderate_thread(ids[0], &off).await.unwrap();
    keeper.moderate_thread(ids[5], &pin).await.unwrap();
    // Nor does a sixth come in from elsewhere.
    admin.moderate_thread(elsewhere, &pin).await.unwrap();
    let into = ThreadOrderPatch { space_id: Some(kept), ..ThreadOrderPatch::default() };
    assert_eq!(status(admin.moderate_thread(elsewhere, &into).await), 409);
    is_true(&app).await;
}

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = image::RgbImage::from_pixel(8, 8, image::Rgb([10, 90, 40]));
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

/// A picture of a member's: its path, and the last part of that.
async fn picture(member: &Persona, name: &str) -> (String, String) {
    let stored = member.upload_attachment(&AttachmentQuery { name: name.into() }, png()).await.unwrap();
    let key = stored.path.rsplit('/').next().unwrap().to_owned();
    (stored.path, key)
}

fn post(text: &str) -> NewPost {
    NewPost { body: text.into(), ..NewPost::default() }
}

async fn is_there(app: &TestApp, key: &str) -> bool {
    let is_there = app.anonymous().get_attachment(key).await.is_ok();
    let file = app.deps.files.head(&object_store::path::Path::from(key)).await.is_ok();
    assert!(is_there <= file, "a row without a file");
    is_there || file
}

#[tokio::test]
async fn remove_revision_text_takes_the_pictures_along_that_stand_nowhere_else() {
    let app = TestApp::start().await;
    let (ada, moderator) = (app.member("Ada").await, app.moderator().await);
    let asked = ada.ask_question(&question("Whose face was in the picture?")).await.unwrap();
    let ((gone, gone_key), (kept, kept_key)) = (picture(&ada, "a.png").await, picture(&ada, "b.png").await);
    let given = ada.answer_question(asked.id, &post(&format!("![a]({gone}) ![b]({kept})"))).await.unwrap();
    ada.update_post(given.id, 1, &post(&format!("Only ![b]({kept})"))).await.unwrap();
    assert!(is_there(&app, &gone_key).await);
    let states = moderator.list_revisions(given.id, &RevisionQuery::default()).await.unwrap().items;
    let removal = NewRevisionRemoval { reason: "A face.".into() };
    moderator.remove_revision_text(states[1].id.unwrap(), &removal).await.unwrap();
    assert_eq!((is_there(&app, &gone_key).await, is_there(&app, &kept_key).await), (false, true));
    is_true(&app).await;
}

#[tokio::test]
async fn what_is_purged_takes_its_pictures_and_its_comments_along() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let [(a, in_answer), (b, in_thread), (c, kept)] =
        [picture(&ada, "a.png").await, picture(&ada, "b.png").await, picture(&ada, "c.png").await];
    let asked = ada.ask_question(&question("What is left after a month?")).await.unwrap();
    let given = ada.answer_question(asked.id, &post(&format!("![a]({a})"))).await.unwrap();
    let stays = ada.answer_question(asked.id, &post(&format!("![c]({c})"))).await.unwrap();
    let comment = bea.add_comment(stays.id, &said("Zymurgical words.")).await.unwrap();
    let other = NewThread { body: format!("See ![b]({b}) here."), ..question("What goes with all that is in it?") };
    let other = ada.ask_question(&other).await.unwrap();
    ada.delete_post(given.id, &NewDeletion::default()).await.unwrap();
    ada.delete_thread(other.id, &NewDeletion::default()).await.unwrap();
    bea.delete_comment(comment.id).await.unwrap();
    app.pass(29 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    let bea = app.sign_in(&bea.email).await;
    bea.restore_comment(comment.id).await.unwrap();
    bea.delete_comment(comment.id).await.unwrap();
    // A deleted post shows nothing to anybody, though its pictures are still kept.
    assert_eq!(status(app.anonymous().get_attachment(&in_answer).await), 404);
    app.pass(30 * 86_400 + 1);
    let bea = app.sign_in("bea@example.org").await;
    assert_eq!(status(bea.restore_comment(comment.id).await), 404);
    domain::privacy::purge(&app.deps).await.unwrap();
    for (key, is_kept) in [(&in_answer, false), (&in_thread, false), (&kept, true)] {
        assert_eq!(is_there(&app, key).await, is_kept, "{key}");
    }
    assert_eq!(comment::Entity::find_by_id(comment.id.0).one(&app.deps.read).await.unwrap(), None);
    is_true(&app).await;
}

#[tokio::test]
async fn erase_me_with_what_was_written_takes_the_pictures_of_others_in_it_along() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Who put a picture into what is erased?")).await.unwrap();
    let ((gone, gone_key), (kept, kept_key)) = (picture(&bea, "a.png").await, picture(&bea, "b.png").await);
    let given = bea.answer_question(asked.id, &post(&format!("![a]({gone})"))).await.unwrap();
    bea.delete_post(given.id, &NewDeletion::default()).await.unwrap();
    let answered = ada.ask_question(&question("Who answers with a picture?")).await.unwrap();
    bea.answer_question(answered.id, &post(&format!("![b]({kept})"))).await.unwrap();
    ada.erase_me(&NewErasure { posts: PostsAfter::Remove, understands: true }).await.unwrap();
    assert_eq!((is_there(&app, &gone_key).await, is_there(&app, &kept_key).await), (false, true));
    is_true(&app).await;
}

#[tokio::test]
async fn suggest_edit_again_and_again_mails_once_a_day() {
    let app = TestApp::start().await;
    let (ada, bea, cai) = (app.member("Ada").await, app.member("Bea").await, app.member("Cai").await);
    let asked = ada.ask_question(&question("How many mails are enough?")).await.unwrap();
    let new = NewSuggestion { version: 1, body: "Zymurgy is enough.".into(), note: "Quixotic.".into() };
    let told = async || {
        let mails = app.mails_to(&ada.email).await;
        mails.iter().filter(|mail| mail.subject.starts_with("Somebody suggests")).count()
    };
    for _ in 0..3 {
        let made = bea.suggest_edit(asked.opening.id, &new).await.unwrap();
        bea.withdraw_suggestion(made.id).await.unwrap();
        assert_eq!(status(bea.withdraw_suggestion(made.id).await), 404);
        assert_eq!(status(ada.accept_suggestion(made.id).await), 404);
    }
    assert_eq!(told().await, 1);
    for query in [SuggestionQuery::default(), SuggestionQuery { mine: Some(true), ..SuggestionQuery::default() }] {
        assert!(bea.list_suggestions(&query).await.unwrap().items.is_empty());
    }
    // What was taken back is kept nowhere.
    let kept = post_suggestion::Entity::find().all(&app.deps.read).await.unwrap();
    assert!(kept.iter().all(|row| row.body.is_empty() && row.old_body.is_empty() && row.note.is_empty()));
    cai.suggest_edit(asked.opening.id, &new).await.unwrap();
    assert_eq!(told().await, 2);
    app.pass(86_401);
    domain::privacy::purge(&app.deps).await.unwrap();
    assert_eq!(post_suggestion::Entity::find().count(&app.deps.read).await.unwrap(), 1);
    let bea = app.sign_in(&bea.email).await;
    bea.suggest_edit(asked.opening.id, &new).await.unwrap();
    assert_eq!(told().await, 3);
    is_true(&app).await;
}

#[tokio::test]
async fn a_notice_holds_no_links_from_a_title() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Win at https://evil.example/x now")).await.unwrap();
    bea.answer_question(asked.id, &post("No.")).await.unwrap();
    let mails = app.mails_to(&ada.email).await;
    let notice = mails.iter().find(|mail| mail.subject.starts_with("New:")).unwrap();
    assert!(!notice.subject.contains("evil.example") && !notice.text.contains("evil.example"), "{notice:?}");
}

#[tokio::test]
async fn add_comment_waits_its_turn_where_it_is_slow() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let asked = ada.start_discussion(&question("Shall we comment slowly?")).await.unwrap();
    let slow = ThreadOrderPatch { slow_mode_seconds: Some(60), ..ThreadOrderPatch::default() };
    moderator.moderate_thread(asked.id, &slow).await.unwrap();
    bea.add_comment(asked.opening.id, &said("One.")).await.unwrap();
    app.pass(20);
    let client::Error::Problem(problem) = bea.add_comment(asked.opening.id, &said("Two.")).await.unwrap_err() else {
        panic!()
    };
    assert_eq!((problem.status, problem.retry_after_seconds), (429, Some(40)));
    assert_eq!(status(bea.reply_to_discussion(asked.id, &post("Two.")).await), 429);
    app.pass(40);
    // Many at once: one of them is in time.
    let new = said("Two.");
    let all = futures_util::future::join_all((0..10).map(|_| bea.add_comment(asked.opening.id, &new))).await;
    assert_eq!(all.iter().filter(|comment| comment.is_ok()).count(), 1);
    moderator.add_comment(asked.opening.id, &said("One.")).await.unwrap();
    moderator.add_comment(asked.opening.id, &said("Two.")).await.unwrap();
    is_true(&app).await;
}

#[tokio::test]
async fn view_thread_again_on_the_same_day_waits_for_no_writer() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("Who looks at this twice?")).await.unwrap();
    let anybody = app.anonymous();
    let first = anybody.view_thread(asked.id, &NewView { number: 1 }).await.unwrap();
    // Somebody else writes for as long as this is held.
    let writing = app.deps.begin().await.unwrap();
    let again = anybody.view_thread(asked.id, &NewView { number: 1 }).await.unwrap();
    drop(writing);
    assert_eq!((first.view_count, again.view_count, again.last_read), (1, 1, None));
}

#[tokio::test]
async fn who_asks_for_too_much_in_a_minute_is_told_how_long_to_wait() {
    let limits = Limits { writes: 6, views: 2, searches: 3 };
    let app = TestApp::with(|http| http.budgets = Budgets::new(limits)).await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("How much is too much?")).await.unwrap();
    let preview = NewPreview { body: "*So much.*".into() };
    for _ in 0..5 {
        ada.preview_markdown(&preview).await.unwrap();
    }
    let refused = Answer::to(app.request_of(ada.token().as_ref(), "POST", "/api/v1/previews").json(&preview)).await;
    assert_eq!((refused.status, refused.headers.get("retry-after").unwrap().to_str().unwrap()), (429, "10"));
    // Other ways of writing the address are the same address.
    let refused = Answer::to(app.request_of(ada.token().as_ref(), "POST", "/api/v1/preview%73").json(&preview)).await;
    assert_eq!(refused.status, 429);
    // Reading is free, others have budgets of their own, and it comes back evenly.
    ada.get_question(asked.id).await.unwrap();
    bea.preview_markdown(&preview).await.unwrap();
    app.pass(10);
    ada.preview_markdown(&preview).await.unwrap();
    assert_eq!(status(ada.add_comment(asked.opening.id, &said("And more.")).await), 429);

    let anybody = app.anonymous();
    for wanted in [200, 200, 429] {
        assert_eq!(status(anybody.view_thread(asked.id, &NewView { number: 1 }).await), wanted);
    }
    let search = SearchQuery { q: "much".into(), ..SearchQuery::default() };
    for wanted in [200, 200, 200, 429] {
        assert_eq!(status(anybody.search(&search).await), wanted);
        assert_eq!(status(bea.search(&search).await), wanted);
    }
}
