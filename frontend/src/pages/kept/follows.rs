//! What a member follows, and whether mails tell of it.

use client::types::forum::{Follow, FollowKind, FollowSettings, KeptQuery, MentionSettings, NewFollow, ThreadQuery};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{EmptyState, Gate, Link, Pager, error_text, icon, load, query_of};
use crate::hooks::{Loadable, focus_soon, use_mutation, use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// What a member follows.
#[component]
pub fn FollowsPage() -> Html {
    let text = use_text();
    use_title(text.t("follows-title"));
    html! { <Gate><Follows /></Gate> }
}

#[component]
fn Follows() -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<KeptQuery>().ok()).unwrap_or_default();
    let follows = use_query(query.clone(), |client, query| async move { client.list_follows(&query).await });
    html! {
        <>
            <div class="pagehead">
                <div><h1>{ text.t("follows-title") }</h1><p class="lead">{ text.t("follows-lead") }</p></div>
                <Link class="btn btn-2" to={Route::Bookmarks}>{ icon("bookmark") }{ text.t("bookmarks-title") }</Link>
            </div>
            <Mails />
            <MentionMails />
            <div id="list" tabindex="-1">{ load(&follows, |page| if page.items.is_empty() {
                html! { <EmptyState title={text.t("follows-none")}><p>{ text.t("follows-none-text") }</p></EmptyState> }
            } else {
                let next = page.next.clone().map(|after| query_of(&KeptQuery { after: Some(after), ..query.clone() }));
                html! {
                    <>
                        <ul class="links">{ for page.items.iter().map(|follow| html! {
                            <Followed key={format!("{} {}", follow.kind.as_str(), follow.id)} follow={follow.clone()} ended={follows.reload.clone()} />
                        }) }</ul>
                        <Pager to={Route::Follows} first="" {next} is_first={query.after.is_none()} />
                    </>
                }
            }) }</div>
        </>
    }
}

/// What stands where a setting would while it is on its way, and that it could not be had.
fn not_ready<T>(text: &Text, state: &Loadable<T>) -> Html {
    match state {
        Loadable::Failed(error) => html! { <p class="error mb-5" role="alert">{ error_text(text, error) }</p> },
        _ => html! {},
    }
}

#[component]
fn Mails() -> Html {
    let text = use_text();
    let settings = use_query((), |client, ()| async move { client.get_follow_settings().await });
    let save = use_mutation(
        |client, mails: bool| async move { client.update_follow_settings(&FollowSettings { mails }).await },
        settings.replace.clone(),
    );
    let Some(now) = settings.ready() else { return not_ready(&text, &settings.state) };
    let wanted = !now.mails;
    html! {
        <div class="mb-5">
            <div class="choice">
                <input type="checkbox" id="follow-mails" checked={now.mails} onchange={save.run.reform(move |_: Event| wanted)} />
                <label for="follow-mails">{ text.t("follow-mails") }</label>
            </div>
            if let Some(error) = &save.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div>
    }
}

#[component]
fn MentionMails() -> Html {
    let text = use_text();
    let settings = use_query((), |client, ()| async move { client.get_mention_settings().await });
    let save = use_mutation(
        |client, mails: bool| async move { client.update_mention_settings(&MentionSettings { mails }).await },
        settings.replace.clone(),
    );
    let Some(now) = settings.ready() else { return not_ready(&text, &settings.state) };
    let wanted = !now.mails;
    html! {
        <div class="mb-5">
            <div class="choice">
                <input type="checkbox" id="mention-mails" checked={now.mails} onchange={save.run.reform(move |_: Event| wanted)} />
                <label for="mention-mails">{ text.t("mention-mails") }</label>
            </div>
            if let Some(error) = &save.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct FollowedProps {
    follow: Follow,
    ended: Callback<()>,
}

#[component]
fn Followed(props: &FollowedProps) -> Html {
    let text = use_text();
    let follow = &props.follow;
    let new = NewFollow { kind: follow.kind, id: follow.id, is_on: false };
    let end = {
        let ended = props.ended.clone();
        use_mutation(
            move |client, ()| async move { client.set_follow(&new).await },
            Callback::from(move |_| {
                ended.emit(());
                focus_soon("list");
            }),
        )
    };
    let slug = follow.slug.clone();
    let (to, query) = match follow.kind {
        FollowKind::Thread => {
            (Route::of_thread(follow.thread_kind.unwrap_or_default(), follow.id, slug), AttrValue::default())
        }
        FollowKind::Tag => (Route::Tag { name: slug }, AttrValue::default()),
        FollowKind::Shelf => (Route::Questions, query_of(&ThreadQuery { shelf: Some(slug), ..ThreadQuery::default() })),
        FollowKind::Space => (Route::Space { slug }, AttrValue::default()),
        FollowKind::Member => (Route::Member { id: follow.id }, AttrValue::default()),
    };
    html! {
        <li class="row row-apart">
            <span><span class="muted t-s">{ text.t(&format!("follow-kind-{}", follow.kind.as_str())) }</span>{ " " }<Link {to} {query}>{ &follow.name }</Link></span>
            <button class="btn-link" type="button" aria-busy={end.is_busy.then_some("true")} onclick={end.run.reform(|_: MouseEvent| ())}>
                { text.t("unfollow") }<span class="vh">{ ": " }{ &follow.name }</span></button>
            if let Some(error) = &end.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </li>
    }
}
