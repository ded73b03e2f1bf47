//! How far the network covers the country: against the goal, month by month, place by place.

use chrono::Datelike;
use client::types::accounts::Role;
use client::types::growth::{Coverage, CoverageOf, ProspectQuery};
use yew::prelude::*;

use super::shares::Shares;
use crate::components::{EmptyState, Gate, Link, load, query_of};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// How far the network covers the country.
#[component]
pub fn CoveragePage() -> Html {
    let text = use_text();
    use_title(text.t("coverage-title"));
    html! { <Gate role={Role::Admin}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let text = use_text();
    let coverage = use_query((), |client, ()| async move { client.get_coverage().await });
    html! {
        <>
            <div class="pagehead"><div><h1>{ text.t("coverage-title") }</h1><p class="lead">{ text.t("coverage-lead") }</p></div></div>
            <div class="mb-7" aria-busy={coverage.is_busy.then_some("true")}>
                { load(&coverage, |coverage| html! { <Told coverage={coverage.clone()} /> }) }
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct ToldProps {
    coverage: Coverage,
}

#[component]
fn Told(props: &ToldProps) -> Html {
    let text = use_text();
    let coverage = &props.coverage;
    let all = coverage.all;
    let goal = i64::from(coverage.goal.max(1));
    html! {
        <div class="flow flow-7">
            <section aria-labelledby="goal-title" class="flow">
                <h2 id="goal-title">{ text.with("coverage-goal", &[("joined", &all.joined.to_string()), ("goal", &goal.to_string())]) }</h2>
                { meter(all.joined, goal) }
                <p>{ text.with("coverage-register", &[
                    ("libraries", &all.libraries.to_string()), ("share", &all.share.to_string()),
                ]) }</p>
                <p class="row">
                    <Link class="btn btn-2" to={Route::AdminProspects}>{ text.t("coverage-prospects") }</Link>
                    <Link to={Route::AdminSettings}>{ text.t("coverage-change-goal") }</Link>
                </p>
            </section>
            <Months coverage={coverage.clone()} />
            <section aria-labelledby="nations-title" class="flow">
                <h2 id="nations-title">{ text.t("coverage-places") }</h2>
                if all.libraries == 0 {
                    <EmptyState title={text.t("coverage-none")}>
                        <p>{ text.t("coverage-none-text") }</p>
                        <p><Link class="btn btn-2" to={Route::AdminLibraries}>{ text.t("register-title") }</Link></p>
                    </EmptyState>
                } else {
                    <div class="split">
                        <Shares regions={coverage.regions.clone()} nations={coverage.nations.clone()} />
                        <div class="flow flow-5">
                            { table(&text, "coverage-by-nation", &coverage.nations) }
                            { table(&text, "coverage-by-region", &coverage.regions) }
                        </div>
                    </div>
                    <details>
                        <summary class="strong">{ text.t("coverage-by-authority") }</summary>
                        <div class="mt-4">{ table(&text, "coverage-by-authority", &coverage.authorities) }</div>
                    </details>
                }
            </section>
            <section aria-labelledby="referrers-title" class="flow">
                <h2 id="referrers-title">{ text.t("coverage-referrers") }</h2>
                if coverage.referrers.is_empty() {
                    <EmptyState title={text.t("coverage-referrers-none")}><p>{ text.t("coverage-referrers-none-text") }</p></EmptyState>
                } else {
                    <ol class="bars narrow">{ for coverage.referrers.iter().map(|referrer| html! {
                        <li key={referrer.member.id.0} class="row row-apart">
                            <span>
                                <b>{ &referrer.member.name }</b>
                                if let Some(organisation) = &referrer.member.organisation { { ", " }{ organisation } }
                            </span>
                            <span>{ text.count("coverage-brought", referrer.organisation_count) }</span>
                        </li>
                    }) }</ol>
                }
            </section>
        </div>
    }
}

/// A bar of so much of the whole. It says nothing that does not stand beside it in words.
fn meter(part: i64, whole: i64) -> Html {
    let share = (part * 100 / whole.max(1)).clamp(0, 100);
    html! { <svg class="meter" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width={share.to_string()} height="1" /></svg> }
}

fn table(text: &Text, caption: &str, rows: &[CoverageOf]) -> Html {
    let head = |message: &str| html! { <th scope="col" class="num">{ text.t(message) }</th> };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text.t(caption)}>
            <table class="table table-wide cover">
                <caption>{ text.t(caption) }</caption>
                <thead><tr>
                    <th scope="col">{ text.t("coverage-place") }</th>
                    <th scope="col">{ text.t("coverage-share") }</th>
                    { head("coverage-libraries") }{ head("coverage-joined") }{ head("coverage-applied") }{ head("coverage-contacted") }
                </tr></thead>
                <tbody>{ for rows.iter().map(|row| {
                    let counts = row.counts;
                    let nation = text.t(&format!("nation-{}", row.nation.as_str()));
                    let name = [row.authority.as_str(), row.region.as_str()].into_iter().find(|name| !name.is_empty());
                    let to = ProspectQuery {
                        nation: Some(row.nation),
                        region: Some(row.region.clone()).filter(|name| !name.is_empty()),
                        authority: Some(row.authority.clone()).filter(|name| !name.is_empty()),
                        ..ProspectQuery::default()
                    };
                    html! {
                        <tr key={format!("{nation} {} {}", row.region, row.authority)}>
                            <th scope="row"><Link to={Route::AdminProspects} query={query_of(&to)}>{ name.map_or_else(|| nation.to_string(), str::to_owned) }</Link></th>
                            <td>{ meter(counts.joined, counts.libraries) }{ text.with("coverage-percent", &[("share", &counts.share.to_string())]) }</td>
                            <td class="num">{ counts.libraries }</td>
                            <td class="num">{ counts.joined }</td>
                            <td class="num">{ counts.applied }</td>
                            <td class="num">{ counts.contacted }</td>
                        </tr>
                    }
                }) }</tbody>
            </table>
        </div>
    }
}

/// How many libraries joined in each of the last twelve months: bars, and the same as a table.
#[component]
fn Months(props: &ToldProps) -> Html {
    let text = use_text();
    let months = &props.coverage.months;
    let most = months.iter().map(|month| month.joined).max().unwrap_or_default().max(1);
    let name = |month: chrono::NaiveDate| format!("{} {}", text.t(&format!("month-{}", month.month())), month.year());
    html! {
        <section aria-labelledby="months-title" class="flow">
            <h2 id="months-title">{ text.t("coverage-months") }</h2>
            <svg class="chart" viewBox="0 0 720 200" aria-hidden="true">
                <path d="M0 170H720" />
                { for months.iter().zip(0_i64..).map(|(month, place)| {
                    let height = month.joined * 140 / most;
                    let (left, middle) = (place * 60 + 10, place * 60 + 30);
                    html! {
                        <g key={place}>
                            <rect class="bar" x={left.to_string()} y={(170 - height).to_string()} width="40" height={height.to_string()} />
                            <text class="strong" x={middle.to_string()} y={(164 - height).to_string()} text-anchor="middle">{ month.joined }</text>
                            <text x={middle.to_string()} y="190" text-anchor="middle">{ format!("{:02}/{:02}", month.month.month(), month.month.year() % 100) }</text>
                        </g>
                    }
                }) }
            </svg>
            <details>
                <summary>{ text.t("coverage-as-table") }</summary>
                <table class="table narrow mt-4">
                    <caption>{ text.t("coverage-months") }</caption>
                    <thead><tr><th scope="col">{ text.t("coverage-month") }</th><th scope="col" class="num">{ text.t("coverage-joined") }</th></tr></thead>
                    <tbody>{ for months.iter().map(|month| html! {
                        <tr key={month.month.to_string()}><th scope="row">{ name(month.month) }</th><td class="num">{ month.joined }</td></tr>
                    }) }</tbody>
                </table>
            </details>
        </section>
    }
}
