//! A browser at the officers' desk of a stand: it keeps its cookie and sends forms as a page of ours would.

use super::exchange::{Answer, ask, post};
use super::stand::{NOW, Stand};
use crate::feedback::officer::{AccountName, Officer, Role};
use crate::feedback::sample::slug;
use crate::store::{By, Token, Work, Worked};

/// The password of all accounts of the tests.
pub(super) const PASSWORD: &str = "con mèo ngủ trưa";

/// What a browser says of a form on a page of the same host.
pub(super) const OWN: &str = "Sec-Fetch-Site: same-origin";

/// A browser.
pub(super) struct Browser<'a> {
    pub(super) stand: &'a Stand,
    pub(super) cookie: String,
}

impl<'a> Browser<'a> {
    /// One that was never here.
    pub(super) fn new(stand: &'a Stand) -> Self {
        Self { stand, cookie: String::new() }
    }

    /// One in which this account is signed in.
    pub(super) fn of(stand: &'a Stand, account: &str) -> Self {
        let mut browser = Self::new(stand);
        let answer = browser.sign_in(account, PASSWORD, "");
        assert_eq!(answer.status, 303, "{}", answer.text());
        browser
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        let cookie = format!("Cookie: {}", self.cookie);
        ask(self.stand.address(), "GET", path, &[&cookie])
    }

    /// Sends a form with the token of the page.
    pub(super) fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token();
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        self.send_as(path, &[OWN], &all)
    }

    /// Sends a form with these header fields and nothing added.
    pub(super) fn send_as(&mut self, path: &str, head: &[&str], fields: &[(&str, &str)]) -> Answer {
        let cookie = format!("Cookie: {}", self.cookie);
        let head: Vec<&str> = head.iter().copied().chain([cookie.as_str()]).collect();
        let answer = post(self.stand.address(), path, &head, form(fields).as_bytes());
        self.take(&answer);
        answer
    }

    pub(super) fn sign_in(&mut self, account: &str, password: &str, number: &str) -> Answer {
        let fields = [("account", account), ("password", password), ("number", number)];
        self.send_as("/desk/dang-nhap", &[OWN], &fields)
    }

    /// What forms of this session carry.
    pub(super) fn token(&self) -> String {
        let page = self.get("/desk/phien").text();
        hidden(&page, "token")
    }

    fn take(&mut self, answer: &Answer) {
        if let Some(pair) = answer.field("set-cookie").split(';').next().filter(|it| !it.is_empty())
        {
            pair.clone_into(&mut self.cookie);
        }
    }
}

/// The value of a hidden field of a page; empty if it has none.
pub(super) fn hidden(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let value = page.split(&start).nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap_or_default().to_owned()
}

/// A form as a browser writes it.
pub(super) fn form(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| {
        text.bytes().fold(String::new(), |mut all, byte| {
            if byte.is_ascii_alphanumeric() {
                all.push(char::from(byte));
            } else {
                all.push('%');
                all.extend(
                    [byte >> 4, byte & 15]
                        .map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])),
                );
            }
            all
        })
    };
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Waits for a piece of work.
pub(super) fn work(stand: &Stand, work: Work) -> Worked {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(stand.store.work(work)).unwrap()
}

/// Adds an account that has yet to be set up; gives its link.
pub(super) fn add(stand: &Stand, account: &str, role: Role) -> Token {
    let mut id = [0; 16];
    id.copy_from_slice(&blake3::hash(account.as_bytes()).as_bytes()[..16]);
    let link = Token::draw(|bytes| {
        bytes.copy_from_slice(blake3::hash(format!("link {account}").as_bytes()).as_bytes());
    });
    let officer = Box::new(Officer {
        id,
        account: AccountName::parse(account).unwrap(),
        name: format!("Người {account}"),
        role,
    });
    let by = By { account: String::new(), at: NOW };
    let adding = Work::AddOfficer { officer, link: (link, NOW + 3_600_000), by };
    assert_eq!(work(stand, adding), Worked::Done);
    link
}

/// Adds an account and sets its password through the page.
pub(super) fn settle(stand: &Stand, account: &str, role: Role) {
    let link = add(stand, account, role);
    let path = format!("/desk/mat-khau/{}", link.digits());
    let fields = [("password", PASSWORD), ("again", PASSWORD)];
    let answer = Browser::new(stand).send_as(&path, &[OWN], &fields);
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// An officer, a leader, the province, an administrator.
pub(super) fn roles() -> [(&'static str, Role); 4] {
    let own = || slug("phuong-vi-du");
    [
        ("lan", Role::Officer(own())),
        ("minh", Role::Leader(own())),
        ("tinh", Role::Province),
        ("quantri", Role::Administrator),
    ]
}
