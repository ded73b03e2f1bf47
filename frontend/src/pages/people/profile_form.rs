//! What a member says about themselves, and to whom.

use client::types::people::{Audience, Profile, ProfilePatch, Visibility};
use yew::prelude::*;

use super::skills::SkillsField;
use crate::components::{Button, Composer, ErrorSummary, FormErrors, SelectField, TextField, use_toast};
use crate::hooks::{use_mutation, use_text};

/// Which profile.
#[derive(PartialEq, Properties)]
pub struct ProfileFormProps {
    /// The profile that was read.
    pub profile: Profile,
    /// Called with what was saved.
    pub saved: Callback<Profile>,
}

/// The form.
#[component]
pub fn ProfileForm(props: &ProfileFormProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let profile = &props.profile;
    let about = use_state(|| profile.about.clone());
    let telephone = use_state(|| profile.telephone.clone().unwrap_or_default());
    let languages = use_state(|| profile.languages.clone());
    let offered = use_state(|| profile.skills_offered.clone());
    let wanted = use_state(|| profile.skills_wanted.clone());
    let shown = profile.visibility;
    let audiences = [
        use_state(|| shown.about.as_str().to_owned()),
        use_state(|| shown.picture.as_str().to_owned()),
        use_state(|| shown.languages.as_str().to_owned()),
        use_state(|| shown.skills.as_str().to_owned()),
        use_state(|| shown.email.as_str().to_owned()),
        use_state(|| shown.telephone.as_str().to_owned()),
    ];
    let version = profile.version;
    let save = {
        let (saved, text) = (props.saved.clone(), text.clone());
        use_mutation(
            move |client, patch: ProfilePatch| async move { client.update_profile(version, &patch).await },
            Callback::from(move |profile: Profile| {
                toast.emit(text.t("saved"));
                saved.emit(profile);
            }),
        )
    };
    let errors = FormErrors::of(&text, save.error.as_ref());
    let onsubmit = {
        let texts = [&about, &telephone, &languages].map(Clone::clone);
        let (offered, wanted, audiences, run) = (offered.clone(), wanted.clone(), audiences.clone(), save.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let [about, telephone, languages] = texts.clone().map(|text| Some(text.trim().to_owned()));
            let [about_to, picture, languages_to, skills, email, telephone_to] =
                audiences.clone().map(|chosen| audience_named(&chosen));
            run.emit(ProfilePatch {
                about,
                telephone,
                languages,
                skills_offered: Some((*offered).clone()),
                skills_wanted: Some((*wanted).clone()),
                visibility: Some(Visibility {
                    about: about_to,
                    picture,
                    languages: languages_to,
                    skills,
                    email,
                    telephone: telephone_to,
                }),
            });
        })
    };
    let choices: Vec<(AttrValue, AttrValue)> = Audience::ALL
        .iter()
        .map(|one| (AttrValue::Static(one.as_str()), text.t(&format!("audience-{}", one.as_str()))))
        .collect();
    let parts = ["about", "picture", "languages", "skills", "email", "telephone"];
    html! {
        <>
            <ErrorSummary errors={errors.clone()} failures={save.failures} />
            <form novalidate=true class="flow flow-5" {onsubmit}>
                <Composer id="about" rows=5 label={text.t("profile-about")} value={about} error={errors.at("about")} />
                <TextField id="languages" optional=true label={text.t("languages")} hint={text.t("languages-hint")} value={languages} error={errors.at("languages")} />
                <TextField id="telephone" kind="tel" autocomplete="tel" optional=true short=true label={text.t("telephone")} value={telephone} error={errors.at("telephone")} />
                <SkillsField id="skills_offered" label={text.t("skills-offered")} value={offered} error={errors.at("skills_offered")} />
                <SkillsField id="skills_wanted" label={text.t("skills-wanted")} value={wanted} error={errors.at("skills_wanted")} />
                <fieldset class="flow">
                    <legend class="mb-3"><h2>{ text.t("visibility-title") }</h2></legend>
                    <p>{ text.t("visibility-text") }</p>
                    { for parts.into_iter().zip(&audiences).map(|(part, value)| html! {
                        <SelectField key={part} id={format!("visibility.{part}")} label={text.t(&format!("visibility-of-{part}"))}
                            value={value.clone()} options={choices.clone()} />
                    }) }
                </fieldset>
                <p><Button submit=true busy={save.is_busy}>{ text.t("save-changes") }</Button></p>
            </form>
        </>
    }
}

fn audience_named(word: &str) -> Audience {
    Audience::ALL.into_iter().find(|one| one.as_str() == word).unwrap_or(Audience::Staff)
}
