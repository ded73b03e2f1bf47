//! The register of libraries: importing and looking up.

use client::Error;
use client::types::accounts::Role;
use client::types::limits::IMPORT_BYTES;
use client::types::membership::{ImportQuery, ImportReport, LibraryQuery};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use super::import_report::Report;
use super::queue::Queue;
use crate::components::{Button, EmptyState, FormErrors, Gate, Link, Pager, go, icon, load, query_of};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// The register of libraries.
#[component]
pub fn LibrariesPage() -> Html {
    let text = use_text();
    use_title(text.t("register-title"));
    html! { <Gate role={Role::Admin}><Register /></Gate> }
}

#[component]
fn Register() -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let query = use_location().and_then(|location| location.query::<LibraryQuery>().ok()).unwrap_or_default();
    let libraries = use_query(query.clone(), |client, query| async move { client.list_libraries(&query).await });
    let field = use_node_ref();
    let onsubmit = {
        let field = field.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let (Some(navigator), Some(field)) = (&navigator, field.cast::<HtmlInputElement>()) {
                let words = field.value().trim().to_owned();
                let query =
                    LibraryQuery { q: Some(words).filter(|words| !words.is_empty()), ..LibraryQuery::default() };
                go(navigator, &Route::AdminLibraries, &query_of(&query));
            }
        })
    };
    let first = LibraryQuery { after: None, ..query.clone() };
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("register-title") }</h1><p class="lead">{ text.t("register-lead") }</p></div></div>
            <div class="flow flow-7 mb-7">
                <Queue />
                <Import imported={libraries.reload.clone()} />
                <section aria-labelledby="look-up">
                    <h2 id="look-up" class="mb-4">{ text.t("register-look-up") }</h2>
                    <form role="search" class="mb-5 narrow" aria-labelledby="look-up" {onsubmit}>
                        <label class="label" for="register-q">{ text.t("register-words") }</label>
                        <div class="joined">
                            <input class="input" id="register-q" type="search" ref={field} value={query.q.clone()} />
                            <button class="btn">{ icon("search") }{ text.t("search") }</button>
                        </div>
                    </form>
                    <div aria-busy={libraries.is_busy.then_some("true")}>
                    { load(&libraries, |page| if page.items.is_empty() {
                        html! { <EmptyState title={text.t("register-none")}><p>{ text.t("register-none-text") }</p></EmptyState> }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&LibraryQuery { after: Some(after), ..query.clone() }));
                        html! {
                            <>
                                <div class="scroll" role="region" aria-label={text.t("register-title")} tabindex="0">
                                    <table class="table table-wide">
                                        <thead><tr>
                                            <th scope="col">{ text.t("library") }</th><th scope="col">{ text.t("library-address") }</th>
                                            <th scope="col">{ text.t("library-authority") }</th><th scope="col">{ text.t("library-run") }</th>
                                        </tr></thead>
                                        <tbody>{ for page.items.iter().map(|library| html! {
                                            <tr key={library.id.0}>
                                                <th scope="row"><Link to={Route::Library { id: library.id.0 }}>{ &library.name }</Link></th>
                                                <td>{ format!("{} {}", library.address, library.postcode) }</td>
                                                <td>{ &library.authority }</td>
                                                <td>{ text.t(if library.is_closed { "library-closed" } else if library.is_community_managed { "library-run-community" } else { "library-run-council" }) }</td>
                                            </tr>
                                        }) }</tbody>
                                    </table>
                                </div>
                                <Pager to={Route::AdminLibraries} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                    </div>
                </section>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct ImportProps {
    imported: Callback<()>,
}

#[component]
fn Import(props: &ImportProps) -> Html {
    let text = use_text();
    let report = use_state(|| None::<ImportReport>);
    let chosen = use_state(|| None::<web_sys::File>);
    let is_too_large = use_state_eq(|| false);
    let import = {
        let (report, imported) = (report.clone(), props.imported.clone());
        use_mutation(
            |client, (preview, file): (bool, web_sys::File)| async move {
                let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
                let bytes = bytes.map_err(|_| Error::Network("the file could not be read".into()))?;
                client.import_libraries(&ImportQuery { preview }, js_sys::Uint8Array::new(&bytes).to_vec()).await
            },
            Callback::from(move |given: ImportReport| {
                if !given.is_preview {
                    imported.emit(());
                }
                report.set(Some(given));
            }),
        )
    };
    let onchange = {
        let (chosen, report, run, is_too_large) =
            (chosen.clone(), report.clone(), import.run.clone(), is_too_large.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            report.set(None);
            #[expect(
                clippy::cast_precision_loss,
                reason = "the limit is far below the largest whole number of a float"
            )]
            let too_large = file.size() > IMPORT_BYTES as f64;
            is_too_large.set(too_large);
            if !too_large {
                run.emit((true, file.clone()));
                chosen.set(Some(file));
            }
        })
    };
    let write = {
        let (chosen, run) = (chosen.clone(), import.run.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = &*chosen {
                run.emit((false, file.clone()));
            }
        })
    };
    let errors = FormErrors::of(&text, import.error.as_ref());
    let failure = if *is_too_large {
        Some(text.t("import-too-large"))
    } else {
        errors.general.or_else(|| errors.fields.first().map(|(_, words)| words.clone()))
    };
    html! {
        <section aria-labelledby="import" class="narrow">
            <h2 id="import" class="mb-4">{ text.t("import-title") }</h2>
            <div class="field" data-invalid={failure.is_some().then_some("")}>
                <label for="import-file">{ text.t("import-file") }</label>
                <span class="hint" id="import-hint">{ text.t("import-hint") }</span>
                if let Some(failure) = &failure { <span class="error" id="import-error" role="alert">{ failure }</span> }
                <input class="input" type="file" id="import-file" accept=".csv,text/csv" aria-describedby="import-hint import-error" {onchange} />
            </div>
            <div role="status" class="mt-4 flow">
                if import.is_busy { <p>{ text.t("import-busy") }</p> }
                if let Some(report) = &*report {
                    <Report report={report.clone()} />
                    if report.is_preview && report.created + report.updated > 0 {
                        <p><Button busy={import.is_busy} onclick={write}>{ text.t("import-write") }</Button></p>
                    }
                }
            </div>
        </section>
    }
}
