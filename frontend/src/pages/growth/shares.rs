//! The coverage as a map: the darker a region, the more of its libraries have joined.

use client::types::growth::CoverageOf;
use client::types::membership::Nation;
use yew::prelude::*;

use crate::hooks::use_text;

/// The regions of the outline: its id for each, and how the register writes its name. The other nations are one each.
const REGIONS: [(&str, Nation, &str); 12] = [
    ("UKC", Nation::England, "north east"),
    ("UKD", Nation::England, "north west"),
    ("UKE", Nation::England, "yorkshire"),
    ("UKF", Nation::England, "east midlands"),
    ("UKG", Nation::England, "west midlands"),
    ("UKH", Nation::England, "east of england"),
    ("UKI", Nation::England, "london"),
    ("UKJ", Nation::England, "south east"),
    ("UKK", Nation::England, "south west"),
    ("UKL", Nation::Wales, ""),
    ("UKM", Nation::Scotland, ""),
    ("UKN", Nation::NorthernIreland, ""),
];

/// What is covered.
#[derive(PartialEq, Properties)]
pub struct SharesProps {
    /// By region.
    pub regions: Vec<CoverageOf>,
    /// By nation.
    pub nations: Vec<CoverageOf>,
}

/// The coverage as a map; the tables beside it say the same in numbers.
#[component]
pub fn Shares(props: &SharesProps) -> Html {
    let text = use_text();
    html! {
        <figure>
            <svg class="shares" viewBox="0 0 640 1130" aria-hidden="true">
                { for REGIONS.iter().map(|(id, nation, name)| {
                    let rows = if name.is_empty() { &props.nations } else { &props.regions };
                    let found: Vec<_> = rows
                        .iter()
                        .filter(|row| row.nation == *nation && row.region.to_lowercase().starts_with(name))
                        .collect();
                    let (joined, libraries) = found.iter().fold((0, 0), |(joined, libraries), row| {
                        (joined + row.counts.joined, libraries + row.counts.libraries)
                    });
                    html! { <use key={*id} href={format!("/outline.svg#{id}")} class={step(joined, libraries)} /> }
                }) }
            </svg>
            <figcaption class="hint mt-2">{ text.t("coverage-map") }</figcaption>
        </figure>
    }
}

/// How dark a region is: not at all without anybody, then up to two, five and ten of a hundred, and more.
const fn step(joined: i64, libraries: i64) -> &'static str {
    if joined == 0 || libraries == 0 {
        return "share-0";
    }
    match joined * 100 / libraries {
        ..=2 => "share-1",
        3..=5 => "share-2",
        6..=10 => "share-3",
        _ => "share-4",
    }
}
