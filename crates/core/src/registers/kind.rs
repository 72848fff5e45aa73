use super::model::RegisterInfo;
use super::plan::Importer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A register that goes through Excel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterKind {
    /// 社区.
    Communities,
    /// 委员.
    Members,
    /// 成员单位和席位.
    Units,
    /// 小区楼栋, with 两长三员.
    Buildings,
    /// 合伙人.
    Partners,
    /// 服务记录.
    Services,
    /// 交办事项.
    Assignments,
    /// 节假日.
    Holidays,
    /// 期初轮值和编号.
    Opening,
    /// 共建协议.
    Agreements,
    /// 流动小红旗.
    Flags,
}

impl RegisterKind {
    /// All of them, in the order the import screen offers them.
    pub const ALL: [Self; 11] = [
        Self::Units,
        Self::Communities,
        Self::Members,
        Self::Buildings,
        Self::Assignments,
        Self::Agreements,
        Self::Partners,
        Self::Services,
        Self::Flags,
        Self::Holidays,
        Self::Opening,
    ];

    /// What an office brings along in mid-year, in the order it is imported.
    pub(crate) const OPENING: [Self; 7] = [
        Self::Units,
        Self::Communities,
        Self::Members,
        Self::Opening,
        Self::Assignments,
        Self::Agreements,
        Self::Flags,
    ];

    /// The name it has in commands and files.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Communities => "communities",
            Self::Members => "members",
            Self::Units => "units",
            Self::Buildings => "buildings",
            Self::Partners => "partners",
            Self::Services => "services",
            Self::Assignments => "assignments",
            Self::Holidays => "holidays",
            Self::Opening => "opening",
            Self::Agreements => "agreements",
            Self::Flags => "flags",
        }
    }
}

/// Does something with the register of a kind, as the type that declares it. Futures go to the heap, so
/// that a call's stack does not grow with the number of registers.
macro_rules! with_register {
    ($kind:expr, |$register:ident| $run:expr) => {
        match $kind {
            RegisterKind::Communities => {
                type $register = $crate::committees::CommunitySheet;
                $run
            }
            RegisterKind::Members => {
                type $register = $crate::committees::MemberSheet;
                $run
            }
            RegisterKind::Units => {
                type $register = $crate::units::UnitLedger;
                $run
            }
            RegisterKind::Partners => {
                type $register = $crate::partners::PartnerRegister;
                $run
            }
            RegisterKind::Services => {
                type $register = $crate::partners::ServiceSheet;
                $run
            }
            RegisterKind::Assignments => {
                type $register = $crate::assignments::AssignmentSheet;
                $run
            }
            RegisterKind::Holidays => {
                type $register = $crate::settings::HolidaySheet;
                $run
            }
            RegisterKind::Buildings => {
                type $register = $crate::buildings::BuildingLedger;
                $run
            }
            RegisterKind::Opening => {
                type $register = $crate::opening::OpeningSheet;
                $run
            }
            RegisterKind::Agreements => {
                type $register = $crate::agreements::AgreementSheet;
                $run
            }
            RegisterKind::Flags => {
                type $register = $crate::ratings::FlagSheet;
                $run
            }
        }
    };
}
pub(super) use with_register;

impl RegisterKind {
    /// What the import screen shows of it.
    pub(super) fn info(self) -> RegisterInfo {
        let info = with_register!(self, |R| <R as Importer>::INFO);
        RegisterInfo {
            register: self,
            title: info.thing.to_owned(),
            note: info.note.to_owned(),
            exports: info.exports,
        }
    }
}
