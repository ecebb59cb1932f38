//! What citizens bring that somebody must handle and answer: petitions, reports of what was asked for beyond the
//! list, and pages that are wrong. Ratings are none of them, and none of them is ever counted as a rating.
//!
//! A [`Matter`] is what was sent. What becomes of it is a log of [`Event`]s, only ever appended; its [`Life`] is
//! worked out from the log, and [`Life::follow`] alone says which event may come next.

mod act;
mod brought;
mod contact;
mod demand;
mod event;
pub mod field;
pub mod form;
mod kind;
mod life;
mod matter_claim;
mod posted;
mod reply_template;
mod sent;
mod state;
mod time_limits;
mod tracking_code;
mod working_time;

pub use act::{Act, ActKind, Settled};
pub use brought::Matter;
pub use contact::Contact;
pub use demand::Demand;
pub use event::{By, Event};
pub use kind::MatterKind;
pub use life::{Broken, Life, NotAllowed};
pub use matter_claim::MatterClaim;
pub use posted::Posted;
pub use reply_template::ReplyTemplate;
pub use sent::{AskedMatter, SentMatter};
pub use state::State;
pub use time_limits::{Dues, Limit, TimeLimits};
pub use tracking_code::{TrackingCode, TrackingCodeError, TrackingHash};
pub use working_time::WorkingTime;
