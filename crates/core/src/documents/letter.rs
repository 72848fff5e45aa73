//! What letters about one committee's matters share: issuer, form and signature.

use super::{fill, info, page_options};
use crate::settings::{IssuingBody, Rules};
use crate::wording::WordingKind;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Colophon, Document, Format, Signature};

/// In whose name a letter goes out, and whom to ask about it.
pub(crate) struct Letterhead {
    /// Who sends it; the name under it where no body issues it.
    pub sender: String,
    /// 联系人; empty when not known.
    pub contact: String,
    /// Their telephone; empty when not known.
    pub telephone: String,
    /// The body that signs it.
    pub issuer: Option<IssuingBody>,
    pub rules: Rules,
}

/// Whether a letter goes to an equal (信函格式) or to a body the street directs (公文格式).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Equal,
    Directing,
}

impl Letterhead {
    /// Whose name stands under the letter.
    pub fn name(&self) -> String {
        self.issuer
            .as_ref()
            .map_or_else(|| self.sender.clone(), |body| body.full_name.clone())
    }

    /// `（联系人：刘静　电话：……）` without its brackets.
    pub fn contact(&self) -> Option<String> {
        let known = [("联系人", &self.contact), ("电话", &self.telephone)];
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
            // A 大党委 has no seal; only the body that signs for it leaves room for one.
            sealed: self.issuer.is_some(),
        }
    }
}
