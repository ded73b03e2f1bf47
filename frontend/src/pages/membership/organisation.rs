//! An organisation's page.

use client::types::OrganisationId;
use client::types::membership::Organisation;
use yew::prelude::*;
use yew_router::prelude::*;

use super::directory::place;
use super::people::People;
use crate::components::{Link, icon, load, markdown};
use crate::hooks::{use_query, use_text, use_title};
use crate::pages::people::{AskToJoin, Contacts, Invitations, Requests};
use crate::routes::Route;

/// Which organisation.
#[derive(PartialEq, Properties)]
pub struct OrganisationPageProps {
    /// The organisation's id.
    pub id: i64,
}

/// An organisation's page.
#[component]
pub fn OrganisationPage(props: &OrganisationPageProps) -> Html {
    let organisation =
        use_query(OrganisationId(props.id), |client, id| async move { client.get_organisation(id).await });
    let changed = organisation.reload.clone();
    load(&organisation, |organisation| html! { <Loaded organisation={organisation.clone()} {changed} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    organisation: Organisation,
    changed: Callback<()>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let organisation = &props.organisation;
    let summary = &organisation.summary;
    use_title(summary.name.clone().into());
    let (id, slug) = (summary.id.0, summary.slug.clone());
    let address = Route::Organisation { id, slug: slug.clone() };
    let here = use_route::<Route>();
    use_effect_with((address, here), move |(address, here)| {
        if let (Some(navigator), true) = (navigator, here.as_ref().is_some_and(|here| here != address)) {
            navigator.replace(address);
        }
    });
    let record = |term: &str, words: Html| html! { <div><dt>{ text.t(term) }</dt><dd>{ words }</dd></div> };
    let place = place(&text, summary);
    html! {
        <>
            <div class="pagehead">
                <div>
                    <p class="t-s muted">{ text.t(&format!("organisation-kind-{}", summary.kind.as_str())) }</p>
                    <h1>{ &summary.name }</h1>
                </div>
                if organisation.viewer.can_edit {
                    <Link class="btn btn-2" to={Route::EditOrganisation { id, slug }}>{ icon("pencil") }{ text.t("organisation-edit") }</Link>
                }
            </div>
            <div class="cols">
                <div class="flow flow-7">
                    if organisation.viewer.can_edit {
                        <Requests id={summary.id} changed={props.changed.clone()} />
                    }
                    if organisation.about_html.is_empty() {
                        <p class="muted">{ text.t("organisation-about-none") }</p>
                    } else {
                        { markdown(&organisation.about_html) }
                    }
                    if !organisation.libraries.is_empty() {
                        <section aria-labelledby="libraries-title">
                            <h2 id="libraries-title" class="mb-3">{ text.t("organisation-libraries") }</h2>
                            <ul class="entries">{ for organisation.libraries.iter().map(|library| html! {
                                <li class="entry" key={library.id.0}><div>
                                    <h3 class="entry-title"><Link to={Route::Library { id: library.id.0 }}>{ &library.name }</Link></h3>
                                    <p class="meta"><span>{ format!("{}, {}", library.address, library.postcode) }</span></p>
                                </div></li>
                            }) }</ul>
                        </section>
                    }
                    if organisation.viewer.can_see_people {
                        <People id={summary.id} state={(organisation.version, summary.member_count)} can_edit={organisation.viewer.can_edit} changed={props.changed.clone()} />
                        <AskToJoin id={summary.id} viewer={organisation.viewer} changed={props.changed.clone()} />
                    }
                    if organisation.viewer.can_edit {
                        <Contacts id={summary.id} version={organisation.version} member_count={summary.member_count} changed={props.changed.clone()} />
                        <Invitations organisation_id={summary.id} />
                    }
                </div>
                <aside>
                    <section class="cat-card" aria-labelledby="record">
                        <h2 id="record">{ text.t("organisation-record") }</h2>
                        <dl>
                            if !place.is_empty() { { record("organisation-place", html! { { place } }) } }
                            if let Some(number) = &organisation.number { { record("organisation-number", html! { { number } }) } }
                            if let Some(form) = organisation.legal_form {
                                { record("organisation-form", html! { { text.t(&format!("legal-form-{}", form.as_str())) } }) }
                            }
                            if let Some(model) = organisation.model {
                                { record("organisation-model", html! { { text.t(&format!("operating-model-{}", model.as_str())) } }) }
                            }
                            if let Some(website) = &organisation.website {
                                { record("organisation-website", html! { <a href={website.clone()} rel="nofollow noopener noreferrer">{ website }</a> }) }
                            }
                            if let Some(contact) = &organisation.primary_contact {
                                { record("holding-primary_contact", html! { <Link to={Route::Member { id: contact.id.0 }}>{ &contact.name }</Link> }) }
                            }
                            if let Some(voter) = &organisation.voter { { record("holding-voter", html! { <Link to={Route::Member { id: voter.id.0 }}>{ &voter.name }</Link> }) } }
                        </dl>
                    </section>
                </aside>
            </div>
        </>
    }
}
