//! A theme, ready to render: parsed templates, words by language, the inlined style and script with
//! their policy. Made once; asked by many threads at once.

use std::path::Path;

use tera::{Context, Tera, Value};

use super::context::Frame;
use super::files::ThemeFiles;
use super::policy::Policy;
use super::{Page, ThemeError, Voice, Words, compact, filter};
use crate::text::Language;

/// A theme.
pub struct Theme {
    pub(super) files: ThemeFiles,
    words: Vec<Words>,
    /// The templates with the words of each language woven in, in the order of `words`.
    engines: Vec<Tera>,
    style: String,
    card_style: String,
    desk_style: String,
    letter_style: String,
    script: String,
    search_script: String,
    day_script: String,
    policy: Policy,
}

impl Theme {
    /// The theme that came with the program.
    ///
    /// # Panics
    /// Never in a program that passed its tests: they load this very theme.
    #[allow(clippy::expect_used, reason = "the embedded theme is part of the program and tested")]
    pub fn embedded() -> Self {
        Self::from_files(ThemeFiles::embedded()).expect("the embedded theme is sound")
    }

    /// The embedded theme with the files of `folder` in place of those of the same name.
    pub fn with_overrides(folder: &Path) -> Result<Self, ThemeError> {
        Self::from_files(ThemeFiles::embedded().overridden_by(folder)?)
    }

    /// The files that sheets are set by, as name (`poster.typ`) and text.
    pub fn print_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.of_print()
    }

    /// The theme as bytes, for a release; without what only printing needs.
    pub fn bundle(&self) -> Result<Vec<u8>, ThemeError> {
        postcard::to_stdvec(&self.files.for_hosts())
            .map_err(|error| ThemeError::Bundle(error.to_string()))
    }

    /// The theme of a release.
    pub fn unbundle(bytes: &[u8]) -> Result<Self, ThemeError> {
        let files = postcard::from_bytes(bytes);
        Self::from_files(files.map_err(|error| ThemeError::Bundle(error.to_string()))?)
    }

    fn from_files(files: ThemeFiles) -> Result<Self, ThemeError> {
        let coloured =
            |sheet| compact::style(&[files.text("colours.css"), files.text(sheet)].concat());
        let style = coloured("style.css");
        let card_style = compact::style(files.text("card.css"));
        let desk_style = coloured("desk.css");
        let letter_style = compact::style(files.text("letter.css"));
        let script = compact::script(files.text("script.js"));
        let search_script = compact::script(files.text("search.js"));
        let day_script = compact::script(files.text("when.js"));
        let scripts = [&*script, &*search_script, &*day_script];
        let policy = Policy::new(&[&style, &card_style], &scripts);
        let words = read_words(&files)?;
        let engines = words.iter().map(|words| engine(&files, words)).collect::<Result<_, _>>()?;
        Ok(Self {
            files,
            words,
            engines,
            style,
            card_style,
            desk_style,
            letter_style,
            script,
            search_script,
            day_script,
            policy,
        })
    }

    /// The words of a language; the Vietnamese ones where the theme does not know it.
    pub fn words(&self, language: Language) -> &Words {
        &self.words[self.place(language)]
    }

    /// The place of a language in `words`; the first, Vietnamese, for unknown ones.
    fn place(&self, language: Language) -> usize {
        let own = self.words.iter().position(|words| words.language() == language);
        own.unwrap_or(0)
    }

    /// All words, Vietnamese first.
    pub(super) fn all_words(&self) -> &[Words] {
        &self.words
    }

    /// A voice that speaks `language` about content written in `binding`.
    pub fn voice(&self, language: Language, binding: Language) -> Voice<'_> {
        Voice { theme: self, words: self.words(language), language, binding }
    }

    /// Markdown as HTML, with its headings `deeper` levels down: raw HTML becomes text, dangerous
    /// links and foreign pictures lose all but their words.
    pub fn markdown(&self, text: &str, deeper: usize, language: Language) -> String {
        super::markdown::html(text, deeper, self.words(language).get("table_scrolls"))
    }

    /// The content security policy for an answer's header; `feedback` is the origin that receives
    /// feedback when it is not the site's own.
    pub fn policy(&self, feedback: Option<&str>) -> String {
        self.policy.in_header(feedback)
    }

    /// The policy as it stands inside a page.
    pub(super) fn page_policy(&self, feedback: Option<&str>) -> String {
        self.policy.in_page(feedback)
    }

    /// The style that every page of the site carries.
    pub fn style(&self) -> &str {
        &self.style
    }

    /// The style of printed sheets.
    pub fn card_style(&self) -> &str {
        &self.card_style
    }

    /// The style of the officers' desk.
    pub fn desk_style(&self) -> &str {
        &self.desk_style
    }

    /// The style of letters.
    pub fn letter_style(&self) -> &str {
        &self.letter_style
    }

    /// The content security policy of the officers' desk: no script at all, nothing from anywhere, and forms
    /// go nowhere else.
    pub fn desk_policy(&self) -> String {
        Policy::without_script(&[&self.desk_style, &self.letter_style])
    }

    /// The script that the rating page carries.
    pub fn script(&self) -> &str {
        &self.script
    }

    /// The script of the field in which procedures are looked for.
    pub fn search_script(&self) -> &str {
        &self.search_script
    }

    /// The script that says which day may be expected.
    pub fn day_script(&self) -> &str {
        &self.day_script
    }

    /// The site's mark, an SVG element.
    pub(super) fn emblem(&self) -> &str {
        self.files.text("emblem.svg").trim()
    }

    /// Renders a page into `out`, which is cleared first. Reuse one buffer for many pages: the
    /// bytes are UTF-8 by construction and are not checked again.
    pub fn render<P: Page>(
        &self,
        frame: &Frame,
        page: &P,
        out: &mut Vec<u8>,
    ) -> Result<(), ThemeError> {
        let template = P::TEMPLATE;
        let page = Value::try_from_serializable(page)
            .map_err(|error| ThemeError::Render { template, reason: error.to_string() })?;
        self.render_value(template, frame, page, out)
    }

    /// Renders a template with a prepared page.
    pub(super) fn render_value(
        &self,
        template: &'static str,
        frame: &Frame,
        page: Value,
        out: &mut Vec<u8>,
    ) -> Result<(), ThemeError> {
        let mut context = Context::new();
        context.insert_value("frame", frame.value());
        context.insert_value("words", self.words(frame.language()).value());
        context.insert_value("page", page);
        self.render_context(template, frame.language(), &context, out)
            .map_err(|error| ThemeError::Render { template, reason: error.to_string() })
    }

    /// Renders a template with a whole context.
    pub(super) fn render_context(
        &self,
        template: &str,
        language: Language,
        context: &Context,
        out: &mut Vec<u8>,
    ) -> Result<(), tera::Error> {
        out.clear();
        self.engines[self.place(language)].render_to(template, context, out)
    }
}

/// The templates with the words of one language.
fn engine(files: &ThemeFiles, words: &Words) -> Result<Tera, ThemeError> {
    let mut tera = Tera::new();
    filter::register(&mut tera);
    let templates = files.of_folder("templates");
    let woven = templates.map(|(name, text)| (format!("{name}.html"), words.woven_into(text)));
    tera.add_raw_templates(woven).map_err(|error| ThemeError::Templates(error.to_string()))?;
    Ok(tera)
}

/// The words of all languages, Vietnamese first: the others fall back to it.
fn read_words(files: &ThemeFiles) -> Result<Vec<Words>, ThemeError> {
    let vietnamese = Words::parse(Language::VI, files.text("words/vi.json"), None)?;
    let mut all = Vec::new();
    for (tag, json) in files.of_folder("words").filter(|(tag, _)| *tag != "vi") {
        let language = Language::parse(tag).map_err(|error| ThemeError::Words {
            file: format!("words/{tag}.json"),
            reason: error.to_string(),
        })?;
        all.push(Words::parse(language, json, Some(&vietnamese))?);
    }
    all.insert(0, vietnamese);
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_travels_inside_a_release() {
        let theme = Theme::embedded();
        let back = Theme::unbundle(&theme.bundle().unwrap()).unwrap();
        assert_eq!((back.style(), back.script()), (theme.style(), theme.script()));
        assert!(Theme::unbundle(b"?").is_err());
    }
}
