//! 合伙人名册 and 暖心商户联盟名单: the partners of a list, kind by kind, without phones.

use super::super::commands::community_names;
use super::super::import::every;
use super::super::{ListPartners, Partner, PartnerKind, PartnerState};
use super::{column, office_name, plain};
use crate::office::Cx;
use crate::settings::rules;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Document, PageOptions, Table};
use ground::error::{Error, Result};
use ground::numerals::chinese_number;
use std::collections::HashMap;

/// Names of communities by key.
type Names = HashMap<String, String>;

/// 合伙人名册 of what a list shows.
///
/// # Errors
/// `State` where the list is empty.
pub(crate) async fn roster(
    cx: &mut Cx<'_>,
    list: ListPartners,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let names = community_names(cx).await?;
    let whose = whose(cx, &list, &names).await?;
    let partners = every(cx, list).await?;
    if partners.is_empty() {
        return Err(nobody());
    }
    let title = format!("{whose}城市社区合伙人名册");
    let mut body = vec![Block::Line {
        align: Align::Left,
        text: counted(&partners),
    }];
    let kinds: Vec<PartnerKind> = PartnerKind::ALL
        .into_iter()
        .filter(|kind| partners.iter().any(|partner| partner.kind == *kind))
        .collect();
    for (number, kind) in (1..).zip(&kinds) {
        let of_kind: Vec<&Partner> = partners.iter().filter(|p| p.kind == *kind).collect();
        if kinds.len() > 1 {
            let heading = format!(
                "{}、{}（{}）",
                chinese_number(number),
                kind.chinese(),
                count_of(*kind, of_kind.len())
            );
            body.push(Block::heading(1, heading));
        }
        body.push(Block::Table(table(*kind, &of_kind, &names)));
    }
    landscape(cx, title, body, made).await
}

/// 暖心商户联盟名单: who offers what, to put up.
///
/// # Errors
/// `State` where no shop serves.
pub(crate) async fn merchants(
    cx: &mut Cx<'_>,
    list: ListPartners,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let names = community_names(cx).await?;
    let whose = whose(cx, &list, &names).await?;
    // The list is handed out: a shop that does not serve any more grants nothing.
    let list = ListPartners {
        kinds: vec![PartnerKind::Merchant],
        states: vec![PartnerState::Appointed, PartnerState::Renewed],
        ..list
    };
    let shops = every(cx, list).await?;
    if shops.is_empty() {
        return Err(Error::state(
            "还没有在聘的暖心商户，请先在合伙人里登记商户和优惠内容。",
        ));
    }
    let row = |(number, shop): (usize, &Partner)| {
        vec![
            number.to_string(),
            shop.name.clone(),
            community(shop, &names),
            shop.discount.clone(),
            shop.services.clone(),
            shop.term_to.map(|to| to.to_string()).unwrap_or_default(),
        ]
    };
    let table = Table {
        columns: vec![
            column("序号", 2, Align::Center),
            column("商户", 8, Align::Left),
            column("社区", 5, Align::Left),
            column("优惠内容", 10, Align::Left),
            column("其他服务", 6, Align::Left),
            column("有效期至", 5, Align::Center),
        ],
        rows: (1..).zip(&shops).map(row).collect(),
        ..Table::default()
    };
    let title = format!("{whose}暖心商户联盟名单");
    landscape(cx, title, vec![Block::Table(table)], made).await
}

fn nobody() -> Error {
    Error::state("名单里没有合伙人，请换个筛选条件再印名册。")
}

async fn landscape(
    cx: &mut Cx<'_>,
    title: String,
    body: Vec<Block>,
    made: NaiveDateTime,
) -> Result<(String, Document)> {
    let office = office_name(cx).await?;
    let document = plain(&rules(cx).await?, &office, &title, "partners", made);
    let page = PageOptions {
        landscape: true,
        ..document.page
    };
    let document = Document {
        body,
        page,
        ..document
    };
    Ok((title, document))
}

/// The one community of a list, else the office.
async fn whose(cx: &mut Cx<'_>, list: &ListPartners, names: &Names) -> Result<String> {
    match list.community_ids.as_slice() {
        [only] => Ok(names.get(only).cloned().unwrap_or_default()),
        _ => office_name(cx).await,
    }
}

/// `合伙人139位（家），志愿者408位。`, counted apart.
fn counted(partners: &[Partner]) -> String {
    let volunteers = partners
        .iter()
        .filter(|partner| partner.kind == PartnerKind::Volunteer)
        .count();
    let others = partners.len() - volunteers;
    match (others, volunteers) {
        (0, volunteers) => format!("志愿者{volunteers}位。"),
        (others, 0) => format!("合伙人{others}位（家）。"),
        (others, volunteers) => format!("合伙人{others}位（家），志愿者{volunteers}位。"),
    }
}

fn count_of(kind: PartnerKind, count: usize) -> String {
    let measure = if kind.is_person() { "位" } else { "家" };
    format!("{count}{measure}")
}

fn community(partner: &Partner, names: &Names) -> String {
    let named = partner.community_id.as_ref().and_then(|id| names.get(id));
    named.cloned().unwrap_or_else(|| "全街道".into())
}

fn table(kind: PartnerKind, partners: &[&Partner], names: &Names) -> Table {
    let works = !kind.is_person();
    let row = |(number, partner): (usize, &&Partner)| {
        let mut cells = vec![
            number.to_string(),
            partner.name.clone(),
            community(partner, names),
        ];
        if works {
            cells.push(partner.contact_name.clone());
        }
        cells.extend([
            offered(partner),
            partner.times.0.join("、"),
            partner.number.clone(),
            partner.term_to.map(|to| to.to_string()).unwrap_or_default(),
            partner.state.chinese().into(),
        ]);
        cells
    };
    let mut columns = vec![
        column("序号", 3, Align::Center),
        column(
            if works { "名称" } else { "姓名" },
            if works { 11 } else { 5 },
            Align::Left,
        ),
        column("社区", 6, Align::Left),
    ];
    if works {
        columns.push(column("联系人", 4, Align::Center));
    }
    columns.extend([
        column("特长和服务", 12, Align::Left),
        column("服务时间", 7, Align::Left),
        column("聘书编号", 10, Align::Left),
        column("聘期至", 7, Align::Center),
        column("状态", 3, Align::Center),
    ]);
    Table {
        columns,
        rows: (1..).zip(partners).map(row).collect(),
        ..Table::default()
    }
}

/// Skills, else the services in words; a shop's discount.
fn offered(partner: &Partner) -> String {
    let skills = partner.skills.0.join("、");
    let said = [skills, partner.services.clone(), partner.discount.clone()];
    said.into_iter()
        .find(|said| !said.is_empty())
        .unwrap_or_default()
}
