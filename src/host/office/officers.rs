//! All accounts, for whoever runs the installation. They are changed at the server, by `niemyet officer`.

use actix_web::http::StatusCode;

use super::asked::{Asked, role_key};
use super::seat::Seat;
use super::way::Way;
use crate::host::reply::Reply;
use crate::store::StoredOfficer;
use crate::theme::context::{DeskOfficers, OfficerLine};

pub(super) async fn page(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let officers = asked.look(|store| store.officers()).await?;
    let title = asked.words().get("desk_officers_title").to_owned();
    let shown = DeskOfficers {
        desk: asked.head(title, Some(seat), Some(&Way::Officers)),
        officers: officers.iter().map(|stored| line(asked, stored)).collect(),
    };
    Ok(asked.page(StatusCode::OK, &shown))
}

fn line(asked: Asked<'_>, stored: &StoredOfficer) -> OfficerLine {
    let words = asked.words();
    let state = match stored {
        StoredOfficer { disabled_at: Some(_), .. } => "desk_state_disabled",
        StoredOfficer { password: None, .. } => "desk_state_no_password",
        _ => "desk_state_ready",
    };
    let mut state = words.get(state).to_owned();
    if stored.second_factor.is_some() {
        state = format!("{state}, {}", words.get("desk_state_second"));
    }
    let officer = &stored.officer;
    OfficerLine {
        account: officer.account.to_string(),
        name: officer.name.clone(),
        role: words.get(role_key(&officer.role)).to_owned(),
        agency: officer.role.agency().map(ToString::to_string).unwrap_or_default(),
        state,
    }
}
