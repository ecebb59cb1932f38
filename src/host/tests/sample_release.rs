//! A small site in a release: pages in three codings, a dated edition, a form to download, two printed
//! codes, with the desk and the theme that a host needs.

use std::io::Write;
use std::path::Path;

use super::surveys;
use crate::catalogue::PrintedCode;
use crate::catalogue::agency::{Contact, PetitionPath, Reception};
use crate::catalogue::law::Calendar;
use crate::catalogue::procedure::{EditionMark, ProcedureCode};
use crate::feedback::sample::slug;
use crate::feedback::satisfaction::ReportingPeriod;
use crate::host::{DESK_ENTRY, THEME_ENTRY};
use crate::publication::results::{FileCounts, Performance, PerformanceRow};
use crate::publication::{
    Foot, ListedEdition, Listing, MatterDesk, MatterPlace, PageAddress, RatingDesk, RatingPlace,
    Site,
};
use crate::release::{
    Bodies, Body, CachePolicy, Coding, Day, Entry, Folder, IndexBuilder, Mark, Media, OpenRelease,
    SegmentDraft, Slot, SlotKind, Validity,
};
use crate::search;
use crate::text::{Hour, Language, Phone, Text};
use crate::theme::context::{Opening, Rating};
use crate::theme::{FrameFacts, Theme};

/// The first day of the second edition of a procedure: 2027-03-01.
pub(super) const SWITCH: Day = Day(20_878);

/// The code of a counter, of a counter that is closed, and of none.
pub(super) fn codes() -> [PrintedCode; 3] {
    [3, 11, 22].map(|seed| {
        let mut byte = seed;
        PrintedCode::mint(|| {
            byte += 1;
            byte
        })
    })
}

pub(super) fn desk() -> RatingDesk {
    let site = Site {
        name: Text::new("Niêm yết tỉnh Minh Họa"),
        short_name: Text::new("Niêm yết"),
        owner: Text::new("Ủy ban nhân dân tỉnh Minh Họa"),
        base_url: "https://niemyet.minhhoa.example".into(),
        print_origin: "https://niemyet.minhhoa.example".into(),
        redirects_from: Vec::new(),
        languages: vec![Language::VI, Language::EN],
        theme: "default".into(),
        sample: true,
        counter_survey: Some(slug("nhanh-5")),
        more_surveys: vec![slug("moi-loai"), slug("nhieu-phan")],
        scan_instructions: Vec::new(),
        feedback: None,
        hosted: true,
        retention: crate::feedback::Retention::default(),
        time_limits: crate::feedback::matter::TimeLimits::default(),
        satisfaction_target: Some(90),
        apology_rule: crate::feedback::apology::ApologyRule::default(),
        replies: vec![crate::feedback::matter::ReplyTemplate {
            name: "Đã khắc phục <b>".into(),
            words: "Đơn vị đã khắc phục.\nXin lỗi ông/bà.".into(),
        }],
    };
    let [open, closed, _] = codes();
    let place = |code, successor, retired| RatingPlace {
        code,
        agency: slug("phuong-vi-du"),
        agency_name: Text::new("Phường Ví Dụ"),
        counter: slug(if retired { "quay-cu" } else { "quay-1" }),
        counter_name: Text::new("Quầy 1"),
        point: Some(slug("trung-tam")),
        handles: if retired { Vec::new() } else { vec![0] },
        help_phone: Phone::parse("0200 000 0001").ok(),
        successor,
        retired,
    };
    let mut places = vec![place(open, None, false), place(closed, Some(open), true)];
    places.sort_by_key(|place| place.code);
    let foot = Foot {
        hotline: Phone::parse("0200 000 0009")
            .ok()
            .map(|phone| (Text::new("Đường dây nóng"), phone)),
        pages: vec![(slug("gioi-thieu"), Text::new("Giới thiệu trang"))],
    };
    let listing = Listing {
        code: ProcedureCode::parse("1.000894").unwrap(),
        name: Text::new("Đăng ký kết hôn"),
        editions: vec![ListedEdition { mark: EditionMark([0xab; 16]), from: None, to: None }],
    };
    let matters = MatterDesk {
        places: vec![
            matter_place("phuong-vi-du", PetitionPath::Desk),
            matter_place("so-mau", PetitionPath::Link),
        ],
        calendar: Calendar { weekend: vec![6, 7], ..Calendar::default() },
        common: Some(slug("phuong-vi-du")),
    };
    let files =
        FileCounts { early: 700, on_time: 280, late: 20, overdue: 4, ..FileCounts::default() };
    let performance = vec![Performance {
        period: ReportingPeriod::Month(2026, 10),
        source: None,
        rows: vec![PerformanceRow { agency: slug("phuong-vi-du"), field: None, counts: files }],
    }];
    let surveys = surveys::all();
    RatingDesk { site, foot, places, surveys, listings: vec![listing], matters, performance }
}

/// An agency that takes petitions here or elsewhere.
fn matter_place(agency: &str, petitions: PetitionPath) -> MatterPlace {
    MatterPlace {
        agency: slug(agency),
        name: Text::new("Phường Ví Dụ"),
        petitions,
        official: Contact { website: Some("https://phananh.example".into()), ..Contact::default() },
        complaints: Some(Reception {
            name: None,
            place: Text::new("Phòng Tiếp công dân"),
            days: None,
            phone: None,
        }),
        help_phone: Phone::parse("0200 000 0001").ok(),
        cutoff: Hour::parse("15:00").ok(),
    }
}

/// A page long enough to be worth packing.
pub(super) fn page_text(title: &str) -> String {
    format!("<!doctype html><title>{title}</title>{}", "<p>Nộp hồ sơ tại quầy.</p>".repeat(40))
}

/// Publishes the site and opens it.
pub(super) fn publish(folder: &Path, desk: &RatingDesk) -> OpenRelease {
    let folder = Folder::new(folder);
    let publisher = folder.publisher().unwrap();
    let mut builder = Builder { draft: publisher.segment().unwrap(), entries: Vec::new() };
    builder.site(desk);
    let Builder { draft, entries } = builder;
    let mut index = IndexBuilder::new("Minh Họa", Mark([1; 16]));
    let segment = index.segment(draft.keep().unwrap()).unwrap();
    for (mut entry, bodies) in entries {
        entry.bodies = bodies.into_iter().fold(Bodies::new(), |all, (coding, extent)| {
            all.with(coding, Body { segment, extent })
        });
        index.push(entry);
    }
    index.redirect("thu-tuc/cu", "thu-tuc/1.000894.html");
    publisher.publish(index).unwrap();
    folder.open_current().unwrap()
}

type Parts = Vec<(Coding, crate::release::Extent)>;

struct Builder<'a> {
    draft: SegmentDraft<'a>,
    entries: Vec<(Entry, Parts)>,
}

impl Builder<'_> {
    fn site(&mut self, desk: &RatingDesk) {
        for path in ["index.html", "en/index.html", "thu-tuc/1.000894.html"] {
            self.page(path, 200, Validity::ALWAYS, path);
        }
        self.page("404.html", 404, Validity::ALWAYS, "Không tìm thấy");
        self.page("en/404.html", 404, Validity::ALWAYS, "Not found");
        // A build keeps a page for a withdrawn code too, for plain static hosts.
        let closed = PageAddress::Rating { code: codes()[1] }.path(None);
        self.page(&closed, 200, Validity::ALWAYS, "Đã ngừng sử dụng");
        let old = Validity { from: None, to: Some(SWITCH) };
        let new = Validity { from: Some(SWITCH), to: None };
        self.page("thu-tuc/2.000001.html", 200, old, "bản cũ");
        self.page("thu-tuc/2.000001.html", 200, new, "bản mới");
        self.file("bieu-mau/tờ khai.pdf", Media::Pdf, b"0123456789");
        self.file("bieu-mau/cai-dat.bin", Media::Binary, b"\x7fELF");
        self.internal(DESK_ENTRY, &postcard::to_stdvec(desk).unwrap());
        self.internal(THEME_ENTRY, &Theme::embedded().bundle().unwrap());
        self.search_list();
        for language in [None, Some(Language::EN)] {
            self.rating_page(desk, language);
        }
    }

    fn page(&mut self, path: &str, status: u16, validity: Validity, title: &str) {
        let plain = page_text(title);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(plain.as_bytes()).unwrap();
        let gzip = gzip.finish().unwrap();
        // Brotli bodies are opaque to the host, so any bytes do.
        let brotli = format!("brotli of {title}");
        let bodies = vec![
            (Coding::Identity, self.draft.append(plain.as_bytes()).unwrap()),
            (Coding::Gzip, self.draft.append(&gzip).unwrap()),
            (Coding::Brotli, self.draft.append(brotli.as_bytes()).unwrap()),
        ];
        let entry = Entry { validity, status, ..entry(path, Media::Html, plain.as_bytes()) };
        self.entries.push((entry, bodies));
    }

    fn file(&mut self, path: &str, media: Media, bytes: &[u8]) {
        let extent = self.draft.append(bytes).unwrap();
        let entry = Entry { cache: CachePolicy::Fingerprinted, ..entry(path, media, bytes) };
        self.entries.push((entry, vec![(Coding::Identity, extent)]));
    }

    fn internal(&mut self, name: &str, bytes: &[u8]) {
        let extent = self.draft.append(bytes).unwrap();
        let entry = Entry { cache: CachePolicy::Internal, ..entry(name, Media::Binary, bytes) };
        self.entries.push((entry, vec![(Coding::Identity, extent)]));
    }

    /// Thirty procedures, one with a name that must be escaped; only for the language that binds.
    fn search_list(&mut self) {
        let entries: Vec<_> = (1..=30)
            .map(|number| search::Entry {
                code: format!("1.{number:06}"),
                name: format!("Đăng ký <b>việc</b> {number}"),
                foreign: false,
                aliases: vec![format!("giấy số {number}")],
                field: "Hộ tịch".into(),
            })
            .collect();
        let text = search::write(&entries, "tôi muốn làm");
        let path = search::path(&text, Language::VI);
        self.file(&path, Media::Text, text.as_bytes());
        self.internal(&search::pointer(Language::VI), path.as_bytes());
    }

    fn rating_page(&mut self, desk: &RatingDesk, language: Option<Language>) {
        let code = codes()[0];
        let theme = Theme::embedded();
        let spoken = language.unwrap_or(Language::VI);
        let voice = theme.voice(spoken, Language::VI);
        let place = desk.place(&code).unwrap();
        let survey = desk.counter_survey().unwrap();
        let page = Rating::new(desk, place, survey, voice, "../../", Opening::first(survey));
        let frame = theme.frame(&FrameFacts::at_run_time(&desk.site, spoken, "../../")).unwrap();
        let mut html = Vec::new();
        theme.render(&frame, &page, &mut html).unwrap();
        let text = String::from_utf8(html).unwrap();
        let slot = |width: usize, kind| {
            let offset = text.find(&format!("\"{}\"", "0".repeat(width))).unwrap() + 1;
            let offset = u32::try_from(offset).unwrap();
            Slot { offset, len: u16::try_from(width).unwrap(), kind }
        };
        let slots = vec![slot(32, SlotKind::Key), slot(64, SlotKind::Time)];
        let path = PageAddress::Rating { code }.path(language);
        let extent = self.draft.append(text.as_bytes()).unwrap();
        let entry = Entry { slots, ..entry(&path, Media::Html, text.as_bytes()) };
        self.entries.push((entry, vec![(Coding::Identity, extent)]));
    }
}

fn entry(path: &str, media: Media, plain: &[u8]) -> Entry {
    Entry {
        path: path.to_owned(),
        validity: Validity::ALWAYS,
        status: 200,
        media,
        cache: CachePolicy::Page,
        etag: Mark::of(plain),
        bodies: Bodies::new(),
        slots: Vec::new(),
    }
}
