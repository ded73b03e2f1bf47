//! A member's role, and ending their sessions.

use client::types::MemberId;
use client::types::accounts::{NewRole, Role};
use yew::prelude::*;

use crate::components::{Button, ErrorSummary, FormErrors, SelectField, error_text, use_toast};
use crate::hooks::{use_mutation, use_text};

/// The roles that a member can be given, with their messages.
const ROLES: [(Role, &str, &str); 3] = [
    (Role::Member, "member", "role-member"),
    (Role::Moderator, "moderator", "role-moderator"),
    (Role::Admin, "admin", "role-admin"),
];

/// Which member.
#[derive(PartialEq, Properties)]
pub struct RightsProps {
    /// The member's id.
    pub id: MemberId,
    /// The role until now.
    pub role: Role,
    /// Called when something was changed.
    pub changed: Callback<()>,
}

/// A member's role, and ending their sessions.
#[component]
pub fn Rights(props: &RightsProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let id = props.id;
    let known = ROLES.iter().find(|(role, ..)| *role == props.role).map_or("member", |(_, word, _)| word);
    let role = use_state(|| known.to_owned());
    let set = {
        let (changed, toast, words) = (props.changed.clone(), toast.clone(), text.t("staff-member-role-set"));
        use_mutation(
            move |client, new: NewRole| async move { client.set_member_role(id, &new).await },
            Callback::from(move |()| {
                toast.emit(words.clone());
                changed.emit(());
            }),
        )
    };
    let end = {
        let words = text.t("staff-member-ended");
        use_mutation(
            move |client, ()| async move { client.end_member_sessions(id).await },
            Callback::from(move |()| toast.emit(words.clone())),
        )
    };
    let errors = FormErrors::of(&text, set.error.as_ref());
    let onsubmit = {
        let (role, run) = (role.clone(), set.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some((role, ..)) = ROLES.iter().find(|(_, word, _)| *word == role.as_str()) {
                run.emit(NewRole { role: *role });
            }
        })
    };
    let options = ROLES.iter().map(|(_, word, message)| ((*word).into(), text.t(message))).collect::<Vec<_>>();
    html! {
        <>
        <section class="flow" aria-labelledby="role-title">
            <h2 id="role-title">{ text.t("staff-member-role") }</h2>
            <ErrorSummary errors={errors.clone()} failures={set.failures} />
            <form class="flow" {onsubmit}>
                <SelectField id="role" label={text.t("role")} value={role} {options} error={errors.at("role")} />
                <p><Button class="btn-2 btn-small" submit=true busy={set.is_busy}>{ text.t("staff-member-set-role") }</Button></p>
            </form>
        </section>
        <section class="flow" aria-labelledby="sessions-title">
            <h2 id="sessions-title">{ text.t("staff-member-sessions") }</h2>
            if let Some(error) = &end.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            <p><Button class="btn-2 btn-small" busy={end.is_busy} onclick={end.run.reform(|_: MouseEvent| ())}>{ text.t("staff-member-end") }</Button></p>
        </section>
        </>
    }
}
