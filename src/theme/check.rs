//! `theme check`: every page kind rendered in every language, once with everything that may be
//! there and once with nothing that may be missing, before a citizen meets the fault.
//!
//! Rendering alone finds a name only where it is printed; `{% if page.tipo %}` would quietly be
//! false for ever. So the names in the templates are read as well and held against the contexts.

use std::collections::BTreeSet;

use tera::{ErrorKind, Value};

use super::context::{FrameFields, Section, sample};
use super::{FrameFacts, Theme, ThemeFault, Words};
use crate::publication::Site;
use crate::text::{Language, Text};

impl Theme {
    /// All faults of the theme for a site in these languages; none for a sound theme.
    pub fn check(&self, languages: &[Language]) -> Vec<ThemeFault> {
        let mut faults = BTreeSet::new();
        self.check_words(languages, &mut faults);
        self.check_names(&mut faults);
        for language in languages {
            self.check_pages(*language, &mut faults);
        }
        faults.into_iter().collect()
    }

    fn check_words(&self, languages: &[Language], faults: &mut BTreeSet<ThemeFault>) {
        let all: BTreeSet<&str> = self.all_words().iter().flat_map(Words::own_keys).collect();
        for language in languages {
            let file = format!("words/{language}.json");
            let Some(words) = self.all_words().iter().find(|own| own.language() == *language)
            else {
                let message = "the site speaks this language, but the theme has no words for it";
                faults.insert(ThemeFault { file, line: 0, message: message.into() });
                continue;
            };
            let own: BTreeSet<&str> = words.own_keys().collect();
            for key in all.difference(&own).filter(|key| !key.ends_with("_one")) {
                let message =
                    format!("`{key}` is missing; the Vietnamese words stand in its place");
                faults.insert(ThemeFault { file: file.clone(), line: 0, message });
            }
        }
    }

    fn check_pages(&self, language: Language, faults: &mut BTreeSet<ThemeFault>) {
        let site = invented_site(language);
        let facts = FrameFacts {
            site: &site,
            language,
            home: "../",
            section: Section::Home,
            hotline: None,
            matters: Vec::new(),
            footer: Vec::new(),
        };
        let frame = match self.frame(&facts) {
            Ok(frame) => frame,
            Err(error) => {
                let file = "templates/base.html".into();
                faults.insert(ThemeFault { file, line: 0, message: error.to_string() });
                return;
            }
        };
        for kind in sample::samples() {
            for page in [kind.full, kind.minimal] {
                let mut context = tera::Context::new();
                context.insert_value("frame", frame.value());
                context.insert_value("words", self.words(language).value());
                context.insert_value("page", page);
                let mut html = Vec::new();
                match self.render_context(kind.template, language, &context, &mut html) {
                    Err(error) => faults.extend([located(kind.template, &error)]),
                    Ok(()) => faults.extend(misplaced_markup(kind.template, &html)),
                }
            }
        }
    }

    fn check_names(&self, faults: &mut BTreeSet<ThemeFault>) {
        let samples = sample::samples();
        let frame_keys = keys(&Value::from_serializable(&FrameFields::names()));
        let every: BTreeSet<String> = samples.iter().flat_map(|kind| keys(&kind.full)).collect();
        for (stem, text) in self.files.of_folder("templates") {
            let template = format!("{stem}.html");
            let own = samples.iter().find(|kind| kind.template == template);
            let page_keys = own.map_or_else(|| every.clone(), |kind| keys(&kind.full));
            for (number, line) in text.lines().enumerate() {
                let unknown = |head: &str, name: &str| match head {
                    "page" => !page_keys.contains(name),
                    "frame" => !frame_keys.contains(name),
                    _ => !self.all_words().iter().any(|words| words.has(name)),
                };
                for (head, name) in names(line).filter(|(head, name)| unknown(head, name)) {
                    let message = format!("there is no `{head}.{name}`");
                    let file = format!("templates/{template}");
                    faults.insert(ThemeFault { file, line: number + 1, message });
                }
            }
        }
    }
}

/// The `head.name` pairs of a line for the three heads that templates know.
fn names(line: &str) -> impl Iterator<Item = (&'static str, &str)> {
    ["page", "frame", "words"].into_iter().flat_map(move |head| {
        line.match_indices(head).filter_map(move |(at, _)| {
            let before = line[..at].chars().next_back();
            if before.is_some_and(|sign| sign.is_alphanumeric() || "._".contains(sign)) {
                return None;
            }
            let name = line[at + head.len()..].strip_prefix('.')?;
            let end = name.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_'));
            let name = &name[..end.unwrap_or(name.len())];
            (!name.is_empty()).then_some((head, name))
        })
    })
}

fn keys(value: &Value) -> BTreeSet<String> {
    let map = value.as_map();
    map.into_iter().flatten().filter_map(|(key, _)| key.as_str().map(str::to_owned)).collect()
}

/// A fault of the engine, with its file and line.
fn located(template: &str, error: &tera::Error) -> ThemeFault {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => ThemeFault {
            file: format!("templates/{}", report.filename()),
            line: report.span().start_line,
            message: report.message().to_owned(),
        },
        other => ThemeFault {
            file: format!("templates/{template}"),
            line: 0,
            message: other.to_string(),
        },
    }
}

/// A tag inside an attribute or a title: a phrase printed there without `plain`.
fn misplaced_markup(template: &str, html: &[u8]) -> Option<ThemeFault> {
    let html = String::from_utf8_lossy(html);
    let titles = html.split("<title>").skip(1).filter_map(|rest| rest.split("</title>").next());
    let in_title = titles.into_iter().find(|title| title.contains("<span lang"));
    let marks = html.match_indices("<span lang=\"");
    let in_attribute = marks.map(|(at, _)| &html[..at]).find(|before| {
        let tag = before.rfind('<').map_or("", |open| &before[open..]);
        !tag.contains('>') && tag.matches('"').count() % 2 == 1
    });
    if in_title.is_none() && in_attribute.is_none() {
        return None;
    }
    let place = in_attribute.map_or("<title>", |before| {
        let start = before.rfind('<').unwrap_or(0);
        &before[start..]
    });
    Some(ThemeFault {
        file: format!("templates/{template}"),
        line: 0,
        message: format!(
            "a text is printed inside `{place}`, where no tag may stand; write `| plain` after it"
        ),
    })
}

fn invented_site(language: Language) -> Site {
    Site {
        name: Text::new("Niêm yết <mẫu>"),
        short_name: Text::new("Mẫu"),
        owner: Text::new("Ủy ban nhân dân"),
        base_url: "https://a.example".into(),
        print_origin: "https://a.example".into(),
        redirects_from: Vec::new(),
        languages: vec![Language::VI, language],
        theme: "default".into(),
        sample: true,
        counter_survey: None,
        more_surveys: Vec::new(),
        scan_instructions: Vec::new(),
        feedback: Some("https://b.example".into()),
        hosted: true,
        retention: crate::feedback::Retention::default(),
        time_limits: crate::feedback::matter::TimeLimits::default(),
        satisfaction_target: None,
        apology_rule: crate::feedback::apology::ApologyRule::default(),
        replies: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, text: &str) -> Result<Theme, crate::theme::ThemeError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        Theme::with_overrides(folder.path())
    }

    #[test]
    fn the_embedded_theme_is_sound_in_both_languages() {
        let faults = Theme::embedded().check(&[Language::VI, Language::EN]);
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        assert!(lines.is_empty(), "{}", lines.join("\n"));
    }

    #[test]
    fn an_undefined_name_is_found_with_its_line_even_in_a_condition() {
        let theme =
            with("templates/free.html", "{{ page.title }}\n{% if page.titel %}x{% endif %}")
                .unwrap();
        let faults = theme.check(&[Language::VI]);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!((faults[0].file.as_str(), faults[0].line), ("templates/free.html", 2));
        let theme = with("templates/free.html", "\n\n{{ page.title.nothing }}").unwrap();
        assert_eq!(theme.check(&[Language::VI])[0].line, 3);
    }

    #[test]
    fn a_phrase_in_an_attribute_is_reported_and_plain_mends_it() {
        let theme = with("templates/free.html", "<a title=\"{{ page.title }}\">x</a>").unwrap();
        let faults = theme.check(&[Language::EN]);
        assert!(faults[0].message.contains("| plain"), "{faults:?}");
        let theme =
            with("templates/free.html", "<a title=\"{{ page.title | plain }}\">x</a>").unwrap();
        assert!(theme.check(&[Language::EN]).is_empty());
    }

    #[test]
    fn words_that_are_missing_and_templates_that_do_not_parse_are_named() {
        let theme = with("words/km.json", "{\"skip\": \"…\"}").unwrap();
        let khmer = Language::parse("km").unwrap();
        assert!(theme.check(&[khmer]).iter().any(|fault| fault.message.contains("`menu_home`")));
        let error = with("templates/home.html", "{% if %}").err().unwrap();
        assert!(error.to_string().contains("home.html"), "{error}");
    }
}
