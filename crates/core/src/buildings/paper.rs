//! 两长三员名册: who holds the five posts of every building, by compound. No phone stands on it.

use super::{BuildingRow, ListBuildings, Post, compound_in_reach, every_building};
use crate::committees::Community;
use crate::documents::{Paper, column, info, numbered, page_options};
use crate::office::Cx;
use crate::papers;
use crate::settings::{OFFICE_ID, OfficeProfile};
use chrono::NaiveDateTime;
use gongwen::{Align, Block, Document, Format, PageOptions, Table};
use ground::error::{Error, Result};
use serde::Deserialize;
use ts_rs::TS;

papers! {
    800 Paper "post_roster" "楼栋两长三员名册" "buildings" post_roster(PostRosterPaper);
}

/// Where the buildings of a roster lie; all within reach when nothing is said.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PostRosterPaper {
    /// The community.
    #[ts(optional)]
    pub community_id: Option<String>,
    /// The compound.
    #[ts(optional)]
    pub compound_id: Option<String>,
}

/// The roster of a compound, of a community, or of all within reach.
///
/// # Errors
/// `State` where no building is registered.
async fn post_roster(cx: &mut Cx<'_>, args: PostRosterPaper, made: NaiveDateTime) -> Result<Paper> {
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    let (compound, community) = (args.compound_id.as_deref(), args.community_id.as_deref());
    let name = match (compound, community) {
        (Some(compound), _) => compound_in_reach(cx, compound).await?.name,
        (None, Some(community)) => cx.tx.get::<Community>(community).await?.name,
        (None, None) => office.name.clone(),
    };
    let of = ListBuildings {
        community_id: args.community_id.clone(),
        compound_id: args.compound_id.clone(),
        ..ListBuildings::default()
    };
    let rows = every_building(cx, of).await?;
    if rows.is_empty() {
        return Err(Error::state(format!(
            "{name}还没有登记楼栋，请先在“小区楼栋”里登记或导入。"
        )));
    }
    let title = format!("{name}楼栋“两长三员”名册");
    let record = compound.or(community).unwrap_or(OFFICE_ID);
    let document = Document {
        format: Format::Plain,
        body: body(&rows),
        page: PageOptions {
            landscape: true,
            ..page_options(&office.rules)
        },
        info: info(&title, &office.name, "两长三员名册", made, record),
        title,
        ..Document::default()
    };
    Ok(Paper::new(document.title.clone(), document))
}

fn body(rows: &[BuildingRow]) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(totals(rows))];
    let same = |a: &BuildingRow, b: &BuildingRow| a.building.compound_id == b.building.compound_id;
    for of_compound in rows.chunk_by(same) {
        let Some(first) = of_compound.first() else {
            continue;
        };
        let heading = format!("{}　{}", first.community, first.compound);
        blocks.push(Block::heading(2, heading));
        blocks.push(Block::Table(table(of_compound)));
    }
    blocks
}

/// `共12栋楼，应设岗位60个，已有55人，空缺5个。`
fn totals(rows: &[BuildingRow]) -> String {
    let posts = rows.len() * Post::ALL.len();
    let held: usize = rows.iter().map(|row| row.building.posts.len()).sum();
    let vacant = match posts.saturating_sub(held) {
        0 => "没有空缺".to_owned(),
        vacant => format!("空缺{vacant}个"),
    };
    format!(
        "共{}栋楼，应设岗位{posts}个，已有{held}人，{vacant}。",
        rows.len()
    )
}

fn table(rows: &[BuildingRow]) -> Table {
    let posts = Post::ALL.map(|post| column(post.chinese(), 7, Align::Center));
    let columns = [
        vec![
            column("楼栋", 7, Align::Left),
            column("网格", 7, Align::Left),
            column("户数", 4, Align::Right),
        ],
        posts.to_vec(),
    ];
    let cells = |row: &BuildingRow| {
        let building = &row.building;
        let holder = |post: Post| match building.holder(post) {
            Some(holder) => holder.name.clone(),
            None => "（空缺）".to_owned(),
        };
        let households = building.households.map(|count| count.to_string());
        let place = [
            building.name.clone(),
            building.grid.clone(),
            households.unwrap_or_default(),
        ];
        place.into_iter().chain(Post::ALL.map(holder)).collect()
    };
    numbered(columns.concat(), rows.iter().map(cells))
}
