//! The main job: apply, be approved, sign in, ask, answer, accept, find. Once with the pointer, once with the
//! keyboard alone.

use api_types::ShelfId;
use api_types::membership::ImportQuery;
use api_types::resources::{NewResource, ResourceKind};
use fantoccini::key::Key;
use harness::{PASSWORD, TestApp};

use harness::browser::{Browser, Hand, is_ready, start_app};

/// A network with staff, one member, a library in the register and a resource.
async fn network() -> TestApp {
    let app = start_app().await;
    let staff = app.admin().await;
    let csv = include_str!("register.csv");
    let report = staff.import_libraries(&ImportQuery { preview: false }, csv.as_bytes().to_vec()).await.unwrap();
    assert_eq!(report.created, 2, "{report:?}");
    let member = app.member("Geoff Hartley").await;
    member
        .add_resource(&NewResource {
            title: "Heads of terms for a peppercorn lease".into(),
            summary: "Ten pages to take into the first meeting with the estates team.".into(),
            kind: ResourceKind::Template,
            shelf_id: ShelfId(1),
            tags: vec!["leases".into()],
            url: Some("https://example.org/heads-of-terms".into()),
            file_id: None,
            licence: None,
        })
        .await
        .unwrap();
    app.settle().await;
    app
}

async fn main_job(hand: Hand) {
    if !is_ready() {
        return;
    }
    let app = network().await;
    let applicant = Browser::open(&app, hand).await;

    // Apply, claiming a library of the register.
    applicant.goto("/").await;
    applicant.sees("Ask a library that has already done it").await;
    applicant.sees("Heads of terms for a peppercorn lease").await;
    applicant.is_accessible().await;
    applicant.press_words("Join free").await;
    applicant.sees("Interest in the Community Library Peer Network").await;
    applicant.is_accessible().await;
    applicant.press_words("Send application").await;
    applicant.has("#errors").await;
    applicant.is_accessible().await;
    applicant.fill("[id='answers.library_id']", "alder").await;
    applicant.has("[role=option]").await;
    applicant.key(Key::Down).await;
    applicant.key(Key::Enter).await;
    applicant.has("#library-chosen").await;
    applicant.fill("#name", "Sunita Rao").await;
    applicant.fill("#email", "sunita@example.org").await;
    applicant.tick("#agrees").await;
    applicant.press_words("Send application").await;
    applicant.is_at("/join/sent").await;
    applicant.is_accessible().await;

    // Confirm the address with the mailed link.
    let secret = app.secret_mailed_to("sunita@example.org").await;
    applicant.goto(&format!("/join/confirm#token={secret}")).await;
    applicant.fill("#password", PASSWORD).await;
    applicant.is_accessible().await;
    applicant.press_words("Confirm and send to staff").await;
    applicant.is_at("/join/status").await;
    applicant.sees("Staff have it.").await;
    applicant.is_accessible().await;

    // Staff approve.
    let staff = Browser::open(&app, hand).await;
    staff.sign_in("ann.admin@example.org").await;
    staff.press_words("Staff").await;
    staff.is_at("/admin/applications").await;
    staff.sees("Sunita Rao").await;
    staff.is_accessible().await;
    staff.press_words("Sunita Rao").await;
    staff.has("#message").await;
    staff.sees("Alderbrook").await;
    staff.is_accessible().await;
    staff.fill("#message", "Welcome to the network.").await;
    staff.press_words("Approve").await;
    staff.sees("Approved by Ann Admin").await;
    staff.close().await;
    let welcome = app.mails_to("sunita@example.org").await;
    assert!(welcome.last().unwrap().text.contains("Welcome to the network."));

    // The new member, still signed in, asks.
    applicant.reload().await;
    applicant.sees("Welcome: you are a member.").await;
    applicant.press_words("Ask a question").await;
    applicant.has("#title").await;
    applicant.is_accessible().await;
    applicant.fill("#title", "What did you refuse to take on in your lease?").await;
    applicant.fill("#body", "Our council offers a **full repairing lease** at a peppercorn rent.").await;
    applicant.change_tab("#body-tab-write", "#body-tab-preview").await;
    applicant.has("#body-preview strong").await;
    applicant.choose("#shelf_id", "Premises and leases").await;
    applicant.fill("#tags", "leases, repairs").await;
    applicant.press_words("Ask the network").await;
    applicant.sees("No answers yet").await;
    applicant.is_accessible().await;
    let question = applicant.path().await;

    // Another answers and finds it useful.
    let answerer = Browser::open(&app, hand).await;
    answerer.sign_in("geoff.hartley@example.org").await;
    answerer.press_words("Questions").await;
    answerer.press_words("What did you refuse to take on in your lease?").await;
    answerer.is_at(&question).await;
    answerer.press(".vote button[aria-pressed=false]").await;
    answerer.has(".vote button[aria-pressed=true]").await;
    answerer.fill("#body", "The roof and the boiler. Ask for a cap.").await;
    answerer.press_words("Post answer").await;
    answerer.sees("1 answer").await;
    answerer.sees("Ask for a cap.").await;
    answerer.close().await;

    // The asker accepts and changes the question.
    applicant.reload().await;
    applicant.press_words("Accept this answer").await;
    applicant.has(".ribbon").await;
    applicant.is_accessible().await;
    applicant.press_words("Change").await;
    applicant.has("#title").await;
    applicant.fill("#title", " Roof?").await;
    applicant.press_words("Save changes").await;
    applicant.sees("edited").await;

    // Both are found, the misspelt word all the same.
    app.settle().await;
    applicant.press_words("Search").await;
    applicant.is_at("/search").await;
    applicant.fill("#q", "pepercorn").await;
    applicant.has("[role=option]").await;
    applicant.key(Key::Enter).await;
    applicant.has(".entries mark").await;
    applicant.sees("Heads of terms for a peppercorn lease").await;
    applicant.sees("What did you refuse to take on in your lease?").await;
    applicant.is_accessible().await;
    applicant.press_words("Heads of terms for a peppercorn lease").await;
    applicant.sees("Catalogue record").await;
    applicant.is_accessible().await;

    // And everything is over at once.
    applicant.goto("/account").await;
    applicant.sees("sunita@example.org").await;
    applicant.is_accessible().await;
    applicant.press_words("Sign out everywhere").await;
    applicant.is_at("/").await;
    applicant.reload().await;
    applicant.sees("Sign in").await;
    applicant.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_main_job_is_done_with_the_pointer() {
    main_job(Hand::Pointer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_main_job_is_done_with_the_keyboard_alone() {
    main_job(Hand::Keyboard).await;
}
