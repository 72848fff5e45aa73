//! Key figures: as cards at the top, and as a table with numerator, denominator and definition.

use tables::xlsx::{Color, Format, FormatAlign, FormatBorder};

use super::{COLUMNS, Page, ruled};
use crate::summary::workbook::data::Figure;
use tables::ExcelError;
use tables::write::{Tone, lines_of, row_height, style};

const MOST_CARDS: usize = 6;
/// First and last column of the definition, and its width in digits.
const DEFINITION: (u16, u16, usize) = (6, 10, 62);

/// Writes the first figures as cards: value, name, and how it compares.
pub fn cards(page: &mut Page<'_>, figures: &[Figure]) -> Result<(), ExcelError> {
    let count = figures.len().min(MOST_CARDS);
    let width = COLUMNS / u16::try_from(count.max(2)).unwrap_or(COLUMNS);
    let lefts = (0_u16..).map(|at| at * width);
    for (figure, left) in figures.iter().take(count).zip(lefts) {
        card(page, figure, left, left + width - 1)?;
    }
    for (height, row) in [34.0, 18.0, 18.0].into_iter().zip(page.row..) {
        page.worksheet.set_row_height(row, height)?;
    }
    page.row += 3;
    page.gap()
}

fn card(page: &mut Page<'_>, figure: &Figure, left: u16, right: u16) -> Result<(), ExcelError> {
    let tone = tone(figure);
    let ground = card_format(&page.styles.base, tone.weak());
    let value = ground
        .clone()
        .set_bold()
        .set_font_size(20)
        .set_font_color(if tone == Tone::Muted {
            style::INK
        } else {
            tone.strong()
        })
        .set_border_top(FormatBorder::Thick)
        .set_border_top_color(tone.strong());
    let row = page.row;
    page.worksheet
        .merge_range(row, left, row, right, "", &value)?;
    match figure.denominator {
        Some(whole) => {
            let text = format!("{} / {whole}", figure.numerator);
            page.worksheet
                .write_string_with_format(row, left, text, &value)?;
        }
        None => {
            let value = value.set_num_format(format!("#,##0\" {}\"", figure.unit));
            page.worksheet
                .write_number_with_format(row, left, figure.numerator as f64, &value)?;
        }
    }
    let soft = ground
        .clone()
        .set_font_size(9)
        .set_font_color(style::INK_SOFT);
    page.worksheet
        .merge_range(row + 1, left, row + 1, right, &figure.label, &ground)?;
    page.worksheet
        .merge_range(row + 2, left, row + 2, right, &comparison(figure), &soft)?;
    Ok(())
}

/// White sides keep neighbouring cards apart.
fn card_format(base: &Format, ground: Color) -> Format {
    base.clone()
        .set_background_color(ground)
        .set_indent(1)
        .set_align(FormatAlign::Left)
        .set_border_left(FormatBorder::Thick)
        .set_border_left_color(Color::White)
        .set_border_right(FormatBorder::Thick)
        .set_border_right_color(Color::White)
}

/// Figures of which less is better are red until they are zero.
fn tone(figure: &Figure) -> Tone {
    match (figure.lower_is_better, figure.numerator) {
        (true, 0) => Tone::Done,
        (true, _) => Tone::Late,
        (false, _) if figure.denominator.is_some() => Tone::Doing,
        _ => Tone::Muted,
    }
}

/// `82.1%，上期 78.6%` for a rate, `上期 67（+2）` for a count.
fn comparison(figure: &Figure) -> String {
    let previous = figure.previous;
    match (figure.denominator, previous) {
        (Some(whole), None) => percent(figure.numerator, whole),
        (Some(whole), Some((part_before, before))) => {
            let now = percent(figure.numerator, whole);
            format!(
                "{now}，上期 {}",
                percent(part_before, before.unwrap_or_default())
            )
        }
        (None, Some((before, _))) => format!("上期 {before}（{:+}）", figure.numerator - before),
        (None, None) => "上期无数据".to_owned(),
    }
}

/// A share in per mille, rounded half up, printed with one decimal; — for a whole of nothing.
fn percent(part: i64, whole: i64) -> String {
    if whole <= 0 {
        return "—".to_owned();
    }
    // In whole numbers: as a float, a share that ends in 5 may round either way.
    let tenths = (part * 2_000 + whole) / (whole * 2);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// Writes every figure with what it is made of.
pub fn table(page: &mut Page<'_>, figures: &[Figure]) -> Result<(), ExcelError> {
    page.heading("指标与口径")?;
    header(page)?;
    for figure in figures {
        table_row(page, figure)?;
    }
    Ok(())
}

fn header(page: &mut Page<'_>) -> Result<(), ExcelError> {
    let format = ruled(&page.styles.base)
        .set_bold()
        .set_background_color(style::GROUND)
        .set_align(FormatAlign::Center);
    let (row, (left, right, _)) = (page.row, DEFINITION);
    page.worksheet
        .merge_range(row, 0, row, 1, "指标", &format)?;
    for (column, title) in [
        (2, "本期"),
        (3, "分子 / 分母"),
        (4, "上期"),
        (5, "较上期"),
        (11, "记录"),
    ] {
        page.worksheet
            .write_string_with_format(row, column, title, &format)?;
    }
    page.worksheet
        .merge_range(row, left, row, right, "口径", &format)?;
    page.worksheet.set_row_height(row, 22)?;
    page.row += 1;
    Ok(())
}

fn table_row(page: &mut Page<'_>, figure: &Figure) -> Result<(), ExcelError> {
    let plain = ruled(&page.styles.base).set_text_wrap();
    let (row, (left, right, width)) = (page.row, DEFINITION);
    let name = plain
        .clone()
        .set_bold()
        .set_align(FormatAlign::Left)
        .set_indent(1);
    page.worksheet
        .merge_range(row, 0, row, 1, &figure.label, &name)?;
    value(
        page,
        2,
        Some((figure.numerator, figure.denominator)),
        figure,
    )?;
    made_of(page, figure, &plain)?;
    value(page, 4, figure.previous, figure)?;
    change(page, figure, &plain)?;
    page.worksheet.merge_range(
        row,
        left,
        row,
        right,
        &figure.definition,
        &plain.set_font_size(9),
    )?;
    page.link_cell(row, figure.sheet.as_deref().map(|sheet| (sheet, 0)))?;
    page.worksheet.set_row_height(
        row,
        row_height(lines_of(&figure.definition, width)).max(22.0),
    )?;
    page.row += 1;
    Ok(())
}

/// A count or a rate as a number.
fn value(
    page: &mut Page<'_>,
    column: u16,
    value: Option<(i64, Option<i64>)>,
    figure: &Figure,
) -> Result<(), ExcelError> {
    let format = ruled(&page.styles.base).set_align(FormatAlign::Center);
    let row = page.row;
    match value {
        Some((count, None)) => {
            // The unit is part of the format, so that the cell stays a number.
            let format = format.set_num_format(format!("#,##0\" {}\"", figure.unit));
            page.worksheet
                .write_number_with_format(row, column, count as f64, &format)?
        }
        Some((part, Some(whole))) if whole > 0 => {
            let format = format.set_num_format("0.0%");
            page.worksheet
                .write_number_with_format(row, column, share(part, whole), &format)?
        }
        _ => page
            .worksheet
            .write_string_with_format(row, column, "—", &format)?,
    };
    Ok(())
}

fn share(part: i64, whole: i64) -> f64 {
    part as f64 / whole as f64
}

fn made_of(page: &mut Page<'_>, figure: &Figure, plain: &Format) -> Result<(), ExcelError> {
    let text = figure
        .denominator
        .map(|whole| format!("{} / {whole}", figure.numerator));
    let format = plain.clone().set_align(FormatAlign::Center);
    let text = text.unwrap_or_else(|| "—".to_owned());
    page.worksheet
        .write_string_with_format(page.row, 3, text, &format)?;
    Ok(())
}

/// The difference to the period before, in percentage points for a rate, coloured by whether it is
/// for the better.
fn change(page: &mut Page<'_>, figure: &Figure, plain: &Format) -> Result<(), ExcelError> {
    let format = plain.clone().set_align(FormatAlign::Center);
    let Some((difference, number_format)) = difference(figure) else {
        page.worksheet
            .write_string_with_format(page.row, 5, "—", &format)?;
        return Ok(());
    };
    let tone = match (
        difference == 0.0,
        (difference < 0.0) == figure.lower_is_better,
    ) {
        (true, _) => Tone::Muted,
        (false, true) => Tone::Done,
        (false, false) => Tone::Late,
    };
    let format = format
        .set_num_format(number_format)
        .set_font_color(tone.strong());
    page.worksheet
        .write_number_with_format(page.row, 5, difference, &format)?;
    Ok(())
}

fn difference(figure: &Figure) -> Option<(f64, &'static str)> {
    match (figure.denominator, figure.previous?) {
        (Some(whole), (before, Some(whole_before))) if whole > 0 && whole_before > 0 => {
            let points = 100.0 * (share(figure.numerator, whole) - share(before, whole_before));
            Some((points, "+0.0\"百分点\";-0.0\"百分点\";0"))
        }
        (None, (before, _)) => Some(((figure.numerator - before) as f64, "+#,##0;-#,##0;0")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_rounded_half_up() {
        assert_eq!(percent(23, 28), "82.1%");
        assert_eq!(percent(1, 1), "100.0%");
        assert_eq!(percent(1, 2_000), "0.1%");
        assert_eq!(percent(0, 0), "—");
    }
}
