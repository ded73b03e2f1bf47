//! Referral codes: short, easy to read out, and good for nothing but to say who sent somebody.

use entity::member;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::error::{Error, Result};

/// Letters and digits that are not taken for each other when read out or copied by hand: 32 of them.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// How long a code is: 40 bits, too many to guess at a member's.
const LENGTH: usize = 8;

/// A new code.
pub(super) fn new_code() -> Result<String> {
    let mut bytes = [0_u8; LENGTH];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal("drawing random numbers", error))?;
    Ok(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
}

/// The member whose code this is, however it was typed. One who is no longer a member has none.
pub async fn member_of_code<C: ConnectionTrait>(connection: &C, code: &str) -> Result<Option<i64>> {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).take(LENGTH + 1).collect();
    let code = code.to_ascii_uppercase();
    if code.len() != LENGTH {
        return Ok(None);
    }
    let found = member::Entity::find()
        .filter(member::Column::ReferralCode.eq(code))
        .filter(member::Column::Role.ne("applicant"))
        .filter(member::Column::IsSuspended.eq(false))
        .one(connection)
        .await?;
    Ok(found.map(|row| row.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_of_their_letters_and_not_alike() {
        let (one, other) = (new_code().unwrap(), new_code().unwrap());
        assert_ne!(one, other);
        assert!(one.len() == LENGTH && one.bytes().all(|letter| LETTERS.contains(&letter)), "{one}");
    }
}
