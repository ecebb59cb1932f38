//! The secret behind an officer's one-time numbers, sealed under a key of the data folder: the database alone, or
//! a copy of it, gives nobody a number.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use crate::feedback::Secret;
use crate::feedback::officer::TotpSecret;
use crate::store::Randomness;

const NONCE: usize = 24;

/// Seals a secret for one officer; 60 bytes. None never in practice: the cipher takes any message this short.
pub fn seal_second_factor(
    secret: &Secret,
    officer: &[u8; 16],
    second: &TotpSecret,
    random: &Randomness,
) -> Option<Vec<u8>> {
    let mut sealed = vec![0; NONCE];
    random(&mut sealed);
    let nonce = XNonce::try_from(&sealed[..]).ok()?;
    let payload = Payload { msg: second.bytes(), aad: officer };
    sealed.extend(cipher(secret).encrypt(&nonce, payload).ok()?);
    Some(sealed)
}

/// Opens what was sealed for this officer; none if it was sealed for another, under another key, or changed.
pub fn open_second_factor(
    secret: &Secret,
    officer: &[u8; 16],
    sealed: &[u8],
) -> Option<TotpSecret> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let nonce = XNonce::try_from(nonce).ok()?;
    let payload = Payload { msg: sealed, aad: officer };
    let bytes = cipher(secret).decrypt(&nonce, payload).ok()?;
    Some(TotpSecret::new(bytes.try_into().ok()?))
}

fn cipher(secret: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(secret.second_factor_key()))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_sealed_secret_opens_for_its_officer_and_key_only() {
        let random: Randomness = Arc::new(|bytes| bytes.fill(5));
        let (key, second) = (Secret::new([1; 32]), TotpSecret::new([9; 20]));
        let sealed = seal_second_factor(&key, &[3; 16], &second, &random).unwrap();
        assert_eq!(open_second_factor(&key, &[3; 16], &sealed), Some(second));
        assert_eq!(open_second_factor(&key, &[4; 16], &sealed), None);
        assert_eq!(open_second_factor(&Secret::new([2; 32]), &[3; 16], &sealed), None);
        let mut changed = sealed.clone();
        changed[30] ^= 1;
        assert_eq!(open_second_factor(&key, &[3; 16], &changed), None);
        assert_eq!(open_second_factor(&key, &[3; 16], &sealed[..10]), None);
        assert!(!sealed.windows(20).any(|bytes| bytes == [9; 20]));
    }
}
