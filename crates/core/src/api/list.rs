//! The list itself. One line a command: name, access, least role, summary, handler, types.

use super::{Access, ById, Command, Done, Given, NoArgs, bindings, run};
use crate::assignments::{
    AssignmentRow, AssignmentView, Figures, FiguresPeriod, ListAssignments, SaveAssignment,
    StepAssignment,
};
use crate::error::{Error, ErrorCode, Result};
use crate::office::Office;
use crate::partners::{
    ApplyPartners, FindPartners, FoundPartners, ListPartners, ListServices, PartnerCount,
    PartnerFigures, PartnerFiguresQuery, PartnerImported, PartnerPhone, PartnerPreview, PartnerRow,
    PartnerTags, PartnerView, PreviewPartners, RevealPartnerPhone, SavePartner, SaveService,
    ServiceView, StepPartner, StepPartners, SteppedPartners,
};
use crate::progress::Progress;
use crate::ratings::{
    CommunityQuery, CommunityStars, CorrectRating, ExplainRating, Explanation, ImportScores,
    ListFlags, ListRatings, ListSelections, OpenRating, PreviewScores, RatingEntry, RatingFlag,
    RatingPeriod, RatingRow, RatingScheme, RatingStep, RatingView, RollUp, RollUpQuery, SaveFlag,
    SaveNominee, SaveScheme, SaveScores, SaveSelection, SaveVolunteers, SavedScores, SchemesView,
    ScoreLine, ScoresOutcome, ScoresPreview, ScoresQuery, Selection, SelectionView, SetStanding,
    Trend, TrendQuery, ViewRating,
};
use crate::rota::{
    AddHistory, BoardYear, PlanOutcome, PlanRota, ReplaceUnit, RotaBoard, RotaPreview,
    SaveTurnContent, SwapTurns, Turn, TurnView,
};
use crate::screen::ScreenList;
use crate::storage::*;
use crate::users::{Role, Session};
use crate::{
    agreements::{
        AgreementRow, AgreementView, EndAgreement, ListAgreements, SaveAgreement, SaveReport,
    },
    buildings::*,
    committees::*,
    desk::*,
    documents::*,
    lists::*,
    meetings::*,
    opening::*,
    registers::*,
    returns::{ApplyReturn, MakeReturn, PreviewReturn, ReturnRow, ReturnsMonth},
    search::*,
    settings::*,
    summary::*,
    units::*,
    users::*,
};
use serde_json::Value as Json;
use ts_rs::TS;

macro_rules! commands {
    ($($name:literal $access:ident $role:ident $summary:literal
        $module:ident :: $handler:ident ( $args:ty ) -> $result:ty;)*) => {
        /// Every command, in the order of this file.
        pub static COMMANDS: &[Command] = &[$(
            Command {
                name: $name,
                access: Access::$access,
                role: Role::$role,
                summary: $summary,
                args: <$args as TS>::name,
                result: <$result as TS>::name,
                visit: bindings::visit::<$args, $result>,
                run: |given, args| {
                    Box::pin(run::<$args, $result, _>(given, args, |cx, args| {
                        Box::pin(crate::$module::$handler(cx, args))
                    }))
                },
            }
        ),*];

        /// Runs a command by its name.
        ///
        /// # Errors
        /// `Usage` for an unknown name or arguments of the wrong shape, `Forbidden` for a role that
        /// may not, and whatever the command itself answers.
        pub async fn call(office: &Office, session: &Session, name: &str, args: Json) -> Result<Json> {
            call_with(office, session, name, args, &Progress::default()).await
        }

        /// The same, followed from elsewhere and cancelled when asked.
        ///
        /// # Errors
        /// As [`call`], and `Cancelled`.
        pub async fn call_with(
            office: &Office,
            session: &Session,
            name: &str,
            args: Json,
            progress: &Progress,
        ) -> Result<Json> {
            let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
                return Err(Error::new(ErrorCode::Usage, format!("没有“{name}”这个命令，请查看命令清单。")));
            };
            (command.run)(Given { office, session, progress, command }, args).await
        }
    };
}

commands! {
    "office.state" Read Leader "查看单位状态" settings::state(NoArgs) -> OfficeState;
    "office.found" Write Clerk "新建单位" settings::found(FoundOffice) -> OfficeProfile;
    "office.save" Write Clerk "修改单位信息" settings::save_office(OfficeProfile) -> OfficeProfile;
    "issuers.list" Read Leader "查看发文主体" settings::list_issuers(NoArgs) -> Vec<IssuingBody>;
    "issuers.save" Write Clerk "保存发文主体" settings::save_issuer(IssuingBody) -> IssuingBody;
    "calendar.list" Read Leader "查看节假日安排" settings::list_years(NoArgs) -> Vec<CalendarYear>;
    "calendar.save" Write Clerk "保存节假日安排" settings::save_year(CalendarYear) -> CalendarYear;
    "users.list" Read Clerk "查看使用者" users::list(NoArgs) -> Vec<UserRow>;
    "users.save" Write Clerk "保存使用者" users::save(SaveUser) -> UserRow;
    "users.setPassword" Write Clerk "设置密码" users::set_password(SetPassword) -> Done;
    "changes.list" Read Clerk "查看更改记录" settings::list_changes(ListChanges) -> Vec<ChangeSet>;
    "changes.imports" Read Clerk "查看导入记录" settings::list_imports(ListChanges) -> Vec<ImportBatch>;
    "changes.history" Read Leader "查看变更记录" settings::history(ById) -> Vec<ChangeLine>;
    "changes.undo" Write Clerk "撤销更改" settings::undo_changes(ById) -> ChangeSet;
    "changes.check" Read Clerk "校验更改记录" settings::check_changes(NoArgs) -> LogCheck;
    "backup.make" Read Secretary "立即备份" settings::make_backup(NoArgs) -> backup::Backup;
    "backup.keep" Read Leader "自动备份" settings::keep_backup(NoArgs) -> Option<backup::Backup>;
    "backup.list" Read Leader "查看备份" settings::list_backups(NoArgs) -> Vec<backup::Backup>;
    "registers.list" Read Leader "查看可导入的登记簿" registers::list_registers(NoArgs) -> Vec<RegisterInfo>;
    "registers.template" Read Leader "下载导入模板" registers::register_template(OfRegister) -> crate::files::FileRef;
    "registers.export" Read Clerk "导出登记簿" registers::register_export(OfRegister) -> crate::files::FileRef;
    "registers.importPreview" Read Clerk "预览导入" registers::preview_register(PreviewRegister) -> RegisterPreview;
    "registers.importApply" Write Clerk "导入登记簿" registers::apply_register(ApplyRegister) -> RegisterOutcome;
    "screen.export" Read Leader "导出屏幕上的列表" screen::export(ScreenList) -> crate::files::FileRef;
    "returns.list" Read Leader "查看月度报送" returns::list(ReturnsMonth) -> Vec<ReturnRow>;
    "returns.make" Read Leader "下载月度报送表" returns::make(MakeReturn) -> crate::files::FileRef;
    "returns.makeAll" Read Leader "下载全部月度报送表" returns::make_all(ReturnsMonth) -> crate::files::FileRef;
    "returns.importPreview" Read Secretary "预览月度报送" returns::preview(PreviewReturn) -> RegisterPreview;
    "returns.importApply" Write Secretary "读入月度报送" returns::apply(ApplyReturn) -> RegisterOutcome;
    "communities.list" Read Leader "查看社区" committees::list_communities(NoArgs) -> Vec<Community>;
    "communities.save" Write Clerk "保存社区" committees::save_community(Community) -> Community;
    "committees.list" Read Leader "查看大党委" committees::list(NoArgs) -> Vec<CommitteeRow>;
    "committees.get" Read Leader "查看大党委" committees::get(ById) -> CommitteeView;
    "committees.save" Write Clerk "保存大党委" committees::save(Committee) -> Committee;
    "committees.saveMember" Write Clerk "保存委员" committees::save_member(CommitteeMember) -> CommitteeMember;
    "units.list" Read Leader "查看成员单位" units::list(ListUnits) -> Page<UnitRow>;
    "units.get" Read Leader "查看成员单位" units::get(ById) -> UnitView;
    "units.save" Write Clerk "保存成员单位" units::save(SaveUnit) -> Unit;
    "units.retire" Write Clerk "停用成员单位" units::retire(RetireRecord) -> Unit;
    "units.saveSeat" Write Clerk "保存席位" units::save_seat(SaveSeat) -> Membership;
    "units.retireSeat" Write Clerk "停用席位" units::retire_seat(RetireRecord) -> Membership;
    "units.importPreview" Read Clerk "预览成员单位台账" units::import_preview(ImportLedger) -> ImportPreview;
    "units.importApply" Write Clerk "导入成员单位台账" units::import_apply(ApplyLedger) -> ImportOutcome;
    "units.template" Read Leader "下载成员单位模板" units::template(NoArgs) -> crate::files::FileRef;
    "units.export" Read Leader "按当前列表导出" units::export(ListUnits) -> crate::files::FileRef;
    "compounds.list" Read Leader "查看小区" buildings::list_compounds(ListCompounds) -> Page<CompoundRow>;
    "compounds.get" Read Leader "查看小区" buildings::get_compound(ById) -> CompoundView;
    "compounds.save" Write Secretary "保存小区" buildings::save_compound(SaveCompound) -> Compound;
    "compounds.retire" Write Secretary "停用小区" buildings::retire_compound(RetireRecord) -> Compound;
    "buildings.list" Read Leader "查看楼栋" buildings::list(ListBuildings) -> Page<BuildingRow>;
    "buildings.grids" Read Leader "查看网格" buildings::list_grids(ListGrids) -> Vec<String>;
    "buildings.get" Read Leader "查看楼栋" buildings::get(ById) -> BuildingView;
    "buildings.save" Write Secretary "保存楼栋" buildings::save(SaveBuilding) -> BuildingView;
    "buildings.retire" Write Secretary "停用楼栋" buildings::retire(RetireRecord) -> BuildingView;
    "buildings.savePosts" Write Secretary "登记两长三员" buildings::save_posts(SavePosts) -> BuildingView;
    "buildings.revealPhone" Write Secretary "查看两长三员电话" buildings::reveal_phone(RevealPhone) -> RevealedPhone;
    "buildings.export" Read Leader "按当前列表导出楼栋" buildings::export(ListBuildings) -> crate::files::FileRef;
    "stairwells.save" Write Secretary "保存单元" buildings::save_stairwell(SaveStairwell) -> Stairwell;
    "resources.list" Read Leader "查看资源清单" lists::list_resources(ListResources) -> Page<ResourceRow>;
    "resources.save" Write Secretary "保存资源" lists::save_resource(SaveResource) -> Resource;
    "resources.retire" Write Secretary "停用资源" lists::retire_resource(RetireRecord) -> Resource;
    "needs.list" Read Leader "查看需求清单" lists::list_needs(ListNeeds) -> Page<NeedRow>;
    "needs.get" Read Leader "查看需求" lists::get_need(ById) -> NeedView;
    "needs.save" Write Secretary "保存需求" lists::save_need(SaveNeed) -> Need;
    "needs.close" Write Secretary "关闭需求" lists::close_need(CloseNeed) -> Need;
    "needs.claim" Write Secretary "登记认领" lists::claim_need(ClaimNeed) -> NeedView;
    "needs.withdrawClaim" Write Secretary "退回认领" lists::withdraw_claim(WithdrawClaim) -> NeedView;
    "needs.match" Write Secretary "对接资源" lists::match_need(MatchNeed) -> Project;
    "projects.list" Read Leader "查看项目清单" lists::list_projects(ListProjects) -> Page<ProjectRow>;
    "projects.get" Read Leader "查看项目" lists::get_project(ById) -> Project;
    "projects.begin" Write Secretary "立项" lists::begin_project(BeginProject) -> Project;
    "projects.save" Write Secretary "保存项目" lists::save_project(SaveProject) -> Project;
    "projects.step" Write Secretary "登记项目进展" lists::step_project(StepProject) -> Project;
    "agreements.list" Read Leader "查看共建协议" agreements::list(ListAgreements) -> Page<AgreementRow>;
    "agreements.get" Read Leader "查看共建协议" agreements::get(ById) -> AgreementView;
    "agreements.save" Write Secretary "保存共建协议" agreements::save(SaveAgreement) -> AgreementView;
    "agreements.end" Write Secretary "终止共建协议" agreements::end(EndAgreement) -> AgreementView;
    "agreements.report" Write Secretary "登记季度报告" agreements::report(SaveReport) -> AgreementView;
    "rota.board" Read Leader "查看轮值表" rota::board(BoardYear) -> RotaBoard;
    "rota.turn" Read Leader "查看轮值" rota::turn(ById) -> TurnView;
    "rota.preview" Read Clerk "试排轮值" rota::preview(PlanRota) -> RotaPreview;
    "rota.plan" Write Clerk "排轮值" rota::plan_rota(PlanRota) -> PlanOutcome;
    "rota.swap" Write Clerk "对调轮值月份" rota::swap(SwapTurns) -> Vec<Turn>;
    "rota.replace" Write Clerk "变更轮值单位" rota::replace(ReplaceUnit) -> Turn;
    "rota.saveContent" Write Secretary "填写轮值内容" rota::save_content(SaveTurnContent) -> Turn;
    "rota.addHistory" Write Clerk "登记期初轮值" rota::add_history(AddHistory) -> PlanOutcome;
    "opening.view" Read Leader "查看期初数据" opening::view(OpeningQuery) -> Vec<OpeningRow>;
    "opening.template" Read Leader "下载期初套表" registers::opening_template(NoArgs) -> crate::files::FileRef;
    "opening.save" Write Clerk "登记期初数据" opening::save(SaveOpening) -> OpeningRow;
    "assignments.list" Read Leader "查看交办事项" assignments::list(ListAssignments) -> Page<AssignmentRow>;
    "assignments.get" Read Leader "查看交办事项" assignments::get(ById) -> AssignmentView;
    "assignments.save" Write Secretary "保存交办事项" assignments::save(SaveAssignment) -> AssignmentView;
    "assignments.step" Write Secretary "登记交办进展" assignments::step(StepAssignment) -> AssignmentView;
    "assignments.figures" Read Leader "统计交办事项" assignments::figures(FiguresPeriod) -> Figures;
    "meetings.list" Read Leader "查看会议" meetings::list(ListMeetings) -> Page<MeetingRow>;
    "meetings.get" Read Leader "查看会议" meetings::get(ById) -> MeetingView;
    "meetings.open" Write Secretary "新建会议" meetings::open(OpenMeeting) -> Meeting;
    "meetings.update" Write Secretary "修改会议" meetings::update(UpdateMeeting) -> Meeting;
    "meetings.saveItem" Write Secretary "保存议题" meetings::save_item(SaveItem) -> MeetingItem;
    "meetings.removeItem" Write Secretary "删除议题" meetings::remove_item(Versioned) -> Done;
    "meetings.orderItems" Write Secretary "调整议题次序" meetings::order_items(OrderItems) -> Vec<MeetingItem>;
    "meetings.carryItem" Write Secretary "议题转下次会议" meetings::carry_item(CarryItem) -> MeetingItem;
    "meetings.notify" Write Secretary "发出会议通知" meetings::notify(NotifyMeeting) -> Meeting;
    "meetings.noticeText" Read Leader "复制通知短文" meetings::notice_text(ById) -> ShortText;
    "meetings.takeAttendance" Write Secretary "登记出席情况" meetings::take_attendance(TakeAttendance) -> Vec<Attendance>;
    "meetings.setState" Write Secretary "更改会议状态" meetings::set_state(SetMeetingState) -> Meeting;
    "meetings.startNumbers" Write Clerk "登记期初会议编号" meetings::start_numbers(StartNumbers) -> Done;
    "meetings.draftMinutes" Write Secretary "起草会议纪要" meetings::draft_minutes(ById) -> Minutes;
    "meetings.editMinutes" Write Secretary "修改会议纪要" meetings::edit_minutes(EditMinutes) -> Minutes;
    "meetings.moveMinutes" Write Secretary "纪要核稿送签" meetings::move_minutes(MoveMinutes) -> Minutes;
    "meetings.sign" Write Secretary "登记纪要签发" meetings::sign(SignMinutes) -> Minutes;
    "meetings.correct" Write Secretary "更正会议纪要" meetings::correct(CorrectMinutes) -> Minutes;
    "meetings.attach" Write Secretary "添加会议附件" meetings::attach(AttachFile) -> Attachment;
    "meetings.detach" Write Secretary "移除会议附件" meetings::detach(Versioned) -> Done;
    "meetings.attachment" Read Leader "打开会议附件" meetings::attachment(ById) -> crate::files::FileRef;
    "partners.list" Read Leader "查看合伙人" partners::list(ListPartners) -> Page<PartnerRow>;
    "partners.counts" Read Leader "按类别统计合伙人名单" partners::counts(ListPartners) -> Vec<PartnerCount>;
    "partners.get" Read Leader "查看合伙人" partners::get(ById) -> PartnerView;
    "partners.save" Write Secretary "保存合伙人" partners::save(SavePartner) -> PartnerView;
    "partners.step" Write Secretary "登记合伙人聘任步骤" partners::step(StepPartner) -> PartnerView;
    "partners.stepMany" Write Secretary "批量登记合伙人聘任步骤" partners::step_many(StepPartners) -> SteppedPartners;
    "partners.retire" Write Secretary "停用合伙人" partners::retire(RetireRecord) -> PartnerView;
    "partners.revealPhone" Write Secretary "查看合伙人完整电话" partners::reveal_phone(RevealPartnerPhone) -> PartnerPhone;
    "partners.tags" Read Leader "查看特长和时间标签" partners::tags(NoArgs) -> PartnerTags;
    "partners.find" Read Leader "找合伙人" partners::find(FindPartners) -> FoundPartners;
    "partners.figures" Read Leader "统计合伙人服务" partners::figures(PartnerFiguresQuery) -> PartnerFigures;
    "partners.importPreview" Read Clerk "预览合伙人登记表" partners::import_preview(PreviewPartners) -> PartnerPreview;
    "partners.importApply" Write Clerk "导入合伙人登记表" partners::import_apply(ApplyPartners) -> PartnerImported;
    "partners.template" Read Leader "下载合伙人登记表模板" partners::template(NoArgs) -> crate::files::FileRef;
    "partners.export" Read Leader "按当前列表导出合伙人" partners::export(ListPartners) -> crate::files::FileRef;
    "partners.exportPhones" Write Clerk "导出合伙人完整电话" partners::export_phones(ListPartners) -> crate::files::FileRef;
    "services.list" Read Leader "查看服务记录" partners::list_services(ListServices) -> Page<ServiceView>;
    "services.save" Write Secretary "保存服务记录" partners::save_service(SaveService) -> ServiceView;
    "services.retire" Write Secretary "作废服务记录" partners::retire_service(RetireRecord) -> ServiceView;
    "documents.kinds" Read Leader "查看可生成的文书" documents::kinds(NoArgs) -> Vec<DocumentKindInfo>;
    "documents.fonts" Read Leader "查看字体" documents::fonts(NoArgs) -> FontsView;
    "documents.chooseFont" Write Clerk "更换字体" documents::choose_font(ChooseFont) -> Done;
    "documents.wording" Read Leader "查看文书用语" documents::wording(NoArgs) -> Vec<WordingRow>;
    "documents.previewWording" Read Leader "预览文书用语" documents::preview_wording(PreviewWording) -> WordingPreview;
    "documents.sample" Read Leader "预览版式" documents::sample(SampleOptions) -> MadeDocument;
    "documents.issue" Write Secretary "文书编号发出" documents::issue(MakeDocument) -> IssuedPaper;
    "documents.void" Write Secretary "作废已发文书" documents::void(VoidIssued) -> IssuedPaper;
    "documents.issued" Read Leader "查看发文登记" documents::issued(ListIssued) -> Vec<IssuedPaper>;
    "documents.make" Read Leader "生成文书" documents::make(MakeDocument) -> MadeDocument;
    "schemes.list" Read Leader "查看考评方案" ratings::list_schemes(NoArgs) -> SchemesView;
    "schemes.save" Write Clerk "保存考评方案" ratings::save_scheme(SaveScheme) -> RatingScheme;
    "schemes.succeed" Write Clerk "修订考评方案" ratings::succeed_scheme(SaveScheme) -> RatingScheme;
    "schemes.retire" Write Clerk "停用考评方案" ratings::retire_scheme(RetireRecord) -> RatingScheme;
    "ratings.list" Read Leader "查看楼栋考评" ratings::list_ratings(ListRatings) -> Vec<RatingRow>;
    "ratings.open" Write Clerk "开始楼栋考评" ratings::open_rating(OpenRating) -> RatingPeriod;
    "ratings.view" Read Leader "查看考评结果" ratings::view_rating(ViewRating) -> RatingView;
    "ratings.explain" Read Leader "查看计分过程" ratings::explain_rating(ExplainRating) -> Explanation;
    "ratings.scores" Read Leader "查看评分表" ratings::scores(ScoresQuery) -> Vec<ScoreLine>;
    "ratings.saveScores" Write Secretary "录入评分" ratings::save_scores(SaveScores) -> SavedScores;
    "ratings.sheet" Read Leader "导出评分表" ratings::sheet(ScoresQuery) -> crate::files::FileRef;
    "ratings.template" Read Leader "下载打分表模板" ratings::score_template(NoArgs) -> crate::files::FileRef;
    "ratings.previewScores" Read Clerk "预览打分表" ratings::preview_scores(PreviewScores) -> ScoresPreview;
    "ratings.importScores" Write Clerk "导入打分表" ratings::import_scores(ImportScores) -> ScoresOutcome;
    "ratings.setStanding" Write Secretary "登记参评情况" ratings::set_standing(SetStanding) -> RatingEntry;
    "ratings.saveVolunteers" Write Secretary "保存优秀志愿者" ratings::save_volunteers(SaveVolunteers) -> RatingPeriod;
    "ratings.publish" Write Clerk "发布考评结果" ratings::publish_rating(RatingStep) -> RatingView;
    "ratings.correct" Write Clerk "更正考评结果" ratings::correct_rating(CorrectRating) -> RatingView;
    "ratings.archive" Write Clerk "归档考评" ratings::archive_rating(RatingStep) -> RatingView;
    "ratings.flags" Read Leader "查看挂牌台账" ratings::list_flags(ListFlags) -> Vec<RatingFlag>;
    "ratings.saveFlag" Write Secretary "登记挂牌摘牌" ratings::save_flag(SaveFlag) -> RatingFlag;
    "ratings.rollUp" Read Leader "汇总季度年度星级" ratings::roll_up(RollUpQuery) -> RollUp;
    "ratings.trend" Read Leader "查看考评走势" ratings::trend(TrendQuery) -> Trend;
    "ratings.community" Read Leader "查看本社区星级" ratings::community_stars(CommunityQuery) -> CommunityStars;
    "selections.list" Read Leader "查看评选" ratings::list_selections(ListSelections) -> Vec<Selection>;
    "selections.get" Read Leader "查看评选" ratings::get_selection(ById) -> SelectionView;
    "selections.save" Write Clerk "保存评选" ratings::save_selection(SaveSelection) -> Selection;
    "selections.saveNominee" Write Secretary "登记提名" ratings::save_nominee(SaveNominee) -> SelectionView;
    "selections.decide" Write Clerk "确定评选结果" ratings::decide_selection(RatingStep) -> SelectionView;
    "desk.view" Read Leader "查看本月工作台" desk::view(DeskQuery) -> DeskView;
    "summary.view" Read Leader "查看领导视图" summary::view(SummaryQuery) -> LeadersView;
    "summary.make" Read Leader "导出领导汇总" summary::make(SummaryQuery) -> crate::files::FileRef;
    "search.find" Read Leader "搜索" search::find(FindText) -> Vec<SearchHit>;
    "backup.restore" Read Clerk "恢复备份" settings::restore(RestoreBackup) -> Done;
    "backup.restoreFile" Read Clerk "恢复数据文件" settings::restore_file(RestoreFile) -> Done;
    "demo.load" Read Clerk "载入示例街道" sample::load(NoArgs) -> OfficeProfile;
}
