//! Organisations that hang on one person alone, or on nobody.

use client::types::accounts::Role;
use client::types::membership::SoleHolderQuery;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{EmptyState, Gate, Link, Pager, load, query_of};
use crate::hooks::{use_query, use_text, use_title};
use crate::pages::people::Requests;
use crate::routes::Route;

/// Organisations that hang on one person alone, or on nobody.
#[component]
pub fn SoleHoldersPage() -> Html {
    let text = use_text();
    use_title(text.t("sole-holders-title"));
    html! { <Gate role={Role::Admin}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<SoleHolderQuery>().ok()).unwrap_or_default();
    let found = use_query(query.clone(), |client, query| async move { client.list_sole_holders(&query).await });
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("sole-holders-title") }</h1><p class="lead">{ text.t("sole-holders-lead") }</p></div></div>
            <div class="narrow"><Requests /></div>
            <div class="narrow mb-7" aria-busy={found.is_busy.then_some("true")}>
                { load(&found, |page| if page.items.is_empty() {
                    html! { <EmptyState title={text.t("sole-holders-none")}><p>{ text.t("sole-holders-none-text") }</p></EmptyState> }
                } else {
                    let next = page.next.clone().map(|after| query_of(&SoleHolderQuery { after: Some(after), ..query.clone() }));
                    html! {
                        <>
                            <ol class="entries">{ for page.items.iter().map(|item| html! {
                                <li class="entry" key={item.organisation_id.0}><div>
                                    <h2 class="entry-title"><Link to={Route::OrganisationById { id: item.organisation_id.0 }}>{ &item.organisation }</Link></h2>
                                    <p class="meta">
                                        <span>{ item.holder.as_ref().map_or_else(|| text.t("sole-holders-nobody"), |holder| text.with("sole-holders-by", &[("name", &holder.name)])) }</span>
                                        <span>{ text.count("people-in", item.member_count.into()) }</span>
                                    </p>
                                </div></li>
                            }) }</ol>
                            <Pager to={Route::AdminSoleHolders} first="" {next} is_first={query.after.is_none()} />
                        </>
                    }
                }) }
            </div>
        </>
    }
}
