use super::limits::RULES;
use super::{
    CalendarYear, Counter, IssuingBody, OFFICE_ID, OfficeCounts, OfficeProfile, OfficeState, Rules,
};
use crate::founding::{FoundOffice, Founding};
use crate::office::Cx;
use crate::wording;
use chrono::{DateTime, Utc};
use ground::calendar::{WorkingCalendar, shipped_packs};
use ground::commands::NoArgs;
use ground::error::{Error, Result};
use ground::text;
use storage::backup;

/// `office.state`.
pub async fn state(cx: &mut Cx<'_>, _: NoArgs) -> Result<OfficeState> {
    let saved = last_saved(cx).await?;
    let newest = cx
        .office
        .folder()
        .map(backup::list)
        .unwrap_or_default()
        .into_iter()
        .next();
    let engine = match cx.office.db().is_embedded() {
        true => "本机数据库",
        false => "数据库服务器",
    };
    Ok(OfficeState {
        profile: cx.tx.find(OFFICE_ID).await?,
        session: cx.session.clone(),
        today: cx.today(),
        engine: engine.into(),
        version: env!("CARGO_PKG_VERSION").into(),
        last_backup: newest.map(|backup| backup.at),
        last_saved: saved,
        counts: counts(cx).await?,
    })
}

/// When anything was last saved.
pub(super) async fn last_saved(cx: &mut Cx<'_>) -> Result<Option<DateTime<Utc>>> {
    let sql = "SELECT at FROM change_set ORDER BY seq DESC LIMIT 1";
    let row: Option<(DateTime<Utc>,)> = cx.tx.one(sql, vec![]).await?;
    Ok(row.map(|row| row.0))
}

async fn counts(cx: &mut Cx<'_>) -> Result<OfficeCounts> {
    let today = cx.today();
    let row = cx
        .tx
        .one(
            "SELECT (SELECT COUNT(*) FROM member_unit WHERE retired = FALSE) AS units,
                    (SELECT COUNT(*) FROM committee WHERE retired = FALSE) AS committees,
                    (SELECT COUNT(*) FROM membership WHERE retired = FALSE) AS memberships,
                    (SELECT COUNT(*) FROM meeting) AS meetings,
                    (SELECT COUNT(*) FROM assignment WHERE state IN ('open', 'claimed')) AS open_assignments,
                    (SELECT COUNT(*) FROM assignment
                      WHERE state IN ('open', 'claimed') AND due_on < $1) AS late_assignments",
            vec![today.into()],
        )
        .await?;
    Ok(row.unwrap_or_default())
}

/// `office.found`: begins an office with one 管理员 and no password.
pub async fn found(cx: &mut Cx<'_>, args: FoundOffice) -> Result<OfficeProfile> {
    if cx.tx.find::<OfficeProfile>(OFFICE_ID).await?.is_some() {
        return Err(Error::state(
            "这份数据里已有单位，请直接使用，或另选一个空文件夹新建。",
        ));
    }
    let profile = OfficeProfile {
        id: OFFICE_ID.into(),
        version: 0,
        name: text::required("name", "街道名称", &args.name, 40)?,
        superior: text::optional("superior", "上级", &args.superior, 40)?,
        rules: Rules::default().into(),
    };
    for founding in cx.office.catalog().parts::<Founding>() {
        founding.0(cx, &args).await?;
    }
    cx.tx.insert(&profile).await
}

/// The holidays that were public when this version was made.
pub(super) async fn found_calendar(cx: &mut Cx<'_>) -> Result<()> {
    for pack in shipped_packs().map_err(|cause| Error::internal("shipped calendar", cause))? {
        let year = i64::from(pack.year);
        let kept = CalendarYear {
            id: cx.new_id(),
            version: 0,
            year,
            pack: pack.clone().into(),
        };
        cx.tx.insert(&kept).await?;
    }
    Ok(())
}

/// `office.save`.
pub async fn save_office(cx: &mut Cx<'_>, mut profile: OfficeProfile) -> Result<OfficeProfile> {
    // There is one profile; a key that came with it could make a second.
    profile.id = OFFICE_ID.into();
    profile.name = text::required("name", "街道名称", &profile.name, 40)?;
    profile.superior = text::optional("superior", "上级", &profile.superior, 40)?;
    check_rules(&profile.rules)?;
    check_papers(&mut profile.rules)?;
    cx.tx.update(&profile).await
}

fn check_rules(rules: &Rules) -> Result<()> {
    RULES.iter().try_for_each(|limit| limit.check(rules))?;
    if rules.members_max < rules.members_min {
        let message = format!("委员人数上限不能小于下限 {}。", rules.members_min);
        return Err(Error::invalid("members_max", message));
    }
    // Both have to be one of the list, so no unit and no seat could be saved any more.
    if rules.natures.is_empty() || rules.unit_roles.is_empty() {
        return Err(Error::invalid(
            "natures",
            "单位性质和席位角色都至少要有一项。",
        ));
    }
    if rules.resource_kinds.is_empty() {
        let message = "资源和需求的类别至少要有一项。";
        return Err(Error::invalid("resource_kinds", message));
    }
    Ok(())
}

/// Checks what papers are made with; a text that is empty or the default's own is not kept.
fn check_papers(rules: &mut Rules) -> Result<()> {
    rules.paper.check()?;
    if !["dashes", "plain", "none"].contains(&rules.page_number.as_str()) {
        return Err(Error::invalid("page_number", "请选择一种页码样式。"));
    }
    rules
        .wording
        .retain(|kind, text| !text.trim().is_empty() && text.trim() != kind.default_text());
    for (kind, text) in &rules.wording {
        wording::check(*kind, text)?;
    }
    Ok(())
}

/// The rules of this office; the product's defaults before it has begun.
pub(crate) async fn rules(cx: &mut Cx<'_>) -> Result<Rules> {
    let profile: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
    Ok(profile.map(|profile| profile.rules.0).unwrap_or_default())
}

/// The office's working-day calendar.
pub(crate) async fn working_calendar(cx: &mut Cx<'_>) -> Result<WorkingCalendar> {
    let years = list_years(cx, NoArgs {}).await?;
    Ok(WorkingCalendar::new(
        years.into_iter().map(|year| year.pack.0).collect(),
    ))
}

/// `issuers.list`.
pub async fn list_issuers(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<IssuingBody>> {
    let sql = "SELECT id, version, full_name, short_name, code, first_number, position, retired
               FROM issuing_body ORDER BY retired, position, id";
    cx.tx.all(sql, vec![]).await
}

/// `issuers.save`.
pub async fn save_issuer(cx: &mut Cx<'_>, mut body: IssuingBody) -> Result<IssuingBody> {
    body.full_name = text::required("full_name", "发文主体全称", &body.full_name, 60)?;
    body.short_name = text::optional("short_name", "署名简称", &body.short_name, 40)?;
    body.code = text::required("code", "机关代字", &body.code, 20)?;
    if body.short_name.is_empty() {
        body.short_name.clone_from(&body.full_name);
    }
    if body.first_number < 1 {
        return Err(Error::invalid("first_number", "起始编号至少为 1。"));
    }
    if body.version == 0 {
        body.id = cx.new_id();
    }
    cx.tx.save(&body).await
}

/// `calendar.list`.
pub async fn list_years(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<CalendarYear>> {
    cx.tx
        .all(
            "SELECT id, version, year, pack FROM calendar_year ORDER BY year",
            vec![],
        )
        .await
}

/// `calendar.save`.
pub async fn save_year(cx: &mut Cx<'_>, mut year: CalendarYear) -> Result<CalendarYear> {
    year.pack
        .check()
        .map_err(|fault| Error::invalid("pack", format!("{fault}。")))?;
    year.year = i64::from(year.pack.year);
    if year.version == 0 {
        year.id = cx.new_id();
    }
    cx.tx.save(&year).await
}

/// The next number of a counter; it is never given again.
pub(crate) async fn next_number(cx: &mut Cx<'_>, id: &str, first: i64) -> Result<i64> {
    let kept: Option<Counter> = cx.tx.find(id).await?;
    let mut counter = kept.unwrap_or(Counter {
        id: id.to_owned(),
        version: 0,
        next: first,
    });
    // A starting number that was raised later still counts; one that was lowered gives nothing
    // twice.
    let given = counter.next.max(first);
    counter.next = given + 1;
    cx.tx.save(&counter).await?;
    Ok(given)
}
