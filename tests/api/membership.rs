//! Applications, from the form to the decision, and the register.

use api_types::ErrorCode;
use api_types::accounts::{NewPassword, Role};
use api_types::membership::{
    AffiliationRole, Answers, ApplicationQuery, ApplicationStatus, DuplicateReason, ImportQuery, Language,
    LibraryQuery, NewApplication, NewDecision, OrganisationQuery, Outcome,
};
use harness::{Persona, TestApp, question};

const CSV: &[u8] = b"id,name,authority,authority_code,region,nation,type_code,type,community_managed,statutory,year_opened,year_closed,address_1,address_2,address_3,postcode,latitude,longitude\n\
    a,Alderbrook Library,Calderfell Council,E1,North West,England,CRL,Community run library,yes,no,,,14 Bridge Street,,Alderbrook,CA1 1AA,54.1,-2.9\n\
    b,Llyfrgell Cwm Derwen,Cyngor Derwen,W1,Wales,Wales,LAL,Local authority library,no,yes,,,Heol Fawr,,Cwm Derwen,CF1 1AA,51.6,-3.4\n\
    c,,Calderfell Council,E1,North West,England,CRL,Community run library,yes,no,,,1 High Street,,Alderbrook,CA1 1AB,54.1,-2.9\n";

fn application(email: &str, answers: Answers) -> NewApplication {
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

fn by_hand() -> Answers {
    Answers::Library {
        library_id: None,
        library_name: Some("Fenwick Hill Community Library".into()),
        part: AffiliationRole::Trustee,
        place: None,
        charity_number: None,
    }
}

async fn imported(app: &TestApp) -> Persona {
    let admin = app.admin().await;
    admin.import_libraries(&ImportQuery { preview: false }, CSV.to_vec()).await.unwrap();
    admin
}

async fn confirmed(app: &TestApp, email: &str, answers: Answers) -> client::Client {
    let client = app.client();
    client.submit_application(&application(email, answers)).await.unwrap();
    let token = app.secret_mailed_to(email).await;
    let session = client.confirm_application(&NewPassword { token, password: harness::PASSWORD.into() }).await.unwrap();
    client.set_token(Some(session.access_token));
    client
}

#[tokio::test]
async fn application_approved_makes_a_member_who_can_ask() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let found = app
        .anonymous()
        .list_libraries(&LibraryQuery { q: Some("alder bridge".into()), ..Default::default() })
        .await
        .unwrap();
    let library = &found.items[0];
    assert!(!library.is_claimed);
    let answers = Answers::Library {
        library_id: Some(library.id),
        library_name: None,
        part: AffiliationRole::Trustee,
        place: None,
        charity_number: None,
    };
    let applicant = confirmed(&app, "sunita@example.org", answers).await;

    assert_eq!(applicant.get_my_application().await.unwrap().status, ApplicationStatus::Submitted);
    assert_eq!(applicant.get_me().await.unwrap().role, Role::Applicant);
    let refused = applicant.ask_question(&question("May I ask before I am approved?")).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Forbidden));

    let queue = admin.list_applications(&ApplicationQuery::default()).await.unwrap();
    assert_eq!(queue.items.len(), 1);
    let decision = NewDecision { outcome: Outcome::Approved, message: Some("Welcome to the network.".into()) };
    let decided = admin.decide_application(queue.items[0].id, &decision).await.unwrap();
    assert_eq!(decided.status, ApplicationStatus::Approved);
    assert_eq!(app.mails_to("sunita@example.org").await.len(), 2);

    let me = applicant.get_me().await.unwrap();
    assert_eq!((me.role, me.organisation.as_deref()), (Role::Member, Some("Alderbrook Library")));
    applicant.ask_question(&question("Which repairs did you leave with the council?")).await.unwrap();
    assert_eq!(app.anonymous().get_network().await.unwrap().library_count, 1);

    let again = Answers::Library {
        library_id: Some(library.id),
        library_name: None,
        part: AffiliationRole::Trustee,
        place: None,
        charity_number: None,
    };
    let claimed = app.client().submit_application(&application("other@example.org", again)).await.unwrap_err();
    assert_eq!(claimed.code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn application_rejected_is_mailed_without_the_welcome() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let applicant = confirmed(&app, "derek@example.org", by_hand()).await;
    let queue = admin.list_applications(&ApplicationQuery::default()).await.unwrap();
    let decision = NewDecision { outcome: Outcome::Rejected, message: Some("We serve libraries in the UK.".into()) };
    admin.decide_application(queue.items[0].id, &decision).await.unwrap();
    let mails = app.mails_to("derek@example.org").await;
    let last = mails.last().unwrap();
    assert!(last.text.contains("We serve libraries in the UK."));
    assert!(!last.text.contains("approved") && !last.text.contains("Welcome"), "{}", last.text);
    assert_eq!(applicant.get_my_application().await.unwrap().status, ApplicationStatus::Rejected);
    assert_eq!(applicant.get_me().await.unwrap().role, Role::Applicant);
}

#[tokio::test]
async fn decide_application_by_two_at_once_gives_one_decision_and_one_mail() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    confirmed(&app, "gwen@example.org", by_hand()).await;
    let id = admin.list_applications(&ApplicationQuery::default()).await.unwrap().items[0].id;
    let approve = NewDecision { outcome: Outcome::Approved, message: None };
    let reject = NewDecision { outcome: Outcome::Rejected, message: None };
    let (one, other) = tokio::join!(admin.decide_application(id, &approve), admin.decide_application(id, &reject));
    assert!(one.is_ok() ^ other.is_ok());
    let lost = one.err().or(other.err()).unwrap();
    assert_eq!(lost.code(), Some(ErrorCode::Conflict));
    assert_eq!(app.mails_to("gwen@example.org").await.len(), 2);
}

#[tokio::test]
async fn submit_application_of_a_known_address_answers_alike_and_makes_nothing() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let ada = app.member("Ada").await;
    let http = reqwest::Client::new();
    let mut answers = Vec::new();
    for email in [ada.email.as_str(), "fresh@example.org"] {
        let response = http
            .post(format!("{}/api/v1/applications", app.base_url))
            .json(&application(email, by_hand()))
            .send()
            .await
            .unwrap();
        answers.push((response.status(), response.headers().len(), response.bytes().await.unwrap()));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(app.mails_to(&ada.email).await.len(), 1);
    let waiting = ApplicationQuery { status: Some(ApplicationStatus::AwaitingConfirmation), ..Default::default() };
    assert_eq!(admin.list_applications(&waiting).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn submit_application_fifty_at_once_makes_one_row() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let spellings = [
        "Gwen@Example.org",
        "gwen@example.org",
        "ｇｗｅｎ@example.org",
        "gw\u{200b}en@example.org",
        "gwen@example.org.",
    ];
    let clients: Vec<_> = (0..50).map(|number| (app.client(), application(spellings[number % 5], by_hand()))).collect();
    let all = futures_util::future::join_all(clients.iter().map(|(client, new)| client.submit_application(new))).await;
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    let waiting = ApplicationQuery { status: Some(ApplicationStatus::AwaitingConfirmation), ..Default::default() };
    assert_eq!(admin.list_applications(&waiting).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn submit_application_with_a_bad_address_or_without_agreement_is_refused() {
    let app = TestApp::start().await;
    for bad in [
        "plain",
        "a@b",
        "a@@example.org",
        "\"a b\"@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "=?utf-8?q?a?=@exa mple.org",
    ] {
        let refused = app.client().submit_application(&application(bad, by_hand())).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::Invalid), "{bad}");
    }
    let mut new = application("ada@example.org", by_hand());
    new.agrees = false;
    assert_eq!(app.client().submit_application(&new).await.unwrap_err().code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn get_application_shows_why_it_may_be_a_double() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let library = app
        .anonymous()
        .list_libraries(&LibraryQuery { q: Some("derwen".into()), ..Default::default() })
        .await
        .unwrap()
        .items[0]
        .id;
    let claim = || Answers::Library {
        library_id: Some(library),
        library_name: None,
        part: AffiliationRole::Manager,
        place: None,
        charity_number: None,
    };
    confirmed(&app, "one@example.org", claim()).await;
    confirmed(&app, "two@example.org", claim()).await;
    let id = admin.list_applications(&ApplicationQuery::default()).await.unwrap().items[1].id;
    let application = admin.get_application(id).await.unwrap();
    assert!(application.duplicates.iter().any(|hint| hint.reasons.contains(&DuplicateReason::SameLibrary)));
}

#[tokio::test]
async fn import_libraries_again_changes_nothing_and_tells_bad_rows() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let preview = admin.import_libraries(&ImportQuery { preview: true }, CSV.to_vec()).await.unwrap();
    assert_eq!((preview.rows, preview.created, preview.failed, preview.is_preview), (3, 2, 1, true));
    assert_eq!(app.anonymous().list_libraries(&LibraryQuery::default()).await.unwrap().items.len(), 0);
    let first = admin.import_libraries(&ImportQuery { preview: false }, CSV.to_vec()).await.unwrap();
    assert_eq!((first.created, first.failed, first.errors[0].line), (2, 1, 4));
    let second = admin.import_libraries(&ImportQuery { preview: false }, CSV.to_vec()).await.unwrap();
    assert_eq!((second.created, second.updated, second.unchanged), (0, 0, 2));
}

#[tokio::test]
async fn import_libraries_with_bytes_that_are_no_text_keeps_none_of_them() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let text = String::from_utf8(CSV.to_vec()).unwrap();
    let csv =
        text.replace("Alderbrook Library", "Alder\0brook").replace("Bridge Street", "Bridge\0Street").into_bytes();
    let report = admin.import_libraries(&ImportQuery { preview: false }, csv).await.unwrap();
    assert_eq!((report.created, report.failed), (2, 1));
    let found = app.anonymous().list_libraries(&LibraryQuery::default()).await.unwrap();
    assert_eq!((found.items[0].name.as_str(), found.items[0].address.contains('\0')), ("Alder brook", false));
    let mut csv = CSV.to_vec();
    let place = text.find("Alderbrook Library").unwrap();
    csv[place] = 0xff;
    // Latin-1 or rubbish: taken or told, and never a failure.
    let report = admin.import_libraries(&ImportQuery { preview: false }, csv).await;
    assert!(
        report.as_ref().is_ok_and(|report| report.failed > 0) || report.is_err_and(|error| error.status() == Some(422))
    );
}

#[tokio::test]
async fn import_libraries_takes_the_whole_register_in_seconds() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/uk-libraries"));
    if !folder.exists() {
        println!("SKIPPED: the open register of libraries is not beside the project");
        return;
    }
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let csv = std::fs::read(folder.join("libraries_uk.csv")).unwrap();
    let started = std::time::Instant::now();
    let report = admin.import_libraries(&ImportQuery { preview: false }, csv).await.unwrap();
    println!("{} rows in {:?}", report.rows, started.elapsed());
    assert_eq!((report.rows, report.failed), (3383, 0));
}

#[tokio::test]
async fn decide_application_of_two_who_claim_one_library_puts_them_together() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let query = LibraryQuery { q: Some("alder bridge".into()), ..Default::default() };
    let library = app.anonymous().list_libraries(&query).await.unwrap().items[0].id;
    let claim = || Answers::Library {
        library_id: Some(library),
        library_name: None,
        part: AffiliationRole::Trustee,
        place: None,
        charity_number: None,
    };
    let (one, two) =
        (confirmed(&app, "one@example.org", claim()).await, confirmed(&app, "two@example.org", claim()).await);
    let approved = NewDecision { outcome: Outcome::Approved, message: None };
    for application in admin.list_applications(&ApplicationQuery::default()).await.unwrap().items {
        admin.decide_application(application.id, &approved).await.unwrap();
    }
    let known = one.get_me().await.unwrap().organisation_id;
    assert!(known.is_some());
    assert_eq!(two.get_me().await.unwrap().organisation_id, known);
}

#[tokio::test]
async fn decide_application_of_a_person_without_a_library_makes_nothing_public_in_their_name() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let answers = Answers::Exploring { library_name: None, stage: api_types::membership::Stage::Thinking, help: None };
    let person = confirmed(&app, "sunita@example.org", answers).await;
    let waiting = admin.list_applications(&ApplicationQuery::default()).await.unwrap().items;
    let approved = NewDecision { outcome: Outcome::Approved, message: None };
    admin.decide_application(waiting[0].id, &approved).await.unwrap();
    assert_eq!(person.get_me().await.unwrap().role, Role::Member);
    let listed = app.anonymous().list_organisations(&OrganisationQuery::default()).await.unwrap();
    assert!(listed.items.is_empty(), "{listed:?}");
}
