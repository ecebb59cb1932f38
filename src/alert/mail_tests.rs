//! Mails as they go over the wire.

use super::*;
use crate::feedback::alert::Facts;
use crate::text::Slug;

fn mailer() -> Mailer {
    let server = MailServer::parse("smtp://mail.vidu.vn", None, "niemyet@vidu.vn", None).unwrap();
    Mailer::new(&server, None).unwrap()
}

fn told() -> Told {
    Told {
        id: [0xab; 16],
        agency: Slug::parse("phuong-vi-du").unwrap(),
        facts: Facts::Test,
        at: 1_795_249_800_000,
        attempt: 2,
        may_be_repeated: true,
    }
}

fn mail(subject: &str, text: &str) -> String {
    let letter = Letter { subject: subject.into(), text: text.into() };
    let mail = mailer().mail("lan@vidu.vn", &told(), &letter).unwrap();
    String::from_utf8(mail.formatted()).unwrap()
}

#[test]
fn a_mail_is_plain_text_with_a_stable_id() {
    let mail = mail("[Niêm yết] thử", "Đường dài\nhai\n");
    let (head, body) = mail.split_once("\r\n\r\n").unwrap();
    for line in [
        "From: niemyet@vidu.vn",
        "To: lan@vidu.vn",
        "Message-ID: <abababababababababababababababab@vidu.vn>",
        "Date: Sat, 21 Nov 2026 08:30:00 +0000",
        "Auto-Submitted: auto-generated",
        "X-Niemyet-Attempt: 2",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ] {
        assert!(head.split("\r\n").any(|one| one == line), "{line} is not in {head}");
    }
    assert!(head.contains("Subject: =?utf-8?b?"), "{head}");
    assert_eq!(body, "=C4=90=C6=B0=E1=BB=9Dng d=C3=A0i\r\nhai\r\n");
}

#[test]
fn a_subject_cannot_begin_a_header_and_a_text_no_command() {
    let mail = mail("a\r\nBcc: x@y.z\r\n\r\nb", "một\n.\nQUIT\n");
    let (head, body) = mail.split_once("\r\n\r\n").unwrap();
    assert!(!head.split("\r\n").any(|line| line.starts_with("Bcc:")), "{head}");
    assert!(body.starts_with("m=E1=BB=99t\r\n"), "{body}");
    for odd in ["lan@vidu.vn\r\nRCPT TO:<x@y.z>", "lan@vidu.vn> SIZE=1", "", "a b@c"] {
        let letter = Letter { subject: String::new(), text: String::new() };
        let refused = mailer().mail(odd, &told(), &letter);
        assert!(matches!(refused, Err(Trouble::Unwritable(_))), "{odd:?}");
    }
}

#[test]
fn a_server_with_a_user_wants_a_password() {
    let server = MailServer::parse("smtps://mail.vidu.vn", Some("lan"), "a@vidu.vn", None).unwrap();
    assert_eq!(Mailer::new(&server, None).err(), Some(Trouble::NoPassword));
    assert!(Mailer::new(&server, Some("mk")).is_ok());
}

#[test]
fn a_server_that_is_not_there_is_told_as_that() {
    // A port that was taken and given back: nobody listens there.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("smtp+plain://127.0.0.1:{port}");
    let server = MailServer::parse(&address, None, "a@vidu.vn", None).unwrap();
    let letter = Letter { subject: "x".into(), text: "y\n".into() };
    let sent = Mailer::new(&server, None).unwrap().send("lan@vidu.vn", &told(), &letter);
    assert!(matches!(sent, Err(Trouble::Unreachable(_))), "{sent:?}");
}
