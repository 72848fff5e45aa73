//! The calendar of the office: months, dates as precise as they were written, and working days.
//!
//! Pure: no clock and no storage. Year packs come in as data, so that an office can add the next
//! year's holidays on the day they are published; a year without a pack is
//! [`NotPublished`], never guessed.

mod chinese;
mod fuzzy;
mod later;
mod month;
mod pack;
mod parse;
mod quarter;
mod working;

pub use chinese::{NUMERALS, chinese_date, chinese_number, chinese_weekday};
pub use fuzzy::{DatePrecision, FuzzyDate};
pub use later::later;
pub use month::{Month, MonthError};
pub use pack::{DaysOff, PackError, YearPack, shipped_packs};
pub use parse::{DateError, FIRST_YEAR, LAST_YEAR, from_excel_serial, parse_date};
pub use quarter::{Quarter, QuarterError};
pub use working::{DueOnDayOff, NotPublished, WorkingCalendar};
