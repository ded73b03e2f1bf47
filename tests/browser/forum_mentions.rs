//! Asking and answering well: members mentioned by name, posts quoted, a note before the first post.

use api_types::forum::NewPost;
use fantoccini::key::Key;
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::question;
use serde_json::json;

async fn asking_well(hand: Hand) {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Lovell").await, app.member("Bea Morgan").await);
    let (sian, _) = (app.member("Siân Rees").await, app.member("Simon Abel").await);
    let asked = ada.ask_question(&question("Who of you has mended a slate roof?")).await.unwrap();
    let new = NewPost { body: "We had a good roofer from the valley.".into(), ..NewPost::default() };
    ada.answer_question(asked.id, &new).await.unwrap();
    let holds = "return document.querySelector(arguments[0])?.value.includes(arguments[1])";

    // Who has never posted is welcomed with the main points of the code of conduct.
    let browser = Browser::open(&app, hand).await;
    browser.sign_in(&bea.email).await;
    browser.goto(&format!("/questions/{}", asked.id)).await;
    browser.has("#first-note").await;
    browser.sees("Be kind.").await;
    browser.is_accessible().await;

    // A name is completed from the keyboard.
    browser.fill("#body", "Ask @si").await;
    browser.has("#body-mentions [role=option]").await;
    let active = "return document.activeElement.getAttribute('aria-activedescendant') === arguments[0]";
    browser.until("the first choice", active, vec![json!("body-mention-0")]).await;
    browser.is_accessible().await;
    browser.key(Key::Down).await;
    browser.until("the second choice", active, vec![json!("body-mention-1")]).await;
    browser.key(Key::Enter).await;
    let mention = format!("Ask [@Siân Rees](/members/{}) ", sian.id);
    browser.until("the mention", holds, vec![json!("#body"), json!(mention)]).await;
    // Escape closes, and what is typed stays.
    browser.type_on("or @sim").await;
    browser.has("#body-mentions [role=option]").await;
    browser.key(Key::Escape).await;
    let closed = "return document.querySelector('#body-mentions [role=option]') === null";
    browser.until("no choices", closed, Vec::new()).await;
    browser.type_on("on").await;
    browser.until("the words", holds, vec![json!("#body"), json!("or @simon")]).await;

    // A post is quoted with a link to it, and one goes on writing.
    browser.press("#post-2 button:has(use[href*='quote'])").await;
    let quote = format!("> [@Ada Lovell](/members/{}) [wrote](/questions/{}/{}?post=2):", ada.id, asked.id, asked.slug);
    browser.until("the quote", holds, vec![json!("#body"), json!(quote)]).await;
    browser.until("the focus in the field", "return document.activeElement.id === 'body'", Vec::new()).await;
    // Of words that are selected, those alone.
    let select = "const walker = document.createTreeWalker(document.querySelector('#post-2'), NodeFilter.SHOW_TEXT);\
         for (let node = walker.nextNode(); node; node = walker.nextNode()) {\
         const at = node.data.indexOf('a good roofer'); if (at < 0) continue;\
         getSelection().setBaseAndExtent(node, at, node, at + 13); break; }\
         document.querySelector(\"#post-2 button:has(use[href*='quote'])\").click();";
    browser.run(select, Vec::new()).await;
    browser.until("the selected words", holds, vec![json!("#body"), json!("\n> a good roofer\n")]).await;
    browser.until("the focus in the field", "return document.activeElement.id === 'body'", Vec::new()).await;
    browser.type_on("So had we.").await;
    browser.press_words("Post answer").await;
    browser.sees("So had we.").await;
    let gone = "return document.querySelector('#first-note') === null";
    browser.until("no note", gone, Vec::new()).await;
    let link = format!("#post-3 a[href='/members/{}']", sian.id);
    browser.has(&link).await;
    browser.has("#post-3 blockquote").await;
    browser.is_accessible().await;
    assert!(app.mails_to(&sian.email).await.iter().any(|mail| mail.subject.starts_with("You were mentioned")));

    // In a comment too.
    browser.press("#post-3 button:has(use[href*='message-circle'])").await;
    let field = "return document.activeElement.id.startsWith('comment-on-')";
    browser.until("the field for a comment", field, Vec::new()).await;
    browser.type_on("Thanks @ada").await;
    browser.has("#post-3 [role=listbox] [role=option]").await;
    browser.is_accessible().await;
    browser.key(Key::Enter).await;
    let mention = json!(format!("Thanks [@Ada Lovell](/members/{}) ", ada.id));
    browser.until("the mention", holds, vec![json!("#post-3 textarea"), mention]).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_well_is_helped_with_the_pointer() {
    asking_well(Hand::Pointer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_well_is_helped_with_the_keyboard_alone() {
    asking_well(Hand::Keyboard).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_note_is_put_away_and_the_code_of_conduct_is_the_networks_own() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (bea, admin) = (app.member("Bea Morgan").await, app.admin().await);
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&bea.email).await;
    browser.goto("/questions/ask").await;
    browser.has("#first-note").await;
    browser.is_accessible().await;
    browser.press_words("I have read this").await;
    browser.until("no note", "return document.querySelector('#first-note') === null", Vec::new()).await;
    browser.goto("/code-of-conduct").await;
    browser.sees("What we do").await;
    browser.is_accessible().await;
    browser.goto("/questions/ask").await;
    browser.has("#title").await;
    browser.until("no note", "return document.querySelector('#first-note') === null", Vec::new()).await;
    browser.goto("/follows").await;
    browser.has("#mention-mails").await;
    browser.is_accessible().await;
    browser.close().await;

    let staff = Browser::open(&app, Hand::Pointer).await;
    staff.sign_in(&admin.email).await;
    staff.goto("/admin/settings").await;
    staff.choose("#conduct-language", "Welsh").await;
    let welsh = "return document.querySelector('#text')?.value.includes('Rydym')";
    staff.until("the Welsh words", welsh, Vec::new()).await;
    staff.fill("#text", "Ein geiriau ni.").await;
    staff.press_words("Save the code of conduct").await;
    staff.sees("Go back to the one provided").await;
    staff.is_accessible().await;
    staff.close().await;
}
