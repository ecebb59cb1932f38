//! How alerts are sent: settings that lie in the store, so that all hosts share them, and a password that does not.

use std::collections::BTreeMap;
use std::path::Path;

use crate::alert::{MailServer, Trouble};
use crate::command::outside;
use crate::text::Hour;

/// The variable that holds the password of the mail server.
const VARIABLE: &str = "NIEMYET_SMTP_PASSWORD";

/// The file of the data folder that holds it where the variable is not set.
const FILE: &str = "smtp-password";

/// The names under which settings are kept.
pub(super) const SERVER: &str = "server";
pub(super) const FROM: &str = "from";
pub(super) const USER: &str = "user";
pub(super) const AUTHORITY: &str = "authority";
pub(super) const HOUR: &str = "hour";

/// When digests go out if nobody has said so: before the counters open.
const USUAL_HOUR: &str = "07:00";

/// Settings as they are kept.
pub(super) struct Settings(pub(super) BTreeMap<String, String>);

impl Settings {
    /// The mail server; none if it is not set, or not to be used as it is.
    pub(super) fn server(&self) -> Result<MailServer, Trouble> {
        let (Some(server), Some(from)) = (self.0.get(SERVER), self.0.get(FROM)) else {
            return Err(Trouble::NoServer);
        };
        let some = |name| self.0.get(name).map(String::as_str);
        let read = MailServer::parse(server, some(USER), from, some(AUTHORITY));
        read.map_err(|error| Trouble::Unwritable(error.to_string()))
    }

    /// When digests go out.
    pub(super) fn hour(&self) -> Hour {
        let set = self.0.get(HOUR).and_then(|hour| Hour::parse(hour).ok());
        // The usual hour is one.
        set.or_else(|| Hour::parse(USUAL_HOUR).ok()).unwrap_or_else(|| unreachable!())
    }
}

/// The password of the mail server, from the variable or the file. A file that others may read is not used.
pub(super) fn password(data: &Path) -> Result<Option<String>, Trouble> {
    if let Some(password) = outside::variable(VARIABLE) {
        return Ok(Some(password));
    }
    let path = data.join(FILE);
    let Ok(text) = std::fs::read_to_string(&path) else { return Ok(None) };
    if is_open(&path) {
        let said = format!("{}: chmod 600", path.display());
        return Err(Trouble::Unwritable(said));
    }
    let password = text.trim_end_matches(['\r', '\n']);
    Ok((!password.is_empty()).then(|| password.to_owned()))
}

/// Whether others than the owner may read a file.
#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_password_that_others_may_read_is_not_used() {
        use std::os::unix::fs::PermissionsExt as _;
        let data = tempfile::tempdir().unwrap();
        assert_eq!(password(data.path()), Ok(None));
        let file = data.path().join(FILE);
        std::fs::write(&file, "mật khẩu\n").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(password(data.path()), Err(Trouble::Unwritable(_))));
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(password(data.path()), Ok(Some("mật khẩu".into())));
    }

    #[test]
    fn settings_are_read_as_they_were_kept() {
        let set = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            Settings(pairs.collect())
        };
        assert_eq!(set(&[]).server(), Err(Trouble::NoServer));
        assert_eq!(set(&[]).hour().to_string(), "07:00");
        let set = set(&[(SERVER, "smtps://m.vn"), (FROM, "a@m.vn"), (HOUR, "06:30")]);
        assert_eq!(set.server().unwrap().port, 465);
        assert_eq!(set.hour().to_string(), "06:30");
    }
}
