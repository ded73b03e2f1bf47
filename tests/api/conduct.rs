//! The code of conduct, and the note about it for who posts for the first time.

use api_types::ErrorCode;
use api_types::conduct::{LanguageQuery, NewCodeOfConduct};
use api_types::forum::{NewComment, NewPost};
use api_types::membership::Language;
use harness::{TestApp, question};

const ENGLISH: LanguageQuery = LanguageQuery { language: Language::En };
const WELSH: LanguageQuery = LanguageQuery { language: Language::Cy };

#[tokio::test]
async fn get_code_of_conduct_has_a_default_in_both_languages() {
    let app = TestApp::start().await;
    let english = app.anonymous().get_code_of_conduct(&ENGLISH).await.unwrap();
    assert!(!english.is_own && english.version == 0);
    assert!(english.summary_html.contains("<li>Be kind.") && english.text_html.contains("<h2>What we do</h2>"));
    let welsh = app.anonymous().get_code_of_conduct(&WELSH).await.unwrap();
    assert!(welsh.summary_html.contains("Byddwch yn garedig") && welsh.text_html.contains("gymedrolwr"));
}

#[tokio::test]
async fn update_code_of_conduct_sets_the_networks_own_words() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let own = NewCodeOfConduct { text: "Be **good**. <script>".into(), ..NewCodeOfConduct::default() };
    let changed = admin.update_code_of_conduct(0, &own).await.unwrap();
    assert!(changed.is_own && changed.version == 1);
    assert!(changed.text_html.contains("<strong>good</strong>") && !changed.text_html.contains("<script>"));
    // What is left empty is as before, and so is the other language.
    assert!(changed.summary_html.contains("Be kind."));
    assert!(!app.anonymous().get_code_of_conduct(&WELSH).await.unwrap().is_own);
    assert_eq!(app.anonymous().get_code_of_conduct(&ENGLISH).await.unwrap(), changed);
    for version in [0, 2] {
        let late = admin.update_code_of_conduct(version, &own).await.unwrap_err();
        assert_eq!(late.code(), Some(ErrorCode::EditConflict));
    }
    let back = admin.update_code_of_conduct(1, &NewCodeOfConduct::default()).await.unwrap();
    assert!(!back.is_own && back.text_html.contains("What we do"));
    // What else the network is called and wants is not touched by it.
    assert!(!app.anonymous().get_network().await.unwrap().name.is_empty());
}

#[tokio::test]
async fn get_first_post_note_is_for_who_has_never_posted() {
    let app = TestApp::start().await;
    let (ada, bea, cleo) = (app.member("Ada").await, app.member("Bea").await, app.member("Cleo").await);
    let own = NewCodeOfConduct { summary: "Say please.".into(), ..NewCodeOfConduct::default() };
    app.admin().await.update_code_of_conduct(0, &own).await.unwrap();
    let note = ada.get_first_post_note(&ENGLISH).await.unwrap();
    assert!(note.is_shown && note.summary_html.contains("Say please."));
    assert!(ada.get_first_post_note(&WELSH).await.unwrap().summary_html.contains("Byddwch yn garedig"));
    let asked = ada.ask_question(&question("Is this the first thing I ask?")).await.unwrap();
    let note = ada.get_first_post_note(&ENGLISH).await.unwrap();
    assert!(!note.is_shown && note.summary_html.is_empty());
    // A comment is no post; an answer is.
    bea.add_comment(asked.opening.id, &NewComment { body: "Hello".into() }).await.unwrap();
    assert!(bea.get_first_post_note(&ENGLISH).await.unwrap().is_shown);
    bea.answer_question(asked.id, &NewPost { body: "Yes.".into(), ..NewPost::default() }).await.unwrap();
    assert!(!bea.get_first_post_note(&ENGLISH).await.unwrap().is_shown);
    // Who puts it away does not see it again.
    for _ in 0..2 {
        cleo.dismiss_first_post_note().await.unwrap();
    }
    assert!(!cleo.get_first_post_note(&ENGLISH).await.unwrap().is_shown);
}
