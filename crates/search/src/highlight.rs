//! Which part of a text to show, and which words in it match.

use crate::Segment;
use crate::analysis::{Word, stemmed, whole, words};
use crate::query::{Words, slips};

/// About how long an excerpt is, in bytes.
const EXCERPT: usize = 220;

/// A text in runs, whole.
pub(crate) fn title(query: &Words, text: &str, with_slips: bool) -> Vec<Segment> {
    segments(text, 0, text.len(), &matches(query, text, with_slips))
}

/// The part of a text in which the most words match, in runs.
pub(crate) fn excerpt(query: &Words, text: &str, with_slips: bool) -> Vec<Segment> {
    let matches = matches(query, text, with_slips);
    let from = best_start(text, &matches);
    let to = (from + EXCERPT).min(text.len());
    let from = boundary(text, from);
    let to = if to == text.len() { to } else { boundary(text, to) };
    let mut runs = segments(text, from, to, &matches);
    if from > 0 {
        runs.insert(0, Segment { text: "… ".into(), hit: false });
    }
    if to < text.len() {
        runs.push(Segment { text: " …".into(), hit: false });
    }
    runs
}

/// The places of the words that match.
fn matches(query: &Words, text: &str, with_slips: bool) -> Vec<(usize, usize)> {
    let (mut stemmed, mut whole) = (stemmed(), whole());
    let stems = words(&mut stemmed, text);
    let wholes = words(&mut whole, text);
    let last = query.wholes.len().saturating_sub(1);
    let is_match = |stem: &Word, whole: &Word| {
        query.stems.iter().zip(&query.wholes).enumerate().any(|(place, (wanted, typed))| {
            stem.text == *wanted
                || (place == last && query.last_is_open && typed.len() > 1 && whole.text.starts_with(typed.as_str()))
                || (with_slips && slips(typed) > 0 && distance(typed, &whole.text) <= usize::from(slips(typed)))
        })
    };
    stems
        .iter()
        .zip(&wholes)
        .filter(|(stem, whole)| is_match(stem, whole))
        .map(|(stem, _)| (stem.from, stem.to))
        .collect()
}

/// Where the window begins that holds the most matches: a little before its first.
fn best_start(text: &str, matches: &[(usize, usize)]) -> usize {
    let mut best = (0, 0);
    for (place, (from, _)) in matches.iter().enumerate() {
        let held = matches.iter().skip(place).take_while(|(_, to)| *to <= from + EXCERPT * 3 / 4).count();
        if held > best.0 {
            best = (held, *from);
        }
    }
    let start = best.1.saturating_sub(EXCERPT / 4);
    if best.1 < EXCERPT / 2 || text.len() <= EXCERPT { 0 } else { start.min(text.len().saturating_sub(EXCERPT)) }
}

/// The beginning of the first word at or after a place, so that no word and no character is cut.
fn boundary(text: &str, place: usize) -> usize {
    if place == 0 {
        return 0;
    }
    let mut place = place;
    while !text.is_char_boundary(place) {
        place += 1;
    }
    text[place..].find(char::is_whitespace).map_or(text.len(), |space| place + space)
}

/// The runs of a part of a text.
fn segments(text: &str, from: usize, to: usize, matches: &[(usize, usize)]) -> Vec<Segment> {
    let mut runs = Vec::new();
    let mut at = from;
    let mut push = |part: &str, hit| {
        if !part.is_empty() {
            runs.push(Segment { text: part.into(), hit });
        }
    };
    for (start, end) in matches.iter().filter(|(start, end)| *start >= from && *end <= to) {
        push(&text[at..*start], false);
        push(&text[*start..*end], true);
        at = *end;
    }
    push(&text[at..to.max(at)], false);
    runs
}

/// The number of slips between two words (Damerau and Levenshtein, neighbours swapped count once).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, left) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, right) in other.iter().enumerate() {
            let mut least = (row[j + 1] + 1).min(next[j] + 1).min(row[j] + usize::from(left != right));
            if i > 0 && j > 0 && *left == other[j - 1] && one[i - 1] == *right {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}
