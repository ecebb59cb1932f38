//! Where an address of the desk leads.

use super::results_place::ResultsPlace;
use crate::store::Token;
use crate::text::Slug;

/// A page or a place to send a form to, below `/desk/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// `/desk/`
    Inbox,
    /// `/desk/dang-nhap`
    SignIn,
    /// `/desk/dang-xuat`
    SignOut,
    /// `/desk/mat-khau/TOKEN`; none for what cannot be a token.
    SetUp(Option<Token>),
    /// `/desk/ma-xac-thuc`
    SecondFactor,
    /// `/desk/phien`
    Sessions,
    /// `/desk/nhat-ky`
    Log,
    /// `/desk/tai-khoan`
    Officers,
    /// `/desk/ket-qua…`
    Results(ResultsPlace),
    /// `/desk/viec/AGENCY/ID`
    Matter {
        /// The agency.
        agency: Slug,
        /// The id of the matter.
        id: [u8; 16],
    },
    /// `/desk/viec-da-lam`
    MeasuresStart,
    /// `/desk/viec-da-lam/AGENCY`
    Measures {
        /// The agency.
        agency: Slug,
    },
    /// `/desk/xin-loi`
    ApologiesStart,
    /// `/desk/xin-loi/AGENCY`
    Apologies {
        /// The agency.
        agency: Slug,
    },
    /// `/desk/xin-loi/AGENCY/ID`
    Apology {
        /// The agency.
        agency: Slug,
        /// The id of the apology.
        id: [u8; 16],
    },
    /// `/desk/xin-loi/AGENCY/ID/thu`
    ApologyLetter {
        /// The agency.
        agency: Slug,
        /// The id of the apology.
        id: [u8; 16],
    },
    /// `/desk/viec/AGENCY/ID/thu`
    MatterLetter {
        /// The agency.
        agency: Slug,
        /// The id of the matter.
        id: [u8; 16],
    },
}

impl Way {
    /// The way of what follows `desk/`, without a slash at either end.
    pub(super) fn of(rest: &str) -> Option<Self> {
        let (first, below) = rest.split_once('/').unwrap_or((rest, ""));
        match (first, below) {
            ("", "") => Some(Self::Inbox),
            ("dang-nhap", "") => Some(Self::SignIn),
            ("dang-xuat", "") => Some(Self::SignOut),
            ("mat-khau", token) => Some(Self::SetUp(Token::parse(token))),
            ("ma-xac-thuc", "") => Some(Self::SecondFactor),
            ("phien", "") => Some(Self::Sessions),
            ("nhat-ky", "") => Some(Self::Log),
            ("tai-khoan", "") => Some(Self::Officers),
            ("viec-da-lam", "") => Some(Self::MeasuresStart),
            ("viec-da-lam", agency) => Some(Self::Measures { agency: Slug::parse(agency).ok()? }),
            ("ket-qua", below) => ResultsPlace::of(below).map(Self::Results),
            ("xin-loi", below) => Self::apology(below),
            ("viec", below) => {
                let (agency, id) = below.split_once('/')?;
                let agency = Slug::parse(agency).ok()?;
                Some(match id.strip_suffix("/thu") {
                    Some(id) => Self::MatterLetter { agency, id: sixteen(id)? },
                    None => Self::Matter { agency, id: sixteen(id)? },
                })
            }
            _ => None,
        }
    }

    /// The way of what follows `xin-loi/`.
    fn apology(below: &str) -> Option<Self> {
        if below.is_empty() {
            return Some(Self::ApologiesStart);
        }
        let Some((agency, id)) = below.split_once('/') else {
            return Some(Self::Apologies { agency: Slug::parse(below).ok()? });
        };
        let agency = Slug::parse(agency).ok()?;
        Some(match id.strip_suffix("/thu") {
            Some(id) => Self::ApologyLetter { agency, id: sixteen(id)? },
            None => Self::Apology { agency, id: sixteen(id)? },
        })
    }

    /// Its address below the language: `desk/…`.
    pub(super) fn path(&self) -> String {
        let rest = match self {
            Self::Inbox => String::new(),
            Self::SignIn => "dang-nhap".into(),
            Self::SignOut => "dang-xuat".into(),
            Self::SetUp(token) => {
                format!("mat-khau/{}", token.map(|token| token.digits()).unwrap_or_default())
            }
            Self::SecondFactor => "ma-xac-thuc".into(),
            Self::Sessions => "phien".into(),
            Self::Log => "nhat-ky".into(),
            Self::Officers => "tai-khoan".into(),
            Self::Results(place) => place.path(),
            Self::Matter { agency, id } => format!("viec/{agency}/{}", digits(id)),
            Self::MeasuresStart => "viec-da-lam".into(),
            Self::Measures { agency } => format!("viec-da-lam/{agency}"),
            Self::ApologiesStart => "xin-loi".into(),
            Self::Apologies { agency } => format!("xin-loi/{agency}"),
            Self::Apology { agency, id } => format!("xin-loi/{agency}/{}", digits(id)),
            Self::ApologyLetter { agency, id } => format!("xin-loi/{agency}/{}/thu", digits(id)),
            Self::MatterLetter { agency, id } => format!("viec/{agency}/{}/thu", digits(id)),
        };
        format!("desk/{rest}")
    }

    /// The part of the desk that it belongs to, as the menu has it.
    pub(super) fn part(&self) -> Self {
        match self {
            Self::Apologies { .. } => Self::ApologiesStart,
            Self::Measures { .. } => Self::MeasuresStart,
            Self::Results(_) => Self::Results(ResultsPlace::All),
            own => own.clone(),
        }
    }

    /// Whether nobody has to be signed in for it.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::SignIn | Self::SetUp(_))
    }
}

/// Thirty-two small digits.
pub(super) fn sixteen(digits: &str) -> Option<[u8; 16]> {
    let sound = digits.len() == 32
        && digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    let number = u128::from_str_radix(digits, 16).ok().filter(|_| sound)?;
    Some(number.to_be_bytes())
}

pub(super) fn digits(id: &[u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(*id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_has_one_address() {
        let ways = [
            Way::Inbox,
            Way::SignIn,
            Way::SignOut,
            Way::SetUp(Some(Token::draw(|bytes| bytes.fill(7)))),
            Way::SecondFactor,
            Way::Sessions,
            Way::Log,
            Way::Officers,
            Way::Results(ResultsPlace::All),
            Way::Matter { agency: Slug::parse("phuong-vi-du").unwrap(), id: [0x0a; 16] },
            Way::MatterLetter { agency: Slug::parse("phuong-vi-du").unwrap(), id: [0x0a; 16] },
            Way::MeasuresStart,
            Way::Measures { agency: Slug::parse("phuong-vi-du").unwrap() },
            Way::ApologiesStart,
            Way::Apologies { agency: Slug::parse("phuong-vi-du").unwrap() },
            Way::Apology { agency: Slug::parse("phuong-vi-du").unwrap(), id: [0x0a; 16] },
            Way::ApologyLetter { agency: Slug::parse("phuong-vi-du").unwrap(), id: [0x0a; 16] },
        ];
        for way in ways {
            let path = way.path();
            assert_eq!(Way::of(path.strip_prefix("desk/").unwrap()), Some(way), "{path}");
        }
        assert_eq!(Way::of("mat-khau/x"), Some(Way::SetUp(None)));
        for odd in ["x", "phien/x", "viec", "viec/a", "viec/a/b", "viec/../00", "viec/A/b"] {
            assert_eq!(Way::of(odd), None, "{odd}");
        }
    }
}
