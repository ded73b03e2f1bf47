//! The member's own organisations: which stands with the name, the part in each, since when.

use client::types::AffiliationId;
use client::types::membership::{Affiliation, AffiliationPatch, AffiliationStatus, Ending, NewEnding};
use yew::prelude::*;

use super::{part_named, parts};
use crate::components::{
    Button, ErrorSummary, FormErrors, Link, SelectField, TextField, day, error_text, load, use_toast,
};
use crate::hooks::{use_mutation, use_query, use_text};
use crate::pages::membership::part_message;
use crate::routes::Route;

/// The member's own organisations.
#[component]
pub fn MyOrganisations() -> Html {
    let text = use_text();
    let mine = use_query((), |client, ()| async move { client.list_my_affiliations().await });
    html! {
        <section aria-labelledby="my-organisations" aria-busy={mine.is_busy.then_some("true")}>
            <h2 id="my-organisations" class="mb-3">{ text.t("my-organisations") }</h2>
            { load(&mine, |list| if list.is_empty() {
                html! { <p class="muted">{ text.t("my-organisations-none") }{ " " }<Link to={Route::Directory}>{ text.t("my-organisations-find") }</Link></p> }
            } else {
                html! { <ul class="entries">{ for list.iter().map(|one| html! {
                    <One key={format!("{}-{}", one.id, one.version)} affiliation={one.clone()} changed={mine.reload.clone()} />
                }) }</ul> }
            }) }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct OneProps {
    affiliation: Affiliation,
    changed: Callback<()>,
}

#[component]
fn One(props: &OneProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let one = &props.affiliation;
    let (id, version) = (one.id, one.version);
    let role = use_state(|| one.role.as_str().to_owned());
    let since = use_state(|| one.started_on.map(|day| day.to_string()).unwrap_or_default());
    let save = {
        let (changed, toast, text) = (props.changed.clone(), toast.clone(), text.clone());
        use_mutation(
            move |client, patch: AffiliationPatch| async move { client.update_affiliation(id, version, &patch).await },
            Callback::from(move |_: Affiliation| {
                toast.emit(text.t("saved"));
                changed.emit(());
            }),
        )
    };
    let take_back = use_mutation(
        |client, id: AffiliationId| async move { client.end_affiliation(id, &NewEnding::default()).await },
        props.changed.reform(|_: Ending| ()),
    );
    let errors = FormErrors::of(&text, save.error.as_ref());
    let onsubmit = {
        let (role, since, run) = (role.clone(), since.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit(AffiliationPatch {
                role: Some(part_named(&role)),
                started_on: since.parse().ok(),
                is_shown: None,
            });
        })
    };
    let show = |is_shown: bool| {
        let patch = AffiliationPatch { is_shown: Some(is_shown), ..AffiliationPatch::default() };
        save.run.reform(move |_: MouseEvent| patch)
    };
    let organisation = Route::OrganisationById { id: one.organisation_id.0 };
    html! {
        <li class="entry"><div>
            <h3 class="entry-title"><Link to={organisation.clone()}>{ &one.organisation }</Link></h3>
            if one.status == AffiliationStatus::Requested {
                <p class="row row-s t-s">
                    <span class="badge is-info">{ text.t("ask-join-waits") }</span>
                    <button type="button" class="btn-link" onclick={take_back.run.reform(move |_: MouseEvent| id)}>
                        { text.t("ask-join-take-back") }<span class="vh">{ " " }{ &one.organisation }</span>
                    </button>
                </p>
            } else {
                <p class="row row-s t-s">
                    <span class="muted">{ text.t(part_message(one.role)) }</span>
                    if let Some(since) = one.started_on {
                        <span class="muted">{ text.t("since") }{ " " }{ day(&text, since) }</span>
                    }
                    { for one.holds.iter().map(|holding| html! { <span class="badge">{ text.t(&format!("holding-{}", holding.as_str())) }</span> }) }
                    if one.is_shown {
                        <span class="badge is-ok">{ text.t("shown-with-name") }</span>
                        <button type="button" class="btn-link" onclick={show(false)}>{ text.t("show-not") }</button>
                    } else {
                        <button type="button" class="btn-link" onclick={show(true)}>{ text.t("show-with-name") }<span class="vh">{ ": " }{ &one.organisation }</span></button>
                    }
                </p>
                <details class="mt-2">
                    <summary>{ text.t("part-change") }<span class="vh">{ ": " }{ &one.organisation }</span></summary>
                    <form novalidate=true class="panel flow mt-2" {onsubmit}>
                        <ErrorSummary errors={errors.clone()} failures={save.failures} />
                        <SelectField id={format!("role-{id}")} label={text.t("join-part")} value={role} options={parts(&text)} />
                        <TextField id={format!("started_on-{id}")} kind="date" short=true optional=true label={text.t("part-since")} value={since} error={errors.at("started_on")} />
                        <p class="row">
                            <Button class="btn-2" submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button>
                            <Link to={organisation}>{ text.t("leave-there") }</Link>
                        </p>
                    </form>
                </details>
            }
            if let Some(error) = save.error.as_ref().filter(|_| errors.fields.is_empty()).or(take_back.error.as_ref()) {
                <p class="error" role="alert">{ error_text(&text, error) }</p>
            }
        </div></li>
    }
}
