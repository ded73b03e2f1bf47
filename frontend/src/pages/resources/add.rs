//! Adding a resource: a link or a file.

use client::Error;
use client::types::limits::FILE_BYTES;
use client::types::resources::{File, FileQuery, NewResource, Resource, ResourceKind};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{
    Button, Composer, ErrorSummary, FormErrors, Gate, RadioField, SelectField, TextField, file_words, icon, shelf_name,
    use_shelves,
};
use crate::hooks::{store_draft, stored_draft, use_mutation, use_text, use_title};
use crate::pages::forum::split_tags;
use crate::routes::Route;

/// The name of the draft on this device.
const DRAFT: &str = "resource";

/// Adding a resource.
#[component]
pub fn AddResourcePage() -> Html {
    html! { <Gate><AddForm /></Gate> }
}

#[component]
fn AddForm() -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let (shelves, _) = use_shelves();
    let form = use_state(|| "link".to_owned());
    let (title, url, tags) = (use_state(String::new), use_state(String::new), use_state(String::new));
    let summary = use_state(|| stored_draft(DRAFT));
    let kind = use_state(|| ResourceKind::default().as_str().to_owned());
    let (shelf, licence) = (use_state(String::new), use_state(String::new));
    let file = use_state(|| None::<File>);
    let local = use_state(|| (0_u32, FormErrors::default()));
    let add = use_mutation(
        |client, new: NewResource| async move { client.add_resource(&new).await },
        Callback::from(move |added: Resource| {
            store_draft(DRAFT, "");
            if let Some(navigator) = &navigator {
                navigator.replace(&Route::Resource { id: added.id.0, slug: added.slug });
            }
        }),
    );
    let errors = if local.1.is_empty() { FormErrors::of(&text, add.error.as_ref()) } else { local.1.clone() };
    use_title(errors.title(&text, text.t("resource-add-title")));
    let onsubmit = {
        let (form, title, url, tags, summary, kind, shelf, licence, file) = (
            form.clone(),
            title.clone(),
            url.clone(),
            tags.clone(),
            summary.clone(),
            kind.clone(),
            shelf.clone(),
            licence.clone(),
            file.clone(),
        );
        let (text, local, run) = (text.clone(), local.clone(), add.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let is_file = form.as_str() == "file";
            let mut missing = Vec::new();
            if is_file && file.is_none() {
                missing.push(("file".into(), text.t("file-missing")));
            }
            if shelf.is_empty() {
                missing.push(("shelf_id".into(), text.t("shelf-missing")));
            }
            let chosen_kind = ResourceKind::ALL.into_iter().find(|one| one.as_str() == kind.as_str());
            let (Some(kind), Ok(shelf_id), true) = (chosen_kind, shelf.parse(), missing.is_empty()) else {
                local.set((local.0 + 1, FormErrors { fields: missing, general: None }));
                return;
            };
            local.set((local.0, FormErrors::default()));
            run.emit(NewResource {
                title: title.trim().to_owned(),
                summary: (*summary).clone(),
                kind,
                shelf_id,
                tags: split_tags(&tags),
                url: (!is_file).then(|| url.trim().to_owned()),
                file_id: if is_file { file.as_ref().map(|file| file.id) } else { None },
                licence: Some((*licence).clone()).filter(|licence| !licence.is_empty()),
            });
        })
    };
    let mut shelf_options = vec![(AttrValue::default(), text.t("shelf-choose"))];
    shelf_options.extend(shelves.iter().map(|shelf| (shelf.id.to_string().into(), shelf_name(&text, shelf))));
    let kind_options: Vec<_> = ResourceKind::ALL
        .iter()
        .map(|kind| (kind.as_str().into(), text.t(&format!("resource-kind-{}", kind.as_str()))))
        .collect();
    let licences = vec![
        (AttrValue::default(), text.t("licence-unknown")),
        ("CC-BY-4.0".into(), "CC BY 4.0".into()),
        ("CC-BY-SA-4.0".into(), "CC BY-SA 4.0".into()),
        ("CC-BY-NC-4.0".into(), "CC BY-NC 4.0".into()),
        ("CC0-1.0".into(), "CC0".into()),
        ("OGL-UK-3.0".into(), text.t("licence-ogl")),
        ("all-rights-reserved".into(), text.t("licence-reserved")),
    ];
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("resource-add-title") }</h1><p class="lead">{ text.t("resource-add-lead") }</p></div></div>
            <div class="narrow mb-7">
                <ErrorSummary errors={errors.clone()} failures={add.failures + local.0} />
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <fieldset>
                        <legend class="label">{ text.t("resource-form") }</legend>
                        <RadioField name="form" option="link" label={text.t("resource-form-link")} value={form.clone()}>
                            <TextField id="url" kind="url" label={text.t("resource-url")} hint={text.t("resource-url-hint")}
                                value={url} error={errors.at("url")} />
                        </RadioField>
                        <RadioField name="form" option="file" label={text.t("resource-form-file")} value={form}>
                            <Upload {file} error={errors.at("file").or_else(|| errors.at("file_id"))} />
                        </RadioField>
                    </fieldset>
                    <TextField id="title" label={text.t("resource-title")} hint={text.t("resource-title-hint")} value={title} error={errors.at("title")} />
                    <Composer id="summary" label={text.t("resource-summary")} value={summary} draft={AttrValue::Static(DRAFT)} error={errors.at("summary")} />
                    <SelectField id="kind" label={text.t("resource-kind")} value={kind} options={kind_options} />
                    <SelectField id="shelf_id" label={text.t("shelf")} value={shelf} options={shelf_options} error={errors.at("shelf_id")} />
                    <TextField id="tags" label={text.t("tags")} hint={text.t("tags-hint")} optional=true value={tags} error={errors.at("tags")} />
                    <SelectField id="licence" label={text.t("resource-licence")} hint={text.t("resource-licence-hint")} value={licence}
                        options={licences} error={errors.at("licence")} />
                    <p><Button submit=true busy={add.is_busy}>{ text.t(if add.is_busy { "resource-busy" } else { "resource-send" }) }</Button></p>
                </form>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct UploadProps {
    file: UseStateHandle<Option<File>>,
    error: Option<AttrValue>,
}

/// A field for a file, which is sent as soon as it is chosen.
#[component]
fn Upload(props: &UploadProps) -> Html {
    let text = use_text();
    let is_too_large = use_state_eq(|| false);
    let upload = {
        let file = props.file.clone();
        use_mutation(
            |client, chosen: web_sys::File| async move {
                let bytes = wasm_bindgen_futures::JsFuture::from(chosen.array_buffer()).await;
                let bytes = bytes.map_err(|_| Error::Network("the file could not be read".into()))?;
                client.upload_file(&FileQuery { name: chosen.name() }, js_sys::Uint8Array::new(&bytes).to_vec()).await
            },
            Callback::from(move |stored: File| file.set(Some(stored))),
        )
    };
    let onchange = {
        let (run, file, is_too_large) = (upload.run.clone(), props.file.clone(), is_too_large.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
            file.set(None);
            #[expect(
                clippy::cast_precision_loss,
                reason = "the limit is far below the largest whole number of a float"
            )]
            let too_large = chosen.size() > FILE_BYTES as f64;
            is_too_large.set(too_large);
            if !too_large {
                run.emit(chosen);
            }
        })
    };
    let failure = if *is_too_large {
        Some(text.t("file-too-large"))
    } else {
        let errors = FormErrors::of(&text, upload.error.as_ref());
        errors.general.or_else(|| errors.fields.first().map(|(_, words)| words.clone())).or_else(|| props.error.clone())
    };
    html! {
        <div class="field" data-invalid={failure.is_some().then_some("")}>
            <label for="file">{ text.t("file-label") }</label>
            <span class="hint" id="file-hint">{ text.t("file-hint") }</span>
            if let Some(failure) = &failure {
                <span class="error" id="file-error" role="alert"><span class="vh">{ text.t("error-prefix") }{ " " }</span>{ failure }</span>
            }
            <input class="input" type="file" id="file" aria-describedby="file-hint file-error" {onchange}
                accept=".pdf,.doc,.docx,.odt,.xls,.xlsx,.ods,.csv,.ppt,.pptx,.odp,.png,.jpg,.jpeg,.gif,.webp,.txt" />
            <p role="status" class="t-s">
                if upload.is_busy {
                    { text.t("file-sending") }
                } else if let Some(file) = &*props.file {
                    { icon("check") }{ " " }{ text.with("file-sent", &[("name", &file.name), ("file", &file_words(&text, file))]) }
                }
            </p>
        </div>
    }
}
