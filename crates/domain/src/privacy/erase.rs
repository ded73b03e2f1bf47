//! Erasing a member: what tells who it was goes from every store; what was written stays without the name, or goes.

use api_types::MemberId;
use api_types::privacy::{NewErasure, PostsAfter};
use entity::{
    answer, email_change, file, member, outbox as outbox_row, outbox_position, question, resource, sign_in_failure,
};
use object_store::ObjectStoreExt;
use sea_orm::sea_query::{LikeExpr, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QuerySelect, Statement,
};

use super::purge::empty_log;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};
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
    let changed = written(&transaction, id.0).await?;
    if posts == PostsAfter::Remove {
        remove_posts(&transaction, id.0).await?;
    }
    // What belongs to no resource any more goes, and so does what never belonged to one.
    let files = take_files(&transaction, id.0).await?.into_iter().chain(who.picture_key.clone());
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
    let questions: Vec<i64> = question::Entity::find()
        .select_only()
        .column(question::Column::Id)
        .filter(question::Column::AuthorId.eq(id))
        .into_tuple()
        .all(connection)
        .await?;
    let answers: Vec<i64> = answer::Entity::find()
        .select_only()
        .column(answer::Column::Id)
        .filter(answer::Column::AuthorId.eq(id))
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
    let questions = questions.into_iter().map(|id| Event::QuestionChanged { id });
    let answers = answers.into_iter().map(|id| Event::AnswerChanged { id });
    let resources = resources.into_iter().map(|id| Event::ResourceChanged { id });
    Ok(questions.chain(answers).chain(resources).collect())
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
            "UPDATE questions SET accepted_answer_id = NULL WHERE accepted_answer_id IN \
             (SELECT id FROM answers WHERE author_id = $1)",
            "UPDATE questions SET answer_count = answer_count - \
             (SELECT COUNT(*) FROM answers WHERE answers.question_id = questions.id AND answers.author_id = $1) \
             WHERE id IN (SELECT question_id FROM answers WHERE author_id = $1)",
            "DELETE FROM answer_votes WHERE answer_id IN (SELECT id FROM answers WHERE author_id = $1)",
            "DELETE FROM answers WHERE author_id = $1",
            "UPDATE questions SET title = 'Removed question', slug = 'removed-question', \
             body = 'Removed at the wish of the member who asked.', \
             body_html = '<p>Removed at the wish of the member who asked.</p>', \
             excerpt = 'Removed at the wish of the member who asked.' WHERE author_id = $1 AND answer_count > 0",
            "DELETE FROM question_votes WHERE question_id IN \
             (SELECT id FROM questions WHERE author_id = $1 AND answer_count = 0)",
            "DELETE FROM question_tags WHERE question_id IN (SELECT id FROM questions WHERE author_id = $1)",
            "DELETE FROM questions WHERE author_id = $1 AND answer_count = 0",
            "DELETE FROM resource_tags WHERE resource_id IN (SELECT id FROM resources WHERE author_id = $1)",
            "DELETE FROM resources WHERE author_id = $1",
            "UPDATE shelves SET item_count = (SELECT COUNT(*) FROM questions WHERE questions.shelf_id = shelves.id) \
             + (SELECT COUNT(*) FROM resources WHERE resources.shelf_id = shelves.id)",
            "UPDATE tags SET item_count = (SELECT COUNT(*) FROM question_tags WHERE question_tags.tag_id = tags.id) \
             + (SELECT COUNT(*) FROM resource_tags WHERE resource_tags.tag_id = tags.id)",
        ],
    )
    .await
}

/// Deletes what is about the member alone.
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
