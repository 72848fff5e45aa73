//! What letters about one committee's matters share: issuer, form and signature.

use super::{fill, info, page_options};
use crate::committees::{Committee, all_committees};
use crate::office::Cx;
use crate::settings::{IssuingBody, Rules, rules};
use crate::units::Relation;
use crate::wording::WordingKind;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Colophon, Document, Format, Signature};
use ground::error::Result;

/// The committee in whose name a letter goes out, with the body that signs it.
pub(crate) struct Sender {
    pub committee: Committee,
    pub issuer: Option<IssuingBody>,
    pub rules: Rules,
}

/// Reads a committee within this person's reach.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub(crate) async fn sender(cx: &mut Cx<'_>, committee: &str) -> Result<Sender> {
    cx.allow_committee(committee)?;
    let committee: Committee = cx.tx.get(committee).await?;
    let issuer = match &committee.issuing_body_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    Ok(Sender {
        committee,
        issuer,
        rules: rules(cx).await?,
    })
}

/// Who signs for a community, or for the street where none is named; none where that committee is
/// beyond this person's reach or not there.
///
/// # Errors
/// None of its own.
pub(crate) async fn sender_of_community(
    cx: &mut Cx<'_>,
    community: Option<&str>,
) -> Result<Option<Sender>> {
    let committees = all_committees(&mut cx.tx).await?;
    let of = committees
        .into_iter()
        .find(|committee| committee.community_id.as_deref() == community);
    match of {
        Some(committee) if cx.session.may_see(&committee.id) => {
            Ok(Some(sender(cx, &committee.id).await?))
        }
        _ => Ok(None),
    }
}

/// Whether a letter goes to an equal (信函格式) or to a body the street directs (公文格式).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Equal,
    Directing,
}

impl Tone {
    /// Only what belongs to the street is directed.
    pub fn towards(relation: Relation) -> Self {
        match relation {
            Relation::Subordinate => Self::Directing,
            Relation::Partner | Relation::Vertical | Relation::External => Self::Equal,
        }
    }
}

impl Sender {
    /// Whose name stands under the letter.
    pub fn name(&self) -> String {
        self.issuer.as_ref().map_or_else(
            || self.committee.name.clone(),
            |body| body.full_name.clone(),
        )
    }

    /// `（联系人：刘静　电话：……）` without its brackets.
    pub fn contact(&self) -> Option<String> {
        let committee = &self.committee;
        let known = [
            ("联系人", &committee.recorder_name),
            ("电话", &committee.contact),
        ];
        let known = known.into_iter().filter(|(_, text)| !text.is_empty());
        let parts: Vec<String> = known
            .map(|(label, text)| format!("{label}：{text}"))
            .collect();
        (!parts.is_empty()).then(|| parts.join("　"))
    }

    /// A letter without its body; without an issuing body it carries no red mark. One that directs
    /// closes with its 版记, which 信函格式 leaves out.
    pub fn letter(
        &self,
        title: String,
        to: &str,
        tone: Tone,
        record: &str,
        made: NaiveDateTime,
    ) -> Document {
        let format = match (&self.issuer, tone) {
            (None, _) => Format::Plain,
            (Some(_), Tone::Equal) => Format::Letter,
            (Some(_), Tone::Directing) => Format::Notice,
        };
        let mark = match tone {
            Tone::Directing => WordingKind::MarkNotice,
            Tone::Equal => WordingKind::MarkLetter,
        };
        let mark = |body: &IssuingBody| fill(&self.rules, mark, &[("发文机关", &body.full_name)]);
        Document {
            format,
            mark: self.issuer.as_ref().map(mark),
            addressee: (!to.is_empty()).then(|| to.to_owned()),
            signature: Some(self.signature(made.date())),
            annotation: self.contact(),
            colophon: match tone {
                Tone::Directing => self.colophon(Vec::new(), made.date()),
                Tone::Equal => None,
            },
            page: page_options(&self.rules),
            info: info(&title, &self.name(), &title, made, record),
            title,
            ..Document::default()
        }
    }

    /// 版记, where the office prints one and a body issues the paper.
    pub fn colophon(&self, copies: Vec<String>, printed_on: NaiveDate) -> Option<Colophon> {
        let body = self.issuer.as_ref().filter(|_| self.rules.colophon)?;
        Some(Colophon {
            distribution_label: "抄送".into(),
            distribution: copies,
            printer: body.full_name.clone(),
            printed_on,
        })
    }

    fn signature(&self, date: NaiveDate) -> Signature {
        Signature {
            body: self.name(),
            date,
            sealed: self.issuer.is_some(),
        }
    }
}
