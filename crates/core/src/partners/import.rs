//! Import of a partner register: compare first, write only when asked.
//!
//! Preview and apply work from the same comparison, so what was shown is what is done. A cell that
//! is empty in the sheet never empties what is kept.

mod fields;
mod matching;
mod numbers;
mod register;
mod rows;
mod words;

use super::commands::{community_names, whole_reach};
use super::{ListPartners, Partner, store};
use crate::office::Cx;
use crate::registers::{Names, properties};
use ground::error::Result;
use ground::files::FileRef;

pub(crate) use register::PartnerRegister;
pub use register::write_partners;
pub(super) use words::WHOLE_STREET;

/// `partners.export`: the partners a list shows, most of every phone hidden.
pub async fn export(cx: &mut Cx<'_>, args: ListPartners) -> Result<FileRef> {
    let partners = every(cx, args).await?;
    written(cx, partners, false, "合伙人登记表.xlsx").await
}

/// `partners.exportPhones`: the same with whole phones, with a line in the log that says who asked.
pub async fn export_phones(cx: &mut Cx<'_>, args: ListPartners) -> Result<FileRef> {
    let partners = every(cx, args).await?;
    cx.looked_at(format!("导出 {} 位合伙人的完整电话", partners.len()));
    let name = "合伙人登记表（含电话，内部使用）.xlsx";
    written(cx, partners, true, name).await
}

async fn written(
    cx: &mut Cx<'_>,
    partners: Vec<Partner>,
    whole_phones: bool,
    name: &str,
) -> Result<FileRef> {
    let communities = Names::new(community_names(cx).await?);
    let properties = properties(cx, "合伙人登记表");
    let making = move || write_partners(&properties, partners, communities, whole_phones);
    let bytes = cx.make(making).await??;
    Ok(cx.office.files().keep(name, bytes))
}

/// Every partner that a list shows, page by page.
pub(crate) async fn every(cx: &mut Cx<'_>, mut args: ListPartners) -> Result<Vec<Partner>> {
    let reach = whole_reach(cx).await?;
    let mut partners = Vec::new();
    args.page.limit = Some(500);
    loop {
        let page = store::page(&mut cx.tx, &args, &reach).await?;
        partners.extend(page.rows);
        args.page.after = page.next;
        if args.page.after.is_none() {
            return Ok(partners);
        }
    }
}
