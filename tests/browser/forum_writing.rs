//! Writing in the forum: similar questions, a draft in two browsers, a suggested change.

use api_types::forum::NewPost;
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::question;

async fn writing(hand: Hand) {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (ada, bea) = (app.member("Ada Lovell").await, app.member("Bea Morgan").await);
    let asked = ada.ask_question(&question("What did you refuse to take on in your lease?")).await.unwrap();
    let new = NewPost { body: "Ask for a cap on the roof.".into(), ..NewPost::default() };
    ada.answer_question(asked.id, &new).await.unwrap();
    app.settle().await;

    // What was asked before is shown while the title is typed, and once more before posting.
    let browser = Browser::open(&app, hand).await;
    browser.sign_in(&bea.email).await;
    browser.goto("/questions/ask").await;
    browser.fill("#title", "Which repairs did you refuse in a lease?").await;
    browser.has("#similar-title").await;
    browser.sees("What did you refuse to take on in your lease?").await;
    browser.tick("#is_confidential").await;
    browser.fill("#body", "Our council offers a **full repairing lease**.").await;
    browser.sees("Draft saved").await;
    browser.is_accessible().await;
    browser.choose("#shelf_id", "Premises and leases").await;
    browser.press_words("Ask the network").await;
    browser.has("#yours-title").await;
    browser.is_accessible().await;
    browser.press_words("Go back and change it").await;

    // The draft goes on in another browser, and is among the drafts.
    let other = Browser::open(&app, hand).await;
    other.sign_in(&bea.email).await;
    other.goto("/drafts").await;
    other.sees("Which repairs did you refuse in a lease?").await;
    other.is_accessible().await;
    other.press_words("Go on writing").await;
    let resumed = "return document.querySelector('#body')?.value === 'Our council offers a **full repairing lease**.'";
    other.until("the draft", resumed, Vec::new()).await;
    other.has("#is_confidential:checked").await;
    other.has("#similar-title").await;
    other.press_words("Ask the network").await;
    other.press_words("None of these: ask my question").await;
    other.sees("No answers yet").await;
    other.goto("/drafts").await;
    other.sees("No drafts").await;
    other.close().await;

    // A picture that is pasted is put into the text and shown.
    browser.goto(&format!("/questions/{}", asked.id)).await;
    browser.has("#body").await;
    let paste = "const canvas = document.createElement('canvas'); canvas.width = canvas.height = 8;\
         canvas.getContext('2d').fillRect(0, 0, 8, 8); canvas.toBlob((blob) => {\
         const data = new DataTransfer(); data.items.add(new File([blob], 'roof.png', { type: 'image/png' }));\
         document.querySelector('#body').dispatchEvent(new ClipboardEvent('paste',\
         { clipboardData: data, bubbles: true, cancelable: true })); });";
    browser.run(paste, Vec::new()).await;
    browser.sees("roof.png is in the text").await;
    browser.change_tab("#body-tab-write", "#body-tab-preview").await;
    browser.has("#body-preview img[alt='roof.jpg']").await;
    browser.is_accessible().await;

    // A suggested change is sent, decided and seen in the history.
    browser.goto(&format!("/questions/{}", asked.id)).await;
    browser.sees("Ask for a cap on the roof.").await;
    browser.press(".answers [aria-expanded]").await;
    browser.fill(".answers textarea", " And on the boiler.").await;
    browser.fill(".answers input.input", "The boiler costs as much.").await;
    browser.is_accessible().await;
    browser.press_words("Send the suggestion").await;
    browser.sees("Your suggestion has gone to the author").await;
    browser.close().await;
    let author = Browser::open(&app, hand).await;
    author.sign_in(&ada.email).await;
    author.goto("/suggestions").await;
    author.sees("The boiler costs as much.").await;
    author.has("ins").await;
    author.is_accessible().await;
    author.press_words("Accept the change").await;
    author.sees("Nothing to decide").await;
    author.goto(&format!("/questions/{}", asked.id)).await;
    author.sees("And on the boiler.").await;
    author.press_words("History").await;
    author.has("ins").await;
    author.sees("Bea Morgan").await;
    author.is_accessible().await;
    author.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn writing_is_helped_with_the_pointer() {
    writing(Hand::Pointer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn writing_is_helped_with_the_keyboard_alone() {
    writing(Hand::Keyboard).await;
}
