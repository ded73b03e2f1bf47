//! Dates in the words of the language: today, yesterday, then the day.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use yew::prelude::*;

use crate::hooks::{now, offset_minutes};
use crate::text::Text;

/// A moment, as people say it, in the time of the reader's device.
pub fn date(text: &Text, at: DateTime<Utc>) -> Html {
    let local = |moment: DateTime<Utc>| moment.naive_utc() + Duration::minutes(offset_minutes(moment));
    let words = words(text, local(at), now().map(local));
    html! { <time datetime={at.to_rfc3339()}>{ words }</time> }
}

/// A day with its year.
pub fn day(text: &Text, at: NaiveDate) -> Html {
    html! { <time datetime={at.to_string()}>{ words(text, at.and_time(NaiveTime::MIN), None) }</time> }
}

fn words(text: &Text, at: NaiveDateTime, now: Option<NaiveDateTime>) -> AttrValue {
    let day = at.day().to_string();
    let month = text.t(&format!("month-{}", at.month()));
    let days_ago = now.map(|now| (now.date() - at.date()).num_days());
    match days_ago {
        Some(0) => text.with("date-today", &[("time", &clock(text, at))]),
        Some(1) => text.t("date-yesterday"),
        _ if now.is_some_and(|now| now.year() == at.year()) => {
            let weekday = text.t(&format!("weekday-{}", at.weekday().number_from_monday()));
            text.with("date-day", &[("weekday", &weekday), ("day", &day), ("month", &month)])
        }
        _ => text.with("date-year", &[("day", &day), ("month", &month), ("year", &at.year().to_string())]),
    }
}

/// The time of day of a moment, in the time of the reader's device.
pub fn time_of_day(text: &Text, at: DateTime<Utc>) -> AttrValue {
    clock(text, at.naive_utc() + Duration::minutes(offset_minutes(at)))
}

/// A time of day, such as 9.12am.
fn clock(text: &Text, at: NaiveDateTime) -> AttrValue {
    let (is_afternoon, hour) = at.hour12();
    let time = if at.minute() == 0 { hour.to_string() } else { format!("{hour}.{:02}", at.minute()) };
    text.with(if is_afternoon { "time-pm" } else { "time-am" }, &[("time", &time)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_moment_is_told_as_people_say_it() {
        let text = Text::new(Language::English, &crate::text::Messages::ALL);
        let at =
            |day, hour, minute| NaiveDate::from_ymd_opt(2026, 3, day).unwrap().and_hms_opt(hour, minute, 0).unwrap();
        let now = Some(at(10, 15, 0));
        assert_eq!(words(&text, at(10, 9, 12), now), "today, 9.12am");
        assert_eq!(words(&text, at(10, 14, 0), now), "today, 2pm");
        assert_eq!(words(&text, at(9, 23, 59), now), "yesterday");
        assert_eq!(words(&text, at(8, 10, 0), now), "Sunday 8 March");
        assert_eq!(words(&text, at(8, 10, 0), None), "8 March 2026");
    }
}
