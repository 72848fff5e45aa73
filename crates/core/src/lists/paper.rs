//! 三张清单: what units can give, what is needed, and the projects, of a committee or of one unit.

use super::{
    ListNeeds, ListProjects, ListResources, NeedRow, NeedState, ProjectRow, ProjectState,
    ResourceRow, need_page, project_page, resource_page,
};
use crate::committees::sender;
use crate::documents::{Paper, column, info, numbered, page_options};
use crate::office::Cx;
use crate::papers;
use crate::settings::{OFFICE_ID, OfficeProfile};
use crate::units::Unit;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Align, Block, Column, ColumnWidth, Document, Format, PageOptions, Table};
use ground::calendar::chinese_date;
use ground::error::{Error, Result};
use serde::Deserialize;
use storage::{Page, Paging};
use ts_rs::TS;

papers! {
    700 Paper "three_lists" "三张清单" "committee" three_lists(ThreeListsPaper);
}

/// Whose lists are printed: at least one of the two is named.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ThreeListsPaper {
    /// The committee.
    #[ts(optional)]
    pub committee_id: Option<String>,
    /// The unit; the whole committee's when not said.
    #[ts(optional)]
    pub unit_id: Option<String>,
}

/// The lists of a committee, of one unit, or of one unit within a committee.
///
/// # Errors
/// `State` where nothing is listed yet.
async fn three_lists(
    cx: &mut Cx<'_>,
    whose: ThreeListsPaper,
    made: NaiveDateTime,
) -> Result<Paper> {
    let name = name(cx, &whose).await?;
    let blocks = blocks(cx, &whose).await?;
    if blocks.is_empty() {
        return Err(Error::state(format!(
            "{name}还没有登记资源、需求或项目，请先在“三张清单”里登记。"
        )));
    }
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    let title = format!("{name}资源清单、需求清单、项目清单");
    let record = whose.unit_id.as_deref().or(whose.committee_id.as_deref());
    let document = Document {
        format: Format::Plain,
        body: blocks,
        page: PageOptions {
            landscape: true,
            ..page_options(&office.rules)
        },
        info: info(
            &title,
            &office.name,
            "三张清单",
            made,
            record.unwrap_or_default(),
        ),
        title,
        ..Document::default()
    };
    Ok(Paper::new(format!("{name}三张清单"), document))
}

async fn name(cx: &mut Cx<'_>, whose: &ThreeListsPaper) -> Result<String> {
    let committee = match &whose.committee_id {
        Some(id) => Some(sender(cx, id).await?.committee.name),
        None => None,
    };
    let unit = match &whose.unit_id {
        Some(id) => Some(cx.tx.get::<Unit>(id).await?.name),
        None => None,
    };
    unit.or(committee)
        .ok_or_else(|| Error::invalid("committee_id", "请先选择大党委或成员单位。"))
}

/// All rows of a list, page by page.
macro_rules! all_rows {
    ($cx:expr, $page:ident, $args:expr) => {{
        let mut args = $args;
        args.page = Paging {
            after: None,
            limit: Some(500),
        };
        let mut rows = Vec::new();
        loop {
            let Page {
                rows: more, next, ..
            } = $page(&mut $cx.tx, &args, &$cx.session.committees).await?;
            rows.extend(more);
            args.page.after = next;
            if args.page.after.is_none() {
                break rows;
            }
        }
    }};
}

async fn blocks(cx: &mut Cx<'_>, whose: &ThreeListsPaper) -> Result<Vec<Block>> {
    let ThreeListsPaper {
        committee_id,
        unit_id,
    } = whose.clone();
    let resources = ListResources {
        unit_id: unit_id.clone(),
        committee_id: committee_id.clone(),
        ..ListResources::default()
    };
    let needs = ListNeeds {
        unit_id: unit_id.clone(),
        committee_id: committee_id.clone(),
        ..ListNeeds::default()
    };
    let projects = ListProjects {
        unit_id,
        committee_id,
        ..ListProjects::default()
    };
    let resources: Vec<ResourceRow> = all_rows!(cx, resource_page, resources);
    let mut needs: Vec<NeedRow> = all_rows!(cx, need_page, needs);
    needs.retain(|row| row.need.state != NeedState::Dropped);
    let projects: Vec<ProjectRow> = all_rows!(cx, project_page, projects);
    if resources.is_empty() && needs.is_empty() && projects.is_empty() {
        return Ok(Vec::new());
    }
    Ok([
        section("一、资源清单", resource_table(&resources)),
        section("二、需求清单", need_table(&needs)),
        section("三、项目清单", project_table(&projects)),
    ]
    .concat())
}

fn section(heading: &str, table: Table) -> Vec<Block> {
    let content = if table.rows.is_empty() {
        Block::paragraph("暂无。")
    } else {
        Block::Table(table)
    };
    vec![Block::heading(1, heading), content]
}

/// As wide as a day is long, so that none is broken.
fn day_column(title: &str) -> Column {
    Column {
        width: ColumnWidth::Auto,
        ..column(title, 0, Align::Center)
    }
}

fn resource_table(rows: &[ResourceRow]) -> Table {
    let columns = vec![
        column("单位", 11, Align::Left),
        column("类别", 4, Align::Center),
        column("资源", 11, Align::Left),
        column("内容", 20, Align::Left),
        column("可用时间", 10, Align::Left),
    ];
    let cells = |row: &ResourceRow| {
        let resource = &row.resource;
        vec![
            row.unit.clone(),
            resource.kind.clone(),
            resource.title.clone(),
            resource.content.clone(),
            resource.available.clone(),
        ]
    };
    numbered(columns, rows.iter().map(cells))
}

fn need_table(rows: &[NeedRow]) -> Table {
    let columns = vec![
        column("来源", 10, Align::Left),
        column("类别", 4, Align::Center),
        column("需求", 11, Align::Left),
        column("内容", 15, Align::Left),
        day_column("提出日期"),
        column("认领单位", 9, Align::Left),
        column("状态", 5, Align::Center),
    ];
    let cells = |row: &NeedRow| {
        let need = &row.need;
        vec![
            row.source.clone(),
            need.kind.clone(),
            need.title.clone(),
            need.content.clone(),
            chinese_date(need.raised_on),
            row.claimed_by.clone(),
            need.state.chinese().into(),
        ]
    };
    numbered(columns, rows.iter().map(cells))
}

fn project_table(rows: &[ProjectRow]) -> Table {
    let day = |day: Option<NaiveDate>| day.map(chinese_date).unwrap_or_default();
    let columns = vec![
        column("项目", 12, Align::Left),
        column("承担单位", 10, Align::Left),
        column("对接资源", 10, Align::Left),
        day_column("立项日期"),
        day_column("完成期限"),
        column("状态", 5, Align::Center),
        column("成效", 13, Align::Left),
    ];
    let cells = |row: &ProjectRow| {
        let project = &row.project;
        vec![
            project.title.clone(),
            project.unit_name.clone(),
            project.resource_title.clone(),
            chinese_date(project.started_on),
            day(project.due_on),
            project.state.chinese().into(),
            project.result.clone(),
        ]
    };
    numbered(columns, rows.iter().map(cells))
}

impl NeedState {
    fn chinese(self) -> &'static str {
        match self {
            Self::Waiting => "待认领",
            Self::Taken => "已认领",
            Self::Matched => "已立项",
            Self::Met => "已解决",
            Self::Dropped => "已关闭",
        }
    }
}

impl ProjectState {
    fn chinese(self) -> &'static str {
        match self {
            Self::Planned => "已立项",
            Self::Underway => "实施中",
            Self::Done => "已完成",
            Self::Stopped => "已终止",
        }
    }
}
