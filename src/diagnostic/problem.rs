//! Every problem that `check` can find, with the facts its wording needs.
//!
//! One flat list on purpose: the variant is the code, the fields are the facts, and the two wording
//! tables match it exhaustively. Group numbers: 0 reading, 1 shape, 2 references, 3 law,
//! 4 plausibility, 5 printed codes and addresses, 6 the site as a whole, 7 results, 8 apologies, 9 imports.

use super::{BookTrouble, CellTrouble, Doubt};
use crate::text::Date;

/// What kind of thing a reference or an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each names the thing of the same name in the glossary")]
pub enum Kind {
    Procedure,
    Field,
    Agency,
    Counter,
    Point,
    Set,
    Act,
    Survey,
    Factor,
    Question,
    Answer,
    Step,
    Channel,
    Fee,
    LimitCase,
    PaperCase,
    Paper,
    Condition,
    Outcome,
    Hotline,
    Term,
    PrintedCode,
    ResultUnit,
    Measure,
    Method,
    Target,
}

/// The shape of a value that a key wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say the shape; `docs/content.md` shows each")]
pub enum Shape {
    Map,
    List,
    Text,
    Number,
    YesNo,
    Date,
    Hour,
    Money,
    TimeLimit,
    Phone,
    Email,
    WebAddress,
    Slug,
    ProcedureCode,
    Language,
    PrintedCode,
    FileName,
    /// A month, a quarter, a year.
    Period,
    /// A percentage with at most two decimals.
    Percent,
    /// The site, an agency or a counter.
    Unit,
    /// Ways on which ratings came.
    Ways,
    /// What a figure is of.
    Topic,
    /// A list, or the word `none`.
    ListOrNone,
    /// A text, or the word `none`.
    TextOrNone,
    /// Nothing at all: a key with no value.
    Nothing,
}

/// One of the three contacts that are never merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Contact {
    /// Help with files (the desk).
    Help,
    /// The body that receives phản ánh, kiến nghị.
    Petitions,
    /// Reception of citizens for khiếu nại, tố cáo.
    Complaints,
}

/// What an original has in the place of words that could be translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Original {
    /// The announcing decision's own words, which are quoted as they are.
    Quoted,
    /// The word `none`.
    None,
    /// Nothing: the key is not there.
    Missing,
}

/// What is wrong, with its facts. The comment of each says when it is raised.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "fields are the facts that the wording quotes")]
pub enum Problem {
    // 0 reading
    /// The operating system would not let us read it.
    Unreadable { reason: String },
    /// Bytes that are not UTF-8 (an old TCVN3 or UTF-16 file, most often).
    NotUtf8 { byte: usize },
    /// Larger than any content file can sensibly be.
    TooLarge { bytes: u64, limit: u64 },
    /// Not YAML at all from here on.
    Syntax { message: String },
    /// An anchor or alias (`&x`, `*x`): refused, since a few lines of them can fill the memory.
    Alias,
    /// Nested deeper than any content file needs.
    TooDeep { limit: usize },
    /// A symbolic link that leads out of the content folder.
    LinkOutside { target: String },
    /// A folder that contains itself by a link.
    FolderLoop,
    /// A file that no rule of the content folder reads.
    UnknownFile { suggestion: Option<String> },
    /// A file name whose parts are wrong (code, date, language).
    FileName { wanted: Shape, found: String },
    /// A file with nothing in it.
    EmptyFile,
    /// More than one document (`---`) in a file.
    ManyDocuments,
    /// A folder, pipe, socket or device where a content file should stand; it is not opened.
    NotAFile,
    /// More problems in one file than anybody reads; the rest is counted.
    ManyMore { count: usize },
    /// Saved as UTF-16, which begins with a byte-order mark of its own.
    Utf16,
    /// A control character, which no text needs and no page can show.
    ControlSign { sign: u32 },
    // 1 shape
    /// A key that the file kind does not have.
    UnknownKey { key: String, suggestion: Option<String>, known: Vec<String> },
    /// The same key twice in one map.
    DuplicateKey { key: String, first_line: u32 },
    /// A key that must be there.
    MissingKey { key: String },
    /// A list where a map should be, and the like.
    WrongShape { wanted: Shape, found: Shape },
    /// A word outside a closed list.
    NotOneOf { found: String, allowed: Vec<String>, suggestion: Option<String> },
    /// A scalar that its type refuses; `reason` is that type's own sentence.
    BadValue { wanted: Shape, found: String, reason: String },
    /// A time limit that is a bare number.
    LimitWithoutUnit { found: String },
    /// An empty text where words must stand.
    EmptyText,
    /// Curly quotation marks where straight ones would quote a value.
    CurlyQuotes,
    /// A text without quotes whose end is read as a remark.
    CutText { lost: String },
    // 2 references
    /// A reference to something that does not exist.
    UnknownReference { kind: Kind, id: String, suggestion: Option<String> },
    /// The same id twice.
    DuplicateId { kind: Kind, id: String },
    /// Two files for one procedure edition.
    DuplicateProcedure { code: String, other: String },
    /// Words in another language for an id the original does not have.
    WordsWithoutOriginal { kind: Kind, id: String, suggestion: Option<String> },
    /// A words file whose original does not exist.
    WordsWithoutFile { original: String },
    /// A form that is not in `forms/`.
    MissingForm { form: String, suggestion: Option<String> },
    /// A procedure that no agency offers.
    OfferedNowhere { code: String },
    /// A counter that handles no procedure its agency offers.
    IdleCounter { counter: String },
    /// A procedure offered by an agency, handled at none of its counters.
    NoCounterFor { agency: String, codes: Vec<String> },
    /// An agency that is its own ancestor.
    ParentLoop { agency: String },
    /// An offering for a procedure the agency does not offer.
    StrayOffering { agency: String, code: String },
    /// Words in a language that `site.yaml` does not list.
    UndeclaredLanguage { language: String },
    /// Two editions of one procedure in the folders of two fields.
    EditionInOtherField { code: String, other: String },
    /// Words in another language where the original has none to translate: no page shows them.
    WordsNotShown { key: String, original: Original },
    // 3 law
    /// A mandatory part is missing.
    MissingPart { part: String, citation: String },
    /// A part that may be absent, but must then be said to be `none`.
    NoneNotStated { part: String, citation: String },
    /// One of the two mandatory contacts is missing.
    MissingContact { contact: Contact },
    /// No phone number by which the help desk can be reached.
    NoHotline { agency: String },
    /// Procedures of the announced list that are not posted.
    AnnouncedNotPosted { agency: String, codes: Vec<String> },
    /// Procedures posted that the announced list does not have.
    PostedNotAnnounced { agency: String, codes: Vec<String> },
    /// Every edition has ended.
    Expired { code: String, ended: Date },
    /// No edition has begun yet.
    NotYetInForce { code: String, begins: Date },
    /// An edition ends after the next begins.
    EditionsOverlap { code: String, ends: Date, next_begins: Date },
    /// An edition ends before the next begins.
    EditionGap { code: String, ends: Date, next_begins: Date },
    /// An edition without the decision that announced it.
    NoDecision { code: String },
    /// A part quoted as the decision has it; the citizen is told so.
    AsAnnounced { part: String, words: String },
    /// A body, paper or label that has been abolished.
    Abolished { found: String, since: Date, instead: String },
    /// A reference survey without the act it comes from.
    SurveyWithoutCitation { survey: String },
    /// An end that lies before its beginning.
    EndsBeforeBegins { from: Date, to: Date },
    /// Two editions that take force on the same day.
    EditionsSameDay { code: String, day: Date, other: String },
    /// A dated edition that takes force before the first edition does.
    EditionBeforeFirst { code: String, dated: Date, first: Date },
    /// `effective_from` in an edition whose file name says the day.
    FromInDatedEdition { found: Date },
    // 4 plausibility
    /// "Free", but the note names a sum.
    FreeWithAmount { note: String },
    /// An amount that looks as if three zeros had been lost.
    DroppedThousands { amount: u64, meant: u64 },
    /// An official title over 250 characters and no short name.
    LongTitle { characters: usize },
    /// A fee valid outside its edition; `from` and `to` are the fee's own.
    FeeOutsideEdition { fee: String, from: Option<Date>, to: Option<Date> },
    /// A fee whose validity has ended.
    FeeExpired { fee: String, ended: Date },
    /// A paper of which neither an original nor a copy is asked: a remark, most likely.
    PaperWithoutCount { paper: String },
    /// An online channel without `level` or `url`, or one of these on another channel (then what is
    /// missing is `kind`, said to be online).
    OnlineChannel { channel: String, missing: &'static str },
    /// Case without a name although there are several.
    UnnamedCase { case: String },
    /// A short name over 80 characters.
    LongShortName { characters: usize },
    /// A fee line with both an amount and the words of the decision.
    AmountAndQuote { fee: String },
    /// Opening hours that close before they open.
    HoursReversed { from: String, to: String },
    /// Two spans of opening hours that share time on one day; `first` counts from 1 and stands above.
    HoursOverlap {
        day: &'static str,
        first: usize,
        first_span: String,
        second: usize,
        second_span: String,
    },
    /// A share of more than the whole.
    OverHundredPercent { found: String },
    /// A number of sets that is nought.
    NoSets,
    /// The questions of a recorded version of a survey are other than they were.
    SurveyChanged { survey: String, version: u16, next: u16 },
    /// A survey whose version is lower than one that was recorded.
    SurveyVersionBack { survey: String, version: u16, newest: u16 },
    /// A survey that is offered and whose version was not recorded yet.
    SurveyNotRecorded { survey: String, version: u16 },
    /// The survey behind a printed code does not begin with a mandatory choice that one tap answers.
    SlowFirstQuestion { survey: String },
    /// A number whose least is more than its most.
    BoundsReversed { min: u32, max: u32 },
    // 5 printed codes and addresses
    /// A counter that has no printed code yet.
    CounterWithoutCode { counter: String },
    /// One code twice in the ledger.
    CodeReused { code: String },
    /// A successor that is not in the ledger, or is the code itself.
    BadSuccessor { code: String, successor: String },
    /// `base_url` is not an absolute http(s) address.
    BadBaseUrl { found: String },
    /// `base_url` has a path, so codes need a bare `print_origin`.
    PrintOriginMissing { base_url: String },
    /// `print_origin` is not a bare http(s) origin.
    BadPrintOrigin { found: String },
    /// Codes would carry an http address: fit for a trial, not for print.
    InsecurePrintOrigin { found: String },
    /// Successors that lead back to the code itself.
    SuccessorLoop { code: String },
    /// A code retired before it was in use.
    RetiredBeforeSince { code: String, since: Date, retired: Date },
    /// Two codes in use for one counter.
    TwoLiveCodes { counter: String, codes: Vec<String> },
    /// Sheets hang whose host the site has no longer, and no redirect is recorded.
    PrintedHostLost { host: String, now: String, sheets: Vec<String> },
    /// A code that was printed and is not in the ledger.
    PrintedCodeLost { code: String, printed: Date },
    // 6 the site as a whole
    /// There is no `site.yaml`, or no content folder.
    NoSite { looked_in: String },
    /// The list of languages is empty.
    NoLanguages,
    /// No procedure at all.
    NoProcedures,
    /// A page whose text has no `# title`.
    PageWithoutTitle,
    /// Pages are published without the broken part; says which.
    LeftOut { what: String, kept: Option<String> },
    /// No list of required parts, so nothing says whether a procedure is complete in law.
    LawNotChecked { looked_in: String },
    // 7 results
    /// A bulletin that nobody signed: no page shows it.
    BulletinNotSigned { period: String },
    /// A bulletin whose content is not what was signed.
    BulletinChanged { signed_by: String },
    /// A bulletin of a period that was not over when it was drawn.
    PeriodNotOver { period: String, ends: Date },
    /// A file whose name says another period or agency than its keys.
    NamedOtherwise { named: String, written: String },
    /// A figure of fewer answers than the bulletin's own threshold, or a threshold that is too low.
    SmallFigureShown { n: u64, threshold: u64 },
    /// A figure that cannot be: outside its interval, or an interval that does not follow from it.
    ImpossibleFigure { percent: String, low: String, high: String, n: u64 },
    /// Parts that do not add up to their total; `of` is the key.
    PartsDisagree { of: String, parts: u64, total: u64 },
    /// What is withheld follows from what is shown.
    WithheldFollows { unit: String },
    /// A counter that is in a bulletin and in use no more.
    UnitRetired { unit: String },
    /// A measure whose day is past and that does not say what came of it.
    MeasureWithoutOutcome { measure: String, until: Date },
    /// A table without columns that must be there.
    MissingColumns { missing: Vec<String>, found: Vec<String> },
    /// A cell that is no number of files.
    NotACount { column: String, found: String },
    /// A day that cannot be read or lies outside the period of the file.
    NotADayOf { period: String, found: String },
    // 8 apologies
    /// Nobody has signed a register of apologies, so no page shows it.
    ApologiesNotSigned { agency: String },
    /// A register was changed after it was signed.
    ApologiesChanged { signed_by: String },
    /// More of a file's number is readable than its ends.
    FileNumberReadable,
    /// The reason of an apology is missing, too long, or seems to name somebody.
    ReasonNamesSomebody,
    /// A file is apologised for twice.
    ApologyTwice { file: String },
    /// A day of an apology that cannot be.
    ApologyDays { day: Date },
    /// More late files were apologised for than were overdue.
    MoreApologies { overdue: u64, apologised: u64 },
    // 9 imports
    /// Something that an import could not read with certainty; `at` is the key path it is about.
    ToDecide { at: String, found: String, doubt: Doubt },
    /// A record that cannot be imported at all.
    RecordUnread { reason: String },
    /// Two records or rows with one code or id.
    RecordTwice { code: String },
    /// A file that is not read.
    BookRefused { why: BookTrouble },
    /// A sheet of the workbook that is missing, renamed or empty; `seen` are the names there are.
    SheetMissing { sheet: String, seen: Vec<String> },
    /// A cell that is not taken as it is.
    CellRefused { cell: String, found: String, why: CellTrouble },
}
