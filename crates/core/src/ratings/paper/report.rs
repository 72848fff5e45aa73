//! 考评通报: rankings by scope, stars, flags, 优秀志愿者, what changed, and how ties were told apart.

use super::{column, plain, printed, stars};
use crate::committees::Sender;
use crate::documents::Tone;
use crate::ratings::rules::{ItemKind, SchemeRules};
use crate::ratings::tally::tie_rule;
use crate::ratings::{Published, RatingPeriod, RowResult, ScopeResult, Standing};
use crate::settings::Rules;
use chrono::NaiveDateTime;
use gongwen::{Align, Block, ColumnWidth, Document, Table, TextSize};
use ground::numerals::chinese_number;
use ground::points::show;

/// The 通报 of what is being published.
pub(crate) fn report(
    published: &Published,
    hash: &str,
    issuer: &Option<Sender>,
    period: &RatingPeriod,
    made: NaiveDateTime,
) -> Document {
    let month = published.month.chinese();
    let title = match published.revision {
        1 => format!("关于{}{month}楼栋星级考评情况的通报", published.whose),
        _ => format!(
            "关于{}{month}楼栋星级考评情况的通报（更正）",
            published.whose
        ),
    };
    let head = match issuer {
        Some(sender) => sender.head.letter(
            title,
            "各小区党支部、各楼栋党小组",
            Tone::Directing,
            &period.id,
            made,
        ),
        None => plain(title, &Rules::default(), &published.whose, &period.id, made),
    };
    Document {
        body: body(published, hash),
        // A letter names whom to call under its date, and no phone stands on this paper.
        annotation: None,
        ..head
    }
}

fn body(published: &Published, hash: &str) -> Vec<Block> {
    // Praise comes before the ranking.
    let mut sections: Vec<(&str, Vec<Block>)> = vec![
        ("总体情况", overview(published)),
        ("流动小红旗", flags(published)),
        ("优秀志愿者", volunteers(published)),
        ("考评结果", results(published)),
        ("说明", explanations(published, hash)),
    ];
    sections.retain(|(_, blocks)| !blocks.is_empty());
    let mut blocks = correction(published);
    for (number, (name, section)) in (1..).zip(sections) {
        blocks.push(Block::heading(
            1,
            format!("{}、{name}", chinese_number(number)),
        ));
        blocks.extend(section);
    }
    blocks
}

fn correction(published: &Published) -> Vec<Block> {
    if published.revision == 1 {
        return Vec::new();
    }
    let text = format!(
        "本通报为第{}版，代替第{}版。更正事由：{}。",
        published.revision,
        published.revision - 1,
        published.reason.trim_end_matches('。')
    );
    vec![Block::paragraph(text)]
}

fn rows(published: &Published) -> impl Iterator<Item = &RowResult> {
    published.scopes.iter().flat_map(|scope| &scope.rows)
}

fn overview(published: &Published) -> Vec<Block> {
    let ranked = rows(published).filter(|row| row.rank.is_some()).count();
    let sheets: usize = published
        .sheets
        .iter()
        .map(|entry| entry.sheets.len())
        .sum();
    let of_stars = |stars: i64| {
        let count = rows(published).filter(|row| row.rank.is_some() && row.stars == stars);
        count.count()
    };
    let names = ["五", "四", "三", "二", "一"];
    let by_stars: Vec<String> = (1..=5)
        .rev()
        .zip(names)
        .map(|(stars, name)| format!("{name}星{}栋", of_stars(stars)))
        .collect();
    let flags = rows(published).filter(|row| row.flag).count();
    let text = format!(
        "本期按《{}》考评，共{}个{}、{ranked}栋楼（单元）参加排名，收到评分表{sheets}份。评定{}，\
         不足一星{}栋；悬挂流动小红旗{flags}面。",
        published.scheme,
        published.scopes.len(),
        published.rules.scope.chinese(),
        by_stars.join("、"),
        of_stars(0),
    );
    vec![Block::paragraph(text)]
}

fn flags(published: &Published) -> Vec<Block> {
    let lines = published.scopes.iter().flat_map(|scope| {
        let won = scope.rows.iter().filter(|row| row.flag);
        won.map(|row| {
            vec![
                scope.community.clone(),
                scope.name.clone(),
                row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
                row.label.clone(),
                row.chief.clone(),
                printed(row.total),
            ]
        })
    });
    let lines: Vec<Vec<String>> = lines.collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let share = ColumnWidth::Share;
    vec![Block::Table(Table {
        columns: vec![
            column("社区", share(5), Align::Left),
            column("范围", share(6), Align::Left),
            column("名次", ColumnWidth::Auto, Align::Center),
            column("楼栋", share(5), Align::Left),
            column("楼栋长", share(4), Align::Center),
            column("得分", ColumnWidth::Auto, Align::Right),
        ],
        rows: lines,
        ..Table::default()
    })]
}

/// `听雨花园：张三（义务清扫楼道）、李四。`
fn volunteers(published: &Published) -> Vec<Block> {
    let mut places: Vec<(&str, Vec<String>)> = Vec::new();
    for volunteer in &published.volunteers {
        let deed = match volunteer.deed.as_str() {
            "" => String::new(),
            deed => format!("（{deed}）"),
        };
        let named = format!("{}{deed}", volunteer.name);
        match places
            .iter_mut()
            .find(|(place, _)| *place == volunteer.place)
        {
            Some((_, names)) => names.push(named),
            None => places.push((&volunteer.place, vec![named])),
        }
    }
    let line = |(place, names): (&str, Vec<String>)| {
        let place = match place {
            "" => String::new(),
            place => format!("{place}："),
        };
        Block::paragraph(format!("{place}{}。", names.join("、")))
    };
    places.into_iter().map(line).collect()
}

fn results(published: &Published) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (number, scope) in (1..).zip(&published.scopes) {
        let of = match scope.community.as_str() {
            "" => String::new(),
            community if scope.name == community => String::new(),
            community => community.to_owned(),
        };
        let heading = format!("（{}）{of}{}", chinese_number(number), scope.name);
        blocks.push(Block::heading(2, heading));
        blocks.push(Block::Table(scope_table(&published.rules, scope)));
        blocks.extend(scope.notes.iter().map(|note| Block::Line {
            align: Align::Left,
            text: format!("注：{note}"),
        }));
    }
    blocks
}

fn scope_table(rules: &SchemeRules, scope: &ScopeResult) -> Table {
    let auto = ColumnWidth::Auto;
    let mut columns = vec![
        column("名次", auto, Align::Center),
        column("楼栋", ColumnWidth::Share(6), Align::Left),
    ];
    columns.extend(
        rules
            .marked()
            .map(|(_, item)| column(&item.name, auto, Align::Right)),
    );
    columns.extend([
        column("总分", auto, Align::Right),
        column("星级", auto, Align::Left),
        column("较上期", auto, Align::Center),
    ]);
    Table {
        columns,
        rows: scope.rows.iter().map(|row| line(rules, row)).collect(),
        size: TextSize::Five,
        ..Table::default()
    }
}

fn line(rules: &SchemeRules, row: &RowResult) -> Vec<String> {
    let rank = match row.rank {
        Some(rank) => rank.to_string(),
        None => "—".into(),
    };
    let flag = if row.flag { "（红旗）" } else { "" };
    let mut cells = vec![rank, format!("{}{flag}", row.label)];
    cells.extend(
        rules
            .marked()
            .map(|(place, item)| mean(row, place, item.kind)),
    );
    cells.push(printed(row.total));
    cells.push(match row.standing {
        Standing::Rated => stars(row.stars),
        Standing::Exempt => "不参评".into(),
        Standing::Excluded => "不予评星".into(),
    });
    cells.push(change(row));
    cells
}

/// The mean of an item; a bonus or deduction of nothing stays empty.
fn mean(row: &RowResult, place: usize, kind: ItemKind) -> String {
    let mean = row.means.get(place).copied();
    match kind {
        ItemKind::Base => printed(mean),
        _ => printed(mean.filter(|mean| *mean != 0)),
    }
}

fn change(row: &RowResult) -> String {
    match (row.rank, row.gained()) {
        (None, _) => "—".into(),
        (_, None) => "新".into(),
        (_, Some(0)) => "持平".into(),
        (_, Some(gained)) if gained > 0 => format!("↑{gained}"),
        (_, Some(gained)) => format!("↓{}", -gained),
    }
}

fn explanations(published: &Published, hash: &str) -> Vec<Block> {
    let rules = &published.rules;
    let thresholds: Vec<String> = rules.stars.iter().map(|least| show(*least)).collect();
    let mut lines = vec![
        "各项得分为各评分楼栋打分的平均；总分为各基本项平均分按权重折算之和，加上加分（封顶），减去扣分。\
         计算过程不取舍，打印保留三位小数。"
            .to_owned(),
        format!(
            "一星到五星的分数线依次为{}分。{}",
            thresholds.join("、"),
            tie_rule(rules)
        ),
    ];
    lines.extend(standing_line(published, Standing::Exempt, "不参评"));
    lines.extend(standing_line(published, Standing::Excluded, "不予评星"));
    let far_off: usize = rows(published).map(|row| row.far_off.len()).sum();
    if far_off > 0 {
        lines.push(format!(
            "有{far_off}份评分与同一楼栋其他评分相差较大，已提请复核，照常计入。"
        ));
    }
    lines.push(format!("内容校验值：{hash}"));
    let numbered = (1..)
        .zip(lines)
        .map(|(number, line): (u32, String)| Block::paragraph(format!("{number}.{line}")));
    numbered.collect()
}

fn standing_line(published: &Published, standing: Standing, word: &str) -> Option<String> {
    let of = |row: &&RowResult| row.standing == standing;
    let named: Vec<String> = rows(published)
        .filter(of)
        .map(|row| format!("{}{}（{}）", row.compound, row.name, row.basis))
        .collect();
    (!named.is_empty()).then(|| format!("{word}：{}。", named.join("、")))
}
