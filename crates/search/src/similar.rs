//! Documents whose titles are about the same as a title: what was asked already, while somebody still types.

use tantivy::Term;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{Result, Searcher, TantivyDocument};

use crate::query::Words;
use crate::schema::Fields;
use crate::{Kind, Visibility};

/// Something that is about the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Similar {
    /// What it is.
    pub kind: Kind,
    /// Its id among its kind.
    pub id: i64,
    /// Whether most of the words of the one title are in the other: it may well be the same thing.
    pub is_close: bool,
}

/// The documents of some kinds that are most like a title, the best first. Unlike a search it asks for some of the
/// words only: people say the same thing in different words.
pub(crate) fn similar(
    searcher: &Searcher,
    fields: &Fields,
    title: &str,
    kinds: &[Kind],
    visible: &[Visibility],
    limit: usize,
) -> Result<Vec<Similar>> {
    let words = Words::of(title);
    if words.stems.is_empty() || kinds.is_empty() || visible.is_empty() || limit == 0 {
        return Ok(Vec::new());
    }
    let query = BooleanQuery::new(vec![
        (Occur::Must, Box::new(some_of(fields, &words)) as Box<dyn Query>),
        (Occur::Must, any(kinds.iter().map(|kind| Term::from_field_u64(fields.kind, kind.code())))),
        (Occur::Must, any(visible.iter().map(|class| Term::from_field_u64(fields.visibility, class.code())))),
    ]);
    let found = searcher.search(&query, &TopDocs::with_limit(limit).order_by_score())?;
    let mut similar = Vec::with_capacity(found.len());
    for (_, address) in found {
        let document: TantivyDocument = searcher.doc(address)?;
        let value = |field| document.get_first(field);
        let kind = value(fields.kind).and_then(|value| value.as_u64()).and_then(Kind::from_code);
        let id = value(fields.id).and_then(|value| value.as_i64());
        let shown = value(fields.shown_title).and_then(|value| value.as_str()).unwrap_or_default();
        if let (Some(kind), Some(id)) = (kind, id) {
            similar.push(Similar { kind, id, is_close: is_close(&words, &Words::of(shown)) });
        }
    }
    Ok(similar)
}

/// One of a few words, two of up to six, a third of more.
const fn needed(count: usize) -> usize {
    match count {
        0..=3 => 1,
        4..=6 => 2,
        _ => count.div_ceil(3),
    }
}

/// A query that some of the words meet; those of the title count most, and rare words more than common ones.
fn some_of(fields: &Fields, words: &Words) -> BooleanQuery {
    let term = |field, text: &str| TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs);
    let boosted = |query: Box<dyn Query>, boost: f32| -> (Occur, Box<dyn Query>) {
        (Occur::Should, Box::new(BoostQuery::new(query, boost)))
    };
    let last = words.stems.len().saturating_sub(1);
    let clauses = words.stems.iter().zip(&words.wholes).enumerate().map(|(place, (stem, whole))| {
        let mut ways = vec![
            boosted(Box::new(term(fields.title, stem)), 4.0),
            boosted(Box::new(term(fields.tags, stem)), 1.5),
            boosted(Box::new(term(fields.body, stem)), 0.5),
        ];
        // The last word may still be unfinished.
        if place == last && words.last_is_open && whole.len() > 2 {
            let begins = FuzzyTermQuery::new_prefix(Term::from_field_text(fields.whole, whole), 0, true);
            ways.push(boosted(Box::new(begins), 0.5));
        }
        (Occur::Should, Box::new(BooleanQuery::new(ways)) as Box<dyn Query>)
    });
    BooleanQuery::with_minimum_required_clauses(clauses.collect(), needed(words.stems.len()))
}

fn any(terms: impl Iterator<Item = Term>) -> Box<dyn Query> {
    let clauses = terms.map(|term| {
        let term = TermQuery::new(term, IndexRecordOption::Basic);
        (Occur::Should, Box::new(ConstScoreQuery::new(Box::new(term), 0.0)) as Box<dyn Query>)
    });
    Box::new(BooleanQuery::new(clauses.collect()))
}

/// Whether at least two words, and half of the shorter title's, are in both.
fn is_close(asked: &Words, found: &Words) -> bool {
    let shared = asked.stems.iter().filter(|stem| found.stems.contains(stem)).count();
    let shorter = asked.stems.len().min(found.stems.len());
    shared >= 2 && shared * 2 >= shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_close_when_they_share_most_of_their_words() {
        let close = |one: &str, other: &str| is_close(&Words::of(one), &Words::of(other));
        assert!(close("What did you refuse in your lease?", "Which repairs did you refuse in a lease"));
        assert!(close("Which repairs did you refuse in a lease?", "What did you refuse to take on in your lease?"));
        assert!(!close("What did you refuse in your lease?", "Is there a lease for a kiosk or for a kitchen?"));
        assert!(!close("Lease", "Lease"), "one word says too little");
    }
}
