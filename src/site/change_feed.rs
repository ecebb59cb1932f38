//! Changes as Atom feeds (RFC 4287): of the whole site, of each field and of each agency that has any.
//!
//! A feed has no clock of its own. An entry is dated to the day from which its edition is announced, so the same content
//! gives the same bytes; its id is a tag of the first host the site had, its procedure and its day, so that it stays the
//! same when the site moves.

use std::fmt::Write;

use super::Plan;
use super::turns::{NOTICE_DAYS, ToldTurn};
use crate::change::Stage;
use crate::publication::{AgencyIndex, PageAddress, Publication};
use crate::text::{Date, Language, Text, xml_text};
use crate::theme::{Theme, Words};

/// The most entries of a feed, the latest first.
const MOST: usize = 50;

/// Path and text of each feed.
pub(super) fn feeds(
    publication: &Publication,
    theme: &Theme,
    plan: &Plan,
) -> Vec<(String, String)> {
    if plan.turns.all.is_empty() {
        return Vec::new();
    }
    let mut feeds = Vec::new();
    for list in &plan.lists {
        let words = theme.words(list.language);
        let press = FeedPress { publication, words, language: list.language };
        let all: Vec<_> = plan.turns.all.iter().collect();
        feeds.extend(press.feed(PageAddress::ChangeFeed, None, &all));
        for field in &publication.fields {
            let own = plan.turns.among(publication, |head| head.field == field.id);
            let address = PageAddress::FieldFeed { field: field.id.as_str() };
            feeds.extend(press.feed(address, Some(&field.name), &own.collect::<Vec<_>>()));
        }
        for (at, agency) in publication.agencies.iter().enumerate() {
            let offered = publication.offered_by(AgencyIndex(at));
            let own = plan.turns.among(publication, |head| {
                offered.binary_search_by(|one| one.code.cmp(&head.code)).is_ok()
            });
            let address = PageAddress::AgencyFeed { agency: agency.id.as_str() };
            feeds.extend(press.feed(address, Some(&agency.name), &own.collect::<Vec<_>>()));
        }
    }
    feeds
}

struct FeedPress<'a> {
    publication: &'a Publication,
    words: &'a Words,
    language: Language,
}

impl FeedPress<'_> {
    /// A feed; none where nothing changed.
    fn feed(
        &self,
        address: PageAddress<'_>,
        of: Option<&Text>,
        turns: &[&ToldTurn],
    ) -> Option<(String, String)> {
        let turns = &turns[..turns.len().min(MOST)];
        let newest = turns.iter().map(|turn| announced(turn)).max()?;
        let site = &self.publication.site;
        let path = address.path(self.other());
        let url = format!("{}/{path}", site.base_url);
        let mut title = self.words.get("changes_title").to_owned();
        let _ = write!(title, " – {}", self.read(of.unwrap_or(&site.short_name)));
        let page = PageAddress::Changes { part: 1 }.path(self.other());
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        // Writing to a String cannot fail.
        let _ = write!(
            xml,
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n\
             <id>{}</id>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
            self.language.tag(),
            xml_text(&title),
            xml_text(&format!("{}:{}", self.tag(), path.trim_end_matches(".xml"))),
            moment(newest),
            xml_text(self.read(&site.owner)),
            xml_text(&url),
            xml_text(&format!("{}/{page}", site.base_url)),
        );
        for turn in turns {
            self.entry(turn, &mut xml);
        }
        xml.push_str("</feed>\n");
        Some((path, xml))
    }

    fn entry(&self, turn: &ToldTurn, xml: &mut String) {
        let site = &self.publication.site;
        let head = self.publication.edition(turn.edition);
        let (code, day) = (head.code.as_str(), turn.day);
        let from = self.words.fill("changes_from", &[("day", &self.words.date(day))]);
        let address = match turn.stage {
            Stage::Changed => PageAddress::DatedEdition { code, from: day },
            _ => PageAddress::Procedure { code },
        };
        let _ = write!(
            xml,
            "<entry>\n<title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
             <category term=\"{}\"/>\n<content type=\"html\">{}</content>\n</entry>\n",
            xml_text(&format!("{} ({code}): {from}", self.read(&head.name))),
            xml_text(&format!("{}:thu-tuc/{code}/{day}{}", self.tag(), self.suffix())),
            moment(announced(turn)),
            xml_text(&format!("{}/{}", site.base_url, address.path(self.other()))),
            xml_text(head.field.as_str()),
            xml_text(&self.content(turn)),
        );
    }

    /// The lines as a list in HTML, which the feed then carries escaped.
    fn content(&self, turn: &ToldTurn) -> String {
        let mut lines: Vec<String> =
            turn.lines.iter().map(|line| self.read(line).to_owned()).collect();
        if turn.more > 0 {
            lines.push(self.words.count("changes_more", turn.more));
        }
        if lines.is_empty() {
            let key = match (turn.stage, turn.wording) {
                (Stage::Ended, _) => "changes_ended",
                (_, 0) => "changes_none",
                _ => "changes_wording",
            };
            lines.push(self.words.get(key).to_owned());
        }
        let mut list = String::from("<ul>");
        for line in lines {
            let _ = write!(list, "<li>{}</li>", xml_text(&line));
        }
        list + "</ul>"
    }

    fn read<'t>(&self, text: &'t Text) -> &'t str {
        text.read(self.language, self.publication.site.binding()).words
    }

    fn other(&self) -> Option<Language> {
        (self.language != self.publication.site.binding()).then_some(self.language)
    }

    /// What tells an entry in another language from the same in the binding one.
    fn suffix(&self) -> String {
        self.other().map_or_else(String::new, |language| format!("/{}", language.tag()))
    }

    /// The beginning of all ids (RFC 4151): the first host that the site had.
    fn tag(&self) -> String {
        let site = &self.publication.site;
        let first = site.redirects_from.first().unwrap_or(&site.base_url);
        let bare = first.split_once("://").map_or(&**first, |(_, bare)| bare);
        let host = bare.split('/').next().unwrap_or(bare);
        let host = host.split(':').next().unwrap_or(host).to_lowercase();
        format!("tag:{host},2026")
    }
}

/// The day from which a turn is announced.
fn announced(turn: &ToldTurn) -> Date {
    turn.day.plus_days(-NOTICE_DAYS)
}

/// The beginning of a day in Vietnam.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00+07:00")
}
