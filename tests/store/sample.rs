//! Ratings to be kept.

use niemyet::catalogue::PrintedCode;
use niemyet::catalogue::procedure::{EditionMark, ProcedureCode};
use niemyet::feedback::{
    About, Amendment, AnswerValue, How, Key, Mark, Mode, Receipt, Secret, Submission, Ticket,
};
use niemyet::store::{Judgement, StoredRating, Verdict};
use niemyet::text::{Language, Slug};

/// 2026-11-21 15:30 in Vietnam, a Saturday.
pub(crate) const NOON: i64 = 1_795_249_800_000;

pub(crate) fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

/// A key for each number.
pub(crate) fn key(number: u32) -> Key {
    let mut key = Key([1; 16]);
    key.0[..4].copy_from_slice(&number.to_be_bytes());
    key
}

/// A ticket for each number.
pub(crate) fn ticket(number: u32) -> Ticket {
    Ticket { id: key(number).0 }
}

/// A rating with a level and these words.
pub(crate) fn rating(number: u32, words: &str) -> Submission {
    let key = key(number);
    Submission {
        key,
        receipt: Receipt::of(&Secret::new([1; 32]), &key),
        survey: slug("nhanh-5"),
        version: 1,
        agency: slug("phuong-vi-du"),
        point: Some(slug("trung-tam")),
        counter: slug("quay-1"),
        code: PrintedCode::mint(|| 7),
        about: Some(About {
            procedure: ProcedureCode::parse("1.000894").unwrap(),
            edition: EditionMark([0xab; 16]),
        }),
        language: Language::VI,
        mode: Mode::Qr,
        ticket: None,
        answers: vec![level("hai-long", 4), (slug("gop-y"), AnswerValue::Text(words.into()))],
        received_at: NOON,
        marks: vec![Mark::NoStamp, Mark::Personal],
    }
}

pub(crate) fn level(question: &str, level: u8) -> (Slug, AnswerValue) {
    (slug(question), AnswerValue::Level(level))
}

/// An amendment of the rating with this number, so long after it.
pub(crate) fn amendment(
    number: u32,
    how: How,
    answers: Vec<(Slug, AnswerValue)>,
    after: i64,
) -> Amendment {
    let rating = rating(number, "");
    Amendment {
        agency: rating.agency,
        key: rating.key,
        survey: rating.survey,
        version: rating.version,
        how,
        answers,
        ticket: None,
        code: rating.code,
        marks: Vec::new(),
        at: NOON + after,
    }
}

/// A person's word on a rating.
pub(crate) fn judgement(of: &StoredRating, verdict: Verdict) -> Judgement {
    Judgement {
        agency: of.submission.agency.clone(),
        rating: of.id,
        verdict,
        account: String::new(),
        reason: "đã xem".into(),
        at: NOON,
    }
}

/// Numbers that look random and are the same each time.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(sides)).unwrap()
    }

    /// A rating with this number and everything else at random.
    pub(crate) fn rating(&mut self, number: u32) -> Submission {
        let mut one = rating(number, "");
        one.agency = slug(["phuong-a", "phuong-b", "xa-c"][self.roll(3) as usize]);
        one.point = [None, Some(slug("trung-tam"))][self.roll(2) as usize].clone();
        one.counter = slug(["quay-1", "quay-2"][self.roll(2) as usize]);
        one.survey = slug(["nhanh-5", "sipas"][self.roll(2) as usize]);
        one.version = u16::try_from(1 + self.roll(2)).unwrap();
        one.mode = Mode::ALL[self.roll(5) as usize];
        one.ticket = (self.roll(4) == 0).then(|| ticket(number));
        one.about = one.about.filter(|_| self.roll(3) == 0);
        // Four months, across the turn of a year.
        one.received_at =
            NOON + i64::from(self.roll(100)) * 86_400_000 + i64::from(self.roll(86_400)) * 1_000;
        one.marks = match self.roll(6) {
            0 => vec![Mark::Honeypot],
            1 => vec![Mark::NoStamp],
            _ => Vec::new(),
        };
        one.answers = self.answers();
        one
    }

    /// At least one answer, to questions of every kind.
    pub(crate) fn answers(&mut self) -> Vec<(Slug, AnswerValue)> {
        let mut answers = vec![level("hai-long", u8::try_from(1 + self.roll(5)).unwrap())];
        let points = u8::try_from(self.roll(3)).unwrap();
        let option = slug(["sai", "cham", "dung"][usize::from(points)]);
        for (question, answer) in [
            ("thai-do", AnswerValue::Level(u8::try_from(1 + self.roll(5)).unwrap())),
            ("thoi-han", AnswerValue::Points { option, points }),
            ("kenh", AnswerValue::Choice(slug("web"))),
            ("ly-do", AnswerValue::Choices(vec![slug("cho-lau"), slug("thai-do")])),
            ("di-lai", AnswerValue::Number(self.roll(4))),
            ("gop-y", AnswerValue::Text("chờ lâu; 'x' \"y\"\n€".into())),
            ("phi", AnswerValue::DontKnow),
        ] {
            if self.roll(2) == 0 {
                answers.push((slug(question), answer));
            }
        }
        answers
    }
}
