//! A register whose rows stand for one record each: what it declares, and the import made from that.

use super::compare::compare;
use super::model::{Missing, RegisterChoice};
use super::plan::{Exported, Importer, Planned, SheetInfo};
use crate::api::Answer;
use crate::office::Cx;
use chrono::NaiveDate;
use ground::calendar::FuzzyDate;
use ground::error::Result;
use ground::phone::mask;
use ground::progress::{Stage, WRITTEN};
use ground::shares::in_shares;
use std::borrow::Cow;
use std::collections::HashMap;
use tables::{CellData, Column, RECORD, Table, Value, WriteColumn};

/// Items that are worth writing out on several cores.
const MANY: usize = 4_000;

/// Why a cell's value cannot stand in its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It breaks a rule: one Chinese sentence that says what to write.
    Wrong(String),
    /// It names something that nobody knows and that can be made when asked.
    Unknown {
        /// What it is, such as 社区.
        thing: &'static str,
        /// Its name.
        name: String,
    },
}

impl Refusal {
    /// A rule that is broken.
    pub fn wrong(reason: impl Into<String>) -> Self {
        Self::Wrong(reason.into())
    }
}

/// A row as a whole breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowFault {
    /// Key of the column to colour.
    pub column: &'static str,
    /// One Chinese sentence that says what to write.
    pub reason: String,
}

/// A column of a sheet and the field of a record it stands for.
pub(crate) struct Field<I, K> {
    /// The column.
    pub column: Column<'static>,
    /// Reads the field; none where it holds nothing.
    pub get: fn(&I, &K) -> Option<Value>,
    /// Sets the field.
    pub set: fn(&mut I, Value, &K) -> Result<(), Refusal>,
}

/// A sheet whose rows stand for one record each.
pub(crate) trait Rows: Send + Sync + 'static {
    /// What a row stands for.
    type Item: Clone + Send + Sync;
    /// What rows refer to by name, looked up once.
    type Known: Send + Sync;

    /// What its sheet is called and says.
    const INFO: SheetInfo;
    /// Columns by which a row without a record number means a kept record.
    const KEY: &'static [&'static str];

    /// Its columns and fields, in the order of the template.
    fn fields() -> &'static [Field<Self::Item, Self::Known>];
    /// Key of an item.
    fn id(item: &Self::Item) -> &str;
    /// An item that says nothing yet.
    fn begin(id: String, known: &Self::Known) -> Self::Item;
    /// What an item is called, and where it belongs.
    fn name(item: &Self::Item, known: &Self::Known) -> (String, String);
    /// What an item is counted as as well, such as a partner's kind.
    fn counts_as(_item: &Self::Item) -> Option<&'static str> {
        None
    }
    /// Fills in what follows from the row, and checks it as a whole.
    fn settle(
        _item: &mut Self::Item,
        _kept: Option<&Self::Item>,
        _known: &mut Self::Known,
    ) -> Result<(), RowFault> {
        Ok(())
    }
}

/// A register of such rows: a sheet that holds all there is of a kind.
pub(crate) trait Register: Rows {
    /// Looks up what rows may refer to.
    fn known(cx: &mut Cx<'_>) -> impl Future<Output = Result<Self::Known>> + Send;
    /// Everything that is kept and in use.
    fn kept(cx: &mut Cx<'_>) -> impl Future<Output = Result<Vec<Self::Item>>> + Send;
    /// Writes items that are new or differ, together where that is faster.
    fn save_all(cx: &mut Cx<'_>, items: Vec<Self::Item>)
    -> impl Future<Output = Result<()>> + Send;

    /// Lists of the office's own that templates offer, by column key.
    fn lists(_known: &Self::Known) -> Vec<(&'static str, Vec<String>)> {
        Vec::new()
    }
}

impl<R: Register> Importer for R {
    type Write = Vec<R::Item>;

    const INFO: SheetInfo = R::INFO;

    fn columns() -> Vec<Column<'static>> {
        columns::<R>()
    }

    async fn lists(cx: &mut Cx<'_>) -> Result<Vec<(&'static str, Vec<String>)>> {
        Ok(R::lists(&R::known(cx).await?))
    }

    async fn plan(
        cx: &mut Cx<'_>,
        tables: Vec<Table>,
        choices: &[RegisterChoice],
    ) -> Result<Planned<Self::Write>> {
        let mut known = R::known(cx).await?;
        let kept = R::kept(cx).await?;
        let new_id = || cx.new_id();
        compare::<R>(tables, &mut known, &kept, choices, &new_id, cx.progress)
    }

    async fn write(cx: &mut Cx<'_>, write: Self::Write) -> Result<()> {
        cx.progress.enter(Stage::Writing, write.len()).await?;
        let mut items = write.into_iter();
        loop {
            // In chunks, so that whoever cancels is heard, and items are given up as they are
            // written.
            let chunk: Vec<R::Item> = items.by_ref().take(WRITTEN).collect();
            let count = chunk.len();
            if count == 0 {
                return Ok(());
            }
            R::save_all(cx, chunk).await?;
            cx.progress.advanced(count).await?;
        }
    }

    async fn export(cx: &mut Cx<'_>) -> Result<Option<Exported>> {
        cx.progress.enter(Stage::Gathering, 0).await?;
        let known = R::known(cx).await?;
        let kept = R::kept(cx).await?;
        cx.progress.check()?;
        Ok(Some(exported::<R>(&kept, &known)))
    }
}

/// How what rows name and nobody knows is made, after the clerk asked for it; the thing it becomes declares it
/// among its parts.
pub(crate) struct Maker {
    /// What rows call it, such as 社区.
    pub thing: &'static str,
    /// Makes those of these names.
    pub make: for<'c, 'a> fn(&'c mut Cx<'a>, &'c [String]) -> Answer<'c, ()>,
}

/// Makes what rows name and nobody knows.
pub(crate) async fn create_missing(cx: &mut Cx<'_>, missing: &[Missing]) -> Result<()> {
    for missing in missing {
        let mut makers = cx.office.catalog().parts::<Maker>();
        if let Some(maker) = makers.find(|maker| maker.thing == missing.thing) {
            (maker.make)(cx, &missing.names).await?;
        }
    }
    Ok(())
}

/// The columns of such a sheet, the hidden one of record numbers among them.
pub(crate) fn columns<R: Rows>() -> Vec<Column<'static>> {
    let declared = R::fields().iter().map(|field| field.column);
    declared.chain([RECORD]).collect()
}

/// Items as a sheet that can be edited and read back.
pub(crate) fn exported<R: Rows>(items: &[R::Item], known: &R::Known) -> Exported {
    let mut columns: Vec<WriteColumn> = columns::<R>().iter().map(WriteColumn::from).collect();
    // By its number a record is known again though its name was edited; nobody has to see it.
    if let Some(record) = columns.last_mut() {
        record.hidden = true;
    }
    let rows = in_shares(items.len(), MANY, |share| {
        let items = items[share].iter();
        items
            .map(|item| cells::<R>(item, known))
            .collect::<Vec<_>>()
    });
    Exported {
        columns,
        rows: rows.into_iter().flatten().collect(),
    }
}

fn cells<R: Rows>(item: &R::Item, known: &R::Known) -> Vec<CellData> {
    let shown = |field: &Field<R::Item, R::Known>| {
        let value = (field.get)(item, known)?;
        Some(match field.column.private {
            // Numbers of residents leave the program masked; one that comes back so means
            // unchanged.
            true => mask(&value.display()).into(),
            false => CellData::from(value),
        })
    };
    let declared = R::fields()
        .iter()
        .map(|field| shown(field).unwrap_or_default());
    declared.chain([R::id(item).into()]).collect()
}

/// Keys by name, and the other way round.
#[derive(Debug, Default)]
pub struct Names {
    ids: HashMap<String, String>,
    names: HashMap<String, String>,
    listed: Vec<String>,
}

impl Names {
    /// From pairs of key and name; where two share a name, the first is meant.
    pub fn new(all: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut known = Self::default();
        for (id, name) in all {
            known.alias(&name, &id);
            known.listed.push(name.clone());
            known.names.insert(id, name);
        }
        known
    }

    /// Another name for a key, where nothing bears it yet.
    pub fn alias(&mut self, name: &str, id: &str) {
        self.ids
            .entry(without_quotes(name).into_owned())
            .or_insert_with(|| id.to_owned());
    }

    /// Every name, as they were given.
    pub fn all(&self) -> Vec<String> {
        self.listed.clone()
    }

    /// The key of what bears a name.
    pub fn id(&self, name: &str) -> Option<&String> {
        self.ids.get(without_quotes(name).as_ref())
    }

    /// The name of a key.
    pub fn name(&self, id: &str) -> Option<&String> {
        self.names.get(id)
    }

    /// The name of a key, as a cell's value.
    pub fn value(&self, id: Option<&str>) -> Option<Value> {
        self.name(id?).cloned().map(Value::Text)
    }
}

/// A name however its quotes are typed: 听雨社区“大党委” with any or none.
fn without_quotes(name: &str) -> Cow<'_, str> {
    let is_quote = |c: char| matches!(c, '“' | '”' | '"' | '＂' | '「' | '」' | '『' | '』');
    match name.contains(is_quote) {
        true => name.replace(is_quote, "").into(),
        false => name.into(),
    }
}

/// The day of a value; none where it is vaguer or no date.
pub(crate) fn day_of(value: Value) -> Option<NaiveDate> {
    match value.into_date() {
        Some(FuzzyDate::Day(day)) => Some(day),
        _ => None,
    }
}

/// A day as a cell's value.
pub(crate) fn day_value(day: Option<NaiveDate>) -> Option<Value> {
    day.map(|day| Value::Date(FuzzyDate::Day(day)))
}

/// The text of a value; empty where it is none.
pub(crate) fn text_of(value: Value) -> String {
    value.into_text().unwrap_or_default()
}

/// A text as a cell's value; none where it is empty.
pub(crate) fn text_value(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}
