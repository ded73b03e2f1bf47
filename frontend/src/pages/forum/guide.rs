//! An answer that became a guide, or may become one.

use client::types::forum::Thread;
use client::types::resources::{GuideLink, GuidePatch, Resource, ResourceStatus};
use client::types::{ErrorCode, ResourceId};
use yew::prelude::*;
use yew_router::prelude::*;

use super::form::split_tags;
use crate::components::{
    Button, Composer, EmptyState, ErrorSummary, FormErrors, Gate, Link, Notice, SelectField, TextField, day,
    error_text, icon, load, shelf_name, use_shelves, use_toast,
};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// The badge of a question whose answer became a guide that is published.
pub fn guide_badge(text: &Text, guide: Option<&GuideLink>) -> Html {
    if guide.is_some_and(|guide| !guide.is_draft) {
        html! { <span class="badge is-ok">{ icon("file-text") }{ text.t("guide-badge") }</span> }
    } else {
        html! {}
    }
}

/// Which question.
#[derive(PartialEq, Properties)]
pub struct GuidePanelProps {
    /// The question.
    pub thread: Thread,
}

/// The guide that the accepted answer became, or the way to make one of it.
#[component]
pub fn GuidePanel(props: &GuidePanelProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let id = props.thread.id;
    let make = use_mutation(
        move |client, ()| async move { client.make_guide(id).await },
        Callback::from(move |guide: Resource| {
            if let Some(navigator) = &navigator {
                crate::components::go(navigator, &Route::EditGuide { id: guide.id.0 }, "");
            }
        }),
    );
    if let Some(guide) = &props.thread.guide {
        let to = if guide.is_draft {
            Route::EditGuide { id: guide.id.0 }
        } else {
            Route::Resource { id: guide.id.0, slug: guide.slug.clone() }
        };
        return html! {
            <section class="cat-card" aria-labelledby="guide">
                <h2 id="guide">{ text.t(if guide.is_draft { "guide-draft" } else { "guide-became" }) }</h2>
                <p class="t-s mt-4"><Link {to}>{ &guide.title }</Link></p>
                if let Some(date) = guide.review_on {
                    <p class="mt-4"><span class="stamp"><span>{ text.t("guide-review-by") }</span>{ " " }<b>{ day(&text, date) }</b></span></p>
                }
            </section>
        };
    }
    if !props.thread.can_make_guide {
        return html! {};
    }
    html! {
        <section class="panel" aria-labelledby="guide">
            <h2 id="guide">{ text.t("guide-make-title") }</h2>
            <p class="t-s">{ text.t("guide-make-text") }</p>
            <p class="mt-4"><Button class="btn-2 btn-small" busy={make.is_busy} onclick={make.run.reform(|_: MouseEvent| ())}>
                { icon("file-text") }{ text.t(if make.is_busy { "guide-make-busy" } else { "guide-make" }) }
            </Button></p>
            if let Some(error) = &make.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
        </section>
    }
}

/// Which guide.
#[derive(PartialEq, Properties)]
pub struct EditGuidePageProps {
    /// The resource's id.
    pub id: i64,
}

/// Finishing a guide and publishing it.
#[component]
pub fn EditGuidePage(props: &EditGuidePageProps) -> Html {
    let guide = use_query(ResourceId(props.id), |client, id| async move { client.get_resource(id).await });
    html! {
        <Gate>{ load(&guide, |loaded| {
            let replace = guide.replace.clone();
            html! { <EditForm key={loaded.version} guide={loaded.clone()} {replace} /> }
        }) }</Gate>
    }
}

#[derive(PartialEq, Properties)]
struct EditFormProps {
    guide: Resource,
    replace: Callback<Resource>,
}

#[component]
fn EditForm(props: &EditFormProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let (shelves, _) = use_shelves();
    let guide = &props.guide;
    let id = guide.id;
    let is_draft = guide.status == ResourceStatus::Draft;
    let title = use_state(|| guide.title.clone());
    let summary = use_state(|| guide.summary.clone());
    let shelf = use_state(|| guide.shelf.id.to_string());
    let tags = use_state(|| guide.tags.join(", "));
    let licence = use_state(|| guide.licence.clone().unwrap_or_default());
    let review_on = use_state(|| guide.review_on.map(|date| date.to_string()).unwrap_or_default());
    let publishes = use_mut_ref(|| false);
    // What was saved stays saved when publishing it fails: the next attempt is made upon that version.
    let version = use_mut_ref(|| guide.version);
    let toast = use_toast();
    let leave = {
        let navigator = navigator.clone();
        Callback::from(move |route: Route| {
            if let Some(navigator) = &navigator {
                crate::components::go(navigator, &route, "");
            }
        })
    };
    let save = {
        let version = version.clone();
        let (leave, replace, toast, saved_words) =
            (leave.clone(), props.replace.clone(), toast.clone(), text.t("guide-saved"));
        use_mutation(
            move |client, (patch, publishes): (GuidePatch, bool)| {
                let version = version.clone();
                async move {
                    let upon = *version.borrow();
                    let saved = client.update_guide(id, upon, &patch).await?;
                    version.replace(saved.version);
                    if publishes { client.publish_guide(id, saved.version).await } else { Ok(saved) }
                }
            },
            Callback::from(move |saved: Resource| {
                if saved.status == ResourceStatus::Published {
                    leave.emit(Route::Resource { id: saved.id.0, slug: saved.slug });
                } else {
                    toast.emit(saved_words.clone());
                    replace.emit(saved);
                }
            }),
        )
    };
    let discard = {
        let version = version.clone();
        let back = guide.question.clone();
        let leave = leave.clone();
        use_mutation(
            move |client, ()| {
                let upon = *version.borrow();
                async move { client.discard_guide(id, upon).await }
            },
            Callback::from(move |()| {
                leave.emit(
                    back.clone().map_or(Route::Resources, |back| Route::of_thread(back.kind, back.id.0, back.slug)),
                );
            }),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    use_title(errors.title(&text, text.t("guide-edit-title")));
    if !guide.viewer.can_edit {
        return html! { <EmptyState title={text.t("guide-not-yours")}><p>{ text.t("guide-not-yours-text") }</p></EmptyState> };
    }
    let onsubmit = {
        let (title, summary, shelf, tags, licence, review_on) =
            (title.clone(), summary.clone(), shelf.clone(), tags.clone(), licence.clone(), review_on.clone());
        let (save, publishes) = (save.run.clone(), publishes.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let patch = GuidePatch {
                title: Some(title.trim().to_owned()),
                summary: Some((*summary).clone()),
                shelf_id: shelf.parse().ok(),
                tags: Some(split_tags(&tags)),
                licence: Some((*licence).clone()),
                review_on: review_on.parse().ok(),
            };
            save.emit((patch, publishes.replace(false)));
        })
    };
    let publish = {
        let publishes = publishes.clone();
        Callback::from(move |_: MouseEvent| *publishes.borrow_mut() = true)
    };
    let options: Vec<_> = shelves.iter().map(|shelf| (shelf.id.to_string().into(), shelf_name(&text, shelf))).collect();
    let licences = vec![
        (AttrValue::default(), text.t("guide-licence-none")),
        ("CC-BY-4.0".into(), "CC BY 4.0".into()),
        ("CC-BY-SA-4.0".into(), "CC BY-SA 4.0".into()),
        ("CC0-1.0".into(), "CC0 1.0".into()),
        ("OGL-UK-3.0".into(), text.t("guide-licence-ogl")),
        ("all-rights-reserved".into(), text.t("guide-licence-reserved")),
    ];
    let is_conflict = save.error.as_ref().and_then(client::Error::code) == Some(ErrorCode::EditConflict);
    html! {
        <>
            <div class="pagehead"><div>
                <h1>{ text.t("guide-edit-title") }</h1>
                if is_draft { <p class="lead">{ text.t("guide-edit-lead") }</p> }
            </div></div>
            <div class="narrow mb-7">
                <ErrorSummary errors={errors.clone()} failures={save.failures} />
                if is_conflict { <Notice tone="is-warn mb-5" icon="triangle-alert"><p>{ text.t("guide-conflict") }</p></Notice> }
                if let Some(question) = &guide.question {
                    <p class="mb-5">{ text.t("guide-from") }{ " " }
                        <Link to={Route::of_thread(question.kind, question.id.0, question.slug.clone())}>{ &question.title }</Link></p>
                }
                if !guide.authors.is_empty() {
                    <p class="mb-5">{ text.t("guide-authors") }{ " " }{ guide.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", ") }</p>
                }
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <TextField id="title" label={text.t("guide-title")} value={title} error={errors.at("title")} />
                    <Composer id="summary" label={text.t("guide-body")} value={summary} error={errors.at("summary")} />
                    <SelectField id="shelf_id" label={text.t("shelf")} value={shelf} {options} error={errors.at("shelf_id")} />
                    <TextField id="tags" label={text.t("tags")} hint={text.t("tags-hint")} optional=true value={tags} error={errors.at("tags")} />
                    <SelectField id="licence" label={text.t("guide-licence")} value={licence} options={licences} error={errors.at("licence")} />
                    <TextField id="review_on" kind="date" short=true label={text.t("guide-review-by")} hint={text.t("guide-review-hint")}
                        value={review_on} error={errors.at("review_on")} />
                    <p class="row">
                        if is_draft {
                            // The first button is the one that Enter presses: it must not publish.
                            <Button submit=true class="btn-2" busy={save.is_busy}>{ text.t("guide-save") }</Button>
                            <Button submit=true busy={save.is_busy} onclick={publish}>{ text.t("guide-publish") }</Button>
                            <Button class="btn-2" busy={discard.is_busy} onclick={discard.run.reform(|_: MouseEvent| ())}>{ icon("trash-2") }{ text.t("guide-discard") }</Button>
                        } else {
                            <Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button>
                        }
                    </p>
                    if let Some(error) = &discard.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
                </form>
            </div>
        </>
    }
}
