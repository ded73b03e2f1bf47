//! Belonging, invitations, profiles and libraries, as people use them.

use api_types::membership::{AffiliationRole, Nation};
use domain::membership::{create_library, create_organisation};
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{PASSWORD, Persona, TestApp};

/// An organisation of these people, and the path of its page.
async fn founded(app: &TestApp, name: &str, people: &[&Persona]) -> String {
    let council = "Calderfell Council";
    let library = create_library(&app.deps, name, council, Nation::England, "North West", "High Street", "CA1 1AA");
    let people: Vec<_> = people.iter().map(|person| (person.id.0, AffiliationRole::Trustee)).collect();
    let id = create_organisation(&app.deps, library.await.unwrap(), &people).await.unwrap();
    format!("/organisations/{id}")
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_let_in_and_handed_over() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Lewis").await, app.member("Bea Nowak").await);
    let page = founded(&app, "Alderbrook Library", &[&ada]).await;

    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&bea.email).await;
    browser.goto(&page).await;
    browser.press_words("Ask to join").await;
    browser.has("#started_on").await;
    browser.is_accessible().await;
    browser.press("details form .btn[type=submit]").await;
    browser.sees("You have asked to join.").await;
    browser.is_accessible().await;
    browser.goto("/account").await;
    browser.sees("My organisations").await;
    browser.is_accessible().await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&ada.email).await;
    browser.goto(&page).await;
    browser.sees("Who would like to join").await;
    browser.is_accessible().await;
    browser.press("section.panel .btn").await;
    browser.sees("Bea Nowak belongs to the organisation now.").await;
    let two = "return document.querySelectorAll('#primary_contact_id option').length === 2";
    browser.until("two to choose from", two, Vec::new()).await;
    browser.press_words("Hand over who speaks and votes").await;
    browser.choose("#primary_contact_id", "Bea Nowak").await;
    browser.is_accessible().await;
    browser.press_words("Hand over").await;
    browser.sees("Handed over.").await;
    browser.close().await;

    // Who was handed something speaks for the organisation now, and says which part she has.
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&bea.email).await;
    browser.goto(&page).await;
    browser.sees("Change this page").await;
    browser.goto("/account").await;
    browser.press("main details summary").await;
    browser.choose("main details select", "Manager").await;
    let day = "const field = document.querySelector('main details input[type=date]'); field.value = '2021-03-01';\
        field.dispatchEvent(new Event('input', { bubbles: true })); return true";
    browser.until("the day in the field", day, Vec::new()).await;
    browser.is_accessible().await;
    browser.press("main details .btn").await;
    browser.sees("Saved.").await;
    browser.sees("since 1 March 2021").await;
    browser.goto(&page).await;
    browser.sees("since 1 March 2021").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn invited_by_mail_and_taken_up() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let ada = app.member("Ada Lewis").await;
    let page = founded(&app, "Alderbrook Library", &[&ada]).await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&ada.email).await;
    browser.goto(&page).await;
    browser.press_words("Invite somebody into the organisation").await;
    browser.fill("#name", "Ffion Hughes").await;
    browser.fill("#email", "ffion@example.org").await;
    browser.is_accessible().await;
    browser.press_words("Send invitation").await;
    browser.sees("The invitation for Ffion Hughes is on its way.").await;
    browser.sees("Sent before").await;
    browser.goto("/account/invitations").await;
    browser.sees("Invite a library").await;
    browser.is_accessible().await;
    browser.close().await;

    let token = app.secret_mailed_to("ffion@example.org").await;
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.goto(&format!("/join/invitation#token={token}")).await;
    browser.sees("Ada Lewis invites you to belong to Alderbrook Library.").await;
    browser.is_accessible().await;
    browser.fill("#password", "too short").await;
    browser.press("form .btn[type=submit]").await;
    browser.has("#errors").await;
    browser.is_accessible().await;
    browser.run("document.querySelector('#password').select()", Vec::new()).await;
    browser.type_on(PASSWORD).await;
    browser.press("form .btn[type=submit]").await;
    browser.sees("Ffion Hughes").await;
    browser.sees("Volunteer").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_shows_strangers_what_is_meant_for_them() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Lewis").await, app.member("Bea Nowak").await);
    founded(&app, "Alderbrook Library", &[&ada]).await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&ada.email).await;
    browser.goto("/account").await;
    browser.press_words("Your profile").await;
    browser.sees("Who sees what").await;
    browser.is_accessible().await;
    browser.fill("#about", "I rebind **old** books.").await;
    browser.fill("#telephone", "01228 000000").await;
    browser.fill("#languages", "English").await;
    browser.fill("#skills_offered", "Bid writing").await;
    browser.press("#skills_offered ~ .btn").await;
    browser.sees("Remove Bid writing").await;
    browser.choose("[id='visibility.about']", "Everybody who visits").await;
    browser.is_accessible().await;
    browser.press_words("Save changes").await;
    browser.sees("Saved.").await;
    browser.press_words("See your page").await;
    browser.sees("01228 000000").await;
    browser.is_accessible().await;
    let page = browser.path().await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto(&page).await;
    browser.sees("I rebind old books.").await;
    browser.is_accessible().await;
    let said = browser.run("return document.querySelector('main').innerText", Vec::new()).await.to_string();
    assert!(!said.contains("01228") && !said.contains("Bid writing") && !said.contains("example.org"), "{said}");
    browser.goto(&format!("/members/{}", bea.id)).await;
    browser.sees("404").await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&bea.email).await;
    browser.press_words("Directory").await;
    browser.press_words("People").await;
    browser.is_at("/directory/people").await;
    browser.sees("Bid writing").await;
    browser.is_accessible().await;
    browser.press_words("Bid writing").await;
    browser.press_words("Ada Lewis").await;
    browser.sees("I rebind old books.").await;
    let said = browser.run("return document.querySelector('main').innerText", Vec::new()).await.to_string();
    assert!(said.contains("Bid writing") && !said.contains("01228"), "{said}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_library_is_taken_on_put_right_and_added() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, ann) = (app.member("Ada Lewis").await, app.admin().await);
    founded(&app, "Alderbrook Library", &[&ada]).await;
    create_library(&app.deps, "Brynteg Library", "A council", Nation::Wales, "Wales", "Heol Fawr", "CF10 2BB")
        .await
        .unwrap();

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&ada.email).await;
    browser.goto("/directory/libraries").await;
    browser.sees("Brynteg Library").await;
    browser.is_accessible().await;
    browser.press_words("Wales").await;
    browser.press_words("Brynteg Library").await;
    browser.sees("No organisation of the network runs it yet.").await;
    browser.is_accessible().await;
    browser.press_words("Take it on").await;
    browser.sees("Your organisation runs it now.").await;
    browser.press_words("Change this library").await;
    browser.has("#postcode").await;
    browser.is_accessible().await;
    browser.fill("#name", " and Hub").await;
    browser.press_words("Save changes").await;
    browser.sees("Brynteg Library and Hub").await;
    browser.goto("/libraries/add").await;
    browser.fill("#name", "Pontlas Library").await;
    browser.fill("#address", "1 High Street").await;
    browser.fill("#postcode", "CF10").await;
    browser.is_accessible().await;
    browser.press_words("Add the library").await;
    browser.has("#errors").await;
    browser.fill("#postcode", " 3CC").await;
    browser.press_words("Add the library").await;
    browser.sees("Staff have not confirmed this library yet.").await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&ann.email).await;
    browser.goto("/admin/libraries").await;
    browser.sees("Added by members").await;
    browser.is_accessible().await;
    browser.press_words("Pontlas Library").await;
    browser.press_words("Confirm: it belongs in the register").await;
    browser.sees("No organisation of the network runs it yet.").await;
    browser.close().await;
}
