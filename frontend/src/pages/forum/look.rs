//! Who asks in confidence: each look is kept and told.

use client::types::ThreadId;
use client::types::accounts::Role;
use client::types::forum::{Asker, NewAskerLook};
use yew::prelude::*;

use crate::components::{Button, FormErrors, Link, TextField, icon, load};
use crate::hooks::{use_mutation, use_query, use_session, use_text};
use crate::routes::Route;

/// Which question.
#[derive(PartialEq, Properties)]
pub struct LookProps {
    /// Its id.
    pub id: ThreadId,
}

/// The way to find out who asks in confidence, for those who may.
#[component]
pub fn Look(props: &LookProps) -> Html {
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
