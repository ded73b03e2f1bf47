//! Changing an organisation's page.

use client::types::OrganisationId;
use client::types::accounts::Role;
use client::types::membership::{
    Exactness, LegalForm, OperatingModel, Organisation, OrganisationKind, OrganisationPatch,
};
use yew::prelude::*;
use yew_router::prelude::*;

use super::directory::NATIONS;
use crate::components::{Button, Composer, ErrorSummary, FormErrors, Gate, Link, SelectField, TextField, go, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::routes::Route;

/// Which organisation.
#[derive(PartialEq, Properties)]
pub struct EditOrganisationPageProps {
    /// The organisation's id.
    pub id: i64,
}

/// Changing an organisation's page.
#[component]
pub fn EditOrganisationPage(props: &EditOrganisationPageProps) -> Html {
    let text = use_text();
    use_title(text.t("organisation-edit"));
    html! { <Gate role={Role::Member}><Content id={props.id} /></Gate> }
}

#[component]
fn Content(props: &EditOrganisationPageProps) -> Html {
    let organisation =
        use_query(OrganisationId(props.id), |client, id| async move { client.get_organisation(id).await });
    load(&organisation, |organisation| html! { <Form organisation={organisation.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct FormProps {
    organisation: Organisation,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let (organisation, summary) = (&props.organisation, &props.organisation.summary);
    let name = use_state(|| summary.name.clone());
    let about = use_state(|| organisation.about.clone());
    let website = use_state(|| organisation.website.clone().unwrap_or_default());
    let number = use_state(|| organisation.number.clone().unwrap_or_default());
    let form = use_state(|| organisation.legal_form.map_or("", LegalForm::as_str).to_owned());
    let model = use_state(|| organisation.model.map_or("", OperatingModel::as_str).to_owned());
    let nation = use_state(|| summary.nation.map_or("", |nation| nation.as_str()).to_owned());
    let region = use_state(|| summary.region.clone());
    let authority = use_state(|| summary.authority.clone());
    let postcode = use_state(|| summary.postcode.clone());
    let exactness = use_state(|| organisation.exactness.as_str().to_owned());
    let back = Route::Organisation { id: summary.id.0, slug: summary.slug.clone() };
    let (id, version) = (summary.id, organisation.version);
    let save = use_mutation(
        move |client, patch: OrganisationPatch| async move { client.update_organisation(id, version, &patch).await },
        Callback::from(move |saved: Organisation| {
            if let Some(navigator) = &navigator {
                let summary = saved.summary;
                go(navigator, &Route::Organisation { id: summary.id.0, slug: summary.slug }, "");
            }
        }),
    );
    let errors = FormErrors::of(&text, save.error.as_ref());
    let onsubmit = {
        let texts = [&name, &about, &website, &number, &region, &authority, &postcode].map(Clone::clone);
        let choices = [&form, &model, &nation, &exactness].map(Clone::clone);
        let run = save.run.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let [name, about, website, number, region, authority, postcode] =
                texts.clone().map(|text| Some(text.trim().to_owned()));
            let [form, model, nation, exactness] = &choices;
            run.emit(OrganisationPatch {
                name,
                about,
                website,
                number,
                region,
                authority,
                postcode,
                legal_form: LegalForm::named(form),
                model: OperatingModel::named(model),
                nation: NATIONS.into_iter().find(|one| one.as_str() == nation.as_str()),
                exactness: Exactness::named(exactness),
            });
        })
    };
    let unsaid = || (AttrValue::default(), text.t("choice-none"));
    let named = |family: &str, word: &'static str| (AttrValue::Static(word), text.t(&format!("{family}-{word}")));
    let forms = std::iter::once(unsaid()).chain(LegalForm::ALL.iter().map(|one| named("legal-form", one.as_str())));
    let models =
        std::iter::once(unsaid()).chain(OperatingModel::ALL.iter().map(|one| named("operating-model", one.as_str())));
    let nations = std::iter::once(unsaid()).chain(NATIONS.iter().map(|one| named("nation", one.as_str())));
    let exactnesses: Vec<_> = Exactness::ALL
        .iter()
        .map(|one| (AttrValue::Static(one.as_str()), text.t(&format!("exactness-{}", one.as_str()))))
        .collect();
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("organisation-edit") }</h1></div></div>
            <div class="narrow mb-7">
                <ErrorSummary errors={errors.clone()} failures={save.failures} />
                <form novalidate=true class="flow flow-5" {onsubmit}>
                    <TextField id="name" label={text.t("organisation-name")} value={name} error={errors.at("name")} />
                    <Composer id="about" label={text.t("organisation-about")} value={about} error={errors.at("about")} />
                    <TextField id="website" kind="url" optional=true label={text.t("organisation-website")} value={website} error={errors.at("website")} />
                    <TextField id="number" optional=true label={text.t("organisation-number")} hint={text.t("organisation-number-hint")} value={number} error={errors.at("number")} />
                    <SelectField id="legal_form" label={text.t("organisation-form")} value={form} options={forms.collect::<Vec<_>>()} error={errors.at("legal_form")} />
                    if summary.kind == OrganisationKind::Library {
                        <SelectField id="model" label={text.t("organisation-model")} value={model} options={models.collect::<Vec<_>>()} error={errors.at("model")} />
                    }
                    <SelectField id="nation" label={text.t("nation")} value={nation} options={nations.collect::<Vec<_>>()} error={errors.at("nation")} />
                    <TextField id="region" optional=true label={text.t("organisation-region")} value={region} error={errors.at("region")} />
                    <TextField id="authority" optional=true label={text.t("library-authority")} value={authority} error={errors.at("authority")} />
                    <TextField id="postcode" optional=true short=true label={text.t("organisation-postcode")} value={postcode} error={errors.at("postcode")} />
                    <SelectField id="exactness" label={text.t("organisation-exactness")} hint={text.t("organisation-exactness-hint")} value={exactness} options={exactnesses} error={errors.at("exactness")} />
                    <p class="row"><Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button><Link to={back}>{ text.t("cancel") }</Link></p>
                </form>
            </div>
        </>
    }
}
