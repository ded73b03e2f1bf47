//! A member's page.

use client::types::MemberId;
use client::types::forum::FollowKind;
use client::types::people::Member;
use yew::prelude::*;

use super::avatar;
use super::skills::skill_links;
use crate::components::{Follow, Link, icon, load, markdown};
use crate::hooks::{use_query, use_text, use_title};
use crate::pages::membership::part_message;
use crate::routes::Route;

/// Which member.
#[derive(PartialEq, Properties)]
pub struct MemberPageProps {
    /// The member's id.
    pub id: i64,
}

/// A member's page.
#[component]
pub fn MemberPage(props: &MemberPageProps) -> Html {
    let member = use_query(MemberId(props.id), |client, id| async move { client.get_member(id).await });
    load(&member, |member| html! { <Loaded member={member.clone()} /> })
}

#[derive(PartialEq, Properties)]
struct LoadedProps {
    member: Member,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let text = use_text();
    let member = &props.member;
    use_title(member.summary.name.clone().into());
    let fact = |term: &str, words: Html| html! { <div><dt>{ text.t(term) }</dt><dd>{ words }</dd></div> };
    let skills = |title: &str, id: &'static str, direction: &'static str, list: &[String]| {
        html! {
            if !list.is_empty() {
                <section aria-labelledby={id}>
                    <h2 {id} class="mb-3">{ text.t(title) }</h2>
                    { skill_links(&text, list, direction) }
                </section>
            }
        }
    };
    let has_facts = !member.languages.is_empty() || member.email.is_some() || member.telephone.is_some();
    html! {
        <>
            <div class="pagehead">
                <div>
                    <p class="row">
                        if let Some(picture) = &member.picture {
                            <img class="portrait" src={picture.clone()} alt="" width="96" height="96" />
                        } else {
                            { avatar(None, &member.summary.name) }
                        }
                    </p>
                    <h1 class="mt-2">{ &member.summary.name }</h1>
                    if let (Some(name), Some(id)) = (&member.summary.organisation, member.summary.organisation_id) {
                        <p class="lead"><Link to={Route::OrganisationById { id: id.0 }}>{ name }</Link></p>
                    }
                </div>
                if member.is_own {
                    <Link class="btn btn-2" to={Route::Profile}>{ icon("pencil") }{ text.t("profile-edit") }</Link>
                } else {
                    <Follow kind={FollowKind::Member} id={member.summary.id.0} />
                }
            </div>
            <div class="cols">
                <div class="flow flow-7">
                    if member.about_html.is_empty() {
                        <p class="muted">{ text.t("member-about-none") }</p>
                    } else {
                        { markdown(&member.about_html) }
                    }
                    { skills("skills-offered", "offered", "offered", &member.skills_offered) }
                    { skills("skills-wanted", "wanted", "wanted", &member.skills_wanted) }
                    if !member.organisations.is_empty() {
                        <section aria-labelledby="belongs">
                            <h2 id="belongs" class="mb-3">{ text.t("member-organisations") }</h2>
                            <ul class="entries">{ for member.organisations.iter().map(|one| html! {
                                <li class="entry" key={one.id.0}><div>
                                    <h3 class="entry-title"><Link to={Route::OrganisationById { id: one.id.0 }}>{ &one.name }</Link></h3>
                                    <p class="meta"><span>{ text.t(part_message(one.role)) }</span></p>
                                </div></li>
                            }) }</ul>
                        </section>
                    }
                </div>
                if has_facts || member.role.is_some() {
                    <aside class="flow flow-6">
                        if has_facts {
                        <section class="cat-card" aria-labelledby="reach">
                            <h2 id="reach">{ text.t("member-record") }</h2>
                            <dl>
                                if !member.languages.is_empty() { { fact("languages", html! { { &member.languages } }) } }
                                if let Some(email) = &member.email {
                                    { fact("email", html! { <a href={format!("mailto:{email}")}>{ email }</a> }) }
                                }
                                if let Some(telephone) = &member.telephone { { fact("telephone", html! { { telephone } }) } }
                            </dl>
                        </section>
                        }
                        if member.role.is_some() {
                            <p><Link class="btn btn-2" to={Route::AdminMember { id: member.summary.id.0 }}>{ text.t("member-for-staff") }</Link></p>
                        }
                    </aside>
                }
            </div>
        </>
    }
}
