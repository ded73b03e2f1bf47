//! Accounts: signing in, passwords, the member's own account.

mod data;
mod new_password;
mod own;
mod setup;
mod sign_in;

pub use data::DataPage;
pub use new_password::{ForgottenPasswordPage, PasswordFromLink, ResetPasswordPage};
pub use own::AccountPage;
pub use setup::SetupPage;
pub use sign_in::SignInPage;
