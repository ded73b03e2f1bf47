//! Trust in the forum, as people use it: in confidence, on behalf of a library, an answer that becomes a guide.

use api_types::forum::{AcceptedAnswer, NewPost, NewThread};
use api_types::membership::{AffiliationRole, Nation};
use domain::membership::{create_library, create_organisation};
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{Persona, TestApp, question};

async fn founded(app: &TestApp, name: &str, people: &[&Persona]) {
    let council = "Calderfell Council";
    let library = create_library(&app.deps, name, council, Nation::England, "North West", "High Street", "CA1 1AA");
    let people: Vec<_> = people.iter().map(|person| (person.id.0, AffiliationRole::Trustee)).collect();
    create_organisation(&app.deps, library.await.unwrap(), &people).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_in_confidence_and_looked_at() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea, moderator) = (app.member("Ada Lewis").await, app.member("Bea Nowak").await, app.moderator().await);
    let admin = app.admin().await;

    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&ada.email).await;
    browser.goto("/questions/ask").await;
    browser.fill("#title", "Our treasurer has left with the cash box?").await;
    browser.fill("#body", "It happened on Monday.").await;
    browser.choose("#shelf_id", "Premises and leases").await;
    browser.tick("#is_confidential").await;
    browser.sees("Leave out what only you could know").await;
    browser.is_accessible().await;
    browser.press("form .btn[type=submit]").await;
    browser.sees("You ask in confidence.").await;
    browser.sees("Asked in confidence; a moderator knows who asks").await;
    browser.is_accessible().await;
    let path = browser.path().await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&bea.email).await;
    browser.goto(&path).await;
    browser.sees("Asked in confidence; a moderator knows who asks").await;
    let is_hidden = "return !document.documentElement.innerHTML.includes('Ada Lewis')";
    browser.until("no name", is_hidden, Vec::new()).await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&moderator.email).await;
    browser.goto(&path).await;
    browser.press_words("Moderate").await;
    browser.sees("Who asks?").await;
    browser.is_accessible().await;
    browser.fill("#reason", "Somebody may be in danger.").await;
    browser.press_words("See who asks").await;
    browser.sees("Ada Lewis asks.").await;
    browser.close().await;
    let told = app.mails_to(&ada.email).await;
    assert!(told.iter().any(|mail| mail.text.contains("Somebody may be in danger")));

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&admin.email).await;
    browser.goto("/in-confidence").await;
    browser.sees("Somebody may be in danger.").await;
    browser.sees("Mo Moderator").await;
    browser.is_accessible().await;
    browser.choose("#member_id", "Mo Moderator").await;
    browser.press_words("Save changes").await;
    browser.sees("Saved.").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answered_for_a_library_and_made_a_guide() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Lewis").await, app.member("Bea Nowak").await);
    founded(&app, "Alderbrook Library", &[&ada]).await;
    founded(&app, "Brenna Library", &[&bea]).await;
    let asked = ada.ask_question(&question("How do you settle who mends the boiler?")).await.unwrap();
    let path = format!("/questions/{}/{}", asked.id, asked.slug);

    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&bea.email).await;
    browser.goto(&path).await;
    browser.fill("#body", "Ask for works, not money.").await;
    browser.tick("#organisation_id").await;
    browser.is_accessible().await;
    browser.press("#answer .btn[type=submit]").await;
    browser.sees("on behalf of Brenna Library").await;
    browser.goto("/questions").await;
    browser.sees("You may be able to help").await;
    browser.is_accessible().await;
    browser.press_words("Do not invite me").await;
    browser.sees("You are not invited to answer.").await;
    browser.close().await;

    bea.answer_question(asked.id, &NewPost { body: "And in writing.".into(), ..NewPost::default() }).await.unwrap();
    let given = ada.get_question(asked.id).await.unwrap().answers.items[0].id;
    ada.accept_answer(asked.id, &AcceptedAnswer { answer_id: Some(given) }).await.unwrap();
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&ada.email).await;
    browser.goto("/questions").await;
    browser.sees("Answered by a library like yours").await;
    browser.goto(&path).await;
    browser.sees("3 of 5 in common with you").await;
    browser.choose("#order", "Libraries like mine first").await;
    browser.sees("And in writing.").await;
    browser.is_accessible().await;
    browser.press_words("Make it a guide").await;
    browser.sees("Only you and the moderators see it until you publish it.").await;
    browser.has("#review_on").await;
    browser.is_accessible().await;
    browser.press_words("Publish the guide").await;
    browser.sees("Looked after by").await;
    browser.sees("From the question").await;
    browser.is_accessible().await;
    browser.goto(&path).await;
    browser.sees("Became a guide").await;
    browser.is_accessible().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_found_is_asked_with_the_words_that_were_typed() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let ada = app.member("Ada Lewis").await;
    let new = NewThread { tags: Vec::new(), ..question("Who has a spare trolley for us?") };
    ada.ask_question(&new).await.unwrap();
    app.settle().await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/search").await;
    browser.fill("#q", "zeppelin hangar").await;
    browser.press_words("Search").await;
    browser.sees("Nothing found").await;
    browser.press_words("Ask about “zeppelin hangar”").await;
    browser.sees("Sign in").await;
    browser.press("main .btn").await;
    browser.fill("#email", &ada.email).await;
    browser.fill("#password", harness::PASSWORD).await;
    browser.press("form .btn[type=submit]").await;
    browser.is_at("/questions/ask").await;
    let words = "return document.querySelector('#title')?.value === 'zeppelin hangar'";
    browser.until("the words that were searched for", words, Vec::new()).await;
    browser.is_accessible().await;
    browser.close().await;
}
