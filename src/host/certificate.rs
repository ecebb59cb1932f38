//! With what the host proves who it is when it speaks https itself: a chain of certificates and their key, in PEM as
//! every authority hands them out. What hangs here can be exchanged while the host runs; whoever is connected
//! goes on with the old one.

use std::sync::{Arc, PoisonError, RwLock};

use tokio_rustls::rustls::crypto::ring as provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{Error, InconsistentKeys, ServerConfig};

use super::good_until::good_until;

/// A certificate with its chain and its key, ready to be used.
#[derive(Clone)]
pub struct Certificate {
    config: Arc<ServerConfig>,
    good_until: Option<i64>,
}

/// Why two files are no certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
    /// The first file.
    #[error(
        "the file of the certificate holds no certificate in PEM (-----BEGIN CERTIFICATE-----)"
    )]
    NoCertificate,
    /// The second file.
    #[error(
        "the file of the key holds no private key in PEM (-----BEGIN PRIVATE KEY-----), or it is locked by a pass phrase"
    )]
    NoKey,
    /// Each is good, but they do not belong together.
    #[error("the key is not that of the certificate; give the two that were handed out together")]
    NotItsKey,
    /// A kind of key or certificate that is not spoken here.
    #[error("this kind of certificate or key cannot be used; ask for ECDSA P-256 or RSA 2048")]
    Unusable,
}

impl Certificate {
    /// Reads the chain, the server's own certificate first, and the key.
    pub fn from_pem(chain: &[u8], key: &[u8]) -> Result<Self, CertificateError> {
        let chain: Vec<_> = CertificateDer::pem_slice_iter(chain)
            .collect::<Result<_, _>>()
            .map_err(|_| CertificateError::NoCertificate)?;
        if chain.is_empty() {
            return Err(CertificateError::NoCertificate);
        }
        let good_until = good_until(&chain[0]);
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| CertificateError::NoKey)?;
        let provider = Arc::new(provider::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| CertificateError::Unusable)?
            .with_no_client_auth()
            .with_single_cert(chain, key);
        let mut config = config.map_err(|error| match error {
            Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => CertificateError::NotItsKey,
            Error::InvalidCertificate(_) => CertificateError::NoCertificate,
            _ => CertificateError::Unusable,
        })?;
        // A phone that comes again shakes hands in half the time.
        if let Ok(ticketer) = provider::Ticketer::new() {
            config.ticketer = ticketer;
        }
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { config: Arc::new(config), good_until })
    }

    pub(super) fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.config)
    }
}

/// The certificate in use. The caller keeps a handle and may exchange it at any time.
pub struct CertificateInUse(RwLock<Certificate>);

impl CertificateInUse {
    /// Begins with this one.
    pub fn new(certificate: Certificate) -> Arc<Self> {
        Arc::new(Self(RwLock::new(certificate)))
    }

    /// From now on, connections are taken with this one.
    pub fn exchange(&self, certificate: Certificate) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = certificate;
    }

    /// Until when the one in use is good, in milliseconds UTC; none if that cannot be read.
    pub fn good_until(&self) -> Option<i64> {
        self.now().good_until
    }

    pub(super) fn now(&self) -> Certificate {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
