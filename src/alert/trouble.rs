//! What stood in the way of a message, in plain words.

use crate::diagnostic::Tongue;

/// A reason why a message was not sent. It is kept in the queue as [`Trouble::written`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No mail server is set.
    NoServer,
    /// The mail server wants a password, and there is none.
    NoPassword,
    /// No machine has this name.
    UnknownHost(String),
    /// The machine does not take connections.
    Unreachable(String),
    /// It did not answer in time.
    TooSlow,
    /// The connection broke in the middle, so the message may have arrived.
    CutOff(String),
    /// No encrypted connection came about: certificate, or none offered.
    Tls(String),
    /// The mail server does not know this name or password.
    NotSignedIn(String),
    /// The mail server refused, for the reason it gives.
    Refused(String),
    /// The other side answered the webhook with this status.
    Status(u16),
    /// The message could not be written, or the recipient is gone.
    Unwritable(String),
}

/// The most signs kept of what the other side said.
const LONGEST: usize = 200;

impl Trouble {
    /// Whether the message may have arrived all the same.
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Self::TooSlow | Self::CutOff(_))
    }

    /// As it is kept: a word, and what was said, on one line.
    pub fn written(&self) -> String {
        let (word, said) = self.parts();
        let said = one_line(&said);
        if said.is_empty() { word.to_owned() } else { format!("{word} {said}") }
    }

    /// What is kept, read back; a text of another version stands for itself.
    pub fn read(written: &str) -> Self {
        let (word, said) = written.split_once(' ').unwrap_or((written, ""));
        let said = said.to_owned();
        match word {
            "no_server" => Self::NoServer,
            "no_password" => Self::NoPassword,
            "unknown_host" => Self::UnknownHost(said),
            "unreachable" => Self::Unreachable(said),
            "too_slow" => Self::TooSlow,
            "cut_off" => Self::CutOff(said),
            "tls" => Self::Tls(said),
            "not_signed_in" => Self::NotSignedIn(said),
            "refused" => Self::Refused(said),
            "status" => said.parse().map_or_else(|_| Self::Unwritable(said), Self::Status),
            "unwritable" => Self::Unwritable(said),
            _ => Self::Unwritable(written.to_owned()),
        }
    }

    fn parts(&self) -> (&'static str, String) {
        match self {
            Self::NoServer => ("no_server", String::new()),
            Self::NoPassword => ("no_password", String::new()),
            Self::UnknownHost(said) => ("unknown_host", said.clone()),
            Self::Unreachable(said) => ("unreachable", said.clone()),
            Self::TooSlow => ("too_slow", String::new()),
            Self::CutOff(said) => ("cut_off", said.clone()),
            Self::Tls(said) => ("tls", said.clone()),
            Self::NotSignedIn(said) => ("not_signed_in", said.clone()),
            Self::Refused(said) => ("refused", said.clone()),
            Self::Status(status) => ("status", status.to_string()),
            Self::Unwritable(said) => ("unwritable", said.clone()),
        }
    }

    /// What is wrong and what to look at.
    pub fn say(&self, tongue: Tongue) -> String {
        match tongue {
            Tongue::Vietnamese => self.vietnamese(),
            Tongue::English => self.english(),
        }
    }

    fn vietnamese(&self) -> String {
        match self {
            Self::NoServer => "chưa khai báo máy chủ thư; dùng: niemyet alerts mail --server …".into(),
            Self::NoPassword => {
                "máy chủ thư cần mật khẩu mà chưa có: đặt biến NIEMYET_SMTP_PASSWORD hoặc ghi vào tệp smtp-password \
                 trong thư mục dữ liệu, chỉ chủ tệp đọc được (chmod 600)"
                    .into()
            }
            Self::UnknownHost(said) => {
                format!("không tìm thấy máy nào có tên này: xem lại tên máy chủ và DNS ({said})")
            }
            Self::Unreachable(said) => {
                format!("máy chủ không nhận kết nối: xem lại cổng, tường lửa, máy có đang chạy không ({said})")
            }
            Self::TooSlow => "máy bên kia không trả lời kịp; có thể đã nhận, lần gửi sau sẽ ghi rõ".into(),
            Self::CutOff(said) => format!(
                "kết nối bị ngắt giữa chừng; có thể đã nhận, lần gửi sau sẽ ghi rõ ({said})"
            ),
            Self::Tls(said) => format!(
                "không mở được kết nối mã hóa: chứng thư không đúng tên, hết hạn, không được máy này tin cậy, \
                 hoặc máy chủ không có mã hóa ở cổng này ({said})"
            ),
            Self::NotSignedIn(said) => {
                format!("máy chủ thư không nhận tên đăng nhập hoặc mật khẩu ({said})")
            }
            Self::Refused(said) => format!("máy chủ thư từ chối: {said}"),
            Self::Status(status) => format!(
                "nơi nhận webhook trả lời mã {status} thay vì 2xx; xem nhật ký của nơi nhận"
            ),
            Self::Unwritable(said) => format!("không viết được thông báo này: {said}"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoServer => "no mail server is set; use: niemyet alerts mail --server …".into(),
            Self::NoPassword => {
                "the mail server wants a password and there is none: set NIEMYET_SMTP_PASSWORD, or write it to the file \
                 smtp-password in the data folder, readable by its owner only (chmod 600)"
                    .into()
            }
            Self::UnknownHost(said) => {
                format!("no machine has this name: look at the name of the server and at DNS ({said})")
            }
            Self::Unreachable(said) => format!(
                "the server takes no connection: look at the port, the firewall, and whether it runs ({said})"
            ),
            Self::TooSlow => {
                "the other side did not answer in time; it may have got it, and the next try says so".into()
            }
            Self::CutOff(said) => format!(
                "the connection broke in the middle; it may have arrived, and the next try says so ({said})"
            ),
            Self::Tls(said) => format!(
                "no encrypted connection: the certificate is of another name, over, or not trusted by this machine, \
                 or the server offers no encryption at this port ({said})"
            ),
            Self::NotSignedIn(said) => {
                format!("the mail server does not take this name or password ({said})")
            }
            Self::Refused(said) => format!("the mail server refuses: {said}"),
            Self::Status(status) => format!(
                "the receiver of the webhook answers {status} where 2xx is meant; see its own log"
            ),
            Self::Unwritable(said) => format!("this message cannot be written: {said}"),
        }
    }
}

/// What the other side said, without line ends and other signs that steer, and not too long.
pub(super) fn one_line(text: &str) -> String {
    let plain: String =
        text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn troubles_are_kept_on_one_line_and_read_back() {
        let said = || "550 5.1.1 no such user".to_owned();
        for trouble in [
            Trouble::NoServer,
            Trouble::NoPassword,
            Trouble::UnknownHost(said()),
            Trouble::Unreachable(said()),
            Trouble::TooSlow,
            Trouble::CutOff(said()),
            Trouble::Tls(said()),
            Trouble::NotSignedIn(said()),
            Trouble::Refused(said()),
            Trouble::Status(503),
            Trouble::Unwritable(said()),
        ] {
            assert_eq!(Trouble::read(&trouble.written()), trouble);
            let [vi, en] = [Tongue::Vietnamese, Tongue::English].map(|tongue| trouble.say(tongue));
            assert!(vi != en && vi.len() > 10 && en.len() > 10);
        }
        let odd = Trouble::Refused(format!("a\r\n\u{1b}[31mb{}", "x".repeat(900)));
        assert!(!odd.written().contains(char::is_control) && odd.written().len() < 300);
        assert_eq!(Trouble::read("what?"), Trouble::Unwritable("what?".into()));
    }
}
