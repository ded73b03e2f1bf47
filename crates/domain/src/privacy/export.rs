//! Everything that is kept of a member.

use api_types::MemberId;
use api_types::privacy::{DataExport, DataPart};
use entity::{
    affiliation, answer_invitation, application, application_answer, application_message, asker_look, attachment,
    audit_entry, bookmark, comment, comment_vote, draft, email_change, file, follow, invitation, member,
    member_preference, member_skill, mention, passkey, post, post_reaction, post_revision, post_suggestion, post_vote,
    prospect_note, resource, resource_author, session, space_member, thread, thread_read,
};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, JsonValue, QueryFilter, QuerySelect, Select};

use crate::accounts::access::Signed;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::forum::log_export;

/// What is kept only to prove a secret, is made from other columns, is staff's own or says what others did or wrote: it
/// is not the person's. Who decided about a suggestion or edited a post may be somebody who asks in confidence.
const LEFT_OUT: [&str; 20] = [
    "about_html",
    "assigned_to",
    "body_html",
    "code_hash",
    "credential",
    "decided_by",
    "deleted_by",
    "duplicate_score",
    "edited_by",
    "new_token_hash",
    "old_body",
    "old_token_hash",
    "password_hash",
    "previous_token_hash",
    "removed_by",
    "search_text",
    "storage_key",
    "summary_html",
    "token_hash",
    "totp_secret",
];

/// How many things of one kind are put into one answer at most; nobody has written as many.
const MOST: u64 = 100_000;

/// Everything that is kept of the member who asks.
pub async fn export_my_data(deps: &Deps, signed: &Signed) -> Result<DataExport> {
    signed.require_recent(deps.clock.now())?;
    export(deps, signed.id).await
}

/// Everything that is kept of a member, for staff who answer somebody who cannot sign in.
pub async fn export_member_data(deps: &Deps, signed: &Signed, id: MemberId) -> Result<DataExport> {
    signed.require_recent(deps.clock.now())?;
    log_export(deps, signed, id).await?;
    export(deps, id).await
}

async fn export(deps: &Deps, id: MemberId) -> Result<DataExport> {
    let who = member::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let own = id.0;
    // A form that is not confirmed yet belongs to nobody but the address.
    let is_own = Condition::any().add(application::Column::MemberId.eq(own)).add(
        Condition::all()
            .add(application::Column::MemberId.is_null())
            .add(application::Column::EmailKey.eq(&who.email_key)),
    );
    // Messages of the applicant's conversation are the applicant's, whoever wrote them; staff's notes are not.
    let applications: Vec<i64> = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(is_own.clone())
        .into_tuple()
        .all(&deps.read)
        .await?;
    let mut parts = Vec::new();
    let mut add = |name: &str, rows: Vec<JsonValue>| {
        if !rows.is_empty() {
            parts.push(DataPart { name: name.into(), rows: rows.into_iter().map(without_secrets).collect() });
        }
    };
    add("account", rows(deps, member::Entity::find_by_id(own)).await?);
    add("skills", rows(deps, member_skill::Entity::find().filter(member_skill::Column::MemberId.eq(own))).await?);
    add(
        "preferences",
        rows(deps, member_preference::Entity::find().filter(member_preference::Column::MemberId.eq(own))).await?,
    );
    add("affiliations", rows(deps, affiliation::Entity::find().filter(affiliation::Column::MemberId.eq(own))).await?);
    add("sessions", rows(deps, session::Entity::find().filter(session::Column::MemberId.eq(own))).await?);
    add("passkeys", rows(deps, passkey::Entity::find().filter(passkey::Column::MemberId.eq(own))).await?);
    add(
        "email_changes",
        rows(deps, email_change::Entity::find().filter(email_change::Column::MemberId.eq(own))).await?,
    );
    add("applications", rows(deps, application::Entity::find().filter(is_own)).await?);
    add(
        "application_answers",
        rows(
            deps,
            application_answer::Entity::find()
                .filter(application_answer::Column::ApplicationId.is_in(applications.iter().copied())),
        )
        .await?,
    );
    add(
        "application_messages",
        rows(
            deps,
            application_message::Entity::find()
                .filter(application_message::Column::ApplicationId.is_in(applications))
                .filter(application_message::Column::Kind.eq("message")),
        )
        .await?,
    );
    add(
        "invitations_sent",
        rows(deps, invitation::Entity::find().filter(invitation::Column::InvitedBy.eq(own))).await?,
    );
    add(
        "invitations_received",
        rows(deps, invitation::Entity::find().filter(invitation::Column::EmailKey.eq(&who.email_key))).await?,
    );
    add("attachments", rows(deps, attachment::Entity::find().filter(attachment::Column::UploadedBy.eq(own))).await?);
    add("drafts", rows(deps, draft::Entity::find().filter(draft::Column::MemberId.eq(own))).await?);
    add(
        "earlier_states_of_posts",
        rows(deps, post_revision::Entity::find().filter(post_revision::Column::AuthorId.eq(own))).await?,
    );
    add(
        "suggestions",
        rows(deps, post_suggestion::Entity::find().filter(post_suggestion::Column::AuthorId.eq(own))).await?,
    );
    add("threads", rows(deps, thread::Entity::find().filter(thread::Column::AuthorId.eq(own))).await?);
    add("posts", rows(deps, post::Entity::find().filter(post::Column::AuthorId.eq(own))).await?);
    add("comments", rows(deps, comment::Entity::find().filter(comment::Column::AuthorId.eq(own))).await?);
    add(
        "comment_votes",
        rows(deps, comment_vote::Entity::find().filter(comment_vote::Column::MemberId.eq(own))).await?,
    );
    add("reactions", rows(deps, post_reaction::Entity::find().filter(post_reaction::Column::MemberId.eq(own))).await?);
    add("follows", rows(deps, follow::Entity::find().filter(follow::Column::MemberId.eq(own))).await?);
    add("bookmarks", rows(deps, bookmark::Entity::find().filter(bookmark::Column::MemberId.eq(own))).await?);
    add("thread_reads", rows(deps, thread_read::Entity::find().filter(thread_read::Column::MemberId.eq(own))).await?);
    // Who looked at what one asked in confidence is told too.
    let own_threads = Query::select()
        .column(thread::Column::Id)
        .from(thread::Entity)
        .and_where(thread::Column::AuthorId.eq(own))
        .take();
    let looks = Condition::any()
        .add(asker_look::Column::LookedBy.eq(own))
        .add(asker_look::Column::ThreadId.in_subquery(own_threads));
    add("asker_looks", rows(deps, asker_look::Entity::find().filter(looks)).await?);
    add(
        "answer_invitations",
        rows(deps, answer_invitation::Entity::find().filter(answer_invitation::Column::MemberId.eq(own))).await?,
    );
    // Mentions that were told of: of others, which the member may not read, nothing is told here either.
    let told =
        mention::Entity::find().filter(mention::Column::MemberId.eq(own)).filter(mention::Column::ToldAt.is_not_null());
    add("mentions", rows(deps, told).await?);
    add("spaces", rows(deps, space_member::Entity::find().filter(space_member::Column::MemberId.eq(own))).await?);
    add("audit_entries", rows(deps, audit_entry::Entity::find().filter(audit_entry::Column::ActorId.eq(own))).await?);
    add("resources", rows(deps, resource::Entity::find().filter(resource::Column::AuthorId.eq(own))).await?);
    add("guides", rows(deps, resource_author::Entity::find().filter(resource_author::Column::MemberId.eq(own))).await?);
    add("votes", rows(deps, post_vote::Entity::find().filter(post_vote::Column::MemberId.eq(own))).await?);
    add("files", rows(deps, file::Entity::find().filter(file::Column::UploadedBy.eq(own))).await?);
    add(
        "prospect_notes",
        rows(deps, prospect_note::Entity::find().filter(prospect_note::Column::AuthorId.eq(own))).await?,
    );
    Ok(DataExport { member_id: id, exported_at: to_wire(deps.clock.now()), parts })
}

async fn rows<E: EntityTrait>(deps: &Deps, select: Select<E>) -> Result<Vec<JsonValue>> {
    Ok(select.limit(MOST).into_json().all(&deps.read).await?)
}

fn without_secrets(mut row: JsonValue) -> JsonValue {
    if let Some(columns) = row.as_object_mut() {
        columns.retain(|name, _| !LEFT_OUT.contains(&name.as_str()));
    }
    row
}
