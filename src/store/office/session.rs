//! A session of an officer: what the browser holds, what is kept of it, and when it ends.

use std::fmt;

/// How long a session lives without a request, in milliseconds.
pub const IDLE: i64 = 30 * 60 * 1_000;

/// How long a session lives at most, in milliseconds.
pub const ABSOLUTE: i64 = 8 * 60 * 60 * 1_000;

/// 256 random bits that a browser holds, in its cookie or in the address of a one-time link. Only a hash of them
/// is kept, so whoever reads the database cannot come in with it. Its `Debug` shows nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// A token of random bytes.
    pub fn draw(random: impl FnOnce(&mut [u8])) -> Self {
        let mut bytes = [0; 32];
        random(&mut bytes);
        Self(bytes)
    }

    /// Reads 64 small hexadecimal digits.
    pub fn parse(digits: &str) -> Option<Self> {
        let digits = digits.as_bytes();
        let value = |digit: u8| match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = value(pair[0])? << 4 | value(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// These very bytes as a token: for what is kept of a session, which a form names in the same shape.
    pub fn of_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes themselves.
    pub fn bytes(&self) -> [u8; 32] {
        self.0
    }

    /// 64 small hexadecimal digits, for the browser alone.
    pub fn digits(&self) -> String {
        crate::store::stored_rating::digits(&self.0)
    }

    /// What is kept of it. It is random enough that no salt is needed.
    pub fn hash(&self) -> [u8; 32] {
        blake3::derive_key("niemyet 2026 session token hash", &self.0)
    }

    /// What forms of this session carry, so that no other site can send one: it cannot be worked out from what
    /// is kept.
    pub fn form_token(&self) -> String {
        let key = blake3::derive_key("niemyet 2026 session form token", &self.0);
        crate::store::stored_rating::digits(&key[..16])
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is kept of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// The hash of its token.
    pub token: [u8; 32],
    /// The officer.
    pub officer: [u8; 16],
    /// When it began, in milliseconds UTC.
    pub started_at: i64,
    /// When it was last seen, to the minute.
    pub seen_at: i64,
}

impl Session {
    /// Whether it is still good at `now`. A clock that was set back ends nothing.
    pub fn is_alive(&self, now: i64) -> bool {
        now - self.seen_at <= IDLE && now - self.started_at <= ABSOLUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_idle_and_absolutely() {
        let session =
            |started_at, seen_at| Session { token: [1; 32], officer: [2; 16], started_at, seen_at };
        assert!(session(0, 0).is_alive(IDLE) && !session(0, 0).is_alive(IDLE + 1));
        let busy = ABSOLUTE - 1_000;
        assert!(session(0, busy).is_alive(ABSOLUTE) && !session(0, busy).is_alive(ABSOLUTE + 1));
        assert!(session(5_000, 5_000).is_alive(0));
    }

    #[test]
    fn what_is_kept_of_a_token_leads_back_to_nothing() {
        let token = Token::draw(|bytes| bytes.fill(7));
        assert_eq!(Token::parse(&token.digits()), Some(token));
        let kept = crate::store::stored_rating::digits(&token.hash());
        assert!(kept != token.digits() && !kept.starts_with(&token.form_token()));
        assert_ne!(Token::draw(|bytes| bytes.fill(8)).form_token(), token.form_token());
        for odd in ["", &"0".repeat(63), &"G".repeat(64), &"AB".repeat(32)] {
            assert_eq!(Token::parse(odd), None, "{odd}");
        }
        assert_eq!(format!("{token:?}"), "Token(…)");
    }
}
