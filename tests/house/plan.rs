//! The plan that the rules hold the code to: the rooms, who may import whom, and the doors.

/// The rooms under `src/`, from the ground up.
pub(crate) const ROOMS: [&str; 19] = [
    "text",
    "diagnostic",
    "letter",
    "search",
    "symbol",
    "catalogue",
    "feedback",
    "publication",
    "change",
    "release",
    "content",
    "import",
    "theme",
    "site",
    "print",
    "store",
    "alert",
    "host",
    "command",
];

const CRAFTS: [&str; 7] = ["content", "import", "theme", "site", "print", "store", "alert"];

/// The storey of a room; rooms of one storey do not know each other, save as `may_import` says.
fn storey(room: &str) -> usize {
    match room {
        "text" => 0,
        "diagnostic" | "letter" | "search" | "symbol" => 1,
        "catalogue" => 2,
        "feedback" => 3,
        "publication" => 4,
        "change" | "release" => 5,
        craft if CRAFTS.contains(&craft) => 6,
        "host" => 7,
        "command" => 8,
        other => panic!("`{other}` is no room: name its storey in tests/house/plan.rs"),
    }
}

/// Whether `from` may import from `to`.
pub(crate) fn may_import(from: &str, to: &str) -> bool {
    match (from, to) {
        (same, other) if same == other => true,
        ("import", "content") | ("site" | "print", "theme") => true,
        ("host", craft) if CRAFTS.contains(&craft) => matches!(craft, "theme" | "store"),
        _ => storey(to) < storey(from),
    }
}

/// Foreign crates, each with the places it may enter by: a room, or `main` for `src/main.rs`.
pub(crate) const DOORS: [(&str, &[&str]); 38] = [
    ("serde_yaml", &["content"]),
    ("yaml_serde", &["content"]),
    ("walkdir", &["content"]),
    ("saphyr_parser", &["content"]),
    ("calamine", &["import"]),
    ("tera", &["theme"]),
    ("pulldown_cmark", &["theme"]),
    ("qrcode", &["symbol"]),
    ("rqrr", &["symbol"]),
    ("png", &["symbol"]),
    ("typst", &["print"]),
    ("typst_layout", &["print"]),
    ("typst_pdf", &["print"]),
    ("comemo", &["print"]),
    ("notosans", &["print"]),
    ("rusqlite", &["store"]),
    ("tokio_postgres", &["store"]),
    ("argon2", &["store"]),
    ("chacha20poly1305", &["store"]),
    ("tar", &["store", "command"]),
    ("rust_xlsxwriter", &["store", "import"]),
    ("zip", &["letter"]),
    ("rustix", &["store", "command"]),
    ("rpassword", &["command"]),
    ("tokio_rustls", &["store", "host"]),
    ("rustls_native_certs", &["store", "alert"]),
    ("lettre", &["alert"]),
    ("ureq", &["alert"]),
    ("base64", &["alert"]),
    ("actix_web", &["host"]),
    ("actix_http", &["host"]),
    ("actix_service", &["host"]),
    ("memmap2", &["release"]),
    ("ring", &["release"]),
    ("clap", &["command", "main"]),
    ("anyhow", &["command", "main"]),
    ("mimalloc", &["main"]),
    ("libmimalloc_sys", &["main"]),
];

/// The files that may hold `unsafe`: one maps a release into memory, one sets an option of the allocator.
pub(crate) const UNSAFE_FILES: [&str; 2] = ["src/release/map.rs", "src/main.rs"];

/// The longest a file may be, in lines.
pub(crate) const LONGEST: usize = 400;

/// Files that may be longer, each with the reason.
pub(crate) const LONG_FILES: [(&str, &str); 4] = [
    (
        "src/diagnostic/wording_vi.rs",
        "one exhaustive table: the Vietnamese wording of every diagnostic",
    ),
    (
        "src/diagnostic/wording_en.rs",
        "one exhaustive table: the English wording of every diagnostic",
    ),
    (
        "src/diagnostic/explain_vi.rs",
        "one exhaustive table: every diagnostic explained in Vietnamese",
    ),
    ("src/diagnostic/explain_en.rs", "one exhaustive table: every diagnostic explained in English"),
];

/// Words that say nothing of the field; no file or module is called so, alone or as the last word of its name.
pub(crate) const EMPTY_NAMES: [&str; 21] = [
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "handler",
    "handlers",
    "processor",
    "processors",
    "misc",
    "data",
    "info",
    "base",
    "models",
    "model",
    "services",
    "service",
    "stuff",
    "shared",
];

/// Words that must not be left in sources, docs or scripts. Written in halves, so that this file does not hold them.
pub(crate) const LEFTOVERS: [&str; 4] =
    [concat!("db", "g!"), concat!("to", "do!"), concat!("FIX", "ME"), concat!("XX", "X:")];

/// Beginnings of paths that exist on one machine only.
pub(crate) const MACHINE_PATHS: [&str; 4] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers\\"),
];
