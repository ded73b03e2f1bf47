//! The report of an import of the register.

use client::types::membership::ImportReport;
use yew::prelude::*;

use crate::components::Notice;
use crate::hooks::use_text;

/// What an import did, or would do.
#[derive(PartialEq, Properties)]
pub struct ReportProps {
    /// The report.
    pub report: ImportReport,
}

/// The report of an import.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let text = use_text();
    let report = &props.report;
    let title = text.t(if report.is_preview { "import-preview" } else { "import-done" });
    let counts = text.with(
        "import-counts",
        &[
            ("rows", &report.rows.to_string()),
            ("created", &report.created.to_string()),
            ("updated", &report.updated.to_string()),
            ("unchanged", &report.unchanged.to_string()),
            ("failed", &report.failed.to_string()),
        ],
    );
    html! {
        <>
            <Notice tone={if report.is_preview { "" } else { "is-ok" }} icon={if report.is_preview { "info" } else { "circle-check" }}>
                <p><b>{ title }</b>{ " " }{ counts }</p>
                if report.kept > 0 { <p>{ text.count("register-kept", i64::try_from(report.kept).unwrap_or(i64::MAX)) }</p> }
            </Notice>
            if !report.sample.is_empty() {
                <details><summary class="strong">{ text.t("import-sample") }</summary>
                    <ul class="links t-s">{ for report.sample.iter().map(|library| html! { <li>{ library }</li> }) }</ul></details>
            }
            if !report.changes.is_empty() {
                <details><summary class="strong">{ text.t("register-changes") }</summary>
                    <ul class="links t-s">{ for report.changes.iter().map(|change| html! {
                        <li key={change.id.0}>
                            <b>{ &change.name }</b>
                            if change.is_kept { { " " }<span class="badge">{ text.t("register-change-kept") }</span> }
                            { for change.fields.iter().map(|field| {
                                let name = text.t(&format!("register-field-{}", field.field));
                                let words = [("name", name.as_str()), ("words", field.from.as_str()), ("title", field.to.as_str())];
                                html! { <span class="meta">{ text.with("register-change-from", &words) }</span> }
                            }) }
                        </li>
                    }) }</ul></details>
            }
            if !report.errors.is_empty() {
                <details open=true><summary class="strong">{ text.t("import-errors") }</summary>
                    <ul class="links t-s">{ for report.errors.iter().map(|error| html! {
                        <li>{ text.with("import-line", &[("line", &error.line.to_string())]) }{ " " }{ &error.message }</li>
                    }) }</ul></details>
            }
        </>
    }
}
