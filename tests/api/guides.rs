//! Answers that become guides.

use api_types::ShelfId;
use api_types::forum::{AcceptedAnswer, NewPost, NewThread, Thread, ThreadQuery};
use api_types::resources::{GuidePatch, ResourceKind, ResourceQuery, ResourceStatus};
use api_types::search::{SearchKind, SearchQuery};
use api_types::topics::TagQuery;
use harness::{Persona, TestApp, question};

/// A question with an accepted answer.
async fn settled(keeper: &Persona, helper: &Persona, new: &NewThread) -> Thread {
    let asked = keeper.ask_question(new).await.unwrap();
    let body = "Ask for **works**, not money.".to_owned();
    let given = helper.answer_question(asked.id, &NewPost { body, ..NewPost::default() }).await.unwrap();
    keeper.accept_answer(asked.id, &AcceptedAnswer { answer_id: Some(given.id) }).await.unwrap()
}

fn status<T: std::fmt::Debug>(result: client::Result<T>) -> Option<u16> {
    result.unwrap_err().status()
}

#[tokio::test]
async fn an_accepted_answer_becomes_a_guide() {
    let app = TestApp::start().await;
    let (ada, bea, cai) = (app.member("Ada").await, app.member("Bea").await, app.member("Cai").await);
    let asked = settled(&ada, &bea, &question("How do you settle who mends the boiler?")).await;
    assert!(asked.can_make_guide && !cai.get_question(asked.id).await.unwrap().can_make_guide);
    assert_eq!(status(cai.make_guide(asked.id).await), Some(403));
    let draft = bea.make_guide(asked.id).await.unwrap();
    assert_eq!((draft.status, draft.kind), (ResourceStatus::Draft, ResourceKind::Guide));
    assert_eq!(draft.authors.iter().map(|author| author.id).collect::<Vec<_>>(), [bea.id, ada.id]);
    assert_eq!(draft.owner.as_ref().unwrap().id, bea.id);
    assert_eq!(draft.question.as_ref().unwrap().id, asked.id);
    assert_eq!(
        (draft.licence.as_deref(), draft.tags.as_slice()),
        (Some("CC-BY-4.0"), ["leases".to_owned()].as_slice())
    );
    assert_eq!(draft.review_on.unwrap().to_string(), "2027-03-10");
    assert!(draft.summary_html.contains("<strong>works</strong>"));
    // There is one already, which is not hers to see yet.
    assert_eq!(status(ada.make_guide(asked.id).await), Some(403));
    assert_eq!(status(bea.make_guide(asked.id).await), Some(409));
    assert_eq!(bea.get_question(asked.id).await.unwrap().guide.map(|guide| guide.is_draft), Some(true));

    let patch = GuidePatch {
        title: Some("Settling who mends the boiler".into()),
        shelf_id: Some(ShelfId(2)),
        tags: Some(vec!["boilers".into()]),
        review_on: "2026-09-01".parse().ok(),
        ..GuidePatch::default()
    };
    assert_eq!(status(bea.update_guide(draft.id, 9, &patch).await), Some(412));
    let changed = bea.update_guide(draft.id, draft.version, &patch).await.unwrap();
    assert_eq!((changed.shelf.id, changed.version), (ShelfId(2), 2));
    let listed = || async { app.anonymous().list_questions(&ThreadQuery::default()).await.unwrap().items };
    assert!(!listed().await[0].became_guide, "a draft is nobody's but its owner's");
    let guide = app.moderator().await.publish_guide(draft.id, changed.version).await.unwrap();
    assert_eq!(guide.status, ResourceStatus::Published);
    assert!(listed().await[0].became_guide);
    assert_eq!(status(bea.publish_guide(draft.id, guide.version).await), Some(409));
    assert_eq!(status(bea.discard_guide(draft.id, guide.version).await), Some(409));

    let shown = app.anonymous().get_question(asked.id).await.unwrap().guide.unwrap();
    assert_eq!((shown.is_draft, shown.title.as_str()), (false, "Settling who mends the boiler"));
    let seen = app.anonymous().get_resource(draft.id).await.unwrap();
    assert!(!seen.viewer.can_edit && seen.question.is_some());
    assert_eq!(status(cai.update_guide(draft.id, guide.version, &patch).await), Some(403));
    // What is published can still be put right, and stays counted once.
    bea.update_guide(draft.id, guide.version, &GuidePatch { shelf_id: Some(ShelfId(1)), ..GuidePatch::default() })
        .await
        .unwrap();
    app.settle().await;
    let search = SearchQuery { q: "boiler".into(), kind: Some(SearchKind::Resource), ..SearchQuery::default() };
    assert_eq!(app.anonymous().search(&search).await.unwrap().total, 1);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_draft_is_nowhere_but_with_those_who_finish_it() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = settled(&ada, &bea, &question("How do you settle who mends the boiler?")).await;
    let before = app.anonymous().get_network().await.unwrap();
    let shelves = app.anonymous().list_shelves().await.unwrap();
    let tags = app.anonymous().list_tags(&TagQuery::default()).await.unwrap();
    let draft = ada.make_guide(asked.id).await.unwrap();
    app.settle().await;
    for other in [&app.anonymous(), &bea] {
        assert_eq!(status(other.get_resource(draft.id).await), Some(404));
        assert!(other.list_resources(&ResourceQuery::default()).await.unwrap().items.is_empty());
        assert!(other.get_question(asked.id).await.unwrap().guide.is_none());
        let search = SearchQuery { q: "boiler".into(), kind: Some(SearchKind::Resource), ..SearchQuery::default() };
        assert_eq!(other.search(&search).await.unwrap().total, 0);
    }
    assert_eq!(status(bea.update_guide(draft.id, draft.version, &GuidePatch::default()).await), Some(404));
    assert_eq!(status(bea.publish_guide(draft.id, draft.version).await), Some(404));
    assert_eq!(status(bea.discard_guide(draft.id, draft.version).await), Some(404));
    assert_eq!(app.anonymous().get_network().await.unwrap(), before);
    assert_eq!(app.anonymous().list_shelves().await.unwrap(), shelves);
    assert_eq!(app.anonymous().list_tags(&TagQuery::default()).await.unwrap(), tags);
    assert_eq!(app.moderator().await.get_resource(draft.id).await.unwrap().id, draft.id);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
    // Discarded, it can be made anew.
    ada.discard_guide(draft.id, draft.version).await.unwrap();
    assert!(ada.get_question(asked.id).await.unwrap().can_make_guide);
    bea.make_guide(asked.id).await.unwrap();
}

#[tokio::test]
async fn a_guide_does_not_tell_who_asked_in_confidence() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let hidden = NewThread { is_confidential: true, ..question("How do you settle a quarrel of trustees?") };
    let asked = settled(&ada, &bea, &hidden).await;
    // Whoever makes a guide is named on it: the keeper cannot.
    assert!(!asked.can_make_guide);
    assert_eq!(status(ada.make_guide(asked.id).await), Some(403));
    let guide = bea.make_guide(asked.id).await.unwrap();
    assert_eq!(guide.authors.iter().map(|author| author.id).collect::<Vec<_>>(), [bea.id]);
    bea.publish_guide(guide.id, guide.version).await.unwrap();
    let shown = app.anonymous().get_resource(guide.id).await.unwrap();
    assert!(!serde_json::to_string(&shown).unwrap().contains("Ada"));
    // An answer that the keeper gave in confidence has no author to be named.
    let own = settled(&ada, &ada, &hidden).await;
    let guide = app.moderator().await.make_guide(own.id).await.unwrap();
    assert!(guide.authors.is_empty());
}

#[tokio::test]
async fn only_accepted_answers_become_guides() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("How do you settle nothing at all?")).await.unwrap();
    assert!(!asked.can_make_guide);
    assert_eq!(status(ada.make_guide(asked.id).await), Some(409));
}
