//! The secret that signs stamps, receipts, claims, one-time codes, tracking codes and webhooks: one file in the data folder, one key for each purpose.
//!
//! Each purpose has its own derived key, so that what was signed for one can never pass for another.

use std::fmt;

/// Thirty-two secret bytes. Its `Debug` shows nothing of them.
#[derive(Clone)]
pub struct Secret([u8; 32]);

/// What a derived key is for. The words are part of the format: changing them voids what was signed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    /// The time at which a rating page was handed out.
    RatingStamp,
    /// The receipt of a rating.
    RatingReceipt,
    /// The right to change or add to a rating that is kept.
    RatingClaim,
    /// A one-time code on a slip.
    OneTimeCode,
    /// What is kept of a one-time code that was used.
    SpentCode,
    /// What is kept of the number of a file that was apologised for.
    FileNumber,
    /// What seals the secrets behind officers' one-time numbers.
    SecondFactor,
    /// The tracking code of a matter.
    TrackingCode,
    /// What is kept of a tracking code.
    TrackingHash,
    /// The time at which a page to bring a matter was handed out.
    MatterStamp,
    /// The right to see the tracking code of a matter once more.
    MatterClaim,
    /// What signs the webhooks of a recipient.
    Webhook,
}

impl Secret {
    /// A secret of bytes that nobody else knows.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key that seals the secrets behind officers' one-time numbers; 32 bytes.
    pub fn second_factor_key(&self) -> [u8; 32] {
        self.key_for(Purpose::SecondFactor)
    }

    /// The key with which the webhooks of a recipient are signed; 32 bytes. It lies nowhere: whoever has the secret
    /// works it out, and a recipient of another id has another.
    pub fn webhook_key(&self, recipient: &[u8; 16]) -> [u8; 32] {
        self.sign(Purpose::Webhook, &[recipient])
    }

    /// The key for one purpose.
    pub(super) fn key_for(&self, purpose: Purpose) -> [u8; 32] {
        let context = match purpose {
            Purpose::RatingStamp => "niemyet 2026 rating stamp",
            Purpose::RatingReceipt => "niemyet 2026 rating receipt",
            Purpose::RatingClaim => "niemyet 2026 rating claim",
            Purpose::OneTimeCode => "niemyet 2026 one-time code",
            Purpose::SpentCode => "niemyet 2026 spent one-time code",
            Purpose::FileNumber => "niemyet 2026 kept file number",
            Purpose::SecondFactor => "niemyet 2026 second factor seal",
            Purpose::TrackingCode => "niemyet 2026 tracking code",
            Purpose::TrackingHash => "niemyet 2026 kept tracking code",
            Purpose::MatterStamp => "niemyet 2026 matter stamp",
            Purpose::MatterClaim => "niemyet 2026 matter claim",
            Purpose::Webhook => "niemyet 2026 webhook signature",
        };
        blake3::derive_key(context, &self.0)
    }

    /// The signature of some bytes for one purpose, cut to `N` bytes, at most 32. The parts are signed as one text, so
    /// whoever signs sees to it that no two things have the same bytes.
    pub(super) fn sign<const N: usize>(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; N] {
        let mut hasher = blake3::Hasher::new_keyed(&self.key_for(purpose));
        for part in parts {
            hasher.update(part);
        }
        let mut signature = [0; N];
        signature.copy_from_slice(&hasher.finalize().as_bytes()[..N]);
        signature
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
