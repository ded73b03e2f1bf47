//! What lists by name have in common: finding by words, and going on after a row.

use sea_orm::sea_query::{LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use crate::error::Error;
use crate::text;

/// More words than this are not looked for: nobody types them, and each costs a scan.
const WORDS: usize = 10;

/// That every word of a text occurs in a column.
pub(crate) fn every_word<C: ColumnTrait>(column: C, q: Option<&str>) -> Condition {
    words(q)
        .iter()
        .fold(Condition::all(), |condition, word| condition.add(column.like(LikeExpr::new(contains(word)).escape('!'))))
}

/// The words of a text that something is to be found by.
pub(super) fn words(q: Option<&str>) -> Vec<String> {
    text::fold(q.unwrap_or_default()).split_whitespace().take(WORDS).map(str::to_owned).collect()
}

/// What comes after a row in the order of name and id.
pub(crate) fn after<C: ColumnTrait>(name: C, id: C, last_name: &str, last_id: i64) -> Condition {
    let further: SimpleExpr = id.gt(last_id);
    Condition::any().add(name.gt(last_name)).add(Condition::all().add(name.eq(last_name)).add(further))
}

/// A cursor that leads nowhere.
pub(crate) fn no_such_cursor() -> Error {
    Error::field("after", "invalid", "Take the cursor from the page before, as it was given.")
}

/// A filter by a text, if there is one: a form's empty field filters nothing.
pub(crate) fn wanted(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The pattern for texts that contain a word, with `!` before what would be a wildcard: unlike the
/// backslash it is written alike on both engines.
pub(crate) fn contains(word: &str) -> String {
    let mut pattern = String::from("%");
    for character in word.chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}
