//! 评选结果: everybody nominated with the sums, the chosen first, and what they did.

use super::{column, plain, printed};
use crate::ratings::{Nominee, Selection, SelectionKind, SelectionResult, SelectionView};
use crate::settings::Rules;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, ColumnWidth, Document, Table, TextSize};
use ground::calendar::chinese_date;
use ground::points::show;

/// The paper of a selection.
pub(crate) fn selection(
    selection: &Selection,
    view: &SelectionView,
    rules: &Rules,
    made: NaiveDateTime,
) -> Document {
    let title = match selection.decided_on {
        Some(_) => format!("{}结果", selection.title),
        None => format!("{}情况（未确定）", selection.title),
    };
    let document = plain(title, rules, &selection.title, &selection.id, made);
    Document {
        body: body(selection, view),
        ..document
    }
}

fn body(selection: &Selection, view: &SelectionView) -> Vec<Block> {
    let decided = selection
        .decided_on
        .map(|day| format!("{}确定。", chinese_date(day)));
    let weights = *selection.rules;
    let opening = format!(
        "共{}个提名，名额{}个。考评得分占 {}%，得票占 {}%，评审分占 {}%。{}",
        view.results.len(),
        selection.seats,
        weights.rating,
        weights.votes,
        weights.review,
        decided.unwrap_or_default()
    );
    let mut blocks = vec![
        Block::paragraph(opening),
        Block::heading(1, "一、综合得分"),
        Block::Table(table(selection.kind, view)),
        Block::paragraph(format!("注：{}", view.definition)),
    ];
    let deeds = deeds(view);
    if !deeds.is_empty() {
        blocks.push(Block::heading(1, "二、入选事迹"));
        blocks.extend(deeds);
    }
    blocks
}

fn nominee<'v>(view: &'v SelectionView, result: &SelectionResult) -> Option<&'v Nominee> {
    let mut nominees = view.nominees.iter();
    nominees.find(|nominee| nominee.id == result.nominee_id)
}

fn table(kind: SelectionKind, view: &SelectionView) -> Table {
    let (auto, share) = (ColumnWidth::Auto, ColumnWidth::Share);
    let row = |result: &SelectionResult| {
        let nominee = nominee(view, result)?;
        Some(vec![
            result.rank.to_string(),
            nominee.name.clone(),
            nominee.person.clone(),
            printed(nominee.rating),
            nominee
                .votes
                .map(|votes| votes.to_string())
                .unwrap_or_default(),
            printed(nominee.review),
            show(result.total),
            if result.chosen { "入选" } else { "" }.into(),
        ])
    };
    let person = match kind {
        SelectionKind::Buildings => "楼栋长",
        SelectionKind::Leaders => "姓名",
    };
    Table {
        columns: vec![
            column("名次", auto, Align::Center),
            column("楼栋", share(8), Align::Left),
            column(person, auto, Align::Center),
            column("考评", auto, Align::Right),
            column("得票", auto, Align::Right),
            column("评审", auto, Align::Right),
            column("综合", auto, Align::Right),
            column("结果", auto, Align::Center),
        ],
        rows: view.results.iter().filter_map(row).collect(),
        size: TextSize::SmallFour,
        ..Table::default()
    }
}

fn deeds(view: &SelectionView) -> Vec<Block> {
    let line = |result: &SelectionResult| {
        let nominee = nominee(view, result).filter(|nominee| !nominee.deeds.is_empty())?;
        let who = match nominee.person.as_str() {
            "" => nominee.name.clone(),
            person => format!("{}{person}", nominee.name),
        };
        Some(Block::RunIn {
            level: 3,
            lead: format!("{who}："),
            text: nominee.deeds.clone(),
        })
    };
    let chosen = view.results.iter().filter(|result| result.chosen);
    chosen.filter_map(line).collect()
}
