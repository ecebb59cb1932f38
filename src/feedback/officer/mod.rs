//! Those who answer: officers of an agency, its leader, the province, and who runs the installation; what each
//! may do, what a password must be, and the one-time numbers of authenticator programs.
//!
//! Pure like the rest of the room: hashing, keeping and sessions are the business of `store`, pages that of
//! `host`. Whatever is done at the desk passes one function, [`may`].

mod account;
mod action;
mod may;
mod password;
mod role;
mod signed_in;
mod totp;

pub use account::{AccountError, AccountName};
pub use action::{Action, Target};
pub use may::may;
pub use password::{PasswordFault, SHORTEST_PASSWORD, check_password};
pub use role::{Role, RoleError, Scope};
pub use signed_in::Officer;
pub use totp::{STEP_SECONDS, TotpSecret};
