//! The register of an agency: what is owed, which files ask for an apology, and the forms with which one is drafted, a total
//! keyed in and a list of late files taken over.

use actix_web::http::StatusCode;

use super::apology_lists::{flagged, line, month_number, months};
use super::asked::Asked;
use super::reach;
use super::seat::Seat;
use super::way::{Way, digits, sixteen};
use super::{Fields, value};
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::apology::{
    Apology, ApologyFault, Failing, FileNumber, MaskedFile, ReasonFault, TableFault,
    read_late_files,
};
use crate::feedback::officer::{Action, Target, may};
use crate::host::reply::{NO_STORE, Reply};
use crate::store::{By, Remedy, Work, Worked};
use crate::text::{Date, Slug, in_vietnam, nfc};
use crate::theme::context::{ApologyForm, Choice, DeskApologies};

/// For how long a file stays on the page, in days.
const LOOKED_BACK: i32 = 400;

/// Entries and files on the page.
const MOST: u32 = 500;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// What of the page was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Returned {
    fault: String,
    form: ApologyForm,
    faults: Vec<String>,
    table: String,
    month: String,
    overdue: String,
}

impl Returned {
    /// What was typed in whichever form of the page, with what is to be said of it.
    pub(super) fn typed(fault: String, fields: &Fields) -> Self {
        let of = |name| value(fields, name).to_owned();
        let form = if of("viec") == "draft" { typed(fields) } else { ApologyForm::default() };
        let (table, month, overdue) = (of("bang"), of("thang"), of("qua-han"));
        Self { fault, form, faults: Vec::new(), table, month, overdue }
    }
}

/// The register that an address without an agency leads to.
pub(super) fn first(asked: Asked<'_>, seat: &Seat) -> Result<Reply, Reply> {
    let agencies = reach::agencies(asked.visit, seat);
    let agency = agencies.into_iter().next();
    let nothing = || asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat));
    Ok(asked.go_to(&Way::Apologies { agency: agency.ok_or_else(nothing)? }))
}

/// The page.
pub(super) async fn page(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    status: StatusCode,
    returned: Returned,
) -> Result<Reply, Reply> {
    let (today, _) = in_vietnam(asked.visit.now);
    let since = today.plus_days(-LOOKED_BACK);
    let since_at = asked.visit.now - i64::from(LOOKED_BACK) * DAY;
    let own = agency.clone();
    let (register, files, totals) = asked
        .look(move |store| {
            Ok((
                store.apologies(&own, since_at, MOST)?,
                store.late_files(&own, since, MOST)?,
                store.overdue_totals(&own, 24)?,
            ))
        })
        .await?;
    let words = asked.words();
    let may_draft = may(seat.role(), Action::DraftApology, &Target::of(agency));
    let rule = &asked.visit.posted.desk.site.apology_rule;
    let citation = rule.citation.as_deref().unwrap_or("–");
    let days = rule.days_before.to_string();
    let form = if returned.form.open { returned.form } else { opened(asked) };
    let title = words.get("desk_apologies_title").to_owned();
    let way = Way::Apologies { agency: agency.clone() };
    let mut shown = DeskApologies {
        desk: asked.head(title, Some(seat), Some(&way)),
        action: asked.href(&way),
        agencies: reach::agency_links(asked, seat, agency, |agency| Way::Apologies { agency }),
        agency: asked.agency_name(agency),
        months: months(asked, &register, &files, &totals),
        flagged: flagged(asked, agency, &register, &files, may_draft),
        register: register.iter().map(|stored| line(asked, stored)).collect(),
        rule: words.fill("desk_apology_rule", &[("n", &days), ("act", citation)]),
        may_draft,
        form: ApologyForm { failings: failings(asked, &form.failings), ..form },
        faults: returned.faults,
        month: if returned.month.is_empty() {
            today.to_string()[..7].to_owned()
        } else {
            returned.month
        },
        overdue: returned.overdue,
        table: returned.table,
    };
    shown.desk.fault = returned.fault;
    if status == StatusCode::OK && asked.parameter("xong").is_some() {
        words.get("desk_saved").clone_into(&mut shown.desk.note);
    }
    Ok(asked.page(status, &shown))
}

/// Carries out what a form of the page asks for; the door has asked `may`.
pub(super) async fn carry_out(
    asked: Asked<'_>,
    seat: &Seat,
    agency: &Slug,
    fields: &Fields,
) -> Result<Reply, Reply> {
    let remedy = match value(fields, "viec") {
        "draft" => drafted(asked, agency, fields),
        "total" => total(asked, agency, fields),
        "files" => listed(asked, agency, fields),
        _ => return Err(asked.notice(StatusCode::NOT_FOUND, "not_there", Some(seat))),
    };
    let remedy = match remedy {
        Ok(remedy) => remedy,
        Err(returned) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(asked, seat, agency, status, *returned).await;
        }
    };
    let to = match &remedy {
        Remedy::Draft { id, .. } => Way::Apology { agency: agency.clone(), id: *id },
        _ => Way::Apologies { agency: agency.clone() },
    };
    let by = By { account: seat.officer().account.to_string(), at: asked.visit.now };
    let worked = asked.work(Work::Remedy { remedy: Box::new(remedy), by }).await?;
    if worked == Worked::Done {
        let to = format!("{}?xong=1", asked.href(&to));
        return Ok(Reply::moved(StatusCode::SEE_OTHER, NO_STORE, &to));
    }
    let fault = asked.words().get("desk_apology_taken").to_owned();
    let returned = Returned { fault, form: typed(fields), ..Returned::default() };
    page(asked, seat, agency, StatusCode::CONFLICT, returned).await
}

/// A draft, or the form with what is wrong.
fn drafted(asked: Asked<'_>, agency: &Slug, fields: &Fields) -> Result<Remedy, Box<Returned>> {
    let fault = |key: &str| {
        let fault = asked.words().get(key).to_owned();
        Box::new(Returned { fault, form: typed(fields), ..Returned::default() })
    };
    let file = FileNumber::parse(value(fields, "so"));
    let file = file.map_err(|_| fault("desk_apology_fault_file"))?;
    let masked = value(fields, "che");
    if !masked.is_empty() && MaskedFile::parse(masked) != Ok(file.masked()) {
        return Err(fault("desk_apology_fault_other_file"));
    }
    let procedure = match value(fields, "thu-tuc").trim() {
        "" => None,
        code => {
            let read = ProcedureCode::parse(code);
            Some(read.map_err(|_| fault("desk_apology_fault_procedure"))?)
        }
    };
    let day = |name: &str| match value(fields, name) {
        "" => Ok(None),
        day => Date::parse(day).map(Some).map_err(|_| fault("desk_apology_fault_day")),
    };
    let failing = Failing::parse(value(fields, "loi"));
    let apology = Apology {
        agency: agency.clone(),
        file: file.masked(),
        hash: file.hash(&asked.visit.reception.secret),
        procedure,
        failing: failing.ok_or_else(|| fault("desk_incomplete"))?,
        reason: nfc(value(fields, "ly-do")).trim().into(),
        due: day("han")?,
        new_due: day("hen-lai")?,
        matter: sixteen(value(fields, "phan-anh")),
    };
    apology.check().map_err(|error| {
        fault(match error {
            ApologyFault::Reason(ReasonFault::Personal) => "desk_apology_fault_personal",
            ApologyFault::Reason(_) => "desk_apology_fault_reason",
            ApologyFault::NoDue => "desk_apology_fault_no_due",
            ApologyFault::NewDueTooEarly => "desk_apology_fault_new_due",
        })
    })?;
    Ok(Remedy::Draft { id: asked.new_id(), apology: Box::new(apology) })
}

fn total(asked: Asked<'_>, agency: &Slug, fields: &Fields) -> Result<Remedy, Box<Returned>> {
    let month = Date::parse(&format!("{}-01", value(fields, "thang").trim()));
    let (today, _) = in_vietnam(asked.visit.now);
    let month = month.ok().filter(|month| *month <= today);
    let overdue = value(fields, "qua-han").trim().parse().ok().filter(|number| *number < 1_000_000);
    let (Some(month), Some(overdue)) = (month, overdue) else {
        let fault = asked.words().get("desk_overdue_fault").to_owned();
        return Err(Box::new(Returned::typed(fault, fields)));
    };
    Ok(Remedy::Overdue { agency: agency.clone(), month: month_number(month), overdue })
}

/// A list is taken over whole or not at all, so that what is wrong can be mended where it was made.
fn listed(asked: Asked<'_>, agency: &Slug, fields: &Fields) -> Result<Remedy, Box<Returned>> {
    let words = asked.words();
    let table = value(fields, "bang");
    let (files, faults) = read_late_files(table);
    if faults.is_empty() && !files.is_empty() {
        return Ok(Remedy::Files { agency: agency.clone(), files });
    }
    let said = |fault: &TableFault| match fault {
        TableFault::NoColumn(column) => words.fill("desk_table_column", &[("name", column.word())]),
        TableFault::File { line } => words.fill("desk_table_file", &[("n", &line.to_string())]),
        TableFault::Procedure { line, found } => {
            words.fill("desk_table_procedure", &[("n", &line.to_string()), ("found", found)])
        }
        TableFault::Day { line, column, found } => words.fill(
            "desk_table_day",
            &[("n", &line.to_string()), ("name", column.word()), ("found", found)],
        ),
        TableFault::TooLong { line } => words.fill("desk_table_long", &[("n", &line.to_string())]),
    };
    Err(Box::new(Returned {
        fault: words.get("desk_table_fault").to_owned(),
        faults: faults.iter().take(50).map(said).collect(),
        table: table.to_owned(),
        ..Returned::default()
    }))
}

/// The form as it was sent.
fn typed(fields: &Fields) -> ApologyForm {
    let typed = |name| value(fields, name).to_owned();
    let failing = Choice { value: typed("loi"), name: String::new(), chosen: true };
    ApologyForm {
        open: true,
        file: typed("so"),
        masked: typed("che"),
        procedure: typed("thu-tuc"),
        failings: vec![failing],
        reason: typed("ly-do"),
        due: typed("han"),
        new_due: typed("hen-lai"),
        matter: typed("phan-anh"),
    }
}

/// The form as the address asks for it: for a matter, or for a file of the list.
fn opened(asked: Asked<'_>) -> ApologyForm {
    let parameter = |name| asked.parameter(name).unwrap_or_default();
    let matter = parameter("phan-anh");
    let matter = if sixteen(&matter).is_some() { matter } else { String::new() };
    let masked = MaskedFile::parse(&parameter("ho-so")).map(|file| file.to_string());
    let masked = masked.unwrap_or_default();
    let due = Date::parse(&parameter("han")).map(|due| due.to_string()).unwrap_or_default();
    let procedure = ProcedureCode::parse(&parameter("thu-tuc"));
    ApologyForm {
        open: !matter.is_empty() || !masked.is_empty(),
        masked,
        procedure: procedure.map(|code| code.to_string()).unwrap_or_default(),
        due,
        matter,
        ..ApologyForm::default()
    }
}

fn failings(asked: Asked<'_>, chosen: &[Choice]) -> Vec<Choice> {
    let chosen = chosen.first().map_or("late", |choice| choice.value.as_str());
    let choice = |failing: Failing| Choice {
        value: failing.word().to_owned(),
        name: asked.words().get(&format!("failing_{}", failing.word())).to_owned(),
        chosen: failing.word() == chosen,
    };
    Failing::ALL.map(choice).to_vec()
}

/// Where an apology that comes from a matter is drafted.
pub(super) fn draft_for(
    asked: Asked<'_>,
    agency: &Slug,
    matter: &[u8; 16],
    procedure: Option<&ProcedureCode>,
) -> String {
    let way = asked.href(&Way::Apologies { agency: agency.clone() });
    let code = procedure.map(|code| format!("&thu-tuc={code}")).unwrap_or_default();
    format!("{way}?phan-anh={}{code}#draft", digits(matter))
}
