//! Finding one's way in the forum: comment, react, follow, keep, what is unread in a second browser, and the keyboard
//! through a whole thread.

use api_types::forum::NewPost;
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::question;

fn reply(words: String) -> NewPost {
    NewPost { body: words, ..NewPost::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_comments_reacts_follows_and_keeps_and_sees_it_in_a_second_browser() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Green").await, app.member("Bea Brown").await);
    let asked = ada.ask_question(&question("Is the building of yours listed?")).await.unwrap();
    bea.answer_question(asked.id, &reply("Ours is, grade two.".into())).await.unwrap();
    let path = format!("/questions/{}/{}", asked.id, asked.slug);

    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&bea.email).await;
    browser.goto(&path).await;
    browser.sees("Ours is, grade two.").await;
    browser.is_accessible().await;
    browser.press("#post-1 button:has(use[href*='message-circle'])").await;
    browser.fill(&format!("#comment-on-{}", asked.opening.id), "Ask your **council**.").await;
    browser.is_accessible().await;
    browser.press_words("Post comment").await;
    browser.sees("Ask your council.").await;
    browser.press_words("Thanks").await;
    browser.has("#post-1 [aria-pressed=true]").await;
    browser.press("aside button:has(use[href*='bookmark'])").await;
    browser.fill("#bookmark-note", "For the meeting").await;
    browser.press_words("Keep it").await;
    browser.sees("Kept").await;
    browser.goto("/bookmarks").await;
    browser.sees("For the meeting").await;
    browser.is_accessible().await;
    browser.goto("/follows").await;
    browser.sees("Is the building of yours listed?").await;
    browser.is_accessible().await;
    browser.goto(&format!("/members/{}", ada.id)).await;
    browser.press_words("Follow").await;
    browser.has("main [aria-pressed=true]").await;
    browser.goto("/questions?shelf=volunteers").await;
    browser.press_words("Follow").await;
    browser.has("main [aria-pressed=true]").await;
    browser.goto("/account").await;
    browser.press_words("Following").await;
    browser.sees("Ada Green").await;
    browser.sees("Volunteers and rotas").await;
    browser.close().await;

    // Two more answers: a second device knows what is new.
    ada.answer_question(asked.id, &reply("Thank you.".into())).await.unwrap();
    ada.answer_question(asked.id, &reply("We shall see.".into())).await.unwrap();
    let second = Browser::open(&app, Hand::Pointer).await;
    second.sign_in(&bea.email).await;
    second.goto("/questions?sort=active&view=unread").await;
    second.sees("2 new").await;
    second.is_accessible().await;
    second.goto(&path).await;
    second.sees("Ask your council.").await;
    second.sees("Following").await;
    second.is_accessible().await;
    second.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_thread_is_read_with_the_keyboard_from_any_post() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Green").await, app.member("Bea Brown").await);
    let begun = ada.start_discussion(&question("What do you do with long threads?")).await.unwrap();
    for place in 2..=60 {
        bea.reply_to_discussion(begun.id, &reply(format!("This is number {place}."))).await.unwrap();
    }
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&ada.email).await;
    browser.goto(&format!("/discussions/{}/{}?post=37", begun.id, begun.slug)).await;
    browser.sees("This is number 37.").await;
    browser.until("the focus on 37", "return document.activeElement.id === 'post-37'", Vec::new()).await;
    browser.is_accessible().await;
    for number in 38..=41 {
        browser.press(&format!("#post-{} button.btn-link:has(use[href*='arrow-down'])", number - 1)).await;
        let script = format!("return document.activeElement.id === 'post-{number}'");
        browser.until(&format!("the focus on {number}"), &script, Vec::new()).await;
    }
    browser.press_words("Show earlier posts").await;
    browser.sees("This is number 15.").await;
    // The way to the end stands before the posts, so that nobody walks through them.
    browser.goto(&format!("/discussions/{}/{}", begun.id, begun.slug)).await;
    browser.press_words("To the newest").await;
    browser.sees("This is number 60.").await;
    browser.press("#post-60 button:has(use[href*='quote'])").await;
    browser.sees("In reply to Bea Brown").await;
    browser.type_on("So do we.").await;
    browser.press_words("Post reply").await;
    browser.sees("Your reply is up").await;
    browser.close().await;
}
