//! Checking the columns that count, which lists show, against what they count.

use sea_orm::{ConnectionTrait, Statement};

use crate::deps::Deps;
use crate::error::Result;

/// What is counted, and the query that gives every row's id, kept count and true count.
const COUNTS: [(&str, &str); 8] = [
    (
        "answers to question",
        "SELECT q.id AS id, q.answer_count AS kept, \
         (SELECT COUNT(*) FROM answers a WHERE a.question_id = q.id) AS counted FROM questions q",
    ),
    (
        "score of question",
        "SELECT q.id AS id, q.score AS kept, \
         (SELECT COALESCE(SUM(v.value), 0) FROM question_votes v WHERE v.question_id = q.id) AS counted \
         FROM questions q",
    ),
    (
        "score of answer",
        "SELECT a.id AS id, a.score AS kept, \
         (SELECT COALESCE(SUM(v.value), 0) FROM answer_votes v WHERE v.answer_id = a.id) AS counted \
         FROM answers a",
    ),
    (
        "accepted answer of question",
        "SELECT q.id AS id, COALESCE(q.accepted_answer_id, 0) AS kept, \
         (SELECT COALESCE(MAX(a.id), 0) FROM answers a WHERE a.question_id = q.id AND a.is_accepted) AS counted \
         FROM questions q",
    ),
    (
        "things on shelf",
        "SELECT s.id AS id, s.item_count AS kept, \
         (SELECT COUNT(*) FROM questions q WHERE q.shelf_id = s.id) \
         + (SELECT COUNT(*) FROM resources r WHERE r.shelf_id = s.id) AS counted FROM shelves s",
    ),
    (
        "things with tag",
        "SELECT t.id AS id, t.item_count AS kept, \
         (SELECT COUNT(*) FROM question_tags q WHERE q.tag_id = t.id) \
         + (SELECT COUNT(*) FROM resource_tags r WHERE r.tag_id = t.id) AS counted FROM tags t",
    ),
    (
        "people of organisation",
        "SELECT o.id AS id, o.member_count AS kept, \
         (SELECT COUNT(*) FROM affiliations a WHERE a.organisation_id = o.id AND a.status = 'active') AS counted \
         FROM organisations o",
    ),
    (
        "libraries of organisation",
        "SELECT o.id AS id, o.library_count AS kept, \
         (SELECT COUNT(*) FROM libraries l WHERE l.organisation_id = o.id) AS counted FROM organisations o",
    ),
];

/// Compares each count that is kept with what it counts, and says where they differ.
pub async fn check(deps: &Deps) -> Result<Vec<String>> {
    let backend = deps.read.get_database_backend();
    let mut faults = Vec::new();
    for (what, counts) in COUNTS {
        let sql = format!(
            "SELECT id, CAST(kept AS BIGINT), CAST(counted AS BIGINT) FROM ({counts}) AS counts \
             WHERE kept <> counted ORDER BY id"
        );
        for row in deps.read.query_all_raw(Statement::from_string(backend, sql)).await? {
            let id: i64 = row.try_get_by_index(0)?;
            let kept: i64 = row.try_get_by_index(1)?;
            let counted: i64 = row.try_get_by_index(2)?;
            faults.push(format!("The {what} {id} is kept as {kept} but is {counted}."));
        }
    }
    Ok(faults)
}
