//! The log of what was done at the desk: only ever added to, each row sealed to the one before by its hash. A row
//! that was changed or taken out later breaks the chain there; rows cut off at the end are missed by the count
//! that the lock row keeps.
//!
//! Rows whose time of keeping is over go from the beginning on (`store::upkeep`); `audit_line` keeps number and hash of
//! the last of them, and the proof begins there.
//!
//! It does not stop somebody who can rewrite the whole table and that count. Against that, `niemyet store check`
//! prints the head of the chain: written down elsewhere, it shows later whether the log is still the same.

use super::Transaction;
use crate::feedback::matter::{Act, ActKind, By, Event};
use crate::store::cells::Cells;
use crate::store::failure::Failure;
use crate::store::snapshot::Snapshot;
use crate::store::stored_rating::digits;
use crate::store::upkeep::Held;
use crate::store::{StoreError, utc};
use crate::text::Slug;

pub(in crate::store) const LAST: &str =
    "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";

pub(in crate::store) const INSERT: &str = "INSERT INTO audit (number, at, account, deed, agency, subject, detail, former, hash) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

pub(in crate::store) const COUNT: &str = "UPDATE lock SET turn = $1 WHERE name = 'office'";

const ALL: &str = "SELECT number, at, account, deed, agency, subject, detail, former, hash FROM audit \
     ORDER BY number";

/// Where the chain was cut, if rows were ever taken out.
const LINE: &str = "SELECT number, hash FROM audit_line WHERE name = 'office'";

/// How many rows there have been at least.
const COUNTED: &str = "SELECT turn FROM lock WHERE name = 'office'";

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its word says")]
pub enum Deed {
    OfficerAdded,
    OfficerReset,
    OfficerDisabled,
    AlertRecipientAdded,
    AlertRecipientRemoved,
    AlertSettingChanged,
    PasswordSet,
    SignedIn,
    SignInFailed,
    SessionEnded,
    SecondFactorSet,
    PersonalDataOpened,
    PersonalDataExported,
    MatterAccepted,
    MatterAssigned,
    MatterNoted,
    MatterPassedOn,
    MatterRefused,
    MatterAnswered,
    MatterClosed,
    MatterRegistered,
    MatterKeyedIn,
    PersonalDataDeleted,
    RatingReleased,
    RatingHeld,
    SlipKeyedIn,
    SlipsBegun,
    SlipsDone,
    WordsReviewed,
    LetterTaken,
    ApologyDrafted,
    ApologySigned,
    ApologyDropped,
    LateFilesImported,
    OverdueKeyedIn,
    MeasureKept,
    MeasureDropped,
    QuoteChosen,
    QuoteDropped,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 39] = [
        Self::OfficerAdded,
        Self::OfficerReset,
        Self::OfficerDisabled,
        Self::AlertRecipientAdded,
        Self::AlertRecipientRemoved,
        Self::AlertSettingChanged,
        Self::PasswordSet,
        Self::SignedIn,
        Self::SignInFailed,
        Self::SessionEnded,
        Self::SecondFactorSet,
        Self::PersonalDataOpened,
        Self::PersonalDataExported,
        Self::MatterAccepted,
        Self::MatterAssigned,
        Self::MatterNoted,
        Self::MatterPassedOn,
        Self::MatterRefused,
        Self::MatterAnswered,
        Self::MatterClosed,
        Self::MatterRegistered,
        Self::MatterKeyedIn,
        Self::PersonalDataDeleted,
        Self::RatingReleased,
        Self::RatingHeld,
        Self::SlipKeyedIn,
        Self::SlipsBegun,
        Self::SlipsDone,
        Self::WordsReviewed,
        Self::LetterTaken,
        Self::ApologyDrafted,
        Self::ApologySigned,
        Self::ApologyDropped,
        Self::LateFilesImported,
        Self::OverdueKeyedIn,
        Self::MeasureKept,
        Self::MeasureDropped,
        Self::QuoteChosen,
        Self::QuoteDropped,
    ];

    /// The word that is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::OfficerAdded => "officer_added",
            Self::OfficerReset => "officer_reset",
            Self::OfficerDisabled => "officer_disabled",
            Self::AlertRecipientAdded => "alert_recipient_added",
            Self::AlertRecipientRemoved => "alert_recipient_removed",
            Self::AlertSettingChanged => "alert_setting_changed",
            Self::PasswordSet => "password_set",
            Self::SignedIn => "signed_in",
            Self::SignInFailed => "sign_in_failed",
            Self::SessionEnded => "session_ended",
            Self::SecondFactorSet => "second_factor_set",
            Self::PersonalDataOpened => "personal_data_opened",
            Self::PersonalDataExported => "personal_data_exported",
            Self::MatterAccepted => "matter_accepted",
            Self::MatterAssigned => "matter_assigned",
            Self::MatterNoted => "matter_noted",
            Self::MatterPassedOn => "matter_passed_on",
            Self::MatterRefused => "matter_refused",
            Self::MatterAnswered => "matter_answered",
            Self::MatterClosed => "matter_closed",
            Self::MatterRegistered => "matter_registered",
            Self::MatterKeyedIn => "matter_keyed_in",
            Self::PersonalDataDeleted => "personal_data_deleted",
            Self::RatingReleased => "rating_released",
            Self::RatingHeld => "rating_held",
            Self::SlipKeyedIn => "slip_keyed_in",
            Self::SlipsBegun => "slips_begun",
            Self::SlipsDone => "slips_done",
            Self::WordsReviewed => "words_reviewed",
            Self::LetterTaken => "letter_taken",
            Self::ApologyDrafted => "apology_drafted",
            Self::ApologySigned => "apology_signed",
            Self::ApologyDropped => "apology_dropped",
            Self::LateFilesImported => "late_files_imported",
            Self::OverdueKeyedIn => "overdue_keyed_in",
            Self::MeasureKept => "measure_kept",
            Self::MeasureDropped => "measure_dropped",
            Self::QuoteChosen => "quote_chosen",
            Self::QuoteDropped => "quote_dropped",
        }
    }
}

/// A row to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// When, in milliseconds UTC.
    pub at: i64,
    /// Who: the account; empty for whoever sits at the machine, or for nobody that is known.
    pub account: String,
    /// What.
    pub deed: Deed,
    /// At which agency; none for the whole installation.
    pub agency: Option<Slug>,
    /// To what or whom: an account, the digits of a matter, a counter.
    pub subject: String,
    /// More about it; never what a citizen wrote.
    pub detail: String,
}

impl AuditEntry {
    /// What an event of a matter says in the log; none where no officer did it. Who was given a matter is told,
    /// what was written about it is not.
    pub(in crate::store) fn of_event(agency: &Slug, id: &[u8; 16], event: &Event) -> Option<Self> {
        let By::Officer(account) = &event.by else { return None };
        let deed = match event.act.kind() {
            ActKind::Accept => Deed::MatterAccepted,
            ActKind::PassOn => Deed::MatterPassedOn,
            ActKind::Refuse => Deed::MatterRefused,
            ActKind::Answer => Deed::MatterAnswered,
            ActKind::Close => Deed::MatterClosed,
            ActKind::Assign => Deed::MatterAssigned,
            ActKind::Note => Deed::MatterNoted,
            ActKind::Register => Deed::MatterRegistered,
            ActKind::Receive => Deed::MatterKeyedIn,
            ActKind::Forget => Deed::PersonalDataDeleted,
            ActKind::Reopen | ActKind::Withdraw => return None,
        };
        let detail = match &event.act {
            Act::Assign { to } => to.as_deref().unwrap_or("–").to_owned(),
            Act::PassOn { body, .. } => body.to_string(),
            Act::Register { number } => number.to_string(),
            _ => String::new(),
        };
        let (account, agency, subject) = (account.to_string(), Some(agency.clone()), digits(id));
        Some(Self { at: event.at, account, deed, agency, subject, detail })
    }
}

/// A row as it lies in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// Its number, from 1.
    pub number: i64,
    /// When, in milliseconds UTC.
    pub at: i64,
    /// Who.
    pub account: String,
    /// The word of the deed; one of [`Deed::ALL`] unless a newer program wrote it.
    pub deed: String,
    /// At which agency; empty for the whole installation.
    pub agency: String,
    /// To what or whom.
    pub subject: String,
    /// More about it.
    pub detail: String,
    /// The hash of the row before; noughts for the first.
    pub former: Vec<u8>,
    /// The hash of this row.
    pub hash: Vec<u8>,
}

/// Where the chain ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditHead {
    /// The number of the last row; 0 for an empty log.
    pub number: i64,
    /// Its hash in hexadecimal digits; empty for an empty log.
    pub hash: String,
}

/// The first place where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrokenAudit {
    /// This row is not what was written.
    Changed {
        /// Its number.
        number: i64,
        /// When it says it was written, in RFC 3339.
        at: String,
    },
    /// Rows from this number on are not there.
    Missing {
        /// The first that is missing.
        number: i64,
    },
}

impl AuditRow {
    /// The row that follows one of this number and hash.
    pub(in crate::store) fn after(last: (i64, Vec<u8>), entry: &AuditEntry) -> Self {
        let (number, former) = last;
        let mut row = Self {
            number: number + 1,
            at: entry.at,
            account: entry.account.clone(),
            deed: entry.deed.word().to_owned(),
            agency: entry.agency.as_ref().map_or("", Slug::as_str).to_owned(),
            subject: entry.subject.clone(),
            detail: entry.detail.clone(),
            former,
            hash: Vec::new(),
        };
        row.hash = row.digest().to_vec();
        row
    }

    /// Its columns, as they are written.
    pub(in crate::store) fn values(self) -> [Held; 9] {
        [
            Held::Number(self.number),
            Held::Number(self.at),
            Held::Text(self.account),
            Held::Text(self.deed),
            Held::Text(self.agency),
            Held::Text(self.subject),
            Held::Text(self.detail),
            Held::Bytes(self.former),
            Held::Bytes(self.hash),
        ]
    }

    /// The hash of all that it says and of the row before.
    fn digest(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_derive_key("niemyet 2026 audit row");
        hasher.update(&self.number.to_le_bytes()).update(&self.at.to_le_bytes());
        for text in [&self.account, &self.deed, &self.agency, &self.subject, &self.detail] {
            // With its length, so that no two rows have the same bytes.
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        }
        hasher.update(&self.former);
        *hasher.finalize().as_bytes()
    }

    /// Reads a row of a statement that asks for all columns in their order.
    pub(in crate::store) fn read(row: &dyn Cells) -> Result<Self, StoreError> {
        let text = |at| row.text(at).map(Option::unwrap_or_default).map_err(StoreError::Read);
        let bytes = |at| row.bytes(at).map(Option::unwrap_or_default).map_err(StoreError::Read);
        let number = |at| row.number(at).map(Option::unwrap_or_default).map_err(StoreError::Read);
        Ok(Self {
            number: number(0)?,
            at: number(1)?,
            account: text(2)?,
            deed: text(3)?,
            agency: text(4)?,
            subject: text(5)?,
            detail: text(6)?,
            former: bytes(7)?,
            hash: bytes(8)?,
        })
    }
}

/// Adds a row; the caller has locked the row `office`.
pub(in crate::store) fn append(
    transaction: &mut dyn Transaction,
    entry: &AuditEntry,
) -> Result<(), Failure> {
    let mut last = (0, vec![0; 32]);
    transaction.rows(LAST, &[], &mut |row| {
        let number = row.number(0).map_err(StoreError::Read)?.unwrap_or_default();
        last = (number, row.bytes(1).map_err(StoreError::Read)?.unwrap_or_default());
        Ok(())
    })?;
    let row = AuditRow::after(last, entry);
    let number = row.number;
    transaction.execute(INSERT, &row.values())?;
    transaction.execute(COUNT, &[Held::Number(number)])?;
    Ok(())
}

/// Proves the whole chain, or names the first place where it does not hold.
pub(in crate::store) fn prove(
    snapshot: &mut dyn Snapshot,
) -> Result<Result<AuditHead, BrokenAudit>, StoreError> {
    let (mut last, mut broken) = ((0, vec![0; 32]), None);
    snapshot.rows(LINE, &[], &mut |row| {
        let number = row.number(0).map_err(StoreError::Read)?.unwrap_or_default();
        last = (number, row.bytes(1).map_err(StoreError::Read)?.unwrap_or_default());
        Ok(())
    })?;
    snapshot.rows(ALL, &[], &mut |row| {
        if broken.is_some() {
            return Ok(());
        }
        let row = AuditRow::read(row)?;
        if row.number != last.0 + 1 {
            broken = Some(BrokenAudit::Missing { number: last.0 + 1 });
        } else if row.former != last.1 || row.hash != row.digest() {
            broken = Some(BrokenAudit::Changed { number: row.number, at: utc::written(row.at) });
        }
        last = (row.number, row.hash);
        Ok(())
    })?;
    let counted = crate::store::snapshot::number(snapshot, COUNTED)?;
    Ok(match broken {
        Some(broken) => Err(broken),
        None if last.0 < counted => Err(BrokenAudit::Missing { number: last.0 + 1 }),
        None if last.0 == 0 => Ok(AuditHead::default()),
        None => Ok(AuditHead { number: last.0, hash: digits(&last.1) }),
    })
}
