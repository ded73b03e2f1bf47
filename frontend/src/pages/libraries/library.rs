//! A library's page: who runs it, and taking it on or giving it up.

use client::types::membership::{LibraryOutcome, LibraryRecord, NewCare, NewLibraryDecision};
use client::types::{LibraryId, OrganisationId};
use yew::prelude::*;
use yew_router::prelude::*;

use super::list::standing;
use crate::components::{Button, Link, Notice, SelectField, error_text, go, icon, load, use_toast};
use crate::hooks::{Query, use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// Which library.
#[derive(PartialEq, Properties)]
pub struct LibraryPageProps {
    /// The library's id.
    pub id: i64,
}

/// A library's page.
#[component]
pub fn LibraryPage(props: &LibraryPageProps) -> Html {
    let library = use_query(LibraryId(props.id), |client, id| async move { client.get_library(id).await });
    load(&library, |record| html! { <Loaded record={record.clone()} query={library.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    record: LibraryRecord,
    query: Query<LibraryRecord>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let (record, library) = (&props.record, &props.record.summary);
    use_title(library.name.clone().into());
    let fact = |term: &str, words: Html| html! { <div><dt>{ text.t(term) }</dt><dd>{ words }</dd></div> };
    html! {
        <>
            <div class="pagehead">
                <div>
                    <p class="t-s muted">{ standing(&text, library) }</p>
                    <h1>{ &library.name }</h1>
                </div>
                if record.viewer.can_edit {
                    <Link class="btn btn-2" to={Route::EditLibrary { id: library.id.0 }}>{ icon("pencil") }{ text.t("library-edit") }</Link>
                }
            </div>
            <div class="cols">
                <div class="flow flow-5">
                    if !record.is_confirmed {
                        <Notice tone="is-warn" icon="clock"><p>{ text.t("library-unconfirmed") }</p></Notice>
                    }
                    if record.viewer.can_confirm { <Decide id={library.id} changed={props.query.reload.clone()} /> }
                    <section aria-labelledby="runs" class="flow">
                        <h2 id="runs">{ text.t("library-run") }</h2>
                        if let Some(organisation) = &record.organisation {
                            <p><Link to={Route::Organisation { id: organisation.id.0, slug: organisation.slug.clone() }}>{ &organisation.name }</Link></p>
                        } else {
                            <p>{ text.t("library-nobody") }</p>
                            if record.is_confirmed && record.viewer.carers.is_empty() {
                                <p><Link to={Route::Join}>{ text.t("library-nobody-join") }</Link></p>
                            }
                        }
                        if !record.viewer.carers.is_empty() { <TakeOn record={record.clone()} query={props.query.clone()} /> }
                        if record.viewer.can_give_up { <GiveUp record={record.clone()} query={props.query.clone()} /> }
                    </section>
                </div>
                <aside>
                    <section class="cat-card" aria-labelledby="record">
                        <h2 id="record">{ text.t("library-record") }</h2>
                        <dl>
                            { fact("library-address", html! { { format!("{}, {}", library.address, library.postcode) } }) }
                            if !library.authority.is_empty() { { fact("library-authority", html! { { &library.authority } }) } }
                            if !library.region.is_empty() { { fact("organisation-region", html! { { &library.region } }) } }
                            { fact("nation", html! { { text.t(&format!("nation-{}", library.nation.as_str())) } }) }
                        </dl>
                        <p class="hint mt-2">{ text.t(if record.is_added { "library-from-member" } else { "library-from-data" }) }</p>
                    </section>
                </aside>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct CareProps {
    record: LibraryRecord,
    query: Query<LibraryRecord>,
}

/// Taking the library into the care of one's organisation.
#[component]
fn TakeOn(props: &CareProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let carers = &props.record.viewer.carers;
    let chosen = use_state(|| carers.first().map(|carer| carer.id.to_string()).unwrap_or_default());
    let id = props.record.summary.id;
    let take_on = {
        let (replace, text) = (props.query.replace.clone(), text.clone());
        use_mutation(
            move |client, organisation_id: OrganisationId| async move {
                client.take_on_library(id, &NewCare { organisation_id }).await
            },
            Callback::from(move |record: LibraryRecord| {
                toast.emit(text.t("library-taken-on"));
                replace.emit(record);
            }),
        )
    };
    let onsubmit = {
        let (chosen, run) = (chosen.clone(), take_on.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Ok(id) = chosen.parse() {
                run.emit(id);
            }
        })
    };
    let options: Vec<(AttrValue, AttrValue)> =
        carers.iter().map(|carer| (carer.id.to_string().into(), carer.name.clone().into())).collect();
    html! {
        <form novalidate=true class="panel flow" {onsubmit}>
            <p>{ text.t("library-take-on-text") }</p>
            <SelectField id="organisation_id" label={text.t("organisation")} value={chosen} {options} />
            if let Some(error) = &take_on.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            <p><Button submit=true busy={take_on.is_busy}>{ text.t("library-take-on") }</Button></p>
        </form>
    }
}

/// Giving the library out of one's organisation's care.
#[component]
fn GiveUp(props: &CareProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let give_up = {
        let (replace, text) = (props.query.replace.clone(), text.clone());
        use_mutation(
            |client, id: LibraryId| async move { client.give_up_library(id).await },
            Callback::from(move |record: LibraryRecord| {
                toast.emit(text.t("library-given-up"));
                replace.emit(record);
            }),
        )
    };
    let id = props.record.summary.id;
    html! {
        <details>
            <summary>{ text.t("library-give-up") }</summary>
            <div class="panel flow mt-2">
                <p>{ text.t("library-give-up-text") }</p>
                if let Some(error) = &give_up.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                <p><Button class="btn-bad" busy={give_up.is_busy} onclick={give_up.run.reform(move |_: MouseEvent| id)}>{ text.t("library-give-up-send") }</Button></p>
            </div>
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct DecideProps {
    id: LibraryId,
    changed: Callback<()>,
}

/// Deciding on a library that a member added.
#[component]
fn Decide(props: &DecideProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let id = props.id;
    let confirm = use_mutation(
        move |client, ()| async move {
            client.confirm_library(id, &NewLibraryDecision { outcome: LibraryOutcome::Confirmed }).await
        },
        props.changed.clone(),
    );
    let decline = use_mutation(
        move |client, ()| async move {
            client.confirm_library(id, &NewLibraryDecision { outcome: LibraryOutcome::Declined }).await
        },
        Callback::from(move |()| {
            if let Some(navigator) = &navigator {
                go(navigator, &Route::Libraries, "");
            }
        }),
    );
    html! {
        <div class="panel flow">
            <p class="row">
                <Button busy={confirm.is_busy} onclick={confirm.run.reform(|_: MouseEvent| ())}>{ text.t("library-confirm") }</Button>
                <Button class="btn-2" busy={decline.is_busy} onclick={decline.run.reform(|_: MouseEvent| ())}>{ text.t("library-decline") }</Button>
            </p>
            if let Some(error) = confirm.error.as_ref().or(decline.error.as_ref()) { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div>
    }
}
