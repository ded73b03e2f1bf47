//! Adding a library that the register lacks, and changing one.

use client::types::LibraryId;
use client::types::accounts::Role;
use client::types::membership::{LibraryPatch, LibraryRecord, Nation, NewLibrary};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, CheckField, ErrorSummary, FormErrors, Gate, Link, SelectField, TextField, go, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::pages::membership::NATIONS;
use crate::routes::Route;

/// Adding a library.
#[component]
pub fn AddLibraryPage() -> Html {
    let text = use_text();
    use_title(text.t("library-add"));
    html! {
        <Gate role={Role::Member}>
            <div class="pagehead"><div><h1>{ text.t("library-add") }</h1><p class="lead">{ text.t("library-add-lead") }</p></div></div>
            <Form />
        </Gate>
    }
}

/// Which library.
#[derive(PartialEq, Properties)]
pub struct EditLibraryPageProps {
    /// The library's id.
    pub id: i64,
}

/// Changing a library.
#[component]
pub fn EditLibraryPage(props: &EditLibraryPageProps) -> Html {
    let text = use_text();
    use_title(text.t("library-edit"));
    html! { <Gate role={Role::Member}><Edit id={props.id} /></Gate> }
}

#[component]
fn Edit(props: &EditLibraryPageProps) -> Html {
    let text = use_text();
    let library = use_query(LibraryId(props.id), |client, id| async move { client.get_library(id).await });
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("library-edit") }</h1><p class="lead">{ text.t("library-edit-lead") }</p></div></div>
            { load(&library, |record| html! { <Form record={record.clone()} /> }) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    /// The library that is changed; none when one is added.
    #[prop_or_default]
    record: Option<LibraryRecord>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let known = props.record.as_ref().map(|record| record.summary.clone());
    let known = known.as_ref();
    let name = use_state(|| known.map(|known| known.name.clone()).unwrap_or_default());
    let address = use_state(|| known.map(|known| known.address.clone()).unwrap_or_default());
    let postcode = use_state(|| known.map(|known| known.postcode.clone()).unwrap_or_default());
    let authority = use_state(|| known.map(|known| known.authority.clone()).unwrap_or_default());
    let region = use_state(|| known.map(|known| known.region.clone()).unwrap_or_default());
    let nation = use_state(|| known.map_or(Nation::England, |known| known.nation).as_str().to_owned());
    let is_community_managed = use_state(|| known.is_none_or(|known| known.is_community_managed));
    let is_closed = use_state(|| known.is_some_and(|known| known.is_closed));
    let read = props.record.as_ref().map(|record| (record.summary.id, record.version));
    let save = use_mutation(
        move |client, (new, is_closed): (NewLibrary, bool)| async move {
            let Some((id, version)) = read else { return client.add_library(&new).await };
            let patch = LibraryPatch {
                name: Some(new.name),
                authority: Some(new.authority),
                nation: Some(new.nation),
                region: Some(new.region),
                address: Some(new.address),
                postcode: Some(new.postcode),
                is_community_managed: Some(new.is_community_managed),
                is_closed: Some(is_closed),
            };
            client.update_library(id, version, &patch).await
        },
        Callback::from(move |record: LibraryRecord| {
            if let Some(navigator) = &navigator {
                go(navigator, &Route::Library { id: record.summary.id.0 }, "");
            }
        }),
    );
    let errors = FormErrors::of(&text, save.error.as_ref());
    let onsubmit = {
        let fields = [&name, &address, &postcode, &authority, &region].map(Clone::clone);
        let (nation, community, closed) = (nation.clone(), is_community_managed.clone(), is_closed.clone());
        let run = save.run.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let [name, address, postcode, authority, region] = fields.clone().map(|field| field.trim().to_owned());
            let nation = NATIONS.into_iter().find(|one| one.as_str() == nation.as_str()).unwrap_or(Nation::England);
            let is_community_managed = *community;
            let new = NewLibrary { name, authority, nation, region, address, postcode, is_community_managed };
            run.emit((new, *closed));
        })
    };
    let nations: Vec<(AttrValue, AttrValue)> = NATIONS
        .iter()
        .map(|one| (AttrValue::Static(one.as_str()), text.t(&format!("nation-{}", one.as_str()))))
        .collect();
    let back = known.map_or(Route::Libraries, |known| Route::Library { id: known.id.0 });
    let is_known = known.is_some();
    html! {
        <div class="narrow mb-7">
            <ErrorSummary errors={errors.clone()} failures={save.failures} />
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <TextField id="name" label={text.t("library-name")} value={name} error={errors.at("name")} />
                <TextField id="address" label={text.t("library-address")} hint={text.t("library-address-hint")} value={address} error={errors.at("address")} />
                <TextField id="postcode" short=true label={text.t("organisation-postcode")} value={postcode} error={errors.at("postcode")} />
                <SelectField id="nation" label={text.t("nation")} value={nation} options={nations} error={errors.at("nation")} />
                <TextField id="region" optional=true label={text.t("organisation-region")} value={region} error={errors.at("region")} />
                <TextField id="authority" optional=true label={text.t("library-authority")} value={authority} error={errors.at("authority")} />
                <CheckField id="is_community_managed" label={text.t("library-is-community")} value={is_community_managed} />
                if is_known { <CheckField id="is_closed" label={text.t("library-is-closed")} value={is_closed} /> }
                <p class="row">
                    <Button submit=true busy={save.is_busy}>{ text.t(if is_known { "save-changes" } else { "library-add-send" }) }</Button>
                    <Link to={back}>{ text.t("cancel") }</Link>
                </p>
            </form>
        </div>
    }
}
