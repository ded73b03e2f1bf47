//! Applications in full: the conversation, the queue, doubles.

use api_types::accounts::{NewMailedLink, NewPassword, Role};
use api_types::membership::{
    AffiliationRole, Answers, ApplicationAction, ApplicationColumn, ApplicationEventKind, ApplicationQuery,
    ApplicationStatus, ApplicationView, DuplicateReason, Language, MessageKind, Nation, NewApplication,
    NewApplicationAction, NewApplicationMessage, NewAssignee, NewDecision, NewReply, OrganisationKind, Outcome,
};
use api_types::{ApplicationId, ErrorCode};
use harness::{Persona, TestApp};

pub(crate) fn application(email: &str, answers: Answers) -> NewApplication {
    NewApplication {
        name: "Sunita Rao".into(),
        email: email.into(),
        telephone: None,
        language: Language::En,
        answers,
        form_answers: Vec::new(),
        organisation_id: None,
        invitation: None,
        referral: None,
        draft: None,
        agrees: true,
    }
}

pub(crate) fn library(name: &str) -> Answers {
    Answers::Library {
        library_id: None,
        library_name: Some(name.into()),
        part: AffiliationRole::Trustee,
        place: None,
        charity_number: None,
    }
}

pub(crate) fn council(name: &str) -> Answers {
    Answers::Council { council: name.into(), job_title: "Librarian".into(), library_count: None }
}

/// Applies and confirms; gives a client that is signed in as the applicant.
pub(crate) async fn applied(app: &TestApp, new: &NewApplication) -> client::Client {
    app.client().submit_application(new).await.unwrap();
    confirmed(app, new).await
}

/// Confirms the address of an application; gives a client that is signed in as the applicant.
pub(crate) async fn confirmed(app: &TestApp, new: &NewApplication) -> client::Client {
    let client = app.client();
    let token = app.secret_mailed_to(&new.email).await;
    let session = client.confirm_application(&NewPassword { token, password: harness::PASSWORD.into() }).await.unwrap();
    client.set_token(Some(session.access_token));
    client
}

/// The applicant's client and the application's id.
pub(crate) async fn waiting(app: &TestApp, admin: &Persona, new: &NewApplication) -> (client::Client, ApplicationId) {
    let client = applied(app, new).await;
    let all = admin.list_applications(&ApplicationQuery { limit: Some(100), ..Default::default() }).await.unwrap();
    let id = all.items.iter().map(|item| item.id).max().unwrap();
    (client, id)
}

fn message(body: &str, asks: bool) -> NewApplicationMessage {
    NewApplicationMessage { kind: MessageKind::Message, body: body.into(), asks }
}

#[tokio::test]
async fn application_is_talked_over_and_approved() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let new = application("sunita@fenwick.org.uk", library("Fenwick Hill Community Library"));
    let (applicant, id) = waiting(&app, &admin, &new).await;

    let asked = admin.write_application_message(id, &message("Are you the Friends of 2024?", true)).await.unwrap();
    assert_eq!(asked.status, ApplicationStatus::NeedsAnswer);
    let note = NewApplicationMessage { kind: MessageKind::Note, body: "A canary for staff.".into(), asks: false };
    admin.write_application_message(id, &note).await.unwrap();
    let mails = app.mails_to(&new.email).await;
    assert!(mails.last().unwrap().text.contains("Are you the Friends of 2024?"));
    assert!(mails.iter().all(|mail| !mail.text.contains("canary")));

    let seen = applicant.get_my_application().await.unwrap();
    assert_eq!((seen.status, seen.conversation.len()), (ApplicationStatus::NeedsAnswer, 1));
    assert_eq!(seen.conversation[0].author, "Ann Admin");
    let answered = applicant.answer_application(&NewReply { body: "We took over from them.".into() }).await.unwrap();
    assert_eq!((answered.status, answered.conversation.len()), (ApplicationStatus::Submitted, 2));
    assert!(answered.conversation[1].is_applicant);
    assert!(app.mails_to(&admin.email).await.last().unwrap().text.contains("We took over from them."));

    let queue = admin.list_applications(&ApplicationQuery::default()).await.unwrap();
    assert!(queue.items[0].has_reply);
    assert_eq!(queue.items[0].message_count, 2);
    let approve = NewDecision { outcome: Outcome::Approved, message: None };
    let decided = admin.decide_application(id, &approve).await.unwrap();
    assert_eq!(decided.conversation.len(), 3);
    let kinds: Vec<_> = decided.events.iter().map(|event| event.kind).collect();
    assert_eq!(
        kinds,
        [
            ApplicationEventKind::Sent,
            ApplicationEventKind::Confirmed,
            ApplicationEventKind::Asked,
            ApplicationEventKind::Answered,
            ApplicationEventKind::Approved
        ]
    );
    let late = applicant.answer_application(&NewReply { body: "Thank you!".into() }).await.unwrap_err();
    assert_eq!(late.code(), Some(ErrorCode::Conflict));
    assert_eq!(applicant.get_me().await.unwrap().role, Role::Member);
}

#[tokio::test]
async fn withdraw_application_ends_it_and_one_may_apply_again() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let new = application("derek@skelby.org.uk", library("Skelby Library"));
    let (applicant, id) = waiting(&app, &admin, &new).await;
    assert_eq!(applicant.withdraw_application().await.unwrap().status, ApplicationStatus::Withdrawn);
    assert_eq!(applicant.withdraw_application().await.unwrap_err().code(), Some(ErrorCode::Conflict));
    let approve = NewDecision { outcome: Outcome::Approved, message: None };
    assert_eq!(admin.decide_application(id, &approve).await.unwrap_err().code(), Some(ErrorCode::Conflict));

    let (again, second) = waiting(&app, &admin, &new).await;
    assert_ne!(second, id);
    admin.decide_application(second, &approve).await.unwrap();
    assert_eq!(again.get_me().await.unwrap().role, Role::Member);
    assert_eq!(admin.count_applications().await.unwrap().withdrawn, 1);
}

#[tokio::test]
async fn the_store_itself_refuses_a_step_that_is_not_allowed() {
    use sea_orm::ConnectionTrait as _;
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let (_, id) = waiting(&app, &admin, &application("gwen@hafren.cymru", library("Llyfrgell Bro Hafren"))).await;
    admin.decide_application(id, &NewDecision { outcome: Outcome::Rejected, message: None }).await.unwrap();
    for status in ["approved", "submitted", "withdrawn", "draft"] {
        let sql = format!("UPDATE applications SET status = '{status}' WHERE id = {id}");
        assert!(app.deps.write.execute_unprepared(&sql).await.is_err(), "{status}");
    }
}

#[tokio::test]
async fn withdraw_and_decide_at_once_give_one_outcome() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let (applicant, id) = waiting(&app, &admin, &application("a@skelby.org.uk", library("Skelby Library"))).await;
    let approve = NewDecision { outcome: Outcome::Approved, message: None };
    let (withdrawn, approved) = tokio::join!(applicant.withdraw_application(), admin.decide_application(id, &approve));
    assert!(withdrawn.is_ok() ^ approved.is_ok());
    let role = applicant.get_me().await.unwrap().role;
    assert_eq!(role == Role::Member, approved.is_ok());
}

#[tokio::test]
async fn list_applications_filters_assigns_and_remembers_the_view() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let other = app.persona("Sunil Desai", Role::Admin).await;
    waiting(&app, &admin, &application("one@fenwick.org.uk", library("Café Fenwick Library"))).await;
    let (_, id) = waiting(&app, &admin, &application("two@holme.gov.uk", council("Holme Valley Council"))).await;
    assert_eq!(admin.list_staff().await.unwrap().len(), 2);

    let assigned = admin.assign_application(id, &NewAssignee { member_id: Some(other.id) }).await.unwrap();
    assert_eq!(assigned.assignee.unwrap().name, "Sunil Desai");
    assert!(app.mails_to(&other.email).await.last().unwrap().subject.contains("Sunita Rao"));
    let member = app.member("Ada").await;
    let nobody = admin.assign_application(id, &NewAssignee { member_id: Some(member.id) }).await.unwrap_err();
    assert_eq!(nobody.code(), Some(ErrorCode::Invalid));

    let found = async |query: ApplicationQuery| {
        let page = admin.list_applications(&query).await.unwrap();
        page.items.into_iter().map(|item| item.organisation).collect::<Vec<_>>()
    };
    let all = ApplicationQuery::default();
    assert_eq!(found(ApplicationQuery { q: Some("cafe".into()), ..all.clone() }).await, ["Café Fenwick Library"]);
    let councils = ApplicationQuery { member_type: Some(OrganisationKind::Council), ..all.clone() };
    assert_eq!(found(councils).await, ["Holme Valley Council"]);
    let his = ApplicationQuery { assignee_id: Some(other.id), ..all.clone() };
    assert_eq!(found(his.clone()).await, ["Holme Valley Council"]);
    assert_eq!(found(ApplicationQuery { is_unassigned: Some(true), ..all.clone() }).await, ["Café Fenwick Library"]);
    assert!(found(ApplicationQuery { nation: Some(Nation::Wales), ..all.clone() }).await.is_empty());

    assert_eq!(admin.get_application_view().await.unwrap(), ApplicationView::default());
    let columns = vec![ApplicationColumn::Marks, ApplicationColumn::Nation, ApplicationColumn::Marks];
    admin.save_application_view(&ApplicationView { columns, query: his.clone() }).await.unwrap();
    let view = admin.get_application_view().await.unwrap();
    assert_eq!((view.columns, view.query), (vec![ApplicationColumn::Marks, ApplicationColumn::Nation], his));
    assert_eq!(other.get_application_view().await.unwrap(), ApplicationView::default());
}

#[tokio::test]
async fn act_on_applications_tells_what_became_of_each() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let (_, one) = waiting(&app, &admin, &application("one@fenwick.org.uk", library("Fenwick Library"))).await;
    let (_, two) = waiting(&app, &admin, &application("two@holme.gov.uk", council("Holme Valley Council"))).await;
    let action = |action, ids: &[ApplicationId]| NewApplicationAction {
        ids: ids.to_vec(),
        action,
        message: Some("Welcome, or which library is it?".into()),
        assignee_id: Some(admin.id),
    };
    let asked = admin.act_on_applications(&action(ApplicationAction::Ask, &[one, two])).await.unwrap();
    assert!(asked.iter().all(|result| result.is_done));
    let assigned = admin.act_on_applications(&action(ApplicationAction::Assign, &[one, two])).await.unwrap();
    assert!(assigned.iter().all(|result| result.is_done));
    admin.act_on_applications(&action(ApplicationAction::Reject, &[one])).await.unwrap();
    let approved =
        admin.act_on_applications(&action(ApplicationAction::Approve, &[one, two, ApplicationId(999)])).await.unwrap();
    assert_eq!(approved.iter().map(|result| result.is_done).collect::<Vec<_>>(), [false, true, false]);
    assert!(approved[0].problem.as_ref().unwrap().contains("decided"));
    let counts = admin.count_applications().await.unwrap();
    assert_eq!((counts.approved, counts.rejected, counts.submitted), (1, 1, 0));
    let mut empty = action(ApplicationAction::Ask, &[two]);
    empty.message = None;
    assert_eq!(admin.act_on_applications(&empty).await.unwrap_err().code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn get_application_scores_doubles_and_says_why() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let first = application("brian@fenwickhill.org.uk", library("Friends of Fenwick Hill Library"));
    let (_, friends) = waiting(&app, &admin, &first).await;
    admin.decide_application(friends, &NewDecision { outcome: Outcome::Approved, message: None }).await.unwrap();
    let other =
        NewApplication { name: "Gwen Parry".into(), ..application("gwen@gmail.com", library("Skelby Library")) };
    let (_, apart) = waiting(&app, &admin, &other).await;
    let second = application("sunita@fenwickhill.org.uk", library("Fenwick Hill Community Library"));
    let (_, id) = waiting(&app, &admin, &second).await;

    let hints = admin.get_application(id).await.unwrap().duplicates;
    let best = &hints[0];
    assert!(best.score >= 60, "{hints:?}");
    assert!(best.reasons.contains(&DuplicateReason::SameDomain));
    assert!(best.reasons.contains(&DuplicateReason::SimilarOrganisation));
    assert!(hints.iter().any(|hint| hint.organisation_id.is_some()), "the organisation is named: {hints:?}");
    assert!(hints.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert!(admin.get_application(apart).await.unwrap().duplicates.is_empty());
    let doubles = ApplicationQuery { may_be_double: Some(true), ..Default::default() };
    let listed = admin.list_applications(&doubles).await.unwrap().items;
    assert_eq!(listed.iter().map(|item| item.id).collect::<Vec<_>>(), [id]);
}

#[tokio::test]
async fn application_before_confirmation_is_not_written_to_and_resent_on_request() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let new = application("sunita@fenwick.org.uk", library("Fenwick Library"));
    app.client().submit_application(&new).await.unwrap();
    let query = ApplicationQuery { status: Some(ApplicationStatus::AwaitingConfirmation), ..Default::default() };
    let id = admin.list_applications(&query).await.unwrap().items[0].id;
    let refused = admin.write_application_message(id, &message("Hello?", true)).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Conflict));
    let approve = NewDecision { outcome: Outcome::Approved, message: None };
    assert_eq!(admin.decide_application(id, &approve).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    app.client().resend_confirmation(&NewMailedLink { email: new.email.clone() }).await.unwrap();
    assert_eq!(app.mails_to(&new.email).await.len(), 2);
}
