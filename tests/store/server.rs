//! A PostgreSQL of one test's own.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::scratch;

/// A server that goes away with the test.
pub(crate) struct Server(PathBuf);

impl Server {
    /// Starts one and gives its address.
    pub(crate) fn start(name: &str) -> (Self, String) {
        let server = Self(scratch(name));
        let address = server.ask("start");
        (server, address)
    }

    /// Has it speak encrypted only, with `server.pem` and `server.key` of a folder.
    pub(crate) fn encrypt(&self, with: &Path) {
        let done = Command::new(script()).arg("encrypt").args([&self.0, with]).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// Has the script do something with it.
    pub(crate) fn ask(&self, verb: &str) -> String {
        let done = Command::new(script()).arg(verb).arg(&self.0).output().unwrap();
        assert!(done.status.success(), "{verb}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap().trim().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ask("remove");
    }
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/server")
}
