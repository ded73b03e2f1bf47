//! The audit log: an entry for every act, and none can be changed without being noticed.

use api_types::ThreadId;
use api_types::forum::{AuditQuery, CloseReason, NewClosure};
use harness::{TestApp, question};

fn status<T: std::fmt::Debug>(result: client::Result<T>) -> u16 {
    result.map_or_else(|error| error.status().unwrap(), |_| 200)
}

fn off_topic() -> NewClosure {
    NewClosure { reason: CloseReason::OffTopic, duplicate_of_id: None, note: String::new() }
}

#[tokio::test]
async fn list_audit_entries_tells_every_act_and_the_check_names_the_row_that_was_changed() {
    use sea_orm::ConnectionTrait;
    let app = TestApp::start().await;
    let (ada, moderator, admin) = (app.member("Ada").await, app.moderator().await, app.admin().await);
    let closure = off_topic();
    let mut acts = Vec::new();
    for number in 0..4 {
        let asked = ada.ask_question(&question(&format!("Is number {number} about something else?"))).await.unwrap();
        acts.push(moderator.close_thread(asked.id, &closure));
    }
    assert!(futures_util::future::join_all(acts).await.iter().all(Result::is_ok));
    assert_eq!(status(moderator.list_audit_entries(&AuditQuery::default()).await), 403);
    let page = AuditQuery { limit: Some(3), ..AuditQuery::default() };
    let first = admin.list_audit_entries(&page).await.unwrap();
    let rest = admin.list_audit_entries(&AuditQuery { after: first.next.clone(), ..page.clone() }).await.unwrap();
    let ids: Vec<_> = first.items.iter().chain(&rest.items).map(|entry| entry.id).collect();
    assert_eq!((ids, rest.next), (vec![4, 3, 2, 1], None));
    let entry = &first.items[0];
    assert_eq!((entry.action.as_str(), entry.actor.id), ("close_thread", moderator.id));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
    // What failed left no entry, and the log is only added to.
    assert_eq!(status(moderator.close_thread(ThreadId(1), &off_topic()).await), 409);
    assert_eq!(admin.list_audit_entries(&AuditQuery::default()).await.unwrap().items.len(), 4);
    for sql in ["UPDATE audit_entries SET reason = 'x' WHERE id = 2", "DELETE FROM audit_entries WHERE id = 4"] {
        assert!(app.deps.write.execute_unprepared(sql).await.is_err(), "{sql}");
    }
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
    // Somebody who has the file takes the guard away first.
    let is_sqlite = app.deps.write.get_database_backend() == sea_orm::DbBackend::Sqlite;
    let guard = if is_sqlite {
        "DROP TRIGGER tr_audit_entries_update"
    } else {
        "DROP TRIGGER tr_audit_entries_change ON audit_entries"
    };
    app.deps.write.execute_unprepared(guard).await.unwrap();
    app.deps.write.execute_unprepared("UPDATE audit_entries SET reason = 'x' WHERE id = 2").await.unwrap();
    assert_eq!(domain::check(&app.deps).await.unwrap(), ["The audit entry 2 was changed after it was written."]);
}
