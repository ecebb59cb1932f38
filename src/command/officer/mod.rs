//! `niemyet officer`: accounts of the officers' desk, made and ended at the server, beside a running host. There is no
//! default password: an account begins with a one-time link, printed here and nowhere else.

pub(super) mod arguments;

use arguments::OfficerArguments;
use arguments::{AddArguments, LinkArguments, NamedArguments, OfficerVerb};

use super::done::Done;
use super::flags::Common;
use super::{build, database, outside};
use crate::diagnostic::Tongue;
use crate::feedback::officer::{AccountError, AccountName, Officer, Role, RoleError};
use crate::host::Posted;
use crate::release::Folder;
use crate::store::{By, Promise, Store, StoredOfficer, Token, Work, Worked};
use crate::text::Slug;

const HOUR: i64 = 60 * 60 * 1_000;

pub(super) fn run(common: &Common, arguments: &OfficerArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        OfficerVerb::Add(one) => add(common, one),
        OfficerVerb::Reset(one) => reset(common, one),
        OfficerVerb::Disable(one) => disable(common, one),
        OfficerVerb::List => list(common),
    }
}

fn add(common: &Common, arguments: &AddArguments) -> anyhow::Result<Done> {
    let account = account(common, &arguments.account)?;
    let agency = match &arguments.agency {
        None => None,
        Some(agency) => Some(Slug::parse(agency)?),
    };
    let role = Role::of(arguments.role.word(), agency);
    let role = role.map_err(|error| anyhow::anyhow!(unfit_role(error, common.lang)))?;
    let name = arguments.name.trim();
    anyhow::ensure!(
        (1..=120).contains(&name.chars().count()) && !name.contains(char::is_control),
        match common.lang {
            Tongue::Vietnamese => "họ tên có từ 1 đến 120 chữ, trên một dòng",
            Tongue::English => "a name has 1 to 120 characters, on one line",
        }
    );
    let store = database::open(common)?;
    let mut id = [0; 16];
    outside::random(&mut id)?;
    let officer = Officer { id, account: account.clone(), name: name.to_owned(), role };
    let (link, until) = draw(&arguments.link);
    let work = Work::AddOfficer { officer: Box::new(officer), link: (link, until), by: by() };
    if wait(store.work(work))? != Worked::Done {
        anyhow::bail!(match common.lang {
            Tongue::Vietnamese => format!(
                "đã có tài khoản {account}; chọn tên khác, hoặc: niemyet officer reset {account}"
            ),
            Tongue::English => format!(
                "there is an account {account}; choose another name, or: niemyet officer reset {account}"
            ),
        });
    }
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!("Đã thêm tài khoản {account} ({name})."),
        Tongue::English => format!("The account {account} ({name}) is added."),
    });
    show_link(common, &arguments.link, &link);
    Ok(Done::Fine)
}

fn reset(common: &Common, arguments: &NamedArguments) -> anyhow::Result<Done> {
    let (store, stored) = existing(common, &arguments.account)?;
    let (link, until) = draw(&arguments.link);
    let account = &stored.officer.account;
    let work = Work::Reset { officer: stored.officer.id, link: (link, until), by: by() };
    if wait(store.work(work))? != Worked::Done {
        anyhow::bail!(match common.lang {
            Tongue::Vietnamese => format!("tài khoản {account} đã ngừng; thêm tài khoản khác"),
            Tongue::English => format!("the account {account} is disabled; add another"),
        });
    }
    outside::say(&match common.lang {
        Tongue::Vietnamese => {
            format!(
                "Đã đặt lại {account}: mật khẩu, mã xác thực và các phiên cũ không còn dùng được."
            )
        }
        Tongue::English => format!(
            "{account} is reset: password, one-time numbers and sessions from before are void."
        ),
    });
    show_link(common, &arguments.link, &link);
    Ok(Done::Fine)
}

fn disable(common: &Common, arguments: &arguments::DisableArguments) -> anyhow::Result<Done> {
    let (store, stored) = existing(common, &arguments.account)?;
    let account = &stored.officer.account;
    let worked = wait(store.work(Work::Disable { officer: stored.officer.id, by: by() }))?;
    outside::say(&match (common.lang, worked == Worked::Done) {
        (Tongue::Vietnamese, true) => {
            format!(
                "Đã ngừng {account}; các phiên đang mở đã kết thúc. Việc đã làm vẫn còn trong nhật ký."
            )
        }
        (Tongue::English, true) => {
            format!(
                "{account} is disabled and signed out everywhere. What it did stays in the log."
            )
        }
        (Tongue::Vietnamese, false) => format!("{account} đã ngừng từ trước."),
        (Tongue::English, false) => format!("{account} was disabled before."),
    });
    Ok(Done::Fine)
}

fn list(common: &Common) -> anyhow::Result<Done> {
    let officers = database::existing(common)?.officers()?;
    for stored in &officers {
        let officer = &stored.officer;
        let agency = officer.role.agency().map_or("–", Slug::as_str);
        let state = state(stored, common.lang);
        let (account, role, name) = (&officer.account, officer.role.word(), &officer.name);
        outside::say(&format!("{account}\t{role}\t{agency}\t{name}\t{state}"));
    }
    outside::note(&match (common.lang, officers.len()) {
        (Tongue::Vietnamese, 0) => "Chưa có tài khoản nào. Thêm người quản trị đầu tiên: \
             niemyet officer add TÊN --name \"HỌ TÊN\" --role administrator"
            .to_owned(),
        (Tongue::English, 0) => "There is no account. Add the first administrator: \
             niemyet officer add ACCOUNT --name \"NAME\" --role administrator"
            .to_owned(),
        (Tongue::Vietnamese, count) => format!("{count} tài khoản."),
        (Tongue::English, 1) => "1 account.".to_owned(),
        (Tongue::English, count) => format!("{count} accounts."),
    });
    Ok(Done::Fine)
}

fn state(stored: &StoredOfficer, tongue: Tongue) -> &'static str {
    let vietnamese = tongue == Tongue::Vietnamese;
    match (stored.disabled_at.is_some(), stored.password.is_some(), stored.second_factor.is_some())
    {
        (true, ..) if vietnamese => "đã ngừng",
        (true, ..) => "disabled",
        (_, false, _) if vietnamese => "chưa đặt mật khẩu",
        (_, false, _) => "no password yet",
        (_, _, true) if vietnamese => "đang dùng, có mã xác thực",
        (_, _, true) => "in use, one-time numbers",
        _ if vietnamese => "đang dùng",
        _ => "in use",
    }
}

fn existing(
    common: &Common,
    typed: &str,
) -> anyhow::Result<(std::sync::Arc<dyn Store>, StoredOfficer)> {
    let account = account(common, typed)?;
    let store = database::existing(common)?;
    let found = store.officer(&account)?;
    let found = found.ok_or_else(|| {
        anyhow::anyhow!(match common.lang {
            Tongue::Vietnamese =>
                format!("không có tài khoản {account}; xem: niemyet officer list"),
            Tongue::English => format!("there is no account {account}; see: niemyet officer list"),
        })
    })?;
    Ok((store, found))
}

fn account(common: &Common, typed: &str) -> anyhow::Result<AccountName> {
    AccountName::parse(typed).map_err(|error: AccountError| match common.lang {
        Tongue::English => anyhow::anyhow!("{typed:?}: {error}"),
        Tongue::Vietnamese => anyhow::anyhow!(
            "{typed:?}: tên tài khoản có 2 đến 32 ký tự: chữ thường a-z không dấu, chữ số, `.`, `-` hoặc `_`, \
             bắt đầu bằng chữ"
        ),
    })
}

fn unfit_role(error: RoleError, tongue: Tongue) -> String {
    match (tongue, error) {
        (Tongue::English, error) => error.to_string(),
        (_, RoleError::Unknown) => "vai trò là officer, leader, province hoặc administrator".into(),
        (_, RoleError::NoAgency) => {
            "cán bộ và lãnh đạo thuộc một đơn vị; ghi mã đơn vị bằng --agency".into()
        }
        (_, RoleError::NeedlessAgency) => {
            "cấp tỉnh và quản trị không thuộc đơn vị nào; bỏ --agency".into()
        }
    }
}

/// A link, and until when it is good.
fn draw(arguments: &LinkArguments) -> (Token, i64) {
    let random = outside::randomness();
    let until = outside::moment() + i64::from(arguments.hours) * HOUR;
    (Token::draw(|bytes| random(bytes)), until)
}

/// Whoever sits at the machine.
fn by() -> By {
    By { account: String::new(), at: outside::moment() }
}

/// Prints the link: at the site's own address where one is known, and on this machine.
fn show_link(common: &Common, arguments: &LinkArguments, link: &Token) {
    let path = format!("desk/mat-khau/{}", link.digits());
    let here = format!("http://localhost:{}/{path}", arguments.port);
    let hours = arguments.hours;
    let (lead, own) = match common.lang {
        Tongue::Vietnamese => (
            format!(
                "Liên kết đặt mật khẩu, dùng một lần, trong {hours} giờ. Ai có liên kết này thì đặt được mật \
                 khẩu: chỉ đưa cho đúng người."
            ),
            "Thử trên chính máy này:",
        ),
        Tongue::English => (
            format!(
                "A link to set the password, once, within {hours} hours. Whoever has it can set the password: \
                 give it to that person only."
            ),
            "To try on this machine:",
        ),
    };
    outside::say(&lead);
    let origin = arguments.origin.clone().or_else(|| posted_origin(common));
    if let Some(origin) = origin {
        outside::say(&format!("  {}/{path}", origin.trim_end_matches('/')));
    }
    outside::say(&format!("{own}\n  {here}"));
}

/// The address of the site that was built last, if there is one.
fn posted_origin(common: &Common) -> Option<String> {
    let release = Folder::new(build::release_folder(common)).open_current().ok()?;
    Some(Posted::open(release).ok()?.base_url().to_owned())
}

fn wait<T>(promise: Promise<T>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(runtime.block_on(promise)?)
}
