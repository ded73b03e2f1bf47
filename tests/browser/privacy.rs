//! One's own data: taken along and erased.

use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{PASSWORD, question};
use sea_orm::EntityTrait as _;

#[tokio::test(flavor = "multi_thread")]
async fn a_member_takes_the_data_along_and_is_erased() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let ada = app.member("Ada Lewis").await;
    let asked = ada.ask_question(&question("What did you agree about the roof?")).await.unwrap();
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&ada.email).await;
    browser.goto("/account").await;
    browser.press_words("Your data").await;
    browser.is_at("/account/data").await;
    browser.press_words("Save my data as a file").await;
    browser.sees("Saved.").await;
    browser.press("details summary").await;
    browser.press_words("Erase everything").await;
    browser.sees("cannot be undone").await;
    browser.is_accessible().await;
    browser.tick("#understands").await;
    browser.press_words("Erase everything").await;
    browser.is_at("/").await;
    browser.sees("Sign in").await;
    browser.close().await;
    let kept = app.anonymous().get_question(asked.id).await.unwrap();
    assert_eq!(kept.opening.author.unwrap().name, "Former member");
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_appoint_a_member_and_erase_one_who_asked_by_letter() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let admin = app.admin().await;
    let ada = app.member("Ada Lewis").await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&admin.email).await;
    browser.goto(&format!("/members/{}", ada.id)).await;
    browser.press_words("For staff").await;
    browser.is_at(&format!("/admin/members/{}", ada.id)).await;
    browser.is_accessible().await;
    browser.choose("#role", "Moderator").await;
    browser.press_words("Set role").await;
    browser.sees("The role is set.").await;
    assert_eq!(ada.get_me().await.unwrap().role, api_types::accounts::Role::Moderator);

    // Too long after signing in, it is asked who sits there.
    entity::session::Entity::update_many()
        .col_expr(entity::session::Column::AuthenticatedAt, sea_orm::sea_query::Expr::value(0_i64))
        .exec(&app.deps.write)
        .await
        .unwrap();
    // It is said whose account it is: not the reader's own.
    browser.sees("Be sure that it is they who asked.").await;
    browser.press_words("Erase their account").await;
    browser.tick("#understands").await;
    browser.press_words("Erase everything").await;
    browser.has("dialog[open] input").await;
    browser.is_accessible().await;
    browser.fill("dialog[open] input", PASSWORD).await;
    browser.press("dialog[open] button[type=submit]").await;
    browser.is_at("/admin/growth").await;
    browser.close().await;
    assert_eq!(ada.get_me().await.unwrap_err().status(), Some(401));
}
