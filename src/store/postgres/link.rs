//! One connection and the thread-bound runtime that drives it: threads that write and read wait for the
//! database, they do not share it.

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{Client, Error};

use super::Database;
use super::tls::Tls;
use crate::store::Fault;

/// How long one exchange may take before the server counts as lost.
const LONGEST: Duration = Duration::from_secs(15);

/// A connection.
pub(super) struct Link {
    runtime: Runtime,
    pub(super) client: Client,
}

impl Link {
    /// Connects.
    pub(super) fn open(database: &Database) -> Result<Self, Fault> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let tls = Tls::of(database)?;
        let (client, connection) = runtime.block_on(database.config.connect(tls))?;
        // Its end is seen by whoever asks next.
        runtime.spawn(async move {
            let _ = connection.await;
        });
        let link = Self { runtime, client };
        link.wait_for_the_disk()?;
        Ok(link)
    }

    /// Runs one exchange to its end; none if the server does not answer in time.
    pub(super) fn exchange<T>(&self, exchange: impl Future<Output = T>) -> Option<T> {
        self.runtime.block_on(async { tokio::time::timeout(LONGEST, exchange).await.ok() })
    }

    /// Runs something that may take as long as it takes.
    pub(super) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// The runtime and the client, for what needs the client whole.
    pub(super) fn parts(&mut self) -> (&Runtime, &mut Client) {
        (&self.runtime, &mut self.client)
    }

    /// A database may be set up not to wait for its disk; a receipt is worth nothing then.
    fn wait_for_the_disk(&self) -> Result<(), Error> {
        self.run(async {
            let row =
                self.client.query_one("SELECT current_setting('synchronous_commit')", &[]).await?;
            if row.get::<_, &str>(0) == "off" {
                self.client.batch_execute("SET synchronous_commit = 'on'").await?;
            }
            Ok(())
        })
    }
}

/// How long one exchange may take.
pub(super) fn longest() -> Duration {
    LONGEST
}
