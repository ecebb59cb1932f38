//! The publication that the last release carries.

use anyhow::{Context, bail};

use crate::command::build::release_folder;
use crate::command::flags::Common;
use crate::diagnostic::Tongue;
use crate::publication::Publication;
use crate::publication::carried::carried;
use crate::release::{Coding, Folder, OpenRelease};
use crate::site::{CONTENT_GROUND, CONTENT_PACKS};

/// Reads what the last release carries of its content.
pub(super) fn read(common: &Common) -> anyhow::Result<Publication> {
    let folder = release_folder(common);
    let Ok(release) = Folder::new(folder.clone()).open_current() else {
        bail!(none(common.lang, &folder.display().to_string()));
    };
    let Some(ground) = bytes(&release, CONTENT_GROUND) else { bail!(older(common.lang)) };
    let names = release.index().entries().filter_map(|view| {
        let path = view.to_entry().path;
        path.starts_with(CONTENT_PACKS).then_some(path)
    });
    let packs: Vec<_> = names.filter_map(|name| bytes(&release, &name)).collect();
    let read = carried(&ground, packs.iter().map(Vec::as_slice));
    read.with_context(|| format!("reading the release in {}", folder.display()))
}

fn bytes(release: &OpenRelease, name: &str) -> Option<Vec<u8>> {
    let view = release.index().internal(name)?;
    let body = view.bodies.get(Coding::Identity)?;
    Some(release.body(body)?.to_vec())
}

fn none(tongue: Tongue, folder: &str) -> String {
    match tongue {
        Tongue::Vietnamese => format!(
            "chưa có bản phát hành trong {folder}; chạy `niemyet build` trước, hoặc ghi rõ hai bên cần so sánh"
        ),
        Tongue::English => format!(
            "there is no release in {folder}; run `niemyet build` first, or name the two sides"
        ),
    }
}

fn older(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vietnamese => {
            "bản phát hành này do một phiên bản cũ của niemyet dựng, chưa kèm nội dung; dùng git:HEAD để so sánh"
        }
        Tongue::English => {
            "this release was built by an older niemyet and carries no content; compare with git:HEAD"
        }
    }
}
