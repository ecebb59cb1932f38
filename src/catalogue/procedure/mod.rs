//! An administrative procedure (thủ tục hành chính) with every part that must be posted.

mod body;
mod channel;
mod code;
mod edition;
mod entries;
mod excerpt;
mod fee;
mod filing_time;
mod limit;
mod outline;
mod paper;
mod section;
mod step;

pub use body::{
    Applicant, Bodies, Condition, Decision, Outcome, Procedure, ProcedureKind, ProcedureLevel,
};
pub use channel::{Channel, ChannelKind, LimitCase, OnlineLevel, StartEvent};
pub use code::{ProcedureCode, ProcedureCodeError};
pub use edition::{Edition, EditionMark};
pub use fee::{Fee, FeeKind, Price};
pub use filing_time::{ExpectedDay, FilingTime};
pub use limit::{Limit, TimeLimit, TimeLimitError, TimeUnit};
pub use outline::{outline, shares};
pub use paper::{HandIn, Paper, PaperCase};
pub use section::{Apart, Section, Share};
pub use step::Step;
