//! What `niemyet serve` takes.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

use super::flags::ReadingArguments;

#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// Serve what is sound although something is broken.
    #[arg(long)]
    pub keep_going: bool,
    /// For whoever is writing content: what is saved is built at once, open pages load themselves anew and show what is
    /// wrong. Not for citizens.
    #[arg(long)]
    pub watch: bool,
    /// The port; 0 takes a free one.
    #[arg(long, env = "NIEMYET_PORT", default_value_t = 8080)]
    pub port: u16,
    /// Also listen on the local network, for a trial with a phone.
    #[arg(long, conflicts_with = "listen")]
    pub lan: bool,
    /// The addresses of this machine to listen on, such as 0.0.0.0 for all; may be given several times, or separated by
    /// commas. Loopback if left out.
    #[arg(long, env = "NIEMYET_LISTEN", value_delimiter = ',', value_name = "ADDRESS")]
    pub listen: Vec<IpAddr>,
    /// Speak https with this certificate: a PEM file with the chain, the server's own first. Needs --tls-key. A new
    /// one is taken without a new start.
    #[arg(long, env = "NIEMYET_TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// The key of the certificate, in PEM.
    #[arg(long, env = "NIEMYET_TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// With --tls-cert: a further port, usually 80, on which everybody is sent on to https.
    #[arg(long, env = "NIEMYET_HTTP_PORT", value_name = "PORT", requires = "tls_cert")]
    pub http_port: Option<u16>,
    /// From where /metrics may be read besides this machine, as an address or a network; may be given several times, or
    /// separated by commas.
    #[arg(long, env = "NIEMYET_METRICS_FROM", value_delimiter = ',', value_name = "NETWORK")]
    pub metrics_from: Vec<crate::host::Network>,
    /// A proxy in front of this host, as an address or a network such as 10.0.0.0/8; may be given several times, or
    /// separated by commas. What it says of the client (X-Forwarded-For, X-Forwarded-Proto, Forwarded) is believed.
    #[arg(long, env = "NIEMYET_TRUSTED_PROXY", value_delimiter = ',', value_name = "NETWORK")]
    pub trusted_proxy: Vec<crate::host::Network>,
    /// A further name or address by which this host is called, without a port; may be given several times. Those of
    /// the site and loopback are known; requests for others are refused with 421.
    #[arg(long, env = "NIEMYET_ALLOWED_HOST", value_delimiter = ',', value_name = "NAME")]
    pub allowed_host: Vec<String>,
    /// For how many days a browser that came over https, to us or to a trusted proxy, is told to come so again
    /// (Strict-Transport-Security); 0 takes it back.
    #[arg(long, env = "NIEMYET_HTTPS_DAYS", default_value_t = 365, value_name = "DAYS")]
    pub https_days: u32,
    /// How many people may rate at once from one address or at one counter. A hall has one address for all its phones
    /// and kiosks; the bounds against floods and guessing follow from this number.
    #[arg(long, env = "NIEMYET_CROWD", default_value_t = 50, value_name = "PEOPLE",
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub crowd: u32,
    /// Draw the trial symbol for a terminal with dark letters on a light ground; only needed where no colours
    /// can be set, as in a pipe or with `NO_COLOR`.
    #[arg(long, env = "NIEMYET_LIGHT_TERMINAL")]
    pub light_terminal: bool,
    /// How many threads serve.
    #[arg(long, env = "NIEMYET_WORKERS", default_value_t = 2)]
    pub workers: usize,
    /// The origin that receives ratings and petitions, when it is not the site's own.
    #[arg(long, env = "NIEMYET_FEEDBACK")]
    pub feedback: Option<String>,
}
