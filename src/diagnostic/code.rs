//! The stable code of each problem: what an editor looks up, and what a build script may rely on.
//!
//! One list makes the enumeration, its numbers and the match from [`Problem`], so that a problem
//! without a code does not compile. A number, once released, never names anything else: a new
//! problem takes the next free number of its group, and a withdrawn one leaves a gap.

use std::fmt;

use super::Problem;

/// Why a text is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such code; a code is N and three digits, for example N101")]
pub struct CodeError;

macro_rules! codes {
    ($($number:literal $name:ident)*) => {
        /// The code of a kind of problem; shown as `N101`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each is the code of the `Problem` of the same name")]
        #[repr(u16)]
        pub enum Code {
            $($name = $number,)*
        }

        const ALL: &[Code] = &[$(Code::$name,)*];

        impl Problem {
            /// The stable code.
            #[allow(clippy::unneeded_struct_pattern, reason = "one pattern fits every variant")]
            pub fn code(&self) -> Code {
                match self {
                    $(Self::$name { .. } => Code::$name,)*
                }
            }
        }
    };
}

codes! {
    1 Unreadable
    2 NotUtf8
    3 TooLarge
    4 Syntax
    5 Alias
    6 TooDeep
    7 LinkOutside
    8 FolderLoop
    9 UnknownFile
    10 FileName
    11 EmptyFile
    12 ManyDocuments
    13 NotAFile
    14 ManyMore
    15 Utf16
    16 ControlSign

    101 UnknownKey
    102 DuplicateKey
    103 MissingKey
    104 WrongShape
    105 NotOneOf
    106 BadValue
    107 LimitWithoutUnit
    108 EmptyText
    109 CurlyQuotes
    110 CutText

    201 UnknownReference
    202 DuplicateId
    203 DuplicateProcedure
    204 WordsWithoutOriginal
    205 WordsWithoutFile
    206 MissingForm
    207 OfferedNowhere
    208 IdleCounter
    209 NoCounterFor
    210 ParentLoop
    211 StrayOffering
    212 UndeclaredLanguage
    213 EditionInOtherField
    214 WordsNotShown

    301 MissingPart
    302 NoneNotStated
    303 MissingContact
    304 NoHotline
    305 AnnouncedNotPosted
    306 PostedNotAnnounced
    307 Expired
    308 NotYetInForce
    309 EditionsOverlap
    310 EditionGap
    311 NoDecision
    312 AsAnnounced
    313 Abolished
    314 SurveyWithoutCitation
    315 EndsBeforeBegins
    316 EditionsSameDay
    317 EditionBeforeFirst
    318 FromInDatedEdition

    401 FreeWithAmount
    402 DroppedThousands
    403 LongTitle
    404 FeeOutsideEdition
    405 FeeExpired
    406 PaperWithoutCount
    407 OnlineChannel
    408 UnnamedCase
    409 LongShortName
    410 AmountAndQuote
    411 HoursReversed
    412 OverHundredPercent
    413 NoSets
    414 HoursOverlap
    415 SurveyChanged
    416 SurveyVersionBack
    417 SurveyNotRecorded
    418 SlowFirstQuestion
    419 BoundsReversed

    501 CounterWithoutCode
    502 CodeReused
    503 BadSuccessor
    504 BadBaseUrl
    505 PrintOriginMissing
    506 BadPrintOrigin
    507 SuccessorLoop
    508 RetiredBeforeSince
    509 TwoLiveCodes
    510 InsecurePrintOrigin
    511 PrintedHostLost
    512 PrintedCodeLost

    601 NoSite
    602 NoLanguages
    603 NoProcedures
    604 PageWithoutTitle
    605 LeftOut
    606 LawNotChecked

    701 BulletinNotSigned
    702 BulletinChanged
    703 PeriodNotOver
    704 NamedOtherwise
    705 SmallFigureShown
    706 ImpossibleFigure
    707 PartsDisagree
    708 WithheldFollows
    709 UnitRetired
    710 MeasureWithoutOutcome
    711 MissingColumns
    712 NotACount
    713 NotADayOf

    801 ApologiesNotSigned
    802 ApologiesChanged
    803 FileNumberReadable
    804 ReasonNamesSomebody
    805 ApologyTwice
    806 ApologyDays
    807 MoreApologies

    901 ToDecide
    902 RecordUnread
    903 RecordTwice
    904 BookRefused
    905 SheetMissing
    906 CellRefused
}

impl Code {
    /// Every code, in the order of the numbers.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        ALL.iter().copied()
    }

    /// Reads `N101`; small letters and spaces around it are forgiven.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let digits = text.trim().strip_prefix(['N', 'n']).ok_or(CodeError)?;
        let sound = digits.len() == 3 && digits.bytes().all(|sign| sign.is_ascii_digit());
        let number: u16 = digits.parse().map_err(|_| CodeError)?;
        Self::all().find(|code| sound && code.number() == number).ok_or(CodeError)
    }

    fn number(self) -> u16 {
        self as u16
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "N{:03}", self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_shown_and_read_back() {
        assert_eq!(Code::DroppedThousands.to_string(), "N402");
        assert_eq!(Problem::Alias.code().to_string(), "N005");
        assert_eq!(Code::parse(" n402 "), Ok(Code::DroppedThousands));
        for code in Code::all() {
            assert_eq!(Code::parse(&code.to_string()), Ok(code));
        }
        for odd in ["", "N", "402", "N13", "N099", "N+01", "N0101", "E101", "Ộ101"] {
            assert_eq!(Code::parse(odd), Err(CodeError), "{odd}");
        }
    }

    #[test]
    fn the_list_is_in_order_and_leaves_no_gap() {
        let numbers: Vec<u16> = Code::all().map(Code::number).collect();
        for pair in numbers.windows(2) {
            let next_in_group = pair[1] == pair[0] + 1;
            let next_group = pair[1] == (pair[0] / 100 + 1) * 100 + 1;
            assert!(next_in_group || next_group, "{pair:?}");
        }
        assert_eq!(numbers.first(), Some(&1));
        assert_eq!(Code::all().len(), 121);
    }
}
