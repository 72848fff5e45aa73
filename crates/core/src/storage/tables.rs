//! Every table whose records the change log follows.

use super::record::{Record, Table};
use crate::{
    agreements, assignments, buildings, committees, documents, lists, meetings, partners, ratings,
    registers, returns, rota, settings, units, users,
};

/// All of them.
pub(crate) const ALL: &[&Table] = &[
    users::User::TABLE,
    settings::OfficeProfile::TABLE,
    settings::IssuingBody::TABLE,
    settings::CalendarYear::TABLE,
    settings::Counter::TABLE,
    committees::Community::TABLE,
    committees::Committee::TABLE,
    committees::CommitteeMember::TABLE,
    buildings::Compound::TABLE,
    buildings::Building::TABLE,
    buildings::Stairwell::TABLE,
    units::Unit::TABLE,
    units::UnitName::TABLE,
    units::Membership::TABLE,
    rota::Turn::TABLE,
    meetings::Meeting::TABLE,
    meetings::MeetingItem::TABLE,
    meetings::Attendance::TABLE,
    meetings::Minutes::TABLE,
    meetings::Attachment::TABLE,
    assignments::Assignment::TABLE,
    assignments::Progress::TABLE,
    documents::IssuedPaper::TABLE,
    documents::IssuedModel::TABLE,
    ratings::RatingScheme::TABLE,
    ratings::RatingPeriod::TABLE,
    ratings::RatingEntry::TABLE,
    ratings::ScoreSheet::TABLE,
    ratings::Publication::TABLE,
    ratings::RatingResult::TABLE,
    ratings::RatingFlag::TABLE,
    ratings::Selection::TABLE,
    ratings::Nominee::TABLE,
    lists::Resource::TABLE,
    lists::Need::TABLE,
    lists::Claim::TABLE,
    lists::Project::TABLE,
    agreements::Agreement::TABLE,
    agreements::AgreementReport::TABLE,
    partners::Partner::TABLE,
    partners::Service::TABLE,
    partners::ServiceShare::TABLE,
    registers::ImportMapping::TABLE,
    returns::MonthlyReturn::TABLE,
];

/// Tables of what was published or sent, each with what to do instead: what stands in them is never
/// taken back, only followed by another.
pub(crate) const PUBLISHED: &[(&Table, &str)] = &[
    (
        ratings::Publication::TABLE,
        "已发布的结果不能撤销；确需改动请用“更正”，发布新的一版。",
    ),
    (
        documents::IssuedPaper::TABLE,
        "文号给出后不能收回，发文登记不能撤销；发错的请打开文书选“作废”再重新发文，会议通知请用“延期”或“取消”。",
    ),
];

/// Tables of what an import keeps for itself, beside what it brings in.
pub(crate) const BESIDE: &[&Table] = &[
    settings::Counter::TABLE,
    registers::ImportMapping::TABLE,
    returns::MonthlyReturn::TABLE,
];

/// Tables of running numbers.
pub(crate) const COUNTERS: &[&Table] = &[settings::Counter::TABLE];

/// Tables of records that carry a running number, which is given once.
pub(crate) const NUMBERED: &[&Table] = &[meetings::Meeting::TABLE, partners::Partner::TABLE];

/// Whether a name in the log is of one of these tables.
pub(crate) fn is_one_of(tables: &[&Table], name: &str) -> bool {
    tables.iter().any(|table| table.name == name)
}

/// The table of a name that stands in the log.
pub(crate) fn by_name(name: &str) -> Option<&'static Table> {
    ALL.iter().find(|table| table.name == name).copied()
}
