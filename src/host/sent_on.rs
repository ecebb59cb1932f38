//! Where plain http is only a signpost: every request is sent on to https, to the same address under the same name.
//! The name is one of ours, since the guard has let it in, so nobody is ever led elsewhere.

use actix_web::http::header::HOST;
use actix_web::http::uri::Authority;
use actix_web::http::{Method, StatusCode};

use super::address;
use super::reply::Reply;
use super::visit::Visit;

/// The way on to https, which listens at `port`.
pub(super) fn reply(visit: Visit<'_>, port: u16) -> Reply {
    let asked = visit.request.uri().path_and_query().map_or("/", |asked| asked.as_str());
    let asked = if asked.starts_with('/') { asked } else { "/" };
    // A form is sent again as it is: who had the patience to fill it in shall not find it lost.
    let status = match *visit.request.method() {
        Method::GET | Method::HEAD => StatusCode::MOVED_PERMANENTLY,
        _ => StatusCode::PERMANENT_REDIRECT,
    };
    // For a day: long enough to spare the detour, short enough to go back.
    Reply::moved(status, "max-age=86400", &format!("{}{asked}", origin(visit, port))).closing()
}

/// The site's own address where it is called by its name, since it knows the port that the world sees; else this
/// host by the name it was called, at the port where it speaks https.
fn origin(visit: Visit<'_>, port: u16) -> String {
    let site = address::origin_of(&visit.posted.desk.site.base_url);
    let own = address::without_port(address::host_of(site));
    let called = visit.request.uri().authority().map(Authority::as_str);
    let called = called.or_else(|| visit.header(HOST)).unwrap_or(own);
    let is_site = address::without_port(called).eq_ignore_ascii_case(own);
    if is_site && site.starts_with("https://") {
        return site.to_owned();
    }
    let end = if called.starts_with('[') {
        called.find(']').map_or(called.len(), |end| end + 1)
    } else {
        called.find(':').unwrap_or(called.len())
    };
    match port {
        443 => format!("https://{}", &called[..end]),
        port => format!("https://{}:{port}", &called[..end]),
    }
}
