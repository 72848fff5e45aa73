//! How a paper takes its number: what a thing declares of it, and the series of numbers themselves.

use super::Fields;
use crate::api::Answer;
use crate::office::Cx;
use crate::settings::{IssuingBody, next_number};
use chrono::{Datelike, NaiveDate};
use ground::error::Result;

/// In whose name a paper goes out.
pub struct Issuing {
    /// The committee whose matter it is.
    pub committee_id: String,
    /// Whose series the number is of.
    pub body: IssuingBody,
}

/// The record a paper is about, from all that was given; none for one that takes no number now.
pub type About = for<'c, 'a> fn(&'c mut Cx<'a>, Fields) -> Answer<'c, Option<String>>;

/// Tells something of the record a paper is about, by its key.
pub type OfRecord<R> = for<'c, 'a> fn(&'c mut Cx<'a>, String) -> Answer<'c, R>;

/// Where a paper's number is given.
pub(super) enum Given {
    /// By `documents.issue`, in the name of whoever this tells.
    Here(OfRecord<Issuing>),
    /// By a command of the thing's own.
    Elsewhere(Elsewhere),
}

/// What is told of a paper whose number is given by a command of the thing's own.
pub struct Elsewhere {
    /// To who wants to issue it.
    pub issue: &'static str,
    /// To who wants to void it.
    pub void: &'static str,
    /// Whether it is to go out anew: what is shown then is what would go out next.
    pub anew: OfRecord<bool>,
}

/// How a paper takes a number.
pub struct Numbering {
    pub(super) about: About,
    pub(super) given: Given,
    pub(super) settled: Option<OfRecord<()>>,
    pub(super) daily: bool,
}

impl Numbering {
    /// One that `documents.issue` numbers, in whose name.
    pub const fn new(about: About, whose: OfRecord<Issuing>) -> Self {
        Self {
            about,
            given: Given::Here(whose),
            settled: None,
            daily: false,
        }
    }

    /// One that is numbered by a command of the thing's own.
    pub const fn elsewhere(about: About, elsewhere: Elsewhere) -> Self {
        Self {
            about,
            given: Given::Elsewhere(elsewhere),
            settled: None,
            daily: false,
        }
    }

    /// Refuses a paper about a matter that is settled, with `State`.
    #[must_use]
    pub const fn settled(mut self, refuse: OfRecord<()>) -> Self {
        self.settled = Some(refuse);
        self
    }

    /// It goes out again on another day, and only while its matter is not settled.
    #[must_use]
    pub const fn daily(mut self) -> Self {
        self.daily = true;
        self
    }
}

/// The next 发文字号 of an issuing body: `云溪街〔2026〕5号`. Its starting number counts in the
/// first year only; every other year begins at 1.
pub(crate) async fn next_document_number(
    cx: &mut Cx<'_>,
    body: &IssuingBody,
    date: NaiveDate,
) -> Result<String> {
    let (series, year) = (format!("document:{}:", body.id), date.year());
    // The year ends a counter's key, so keys of a series stand in the order of their years.
    let earlier = "SELECT COUNT(*) FROM counter WHERE id >= $1 AND id < $2";
    let this = format!("{series}{year}");
    let earlier = cx
        .tx
        .number(earlier, vec![series.into(), (&this).into()])
        .await?;
    let first = if earlier > 0 { 1 } else { body.first_number };
    let number = next_number(cx, &this, first).await?;
    Ok(format!("{}〔{year}〕{number}号", body.code))
}
