//! Ed25519 signatures over what was published: whoever has the public key can tell on any machine, without asking
//! anybody, that a site is what the agency put out. The one door of `ring`, which https brings along anyway.

use std::fmt;
use std::fmt::Write as _;

use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

/// How the text of a signature begins.
const SCHEME: &str = "ed25519";

/// The secret half: 32 bytes of randomness, from which everything else follows.
pub struct SigningKey(Ed25519KeyPair);

/// The public half, which may be known to all.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// A signature and the key that it says it was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Whose it claims to be; believed by nobody who has not got the key in another way.
    pub key: PublicKey,
    bytes: Vec<u8>,
}

impl SigningKey {
    /// The key that grows from these 32 bytes; none if they will not do.
    pub fn from_seed(seed: &[u8; 32]) -> Option<Self> {
        Ed25519KeyPair::from_seed_unchecked(seed).ok().map(Self)
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.public_key().as_ref());
        PublicKey(bytes)
    }

    /// Signs: the same bytes have the same signature.
    pub fn sign(&self, bytes: &[u8]) -> Signature {
        Signature { key: self.public(), bytes: self.0.sign(bytes).as_ref().to_vec() }
    }
}

impl PublicKey {
    /// Reads 64 small or large hexadecimal digits.
    pub fn parse(digits: &str) -> Option<Self> {
        unhex(digits.trim())?.try_into().ok().map(Self)
    }
}

impl Signature {
    /// Whether it was made over these bytes with the key that it names.
    pub fn is_over(&self, bytes: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.key.0).verify(bytes, &self.bytes).is_ok()
    }

    /// Reads the text that [`Display`](fmt::Display) writes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let (scheme, key, bytes) = (words.next()?, words.next()?, words.next()?);
        if scheme != SCHEME || words.next().is_some() {
            return None;
        }
        Some(Self { key: PublicKey::parse(key)?, bytes: unhex(bytes)? })
    }
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    if !digits.len().is_multiple_of(2) || !digits.is_ascii() {
        return None;
    }
    let pairs = (0..digits.len()).step_by(2).map(|at| digits.get(at..at + 2));
    pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{SCHEME} {} {}", self.key, hex(&self.bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_test_of_the_standard_comes_out() {
        // RFC 8032, section 7.1, test 1.
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let key = SigningKey::from_seed(&unhex(seed).unwrap().try_into().unwrap()).unwrap();
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assert_eq!(key.public().to_string(), public);
        assert_eq!(PublicKey::parse(&public.to_uppercase()), Some(key.public()));
        let signature = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb882\
                         1590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
        assert_eq!(hex(&key.sign(b"").bytes), signature);
    }

    #[test]
    fn a_signature_is_over_its_bytes_and_no_others() {
        let key = SigningKey::from_seed(&[7; 32]).unwrap();
        let signature = Signature::parse(&key.sign(b"site").to_string()).unwrap();
        assert!(signature.is_over(b"site") && !signature.is_over(b"sitf"));
        let other = SigningKey::from_seed(&[8; 32]).unwrap().public();
        assert!(!Signature { key: other, ..signature }.is_over(b"site"));
        for odd in ["", "ed25519", "rsa 00 00", "ed25519 00 00", "ed25519 zz é"] {
            assert_eq!(Signature::parse(odd), None, "{odd}");
        }
    }
}
