//! Every problem in English: the same facts and the same advice as in Vietnamese.

use super::vocabulary::{
    DECISION_LINE, Part, Slip, contact_line, example, excerpt, figure, home, last, listed, sample,
    shortened,
};
use super::{BookTrouble, CellTrouble, Contact, Kind, Original, Problem, Shape, Tongue};
use crate::text::{Date, NumberStyle};

/// The message and the remedy.
pub(super) fn words(problem: &Problem) -> (String, String) {
    match problem {
        // 0 reading
        Problem::Unreadable { reason } => (
            format!("This file or folder cannot be read (the system says: {reason})."),
            "Check that it is still there and that the account running the program may read it.".into(),
        ),
        Problem::NotUtf8 { byte } => (
            format!("The file is not UTF-8: byte {} cannot be read as text.", number(*byte)),
            "Open it in a text editor and save it as UTF-8; old files typed in TCVN3 (ABC) or VNI must be converted first.".into(),
        ),
        Problem::TooLarge { bytes, limit } => (
            format!(
                "The file is too large: {} bytes, while the limit is {} bytes.",
                NumberStyle::ENGLISH.whole(*bytes),
                NumberStyle::ENGLISH.whole(*limit)
            ),
            "Split it into several files; files for citizens to download belong in `forms/`.".into(),
        ),
        Problem::Syntax { message } => (
            format!("From here on the file is not correct YAML: {} (the reader says: {message}).", slip(Slip::of(message)).0),
            slip(Slip::of(message)).1.into(),
        ),
        Problem::Alias => (
            "The file uses a YAML anchor or alias (`&name`, `*name`), which is not accepted.".into(),
            "Write the content out here; if `&` or `*` is an ordinary sign, put the whole text in double quotes, for example `name: \"*Note\"`.".into(),
        ),
        Problem::TooDeep { limit } => (
            format!("The content is nested more than {limit} levels deep."),
            "Check the spaces at the start of lines and any `[` or `{` left open; no content file needs so many levels.".into(),
        ),
        Problem::LinkOutside { target } => (
            format!("This symbolic link leads out of the content folder (to `{target}`)."),
            "Delete the link and copy the file itself into the content folder.".into(),
        ),
        Problem::FolderLoop => (
            "This folder contains itself by way of a link.".into(),
            "Delete the link that leads back.".into(),
        ),
        Problem::UnknownFile { suggestion } => (
            "No part of the site uses this file.".into(),
            with_guess(suggestion.as_deref(), "Rename it or move it to the right folder; delete it if it is not needed."),
        ),
        Problem::FileName { wanted, found } => (
            format!("In the file name, `{found}` is not {}.", shape(*wanted)),
            format!(
                "Name the file like `<code>.yaml`, `<code>@2027-03-01.yaml` or `<code>.en.yaml`{}.",
                sample_of(*wanted, "; this part is written like ")
            ),
        ),
        Problem::EmptyFile => (
            "The file has nothing in it.".into(),
            "Write its content, or delete the file if it is not used.".into(),
        ),
        Problem::ManyDocuments => (
            "The file holds more than one YAML document (there is a `---` line inside).".into(),
            "Put each document into a file of its own, or delete the `---` line.".into(),
        ),
        Problem::NotAFile => (
            "This is not an ordinary file (a folder, pipe, socket or device), so it is not opened.".into(),
            "Delete or rename it and put the real content file in its place.".into(),
        ),
        Problem::ManyMore { count } => (
            format!("There are {} more problems in this file that are not shown.", number(*count)),
            "Mend those that are shown and check again; most often one slip near the top has caused them.".into(),
        ),
        Problem::Utf16 => (
            "The file is saved as UTF-16 (Windows calls it “Unicode”), not as UTF-8.".into(),
            "Open it, choose “Save as” and pick “UTF-8” under “Encoding”.".into(),
        ),
        Problem::ControlSign { sign } => (
            format!("A control character, U+{sign:04X}, stands here."),
            "Delete it (it most often comes along when text is copied from a PDF), and type the letters beside it again if need be.".into(),
        ),
        // 1 shape
        Problem::UnknownKey { key, suggestion, known } => (
            format!("There is no key `{key}` here."),
            with_guess(
                suggestion.as_deref(),
                &if known.is_empty() {
                    "Correct the key, or delete the line.".to_owned()
                } else {
                    format!("Keys that may stand here: {}.", listed(known))
                },
            ),
        ),
        Problem::DuplicateKey { key, first_line } => (
            format!("The key `{key}` is written twice; the first is on line {first_line}."),
            "Keep one of them; if both are needed, merge what they say.".into(),
        ),
        Problem::MissingKey { key } => (
            format!("The key `{key}`{} is missing.", term(key)),
            match example(key) {
                Some(line) => format!("Add it here, for example: `{line}`."),
                None => format!("Add a line `{}: …` here.", last(key)),
            },
        ),
        Problem::WrongShape { wanted, found } => (
            format!("This must be {}, but it is {}.", shape(*wanted), shape(*found)),
            format!("{}.", how(*wanted)),
        ),
        Problem::NotOneOf { found, allowed, suggestion } => (
            format!("`{}` is not one of the words that may stand here.", excerpt(found)),
            with_guess(suggestion.as_deref(), &format!("Choose one of: {}.", listed(allowed))),
        ),
        Problem::BadValue { wanted, found, reason } => (
            format!("`{}` is not {}: {reason}.", excerpt(found), shape(*wanted)),
            format!("{}.", how(*wanted)),
        ),
        Problem::LimitWithoutUnit { found } => (
            format!("The time limit `{}` has no unit: days, working days or hours?", excerpt(found)),
            format!(
                "Write the unit after the number, for example `limit: {} working_days`, `{} days`, `{} hours`; if it is done the same day, write `same_day`.",
                figure(found), figure(found), figure(found)
            ),
        ),
        Problem::EmptyText => (
            "Words must stand here, but there are none.".into(),
            "Write them; if there is nothing to say, remove the line, or write `none` where the key allows it.".into(),
        ),
        Problem::CurlyQuotes => (
            "The value begins with a curly quotation mark “, which belongs to the text and is shown with it.".into(),
            "Put straight marks `\"` in place of “ and ”; type content in a plain text editor, since a word processor turns straight marks into curly ones.".into(),
        ),
        Problem::CutText { lost } => (
            format!("All from the # on is read as a remark, so “{lost}” is not shown."),
            "Put the whole text into straight quotation marks `\"…\"`; if it is a remark, leave a space after the `#`.".into(),
        ),
        // 2 references
        Problem::UnknownReference { kind: what, id, suggestion } => (
            format!("There is no {} `{id}`.", kind(*what)),
            with_guess(
                suggestion.as_deref(),
                &if *what == Kind::PrintedCode {
                    "Correct it; printed codes are minted only by `niemyet codes assign`.".to_owned()
                } else {
                    format!("Correct it, or declare this {} in `{}`.", kind(*what), home(*what))
                },
            ),
        ),
        Problem::DuplicateId { kind: what, id } => (
            format!("There are two entries of the kind “{}” with the id `{id}`.", kind(*what)),
            "Delete the double, or change the id of the one added later; an id that was published stays.".into(),
        ),
        Problem::DuplicateProcedure { code, other } => (
            format!("This edition of the procedure `{code}` already stands in `{other}`."),
            "Keep one of the files; if this is a new edition, put the day it takes force into the file name, for example `<code>@2027-03-01.yaml`.".into(),
        ),
        Problem::WordsWithoutOriginal { kind: what, id, suggestion } => (
            format!("The translation has the {} `{id}`, but the original has not.", kind(*what)),
            with_guess(suggestion.as_deref(), "Use the id of the original, or delete this translation."),
        ),
        Problem::WordsWithoutFile { original } => (
            format!("This is the translation of `{original}`, but that file does not exist."),
            "Correct the file name so that it matches the original, or write the original; a translation does not stand alone.".into(),
        ),
        Problem::MissingForm { form, suggestion } => (
            format!("There is no form `{form}` in the folder `forms/`."),
            with_guess(suggestion.as_deref(), &format!("Copy the file to `forms/{form}`, or correct the name (mind capitals and accents).")),
        ),
        Problem::OfferedNowhere { code } => (
            format!("No agency offers the procedure `{code}`."),
            format!("Add the code to a set in `sets/`, or to `agency.yaml`: `offers: {{also: [\"{code}\"]}}`."),
        ),
        Problem::IdleCounter { counter } => (
            format!("The counter `{counter}` handles no procedure that its agency offers."),
            "Correct its `handles`, for example `handles: {fields: [ho-tich]}`, or delete the counter if it is gone.".into(),
        ),
        Problem::NoCounterFor { agency, codes } => (
            format!("The agency `{agency}` offers {} that no counter handles: {}.", procedures(codes), codes_of(codes)),
            "Add the field or the codes to `handles` of a counter in `counters.yaml`, for example `handles: {fields: [ho-tich], codes: [\"1.000894\"]}`.".into(),
        ),
        Problem::ParentLoop { agency } => (
            format!("The agency `{agency}` stands above itself: the `parent` lines form a loop."),
            "Name the agency directly above in `parent`; the topmost agency says `parent: none`.".into(),
        ),
        Problem::StrayOffering { agency, code } => (
            format!("This file says how `{agency}` offers the procedure `{code}`, but that agency does not offer it."),
            format!("Add it to `agency.yaml`: `offers: {{also: [\"{code}\"]}}`, or delete this file."),
        ),
        Problem::UndeclaredLanguage { language } => (
            format!("This file is in the language `{language}`, which `languages` in `site.yaml` does not list."),
            format!("Add it to `site.yaml`, for example `languages: [vi, {language}]`, or delete this file."),
        ),
        Problem::EditionInOtherField { code, other } => (
            format!("This edition of the procedure `{code}` lies in the folder of another field than `{other}`."),
            "Move all editions of a procedure into the folder of one field.".into(),
        ),
        Problem::WordsNotShown { key, original } => (
            match original {
                Original::Quoted => format!("These words for `{key}`{} are not shown: the original quotes the decision there, and a quote is shown in the language of the decision.", term(key)),
                Original::None => format!("These words for `{key}`{} are not shown: the original says `none` there.", term(key)),
                Original::Missing => format!("These words for `{key}`{} are not shown: the original has no words there.", term(key)),
            },
            match original {
                Original::Quoted => "Delete them here; if the decision does say it clearly, write it in the original in place of `as_announced`.".into(),
                Original::None | Original::Missing => "Delete them here, or write the binding words in the original first.".into(),
            },
        ),
        // 3 law
        Problem::MissingPart { part, citation } => (
            format!("The mandatory part `{part}`{} is missing{}.", term(part), under(citation)),
            match example(part) {
                Some(line) => format!("Copy it here from the announcing decision, for example: `{line}`."),
                None => format!("Copy it here from the announcing decision: `{}: …`.", last(part)),
            },
        ),
        Problem::NoneNotStated { part, citation } => (
            format!("It is not said whether there is any `{part}`{}{}.", term(part), under(citation)),
            format!("If there is none, write `{}: none`; otherwise state it as the announcing decision does.", last(part)),
        ),
        Problem::MissingContact { contact: which } => (
            format!("The contact for {} is missing.", contact(*which)),
            format!("Add it to `contacts` in `agency.yaml`, for example: `{}`.", contact_line(*which)),
        ),
        Problem::NoHotline { agency } => (
            format!("The agency `{agency}` has no telephone number that citizens can call about their files."),
            format!("Add one to `contacts` in `agency.yaml`, for example: `{}`.", contact_line(Contact::Help)),
        ),
        Problem::AnnouncedNotPosted { agency, codes } => (
            format!("The announced list of `{agency}` has {} not posted here: {}.", procedures(codes), codes_of(codes)),
            "Add the procedure files and name the codes in `offers`; if a procedure was abolished, remove its code from `announced.codes` as the new decision says.".into(),
        ),
        Problem::PostedNotAnnounced { agency, codes } => (
            format!("The agency `{agency}` posts {} not on its announced list: {}.", procedures(codes), codes_of(codes)),
            "Add the codes to `announced.codes` if a decision announced them; otherwise take them out of `offers` (with `except` when they come from a set).".into(),
        ),
        Problem::Expired { code, ended } => (
            format!("Every edition of the procedure `{code}` has ended; the last one on {ended}."),
            format!("Add the new edition, for example the file `{code}@{}.yaml`; if the procedure was abolished, take it out of `offers`.", ended.plus_days(1)),
        ),
        Problem::NotYetInForce { code, begins } => (
            format!("No edition of the procedure `{code}` is in force yet; the earliest begins on {begins}."),
            "If that is right, there is nothing to do: the site posts it on that day; otherwise correct `effective_from` or the date in the file name.".into(),
        ),
        Problem::EditionsOverlap { code, ends, next_begins } => (
            format!("Two editions of the procedure `{code}` are in force at once: the earlier one until {ends}, the later one from {next_begins}."),
            format!("In the earlier one write `effective_to: {}`, or remove the line: it ends by itself when the next begins.", next_begins.plus_days(-1)),
        ),
        Problem::EditionGap { code, ends, next_begins } => (
            format!("The procedure `{code}` has no edition in force after {ends} and before {next_begins}."),
            format!("If the earlier edition still applies, write `effective_to: {}` there, or remove the line.", next_begins.plus_days(-1)),
        ),
        Problem::NoDecision { code } => (
            format!("The procedure `{code}` does not name the decision that announced it."),
            format!("Add the decision, for example: `{DECISION_LINE}`."),
        ),
        Problem::AsAnnounced { part, words } => (
            format!("`{part}`{} is quoted as the announcing decision has it: “{}”.", term(part), excerpt(words)),
            "If the decision really says so, there is nothing to mend; the page tells the citizen. Ask the announcing body to be specific.".into(),
        ),
        Problem::Abolished { found, since, instead } => (
            format!("“{}” has not been in use since {since}.", excerpt(found)),
            if instead.is_empty() {
                "Remove it, or write what the law in force says.".into()
            } else {
                format!("Replace it by: {instead}.")
            },
        ),
        Problem::SurveyWithoutCitation { survey } => (
            format!("The survey `{survey}` is said to follow an act, but does not name it."),
            "Add `citation: \"Quyết định số …\"`; if the agency wrote the questions itself, write `status: local`.".into(),
        ),
        Problem::EndsBeforeBegins { from, to } => (
            format!("It ends on {to}, before it begins on {from}."),
            "Correct one of the two dates; they are written year-month-day, for example `2026-11-21`.".into(),
        ),
        Problem::EditionsSameDay { code, day, other } => (
            format!("This edition of the procedure `{code}` and `{other}` both take force on {day}."),
            "Keep one of them, or correct the day on which one begins.".into(),
        ),
        Problem::EditionBeforeFirst { code, dated, first } => (
            format!("This edition of the procedure `{code}` begins on {dated}, before the first edition does ({first})."),
            "Correct the date in the file name, or `effective_from` of the first edition.".into(),
        ),
        Problem::FromInDatedEdition { found } => (
            format!("The file name already says the day it takes force, so `effective_from` ({found}) is not written here."),
            "Delete the line `effective_from`; if the date in the file name is wrong, rename the file.".into(),
        ),
        // 4 plausibility
        Problem::FreeWithAmount { note } => (
            format!("This is said to be free, but the note names a sum: “{}”.", excerpt(note)),
            "If it is paid, write the sum in `amount`, for example `amount: 8000 VND`; if not, take the sum out of `note`.".into(),
        ),
        Problem::DroppedThousands { amount, meant } => (
            format!("{} đồng? Is {} đồng meant?", vnd(*amount), vnd(*meant)),
            format!(
                "Write `amount: {meant} VND`; if the announcing decision really says {} đồng, add the line `exact: true`.",
                vnd(*amount)
            ),
        ),
        Problem::LongTitle { characters } => (
            format!("The procedure's name is {} characters long and there is no short name.", number(*characters)),
            "Add a short name of at most 80 characters, for example `short_name: \"Đăng ký kết hôn\"`; the page still shows the full name.".into(),
        ),
        Problem::FeeOutsideEdition { fee, from, to } => (
            format!("The fee `{fee}`, valid {}, lies outside the time in which this edition is in force.", span(*from, *to)),
            "Correct `from` and `to` of the fee, or move it to the edition of that time.".into(),
        ),
        Problem::FeeExpired { fee, ended } => (
            format!("The fee `{fee}` was valid only until {ended}."),
            format!("Add the fee that applies now with `from: {}`; if nothing is charged any more, delete it or write `fees: none`.", ended.plus_days(1)),
        ),
        Problem::PaperWithoutCount { paper } => (
            format!("Neither an original nor a copy of the paper `{paper}` is asked for: is it a remark?"),
            "If it is a paper, write `originals: 1` or `copies: 1`; if it is a remark, move it to the `note` of the paper it belongs to.".into(),
        ),
        Problem::OnlineChannel { channel, missing } => match *missing {
            "level" => (
                format!("The online channel `{channel}` does not say its level."),
                "Add `level: full` (toàn trình) or `level: partial` (một phần).".into(),
            ),
            "url" => (
                format!("The online channel `{channel}` has no address to file at."),
                "Add the full address, for example `url: \"https://dichvucong.example/nop/1.000894\"`.".into(),
            ),
            _ => (
                format!("The channel `{channel}` has a `level` or `url`, but is not online."),
                "Write `kind: online` if it is; otherwise delete `level` and `url`.".into(),
            ),
        },
        Problem::UnnamedCase { case } => (
            format!("There are several cases, but the case `{case}` has no name."),
            "Add a name by which citizens can tell which case is theirs, for example `name: \"Trường hợp ủy quyền\"`.".into(),
        ),
        Problem::LongShortName { characters } => (
            format!("The short name is {} characters long; 80 is the most.", number(*characters)),
            "Shorten it to what people call it, for example `short_name: \"Đăng ký kết hôn\"`; the full name stays in `name`.".into(),
        ),
        Problem::AmountAndQuote { fee } => (
            format!("The fee `{fee}` has both `amount` and `as_announced`: which one holds?"),
            "Keep `amount` if the decision names a sum; keep `as_announced` only if it names none.".into(),
        ),
        Problem::HoursReversed { from, to } => (
            format!("The closing hour {to} is not after the opening hour {from}."),
            "Correct it, for example `{days: [mon, tue, wed, thu, fri], from: \"07:30\", to: \"11:30\"}`.".into(),
        ),
        Problem::OverHundredPercent { found } => (
            format!("`{found}` is more than the whole value it is a share of."),
            "Compare it with the announcing decision; decimals are written with a dot, for example `amount: 0.5 %`.".into(),
        ),
        Problem::NoSets => (
            "The number of sets is 0, and nobody can hand in 0 sets.".into(),
            "Write the number in the announcing decision, for example `file_sets: 1`.".into(),
        ),
        Problem::SurveyChanged { survey, version, next } => (
            format!("The questions of the survey `{survey}` differ from version {version} as it was recorded."),
            format!("Raise `version` to {next}, then run `niemyet surveys record`; old answers keep the old version."),
        ),
        Problem::SurveyVersionBack { survey, version, newest } => (
            format!("The survey `{survey}` says version {version}, but version {newest} was recorded."),
            format!("Write {newest} or more in `version`; versions never go back."),
        ),
        Problem::SurveyNotRecorded { survey, version } => (
            format!("Version {version} of the survey `{survey}` has not been recorded."),
            "When its questions are settled, run `niemyet surveys record`: it appends to `survey-versions.yaml`.".into(),
        ),
        Problem::SlowFirstQuestion { survey } => (
            format!("The survey `{survey}` opens from printed codes, but does not begin with a question that one tap answers."),
            "Put a `scale`, `points` or `choice` with `required: true` first.".into(),
        ),
        Problem::BoundsReversed { min, max } => (
            format!("The least, {min}, is more than the most, {max}: nobody can answer."),
            "Exchange `min` and `max`.".into(),
        ),
        Problem::HoursOverlap { day, first, first_span, second, second_span } => (
            format!("On `{day}`, entry {second} ({second_span}) overlaps entry {first} ({first_span}) of the same list."),
            "Write one entry a session, each beginning when the one before has ended; for a day with hours of its own, take that day out of the common entry.".into(),
        ),
        // 5 printed codes and addresses
        Problem::CounterWithoutCode { counter } => (
            format!("The counter `{counter}` has no printed code yet."),
            "Run `niemyet codes assign`: it mints a code and appends it to `printed-codes.yaml`.".into(),
        ),
        Problem::CodeReused { code } => (
            format!("The printed code `{code}` stands in the ledger twice."),
            "Delete the later line and run `niemyet codes assign` for a new code; a code that was printed is never used again.".into(),
        ),
        Problem::BadSuccessor { code, successor } => (
            if code == successor {
                format!("The printed code `{code}` names itself as its `successor`.")
            } else {
                format!("The printed code `{code}` names the successor `{successor}`, which is not in the ledger.")
            },
            "Name another code of `printed-codes.yaml` in `successor`, or remove `successor`.".into(),
        ),
        Problem::BadBaseUrl { found } => (
            format!("`base_url` must be a full address without `?`, `#` or a user name, but it is `{}`.", excerpt(found)),
            format!("Write the `https://` too, for example `{}`.", example("base_url").unwrap_or_default()),
        ),
        Problem::PrintOriginMissing { base_url } => (
            format!("`base_url` (`{base_url}`) has a path after the host name, so printed codes need a host name of their own."),
            format!("Add `{}`: only `https://` and the host name, nothing after it.", example("print_origin").unwrap_or_default()),
        ),
        Problem::BadPrintOrigin { found } => (
            format!("`print_origin` must be `https://` and a host name, nothing after it, but it is `{}`.", excerpt(found)),
            format!("Write it like `{}`.", example("print_origin").unwrap_or_default()),
        ),
        Problem::InsecurePrintOrigin { found } => (
            format!("Codes would carry the address `{}`: without `https://` it is only for a trial.", excerpt(found)),
            "Use an `https://` address before real codes are minted and printed; for a trial leave it, sheets are then marked as a trial.".into(),
        ),
        Problem::SuccessorLoop { code } => (
            format!("The successors of the printed code `{code}` lead back to it."),
            "Remove `successor` from the code that is in use; only a retired code points to another.".into(),
        ),
        Problem::RetiredBeforeSince { code, since, retired } => (
            format!("The printed code `{code}` was retired on {retired}, before it came into use on {since}."),
            "Correct `retired`; the day in `since` was written by `niemyet codes assign` and stays.".into(),
        ),
        Problem::TwoLiveCodes { counter, codes } => (
            format!("The counter `{counter}` has more than one printed code in use: {}.", codes_of(codes)),
            "Keep the one that hangs at the counter; give the other a `retired` day and a `successor`.".into(),
        ),
        Problem::PrintedHostLost { host, now, sheets } => (
            format!("{} sheets hang that carry the host `{host}`, and the site is now at `{now}`: {}.", sheets.len(), shown(sheets)),
            format!("Keep the old host, let it lead on to `{now}`, and write `redirects_from: [\"https://{host}\"]`; print anew with `niemyet print --stale`."),
        ),
        Problem::PrintedCodeLost { code, printed } => (
            format!("The code `{code}` was printed on {printed}, and the ledger of printed codes has lost it."),
            "Put its line back into `printed-codes.yaml`; a code out of use gets a `retired` day and is never deleted.".into(),
        ),
        // 6 the site as a whole
        Problem::NoSite { looked_in } => (
            format!("There is no `site.yaml` in `{looked_in}`."),
            "Name the content folder with `--site`, or begin one by copying the sample folder `site-content/`.".into(),
        ),
        Problem::NoLanguages => (
            "The list of the site's languages is empty.".into(),
            "In `site.yaml` write `languages: [vi]` or `languages: [vi, en]`; the first one binds.".into(),
        ),
        Problem::NoProcedures => (
            "The site has no procedure yet.".into(),
            "Add a file `procedures/<field>/<code>.yaml`, for example `procedures/ho-tich/1.000894.yaml`.".into(),
        ),
        Problem::PageWithoutTitle => (
            "This page has no title.".into(),
            "Make its first line `# The title of the page`.".into(),
        ),
        Problem::LeftOut { what, kept } => (
            match kept {
                Some(kept) => format!("The part with errors is not published: {what}; the last good edition of {kept} stays."),
                None => format!("The part with errors is not published: {what}."),
            },
            "Mend the errors named above and build again.".into(),
        ),
        Problem::LawNotChecked { looked_in } => (
            format!("There is no `{looked_in}`, so whether procedures say all that the law demands is not checked."),
            "Copy the folder `law/` from the sample content, `site-content/law/`.".into(),
        ),
        // 7 results
        Problem::BulletinNotSigned { period } => (
            format!("The bulletin of `{period}` is a draft that nobody signed, so no page shows it."),
            "Look it through, add `measures` if there are any, and sign: `niemyet results sign <file> --by \"Name, position\"`.".into(),
        ),
        Problem::BulletinChanged { signed_by } => (
            format!("The bulletin was changed after {} signed it, so it is not published.", excerpt(signed_by)),
            "If the change is right, sign again: `niemyet results sign <file> --by \"Name, position\"`; if not, take the signed file back.".into(),
        ),
        Problem::PeriodNotOver { period, ends } => (
            format!("`{period}` is over only after {ends}; figures of a period that is not over are not published."),
            "Wait until it is over and run `niemyet results --publish` again.".into(),
        ),
        Problem::NamedOtherwise { named, written } => (
            format!("The file is named `{named}`, but says `{written}` inside."),
            "Rename the file or mend what it says, so that both are the same.".into(),
        ),
        Problem::SmallFigureShown { n, threshold } => (
            format!("This figure has {n} answers, fewer than {threshold}: it may tell what single people answered."),
            "Delete the line and name it in `withheld`, or draw the bulletin anew with `niemyet results --publish`. The threshold is never below 10.".into(),
        ),
        Problem::ImpossibleFigure { percent, low, high, n } => (
            format!("The figure {percent} with the interval {low} – {high} of {n} answers cannot be: they do not fit together."),
            "Do not change figures by hand; draw the bulletin anew with `niemyet results --publish`.".into(),
        ),
        Problem::PartsDisagree { of, parts, total } => (
            format!("`{of}`: the parts make {parts}, but the total says {total}."),
            "Compare with the system they come from and mend a part or the total.".into(),
        ),
        Problem::WithheldFollows { unit } => (
            format!("What is withheld of `{unit}` follows by subtraction from what is shown."),
            "Draw the bulletin anew with `niemyet results --publish`, which withholds as much as is needed.".into(),
        ),
        Problem::UnitRetired { unit } => (
            format!("The counter `{unit}` stands in the bulletin, but no longer in `counters.yaml`."),
            "Nothing needs doing if it was closed: the page keeps its old name. If the id is mistyped, mend it.".into(),
        ),
        Problem::MeasureWithoutOutcome { measure, until } => (
            format!("The measure `{measure}` was due by {until} and does not say what came of it."),
            "Write `outcome: \"…\"` and sign the bulletin again.".into(),
        ),
        Problem::MissingColumns { missing, found } => (
            format!("The table lacks the columns {}; its first line has {}.", listed(missing), listed(found)),
            "The first line names the columns: `agency, field, received, early, on_time, late, in_progress`, or the Vietnamese names.".into(),
        ),
        Problem::NotACount { column, found } => (
            format!("Column `{column}`: `{}` is no number of files, which is a whole number.", excerpt(found)),
            "Write a whole number such as `1234` or `1.234`, without decimals; do not leave it empty.".into(),
        ),
        Problem::NotADayOf { period, found } => (
            format!("`{}` is no day or month of `{period}`.", excerpt(found)),
            "Write `31/10/2026`, `31-10-2026`, `2026-10-31`, or a month `10/2026`, within the period that the file is named after.".into(),
        ),
        Problem::ApologiesNotSigned { agency } => (
            format!("Nobody has signed the apologies of `{agency}`, so no page shows them."),
            "Read them again, then sign with `niemyet apologies sign`.".into(),
        ),
        Problem::ApologiesChanged { signed_by } => (
            format!("This register was changed after {signed_by} signed it."),
            "Restore what was signed, or have it read and signed again with `niemyet apologies sign`.".into(),
        ),
        Problem::FileNumberReadable => (
            "This file number is not masked, or it is no file number.".into(),
            "Leave the first three and the last two signs readable only: `H29.•••-••••••-••12`.".into(),
        ),
        Problem::ReasonNamesSomebody => (
            "The reason is missing, longer than 300 characters, or seems to hold somebody's name or number.".into(),
            "Write it again in one sentence, without names, telephone or paper numbers.".into(),
        ),
        Problem::ApologyTwice { file } => (
            format!("The file `{file}` has two apologies for the same due date."),
            "Keep one; each file is apologised for, and gets a new date, once.".into(),
        ),
        Problem::ApologyDays { day } => (
            format!("{day} cannot stand here."),
            "The new date lies after the old one; the letter was not signed in the future.".into(),
        ),
        Problem::MoreApologies { overdue, apologised } => (
            format!("{apologised} late files were apologised for, but only {overdue} were overdue."),
            "Set `overdue` as the report of the period has it, or look through the entries.".into(),
        ),
        // 9 imports
        Problem::ToDecide { at, found, doubt } => (
            format!("To decide at `{at}`: “{}”: {}.", excerpt(found), doubt.said(Tongue::English)),
            "Compare with the announcing decision, mend that place, then delete this line of `to_decide`.".into(),
        ),
        Problem::RecordUnread { reason } => (
            format!("This record cannot be imported: {reason}."),
            "The others are imported all the same; mend the record in its source and import again.".into(),
        ),
        Problem::RecordTwice { code } => (
            format!("`{code}` has more than one row; only the first is imported."),
            "Keep one row for each code.".into(),
        ),
        Problem::BookRefused { why } => {
            let (message, remedy) = match why {
                BookTrouble::TooLarge => ("The file is too large to be imported.", "Split it; drop pictures and needless formats."),
                BookTrouble::Bomb => ("This archive unpacks into far more than it is, so it is not opened.", "Open it in Excel or LibreOffice, copy the contents into a new workbook and save that."),
                BookTrouble::Macros => ("The workbook has macros; files with macros are not opened.", "Save it as “Excel Workbook (*.xlsx)”, without macros."),
                BookTrouble::Damaged => ("The file cannot be read: damaged, locked by a password, or not of the kind its name says.", "Open it in Excel or LibreOffice and save it as .xlsx."),
                BookTrouble::OtherKind => ("Files of this kind are not imported.", "Import .jsonl, .json, .xlsx and .docx; save .xls and .ods as .xlsx."),
                BookTrouble::OldWord => ("A .doc needs LibreOffice to become a .docx, and there is none on this machine.", "Install LibreOffice, or open the file in Word and save it as .docx."),
            };
            (message.into(), remedy.into())
        }
        Problem::SheetMissing { sheet, seen } => (
            format!("There is no sheet `{sheet}`, or it is empty; the sheets are: {}.", listed(seen)),
            "Keep the names of sheets and the heading row as they were exported; what this sheet holds stays unchanged.".into(),
        ),
        Problem::CellRefused { cell, found, why } => {
            let (said, remedy) = match why {
                CellTrouble::Formula => ("is a formula", "Copy and paste it as a value (Paste Special, Values)."),
                CellTrouble::Merged => ("is part of a merged range", "Unmerge the cells and write the value into each."),
                CellTrouble::Hidden => ("stands in a hidden row; the row is read all the same", "Unhide it to look at it, or delete it if it is not meant."),
                CellTrouble::DayAsNumber => ("is a day that Excel made a number", "Set the format of the cell to Text and write the day as 2026-11-21."),
                CellTrouble::Comma => ("has a comma or point that no amount may have", "Write the number without them, such as `8000 VND`."),
                CellTrouble::CodeAsNumber => ("is a code that Excel made a number, perhaps without its zeros", "Set the format of the cell to Text and write the code again."),
                CellTrouble::OldFont => ("is typed in an old font, TCVN3 (.VnTime) or VNI", "Convert it to Unicode (UniKey: Ctrl+Shift+F6) and import again."),
                CellTrouble::Error => ("is an error of the spreadsheet", "Mend the cell and import again."),
                CellTrouble::Refused => ("does not have the form of its column", "See the note on the heading and the sheet that explains."),
                CellTrouble::NoPlace => ("stands for something that is in the content no more", "Export the workbook anew and change that."),
                CellTrouble::UnknownColumn => ("is no heading that is known; the column is not read", "Restore the heading as it was exported, or delete the column."),
            };
            (format!("Cell {cell} “{}” {said}.", excerpt(found)), remedy.into())
        }
    }
}

/// What a thing is called.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Procedure => "procedure",
        Kind::Field => "field",
        Kind::Agency => "agency",
        Kind::Counter => "counter",
        Kind::Point => "reception point",
        Kind::Set => "set of procedures",
        Kind::Act => "act",
        Kind::Survey => "survey",
        Kind::Factor => "factor",
        Kind::Question => "question",
        Kind::Answer => "answer option",
        Kind::Step => "step",
        Kind::Channel => "channel",
        Kind::Fee => "fee",
        Kind::LimitCase => "time-limit case",
        Kind::PaperCase => "case",
        Kind::Paper => "paper",
        Kind::Condition => "condition",
        Kind::Outcome => "result",
        Kind::Hotline => "hotline",
        Kind::ResultUnit => "unit of the bulletin",
        Kind::Measure => "measure",
        Kind::Method => "method",
        Kind::Target => "target",
        Kind::Term => "abolished term",
        Kind::PrintedCode => "printed code",
    }
}

/// What a shape is called.
pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Map => "a group of keys",
        Shape::List => "a list",
        Shape::Text => "a text",
        Shape::Number => "a number",
        Shape::YesNo => "`true` or `false`",
        Shape::Date => "a date",
        Shape::Hour => "an hour",
        Shape::Money => "an amount of money",
        Shape::TimeLimit => "a time limit",
        Shape::Phone => "a telephone number",
        Shape::Email => "an e-mail address",
        Shape::WebAddress => "a web address",
        Shape::Slug => "an id",
        Shape::ProcedureCode => "a procedure code",
        Shape::Language => "a language tag",
        Shape::PrintedCode => "a printed code",
        Shape::FileName => "a sound file name",
        Shape::Period => "a period",
        Shape::Percent => "a percentage",
        Shape::Unit => "a unit of a bulletin",
        Shape::Ways => "a way of rating",
        Shape::Topic => "the name of a figure",
        Shape::ListOrNone => "a list or `none`",
        Shape::TextOrNone => "a text or `none`",
        Shape::Nothing => "empty",
    }
}

/// What a contact is called.
pub(super) fn contact(contact: Contact) -> &'static str {
    match contact {
        Contact::Help => "help with files (`help`)",
        Contact::Petitions => "petitions about procedures (`petitions`)",
        Contact::Complaints => "complaints and reception of citizens (`complaints`)",
    }
}

/// How a value of a shape is written.
fn how(shape: Shape) -> &'static str {
    match shape {
        Shape::Map => "Write one key a line, indented by two spaces, for example `name: \"…\"`",
        Shape::List => "Write one item a line after `- `, or short: `[one, two]`",
        Shape::Text => "Write the words in double quotes, for example `\"Tờ khai\"`",
        Shape::Number => "Write a whole number in digits, without dots, for example `1`",
        Shape::YesNo => "Write `true` (yes) or `false` (no)",
        Shape::Date => "Write year-month-day, for example `2026-11-21`",
        Shape::Hour => "Write hour and minute in double quotes, for example `\"07:30\"`",
        Shape::Money => {
            "Write the number without thousands separators and its unit, for example `8000 VND`, `10 USD`, `0.5 %`"
        }
        Shape::TimeLimit => {
            "Write a number and its unit, for example `3 working_days`, `15 days`, `4 hours`, `60 minutes`, `2 months`, or `same_day`"
        }
        Shape::Phone => {
            "Write one number only, in double quotes, for example `\"0203 123 4567\"` or `\"1022\"`"
        }
        Shape::Email => "Write one address, for example `\"mot-cua@minhhoa.example\"`",
        Shape::WebAddress => {
            "Write the `https://` too, for example `\"https://dichvucong.example\"`"
        }
        Shape::Slug => {
            "Use only small letters a-z without accents, digits and `-`, for example `ho-tich`"
        }
        Shape::ProcedureCode => {
            "Write the code as the national database has it, in double quotes, for example `\"1.000894\"`"
        }
        Shape::Language => "Write a language tag, for example `vi`, `en`, `km`",
        Shape::PrintedCode => "Do not make up printed codes: run `niemyet codes assign` to get one",
        Shape::FileName => "Write the name of one file, without folders, for example `to-khai.pdf`",
        Shape::Period => "Write a month `2026-11`, a quarter `2026-q4` or a year `2026`",
        Shape::Percent => {
            "Write a number from 0 to 100 with a point and at most two decimals, for example `82.66`"
        }
        Shape::Unit => {
            "Write `site`, an agency’s id or `<agency>/<counter>`, for example `phuong-vi-du/quay-1`"
        }
        Shape::Ways => {
            "Write way and proof, for example `qr/open`, `kiosk/verified`; several together are `combined:qr/open+kiosk/open`"
        }
        Shape::Topic => "Write `whole`, `factor/<id>` or `question/<id>`",
        Shape::ListOrNone => "Write a list, or `none` if there is nothing",
        Shape::TextOrNone => "Write the words in double quotes, or `none` if there is nothing",
        Shape::Nothing => "Leave this empty",
    }
}

/// What broke the YAML, and what to do.
fn slip(slip: Slip) -> (&'static str, &'static str) {
    match slip {
        Slip::Tab => (
            "there is a tab where spaces must stand",
            "Replace tabs by spaces, two for each level.",
        ),
        Slip::Colon => (
            "there is a colon `:` where none was expected",
            "If the words hold a colon, put all of them in double quotes, for example `note: \"Lưu ý: nộp bản chính\"`.",
        ),
        Slip::Quote => (
            "a double quote is opened and not closed, or something stands after the closing one",
            "Close the quotes at the end of the words; inside them, write “ and ” for quotation marks.",
        ),
        Slip::Bracket => (
            "a bracket `[` or `{` is not closed, or a comma is missing",
            "Close the bracket and put commas between items, for example `[ho-tich, chung-thuc]`.",
        ),
        Slip::Indent => (
            "this line is not indented as the lines above it",
            "Let keys of one group stand in one column, two spaces for each level; after a key come `:` and a space.",
        ),
        Slip::NoSpace => (
            "there is no space after `-` or `:`",
            "Put one space after that sign, for example `- id: nop`, `kind: counter`.",
        ),
        Slip::ForeignSpace => (
            "the line begins with a blank copied from a word processor or a web page, which is not a space",
            "Delete the blanks in front and type them anew with the space bar.",
        ),
        Slip::Unknown => (
            "the program cannot read on",
            "Look at this line and the one above: spaces in front, colons, quotes.",
        ),
    }
}

/// What a part means, with its Vietnamese term, in brackets.
fn term(path: &str) -> String {
    let term = match Part::of(path) {
        Some(Part::Name) => "tên",
        Some(Part::Steps) => "trình tự thực hiện",
        Some(Part::Channels) => "ways to file, cách thức thực hiện",
        Some(Part::Papers) => "papers, thành phần hồ sơ",
        Some(Part::FileSets) => "number of sets, số lượng hồ sơ",
        Some(Part::Limit) => "time limit, thời hạn giải quyết",
        Some(Part::Applicants) => "who may apply, đối tượng thực hiện",
        Some(Part::Bodies) => "bodies, cơ quan giải quyết",
        Some(Part::Decides) => "deciding body, cơ quan có thẩm quyền",
        Some(Part::Handles) => "handling body, cơ quan thực hiện",
        Some(Part::Forms) => "mẫu đơn, mẫu tờ khai",
        Some(Part::Results) => "kết quả",
        Some(Part::Conditions) => "yêu cầu, điều kiện",
        Some(Part::Fees) => "phí, lệ phí",
        Some(Part::Acts) => "legal basis, căn cứ pháp lý",
        Some(Part::Decision) => "announcing decision, quyết định công bố",
        None => return String::new(),
    };
    format!(" ({term})")
}

fn under(citation: &str) -> String {
    if citation.is_empty() { String::new() } else { format!(" (required by {citation})") }
}

fn with_guess(suggestion: Option<&str>, remedy: &str) -> String {
    match suggestion {
        Some(guess) => format!("Did you mean `{guess}`? {remedy}"),
        None => remedy.to_owned(),
    }
}

fn procedures(codes: &[String]) -> String {
    if codes.len() == 1 { "1 procedure".into() } else { format!("{} procedures", codes.len()) }
}

fn codes_of(codes: &[String]) -> String {
    match shortened(codes) {
        (shown, 0) => shown,
        (shown, 1) => format!("{shown} and 1 more code"),
        (shown, left) => format!("{shown} and {left} more codes"),
    }
}

fn span(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("from {from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => "without dates".into(),
    }
}

fn sample_of(shape: Shape, before: &str) -> String {
    sample(shape).map(|value| format!("{before}`{value}`")).unwrap_or_default()
}

fn vnd(amount: u64) -> String {
    NumberStyle::ENGLISH.whole(amount)
}

fn number(count: usize) -> String {
    NumberStyle::ENGLISH.whole(u64::try_from(count).unwrap_or(u64::MAX))
}

/// The first few of a list of sheets.
fn shown(sheets: &[String]) -> String {
    const FEW: usize = 6;
    let mut said: Vec<String> = sheets.iter().take(FEW).cloned().collect();
    if sheets.len() > FEW {
        said.push(format!("and {} more", sheets.len() - FEW));
    }
    said.join(", ")
}
