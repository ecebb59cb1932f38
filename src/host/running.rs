//! Starting and stopping. The server runs in a thread of its own, so that `command` keeps its own: it
//! waits for signals there, rebuilds, and posts anew.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, mpsc};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use actix_http::error::DispatchError;
use actix_http::{HttpService, Protocol};
use actix_service::{IntoServiceFactory, ServiceFactoryExt, map_config};
use actix_web::dev::{
    AppConfig, Server, ServerHandle, ServiceFactory, ServiceRequest, ServiceResponse, fn_service,
};
use actix_web::rt::net::TcpStream;
use actix_web::{App, FromRequest, rt, web};

use super::crowd::Crowd;
use super::line::{Speech, Way};
use super::office::Office;
use super::reception::Reception;
use super::seldom::Seldom;
use super::tally::Tally;
use super::wire::Wire;
use super::{HostError, HostSettings, door, listeners};

/// How long a client may take to send the head of a request.
const HEAD_DEADLINE: Duration = Duration::from_secs(5);

/// How long an open connection may be idle.
const IDLE: Duration = Duration::from_secs(30);

/// How long a client may take to part, once we have said that we do.
const PARTING: Duration = Duration::from_secs(1);

/// How long requests may go on after a graceful stop was asked for, in seconds.
const DRAIN: u64 = 10;

/// A host that serves.
pub struct Running {
    addresses: Vec<SocketAddr>,
    sending_on: Vec<SocketAddr>,
    stopper: Stopper,
    thread: JoinHandle<io::Result<()>>,
}

/// Stops a host from any thread; a signal's, say.
#[derive(Clone)]
pub struct Stopper(ServerHandle);

/// Starts to serve. When this returns, every address takes connections.
pub fn start(settings: HostSettings) -> Result<Running, HostError> {
    let listeners = listeners::take(&settings.listen)?;
    let addresses = addresses_of(&listeners)?;
    let signposts = match &settings.encryption {
        Some(encryption) if !encryption.send_on.is_empty() => listeners::take(&encryption.send_on)?,
        _ => Vec::new(),
    };
    let sending_on = addresses_of(&signposts)?;
    let port = addresses.first().map_or(443, SocketAddr::port);
    let speech = match &settings.encryption {
        Some(encryption) => Speech::Encrypted(Arc::clone(&encryption.certificate)),
        None => Speech::Plain,
    };
    let listeners = listeners.into_iter().map(|one| (one, speech.clone()));
    let signposts = signposts.into_iter().map(|one| (one, Speech::SentOn(port)));
    let listeners = listeners.chain(signposts).collect();
    let (tell, told) = mpsc::channel();
    let thread = Builder::new().name("host".into()).spawn(move || {
        rt::System::new().block_on(async move {
            let server = serve(settings, listeners)?;
            // Nobody waits any more only if `start` itself has panicked.
            let _ = tell.send(server.handle());
            server.await
        })
    });
    let thread = thread.map_err(HostError::Start)?;
    match told.recv() {
        Ok(handle) => Ok(Running { addresses, sending_on, stopper: Stopper(handle), thread }),
        Err(_) => Err(ended(thread).err().unwrap_or(HostError::Panicked)),
    }
}

fn addresses_of(listeners: &[TcpListener]) -> Result<Vec<SocketAddr>, HostError> {
    let addresses = listeners.iter().map(TcpListener::local_addr).collect::<Result<_, _>>();
    addresses.map_err(HostError::Start)
}

fn serve(settings: HostSettings, listeners: Vec<(TcpListener, Speech)>) -> io::Result<Server> {
    let (workers, connections) = (settings.workers.max(1), settings.connections.max(1));
    let reception = Arc::new(reception(settings)?);
    let mut server = Server::build()
        .workers(workers)
        .disable_signals()
        .max_concurrent_connections(connections)
        .shutdown_timeout(DRAIN);
    let ending = server.graceful_shutdown_signal();
    for (listener, speech) in listeners {
        let (reception, ending) = (Arc::clone(&reception), ending.clone());
        let serving = move || {
            let (reception, ending) = (Arc::clone(&reception), ending.clone());
            let speech = speech.clone();
            let ended = move || {
                let ending = ending.clone();
                async move { ending.notified().await }
            };
            let app = App::new()
                .default_service(answering(Arc::clone(&reception), speech.way()))
                .into_factory()
                .map_err(|error: actix_web::Error| error.error_response());
            let speaking = HttpService::build()
                .graceful_shutdown_signal(ended)
                .client_request_timeout(HEAD_DEADLINE)
                .client_disconnect_timeout(PARTING)
                .keep_alive(IDLE)
                .finish(map_config(app, |()| AppConfig::default()));
            let wired = move |socket: TcpStream| {
                let peer = socket.peer_addr().ok();
                let (reception, speech) = (Arc::clone(&reception), speech.clone());
                async move {
                    match speech.take(socket).await {
                        Ok(line) => Ok::<_, DispatchError>((
                            Wire::new(line, reception),
                            Protocol::Http1,
                            peer,
                        )),
                        // Whoever speaks no https, or no version of it that is safe, is told so by the handshake.
                        Err(error) => {
                            reception.tally.not_shaken();
                            Err(error.into())
                        }
                    }
                }
            };
            fn_service(wired).and_then(speaking)
        };
        server = server.listen("niemyet", listener, serving)?;
    }
    Ok(server.run())
}

/// The door as the service that the server beneath asks. Not by `web::to`: its extractors are asked anew for each
/// request, and a page needs none of them.
fn answering(
    reception: Arc<Reception>,
    way: Way,
) -> impl ServiceFactory<
    ServiceRequest,
    Config = (),
    Response = ServiceResponse,
    Error = actix_web::Error,
    InitError = (),
> {
    fn_service(move |asked: ServiceRequest| {
        let reception = Arc::clone(&reception);
        async move {
            let (request, mut payload) = asked.into_parts();
            let payload = web::Payload::from_request(&request, &mut payload).await?;
            let response = door::answer(&reception, way, &request, payload).await;
            Ok(ServiceResponse::new(request, response))
        }
    })
}

fn reception(settings: HostSettings) -> io::Result<Reception> {
    let since = (settings.clock)();
    let HostSettings {
        board,
        store,
        secret,
        clock,
        random,
        letter_setter,
        proxies,
        names,
        watchers,
        encryption,
        watched,
        ..
    } = settings;
    let certificate = encryption.map(|encryption| encryption.certificate);
    let crowd = Crowd::new(Arc::clone(&random), settings.crowd);
    let https = format!("max-age={}", u64::from(settings.https_days) * 24 * 60 * 60);
    let tally = Tally::default();
    let lost = Seldom::default();
    let office = Office::new(&random).map_err(io::Error::other)?;
    Ok(Reception {
        board,
        store,
        secret,
        clock,
        random,
        letter_setter,
        tally,
        crowd,
        lost,
        office,
        proxies,
        names,
        watchers,
        certificate,
        watched,
        https,
        since,
    })
}

impl Running {
    /// Where it listens, with the ports that were taken.
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }

    /// Where it only sends on to https.
    pub fn sending_on(&self) -> &[SocketAddr] {
        &self.sending_on
    }

    /// A handle that stops it.
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }

    /// Waits until it has ended.
    pub fn wait(self) -> Result<(), HostError> {
        ended(self.thread)
    }

    /// Stops it and waits until it has ended; a graceful stop lets requests under way finish.
    pub fn stop(self, graceful: bool) -> Result<(), HostError> {
        self.stopper.stop(graceful);
        self.wait()
    }
}

impl Stopper {
    /// Asks the host to stop; returns at once.
    pub fn stop(&self, graceful: bool) {
        // The order is given by the call; the future only waits for its completion.
        drop(self.0.stop(graceful));
    }
}

fn ended(thread: JoinHandle<io::Result<()>>) -> Result<(), HostError> {
    thread.join().map_err(|_| HostError::Panicked)?.map_err(HostError::Ended)
}
