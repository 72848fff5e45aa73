use super::{EXCLUSION, columns, item_texts};
use crate::committees::communities_in_use;
use crate::office::Cx;
use crate::ratings::period::{period_in_reach, whose};
use crate::ratings::rules::SchemeRules;
use crate::ratings::schemes::scheme_to_use;
use crate::ratings::store::entries_of;
use crate::ratings::{RatingEntry, RatingScheme, ScoreLine, ScoresQuery, scores};
use crate::registers::properties;
use ground::calendar::Month;
use ground::commands::NoArgs;
use ground::error::Result;
use ground::files::FileRef;
use ground::points::{POINT, parse, show};
use std::collections::HashMap;
use tables::text::column_letters;
use tables::xlsx::{DataValidation, DataValidationErrorStyle, DataValidationRule};
use tables::{
    Book, CellData, ExcelError, Properties, SheetSpec, TemplateSpec, WriteColumn, WriteKind,
    template,
};

const SHEET: &str = "评分表";
/// Columns before the items.
const NAMES: usize = 4;

/// `ratings.sheet`: the score sheets in Excel, to fill in and read back; marks that are there are
/// filled in.
pub async fn sheet(cx: &mut Cx<'_>, args: ScoresQuery) -> Result<FileRef> {
    let period = period_in_reach(cx, &args.id).await?;
    let scheme: RatingScheme = cx.tx.get(&period.scheme_id).await?;
    let whose = whose(cx, &period).await?;
    let lines = scores(cx, args).await?;
    let entries = entries_of(&mut cx.tx, &period.id).await?;
    let title = format!("{whose}楼栋考评评分表（{}）", period.month.chinese());
    let properties = properties(cx, &title);
    let bytes = write(&properties, &title, &scheme.rules, &entries, &lines)?;
    Ok(cx.office.files().keep(format!("{title}.xlsx"), bytes))
}

/// `ratings.template`: an empty score sheet by the scheme in use, for a month that was not opened yet.
pub async fn score_template(cx: &mut Cx<'_>, _: NoArgs) -> Result<FileRef> {
    let scheme = scheme_to_use(cx).await?;
    let month = Month::of(cx.today());
    let title = format!("楼栋考评打分表（{}）", month.chinese());
    let texts = item_texts(&scheme.rules);
    let mut columns = columns(&scheme.rules, &texts);
    // Last, as on the sheets of offices, and only where the scheme knows any.
    let exclusion = columns.remove(EXCLUSION);
    columns.extend(scheme.rules.exclusions().next().map(|_| exclusion));
    let spec = TemplateSpec {
        sheet: SHEET,
        title: &title,
        note: "请把标题里的月份改成考评的月份；每行是一栋楼给另一栋楼打的分，填好后在“楼栋星级”里导入。",
        columns: &columns,
        lists: &[("community", communities_in_use(cx).await?)],
        rows: None,
    };
    let bytes = template::write_templates(&properties(cx, &title), &[spec])?;
    Ok(cx.office.files().keep("楼栋考评打分表模板.xlsx", bytes))
}

fn write(
    properties: &Properties,
    title: &str,
    rules: &SchemeRules,
    entries: &[RatingEntry],
    lines: &[ScoreLine],
) -> Result<Vec<u8>, ExcelError> {
    let mut book = Book::new(properties)?;
    let place = book.add_sheet(&spec(title, rules, entries, lines))?;
    let (worksheet, _) = book.sheet(SHEET)?;
    let last = place.last.max(place.first);
    for (at, (_, item)) in (NAMES..).zip(rules.marked()) {
        let column = u16::try_from(at).unwrap_or(u16::MAX);
        let full = item.full as f64 / POINT as f64;
        let message = format!("{}请填 0 到 {} 的分数。", item.name, show(item.full));
        let validation = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(0.0, full))
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title("分数不对")?
            .set_error_message(message)?;
        worksheet.add_data_validation(place.first, column, last, column, &validation)?;
    }
    book.save()
}

fn spec(
    title: &str,
    rules: &SchemeRules,
    entries: &[RatingEntry],
    lines: &[ScoreLine],
) -> SheetSpec {
    let by_id: HashMap<&str, &RatingEntry> = entries
        .iter()
        .map(|entry| (entry.id.as_str(), entry))
        .collect();
    let text = |title: &str| WriteColumn::new(title, WriteKind::Text);
    let names = ["社区", "小区", "楼栋", "考评楼栋（评分人）"].map(text);
    let items = item_texts(rules).into_iter();
    let items = items.map(|texts| WriteColumn::new(texts.heading, WriteKind::Decimal));
    SheetSpec {
        name: SHEET.into(),
        title: Some(title.to_owned()),
        note: Some(format!(
            "{} 到 {} 列填分数，可有三位小数；加分、扣分没有的留空；填好后在“楼栋星级”里导入。",
            column_letters(u32::try_from(NAMES).unwrap_or_default()),
            column_letters(u32::try_from(NAMES + rules.marked().count() - 1).unwrap_or_default())
        )),
        columns: names.into_iter().chain(items).collect(),
        rows: lines
            .iter()
            .filter_map(|line| Some(row(rules, by_id.get(line.rated_id.as_str())?, line)))
            .collect(),
        frozen_columns: u16::try_from(NAMES).unwrap_or_default(),
        ..SheetSpec::default()
    }
}

fn row(rules: &SchemeRules, rated: &RatingEntry, line: &ScoreLine) -> Vec<CellData> {
    let marks = rules.marked().map(|(place, _)| {
        let mark = line.marks.get(place).and_then(|mark| parse(mark));
        mark.map_or(CellData::Empty, CellData::Thousandths)
    });
    let names = [&rated.community, &rated.compound, &rated.name, &line.judge];
    names
        .into_iter()
        .map(|name| CellData::from(name.as_str()))
        .chain(marks)
        .collect()
}
