//! Making a space and changing one, for administrators.

use client::types::accounts::Role;
use client::types::forum::{NewSpace, Space, SpaceAccess, SpacePatch};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, Gate, SelectField, TextField, load};
use crate::hooks::{use_mutation, use_query, use_text, use_title};
use crate::pages::forum::slow_modes;
use crate::routes::Route;

/// Making a space.
#[component]
pub fn NewSpacePage() -> Html {
    html! { <Gate role={Role::Admin}><Form /></Gate> }
}

/// Which space.
#[derive(PartialEq, Properties)]
pub struct EditSpacePageProps {
    /// The words in its address.
    pub slug: AttrValue,
}

/// Changing a space.
#[component]
pub fn EditSpacePage(props: &EditSpacePageProps) -> Html {
    let space = use_query(props.slug.clone(), |client, slug| async move { client.get_space(&slug).await });
    html! { <Gate role={Role::Admin}>{ load(&space, |space| html! { <Form space={space.clone()} /> }) }</Gate> }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    #[prop_or_default]
    space: Option<Space>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let space = props.space.as_ref();
    let name = use_state(|| space.map(|space| space.name.clone()).unwrap_or_default());
    let description = use_state(|| space.map(|space| space.description.clone()).unwrap_or_default());
    let access = use_state(|| space.map_or(SpaceAccess::Private, |space| space.access).as_str().to_owned());
    let slow = use_state(|| space.map_or(0, |space| space.slow_mode_seconds).to_string());
    let known = space.map(|space| (space.id, space.version));
    let save = use_mutation(
        move |client, new: NewSpace| async move {
            match known {
                Some((id, version)) => {
                    let patch = SpacePatch {
                        name: Some(new.name),
                        description: Some(new.description),
                        access: Some(new.access),
                        slow_mode_seconds: Some(new.slow_mode_seconds),
                    };
                    client.update_space(id, version, &patch).await
                }
                None => client.create_space(&new).await,
            }
        },
        Callback::from(move |space: Space| {
            if let Some(navigator) = &navigator {
                navigator.push(&Route::Space { slug: space.slug });
            }
        }),
    );
    let errors = FormErrors::of(&text, save.error.as_ref());
    let title = text.t(if space.is_some() { "space-edit" } else { "space-new" });
    use_title(errors.title(&text, title.clone()));
    let onsubmit = {
        let (name, description, access, slow, save) =
            (name.clone(), description.clone(), access.clone(), slow.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(NewSpace {
                name: name.trim().to_owned(),
                description: description.trim().to_owned(),
                access: SpaceAccess::ALL
                    .into_iter()
                    .find(|one| one.as_str() == *access)
                    .unwrap_or(SpaceAccess::Private),
                slow_mode_seconds: slow.parse().unwrap_or(0),
            });
        })
    };
    let options =
        SpaceAccess::ALL.map(|access| (access.as_str().into(), text.t(&format!("space-access-{}", access.as_str()))));
    html! {
        <>
            <div class="pagehead"><div><h1>{ title }</h1><p class="lead">{ text.t("space-form-lead") }</p></div></div>
            <ErrorSummary errors={errors.clone()} failures={save.failures} />
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <TextField id="name" label={text.t("space-name")} value={name} error={errors.at("name")} />
                <TextField id="description" label={text.t("space-description")} rows=4 optional=true value={description} error={errors.at("description")} />
                <SelectField id="access" label={text.t("space-access")} hint={text.t("space-access-hint")} value={access}
                    options={options.to_vec()} error={errors.at("access")} />
                <SelectField id="slow_mode_seconds" label={text.t("slow-mode")} hint={text.t("slow-mode-hint")} value={slow}
                    options={slow_modes(&text)} error={errors.at("slow_mode_seconds")} />
                <p><Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button></p>
            </form>
        </>
    }
}
