//! A member, as staff see them: the role, the sessions, the data.

mod rights;

use client::types::MemberId;
use client::types::accounts::Role;
use client::types::people::Member;
use yew::prelude::*;
use yew_router::prelude::*;

use rights::Rights;

use crate::components::{Gate, Link, go, load};
use crate::hooks::{use_query, use_text, use_title};
use crate::pages::account::{Erase, Export};
use crate::routes::Route;

/// Which member.
#[derive(PartialEq, Properties)]
pub struct StaffMemberPageProps {
    /// The member's id.
    pub id: i64,
}

/// A member, as staff see them.
#[component]
pub fn StaffMemberPage(props: &StaffMemberPageProps) -> Html {
    html! { <Gate role={Role::Admin}><Content id={props.id} /></Gate> }
}

#[component]
fn Content(props: &StaffMemberPageProps) -> Html {
    let member = use_query(MemberId(props.id), |client, id| async move { client.get_member(id).await });
    load(&member, |loaded| html! { <Loaded member={loaded.clone()} changed={member.reload.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    member: Member,
    changed: Callback<()>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let member = &props.member;
    let id = member.summary.id;
    use_title(member.summary.name.clone().into());
    let erased = Callback::from(move |()| {
        if let Some(navigator) = &navigator {
            go(navigator, &Route::AdminGrowth, "");
        }
    });
    html! {
        <>
            <div class="pagehead"><div>
                <h1><Link to={Route::Member { id: id.0 }}>{ &member.summary.name }</Link></h1>
                <p class="lead">{ text.t("staff-member-lead") }</p>
            </div></div>
            <div class="narrow flow flow-7 mb-7">
                if let Some(role) = member.role.filter(|role| *role > Role::Applicant) {
                    <Rights {id} {role} changed={props.changed.clone()} />
                }
                <Export member={id} />
                <Erase member={id} done={erased} />
            </div>
        </>
    }
}
