//! Invites a person into an organisation, or a library that is not a member yet.

use api_types::membership::{Invitation, NewInvitation};
use entity::{invitation, member, organisation};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::invitation::{GOOD_FOR, to_invitation};
use super::mails::Envelope;
use super::{access, invitation_mails, people};
use crate::accounts::access::Signed;
use crate::accounts::email::Email;
use crate::accounts::{hashed, may_mail, new_secret};
use crate::admin;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use crate::text;

/// How many invitations a member may send within [`WINDOW`].
const MOST: u64 = 20;
/// A day, in milliseconds.
const WINDOW: i64 = 24 * 60 * 60 * 1000;

/// Mails an invitation. Nothing here looks whether the address is known, so nothing can be told of it; and who is
/// mailed too often is not mailed, with the same answer.
pub async fn create_invitation(deps: &Deps, signed: &Signed, new: &NewInvitation) -> Result<Invitation> {
    let name = text::line("name", &new.name)?;
    let email = Email::parse("email", &new.email)?;
    let message = text::optional_line("message", new.message.as_ref())?;
    let now = deps.clock.now();
    let network = admin::network_name(&deps.read).await?;
    let token = new_secret()?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    // The organisation is locked before the member, as wherever both are.
    let organisation = match new.organisation_id {
        Some(id) => {
            let row = organisation::Entity::find_by_id(id.0)
                .lock_exclusive()
                .one(&transaction)
                .await?
                .ok_or(Error::NotFound)?;
            if !access::may_edit(signed, &row) {
                return Err(signed.refused());
            }
            Some(row)
        }
        None => None,
    };
    // Invitations of one member wait for one another here, so that many at once are counted rightly.
    let inviter = member::Entity::find_by_id(signed.id.0)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::Unauthenticated)?;
    let first: Option<i64> = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::CreatedAt)
        .filter(invitation::Column::InvitedBy.eq(signed.id.0))
        .filter(invitation::Column::CreatedAt.gt(now - WINDOW))
        .order_by_desc(invitation::Column::Id)
        .offset(MOST - 1)
        .limit(1)
        .into_tuple()
        .one(&transaction)
        .await?;
    if let Some(first) = first {
        let wait = u64::try_from((first + WINDOW - now).max(1000)).unwrap_or(0);
        return Err(Error::RateLimited { retry_after_seconds: wait.div_ceil(1000) });
    }
    // A link that was mailed before to the same address, by the same member for the same, ends with the new one.
    let mut before = invitation::Entity::update_many()
        .col_expr(invitation::Column::Status, Expr::value("withdrawn"))
        .filter(invitation::Column::InvitedBy.eq(signed.id.0))
        .filter(invitation::Column::EmailKey.eq(&email.key))
        .filter(invitation::Column::Status.eq("sent"));
    before = match new.organisation_id {
        Some(id) => before.filter(invitation::Column::OrganisationId.eq(id.0)),
        None => before.filter(invitation::Column::OrganisationId.is_null()),
    };
    before.exec(&transaction).await?;
    let row = invitation::ActiveModel {
        organisation_id: Set(new.organisation_id.map(|id| id.0)),
        name: Set(name),
        email: Set(email.address),
        email_key: Set(email.key.clone()),
        role: Set(new.role.as_str().into()),
        message: Set(message),
        token_hash: Set(hashed(&token)),
        status: Set("sent".into()),
        invited_by: Set(signed.id.0),
        created_at: Set(now),
        expires_at: Set(now + GOOD_FOR),
        ..Default::default()
    }
    .insert(&transaction)
    .await?;
    if may_mail(deps, &transaction, &email.key).await? {
        let to = Envelope {
            base_url: &deps.options.base_url,
            network: &network,
            name: &row.name,
            email: &row.email,
            language: new.language,
        };
        let mail = match &organisation {
            Some(organisation) => invitation_mails::into_organisation(
                &to,
                &inviter.name,
                &organisation.name,
                row.message.as_deref(),
                &token,
            ),
            None => invitation_mails::to_network(&to, &inviter.name, row.message.as_deref(), &token),
        };
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    let invited_by =
        people::summaries(&transaction, [signed.id.0]).await?.remove(&signed.id.0).ok_or(Error::Unauthenticated)?;
    deps.commit(transaction).await?;
    Ok(to_invitation(deps, row, organisation.as_ref(), invited_by))
}
