//! Papers of building stars: 考评通报, 评分表, 光荣榜, 年度星级表, 评选结果. No phone and no ID number
//! stands on any of them.

mod honour;
mod kinds;
mod report;
mod selection;
mod sheets;
mod year;

use honour::honour_roll;
pub(super) use kinds::PAPERS;
pub(crate) use report::report;
pub(crate) use selection::selection;
use sheets::score_sheets;
use year::year_table;

use super::RatingPeriod;
use crate::committees::{Sender, sender_of_community};
use crate::documents::{info, page_options};
use crate::office::Cx;
use crate::settings::Rules;
use chrono::NaiveDateTime;
use gongwen::{Align, Column, ColumnWidth, Document, Format};
use ground::error::Result;
use ground::points::show;

/// The committee in whose name a period's 通报 goes out: the community's, or the street's.
pub(crate) async fn issuer(cx: &mut Cx<'_>, period: &RatingPeriod) -> Result<Option<Sender>> {
    sender_of_community(cx, period.community_id.as_deref()).await
}

/// A paper without a red mark.
fn plain(
    title: String,
    rules: &Rules,
    author: &str,
    record: &str,
    made: NaiveDateTime,
) -> Document {
    Document {
        format: Format::Plain,
        page: page_options(rules),
        info: info(&title, author, "楼栋星级", made, record),
        title,
        ..Document::default()
    }
}

fn column(title: impl Into<String>, width: ColumnWidth, align: Align) -> Column {
    Column {
        title: title.into(),
        width,
        align,
    }
}

/// A mark as printed; nothing where there is none.
fn printed(mark: Option<i64>) -> String {
    mark.map(show).unwrap_or_default()
}

/// `★★★★` for four stars.
fn stars(count: i64) -> String {
    "★".repeat(usize::try_from(count).unwrap_or_default())
}
