//! The directory, an organisation's page, and handing over what one holds in it.

use api_types::membership::{AffiliationRole, Nation};
use domain::membership::{create_library, create_organisation};
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{Persona, TestApp};

/// Alderbrook, whose primary contact and voter is the first of its people.
async fn alderbrook(app: &TestApp, people: &[&Persona]) {
    let (council, town) = ("Calderfell Council", "Alderbrook");
    let library =
        create_library(&app.deps, "Alderbrook Library", council, Nation::England, "North West", town, "CA1 1AA");
    let people: Vec<_> = people.iter().map(|person| (person.id.0, AffiliationRole::Trustee)).collect();
    create_organisation(&app.deps, library.await.unwrap(), &people).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_hands_over_and_the_successor_keeps_the_page() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Lewis").await, app.member("Bea Nowak").await);
    alderbrook(&app, &[&ada, &bea]).await;

    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&ada.email).await;
    browser.press_words("Directory").await;
    browser.is_at("/directory").await;
    browser.sees("Runs a community library").await;
    browser.is_accessible().await;
    browser.press_words("Wales").await;
    browser.sees("Nobody here yet").await;
    browser.press_words("Clear all").await;
    browser.press_words("Alderbrook Library").await;
    browser.sees("Primary contact").await;
    browser.is_accessible().await;
    browser.press_words("Leave this organisation").await;
    browser.sees("Who becomes the primary contact?").await;
    browser.is_accessible().await;
    browser.press("form.panel .btn").await;
    browser.sees("Done. Nothing is left without somebody.").await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&bea.email).await;
    browser.goto("/directory").await;
    browser.press_words("Alderbrook Library").await;
    browser.press_words("Change this page").await;
    browser.has("#number").await;
    browser.is_accessible().await;
    browser.fill("#number", "11820").await;
    browser.press_words("Save changes").await;
    browser.sees("you have typed 5").await;
    browser.run("document.querySelector('#number').select()", Vec::new()).await;
    browser.type_on("1182047").await;
    browser.fill("#about", "Run by **forty** volunteers.").await;
    browser.press("form .btn[type=submit]").await;
    browser.sees("GB-CHC-1182047").await;
    browser.sees("Run by forty volunteers.").await;
    browser.close().await;
}
