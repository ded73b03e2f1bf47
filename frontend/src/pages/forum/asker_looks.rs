//! The looks at who asks in confidence, and who may look.

use client::types::MemberId;
use client::types::accounts::Role;
use client::types::forum::{AskerLook, AskerLookQuery, Confidant, NewConfidant};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, EmptyState, FormErrors, Gate, Link, Notice, Pager, SelectField, date, load, query_of};
use crate::hooks::{Query, use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// The looks at who asks in confidence, for administrators.
#[component]
pub fn AskerLooksPage() -> Html {
    html! { <Gate role={Role::Admin}><Looks /></Gate> }
}

#[component]
fn Looks() -> Html {
    let text = use_text();
    use_title(text.t("looks-title"));
    let query = use_location().and_then(|location| location.query::<AskerLookQuery>().ok()).unwrap_or_default();
    let looks = use_query(query.clone(), |client, query| async move { client.list_asker_looks(&query).await });
    let confidant = use_query((), |client, ()| async move { client.get_confidant().await });
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("looks-title") }</h1><p class="lead">{ text.t("looks-lead") }</p></div></div>
            <div class="cols">
                <div aria-busy={looks.is_busy.then_some("true")}>
                    { load(&looks, |page| if page.items.is_empty() {
                        html! { <EmptyState title={text.t("looks-none")}><p>{ text.t("looks-none-text") }</p></EmptyState> }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&AskerLookQuery { after: Some(after), ..query.clone() }));
                        html! {
                            <>
                                <ol class="entries">{ for page.items.iter().map(|look| html! { <Look key={look.id.0} look={look.clone()} /> }) }</ol>
                                <Pager to={Route::AskerLooks} first={AttrValue::default()} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                </div>
                <aside>{ load(&confidant, |known| html! { <Choose confidant={known.clone()} query={confidant.clone()} /> }) }</aside>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct LookProps {
    look: AskerLook,
}

#[component]
fn Look(props: &LookProps) -> Html {
    let text = use_text();
    let look = &props.look;
    let thread = &look.thread;
    html! {
        <li class="entry"><div>
            <h2 class="entry-title"><Link to={Route::of_thread(thread.kind, thread.id.0, thread.slug.clone())}>{ &thread.title }</Link></h2>
            <p class="entry-text">{ &look.reason }</p>
            <p class="meta">
                <span><Link to={Route::Member { id: look.looked_by.id.0 }}>{ &look.looked_by.name }</Link></span>
                { date(&text, look.created_at) }
            </p>
        </div></li>
    }
}

#[derive(PartialEq, Properties)]
struct ChooseProps {
    confidant: Confidant,
    query: Query<Confidant>,
}

#[component]
fn Choose(props: &ChooseProps) -> Html {
    let text = use_text();
    let is_saved = use_state_eq(|| false);
    let chosen = {
        let present = props.confidant.member.as_ref().map(|member| member.id.to_string()).unwrap_or_default();
        use_state(move || present)
    };
    let save = {
        let (replace, is_saved) = (props.query.replace.clone(), is_saved.clone());
        use_mutation(
            move |client, member_id: Option<MemberId>| async move {
                client.set_confidant(&NewConfidant { member_id }).await
            },
            Callback::from(move |confidant: Confidant| {
                is_saved.set(true);
                replace.emit(confidant);
            }),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    let mut options = vec![(AttrValue::default(), text.t("confidant-all"))];
    options.extend(
        props.confidant.candidates.iter().map(|member| (member.id.to_string().into(), member.name.clone().into())),
    );
    let onsubmit = {
        let (chosen, save, is_saved) = (chosen.clone(), save.run.clone(), is_saved.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            is_saved.set(false);
            save.emit(chosen.parse().ok());
        })
    };
    html! {
        <section class="panel" aria-labelledby="confidant">
            <h2 id="confidant">{ text.t("confidant-title") }</h2>
            <form novalidate=true class="flow" {onsubmit}>
                if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
                <SelectField id="member_id" label={text.t("confidant-label")} hint={text.t("confidant-hint")} value={chosen}
                    {options} error={errors.at("member_id")} />
                <p><Button submit=true class="btn-2" busy={save.is_busy}>{ text.t("save-changes") }</Button></p>
                if *is_saved { <Notice tone="is-ok" icon="circle-check" is_status=true><p>{ text.t("confidant-saved") }</p></Notice> }
            </form>
        </section>
    }
}
