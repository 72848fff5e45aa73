//! The workbook of a return, filled in as far as the office knows.

use super::cover::{self, Marks};
use super::parts::{
    ActivitiesPart, AttendancePart, DutyPart, Handed, MattersPart, Part, TopicsPart,
};
use super::{MakeReturn, ReturnsMonth};
use crate::committees::{Committee, all_committees};
use crate::office::Cx;
use crate::registers::{SheetInfo, columns, exported, properties};
use crate::settings::{OFFICE_ID, OfficeProfile};
use ground::archive::pack;
use ground::calendar::Month;
use ground::error::{Error, Result};
use ground::files::FileRef;
use tables::template::add_templates;
use tables::{Book, CellData, Column, ExcelError, TemplateSpec};

/// `returns.make`: one committee's workbook for a month.
pub async fn make(cx: &mut Cx<'_>, args: MakeReturn) -> Result<FileRef> {
    cx.allow_committee(&args.committee_id)?;
    let committee: Committee = cx.tx.get(&args.committee_id).await?;
    let (name, bytes) = workbook(cx, committee, args.month).await?;
    Ok(cx.office.files().keep(format!("{name}.xlsx"), bytes))
}

/// `returns.makeAll`: the workbooks of every committee within reach, as one archive.
pub async fn make_all(cx: &mut Cx<'_>, args: ReturnsMonth) -> Result<FileRef> {
    let session = cx.session;
    let all = all_committees(&mut cx.tx).await?.into_iter();
    let mut books = Vec::new();
    for committee in all.filter(|committee| session.may_see(&committee.id)) {
        books.push(workbook(cx, committee, args.month).await?);
    }
    if books.is_empty() {
        return Err(Error::state("还没有登记大党委，请先在“大党委”里登记。"));
    }
    let name = format!("{}月度报送表.zip", args.month.chinese());
    Ok(cx.office.files().keep(name, pack(&books, "xlsx")?))
}

/// A committee's workbook and its name.
async fn workbook(
    cx: &mut Cx<'_>,
    committee: Committee,
    month: Month,
) -> Result<(String, Vec<u8>)> {
    let of = Handed::of(cx, committee, month).await?;
    let sheets = [
        filled::<AttendancePart>(cx, &of).await?,
        filled::<TopicsPart>(cx, &of).await?,
        filled::<MattersPart>(cx, &of).await?,
        filled::<DutyPart>(cx, &of).await?,
        filled::<ActivitiesPart>(cx, &of).await?,
    ];
    let street: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
    let street = street.map(|office| office.name).unwrap_or_default();
    let title = format!("{}{}月度报送表", of.committee.name, of.month.chinese());
    let bytes = written(cx, &of, &street, &title, &sheets)?;
    Ok((title, bytes))
}

struct Filled {
    info: SheetInfo,
    columns: Vec<Column<'static>>,
    rows: Vec<Vec<CellData>>,
}

async fn filled<P: Part>(cx: &mut Cx<'_>, of: &Handed) -> Result<Filled> {
    let (known, kept) = P::kept(cx, of).await?;
    // What is compared with may be more than what stands on the sheet, such as matters that are
    // closed.
    let shown: Vec<P::Item> = kept
        .into_iter()
        .filter(|item| P::shown(item, &known))
        .collect();
    Ok(Filled {
        info: P::INFO,
        columns: columns::<P>(),
        rows: exported::<P>(&shown, &known).rows,
    })
}

fn written(
    cx: &Cx<'_>,
    of: &Handed,
    street: &str,
    title: &str,
    sheets: &[Filled],
) -> Result<Vec<u8>, ExcelError> {
    let specs: Vec<TemplateSpec<'_>> = sheets
        .iter()
        .map(|sheet| TemplateSpec {
            sheet: sheet.info.thing,
            title: sheet.info.title,
            note: sheet.info.note,
            columns: &sheet.columns,
            lists: &[],
            rows: Some(&sheet.rows),
        })
        .collect();
    let marks = Marks {
        month: of.month,
        committee_id: of.committee.id.clone(),
    };
    let mut book = Book::new(&properties(cx, title))?;
    cover::add(&mut book, &marks, title, &guide(of, street))?;
    add_templates(&mut book, &specs)?;
    book.save()
}

/// What the first sheet tells.
fn guide<'l>(of: &Handed, street: &str) -> Vec<(&'l str, String)> {
    let meeting = match &of.meeting {
        Some(meeting) => format!(
            "{}，{}",
            ground::calendar::chinese_date(meeting.date),
            meeting.state.chinese()
        ),
        None => "本月还没有建立会议，“出席情况”暂不填。".to_owned(),
    };
    vec![
        ("街道", street.to_owned()),
        ("大党委", of.committee.name.clone()),
        ("月份", of.month.chinese()),
        ("本月会议", meeting),
        (
            "怎么填",
            "后面五张表已填好系统里有的内容，只填变化的部分：出席情况、议题、交办事项、轮值活动、服务活动。"
                .to_owned(),
        ),
        (
            "怎么交",
            "填好后把这个文件原样交回街道；请不要改表名、删列或另抄一份，隐藏的内容用来认出这份表。"
                .to_owned(),
        ),
        (
            "提醒",
            "空着的格子不会清掉已有的内容；同一份表交两次只算一次；不得录入涉密信息。".to_owned(),
        ),
    ]
}
