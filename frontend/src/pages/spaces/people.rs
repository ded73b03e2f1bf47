//! Who belongs to a space, who asks to, and what those who decide do about it.

use client::types::MemberId;
use client::types::forum::{
    NewSpaceDecision, NewSpaceRole, Space, SpaceMember, SpaceMemberQuery, SpaceOutcome, SpaceRole,
};
use yew::prelude::*;

use crate::components::{Button, EmptyState, Link, date, error_text, load, person};
use crate::hooks::{use_mutation, use_query, use_text};
use crate::routes::Route;

/// Which space's people.
#[derive(PartialEq, Properties)]
pub struct PeopleProps {
    /// The space.
    pub space: Space,
    /// Told when somebody came or went.
    pub changed: Callback<()>,
}

/// Those who have asked to belong to the space, for those who decide.
#[component]
pub fn Asking(props: &PeopleProps) -> Html {
    let text = use_text();
    let key = (props.space.id, props.space.asked_count);
    let asking = use_query(key, |client, (id, _)| async move {
        let query = SpaceMemberQuery { asking: Some(true), limit: Some(100), after: None };
        client.list_space_members(id, &query).await
    });
    html! {
        <section aria-labelledby="asking" class="mt-6">
            <h2 id="asking" class="mb-3">{ text.t("space-asking-title") }</h2>
            { load(&asking, |page| if page.items.is_empty() {
                html! { <EmptyState title={text.t("space-asking-none")}><p>{ text.t("space-asking-none-text") }</p></EmptyState> }
            } else {
                html! {
                    <ul class="entries">{ for page.items.iter().map(|who| html! {
                        <Wish key={who.member.id.0} space={props.space.clone()} who={who.clone()} changed={props.changed.clone()} />
                    }) }</ul>
                }
            }) }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct PersonProps {
    space: Space,
    who: SpaceMember,
    changed: Callback<()>,
}

#[component]
fn Wish(props: &PersonProps) -> Html {
    let text = use_text();
    let who = &props.who;
    let decide = {
        let (space, id) = (props.space.id, who.member.id);
        use_mutation(
            move |client, outcome: SpaceOutcome| async move {
                client.decide_space_request(space, id, &NewSpaceDecision { outcome }).await
            },
            props.changed.clone(),
        )
    };
    let press = |outcome| decide.run.reform(move |_: MouseEvent| outcome);
    let name = || html! { <span class="vh">{ &who.member.name }</span> };
    html! {
        <li class="entry"><div>
            <h3 class="entry-title"><Link to={Route::Member { id: who.member.id.0 }}>{ person(&who.member.name, who.member.organisation.as_deref()) }</Link></h3>
            if let Some(message) = who.message.as_ref().filter(|message| !message.is_empty()) { <p class="entry-text">{ message }</p> }
            <p class="meta mb-3">{ date(&text, who.created_at) }</p>
            <p class="row">
                <Button class="btn-small" busy={decide.is_busy} onclick={press(SpaceOutcome::Accepted)}>{ text.t("space-accept") }{ " " }{ name() }</Button>
                <Button class="btn-2 btn-small" busy={decide.is_busy} onclick={press(SpaceOutcome::Declined)}>{ text.t("space-decline") }{ " " }{ name() }</Button>
            </p>
            if let Some(error) = &decide.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div></li>
    }
}

/// Those who belong to the space.
#[component]
pub fn People(props: &PeopleProps) -> Html {
    let text = use_text();
    let key = (props.space.id, props.space.member_count);
    let people = use_query(key, |client, (id, _)| async move {
        let query = SpaceMemberQuery { asking: None, limit: Some(100), after: None };
        client.list_space_members(id, &query).await
    });
    let reload = people.reload.clone();
    let changed = {
        let changed = props.changed.clone();
        Callback::from(move |()| {
            reload.emit(());
            changed.emit(());
        })
    };
    html! {
        <section aria-labelledby="people">
            <h2 id="people" class="t-l mb-3">{ text.t("space-people-title") }</h2>
            { load(&people, |page| if page.items.is_empty() {
                html! { <p class="t-s muted">{ text.t("space-people-none") }</p> }
            } else {
                html! {
                    <ul class="links t-s">{ for page.items.iter().map(|who| html! {
                        <Belonging key={who.member.id.0} space={props.space.clone()} who={who.clone()} changed={changed.clone()} />
                    }) }</ul>
                }
            }) }
        </section>
    }
}

#[component]
fn Belonging(props: &PersonProps) -> Html {
    let text = use_text();
    let who = &props.who;
    let (space, id) = (props.space.id, who.member.id);
    let set = use_mutation(
        move |client, role: SpaceRole| async move { client.set_space_role(space, id, &NewSpaceRole { role }).await },
        props.changed.clone(),
    );
    let remove = use_mutation(
        move |client, id: MemberId| async move { client.end_space_membership(space, id).await },
        props.changed.clone(),
    );
    let is_moderator = who.role == SpaceRole::Moderator;
    let other = if is_moderator { SpaceRole::Member } else { SpaceRole::Moderator };
    let name = || html! { <span class="vh">{ &who.member.name }</span> };
    html! {
        <li>
            <Link to={Route::Member { id: id.0 }}>{ &who.member.name }</Link>
            if is_moderator { { " " }<span class="badge is-ok">{ text.t("space-moderator") }</span> }
            if props.space.viewer.can_edit {
                <button class="btn-link" type="button" aria-busy={set.is_busy.then_some("true")} onclick={set.run.reform(move |_: MouseEvent| other)}>
                    { text.t(if is_moderator { "space-demote" } else { "space-promote" }) }{ " " }{ name() }
                </button>
            }
            if props.space.viewer.can_moderate {
                <button class="btn-link" type="button" aria-busy={remove.is_busy.then_some("true")} onclick={remove.run.reform(move |_: MouseEvent| id)}>
                    { text.t("space-take-out") }{ " " }{ name() }
                </button>
            }
            if let Some(error) = set.error.as_ref().or(remove.error.as_ref()) { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </li>
    }
}
