//! What was found wrong or passed over while reading, by cell.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One cell and what is to be said about it: a fault to correct, or a silent correction told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fault {
    /// Name of the sheet.
    pub sheet: String,
    /// Row number as Excel shows it, from 1.
    pub row: u32,
    /// Column letters as Excel shows them.
    pub column: String,
    /// Heading of the column, such as `联络员/手机号`.
    pub heading: String,
    /// One Chinese sentence: what is wrong and what to do.
    pub reason: String,
}

/// A row that holds no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Skipped {
    /// Row number as Excel shows it, from 1.
    pub row: u32,
    /// Why it was passed over.
    pub reason: SkipReason,
    /// The first text of the row.
    pub text: String,
}

/// Why a row below the header is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// Nothing in any declared column (空行).
    Blank,
    /// A row of sums (合计、小计、总计).
    Total,
    /// Names of those who filled in or checked the sheet (审核人、填表人), or a note.
    Signature,
    /// The header printed again.
    RepeatedHeader,
    /// The example row of a template (示例).
    Example,
}
