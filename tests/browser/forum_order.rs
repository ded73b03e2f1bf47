//! A private space that is asked for, opened and entered; and a question that repeats another one, closed and opened.

use api_types::accounts::Role;
use api_types::forum::{NewSpace, NewSpaceRole, NewThread, SpaceAccess, SpaceRole};
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::question;

#[tokio::test(flavor = "multi_thread")]
async fn a_private_space_is_asked_for_opened_and_entered() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, keeper, admin) = (app.member("Ada Lewis").await, app.member("Kit Moss").await, app.admin().await);
    let new = NewSpace {
        name: "Chairs of trusts".into(),
        description: "For those who chair one.".into(),
        access: SpaceAccess::Private,
        slow_mode_seconds: 0,
    };
    let space = admin.create_space(&new).await.unwrap();
    admin.set_space_role(space.id, keeper.id, &NewSpaceRole { role: SpaceRole::Moderator }).await.unwrap();
    let new = NewThread { space_id: Some(space.id), ..question("How do you thank a chair who leaves?") };
    keeper.ask_question(&new).await.unwrap();

    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&ada.email).await;
    browser.goto("/questions").await;
    browser.press_words("Spaces of the forum").await;
    browser.is_at("/spaces").await;
    browser.sees("For those who belong to it").await;
    browser.is_accessible().await;
    browser.press_words("Chairs of trusts").await;
    browser.sees("Only those who belong can read this space").await;
    browser.is_accessible().await;
    browser.fill("#message", "I chair one too.").await;
    browser.press_words("Ask to join").await;
    browser.sees("Your wish waits for a moderator.").await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&keeper.email).await;
    browser.goto("/spaces/chairs-of-trusts").await;
    browser.sees("I chair one too.").await;
    browser.is_accessible().await;
    browser.press("main .entry p.row .btn-small").await;
    browser.sees("Nobody is waiting").await;
    browser.close().await;

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&ada.email).await;
    browser.goto("/spaces/chairs-of-trusts").await;
    browser.sees("You belong").await;
    browser.press_words("How do you thank a chair who leaves?").await;
    browser.sees("Chairs of trusts").await;
    browser.is_accessible().await;
    browser.fill("#body", "With a book that they would not buy.").await;
    browser.press_words("Post answer").await;
    browser.sees("1 answer").await;
    browser.goto("/spaces/chairs-of-trusts").await;
    // Whom to ask is told, and the space can be followed.
    browser.sees("Opened by").await;
    browser.press_words("Follow").await;
    browser.until("it is followed", "return !!document.querySelector('aside button[aria-pressed=true]')", vec![]).await;
    browser.is_accessible().await;
    browser.goto("/questions/ask").await;
    browser.has("#space_id").await;
    browser.is_accessible().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_closed_as_a_duplicate_and_opened_again() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, moderator) = (app.member("Ada Lewis").await, app.persona("Mo Dean", Role::Moderator).await);
    let first = ada.ask_question(&question("Who pays for the roof of the library?")).await.unwrap();
    let again = ada.ask_question(&question("Who pays for the library's roof?")).await.unwrap();

    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&moderator.email).await;
    browser.goto(&format!("/questions/{}", again.id)).await;
    browser.press_words("Moderate").await;
    browser.has("#duplicate_of_id").await;
    browser.is_accessible().await;
    browser.fill("#duplicate_of_id", &format!("/questions/{}/{}", first.id, first.slug)).await;
    browser.press("form[aria-labelledby='close-title'] .btn").await;
    browser.sees("This was asked before.").await;
    browser.is_accessible().await;
    browser.press_words("Open it again").await;
    browser.until("it is open", "return !document.body.textContent.includes('This was asked before.')", vec![]).await;
    browser.goto(&format!("/questions/{}", again.id)).await;
    browser.press_words("Delete all of it").await;
    browser.sees("You can have it back here while this page is open").await;
    browser.is_accessible().await;
    browser.press_words("Undo").await;
    browser.sees("Moderate").await;
    browser.close().await;
    assert!(app.anonymous().get_question(again.id).await.unwrap().closed.is_none());

    let admin = app.admin().await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&admin.email).await;
    browser.goto("/audit").await;
    browser.sees("Closed a thread").await;
    browser.is_accessible().await;
    browser.goto("/spaces/new").await;
    browser.fill("#name", "Wales").await;
    browser.is_accessible().await;
    browser.press("form .btn[type=submit]").await;
    browser.is_at("/spaces/wales").await;
    browser.close().await;
}
