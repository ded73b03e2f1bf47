//! The member's referral link and what came of it.

use client::types::accounts::Role;
use client::types::growth::Referral;
use yew::prelude::*;

use super::AccountFrame;
use crate::components::{Button, EmptyState, Gate, Link, date, icon, load};
use crate::hooks::{copy, focus, use_query, use_text, use_title};
use crate::routes::Route;

/// The member's referral link.
#[component]
pub fn ReferralsPage() -> Html {
    let text = use_text();
    use_title(text.t("referrals-title"));
    html! { <Gate role={Role::Member}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let referral = use_query((), |client, ()| async move { client.get_my_referral().await });
    html! {
        <AccountFrame here={Route::Referrals} lead="referrals-lead">
            <div class="flow flow-6" aria-busy={referral.is_busy.then_some("true")}>
                { load(&referral, |referral| html! { <Told referral={referral.clone()} /> }) }
            </div>
        </AccountFrame>
    }
}

#[derive(PartialEq, Properties)]
struct ToldProps {
    referral: Referral,
}

#[component]
fn Told(props: &ToldProps) -> Html {
    let text = use_text();
    let referral = &props.referral;
    let copied = use_state_eq(|| None::<bool>);
    let onclick = {
        let (copied, link) = (copied.clone(), referral.link.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            copy(
                &link,
                Callback::from(move |is_done: bool| {
                    copied.set(Some(is_done));
                    if !is_done {
                        // It can still be copied by hand.
                        focus("referral-link");
                    }
                }),
            );
        })
    };
    html! {
        <>
            <div class="field">
                <label for="referral-link">{ text.t("referrals-link") }</label>
                <span class="hint" id="referral-link-hint">{ text.t("referrals-link-hint") }</span>
                <div class="joined">
                    <input class="input" id="referral-link" readonly=true value={referral.link.clone()} aria-describedby="referral-link-hint" />
                    <Button {onclick}>{ icon("copy") }{ text.t("referral-copy") }</Button>
                </div>
                <p role="status">{ match *copied {
                    Some(true) => text.t("copied"),
                    Some(false) => text.t("copy-by-hand"),
                    None => AttrValue::default(),
                } }</p>
            </div>
            <section aria-labelledby="brought-title" class="flow">
                <h2 id="brought-title">{ text.t("referrals-brought") }</h2>
                if referral.waiting_count > 0 { <p>{ text.count("referrals-waiting", referral.waiting_count) }</p> }
                if referral.organisations.is_empty() {
                    <EmptyState title={text.t("referrals-none")}><p>{ text.t("referrals-none-text") }</p></EmptyState>
                } else {
                    <ul class="bars">{ for referral.organisations.iter().map(|organisation| html! {
                        <li key={organisation.id.0}>
                            <p><Link to={Route::Organisation { id: organisation.id.0, slug: organisation.slug.clone() }}><b>{ &organisation.name }</b></Link></p>
                            <p class="meta"><span>{ text.t("referrals-joined") }{ " " }{ date(&text, organisation.joined_at) }</span></p>
                        </li>
                    }) }</ul>
                }
            </section>
        </>
    }
}
