//! The conversation in an application: messages between staff and the applicant, and notes that stay with staff.

use std::collections::HashMap;

use api_types::membership::{ApplicationMessage, MessageKind};
use entity::{application, application_message, member};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// How much may be written in one application: it is shown whole.
const MOST: u64 = 200;

/// What was written, the oldest first: of one kind or of both.
pub(super) async fn of<C: ConnectionTrait>(
    connection: &C,
    row: &application::Model,
    kind: Option<MessageKind>,
) -> Result<Vec<ApplicationMessage>> {
    let mut select = application_message::Entity::find()
        .filter(application_message::Column::ApplicationId.eq(row.id))
        .order_by_asc(application_message::Column::Id)
        .limit(MOST);
    if let Some(kind) = kind {
        select = select.filter(application_message::Column::Kind.eq(kind.as_str()));
    }
    let messages = select.all(connection).await?;
    let names = names(connection, messages.iter().map(|message| message.author_id)).await?;
    Ok(messages
        .into_iter()
        .map(|message| ApplicationMessage {
            kind: MessageKind::named(&message.kind).unwrap_or(MessageKind::Note),
            author: names.get(&message.author_id).cloned().unwrap_or_default(),
            is_applicant: row.member_id == Some(message.author_id),
            body: message.body,
            created_at: to_wire(message.created_at),
        })
        .collect())
}

/// The names of members by their ids, in one query.
pub(super) async fn names<C: ConnectionTrait>(
    connection: &C,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, String>> {
    let ids: Vec<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String)> = member::Entity::find()
        .select_only()
        .columns([member::Column::Id, member::Column::Name])
        .filter(member::Column::Id.is_in(ids))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Adds to the conversation, as part of a transaction.
pub(super) async fn add<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    application_id: i64,
    author_id: i64,
    kind: MessageKind,
    body: String,
) -> Result<()> {
    let written: Vec<i64> = application_message::Entity::find()
        .select_only()
        .column(application_message::Column::Id)
        .filter(application_message::Column::ApplicationId.eq(application_id))
        .limit(MOST)
        .into_tuple()
        .all(connection)
        .await?;
    if written.len() as u64 >= MOST {
        return Err(Error::Conflict("This conversation is full. Decide on the application, or go on by telephone."));
    }
    let message = application_message::ActiveModel {
        application_id: Set(application_id),
        author_id: Set(author_id),
        kind: Set(kind.as_str().into()),
        body: Set(body),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    };
    application_message::Entity::insert(message).exec_without_returning(connection).await?;
    if kind == MessageKind::Message {
        application::Entity::update_many()
            .col_expr(application::Column::MessageCount, Expr::col(application::Column::MessageCount).add(1))
            .filter(application::Column::Id.eq(application_id))
            .exec(connection)
            .await?;
    }
    Ok(())
}
