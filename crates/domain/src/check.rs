//! Checking the columns that count, which lists show, against what they count.

use sea_orm::{ConnectionTrait, Statement};

use crate::deps::Deps;
use crate::error::Result;

/// What is counted, and the query that gives every row's id, kept count and true count.
const COUNTS: [(&str, &str); 14] = [
    (
        "answers in thread",
        "SELECT t.id AS id, t.answer_count AS kept, (SELECT COUNT(*) FROM posts p WHERE p.thread_id = t.id \
         AND p.number > 1 AND p.deleted_at IS NULL) AS counted FROM threads t",
    ),
    (
        // It may be higher than any post's: no number is given twice, also not that of a post that went elsewhere.
        "highest number in thread",
        "SELECT t.id AS id, t.last_number AS kept, \
         (SELECT CASE WHEN MAX(p.number) > t.last_number THEN MAX(p.number) ELSE t.last_number END \
         FROM posts p WHERE p.thread_id = t.id) AS counted FROM threads t",
    ),
    (
        "score of thread",
        "SELECT t.id AS id, t.score AS kept, p.score AS counted FROM threads t \
         JOIN posts p ON p.thread_id = t.id AND p.number = 1",
    ),
    (
        "score of post",
        "SELECT p.id AS id, p.score AS kept, \
         (SELECT COALESCE(SUM(v.value), 0) FROM post_votes v WHERE v.post_id = p.id) \
         + COALESCE((SELECT i.score FROM imported_posts i WHERE i.post_id = p.id), 0) AS counted FROM posts p",
    ),
    (
        "comments on post",
        "SELECT p.id AS id, p.comment_count AS kept, (SELECT COUNT(*) FROM comments c WHERE c.post_id = p.id \
         AND c.deleted_at IS NULL) AS counted FROM posts p",
    ),
    (
        "views of thread",
        "SELECT t.id AS id, t.view_count AS kept, (SELECT COUNT(*) FROM thread_views v WHERE v.thread_id = t.id) \
         + COALESCE((SELECT p.view_count FROM past_views p WHERE p.thread_id = t.id), 0) AS counted FROM threads t",
    ),
    (
        "score of comment",
        "SELECT c.id AS id, c.score AS kept, \
         (SELECT COUNT(*) FROM comment_votes v WHERE v.comment_id = c.id) AS counted FROM comments c",
    ),
    (
        "accepted answer of question",
        "SELECT t.id AS id, COALESCE(t.accepted_answer_id, 0) AS kept, \
         (SELECT COALESCE(MAX(p.id), 0) FROM posts p WHERE p.thread_id = t.id AND p.is_accepted) AS counted \
         FROM threads t",
    ),
    (
        "threads in space",
        "SELECT s.id AS id, s.thread_count AS kept, (SELECT COUNT(*) FROM threads t WHERE t.space_id = s.id \
         AND t.deleted_at IS NULL) AS counted FROM spaces s",
    ),
    (
        "people in space",
        "SELECT s.id AS id, s.member_count AS kept, (SELECT COUNT(*) FROM space_members m WHERE m.space_id = s.id \
         AND m.status = 'active') AS counted FROM spaces s",
    ),
    (
        "things on shelf",
        "SELECT s.id AS id, s.item_count AS kept, (SELECT COUNT(*) FROM threads t JOIN spaces ON spaces.id = t.space_id \
         WHERE t.shelf_id = s.id AND t.deleted_at IS NULL AND spaces.access = 'public') \
         + (SELECT COUNT(*) FROM resources r WHERE r.shelf_id = s.id AND r.status = 'published') AS counted FROM shelves s",
    ),
    (
        "things with tag",
        "SELECT t.id AS id, t.item_count AS kept, (SELECT COUNT(*) FROM thread_tags c JOIN threads ON threads.id = c.thread_id \
         JOIN spaces ON spaces.id = threads.space_id WHERE c.tag_id = t.id AND threads.deleted_at IS NULL \
         AND spaces.access = 'public') \
         + (SELECT COUNT(*) FROM resource_tags c JOIN resources r ON r.id = c.resource_id WHERE c.tag_id = t.id \
         AND r.status = 'published') AS counted FROM tags t",
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
    faults.extend(crate::audit::faults(deps).await?);
    Ok(faults)
}
