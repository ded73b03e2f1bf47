//! Taking up an invitation, with the secret of its link.

use client::types::membership::{Acceptance, InvitationOffer, Language, NewAcceptance, NewInvitationLookup};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Link, Notice, Skeleton, TextField, go, load, query_of};
use crate::hooks::{fragment_token, use_mutation, use_query, use_session, use_text, use_title};
use crate::pages::membership::part_message;
use crate::routes::Route;
use crate::text::Language as PageLanguage;

/// Taking up an invitation.
#[component]
pub fn InvitationPage() -> Html {
    let text = use_text();
    let token = use_state(fragment_token);
    use_title(text.t("invitation-title"));
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("invitation-title") }</h1>
            if let Some(token) = &*token {
                <Offer token={token.clone()} />
            } else {
                <Notice tone="is-warn" icon="triangle-alert"><p>{ text.t("link-incomplete") }</p></Notice>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct OfferProps {
    token: String,
}

#[component]
fn Offer(props: &OfferProps) -> Html {
    let text = use_text();
    let session = use_session();
    let offer = use_query(props.token.clone(), |client, token| async move {
        client.get_invitation(&NewInvitationLookup { token }).await
    });
    if session.is_restoring {
        return html! { <Skeleton /> };
    }
    load(&offer, |offer| {
        let Some(organisation) = offer.organisation.clone() else {
            return html! { <p><Link class="btn" to={Route::Join}>{ text.t("invitation-apply") }</Link></p> };
        };
        let words = [("name", offer.invited_by.as_str()), ("library", organisation.as_str())];
        let member = session.member.clone();
        let is_meant = member.as_ref().is_some_and(|member| member.email.eq_ignore_ascii_case(&offer.email));
        html! {
            <>
                <p class="lead">{ text.with("invitation-by", &words) }</p>
                <dl class="facts">
                    <div><dt>{ text.t("invite-part") }</dt><dd>{ text.t(part_message(offer.role)) }</dd></div>
                    <div><dt>{ text.t("email") }</dt><dd>{ &offer.email }</dd></div>
                    if let Some(message) = &offer.message { <div><dt>{ text.t("invitation-message") }</dt><dd>{ message }</dd></div> }
                </dl>
                if offer.has_account && member.is_none() {
                    <Notice><p>{ text.t("invitation-known") }</p>
                        <p class="mt-2"><Link class="btn" to={Route::SignIn} query={query_of(&[("next", "/account")])}>{ text.t("sign-in") }</Link></p>
                    </Notice>
                } else if member.is_some() && !is_meant {
                    <Notice tone="is-warn" icon="triangle-alert"><p>{ text.t("invitation-other") }</p></Notice>
                } else {
                    <Accept token={props.token.clone()} offer={offer.clone()} is_member={is_meant} />
                }
            </>
        }
    })
}

#[derive(PartialEq, Properties)]
struct AcceptProps {
    token: String,
    offer: InvitationOffer,
    is_member: bool,
}

#[component]
fn Accept(props: &AcceptProps) -> Html {
    let text = use_text();
    let session = use_session();
    let navigator = use_navigator();
    let name = use_state(|| props.offer.name.clone());
    let password = use_state(String::new);
    let accept = use_mutation(
        |client, new: NewAcceptance| async move { client.accept_invitation(&new).await },
        Callback::from(move |accepted: Acceptance| {
            if let Some(signed_in) = accepted.session {
                session.begin.emit(signed_in);
            }
            if let Some(navigator) = &navigator {
                go(navigator, &Route::OrganisationById { id: accepted.organisation_id.0 }, "");
            }
        }),
    );
    let errors = FormErrors::of(&text, accept.error.as_ref());
    let is_member = props.is_member;
    let onsubmit = {
        let (name, password, token, run) = (name.clone(), password.clone(), props.token.clone(), accept.run.clone());
        let language = if text.language == PageLanguage::Welsh { Language::Cy } else { Language::En };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let given = |words: &str| (!is_member).then(|| words.to_owned());
            run.emit(NewAcceptance {
                token: token.clone(),
                name: given(name.trim()),
                password: given(&password),
                language,
            });
        })
    };
    html! {
        <form novalidate=true class="flow flow-5" {onsubmit}>
            <ErrorSummary errors={errors.clone()} failures={accept.failures} />
            if !is_member {
                <TextField id="name" autocomplete="name" label={text.t("your-name")} value={name} error={errors.at("name")} />
                <TextField id="password" kind="password" autocomplete="new-password" label={text.t("password-new")}
                    hint={text.t("password-hint")} value={password} error={errors.at("password")} />
                <p class="muted">{ text.t("invitation-agree") }</p>
            }
            <p><Button submit=true busy={accept.is_busy}>{ text.t("invitation-accept") }</Button></p>
        </form>
    }
}
