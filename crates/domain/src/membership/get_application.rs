//! Gets an application as staff see it, with hints at doubles.

use api_types::membership::{Answers, Application, DuplicateHint, DuplicateReason, Library};
use api_types::{ApplicationId, MemberId};
use entity::{application, library, member};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait as _, QueryFilter, QueryOrder, QuerySelect};

use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::queries::{language_of, library_of, status_of};

/// How many doubles of a kind are shown.
const HINTS: u64 = 20;

/// The application with everything that staff need to decide.
pub async fn get_application(deps: &Deps, id: ApplicationId) -> Result<Application> {
    let row = application::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let library = match row.library_id {
        Some(id) => library::Entity::find_by_id(id).one(&deps.read).await?.map(library_of),
        None => None,
    };
    let decided_by = match row.decided_by {
        Some(id) => member::Entity::find_by_id(id).one(&deps.read).await?.map(|member| member.name),
        None => None,
    };
    let answers: Answers =
        serde_json::from_str(&row.answers).map_err(|error| Error::internal("reading an application", error))?;
    let duplicates = duplicates_of(deps, &row, library.as_ref()).await?;
    Ok(Application {
        id,
        language: language_of(&row.language),
        answers,
        library,
        status: status_of(&row.status),
        created_at: to_wire(row.created_at),
        confirmed_at: row.confirmed_at.map(to_wire),
        decided_at: row.decided_at.map(to_wire),
        decided_by,
        duplicates,
        name: row.name,
        email: row.email,
        telephone: row.telephone,
        message: row.message,
    })
}

/// Other applications, and members, with the same address or the same library.
async fn duplicates_of(deps: &Deps, row: &application::Model, library: Option<&Library>) -> Result<Vec<DuplicateHint>> {
    let is_library = row.member_type == "library";
    let mut same = Condition::any().add(application::Column::EmailKey.eq(&row.email_key));
    if is_library {
        let named = Condition::all().add(application::Column::MemberType.eq("library")).add(
            Expr::expr(Func::lower(Expr::col(application::Column::Organisation))).eq(row.organisation.to_lowercase()),
        );
        same = same.add(named);
    }
    if let Some(library_id) = row.library_id {
        same = same.add(application::Column::LibraryId.eq(library_id));
    }
    let applications = application::Entity::find()
        .filter(application::Column::Id.ne(row.id))
        .filter(same)
        .order_by_asc(application::Column::Id)
        .limit(HINTS)
        .all(&deps.read)
        .await?;
    // The member that another application here led to is not named a second time.
    let mut known: Vec<i64> = applications.iter().filter_map(|other| other.member_id).collect();
    known.extend(row.member_id);
    let mut hints: Vec<DuplicateHint> = applications
        .into_iter()
        .map(|other| DuplicateHint {
            reason: reason(other.email_key == row.email_key),
            name: other.name,
            application_id: Some(ApplicationId(other.id)),
            member_id: other.member_id.map(MemberId),
        })
        .collect();
    let mut same = Condition::any().add(member::Column::EmailKey.eq(&row.email_key));
    if let Some(organisation_id) = library.and_then(|library| library.organisation_id) {
        same = same.add(member::Column::OrganisationId.eq(organisation_id.0));
    }
    let members = member::Entity::find()
        .filter(member::Column::Id.is_not_in(known))
        .filter(same)
        .order_by_asc(member::Column::Id)
        .limit(HINTS)
        .all(&deps.read)
        .await?;
    hints.extend(members.into_iter().map(|member| DuplicateHint {
        reason: reason(member.email_key == row.email_key),
        name: member.name,
        application_id: None,
        member_id: Some(MemberId(member.id)),
    }));
    Ok(hints)
}

const fn reason(is_same_email: bool) -> DuplicateReason {
    if is_same_email { DuplicateReason::SameEmail } else { DuplicateReason::SameLibrary }
}
