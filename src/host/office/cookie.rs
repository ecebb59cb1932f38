//! The cookie of a session. Over https its name begins with `__Host-`, which a browser takes only for the whole host,
//! only over https and from nobody but us; on this machine itself, without https, it has a plain name.

use actix_web::http::header::{COOKIE, SET_COOKIE};

use super::asked::Asked;
use crate::host::reply::Reply;
use crate::store::Token;

const SECURE: &str = "__Host-desk";
const PLAIN: &str = "desk";

/// The token that the browser holds, if it can be one.
pub(super) fn read(asked: Asked<'_>) -> Option<Token> {
    let name = if asked.is_secure { SECURE } else { PLAIN };
    let fields =
        asked.visit.request.headers().get_all(COOKIE).filter_map(|field| field.to_str().ok());
    let mut pairs =
        fields.flat_map(|field| field.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| known.trim() == name).and_then(|(_, value)| Token::parse(value.trim()))
}

/// The answer with the cookie of a session that begins.
pub(super) fn hand_out(asked: Asked<'_>, reply: Reply, token: &Token) -> Reply {
    reply.with_text(SET_COOKIE, &written(asked, &token.digits(), ""))
}

/// The answer that takes the cookie back.
pub(super) fn take_back(asked: Asked<'_>, reply: Reply) -> Reply {
    reply.with_text(SET_COOKIE, &written(asked, "", "; Max-Age=0"))
}

fn written(asked: Asked<'_>, value: &str, more: &str) -> String {
    let (name, secure) = if asked.is_secure { (SECURE, "; Secure") } else { (PLAIN, "") };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{more}")
}
