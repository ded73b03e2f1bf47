//! Accounts: signing in, passwords, the member's own account.

mod data;
mod email_change;
mod frame;
mod new_password;
mod other_sign_in;
mod own;
mod passkeys;
mod referrals;
mod second_factor;
mod second_step;
mod setup;
mod sign_in;
mod step_up;

pub use data::{DataPage, Erase, Export};
pub use email_change::EmailChangePage;
pub use frame::AccountFrame;
pub use new_password::{ForgottenPasswordPage, PasswordFromLink, ResetPasswordPage};
pub use other_sign_in::OtherSignInPage;
pub use own::AccountPage;
pub use passkeys::PasskeysPage;
pub use referrals::ReferralsPage;
pub use second_factor::SecondFactorPage;
pub use second_step::SecondStepPage;
pub use setup::SetupPage;
pub use sign_in::SignInPage;
pub use step_up::StepUpProvider;
