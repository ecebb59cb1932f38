//! What a password must be: long. No rules about signs, which only make people write it down.

/// The fewest characters.
pub const SHORTEST_PASSWORD: usize = 12;

/// The most bytes: more is no password, and hashing it would only take time.
const LONGEST: usize = 512;

/// Words that are the first to be tried, in every language of keyboards here.
const GUESSED: [&str; 8] = [
    "123456789012",
    "1234567890123",
    "matkhau12345",
    "matkhau123456",
    "password1234",
    "passwordpassword",
    "qwertyuiop12",
    "niemyetniemyet",
];

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than [`SHORTEST_PASSWORD`] characters.
    Short,
    /// Longer than any password.
    Long,
    /// One of the first that is guessed: a row of equal signs, a common one, the account's own name.
    Guessable,
}

/// Whether a password may be set for this account.
pub fn check_password(password: &str, account: &str) -> Result<(), PasswordFault> {
    if password.len() > LONGEST {
        return Err(PasswordFault::Long);
    }
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(PasswordFault::Short);
    }
    let small = password.to_lowercase();
    let mut signs = small.chars();
    let first = signs.next();
    let is_row = signs.all(|sign| Some(sign) == first);
    let without_account = small.replace(account, "");
    let is_account = without_account.chars().filter(|sign| sign.is_alphabetic()).count() < 4
        && small.contains(account);
    if is_row || is_account || GUESSED.contains(&small.as_str()) {
        return Err(PasswordFault::Guessable);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passwords_are_taken_and_guessable_ones_are_not() {
        let check = |password: &str| check_password(password, "lan.nguyen");
        assert_eq!(check("con mèo ngủ trưa"), Ok(()));
        assert_eq!(check("ngắn quá"), Err(PasswordFault::Short));
        for odd in ["aaaaaaaaaaaaaa", "MatKhau12345", "lan.nguyen2026", "Lan.Nguyen!!!!"] {
            assert_eq!(check(odd), Err(PasswordFault::Guessable), "{odd}");
        }
        assert_eq!(check(&"ab ".repeat(200)), Err(PasswordFault::Long));
    }
}
