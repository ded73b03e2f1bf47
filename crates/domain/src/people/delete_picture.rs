//! Takes the caller's picture away.

use super::set_picture::exchange;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::Result;

/// Takes the picture away, file and all. Where there is none, nothing is to be done.
pub async fn delete_picture(deps: &Deps, signed: &Signed) -> Result<()> {
    exchange(deps, signed, None).await
}
