//! `niemyet serve`: checks, builds, renders the counter sheets, and serves the site with a working
//! feedback endpoint. The main job, with no set-up.

use std::fmt::Write;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use anyhow::Context;

use super::alerts::Telling;
use super::arguments::BuildArguments;
use super::build::{self, BuiltSite};
use super::certificate_files::{CertificateFiles, Renewal};
use super::done::Done;
use super::flags::Common;
use super::following::Following;
use super::late_brotli::LateBrotli;
use super::serve_arguments::ServeArguments;
use super::store::purge;
use super::watching::{self, Seen, Watching};
use super::{database, keys, letters, outside, sheets, signals};
use crate::diagnostic::Tongue;
use crate::host::{Board, CertificateInUse, Encryption, HostSettings, Posted, Running, Watched};
use crate::publication::PrintOrigin;
use crate::release::Folder;
use crate::store::Store;
use crate::symbol::{Ground, Level, Symbol};

/// The most connections of one thread: under the usual bound on open files, and far more than a hall has phones.
const CONNECTIONS: usize = 2048;

pub(super) fn run(common: &Common, arguments: &ServeArguments) -> anyhow::Result<Done> {
    refuse_data_in_output(common)?;
    let building = BuildArguments {
        reading: arguments.reading.clone(),
        keep_going: arguments.keep_going,
        compress: false,
        only: None,
        feedback: arguments.feedback.clone(),
    };
    ports_are_free(common, arguments)?;
    // Told before a long build, too.
    let files = CertificateFiles::of(arguments);
    let certificate = files.as_ref().map(|files| files.read(common.lang)).transpose()?;
    let certificate = certificate.map(CertificateInUse::new);
    let mut seen = arguments.watch.then(|| Seen::now(common));
    let mut built = build::build(common, &building)?;
    build::show(common, &built.report);
    while let (None, Some(before)) = (&built.site, &mut seen) {
        *before = watching::another(common, before);
        built = build::build(common, &building)?;
        build::show(common, &built.report);
    }
    let Some(site) = built.site else { return Ok(Done::Problems) };
    outside::start_log();
    let board = board(common)?;
    let store = database::open(common)?;
    let watched = seen.is_some().then(|| Arc::new(Watched::new(first_seen())));
    let running = start(
        common,
        arguments,
        (Arc::clone(&board), watched.clone()),
        Arc::clone(&store),
        certificate.clone(),
    )?;
    let renewal = files.zip(certificate).map(|(files, in_use)| Renewal::start(files, in_use));
    let renewal = renewal.transpose()?;
    let telling = Telling::start(common, &store, &board)?;
    let purging = purge::Daily::start(common, store, &site.publication.site.retention)?;
    let reach = Reach::of(&running, arguments);
    let sheets = sheets::all(common, &site, &reach.print_origin(&site)?)?;
    outside::say(&reach.welcome(common, &site, sheets)?);
    // The release holds all that serving needs; what it was built from would only lie in memory.
    drop(site);
    let stopper = running.stopper();
    let following = Following::start(common, Arc::clone(&board))?;
    // Brotli is for a site that stays.
    let late = match &seen {
        None => Some(LateBrotli::start(common, Arc::clone(&board))?),
        Some(_) => None,
    };
    let watching = match watched.zip(seen) {
        Some((watched, seen)) => Some(Watching::start(common, &building, board, watched, seen)?),
        None => None,
    };
    signals::wait()?;
    outside::note(match common.lang {
        Tongue::Vietnamese => "Đang dừng: chờ các lượt đang xử lý xong…",
        Tongue::English => "Stopping: letting requests under way finish…",
    });
    telling.stop();
    if let Some(late) = &late {
        late.ask_to_stop();
    }
    if let Some(watching) = &watching {
        watching.ask_to_stop();
    }
    stopper.stop(true);
    running.wait()?;
    if let Some(late) = late {
        late.wait();
    }
    if let Some(watching) = watching {
        watching.wait();
    }
    following.stop();
    purging.stop();
    if let Some(renewal) = renewal {
        renewal.stop();
    }
    Ok(Done::Fine)
}

/// A number for the first state of a watched site, beyond those of earlier hosts.
fn first_seen() -> u64 {
    u64::try_from(outside::moment()).unwrap_or_default()
}

/// What must not be lost may not lie where everything can be made again, nor where people edit.
fn refuse_data_in_output(common: &Common) -> anyhow::Result<()> {
    let whole = |path: &std::path::Path| std::path::absolute(path).unwrap_or_else(|_| path.into());
    let data = whole(&common.data);
    for folder in [&common.output, &common.site] {
        anyhow::ensure!(
            !data.starts_with(whole(folder)),
            "the data folder {} may not lie inside {}; choose another with --data",
            common.data.display(),
            folder.display()
        );
    }
    Ok(())
}

fn board(common: &Common) -> anyhow::Result<Arc<Board>> {
    let release = Folder::new(build::release_folder(common)).open_current()?;
    Ok(Board::new(Posted::open(release)?))
}

fn start(
    common: &Common,
    arguments: &ServeArguments,
    (board, watched): (Arc<Board>, Option<Arc<Watched>>),
    store: Arc<dyn Store>,
    certificate: Option<Arc<CertificateInUse>>,
) -> anyhow::Result<Running> {
    let settings = HostSettings {
        listen: listen(arguments, arguments.port),
        encryption: certificate.map(|certificate| Encryption {
            certificate,
            send_on: arguments.http_port.map_or_else(Vec::new, |port| listen(arguments, port)),
        }),
        board,
        store,
        secret: keys::secret(&common.data)?,
        clock: outside::clock(),
        random: outside::randomness(),
        // A host serves a release, which does not say what the theme was called.
        letter_setter: letters::setter(common, "default")?,
        proxies: arguments.trusted_proxy.clone(),
        names: names(arguments),
        watchers: arguments.metrics_from.clone(),
        https_days: arguments.https_days,
        crowd: arguments.crowd,
        connections: CONNECTIONS,
        watched,
        workers: arguments.workers,
    };
    let port = arguments.port;
    crate::host::start(settings).with_context(|| match common.lang {
        Tongue::Vietnamese => format!("không mở được cổng {port}; chọn cổng khác bằng --port"),
        Tongue::English => format!("port {port} could not be opened; choose another with --port"),
    })
}

/// On the local network a phone calls us by any address of this machine.
fn names(arguments: &ServeArguments) -> Vec<String> {
    let own = if arguments.lan { outside::own_addresses() } else { Vec::new() };
    let own = own.iter().map(ToString::to_string);
    own.chain(arguments.allowed_host.iter().cloned()).collect()
}

fn listen(arguments: &ServeArguments, port: u16) -> Vec<SocketAddr> {
    if !arguments.listen.is_empty() {
        return arguments.listen.iter().map(|address| SocketAddr::new(*address, port)).collect();
    }
    let (v4, v6) = if arguments.lan {
        (IpAddr::from(Ipv4Addr::UNSPECIFIED), IpAddr::from(Ipv6Addr::UNSPECIFIED))
    } else {
        (Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into())
    };
    let mut addresses = vec![SocketAddr::new(v4, port)];
    if outside::has_ipv6() {
        addresses.push(SocketAddr::new(v6, port));
    }
    addresses
}

/// A port in use is told at once, not after a long build.
fn ports_are_free(common: &Common, arguments: &ServeArguments) -> anyhow::Result<()> {
    let is_taken = |port: &u16| {
        *port != 0 && std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).is_ok()
    };
    let option = |port| if port == arguments.port { "--port" } else { "--http-port" };
    if let Some(port) =
        [Some(arguments.port), arguments.http_port].into_iter().flatten().find(is_taken)
    {
        let option = option(port);
        anyhow::bail!(match common.lang {
            Tongue::Vietnamese =>
                format!("cổng {port} đang có chương trình khác dùng; chọn cổng khác bằng {option}"),
            Tongue::English => format!("port {port} is in use; choose another with {option}"),
        });
    }
    Ok(())
}

/// Light modules are drawn as blocks in the text's colour, so on a terminal both colours are set: the
/// symbol is dark on light whatever the terminal's own colours are.
fn on_dark(symbol: &str) -> String {
    let mut out = String::with_capacity(symbol.len() * 2);
    for line in symbol.lines() {
        let _ = writeln!(out, "\u{1b}[38;5;231;48;5;16m{line}\u{1b}[0m");
    }
    out
}

/// From where the host can be reached.
struct Reach {
    scheme: &'static str,
    port: u16,
    lan: Option<IpAddr>,
    asked_for_lan: bool,
    ground: Ground,
}

impl Reach {
    fn of(running: &Running, arguments: &ServeArguments) -> Self {
        let port = running.addresses().first().map_or(arguments.port, SocketAddr::port);
        let lan = arguments.lan.then(outside::lan_address).flatten();
        let ground = if arguments.light_terminal { Ground::Light } else { Ground::Dark };
        let scheme = if arguments.tls_cert.is_some() { "https" } else { "http" };
        Self { scheme, port, lan, asked_for_lan: arguments.lan, ground }
    }

    /// The origin that trial symbols carry.
    fn origin(&self) -> String {
        let (scheme, port) = (self.scheme, self.port);
        match self.lan {
            Some(IpAddr::V6(address)) => format!("{scheme}://[{address}]:{port}"),
            Some(address) => format!("{scheme}://{address}:{port}"),
            None => format!("{scheme}://localhost:{port}"),
        }
    }

    /// What sheets carry: the real origin if print may carry it, else this host, marked as a trial.
    fn print_origin(&self, site: &BuiltSite) -> anyhow::Result<PrintOrigin> {
        match PrintOrigin::parse(&site.publication.site.print_origin) {
            Ok(origin) => Ok(origin),
            Err(_) => Ok(PrintOrigin::trial(&self.origin())?),
        }
    }

    fn welcome(&self, common: &Common, site: &BuiltSite, sheets: usize) -> anyhow::Result<String> {
        let origin = self.origin();
        let folder = common.output.join("sheets");
        let folder = folder.display();
        let mut text = match common.lang {
            Tongue::Vietnamese => format!(
                "\nTrang đang chạy:     {origin}/\nTờ mã ở quầy:        {sheets} tờ trong {folder}\n\
                 Đánh giá được giữ ở: {}\n",
                database::shown(common)
            ),
            Tongue::English => format!(
                "\nThe site is at:      {origin}/\nCounter sheets:      {sheets} in {folder}\n\
                 Ratings are kept in: {}\n",
                database::shown(common)
            ),
        };
        if let Some(entry) =
            site.publication.ledger.entries.iter().find(|one| one.retired.is_none())
        {
            let address = PrintOrigin::trial(&origin)?.address(&entry.code);
            let symbol = Symbol::proved(&address, Level::M)?;
            // Where colours may be set the ground is ours; else it is what we were told.
            let symbol = if outside::wants_colour() {
                on_dark(&symbol.terminal(Ground::Dark))
            } else {
                symbol.terminal(self.ground)
            };
            // Writing to a String cannot fail.
            let _ = write!(text, "\n{}\n{address}\n{symbol}", self.trial_line(common.lang));
        }
        text.push_str(match (common.lang, self.asked_for_lan, self.lan) {
            (Tongue::Vietnamese, false, _) => {
                "Điện thoại không tới được địa chỉ này: nó chỉ mở trên chính máy này. \
                 Muốn thử bằng điện thoại cùng mạng: niemyet serve --lan\n"
            }
            (Tongue::English, false, _) => {
                "A phone cannot reach this address: it opens on this machine only. \
                 To try with a phone on the same network: niemyet serve --lan\n"
            }
            (Tongue::Vietnamese, true, None) => {
                "Không thấy mạng nội bộ nào; chỉ máy này mở được trang.\n"
            }
            (Tongue::English, true, None) => {
                "No local network was found; only this machine can open it.\n"
            }
            (_, true, Some(_)) => "",
        });
        text.push_str(match common.lang {
            Tongue::Vietnamese => "Dừng: Ctrl+C\n",
            Tongue::English => "Stop: Ctrl+C\n",
        });
        Ok(text)
    }

    fn trial_line(&self, tongue: Tongue) -> &'static str {
        match (tongue, self.lan.is_some()) {
            (Tongue::Vietnamese, true) => {
                "TEST – chỉ để thử, không đem in. Quét bằng điện thoại cùng mạng:"
            }
            (Tongue::Vietnamese, false) => "TEST – chỉ để thử trên máy này, không đem in:",
            (Tongue::English, true) => {
                "TEST – for a trial only, not for print. Scan with a phone on this network:"
            }
            (Tongue::English, false) => "TEST – for a trial on this machine only, not for print:",
        }
    }
}
