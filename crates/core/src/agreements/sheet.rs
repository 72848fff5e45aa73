//! 共建协议 as a sheet: those an office brings along in mid-year, and all of them for checking.

use super::{Agreement, SaveAgreement, every_agreement, save};
use crate::committees::committee_names;
use crate::office::Cx;
use crate::registers::{
    Field, Names, Refusal, Register, RowFault, Rows, SheetInfo, day_of, day_value, text_of,
    text_value,
};
use crate::units::unit_names;
use chrono::NaiveDate;
use ground::error::Result;
use tables::{Column, Kind, Value};

/// The register of agreements.
pub(crate) struct AgreementSheet;

/// Committees and units that rows name.
pub(crate) struct Known {
    today: NaiveDate,
    committees: Names,
    units: Names,
}

type AgreementField = Field<Agreement, Known>;

/// Who agrees with whom stays as it was registered.
fn set_party(version: i64, party: &mut String, id: &String) -> Result<(), Refusal> {
    if version > 0 && party != id {
        return Err(Refusal::wrong(
            "协议的双方登记后不再更改，请改回原来的名称；签错的请在程序里终止，另登记一份。",
        ));
    }
    party.clone_from(id);
    Ok(())
}

/// A text of the agreement.
macro_rules! text {
    ($field:ident, $column:expr) => {
        Field {
            column: $column,
            get: |agreement, _| text_value(&agreement.$field),
            set: |agreement, value, _| {
                agreement.$field = text_of(value);
                Ok(())
            },
        }
    };
}

const FIELDS: &[AgreementField] = &[
    Field {
        column: Column {
            synonyms: &["社区", "所属社区", "所在大党委", "甲方"],
            required: true,
            fill_down: true,
            max_length: 60,
            hint: "哪个大党委签的。",
            example: "听雨社区“大党委”",
            ..Column::new("committee", "大党委", Kind::Name)
        },
        get: |agreement, known| known.committees.value(Some(&agreement.committee_id)),
        set: |agreement, value, known| {
            let name = text_of(value);
            let Some(id) = known.committees.id(&name) else {
                let reason = format!("没有“{name}”这个大党委，请先登记，或核对名称。");
                return Err(Refusal::Wrong(reason));
            };
            set_party(agreement.version, &mut agreement.committee_id, id)
        },
    },
    Field {
        column: Column {
            synonyms: &["单位", "单位名称", "共建单位", "乙方"],
            required: true,
            max_length: 60,
            hint: "须已登记。",
            example: "区教育局",
            ..Column::new("unit", "成员单位", Kind::Name)
        },
        get: |agreement, known| {
            // A unit that is 停用 is not among the names: it is told by the one it signed with.
            let now = known.units.value(Some(&agreement.unit_id));
            now.or_else(|| text_value(&agreement.unit_name))
        },
        set: |agreement, value, known| {
            let name = text_of(value);
            let Some(id) = known.units.id(&name) else {
                let reason = format!("没有“{name}”这家成员单位，请先登记单位，或核对名称。");
                return Err(Refusal::Wrong(reason));
            };
            set_party(agreement.version, &mut agreement.unit_id, id)
        },
    },
    text!(
        title,
        Column {
            synonyms: &["协议", "协议书名称", "名称"],
            max_length: 80,
            hint: "不填按双方名称自动写。",
            ..Column::new("title", "协议名称", Kind::Text)
        }
    ),
    Field {
        column: Column {
            synonyms: &["签订时间", "签署日期", "签约日期"],
            hint: "还没有签的留空。",
            example: "2026年3月6日",
            ..Column::new("signed_on", "签订日期", Kind::Day)
        },
        get: |agreement, _| day_value(agreement.signed_on),
        set: |agreement, value, known| {
            agreement.signed_on = day_of(value);
            match agreement.signed_on {
                Some(day) if day > known.today => {
                    Err(Refusal::wrong("签订日期不能晚于今天；还没有签的请留空。"))
                }
                _ => Ok(()),
            }
        },
    },
    Field {
        column: Column {
            synonyms: &["开始时间", "起始日期", "生效日期"],
            required: true,
            example: "2026年3月6日",
            ..Column::new("starts_on", "开始日期", Kind::Day)
        },
        get: |agreement, _| day_value(Some(agreement.starts_on)),
        set: |agreement, value, _| {
            agreement.starts_on = day_of(value).unwrap_or(agreement.starts_on);
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["到期时间", "截止日期", "终止日期", "有效期至"],
            required: true,
            example: "2028年3月5日",
            ..Column::new("expires_on", "到期日期", Kind::Day)
        },
        get: |agreement, _| day_value(Some(agreement.expires_on)),
        set: |agreement, value, _| {
            agreement.expires_on = day_of(value).unwrap_or(agreement.expires_on);
            Ok(())
        },
    },
    text!(
        content,
        Column {
            synonyms: &["协议内容", "共建项目", "主要内容"],
            max_length: 2_000,
            hint: "一行一项。",
            ..Column::new("content", "共建内容", Kind::Lines)
        }
    ),
    text!(
        signer,
        Column {
            synonyms: &["甲方代表", "甲方签字"],
            max_length: 40,
            ..Column::new("signer", "甲方签字人", Kind::Name)
        }
    ),
    text!(
        unit_signer,
        Column {
            synonyms: &["乙方代表", "乙方签字"],
            max_length: 40,
            ..Column::new("unit_signer", "乙方签字人", Kind::Name)
        }
    ),
    Field {
        column: Column {
            synonyms: &["每季度报告", "是否季度报告"],
            hint: "是否每季度报告；不填为是。",
            ..Column::new("reports_quarterly", "季度报告", Kind::Bool)
        },
        get: |agreement, _| Some(Value::Bool(agreement.reports_quarterly)),
        set: |agreement, value, _| {
            agreement.reports_quarterly = value != Value::Bool(false);
            Ok(())
        },
    },
];

impl Rows for AgreementSheet {
    type Item = Agreement;
    type Known = Known;

    const INFO: SheetInfo = SheetInfo {
        thing: "共建协议",
        title: "共建协议台账",
        note: "带 * 为必填；年中启用时用来登记已签的协议，到期前和季度报告未交时会提醒；首行示例导入时会跳过。",
        frozen: 3,
        all_sheets: true,
        exports: true,
    };
    const KEY: &'static [&'static str] = &["committee", "unit", "starts_on"];

    fn fields() -> &'static [AgreementField] {
        FIELDS
    }

    fn id(agreement: &Agreement) -> &str {
        &agreement.id
    }

    fn begin(id: String, _: &Known) -> Agreement {
        Agreement {
            id,
            version: 0,
            committee_id: String::new(),
            unit_id: String::new(),
            unit_name: String::new(),
            party_name: String::new(),
            title: String::new(),
            content: String::new(),
            signed_on: None,
            starts_on: NaiveDate::MIN,
            expires_on: NaiveDate::MIN,
            signer: String::new(),
            unit_signer: String::new(),
            reports_quarterly: true,
            renews_id: None,
            ended_on: None,
            end_reason: String::new(),
        }
    }

    fn name(agreement: &Agreement, known: &Known) -> (String, String) {
        let committee = known.committees.name(&agreement.committee_id).cloned();
        let unit = known.units.name(&agreement.unit_id).cloned();
        (
            unit.unwrap_or_else(|| agreement.unit_name.clone()),
            committee.unwrap_or_default(),
        )
    }

    fn settle(
        agreement: &mut Agreement,
        kept: Option<&Agreement>,
        _: &mut Known,
    ) -> Result<(), RowFault> {
        let wrong = |column, reason: &str| {
            let reason = reason.to_owned();
            Err(RowFault { column, reason })
        };
        if kept.is_some_and(|kept| kept.ended_on.is_some() && kept != agreement) {
            return wrong("unit", "这份协议已经终止，不能再修改，请改回原来的内容。");
        }
        if agreement.expires_on < agreement.starts_on {
            return wrong("expires_on", "到期日期早于开始日期，请核对。");
        }
        Ok(())
    }
}

impl Register for AgreementSheet {
    async fn known(cx: &mut Cx<'_>) -> Result<Known> {
        Ok(Known {
            today: cx.today(),
            committees: committee_names(cx).await?,
            units: unit_names(cx).await?,
        })
    }

    async fn kept(cx: &mut Cx<'_>) -> Result<Vec<Agreement>> {
        every_agreement(&mut cx.tx, &cx.session.committees).await
    }

    fn lists(known: &Known) -> Vec<(&'static str, Vec<String>)> {
        vec![
            ("committee", known.committees.all()),
            ("unit", known.units.all()),
        ]
    }

    async fn save_all(cx: &mut Cx<'_>, agreements: Vec<Agreement>) -> Result<()> {
        // By the form's own way: an import must not keep what the form would refuse.
        for agreement in agreements {
            save(cx, as_saved(agreement)).await?;
        }
        Ok(())
    }
}

/// What the form would send.
fn as_saved(agreement: Agreement) -> SaveAgreement {
    SaveAgreement {
        id: (agreement.version > 0).then_some(agreement.id),
        version: agreement.version,
        committee_id: agreement.committee_id,
        unit_id: agreement.unit_id,
        title: agreement.title,
        content: agreement.content,
        signed_on: agreement.signed_on,
        starts_on: agreement.starts_on,
        expires_on: agreement.expires_on,
        signer: agreement.signer,
        unit_signer: agreement.unit_signer,
        reports_quarterly: Some(agreement.reports_quarterly),
        // One that is kept keeps what it renews; of a new one a sheet does not tell it.
        renews_id: None,
    }
}
