//! Takes up an invitation into an organisation.

use api_types::OrganisationId;
use api_types::accounts::Role;
use api_types::membership::NewAcceptance;
use entity::{affiliation, invitation, member, organisation};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};

use super::invitation::{find_invitation, mark_accepted};
use super::invitation_mails;
use super::mails::Envelope;
use super::organisation::{settle_in, take_in};
use super::queries::{language_of, part_of};
use crate::accounts::access::Actor;
use crate::accounts::{Device, SignedIn, check_password, enter, hash_password, insert_member};
use crate::admin;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use crate::text;

/// What a new person gives, checked, with the password hashed.
struct Newcomer {
    name: String,
    password_hash: String,
}

/// Takes up an invitation: a new person becomes a member at once, since the mail has confirmed the address and the
/// organisation has approved; a member who is signed in with the address just joins. Gives the organisation, and the
/// session of a new member.
pub async fn accept_invitation(
    deps: &Deps,
    actor: &Actor,
    new: &NewAcceptance,
    device: &Device,
) -> Result<(OrganisationId, Option<SignedIn>)> {
    let found = find_invitation(deps, &deps.read, &new.token).await?;
    let Some(organisation_id) = found.organisation_id else {
        return Err(Error::Conflict("This invitation leads to the application form. Open the link from the mail."));
    };
    let known = account_of(&deps.read, &found).await?;
    let newcomer = match &known {
        Some(known) => {
            refuse_other(actor, known)?;
            None
        }
        // Hashing is slow: it is done before the transaction.
        None => Some(newcomer(deps, new, &found).await?),
    };
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    // What is held in the organisation, and by whom, stays as it is meanwhile.
    let row = organisation::Entity::find_by_id(organisation_id)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::LinkExpired)?;
    let invitation = find_invitation(deps, &transaction, &new.token).await?;
    mark_accepted(deps, &transaction, invitation.id).await?;
    let (name, signed_in) = if let Some(newcomer) = newcomer {
        let member = insert_member(
            deps,
            &transaction,
            &newcomer.name,
            &invitation.email,
            &newcomer.password_hash,
            Role::Member,
            new.language,
        )
        .await?;
        let role = part_of(&invitation.role);
        take_in(deps, &transaction, organisation_id, member.id, role, Some(invitation.invited_by)).await?;
        // Read again: the organisation stands with the name now.
        let member = member::Entity::find_by_id(member.id).one(&transaction).await?.ok_or(Error::NotFound)?;
        (member.name.clone(), Some(enter(deps, &transaction, &member, device).await?.opened()?))
    } else {
        let known = account_of(&transaction, &invitation).await?.ok_or(Error::LinkExpired)?;
        refuse_other(actor, &known)?;
        join(deps, &transaction, &invitation, organisation_id, known.id).await?;
        (known.name, None)
    };
    let inviter = member::Entity::find_by_id(invitation.invited_by).one(&transaction).await?;
    if let Some(inviter) = inviter {
        let to = Envelope {
            base_url: &deps.options.base_url,
            network: &network,
            name: &inviter.name,
            email: &inviter.email,
            language: language_of(&inviter.language),
        };
        let mail = invitation_mails::taken_up(&to, &name, &row.name, row.id);
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await?;
    Ok((OrganisationId(organisation_id), signed_in))
}

/// The account with the address that was invited.
async fn account_of<C: ConnectionTrait>(connection: &C, row: &invitation::Model) -> Result<Option<member::Model>> {
    Ok(member::Entity::find().filter(member::Column::EmailKey.eq(&row.email_key)).one(connection).await?)
}

/// Refuses everybody but the member with the address; an applicant is let in by staff alone.
fn refuse_other(actor: &Actor, known: &member::Model) -> Result<()> {
    match actor {
        Actor::Anonymous => {
            Err(Error::Conflict("There is an account with this address. Sign in with it, then open the link again."))
        }
        Actor::Signed(signed) if signed.id.0 != known.id => Err(Error::Conflict(
            "You are signed in with another address than the one that was invited. Sign out, sign in with that one, \
             and open the link again.",
        )),
        Actor::Signed(signed) if signed.role < Role::Member => Err(Error::Conflict(
            "You have applied for membership, and staff decide on that first. Open the link again when they have.",
        )),
        Actor::Signed(_) => Ok(()),
    }
}

async fn newcomer(deps: &Deps, new: &NewAcceptance, row: &invitation::Model) -> Result<Newcomer> {
    let missing = |field: &str| Error::field(field, "required", "Type something here.");
    let name = text::line("name", new.name.as_deref().ok_or_else(|| missing("name"))?)?;
    let password = new.password.as_deref().ok_or_else(|| missing("password"))?;
    check_password("password", password, &row.email, &name)?;
    Ok(Newcomer { name, password_hash: hash_password(deps, password).await? })
}

/// Lets a member belong who may have asked to already, or belong already.
async fn join<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    invitation: &invitation::Model,
    organisation_id: i64,
    member_id: i64,
) -> Result<()> {
    let open = affiliation::Entity::find()
        .filter(affiliation::Column::MemberId.eq(member_id))
        .filter(affiliation::Column::OrganisationId.eq(organisation_id))
        .filter(affiliation::Column::Status.is_in(["requested", "active"]))
        .one(connection)
        .await?;
    match open {
        None => {
            let role = part_of(&invitation.role);
            take_in(deps, connection, organisation_id, member_id, role, Some(invitation.invited_by)).await?;
        }
        Some(open) if open.status == "requested" => {
            let version = open.version;
            let mut change = open.into_active_model();
            change.status = Set("active".into());
            change.decided_at = Set(Some(deps.clock.now()));
            change.decided_by = Set(Some(invitation.invited_by));
            change.version = Set(version.wrapping_add(1));
            change.update(connection).await?;
            settle_in(connection, organisation_id, member_id).await?;
        }
        Some(_) => {}
    }
    Ok(())
}
