//! How long personal data is kept. What README.md promises is done here.

use std::time::Duration;

use api_types::MemberId;
use api_types::privacy::PostsAfter;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::erase::erase_all;
use crate::deps::Deps;
use crate::error::Result;
use crate::{forum, mail};

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// What goes, and after how many days; `$1` is the moment before which it goes, in milliseconds.
const RETENTION: [(i64, &str); 19] = [
    // Where somebody was signed in: a month after the session ended.
    (30, "DELETE FROM sessions WHERE revoked_at < $1 OR expires_at < $1"),
    (1, "DELETE FROM sign_in_failures WHERE failed_at < $1"),
    (1, "DELETE FROM mailed_links WHERE expires_at < $1"),
    (1, "DELETE FROM challenges WHERE expires_at < $1"),
    (1, "DELETE FROM email_changes WHERE expires_at < $1"),
    // Forms that nobody finished or confirmed.
    (30, "DELETE FROM applications WHERE status IN ('draft', 'awaiting_confirmation') AND created_at < $1"),
    // Applications that led nowhere: 90 days, so that one can come back to them.
    (90, "DELETE FROM applications WHERE status IN ('rejected', 'withdrawn') AND decided_at < $1"),
    // Invitations that were not followed.
    (
        90,
        "DELETE FROM invitations WHERE status <> 'accepted' AND created_at < $1 \
      AND NOT EXISTS (SELECT 1 FROM applications WHERE applications.invitation_id = invitations.id)",
    ),
    // Drafts that nobody went on with.
    (180, "DELETE FROM drafts WHERE saved_at < $1"),
    // Mails that were sent.
    (
        30,
        "DELETE FROM outbox WHERE created_at < $1 AND kind = 'mail' \
      AND id <= (SELECT COALESCE(MAX(position), 0) FROM outbox_positions WHERE follower = 'mail')",
    ),
    // That a change was suggested and taken back: a mail told of it, and no other does on the same day.
    (1, "DELETE FROM post_suggestions WHERE status = 'withdrawn' AND decided_at < $1"),
    // What was deleted can be had back for a month.
    (30, "DELETE FROM comments WHERE deleted_at < $1"),
    // Likewise posts and threads. A thread that was merged stays, as the way to where it went.
    (30, "DELETE FROM posts WHERE deleted_at < $1 AND number > 1"),
    (30, "DELETE FROM threads WHERE deleted_at < $1 AND merged_into_id IS NULL"),
    // Whoever followed what is gone follows nothing.
    (
        30,
        "DELETE FROM follows WHERE kind = 'thread' AND created_at < $1 \
      AND NOT EXISTS (SELECT 1 FROM threads WHERE threads.id = follows.target_id)",
    ),
    // What followers were told of.
    (
        30,
        "DELETE FROM outbox WHERE created_at < $1 AND kind = 'notice' \
      AND id <= (SELECT COALESCE(MAX(position), 0) FROM outbox_positions WHERE follower = 'notices')",
    ),
    // Looks at who asked in confidence: two years, so that complaints can be answered.
    (730, "DELETE FROM asker_looks WHERE created_at < $1"),
    (90, "DELETE FROM answer_invitations WHERE created_at < $1"),
    (90, "DELETE FROM affiliations WHERE status = 'declined' AND created_at < $1"),
];

/// Deletes what has been kept for as long as it may be.
pub async fn purge(deps: &Deps) -> Result<u64> {
    let now = deps.clock.now();
    let backend = deps.write.get_database_backend();
    let mut gone = 0;
    // The account of an applicant goes with the last application.
    for id in led_nowhere(deps, now - 90 * DAY).await? {
        erase_all(deps, MemberId(id), PostsAfter::Keep).await?;
        gone += 1;
    }
    // Before the posts: without one, what is attached to it would be for everybody who has the address.
    gone += forum::attachments::purge_deleted(deps, now - 30 * DAY).await?;
    for (days, sql) in RETENTION {
        let before = now - days * DAY;
        let done = deps.write.execute_raw(Statement::from_sql_and_values(backend, sql, [before.into()])).await?;
        gone += done.rows_affected();
    }
    gone += forget_viewers(deps, now / DAY).await?;
    // Files that were uploaded and never posted.
    gone += forum::attachments::purge_orphans(deps, now - 7 * DAY).await?;
    gone += mail::purge_files(deps, now - 30 * DAY).await?;
    empty_log(deps).await?;
    Ok(gone)
}

/// Applicants all of whose applications were declined or withdrawn before a moment; the rest is for the next time.
async fn led_nowhere(deps: &Deps, before: i64) -> Result<Vec<i64>> {
    const APPLICANTS: &str = "SELECT id FROM members WHERE role = 'applicant' AND NOT is_suspended \
        AND EXISTS (SELECT 1 FROM applications WHERE applications.member_id = members.id) \
        AND NOT EXISTS (SELECT 1 FROM applications WHERE applications.member_id = members.id \
        AND (applications.status NOT IN ('rejected', 'withdrawn') OR applications.decided_at >= $1)) LIMIT 200";
    let sql = Statement::from_sql_and_values(deps.read.get_database_backend(), APPLICANTS, [before.into()]);
    let rows = deps.read.query_all_raw(sql).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

/// Forgets who looked at what before today: what is left of it is how many they were.
async fn forget_viewers(deps: &Deps, today: i64) -> Result<u64> {
    const STATEMENTS: [&str; 3] = [
        "INSERT INTO past_views (thread_id, view_count) SELECT thread_id, COUNT(*) FROM thread_views WHERE day < $1 \
         GROUP BY thread_id ON CONFLICT (thread_id) DO UPDATE SET view_count = past_views.view_count + excluded.view_count",
        "DELETE FROM thread_views WHERE day < $1",
        "DELETE FROM view_keys WHERE day < $1",
    ];
    let tx = deps.begin().await?;
    let backend = deps.write.get_database_backend();
    if backend == DbBackend::Postgres {
        // What comes between the two statements would be forgotten without being counted.
        tx.execute_unprepared("LOCK TABLE thread_views IN SHARE ROW EXCLUSIVE MODE").await?;
    }
    let mut gone = 0;
    for sql in STATEMENTS {
        gone = tx.execute_raw(Statement::from_sql_and_values(backend, sql, [today.into()])).await?.rows_affected();
    }
    tx.commit().await?;
    Ok(gone)
}

/// Empties SQLite's log, which still holds pages as they were before: it is written back first.
pub(super) async fn empty_log(deps: &Deps) -> Result<()> {
    if deps.write.get_database_backend() == DbBackend::Sqlite {
        deps.write.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    }
    Ok(())
}

/// How often [`purge`] is done.
const EVERY: Duration = Duration::from_hours(6);

/// Purges now and then, for as long as the server runs.
pub async fn follow(deps: Deps) {
    loop {
        match purge(&deps).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "personal data that was kept long enough is deleted"),
            Err(error) => tracing::error!(?error, "deleting what was kept long enough failed"),
        }
        tokio::time::sleep(EVERY).await;
    }
}
