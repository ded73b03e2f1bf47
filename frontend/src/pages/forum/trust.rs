//! In confidence, on behalf of an organisation, and libraries like yours.

use client::types::accounts::Role;
use client::types::forum::{Asker, Likeness, NewAskerLook, Post, Thread};
use client::types::{OrganisationId, ThreadId};
use yew::prelude::*;

use crate::components::{Button, CheckField, FormErrors, Link, Notice, TextField, icon, load};
use crate::hooks::{use_mutation, use_query, use_session, use_text};
use crate::routes::Route;
use crate::text::Text;

/// The choice to speak on behalf of the organisation that is shown with one's name.
#[derive(PartialEq, Properties)]
pub struct BehalfFieldProps {
    /// Whether it is chosen.
    pub value: UseStateHandle<bool>,
    /// Whether a question is asked.
    #[prop_or_default]
    pub asks: bool,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// The choice to speak on behalf of one's organisation; nothing for those without one.
#[component]
pub fn BehalfField(props: &BehalfFieldProps) -> Html {
    let text = use_text();
    let session = use_session();
    let Some(name) = session.member.as_ref().and_then(|member| member.organisation.clone()) else {
        return html! {};
    };
    let label = text.with(if props.asks { "behalf-ask" } else { "behalf-answer" }, &[("name", &name)]);
    html! { <CheckField id="organisation_id" {label} value={props.value.clone()} error={props.error.clone()} /> }
}

/// The organisation that is spoken for, where that is chosen.
#[hook]
pub fn use_behalf(is_chosen: bool) -> Option<OrganisationId> {
    let session = use_session();
    session.member.as_ref().and_then(|member| member.organisation_id).filter(|_| is_chosen)
}

/// The choice to ask in confidence.
#[derive(PartialEq, Properties)]
pub struct ConfidenceFieldProps {
    /// Whether it is chosen.
    pub value: UseStateHandle<bool>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// The choice to ask in confidence, with who could find out.
#[component]
pub fn ConfidenceField(props: &ConfidenceFieldProps) -> Html {
    let text = use_text();
    let confidant = use_query((), |client, ()| async move { client.get_confidant().await });
    let named = confidant.ready().and_then(|confidant| confidant.member.clone());
    let hint = match named {
        Some(member) => text.with("confidence-hint-named", &[("name", &member.name)]),
        None => text.t("confidence-hint"),
    };
    html! {
        <>
            <CheckField id="is_confidential" label={text.t("confidence-ask")} value={props.value.clone()} {hint} error={props.error.clone()} />
            if *props.value { <Notice icon="lock" is_status=true><p>{ text.t("confidence-care") }</p></Notice> }
        </>
    }
}

/// That one can ask in confidence, beside the list of questions.
#[component]
pub fn DelicateNotice() -> Html {
    let text = use_text();
    html! {
        <Notice icon="lock">
            <h2 class="h4">{ text.t("delicate-title") }</h2>
            <p class="t-s">{ text.t("delicate-text") }</p>
        </Notice>
    }
}

/// What stands beside the author: on whose behalf, and how alike.
pub fn marks(text: &Text, post: &Post) -> Html {
    html! {
        <>
            if let Some(one) = &post.on_behalf_of {
                <span><Link to={Route::Organisation { id: one.id.0, slug: one.slug.clone() }}>
                    { text.with("on-behalf-of", &[("name", &one.name)]) }
                </Link></span>
            }
            if let Some(likeness) = post.likeness.as_ref().filter(|likeness| likeness.common > 0) { { mark(text, likeness) } }
        </>
    }
}

/// How alike a library is, in words and as a picture of five.
pub fn mark(text: &Text, likeness: &Likeness) -> Html {
    let reasons: Vec<_> =
        likeness.features.iter().map(|feature| text.t(&format!("likeness-{}", feature.as_str())).to_string()).collect();
    html! {
        <span class="likeness" data-n={likeness.common.to_string()} title={reasons.join(", ")}>
            { text.count("likeness-with-you", likeness.common.into()) }
        </span>
    }
}

/// Which question.
#[derive(PartialEq, Properties)]
pub struct AskerPanelProps {
    /// The question.
    pub thread: Thread,
}

/// For the asker, that nobody sees it; for moderators, the way to find out.
#[component]
pub fn AskerPanel(props: &AskerPanelProps) -> Html {
    let text = use_text();
    let session = use_session();
    let thread = &props.thread;
    if !thread.is_confidential {
        return html! {};
    }
    if thread.opening.viewer.is_author {
        return html! { <Notice icon="lock"><p>{ text.t("confidence-own") }</p></Notice> };
    }
    if !session.has(Role::Moderator) {
        return html! {};
    }
    html! { <Look id={thread.id} /> }
}

#[derive(PartialEq, Properties)]
struct LookProps {
    id: ThreadId,
}

#[component]
fn Look(props: &LookProps) -> Html {
    let text = use_text();
    let session = use_session();
    let reason = use_state(String::new);
    let asker = use_state(|| None::<Asker>);
    let confidant = use_query((), |client, ()| async move { client.get_confidant().await });
    let see = {
        let (id, asker) = (props.id, asker.clone());
        use_mutation(
            move |client, reason: String| async move { client.see_asker(id, &NewAskerLook { reason }).await },
            Callback::from(move |found: Asker| asker.set(Some(found))),
        )
    };
    let errors = FormErrors::of(&text, see.error.as_ref());
    let onsubmit = {
        let (reason, see) = (reason.clone(), see.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            see.emit((*reason).clone());
        })
    };
    html! {
        <section class="panel" aria-labelledby="asker">
            <h2 id="asker">{ icon("lock") }{ " " }{ text.t("asker-title") }</h2>
            <div role="status">
                if let Some(asker) = &*asker {
                    <p><Link to={Route::Member { id: asker.member.id.0 }}>{ text.with("asker-is", &[("name", &asker.member.name)]) }</Link></p>
                }
            </div>
            if asker.is_none() {
                { load(&confidant, |confidant| match &confidant.member {
                    Some(member) if !confidant.can_look => html! { <p>{ text.with("asker-not-you", &[("name", &member.name)]) }</p> },
                    _ => html! {
                        <form novalidate=true class="flow" onsubmit={onsubmit.clone()}>
                            <p class="t-s">{ text.t("asker-text") }</p>
                            if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
                            <TextField id="reason" label={text.t("asker-reason")} value={reason.clone()} error={errors.at("reason")} />
                            <p><Button submit=true class="btn-2" busy={see.is_busy}>{ text.t(if see.is_busy { "asker-busy" } else { "asker-see" }) }</Button></p>
                        </form>
                    },
                }) }
            }
            if session.has(Role::Admin) { <p class="mt-4 t-s"><Link to={Route::AskerLooks}>{ text.t("looks-link") }</Link></p> }
        </section>
    }
}
