use super::parts::Handed;
use super::plan::{Plan, plan, whose};
use super::store::received;
use super::{ApplyReturn, MonthlyReturn, PreviewReturn, ReturnRow, ReturnsMonth};
use crate::committees::all_committees;
use crate::house::table_file::TableFile;
use crate::office::Cx;
use crate::registers::{
    CountOf, ImportCount, ImportStatus, RegisterOutcome, RegisterPreview, error_copy, skipped, told,
};
use ground::environment::zone;
use ground::error::Result;
use tables::sheet::Sheet;

/// What the registration of a return is called among the counts.
const RECEIPT: &str = "报送登记";

/// `returns.list`: the committees within reach and what came of them for a month.
pub async fn list(cx: &mut Cx<'_>, args: ReturnsMonth) -> Result<Vec<ReturnRow>> {
    let session = cx.session;
    let mut came = received(&mut cx.tx, args.month, None).await?;
    let committees = all_committees(&mut cx.tx).await?.into_iter();
    let seen = committees.filter(|committee| session.may_see(&committee.id));
    Ok(seen
        .map(|committee| {
            let at = came.iter().position(|one| one.committee_id == committee.id);
            ReturnRow {
                received: at.map(|at| came.swap_remove(at)),
                committee_id: committee.id,
                committee: committee.name,
            }
        })
        .collect())
}

/// `returns.importPreview`.
///
/// # Errors
/// `File` for what is no return of this office, or of another month or committee.
pub async fn preview(cx: &mut Cx<'_>, args: PreviewReturn) -> Result<RegisterPreview> {
    let file = cx.table_file(&args.file, None)?;
    let sheets = cx.sheets(&file).await?;
    let of = whose(cx, &sheets, args.month, args.committee_id.as_deref()).await?;
    let mut plan = plan(cx, &of, &sheets, &[]).await?;
    let receipt = receipt(cx, &of, &file).await?;
    // Whose it is comes first: one clerk reads the returns of all communities.
    plan.planned.facts.splice(0..0, receipt.facts(&of));
    plan.planned.counts.push(receipt.count());
    let header = |sheet: &Sheet| plan.headers.get(&sheet.name).copied();
    let about = (&file, "月度报送表");
    let copy = error_copy(cx, about, &sheets, header, &plan.planned.faults)?;
    Ok(told(file.hash, plan.sheets, plan.planned, copy))
}

/// `returns.importApply`: one transaction, one change set, which `changes.undo` takes back whole. A
/// file that was read before and says nothing new changes nothing.
///
/// # Errors
/// As [`preview()`]; `Invalid` for wrong rows that were not to be left out.
pub async fn apply(cx: &mut Cx<'_>, args: ApplyReturn) -> Result<RegisterOutcome> {
    let file = cx.table_file(&args.file, args.file_hash.as_deref())?;
    let sheets = cx.sheets(&file).await?;
    let of = whose(cx, &sheets, args.month, args.committee_id.as_deref()).await?;
    let Plan {
        mut planned, write, ..
    } = plan(cx, &of, &sheets, &args.choices).await?;
    let skipped_rows = skipped(&mut planned.faults, args.skip_wrong)?;
    let receipt = receipt(cx, &of, &file).await?;
    cx.because(format!(
        "读入{}{}报送：{}",
        of.committee.name,
        of.month.chinese(),
        args.file.name
    ));
    write.carry_out(cx, &of).await?;
    let mut counts = planned.counts;
    counts.push(receipt.count());
    // The same file read again leaves day and reader of the first time.
    if receipt.status() != ImportStatus::Unchanged {
        cx.tx.save(&receipt.now).await?;
    }
    Ok(RegisterOutcome {
        counts,
        created: Vec::new(),
        skipped_rows,
    })
}

/// That a return came, and whether the same file came before.
struct Receipt {
    before: Option<MonthlyReturn>,
    now: MonthlyReturn,
}

async fn receipt(cx: &mut Cx<'_>, of: &Handed, file: &TableFile) -> Result<Receipt> {
    let came = received(&mut cx.tx, of.month, Some(&of.committee.id)).await?;
    let before = came.into_iter().next();
    let now = MonthlyReturn {
        id: before
            .as_ref()
            .map_or_else(|| cx.new_id(), |old| old.id.clone()),
        version: before.as_ref().map_or(0, |old| old.version),
        committee_id: of.committee.id.clone(),
        month: of.month,
        file_name: file.name.clone(),
        file_hash: file.hash.clone(),
        received_at: cx.now(),
        by_name: cx.session.name.clone(),
    };
    Ok(Receipt { before, now })
}

impl Receipt {
    fn status(&self) -> ImportStatus {
        match &self.before {
            None => ImportStatus::Created,
            // By its bytes: a file that comes by whatever means comes under any name.
            Some(before) if before.file_hash == self.now.file_hash => ImportStatus::Unchanged,
            Some(_) => ImportStatus::Changed,
        }
    }

    fn count(&self) -> CountOf {
        CountOf {
            thing: RECEIPT.to_owned(),
            count: ImportCount::of([self.status()].into_iter()),
        }
    }

    /// Whose return it is, and whether one came before.
    fn facts(&self, of: &Handed) -> Vec<String> {
        let whose = format!("{}{}的报送表。", of.committee.name, of.month.chinese());
        let before = self.before.as_ref().map(|before| {
            let at = before.received_at.with_timezone(&zone());
            let same = match self.status() {
                ImportStatus::Unchanged => "读入过这个文件",
                _ => "读入过另一份，下面只列出不同之处",
            };
            format!("{} {}{same}。", at.format("%m月%d日 %H:%M"), before.by_name)
        });
        std::iter::once(whose).chain(before).collect()
    }
}
