//! Which applications are listed and what is shown of them.

use client::types::MemberId;
use client::types::accounts::MemberSummary;
use client::types::membership::{ApplicationColumn, ApplicationQuery, ApplicationView, OrganisationKind};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::{Button, Link, SelectField, TextField, error_text, go, query_of, use_toast};
use crate::hooks::{use_mutation, use_session, use_text};
use crate::pages::membership::NATIONS;
use crate::routes::Route;

/// What is in force.
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    /// The filters, on the first page.
    pub query: ApplicationQuery,
    /// What is saved.
    pub view: ApplicationView,
    /// Called with what is saved anew.
    pub saved: Callback<ApplicationView>,
    /// The staff.
    pub staff: Vec<MemberSummary>,
}

/// The filters of the queue, and its columns.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let text = use_text();
    let navigator = use_navigator();
    let session = use_session();
    let query = &props.query;
    let words = use_state(|| query.q.clone().unwrap_or_default());
    let kind = use_state(|| query.member_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default());
    let nation = use_state(|| query.nation.map(|nation| nation.as_str().to_owned()).unwrap_or_default());
    let assignee = use_state(|| match (query.is_unassigned, query.assignee_id) {
        (Some(true), _) => "nobody".to_owned(),
        (_, Some(id)) => id.to_string(),
        _ => String::new(),
    });
    let double = use_state(|| query.may_be_double.map(|is_double| is_double.to_string()).unwrap_or_default());
    let chosen = ApplicationQuery {
        q: Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
        member_type: OrganisationKind::named(&kind),
        nation: NATIONS.into_iter().find(|one| one.as_str() == nation.as_str()),
        assignee_id: assignee.parse().ok().map(MemberId),
        is_unassigned: (assignee.as_str() == "nobody").then_some(true),
        may_be_double: double.parse().ok(),
        ..query.clone()
    };
    let onsubmit = {
        let chosen = chosen.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(navigator) = &navigator {
                go(navigator, &Route::AdminApplications, &query_of(&chosen));
            }
        })
    };
    let any = || (AttrValue::default(), text.t("filter-any"));
    let kinds = OrganisationKind::ALL
        .iter()
        .map(|kind| (AttrValue::from(kind.as_str()), text.t(&format!("member-type-{}", kind.as_str()))));
    let nations =
        NATIONS.iter().map(|nation| (AttrValue::from(nation.as_str()), text.t(&format!("nation-{}", nation.as_str()))));
    let me = session.member.as_ref().map(|member| member.id);
    let people = props.staff.iter().map(|person| {
        let name = if Some(person.id) == me { text.t("filter-me") } else { person.name.clone().into() };
        (AttrValue::from(person.id.to_string()), name)
    });
    let doubles = [("true", "filter-double"), ("false", "filter-no-double")];
    let doubles = doubles.map(|(value, message)| (AttrValue::from(value), text.t(message)));
    let is_filtered = *query != ApplicationQuery { status: query.status, ..ApplicationQuery::default() };
    html! {
        <details class="mb-4" open={is_filtered}>
            <summary class="strong">{ text.t("filters-and-columns") }</summary>
            <form class="flow mt-4" role="search" aria-label={text.t("filters-title")} {onsubmit}>
                <TextField id="filter-q" label={text.t("filter-words")} value={words} />
                <SelectField id="filter-kind" label={text.t("join-type-short")} value={kind} options={std::iter::once(any()).chain(kinds).collect::<Vec<_>>()} />
                <SelectField id="filter-nation" label={text.t("nation")} value={nation} options={std::iter::once(any()).chain(nations).collect::<Vec<_>>()} />
                <SelectField id="filter-assignee" label={text.t("assignee")} value={assignee}
                    options={[any(), ("nobody".into(), text.t("nobody"))].into_iter().chain(people).collect::<Vec<_>>()} />
                <SelectField id="filter-double" label={text.t("filter-doubles")} value={double} options={std::iter::once(any()).chain(doubles).collect::<Vec<_>>()} />
                <p class="row">
                    <Button class="btn-small" submit=true>{ text.t("apply") }</Button>
                    if is_filtered {
                        <Link to={Route::AdminApplications} query={query_of(&[("status", "submitted")])}>{ text.t("filters-clear") }</Link>
                    }
                </p>
            </form>
            <Columns view={props.view.clone()} {chosen} saved={props.saved.clone()} />
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct ColumnsProps {
    view: ApplicationView,
    chosen: ApplicationQuery,
    saved: Callback<ApplicationView>,
}

/// What is shown of each application; saved with the filters for the next time.
#[component]
fn Columns(props: &ColumnsProps) -> Html {
    let text = use_text();
    let toast = use_toast();
    let columns = use_state(|| props.view.columns.clone());
    let save = {
        let (saved, words) = (props.saved.clone(), text.t("view-saved"));
        use_mutation(
            |client, view: ApplicationView| async move { client.save_application_view(&view).await },
            Callback::from(move |view: ApplicationView| {
                saved.emit(view);
                toast.emit(words.clone());
            }),
        )
    };
    let onclick = {
        let (columns, run, query) = (columns.clone(), save.run.clone(), props.chosen.clone());
        Callback::from(move |_: MouseEvent| {
            run.emit(ApplicationView { columns: (*columns).clone(), query: query.clone() });
        })
    };
    html! {
        <fieldset class="mt-4 flow">
            <legend class="label">{ text.t("columns") }</legend>
            <div class="choices">
                { for ApplicationColumn::ALL.iter().map(|column| {
                    let id = format!("column-{}", column.as_str());
                    let onchange = {
                        let (columns, column) = (columns.clone(), *column);
                        Callback::from(move |event: Event| {
                            let is_wanted = event.target_unchecked_into::<HtmlInputElement>().checked();
                            let wanted = |one: &ApplicationColumn| if *one == column { is_wanted } else { columns.contains(one) };
                            columns.set(ApplicationColumn::ALL.iter().copied().filter(wanted).collect());
                        })
                    };
                    html! {
                        <div class="choice">
                            <input type="checkbox" id={id.clone()} checked={columns.contains(column)} {onchange} />
                            <label for={id}>{ text.t(&format!("column-{}", column.as_str())) }</label>
                        </div>
                    }
                }) }
            </div>
            if let Some(error) = &save.error { <p class="error" role="alert">{ error_text(&text, error) }</p> }
            <p><Button class="btn-2 btn-small" busy={save.is_busy} {onclick}>{ text.t("view-save") }</Button></p>
        </fieldset>
    }
}
