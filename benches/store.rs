//! How many ratings a second are on the disk: our store, and what one would write first, a transaction for each.
//!
//! One round of every subject, one line each, tab-separated, times in microseconds; `benches/store.py` starts it round by
//! round, with and without a slow disk, and holds the figures to their bounds:
//!
//!     subject  kept  seconds  p50  p99  slowest
//!
//! A rating counts when its promise has been kept: the commit is on the disk. All subjects keep the same rating, read by
//! the host's own reader from a form of the sample site, with a key of its own. The first line is the disk itself: one
//! small write and `fdatasync`, again and again, by nobody else.

#![allow(clippy::print_stdout, reason = "a bench prints what it has measured")]

use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use niemyet::content::{self, ReadingOptions};
use niemyet::feedback::{Asked, Key, Secret, Stamp, Submission, field, form};
use niemyet::publication::RatingDesk;
use niemyet::store::{DataFolder, Database, PostgresStore, Randomness, SqliteStore, Store};
use niemyet::text::Date;
use rusqlite::{Connection, params};

/// 2026-11-21 08:30 in Vietnam; the page was handed out so long before.
const NOW: i64 = 1_795_224_600_000;
const AGE: i64 = 30_000;

/// What a rating says besides its faces: as long as people write who write at all.
const WORDS: &str = "Cán bộ hướng dẫn rõ, nhưng tôi phải chờ gần một giờ vì chỉ có một quầy mở. Mong phường mở thêm quầy \
     vào sáng thứ Hai, và có ghế cho người già.";

type Failure = Box<dyn Error + Send + Sync>;

/// What the bench was started with.
struct Settings {
    clients: usize,
    seconds: u64,
    folder: PathBuf,
    /// A server where databases may be made, if PostgreSQL is to be measured too.
    postgres: Option<String>,
}

/// Every rating's time from asking to promise, and how long all took.
struct Measured {
    times: Vec<Duration>,
    whole: Duration,
}

fn main() -> Result<(), Failure> {
    let settings = settings()?;
    std::fs::create_dir_all(&settings.folder)?;
    let forms = Arc::new(Forms::of_the_sample()?);
    tell("disk", disk(&settings)?);
    tell("ours on SQLite", ours(&settings, &forms)?);
    tell("a transaction each on SQLite", one_by_one(&settings, &forms)?);
    if let Some(server) = &settings.postgres {
        tell("ours on PostgreSQL", ours_on_postgres(&settings, server, &forms)?);
        tell("single inserts on PostgreSQL", single_inserts(&settings, server, &forms)?);
    }
    Ok(())
}

fn settings() -> Result<Settings, Failure> {
    let folder = PathBuf::from("target/bench/store");
    let mut settings = Settings { clients: 64, seconds: 4, folder, postgres: None };
    // Cargo adds `--bench` of its own accord.
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
        match word.as_str() {
            "--clients" => settings.clients = value.parse()?,
            "--seconds" => settings.seconds = value.parse()?,
            "--folder" => settings.folder = value.into(),
            "--postgres" => settings.postgres = Some(value),
            _ => {
                return Err(
                    format!("--clients, --seconds, --folder or --postgres, not {word}").into()
                );
            }
        }
    }
    Ok(settings)
}

fn tell(subject: &str, Measured { mut times, whole }: Measured) {
    times.sort_unstable();
    let at =
        |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1)));
    let micros = |share| at(share).map_or(0, Duration::as_micros);
    let (kept, seconds) = (times.len(), whole.as_secs_f64());
    println!("{subject}\t{kept}\t{seconds:.3}\t{}\t{}\t{}", micros(50), micros(99), micros(100));
}

/// Forms of the sample site's first counter, each with a key of its own.
struct Forms {
    desk: RatingDesk,
    secret: Secret,
    next: AtomicU64,
}

impl Forms {
    fn of_the_sample() -> Result<Self, Failure> {
        let options =
            ReadingOptions { today: Date::new(2026, 11, 21)?, keep_going: false, cache: None };
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content");
        let publication =
            content::read(&site, &options).publication.ok_or("the sample has errors")?;
        let (secret, next) = (Secret::new([7; 32]), AtomicU64::new(1));
        Ok(Self { desk: RatingDesk::of(&publication), secret, next })
    }

    /// The next rating, as the host hands it to the store.
    fn next(&self) -> Result<Submission, Failure> {
        let place = self.desk.places.first().ok_or("the sample has no printed code")?;
        let survey = self.desk.counter_survey().ok_or("the sample has no survey")?;
        // Keys are random; counted ones would fall into an index more kindly.
        let hash = blake3::hash(&self.next.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        let key = Key::draw(|bytes| bytes.copy_from_slice(&hash.as_bytes()[..bytes.len()]));
        let stamp = Stamp::sign(&self.secret, &place.code, &key, NOW - AGE);
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let filled = [
            pair(field::KEY, &key.to_string()),
            pair(field::STAMP, &stamp.to_string()),
            pair(field::SURVEY, survey.id.as_str()),
            pair(field::VERSION, &survey.version.to_string()),
            pair(&field::of_question("hai-long"), "4"),
            pair(&field::of_question("ly-do"), "cho-lau"),
            pair(&field::of_question("gop-y"), WORDS),
        ];
        let asked = Asked {
            survey,
            code: place.code,
            agency: &place.agency,
            point: place.point.as_ref(),
            counter: &place.counter,
            languages: &self.desk.site.languages,
            secret: &self.secret,
            now: NOW,
        };
        form::read(&filled, &asked).map_err(|refused| format!("{:?}", refused.fields).into())
    }
}

/// A database file of the subject, and none of an earlier round.
fn fresh(settings: &Settings, subject: &str) -> Result<PathBuf, Failure> {
    let folder = settings.folder.join(subject);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// One writer, one small write, one wait for the disk: what no store on this disk can go below.
fn disk(settings: &Settings) -> Result<Measured, Failure> {
    let mut file = File::create(fresh(settings, "disk")?.join("written"))?;
    let (start, mut times) = (Instant::now(), Vec::new());
    while start.elapsed() < Duration::from_millis(500) {
        let before = Instant::now();
        file.write_all(&[0x55; 4096])?;
        file.sync_data()?;
        times.push(before.elapsed());
    }
    Ok(Measured { times, whole: start.elapsed() })
}

/// Our store, asked by as many clients as the host has requests under way.
fn ours(settings: &Settings, forms: &Arc<Forms>) -> Result<Measured, Failure> {
    let folder = DataFolder::prepare(&fresh(settings, "ours")?)?;
    through(settings, forms, &(Arc::new(SqliteStore::open(&folder, counting())?) as Arc<dyn Store>))
}

/// The same on a database of its own.
fn ours_on_postgres(
    settings: &Settings,
    server: &str,
    forms: &Arc<Forms>,
) -> Result<Measured, Failure> {
    let database = Database::parse(&fresh_database(server, "ours")?)?;
    through(
        settings,
        forms,
        &(Arc::new(PostgresStore::open(database, counting())?) as Arc<dyn Store>),
    )
}

fn through(
    settings: &Settings,
    forms: &Arc<Forms>,
    store: &Arc<dyn Store>,
) -> Result<Measured, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let (start, wanted) = (Instant::now(), Duration::from_secs(settings.seconds));
    let clients: Vec<_> = (0..settings.clients)
        .map(|_| {
            let (store, forms) = (Arc::clone(store), Arc::clone(forms));
            runtime.spawn(async move {
                let mut times = Vec::new();
                while start.elapsed() < wanted {
                    let rating = forms.next()?;
                    let before = Instant::now();
                    store.keep(rating).await?;
                    times.push(before.elapsed());
                }
                Ok::<_, Failure>(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for client in clients {
        times.extend(runtime.block_on(client)??);
    }
    let whole = start.elapsed();
    let (kept, promised) = (store.count()?, times.len() as u64);
    if kept != promised {
        return Err(format!("{promised} promised, {kept} kept").into());
    }
    Ok(Measured { times, whole })
}

/// Bytes that differ and are spread as random ones are.
fn counting() -> Randomness {
    let next = AtomicU64::new(1);
    Arc::new(move |bytes: &mut [u8]| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&next.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        hasher.finalize_xof().fill(bytes);
    })
}

/// The plain way: clients share a connection, and each rating is a transaction of its own. The table has
/// what any such table needs: a key of its own, the visit's key unique, an index by time.
const PLAIN_TABLE: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     CREATE TABLE plain (agency TEXT NOT NULL, id BLOB NOT NULL, key BLOB NOT NULL, receipt TEXT NOT NULL, \
     counter TEXT NOT NULL, code TEXT NOT NULL, survey TEXT NOT NULL, version INTEGER NOT NULL, \
     received_at INTEGER NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (agency, id), UNIQUE (agency, key)) STRICT; \
     CREATE INDEX plain_by_time ON plain (agency, received_at, id)";

const PLAIN_INSERT: &str = "INSERT INTO plain VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

fn one_by_one(settings: &Settings, forms: &Arc<Forms>) -> Result<Measured, Failure> {
    let connection = Connection::open(fresh(settings, "plain")?.join("plain.db"))?;
    connection.execute_batch(PLAIN_TABLE)?;
    let connection = Mutex::new(connection);
    let (start, wanted) = (Instant::now(), Duration::from_secs(settings.seconds));
    let client = || {
        let mut times = Vec::new();
        while start.elapsed() < wanted {
            let rating = forms.next()?;
            let before = Instant::now();
            insert(&mut connection.lock().unwrap_or_else(PoisonError::into_inner), &rating)?;
            times.push(before.elapsed());
        }
        Ok::<_, Failure>(times)
    };
    let mut times = Vec::new();
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..settings.clients).map(|_| scope.spawn(client)).collect();
        for client in clients {
            times.extend(client.join().map_err(|_| "a client panicked")??);
        }
        Ok::<_, Failure>(())
    })?;
    Ok(Measured { times, whole: start.elapsed() })
}

fn insert(connection: &mut Connection, rating: &Submission) -> Result<(), Failure> {
    let transaction = connection.transaction()?;
    transaction.prepare_cached(PLAIN_INSERT)?.execute(params![
        rating.agency.as_str(),
        blake3::hash(&rating.key.0).as_bytes()[..16].to_vec(),
        rating.key.0,
        rating.receipt.as_str(),
        rating.counter.as_str(),
        rating.code.as_str(),
        rating.survey.as_str(),
        rating.version,
        rating.received_at,
        serde_json::to_string(&rating.answers)?,
    ])?;
    Ok(transaction.commit()?)
}

/// The address of a new database on a server.
fn fresh_database(server: &str, subject: &str) -> Result<String, Failure> {
    let name = format!("{subject}_{}", std::process::id());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        client.batch_execute(&format!("CREATE DATABASE {name}")).await
    })?;
    let (server, _) = server.rsplit_once('/').ok_or("the address names no database")?;
    Ok(format!("{server}/{name}"))
}

const POSTGRES_TABLE: &str = "CREATE TABLE plain (agency TEXT NOT NULL, id BYTEA NOT NULL, key BYTEA NOT NULL, \
     receipt TEXT NOT NULL, counter TEXT NOT NULL, code TEXT NOT NULL, survey TEXT NOT NULL, version BIGINT NOT NULL, \
     received_at BIGINT NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (agency, id), UNIQUE (agency, key)); \
     CREATE INDEX plain_by_time ON plain (agency, received_at, id)";

/// The plain way there: a connection for each client, each rating a statement that commits by itself.
fn single_inserts(
    settings: &Settings,
    server: &str,
    forms: &Arc<Forms>,
) -> Result<Measured, Failure> {
    let address = fresh_database(server, "plain")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let connect = || async {
        let (client, connection) = tokio_postgres::connect(&address, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        Ok::<_, tokio_postgres::Error>(client)
    };
    runtime.block_on(async { connect().await?.batch_execute(POSTGRES_TABLE).await })?;
    let mut connections = Vec::new();
    for _ in 0..settings.clients {
        connections.push(runtime.block_on(connect())?);
    }
    let (start, wanted) = (Instant::now(), Duration::from_secs(settings.seconds));
    let clients = connections.into_iter().map(|client| {
        let forms = Arc::clone(forms);
        runtime.spawn(async move {
            let statement = client.prepare(PLAIN_INSERT).await?;
            let mut times = Vec::new();
            while start.elapsed() < wanted {
                let rating = forms.next()?;
                let before = Instant::now();
                client
                    .execute(
                        &statement,
                        &[
                            &rating.agency.as_str(),
                            &&blake3::hash(&rating.key.0).as_bytes()[..16],
                            &&rating.key.0[..],
                            &rating.receipt.as_str(),
                            &rating.counter.as_str(),
                            &rating.code.as_str(),
                            &rating.survey.as_str(),
                            &i64::from(rating.version),
                            &rating.received_at,
                            &serde_json::to_string(&rating.answers)?,
                        ],
                    )
                    .await?;
                times.push(before.elapsed());
            }
            Ok::<_, Failure>(times)
        })
    });
    let clients: Vec<_> = clients.collect();
    let mut times = Vec::new();
    for client in clients {
        times.extend(runtime.block_on(client)??);
    }
    Ok(Measured { times, whole: start.elapsed() })
}
