//! A connection that writes, made anew when it is lost.

use std::thread::sleep;
use std::time::{Duration, Instant};

use tokio_postgres::Error;

use super::Database;
use super::batch::Statements;
use super::link::{Link, longest};
use super::meaning::Setback;
use super::postgres_transaction;
use crate::store::engine::{Engine, together_or_alone};
use crate::store::failure::{Failure, Reach};
use crate::store::order::{Order, Outcome};
use crate::store::{Fault, Work, Worked};

/// How often a batch that met another is begun again.
const RETRIES: u32 = 5;

/// How long a batch outlasts a server that has gone away, before whoever waits is told. A server that is
/// started again is back sooner.
const HOLD_OUT: Duration = Duration::from_secs(5);

/// Between two tries to connect: from this, doubled each time.
const FIRST_PAUSE: Duration = Duration::from_millis(50);

/// One of the connections of a host.
pub(super) struct PostgresEngine {
    database: Database,
    writing: Option<Writing>,
    /// Whether the last try found no server: then nobody is kept waiting for another.
    away: bool,
}

struct Writing {
    link: Link,
    statements: Statements,
}

impl PostgresEngine {
    /// A connection to a database of the newest format.
    pub(super) fn open(database: &Database) -> Result<Self, Fault> {
        let writing = Some(connect(database)?);
        Ok(Self { database: database.clone(), writing, away: false })
    }

    /// Carries out all orders in one transaction, or none. What was sent when a connection was lost may
    /// have been written; sent again it is found by its key, so it never counts twice.
    fn carry_out(&mut self, orders: &[Order]) -> Result<Vec<Outcome>, Failure> {
        self.persist(|engine| engine.attempt(orders))
    }

    /// Tries until it is done, or fails for a reason that another try would meet too.
    fn persist<T>(
        &mut self,
        mut attempt: impl FnMut(&mut Self) -> Result<T, Setback>,
    ) -> Result<T, Failure> {
        let begun = Instant::now();
        let (mut met, mut pause) = (0, FIRST_PAUSE);
        loop {
            let lost = match attempt(self) {
                Ok(done) => {
                    self.away = false;
                    return Ok(done);
                }
                Err(Setback::Failed(failure)) => return Err(failure),
                Err(Setback::Again(fault)) => {
                    met += 1;
                    if met > RETRIES {
                        return Err(Failure::new(Reach::Passing, fault));
                    }
                    sleep(Duration::from_millis(2 << met));
                    continue;
                }
                Err(Setback::Lost(fault)) => fault,
            };
            self.writing = None;
            if self.away || begun.elapsed() + pause > HOLD_OUT {
                self.away = true;
                return Err(Failure::new(Reach::Away, lost));
            }
            sleep(pause);
            pause *= 2;
        }
    }

    fn attempt(&mut self, orders: &[Order]) -> Result<Vec<Outcome>, Setback> {
        let Writing { link, statements } = self.writing()?;
        let (runtime, client) = link.parts();
        let writing = statements.write(client, orders);
        let written = runtime.block_on(async { tokio::time::timeout(longest(), writing).await });
        written.unwrap_or_else(|_| Err(Setback::Lost("the database does not answer".into())))
    }

    fn writing(&mut self) -> Result<&mut Writing, Setback> {
        if self.writing.is_none() {
            self.writing = Some(connect(&self.database).map_err(Setback::Lost)?);
        }
        self.writing.as_mut().ok_or_else(|| Setback::Lost("no connection".into()))
    }

    fn ping(&mut self) -> Result<(), Setback> {
        let Writing { link, .. } = self.writing()?;
        match link.exchange(link.client.simple_query("SELECT 1")) {
            Some(answer) => answer.map(drop).map_err(|error| Setback::Lost(error.into())),
            None => Err(Setback::Lost("the database does not answer".into())),
        }
    }
}

impl Engine for PostgresEngine {
    fn write(&mut self, orders: &[Order]) -> Vec<Result<Outcome, Failure>> {
        together_or_alone(orders, &mut |orders| self.carry_out(orders))
    }

    fn work(&mut self, work: &Work) -> Result<Worked, Failure> {
        self.persist(|engine| postgres_transaction::work(&mut engine.writing()?.link, work))
    }

    /// Looks whether the server is there, so that its going and coming are told without a rating.
    fn rest(&mut self) -> Result<(), Failure> {
        let there = self.ping();
        self.away = there.is_err();
        there.map_err(|setback| {
            self.writing = None;
            match setback {
                Setback::Lost(fault) | Setback::Again(fault) => Failure::new(Reach::Away, fault),
                Setback::Failed(failure) => failure,
            }
        })
    }
}

fn connect(database: &Database) -> Result<Writing, Fault> {
    let link = Link::open(database)?;
    let prepared = link.exchange(Statements::prepare(&link.client));
    let statements: Result<Statements, Error> = prepared.ok_or("the database does not answer")?;
    Ok(Writing { statements: statements?, link })
}
