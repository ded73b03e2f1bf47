//! How long one waits between two posts where it is slow.

use yew::prelude::*;

use crate::text::Text;

/// The times to choose from, in seconds.
const TIMES: [(&str, &str); 6] = [
    ("0", "slow-mode-none"),
    ("60", "slow-mode-minute"),
    ("300", "slow-mode-minutes"),
    ("3600", "slow-mode-hour"),
    ("21600", "slow-mode-hours"),
    ("86400", "slow-mode-day"),
];

/// The times to choose from: value and words.
pub fn slow_modes(text: &Text) -> Vec<(AttrValue, AttrValue)> {
    TIMES.iter().map(|(value, words)| (AttrValue::Static(value), text.t(words))).collect()
}
