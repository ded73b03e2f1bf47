//! The member's own profile: the picture, and what is said to whom.

use client::Error;
use client::types::accounts::Role;
use client::types::limits::PICTURE_BYTES;
use client::types::people::Profile;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::avatar;
use super::profile_form::ProfileForm;
use crate::components::{Button, Gate, Link, error_text, load};
use crate::hooks::{Query, use_mutation, use_query, use_text, use_title};
use crate::pages::account::AccountFrame;
use crate::routes::Route;

/// The member's own profile.
#[component]
pub fn ProfilePage() -> Html {
    let text = use_text();
    use_title(text.t("profile-title"));
    html! { <Gate role={Role::Member}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let text = use_text();
    let profile = use_query((), |client, ()| async move { client.get_profile().await });
    html! {
        <AccountFrame here={Route::Profile} lead="profile-lead">
            { load(&profile, |loaded| html! {
                <>
                    <p><Link to={Route::Member { id: loaded.id.0 }}>{ text.t("profile-see") }</Link></p>
                    <Picture profile={loaded.clone()} query={profile.clone()} />
                    <ProfileForm profile={loaded.clone()} saved={profile.replace.clone()} />
                </>
            }) }
        </AccountFrame>
    }
}

#[derive(PartialEq, Properties)]
struct PictureProps {
    profile: Profile,
    query: Query<Profile>,
}

#[component]
fn Picture(props: &PictureProps) -> Html {
    let text = use_text();
    let is_too_large = use_state_eq(|| false);
    let set = use_mutation(
        |client, file: web_sys::File| async move {
            let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
            let bytes = bytes.map_err(|_| Error::Network("the file could not be read".into()))?;
            client.set_picture(js_sys::Uint8Array::new(&bytes).to_vec()).await
        },
        props.query.replace.clone(),
    );
    let remove = use_mutation(|client, ()| async move { client.delete_picture().await }, props.query.reload.clone());
    let onchange = {
        let (run, is_too_large) = (set.run.clone(), is_too_large.clone());
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
            // A size is a whole number, however it is written.
            let fits = file.size() <= f64::from(u32::try_from(PICTURE_BYTES).unwrap_or(u32::MAX));
            is_too_large.set(!fits);
            if fits {
                run.emit(file);
            }
            // The same file may be chosen again.
            field.set_value("");
        })
    };
    let failure = set.error.as_ref().or(remove.error.as_ref());
    html! {
        <section aria-labelledby="picture-title">
            <h2 id="picture-title" class="mb-3">{ text.t("picture-title") }</h2>
            <div class="row">
                if let Some(picture) = &props.profile.picture {
                    <img class="portrait" src={picture.clone()} alt={text.t("picture-yours")} width="96" height="96" />
                } else {
                    { avatar(None, &props.profile.name) }
                }
                <div class="field" data-invalid={(failure.is_some() || *is_too_large).then_some("")}>
                    <label for="picture">{ text.t("picture-choose") }</label>
                    <span class="hint" id="picture-hint">{ text.t("picture-hint") }</span>
                    if *is_too_large { <span class="error" role="alert">{ text.t("error-too_large") }</span> }
                    else if let Some(error) = failure { <span class="error" role="alert">{ error_text(&text, error) }</span> }
                    <input class="input" id="picture" type="file" accept="image/jpeg,image/png,image/webp" {onchange} aria-describedby="picture-hint" />
                    if set.is_busy { <span role="status">{ text.t("picture-busy") }</span> }
                    if props.profile.picture.is_some() {
                        <p><Button class="btn-2 btn-small" busy={remove.is_busy} onclick={remove.run.reform(|_: MouseEvent| ())}>{ text.t("picture-remove") }</Button></p>
                    }
                </div>
            </div>
        </section>
    }
}
