//! Erasing a member: what tells who it was goes from every store; what was written stays without the name, or goes.

use api_types::MemberId;
use api_types::privacy::{NewErasure, PostsAfter};
use entity::{
    attachment, email_change, file, member, outbox as outbox_row, outbox_position, post, resource, sign_in_failure,
    thread,
};
use object_store::ObjectStoreExt;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, LikeExpr, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QuerySelect, Statement,
};

use super::purge::empty_log;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::forum::mentions;
use crate::membership::contains;
use crate::outbox::{self, Event};

/// What stands where the name stood.
const NOBODY: &str = "Former member";

/// Erases the member who asks.
pub async fn erase_me(deps: &Deps, signed: &Signed, new: &NewErasure) -> Result<()> {
    signed.require_recent(deps.clock.now())?;
    erase(deps, signed.id, new).await
}

/// Erases a member, for staff who answer somebody who cannot sign in. Nobody erases themselves here.
pub async fn erase_member(deps: &Deps, signed: &Signed, id: MemberId, new: &NewErasure) -> Result<()> {
    signed.require_recent(deps.clock.now())?;
    if signed.id == id {
        return Err(Error::Forbidden);
    }
    erase(deps, id, new).await
}

async fn erase(deps: &Deps, id: MemberId, new: &NewErasure) -> Result<()> {
    if !new.understands {
        return Err(Error::field("understands", "required", "Say that you understand that this cannot be undone."));
    }
    erase_all(deps, id, new.posts).await?;
    // The member is erased: that a reader holds the log for the moment is not to be told as a failure.
    if let Err(error) = empty_log(deps).await {
        tracing::warn!(?error, "the log was not emptied after somebody was erased; it is later");
    }
    Ok(())
}

/// Erases a member from the store and the files; the log of SQLite is still to be emptied.
pub(super) async fn erase_all(deps: &Deps, id: MemberId, posts: PostsAfter) -> Result<()> {
    // Rendering is slow: it is done before the transaction.
    let renamed = mentions::rename(deps, id.0, NOBODY).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let who = member::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::NotFound)?;
    if who.role == "admin" && !who.is_suspended {
        let admins = member::Entity::find()
            .filter(member::Column::Role.eq("admin"))
            .filter(member::Column::IsSuspended.eq(false))
            .count(&transaction)
            .await?;
        if admins < 2 {
            return Err(Error::Conflict(
                "This is the only administrator: nobody could run the network. Make somebody else one first.",
            ));
        }
    }
    leave_organisations(&transaction, id.0).await?;
    let mut changed = written(&transaction, id.0).await?;
    let mut attached = Vec::new();
    if posts == PostsAfter::Remove {
        // Before the posts: without one, what others put there would be for everybody who has the address.
        attached = take_attachments(&transaction, within_removed(id.0)).await?;
        remove_posts(&transaction, id.0).await?;
    }
    changed.extend(renamed.apply(&transaction).await?);
    // What belongs to no resource any more goes, and so does what never belonged to one.
    attached.extend(take_attachments(&transaction, own_attachments(id.0, posts)).await?);
    let files = take_files(&transaction, id.0).await?.into_iter().chain(attached).chain(who.picture_key.clone());
    forget_mails(&transaction, &who).await?;
    forget(&transaction, &who).await?;
    anonymise(&transaction, who).await?;
    for event in changed {
        outbox::push(deps, &transaction, &event).await?;
    }
    outbox::push(deps, &transaction, &Event::Erased).await?;
    deps.commit(transaction).await?;
    for key in files {
        // A file that cannot be deleted now is an orphan, which nobody can reach.
        if let Err(error) = deps.files.delete(&object_store::path::Path::from(key)).await {
            tracing::warn!(?error, "a file of an erased member was not deleted");
        }
    }
    Ok(())
}

/// What the member put into posts, or into none yet. What stands in posts that stay without the name stays with them.
fn own_attachments(id: i64, posts: PostsAfter) -> Condition {
    let going = Condition::all().add(attachment::Column::UploadedBy.eq(id));
    if posts == PostsAfter::Keep { going.add(attachment::Column::PostId.is_null()) } else { going }
}

/// What anybody put into posts that [`remove_posts`] removes or empties: the member's own, and all in threads of the
/// member's that nobody else's post keeps.
fn within_removed(id: i64) -> Condition {
    let others = Alias::new("others");
    let kept = Query::select()
        .expr(Expr::val(1))
        .from_as(post::Entity, others.clone())
        .and_where(Expr::col((others.clone(), post::Column::ThreadId)).equals((thread::Entity, thread::Column::Id)))
        .and_where(Expr::col((others.clone(), post::Column::AuthorId)).ne(id))
        .and_where(Expr::col((others.clone(), post::Column::Number)).gt(1))
        .and_where(Expr::col((others, post::Column::DeletedAt)).is_null())
        .take();
    let going = Query::select()
        .column((thread::Entity, thread::Column::Id))
        .from(thread::Entity)
        .and_where(Expr::col((thread::Entity, thread::Column::AuthorId)).eq(id))
        .and_where(Expr::exists(kept).not())
        .take();
    let removed = Query::select()
        .column((post::Entity, post::Column::Id))
        .from(post::Entity)
        .cond_where(Condition::any().add(post::Column::AuthorId.eq(id)).add(post::Column::ThreadId.in_subquery(going)))
        .take();
    Condition::all().add(attachment::Column::PostId.in_subquery(removed))
}

/// Takes away the rows of attachments, and gives their keys.
async fn take_attachments<C: ConnectionTrait>(connection: &C, going: Condition) -> Result<Vec<String>> {
    let rows = attachment::Entity::find().filter(going.clone()).all(connection).await?;
    attachment::Entity::delete_many().filter(going).exec(connection).await?;
    Ok(rows.into_iter().map(|row| row.key).collect())
}

/// Takes away the rows of the member's files that belong to no resource, and gives their keys.
async fn take_files<C: ConnectionTrait>(connection: &C, id: i64) -> Result<Vec<String>> {
    let attached = Query::select()
        .column(resource::Column::FileId)
        .from(resource::Entity)
        .and_where(resource::Column::FileId.is_not_null())
        .take();
    let loose = file::Entity::find()
        .filter(file::Column::UploadedBy.eq(id))
        .filter(file::Column::Id.not_in_subquery(attached))
        .all(connection)
        .await?;
    file::Entity::delete_many()
        .filter(file::Column::Id.is_in(loose.iter().map(|file| file.id)))
        .exec(connection)
        .await?;
    Ok(loose.into_iter().map(|file| file.storage_key).collect())
}

/// Deletes the mails to the member from the outbox, also those that were not sent yet, and those to others that were
/// sent and speak of the member; and what was counted at the member's address.
async fn forget_mails<C: ConnectionTrait>(connection: &C, who: &member::Model) -> Result<()> {
    let wanted = email_change::Entity::find().filter(email_change::Column::MemberId.eq(who.id)).one(connection).await?;
    let position = outbox_position::Entity::find_by_id("mail".to_owned()).one(connection).await?;
    let payload = |text: &str| outbox_row::Column::Payload.like(LikeExpr::new(contains(text)).escape('!'));
    let to = |email: &str| payload(&format!("\"email\":\"{email}\""));
    let mut gone = Condition::any().add(to(&who.email)).add(
        Condition::all()
            .add(outbox_row::Column::Id.lte(position.map_or(0, |row| row.position)))
            .add(Condition::any().add(payload(&who.email)).add(payload(&who.name))),
    );
    if let Some(wanted) = wanted {
        gone = gone.add(to(&wanted.email));
    }
    outbox_row::Entity::delete_many().filter(outbox_row::Column::Kind.eq("mail")).filter(gone).exec(connection).await?;
    let counted =
        [format!("account:{}", who.email_key), format!("mail:{}", who.email_key), format!("factor:{}", who.id)];
    sign_in_failure::Entity::delete_many()
        .filter(sign_in_failure::Column::Subject.is_in(counted))
        .exec(connection)
        .await?;
    Ok(())
}

/// What the search index must look at again.
async fn written<C: ConnectionTrait>(connection: &C, id: i64) -> Result<Vec<Event>> {
    let threads: Vec<i64> = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::AuthorId.eq(id))
        .into_tuple()
        .all(connection)
        .await?;
    let posts: Vec<i64> = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::AuthorId.eq(id))
        .into_tuple()
        .all(connection)
        .await?;
    let resources: Vec<i64> = resource::Entity::find()
        .select_only()
        .column(resource::Column::Id)
        .filter(resource::Column::AuthorId.eq(id))
        .into_tuple()
        .all(connection)
        .await?;
    let threads = threads.into_iter().map(|id| Event::ThreadChanged { id });
    let posts = posts.into_iter().map(|id| Event::PostChanged { id });
    let resources = resources.into_iter().map(|id| Event::ResourceChanged { id });
    Ok(threads.chain(posts).chain(resources).collect())
}

/// Runs statements about one member; `$1` is the member's id.
async fn run<C: ConnectionTrait>(connection: &C, id: i64, statements: &[&str]) -> Result<()> {
    for sql in statements {
        let values = if sql.contains("$1") { vec![id.into()] } else { Vec::new() };
        connection.execute_raw(Statement::from_sql_and_values(connection.get_database_backend(), *sql, values)).await?;
    }
    Ok(())
}

/// Leaves every organisation. What was held is then held by nobody, which staff see and look after.
async fn leave_organisations<C: ConnectionTrait>(connection: &C, id: i64) -> Result<()> {
    run(
        connection,
        id,
        &[
            "UPDATE organisations SET primary_contact_id = NULL WHERE primary_contact_id = $1",
            "UPDATE organisations SET voter_id = NULL WHERE voter_id = $1",
            "UPDATE organisations SET referred_by = NULL WHERE referred_by = $1",
            "UPDATE organisations SET member_count = member_count - 1 WHERE id IN \
             (SELECT organisation_id FROM affiliations WHERE member_id = $1 AND status = 'active')",
            "DELETE FROM affiliations WHERE member_id = $1",
        ],
    )
    .await
}

/// Removes what the member wrote. A question that others have answered stays, without its words.
async fn remove_posts<C: ConnectionTrait>(connection: &C, id: i64) -> Result<()> {
    run(
        connection,
        id,
        &[
            "UPDATE posts SET comment_count = comment_count - (SELECT COUNT(*) FROM comments WHERE comments.post_id = posts.id \
             AND comments.author_id = $1 AND comments.deleted_at IS NULL) \
             WHERE id IN (SELECT post_id FROM comments WHERE author_id = $1)",
            "DELETE FROM comments WHERE author_id = $1",
            "UPDATE threads SET accepted_answer_id = NULL WHERE accepted_answer_id IN \
             (SELECT id FROM posts WHERE author_id = $1)",
            "UPDATE threads SET answer_count = answer_count - \
             (SELECT COUNT(*) FROM posts WHERE posts.thread_id = threads.id AND posts.author_id = $1 \
             AND posts.number > 1 AND posts.deleted_at IS NULL) \
             WHERE id IN (SELECT thread_id FROM posts WHERE author_id = $1 AND number > 1)",
            // The last post of a thread stays without its words, so that no number is given twice.
            "UPDATE posts SET body = '', body_html = '', deleted_at = COALESCE(deleted_at, created_at), is_accepted = FALSE \
             WHERE author_id = $1 AND number > 1 AND number = (SELECT last_number FROM threads WHERE id = thread_id)",
            "DELETE FROM posts WHERE author_id = $1 AND number > 1 AND body <> ''",
            "UPDATE spaces SET thread_count = thread_count - (SELECT COUNT(*) FROM threads WHERE threads.space_id = spaces.id \
             AND author_id = $1 AND answer_count = 0 AND deleted_at IS NULL)",
            "DELETE FROM posts WHERE thread_id IN (SELECT id FROM threads WHERE author_id = $1 AND answer_count = 0)",
            "DELETE FROM threads WHERE author_id = $1 AND answer_count = 0",
            // What was written before goes with what is written now; what others made of it too.
            "DELETE FROM post_revisions WHERE author_id = $1 OR post_id IN (SELECT id FROM posts WHERE author_id = $1)",
            "DELETE FROM post_suggestions WHERE author_id = $1 OR post_id IN (SELECT id FROM posts WHERE author_id = $1)",
            "UPDATE posts SET body = 'Removed at the wish of the member who asked.', \
             body_html = '<p>Removed at the wish of the member who asked.</p>' WHERE author_id = $1 AND number = 1",
            "UPDATE threads SET title = 'Removed question', slug = 'removed-question', \
             excerpt = 'Removed at the wish of the member who asked.' WHERE author_id = $1",
            "DELETE FROM thread_tags WHERE thread_id IN (SELECT id FROM threads WHERE author_id = $1)",
            "DELETE FROM resource_tags WHERE resource_id IN (SELECT id FROM resources WHERE author_id = $1)",
            "DELETE FROM resources WHERE author_id = $1",
            "UPDATE shelves SET item_count = (SELECT COUNT(*) FROM threads JOIN spaces ON spaces.id = threads.space_id \
             WHERE threads.shelf_id = shelves.id AND threads.deleted_at IS NULL AND spaces.access = 'public') \
             + (SELECT COUNT(*) FROM resources WHERE resources.shelf_id = shelves.id AND resources.status = 'published')",
            "UPDATE tags SET item_count = (SELECT COUNT(*) FROM thread_tags JOIN threads ON threads.id = thread_tags.thread_id \
             JOIN spaces ON spaces.id = threads.space_id WHERE thread_tags.tag_id = tags.id \
             AND threads.deleted_at IS NULL AND spaces.access = 'public') \
             + (SELECT COUNT(*) FROM resource_tags JOIN resources ON resources.id = resource_tags.resource_id \
             WHERE resource_tags.tag_id = tags.id AND resources.status = 'published')",
        ],
    )
    .await
}

/// Deletes what is about the member alone. What the source of an import calls the member stays, so that the next import
/// brings back neither the name nor the words.
async fn forget<C: ConnectionTrait>(connection: &C, who: &member::Model) -> Result<()> {
    run(
        connection,
        who.id,
        &[
            "DELETE FROM mailed_links WHERE member_id = $1 OR application_id IN \
             (SELECT id FROM applications WHERE member_id = $1)",
            "DELETE FROM applications WHERE member_id = $1",
            "UPDATE applications SET referred_by = NULL WHERE referred_by = $1",
            "UPDATE applications SET assigned_to = NULL WHERE assigned_to = $1",
            "UPDATE prospects SET owner_id = NULL WHERE owner_id = $1",
            "DELETE FROM sessions WHERE member_id = $1",
            "DELETE FROM recovery_codes WHERE member_id = $1",
            "DELETE FROM passkeys WHERE member_id = $1",
            "DELETE FROM challenges WHERE member_id = $1",
            "DELETE FROM email_changes WHERE member_id = $1",
            "DELETE FROM member_skills WHERE member_id = $1",
            "DELETE FROM member_preferences WHERE member_id = $1",
            "DELETE FROM drafts WHERE member_id = $1",
            "DELETE FROM post_suggestions WHERE author_id = $1 AND status <> 'accepted'",
            "DELETE FROM answer_invitations WHERE member_id = $1",
            "DELETE FROM mentions WHERE member_id = $1",
            "DELETE FROM resource_authors WHERE member_id = $1",
            // Drafts that nobody has finished go; what is published is looked after by the moderators.
            "DELETE FROM resource_tags WHERE resource_id IN (SELECT id FROM resources WHERE owner_id = $1 AND status = 'draft')",
            "DELETE FROM resources WHERE owner_id = $1 AND status = 'draft'",
            "UPDATE spaces SET member_count = member_count - 1 WHERE id IN \
             (SELECT space_id FROM space_members WHERE member_id = $1 AND status = 'active')",
            "DELETE FROM space_members WHERE member_id = $1",
            "DELETE FROM follows WHERE member_id = $1 OR (kind = 'member' AND target_id = $1)",
            "DELETE FROM bookmarks WHERE member_id = $1",
            "DELETE FROM thread_reads WHERE member_id = $1",
            "UPDATE applications SET invitation_id = NULL WHERE invitation_id IN (SELECT id FROM invitations \
             WHERE email_key = (SELECT email_key FROM members WHERE id = $1))",
            "DELETE FROM invitations WHERE email_key = (SELECT email_key FROM members WHERE id = $1)",
            "DELETE FROM applications WHERE member_id IS NULL AND email_key = \
             (SELECT email_key FROM members WHERE id = $1)",
        ],
    )
    .await
}

/// Leaves of the member what others' things hang on: a row without a name.
async fn anonymise<C: ConnectionTrait>(connection: &C, who: member::Model) -> Result<()> {
    let (id, version) = (who.id, who.session_version);
    let mut change = who.into_active_model();
    change.name = Set(NOBODY.into());
    // Nothing can be mailed there (RFC 2606), and nobody can sign in with it.
    change.email = Set(format!("erased-{id}@erased.invalid"));
    change.email_key = Set(format!("erased-{id}@erased.invalid"));
    change.password_hash = Set("!".into());
    change.role = Set("applicant".into());
    change.is_suspended = Set(true);
    change.session_version = Set(version.wrapping_add(1));
    change.organisation_id = Set(None);
    change.about = Set(String::new());
    change.about_html = Set(String::new());
    change.telephone = Set(None);
    change.languages = Set(String::new());
    change.picture_key = Set(None);
    change.picture_type = Set(None);
    change.visibility = Set("{}".into());
    change.search_text = Set(String::new());
    change.referral_code = Set(None);
    change.totp_secret = Set(None);
    change.totp_confirmed_at = Set(None);
    change.totp_last_step = Set(None);
    change.update(connection).await?;
    Ok(())
}
