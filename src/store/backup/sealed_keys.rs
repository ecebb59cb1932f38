//! The keys of a data folder in one sealed piece: Argon2id makes a key of the pass phrase, XChaCha20-Poly1305
//! closes it. Without the pass phrase nobody reads it, and a changed byte is noticed.
//!
//! Layout: `NYKEYS1\n`, memory in KiB, passes, lanes (each a little-endian `u32`), salt (16 bytes), nonce
//! (24 bytes), then the sealed list of files. Everything before the list is sealed with it.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use super::{BackupError, KeyFiles, Passphrase};
use crate::store::Randomness;

const MAGIC: &[u8; 8] = b"NYKEYS1\n";

/// What a guess costs: 64 MiB and three passes, the second choice of RFC 9106, which any machine that can
/// run us has.
const COST: Cost = Cost { memory: 64 * 1024, passes: 3, lanes: 1 };

/// What a file may ask of us at most. A hostile one could else ask for all memory there is.
const DEAREST: Cost = Cost { memory: 1024 * 1024, passes: 16, lanes: 16 };

const SALT: usize = 16;
const NONCE: usize = 24;
const HEAD: usize = MAGIC.len() + 12 + SALT + NONCE;

#[derive(Clone, Copy)]
struct Cost {
    memory: u32,
    passes: u32,
    lanes: u32,
}

/// Seals keys with a fresh salt and nonce.
pub(super) fn seal(
    keys: &KeyFiles,
    passphrase: &Passphrase,
    random: &Randomness,
) -> Result<Vec<u8>, BackupError> {
    let mut head = Vec::with_capacity(HEAD);
    head.extend_from_slice(MAGIC);
    for number in [COST.memory, COST.passes, COST.lanes] {
        head.extend_from_slice(&number.to_le_bytes());
    }
    let mut chance = [0; SALT + NONCE];
    random(&mut chance);
    head.extend_from_slice(&chance);
    let list = postcard::to_stdvec(keys).map_err(|_| BackupError::Seal)?;
    let sealed = cipher(passphrase, COST, &chance[..SALT])
        .and_then(|cipher| {
            let nonce = XNonce::try_from(&chance[SALT..]).ok()?;
            cipher.encrypt(&nonce, Payload { msg: &list, aad: &head }).ok()
        })
        .ok_or(BackupError::Seal)?;
    head.extend_from_slice(&sealed);
    Ok(head)
}

/// Opens sealed keys. A wrong pass phrase and a changed byte cannot be told apart.
pub(super) fn open(sealed: &[u8], passphrase: &Passphrase) -> Result<KeyFiles, BackupError> {
    let damaged = || BackupError::Damaged { part: "keys.sealed" };
    let (head, list) = sealed.split_at_checked(HEAD).ok_or_else(damaged)?;
    let rest = head.strip_prefix(MAGIC).ok_or_else(damaged)?;
    let number = |at: usize| {
        let bytes = rest.get(at * 4..at * 4 + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    };
    let cost = match (number(0), number(1), number(2)) {
        (Some(memory), Some(passes), Some(lanes)) => Cost { memory, passes, lanes },
        _ => return Err(damaged()),
    };
    let affordable = cost.memory <= DEAREST.memory
        && cost.passes <= DEAREST.passes
        && cost.lanes <= DEAREST.lanes;
    let (salt, nonce) = rest[12..].split_at(SALT);
    let nonce = XNonce::try_from(nonce).map_err(|_| damaged())?;
    let cipher =
        affordable.then(|| cipher(passphrase, cost, salt)).flatten().ok_or_else(damaged)?;
    let list = cipher
        .decrypt(&nonce, Payload { msg: list, aad: head })
        .map_err(|_| BackupError::WrongPassphrase)?;
    let keys: KeyFiles = postcard::from_bytes(&list).map_err(|_| damaged())?;
    keys.are_sound().then_some(keys).ok_or_else(damaged)
}

fn cipher(passphrase: &Passphrase, cost: Cost, salt: &[u8]) -> Option<XChaCha20Poly1305> {
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).ok()?;
    let mut key = Key::default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.bytes(), salt, &mut key)
        .ok()?;
    Some(XChaCha20Poly1305::new(&key))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn keys() -> KeyFiles {
        KeyFiles::of(vec![("0a0b0c0d.key".into(), vec![7; 65]), ("current".into(), b"0a".to_vec())])
    }

    #[test]
    fn keys_come_back_with_the_pass_phrase_and_not_without() {
        let phrase = Passphrase::typed("ngựa đúng pin ghim\n");
        let random: Randomness = Arc::new(|bytes| bytes.fill(9));
        let sealed = seal(&keys(), &phrase, &random).unwrap();
        // The same words from a keyboard that sends marks apart, and without the line end.
        let decomposed = Passphrase::typed("ngu\u{31b}\u{323}a \u{111}u\u{301}ng pin ghim");
        assert_eq!(open(&sealed, &decomposed).unwrap(), keys());
        let wrong = open(&sealed, &Passphrase::typed("ngựa đúng pin ghin"));
        assert!(matches!(wrong, Err(BackupError::WrongPassphrase)));
        for at in [0, 8, 11, 12, 16, 20, 36, HEAD, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[at] ^= 0x40;
            assert!(open(&changed, &phrase).is_err(), "byte {at}");
        }
        for length in [0, 7, HEAD - 1, HEAD, HEAD + 3, sealed.len() - 1] {
            assert!(open(&sealed[..length], &phrase).is_err(), "{length} bytes");
        }
    }
}
