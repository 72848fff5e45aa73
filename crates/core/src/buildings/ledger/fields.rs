use super::{Known, LedgerLine, stairwells};
use crate::buildings::owners::{owners_of, owners_text};
use crate::buildings::{Compound, Post, PostHolder, building_name};
use crate::committees::COMMUNITY;
use crate::registers::{Field, Refusal, text_of, text_value};
use tables::{Column, Kind, Value};

type LedgerField = Field<LedgerLine, Known>;

/// `get` and `set` of a fact of the compound.
macro_rules! fact {
    ($field:ident, $column:expr) => {
        Field {
            column: $column,
            get: |line, _| text_value(line.facts.$field.as_ref().unwrap_or(&line.compound.$field)),
            set: |line, value, _| {
                line.facts.$field = Some(text_of(value));
                Ok(())
            },
        }
    };
}

/// A text of the building itself.
macro_rules! text {
    ($field:ident, $column:expr) => {
        Field {
            column: $column,
            get: |line, _| text_value(&line.building.$field),
            set: |line, value, _| {
                line.building.$field = text_of(value);
                Ok(())
            },
        }
    };
}

/// A count of the building itself.
macro_rules! count {
    ($field:ident, $column:expr) => {
        Field {
            column: $column,
            get: |line, _| line.building.$field.map(Value::Integer),
            set: |line, value, _| {
                line.building.$field = value.as_integer();
                match line.building.$field {
                    Some(number) if number > MOST => {
                        Err(Refusal::wrong(format!("应为 0 到 {MOST} 的整数。")))
                    }
                    _ => Ok(()),
                }
            },
        }
    };
}

/// The name of a post's holder.
macro_rules! name {
    ($post:ident, $title:literal, $key:literal, $synonyms:expr) => {
        Field {
            column: Column {
                group: Some($title),
                synonyms: $synonyms,
                max_length: 40,
                ..Column::new($key, "姓名", Kind::Name)
            },
            get: |line, _| text_value(&line.building.holder(Post::$post)?.name),
            set: |line, value, _| {
                appoint(line, Post::$post, text_of(value));
                Ok(())
            },
        }
    };
}

/// The phone of a post's holder.
macro_rules! phone {
    ($post:ident, $title:literal, $key:literal, $synonyms:expr) => {
        Field {
            column: Column {
                group: Some($title),
                synonyms: $synonyms,
                private: true,
                max_length: 60,
                hint: "以文本格式填写；带“*”的表示不更改。",
                ..Column::new($key, "电话", Kind::Phone)
            },
            get: |line, _| text_value(&line.building.holder(Post::$post)?.phone),
            set: |line, value, _| match line.holder_mut(Post::$post) {
                Some(holder) => {
                    holder.phone = text_of(value);
                    Ok(())
                }
                None => Err(Refusal::wrong(concat!(
                    "填了",
                    $title,
                    "的电话，请补填姓名。"
                ))),
            },
        }
    };
}

/// People or households of one building, at most.
const MOST: i64 = 1_000_000;

/// Somebody takes a post; another person than before has no phone and no day yet.
fn appoint(line: &mut LedgerLine, post: Post, name: String) {
    if line
        .building
        .holder(post)
        .is_some_and(|holder| holder.name == name)
    {
        return;
    }
    let holders = &mut line.building.posts.0;
    holders.retain(|holder| holder.post != post);
    holders.push(PostHolder {
        post,
        name,
        phone: String::new(),
        since: None,
    });
    holders.sort_by_key(|holder| holder.post);
}

/// Columns of the ledger, in the order of the template.
pub(super) const FIELDS: &[LedgerField] = &[
    Field {
        column: Column {
            synonyms: &["所在社区", "所属社区", "社区名称"],
            required: true,
            fill_down: true,
            from_sheet: true,
            max_length: 50,
            hint: "社区全称。",
            example: "听雨社区",
            ..Column::new("community", "社区", Kind::Name)
        },
        get: |line, known| known.communities.value(Some(&line.community_id)),
        set: |line, value, known| {
            let name = text_of(value);
            match known.communities.id(&name) {
                Some(id) => {
                    line.community_id.clone_from(id);
                    Ok(())
                }
                None => Err(Refusal::Unknown {
                    thing: COMMUNITY,
                    name,
                }),
            }
        },
    },
    Field {
        column: Column {
            synonyms: &["小区名称", "所在小区", "居民小区", "院落"],
            required: true,
            fill_down: true,
            max_length: 40,
            hint: "小区名称；同一小区几行写法要一致。",
            example: "听雨花园",
            ..Column::new("compound", "小区", Kind::Name)
        },
        get: |line, _| text_value(&line.compound.name),
        set: |line, value, known| {
            // Fields are set in the order of this list, so the community is known by now.
            let place = (line.community_id.clone(), text_of(value));
            line.compound = match known.compounds.get(&place) {
                Some(compound) => compound.clone(),
                None => Compound {
                    name: place.1,
                    ..Compound::blank()
                },
            };
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["楼栋名称", "楼栋号", "栋号", "楼号", "幢号"],
            required: true,
            max_length: 20,
            hint: "如 3号楼、3栋、A座；只写数字的按“号楼”登记。",
            example: "1号楼",
            ..Column::new("building", "楼栋", Kind::Name)
        },
        get: |line, _| text_value(&line.building.name),
        set: |line, value, _| {
            line.building.name = building_name(&text_of(value));
            Ok(())
        },
    },
    Field {
        column: Column {
            synonyms: &["单元", "单元数量", "单元个数"],
            hint: "填个数，自动登记 1单元、2单元……",
            example: "3",
            ..Column::new("stairwells", "单元数", Kind::Integer)
        },
        get: |line, _| (line.stairwells > 0).then_some(Value::Integer(line.stairwells)),
        set: |line, value, _| {
            line.stairwells = stairwells(value.as_integer().unwrap_or_default(), line.had)?;
            Ok(())
        },
    },
    text!(
        grid,
        Column {
            synonyms: &["所属网格", "网格名称", "网格号"],
            max_length: 40,
            example: "第一网格",
            ..Column::new("grid", "网格", Kind::Name)
        }
    ),
    count!(
        households,
        Column {
            synonyms: &["住户数", "总户数", "居民户数", "楼栋户数"],
            example: "72",
            ..Column::new("households", "户数", Kind::Integer)
        }
    ),
    count!(
        party_members,
        Column {
            synonyms: &["党员人数", "党员"],
            example: "9",
            ..Column::new("party_members", "党员数", Kind::Integer)
        }
    ),
    name!(
        PartyLeader,
        "党小组长",
        "party_leader",
        &["党小组长", "楼栋党小组长", "党小组长姓名"]
    ),
    phone!(
        PartyLeader,
        "党小组长",
        "party_leader_phone",
        &["党小组长电话", "党小组长联系电话", "党小组长手机号"]
    ),
    name!(
        BuildingLeader,
        "楼栋长",
        "building_leader",
        &["楼栋长", "楼长", "楼栋长姓名", "楼长姓名"]
    ),
    phone!(
        BuildingLeader,
        "楼栋长",
        "building_leader_phone",
        &[
            "楼栋长电话",
            "楼栋长联系电话",
            "楼长电话",
            "楼栋长手机号",
            "楼长联系电话"
        ]
    ),
    name!(Safety, "安全员", "safety", &["安全员", "安全员姓名"]),
    phone!(
        Safety,
        "安全员",
        "safety_phone",
        &["安全员电话", "安全员联系电话", "安全员手机号"]
    ),
    name!(Health, "卫生员", "health", &["卫生员", "卫生员姓名"]),
    phone!(
        Health,
        "卫生员",
        "health_phone",
        &["卫生员电话", "卫生员联系电话", "卫生员手机号"]
    ),
    name!(
        Property,
        "物管员",
        "property",
        &["物管员", "物业管家", "物管员姓名", "物业管理员"]
    ),
    phone!(
        Property,
        "物管员",
        "property_phone",
        &[
            "物管员电话",
            "物管员联系电话",
            "物业管家电话",
            "物管员手机号"
        ]
    ),
    Field {
        column: Column {
            synonyms: &["物业模式", "物业管理模式", "物业服务方式", "物业类型"],
            max_length: 20,
            hint: "从下拉列表中选；整个小区填一次即可。",
            ..Column::new("property_mode", "物业服务模式", Kind::Name)
        },
        get: |line, _| {
            let kept = &line.compound.property_mode;
            text_value(line.facts.property_mode.as_ref().unwrap_or(kept))
        },
        set: |line, value, known| {
            let mode = text_of(value);
            if !known.modes.contains(&mode) {
                let reason = format!("物业服务模式“{mode}”不在单位设定的范围内，请从列表中选择。");
                return Err(Refusal::Wrong(reason));
            }
            line.facts.property_mode = Some(mode);
            Ok(())
        },
    },
    fact!(
        property_company,
        Column {
            synonyms: &["物业", "物业服务企业", "物业公司名称", "物业企业"],
            max_length: 60,
            ..Column::new("property_company", "物业公司", Kind::Name)
        }
    ),
    fact!(
        owner_unit,
        Column {
            synonyms: &["产权", "权属单位"],
            max_length: 60,
            ..Column::new("owner_unit", "产权单位", Kind::Name)
        }
    ),
    fact!(
        party_branch,
        Column {
            synonyms: &["小区党组织", "所属党支部", "党支部"],
            max_length: 60,
            ..Column::new("party_branch", "小区党支部", Kind::Name)
        }
    ),
    Field {
        column: Column {
            synonyms: &["业委会", "业主委员会", "业主委员会成员"],
            max_length: 1000,
            hint: "如 张三（主任，党员）、李四（委员）。",
            ..Column::new("owners_committee", "业委会成员", Kind::Text)
        },
        get: |line, _| {
            let kept = &line.compound.owners_committee.0;
            text_value(&owners_text(
                line.facts.owners_committee.as_ref().unwrap_or(kept),
            ))
        },
        set: |line, value, _| {
            let owners = owners_of(&text_of(value));
            // Written another way is not another committee.
            if owners != line.compound.owners_committee.0 {
                line.facts.owners_committee = Some(owners);
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
];
