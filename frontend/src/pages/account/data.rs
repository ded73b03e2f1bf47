//! One's own data: taking it along, having it erased.

use client::types::MemberId;
use client::types::accounts::Role;
use client::types::privacy::{DataExport, NewErasure, PostsAfter};
use yew::prelude::*;
use yew_router::prelude::*;

use super::AccountFrame;
use crate::components::{Button, CheckField, ErrorSummary, FormErrors, Gate, Notice, RadioField, error_text, go, icon};
use crate::hooks::{forget_drafts, save_file, use_mutation, use_session, use_text, use_title};
use crate::routes::Route;

/// One's own data.
#[component]
pub fn DataPage() -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    use_title(text.t("data-title"));
    let left = Callback::from(move |()| {
        forget_drafts();
        session.end.emit(());
        if let Some(navigator) = &navigator {
            go(navigator, &Route::Home, "");
        }
    });
    html! {
        <Gate role={Role::Applicant}>
            <AccountFrame here={Route::Data} lead="data-lead"><Export /><Erase done={left} /></AccountFrame>
        </Gate>
    }
}

/// Whose data.
#[derive(PartialEq, Properties)]
pub struct ExportProps {
    /// The member, for staff; one's own otherwise.
    #[prop_or_default]
    pub member: Option<MemberId>,
}

/// Saving everything that is kept of a member as a file.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let text = use_text();
    let is_done = use_state_eq(|| false);
    let export = {
        let is_done = is_done.clone();
        use_mutation(
            |client, member: Option<MemberId>| async move {
                match member {
                    Some(id) => client.export_member_data(id).await,
                    None => client.export_my_data().await,
                }
            },
            Callback::from(move |export: DataExport| {
                if let Ok(json) = serde_json::to_string_pretty(&export) {
                    save_file("commonshelf.json", &json);
                }
                is_done.set(true);
            }),
        )
    };
    let member = props.member;
    let words = |own: &str, theirs: &str| text.t(if member.is_some() { theirs } else { own });
    html! {
        <section aria-labelledby="export-title" class="flow">
            <h2 id="export-title">{ words("export-title", "export-title-theirs") }</h2>
            <p>{ words("export-text", "export-text-theirs") }</p>
            if let Some(error) = &export.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            if *is_done { <Notice tone="is-ok" icon="download" is_status=true><p>{ text.t("export-done") }</p></Notice> }
            <p><Button class="btn-2" busy={export.is_busy} onclick={export.run.reform(move |_: MouseEvent| member)}>
                { icon("download") }{ words("export", "export-theirs") }
            </Button></p>
        </section>
    }
}

/// Whose data, and what comes then.
#[derive(PartialEq, Properties)]
pub struct EraseProps {
    /// The member, for staff; oneself otherwise.
    #[prop_or_default]
    pub member: Option<MemberId>,
    /// Called when the member is erased.
    pub done: Callback<()>,
}

/// Erasing a member, in two steps.
#[component]
pub fn Erase(props: &EraseProps) -> Html {
    let text = use_text();
    let posts = use_state(|| "keep".to_owned());
    let understands = use_state(|| false);
    let member = props.member;
    let erase = use_mutation(
        move |client, new: NewErasure| async move {
            match member {
                Some(id) => client.erase_member(id, &new).await,
                None => client.erase_me(&new).await,
            }
        },
        props.done.clone(),
    );
    let errors = FormErrors::of(&text, erase.error.as_ref());
    let words = |own: &str, theirs: &str| text.t(if member.is_some() { theirs } else { own });
    let onsubmit = {
        let (posts, understands, run) = (posts.clone(), understands.clone(), erase.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let posts = if posts.as_str() == "remove" { PostsAfter::Remove } else { PostsAfter::Keep };
            run.emit(NewErasure { posts, understands: *understands });
        })
    };
    html! {
        <section aria-labelledby="erase-title" class="flow">
            <h2 id="erase-title">{ words("erase-title", "erase-title-theirs") }</h2>
            <p>{ words("erase-text", "erase-text-theirs") }</p>
            <details>
                <summary class="strong">{ words("erase-begin", "erase-begin-theirs") }</summary>
                <form novalidate=true class="panel flow mt-4" {onsubmit}>
                    <ErrorSummary errors={errors.clone()} failures={erase.failures} />
                    <div role="group" aria-labelledby="erase-posts">
                        <p id="erase-posts" class="label">{ words("erase-posts", "erase-posts-theirs") }</p>
                        <RadioField name="posts" option="keep" label={words("erase-keep", "erase-keep-theirs")} hint={text.t("erase-keep-hint")} value={posts.clone()} />
                        <RadioField name="posts" option="remove" label={text.t("erase-remove")} hint={text.t("erase-remove-hint")} value={posts} />
                    </div>
                    <CheckField id="understands" label={text.t("erase-understands")} value={understands} error={errors.at("understands")} />
                    <p><Button class="btn-bad" submit=true busy={erase.is_busy}>{ text.t("erase") }</Button></p>
                </form>
            </details>
        </section>
    }
}
