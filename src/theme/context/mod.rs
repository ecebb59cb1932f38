//! The contract with templates: one struct for each kind of page, with every field documented.
//!
//! A template reads `page.<field>` of its page's struct here, `frame.<field>` of [`FrameFields`] and
//! `words.<key>`. What is optional here is none there (`{% if page.note %}`). Texts of the
//! publication are [`super::Phrase`]s: they print escaped, and marked where they fall back.

mod a_to_z;
mod agencies;
mod agency;
mod apologies;
mod changes;
mod channel;
mod choose_procedure;
mod confirm_key;
mod contact;
mod counter;
mod counter_card;
mod desk_apologies;
mod desk_apology;
mod desk_head;
mod desk_inbox;
mod desk_log;
mod desk_matter;
mod desk_measures;
mod desk_notice;
mod desk_officers;
mod desk_quarantine;
mod desk_rating_samples;
mod desk_ratings;
mod desk_results;
mod desk_samples;
mod desk_second_factor;
mod desk_sessions;
mod desk_set_up;
mod desk_sign_in;
mod desk_slip_piles;
mod desk_slips;
mod desk_words;
mod edition;
mod expected;
mod failure;
mod field;
mod filled;
mod frame;
mod free;
mod home;
mod letter_sheet;
mod link;
mod matter_form;
mod matter_guide;
mod matter_links;
mod matter_pen;
mod matter_thanks;
mod meta;
mod not_found;
mod offering;
mod paper;
mod particulars;
mod pen;
mod procedure;
mod procedure_offerers;
mod procedure_section;
mod question;
mod rating;
mod refused;
mod results;
mod results_samples;
mod said;
pub(super) mod sample;
mod search;
mod survey_form;
mod thanks;
mod ticket_refused;
mod tracking;

pub use a_to_z::{AtoZ, Letter, LetterGroup};
pub use agencies::{Agencies, AgencyGroup, AgencyRow};
pub use agency::{Agency, Door, FieldGroup, PointLines, PostingLines};
pub use apologies::{Apologies, ApologyGroup, PublicApology};
pub use changes::{ChangeDay, ChangeRow, Changes};
pub use channel::{ActLink, Channel, FeeLine, FeeList, LimitLine};
pub use choose_procedure::ChooseProcedure;
pub use confirm_key::{ConfirmKey, HiddenField};
pub use contact::{
    ContactLines, ContactTrio, HotlineLines, HoursLine, ReceptionLines, web_address,
};
pub use counter::{Counter, CounterRow, RateLink};
pub use counter_card::CounterCard;
pub use desk_apologies::{ApologyForm, ApologyLine, DeskApologies, LateFileLine, OwedLine};
pub use desk_apology::DeskApology;
pub use desk_head::{DeskHead, DeskLink};
pub use desk_inbox::{Choice, DeskInbox, MatterRow};
pub use desk_log::{DeskLog, LogLine};
pub use desk_matter::{DeskMatter, EventLine, Fact, PostedPart, Typed};
pub use desk_measures::{DeskMeasures, MeasureForm, MeasureLine, QuoteLine};
pub use desk_notice::DeskNotice;
pub use desk_officers::{DeskOfficers, OfficerLine};
pub use desk_quarantine::{DeskQuarantine, HeldCountLine, HeldLine};
pub use desk_ratings::{AnswerLine, DeskRatings, GatheredLines, RatingFilter, WordsLine};
pub use desk_results::{Bar, BarChart, DeskResults, FigureLine};
pub use desk_second_factor::DeskSecondFactor;
pub use desk_sessions::{DeskSessions, SessionLine};
pub use desk_set_up::DeskSetUp;
pub use desk_sign_in::DeskSignIn;
pub use desk_slip_piles::{DeskSlipPiles, PileLine};
pub use desk_slips::{DeskSlips, SlipField, SlipQuestion};
pub use desk_words::{DeskWords, PendingLine};
pub use edition::{EditionLink, EditionNotes};
pub use expected::{DayTable, FilingRule};
pub use failure::Failure;
pub use field::{Field, Fields};
pub use filled::{Fault, Filled};
pub use frame::{Frame, FrameFields, MenuLink, Section};
pub use free::Free;
pub use home::Home;
pub use letter_sheet::{LetterSheet, SheetBlock, SheetCell, SheetParagraph, SheetRun, SheetTable};
pub use link::{Call, CountedLink, Link, PartLink, ProcedureRow};
pub use matter_form::{DemandBox, MatterForm, MatterOpening, TypedField, TypedMatter};
pub use matter_guide::{MatterGuide, PostedLine};
pub use matter_links::MatterLinks;
pub use matter_thanks::MatterThanks;
pub use meta::{Alternate, Meta};
pub use not_found::NotFound;
pub use offering::Offering;
pub use paper::{Case, PaperLine};
pub use particulars::{
    ActLine, BodyLine, Glance, GlanceLine, Listing, OnlineButton, OutcomeLine, Particulars,
    StepLine,
};
pub use procedure::{OffererRow, Offerers, Procedure};
pub use procedure_offerers::ProcedureOfferers;
pub use procedure_section::{CaseLink, ProcedureSection};
pub use question::{FormGroup, FormOption, FormQuestion};
pub use rating::{AboutLine, Opening, Rating};
pub use refused::{Refusal, Refused};
pub use results::{
    MeasureLines, QuestionLines, Results, ResultsCell, ResultsFact, ResultsRow, ResultsSection,
};
pub use said::Said;
pub use search::{FoundRow, Search, SearchField};
pub use survey_form::SurveyForm;
pub use thanks::{After, Thanks, ThanksNote};
pub use ticket_refused::{TicketAsked, TicketRefused};
pub use tracking::{Looked, Tracked, TrackedLine, Tracking};
