//! The certificate that `serve` speaks https with, in two files that somebody renews: looked at every few seconds and
//! taken without a new start. A new pair that cannot be used changes nothing; the log says what to do.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use anyhow::Context;

use super::outside;
use super::serve_arguments::ServeArguments;
use crate::diagnostic::Tongue;
use crate::host::{Certificate, CertificateError, CertificateInUse};

/// How long the files are left alone between two looks.
const LOOK: Duration = Duration::from_secs(5);

/// How long before its end a certificate is called to mind, in milliseconds.
const SOON: i64 = 14 * DAY;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// The two files.
#[derive(Clone)]
pub(super) struct CertificateFiles {
    chain: PathBuf,
    key: PathBuf,
}

impl CertificateFiles {
    /// Those that were named, if https is to be spoken.
    pub(super) fn of(arguments: &ServeArguments) -> Option<Self> {
        let (chain, key) = (arguments.tls_cert.clone()?, arguments.tls_key.clone()?);
        Some(Self { chain, key })
    }

    /// Reads them; what is wrong is said in this tongue.
    pub(super) fn read(&self, tongue: Tongue) -> anyhow::Result<Certificate> {
        let [chain, key] = self.bytes(tongue)?;
        Certificate::from_pem(&chain, &key).map_err(|error| {
            let (chain, key) = (self.chain.display(), self.key.display());
            anyhow::anyhow!("{chain}, {key}: {}", in_tongue(error, tongue))
        })
    }

    fn bytes(&self, tongue: Tongue) -> anyhow::Result<[Vec<u8>; 2]> {
        let read = |path: &PathBuf| {
            std::fs::read(path).with_context(|| match tongue {
                Tongue::Vietnamese => format!("không đọc được {}", path.display()),
                Tongue::English => format!("{} cannot be read", path.display()),
            })
        };
        Ok([read(&self.chain)?, read(&self.key)?])
    }
}

/// What is wrong with two files, and what to do.
fn in_tongue(error: CertificateError, tongue: Tongue) -> String {
    match (tongue, error) {
        (Tongue::English, error) => error.to_string(),
        (_, CertificateError::NoCertificate) => {
            "tệp chứng thư không có chứng thư dạng PEM (-----BEGIN CERTIFICATE-----)".into()
        }
        (_, CertificateError::NoKey) => {
            "tệp khóa không có khóa riêng dạng PEM (-----BEGIN PRIVATE KEY-----), hoặc khóa đặt mật khẩu"
                .into()
        }
        (_, CertificateError::NotItsKey) => {
            "khóa không phải của chứng thư này; hãy dùng đúng cặp được cấp cùng nhau".into()
        }
        (_, CertificateError::Unusable) => {
            "loại chứng thư hoặc khóa này không dùng được; hãy xin loại ECDSA P-256 hoặc RSA 2048".into()
        }
    }
}

/// What a look has found.
#[derive(Debug, PartialEq, Eq)]
enum Look {
    /// The files are as they were.
    Same,
    /// They have just changed; whoever writes two files may not be done.
    Changing,
    /// They are another certificate, which is in use now.
    Taken,
    /// They cannot be used, and why.
    Refused(String),
}

/// The looking after.
struct Watch {
    files: CertificateFiles,
    in_use: Arc<CertificateInUse>,
    /// What the files held at the last look, or why they could not be read, and whether anything was made of it.
    last: (Result<[Vec<u8>; 2], String>, bool),
}

impl Watch {
    fn new(files: CertificateFiles, in_use: Arc<CertificateInUse>) -> Self {
        let last = (files.bytes(Tongue::English).map_err(|error| format!("{error:#}")), true);
        Self { files, in_use, last }
    }

    /// Looks once. What has changed is made something of at the second look that finds it so.
    fn look(&mut self) -> Look {
        let now = self.files.bytes(Tongue::English).map_err(|error| format!("{error:#}"));
        if now != self.last.0 {
            self.last = (now, false);
            return Look::Changing;
        }
        if std::mem::replace(&mut self.last.1, true) {
            return Look::Same;
        }
        let read = match &self.last.0 {
            Ok([chain, key]) => {
                Certificate::from_pem(chain, key).map_err(|error| error.to_string())
            }
            Err(error) => Err(error.clone()),
        };
        match read {
            Ok(certificate) => {
                self.in_use.exchange(certificate);
                Look::Taken
            }
            Err(why) => Look::Refused(why),
        }
    }
}

/// A thread that looks after them.
pub(super) struct Renewal {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Renewal {
    /// Starts it.
    pub(super) fn start(
        files: CertificateFiles,
        in_use: Arc<CertificateInUse>,
    ) -> anyhow::Result<Self> {
        let (stop, stopped) = channel();
        let mut watch = Watch::new(files, Arc::clone(&in_use));
        let run = move || {
            let mut reminded = None;
            loop {
                match watch.look() {
                    Look::Same | Look::Changing => {}
                    Look::Taken => tracing::warn!("the new certificate is in use"),
                    Look::Refused(cause) => tracing::error!(
                        cause,
                        "the new certificate cannot be used and the old one stays in use; put a certificate and \
                         its key in the two files, then they are taken without a new start"
                    ),
                }
                remind(&in_use, &mut reminded);
                if stopped.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        let thread = Builder::new().name("certificate".into()).spawn(run);
        Ok(Self { stop, thread: thread.context("starting a thread")? })
    }

    /// Ends it.
    pub(super) fn stop(self) {
        drop(self.stop);
        // A thread that panicked has said so itself.
        let _ = self.thread.join();
    }
}

/// Calls to mind, once a day, that the certificate in use ends soon or has ended.
fn remind(in_use: &CertificateInUse, reminded: &mut Option<i64>) {
    let now = outside::moment();
    let Some(left) = in_use.good_until().map(|end| end - now).filter(|left| *left < SOON) else {
        return;
    };
    if reminded.replace(now / DAY) != Some(now / DAY) {
        let days = left.div_euclid(DAY);
        tracing::error!(
            days,
            "the certificate ends soon or has ended; see why it is not renewed, browsers will refuse the site"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A certificate and its key, made by openssl.
    fn made(folder: &std::path::Path, name: &str) -> [Vec<u8>; 2] {
        let arguments = format!(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN={name} -keyout {name}.key -out {name}.pem"
        );
        let done = std::process::Command::new("openssl")
            .args(arguments.split(' '))
            .current_dir(folder)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        ["pem", "key"].map(|end| std::fs::read(folder.join(format!("{name}.{end}"))).unwrap())
    }

    #[test]
    fn a_new_pair_is_taken_when_it_is_whole_and_a_broken_one_never() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (made(folder.path(), "one"), made(folder.path(), "two"));
        let files =
            CertificateFiles { chain: folder.path().join("chain"), key: folder.path().join("key") };
        let write = |path: &PathBuf, bytes: &[u8]| std::fs::write(path, bytes).unwrap();
        write(&files.chain, &one[0]);
        write(&files.key, &one[1]);
        let in_use = CertificateInUse::new(files.read(Tongue::English).unwrap());
        let end = in_use.good_until().unwrap() - outside::moment();
        assert!(end > DAY && end <= 2 * DAY, "{end}");
        let mut watch = Watch::new(files.clone(), in_use);
        assert_eq!(watch.look(), Look::Same);
        // Half of a renewal: nothing is said of it, unless it stays so.
        write(&files.chain, &two[0]);
        assert_eq!(watch.look(), Look::Changing);
        write(&files.key, &two[1]);
        assert_eq!(watch.look(), Look::Changing);
        assert_eq!((watch.look(), watch.look()), (Look::Taken, Look::Same));
        for (file, bytes, said) in [
            (&files.key, &one[1][..], "not that of the certificate"),
            (&files.key, b"x", "holds no private key"),
            (&files.chain, b"", "holds no certificate"),
        ] {
            write(file, bytes);
            assert_eq!(watch.look(), Look::Changing);
            let Look::Refused(why) = watch.look() else { panic!("taken: {said}") };
            assert!(why.contains(said), "{why}");
            // It is said once.
            assert_eq!(watch.look(), Look::Same);
        }
        std::fs::remove_file(&files.key).unwrap();
        assert_eq!(watch.look(), Look::Changing);
        assert!(matches!(watch.look(), Look::Refused(why) if why.contains("cannot be read")));
        let error = files.read(Tongue::English).err().unwrap();
        assert!(format!("{error:#}").contains("key cannot be read"), "{error:#}");
    }
}
