//! What the house has to know of 楼栋星级.

use super::desk::LINES;
use super::paper::PAPERS;
use super::sample::SCENE;
use super::schemes::found_scheme;
use super::selection::sample::SCENE as SELECTIONS;
use super::undo::refuse_undoing_published;
use super::*;
use crate::commands;
use crate::founding::Founding;
use crate::history::UndoGuard;
use crate::registers::RegisterEntry;
use crate::thing::Thing;

use ground::commands::{ById, NoArgs, RetireRecord};
use ground::files::FileRef;
use storage::Record;

/// 楼栋星级.
pub static THING: Thing = Thing::new("ratings")
    .records(&[
        RatingScheme::TABLE,
        RatingPeriod::TABLE,
        RatingEntry::TABLE,
        ScoreSheet::TABLE,
        Publication::TABLE,
        RatingResult::TABLE,
        RatingFlag::TABLE,
        Selection::TABLE,
        Nominee::TABLE,
    ])
    .commands(COMMANDS)
    .parts(&[
        &PAPERS,
        &SCENE,
        &SELECTIONS,
        &LINES,
        &FLAGS,
        &FOUNDING,
        &PUBLISHED_STAYS,
    ]);

commands! {
    "schemes.list" Read Leader "查看考评方案" list_schemes(NoArgs) -> SchemesView;
    "schemes.save" Write Clerk "保存考评方案" save_scheme(SaveScheme) -> RatingScheme;
    "schemes.succeed" Write Clerk "修订考评方案" succeed_scheme(SaveScheme) -> RatingScheme;
    "schemes.retire" Write Clerk "停用考评方案" retire_scheme(RetireRecord) -> RatingScheme;
    "ratings.list" Read Leader "查看楼栋考评" list_ratings(ListRatings) -> Vec<RatingRow>;
    "ratings.open" Write Clerk "开始楼栋考评" open_rating(OpenRating) -> RatingPeriod;
    "ratings.view" Read Leader "查看考评结果" view_rating(ViewRating) -> RatingView;
    "ratings.explain" Read Leader "查看计分过程" explain_rating(ExplainRating) -> Explanation;
    "ratings.scores" Read Leader "查看评分表" scores(ScoresQuery) -> Vec<ScoreLine>;
    "ratings.saveScores" Write Secretary "录入评分" save_scores(SaveScores) -> SavedScores;
    "ratings.sheet" Read Leader "导出评分表" sheet(ScoresQuery) -> FileRef;
    "ratings.template" Read Leader "下载打分表模板" score_template(NoArgs) -> FileRef;
    "ratings.previewScores" Read Clerk "预览打分表" preview_scores(PreviewScores) -> ScoresPreview;
    "ratings.importScores" Import Clerk "导入打分表" import_scores(ImportScores) -> ScoresOutcome;
    "ratings.setStanding" Write Secretary "登记参评情况" set_standing(SetStanding) -> RatingEntry;
    "ratings.saveVolunteers" Write Secretary "保存优秀志愿者" save_volunteers(SaveVolunteers) -> RatingPeriod;
    "ratings.publish" Write Clerk "发布考评结果" publish_rating(RatingStep) -> RatingView;
    "ratings.correct" Write Clerk "更正考评结果" correct_rating(CorrectRating) -> RatingView;
    "ratings.archive" Write Clerk "归档考评" archive_rating(RatingStep) -> RatingView;
    "ratings.flags" Read Leader "查看挂牌台账" list_flags(ListFlags) -> Vec<RatingFlag>;
    "ratings.saveFlag" Write Secretary "登记挂牌摘牌" save_flag(SaveFlag) -> RatingFlag;
    "ratings.rollUp" Read Leader "汇总季度年度星级" roll_up(RollUpQuery) -> RollUp;
    "ratings.trend" Read Leader "查看考评走势" trend(TrendQuery) -> Trend;
    "ratings.community" Read Leader "查看本社区星级" community_stars(CommunityQuery) -> CommunityStars;
    "selections.list" Read Leader "查看评选" list_selections(ListSelections) -> Vec<Selection>;
    "selections.get" Read Leader "查看评选" get_selection(ById) -> SelectionView;
    "selections.save" Write Clerk "保存评选" save_selection(SaveSelection) -> Selection;
    "selections.saveNominee" Write Secretary "登记提名" save_nominee(SaveNominee) -> SelectionView;
    "selections.decide" Write Clerk "确定评选结果" decide_selection(RatingStep) -> SelectionView;
}

static FOUNDING: Founding = Founding(|cx, _| Box::pin(found_scheme(cx)));

static FLAGS: RegisterEntry = RegisterEntry::new::<FlagSheet>("flags", 9).opening(7);

static PUBLISHED_STAYS: UndoGuard =
    UndoGuard(|cx, lines| Box::pin(refuse_undoing_published(cx, lines)));
