use super::kind::{RegisterEntry, RegisterKind, all, opening};
use super::mapping::{recall, remember};
use super::model::{
    ApplyRegister, ColumnChoice, ImportStatus, MappedSheet, OfRegister, PreviewRegister,
    RegisterInfo, RegisterOutcome, RegisterPreview, SHOWN,
};
use super::plan::{Exported, Importer, Planned, SheetInfo};
use super::reading::Reading;
use super::register::{Register, create_missing, exported};
use crate::house::table_file::TableFile;
use crate::office::Cx;
use ground::commands::NoArgs;
use ground::environment::zone;
use ground::error::{Error, Result};
use ground::files::FileRef;
use std::collections::HashSet;
use tables::sheet::Sheet;
use tables::{
    Column, Fault, Properties, RECORD, SheetSpec, Table, TemplateSpec, annotate, template,
    write_table,
};

/// Faults and corrections shown; the error copy holds all.
pub(crate) const TOLD: usize = 1_000;

/// `registers.list`.
pub async fn list_registers(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<RegisterInfo>> {
    let registers = all(cx.office.catalog()).into_iter();
    Ok(registers.map(RegisterEntry::info).collect())
}

/// `registers.template`.
pub async fn register_template(cx: &mut Cx<'_>, args: OfRegister) -> Result<FileRef> {
    let entry = args.register.entry(cx.office.catalog())?;
    let blank = (entry.blank)(cx).await?;
    let title = blank.info.title;
    write_blanks(cx, title, &[blank])
}

/// What a register's template is made from.
pub(super) async fn blank<R: Importer>(cx: &mut Cx<'_>) -> Result<Blank> {
    let columns = R::columns().into_iter();
    Ok(Blank {
        info: R::INFO,
        // A blank sheet stands for no records yet; their numbers go out with an export only.
        columns: columns.filter(|column| column.key != RECORD.key).collect(),
        lists: R::lists(cx).await?,
    })
}

/// What a template is made from, with the office's own lists.
pub(super) struct Blank {
    info: SheetInfo,
    columns: Vec<Column<'static>>,
    lists: Vec<(&'static str, Vec<String>)>,
}

impl Blank {
    fn spec(&self) -> TemplateSpec<'_> {
        TemplateSpec {
            sheet: self.info.thing,
            title: self.info.title,
            note: self.info.note,
            columns: &self.columns,
            lists: &self.lists,
            rows: None,
        }
    }
}

fn write_blanks(cx: &Cx<'_>, title: &str, blanks: &[Blank]) -> Result<FileRef> {
    let specs: Vec<TemplateSpec<'_>> = blanks.iter().map(Blank::spec).collect();
    let bytes = template::write_templates(&properties(cx, title), &specs)?;
    Ok(cx.office.files().keep(format!("{title}模板.xlsx"), bytes))
}

/// `opening.template`: the sheets that bring an office in at mid-year, in one workbook. Each register is
/// imported from it in turn, and finds its own sheet.
pub async fn opening_template(cx: &mut Cx<'_>, _: NoArgs) -> Result<FileRef> {
    let mut blanks = Vec::new();
    for entry in opening(cx.office.catalog()) {
        blanks.push((entry.blank)(cx).await?);
    }
    write_blanks(cx, "期初数据套表", &blanks)
}

/// `registers.export`: everything kept, in the columns that can be imported back.
pub async fn register_export(cx: &mut Cx<'_>, args: OfRegister) -> Result<FileRef> {
    let entry = args.register.entry(cx.office.catalog())?;
    (entry.export)(cx).await
}

pub(super) async fn full_sheet<R: Importer>(cx: &mut Cx<'_>) -> Result<FileRef> {
    match R::export(cx).await? {
        Some(exported) => written::<R>(cx, exported).await,
        None => {
            let message = format!("“{}”请在它自己的列表页导出。", R::INFO.thing);
            Err(Error::invalid("register", message))
        }
    }
}

/// Some items of a register, as a list shows them, in the columns that can be imported back.
pub(crate) async fn sheet_of<R: Register>(
    cx: &Cx<'_>,
    items: &[R::Item],
    known: &R::Known,
) -> Result<FileRef> {
    written::<R>(cx, exported::<R>(items, known)).await
}

/// A register's sheet, to be written.
pub(crate) fn spec_of(info: &SheetInfo, exported: Exported) -> SheetSpec {
    SheetSpec {
        name: info.thing.to_owned(),
        title: Some(info.title.to_owned()),
        columns: exported.columns,
        rows: exported.rows,
        frozen_columns: info.frozen,
        ..SheetSpec::default()
    }
}

async fn written<R: Importer>(cx: &Cx<'_>, exported: Exported) -> Result<FileRef> {
    let (title, spec) = (R::INFO.title, spec_of(&R::INFO, exported));
    let properties = properties(cx, title);
    let making = move || write_table(&properties, spec);
    let bytes = cx.make(making).await??;
    Ok(cx.office.files().keep(format!("{title}.xlsx"), bytes))
}

/// `registers.importPreview`.
pub async fn preview_register(cx: &mut Cx<'_>, args: PreviewRegister) -> Result<RegisterPreview> {
    let entry = args.register.entry(cx.office.catalog())?;
    (entry.preview)(cx, args).await
}

pub(super) async fn preview<R: Importer>(
    cx: &mut Cx<'_>,
    args: PreviewRegister,
) -> Result<RegisterPreview> {
    let file = cx.table_file(&args.file, None)?;
    let sheets = cx.sheets(&file).await?;
    let columns = R::columns();
    let mut reading = Reading::locate(&sheets, &columns, R::INFO.all_sheets)?;
    choose(cx, &args.register, &mut reading, &args.columns).await?;
    // Without choices: it is the preview that tells which there are to make.
    let planned = R::plan(cx, reading.read(), &[]).await?;
    let about = (&file, R::INFO.title);
    let header = |sheet: &Sheet| reading.header_of(sheet);
    let error_copy = error_copy(cx, about, &sheets, header, &planned.faults)?;
    Ok(told(file.hash, reading.mapped(), planned, error_copy))
}

async fn choose(
    cx: &mut Cx<'_>,
    register: &RegisterKind,
    reading: &mut Reading<'_>,
    chosen: &[ColumnChoice],
) -> Result<()> {
    let remembered = recall(cx, &register.0, &reading.signatures()).await?;
    reading.choose(&remembered, chosen);
    Ok(())
}

/// The clerk's own sheets with every fault coloured and explained; none where there is no fault.
/// `header` tells the first and last row of a sheet's header.
pub(crate) fn error_copy(
    cx: &Cx<'_>,
    (file, title): (&TableFile, &str),
    sheets: &[Sheet],
    header: impl Fn(&Sheet) -> Option<(u32, u32)>,
    faults: &[Fault],
) -> Result<Option<FileRef>> {
    if faults.is_empty() {
        return Ok(None);
    }
    let properties = properties(cx, &format!("{title}（错误说明）"));
    // Into the clerk's own bytes: formats, formulas and other sheets stay as they were.
    let copy = annotate::mark(file.bytes(), sheets, header, faults, &properties)?;
    let stem = file
        .name
        .rsplit_once('.')
        .map_or(file.name.as_str(), |(stem, _)| stem);
    let name = format!("{stem}（错误说明）.xlsx");
    Ok(Some(cx.office.files().keep(name, copy)))
}

/// A plan as the person sees it.
pub(crate) fn told<W>(
    file_hash: String,
    sheets: Vec<MappedSheet>,
    mut planned: Planned<W>,
    error_copy: Option<FileRef>,
) -> RegisterPreview {
    // Counted before the list is cut to what is shown.
    let wrong_rows = wrong_rows(&planned.faults);
    let mut rows = planned.rows;
    let left_out = planned.left_out + leave_out(&mut rows, |row| row.status);
    planned.faults.truncate(TOLD);
    planned.corrections.truncate(TOLD);
    RegisterPreview {
        file_hash,
        sheets,
        counts: planned.counts,
        facts: planned.facts,
        missing: planned.missing,
        conflicts: planned.conflicts,
        likely_one: planned.likely_one,
        wrong_rows,
        faults: planned.faults,
        corrections: planned.corrections,
        rows,
        rows_left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
        error_copy,
    }
}

/// Leaves out what a preview does not show, what is the same first, and tells how many rows that were.
pub(crate) fn leave_out<T>(rows: &mut Vec<T>, status: impl Fn(&T) -> ImportStatus) -> usize {
    let left_out = rows.len().saturating_sub(SHOWN);
    if left_out > 0 {
        // Only where rows have to go; a preview that shows all keeps the order of the file.
        rows.sort_by_key(|row| status(row) == ImportStatus::Unchanged);
        rows.truncate(SHOWN);
    }
    left_out
}

/// `registers.importApply`: one transaction, one change set, which `changes.undo` takes back whole.
pub async fn apply_register(cx: &mut Cx<'_>, args: ApplyRegister) -> Result<RegisterOutcome> {
    let entry = args.register.entry(cx.office.catalog())?;
    (entry.apply)(cx, args).await
}

/// Plans and writes; what was missing is made first, and the same bytes are then understood and planned anew: rows
/// of a large file are not kept in memory twice.
pub(super) async fn apply<R: Importer>(
    cx: &mut Cx<'_>,
    args: ApplyRegister,
) -> Result<RegisterOutcome> {
    cx.because(format!("导入{}", args.file.name));
    let file = cx.table_file(&args.file, args.file_hash.as_deref())?;
    let tables = read::<R>(cx, &file, &args).await?;
    let mut planned = R::plan(cx, tables, &args.choices).await?;
    let mut wrong = skipped(&mut planned.faults, args.skip_wrong)?;
    let created = std::mem::take(&mut planned.missing);
    if !created.is_empty() {
        refuse_unless(args.create_missing, &created)?;
        create_missing(cx, &created).await?;
        let tables = read::<R>(cx, &file, &args).await?;
        // Rows name what was just made by a key that they could not know before.
        planned = R::plan(cx, tables, &args.choices).await?;
        // What is wrong only now that there is what rows name.
        wrong = skipped(&mut planned.faults, args.skip_wrong)?;
    }
    let Planned { counts, write, .. } = planned;
    R::write(cx, write).await?;
    Ok(RegisterOutcome {
        counts,
        created,
        skipped_rows: wrong,
    })
}

/// How many rows are left out because they are wrong.
///
/// # Errors
/// `Invalid` with the faults where the person did not ask for that.
pub(crate) fn skipped(faults: &mut Vec<Fault>, skip: bool) -> Result<i64> {
    let wrong = wrong_rows(faults);
    if wrong == 0 || skip {
        return Ok(wrong);
    }
    let message = format!("有 {wrong} 行有错，请改正后重新选择文件，或勾选“跳过有错的行”。");
    faults.truncate(TOLD);
    Err(Error::invalid("skip_wrong", message).with_detail(faults))
}

/// The file's tables under the headings chosen before and now; what was chosen is remembered.
async fn read<R: Importer>(
    cx: &mut Cx<'_>,
    file: &TableFile,
    args: &ApplyRegister,
) -> Result<Vec<Table>> {
    let sheets = cx.sheets(file).await?;
    let columns = R::columns();
    let mut reading = Reading::locate(&sheets, &columns, R::INFO.all_sheets)?;
    choose(cx, &args.register, &mut reading, &args.columns).await?;
    let tables = reading.read();
    // A preview lets this pass, so that the headings can be put right; here nothing could be
    // written.
    if tables.is_empty() {
        return Err(reading.incomplete().into());
    }
    let to_remember = reading.to_remember(&args.columns);
    remember(cx, &args.register.0, to_remember).await?;
    Ok(tables)
}

fn refuse_unless(create: bool, missing: &[super::Missing]) -> Result<()> {
    if create {
        return Ok(());
    }
    let listed: Vec<String> = missing
        .iter()
        .map(|missing| {
            format!(
                "{} 个{}（{}）",
                missing.names.len(),
                missing.thing,
                missing.names.join("、")
            )
        })
        .collect();
    let message = format!(
        "有 {} 尚未建立，请勾选“一并新建”后再导入。",
        listed.join("，")
    );
    Err(Error::invalid("create_missing", message).with_detail(missing))
}

/// Rows with a fault.
pub(crate) fn wrong_rows(faults: &[Fault]) -> i64 {
    // A row with two faults is one row to mend.
    let rows: HashSet<_> = faults
        .iter()
        .map(|fault| (&fault.sheet, fault.row))
        .collect();
    i64::try_from(rows.len()).unwrap_or(i64::MAX)
}

/// What a workbook made now says about itself.
pub(crate) fn properties(cx: &Cx<'_>, title: &str) -> Properties {
    Properties {
        title: title.to_owned(),
        author: cx.session.name.clone(),
        created: cx.now().with_timezone(&zone()).naive_local(),
    }
}
