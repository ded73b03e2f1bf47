//! Files and pictures in a field for markdown: chosen, pasted or dropped.

use client::types::forum::{Attachment, AttachmentQuery};
use client::types::limits::FILE_BYTES;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{error_text, icon};
use crate::hooks::{use_mutation, use_text};

/// What a field needs to take files.
#[derive(Clone, PartialEq)]
pub struct Uploads {
    /// The button that chooses a file, and how the last one went.
    pub button: Html,
    /// Takes a picture that is pasted.
    pub onpaste: Callback<Event>,
    /// Takes a file that is dropped.
    pub ondrop: Callback<DragEvent>,
    /// Says that files can be dropped.
    pub ondragover: Callback<DragEvent>,
}

/// Uploads files and puts links to them into the field, pictures so that they are shown.
#[hook]
pub fn use_uploads(id: &AttrValue, field: NodeRef, onchange: Callback<String>) -> Uploads {
    let text = use_text();
    let is_too_large = use_state_eq(|| false);
    let name = use_state_eq(AttrValue::default);
    let done = use_state_eq(|| false);
    let chooser = use_node_ref();
    let upload = {
        let done = done.clone();
        use_mutation(
            |client, chosen: web_sys::File| async move {
                let bytes = wasm_bindgen_futures::JsFuture::from(chosen.array_buffer()).await;
                let bytes = bytes.map_err(|_| client::Error::Network("the file could not be read".into()))?;
                let query = AttachmentQuery { name: chosen.name() };
                client.upload_attachment(&query, js_sys::Uint8Array::new(&bytes).to_vec()).await
            },
            Callback::from(move |stored: Attachment| {
                if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                    put(&area, &markdown_of(&stored));
                    onchange.emit(area.value());
                }
                done.set(true);
            }),
        )
    };
    let take = {
        let (is_too_large, name, done, run) = (is_too_large.clone(), name.clone(), done.clone(), upload.run.clone());
        Callback::from(move |file: web_sys::File| {
            #[expect(clippy::cast_precision_loss, reason = "files are far smaller than what is exact")]
            let is_large = file.size() > FILE_BYTES as f64;
            is_too_large.set(is_large);
            done.set(false);
            if !is_large {
                name.set(file.name().into());
                run.emit(file);
            }
        })
    };
    let onchoose = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                take.emit(file);
            }
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    let onclick = {
        let chooser = chooser.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = chooser.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onpaste = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            if let Some(file) = data.and_then(|data| data.files()).and_then(|files| files.get(0)) {
                event.prevent_default();
                take.emit(file);
            }
        })
    };
    let ondrop = Callback::from(move |event: DragEvent| {
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            event.prevent_default();
            take.emit(file);
        }
    });
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let status = if *is_too_large {
        text.t("attach-too-large")
    } else if upload.is_busy {
        text.with("attach-busy", &[("file", &name)])
    } else if *done {
        text.with("attach-done", &[("file", &name)])
    } else {
        AttrValue::default()
    };
    let button = html! {
        <>
            <input type="file" class="vh" id={format!("{id}-file")} tabindex="-1" aria-hidden="true" ref={chooser} onchange={onchoose} />
            <button type="button" class="btn-link" {onclick} aria-busy={upload.is_busy.then_some("true")}>{ icon("file") }{ text.t("attach") }</button>
            <span role="status">{ status }</span>
            if let Some(error) = &upload.error { <span class="error" role="alert">{ error_text(&text, error) }</span> }
        </>
    };
    Uploads { button, onpaste, ondrop, ondragover }
}

/// A file as it stands in markdown.
fn markdown_of(stored: &Attachment) -> String {
    let name: String = stored.name.chars().filter(|character| !matches!(character, '[' | ']' | '\\')).collect();
    let sign = if stored.is_picture { "!" } else { "" };
    format!("{sign}[{name}]({})", stored.path)
}

/// Puts words where the cursor is, in place of what is selected, and the cursor after them.
fn put(area: &HtmlTextAreaElement, words: &str) {
    let _ = area.set_range_text(words);
    let end =
        area.selection_start().ok().flatten().unwrap_or(0) + u32::try_from(words.encode_utf16().count()).unwrap_or(0);
    let _ = area.focus();
    let _ = area.set_selection_range(end, end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_shown_and_a_file_is_a_link() {
        let stored = Attachment {
            path: "/api/v1/attachments/0".into(),
            name: "a [b].jpg".into(),
            media_type: "image/jpeg".into(),
            size: 1,
            is_picture: true,
        };
        assert_eq!(markdown_of(&stored), "![a b.jpg](/api/v1/attachments/0)");
        assert_eq!(markdown_of(&Attachment { is_picture: false, ..stored }), "[a b.jpg](/api/v1/attachments/0)");
    }
}
