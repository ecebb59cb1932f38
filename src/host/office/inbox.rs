//! What is to be done: what is overdue first, a page at a time, filtered and searched. It lists what the officer may
//! see and nothing else.

use actix_web::http::StatusCode;

use super::asked::Asked;
use super::reach;
use super::seat::Seat;
use super::way::{Way, digits, sixteen};
use crate::feedback::matter::{MatterKind, State};
use crate::feedback::secrecy::masked;
use crate::host::reply::Reply;
use crate::store::{MatterLine, MatterQuery, Pile, PilePlace};
use crate::text::in_vietnam;
use crate::theme::context::{Choice, DeskInbox, MatterRow};

/// Matters on a page.
const PAGE: u16 = 50;

/// Characters of what was written that a list shows.
const BEGINNING: usize = 120;

/// What the address asks for.
struct Filter {
    words: String,
    pile: String,
    kind: String,
    mine: bool,
    after: Option<PilePlace>,
}

pub(super) async fn page(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let filter = Filter::of(asked);
    let query = filter.query(asked, seat);
    let queries = reach::within(seat, query.clone());
    let found = asked
        .look(move |store| {
            let mut lines = Vec::new();
            for query in &queries {
                lines.extend(store.matters(query)?);
            }
            Ok(lines)
        })
        .await?;
    let mut lines = found;
    // What several lists gave is one list again, in the order of each.
    lines.sort_by_key(|line| query.place(line));
    if query.pile != Pile::Open {
        lines.reverse();
    }
    lines.dedup_by(|one, other| one.id == other.id && one.agency == other.agency);
    lines.truncate(PAGE.into());
    let more = lines.len() == usize::from(PAGE);
    let last = lines.last().filter(|_| more).map(|line| query.place(line));
    let several = query.agencies.len() > 1;
    let title = asked.words().get("desk_inbox_title").to_owned();
    let shown = DeskInbox {
        desk: asked.head(title, Some(seat), Some(&Way::Inbox)),
        action: asked.href(&Way::Inbox),
        piles: filter.piles(asked),
        kinds: filter.kinds(asked),
        mine: filter.mine,
        matters: lines.iter().map(|line| row(asked, line, several)).collect(),
        next: last.map(|place| filter.after(asked, place)).unwrap_or_default(),
        words: filter.words,
    };
    Ok(asked.page(StatusCode::OK, &shown))
}

impl Filter {
    fn of(asked: Asked<'_>) -> Self {
        let value = |name| asked.parameter(name).unwrap_or_default();
        let after = value("sau");
        let after = after.split_once('-').and_then(|(sorted_by, id)| {
            Some(PilePlace { sorted_by: sorted_by.parse().ok()?, id: sixteen(id)? })
        });
        Self {
            words: value("tim").trim().chars().take(100).collect(),
            pile: value("trang-thai"),
            kind: value("loai"),
            mine: value("cua-toi") == "1",
            after,
        }
    }

    fn query(&self, asked: Asked<'_>, seat: &Seat) -> MatterQuery {
        let pile = match self.pile.as_str() {
            "all" => Pile::All,
            word => State::parse(word).map_or(Pile::Open, Pile::In),
        };
        let words = Some(self.words.as_str()).filter(|words| !words.is_empty());
        let assigned = self.mine.then(|| seat.officer().account.as_str().into());
        MatterQuery {
            pile,
            kinds: MatterKind::parse(&self.kind).into_iter().collect(),
            assigned,
            words: words.map(Into::into),
            after: self.after,
            ..MatterQuery::inbox(reach::agencies(asked.visit, seat), PAGE)
        }
    }

    fn piles(&self, asked: Asked<'_>) -> Vec<Choice> {
        let words = asked.words();
        let choice = |value: &str, key: &str| Choice {
            value: value.to_owned(),
            name: words.get(key).to_owned(),
            chosen: value == self.pile,
        };
        let states =
            State::ALL.map(|state| choice(state.word(), &format!("desk_state_{}", state.word())));
        let mut all = vec![choice("", "desk_pile_open"), choice("all", "desk_pile_all")];
        all.extend(states);
        all
    }

    fn kinds(&self, asked: Asked<'_>) -> Vec<Choice> {
        let words = asked.words();
        let choice = |value: &str, key: &str| Choice {
            value: value.to_owned(),
            name: words.get(key).to_owned(),
            chosen: value == self.kind,
        };
        let mut all = vec![choice("", "desk_kind_all")];
        let kinds = MatterKind::ALL;
        all.extend(kinds.map(|kind| choice(kind.word(), &format!("desk_kind_{}", kind.word()))));
        all
    }

    /// The address of the page after a place, with the same filter.
    fn after(&self, asked: Asked<'_>, place: PilePlace) -> String {
        let mut query = format!("sau={}-{}", place.sorted_by, digits(&place.id));
        for (name, value) in
            [("tim", &self.words), ("trang-thai", &self.pile), ("loai", &self.kind)]
        {
            if !value.is_empty() {
                query = format!("{query}&{name}={}", escape(value));
            }
        }
        if self.mine {
            query.push_str("&cua-toi=1");
        }
        format!("{}?{query}", asked.href(&Way::Inbox))
    }
}

fn row(asked: Asked<'_>, line: &MatterLine, several: bool) -> MatterRow {
    let words = asked.words();
    let (today, _) = in_vietnam(asked.visit.now);
    MatterRow {
        href: asked.href(&Way::Matter { agency: line.agency.clone(), id: line.id }),
        kind: words.get(&format!("desk_kind_{}", line.kind.word())).to_owned(),
        about: about(asked, line),
        procedure: line.procedure.as_ref().map(ToString::to_string).unwrap_or_default(),
        agency: if several { asked.agency_name(&line.agency) } else { String::new() },
        state: words.get(&format!("desk_state_{}", line.state.word())).to_owned(),
        due: line.due.map(|due| words.date(due)).unwrap_or_default(),
        late: line.due.is_some_and(|due| today > due),
        received: words.date(in_vietnam(line.received_at).0),
        assigned: line.assigned.as_deref().unwrap_or_default().to_owned(),
        held: line.held,
    }
}

/// The beginning of what was written, without what looks like personal data; or what was asked for.
fn about(asked: Asked<'_>, line: &MatterLine) -> String {
    let written = masked(&line.words);
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if written.chars().count() > BEGINNING {
        let beginning: String = written.chars().take(BEGINNING).collect();
        return format!("{beginning}…");
    }
    if !written.is_empty() {
        return written;
    }
    let words = asked.words();
    let demands = line.demands.iter();
    let demands =
        demands.map(|demand| words.get(&format!("desk_demand_{}", demand.word())).to_owned());
    let demands = demands.collect::<Vec<_>>().join(", ");
    if demands.is_empty() { words.get("desk_without_words").to_owned() } else { demands }
}

pub(super) fn escape(value: &str) -> String {
    use std::fmt::Write;
    value.bytes().fold(String::with_capacity(value.len()), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}
