//! An administrative procedure (thủ tục hành chính) with every part that must be posted.

mod body;
mod channel;
mod code;
mod edition;
mod fee;
mod limit;
mod paper;
mod step;

pub use body::{
    Applicant, Bodies, Condition, Decision, Outcome, Procedure, ProcedureKind, ProcedureLevel,
};
pub use channel::{Channel, ChannelKind, LimitCase, OnlineLevel, StartEvent};
pub use code::{ProcedureCode, ProcedureCodeError};
pub use edition::{Edition, EditionMark};
pub use fee::{Fee, FeeKind, Price};
pub use limit::{Limit, TimeLimit, TimeLimitError, TimeUnit};
pub use paper::{HandIn, Paper, PaperCase};
pub use step::Step;
