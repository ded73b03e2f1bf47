//! From what people type to what the engine looks for.

use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, PhraseQuery, Query as EngineQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use crate::analysis::{is_stop_word, stemmed, whole, words};
use crate::schema::Fields;
use crate::{Kind, Query};

/// Only so many characters and words of a query are looked at.
const CHARACTERS: usize = 400;
const TERMS: usize = 16;

/// The words of a query.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// The stems of the words.
    pub(crate) stems: Vec<String>,
    /// The words whole, in the same order.
    pub(crate) wholes: Vec<String>,
    /// Stems that must stand together.
    phrases: Vec<Vec<String>>,
    /// Whether the last word may be unfinished.
    pub(crate) last_is_open: bool,
}

impl Words {
    /// Reads the words of a text as typed.
    pub(crate) fn of(text: &str) -> Self {
        let text: String = text.chars().take(CHARACTERS).collect();
        let (mut stemmed, mut whole) = (stemmed(), whole());
        let mut found =
            Self { last_is_open: text.chars().last().is_some_and(char::is_alphanumeric), ..Self::default() };
        let stems = words(&mut stemmed, &text);
        let wholes = words(&mut whole, &text);
        let pairs: Vec<(String, String)> =
            stems.into_iter().zip(wholes).map(|(stem, whole)| (stem.text, whole.text)).take(TERMS).collect();
        let says_something = pairs.iter().any(|(_, whole)| !is_stop_word(whole));
        let last = pairs.len().saturating_sub(1);
        for (place, (stem, whole)) in pairs.into_iter().enumerate() {
            if says_something && is_stop_word(&whole) {
                found.last_is_open &= place != last;
                continue;
            }
            if !found.stems.contains(&stem) {
                found.stems.push(stem);
                found.wholes.push(whole);
            } else if place == last {
                found.last_is_open = false;
            }
        }
        // Every second piece between double quotes stood inside a pair of them.
        let pieces: Vec<&str> = text.split('"').collect();
        for piece in pieces.iter().skip(1).step_by(2).take(if pieces.len() > 2 { 4 } else { 0 }) {
            let phrase: Vec<String> =
                words(&mut stemmed, piece).into_iter().map(|word| word.text).take(TERMS).collect();
            if phrase.len() > 1 {
                found.phrases.push(phrase);
            }
        }
        found
    }
}

/// How far a word may be from what was typed: one slip from four letters on, two from eight.
pub(crate) fn slips(word: &str) -> u8 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

fn boosted(query: impl EngineQuery, boost: f32) -> (Occur, Box<dyn EngineQuery>) {
    (Occur::Should, Box::new(BoostQuery::new(Box::new(query), boost)))
}

fn term(field: Field, text: &str) -> TermQuery {
    TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs)
}

/// The words as a query: as typed, or with slips allowed.
pub(crate) fn matching(fields: &Fields, words: &Words, with_slips: bool) -> Option<BooleanQuery> {
    if words.stems.is_empty() {
        return None;
    }
    let count = words.stems.len();
    let clauses: Vec<(Occur, Box<dyn EngineQuery>)> = words
        .stems
        .iter()
        .zip(&words.wholes)
        .enumerate()
        .map(|(place, (stem, whole))| {
            let mut ways = vec![
                boosted(term(fields.title, stem), 3.0),
                boosted(term(fields.tags, stem), 2.0),
                boosted(term(fields.body, stem), 1.0),
            ];
            if place + 1 == count && words.last_is_open && whole.len() > 1 {
                ways.push(boosted(
                    FuzzyTermQuery::new_prefix(Term::from_field_text(fields.whole, whole), 0, true),
                    0.5,
                ));
            }
            if with_slips && slips(whole) > 0 {
                ways.push(boosted(
                    FuzzyTermQuery::new(Term::from_field_text(fields.whole, whole), slips(whole), true),
                    0.5,
                ));
            }
            (Occur::Should, Box::new(BooleanQuery::new(ways)) as Box<dyn EngineQuery>)
        })
        .collect();
    // One or two words must all match; of more, about two in three.
    let needed = if count <= 2 { count } else { (count * 2).div_ceil(3) };
    let any = BooleanQuery::with_minimum_required_clauses(clauses, needed);
    let mut all: Vec<(Occur, Box<dyn EngineQuery>)> = vec![(Occur::Must, Box::new(any))];
    for phrase in &words.phrases {
        let together = |field: Field| -> (Occur, Box<dyn EngineQuery>) {
            let terms = phrase.iter().map(|stem| Term::from_field_text(field, stem)).collect();
            (Occur::Should, Box::new(PhraseQuery::new(terms)))
        };
        all.push((Occur::Must, Box::new(BooleanQuery::new(vec![together(fields.title), together(fields.body)]))));
    }
    Some(BooleanQuery::new(all))
}

/// A query within what the viewer may see and has asked for.
pub(crate) fn restricted(fields: &Fields, matching: BooleanQuery, query: &Query, kind: Option<Kind>) -> BooleanQuery {
    let filter = |term: Term| -> Box<dyn EngineQuery> {
        let term = TermQuery::new(term, IndexRecordOption::Basic);
        Box::new(tantivy::query::ConstScoreQuery::new(Box::new(term), 0.0))
    };
    let visible = query
        .visible
        .iter()
        .map(|class| (Occur::Should, filter(Term::from_field_u64(fields.visibility, class.code()))));
    let mut clauses: Vec<(Occur, Box<dyn EngineQuery>)> =
        vec![(Occur::Must, Box::new(matching)), (Occur::Must, Box::new(BooleanQuery::new(visible.collect())))];
    if let Some(shelf) = &query.shelf {
        clauses.push((Occur::Must, filter(Term::from_field_text(fields.shelf, shelf))));
    }
    if let Some(kind) = kind {
        clauses.push((Occur::Must, filter(Term::from_field_u64(fields.kind, kind.code()))));
    }
    BooleanQuery::new(clauses)
}
