//! Following, keeping, reading.

use api_types::ErrorCode;
use api_types::forum::{FollowKind, FollowSettings, KeptQuery, NewBookmark, NewFollow, NewPost, NewView, ThreadQuery};
use entity::{thread_view, view_key};
use harness::{TestApp, question};
use sea_orm::{EntityTrait, PaginatorTrait};

fn reply(words: &str) -> NewPost {
    NewPost { body: words.into(), ..NewPost::default() }
}

async fn is_true(app: &TestApp) {
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn set_follow_lists_what_is_followed_and_one_follows_what_one_asks_and_answers() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Who follows what they asked?")).await.unwrap();
    assert!(ada.get_question(asked.id).await.unwrap().viewer.is_followed);
    assert!(!bea.get_question(asked.id).await.unwrap().viewer.is_followed);
    bea.answer_question(asked.id, &reply("I do.")).await.unwrap();
    assert!(bea.get_question(asked.id).await.unwrap().viewer.is_followed);
    for (kind, id) in
        [(FollowKind::Tag, 1), (FollowKind::Shelf, 2), (FollowKind::Space, 1), (FollowKind::Member, ada.id.0)]
    {
        let new = NewFollow { kind, id, is_on: true };
        assert!(!bea.get_follow(kind, id).await.unwrap().is_followed);
        assert!(bea.set_follow(&new).await.unwrap().is_followed);
        bea.set_follow(&new).await.unwrap();
        assert!(bea.get_follow(kind, id).await.unwrap().is_followed);
        app.pass(1);
    }
    let missing = bea.set_follow(&NewFollow { kind: FollowKind::Tag, id: 99_999, is_on: true }).await.unwrap_err();
    assert_eq!(missing.code(), Some(ErrorCode::NotFound));
    let own = bea.set_follow(&NewFollow { kind: FollowKind::Member, id: bea.id.0, is_on: true }).await.unwrap_err();
    assert_eq!(own.code(), Some(ErrorCode::NotFound));
    let mut query = KeptQuery { limit: Some(2), ..KeptQuery::default() };
    let mut found = Vec::new();
    loop {
        let page = bea.list_follows(&query).await.unwrap();
        found.extend(page.items.into_iter().map(|follow| (follow.kind, follow.name)));
        query.after = page.next;
        if query.after.is_none() {
            break;
        }
    }
    let names: Vec<_> = found.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["Ada", "Open forum", "Volunteers and rotas", "leases", "Who follows what they asked?"]);
    bea.set_follow(&NewFollow { kind: FollowKind::Thread, id: asked.id.0, is_on: false }).await.unwrap();
    assert_eq!(bea.list_follows(&KeptQuery::default()).await.unwrap().items.len(), 4);
}

#[tokio::test]
async fn new_answers_mail_each_follower_once_until_they_look() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("How many mails do I get of this?")).await.unwrap();
    let about = |mails: Vec<domain::mail::Message>| {
        mails.into_iter().filter(|mail| mail.subject.contains("How many mails")).collect::<Vec<_>>()
    };
    for words in ["One.", "Two.", "Three."] {
        bea.answer_question(asked.id, &reply(words)).await.unwrap();
    }
    let mails = about(app.mails_to(&ada.email).await);
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains(&format!("/questions/{}/how-many-mails-do-i-get-of-this?post=2", asked.id)));
    // Who answered is told of nothing of their own.
    assert!(about(app.mails_to(&bea.email).await).is_empty());
    ada.view_thread(asked.id, &NewView { number: 4 }).await.unwrap();
    bea.answer_question(asked.id, &reply("Four.")).await.unwrap();
    assert_eq!(about(app.mails_to(&ada.email).await).len(), 2);
    // The link in the mail ends it, for mail programs too, and nobody else's.
    let link = mails[0].unsubscribe.clone().unwrap();
    let (_, secret) = link.rsplit_once('/').unwrap();
    let forged = secret.replacen(&ada.id.to_string(), &bea.id.to_string(), 1);
    assert!(app.anonymous().unfollow_by_mail(&forged).await.is_err());
    app.anonymous().unfollow_by_mail(secret).await.unwrap();
    app.anonymous().unfollow_by_mail(secret).await.unwrap();
    ada.view_thread(asked.id, &NewView { number: 5 }).await.unwrap();
    bea.answer_question(asked.id, &reply("Five.")).await.unwrap();
    assert_eq!(about(app.mails_to(&ada.email).await).len(), 2);
    assert!(bea.get_question(asked.id).await.unwrap().viewer.is_followed);
}

#[tokio::test]
async fn update_follow_settings_turns_the_mails_off() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    assert!(ada.get_follow_settings().await.unwrap().mails);
    ada.update_follow_settings(&FollowSettings { mails: false }).await.unwrap();
    assert!(!ada.get_follow_settings().await.unwrap().mails);
    let asked = ada.ask_question(&question("Do mails come when they are off?")).await.unwrap();
    bea.answer_question(asked.id, &reply("No.")).await.unwrap();
    let mails = app.mails_to(&ada.email).await;
    assert!(mails.iter().all(|mail| !mail.subject.contains("Do mails come")));
}

#[tokio::test]
async fn save_bookmark_keeps_a_thread_with_a_note() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let first = ada.ask_question(&question("Is this worth keeping for later?")).await.unwrap();
    let second = ada.ask_question(&question("Is this one worth keeping as well?")).await.unwrap();
    let note = |words: &str| NewBookmark { note: words.into() };
    bea.save_bookmark(first.id, &note("For the meeting")).await.unwrap();
    app.pass(1);
    bea.save_bookmark(second.id, &note("")).await.unwrap();
    bea.save_bookmark(first.id, &note("For the meeting in May")).await.unwrap();
    let kept = bea.list_bookmarks(&KeptQuery::default()).await.unwrap().items;
    let seen: Vec<_> = kept.iter().map(|kept| (kept.thread.id, kept.note.as_str())).collect();
    assert_eq!(seen, [(second.id, ""), (first.id, "For the meeting in May")]);
    assert!(bea.get_question(first.id).await.unwrap().viewer.is_bookmarked);
    assert!(ada.list_bookmarks(&KeptQuery::default()).await.unwrap().items.is_empty());
    bea.delete_bookmark(first.id).await.unwrap();
    bea.delete_bookmark(first.id).await.unwrap();
    assert_eq!(bea.list_bookmarks(&KeptQuery::default()).await.unwrap().items.len(), 1);
    let export = serde_json::to_string(&bea.export_my_data().await.unwrap()).unwrap();
    assert!(export.contains("bookmarks"), "{export}");
}

#[tokio::test]
async fn view_thread_marks_what_is_read_and_never_goes_back() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("How much of this is new to me?")).await.unwrap();
    let new_count = || async { ada.list_questions(&ThreadQuery::default()).await.unwrap().items[0].new_count };
    assert_eq!(new_count().await, 0);
    ada.view_thread(asked.id, &NewView { number: 1 }).await.unwrap();
    for words in ["One.", "Two.", "Three."] {
        bea.answer_question(asked.id, &reply(words)).await.unwrap();
    }
    assert_eq!(new_count().await, 3);
    // Many devices at once, in no order: the farthest counts.
    let numbers: Vec<_> = (0..40).map(|place| NewView { number: place * 7 % 3 + 1 }).collect();
    let all = futures_util::future::join_all(numbers.iter().map(|new| ada.view_thread(asked.id, new))).await;
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(ada.get_question(asked.id).await.unwrap().viewer.last_read, Some(3));
    assert_eq!(new_count().await, 1);
    // A number that is not there yet is not read.
    assert_eq!(ada.view_thread(asked.id, &NewView { number: 500 }).await.unwrap().last_read, Some(4));
    assert_eq!(new_count().await, 0);
    assert_eq!(app.anonymous().list_questions(&ThreadQuery::default()).await.unwrap().items[0].new_count, 0);
}

#[tokio::test]
async fn view_thread_counts_each_once_a_day_and_forgets_who_it_was() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("How often was this looked at?")).await.unwrap();
    let one = NewView { number: 1 };
    let anybody = app.anonymous();
    let all = futures_util::future::join_all((0..60).map(|place| match place % 3 {
        0 => ada.view_thread(asked.id, &one),
        1 => bea.view_thread(asked.id, &one),
        _ => anybody.view_thread(asked.id, &one),
    }));
    assert!(all.await.iter().all(Result::is_ok));
    assert_eq!(anybody.view_thread(asked.id, &one).await.unwrap().view_count, 3);
    is_true(&app).await;
    app.pass(2 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    assert_eq!(thread_view::Entity::find().count(&app.deps.read).await.unwrap(), 0);
    assert_eq!(view_key::Entity::find().count(&app.deps.read).await.unwrap(), 0);
    is_true(&app).await;
    assert_eq!(anybody.view_thread(asked.id, &one).await.unwrap().view_count, 4);
    is_true(&app).await;
}
