//! The people in the directory.

use client::types::accounts::Role;
use client::types::membership::OrganisationKind;
use client::types::people::{Direction, MemberEntry, MemberQuery, SkillQuery};
use yew::prelude::*;
use yew_router::prelude::*;

use super::avatar;
use super::skills::skill_links;
use crate::components::{EmptyState, Gate, Link, Pager, facet, load, query_of};
use crate::hooks::{use_query, use_text, use_title};
use crate::pages::membership::{DirectorySearch, DirectoryTabs, NATIONS};
use crate::routes::Route;
use crate::text::Text;

/// The people in the directory.
#[component]
pub fn MembersPage() -> Html {
    let text = use_text();
    use_title(text.t("members-title"));
    html! {
        <Gate role={Role::Member}>
            <div class="pagehead"><div>
                <h1>{ text.t("directory-title") }</h1>
                <p class="lead">{ text.t("members-lead") }</p>
            </div></div>
            <DirectoryTabs current={Route::Members} />
            <Found />
        </Gate>
    }
}

#[component]
fn Found() -> Html {
    let text = use_text();
    let query = use_location().and_then(|location| location.query::<MemberQuery>().ok()).unwrap_or_default();
    let found = use_query(query.clone(), |client, query| async move { client.list_members(&query).await });
    let first = MemberQuery { after: None, ..query.clone() };
    let search = {
        let first = first.clone();
        Callback::from(move |q: Option<String>| query_of(&MemberQuery { q, ..first.clone() }))
    };
    html! {
        <>
            <DirectorySearch to={Route::Members} id="members-q" label={text.t("members-search")} words={query.q.clone()} query={search} />
            <div class="cols cols-start">
                <div class="cols-main" aria-busy={found.is_busy.then_some("true")}>
                    { load(&found, |page| if page.items.is_empty() {
                        html! {
                            <EmptyState title={text.t("members-none")}>
                                <p>{ text.t("members-none-text") }</p>
                                <p><Link class="btn btn-2" to={Route::Members}>{ text.t("filters-clear") }</Link></p>
                            </EmptyState>
                        }
                    } else {
                        let next = page.next.clone().map(|after| query_of(&MemberQuery { after: Some(after), ..query.clone() }));
                        html! {
                            <>
                                <ol class="entries">{ for page.items.iter().map(|member| entry(&text, member)) }</ol>
                                <Pager to={Route::Members} first={query_of(&first)} {next} is_first={query.after.is_none()} />
                            </>
                        }
                    }) }
                </div>
                <aside><Facets query={first} /></aside>
            </div>
        </>
    }
}

fn entry(text: &Text, member: &MemberEntry) -> Html {
    html! {
        <li class="entry entry-start" key={member.summary.id.0}>
            { avatar(member.picture.as_deref(), &member.summary.name) }
            <div>
                <h2 class="entry-title"><Link to={Route::Member { id: member.summary.id.0 }}>{ &member.summary.name }</Link></h2>
                if let Some(organisation) = &member.summary.organisation { <p class="meta mb-3"><span>{ organisation }</span></p> }
                if !member.skills_offered.is_empty() {
                    <p class="t-s muted">{ text.t("skills-offered") }</p>
                    { skill_links(text, &member.skills_offered, "offered") }
                }
                if !member.skills_wanted.is_empty() {
                    <p class="t-s muted mt-2">{ text.t("skills-wanted") }</p>
                    { skill_links(text, &member.skills_wanted, "wanted") }
                }
            </div>
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct FacetsProps {
    query: MemberQuery,
}

#[component]
fn Facets(props: &FacetsProps) -> Html {
    let text = use_text();
    let query = &props.query;
    let direction = query.direction.unwrap_or(Direction::Offered);
    let skills = use_query(direction, |client, direction| async move {
        let asked = SkillQuery { direction: Some(direction), limit: Some(12), ..SkillQuery::default() };
        client.list_skills(&asked).await
    });
    let item = |words: AttrValue, to: MemberQuery, is_current: bool| {
        html! { <li><Link to={Route::Members} query={query_of(&to)} current={is_current}>{ words }</Link></li> }
    };
    let directions = [Direction::Offered, Direction::Wanted].map(|one| {
        let to = MemberQuery { direction: Some(one), skill: None, ..query.clone() };
        item(text.t(&format!("skills-{}", one.as_str())), to, direction == one)
    });
    let used =
        skills.ready().map(|found| found.iter().map(|one| one.skill.clone()).collect::<Vec<_>>()).unwrap_or_default();
    let is_chosen = |skill: &str| query.skill.as_deref().is_some_and(|chosen| chosen.eq_ignore_ascii_case(skill));
    // A skill that was chosen is shown though few have it.
    let chosen = query.skill.clone().filter(|chosen| !used.iter().any(|skill| skill.eq_ignore_ascii_case(chosen)));
    html! {
        <div class="flow flow-5">
            { facet("facet-direction", text.t("skills"), html! { <>{ for directions }</> }) }
            { facet("facet-skill", text.t("skill"), html! { <>
                { item(text.t("filter-any"), MemberQuery { skill: None, ..query.clone() }, query.skill.is_none()) }
                { for chosen.into_iter().chain(used.iter().cloned()).map(|skill| item(
                    skill.clone().into(),
                    MemberQuery { skill: Some(skill.clone()), direction: Some(direction), ..query.clone() },
                    is_chosen(&skill),
                )) }
            </> }) }
            { facet("facet-kind", text.t("organisation"), html! { <>
                { item(text.t("filter-any"), MemberQuery { kind: None, ..query.clone() }, query.kind.is_none()) }
                { for OrganisationKind::ALL.iter().map(|kind| item(
                    text.t(&format!("organisation-kind-{}", kind.as_str())),
                    MemberQuery { kind: Some(*kind), ..query.clone() },
                    query.kind == Some(*kind),
                )) }
            </> }) }
            { facet("facet-nation", text.t("nation"), html! { <>
                { item(text.t("filter-any"), MemberQuery { nation: None, ..query.clone() }, query.nation.is_none()) }
                { for NATIONS.iter().map(|nation| item(
                    text.t(&format!("nation-{}", nation.as_str())),
                    MemberQuery { nation: Some(*nation), ..query.clone() },
                    query.nation == Some(*nation),
                )) }
            </> }) }
        </div>
    }
}
