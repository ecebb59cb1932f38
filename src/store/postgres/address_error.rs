//! What is wrong with the address of a database.

/// A fault in an address.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// It is of another kind of database, or of none.
    #[error("the address of a database begins with postgres://")]
    Scheme,
    /// No such way of encrypting.
    #[error("sslmode cannot be {0}; use disable, prefer, require, verify-ca or verify-full")]
    SslMode(String),
    /// A percent sign with nothing to stand for.
    #[error("sslrootcert has a % without two hexadecimal digits behind it; write % as %25")]
    Escape,
}
