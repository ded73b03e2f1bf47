//! Histories of posts and suggested changes.

use api_types::accounts::Role;
use api_types::forum::{
    Change, ChangeKind, NewPost, NewRefusal, NewRevisionRemoval, NewSuggestion, RevisionQuery, SuggestionQuery,
    SuggestionStatus, ThreadPatch,
};
use api_types::search::SearchQuery;
use api_types::{ErrorCode, PostId};
use harness::{TestApp, question};

fn post(body: &str) -> NewPost {
    NewPost { body: body.into(), ..NewPost::default() }
}

fn suggestion(version: i32, body: &str) -> NewSuggestion {
    NewSuggestion { version, body: body.into(), note: "A word is missing.".into() }
}

fn of(kind: ChangeKind, changes: &[Change]) -> String {
    changes.iter().filter(|change| change.kind == kind).map(|change| change.text.as_str()).collect()
}

#[tokio::test]
async fn list_revisions_tells_what_changed_who_did_it_and_when() {
    let app = TestApp::start().await;
    let (ada, mo) = (app.member("Ada").await, app.persona("Mo", Role::Moderator).await);
    let asked = ada.ask_question(&question("What does a lease leave out?")).await.unwrap();
    let given = ada.answer_question(asked.id, &post("Ask for a cap on the roof.")).await.unwrap();
    let only = app.anonymous().list_revisions(given.id, &RevisionQuery::default()).await.unwrap();
    assert_eq!((only.items.len(), only.items[0].id), (1, None));
    app.pass(60);
    ada.update_post(given.id, 1, &post("Ask for a high cap on the roof.")).await.unwrap();
    app.pass(60);
    mo.update_post(given.id, 2, &post("Ask for a high cap on the boiler.")).await.unwrap();
    let all = app.anonymous().list_revisions(given.id, &RevisionQuery::default()).await.unwrap().items;
    let told: Vec<_> = all.iter().map(|state| (state.version, state.author.as_ref().unwrap().id)).collect();
    assert_eq!(told, [(3, mo.id), (2, ada.id), (1, ada.id)]);
    assert_eq!(of(ChangeKind::Removed, &all[0].body), "roof.");
    assert_eq!(of(ChangeKind::Added, &all[0].body), "boiler.");
    assert_eq!(of(ChangeKind::Added, &all[1].body).trim(), "high");
    assert_eq!(of(ChangeKind::Same, &all[2].body), "Ask for a cap on the roof.");
    assert!(all[0].created_at > all[1].created_at && all[1].created_at > all[2].created_at);

    // Page by page they are the same.
    let first = RevisionQuery { limit: Some(1), after: None };
    let first = app.anonymous().list_revisions(given.id, &first).await.unwrap();
    let rest = RevisionQuery { limit: Some(1), after: first.next.clone() };
    let rest = app.anonymous().list_revisions(given.id, &rest).await.unwrap();
    let paged: Vec<_> = first.items.into_iter().chain(rest.items).collect();
    assert_eq!(paged, all);
    assert_eq!(rest.next, None);
}

#[tokio::test]
async fn update_question_keeps_title_and_tags_and_search_forgets_what_was_said() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let mut new = question("What does a lease leave out?");
    new.body = "The zebra said so.".into();
    let asked = ada.ask_question(&new).await.unwrap();
    let patch = ThreadPatch {
        title: Some("What does our lease leave out?".into()),
        body: Some("The council said so.".into()),
        tags: Some(vec!["repairs".into()]),
        ..ThreadPatch::default()
    };
    ada.update_question(asked.id, 1, &patch).await.unwrap();
    assert_eq!(ada.update_question(asked.id, 1, &patch).await.unwrap_err().code(), Some(ErrorCode::EditConflict));
    app.settle().await;
    let all = app.anonymous().list_revisions(asked.opening.id, &RevisionQuery::default()).await.unwrap().items;
    assert_eq!(all.len(), 2);
    assert_eq!(
        (of(ChangeKind::Removed, &all[0].title), of(ChangeKind::Added, &all[0].title)),
        ("a".into(), "our".into())
    );
    assert_eq!(of(ChangeKind::Removed, &all[0].tags), "leases");
    assert_eq!(of(ChangeKind::Removed, &all[0].body), "zebra");
    let found = app.anonymous().search(&SearchQuery { q: "zebra".into(), ..SearchQuery::default() }).await.unwrap();
    assert_eq!(found.total, 0);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn remove_revision_text_is_for_moderators_and_leaves_no_trace_of_the_words() {
    let app = TestApp::start().await;
    let (ada, mo) = (app.member("Ada").await, app.persona("Mo", Role::Moderator).await);
    let asked = ada.ask_question(&question("Who wrote a name that is private?")).await.unwrap();
    let given = ada.answer_question(asked.id, &post("Ask Secretname about it.")).await.unwrap();
    ada.update_post(given.id, 1, &post("Ask the clerk about it.")).await.unwrap();
    let all = mo.list_revisions(given.id, &RevisionQuery::default()).await.unwrap().items;
    let first = all[1].id.unwrap();
    assert!(all[1].can_remove && !all[0].can_remove);
    let removal = NewRevisionRemoval { reason: "It named somebody.".into() };
    assert_eq!(ada.remove_revision_text(first, &removal).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    mo.remove_revision_text(first, &removal).await.unwrap();
    let all = mo.list_revisions(given.id, &RevisionQuery::default()).await.unwrap().items;
    assert_eq!(all[1].removal_reason.as_deref(), Some("It named somebody."));
    assert!(all.iter().flat_map(|state| &state.body).all(|change| !change.text.contains("Secretname")));
    assert_eq!(of(ChangeKind::Same, &all[0].body), "Ask the clerk about it.");
    let kept =
        <entity::post_revision::Entity as sea_orm::EntityTrait>::find_by_id(first.0).one(&app.deps.read).await.unwrap();
    assert_eq!(kept.unwrap().body, "");
}

#[tokio::test]
async fn a_history_goes_with_its_post() {
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("Who sees what was deleted?")).await.unwrap();
    let given = ada.answer_question(asked.id, &post("Nobody does.")).await.unwrap();
    ada.update_post(given.id, 1, &post("Nobody at all does.")).await.unwrap();
    entity::post::Entity::update_many()
        .col_expr(entity::post::Column::DeletedAt, Expr::value(1))
        .filter(entity::post::Column::Id.eq(given.id.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
    let gone = ada.list_revisions(given.id, &RevisionQuery::default()).await.unwrap_err();
    assert_eq!(gone.status(), Some(404));
    assert_eq!(ada.list_revisions(PostId(999), &RevisionQuery::default()).await.unwrap_err().status(), Some(404));
}

#[tokio::test]
async fn accept_suggestion_makes_an_edit_that_names_who_suggested_it() {
    let app = TestApp::start().await;
    let (ada, bea, cy) = (app.member("Ada").await, app.member("Bea").await, app.member("Cy").await);
    let asked = ada.ask_question(&question("Who mends what I wrote?")).await.unwrap();
    let mine = ada.suggest_edit(asked.opening.id, &suggestion(1, "Mended.")).await.unwrap_err();
    assert_eq!(mine.status(), Some(409));
    let made = bea.suggest_edit(asked.opening.id, &suggestion(1, "This is mended.")).await.unwrap();
    assert!(made.is_mine && !made.can_decide && made.status == SuggestionStatus::Open);
    let twice = bea.suggest_edit(asked.opening.id, &suggestion(1, "Mended again.")).await.unwrap_err();
    assert_eq!(twice.status(), Some(409));
    assert!(cy.list_suggestions(&SuggestionQuery::default()).await.unwrap().items.is_empty());
    assert_eq!(cy.accept_suggestion(made.id).await.unwrap_err().status(), Some(404));
    assert_eq!(bea.accept_suggestion(made.id).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    let waiting = ada.list_suggestions(&SuggestionQuery::default()).await.unwrap().items;
    assert_eq!((waiting.len(), waiting[0].can_decide, waiting[0].note.as_str()), (1, true, "A word is missing."));
    let accepted = ada.accept_suggestion(made.id).await.unwrap();
    assert_eq!(accepted.status, SuggestionStatus::Accepted);
    assert_eq!(ada.accept_suggestion(made.id).await.unwrap_err().status(), Some(409));
    let seen = app.anonymous().get_question(asked.id).await.unwrap();
    assert_eq!((seen.opening.body.as_str(), seen.opening.version), ("This is mended.", 2));
    let all = app.anonymous().list_revisions(asked.opening.id, &RevisionQuery::default()).await.unwrap().items;
    assert_eq!(all[0].author.as_ref().unwrap().id, bea.id);
    app.settle().await;
    assert_eq!(app.mails_to(&ada.email).await.len(), 1);
    assert!(app.mails_to(&bea.email).await[0].subject.contains("accepted"));
    let own = bea.list_suggestions(&SuggestionQuery { mine: Some(true), ..SuggestionQuery::default() }).await.unwrap();
    assert_eq!(own.items[0].status, SuggestionStatus::Accepted);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_suggestion_upon_an_older_text_is_not_accepted_but_declined_or_taken_back() {
    let app = TestApp::start().await;
    let (ada, bea, mo) = (app.member("Ada").await, app.member("Bea").await, app.persona("Mo", Role::Moderator).await);
    let asked = ada.ask_question(&question("Who changes it meanwhile?")).await.unwrap();
    let given = ada.answer_question(asked.id, &post("One two three.")).await.unwrap();
    let made = bea.suggest_edit(given.id, &suggestion(1, "One two three four.")).await.unwrap();
    ada.update_post(given.id, 1, &post("One two.")).await.unwrap();
    assert_eq!(ada.accept_suggestion(made.id).await.unwrap_err().code(), Some(ErrorCode::EditConflict));
    assert!(mo.list_suggestions(&SuggestionQuery::default()).await.unwrap().items[0].is_outdated);
    let why = NewRefusal { reason: "I have changed it myself.".into() };
    let declined = mo.decline_suggestion(made.id, &why).await.unwrap();
    assert_eq!(declined.reason.as_deref(), Some("I have changed it myself."));
    app.settle().await;
    let mails = app.mails_to(&bea.email).await;
    assert!(mails.iter().any(|mail| mail.text.contains("I have changed it myself")));
    let outdated = bea.suggest_edit(given.id, &suggestion(1, "One.")).await.unwrap_err();
    assert_eq!(outdated.code(), Some(ErrorCode::EditConflict));
    let again = bea.suggest_edit(given.id, &suggestion(2, "One two four.")).await.unwrap();
    assert_eq!(ada.withdraw_suggestion(again.id).await.unwrap_err().status(), Some(404));
    bea.withdraw_suggestion(again.id).await.unwrap();
    assert!(ada.list_suggestions(&SuggestionQuery::default()).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn erase_me_with_what_was_written_takes_what_was_written_before() {
    use sea_orm::EntityTrait;
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("What is left of what I wrote?")).await.unwrap();
    bea.answer_question(asked.id, &post("A title, perhaps.")).await.unwrap();
    let patch = ThreadPatch { body: Some("Not much.".into()), ..ThreadPatch::default() };
    ada.update_question(asked.id, 1, &patch).await.unwrap();
    bea.suggest_edit(asked.opening.id, &suggestion(2, "Not much at all.")).await.unwrap();
    let wish = api_types::privacy::NewErasure { posts: api_types::privacy::PostsAfter::Remove, understands: true };
    ada.erase_me(&wish).await.unwrap();
    assert!(entity::post_revision::Entity::find().all(&app.deps.read).await.unwrap().is_empty());
    assert!(entity::post_suggestion::Entity::find().all(&app.deps.read).await.unwrap().is_empty());
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}
