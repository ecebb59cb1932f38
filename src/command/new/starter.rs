//! The sample that a new site begins with: one commune, one counter, one procedure, one survey. It stands in the program
//! itself, so that it can be had on a machine without a network, and is as small as a whole site can be.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::write_new;
use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::outside;
use crate::content::{schema_kinds, schema_of};
use crate::diagnostic::Tongue;

/// What is asked of a procedure by law, as the sample of the sources has it.
const REQUIRED: &str = include_str!("../../../site-content/law/required-parts.yaml");

/// A file of the sample: its name, in Vietnamese, in English.
type Sampled = (&'static str, &'static str, &'static str);

const FILES: [Sampled; 8] = [
    ("site.yaml", include_str!("vi/site.yaml"), include_str!("en/site.yaml")),
    ("fields.yaml", include_str!("vi/fields.yaml"), include_str!("en/fields.yaml")),
    ("law/required-parts.yaml", REQUIRED, REQUIRED),
    ("agencies/xa-mau/agency.yaml", include_str!("vi/agency.yaml"), include_str!("en/agency.yaml")),
    (
        "agencies/xa-mau/counters.yaml",
        include_str!("vi/counters.yaml"),
        include_str!("en/counters.yaml"),
    ),
    (
        "procedures/ho-tich/1.000001.yaml",
        include_str!("vi/1.000001.yaml"),
        include_str!("en/1.000001.yaml"),
    ),
    ("surveys/nhanh.yaml", include_str!("vi/survey.yaml"), include_str!("en/survey.yaml")),
    ("pages/gioi-thieu.md", include_str!("vi/about.md"), include_str!("en/about.md")),
];

/// Puts the sample into an empty folder.
pub(super) fn make(common: &Common, folder: Option<&Path>) -> anyhow::Result<Done> {
    let site = match folder {
        Some(folder) => {
            refuse_full(common, folder)?;
            folder.join("site-content")
        }
        None => common.site.clone(),
    };
    refuse_full(common, &site)?;
    for (name, vietnamese, english) in FILES {
        let text = match common.lang {
            Tongue::Vietnamese => vietnamese,
            Tongue::English => english,
        };
        write_new(&site.join(name), text)?;
    }
    for kind in schema_kinds() {
        let Some(schema) = schema_of(kind) else { continue };
        let text = serde_json::to_string_pretty(schema)? + "\n";
        write_new(&site.join(".schema").join(format!("{kind}.json")), &text)?;
    }
    let go = folder.map(|folder| format!("  cd {}\n", folder.display())).unwrap_or_default();
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!(
            "Trang mẫu nằm trong {}. Việc tiếp theo:\n{go}  niemyet serve --watch         xem trang, sửa tới đâu thấy tới \
             đó\n  niemyet codes assign --trial  cấp mã thử cho quầy\n  niemyet new procedure MÃ      thêm một thủ tục",
            site.display()
        ),
        Tongue::English => format!(
            "The sample lies in {}. What comes next:\n{go}  niemyet serve --watch         see the site change as you \
             write\n  niemyet codes assign --trial  mint a code for the counter, for trial\n  niemyet new procedure CODE    \
             add a procedure",
            site.display()
        ),
    });
    Ok(Done::Fine)
}

/// A folder with anything in it is somebody's.
fn refuse_full(common: &Common, folder: &Path) -> anyhow::Result<()> {
    let list = match fs::read_dir(folder) {
        Ok(list) => list,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", folder.display())),
    };
    if list.count() > 0 {
        bail!(match common.lang {
            Tongue::Vietnamese => {
                format!("{} không trống; hãy chọn một thư mục trống hoặc chưa có", folder.display())
            }
            Tongue::English => {
                format!(
                    "{} is not empty; choose a folder that is, or that is not there yet",
                    folder.display()
                )
            }
        });
    }
    Ok(())
}
