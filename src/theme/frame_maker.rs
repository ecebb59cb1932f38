//! Makes the frame of pages: what stands around every page of one language, one depth in the folder
//! tree and one section of the menu. Head, header and footer are rendered here once and then
//! inserted as they are, which saves a fifth of the work on each of ten thousand pages.

use tera::{Context, Value};

use super::context::{Alternate, Call, Frame, FrameFields, Link, MatterLinks, MenuLink, Section};
use super::{Markup, Phrase, Theme, ThemeError};
use crate::publication::{Foot, PageAddress, Site};
use crate::text::{Language, Slug, Text};

/// What a frame is made of.
#[derive(Debug, Clone)]
pub struct FrameFacts<'a> {
    /// The site.
    pub site: &'a Site,
    /// The language of the pages.
    pub language: Language,
    /// From such a page to the root of the site: nothing, `../`, `../../`; or an absolute path such as
    /// `/` for pages that are answered at any address.
    pub home: &'a str,
    /// Which part of the menu the pages belong to.
    pub section: Section,
    /// The number people may call about the site as a whole.
    pub hotline: Option<Call>,
    /// Links at the foot of every page.
    pub footer: Vec<Link>,
    /// Behind them, where something can be brought and looked up, or a mistake on the page be told.
    pub matters: Vec<Link>,
}

impl<'a> FrameFacts<'a> {
    /// The facts for pages that a host renders at run time: links are absolute, from the path of
    /// the site's own address.
    pub fn at_run_time(site: &'a Site, language: Language, home: &'a str) -> Self {
        let (section, hotline, footer) = (Section::Code, None, Vec::new());
        Self { site, language, home, section, hotline, footer, matters: Vec::new() }
    }

    /// The same with the foot that all pages of the site have.
    #[must_use]
    pub fn with_foot(self, theme: &Theme, foot: &Foot) -> Self {
        let voice = theme.voice(self.language, self.site.binding());
        let other = (self.language != self.site.binding()).then_some(self.language);
        let page = |(id, title): &(Slug, Text)| Link {
            name: voice.phrase(title),
            href: format!("{}{}", self.home, PageAddress::Free { id: id.as_str() }.path(other)),
        };
        let links = MatterLinks::of_site(self.site, voice, self.home);
        let link = |key, href| Link { name: Phrase::plain(voice.words.get(key)), href };
        let hotline = foot.hotline.as_ref();
        Self {
            hotline: hotline.map(|(name, phone)| Call::named(voice.phrase(name), phone)),
            footer: foot.pages.iter().map(page).collect(),
            matters: if self.site.hosted {
                vec![
                    link("foot_guide", links.guide()),
                    link("foot_track", links.track()),
                    link("foot_page_error", links.page_error()),
                ]
            } else {
                Vec::new()
            },
            ..self
        }
    }
}

impl Theme {
    /// Makes a frame.
    pub fn frame(&self, facts: &FrameFacts<'_>) -> Result<Frame, ThemeError> {
        let mut fields = self.bare_fields(facts);
        fields.head = self.piece("head.html", facts.language, &fields)?;
        fields.header = self.piece("header.html", facts.language, &fields)?;
        fields.footer = self.piece("footer.html", facts.language, &fields)?;
        let value = to_value("frame", &fields)?;
        Ok(Frame::new(facts.language, value))
    }

    fn bare_fields(&self, facts: &FrameFacts<'_>) -> FrameFields {
        let site = facts.site;
        let voice = self.voice(facts.language, site.binding());
        let feedback = site.feedback.as_deref();
        FrameFields {
            language: facts.language.tag().into(),
            site_name: voice.phrase(&site.name),
            short_name: voice.phrase(&site.short_name),
            owner: voice.phrase(&site.owner),
            home: facts.home.into(),
            start: self.link_to(facts, PageAddress::Home),
            starts: self.starts(facts),
            sample: site.sample,
            menu: self.menu(facts),
            hotline: facts.hotline.clone(),
            footer_links: self.footer(facts).into_iter().chain(facts.matters.clone()).collect(),
            emblem: Markup::vouched(self.emblem()),
            icon: data_address(self.emblem()),
            style: Markup::vouched(self.style()),
            card_style: Markup::vouched(self.card_style()),
            desk_style: Markup::vouched(self.desk_style()),
            letter_style: Markup::vouched(self.letter_style()),
            script: Markup::vouched(self.script()),
            search_script: Markup::vouched(self.search_script()),
            day_script: Markup::vouched(self.day_script()),
            policy: self.page_policy(feedback),
            feedback: feedback.unwrap_or_default().into(),
            head: Markup::vouched(""),
            header: Markup::vouched(""),
            footer: Markup::vouched(""),
        }
    }

    fn menu(&self, facts: &FrameFacts<'_>) -> Vec<MenuLink> {
        if facts.section == Section::Code { Vec::new() } else { self.sections(facts) }
    }

    /// The links at the foot. A site without free pages has the sections of the site there on pages without a menu.
    fn footer(&self, facts: &FrameFacts<'_>) -> Vec<Link> {
        if facts.section != Section::Code || !facts.footer.is_empty() {
            return facts.footer.clone();
        }
        let sections = self.sections(facts).into_iter();
        sections.map(|one| Link { name: one.name, href: one.href }).collect()
    }

    fn starts(&self, facts: &FrameFacts<'_>) -> Vec<Alternate> {
        let site = facts.site;
        if facts.section != Section::Code || site.languages.len() < 2 {
            return Vec::new();
        }
        let start = |language: &Language| {
            let path = PageAddress::Home.path((*language != site.binding()).then_some(*language));
            Alternate {
                language: language.tag().into(),
                name: self.words(*language).get("language_name").into(),
                href: format!("{}{path}", facts.home),
                absolute: format!("{}/{path}", site.base_url),
                current: *language == facts.language,
            }
        };
        site.languages.iter().map(start).collect()
    }

    fn sections(&self, facts: &FrameFacts<'_>) -> Vec<MenuLink> {
        let words = self.words(facts.language);
        [
            (Section::Home, "menu_home", PageAddress::Home),
            (Section::Fields, "menu_fields", PageAddress::Fields),
            (Section::AtoZ, "menu_a_z", PageAddress::AtoZ { part: 1 }),
            (Section::Agencies, "menu_agencies", PageAddress::Agencies { part: 1 }),
        ]
        .into_iter()
        .map(|(section, key, address)| MenuLink {
            name: Phrase::plain(words.get(key)),
            href: self.link_to(facts, address),
            current: section == facts.section,
        })
        .collect()
    }

    #[allow(clippy::unused_self, reason = "reads as part of the maker")]
    fn link_to(&self, facts: &FrameFacts<'_>, address: PageAddress<'_>) -> String {
        let language = (facts.language != facts.site.binding()).then_some(facts.language);
        format!("{}{}", facts.home, address.path(language))
    }

    fn piece(
        &self,
        template: &'static str,
        language: Language,
        fields: &FrameFields,
    ) -> Result<Markup, ThemeError> {
        let mut context = Context::new();
        context.insert_value("frame", to_value(template, fields)?);
        context.insert_value("words", self.words(language).value());
        let mut html = Vec::new();
        self.render_context(template, language, &context, &mut html)
            .map_err(|error| ThemeError::Render { template, reason: error.to_string() })?;
        Ok(Markup::vouched(String::from_utf8_lossy(&html).trim()))
    }
}

fn to_value(template: &'static str, fields: &FrameFields) -> Result<Value, ThemeError> {
    Value::try_from_serializable(fields)
        .map_err(|error| ThemeError::Render { template, reason: error.to_string() })
}

/// An SVG as a `data:` address, for the icon of a page.
fn data_address(svg: &str) -> String {
    let mut address = String::from("data:image/svg+xml,");
    for sign in svg.chars() {
        match sign {
            '"' => address.push('\''),
            '#' => address.push_str("%23"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '%' => address.push_str("%25"),
            '\n' => address.push(' '),
            other => address.push(other),
        }
    }
    address
}
