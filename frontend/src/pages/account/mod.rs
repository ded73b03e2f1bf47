//! Accounts: signing in, passwords, the member's own account.

mod new_password;
mod own;
mod referrals;
mod setup;
mod sign_in;

pub use new_password::{ForgottenPasswordPage, PasswordFromLink, ResetPasswordPage};
pub use own::AccountPage;
pub use referrals::ReferralsPage;
pub use setup::SetupPage;
pub use sign_in::SignInPage;
