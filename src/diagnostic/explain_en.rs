//! Every code explained in English.

use super::{Code, explain::Explanation};

/// The explanation of a code.
pub(super) fn explain(code: Code) -> Explanation {
    let (title, why, mend) = match code {
        // 0 reading
        Code::Unreadable => (
            "A file cannot be read",
            "The operating system refused: the file has just been deleted, a network drive is gone, or the account that runs the program lacks the right. The program does not guess what an unread file says, since a procedure would be missing without anyone noticing.",
            "Open the file with the very account that runs `niemyet`, give it the right to read, and run `niemyet check` again.",
        ),
        Code::NotUtf8 => (
            "A file is not UTF-8",
            "Many older texts were typed in TCVN3 (ABC) or VNI, or saved as UTF-16. Read as anything else, Vietnamese letters turn to rubbish on the page and on the printed sheet, so the program stops rather than print them wrong.",
            "Convert the text to Unicode (most Vietnamese keyboards bring a tool for it) and save it as UTF-8. In Notepad: “Save as”, then “UTF-8” under “Encoding”.",
        ),
        Code::TooLarge => (
            "A file is too large",
            "Even the longest procedure is a few hundred thousand bytes; a much larger file is most often a picture or a spreadsheet in the wrong place. The limit also keeps a server from filling its memory.",
            "Move forms for download to `forms/`. Split very long lists, for example one calendar a year: `law/calendar/2026.yaml`.",
        ),
        Code::Syntax => (
            "The YAML is broken",
            "YAML lives by the spaces in front of a line, by colons and by brackets. The usual slips are a tab, a colon inside words without quotes, and a bracket never closed. The line named is where the reader could not go on; the slip itself may be on the line above.",
            "Put long words in double quotes, for example `note: \"Lưu ý: nộp bản chính\"`, and indent by two spaces a level.",
        ),
        Code::Alias => (
            "A YAML anchor or alias is used",
            "YAML can name a passage (`&name`) and repeat it (`*name`). A few nested lines of that kind can grow to billions and fill the memory, so they are refused.",
            "Write the passage out. If `*` or `&` is an ordinary sign, quote the words: `note: \"*Original only\"`.",
        ),
        Code::TooDeep => (
            "Content is nested too deeply",
            "No content file needs that many levels; most often a `[` or `{` was left open or lines drift to the right. The limit also keeps one broken file from stopping the program.",
            "Find the line where the indentation begins to drift and bring it back, two spaces a level.",
        ),
        Code::LinkOutside => (
            "A link leads out of the content folder",
            "All that the site says must lie in the content folder. A link that leads out could publish a private file of the server by accident, and breaks when the folder is copied.",
            "Delete the link and put the file itself in its place.",
        ),
        Code::FolderLoop => (
            "A folder contains itself",
            "A link inside the folder points back to a folder above it, so reading would never end.",
            "Delete the link; to share content between agencies, use `sets/` or `offers`.",
        ),
        Code::UnknownFile => (
            "A file is not used",
            "Each folder takes only files named by its rules. A file in the wrong place or with the wrong ending never reaches the site while its author believes it published; that must be said.",
            "See the naming rules of the content folder. A procedure lies at `procedures/ho-tich/1.000894.yaml`, for example, not at `procedures/1.000894.yml`.",
        ),
        Code::FileName => (
            "A file name is wrong",
            "The name carries facts: the procedure's code, the day it takes force after `@`, the language before the ending. They are not repeated inside, so a wrong name makes a wrong procedure.",
            "Name files like `1.000894.yaml`, `1.000894@2027-03-01.yaml`, `1.000894.en.yaml`. The language must be listed in `languages` of `site.yaml`.",
        ),
        Code::EmptyFile => (
            "A file is empty",
            "An empty file says nothing, not even “none”. Most often it was made and never written, or a save went wrong.",
            "Write it, restore the earlier version, or delete it.",
        ),
        Code::ManyDocuments => (
            "Several documents in one file",
            "A `---` line begins a new YAML document. One document is read from each file, so whatever follows would be lost in silence.",
            "Give each document its own file. If `---` was only decoration, delete it or use a comment line beginning with `#`.",
        ),
        Code::NotAFile => (
            "Not an ordinary file",
            "A folder named like a file, a pipe or a device may never finish being read. The program does not open them, and says so, so that content does not vanish from the site in silence.",
            "Put an ordinary text file in its place. Name folders without `.yaml` or `.md` at the end.",
        ),
        Code::ManyMore => (
            "Many more problems in a file",
            "Only the first hundred problems of a file are shown: nobody reads more, and most often one slip near the top has caused the others.",
            "Mend from the top down and run `niemyet check` again.",
        ),
        Code::Utf16 => (
            "A file is saved as UTF-16",
            "Notepad and older Excel say “Unicode” when they mean UTF-16. No letter is lost, it only has to be saved again; only UTF-8 is read, so that every other tool can read the file too.",
            "In Notepad: “Save as”, then “UTF-8” under “Encoding”.",
        ),
        Code::ControlSign => (
            "A control character",
            "Control characters are invisible, YAML forbids them, and browsers and printers each read them in their own way. They most often come along when text is copied from a PDF.",
            "Put the cursor at the column named, delete the invisible sign there, and save.",
        ),
        // 1 shape
        Code::UnknownKey => (
            "A key is not known here",
            "If a mistyped key (`fee` for `fees`) were passed over, citizens would see a procedure without its fees. So every unknown key is an error.",
            "Follow the suggestion or choose from the keys in the message. Notes to yourself go behind a `#`.",
        ),
        Code::DuplicateKey => (
            "A key is written twice",
            "When a key has two values, nobody can tell which holds; many programs quietly take the second. Two different fees in one file are a legal mistake, not a technical one.",
            "Keep one line. If there really are two, make them two entries of a list, for example `fees: [{id: phi, …}, {id: le-phi, …}]`.",
        ),
        Code::MissingKey => (
            "A necessary key is missing",
            "Without some keys a page cannot be made or makes no sense: a step, for example, that does not say who acts. The program fills in no defaults where the law speaks.",
            "Add the key that the message names. In a step, for example: `position: \"Người yêu cầu\"`.",
        ),
        Code::WrongShape => (
            "The wrong shape of data",
            "Each key wants one shape: words, a number, a list or a group of keys. The usual slips are a single word where a list belongs, and a forgotten `-` before an item.",
            "Write lists in square brackets even if there is one item: `applicants: [citizen]`.",
        ),
        Code::NotOneOf => (
            "A word outside the closed list",
            "Some keys take only a few fixed words, so that pages read right in every language and can be counted. The fixed words are English, in small letters; the theme supplies their Vietnamese names.",
            "Take a word from the list in the message, for example `kind: charge` for lệ phí and `kind: fee` for phí.",
        ),
        Code::BadValue => (
            "A value is written wrongly",
            "Dates, hours, money and telephone numbers have one spelling each, so that nothing has two meanings: is `03/04/2026` in March or April? Is `8.000` eight or eight thousand?",
            "Write dates as `2026-11-21`, hours as `\"07:30\"`, money as `8000 VND`. Pages show them as people are used to.",
        ),
        Code::LimitWithoutUnit => (
            "A time limit without a unit",
            "“3” may be 3 working days, 3 days or 3 hours, and the day on which the result is due differs each time. Real data hold hundreds of time limits that are a bare number.",
            "Look at the announcing decision and write the unit: `limit: 3 working_days`, `limit: 3 days` or `limit: same_day`.",
        ),
        Code::EmptyText => (
            "Words are missing",
            "A blank does not say whether there is nothing or nobody knows. On the page it is an empty line that tells the citizen nothing.",
            "Write the words, remove the line, or write `none` where that is allowed, for example `coordinates: none`.",
        ),
        Code::CurlyQuotes => (
            "Curly quotation marks",
            "In YAML only straight marks quote a value. Curly ones, which word processors put in by themselves, are letters like others: a name is published with them, and a date, code or telephone number in them is none.",
            "Write `name: \"…\"` with the straight mark of the keyboard. Inside a text that is quoted by straight marks, curly ones are right.",
        ),
        Code::CutText => (
            "A text is cut off at #",
            "In YAML a space and `#` begin a remark, unless the text is in quotes. From `name: Declaration #1` the page shows “Declaration”.",
            "Put the whole text into straight quotation marks: `name: \"Declaration #1\"`. If it is a remark, leave a space after the mark: `# so`.",
        ),
        // 2 references
        Code::UnknownReference => (
            "Something is named that does not exist",
            "Each thing is declared once and then named by its id. A mistyped id cuts the tie: a counter without procedures, an act without a title.",
            "Correct the id as suggested, or declare the thing. The act `123/2015/NĐ-CP`, for example, must stand in `law/acts.yaml`.",
        ),
        Code::DuplicateId => (
            "An id is used twice",
            "Translations, ratings and printed sheets refer to ids. If two entries share one, nobody can tell to which a translation or a rating belongs.",
            "Change the id of the entry added last; leave published ids alone, since earlier ratings hang on them.",
        ),
        Code::DuplicateProcedure => (
            "Two files for one edition",
            "Two files describe the same edition of a procedure, most often because one was copied to another field and the old one left behind. The site cannot choose between them.",
            "Keep one file. If the other says what will apply later, put the day into its name: `1.000894@2027-03-01.yaml`.",
        ),
        Code::WordsWithoutOriginal => (
            "A translation without its original",
            "A translation holds words only, keyed by the ids of the original, which alone binds. An id found only in the translation is a leftover from before the original changed, or a slip.",
            "Open the original and copy its id. Where it has `- id: nop`, the translation says `nop: {position: \"Applicant\", …}`.",
        ),
        Code::WordsWithoutFile => (
            "A translated file without its original",
            "A translation holds no facts, so it cannot stand alone. Most often the original was renamed or deleted.",
            "Rename the translation after its original, for example `1.000894.yaml` and `1.000894.en.yaml`, or delete it.",
        ),
        Code::MissingForm => (
            "A form is missing",
            "Forms are part of a procedure and must be posted with it. A download that leads nowhere costs the citizen another trip.",
            "Copy the file to `forms/` and write its exact name: `form: \"to-khai-dang-ky-ket-hon.docx\"`. Servers tell capitals from small letters.",
        ),
        Code::OfferedNowhere => (
            "A procedure that no agency offers",
            "Its page could not say where to file. Perhaps it is new and in no set yet, or no longer taken.",
            "Add the code to `sets/<name>.yaml` or to `offers.also` of an agency; if it was abolished, write `effective_to`.",
        ),
        Code::IdleCounter => (
            "A counter without procedures",
            "The code printed at this counter would lead to a page without any procedure. Most often `handles` names a field that the agency does not offer.",
            "Correct `handles`, for example `handles: {fields: [ho-tich, chung-thuc]}`.",
        ),
        Code::NoCounterFor => (
            "A procedure at no counter",
            "The agency takes the procedure but does not say at which counter. People have to ask around, and ratings cannot be tied to a counter.",
            "Add the field to `handles.fields` of a counter, or single codes to `handles.codes`.",
        ),
        Code::ParentLoop => (
            "An agency above itself",
            "The `parent` lines form a loop, so no agency is at the top and results cannot be summed upwards.",
            "The parent of a commune or ward is its province or city; the topmost agency says `parent: none`.",
        ),
        Code::StrayOffering => (
            "Particulars of a procedure that is not offered",
            "A file in `offerings/` says only what differs at that agency, such as a fee or a place. If the agency does not offer the procedure, none of it is ever shown.",
            "Add the code to `offers.also` in `agency.yaml`, or delete the file.",
        ),
        Code::UndeclaredLanguage => (
            "A language is not declared",
            "The part before the ending is a language tag. The site is built only in the languages of `languages`; a translation into another would never be seen.",
            "Add the tag to `languages` in `site.yaml`, or correct the file name if it was a slip.",
        ),
        Code::EditionInOtherField => (
            "Editions in two fields",
            "The field comes from the folder's name. When a procedure lies in two folders, the counter that handles it may change unnoticed on the day the new edition takes force.",
            "Keep all files of one code in one folder `procedures/<field>/`.",
        ),
        Code::WordsNotShown => (
            "A translation of nothing",
            "The original binds, and a translation only says the same in another language. Where the original says `none`, quotes the decision (`as_announced`) or says nothing, there is nothing to translate, and no page shows the words.",
            "Delete the line from the translation. If it says something that is true and missing, write it in the original first.",
        ),
        // 3 law
        Code::MissingPart => (
            "A mandatory part is missing",
            "Decree 63/2010/NĐ-CP, article 8, asks every procedure for its name, steps, ways to file, papers and number of sets, time limit, applicants and bodies. A posting that lacks one is incomplete, and citizens may refuse what was not disclosed. The list itself is data: `law/required-parts.yaml`.",
            "Copy the part from the announcing decision. If the decision itself leaves it open, quote it: `limit: {as_announced: \"Không có thông tin\"}`.",
        ),
        Code::NoneNotStated => (
            "“None” is not said",
            "Fees, conditions and results are mandatory only if they exist; but silence does not tell “none” from “forgotten”. “No information” is not “free” either.",
            "Say it: `fees: none`, `conditions: none`. If there are any, state them in full.",
        ),
        Code::MissingContact => (
            "A contact is missing",
            "Questions about a file, petitions about administrative rules, and complaints or denunciations are three matters under three laws. Decree 20/2008/NĐ-CP asks for the address that receives petitions to be posted; complaints do not go that way but to the reception of citizens.",
            "State each in `contacts`: `help`, `petitions`, `complaints`; do not merge them under one number for brevity.",
        ),
        Code::NoHotline => (
            "No telephone number to ask",
            "Nobody should have to travel to ask one question. The number is printed on sheets and shown at each counter's page.",
            "Add the desk's number: `help: {name: \"Quầy hướng dẫn\", phone: \"0200 000 0001\"}`, or an entry in `hotlines`.",
        ),
        Code::AnnouncedNotPosted => (
            "Announced, but not posted",
            "The announced list is what inspections compare a posting with: what it names must be posted, in full and in time. Most often these are procedures of a decision just issued.",
            "Add the procedure files and name the codes in `offers`. If a later decision abolished them, bring `announced` up to date.",
        ),
        Code::PostedNotAnnounced => (
            "Posted, but not announced",
            "An agency may only handle procedures that were announced. One too many may be an abolished procedure, or the list in `agency.yaml` is out of date.",
            "Compare with the announcing decision. Take out a procedure that comes with a shared set by `offers: {except: [\"1.000894\"]}`.",
        ),
        Code::Expired => (
            "A procedure has ended",
            "Every edition has an end in the past, so the site has nothing that applies to a file handed in today.",
            "Add the new edition with its day in the file name: `1.000894@2027-03-01.yaml`. If the old one still applies, remove `effective_to`; if it was abolished, take the code out of `offers`.",
        ),
        Code::NotYetInForce => (
            "A procedure is not yet in force",
            "Decisions are issued before they take force, so it is right to prepare. But if the year is mistyped, the procedure is absent from the site and nobody notices.",
            "Check `effective_from` (first edition) or the date after `@` in the file name. If it is right, leave it: the site posts it on that day.",
        ),
        Code::EditionsOverlap => (
            "Two editions in force at once",
            "On any day one text applies; when two overlap, citizens and officers may rely on different ones.",
            "Let the earlier one's `effective_to` be the day before the later one begins, or remove it: an edition ends by itself when the next begins.",
        ),
        Code::EditionGap => (
            "A gap between two editions",
            "On some days no edition applies, and on those days the site has nothing to say. The law rarely leaves such a gap; most often a date was mistyped.",
            "Compare the end of the earlier edition with the announcing decision; if that names no end, remove `effective_to`.",
        ),
        Code::NoDecision => (
            "The announcing decision is not named",
            "What is posted must come from the announcing decision, and where the two differ the decision holds. Without its number nobody can compare.",
            "Add `decision: {number: \"1872/QĐ-BTP\", issued: 2020-09-04, body: \"Bộ Tư pháp\"}`; `issued` and `body` may be left out.",
        ),
        Code::AsAnnounced => (
            "The decision leaves something open",
            "Some announcing decisions themselves say “Không có thông tin” for a fee or a time limit. An agency may not invent the figure, so the page quotes the words and tells the citizen; this warning reminds you that the gap is still there.",
            "You need not mend it. Ask the announcing body to be specific; when a new decision comes, replace `as_announced` by a value such as `limit: 3 working_days`.",
        ),
        Code::Abolished => (
            "An abolished body, paper or label",
            "Since 2025-07-01 there is no district level, many departments have merged, and some papers and the online “levels 3 and 4” are gone. A citizen who reads the old name goes to the wrong place. The words are listed in `law/abolished.yaml`.",
            "Write today's name, for example `level: full` for the old level 4. If the announcing decision still has the old one, ask its body to amend it.",
        ),
        Code::SurveyWithoutCitation => (
            "A survey does not name its source",
            "Results of a survey marked official or reference are compared with the act behind it. Without the citation a figure looks official and nobody can verify it.",
            "Add `citation: \"Quyết định số 1001/QĐ-BNV\"`, or write `status: local` if the agency wrote the questions.",
        ),
        Code::EndsBeforeBegins => (
            "It ends before it begins",
            "An edition or a fee that ends before it begins is never in force; most often the year was mistyped.",
            "Check year, month and day against the announcing decision.",
        ),
        Code::EditionsSameDay => (
            "Two editions on one day",
            "From that day it is unclear which edition is valid, and citizens may be told the wrong one.",
            "Correct `effective_from` of the first edition, or the date in the file name of the later one.",
        ),
        Code::EditionBeforeFirst => (
            "A later edition begins earlier",
            "The file without a date in its name is the first edition. When a dated one begins before it, the first would replace the later one, which nobody meant.",
            "Correct the date in the file name; the oldest edition should be the file without a date.",
        ),
        Code::FromInDatedEdition => (
            "The day is said twice",
            "A fact is written once: an edition with a date in its file name takes that date. Written inside as well, the two could differ.",
            "Delete `effective_from` from files with an `@date`; the key is only for the first edition.",
        ),
        // 4 plausibility
        Code::FreeWithAmount => (
            "Free, but the note names a sum",
            "In exports of the service portal the fee often stands in the remark while the amount is 0. The citizen reads “free” and is asked to pay at the counter.",
            "Put the sum where it belongs: `amount: 8000 VND`. If it applies only in another situation, make it a fee of its own with `when`.",
        ),
        Code::DroppedThousands => (
            "An amount has lost its thousands",
            "“20.000 đồng” easily shrinks to 20 when copied from a spreadsheet, because the dot is taken for a decimal point; real data hold more than a hundred such cells. Hardly any fee is below a thousand đồng today.",
            "Write the whole number without dots: `amount: 20000 VND`. Pages show it as 20,000 (20.000 in Vietnamese).",
        ),
        Code::LongTitle => (
            "A long name without a short one",
            "Official names can run to a thousand characters, too long for a telephone or a printed sheet. The official name must stay as it is, so a short one is needed beside it.",
            "Add `short_name: \"Đăng ký kết hôn\"`, at most 80 characters, in words that people use.",
        ),
        Code::FeeOutsideEdition => (
            "A fee outside its edition's time",
            "A fee is shown only while the edition that holds it is in force. If the two times do not meet, it is never shown.",
            "Correct `from` and `to` of the fee, or move it to the file of the edition of that time.",
        ),
        Code::FeeExpired => (
            "A fee is no longer valid",
            "Many reductions of fees hold for a time only. When one ends and the next is not stated, the page cannot say what is due today.",
            "Add the next fee as one more entry from the following day: the reduced one has `to: 2027-02-28`, the usual one `from: 2027-03-01`.",
        ),
        Code::PaperWithoutCount => (
            "A paper of which no copy is asked",
            "In the source data many remarks such as “Lưu ý: …” stand among the papers with a count of 0. Left there, they make people think they need one more paper.",
            "For a real paper write `originals: 1` or `copies: 1`. Move a remark to the `note` of the paper it belongs to.",
        ),
        Code::OnlineChannel => (
            "An online channel is not stated rightly",
            "An online service must say whether it is full (toàn trình) or partial (một phần) and where to file; a counter or the post has neither. Without them the button “file online” leads nowhere.",
            "Write all three: `kind: online`, `level: full` (or `partial`), `url: \"https://…\"`. What the decision does not say is quoted: `level: {as_announced: \"…\"}`; without an address of its own, write `url: none`.",
        ),
        Code::UnnamedCase => (
            "A case without a name",
            "Where a procedure has several lists of papers, citizens must find the one for their situation. They cannot choose one that has no name.",
            "Give each case a `name`, for example `name: \"Trường hợp ủy quyền\"`, and `name: \"Mọi trường hợp\"` for what all need.",
        ),
        Code::LongShortName => (
            "A short name is too long",
            "The short name stands in lists, on phones and on printed sheets; when it is too long, the part that matters is cut off.",
            "Write at most 80 characters; leave out words like “Thủ tục” and “theo quy định”.",
        ),
        Code::AmountAndQuote => (
            "Both an amount and a quote",
            "`as_announced` stands in place of a sum when the decision names none. With both, one would be dropped without anybody noticing.",
            "Remove one of the two keys; further explanation belongs in `note`.",
        ),
        Code::HoursReversed => (
            "Opening hours are reversed",
            "A place that closes before it opens is always shown as closed; most often `from` and `to` were swapped.",
            "Write morning and afternoon as two entries, by the 24-hour clock, for example `\"13:30\"`.",
        ),
        Code::OverHundredPercent => (
            "A share over 100 %",
            "A fee in per cent is a share of the value named in `of`, so it cannot exceed 100 %; most often a decimal point was lost.",
            "Write `amount: 0.5 %`, not `amount: 500 %`.",
        ),
        Code::NoSets => (
            "No sets of papers",
            "The number of sets is a mandatory part; 0 is most often there to fill a gap.",
            "Write the real number, for example `file_sets: 1`; quote the decision with `as_announced` if it names none.",
        ),
        Code::SurveyChanged => (
            "Questions changed without a new version",
            "An answer keeps only the version of its survey. If questions change under one version, old answers come to say what nobody said, and periods can no longer be compared.",
            "Raise `version` by one and record it with `niemyet surveys record`; if the change was a slip, put the question back.",
        ),
        Code::SurveyVersionBack => (
            "A survey version went back",
            "Versions only rise: a lower number used again would mix new answers with old ones.",
            "Correct `version`; to ask an old set of questions again, give it a new version.",
        ),
        Code::SurveyNotRecorded => (
            "A survey version is not recorded",
            "The ledger `survey-versions.yaml` remembers what each version asked; a change to a version that is not in it goes unnoticed.",
            "Run `niemyet surveys record` once the questions are settled, and keep the ledger with the content.",
        ),
        Code::SlowFirstQuestion => (
            "The survey at the counter does not begin with one tap",
            "Whoever scans the code at a counter most often taps once. A mandatory single choice is kept the moment it is tapped; without one a whole page must be filled in before anything is sent.",
            "Put overall satisfaction first with `required: true`, and the other questions after it.",
        ),
        Code::BoundsReversed => (
            "Bounds of a number are reversed",
            "A number is taken from `min` to `max`; reversed, every number is refused.",
            "Write a `min` that is not more than `max`.",
        ),
        Code::HoursOverlap => (
            "Opening hours overlap",
            "Where two sessions of a day share time nobody knows which is right, and the page cannot say when somebody is there.",
            "Write each session as an entry of its own, without overlap: `{days: [mon], from: \"07:30\", to: \"11:30\"}`, `{days: [mon], from: \"13:30\", to: \"17:00\"}`.",
        ),
        // 5 printed codes and addresses
        Code::CounterWithoutCode => (
            "A counter has no printed code",
            "Each counter has a short code, printed on its sheet, that people scan to rate it. Codes are minted once, kept in the ledger `printed-codes.yaml` and never change, so a build does not make them up.",
            "Run `niemyet codes assign` and keep `printed-codes.yaml` together with the content.",
        ),
        Code::CodeReused => (
            "A printed code stands twice",
            "A sheet on the wall cannot be mended from afar: one code for two counters would mix their ratings. So the ledger is only added to; nothing in it is rewritten or used again.",
            "Keep the line with the earlier `since`, delete the other, run `niemyet codes assign` for the counter left without, and print its sheet again.",
        ),
        Code::BadSuccessor => (
            "A successor that leads nowhere",
            "When a code is retired, `successor` says where someone who scans the old sheet is led. If that code does not exist, or is the same one, the old sheet is a dead end.",
            "Name the living code of the counter that took over, for example `successor: K7F3ABM`; if there is none, remove the key.",
        ),
        Code::BadBaseUrl => (
            "The site's address is not complete",
            "`base_url` is used for the site map, feeds and absolute links; without `https://` they break.",
            "Write `base_url: \"https://niemyet.minhhoa.example\"`; if the site lives under a path, write the path too.",
        ),
        Code::PrintOriginMissing => (
            "Printed codes need an origin of their own",
            "A printed link is `https://HOST/Q/CODE`: the shorter it is, the larger its modules and the easier an old telephone reads it. A site under a path cannot use it, so the host for printed codes must be named.",
            "Add `print_origin: \"https://niemyet.minhhoa.example\"` and let that host lead to the site.",
        ),
        Code::BadPrintOrigin => (
            "The origin of printed codes is wrong",
            "`print_origin` goes onto paper, so it must be `https://` and a host name, without a path, a query or a slash at the end. If it is wrong, every sheet has to be printed again.",
            "Write it just like `print_origin: \"https://niemyet.minhhoa.example\"`.",
        ),
        Code::InsecurePrintOrigin => (
            "The printed address is not protected",
            "The address in a code is printed and hangs for years. Over `http://` anybody on the same network can read or change the page and the rating, and many phones warn. So real codes always say `https://`; `http://` is for a trial.",
            "Give the server a certificate and write `https://`; until then `niemyet codes assign --trial` mints codes to try.",
        ),
        Code::SuccessorLoop => (
            "Successors go round in a circle",
            "Whoever scans an old sheet is led from code to code; in a circle no counter is ever reached.",
            "Follow the `successor` lines and remove the one at the last code, the one that hangs at a counter.",
        ),
        Code::RetiredBeforeSince => (
            "A code retired before it was used",
            "The ledger tells which sheet hung when; with the days reversed a report cannot be traced to its sheet.",
            "Check the year in `retired`.",
        ),
        Code::TwoLiveCodes => (
            "A counter has two codes in use",
            "A sheet printed anew carries one code. With two in use it is unclear which sheet is right and when to replace it.",
            "Write `retired: 2027-01-01` and a `successor` for the old code.",
        ),
        Code::PrintedHostLost => (
            "Sheets that hang carry an old host",
            "A host that was printed hangs for years. When `base_url` or `print_origin` changes and the old host leads nowhere, every code that hangs is dead. `printed-sheets.yaml` knows which sheet carries which host.",
            "Let the old host redirect to the new one, write `redirects_from: [\"https://niemyet.cu.example\"]` in `site.yaml`, and print the sheets named anew.",
        ),
        Code::PrintedCodeLost => (
            "A printed code is gone from the ledger",
            "Whoever scans a code that the ledger has lost meets an error page, and the code might be minted for another counter.",
            "Restore the line from a backup; to put a code out of use, write `retired: 2027-01-01` and a `successor`.",
        ),
        // 6 the site as a whole
        Code::NoSite => (
            "There is no site.yaml",
            "`site.yaml` is read first: it names the site, its address and its languages. When it is not found, the program was most often started in another folder.",
            "Start it with `--site <folder>`, or copy the sample folder `site-content/` and put your own content into it.",
        ),
        Code::NoLanguages => (
            "No language is declared",
            "The first language of the list binds in law, the others are for information. Without any, nothing binds.",
            "Write `languages: [vi, en]` in `site.yaml`, or `languages: [vi]` for Vietnamese alone.",
        ),
        Code::NoProcedures => (
            "There are no procedures",
            "A posting site without procedures has nothing to post; most often the files lie in the wrong folder.",
            "Write files like `procedures/<field>/<code>.yaml`, for example `procedures/ho-tich/1.000894.yaml`.",
        ),
        Code::PageWithoutTitle => (
            "A page without a title",
            "The title is shown on the browser's tab and in lists, and screen readers speak it first. Without it, blind people cannot tell which page they are on.",
            "Make the first line of the `.md` file `# About`, with a space after the `#`.",
        ),
        Code::LeftOut => (
            "A broken part is not published",
            "With `--keep-going` the site is built without the broken part, or with its last sound edition. Better to lack something and say so than to publish something wrong.",
            "Mend the other errors of the report; this notice goes when they are gone.",
        ),
        Code::LawNotChecked => (
            "Completeness in law is not checked",
            "The mandatory parts of a procedure are data, not program, since the law changes. Without this file a clean report does not mean that everything is there.",
            "Copy `law/required-parts.yaml` from the sample content and keep it in step with the law.",
        ),
        // 7 results
        Code::BulletinNotSigned => (
            "A bulletin that is not signed",
            "Results are shown only when a person answers for them. The program makes drafts; people decide what is published.",
            "Sign with `niemyet results sign <file> --by \"Name, position\"`, or fill in `signed_by` and `signed_on` if the draft was not changed.",
        ),
        Code::BulletinChanged => (
            "A bulletin that was changed after signing",
            "A signature holds for what was signed. `content_hash` is the mark of it; one changed letter and it fits no more.",
            "Sign again if the change is right; otherwise take the signed file back.",
        ),
        Code::PeriodNotOver => (
            "A period that is not over",
            "Figures shown before the end and again after it would differ by the few who came later, and tell what they answered.",
            "Draw the bulletin when the period is over.",
        ),
        Code::NamedOtherwise => (
            "A file named otherwise",
            "A bulletin is named after its period: `2026-q4.yaml`, or `2026-q4@<agency>.yaml` for one agency.",
            "Mend the name, or `period` and `agency` inside.",
        ),
        Code::SmallFigureShown => (
            "A figure of too few answers",
            "Below ten answers, people who know each other can guess who answered what.",
            "Draw the bulletin with the program; do not lower the threshold below 10.",
        ),
        Code::ImpossibleFigure => (
            "A figure that cannot be",
            "A figure lies in its interval, and the interval follows from figure and answers. Where it does not, somebody changed it by hand.",
            "Draw the bulletin anew with `niemyet results --publish`.",
        ),
        Code::PartsDisagree => (
            "Parts that do not make the total",
            "Received is early, on time, late and in progress together, and an agency’s total is that of its fields. Otherwise one of the numbers is wrong.",
            "Compare with the system they come from.",
        ),
        Code::WithheldFollows => (
            "What is withheld follows",
            "With a total and all other parts shown, one subtraction gives the part that is withheld.",
            "Draw the bulletin with the program; leave no cell out or in by hand.",
        ),
        Code::UnitRetired => (
            "A counter that is no more",
            "An old bulletin still says what is true of its period, also of a counter that was closed since.",
            "Nothing needs doing, unless the id is mistyped.",
        ),
        Code::MeasureWithoutOutcome => (
            "A measure past its day",
            "Citizens read a promise with a day. Past that day without an outcome, nobody trusts it.",
            "Write `outcome` and sign again.",
        ),
        Code::MissingColumns => (
            "A table without its columns",
            "Columns are known by the names in the first line, not by their order. Without one of them no share on time can be reckoned.",
            "Add the column with its name in the first line.",
        ),
        Code::NotACount => (
            "A cell that is no number of files",
            "Files are counted in whole numbers. `12,5` may be a share from another column; of `1,234` nobody knows whether it is thousands or decimals.",
            "Write whole numbers; points may set thousands apart.",
        ),
        Code::NotADayOf => (
            "A day outside the period",
            "A row of another month in the file of October makes October’s total wrong.",
            "Move the row to the file of its own period, or mend the day.",
        ),
        Code::ApologiesNotSigned => (
            "Apologies not signed",
            "The program writes a draft; pages show it once somebody answers for it.",
            "Read the file, then run `niemyet apologies sign <file> --by \"Name, position\"`.",
        ),
        Code::ApologiesChanged => (
            "Apologies changed after signing",
            "A signature belongs to one content. Once that changes, it no longer holds and nothing is published.",
            "Restore the content or sign it again.",
        ),
        Code::FileNumberReadable => (
            "A file number can be read",
            "With the whole number anybody can look up somebody else's file on the national portal.",
            "Put `•` for the signs in the middle, or write the file anew with `niemyet apologies --publish`.",
        ),
        Code::ReasonNamesSomebody => (
            "A reason that cannot be published",
            "Reasons are public, so they must not point at a person.",
            "Write it again, such as: \"Phải xác minh tại nơi cư trú cũ\".",
        ),
        Code::ApologyTwice => (
            "One file apologised for twice",
            "A file gets a new date once; two lines make the count wrong.",
            "Delete the line too many.",
        ),
        Code::ApologyDays => (
            "Days of an apology that do not fit",
            "A new date before the old one, or a letter from the future, is a slip of the hand.",
            "Set the day as the letter has it.",
        ),
        Code::MoreApologies => (
            "More apologies than overdue files",
            "One of the two figures is wrong; with both published a reader knows not which to believe.",
            "Compare with the report of the period and mend it.",
        ),
        Code::ToDecide => (
            "Something that an import left to a person",
            "The source is not clear here. An import does not guess: it keeps the words of the source and notes the place in `to_decide`.",
            "Compare with the announcing decision, mend the place that is named, then delete the line of `to_decide`.",
        ),
        Code::RecordUnread => (
            "A record that cannot be imported",
            "A line of the source is no record, or has no code or name. The other lines are not touched by that.",
            "Mend the line in the source and import again.",
        ),
        Code::RecordTwice => (
            "Two rows, one code",
            "A code is a file; which of two different rows is right only a person knows.",
            "Delete the row that is not meant.",
        ),
        Code::BookRefused => (
            "A file that is not opened",
            "It is too large, packed beyond measure, has macros, is damaged, or is of a kind that is not imported. Nothing was changed.",
            "Save it as .xlsx without macros, or as another kind that is imported.",
        ),
        Code::SheetMissing => (
            "A sheet is missing",
            "Sheets are known by their names and headings. What a missing sheet held stays as it is; it does not count as deleted.",
            "Name the sheet as it was exported.",
        ),
        Code::CellRefused => (
            "A cell that cannot be read with certainty",
            "Excel changes codes, days and amounts by itself; formulas and merged cells may show one thing and hold another. Such a cell is told and the content stays as it was.",
            "Set the format of the cell to Text, write the value again, and import again.",
        ),
    };
    Explanation { code, title, why, mend }
}
