//! What moderators do with a thread.

use client::types::accounts::Role;
use client::types::forum::{
    CloseReason, NewClosure, NewMerge, NewSplit, SpaceQuery, Thread, ThreadKind, ThreadLink, ThreadOrderPatch,
};
use client::types::{PostId, SpaceId, ThreadId};
use yew::prelude::*;
use yew_router::prelude::*;

use super::byline::author_name;
use super::look::Look;
use super::slow::slow_modes;
use super::standing::{badges, closure};
use crate::components::{
    Button, CheckField, FormErrors, Gate, Link, MissingCard, SelectField, TextField, error_text, go, load, use_toast,
};
use crate::hooks::{Query, focus_soon, use_mutation, use_query, use_session, use_text, use_title};
use crate::routes::Route;

#[derive(PartialEq, Properties)]
struct ModerateProps {
    thread: Thread,
    /// Its query, to be renewed after each act.
    query: Query<Thread>,
}

/// The number of a thread that was typed as such, or as the address of its page.
fn thread_of(typed: &str) -> Option<ThreadId> {
    let typed = typed.trim();
    let after = ["/questions/", "/discussions/"].iter().find_map(|list| typed.split_once(list).map(|(_, rest)| rest));
    let number: String = after.unwrap_or(typed).chars().take_while(char::is_ascii_digit).collect();
    number.parse().ok()
}

/// Renews the thread after an act whose button then goes, and puts the focus at the head of the page.
fn reload_and_stay(query: &Query<Thread>) -> Callback<()> {
    let reload = query.reload.clone();
    Callback::from(move |()| {
        reload.emit(());
        focus_soon("moderate-title");
    })
}

/// Which thread's page.
#[derive(PartialEq, Properties)]
pub struct ModeratePageProps {
    /// Whether it is a question or a discussion.
    pub kind: ThreadKind,
    /// Its id.
    pub id: i64,
}

/// What moderators do with a thread: a page of its own, so that readers need not load it.
#[component]
pub fn ModeratePage(props: &ModeratePageProps) -> Html {
    let text = use_text();
    use_title(text.t("moderate"));
    let thread = use_query((props.kind, ThreadId(props.id)), |client, (kind, id)| async move {
        match kind {
            ThreadKind::Question => client.get_question(id).await,
            ThreadKind::Discussion => client.get_discussion(id).await,
        }
    });
    let reload = thread.clone();
    html! { <Gate>{ load(&thread, |loaded| html! { <Moderate thread={loaded.clone()} query={reload.clone()} /> }) }</Gate> }
}

#[component]
fn Moderate(props: &ModerateProps) -> Html {
    let text = use_text();
    let session = use_session();
    let (thread, query) = (&props.thread, &props.query);
    if !thread.viewer.can_moderate {
        return html! { <MissingCard /> };
    }
    let to = Route::of_thread(thread.kind, thread.id.0, thread.slug.clone());
    html! {
        <>
            <div class="pagehead"><div>
                <h1 id="moderate-title" tabindex="-1">{ text.t("moderate") }</h1>
                <p class="lead"><Link {to}>{ &thread.title }</Link></p>
                <p class="row mt-4 row-s">{ badges(&text, thread) }</p>
            </div></div>
            <div class="narrow flow flow-7">
                { closure(&text, thread) }
                if thread.is_confidential && !thread.opening.viewer.is_author && session.has(Role::Moderator) {
                    <Look id={thread.id} />
                }
                <Marks thread={thread.clone()} query={query.clone()} />
                if thread.closed.is_none() { <Close thread={thread.clone()} query={query.clone()} /> }
                <Settings key={thread.opening.version} thread={thread.clone()} query={query.clone()} />
                <Merge thread={thread.clone()} query={query.clone()} />
                if !thread.answers.items.is_empty() { <Split thread={thread.clone()} query={query.clone()} /> }
            </div>
        </>
    }
}

/// What is done with one press: pinning, locking, opening again.
#[component]
fn Marks(props: &ModerateProps) -> Html {
    let text = use_text();
    let thread = &props.thread;
    let id = thread.id;
    let set = use_mutation(
        move |client, patch: ThreadOrderPatch| async move { client.moderate_thread(id, &patch).await },
        props.query.reload.clone(),
    );
    let reopen =
        use_mutation(move |client, ()| async move { client.reopen_thread(id).await }, reload_and_stay(&props.query));
    let pin = ThreadOrderPatch { is_pinned: Some(!thread.is_pinned), ..ThreadOrderPatch::default() };
    let lock = ThreadOrderPatch { is_locked: Some(!thread.is_locked), ..ThreadOrderPatch::default() };
    html! {
        <div>
            <p class="row">
                <Button class="btn-2 btn-small" busy={set.is_busy} onclick={set.run.reform(move |_: MouseEvent| pin.clone())}>
                    { text.t(if thread.is_pinned { "moderate-unpin" } else { "moderate-pin" }) }
                </Button>
                <Button class="btn-2 btn-small" busy={set.is_busy} onclick={set.run.reform(move |_: MouseEvent| lock.clone())}>
                    { text.t(if thread.is_locked { "moderate-unlock" } else { "moderate-lock" }) }
                </Button>
                if thread.closed.is_some() {
                    <Button class="btn-2 btn-small" busy={reopen.is_busy} onclick={reopen.run.reform(|_: MouseEvent| ())}>{ text.t("moderate-reopen") }</Button>
                }
            </p>
            if let Some(error) = set.error.as_ref().or(reopen.error.as_ref()) { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </div>
    }
}

/// Closing, with why.
#[component]
fn Close(props: &ModerateProps) -> Html {
    let text = use_text();
    let id = props.thread.id;
    let reason = use_state(|| CloseReason::Duplicate.as_str().to_owned());
    let (of, note) = (use_state(String::new), use_state(String::new));
    let close = use_mutation(
        move |client, new: NewClosure| async move { client.close_thread(id, &new).await },
        reload_and_stay(&props.query),
    );
    let errors = FormErrors::of(&text, close.error.as_ref());
    let chosen = CloseReason::ALL.into_iter().find(|one| one.as_str() == *reason).unwrap_or(CloseReason::Duplicate);
    let onsubmit = {
        let (of, note, close) = (of.clone(), note.clone(), close.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let duplicate_of_id = thread_of(&of).filter(|_| chosen == CloseReason::Duplicate);
            close.emit(NewClosure { reason: chosen, duplicate_of_id, note: note.trim().to_owned() });
        })
    };
    let options = CloseReason::ALL
        .map(|reason| (reason.as_str().into(), text.t(&format!("close-reason-{}", reason.as_str()))))
        .to_vec();
    html! {
        <form novalidate=true class="flow" aria-labelledby="close-title" {onsubmit}>
            <h2 id="close-title" class="t-l">{ text.t("moderate-close") }</h2>
            if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
            <SelectField id="close_reason" label={text.t("close-why")} value={reason} {options} error={errors.at("reason")} />
            if chosen == CloseReason::Duplicate {
                <TextField id="duplicate_of_id" label={text.t("close-duplicate-of")} hint={text.t("thread-address-hint")} value={of} error={errors.at("duplicate_of_id")} />
            }
            <TextField id="close_note" label={text.t("moderate-note")} rows=2 optional=true value={note} error={errors.at("note")} />
            <p><Button submit=true class="btn-small" busy={close.is_busy}>{ text.t("moderate-close") }</Button></p>
        </form>
    }
}

/// How fast it goes, and the space that it is in.
#[component]
fn Settings(props: &ModerateProps) -> Html {
    let text = use_text();
    let thread = &props.thread;
    let (id, now) = (thread.id, thread.space.id);
    let slow = use_state(|| thread.slow_mode_seconds.to_string());
    let space = use_state(|| thread.space.id.to_string());
    let note = use_state(String::new);
    let spaces =
        use_query(
            (),
            |client, ()| async move { client.list_spaces(&SpaceQuery { limit: Some(100), after: None }).await },
        );
    let set = {
        let (reload, toast, words) = (props.query.reload.clone(), use_toast(), text.t("moderate-saved"));
        use_mutation(
            move |client, patch: ThreadOrderPatch| async move { client.moderate_thread(id, &patch).await },
            Callback::from(move |()| {
                reload.emit(());
                toast.emit(words.clone());
            }),
        )
    };
    let errors = FormErrors::of(&text, set.error.as_ref());
    let onsubmit = {
        let (slow, space, note, set) = (slow.clone(), space.clone(), note.clone(), set.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            set.emit(ThreadOrderPatch {
                slow_mode_seconds: slow.parse().ok(),
                space_id: space.parse::<SpaceId>().ok().filter(|space| *space != now),
                note: note.trim().to_owned(),
                ..ThreadOrderPatch::default()
            });
        })
    };
    let options: Vec<(AttrValue, AttrValue)> = spaces
        .ready()
        .iter()
        .flat_map(|page| page.items.iter())
        .filter(|space| space.viewer.can_write)
        .map(|space| (space.id.to_string().into(), space.name.clone().into()))
        .collect();
    html! {
        <form novalidate=true class="flow" aria-labelledby="thread-settings" {onsubmit}>
            <h2 id="thread-settings" class="t-l">{ text.t("moderate-settings") }</h2>
            if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
            <SelectField id="thread_slow_mode" label={text.t("slow-mode")} hint={text.t("slow-mode-hint")} value={slow} options={slow_modes(&text)} error={errors.at("slow_mode_seconds")} />
            if options.len() > 1 {
                <SelectField id="thread_space" label={text.t("moderate-space")} value={space} {options} error={errors.at("space_id")} />
                <TextField id="settings_note" label={text.t("moderate-note")} rows=2 optional=true value={note} error={errors.at("note")} />
            }
            <p><Button submit=true class="btn-small" busy={set.is_busy}>{ text.t("save-changes") }</Button></p>
        </form>
    }
}

/// Going on to the thread that something went into.
#[hook]
fn use_going() -> Callback<ThreadLink> {
    let navigator = use_navigator();
    Callback::from(move |link: ThreadLink| {
        if let Some(navigator) = &navigator {
            go(navigator, &Route::of_thread(link.kind, link.id.0, link.slug), "");
        }
    })
}

/// Merging it into another one.
#[component]
fn Merge(props: &ModerateProps) -> Html {
    let text = use_text();
    let id = props.thread.id;
    let (into, note) = (use_state(String::new), use_state(String::new));
    let going = use_going();
    let merge = use_mutation(move |client, new: NewMerge| async move { client.merge_thread(id, &new).await }, going);
    let errors = FormErrors::of(&text, merge.error.as_ref());
    let onsubmit = {
        let (into, note, merge) = (into.clone(), note.clone(), merge.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            // What is no number leads to no thread, which the server says in words.
            let into_id = thread_of(&into).unwrap_or(ThreadId(0));
            merge.emit(NewMerge { into_id, note: note.trim().to_owned() });
        })
    };
    html! {
        <form novalidate=true class="flow" aria-labelledby="merge-title" {onsubmit}>
            <h2 id="merge-title" class="t-l">{ text.t("moderate-merge") }</h2>
            if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
            <TextField id="into_id" label={text.t("merge-into")} hint={text.t("thread-address-hint")} value={into} error={errors.at("into_id")} />
            <TextField id="merge_note" label={text.t("moderate-note")} rows=2 optional=true value={note} error={errors.at("note")} />
            <p><Button submit=true class="btn-small" busy={merge.is_busy}>{ text.t("moderate-merge") }</Button></p>
        </form>
    }
}

/// Making a thread of its own of some of the posts.
#[component]
fn Split(props: &ModerateProps) -> Html {
    let text = use_text();
    let id = props.thread.id;
    let (title, note) = (use_state(String::new), use_state(String::new));
    let chosen = use_state(Vec::<PostId>::new);
    let going = use_going();
    let split = use_mutation(move |client, new: NewSplit| async move { client.split_thread(id, &new).await }, going);
    let errors = FormErrors::of(&text, split.error.as_ref());
    let onsubmit = {
        let (title, note, chosen, split) = (title.clone(), note.clone(), chosen.clone(), split.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (title, note) = (title.trim().to_owned(), note.trim().to_owned());
            split.emit(NewSplit { post_ids: (*chosen).clone(), title, note });
        })
    };
    html! {
        <form novalidate=true class="flow" aria-labelledby="split-title" {onsubmit}>
            <h2 id="split-title" class="t-l">{ text.t("moderate-split") }</h2>
            if let Some(general) = &errors.general { <p class="error" role="alert">{ general }</p> }
            <fieldset class="flow">
                <legend>{ text.t("split-posts") }</legend>
                if let Some(error) = errors.at("post_ids") { <p class="error" role="alert">{ error }</p> }
                { for props.thread.answers.items.iter().map(|post| {
                    let name = author_name(&text, post.author.as_ref());
                    let words: String = post.body.chars().take(60).collect();
                    let label = text.with("split-post", &[("name", &name), ("words", &words)]);
                    html! { <Choosing key={post.id.0} id={post.id} {label} chosen={chosen.clone()} /> }
                }) }
            </fieldset>
            <TextField id="split_title" label={text.t("split-title")} value={title} error={errors.at("title")} />
            <TextField id="split_note" label={text.t("moderate-note")} rows=2 optional=true value={note} error={errors.at("note")} />
            <p><Button submit=true class="btn-small" busy={split.is_busy}>{ text.t("moderate-split") }</Button></p>
        </form>
    }
}

#[derive(PartialEq, Properties)]
struct ChoosingProps {
    id: PostId,
    label: AttrValue,
    chosen: UseStateHandle<Vec<PostId>>,
}

#[component]
fn Choosing(props: &ChoosingProps) -> Html {
    let is_chosen = use_state_eq(|| false);
    {
        let (chosen, id) = (props.chosen.clone(), props.id);
        use_effect_with(*is_chosen, move |is_chosen| {
            let mut ids: Vec<PostId> = chosen.iter().copied().filter(|one| *one != id).collect();
            if *is_chosen {
                ids.push(id);
            }
            if *chosen != ids {
                chosen.set(ids);
            }
        });
    }
    html! { <CheckField id={format!("split-{}", props.id)} label={props.label.clone()} value={is_chosen} /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_named_by_its_number_or_its_address() {
        assert_eq!(thread_of(" 42 "), Some(ThreadId(42)));
        assert_eq!(thread_of("https://example.org/questions/7/who-pays"), Some(ThreadId(7)));
        assert_eq!(thread_of("/discussions/8"), Some(ThreadId(8)));
        assert_eq!(thread_of("who pays"), None);
    }
}
