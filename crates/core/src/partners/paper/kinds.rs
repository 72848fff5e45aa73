//! The papers of partners, as they are declared: one for each who was chosen, or a list of many.

use super::proof::Span;
use super::{agreement, certificate, merchants, plaque, proof, roster, year_figures};
use crate::api::Answer;
use crate::documents::{
    FileFormat, MadeDocument, Paper, PaperOfYear, apart, export, info, together,
};
use crate::office::Cx;
use crate::papers;
use crate::partners::ListPartners;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::Document;
use ground::error::{Error, Result};
use serde::Deserialize;
use ts_rs::TS;

papers! {
    900 File "partner_certificate" "聘书" "partner" certificates(PaperOfPartners);
    910 File "partner_plaque" "授牌" "partner" plaques(PaperOfPartners);
    920 File "partner_agreement" "合作协议" "partner" agreements(PaperOfPartners);
    930 Paper "partner_roster" "合伙人名册" "partners" rosters(PartnerListPaper);
    940 File "service_proof" "服务记录证明" "partner" proofs(ServiceProofPaper);
    950 Paper "partner_year" "年度服务统计" "year" year(PartnerYearPaper);
    960 Paper "merchant_list" "暖心商户联盟名单" "partners" merchant_list(PartnerListPaper);
}

/// Papers in one go, at most.
const MOST: usize = 500;

/// The partners that a paper is made for, each.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperOfPartners {
    /// The partners.
    #[ts(as = "Vec<String>")]
    pub partner_ids: Option<Vec<String>>,
}

/// What proofs of service are made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ServiceProofPaper {
    /// The partners.
    #[ts(as = "Vec<String>")]
    pub partner_ids: Option<Vec<String>>,
    /// The first day of what is proved; the year's when not said.
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// The last day of what is proved; today when not said.
    #[ts(optional)]
    pub to: Option<NaiveDate>,
}

/// Which partners a list names.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PartnerListPaper {
    /// As a list on screen shows them; all when not said.
    #[ts(optional)]
    pub partners: Option<ListPartners>,
}

/// What a year's figures are made from.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PartnerYearPaper {
    /// The year; this year when not said.
    #[ts(optional)]
    pub year: Option<i64>,
    /// The community; all within reach when not said.
    #[ts(optional)]
    pub community_id: Option<String>,
}

impl PartnerListPaper {
    /// The whole list, not a page of it.
    fn whole(self) -> ListPartners {
        ListPartners {
            // From the first row on, wherever the window has turned its pages to.
            page: storage::Paging::default(),
            ..self.partners.unwrap_or_default()
        }
    }
}

async fn rosters(cx: &mut Cx<'_>, args: PartnerListPaper, made: NaiveDateTime) -> Result<Paper> {
    let (name, document) = roster(cx, args.whole(), made).await?;
    Ok(Paper::new(name, document))
}

async fn merchant_list(
    cx: &mut Cx<'_>,
    args: PartnerListPaper,
    made: NaiveDateTime,
) -> Result<Paper> {
    let (name, document) = merchants(cx, args.whole(), made).await?;
    Ok(Paper::new(name, document))
}

async fn year(cx: &mut Cx<'_>, args: PartnerYearPaper, made: NaiveDateTime) -> Result<Paper> {
    let year = PaperOfYear { year: args.year }.year(cx);
    let (name, document) = year_figures(cx, year, args.community_id, made).await?;
    Ok(Paper::new(name, document))
}

async fn certificates(
    cx: &mut Cx<'_>,
    args: PaperOfPartners,
    format: FileFormat,
    made: NaiveDateTime,
) -> Result<MadeDocument> {
    let each = Each::new("聘书", |cx, id, _, made| {
        Box::pin(certificate(cx, id, made))
    });
    each.make(cx, args.partner_ids, format, made).await
}

async fn plaques(
    cx: &mut Cx<'_>,
    args: PaperOfPartners,
    format: FileFormat,
    made: NaiveDateTime,
) -> Result<MadeDocument> {
    let each = Each::new("授牌", |cx, id, _, made| Box::pin(plaque(cx, id, made)));
    each.make(cx, args.partner_ids, format, made).await
}

async fn agreements(
    cx: &mut Cx<'_>,
    args: PaperOfPartners,
    format: FileFormat,
    made: NaiveDateTime,
) -> Result<MadeDocument> {
    let each = Each::new("合作协议", |cx, id, _, made| {
        Box::pin(agreement(cx, id, made))
    });
    each.make(cx, args.partner_ids, format, made).await
}

async fn proofs(
    cx: &mut Cx<'_>,
    args: ServiceProofPaper,
    format: FileFormat,
    made: NaiveDateTime,
) -> Result<MadeDocument> {
    let each = Each {
        span: (args.from, args.to),
        ..Each::new("服务记录证明", |cx, id, span, made| {
            Box::pin(proof(cx, id, span, made))
        })
    };
    each.make(cx, args.partner_ids, format, made).await
}

/// Makes the paper of one partner: its file's name, and what stands in it.
type OfOne =
    for<'c, 'a> fn(&'c mut Cx<'a>, &'c str, Span, NaiveDateTime) -> Answer<'c, (String, Document)>;

/// The same paper for each who was chosen.
struct Each {
    name: &'static str,
    of_one: OfOne,
    span: Span,
}

impl Each {
    fn new(name: &'static str, of_one: OfOne) -> Self {
        Self {
            name,
            of_one,
            span: (None, None),
        }
    }

    /// One file with a bookmark for each, or a file for each.
    ///
    /// # Errors
    /// As for one; the first who cannot have the paper is named.
    async fn make(
        &self,
        cx: &mut Cx<'_>,
        partners: Option<Vec<String>>,
        format: FileFormat,
        made: NaiveDateTime,
    ) -> Result<MadeDocument> {
        let mut papers = self.papers(cx, &chosen(partners)?, made).await?;
        let several = papers.len();
        match papers.pop() {
            Some(only) if several == 1 => return export(cx, only, format).await,
            last => papers.extend(last),
        }
        if format == FileFormat::Docx {
            return Err(Error::invalid(
                "format",
                "多份一起只能生成 PDF；需要修改的请单独生成 Word 文件。",
            ));
        }
        let name = format!("{}（{several}份）", self.name);
        if format == FileFormat::Zip {
            return apart(cx, &name, &papers).await;
        }
        let author = papers.first().map(|paper| &*paper.document.info.author);
        let subject = "城市社区合伙人";
        let info = info(&name, author.unwrap_or_default(), subject, made, "partners");
        let named = papers.iter().map(|paper| (&*paper.name, paper));
        together(cx, &name, named, &info).await
    }

    async fn papers(
        &self,
        cx: &mut Cx<'_>,
        ids: &[String],
        made: NaiveDateTime,
    ) -> Result<Vec<Paper>> {
        let mut papers = Vec::with_capacity(ids.len());
        for id in ids {
            let (name, document) = (self.of_one)(cx, id, self.span, made).await?;
            papers.push(Paper::new(name, document));
        }
        Ok(papers)
    }
}

fn chosen(partners: Option<Vec<String>>) -> Result<Vec<String>> {
    let ids = partners.unwrap_or_default();
    if ids.is_empty() {
        return Err(Error::invalid("partner_ids", "请先选择合伙人。"));
    }
    if ids.len() > MOST {
        let told = format!("一次最多生成 {MOST} 份，请分几次生成。");
        return Err(Error::invalid("partner_ids", told));
    }
    Ok(ids)
}
