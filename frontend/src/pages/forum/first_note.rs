//! The note for who posts for the first time: the main points of the code of conduct.

use client::types::conduct::LanguageQuery;
use yew::prelude::*;

use crate::components::{Button, Link, error_text, icon, markdown};
use crate::hooks::{focus, use_mutation, use_query, use_text};
use crate::routes::Route;

/// Where the note stands.
#[derive(PartialEq, Properties)]
pub struct FirstNoteProps {
    /// Whether something has been posted since the page was opened.
    #[prop_or_default]
    pub is_posted: bool,
    /// The id of the field below it, where the focus goes when it is put away.
    pub field: AttrValue,
}

/// The note, for members who have neither posted yet nor put it away. What cannot be asked for is not shown: it stands
/// in nobody's way.
#[component]
pub fn FirstNote(props: &FirstNoteProps) -> Html {
    let text = use_text();
    let language = text.language.wire();
    let is_away = use_state_eq(|| false);
    let note = use_query((language, props.is_posted), |client, (language, _)| async move {
        client.get_first_post_note(&LanguageQuery { language }).await
    });
    let put_away = {
        let (is_away, field) = (is_away.clone(), props.field.clone());
        use_mutation(
            |client, ()| async move { client.dismiss_first_post_note().await },
            Callback::from(move |()| {
                is_away.set(true);
                focus(&field);
            }),
        )
    };
    let Some(note) = note.ready().filter(|note| note.is_shown && !*is_away && !props.is_posted) else {
        return html! {};
    };
    html! {
        <section class="notice mb-5" aria-labelledby="first-note">
            <span>{ icon("info") }</span>
            <div class="flow">
                <h2 class="h4" id="first-note">{ text.t("first-note-title") }</h2>
                <p>{ text.t("first-note-text") }</p>
                { markdown(&note.summary_html) }
                if let Some(error) = &put_away.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p class="row">
                    <Button class="btn-2 btn-small" busy={put_away.is_busy} onclick={put_away.run.reform(|_: MouseEvent| ())}>
                        { text.t("first-note-away") }</Button>
                    <Link to={Route::CodeOfConduct}>{ text.t("first-note-whole") }</Link>
                </p>
            </div>
        </section>
    }
}
