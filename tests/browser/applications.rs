//! Applications from the form to the decision, with what is asked and answered in between.

use api_types::ApplicationId;
use api_types::membership::{
    AffiliationRole, Answers, ApplicationQuery, Bilingual, FormQuestionKind, ImportQuery, Language, LibraryQuery,
    Nation, NewApplication, NewFormQuestion, OrganisationKind,
};
use domain::membership::{create_library, create_organisation, create_submitted_application};
use fantoccini::key::Key;
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{PASSWORD, TestApp};

async fn confirm(app: &TestApp, browser: &Browser, email: &str) {
    browser.is_at("/join/sent").await;
    let secret = app.secret_mailed_to(email).await;
    browser.goto(&format!("/join/confirm#token={secret}")).await;
    browser.fill("#password", PASSWORD).await;
    browser.press_words("Confirm and send to staff").await;
    browser.is_at("/join/status").await;
    browser.sees("Staff have it.").await;
}

/// Fills in what is asked of a member type only.
async fn answer_as(browser: &Browser, kind: &str) {
    match kind {
        "library" => {
            browser.fill("[id='answers.library_id']", "alder").await;
            browser.has("[role=option]").await;
            browser.key(Key::Down).await;
            browser.key(Key::Enter).await;
            browser.has("#library-chosen").await;
        }
        "exploring" => browser.fill("[id='answers.library_name']", "Skelby Library").await,
        "council" => {
            browser.fill("[id='answers.council']", "Holme Valley Council").await;
            browser.fill("[id='answers.job_title']", "Head of libraries").await;
        }
        _ => {
            browser.fill("[id='answers.organisation']", "BookMove Shelving Ltd").await;
            browser.fill("[id='answers.offer']", "Second-hand shelves, delivered.").await;
        }
    }
}

/// Applies as a member type, is asked, answers, and is approved.
async fn to_approval(kind: &str, name: &str, hand: Hand) {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let admin = app.admin().await;
    let csv = include_str!("register.csv").as_bytes().to_vec();
    admin.import_libraries(&ImportQuery { preview: false }, csv).await.unwrap();
    let words = |en: &str| Bilingual { en: en.into(), cy: String::new() };
    for member_type in OrganisationKind::ALL {
        let new = NewFormQuestion {
            member_type: *member_type,
            kind: FormQuestionKind::Choice,
            label: words("How did you hear of us?"),
            hint: words(""),
            options: vec![words("From a library"), words("From the news")],
            is_required: true,
        };
        admin.create_form_question(&new).await.unwrap();
    }
    let email = format!("{kind}@example.org");
    let applicant = Browser::open(&app, hand).await;
    applicant.goto(&format!("/join?as={kind}")).await;
    answer_as(&applicant, kind).await;
    applicant.fill("#name", name).await;
    applicant.fill("#email", &email).await;
    applicant.tick("#agrees").await;
    applicant.press_words("Send application").await;
    // The network's own question was left out.
    applicant.sees("Answer this question.").await;
    applicant.is_accessible().await;
    applicant
        .choose(
            "[id='form_answers.1'], [id='form_answers.2'], [id='form_answers.3'], [id='form_answers.4']",
            "From the news",
        )
        .await;
    applicant.press_words("Send application").await;
    confirm(&app, &applicant, &email).await;

    let staff = Browser::open(&app, hand).await;
    staff.sign_in("ann.admin@example.org").await;
    staff.goto("/admin/applications").await;
    staff.press_words(name).await;
    staff.sees("From the news").await;
    staff.fill("#body", "Which of you signs for it?").await;
    staff.press_words("Send").await;
    staff.sees("Which of you signs for it?").await;
    staff.sees("Asked for more").await;
    staff.is_accessible().await;

    applicant.reload().await;
    applicant.sees("Staff have asked you something.").await;
    applicant.sees("Which of you signs for it?").await;
    applicant.is_accessible().await;
    applicant.fill("#body", "Our chair does.").await;
    applicant.press_words("Send").await;
    applicant.sees("Staff have it.").await;

    staff.reload().await;
    staff.sees("Our chair does.").await;
    staff.fill("#message", "Welcome to the network.").await;
    staff.press_words("Approve").await;
    staff.sees("Approved by Ann Admin").await;
    staff.close().await;
    applicant.reload().await;
    applicant.sees("Welcome: you are a member.").await;
    applicant.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_library_applies_is_asked_answers_and_is_approved() {
    to_approval("library", "Sunita Rao", Hand::Keyboard).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_explores_applies_is_asked_answers_and_is_approved() {
    to_approval("exploring", "Derek Holloway", Hand::Pointer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_council_applies_is_asked_answers_and_is_approved() {
    to_approval("council", "Nasreen Iqbal", Hand::Pointer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_applies_is_asked_answers_and_is_approved() {
    to_approval("body", "Peter Lindqvist", Hand::Pointer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claimed_library_is_not_claimed_again_but_its_people_can_be_joined() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    app.admin().await;
    let ada = app.member("Ada Lewis").await;
    let (council, town) = ("Calderfell Council", "Alderbrook");
    let library =
        create_library(&app.deps, "Alderbrook Library", council, Nation::England, "North West", town, "CA1 1AA");
    create_organisation(&app.deps, library.await.unwrap(), &[(ada.id.0, AffiliationRole::Trustee)]).await.unwrap();

    let applicant = Browser::open(&app, Hand::Keyboard).await;
    applicant.goto("/join").await;
    applicant.fill("[id='answers.library_id']", "alder").await;
    applicant.has("[role=option]").await;
    applicant.key(Key::Down).await;
    applicant.key(Key::Enter).await;
    applicant.has("#library-taken").await;
    applicant.sees("has joined already").await;
    applicant.is_accessible().await;
    applicant.press_words("Ask to join them").await;
    applicant.has("#library-joining").await;
    applicant.fill("#name", "Gwen Parry").await;
    applicant.fill("#email", "gwen@example.org").await;

    // Left to be finished later, and gone on with elsewhere.
    applicant.press_words("Save and finish later").await;
    applicant.sees("We have mailed you a link").await;
    applicant.close().await;
    let secret = app.secret_mailed_to("gwen@example.org").await;
    let applicant = Browser::open(&app, Hand::Pointer).await;
    applicant.goto(&format!("/join#token={secret}")).await;
    applicant.has("#library-joining").await;
    applicant.sees("Alderbrook Library").await;
    applicant.is_accessible().await;
    applicant.tick("#agrees").await;
    applicant.press_words("Send application").await;
    confirm(&app, &applicant, "gwen@example.org").await;
    applicant.sees("To join").await;
    assert!(app.mails_to(&ada.email).await.last().unwrap().subject.contains("Gwen Parry asks to join"));

    // And withdrawn.
    applicant.press("details summary").await;
    applicant.press_words("Withdraw").await;
    applicant.sees("You have withdrawn it.").await;
    applicant.is_accessible().await;
    applicant.close().await;
}

async fn submitted(app: &TestApp, name: &str, email: &str, library: &str) -> ApplicationId {
    let answers = Answers::Library {
        library_id: None,
        library_name: Some(library.into()),
        part: AffiliationRole::Trustee,
        place: None,
        charity_number: None,
    };
    let new = NewApplication {
        name: name.into(),
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
    };
    create_submitted_application(&app.deps, &new, harness::START).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_set_the_form_and_rules_and_decide_on_several() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let admin = app.admin().await;
    submitted(&app, "Sunita Rao", "sunita@fenwick.org.uk", "Fenwick Hill Community Library").await;
    submitted(&app, "Brian Ames", "brian@fenwick.org.uk", "Friends of Fenwick Hill Library").await;
    submitted(&app, "Gwen Parry", "gwen@example.org", "Llyfrgell Bro Hafren").await;

    let staff = Browser::open(&app, Hand::Keyboard).await;
    staff.sign_in(&admin.email).await;
    staff.goto("/admin/applications").await;
    staff.sees("May be a double").await;
    staff.press_words("Brian Ames").await;
    staff.sees("similar organisation").await;
    staff.is_accessible().await;
    staff.tick("#all").await;
    staff.sees("3 selected").await;
    staff.press_words("Ask").await;
    staff.fill("#bulk-message", "When are you open?").await;
    staff.is_accessible().await;
    staff.press_words("Ask 3 applicants").await;
    staff.sees("3 applications done.").await;
    staff.sees("Nothing in this list").await;
    let asked =
        ApplicationQuery { status: Some(api_types::membership::ApplicationStatus::NeedsAnswer), ..Default::default() };
    assert_eq!(admin.list_applications(&asked).await.unwrap().items.len(), 3);

    staff.goto("/admin/form").await;
    staff.fill("[id='label.en']", "How many volunteers?").await;
    staff.press_words("Add question").await;
    staff.sees("May be left out").await;
    staff.is_accessible().await;
    assert_eq!(admin.list_form_questions().await.unwrap().len(), 1);
    staff.goto("/admin/rules").await;
    staff.sees("No rules").await;
    staff.fill("#value", "gmail.com").await;
    staff.press_words("Set rule").await;
    staff.sees("Anybody can have an address there").await;
    staff.run("document.querySelector('#value').select()", Vec::new()).await;
    staff.type_on("gov.uk").await;
    staff.press_words("Set rule").await;
    staff.sees("has an address in gov.uk").await;
    staff.is_accessible().await;
    let found = app.anonymous().list_libraries(&LibraryQuery::default()).await.unwrap();
    assert!(found.items.is_empty());
    staff.close().await;
}
