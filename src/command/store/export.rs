//! `niemyet store export`: what was kept, out again.

use std::io::{BufWriter, Cursor, Seek, Write, stdout};
use std::path::Path;

use anyhow::{Context, bail, ensure};

use super::arguments::{ExportArguments, Exported, RatingsFormat};
use super::{dictionary, export_matters};
use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::outside;
use crate::diagnostic::Tongue;
use crate::store::{CsvTable, JsonLines, Masking, NewFile, Store, StoreError, XlsxBook};

pub(super) fn run(
    common: &Common,
    store: &dyn Store,
    arguments: &ExportArguments,
) -> anyhow::Result<Done> {
    refuse_misplaced_flags(common, arguments)?;
    if arguments.of != Exported::Ratings && arguments.with_personal {
        export_matters::note(store, arguments)?;
    }
    let done = match &arguments.to {
        Some(path) => to_file(common, store, arguments, path),
        None => to_standard_output(common, store, arguments),
    };
    done.context(match common.lang {
        Tongue::Vietnamese => "không xuất được dữ liệu",
        Tongue::English => "exporting",
    })?;
    if arguments.with_marked || arguments.with_personal {
        outside::note(match common.lang {
            Tongue::Vietnamese => {
                "Lưu ý: bản xuất có dữ liệu cá nhân; không công bố, xóa khi dùng xong."
            }
            Tongue::English => {
                "Note: the export holds personal data; do not publish it, delete it after use."
            }
        });
    }
    Ok(Done::Fine)
}

fn to_file(
    common: &Common,
    store: &dyn Store,
    arguments: &ExportArguments,
    path: &Path,
) -> anyhow::Result<()> {
    let writing = || match common.lang {
        Tongue::Vietnamese => format!("không ghi được {} (xem đĩa và quyền ghi)", path.display()),
        Tongue::English => format!("cannot write {} (see the disk and its rights)", path.display()),
    };
    let mut file = NewFile::beside(path).with_context(writing)?;
    match arguments.format {
        RatingsFormat::Xlsx => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = folder.unwrap_or(Path::new("."));
            book(common, store, arguments, folder, BufWriter::new(file.file()))?;
        }
        RatingsFormat::Csv | RatingsFormat::Json => {
            text(store, arguments, BufWriter::new(&mut file))?;
        }
    }
    file.place().with_context(writing)
}

fn to_standard_output(
    common: &Common,
    store: &dyn Store,
    arguments: &ExportArguments,
) -> anyhow::Result<()> {
    let written = match arguments.format {
        RatingsFormat::Xlsx if outside::wants_colour() => bail!(match common.lang {
            Tongue::Vietnamese =>
                "bảng tính không hiện được trên màn hình; hãy ghi ra tệp bằng --to",
            Tongue::English => "a workbook cannot be shown on a terminal; name a file with --to",
        }),
        RatingsFormat::Xlsx => {
            let mut bytes = Cursor::new(Vec::new());
            // The data folder is closed to others, unlike the system's folder for passing files.
            book(common, store, arguments, &common.data, &mut bytes)?;
            stdout().lock().write_all(bytes.get_ref()).map_err(StoreError::Export)
        }
        RatingsFormat::Csv | RatingsFormat::Json => {
            text(store, arguments, BufWriter::new(stdout().lock()))
        }
    };
    match written {
        // The reader of the pipe has seen enough.
        Err(StoreError::Export(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

fn masking(arguments: &ExportArguments) -> Masking {
    if arguments.with_marked { Masking::Reviewed } else { Masking::Masked }
}

fn text(store: &dyn Store, arguments: &ExportArguments, to: impl Write) -> Result<(), StoreError> {
    if arguments.of != Exported::Ratings {
        return export_matters::text(store, arguments, to);
    }
    let masking = masking(arguments);
    if arguments.format == RatingsFormat::Json {
        let mut lines = JsonLines::start(to, masking);
        store.export(&mut |rating| lines.add(&rating))?;
        return lines.finish();
    }
    let mut table = CsvTable::start(to, masking, !arguments.no_bom)?;
    store.export(&mut |rating| table.add(&rating))?;
    table.finish()
}

fn book(
    common: &Common,
    store: &dyn Store,
    arguments: &ExportArguments,
    folder: &Path,
    to: impl Write + Seek + Send,
) -> anyhow::Result<()> {
    let dictionary = dictionary::of_content(common)?;
    if arguments.of != Exported::Ratings {
        return Ok(export_matters::book(store, arguments, folder, &dictionary, to)?);
    }
    let mut book = XlsxBook::start(folder, masking(arguments))?;
    store.export(&mut |rating| book.add(&rating))?;
    Ok(book.finish(&dictionary, to)?)
}

/// Each of the two flags is about one kind of data: what was meant is not guessed where personal data is at stake.
fn refuse_misplaced_flags(common: &Common, arguments: &ExportArguments) -> anyhow::Result<()> {
    let of_ratings = arguments.of == Exported::Ratings;
    ensure!(
        !(of_ratings && arguments.with_personal || !of_ratings && arguments.with_marked),
        match common.lang {
            Tongue::Vietnamese =>
                "--with-marked dùng cho đánh giá, --with-personal dùng cho phản ánh, tin báo (--of matters, matter-log)",
            Tongue::English =>
                "--with-marked is for ratings, --with-personal for petitions and reports (--of matters, matter-log)",
        }
    );
    Ok(())
}
