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
    let shares = REGIONS.map(|(_, nation, name)| {
        let rows = if name.is_empty() { &props.nations } else { &props.regions };
        let found = rows.iter().filter(|row| row.nation == nation && row.region.to_lowercase().starts_with(name));
        let (joined, libraries) = found
            .fold((0, 0), |(joined, libraries), row| (joined + row.counts.joined, libraries + row.counts.libraries));
        joined * 1000 / libraries.max(1)
    });
    let most = shares.into_iter().max().unwrap_or_default();
    html! {
        <figure>
            <svg class="shares" viewBox="0 0 640 1130" aria-hidden="true">
                { for REGIONS.iter().zip(shares).map(|((id, ..), share)| {
                    html! { <use key={*id} href={format!("/outline.svg#{id}")} class={step(share, most)} /> }
                }) }
            </svg>
            <figcaption class="hint mt-2">{ text.t("coverage-map") }</figcaption>
        </figure>
    }
}

/// How dark a region is: not at all without anybody, then in quarters of the best covered region's share, so that
/// regions differ while the network is small and when it has grown.
const fn step(share: i64, most: i64) -> &'static str {
    match share * 4 {
        0 => "share-0",
        part if part <= most => "share-1",
        part if part <= most * 2 => "share-2",
        part if part <= most * 3 => "share-3",
        _ => "share-4",
    }
}
