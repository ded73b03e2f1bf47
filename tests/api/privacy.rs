//! Personal data: taken along whole, erased everywhere, kept no longer than promised.

use api_types::ErrorCode;
use api_types::accounts::{NewConfirmation, Role};
use api_types::forum::{NewPost, ThreadQuery};
use api_types::membership::{
    AffiliationRole, ApplicationQuery, Language, NewDecision, NewInvitation, NewReply, Outcome,
};
use api_types::privacy::{DataExport, NewErasure, PostsAfter};
use api_types::resources::FileQuery;
use api_types::search::SearchQuery;
use harness::{TestApp, question};
use sea_orm::EntityTrait as _;

use crate::applications::{application, library, waiting};

const CANARY: &str = "Zebedeecanary";

fn parts(export: &DataExport) -> Vec<&str> {
    export.parts.iter().map(|part| part.name.as_str()).collect()
}

#[tokio::test]
async fn export_my_data_is_whole_and_holds_no_secret_and_nothing_of_others() {
    let app = TestApp::start().await;
    let ada = app.member("Ada Lewis").await;
    let bea = app.member("Bea Nowak").await;
    let asked = ada.ask_question(&question("What did you agree about the roof?")).await.unwrap();
    bea.answer_question(asked.id, &NewPost { body: "Somebody else's words.".into(), ..NewPost::default() })
        .await
        .unwrap();
    let export = ada.export_my_data().await.unwrap();
    assert_eq!(export.member_id, ada.id);
    assert_eq!(parts(&export), ["account", "sessions", "threads", "posts", "follows"]);
    let json = serde_json::to_string(&export).unwrap();
    for wanted in ["Ada Lewis", &ada.email, "What did you agree about the roof?"] {
        assert!(json.contains(wanted), "{wanted}");
    }
    for secret in ["password_hash", "token_hash", "totp_secret", "argon2", "Somebody else", "Bea"] {
        assert!(!json.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn erase_me_leaves_nothing_that_tells_who_it_was() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let bea = app.member("Bea Nowak").await;
    let mut new = application("zebedeecanary@fenwick.org.uk", library("Fenwick Library"));
    new.name = format!("{CANARY} Rao");
    new.telephone = Some("01632 960 241".into());
    let (applicant, id) = waiting(&app, &admin, &new).await;
    applicant.answer_application(&NewReply { body: format!("{CANARY} here.") }).await.unwrap();
    admin.decide_application(id, &NewDecision { outcome: Outcome::Approved, message: None }).await.unwrap();
    let mut lone = question("What did you agree about the roof?");
    lone.body = format!("{CANARY} asks.");
    applicant.ask_question(&lone).await.unwrap();
    let shared = applicant.ask_question(&question(&format!("{CANARY}: who has a lease?"))).await.unwrap();
    bea.answer_question(shared.id, &NewPost { body: "We have one.".into(), ..NewPost::default() }).await.unwrap();
    // A file that belongs to nothing yet, and mail to others that speaks of the member.
    let text = format!("{CANARY} keeps this.").into_bytes();
    applicant.upload_file(&FileQuery { name: "minutes.txt".into() }, text).await.unwrap();
    let invitation = NewInvitation {
        organisation_id: None,
        name: "Derwen Library".into(),
        email: "derwen@example.org".into(),
        role: AffiliationRole::Trustee,
        message: None,
        language: Language::En,
    };
    applicant.create_invitation(&invitation).await.unwrap();
    app.settle().await;
    assert!(!app.bytes_with(CANARY).await.is_empty());

    let wish = NewErasure { posts: PostsAfter::Remove, understands: false };
    assert_eq!(applicant.erase_me(&wish).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    applicant.erase_me(&NewErasure { understands: true, ..wish }).await.unwrap();
    assert_eq!(applicant.get_me().await.unwrap_err().status(), Some(401));
    app.settle().await;

    let kept = bea.get_question(shared.id).await.unwrap();
    assert_eq!((kept.opening.author.unwrap().name.as_str(), kept.answer_count), ("Former member", 1));
    assert_eq!(bea.list_questions(&ThreadQuery::default()).await.unwrap().items.len(), 1);
    let query = SearchQuery { q: CANARY.into(), ..Default::default() };
    assert_eq!(bea.search(&query).await.unwrap().total, 0);
    assert!(admin.list_applications(&ApplicationQuery::default()).await.unwrap().items.is_empty());
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
    let traces = app.bytes_with(CANARY.to_lowercase().as_str()).await;
    assert_eq!(traces, Vec::<String>::new());
    let again = app.client().request_password_reset(&api_types::accounts::NewMailedLink { email: new.email }).await;
    assert!(again.is_ok());
}

#[tokio::test]
async fn erase_me_keeps_what_was_written_without_the_name() {
    let app = TestApp::start().await;
    let ada = app.member("Ada Lewis").await;
    let asked = ada.ask_question(&question("What did you agree about the roof?")).await.unwrap();
    app.settle().await;
    ada.erase_me(&NewErasure { posts: PostsAfter::Keep, understands: true }).await.unwrap();
    app.settle().await;
    let kept = app.anonymous().get_question(asked.id).await.unwrap();
    assert_eq!(kept.opening.author.unwrap().name, "Former member");
    let found = app.anonymous().search(&SearchQuery { q: "roof".into(), ..Default::default() }).await.unwrap();
    assert_eq!((found.total, found.items[0].author.as_str()), (1, "Former member"));
}

#[tokio::test]
async fn erase_member_is_for_staff_and_not_for_the_last_administrator() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let wish = NewErasure { posts: PostsAfter::Keep, understands: true };
    assert_eq!(admin.erase_me(&wish).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    assert_eq!(admin.erase_member(admin.id, &wish).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    // Somebody who is suspended cannot sign in, and asks by letter.
    let sue = app.member("Sue Suspended").await;
    app.suspend(sue.id).await;
    assert!(parts(&admin.export_member_data(sue.id).await.unwrap()).contains(&"account"));
    // A screen left open is no proof of who sits before it.
    entity::session::Entity::update_many()
        .col_expr(entity::session::Column::AuthenticatedAt, sea_orm::sea_query::Expr::value(harness::START - 601_000))
        .exec(&app.deps.write)
        .await
        .unwrap();
    let stale = [admin.erase_member(sue.id, &wish).await.err(), admin.export_member_data(sue.id).await.err()];
    assert!(stale.iter().all(|error| error.as_ref().unwrap().code() == Some(ErrorCode::StepUpRequired)));
    let proof = NewConfirmation { password: Some(harness::PASSWORD.into()), ..Default::default() };
    admin.confirm_identity(&proof).await.unwrap();
    admin.erase_member(sue.id, &wish).await.unwrap();
    let after = serde_json::to_string(&admin.export_member_data(sue.id).await.unwrap()).unwrap();
    assert!(!after.contains("Sue") && !after.contains(&sue.email), "{after}");
    let other = app.persona("Sunil Desai", Role::Admin).await;
    admin.erase_me(&wish).await.unwrap();
    assert_eq!(other.get_me().await.unwrap().role, Role::Admin);
}

#[tokio::test]
async fn purge_deletes_what_was_kept_for_as_long_as_promised() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let (_, rejected) = waiting(&app, &admin, &application("a@fenwick.org.uk", library("Fenwick Library"))).await;
    let (_, open) = waiting(&app, &admin, &application("b@skelby.org.uk", library("Skelby Library"))).await;
    admin.decide_application(rejected, &NewDecision { outcome: Outcome::Rejected, message: None }).await.unwrap();
    app.client().submit_application(&application("c@derwen.org.uk", library("Derwen Library"))).await.unwrap();
    app.settle().await;
    assert!(!app.bytes_with("a@fenwick.org.uk").await.is_empty());

    app.pass(31 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    let admin = app.sign_in(&admin.email).await;
    assert_eq!(admin.count_applications().await.unwrap().awaiting_confirmation, 0);
    assert_eq!(admin.count_applications().await.unwrap().rejected, 1, "one can come back to it");
    app.pass(60 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    let admin = app.sign_in("ann.admin@example.org").await;
    let counts = admin.count_applications().await.unwrap();
    assert_eq!((counts.rejected, counts.submitted), (0, 1));
    assert_eq!(admin.get_application(rejected).await.unwrap_err().status(), Some(404));
    assert!(admin.get_application(open).await.is_ok());
    assert_eq!(app.bytes_with("a@fenwick.org.uk").await, Vec::<String>::new());
}
