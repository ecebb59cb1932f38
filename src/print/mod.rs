//! What is printed: posters, tents and labels with the symbol of a counter, the notice board, procedures in full,
//! surveys on paper, the notice of where petitions are received, slips with one-time codes.
//!
//! Two ways lead to paper. The sheet of a counter is always there as one HTML file that a browser prints: no typesetter
//! to install. With the feature `pdf` every kind of sheet is set as PDF (room `pdf`, the door of the typesetter), by the
//! files in `print/` of a theme.
//!
//! What hangs on a wall cannot be recalled. So a symbol is decoded again before it is drawn, its address comes only from
//! a [`crate::publication::PrintOrigin`], modules too fine for common printers are refused ([`Legibility`]), every sheet
//! carries the mark of what it says ([`SheetMark`]), and a sheet for a trial says so.

mod board;
mod counter_card;
mod counter_facts;
mod document;
mod legibility;
mod letter_document;
mod notice;
mod office_foot;
#[cfg(feature = "pdf")]
pub mod pdf;
mod posted;
mod print_error;
mod procedure_sheet;
mod receipt_slip;
mod said;
mod sheet;
mod sheet_kind;
mod speech;
mod survey_slip;

pub use board::{BoardSubject, board_codes, board_sheet};
pub use counter_card::{CardSubject, counter_card};
pub use counter_facts::{CounterSubject, counter_sheet};
pub use document::{LabelSheet, Setting, document};
pub use legibility::Legibility;
pub use letter_document::letter_document;
pub use notice::{NoticeSubject, notice_sheet};
pub use print_error::PrintError;
pub use procedure_sheet::{ProcedureSubject, procedure_sheet};
pub use receipt_slip::{SlipSubject, receipt_slips};
pub use said::Said;
pub use sheet::{Sheet, SheetMark};
pub use sheet_kind::{Paper, SheetKind};
pub use speech::Call;
pub use survey_slip::survey_slip;
