//! The texts an office may put in its own words, and the fields each may name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text that papers are written with. Defaults stand in `defaults/`, one file each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordingKind {
    /// 公文的红头.
    MarkNotice,
    /// 信函的红头.
    MarkLetter,
    /// 纪要的红头.
    MarkMinutes,
    /// 会议通知：开头.
    NoticeOpening,
    /// 会议通知：参会人员.
    NoticePeople,
    /// 会议通知：有关要求（会议未填写时）.
    NoticeRequirements,
    /// 会议通知：短信和微信.
    NoticeShort,
    /// 主持词：开场.
    ScriptOpening,
    /// 主持词：介绍议程.
    ScriptAgenda,
    /// 主持词：结束.
    ScriptClosing,
    /// 会议纪要：开头.
    MinutesOpening,
    /// 交办单：开头（隶属单位）.
    AssignmentSubordinate,
    /// 任务认领单：开头（共建单位）.
    AssignmentPartner,
    /// 协调函：开头（条管、外部单位）.
    AssignmentOther,
    /// 催办单：开头（隶属单位）.
    ReminderSubordinate,
    /// 工作提示：开头（共建单位）.
    ReminderPartner,
    /// 商请函：开头（条管、外部单位）.
    ReminderOther,
    /// 轮值通知：开头.
    TurnOpening,
    /// 轮值通知：轮值职责.
    TurnDuties,
    /// 共建协议书：开头.
    AgreementOpening,
    /// 共建协议书：双方职责（每行一条）.
    AgreementDuties,
    /// 共建协议书：期限及其他.
    AgreementClosing,
    /// 合伙人：聘书编号.
    PartnerNumber,
    /// 合伙人：聘书正文.
    PartnerCertificate,
    /// 合伙人：授牌文字.
    PartnerPlaque,
    /// 合伙人：合作协议条款.
    PartnerAgreement,
    /// 合伙人：服务记录证明.
    PartnerProof,
}

/// A field and an example of what it says.
pub(crate) type Field = (&'static str, &'static str);

const ISSUER: &[Field] = &[("发文机关", "中共听雨社区委员会")];
const MINUTES_MARK: &[Field] = &[("大党委", "听雨社区“大党委”"), ("会议类型", "联席会议")];
const MEETING: &[Field] = &[
    ("会议", "听雨社区“大党委”2026年第10次联席会议"),
    ("大党委", "听雨社区“大党委”"),
    ("时间", "2026年10月14日（星期三）14:30"),
    ("地点", "社区二楼会议室"),
    ("主持人", "孙玥（农商银行行长）"),
];
const SHORT: &[Field] = &[
    ("会议", "听雨社区“大党委”2026年第10次联席会议"),
    ("大党委", "听雨社区“大党委”"),
    ("时间", "2026年10月14日（星期三）14:30"),
    ("地点", "社区二楼会议室"),
    ("主持人", "农商银行行长孙玥"),
    ("议程", "1.听取上次议定事项落实情况；2.研究飞线充电整治"),
    ("联系方式", "联系人：刘静　电话：0719-8880000"),
];
const SCRIPT: &[Field] = &[
    ("项数", "两"),
    ("议程", "听取上次议定事项落实情况；研究飞线充电整治"),
];
const OPENING: &[Field] = &[
    ("会议", "2026年第10次联席会议"),
    ("大党委", "听雨社区“大党委”"),
    ("时间", "2026年10月14日下午"),
    ("地点", "社区二楼会议室"),
    ("主持人", "轮值单位农商银行孙玥"),
    ("议程", "听取了上次议定事项落实情况，研究了飞线充电整治"),
    ("有议题", "是"),
];
const MATTER: &[Field] = &[
    ("依据", "根据听雨社区“大党委”2026年第10次联席会议议定"),
    ("大党委", "听雨社区“大党委”"),
    ("单位", "安居物业"),
    ("时限", "2026年11月10日"),
];
const REMINDER: &[Field] = &[
    ("依据", "根据听雨社区“大党委”2026年第10次联席会议议定"),
    ("大党委", "听雨社区“大党委”"),
    ("单位", "安居物业"),
    ("时限", "2026年11月10日"),
    ("进展", "即将到期"),
];
const TURN: &[Field] = &[
    ("大党委", "听雨社区“大党委”"),
    ("单位", "农商银行车城支行"),
    ("月份", "2026年10月"),
];
const PARTNER_NUMBER: &[Field] = &[("街道简称", "云溪"), ("年份", "2026"), ("序号", "138")];
const PARTNER: &[Field] = &[
    ("名称", "孙玥"),
    ("类别", "专业人才合伙人"),
    ("社区", "听雨社区"),
    ("服务", "书法、课业辅导"),
    ("开始", "2026年1月"),
    ("结束", "2028年12月"),
    ("聘期", "2026年1月至2028年12月"),
    ("编号", "云溪合聘〔2026〕138号"),
    ("单位", "中共听雨社区委员会"),
];
const PARTNER_PROOF: &[Field] = &[
    ("名称", "孙玥"),
    ("类别", "专业人才合伙人"),
    ("社区", "听雨社区"),
    ("起止", "2026年1月1日至2026年11月20日"),
    ("次数", "12"),
    ("时长", "26.5"),
    ("人次", "310"),
    ("单位", "中共听雨社区委员会"),
];

const AGREEMENT: &[Field] = &[
    ("甲方", "中共听雨社区委员会"),
    ("乙方", "农商银行车城支行"),
    ("大党委", "听雨社区“大党委”"),
    ("起始", "2026年1月1日"),
    ("截止", "2027年12月31日"),
];

impl WordingKind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 27] = [
        Self::MarkNotice,
        Self::MarkLetter,
        Self::MarkMinutes,
        Self::NoticeOpening,
        Self::NoticePeople,
        Self::NoticeRequirements,
        Self::NoticeShort,
        Self::ScriptOpening,
        Self::ScriptAgenda,
        Self::ScriptClosing,
        Self::MinutesOpening,
        Self::AssignmentSubordinate,
        Self::AssignmentPartner,
        Self::AssignmentOther,
        Self::ReminderSubordinate,
        Self::ReminderPartner,
        Self::ReminderOther,
        Self::TurnOpening,
        Self::TurnDuties,
        Self::AgreementOpening,
        Self::AgreementDuties,
        Self::AgreementClosing,
        Self::PartnerNumber,
        Self::PartnerCertificate,
        Self::PartnerPlaque,
        Self::PartnerAgreement,
        Self::PartnerProof,
    ];

    /// What people call it.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::MarkNotice => "公文的红头",
            Self::MarkLetter => "信函的红头",
            Self::MarkMinutes => "纪要的红头",
            Self::NoticeOpening => "会议通知：开头",
            Self::NoticePeople => "会议通知：参会人员",
            Self::NoticeRequirements => "会议通知：有关要求（会议未填写时）",
            Self::NoticeShort => "会议通知：短信和微信",
            Self::ScriptOpening => "主持词：开场",
            Self::ScriptAgenda => "主持词：介绍议程",
            Self::ScriptClosing => "主持词：结束",
            Self::MinutesOpening => "会议纪要：开头",
            Self::AssignmentSubordinate => "交办单：开头（隶属单位）",
            Self::AssignmentPartner => "任务认领单：开头（共建单位）",
            Self::AssignmentOther => "协调函：开头（条管、外部单位）",
            Self::ReminderSubordinate => "催办单：开头（隶属单位）",
            Self::ReminderPartner => "工作提示：开头（共建单位）",
            Self::ReminderOther => "商请函：开头（条管、外部单位）",
            Self::TurnOpening => "轮值通知：开头",
            Self::TurnDuties => "轮值通知：轮值职责",
            Self::AgreementOpening => "共建协议书：开头",
            Self::AgreementDuties => "共建协议书：双方职责（每行一条）",
            Self::AgreementClosing => "共建协议书：期限及其他",
            Self::PartnerNumber => "合伙人：聘书编号",
            Self::PartnerCertificate => "合伙人：聘书正文",
            Self::PartnerPlaque => "合伙人：授牌文字",
            Self::PartnerAgreement => "合伙人：合作协议条款",
            Self::PartnerProof => "合伙人：服务记录证明",
        }
    }

    /// The text until an office writes its own.
    pub fn default_text(self) -> &'static str {
        let text = match self {
            Self::MarkNotice => include_str!("defaults/mark_notice.txt"),
            Self::MarkLetter => include_str!("defaults/mark_letter.txt"),
            Self::MarkMinutes => include_str!("defaults/mark_minutes.txt"),
            Self::NoticeOpening => include_str!("defaults/notice_opening.txt"),
            Self::NoticePeople => include_str!("defaults/notice_people.txt"),
            Self::NoticeRequirements => include_str!("defaults/notice_requirements.txt"),
            Self::NoticeShort => include_str!("defaults/notice_short.txt"),
            Self::ScriptOpening => include_str!("defaults/script_opening.txt"),
            Self::ScriptAgenda => include_str!("defaults/script_agenda.txt"),
            Self::ScriptClosing => include_str!("defaults/script_closing.txt"),
            Self::MinutesOpening => include_str!("defaults/minutes_opening.txt"),
            Self::AssignmentSubordinate => include_str!("defaults/assignment_subordinate.txt"),
            Self::AssignmentPartner => include_str!("defaults/assignment_partner.txt"),
            Self::AssignmentOther => include_str!("defaults/assignment_other.txt"),
            Self::ReminderSubordinate => include_str!("defaults/reminder_subordinate.txt"),
            Self::ReminderPartner => include_str!("defaults/reminder_partner.txt"),
            Self::ReminderOther => include_str!("defaults/reminder_other.txt"),
            Self::TurnOpening => include_str!("defaults/turn_opening.txt"),
            Self::TurnDuties => include_str!("defaults/turn_duties.txt"),
            Self::AgreementOpening => include_str!("defaults/agreement_opening.txt"),
            Self::AgreementDuties => include_str!("defaults/agreement_duties.txt"),
            Self::AgreementClosing => include_str!("defaults/agreement_closing.txt"),
            Self::PartnerNumber => include_str!("defaults/partner_number.txt"),
            Self::PartnerCertificate => include_str!("defaults/partner_certificate.txt"),
            Self::PartnerPlaque => include_str!("defaults/partner_plaque.txt"),
            Self::PartnerAgreement => include_str!("defaults/partner_agreement.txt"),
            Self::PartnerProof => include_str!("defaults/partner_proof.txt"),
        };
        text.trim_end()
    }

    /// What it may name.
    pub(crate) fn fields(self) -> &'static [Field] {
        match self {
            Self::MarkNotice | Self::MarkLetter => ISSUER,
            Self::MarkMinutes => MINUTES_MARK,
            Self::NoticeOpening
            | Self::NoticePeople
            | Self::NoticeRequirements
            | Self::ScriptOpening
            | Self::ScriptClosing => MEETING,
            Self::NoticeShort => SHORT,
            Self::ScriptAgenda => SCRIPT,
            Self::MinutesOpening => OPENING,
            Self::AssignmentSubordinate | Self::AssignmentPartner | Self::AssignmentOther => MATTER,
            Self::ReminderSubordinate | Self::ReminderPartner | Self::ReminderOther => REMINDER,
            Self::TurnOpening | Self::TurnDuties => TURN,
            Self::AgreementOpening | Self::AgreementDuties | Self::AgreementClosing => AGREEMENT,
            Self::PartnerNumber => PARTNER_NUMBER,
            Self::PartnerCertificate | Self::PartnerPlaque | Self::PartnerAgreement => PARTNER,
            Self::PartnerProof => PARTNER_PROOF,
        }
    }

    /// What it must name, so that what is written with it can be told apart.
    pub(super) fn required(self) -> &'static [&'static str] {
        match self {
            Self::PartnerNumber => &["年份", "序号"],
            _ => &[],
        }
    }
}
