//! Writing in the forum: similar threads and drafts.

use api_types::forum::{NewPost, NewPostDraft, SimilarQuery};
use entity::{space, space_member, thread};
use harness::{TestApp, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

fn like(title: &str) -> SimilarQuery {
    SimilarQuery { title: title.into() }
}

fn draft(version: i32, body: &str) -> NewPostDraft {
    NewPostDraft { version, body: body.into(), ..NewPostDraft::default() }
}

#[tokio::test]
async fn list_similar_threads_needs_some_of_the_words_only_and_says_which_are_close() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let lease = ada.ask_question(&question("What did you refuse to take on in your lease?")).await.unwrap();
    let talk = ada.start_discussion(&question("Volunteers on a Saturday: how do you keep them?")).await.unwrap();
    for number in 0..7 {
        ada.ask_question(&question(&format!("Which boiler heats reading room {number}?"))).await.unwrap();
    }
    app.settle().await;
    let found = app.anonymous().list_similar_threads(&like("Repairs that you refuse in a leas")).await.unwrap();
    assert_eq!(found[0].thread.id, lease.id);
    let found = app.anonymous().list_similar_threads(&like("Is there a lease that you did refuse")).await.unwrap();
    assert!(found[0].thread.id == lease.id && found[0].is_close, "{found:?}");
    let found = app.anonymous().list_similar_threads(&like("keep volunteers happy")).await.unwrap();
    assert_eq!(found[0].thread.id, talk.id);
    assert_eq!(app.anonymous().list_similar_threads(&like("boiler in the reading room")).await.unwrap().len(), 5);
    assert!(app.anonymous().list_similar_threads(&like("Zebra crossing")).await.unwrap().is_empty());
    assert!(app.anonymous().list_similar_threads(&like("x")).await.is_err());
}

#[tokio::test]
async fn list_similar_threads_keeps_a_private_space_to_its_members() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Whom shall we dismiss from the board?")).await.unwrap();
    let row = space::ActiveModel {
        slug: Set("board".into()),
        name: Set("Board".into()),
        description: Set(String::new()),
        access: Set("private".into()),
        thread_count: Set(1),
        member_count: Set(1),
        slow_mode_seconds: Set(0),
        created_at: Set(1),
        version: Set(1),
        ..Default::default()
    };
    let private = row.insert(&app.deps.write).await.unwrap();
    let belongs = space_member::ActiveModel {
        space_id: Set(private.id),
        member_id: Set(ada.id.0),
        role: Set("member".into()),
        status: Set("active".into()),
        message: Set(String::new()),
        created_at: Set(1),
    };
    belongs.insert(&app.deps.write).await.unwrap();
    thread::Entity::update_many()
        .col_expr(thread::Column::SpaceId, Expr::value(private.id))
        .filter(thread::Column::Id.eq(asked.id.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
    // The index knows the thread as public until it follows: the store has the last word.
    app.settle().await;
    let title = like("Whom do we dismiss from our board");
    assert!(bea.list_similar_threads(&title).await.unwrap().is_empty());
    assert!(app.anonymous().list_similar_threads(&title).await.unwrap().is_empty());
    assert_eq!(ada.list_similar_threads(&title).await.unwrap().len(), 1);
}

#[tokio::test]
async fn drafts_are_ones_own_and_are_resumed_in_another_browser() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    assert_eq!(ada.get_draft("question").await.unwrap().version, 0);
    let new = NewPostDraft {
        title: "A title".into(),
        tags: "leases".into(),
        is_confidential: true,
        space: "7".into(),
        ..draft(0, "Some words")
    };
    let saved = ada.save_draft("question", &new).await.unwrap();
    assert_eq!((saved.version, saved.kept_as.as_deref()), (1, None));
    let again = ada.get_draft("question").await.unwrap();
    assert!(again.is_confidential);
    // What was begun in a space does not go to the open forum.
    assert_eq!(again.space, "7");
    assert_eq!((again.title.as_str(), again.body.as_str(), again.tags.as_str()), ("A title", "Some words", "leases"));
    assert_eq!(bea.get_draft("question").await.unwrap().version, 0);
    assert!(bea.list_drafts().await.unwrap().is_empty());
    // What is saved again unchanged is the same draft.
    assert_eq!(ada.save_draft("question", &NewPostDraft { version: 1, ..new }).await.unwrap().version, 1);
    ada.delete_draft("question").await.unwrap();
    ada.delete_draft("question").await.unwrap();
    assert!(ada.list_drafts().await.unwrap().is_empty());
    assert_eq!(ada.get_draft("nowhere").await.unwrap_err().status(), Some(404));
}

#[tokio::test]
async fn save_draft_in_two_browsers_keeps_both_and_says_so() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("Who writes in two browsers at once?")).await.unwrap();
    let key = format!("thread-{}", asked.id);
    let first = ada.save_draft(&key, &draft(0, "From the laptop")).await.unwrap();
    let other = ada.save_draft(&key, &draft(0, "From the telephone")).await.unwrap();
    let aside = other.kept_as.unwrap();
    assert_eq!(aside, format!("{key}~2"));
    assert_eq!(ada.get_draft(&aside).await.unwrap().body, "From the laptop");
    // The laptop goes on upon what it had.
    let third = ada.save_draft(&key, &draft(first.version, "From the laptop, longer")).await.unwrap();
    assert_eq!(third.kept_as.unwrap(), format!("{key}~3"));
    let all = ada.list_drafts().await.unwrap();
    let bodies: std::collections::BTreeSet<_> = all.iter().map(|draft| draft.body.as_str()).collect();
    assert_eq!(bodies, ["From the laptop", "From the laptop, longer", "From the telephone"].into());
    assert!(all.iter().all(|draft| draft.thread.as_ref().is_some_and(|thread| thread.id == asked.id)));
}

#[tokio::test]
async fn save_draft_many_at_once_loses_no_text() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let texts: Vec<_> = (0..12).map(|number| draft(0, &format!("Text number {number}"))).collect();
    let all = futures_util::future::join_all(texts.iter().map(|new| ada.save_draft("discussion", new))).await;
    assert!(all.iter().all(Result::is_ok));
    let kept = ada.list_drafts().await.unwrap();
    assert_eq!(kept.iter().map(|draft| draft.body.clone()).collect::<std::collections::BTreeSet<_>>().len(), 12);
}

#[tokio::test]
async fn a_member_has_a_hundred_drafts_at_most() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    for number in 1..=100 {
        ada.save_draft(&format!("thread-{number}"), &draft(0, "Words")).await.unwrap();
    }
    assert_eq!(ada.save_draft("question", &draft(0, "One more")).await.unwrap_err().status(), Some(409));
    assert!(ada.save_draft("thread-7", &draft(1, "This one is there already")).await.is_ok());
}

#[tokio::test]
async fn drafts_are_exported_purged_and_erased() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    ada.save_draft("question", &draft(0, "A draft of mine")).await.unwrap();
    let export = ada.export_my_data().await.unwrap();
    assert!(export.parts.iter().any(|part| part.name == "drafts" && part.rows.len() == 1), "{export:?}");
    app.pass(179 * 86_400);
    bea.client.set_token(None);
    domain::privacy::purge(&app.deps).await.unwrap();
    assert_eq!(entity::draft::Entity::find().all(&app.deps.read).await.unwrap().len(), 1);
    app.pass(2 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    assert!(entity::draft::Entity::find().all(&app.deps.read).await.unwrap().is_empty());
}

#[tokio::test]
async fn erase_me_takes_drafts_along() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    ada.save_draft("question", &draft(0, "A draft of mine")).await.unwrap();
    let wish = api_types::privacy::NewErasure { posts: api_types::privacy::PostsAfter::Keep, understands: true };
    ada.erase_me(&wish).await.unwrap();
    assert!(entity::draft::Entity::find().all(&app.deps.read).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_text_that_is_too_long_is_no_draft() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    assert!(ada.save_draft("question", &draft(0, &"x".repeat(20_001))).await.is_err());
    let asked = ada.ask_question(&question("Does posting take the draft along?")).await.unwrap();
    assert!(ada.answer_question(asked.id, &NewPost { body: "It does.".into(), ..NewPost::default() }).await.is_ok());
}
