//! The columns of the partner register (合伙人登记表), each with the field it stands for.

use super::register::{Entry, Known};
use super::words::{KINDS, STATES, WHOLE_STREET, kind_named, state_named};
use crate::committees::COMMUNITY;
use crate::registers::{Field, Refusal, text_of, text_value};
use tables::{Column, Kind, Value};

type PartnerField = Field<Entry, Known>;

fn words(words: &[String]) -> Option<Value> {
    (!words.is_empty()).then(|| Value::Words(words.to_vec()))
}

/// A text of the partner.
macro_rules! text {
    ($field:ident, $column:expr) => {
        Field {
            column: $column,
            get: |entry, _| text_value(&entry.partner.$field),
            set: |entry, value, _| {
                entry.partner.$field = text_of(value);
                Ok(())
            },
        }
    };
}

/// In the order of the template.
pub(super) const FIELDS: &[PartnerField] = &[
    Field {
        column: Column {
            synonyms: &["合伙人类别", "类型", "合伙人类型", "分类"],
            from_sheet: true,
            fill_down: true,
            hint: "从下拉列表中选；每一类单独一张表的，表名就是类别，可以不填。",
            example: "专业人才合伙人",
            ..Column::new("kind", "类别", Kind::Choice(KINDS))
        },
        get: |entry, _| text_value(entry.partner.kind.chinese()),
        set: |entry, value, _| {
            if let Some(kind) = kind_named(&text_of(value)) {
                entry.partner.kind = kind;
            }
            Ok(())
        },
    },
    text!(
        name,
        Column {
            synonyms: &[
                "姓名",
                "单位名称",
                "合伙人",
                "合伙人姓名",
                "商户名称",
                "单位",
                "志愿者姓名",
            ],
            required: true,
            max_length: 60,
            hint: "个人填姓名，单位和商户填全称。",
            example: "孙玥",
            ..Column::new("name", "名称", Kind::Name)
        }
    ),
    Field {
        column: Column {
            synonyms: &["所在社区", "所属社区", "社区名称", "服务社区"],
            required: true,
            fill_down: true,
            from_sheet: true,
            max_length: 50,
            hint: "社区全称；服务全街道的填“全街道”。",
            example: "听雨社区",
            ..Column::new("community", "社区", Kind::Name)
        },
        get: |entry, known| {
            let id = entry.partner.community_id.as_deref();
            known
                .communities
                .value(id)
                .or_else(|| text_value(WHOLE_STREET))
        },
        set: |entry, value, known| {
            let name = text_of(value);
            entry.partner.community_id = known.communities.id(&name).cloned();
            if name == WHOLE_STREET || entry.partner.community_id.is_some() {
                return Ok(());
            }
            entry.unknown = Some(name.clone());
            let thing = COMMUNITY;
            Err(Refusal::Unknown { thing, name })
        },
    },
    text!(
        contact_name,
        Column {
            synonyms: &["联络员", "负责人", "联系人姓名"],
            max_length: 40,
            hint: "单位和商户的联系人。",
            ..Column::new("contact_name", "联系人", Kind::Name)
        }
    ),
    text!(
        phone,
        Column {
            synonyms: &[
                "联系方式",
                "联系电话",
                "手机",
                "手机号",
                "手机号码",
                "电话号码",
            ],
            private: true,
            max_length: 60,
            hint: "以文本格式填写；带“*”的表示不更改。",
            example: "13900000000",
            ..Column::new("phone", "电话", Kind::Phone)
        }
    ),
    Field {
        column: Column {
            synonyms: &[
                "特长/可提供服务",
                "特长可提供服务",
                "专长",
                "技能",
                "特长及服务",
                "服务特长",
            ],
            max_length: 200,
            hint: "有几项的用顿号隔开。",
            example: "书法、课业辅导",
            ..Column::new("skills", "特长", Kind::Words)
        },
        get: |entry, _| words(&entry.partner.skills),
        set: |entry, value, _| {
            if let Value::Words(words) = value {
                entry.partner.skills = words.into();
            }
            Ok(())
        },
    },
    text!(
        services,
        Column {
            synonyms: &["服务内容", "服务项目", "提供服务"],
            max_length: 500,
            hint: "用一两句话写明。",
            ..Column::new("services", "可提供服务", Kind::Text)
        }
    ),
    Field {
        column: Column {
            synonyms: &["可服务时间", "空闲时间", "服务时段"],
            max_length: 200,
            hint: "如周末、工作日晚上、周三下午、随时。",
            example: "周末",
            ..Column::new("times", "服务时间", Kind::Words)
        },
        get: |entry, _| words(&entry.partner.times),
        set: |entry, value, _| {
            if let Value::Words(words) = value {
                entry.partner.times = words.into();
            }
            Ok(())
        },
    },
    text!(
        discount,
        Column {
            synonyms: &["优惠", "优惠措施", "让利内容"],
            max_length: 200,
            hint: "暖心商户填写。",
            ..Column::new("discount", "优惠内容", Kind::Text)
        }
    ),
    Field {
        column: Column {
            synonyms: &["当前状态", "聘任状态"],
            hint: "新登记的可填：招募、评估、聘任、续聘、退出；不填的按有无聘期推定。",
            ..Column::new("state", "状态", Kind::Choice(STATES))
        },
        get: |entry, _| text_value(entry.partner.state.chinese()),
        set: |entry, value, _| {
            let state = state_named(&text_of(value));
            if entry.partner.version == 0 {
                entry.state = state;
                return Ok(());
            }
            let now = entry.partner.state.chinese();
            Err(Refusal::Wrong(format!(
                "现为“{now}”，状态要在程序里按步骤登记，请改回或留空。"
            )))
        },
    },
    text!(
        number,
        Column {
            synonyms: &["编号", "证书编号", "聘书号"],
            max_length: 40,
            hint: "已有编号的照填；没有的留空，由程序编号。",
            ..Column::new("number", "聘书编号", Kind::Text)
        }
    ),
    Field {
        column: Column {
            synonyms: &["任期", "聘任期限", "聘用期限", "起止时间"],
            hint: "如 2025.1-2027.12。",
            example: "2025.1-2027.12",
            ..Column::new("term", "聘期", Kind::Period)
        },
        get: |entry, _| {
            let (from, to) = entry.partner.term_from.zip(entry.partner.term_to)?;
            Some(Value::Period(from, to))
        },
        set: |entry, value, _| {
            if let Value::Period(from, to) = value {
                entry.partner.term_from = Some(from);
                entry.partner.term_to = Some(to);
                entry.partner.ends_on = Some(to.last_day());
            }
            Ok(())
        },
    },
    text!(
        note,
        Column {
            synonyms: &["说明", "其他说明"],
            max_length: 500,
            ..Column::new("note", "备注", Kind::Text)
        }
    ),
    Field {
        column: Column {
            synonyms: &["是否停用"],
            hint: "停用的填“是”；不填的按在用登记。",
            ..Column::new("retired", "停用", Kind::Bool)
        },
        get: |entry, _| entry.partner.retired.then_some(Value::Bool(true)),
        set: |entry, value, _| {
            entry.partner.retired = value == Value::Bool(true);
            Ok(())
        },
    },
];

/// Where a column stands in a row that was read.
pub(super) fn place(key: &str) -> usize {
    let mut fields = FIELDS.iter();
    let place = fields.position(|field| field.column.key == key);
    place.unwrap_or(FIELDS.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_name_each_field_once() {
        let mut keys: Vec<&str> = FIELDS.iter().map(|field| field.column.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), FIELDS.len());
    }
}
