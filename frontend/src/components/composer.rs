//! The composer: markdown with buttons, and a preview made by the server.

use client::types::ThreadId;
use client::types::forum::NewPreview;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::attach::use_uploads;
use super::mention::use_mentions;
use super::{Toolbar, error_text, markdown};
use crate::hooks::{store_draft, use_mutation, use_text};

/// What a composer holds.
#[derive(PartialEq, Properties)]
pub struct ComposerProps {
    /// The id of the field: its path in the request.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Whether the label is only read out.
    #[prop_or_default]
    pub quiet_label: bool,
    /// The text and the way to change it.
    pub value: UseStateHandle<String>,
    /// The name under which a draft is kept on this device alone, if it is.
    #[prop_or_default]
    pub draft: Option<AttrValue>,
    /// Where the draft is kept otherwise, in a few words, if it is.
    #[prop_or_default]
    pub status: Html,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether files and pictures can be put in.
    #[prop_or_default]
    pub files: bool,
    /// Whether members can be mentioned.
    #[prop_or_default]
    pub mentions: bool,
    /// The thread that it is written in, if it is there already.
    #[prop_or_default]
    pub thread: Option<ThreadId>,
    /// How many lines it has.
    #[prop_or(8)]
    pub rows: u32,
}

/// A field for text in markdown.
#[component]
pub fn Composer(props: &ComposerProps) -> Html {
    let text = use_text();
    let is_preview = use_state_eq(|| false);
    let field = use_node_ref();
    let tabs = use_node_ref();
    let preview = use_state(AttrValue::default);
    let render = {
        let preview = preview.clone();
        use_mutation(
            |client, body: String| async move { client.preview_markdown(&NewPreview { body }).await },
            Callback::from(move |rendered: client::types::forum::Preview| preview.set(rendered.html.into())),
        )
    };
    let change = {
        let (value, draft) = (props.value.clone(), props.draft.clone());
        Callback::from(move |changed: String| {
            if let Some(draft) = &draft {
                store_draft(draft, &changed);
            }
            value.set(changed);
        })
    };
    let uploads = use_uploads(&props.id, field.clone(), change.clone());
    let (onpaste, ondrop, ondragover) = if props.files {
        (Some(uploads.onpaste), Some(uploads.ondrop), Some(uploads.ondragover))
    } else {
        (None, None, None)
    };
    let mentions = use_mentions(&props.id, field.clone(), props.mentions, props.thread, change.clone());
    let oninput = {
        let (change, look) = (change.clone(), mentions.look.clone());
        Callback::from(move |event: InputEvent| {
            let area = event.target_unchecked_into::<HtmlTextAreaElement>();
            change.emit(area.value());
            look.emit(area);
        })
    };
    {
        // While the preview is shown nothing is typed: what changes then was put in, and is to be seen.
        let is_preview = is_preview.clone();
        use_effect_with(props.value.clone(), move |_| is_preview.set(false));
    }
    let show = {
        let (is_preview, render, value, preview) =
            (is_preview.clone(), render.run.clone(), props.value.clone(), preview.clone());
        Callback::from(move |wanted: bool| {
            if wanted && !*is_preview {
                preview.set(AttrValue::default());
                render.emit((*value).clone());
            }
            is_preview.set(wanted);
        })
    };
    let onkeydown = {
        let (is_preview, show, tabs) = (is_preview.clone(), show.clone(), tabs.clone());
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
                event.prevent_default();
                let wanted = !*is_preview;
                show.emit(wanted);
                let button = tabs
                    .cast::<HtmlElement>()
                    .and_then(|tabs| if wanted { tabs.last_element_child() } else { tabs.first_element_child() });
                if let Some(button) =
                    button.and_then(|button| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(button).ok())
                {
                    let _ = button.focus();
                }
            }
        })
    };
    let id = &props.id;
    let tab = |wanted: bool, message: &str| {
        let is_selected = *is_preview == wanted;
        let part = if wanted { "preview" } else { "write" };
        html! {
            <button type="button" role="tab" id={format!("{id}-tab-{part}")} aria-selected={is_selected.to_string()}
                aria-controls={format!("{id}-{part}")} tabindex={if is_selected { "0" } else { "-1" }}
                onclick={show.reform(move |_: MouseEvent| wanted)}>{ text.t(message) }</button>
        }
    };
    let describes = if props.error.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
    html! {
        <div data-invalid={props.error.is_some().then_some("")}>
            <p class={if props.quiet_label { "vh" } else { "mb-3" }}><label class="label" for={id.clone()}>{ &props.label }</label></p>
            if let Some(error) = &props.error {
                <p class="error mb-3" role="alert" id={format!("{id}-error")}><span class="vh">{ text.t("error-prefix") }{ " " }</span>{ error }</p>
            }
            <div class="tabs" role="tablist" aria-label={text.t("composer-tabs")} ref={tabs} {onkeydown}>
                { tab(false, "composer-write") }{ tab(true, "composer-preview") }
            </div>
            <div class="composer" role="tabpanel" id={format!("{id}-write")} aria-labelledby={format!("{id}-tab-write")}
                hidden={*is_preview}>
                <Toolbar controls={id.clone()} field={field.clone()} onchange={change} />
                <textarea class="input" id={id.clone()} rows={props.rows.to_string()} aria-describedby={describes}
                    aria-invalid={props.error.is_some().then_some("true")} value={(*props.value).clone()} {oninput} {onpaste} {ondrop} {ondragover} ref={field}
                    aria-autocomplete={props.mentions.then_some("list")} aria-controls={mentions.controls}
                    aria-activedescendant={mentions.active} onkeydown={mentions.onkeydown} onblur={mentions.onblur} />
                { mentions.list }
                if props.files { <p class="composer-foot row">{ uploads.button }</p> }
                <p class="composer-foot row row-apart">
                    <span id={format!("{id}-hint")}>{ text.t("composer-hint") }</span>
                    if props.draft.is_some() && !props.value.is_empty() { <span>{ text.t("draft-kept") }</span> }
                    { props.status.clone() }
                </p>
            </div>
            <div class="panel" role="tabpanel" id={format!("{id}-preview")} aria-labelledby={format!("{id}-tab-preview")}
                hidden={!*is_preview} tabindex="0" aria-busy={render.is_busy.then_some("true")}>
                if let Some(error) = &render.error {
                    <p class="error" role="alert">{ error_text(&text, error) }</p>
                } else if props.value.trim().is_empty() {
                    <p class="muted">{ text.t("preview-empty") }</p>
                } else {
                    { markdown(&(*preview).clone()) }
                }
            </div>
        </div>
    }
}
