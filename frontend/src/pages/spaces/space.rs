//! A space: what is in it, who belongs to it, and asking to.

use client::types::accounts::{MemberSummary, Role};
use client::types::forum::{
    FollowKind, NewSpaceRequest, Space, SpaceAccess, SpaceStanding, ThreadKind, ThreadQuery, ThreadSort,
};
use yew::prelude::*;

use super::access_words;
use super::list::standing_words;
use super::people::{Asking, People};
use crate::components::{
    Button, EmptyState, FollowButton, FormErrors, Link, Notice, TextField, ThreadEntry, date, error_text, icon, load,
    person, query_of,
};
use crate::hooks::{Query, use_mutation, use_query, use_session, use_text, use_title};
use crate::routes::Route;

/// Which space.
#[derive(PartialEq, Properties)]
pub struct SpacePageProps {
    /// The words in its address.
    pub slug: AttrValue,
}

/// A space.
#[component]
pub fn SpacePage(props: &SpacePageProps) -> Html {
    let space = use_query(props.slug.clone(), |client, slug| async move { client.get_space(&slug).await });
    load(&space, |loaded| html! { <Loaded space={loaded.clone()} query={space.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    space: Space,
    query: Query<Space>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let session = use_session();
    let space = &props.space;
    use_title(space.name.clone().into());
    let changed = props.query.reload.clone();
    html! {
        <>
            <div class="pagehead">
                <div>
                    <h1>{ &space.name }</h1>
                    if !space.description.is_empty() { <p class="lead">{ &space.description }</p> }
                    <p class="row row-s t-s mt-4">
                        { access_words(&text, space.access) }
                        { standing_words(&text, space) }
                        if space.slow_mode_seconds > 0 { <span class="badge">{ icon("clock") }{ text.t("slow-mode") }</span> }
                    </p>
                </div>
                if space.viewer.can_edit {
                    <p><Link class="btn btn-2" to={Route::EditSpace { slug: space.slug.clone() }}>{ text.t("space-edit") }</Link></p>
                }
            </div>
            <div class="cols">
                <div>
                    if space.viewer.can_moderate && space.access == SpaceAccess::Private {
                        <Asking space={space.clone()} changed={changed.clone()} />
                    }
                    if space.viewer.can_read {
                        <Threads space={space.clone()} kind={ThreadKind::Question} />
                        <Threads space={space.clone()} kind={ThreadKind::Discussion} />
                    } else {
                        <EmptyState title={text.t("space-closed")}><p>{ text.t("space-closed-text") }</p></EmptyState>
                    }
                </div>
                <aside class="flow flow-6">
                    if session.has(Role::Member) && space.viewer.can_read {
                        <FollowButton kind={FollowKind::Space} id={space.id.0} is_followed={space.viewer.is_followed} />
                    }
                    <Keepers space={space.clone()} />
                    if space.viewer.can_ask || space.viewer.standing != SpaceStanding::Outside {
                        <Belong space={space.clone()} query={props.query.clone()} />
                    }
                    if session.has(Role::Member) && space.viewer.can_read {
                        <People space={space.clone()} {changed} />
                    }
                    <p class="t-s"><Link to={Route::Spaces}>{ text.t("spaces-all") }</Link></p>
                </aside>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct KeepersProps {
    space: Space,
}

/// Who opened the space and who keeps it in order: whom to ask. Members are told.
#[component]
fn Keepers(props: &KeepersProps) -> Html {
    let text = use_text();
    let space = &props.space;
    if space.opened_by.is_none() && space.moderators.is_empty() {
        return html! {};
    }
    let named = |who: &MemberSummary| html! { <Link to={Route::Member { id: who.id.0 }}>{ person(&who.name, who.organisation.as_deref()) }</Link> };
    html! {
        <section aria-labelledby="keepers">
            <h2 id="keepers" class="t-l mb-3">{ text.t("space-keepers-title") }</h2>
            if space.moderators.is_empty() {
                <p class="t-s muted">{ text.t("space-keepers-none") }</p>
            } else {
                <ul class="links t-s">{ for space.moderators.iter().map(|who| html! { <li key={who.id.0}>{ named(who) }</li> }) }</ul>
            }
            if let Some(who) = &space.opened_by { <p class="t-s muted mt-4">{ text.t("space-opened-by") }{ " " }{ named(who) }{ ", " }{ date(&text, space.created_at) }</p> }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct ThreadsProps {
    space: Space,
    kind: ThreadKind,
}

/// What has happened last in the space, of one kind.
#[component]
fn Threads(props: &ThreadsProps) -> Html {
    let text = use_text();
    let is_question = props.kind == ThreadKind::Question;
    let words = |question: &str, discussion: &str| text.t(if is_question { question } else { discussion });
    let of_space = ThreadQuery { space: Some(props.space.slug.clone()), ..ThreadQuery::default() };
    let query = ThreadQuery { sort: Some(ThreadSort::Active), limit: Some(10), ..of_space.clone() };
    let threads = use_query((props.kind, query), |client, (kind, query)| async move {
        match kind {
            ThreadKind::Question => client.list_questions(&query).await,
            ThreadKind::Discussion => client.list_discussions(&query).await,
        }
    });
    let (list, start) =
        if is_question { (Route::Questions, Route::Ask) } else { (Route::Discussions, Route::StartDiscussion) };
    let here = query_of(&[("space", props.space.id.to_string())]);
    let id = props.kind.as_str();
    html! {
        <section aria-labelledby={id} class="mb-7">
            <div class="row row-apart mb-3">
                <h2 {id}>{ words("nav-questions", "nav-discussions") }</h2>
                if props.space.viewer.can_write {
                    <Link class="btn btn-2 btn-small" to={start} query={here}>{ words("ask-question", "start-discussion") }</Link>
                }
            </div>
            { load(&threads, |page| if page.items.is_empty() {
                html! { <EmptyState title={words("questions-none", "discussions-none")}><p>{ words("questions-none-text", "discussions-none-text") }</p></EmptyState> }
            } else {
                html! {
                    <>
                        <ol class="entries">{ for page.items.iter().map(|thread| html! {
                            <ThreadEntry key={thread.id.0} thread={thread.clone()} brief=true />
                        }) }</ol>
                        if page.next.is_some() { <p class="mt-4"><Link to={list} query={query_of(&of_space)}>{ text.t("space-threads-all") }</Link></p> }
                    </>
                }
            }) }
        </section>
    }
}

/// Asking to belong to the space, and leaving it.
#[component]
fn Belong(props: &LoadedProps) -> Html {
    let text = use_text();
    let session = use_session();
    let space = &props.space;
    let message = use_state(String::new);
    let id = space.id;
    let ask = {
        let replace = props.query.replace.clone();
        use_mutation(
            move |client, message: String| async move { client.request_to_join(id, &NewSpaceRequest { message }).await },
            Callback::from(move |space: Space| replace.emit(space)),
        )
    };
    let leave = {
        let (own, reload) = (session.member.as_ref().map(|member| member.id), props.query.reload.clone());
        use_mutation(
            move |client, ()| async move {
                match own {
                    Some(own) => client.end_space_membership(id, own).await,
                    None => Ok(()),
                }
            },
            reload,
        )
    };
    let is_private = space.access == SpaceAccess::Private;
    let errors = FormErrors::of(&text, ask.error.as_ref());
    let onsubmit = {
        let (message, ask) = (message.clone(), ask.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            ask.emit(message.trim().to_owned());
        })
    };
    html! {
        <section class="panel" aria-labelledby="belong">
            <h2 id="belong">{ text.t("space-belong") }</h2>
            if space.viewer.standing == SpaceStanding::Outside {
                <form novalidate=true class="flow" {onsubmit}>
                    <p class="t-s">{ text.t(if is_private { "space-ask-text" } else { "space-join-text" }) }</p>
                    if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
                    if is_private {
                        <TextField id="message" label={text.t("space-message")} rows=3 optional=true value={message} error={errors.at("message")} />
                    }
                    <p><Button submit=true class="btn-small" busy={ask.is_busy}>{ text.t(if is_private { "space-ask" } else { "space-join" }) }</Button></p>
                </form>
            } else {
                if space.viewer.standing == SpaceStanding::Asked {
                    <Notice tone="is-info" icon="clock" is_status=true><p>{ text.t("space-asked-text") }</p></Notice>
                } else {
                    <p class="t-s">{ text.t("space-belong-text") }</p>
                }
                <p class="mt-4"><Button class="btn-2 btn-small" busy={leave.is_busy} onclick={leave.run.reform(|_: MouseEvent| ())}>
                    { text.t(if space.viewer.standing == SpaceStanding::Asked { "space-withdraw" } else { "space-leave" }) }
                </Button></p>
                if let Some(error) = &leave.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            }
        </section>
    }
}
