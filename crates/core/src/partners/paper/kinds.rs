//! The papers of partners: one for each who was chosen, or a list of many.

use crate::documents::{
    DocumentKind, FileFormat, MadeDocument, MakeDocument, Paper, apart, export, info, named,
    together,
};
use crate::office::Cx;
use crate::partners::{
    ListPartners, certificate, merchants, partner_agreement, plaque, proof, roster, year_figures,
};
use chrono::{Datelike, NaiveDateTime};
use ground::error::{Error, Result};

/// Papers in one go, at most.
const MOST: usize = 500;

/// A list of partners as a paper, or the paper of the one who was chosen.
pub(crate) async fn paper(
    cx: &mut Cx<'_>,
    args: &MakeDocument,
    made: NaiveDateTime,
) -> Result<Paper> {
    let list = || ListPartners {
        page: storage::Paging::default(),
        ..args.partners.clone().unwrap_or_default()
    };
    let (name, document) = match args.kind {
        DocumentKind::PartnerRoster => roster(cx, list(), made).await?,
        DocumentKind::MerchantList => merchants(cx, list(), made).await?,
        DocumentKind::PartnerYear => {
            let year = args.year.unwrap_or_else(|| i64::from(cx.today().year()));
            year_figures(cx, year, args.community_id.clone(), made).await?
        }
        _ => {
            let only = chosen(args)?.first().cloned();
            return of_one(cx, args, named("partner_ids", &only)?, made).await;
        }
    };
    Ok(Paper::new(name, document))
}

async fn of_one(
    cx: &mut Cx<'_>,
    args: &MakeDocument,
    id: &str,
    made: NaiveDateTime,
) -> Result<Paper> {
    let (name, document) = match args.kind {
        DocumentKind::PartnerCertificate => certificate(cx, id, made).await?,
        DocumentKind::PartnerPlaque => plaque(cx, id, made).await?,
        DocumentKind::PartnerAgreement => partner_agreement(cx, id, made).await?,
        _ => proof(cx, id, (args.from, args.to), made).await?,
    };
    Ok(Paper::new(name, document))
}

fn chosen(args: &MakeDocument) -> Result<&[String]> {
    match args.partner_ids.as_deref() {
        None | Some([]) => Err(Error::invalid("partner_ids", "请先选择合伙人。")),
        Some(ids) if ids.len() > MOST => Err(Error::invalid(
            "partner_ids",
            format!("一次最多生成 {MOST} 份，请分几次生成。"),
        )),
        Some(ids) => Ok(ids),
    }
}

/// The same paper for each who was chosen: one file with a bookmark for each, or a file for each.
///
/// # Errors
/// As for one; the first who cannot have the paper is named.
pub(crate) async fn make(
    cx: &mut Cx<'_>,
    args: &MakeDocument,
    made: NaiveDateTime,
) -> Result<MadeDocument> {
    let ids = chosen(args)?;
    let mut papers = Vec::with_capacity(ids.len());
    for id in ids {
        papers.push(of_one(cx, args, id, made).await?);
    }
    let format = args.format.unwrap_or_default();
    let several = papers.len();
    match papers.pop() {
        Some(only) if several == 1 => export(cx, only, format).await,
        Some(last) => {
            papers.push(last);
            if format == FileFormat::Docx {
                return Err(Error::invalid(
                    "format",
                    "多份一起只能生成 PDF；需要修改的请单独生成 Word 文件。",
                ));
            }
            let name = format!("{}（{several}份）", args.kind.chinese());
            if format == FileFormat::Zip {
                apart(cx, &name, &papers).await
            } else {
                let author = papers.first().map(|paper| &*paper.document.info.author);
                let subject = "城市社区合伙人";
                let info = info(&name, author.unwrap_or_default(), subject, made, "partners");
                let named = papers.iter().map(|paper| (&*paper.name, paper));
                together(cx, &name, named, &info).await
            }
        }
        None => Err(Error::invalid("partner_ids", "请先选择合伙人。")),
    }
}
