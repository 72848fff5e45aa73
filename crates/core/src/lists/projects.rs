use super::claims::{reopened, take_back, to_state};
use super::needs::need_within_reach;
use super::rules::{claimable, day_until_now, in_order};
use super::{
    BeginProject, Claim, ListProjects, Need, NeedState, Project, ProjectPlan, ProjectRow,
    ProjectState, ProjectStep, Resource, SaveProject, StepProject, project_page,
};
use crate::office::Cx;
use ground::commands::ById;
use ground::error::{Error, Result};
use ground::text;
use storage::Page;

/// The most people a project says it served.
const MOST_PEOPLE: i64 = 1_000_000;

/// `projects.list`.
pub async fn list_projects(cx: &mut Cx<'_>, args: ListProjects) -> Result<Page<ProjectRow>> {
    project_page(&mut cx.tx, &args, &cx.session.committees).await
}

/// `projects.get`.
pub async fn get_project(cx: &mut Cx<'_>, args: ById) -> Result<Project> {
    within_reach(cx, &args.id).await
}

/// `projects.begin`: 立项 of a claim.
pub async fn begin_project(cx: &mut Cx<'_>, args: BeginProject) -> Result<Project> {
    let claim: Claim = cx.tx.get(&args.claim_id).await?;
    let need = need_within_reach(cx, &claim.need_id).await?;
    claimable(&need)?;
    if claim.withdrawn_on.is_some() {
        return Err(Error::state("这条认领已经退回，请由其他单位认领后再立项。"));
    }
    begin(cx, need, claim, args.plan).await
}

/// The project of a claim; the need is matched with it.
pub(super) async fn begin(
    cx: &mut Cx<'_>,
    need: Need,
    claim: Claim,
    plan: ProjectPlan,
) -> Result<Project> {
    let resource: Option<Resource> = match &claim.resource_id {
        Some(id) => cx.tx.find(id).await?,
        None => None,
    };
    let blank = Project {
        id: cx.new_id(),
        version: 0,
        committee_id: need.committee_id.clone(),
        need_id: need.id.clone(),
        claim_id: claim.id,
        unit_id: claim.unit_id,
        unit_name: claim.unit_name,
        need_title: need.title.clone(),
        resource_title: resource.map(|resource| resource.title).unwrap_or_default(),
        title: need.title.clone(),
        content: String::new(),
        started_on: claim.claimed_on,
        due_on: need.wanted_by,
        state: ProjectState::Planned,
        ended_on: None,
        people_served: None,
        result: String::new(),
    };
    let plan = ProjectPlan {
        started_on: Some(day_until_now(
            cx,
            "started_on",
            "立项日期",
            plan.started_on,
        )?),
        due_on: plan.due_on.or(need.wanted_by),
        ..plan
    };
    let project = planned(blank, plan)?;
    cx.tx.update(&to_state(need, NeedState::Matched)).await?;
    cx.tx.insert(&project).await
}

fn planned(project: Project, plan: ProjectPlan) -> Result<Project> {
    let title = text::optional("title", "项目名称", &plan.title, 60)?;
    let started_on = plan.started_on.unwrap_or(project.started_on);
    let late = "完成期限不能早于立项日期，请重新选择。";
    in_order(started_on, plan.due_on, "due_on", late)?;
    Ok(Project {
        title: if title.is_empty() {
            project.need_title.clone()
        } else {
            title
        },
        content: text::lines("content", "项目内容", &plan.content, 500)?,
        started_on,
        due_on: plan.due_on,
        ..project
    })
}

async fn within_reach(cx: &mut Cx<'_>, id: &str) -> Result<Project> {
    let project: Project = cx.tx.get(id).await?;
    cx.allow_committee(&project.committee_id)?;
    Ok(project)
}

/// `projects.save`.
pub async fn save_project(cx: &mut Cx<'_>, args: SaveProject) -> Result<Project> {
    let project = within_reach(cx, &args.id).await?;
    if let Some(day) = args.plan.started_on {
        day_until_now(cx, "started_on", "立项日期", Some(day))?;
    }
    let project = Project {
        version: args.version,
        ..project
    };
    cx.tx.update(&planned(project, args.plan)?).await
}

/// `projects.step`.
pub async fn step_project(cx: &mut Cx<'_>, args: StepProject) -> Result<Project> {
    let project = within_reach(cx, &args.id).await?;
    let project = Project {
        version: args.version,
        ..project
    };
    if matches!(project.state, ProjectState::Done | ProjectState::Stopped) {
        return Err(Error::state(format!(
            "“{}”已经完成或终止，不能再改变状态。",
            project.title
        )));
    }
    match args.step {
        ProjectStep::Start => start(cx, project).await,
        ProjectStep::Finish {
            on,
            result,
            people_served,
        } => {
            let ended = day_until_now(cx, "on", "完成日期", on)?;
            let early = "完成日期不能早于立项日期，请重新选择。";
            in_order(project.started_on, Some(ended), "on", early)?;
            let finished = Project {
                state: ProjectState::Done,
                ended_on: Some(ended),
                people_served: people(people_served)?,
                result: text::required("result", "完成情况", &result, 500)?,
                ..project
            };
            finish(cx, finished).await
        }
        ProjectStep::Stop { reason } => {
            let reason = text::required("reason", "终止的原因", &reason, 200)?;
            stop(cx, project, reason).await
        }
    }
}

async fn start(cx: &mut Cx<'_>, project: Project) -> Result<Project> {
    if project.state == ProjectState::Underway {
        return Err(Error::state(format!("“{}”已在实施中。", project.title)));
    }
    cx.tx
        .update(&Project {
            state: ProjectState::Underway,
            ..project
        })
        .await
}

fn people(count: Option<i64>) -> Result<Option<i64>> {
    match count {
        Some(count) if !(0..=MOST_PEOPLE).contains(&count) => Err(Error::invalid(
            "people_served",
            format!("服务人次应为 0 到 {MOST_PEOPLE} 的整数。"),
        )),
        count => Ok(count),
    }
}

async fn finish(cx: &mut Cx<'_>, project: Project) -> Result<Project> {
    let need: Need = cx.tx.get(&project.need_id).await?;
    cx.tx.update(&to_state(need, NeedState::Met)).await?;
    cx.tx.update(&project).await
}

/// A stopped project gives its need back: the claim is taken back with it.
async fn stop(cx: &mut Cx<'_>, project: Project, reason: String) -> Result<Project> {
    let need: Need = cx.tx.get(&project.need_id).await?;
    let claim: Claim = cx.tx.get(&project.claim_id).await?;
    // The claim first: whether the need is open again depends on those that still stand.
    take_back(cx, claim, reason.clone()).await?;
    reopened(cx, need).await?;
    cx.tx
        .update(&Project {
            state: ProjectState::Stopped,
            ended_on: Some(cx.today()),
            result: reason,
            ..project
        })
        .await
}
