// Made from the core's list of commands by `cargo xtask bindings`. Do not edit.

/**
 * Arguments of `rota.addHistory`: turns served before the program (期初).
 */
export type AddHistory = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Month by month who served.
 */
served: Array<ServedMonth>, };

/**
 * A co-building agreement (共建协议).
 */
export type Agreement = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee it belongs to.
 */
committee_id: string, 
/**
 * 乙方: the unit.
 */
unit_id: string, 
/**
 * The unit's name at the time.
 */
unit_name: string, 
/**
 * 甲方: the body that signs for the committee, by name at the time.
 */
party_name: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What both sides do (共建内容), one a line.
 */
content: string, 
/**
 * When both signed; none while it is a draft.
 */
signed_on: string | null, 
/**
 * First day.
 */
starts_on: string, 
/**
 * Last day.
 */
expires_on: string, 
/**
 * Who signed for 甲方.
 */
signer: string, 
/**
 * Who signed for 乙方.
 */
unit_signer: string, 
/**
 * Whether a report is due each quarter.
 */
reports_quarterly: boolean, 
/**
 * The agreement that this one renews.
 */
renews_id: string | null, 
/**
 * When it was ended before its day.
 */
ended_on: string | null, 
/**
 * Why it was ended.
 */
end_reason: string, };

/**
 * A report on an agreement's quarter (季度报告).
 */
export type AgreementReport = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The agreement.
 */
agreement_id: string, 
/**
 * The quarter.
 */
quarter: Quarter, 
/**
 * When it was handed in.
 */
reported_on: string, 
/**
 * Who reported.
 */
by_name: string, 
/**
 * What was done.
 */
done: string, 
/**
 * What stands in the way.
 */
problems: string, 
/**
 * What comes next.
 */
plans: string, };

/**
 * An agreement as lists show one.
 */
export type AgreementRow = { 
/**
 * The agreement.
 */
agreement: Agreement, 
/**
 * The committee's short name.
 */
committee: string, 
/**
 * Whether another one renews it.
 */
renewed: boolean, 
/**
 * Where it stands today.
 */
state: AgreementState, 
/**
 * The quarter whose report is missing.
 */
report_due: Quarter | null, };

/**
 * Where an agreement stands; it follows from its days.
 */
export type AgreementState = "draft" | "running" | "ending" | "expired" | "ended";

/**
 * An agreement with everything related to it.
 */
export type AgreementView = { 
/**
 * The agreement and where it stands.
 */
row: AgreementRow, 
/**
 * The committee's name.
 */
committee: string, 
/**
 * Its reports, newest first.
 */
reports: Array<AgreementReport>, 
/**
 * Quarters that a report can be entered for, newest first.
 */
quarters: Array<Quarter>, };

/**
 * Arguments of `registers.importApply`.
 */
export type ApplyRegister = { 
/**
 * The register.
 */
register: RegisterKind, 
/**
 * The file.
 */
file: FileRef, 
/**
 * The file as the preview saw it ([`RegisterPreview::file_hash`]): refused when it is another by now.
 */
file_hash?: string, 
/**
 * Headings as the clerk put them right; remembered for sheets with the same headings.
 */
columns: Array<ColumnChoice>, 
/**
 * Make what rows name and nobody knows, as the preview lists it.
 */
create_missing: boolean, 
/**
 * Leave out the wrong rows and take the others.
 */
skip_wrong: boolean, 
/**
 * Values chosen where rows disagree. Without a choice what is kept stays; for a new record the
 * first row's value is taken.
 */
choices: Array<RegisterChoice>, };

/**
 * Arguments of `returns.importApply`.
 */
export type ApplyReturn = { 
/**
 * The workbook that came back.
 */
file: FileRef, 
/**
 * The month it must be of.
 */
month: Month, 
/**
 * The committee it must be of; any when not said.
 */
committee_id?: string, 
/**
 * The file as the preview saw it; refused when it is another by now.
 */
file_hash?: string, 
/**
 * Leave out the wrong rows and take the others.
 */
skip_wrong: boolean, 
/**
 * Values chosen where rows disagree.
 */
choices: Array<RegisterChoice>, };

/**
 * An assignment (交办事项).
 */
export type Assignment = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee whose matter it is.
 */
committee_id: string, 
/**
 * The meeting that decided it; none for 期初 matters.
 */
meeting_id: string | null, 
/**
 * The item it came from.
 */
item_id: string | null, 
/**
 * Place among the meeting's, from 1.
 */
position: number, 
/**
 * What is to be done.
 */
content: string, 
/**
 * 主办 unit, where it is one of the register.
 */
lead_unit_id: string | null, 
/**
 * 主办, by name at the time.
 */
lead_name: string, 
/**
 * 主办's relation, which decides the wording.
 */
relation: Relation, 
/**
 * 协办.
 */
helpers: Array<Helper>, 
/**
 * The day it was given.
 */
assigned_on: string, 
/**
 * Due.
 */
due_on: string, 
/**
 * Due at first, before any approved extension.
 */
first_due_on: string, 
/**
 * Where it stands.
 */
state: AssignmentState, 
/**
 * The day the unit said it was done.
 */
claimed_on: string | null, 
/**
 * The day its closing was approved.
 */
closed_on: string | null, 
/**
 * Who approved (同意).
 */
closed_by: string, 
/**
 * What was done.
 */
result: string, 
/**
 * 满意度, 1 to 5.
 */
satisfaction: number | null, 
/**
 * Extension asked for: new day.
 */
extension_to: string | null, 
/**
 * Extension asked for: the day it was asked.
 */
extension_asked_on: string | null, 
/**
 * Reminder level reached: 0 none, 1 联络员, 2 分管领导, 3 主要领导.
 */
reminded: number, };

/**
 * Assignments due in one month.
 */
export type AssignmentMonth = { 
/**
 * Label for the axis, such as `11月`.
 */
month: string, 
/**
 * Closed (办结).
 */
closed: number, 
/**
 * Due and not closed (逾期).
 */
overdue: number, };

/**
 * An assignment as lists show one.
 */
export type AssignmentRow = { 
/**
 * The assignment.
 */
assignment: Assignment, 
/**
 * The committee's short name.
 */
committee: string, 
/**
 * The meeting's day.
 */
met_on: string | null, };

/**
 * Where an assignment stands.
 */
export type AssignmentState = "open" | "claimed" | "closed" | "withdrawn";

/**
 * A step that changes where an assignment stands.
 */
export type AssignmentStep = { "step": "progress", 
/**
 * What happened.
 */
text: string, } | { "step": "claim", 
/**
 * What was done.
 */
result: string, 
/**
 * When; today when not said.
 */
on?: string, } | { "step": "approve", 
/**
 * Who approved.
 */
by: string, 
/**
 * When; today when not said.
 */
on?: string, 
/**
 * 满意度, 1 to 5.
 */
satisfaction?: number, } | { "step": "return", 
/**
 * Why.
 */
reason: string, } | { "step": "ask_extension", 
/**
 * The new day.
 */
to: string, 
/**
 * Why.
 */
reason: string, } | { "step": "answer_extension", 
/**
 * 同意 or not.
 */
granted: boolean, 
/**
 * Who answered.
 */
by: string, } | { "step": "remind" } | { "step": "withdraw", 
/**
 * Why.
 */
reason: string, } | { "step": "rate", 
/**
 * 1 to 5.
 */
satisfaction: number, };

/**
 * An assignment with its log.
 */
export type AssignmentView = { 
/**
 * The assignment.
 */
assignment: Assignment, 
/**
 * The committee's name.
 */
committee: string, 
/**
 * The meeting's title.
 */
meeting: string | null, 
/**
 * The item's title.
 */
item: string | null, 
/**
 * The log, oldest first.
 */
progress: Array<Progress>, 
/**
 * What the paper to the lead is called: 交办单, 任务认领单 or 协调函.
 */
paper: string, 
/**
 * What a reminder to the lead is called: 催办单, 工作提示 or 商请函.
 */
reminder_paper: string, 
/**
 * Whether it is due and not closed.
 */
late: boolean, 
/**
 * One sentence when the due date is a day off.
 */
due_advice: string | null, };

/**
 * Arguments of `meetings.attach`.
 */
export type AttachFile = { 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * The file.
 */
file: FileRef, };

/**
 * A file that belongs to a meeting (会议附件).
 */
export type Attachment = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * What it belongs to.
 */
owner_id: string, 
/**
 * File name.
 */
name: string, 
/**
 * Hash of its bytes.
 */
hash: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Taken away from the list; the bytes stay for history.
 */
retired: boolean, };

/**
 * One person expected at a meeting (参会人员), copied from the registers at that moment.
 */
export type Attendance = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * Official order.
 */
position: number, 
/**
 * The unit, where the person comes for one.
 */
unit_id: string | null, 
/**
 * The unit's name at the time.
 */
unit_name: string, 
/**
 * The person.
 */
person: string, 
/**
 * Post at the time.
 */
post: string, 
/**
 * How they attended.
 */
state: AttendanceState, 
/**
 * Who came instead (替会).
 */
stand_in: string, 
/**
 * Why they were excused or absent.
 */
reason: string, };

/**
 * One line of the sheet.
 */
export type AttendanceEntry = { 
/**
 * Key; none for a person who is added.
 */
id?: string, 
/**
 * The version seen; 0 for one who is added.
 */
version: number, 
/**
 * The unit's name or the body they come from.
 */
unit_name: string, 
/**
 * The person.
 */
person: string, 
/**
 * Post.
 */
post: string, 
/**
 * How they attended.
 */
state: AttendanceState, 
/**
 * Who came instead.
 */
stand_in: string, 
/**
 * Why they were excused or absent.
 */
reason: string, };

/**
 * How somebody attended.
 */
export type AttendanceState = "expected" | "present" | "stand_in" | "observer" | "excused" | "absent";

/**
 * Something leaders are asked to look at (提请研究事项).
 */
export type Attention = { 
/**
 * How much.
 */
level: AttentionLevel, 
/**
 * One sentence.
 */
text: string, 
/**
 * Whom it concerns.
 */
concerning: string, 
/**
 * Sheet with the records behind it.
 */
sheet: string | null, };

/**
 * How much something asks for attention.
 */
export type AttentionLevel = "decide" | "watch";

/**
 * One backup on disk.
 */
export type Backup = { 
/**
 * File name inside the backup folder.
 */
name: string, 
/**
 * When it was made, UTC.
 */
at: string, 
/**
 * Size in bytes.
 */
bytes: number, };

/**
 * Why the unit that came first in order did not get the month.
 */
export type Because = { "kind": "blocked", month: Month, } | { "kind": "on_duty", committee_id: string, committee_name: string, } | { "kind": "kept_later", month: Month, } | { "kind": "contested", committees: number, } | { "kind": "fewer_months" };

/**
 * Arguments of `projects.begin`.
 */
export type BeginProject = { 
/**
 * The claim it comes of.
 */
claim_id: string, 
/**
 * The project.
 */
plan: ProjectPlan, };

/**
 * A cell of the board.
 */
export type BoardCell = { 
/**
 * The turn.
 */
turn_id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * The month.
 */
month: Month, 
/**
 * The unit that serves.
 */
unit_id: string, 
/**
 * Its 简称.
 */
unit: string, 
/**
 * Whether it is not the unit of the plan.
 */
changed: boolean, 
/**
 * How far the month is.
 */
state: MonthState, 
/**
 * Past months are frozen.
 */
frozen: boolean, 
/**
 * The month's meeting.
 */
meeting_id: string | null, };

/**
 * A line of the board: one committee.
 */
export type BoardRow = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Its short name.
 */
committee: string, 
/**
 * Its cells in the order of months; several where units share a month.
 */
cells: Array<BoardCell>, };

/**
 * Arguments of `rota.board`.
 */
export type BoardYear = { 
/**
 * The year.
 */
year: number, };

/**
 * A building (楼栋).
 */
export type Building = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Its compound.
 */
compound_id: string, 
/**
 * Name, e.g. 1号楼.
 */
name: string, 
/**
 * Sort key, numbers in natural order: 2号楼 before 10号楼.
 */
sort_key: string, 
/**
 * 网格.
 */
grid: string, 
/**
 * 户数; none when not known.
 */
households: number | null, 
/**
 * 党员数; none when not known.
 */
party_members: number | null, 
/**
 * 两长三员, at most one holder a post, in the order of [`Post::ALL`].
 */
posts: Array<PostHolder>, 
/**
 * One bit ([`Post::bit`]) for each post without a holder.
 */
vacant: number, 
/**
 * Remarks.
 */
note: string, 
/**
 * Order within the compound; 0 for the order of names.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * A building as lists show one; phones are masked.
 */
export type BuildingRow = { 
/**
 * The building.
 */
building: Building, 
/**
 * Its compound's name.
 */
compound: string, 
/**
 * Its community.
 */
community_id: string, 
/**
 * Its community's name.
 */
community: string, 
/**
 * Stairwells in use.
 */
stairwells: number, };

/**
 * What a list of buildings is sorted by.
 */
export type BuildingSort = "place" | "households" | "party_members";

/**
 * A building with everything related to it; phones are masked.
 */
export type BuildingView = { 
/**
 * The building.
 */
building: Building, 
/**
 * Its compound.
 */
compound: Compound, 
/**
 * Its community's name.
 */
community: string, 
/**
 * Its stairwells in use, in order.
 */
stairwells: Array<Stairwell>, };

/**
 * Arguments of commands on one record.
 */
export type ById = { 
/**
 * The record's key.
 */
id: string, };

/**
 * A year's holidays as kept (节假日安排).
 */
export type CalendarYear = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The year.
 */
year: number, 
/**
 * What is off and what is worked.
 */
pack: YearPack, };

/**
 * Arguments of `meetings.carryItem`.
 */
export type CarryItem = { 
/**
 * The unfinished item.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The meeting it moves to; the committee's next one in preparation when not said.
 */
to?: string, };

/**
 * One record's change, for history screens.
 */
export type ChangeLine = { 
/**
 * The set it belongs to.
 */
set: ChangeSet, 
/**
 * Chinese name of the kind of record.
 */
thing: string, 
/**
 * The record's key.
 */
record: string, 
/**
 * Before; none for a new record.
 */
before: Record<string, unknown> | null, 
/**
 * After; none for one taken out.
 */
after: Record<string, unknown> | null, };

/**
 * A change set (一次更改): what one command changed.
 */
export type ChangeSet = { 
/**
 * Its place in the log, from 1 without gaps.
 */
seq: number, 
/**
 * Key.
 */
id: string, 
/**
 * When.
 */
at: string, 
/**
 * Who, by name at that time.
 */
actor: string, 
/**
 * From which machine.
 */
device: string, 
/**
 * The command that made it.
 */
command: string, 
/**
 * Why, where a reason was asked for.
 */
reason: string | null, 
/**
 * The set this one undoes.
 */
undoes: string | null, 
/**
 * How many records it changed.
 */
changes: number, };

/**
 * What there is to choose about, as a preview names it; it comes back as it was given.
 */
export type ChoiceKey = { "of": "fact", 
/**
 * What the record is, such as 席位.
 */
thing: string, 
/**
 * Which one: its key where it is kept, else what tells it from others, as rows write it.
 */
record: Array<string>, 
/**
 * The column, by its key.
 */
column: string, } | { "of": "names", 
/**
 * The ways it is written.
 */
names: Array<string>, } | { "of": "number", 
/**
 * The number.
 */
number: string, };

/**
 * Arguments of `documents.chooseFont`.
 */
export type ChooseFont = { 
/**
 * The role.
 */
role: FontRole, 
/**
 * A font file; none goes back to what is installed or bundled.
 */
file?: FileRef, };

/**
 * A claim (认领): which unit took a need, who said so and when. One that is taken back stays.
 */
export type Claim = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The need.
 */
need_id: string, 
/**
 * The unit that claims it.
 */
unit_id: string, 
/**
 * The unit's name at the time.
 */
unit_name: string, 
/**
 * The resource it brings in, where it is one of its list.
 */
resource_id: string | null, 
/**
 * Who claimed it for the unit.
 */
by_name: string, 
/**
 * When.
 */
claimed_on: string, 
/**
 * Remarks.
 */
note: string, 
/**
 * When it was taken back.
 */
withdrawn_on: string | null, 
/**
 * Why it was taken back.
 */
withdrawn_reason: string, };

/**
 * Arguments of `needs.claim`.
 */
export type ClaimNeed = { 
/**
 * The need.
 */
need_id: string, 
/**
 * The unit that claims it; the resource's where one is named.
 */
unit_id?: string, 
/**
 * The resource it brings in.
 */
resource_id?: string, 
/**
 * Who claims it for the unit.
 */
by_name: string, 
/**
 * When; today when not said.
 */
claimed_on?: string, 
/**
 * Remarks.
 */
note: string, };

/**
 * Arguments of `needs.close`.
 */
export type CloseNeed = { 
/**
 * The need.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * Closed, or open again.
 */
closed: boolean, 
/**
 * Why; needed to close.
 */
reason: string, };

/**
 * The heading the clerk chose for a column.
 */
export type ColumnChoice = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The declared column, by its key.
 */
column: string, 
/**
 * The heading it is under; none where the sheet has no such column.
 */
heading: string | null, };

/**
 * A committee (大党委).
 */
export type Committee = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Name as documents print it, e.g. 听雨社区“大党委”.
 */
name: string, 
/**
 * Short name for boards, e.g. 听雨.
 */
short_name: string, 
/**
 * 街道 or 社区.
 */
level: CommitteeLevel, 
/**
 * Its community; none for the street's.
 */
community_id: string | null, 
/**
 * The body that signs its papers.
 */
issuing_body_id: string | null, 
/**
 * Name of the 书记 who chairs its meetings.
 */
secretary_name: string, 
/**
 * Post printed before the name, e.g. 社区党委书记.
 */
secretary_post: string, 
/**
 * Who keeps the record.
 */
recorder_name: string, 
/**
 * Usual place of its meetings.
 */
meeting_place: string, 
/**
 * Telephone of the contact, for 附注.
 */
contact: string, 
/**
 * Units on duty in one month.
 */
units_per_month: number, 
/**
 * 任期 begins.
 */
term_start: FuzzyDate | null, 
/**
 * 任期 ends.
 */
term_end: FuzzyDate | null, 
/**
 * Official order.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * Which level a committee stands at.
 */
export type CommitteeLevel = "street" | "community";

/**
 * A member of a committee (委员).
 */
export type CommitteeMember = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Name.
 */
name: string, 
/**
 * 书记, 副书记 or 委员.
 */
post: string, 
/**
 * 专职 or 兼职.
 */
duty: Duty, 
/**
 * The unit a 兼职委员 comes from.
 */
unit_id: string | null, 
/**
 * Where on the way this person is.
 */
stage: MemberStage, 
/**
 * The dated steps.
 */
stages: Array<StageDate>, 
/**
 * Official order.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * A committee's month.
 */
export type CommitteeMonth = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Its short name.
 */
committee: string, 
/**
 * Units on duty, by short name.
 */
duty: Array<string>, 
/**
 * Where its meeting stands; none when it is not arranged yet.
 */
state: MeetingState | null, 
/**
 * The meeting.
 */
meeting_id: string | null, 
/**
 * Its day.
 */
date: string | null, };

/**
 * A committee as lists show one.
 */
export type CommitteeRow = { 
/**
 * The committee.
 */
committee: Committee, 
/**
 * Its community's name.
 */
community: string | null, 
/**
 * Units with a seat in it.
 */
units: number, 
/**
 * 委员 in office.
 */
members: number, 
/**
 * One sentence when the number of 委员 is outside the office's limits.
 */
advice: string | null, };

/**
 * A committee with its people.
 */
export type CommitteeView = { 
/**
 * The committee.
 */
committee: Committee, 
/**
 * Its community.
 */
community: Community | null, 
/**
 * 委员 in official order.
 */
members: Array<CommitteeMember>, 
/**
 * Seats in official order.
 */
seats: Array<SeatRow>, 
/**
 * One sentence when the number of 委员 is outside the office's limits.
 */
advice: string | null, };

/**
 * A community (社区).
 */
export type Community = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Full name, e.g. 听雨社区.
 */
name: string, 
/**
 * Pinyin key for sorting.
 */
sort_key: string, 
/**
 * Official order.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * Arguments of `ratings.community`.
 */
export type CommunityQuery = { 
/**
 * The community.
 */
community_id: string, 
/**
 * The last month looked at; the present one when not said.
 */
until?: Month, };

/**
 * A community's own page.
 */
export type CommunityStars = { 
/**
 * The community.
 */
community: string, 
/**
 * The newest published month; none while nothing is published.
 */
month: Month | null, 
/**
 * The published month before.
 */
before: Month | null, 
/**
 * Its compounds, in the order of the registers.
 */
compounds: Array<CompoundStars>, 
/**
 * The base items (基本项), in the order of the scheme.
 */
items: Array<ItemMean>, 
/**
 * Who gained most places within its scope, most first.
 */
gains: Array<RankGain>, 
/**
 * Flags that hang now.
 */
flags: Array<RatingFlag>, 
/**
 * The published months.
 */
trend: Trend, };

/**
 * A compound (小区).
 */
export type Compound = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The community it lies in.
 */
community_id: string, 
/**
 * Name, e.g. 听雨花园.
 */
name: string, 
/**
 * Pinyin key for sorting, numbers in natural order.
 */
sort_key: string, 
/**
 * 物业服务模式, one of the office's list; empty when not known.
 */
property_mode: string, 
/**
 * 产权单位.
 */
owner_unit: string, 
/**
 * 物业公司.
 */
property_company: string, 
/**
 * 小区党支部.
 */
party_branch: string, 
/**
 * Members of the 业委会; empty where there is none.
 */
owners_committee: Array<OwnersMember>, 
/**
 * 户数; none when not known.
 */
households: number | null, 
/**
 * Remarks.
 */
note: string, 
/**
 * Official order within the community; 0 for the order of names.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * A compound as lists show one.
 */
export type CompoundRow = { 
/**
 * The compound.
 */
compound: Compound, 
/**
 * Its community's name.
 */
community: string, 
/**
 * Buildings in use.
 */
buildings: number, 
/**
 * 户数 of its buildings together.
 */
building_households: number, 
/**
 * Buildings of which a post is vacant.
 */
with_vacancy: number, };

/**
 * A compound (小区) in the newest published month.
 */
export type CompoundStars = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Buildings or stairwells with a total.
 */
rated: number, 
/**
 * Those without one: 不参评, 不予评星, or not rated.
 */
unrated: number, 
/**
 * Mean of the totals, thousandths, rounded for print.
 */
mean: number | null, 
/**
 * The mean of the published month before.
 */
before: number | null, 
/**
 * Rated objects with 0 to 5 stars.
 */
stars: Array<number>, 
/**
 * Those that hang the 流动小红旗.
 */
flags: Array<string>, };

/**
 * A compound with its buildings.
 */
export type CompoundView = { 
/**
 * The compound.
 */
compound: Compound, 
/**
 * Its community's name.
 */
community: string, 
/**
 * Its buildings in use, in order; phones are masked.
 */
buildings: Array<BuildingRow>, };

/**
 * Arguments of `meetings.correct`: begins a new version of signed minutes.
 */
export type CorrectMinutes = { 
/**
 * The signed minutes.
 */
id: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Arguments of `ratings.correct`.
 */
export type CorrectRating = { 
/**
 * The period.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

/**
 * How many things of one kind an import would touch.
 */
export type CountOf = { 
/**
 * What is counted, such as 席位.
 */
thing: string, 
/**
 * How many.
 */
count: ImportCount, };

/**
 * A run of days off (放假), both ends included.
 */
export type DaysOff = { 
/**
 * The holiday's name, such as 国庆节.
 */
name: string, from: string, to: string, };

/**
 * Arguments of `desk.view`.
 */
export type DeskQuery = { 
/**
 * Only this committee's.
 */
committee_id?: string, };

/**
 * The desk.
 */
export type DeskView = { 
/**
 * Today.
 */
today: string, 
/**
 * The month.
 */
month: Month, 
/**
 * What there is to do, most pressing first.
 */
todos: Array<Todo>, 
/**
 * Committees' months in official order.
 */
committees: Array<CommitteeMonth>, 
/**
 * Assignments due this month.
 */
assignments: MonthAssignments, };

/**
 * A document the program makes.
 */
export type DocumentKind = "notice" | "topic_sheet" | "agenda" | "script" | "sign_in" | "name_cards" | "record" | "minutes" | "approval_slip" | "meeting_set" | "rota_table" | "turn_notice" | "turn_summary" | "assignment" | "reminder" | "progress_report" | "liaisons" | "member_filing" | "appointments" | "review_sheet" | "archive_list" | "rating_report" | "score_sheets" | "honour_roll" | "rating_year" | "selection_result" | "three_lists" | "agreement" | "quarterly_report" | "post_roster" | "partner_certificate" | "partner_plaque" | "partner_agreement" | "partner_roster" | "service_proof" | "partner_year" | "merchant_list";

/**
 * A document as `documents.kinds` lists it.
 */
export type DocumentKindInfo = { 
/**
 * Which.
 */
kind: DocumentKind, 
/**
 * What people call it.
 */
name: string, 
/**
 * What it is made from.
 */
source: DocumentSource, 
/**
 * Whether it must stay inside the office.
 */
internal: boolean, };

/**
 * What a document is made from.
 */
export type DocumentSource = "meeting" | "year" | "turn" | "assignment" | "month" | "committee" | "rating" | "selection" | "agreement" | "buildings" | "partner" | "partners";

/**
 * The result of commands that answer nothing.
 */
export type Done = Record<symbol, never>;

/**
 * What a list of assignments is narrowed to by time.
 */
export type DueFilter = "late" | "soon";

/**
 * 专职 or 兼职.
 */
export type Duty = "full_time" | "part_time";

/**
 * Arguments of `meetings.editMinutes`: the blocks a hand has touched.
 */
export type EditMinutes = { 
/**
 * The minutes.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * All blocks as they shall stand; `edited` none lets a block follow the data again.
 */
blocks: Array<EditedBlock>, };

/**
 * A block as the editor gives it back.
 */
export type EditedBlock = { 
/**
 * Its key; one that is not known yet is a paragraph of the hand's own.
 */
key: string, 
/**
 * 0 for a paragraph, 1 to 4 for a heading.
 */
level: number, 
/**
 * The hand's text; none to follow the data.
 */
edited?: string, 
/**
 * Left out.
 */
removed: boolean, 
/**
 * The hand has seen what changed beneath its text and keeps the text.
 */
accepted: boolean, };

/**
 * Arguments of `agreements.end`.
 */
export type EndAgreement = { 
/**
 * The agreement.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * When; today when not said.
 */
on?: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What a host hands back of a command: its result, and what it changed.
 */
export type Envelope = { 
/**
 * The command's own result.
 */
result: unknown, 
/**
 * The key of the change set it made, by which exactly this can be taken back; none where nothing changed.
 */
change_set: string | null, };

/**
 * An error as both hosts send it: `{code, message, field?, detail?}`.
 */
export type Error = { 
/**
 * What the UI may branch on.
 */
code: ErrorCode, 
/**
 * One Chinese sentence: what happened, what to do.
 */
message: string, 
/**
 * The argument at fault, as it is called in the command's arguments.
 */
field?: string, 
/**
 * Data that belongs to the code, as each [`ErrorCode`] says.
 */
detail?: unknown, };

/**
 * What went wrong, as a closed set. The UI branches on this and never on the text.
 */
export type ErrorCode = "invalid" | "not_found" | "conflict" | "forbidden" | "sign_in" | "state" | "file" | "storage" | "busy" | "no_plan" | "typesetting" | "cancelled" | "usage" | "internal";

/**
 * Arguments of `ratings.explain`.
 */
export type ExplainRating = { 
/**
 * The entry.
 */
entry_id: string, 
/**
 * Which published version; the newest, or the draft, when not said.
 */
revision?: number, };

/**
 * How a building came to its result.
 */
export type Explanation = { 
/**
 * The result.
 */
row: RowResult, 
/**
 * The entry's version, to change how it takes part.
 */
version: number, 
/**
 * Within what it is ranked.
 */
scope: string, 
/**
 * Who rated it, in the order of the marks.
 */
judges: Array<string>, 
/**
 * Item by item.
 */
steps: Array<ScoreStep>, 
/**
 * The items put together; empty without a sheet.
 */
sum: string, 
/**
 * The formula, in one sentence.
 */
formula: string, 
/**
 * How equal totals are told apart.
 */
tie_rule: string, 
/**
 * Least total for one to five stars, thousandths.
 */
stars: Array<number>, 
/**
 * What is to be said of the scope.
 */
notes: Array<string>, };

/**
 * A judge whose marks lie far from the others'; they count all the same.
 */
export type FarOffJudge = { 
/**
 * Who.
 */
judge: string, 
/**
 * What the judge's base items come to on 100, thousandths.
 */
given: number, 
/**
 * The median of all judges, thousandths.
 */
middle: number, };

/**
 * One cell and what is to be said about it: a fault to correct, or a silent correction told.
 */
export type Fault = { 
/**
 * Name of the sheet.
 */
sheet: string, 
/**
 * Row number as Excel shows it, from 1.
 */
row: number, 
/**
 * Column letters as Excel shows them.
 */
column: string, 
/**
 * Heading of the column, such as `联络员/手机号`.
 */
heading: string, 
/**
 * One Chinese sentence: what is wrong and what to do.
 */
reason: string, };

/**
 * A field that differs.
 */
export type FieldChange = { 
/**
 * What the field is called.
 */
label: string, 
/**
 * What is kept.
 */
old: string, 
/**
 * What the sheet says.
 */
new: string, };

/**
 * A key figure with its one definition.
 */
export type Figure = { 
/**
 * Name, such as `交办按时办结率`.
 */
label: string, 
/**
 * Unit of the numerator, such as `家`.
 */
unit: string, 
/**
 * The count, or the numerator of a rate.
 */
numerator: number, 
/**
 * Denominator of a rate; `None` for a count.
 */
denominator: number | null, 
/**
 * The same in the period before: numerator and, for a rate, denominator.
 */
previous: [number, number | null] | null, 
/**
 * What is counted, in one sentence.
 */
definition: string, 
/**
 * Sheet with the records behind it.
 */
sheet: string | null, 
/**
 * Whether more is worse, as with overdue assignments.
 */
lower_is_better: boolean, };

/**
 * The figures of a period; every denominator is 应办结.
 */
export type Figures = { 
/**
 * 应办结: due in the period, those withdrawn left out.
 */
due: number, 
/**
 * 办结率: closed.
 */
closed: Ratio, 
/**
 * 按时办结率: closed by the due date, or by the one extended on approval.
 */
on_time: Ratio, 
/**
 * 逾期: due before today and not closed.
 */
late: Ratio, };

/**
 * Arguments of `assignments.figures`.
 */
export type FiguresPeriod = { 
/**
 * First month of the period.
 */
from: Month, 
/**
 * Last month of the period.
 */
to: Month, 
/**
 * Only this committee's.
 */
committee_id?: string, };

/**
 * What kind of file a document is made as.
 */
export type FileFormat = "pdf" | "docx" | "zip";

/**
 * A file as commands see it.
 */
export type FileRef = { 
/**
 * What the host knows it by.
 */
id: string, 
/**
 * Its name, to show and to suggest when saving.
 */
name: string, };

/**
 * Arguments of `partners.find`.
 */
export type FindPartners = { 
/**
 * Skill, community and time in any order, such as `书法 听雨 周末`.
 */
text: string, 
/**
 * Page.
 */
page: Paging, };

/**
 * Arguments of `search.find`.
 */
export type FindText = { 
/**
 * What was typed: characters, pinyin or initials.
 */
text: string, };

/**
 * Where a font came from.
 */
export type FontOrigin = "chosen" | "installed" | "bundled";

/**
 * What a font is for.
 */
export type FontRole = "title" | "song" | "hei" | "kai" | "fang";

/**
 * The font of a role.
 */
export type FontRow = { 
/**
 * The role.
 */
role: FontRole, 
/**
 * What the standard calls it, e.g. 仿宋.
 */
name: string, 
/**
 * What it is used for.
 */
used_for: string, 
/**
 * The family that serves it.
 */
family: string, 
/**
 * Where that came from.
 */
origin: FontOrigin, 
/**
 * Families asked, in order, for characters it lacks.
 */
fallbacks: Array<string>, };

/**
 * `documents.fonts`.
 */
export type FontsView = { 
/**
 * One for each role.
 */
rows: Array<FontRow>, 
/**
 * Whether files of the office's own can be kept: only beside data in a folder.
 */
replaceable: boolean, };

/**
 * What the first-start page asks for.
 */
export type FoundOffice = { 
/**
 * 街道 name.
 */
name: string, 
/**
 * 区 or 市 above it.
 */
superior: string, 
/**
 * Name of the one 管理员.
 */
clerk: string, };

/**
 * Who can do it.
 */
export type FoundPartners = { 
/**
 * What was typed, as it was understood.
 */
words: Array<UnderstoodWord>, 
/**
 * Partners who serve, by name.
 */
rows: Array<PartnerRow>, 
/**
 * How many there are.
 */
total: number, 
/**
 * What to ask the next page with.
 */
next: string | null, 
/**
 * Others who fit but have not said when they are free.
 */
without_time: number, };

/**
 * A date exactly as precise as the office wrote it: a year, a month or a day.
 *
 * In data `2024`, `2024-06` or `2024-06-05`; shown as `2024年`, `2024年6月` or `2024年6月5日`.
 * Orders by the first day it covers, the vaguer one first.
 */
export type FuzzyDate = string;

/**
 * Who takes part besides the lead (协办).
 */
export type Helper = { 
/**
 * The unit, where it is one of the register.
 */
unit_id?: string, 
/**
 * Name.
 */
name: string, 
/**
 * Relation, which decides the wording of the paper.
 */
relation: Relation, };

/**
 * An import (一批导入).
 */
export type ImportBatch = { 
/**
 * What it changed, as the log has it.
 */
set: ChangeSet, 
/**
 * What it brought in, the most first.
 */
touched: Array<Touched>, 
/**
 * The change set that took it back.
 */
undone: ChangeSet | null, };

/**
 * How many are new, differ or are the same.
 */
export type ImportCount = { 
/**
 * All.
 */
total: number, 
/**
 * New.
 */
created: number, 
/**
 * Kept, and differ.
 */
changed: number, 
/**
 * Kept, and the same.
 */
unchanged: number, };

/**
 * Arguments of `ratings.importScores`.
 */
export type ImportScores = { 
/**
 * The workbook.
 */
file: FileRef, 
/**
 * The period; the one of the month that the sheet names when not said, opened where there is none.
 */
period_id?: string, 
/**
 * The file as the preview saw it; refused when it is another by now.
 */
file_hash?: string, 
/**
 * Make the communities, compounds, buildings and stairwells that are not known.
 */
create_places: boolean, 
/**
 * Leave out the wrong rows and take the others.
 */
skip_wrong: boolean, 
/**
 * Headings the clerk chose for columns; they are remembered for sheets with the same headings.
 */
columns: Array<ColumnChoice>, };

/**
 * What a row of a sheet means for what is kept.
 */
export type ImportStatus = "created" | "changed" | "unchanged";

/**
 * A paper that went out under a number.
 */
export type IssuedPaper = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Which paper.
 */
kind: DocumentKind, 
/**
 * What it is about, by the key its thing tells: a record, or whose month a report is of.
 */
record_id: string, 
/**
 * 1 for the first time it went out; reminders go out again, and what was voided.
 */
ordinal: number, 
/**
 * The committee whose matter it is.
 */
committee_id: string, 
/**
 * Whose series the number is of.
 */
issuing_body_id: string, 
/**
 * 发文字号.
 */
number: string, 
/**
 * Its title.
 */
title: string, 
/**
 * To whom.
 */
receiver: string, 
/**
 * 成文日期.
 */
issued_on: string, 
/**
 * SHA-256 of the paper as it went out; none for one from before papers were kept.
 */
model_hash: string | null, 
/**
 * 作废: the day it was declared void; the number stays given.
 */
voided_on: string | null, 
/**
 * Why it is void.
 */
void_reason: string, };

/**
 * How a paper that takes a number stands.
 */
export type IssuedStanding = { 
/**
 * The issued paper.
 */
id: string, 
/**
 * Its version.
 */
version: number, 
/**
 * 发文字号.
 */
number: string, 
/**
 * 成文日期.
 */
issued_on: string, 
/**
 * 作废 on this day.
 */
voided_on: string | null, 
/**
 * Whether the file is this paper; else it is what would go out next.
 */
shown: boolean, 
/**
 * Whether what it was made from has been changed since it went out.
 */
stale: boolean, };

/**
 * An issuing body (发文主体): whose name stands under a paper.
 */
export type IssuingBody = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Full name, e.g. 中共听雨社区委员会.
 */
full_name: string, 
/**
 * Short name for signatures.
 */
short_name: string, 
/**
 * 机关代字, e.g. 听雨社区党委.
 */
code: string, 
/**
 * The number its series starts from, for an office that switches in mid-year.
 */
first_number: number, 
/**
 * Place in lists.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * The kind of an agenda item.
 */
export type ItemKind = "study" | "report" | "topic" | "speech";

/**
 * How an item was marked in the community.
 */
export type ItemMean = { 
/**
 * The item.
 */
name: string, 
/**
 * Full marks, thousandths.
 */
full: number, 
/**
 * Mean of the objects' means, thousandths, rounded for print.
 */
mean: number, 
/**
 * That of the published month before, where it had an item of this name.
 */
before: number | null, };

/**
 * Where a topic came from.
 */
export type ItemSource = "office" | "unit" | "resident" | "carried" | "follow_up";

/**
 * The leaders' view (领导视图).
 */
export type LeadersView = { 
/**
 * The last month.
 */
month: Month, 
/**
 * The months, as people call them.
 */
period: string, 
/**
 * Whose figures these are.
 */
scope: string, 
/**
 * Six figures with numerator, denominator and last month's.
 */
figures: Array<Figure>, 
/**
 * Meetings planned and held this year, by committee.
 */
meeting_counts: Array<MeetingCount>, 
/**
 * Assignments of twelve months.
 */
assignment_months: Array<AssignmentMonth>, 
/**
 * Units by 性质.
 */
natures: Array<Share>, 
/**
 * Meetings of the month by state.
 */
meeting_states: Array<Share>, 
/**
 * 提请研究事项.
 */
attention: Array<Attention>, };

/**
 * What a directory is made from.
 */
export type LiaisonsPaper = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Whether work phones are printed; not when not said.
 */
phones?: boolean, };

/**
 * Records that may be one, written twice: told, never merged in silence.
 */
export type LikelyOne = { 
/**
 * What a choice names them by; its value is the name that all of them shall have.
 */
key: ChoiceKey, 
/**
 * The ways it is written.
 */
names: Array<string>, 
/**
 * Where they stand.
 */
places: Array<string>, };

/**
 * Arguments of `agreements.list`.
 */
export type ListAgreements = { 
/**
 * Words of the title, or a party's name.
 */
search: string, 
/**
 * Only with this unit.
 */
unit_id?: string, 
/**
 * Only this committee's.
 */
committee_id?: string, 
/**
 * Only where it stands so.
 */
state?: AgreementState, 
/**
 * Page; what ends first comes first.
 */
page: Paging, };

/**
 * Arguments of `assignments.list`.
 */
export type ListAssignments = { 
/**
 * Words of the content or the lead's name.
 */
search: string, 
/**
 * Only this committee's.
 */
committee_id?: string, 
/**
 * Only of this unit.
 */
unit_id?: string, 
/**
 * Only in these states; empty for all.
 */
states: Array<AssignmentState>, 
/**
 * Narrowed by time.
 */
due?: DueFilter, 
/**
 * Only due in this month.
 */
due_month?: Month, 
/**
 * Page; earliest due first.
 */
page: Paging, };

/**
 * Arguments of `buildings.list`.
 */
export type ListBuildings = { 
/**
 * Building, compound or a holder of a post, by characters, pinyin or initials; words are all to be found.
 */
search: string, 
/**
 * Only this community's.
 */
community_id?: string, 
/**
 * Only this compound's.
 */
compound_id?: string, 
/**
 * Only this grid's.
 */
grid?: string, 
/**
 * Only buildings of which one of these posts is vacant; empty for all.
 */
vacant: Array<Post>, 
/**
 * Include 停用.
 */
retired: boolean, 
/**
 * Order.
 */
sort: BuildingSort, 
/**
 * Backwards.
 */
descending: boolean, 
/**
 * Page.
 */
page: Paging, };

/**
 * Arguments of `changes.list` and `changes.imports`.
 */
export type ListChanges = { 
/**
 * Only sets before this one; none for the newest.
 */
before?: number, };

/**
 * Arguments of `compounds.list`.
 */
export type ListCompounds = { 
/**
 * Name, people of the 业委会, 产权单位 or property company, by characters, pinyin or initials.
 */
search: string, 
/**
 * Only this community's.
 */
community_id?: string, 
/**
 * 物业服务模式; empty for all.
 */
property_modes: Array<string>, 
/**
 * Include 停用.
 */
retired: boolean, 
/**
 * Page.
 */
page: Paging, };

/**
 * Arguments of `ratings.flags`.
 */
export type ListFlags = { 
/**
 * Only hung in this year.
 */
year?: number, 
/**
 * Only this community's.
 */
community_id?: string, 
/**
 * Only this building's or stairwell's.
 */
object_id?: string, 
/**
 * Only those that hang now.
 */
hanging: boolean, };

/**
 * Arguments of `buildings.grids`.
 */
export type ListGrids = { 
/**
 * Only this community's.
 */
community_id?: string, };

/**
 * Arguments of `documents.issued`.
 */
export type ListIssued = { 
/**
 * The year; this year when not said.
 */
year?: number, };

/**
 * Arguments of `meetings.list`.
 */
export type ListMeetings = { 
/**
 * Words of the place, chair, duty unit or an item's title.
 */
search: string, 
/**
 * Only this committee's.
 */
committee_id?: string, 
/**
 * Only this month's.
 */
month?: Month, 
/**
 * Only this year's.
 */
year?: number, 
/**
 * Only in these states; empty for all.
 */
states: Array<MeetingState>, 
/**
 * Page; newest meeting first.
 */
page: Paging, };

/**
 * Arguments of `needs.list`.
 */
export type ListNeeds = { 
/**
 * Words of the title or the content.
 */
search: string, 
/**
 * Only this unit's.
 */
unit_id?: string, 
/**
 * Only this committee's.
 */
committee_id?: string, 
/**
 * Only of these kinds; empty for all.
 */
kinds: Array<string>, 
/**
 * Only in these states; empty for all.
 */
states: Array<NeedState>, 
/**
 * Page; newest first.
 */
page: Paging, };

/**
 * Arguments of `partners.list` and `partners.export`.
 */
export type ListPartners = { 
/**
 * Name, skill, service, pinyin or initials.
 */
search: string, 
/**
 * Kinds; empty for all.
 */
kinds: Array<PartnerKind>, 
/**
 * States; empty for all.
 */
states: Array<PartnerState>, 
/**
 * Communities; empty for all.
 */
community_ids: Array<string>, 
/**
 * Has this skill, as the tag is written.
 */
skill?: string, 
/**
 * Serving, and the term ends within the office's days or has ended.
 */
ending: boolean, 
/**
 * Only these partners; empty for all. For exports and papers of some that were chosen.
 */
ids: Array<string>, 
/**
 * Include 停用.
 */
retired: boolean, 
/**
 * Order.
 */
sort: PartnerSort, 
/**
 * Backwards.
 */
descending: boolean, 
/**
 * Page.
 */
page: Paging, };

/**
 * Arguments of `projects.list`.
 */
export type ListProjects = { 
/**
 * Words of the title, or the unit's name.
 */
search: string, 
/**
 * Only this unit's.
 */
unit_id?: string, 
/**
 * Only this committee's.
 */
committee_id?: string, 
/**
 * Only in these states; empty for all.
 */
states: Array<ProjectState>, 
/**
 * Page; newest first.
 */
page: Paging, };

/**
 * Arguments of `ratings.list`.
 */
export type ListRatings = { 
/**
 * Only of this year.
 */
year?: number, 
/**
 * Only this community's and the whole street's.
 */
community_id?: string, };

/**
 * Arguments of `resources.list`.
 */
export type ListResources = { 
/**
 * Words of the title or the content.
 */
search: string, 
/**
 * Only this unit's.
 */
unit_id?: string, 
/**
 * Only what is offered to this committee, or to all.
 */
committee_id?: string, 
/**
 * Only of these kinds; empty for all.
 */
kinds: Array<string>, 
/**
 * Include 停用.
 */
retired: boolean, 
/**
 * Page; by the sound of the title.
 */
page: Paging, };

/**
 * Arguments of `selections.list`.
 */
export type ListSelections = { 
/**
 * Only of this year.
 */
year?: number, };

/**
 * Arguments of `services.list`.
 */
export type ListServices = { 
/**
 * Content, place or who took part.
 */
search: string, 
/**
 * A partner who took part.
 */
partner_id?: string, 
/**
 * Communities; empty for all.
 */
community_ids: Array<string>, 
/**
 * From this day.
 */
from?: string, 
/**
 * To this day.
 */
to?: string, 
/**
 * Only those that nobody has confirmed.
 */
unconfirmed: boolean, 
/**
 * Include 作废.
 */
retired: boolean, 
/**
 * Page.
 */
page: Paging, };

/**
 * Arguments of `units.list`.
 */
export type ListUnits = { 
/**
 * Name, 简称, former name, pinyin or initials.
 */
search: string, 
/**
 * Natures; empty for all.
 */
natures: Array<string>, 
/**
 * Relations; empty for all.
 */
relations: Array<Relation>, 
/**
 * Only units with a seat in this committee.
 */
committee_id?: string, 
/**
 * Include 停用.
 */
retired: boolean, 
/**
 * Order.
 */
sort: UnitSort, 
/**
 * Backwards.
 */
descending: boolean, 
/**
 * Page.
 */
page: Paging, };

/**
 * What a walk over the whole log found.
 */
export type LogCheck = { 
/**
 * How many sets the log holds.
 */
sets: number, 
/**
 * The first place where the chain does not hold; none when all is well.
 */
broken_at: number | null, };

/**
 * A document that was made.
 */
export type MadeDocument = { 
/**
 * The file.
 */
file: FileRef, 
/**
 * Its pages; 0 for a .docx, whose pages the word processor counts.
 */
pages: number, 
/**
 * Rare characters that were set from another font than their role's.
 */
borrowed: string, 
/**
 * Whether `documents.issue` would give it a number now.
 */
may_issue: boolean, 
/**
 * The last time it went out under a number, or the time that was asked for.
 */
issued: IssuedStanding | null, };

/**
 * Arguments of `documents.make` and `documents.issue`.
 */
export type MakeDocument = { /**
 * The time it went out that is wanted, by the issued paper's key; the last when not said.
 */
issued_id?: string,
/**
 * PDF when not said.
 */
format?: FileFormat, } & (
  | ({ kind: "notice" | "topic_sheet" | "agenda" | "script" | "sign_in" | "name_cards" | "record" | "meeting_set" } & PaperOfMeeting)
  | ({ kind: "minutes" | "approval_slip" } & MinutesPaper)
  | ({ kind: "rota_table" | "archive_list" } & PaperOfYear)
  | ({ kind: "turn_notice" | "turn_summary" } & PaperOfTurn)
  | ({ kind: "assignment" | "reminder" } & PaperOfAssignment)
  | ({ kind: "progress_report" } & ProgressReportPaper)
  | ({ kind: "liaisons" } & LiaisonsPaper)
  | ({ kind: "member_filing" | "appointments" | "review_sheet" } & PaperOfCommittee)
  | ({ kind: "rating_report" | "honour_roll" } & PaperOfRating)
  | ({ kind: "score_sheets" } & ScoreSheetsPaper)
  | ({ kind: "rating_year" } & RatingYearPaper)
  | ({ kind: "selection_result" } & PaperOfSelection)
  | ({ kind: "three_lists" } & ThreeListsPaper)
  | ({ kind: "agreement" } & PaperOfAgreement)
  | ({ kind: "quarterly_report" } & QuarterlyPaper)
  | ({ kind: "post_roster" } & PostRosterPaper)
  | ({ kind: "partner_certificate" | "partner_plaque" | "partner_agreement" } & PaperOfPartners)
  | ({ kind: "partner_roster" | "merchant_list" } & PartnerListPaper)
  | ({ kind: "service_proof" } & ServiceProofPaper)
  | ({ kind: "partner_year" } & PartnerYearPaper)
);

/**
 * Arguments of `returns.make`.
 */
export type MakeReturn = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * The month.
 */
month: Month, };

/**
 * A declared column and the heading it is read from.
 */
export type MappedColumn = { 
/**
 * Its key.
 */
column: string, 
/**
 * What it is called in templates.
 */
title: string, 
/**
 * Whether a record without it is wrong.
 */
required: boolean, 
/**
 * The heading on the sheet; none where it is not there.
 */
heading: string | null, 
/**
 * How it was found; none where it is not there.
 */
by: MatchedBy | null, };

/**
 * A sheet that is read, with its header.
 */
export type MappedSheet = { 
/**
 * Its name.
 */
sheet: string, 
/**
 * The header's last row as Excel shows it.
 */
header_row: number, 
/**
 * Every heading on it, from the left.
 */
headings: Array<string>, 
/**
 * The declared columns.
 */
columns: Array<MappedColumn>, 
/**
 * Titles of required columns without a heading: to be chosen before anything is read.
 */
missing: Array<string>, };

/**
 * Arguments of `needs.match`: the resource's unit claims the need, and the project begins.
 */
export type MatchNeed = { 
/**
 * The claim.
 */
claim: ClaimNeed, 
/**
 * The project.
 */
plan: ProjectPlan, };

/**
 * How a column's heading was found.
 */
export type MatchedBy = "name" | "likeness" | "choice";

/**
 * A meeting (会议).
 */
export type Meeting = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * 联席会议, 三方协商会, 议事会, 板凳会 or an own kind.
 */
kind: string, 
/**
 * 临时.
 */
extraordinary: boolean, 
/**
 * The month it belongs to.
 */
month: Month, 
/**
 * Its turn in the rota.
 */
turn_id: string | null, 
/**
 * Where it stands.
 */
state: MeetingState, 
/**
 * 第×次 in the year; given with the notice, never reused.
 */
session_number: number | null, 
/**
 * 第×期 of the minutes; given with the notice, never reused.
 */
issue_number: number | null, 
/**
 * 发文字号 of the notice.
 */
notice_number: string | null, 
/**
 * The day the notice went out.
 */
notified_on: string | null, 
/**
 * The day of the meeting.
 */
date: string, 
/**
 * The hour, `14:30`.
 */
time: string, 
/**
 * Place.
 */
place: string, 
/**
 * 主持人.
 */
chair_name: string, 
/**
 * 主持人's post, with the unit where it is one.
 */
chair_post: string, 
/**
 * 记录人.
 */
recorder_name: string, 
/**
 * Unit on duty, by name at the time.
 */
duty_unit: string, 
/**
 * What to bring or prepare.
 */
requirements: string, 
/**
 * Why it was postponed or cancelled.
 */
state_reason: string, 
/**
 * When attendance was taken; registers no longer rewrite it.
 */
attendance_taken: string | null, };

/**
 * Meetings of one committee this year.
 */
export type MeetingCount = { 
/**
 * Short name for the axis, such as `听雨`.
 */
committee: string, 
/**
 * Meetings planned until now.
 */
planned: number, 
/**
 * Meetings held.
 */
held: number, };

/**
 * An agenda item (议题).
 */
export type MeetingItem = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * Place in the agenda, from 1.
 */
position: number, 
/**
 * Kind.
 */
kind: ItemKind, 
/**
 * Title as the agenda prints it.
 */
title: string, 
/**
 * Source.
 */
source: ItemSource, 
/**
 * Who put it forward.
 */
proposer: string, 
/**
 * Who speaks or reports.
 */
speaker: string, 
/**
 * Background, for the topic sheet.
 */
background: string, 
/**
 * 讨论情况: who said what; goes into the record only.
 */
discussion: string, 
/**
 * 议定事项 or, for other kinds, what the minutes say.
 */
decision: string, 
/**
 * 转下次会议: taken up again by this later meeting, or [`NEXT_MEETING`] while that is not open yet.
 */
carried_to: string | null, };

/**
 * A meeting as lists show one.
 */
export type MeetingRow = { 
/**
 * The meeting.
 */
meeting: Meeting, 
/**
 * The committee's name.
 */
committee: string, 
/**
 * The committee's short name.
 */
committee_short: string, 
/**
 * Items on the agenda.
 */
items: number, 
/**
 * Assignments it made.
 */
assignments: number, 
/**
 * Came: 出席 and 替会.
 */
attended: number, 
/**
 * Expected, guests apart.
 */
expected: number, };

/**
 * Where a meeting stands.
 */
export type MeetingState = "preparing" | "notified" | "held" | "signed" | "archived" | "postponed" | "cancelled";

/**
 * A step of the meeting, for the left column of its workspace.
 */
export type MeetingStep = { 
/**
 * `topics`, `notice`, `attendance`, `record`, `minutes`, `assignments` or `archive`.
 */
key: string, 
/**
 * Done, under way or ahead.
 */
done: boolean, 
/**
 * A few words: 出席 8 替会 1 请假 1.
 */
summary: string, };

/**
 * A meeting with everything on it.
 */
export type MeetingView = { 
/**
 * The meeting.
 */
meeting: Meeting, 
/**
 * Its title as documents print it.
 */
title: string, 
/**
 * The committee.
 */
committee: Committee, 
/**
 * Items in order.
 */
items: Array<MeetingItem>, 
/**
 * People in official order.
 */
attendance: Array<Attendance>, 
/**
 * Assignments it made.
 */
assignments: Array<AssignmentRow>, 
/**
 * The newest minutes; none before the first draft.
 */
minutes: Minutes | null, 
/**
 * All versions of the minutes, newest first.
 */
revisions: Array<Minutes>, 
/**
 * Files.
 */
attachments: Array<Attachment>, 
/**
 * Steps.
 */
steps: Array<MeetingStep>, 
/**
 * The last day for the notice, or one sentence why it is not known.
 */
notice_due: string | null, 
/**
 * Why `notice_due` is not known, e.g. a year's holidays that are not published.
 */
notice_advice: string | null, 
/**
 * The last day for topics.
 */
topics_due: string, 
/**
 * States the meeting may go to now.
 */
next_states: Array<MeetingState>, };

/**
 * The way of a 兼职委员 into and out of office, each step dated.
 */
export type MemberStage = "recommended" | "selected" | "approved" | "filed" | "appointed" | "left";

/**
 * A seat (席位): one unit in one committee.
 */
export type Membership = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The unit.
 */
unit_id: string, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Role there, one of the office's list.
 */
role: string, 
/**
 * 联络员.
 */
liaison_name: string, 
/**
 * 联络员's work phone.
 */
liaison_phone: string, 
/**
 * Who represents the unit; its 负责人 where empty.
 */
representative_name: string, 
/**
 * That person's post.
 */
representative_post: string, 
/**
 * Official order (排序): every list, sign-in sheet and minute follows it.
 */
position: number, 
/**
 * Whether it takes turns.
 */
in_rotation: boolean, 
/**
 * 不便月份, 1 to 12.
 */
blocked_months: Array<number>, 
/**
 * Joined.
 */
joined: FuzzyDate | null, 
/**
 * Left.
 */
left_on: string | null, 
/**
 * Remarks.
 */
note: string, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * The minutes of a meeting (会议纪要), one row a version.
 */
export type Minutes = { 
/**
 * Key.
 */
id: string, 
/**
 * Version of the row.
 */
version: number, 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * 1 for the first; a correction is the next.
 */
revision: number, 
/**
 * Where it stands.
 */
state: MinutesState, 
/**
 * The text.
 */
blocks: Array<MinutesBlock>, 
/**
 * 签发人.
 */
signed_by: string, 
/**
 * 签发日期.
 */
signed_on: string | null, 
/**
 * 批示.
 */
instruction: string, 
/**
 * The scan of the signed paper.
 */
scan: string | null, 
/**
 * Why a correction was made.
 */
correction_reason: string, 
/**
 * The frozen document model; re-export uses it.
 */
model: unknown, 
/**
 * SHA-256 of the frozen model.
 */
model_hash: string | null, };

/**
 * One paragraph of the minutes' text.
 */
export type MinutesBlock = { 
/**
 * What it was made from: `opening`, `item:<id>:heading`, `item:<id>:text`, or `own:<n>`.
 */
key: string, 
/**
 * 0 for a paragraph, 1 to 4 for a heading of that level.
 */
level: number, 
/**
 * What the data gives now.
 */
generated: string, 
/**
 * What a hand wrote instead; none while it follows the data.
 */
edited?: string, 
/**
 * What the data gave when the hand wrote; differs from `generated` where the data has changed.
 */
edited_from?: string, 
/**
 * Left out by hand.
 */
removed: boolean, };

/**
 * What a paper of a meeting's minutes is made from.
 */
export type MinutesPaper = { 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * Which version of the minutes; the newest when not said.
 */
revision?: number, };

/**
 * Where the minutes stand.
 */
export type MinutesState = "draft" | "review" | "submitted" | "signed";

/**
 * Things that rows name and nobody knows: made when asked.
 */
export type Missing = { 
/**
 * What they are, such as 社区.
 */
thing: string, 
/**
 * Their names, in sheet order.
 */
names: Array<string>, };

/**
 * Sheets that are still to come for one object.
 */
export type MissingSheets = { 
/**
 * The entry.
 */
entry_id: string, 
/**
 * The scope's name.
 */
scope: string, 
/**
 * The object's name.
 */
name: string, 
/**
 * Sheets it should have.
 */
due: number, 
/**
 * Sheets it has.
 */
sheets: number, 
/**
 * Who was assigned and has not rated it yet.
 */
judges: Array<string>, };

/**
 * A month of a year (年月). Written `2026-10` in data, `2026年10月` on paper.
 *
 * Held as its first day, so that every `Month` is a real one and orders by time.
 */
export type Month = string;

/**
 * Assignments due this month.
 */
export type MonthAssignments = { 
/**
 * The figures, by their one definition.
 */
figures: Figures, 
/**
 * 本周到期: due within seven days and not closed.
 */
soon: number, };

/**
 * One month of an object.
 */
export type MonthResult = { 
/**
 * The month.
 */
month: Month, 
/**
 * Total as published, thousandths; none where it was not rated.
 */
total: number | null, 
/**
 * Rank.
 */
rank: number | null, 
/**
 * Stars.
 */
stars: number, 
/**
 * Whether it hung a flag.
 */
flag: boolean, };

/**
 * How far a month of a committee is.
 */
export type MonthState = "planned" | "waiting" | "held" | "unsigned" | "missed" | "opening";

/**
 * A committee's return for a month, as it was last read in (月度报送).
 */
export type MonthlyReturn = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * The month.
 */
month: Month, 
/**
 * The file it was read from.
 */
file_name: string, 
/**
 * SHA-256 of that file.
 */
file_hash: string, 
/**
 * When it was read in.
 */
received_at: string, 
/**
 * Who read it in.
 */
by_name: string, };

/**
 * Arguments of `meetings.moveMinutes`: 草拟 → 核稿 → 送签, or back.
 */
export type MoveMinutes = { 
/**
 * The minutes.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The state to go to; not `signed`.
 */
state: MinutesState, };

/**
 * What is needed (需求): a line of a 需求清单.
 */
export type Need = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee it was brought to.
 */
committee_id: string, 
/**
 * The unit whose need it is; none for a need of the community.
 */
unit_id: string | null, 
/**
 * Who brought it.
 */
proposer: string, 
/**
 * 类别, one of the office's list.
 */
kind: string, 
/**
 * What it is, in a few words.
 */
title: string, 
/**
 * What exactly is needed.
 */
content: string, 
/**
 * When it was brought.
 */
raised_on: string, 
/**
 * By when it is wanted.
 */
wanted_by: string | null, 
/**
 * Where it stands.
 */
state: NeedState, 
/**
 * Why it was closed.
 */
state_reason: string, };

/**
 * A need as lists show one.
 */
export type NeedRow = { 
/**
 * The need.
 */
need: Need, 
/**
 * The committee's short name.
 */
committee: string, 
/**
 * The unit's name; empty for a need of the community.
 */
unit: string, 
/**
 * Who has the need (来源): the unit, else the community, else the committee of the street.
 */
source: string, 
/**
 * Units that claim it now, joined by `、`.
 */
claimed_by: string, };

/**
 * Where a need stands.
 */
export type NeedState = "waiting" | "taken" | "matched" | "met" | "dropped";

/**
 * A need with everything related to it.
 */
export type NeedView = { 
/**
 * The need.
 */
need: Need, 
/**
 * The committee's name.
 */
committee: string, 
/**
 * The unit's name.
 */
unit: string | null, 
/**
 * Its claims, oldest first.
 */
claims: Array<Claim>, 
/**
 * Its projects, newest first.
 */
projects: Array<ProjectRow>, 
/**
 * Resources of the same kind that could meet it; none once it is matched.
 */
fitting: Array<ResourceRow>, };

/**
 * Arguments of commands that take none.
 */
export type NoArgs = Record<symbol, never>;

/**
 * Somebody or something nominated (提名).
 */
export type Nominee = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The selection.
 */
selection_id: string, 
/**
 * The building or stairwell.
 */
object_id: string, 
/**
 * Its name with the compound's, as it was when nominated.
 */
name: string, 
/**
 * Its 楼栋长, as it was when nominated.
 */
person: string, 
/**
 * Who nominated.
 */
nominated_by: string, 
/**
 * 事迹.
 */
deeds: string, 
/**
 * The year's mean, thousandths, copied when it was decided.
 */
rating: number | null, 
/**
 * Votes.
 */
votes: number | null, 
/**
 * 评审分 on 100, thousandths.
 */
review: number | null, 
/**
 * 撤回提名.
 */
withdrawn: boolean, };

/**
 * Arguments of `meetings.notify`: the notice goes out.
 */
export type NotifyMeeting = { 
/**
 * The meeting.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The day of the notice; today when not said.
 */
date?: string, };

/**
 * Arguments that name a register.
 */
export type OfRegister = { 
/**
 * The register.
 */
register: RegisterKind, };

/**
 * How much is kept.
 */
export type OfficeCounts = { 
/**
 * Member units in use.
 */
units: number, 
/**
 * Committees in use.
 */
committees: number, 
/**
 * Seats in use.
 */
memberships: number, 
/**
 * Meetings kept.
 */
meetings: number, 
/**
 * Assignments not closed.
 */
open_assignments: number, 
/**
 * Assignments past their due date and not closed.
 */
late_assignments: number, };

/**
 * The office profile (单位信息).
 */
export type OfficeProfile = { 
/**
 * Always [`OFFICE_ID`].
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * 街道 name, e.g. 云溪街道.
 */
name: string, 
/**
 * 区 or 市 above it.
 */
superior: string, 
/**
 * Rules this office goes by.
 */
rules: Rules, };

/**
 * How far an office is set up: the first thing a window asks.
 */
export type OfficeState = { 
/**
 * The profile; none for an office that has not begun.
 */
profile: OfficeProfile | null, 
/**
 * Who is using it.
 */
session: Session, 
/**
 * Today in the office's zone.
 */
today: string, 
/**
 * The engine: `本机数据库` or `数据库服务器`.
 */
engine: string, 
/**
 * The program's version.
 */
version: string, 
/**
 * The newest backup's time.
 */
last_backup: string | null, 
/**
 * When anything was last saved.
 */
last_saved: string | null, 
/**
 * Counts for the navigation: units, committees, meetings, open assignments.
 */
counts: OfficeCounts, };

/**
 * Arguments of `meetings.open`.
 */
export type OpenMeeting = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * The month; its turn gives duty unit and chair.
 */
month: Month, 
/**
 * The day.
 */
date: string, 
/**
 * The hour; 14:30 when empty.
 */
time: string, 
/**
 * Kind; 联席会议 when empty.
 */
kind: string, 
/**
 * 临时.
 */
extraordinary: boolean, };

/**
 * Arguments of `ratings.open`.
 */
export type OpenRating = { 
/**
 * The month.
 */
month: Month, 
/**
 * The community; the whole street when not said.
 */
community_id?: string, 
/**
 * The scheme; the newest in use when not said.
 */
scheme_id?: string, 
/**
 * The day it should be published by; the month's last when not said.
 */
due_on?: string, 
/**
 * Whether the program assigns who rates whom; yes when not said.
 */
assign?: boolean, };

/**
 * A month and who served in it.
 */
export type OpeningMonth = { 
/**
 * The month.
 */
month: Month, 
/**
 * The units; none clears the month.
 */
unit_ids: Array<string>, };

/**
 * Arguments of `opening.view`.
 */
export type OpeningQuery = { 
/**
 * The year whose meeting numbers are asked for.
 */
year: number, };

/**
 * What is known of a committee from before the program.
 */
export type OpeningRow = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Its name.
 */
committee: string, 
/**
 * Turns entered as 期初, oldest first.
 */
served: Array<OpeningTurn>, 
/**
 * The first month whose turns the program keeps; 期初 ends before it.
 */
kept_from: Month | null, 
/**
 * The next 第×次 联席会议 of the year.
 */
next_session: number, 
/**
 * The next 第×期 of the year's minutes.
 */
next_issue: number, };

/**
 * A turn served before the program.
 */
export type OpeningTurn = { 
/**
 * The month.
 */
month: Month, 
/**
 * The unit.
 */
unit_id: string, 
/**
 * Its 简称.
 */
unit: string, };

/**
 * Arguments of `meetings.orderItems`.
 */
export type OrderItems = { 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * All its items in the new order.
 */
items: Array<string>, };

/**
 * When a judge's marks are shown as far from the others'. Nothing is dropped for it.
 */
export type OutlierRule = { 
/**
 * How far a judge's weighted marks may lie from the median of all, thousandths on 100.
 */
distance: number, 
/**
 * With fewer judges than this nobody is called far off.
 */
least_judges: number, };

/**
 * A member of an owners' committee (业委会成员).
 */
export type OwnersMember = { 
/**
 * Name.
 */
name: string, 
/**
 * 主任, 副主任 or 委员.
 */
post: string, 
/**
 * Whether a Party member.
 */
party: boolean, };

/**
 * Least and most of each measure of a page, and parts of the unit that people count in.
 */
export const PAPER_LIMITS = {
  margin_top: { least: 50, most: 600, parts: 10 },
  margin_bottom: { least: 50, most: 600, parts: 10 },
  margin_left: { least: 50, most: 600, parts: 10 },
  margin_right: { least: 50, most: 600, parts: 10 },
  leading: { least: 2000, most: 4000, parts: 100 },
  characters: { least: 20, most: 34, parts: 1 },
} as const;

/**
 * One page of a list.
 */
export type Page<T> = { 
/**
 * The rows.
 */
rows: Array<T>, 
/**
 * How many rows the whole list has under these filters.
 */
total: number, 
/**
 * What to ask the next page with; none at the end.
 */
next: string | null, };

/**
 * Which page of a list is asked for.
 */
export type Paging = { 
/**
 * `next` of the page before; none for the first.
 */
after?: string, 
/**
 * Rows wanted, 1 to 500; 100 when not said.
 */
limit?: number, };

/**
 * What a 共建协议书 is made from.
 */
export type PaperOfAgreement = { 
/**
 * The agreement.
 */
agreement_id: string, };

/**
 * What a paper to the lead of an assignment is made from.
 */
export type PaperOfAssignment = { 
/**
 * The assignment.
 */
assignment_id: string, };

/**
 * What a paper of a committee is made from.
 */
export type PaperOfCommittee = { 
/**
 * The committee.
 */
committee_id: string, };

/**
 * What a meeting's paper is made from.
 */
export type PaperOfMeeting = { 
/**
 * The meeting.
 */
meeting_id: string, };

/**
 * The partners that a paper is made for, each.
 */
export type PaperOfPartners = { 
/**
 * The partners.
 */
partner_ids: Array<string>, };

/**
 * What a paper of a published period is made from.
 */
export type PaperOfRating = { 
/**
 * The month's rating.
 */
rating_id: string, 
/**
 * Which published version; the newest when not said.
 */
revision?: number, };

/**
 * What the result of a selection is made from.
 */
export type PaperOfSelection = { 
/**
 * The selection.
 */
selection_id: string, };

/**
 * What a paper of a month on duty is made from.
 */
export type PaperOfTurn = { 
/**
 * The turn.
 */
turn_id: string, };

/**
 * A year; this year when not said.
 */
export type PaperOfYear = { 
/**
 * The year.
 */
year?: number, };

/**
 * How an office wants its pages; the defaults are the standard's (GB/T 9704-2012, 5.2).
 */
export type PaperOptions = { 
/**
 * 天头, tenths of a millimetre.
 */
margin_top: number, 
/**
 * Foot, tenths of a millimetre.
 */
margin_bottom: number, 
/**
 * 订口, tenths of a millimetre.
 */
margin_left: number, 
/**
 * Right margin, tenths of a millimetre.
 */
margin_right: number, 
/**
 * 行距, hundredths of a point; 0 divides the text area into 22 lines.
 */
leading: number, 
/**
 * 每行字数.
 */
characters: number, 
/**
 * Printed on both sides: even page numbers at the left.
 */
two_sided: boolean, 
/**
 * 版记 only on an even page.
 */
colophon_on_even_page: boolean, 
/**
 * 套红纸: the red head is on the paper already and is not printed.
 */
preprinted_head: boolean, };

/**
 * A partner (城市社区合伙人).
 */
export type Partner = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * 类别.
 */
kind: PartnerKind, 
/**
 * Name of the person, unit or shop.
 */
name: string, 
/**
 * Pinyin key for sorting.
 */
sort_key: string, 
/**
 * Its community; none for one of the whole street.
 */
community_id: string | null, 
/**
 * The member unit that a 单位合伙人 is.
 */
unit_id: string | null, 
/**
 * 联系人 of a unit or shop.
 */
contact_name: string, 
/**
 * Phone; most of it is hidden from those who may not see it.
 */
phone: string, 
/**
 * 特长, as tags.
 */
skills: Array<string>, 
/**
 * Services offered, in words.
 */
services: string, 
/**
 * 优惠内容 of a merchant.
 */
discount: string, 
/**
 * 服务时间, as tags.
 */
times: Array<string>, 
/**
 * What the times mean: a bit for each part of each day of the week.
 */
free_time: number, 
/**
 * Where it stands.
 */
state: PartnerState, 
/**
 * The dated steps, oldest first.
 */
steps: Array<PartnerStep>, 
/**
 * 聘书编号; empty while there is none.
 */
number: string, 
/**
 * 聘期 begins.
 */
term_from: FuzzyDate | null, 
/**
 * 聘期 ends.
 */
term_to: FuzzyDate | null, 
/**
 * Last day of the term.
 */
ends_on: string | null, 
/**
 * Remarks.
 */
note: string, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * Where a partner stands who was one before the program.
 */
export type PartnerBegins = { 
/**
 * The state.
 */
state: PartnerState, 
/**
 * Since when.
 */
date: FuzzyDate, 
/**
 * Term: from.
 */
term_from: FuzzyDate | null, 
/**
 * Term: to.
 */
term_to: FuzzyDate | null, };

/**
 * How many partners of a kind a list has.
 */
export type PartnerCount = { 
/**
 * The kind.
 */
kind: PartnerKind, 
/**
 * How many.
 */
count: number, };

/**
 * The figures of a kind or community, or of all.
 */
export type PartnerFigure = { 
/**
 * What it is of: a kind's code or a community's key; empty for the whole.
 */
key: string, 
/**
 * What that is called.
 */
label: string, 
/**
 * 在聘: partners who serve now.
 */
serving: number, 
/**
 * 活跃率: those of them who took part in the period ÷ 在聘.
 */
active: Ratio, 
/**
 * 服务次数: activities in the period.
 */
services: number, 
/**
 * 服务时长 in minutes: the sum of what each took part.
 */
minutes: number, 
/**
 * 服务人次.
 */
people: number, 
/**
 * 满意率: activities judged 4 or 5 ÷ activities judged.
 */
satisfied: Ratio, 
/**
 * 确认率: activities confirmed ÷ activities.
 */
confirmed: Ratio, };

/**
 * Figures of partners in a period.
 */
export type PartnerFigures = { 
/**
 * From this day.
 */
from: string, 
/**
 * To this day.
 */
to: string, 
/**
 * 合伙人 without 志愿者.
 */
partners: PartnerFigure, 
/**
 * 志愿者, counted apart.
 */
volunteers: PartnerFigure, 
/**
 * Everything.
 */
whole: PartnerFigure, 
/**
 * By kind.
 */
kinds: Array<PartnerFigure>, 
/**
 * By community.
 */
communities: Array<PartnerFigure>, 
/**
 * By partner, longest first, at most 500.
 */
sums: Array<PartnerSum>, 
/**
 * Minutes by month of the period, months without any left out.
 */
months: Array<PartnerMonth>, };

/**
 * Arguments of `partners.figures`.
 */
export type PartnerFiguresQuery = { 
/**
 * From this day; the beginning of this year when not said.
 */
from?: string, 
/**
 * To this day; today when not said.
 */
to?: string, 
/**
 * Only this community's partners and activities.
 */
community_id?: string, };

/**
 * What a partner is (合伙人类别). 志愿者 are counted apart from the others.
 */
export type PartnerKind = "unit" | "expert" | "resident" | "merchant" | "volunteer";

/**
 * Which partners a list names.
 */
export type PartnerListPaper = { 
/**
 * As a list on screen shows them; all when not said.
 */
partners?: ListPartners, };

/**
 * What a month brought, 志愿者 apart.
 */
export type PartnerMonth = { 
/**
 * The month.
 */
month: Month, 
/**
 * Minutes of 合伙人 without 志愿者.
 */
partners: number, 
/**
 * Minutes of 志愿者.
 */
volunteers: number, };

/**
 * A whole phone, once.
 */
export type PartnerPhone = { 
/**
 * The number.
 */
phone: string, };

/**
 * A partner as lists show one.
 */
export type PartnerRow = { 
/**
 * The partner, with most of a private phone hidden.
 */
partner: Partner, 
/**
 * Its community's name.
 */
community: string | null, 
/**
 * What it has done this year.
 */
this_year: ServiceSum, 
/**
 * Its term ends within the office's days, or has ended.
 */
ending: boolean, 
/**
 * The whole phone may be asked for.
 */
phone_hidden: boolean, };

/**
 * What a list of partners is sorted by.
 */
export type PartnerSort = "name" | "ends";

/**
 * Where a partner stands (合伙人状态).
 */
export type PartnerState = "recruited" | "assessed" | "appointed" | "renewed" | "left";

/**
 * A dated step of a partner's way (状态变更).
 */
export type PartnerStep = { 
/**
 * The state it led to.
 */
state: PartnerState, 
/**
 * When, as precisely as it is known.
 */
date: FuzzyDate, 
/**
 * 聘书编号 given or kept with an appointment.
 */
number: string, 
/**
 * Term of an appointment: from.
 */
term_from: FuzzyDate | null, 
/**
 * Term of an appointment: to.
 */
term_to: FuzzyDate | null, 
/**
 * How the assessment went, or why the partner left.
 */
note: string, };

/**
 * A partner's sum in the period.
 */
export type PartnerSum = { 
/**
 * The partner.
 */
partner_id: string, 
/**
 * Its name now.
 */
name: string, 
/**
 * Its kind now.
 */
kind: PartnerKind, 
/**
 * Its community's name.
 */
community: string | null, 
/**
 * Activities.
 */
services: number, 
/**
 * Minutes.
 */
minutes: number, 
/**
 * 服务人次 of those activities.
 */
people: number, };

/**
 * The tags in use, most used first.
 */
export type PartnerTags = { 
/**
 * 特长.
 */
skills: Array<TagCount>, 
/**
 * 服务时间.
 */
times: Array<TagCount>, };

/**
 * A partner with everything related to it.
 */
export type PartnerView = { 
/**
 * The member unit that it is.
 */
unit_name: string | null, 
/**
 * What it has done in all.
 */
ever: ServiceSum, 
/**
 * Its service records, newest first.
 */
services: Array<ServiceView>, 
/**
 * The states that may follow.
 */
next_states: Array<PartnerState>, 
/**
 * Others with its 聘书编号, where a ledger's double was kept.
 */
same_number: Array<string>, 
/**
 * The partner, with most of a private phone hidden.
 */
partner: Partner, 
/**
 * Its community's name.
 */
community: string | null, 
/**
 * What it has done this year.
 */
this_year: ServiceSum, 
/**
 * Its term ends within the office's days, or has ended.
 */
ending: boolean, 
/**
 * The whole phone may be asked for.
 */
phone_hidden: boolean, };

/**
 * What a year's figures are made from.
 */
export type PartnerYearPaper = { 
/**
 * The year; this year when not said.
 */
year?: number, 
/**
 * The community; all within reach when not said.
 */
community_id?: string, };

/**
 * What planning did.
 */
export type PlanOutcome = { 
/**
 * Turns written new.
 */
created: number, 
/**
 * Turns whose unit changed.
 */
changed: number, 
/**
 * Turns as they were.
 */
unchanged: number, 
/**
 * Turns taken away, where fewer units than before share a month.
 */
removed: number, 
/**
 * Past or kept turns, not touched.
 */
kept: number, 
/**
 * Committees left out because no unit takes turns there.
 */
without_units: Array<string>, };

/**
 * Arguments of `rota.plan` and `rota.preview`.
 */
export type PlanRota = { 
/**
 * First month to plan; months before the present one stay as they are.
 */
from: Month, 
/**
 * Last month.
 */
to: Month, 
/**
 * Committees; empty for all that the person may see.
 */
committees: Array<string>, };

/**
 * A post of a building (两长三员).
 */
export type Post = "party_leader" | "building_leader" | "safety" | "health" | "property";

/**
 * Who holds a post of a building.
 */
export type PostHolder = { 
/**
 * The post.
 */
post: Post, 
/**
 * Name.
 */
name: string, 
/**
 * The resident's phone; masked in every answer.
 */
phone: string, 
/**
 * Since when, as precise as known.
 */
since: FuzzyDate | null, };

/**
 * Where the buildings of a roster lie; all within reach when nothing is said.
 */
export type PostRosterPaper = { 
/**
 * The community.
 */
community_id?: string, 
/**
 * The compound.
 */
compound_id?: string, };

/**
 * Arguments of `registers.importPreview`.
 */
export type PreviewRegister = { 
/**
 * The register.
 */
register: RegisterKind, 
/**
 * The file: .xlsx, .xls, .ods or .csv.
 */
file: FileRef, 
/**
 * Headings as the clerk put them right.
 */
columns: Array<ColumnChoice>, };

/**
 * Arguments of `returns.importPreview`.
 */
export type PreviewReturn = { 
/**
 * The workbook that came back.
 */
file: FileRef, 
/**
 * The month it must be of.
 */
month: Month, 
/**
 * The committee it must be of; any when not said.
 */
committee_id?: string, };

/**
 * Arguments of `ratings.previewScores`.
 */
export type PreviewScores = { 
/**
 * The workbook.
 */
file: FileRef, 
/**
 * The period; the one of the month that the sheet names when not said.
 */
period_id?: string, 
/**
 * Headings the clerk chose for columns, over what was found and what was chosen before.
 */
columns: Array<ColumnChoice>, };

/**
 * Arguments of `documents.previewWording`.
 */
export type PreviewWording = { 
/**
 * Which.
 */
kind: WordingKind, 
/**
 * The text as it would be saved.
 */
text: string, };

/**
 * What an object got in the last published period before.
 */
export type PreviousResult = { 
/**
 * The month.
 */
month: Month, 
/**
 * Total as printed, thousandths.
 */
total: number | null, 
/**
 * Rank.
 */
rank: number | null, };

/**
 * A line of an assignment's log (办理记录).
 */
export type Progress = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The assignment.
 */
assignment_id: string, 
/**
 * When.
 */
at: string, 
/**
 * Who wrote it.
 */
by_name: string, 
/**
 * What happened.
 */
text: string, };

/**
 * What a report on a month is made from.
 */
export type ProgressReportPaper = { 
/**
 * The month; this month when not said.
 */
month?: Month, 
/**
 * The committee; all within reach when not said.
 */
committee_id?: string, };

/**
 * A project (项目): a need that a unit meets, a line of its 项目清单.
 */
export type Project = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * The need it meets.
 */
need_id: string, 
/**
 * The claim it came of.
 */
claim_id: string, 
/**
 * The unit that carries it out.
 */
unit_id: string, 
/**
 * The unit's name at the time.
 */
unit_name: string, 
/**
 * The need's title at the time.
 */
need_title: string, 
/**
 * The resource's title at the time; empty where none of the list serves.
 */
resource_title: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What is done.
 */
content: string, 
/**
 * 立项日期.
 */
started_on: string, 
/**
 * To be finished by.
 */
due_on: string | null, 
/**
 * Where it stands.
 */
state: ProjectState, 
/**
 * When it was finished or stopped.
 */
ended_on: string | null, 
/**
 * People served.
 */
people_served: number | null, 
/**
 * What came of it, or why it was stopped.
 */
result: string, };

/**
 * What a project is to be.
 */
export type ProjectPlan = { 
/**
 * Its name, at most 60 characters; the need's when empty.
 */
title: string, 
/**
 * What is done.
 */
content: string, 
/**
 * 立项日期; today when not said.
 */
started_on?: string, 
/**
 * To be finished by.
 */
due_on?: string, };

/**
 * A project as lists show one.
 */
export type ProjectRow = { 
/**
 * The project.
 */
project: Project, 
/**
 * The committee's short name.
 */
committee: string, };

/**
 * Where a project stands.
 */
export type ProjectState = "planned" | "underway" | "done" | "stopped";

/**
 * A step that changes where a project stands.
 */
export type ProjectStep = { "step": "start" } | { "step": "finish", 
/**
 * When; today when not said.
 */
on?: string, 
/**
 * What came of it.
 */
result: string, 
/**
 * People served.
 */
people_served?: number, } | { "step": "stop", 
/**
 * Why.
 */
reason: string, };

/**
 * A turn as a plan would have it.
 */
export type ProposedTurn = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Its short name.
 */
committee: string, 
/**
 * The month.
 */
month: Month, 
/**
 * Place among the units that share the month, from 1.
 */
position: number, 
/**
 * The unit.
 */
unit_id: string, 
/**
 * Its 简称.
 */
unit: string, 
/**
 * 简称 of the unit that stood there, where another takes over.
 */
before: string | null, 
/**
 * What would become of the turn.
 */
fate: TurnFate, 
/**
 * 排定依据, as sentences.
 */
reasons: Array<string>, };

/**
 * A published version as lists show one.
 */
export type PublicationInfo = { 
/**
 * Key.
 */
id: string, 
/**
 * Which version, from 1.
 */
revision: number, 
/**
 * When.
 */
published_on: string, 
/**
 * Who.
 */
published_by: string, 
/**
 * Why the one before was corrected.
 */
reason: string, 
/**
 * SHA-256 of the content, as the 通报 prints it.
 */
content_hash: string, };

/**
 * A quarter of a year (季度). Written `2026-Q3` in data, `2026年第三季度` on paper.
 *
 * Held as its first month, so that it orders by time.
 */
export type Quarter = string;

/**
 * What the form of a quarterly report is made from.
 */
export type QuarterlyPaper = { 
/**
 * The agreement.
 */
agreement_id: string, 
/**
 * The quarter; the last one that ended when not said.
 */
quarter?: Quarter, };

/**
 * Least and most of each figure of the rules.
 */
export const RULE_LIMITS = {
  notice_working_days: { least: 0, most: 30, parts: 1 },
  topic_days: { least: 0, most: 60, parts: 1 },
  duties_per_month: { least: 1, most: 12, parts: 1 },
  rotation_months: { least: 1, most: 12, parts: 1 },
  meeting_months: { least: 1, most: 12, parts: 1 },
  assignment_working_days: { least: 1, most: 250, parts: 1 },
  expiry_days: { least: 1, most: 365, parts: 1 },
  report_days: { least: 0, most: 90, parts: 1 },
  return_days: { least: 0, most: 28, parts: 1 },
  backup_hours: { least: 1, most: 168, parts: 1 },
  praise_closed: { least: 0, most: 99, parts: 1 },
  members_min: { least: 1, most: 99, parts: 1 },
  members_max: { least: 1, most: 99, parts: 1 },
} as const;

/**
 * A building or stairwell that gained places.
 */
export type RankGain = { 
/**
 * Its compound and name.
 */
name: string, 
/**
 * 楼栋长.
 */
chief: string, 
/**
 * Its rank now.
 */
rank: number, 
/**
 * Places gained.
 */
gained: number, };

/**
 * What is rated.
 */
export type RatedKind = "building" | "stairwell";

/**
 * A rated object in a period (参评楼栋), with what it was called then.
 */
export type RatingEntry = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The period.
 */
period_id: string, 
/**
 * The building or stairwell.
 */
object_id: string, 
/**
 * Its community.
 */
community_id: string, 
/**
 * The community's name.
 */
community: string, 
/**
 * Its compound.
 */
compound_id: string, 
/**
 * The compound's name.
 */
compound: string, 
/**
 * Its name within the compound.
 */
name: string, 
/**
 * 楼栋长.
 */
chief: string, 
/**
 * Place among the period's.
 */
position: number, 
/**
 * How it takes part.
 */
standing: Standing, 
/**
 * Why it does not take part, or the case with its basis.
 */
basis: string, };

/**
 * A line of the flags' ledger (挂牌台账): which object hung the 流动小红旗 from when to when.
 */
export type RatingFlag = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The period that gave it; none where it was hung before the program (期初).
 */
period_id: string | null, 
/**
 * The period's month.
 */
month: Month, 
/**
 * The building or stairwell.
 */
object_id: string, 
/**
 * Its community.
 */
community_id: string, 
/**
 * Within what it was ranked.
 */
scope_key: string, 
/**
 * What that is called.
 */
scope_name: string, 
/**
 * What the object is called.
 */
name: string, 
/**
 * Its rank.
 */
place: number, 
/**
 * 挂牌.
 */
hung_on: string, 
/**
 * 摘牌; none while it hangs.
 */
taken_on: string | null, 
/**
 * Why it was taken down.
 */
reason: string, };

/**
 * A month's rating (一期考评), of the whole street or of one community.
 */
export type RatingPeriod = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The month.
 */
month: Month, 
/**
 * The community; none for the whole street.
 */
community_id: string | null, 
/**
 * The scheme it goes by.
 */
scheme_id: string, 
/**
 * Where it stands.
 */
state: RatingState, 
/**
 * The newest published version; 0 while there is none.
 */
revision: number, 
/**
 * The newest publication.
 */
publication_id: string | null, 
/**
 * Why it is being corrected; empty otherwise.
 */
correction_reason: string, 
/**
 * The day it should be published by.
 */
due_on: string, 
/**
 * 优秀志愿者.
 */
volunteers: Array<Volunteer>, };

/**
 * A period as lists show one.
 */
export type RatingRow = { 
/**
 * The period.
 */
period: RatingPeriod, 
/**
 * The community's name; none for the whole street.
 */
community: string | null, 
/**
 * The scheme's name.
 */
scheme: string, 
/**
 * Objects in it.
 */
entries: number, 
/**
 * Sheets there are, with those still to come.
 */
sheets: number, 
/**
 * Sheets filled in.
 */
filled: number, };

/**
 * A scheme (考评方案) in one of its versions. One that a period goes by is never edited, only
 * succeeded by the next revision of its series.
 */
export type RatingScheme = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The key of its first revision.
 */
series: string, 
/**
 * 版次, from 1.
 */
revision: number, 
/**
 * Name.
 */
name: string, 
/**
 * What it says.
 */
rules: SchemeRules, 
/**
 * What was changed against the revision before, and why.
 */
note: string, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * Within what the rated are ranked.
 */
export type RatingScope = "compound" | "community" | "street";

/**
 * Where a period stands.
 */
export type RatingState = "draft" | "published" | "archived";

/**
 * Arguments of steps on a period.
 */
export type RatingStep = { 
/**
 * The period.
 */
id: string, 
/**
 * The version seen.
 */
version: number, };

/**
 * A period with its results.
 */
export type RatingView = { 
/**
 * The period.
 */
period: RatingPeriod, 
/**
 * Whose: the street's or a community's name.
 */
whose: string, 
/**
 * The scheme it goes by.
 */
scheme: RatingScheme, 
/**
 * How equal totals are told apart, in one sentence.
 */
tie_rule: string, 
/**
 * The version shown; none for the draft.
 */
revision: number | null, 
/**
 * The rankings within reach.
 */
scopes: Array<ScopeResult>, 
/**
 * What is still to come before it can be published.
 */
missing: Array<MissingSheets>, 
/**
 * Its published versions, newest first.
 */
publications: Array<PublicationInfo>, };

/**
 * What a year's table is made from.
 */
export type RatingYearPaper = { 
/**
 * The year; this year when not said.
 */
year?: number, 
/**
 * The community; all within reach when not said.
 */
community_id?: string, };

/**
 * A figure as its numerator and denominator; the rate is one divided by the other.
 */
export type Ratio = { 
/**
 * Numerator.
 */
part: number, 
/**
 * Denominator.
 */
whole: number, };

/**
 * One ground for a turn (排定依据), as data; [`Reason::chinese`] puts it into words.
 */
export type Reason = { "kind": "only_unit" } | { "kind": "owed", owed: number, } | { "kind": "last_of_year", units: number, } | { "kind": "last_of_round", units: number, } | { "kind": "never_served" } | { "kind": "last_served", month: Month, longest: boolean, } | { "kind": "official_order", place: number, } | { "kind": "not_blocked", month: Month, blocked_months: Array<number>, } | { "kind": "not_elsewhere" } | { "kind": "within_limit", others: number, limit: number, } | { "kind": "ahead_of", unit_id: string, unit_name: string, because: Because, };

/**
 * What is taken of facts on which rows disagree.
 */
export type RegisterChoice = { 
/**
 * What it is about.
 */
key: ChoiceKey, 
/**
 * One of its values.
 */
value: string, };

/**
 * A fact that rows give differently, to choose.
 */
export type RegisterConflict = { 
/**
 * What a choice names it by.
 */
key: ChoiceKey, 
/**
 * What it is about, such as the unit's name.
 */
name: string, 
/**
 * The fact, such as 党员数.
 */
label: string, 
/**
 * The values.
 */
values: Array<RegisterConflictValue>, };

/**
 * One of the values of a [`RegisterConflict`].
 */
export type RegisterConflictValue = { 
/**
 * What a choice names it by.
 */
value: string, 
/**
 * The value and where it stands, for the person.
 */
label: string, };

/**
 * A register as the import screen offers it.
 */
export type RegisterInfo = { 
/**
 * The register.
 */
register: RegisterKind, 
/**
 * What it is called, such as 社区.
 */
title: string, 
/**
 * How to fill it in.
 */
note: string, 
/**
 * Whether it can be exported, to be edited and imported back.
 */
exports: boolean, };

/**
 * A register that goes through Excel.
 */
export type RegisterKind = "units" | "communities" | "members" | "buildings" | "assignments" | "agreements" | "partners" | "services" | "flags" | "holidays" | "opening";

/**
 * What an import did.
 */
export type RegisterOutcome = { 
/**
 * What was touched.
 */
counts: Array<CountOf>, 
/**
 * What was made because rows named it.
 */
created: Array<Missing>, 
/**
 * Wrong rows left out.
 */
skipped_rows: number, };

/**
 * What an import would do.
 */
export type RegisterPreview = { 
/**
 * SHA-256 of the file, by which applying it knows that it is still the same.
 */
file_hash: string, 
/**
 * The sheets read and what their headings mean.
 */
sheets: Array<MappedSheet>, 
/**
 * What would be touched; first the records that rows stand for.
 */
counts: Array<CountOf>, 
/**
 * What else is to be known, one sentence each.
 */
facts: Array<string>, 
/**
 * What rows name and nobody knows.
 */
missing: Array<Missing>, 
/**
 * Facts on which rows disagree.
 */
conflicts: Array<RegisterConflict>, 
/**
 * Records that may be one.
 */
likely_one: Array<LikelyOne>, 
/**
 * Rows that are wrong.
 */
wrong_rows: number, 
/**
 * What is wrong, by cell and reason; the first thousand.
 */
faults: Array<Fault>, 
/**
 * What was put right in silence; the first thousand.
 */
corrections: Array<Fault>, 
/**
 * The rows, those that change something first; the first two thousand.
 */
rows: Array<RegisterRow>, 
/**
 * Rows that are not among `rows`.
 */
rows_left_out: number, 
/**
 * The clerk's own sheets with an error column, where there are wrong rows.
 */
error_copy: FileRef | null, };

/**
 * A line of the preview: one record of the sheet.
 */
export type RegisterRow = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * Row number as Excel shows it.
 */
row: number, 
/**
 * What it is about, such as the person's name.
 */
name: string, 
/**
 * Where it belongs, such as the community; empty where it belongs nowhere.
 */
place: string, 
/**
 * What it means for what is kept.
 */
status: ImportStatus, 
/**
 * Fields that differ.
 */
changes: Array<FieldChange>, };

/**
 * How a unit stands to the street (关系); it decides the wording of what is sent.
 */
export type Relation = "subordinate" | "partner" | "vertical" | "external";

/**
 * Arguments of `rota.replace`.
 */
export type ReplaceUnit = { 
/**
 * The turn.
 */
turn: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The unit that takes it.
 */
unit_id: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What a unit can give (资源): a line of its 资源清单.
 */
export type Resource = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The unit that gives it.
 */
unit_id: string, 
/**
 * The committee it is offered to; none for all.
 */
committee_id: string | null, 
/**
 * 类别, one of the office's list.
 */
kind: string, 
/**
 * What it is, in a few words.
 */
title: string, 
/**
 * What exactly is given, and on what terms.
 */
content: string, 
/**
 * When it can be had, e.g. 工作日晚间.
 */
available: string, 
/**
 * Whom to ask, a person of the unit with the work phone.
 */
contact: string, 
/**
 * Pinyin key for sorting.
 */
sort_key: string, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * A resource as lists show one.
 */
export type ResourceRow = { 
/**
 * The resource.
 */
resource: Resource, 
/**
 * The unit's name.
 */
unit: string, 
/**
 * The committee's short name; empty where it is offered to all.
 */
committee: string, 
/**
 * Projects it serves or served.
 */
projects: number, };

/**
 * Arguments of `backup.restore`.
 */
export type RestoreBackup = { 
/**
 * The backup's name.
 */
name: string, };

/**
 * Arguments of `backup.restoreFile`.
 */
export type RestoreFile = { 
/**
 * A database of this program.
 */
file: FileRef, };

/**
 * Arguments of commands that retire a record or take it back into use.
 */
export type RetireRecord = { 
/**
 * The record.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * 停用, or back in use.
 */
retired: boolean, };

/**
 * A committee and its return for a month.
 */
export type ReturnRow = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Its name.
 */
committee: string, 
/**
 * What was read in; none where nothing came yet.
 */
received: MonthlyReturn | null, };

/**
 * Arguments of `returns.list` and `returns.makeAll`.
 */
export type ReturnsMonth = { 
/**
 * The month.
 */
month: Month, };

/**
 * Arguments of `partners.revealPhone`.
 */
export type RevealPartnerPhone = { 
/**
 * The partner.
 */
id: string, 
/**
 * What for.
 */
purpose: string, };

/**
 * Arguments of `buildings.revealPhone`.
 */
export type RevealPhone = { 
/**
 * The building.
 */
id: string, 
/**
 * The post.
 */
post: Post, };

/**
 * A phone shown once.
 */
export type RevealedPhone = { 
/**
 * Whose.
 */
name: string, 
/**
 * The whole number.
 */
phone: string, };

/**
 * What a person may do (角色), from least to most.
 */
export type Role = "leader" | "secretary" | "clerk";

/**
 * A quarter or year.
 */
export type RollUp = { 
/**
 * `2026年第四季度` or `2026年`.
 */
period: string, 
/**
 * Months with published results.
 */
months: Array<Month>, 
/**
 * The scopes, in the order of the registers.
 */
scopes: Array<RollUpScope>, 
/**
 * What the figures mean.
 */
definitions: Array<string>, };

/**
 * Arguments of `ratings.rollUp`.
 */
export type RollUpQuery = { 
/**
 * The year.
 */
year: number, 
/**
 * The quarter, 1 to 4; the whole year when not said.
 */
quarter?: number, 
/**
 * Only this community's.
 */
community_id?: string, };

/**
 * An object's quarter or year.
 */
export type RollUpRow = { 
/**
 * The building or stairwell.
 */
object_id: string, 
/**
 * What it is called within the scope.
 */
name: string, 
/**
 * 楼栋长.
 */
chief: string, 
/**
 * Months it was rated in.
 */
months: number, 
/**
 * Mean of the published totals, thousandths, rounded for print; none where it was never rated.
 */
mean: number | null, 
/**
 * Flags hung.
 */
flags: number, 
/**
 * Rank within the scope; none where it was rated in less than half of the months.
 */
rank: number | null, 
/**
 * Whether others share the rank.
 */
shared: boolean, 
/**
 * Stars of the mean; 0 without a rank.
 */
stars: number, 
/**
 * The months, in order.
 */
results: Array<MonthResult>, };

/**
 * A scope's quarter or year.
 */
export type RollUpScope = { 
/**
 * Its key.
 */
key: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * The community of its objects; of the street's one scope, that of the last.
 */
community_id: string, 
/**
 * Months published for it.
 */
months: number, 
/**
 * The objects by rank; those without one last.
 */
rows: Array<RollUpRow>, };

/**
 * The board of a year: committees × months, 街道大工委 first.
 */
export type RotaBoard = { 
/**
 * The year.
 */
year: number, 
/**
 * The month that is now, where it lies in the year.
 */
current: Month | null, 
/**
 * Lines in official order.
 */
rows: Array<BoardRow>, 
/**
 * From the first year with turns to the last, and the present one, for switching.
 */
years: Array<number>, };

/**
 * A plan that has not been written (试排).
 */
export type RotaPreview = { 
/**
 * By month, then committee in official order.
 */
turns: Array<ProposedTurn>, 
/**
 * What `rota.plan` would answer.
 */
outcome: PlanOutcome, };

/**
 * One object's result.
 */
export type RowResult = { 
/**
 * The entry.
 */
entry_id: string, 
/**
 * The building or stairwell.
 */
object_id: string, 
/**
 * Its compound.
 */
compound: string, 
/**
 * Its name within the compound.
 */
name: string, 
/**
 * Its name within the scope: with the compound's where the scope has several.
 */
label: string, 
/**
 * 楼栋长.
 */
chief: string, 
/**
 * How it takes part.
 */
standing: Standing, 
/**
 * Why it does not take part, or the case with its basis.
 */
basis: string, 
/**
 * Sheets filled in.
 */
sheets: number, 
/**
 * Mean of each item's marks as printed, thousandths, in the order of the scheme's items.
 */
means: Array<number>, 
/**
 * Total as printed, thousandths; none without a sheet.
 */
total: number | null, 
/**
 * Whether the printed total is the exact one.
 */
exact: boolean, 
/**
 * Rank; none without a total and for those that are not rated.
 */
rank: number | null, 
/**
 * Whether others share the rank.
 */
shared: boolean, 
/**
 * The item that told it apart from the one before it, where the totals are equal.
 */
decided_by: string | null, 
/**
 * Stars, 0 to 5.
 */
stars: number, 
/**
 * Whether it hangs the 流动小红旗.
 */
flag: boolean, 
/**
 * What it got before.
 */
previous: PreviousResult | null, 
/**
 * Judges far from the others.
 */
far_off: Array<FarOffJudge>, };

/**
 * Local rules: every number that offices differ in. Defaults are those of the product.
 */
export type Rules = { 
/**
 * 提前几个工作日发会议通知.
 */
notice_working_days: number, 
/**
 * 提前几天截止议题征集.
 */
topic_days: number, 
/**
 * 一个单位同月最多在几个大党委轮值.
 */
duties_per_month: number, 
/**
 * 轮值周期, months.
 */
rotation_months: number, 
/**
 * 联席会议周期, months.
 */
meeting_months: number, 
/**
 * 交办默认办理时限, working days.
 */
assignment_working_days: number, 
/**
 * Days ahead that a term or agreement is shown as about to end.
 */
expiry_days: number, 
/**
 * Days after a quarter's end by which the report on an agreement is due.
 */
report_days: number, 
/**
 * Days after a month's end by which its return is due (月度报送).
 */
return_days: number, 
/**
 * 自动备份的间隔, hours.
 */
backup_hours: number, 
/**
 * 委员 of a committee, at least.
 */
members_min: number, 
/**
 * 委员 of a committee, at most.
 */
members_max: number, 
/**
 * Roles a unit may have in a committee, in order.
 */
unit_roles: Array<string>, 
/**
 * Natures of units, in order.
 */
natures: Array<string>, 
/**
 * 物业服务模式 of compounds, in order.
 */
property_modes: Array<string>, 
/**
 * 类别 of resources and needs, in order.
 */
resource_kinds: Array<string>, 
/**
 * Own kinds of meetings beside the four built in.
 */
meeting_kinds: Array<string>, 
/**
 * Page number style: `dashes` (— 1 —) or `plain`.
 */
page_number: string, 
/**
 * Whether documents carry 版记.
 */
colophon: boolean, 
/**
 * 通报表扬: units that closed at least so many matters in the month, all on time; 0 praises none.
 */
praise_closed: number, 
/**
 * Whether minutes and reports name who is late (批评性表述); off unless an office asks for it.
 */
criticism: boolean, 
/**
 * Measures of the page.
 */
paper: PaperOptions, 
/**
 * Texts in the office's own words; what is missing is the default's.
 */
wording: { [key in WordingKind]?: string }, };

/**
 * Arguments of `documents.sample`.
 */
export type SampleOptions = { 
/**
 * The rules as they would be saved.
 */
rules: Rules, };

/**
 * Arguments of `agreements.save`.
 */
export type SaveAgreement = { 
/**
 * Key; none for a new one.
 */
id?: string, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * The committee; stays as it is later.
 */
committee_id: string, 
/**
 * The unit; stays as it is later.
 */
unit_id: string, 
/**
 * Its title, at most 80 characters; from the parties when empty.
 */
title: string, 
/**
 * What both sides do, one a line.
 */
content: string, 
/**
 * When both signed; none for a draft.
 */
signed_on?: string, 
/**
 * First day.
 */
starts_on: string, 
/**
 * Last day.
 */
expires_on: string, 
/**
 * Who signed for 甲方.
 */
signer: string, 
/**
 * Who signed for 乙方.
 */
unit_signer: string, 
/**
 * Whether a report is due each quarter; yes when not said.
 */
reports_quarterly?: boolean, 
/**
 * The agreement that a new one renews.
 */
renews_id?: string, };

/**
 * Arguments of `assignments.save`.
 */
export type SaveAssignment = { 
/**
 * Key; none for a new one.
 */
id?: string, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * The item it comes from; its meeting and committee follow.
 */
item_id?: string, 
/**
 * The committee, for a matter without an item (期初).
 */
committee_id?: string, 
/**
 * What is to be done, 1 to 500 characters.
 */
content: string, 
/**
 * 主办 unit of the register.
 */
lead_unit_id?: string, 
/**
 * 主办's name, for one outside the register.
 */
lead_name: string, 
/**
 * Relation, for one outside the register.
 */
relation?: Relation, 
/**
 * 协办.
 */
helpers: Array<Helper>, 
/**
 * The day it was given, for a matter without an item; today when not said.
 */
assigned_on?: string, 
/**
 * Due; from the office's default in working days when not said.
 */
due_on?: string, 
/**
 * Due in so many working days from the meeting, instead of a day.
 */
working_days?: number, };

/**
 * Arguments of `buildings.save`.
 */
export type SaveBuilding = { 
/**
 * Key; none for a new building.
 */
id?: string, 
/**
 * The version seen; 0 for a new building.
 */
version: number, 
/**
 * Its compound.
 */
compound_id: string, 
/**
 * Name, 1 to 20 characters, unique among the compound's buildings in use.
 */
name: string, 
/**
 * 网格.
 */
grid: string, 
/**
 * 户数.
 */
households: number | null, 
/**
 * 党员数.
 */
party_members: number | null, 
/**
 * Remarks.
 */
note: string, 
/**
 * Order within the compound; 0 for the order of names.
 */
position: number, 
/**
 * So many stairwells for a new building, named 1单元 and on.
 */
stairwells: number, };

/**
 * Arguments of `compounds.save`.
 */
export type SaveCompound = { 
/**
 * Key; none for a new compound.
 */
id?: string, 
/**
 * The version seen; 0 for a new compound.
 */
version: number, 
/**
 * The community it lies in.
 */
community_id: string, 
/**
 * Name, 1 to 40 characters, unique among the community's compounds in use.
 */
name: string, 
/**
 * 物业服务模式, one of the office's list.
 */
property_mode: string, 
/**
 * 产权单位.
 */
owner_unit: string, 
/**
 * 物业公司.
 */
property_company: string, 
/**
 * 小区党支部.
 */
party_branch: string, 
/**
 * Members of the 业委会.
 */
owners_committee: Array<OwnersMember>, 
/**
 * 户数.
 */
households: number | null, 
/**
 * Remarks.
 */
note: string, 
/**
 * Official order; 0 for the order of names.
 */
position: number, };

/**
 * Arguments of `ratings.saveFlag`.
 */
export type SaveFlag = { 
/**
 * The line.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The day it was hung.
 */
hung_on: string, 
/**
 * The day it was taken down; none while it hangs.
 */
taken_on: string | null, 
/**
 * Why it was taken down.
 */
reason: string, };

/**
 * Arguments of `meetings.saveItem`.
 */
export type SaveItem = { 
/**
 * Key; none for a new item.
 */
id?: string, 
/**
 * The version seen; 0 for a new item.
 */
version: number, 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * Kind.
 */
kind: ItemKind, 
/**
 * Title, 1 to 200 characters.
 */
title: string, 
/**
 * Source.
 */
source?: ItemSource, 
/**
 * Who put it forward.
 */
proposer: string, 
/**
 * Who speaks or reports.
 */
speaker: string, 
/**
 * Background.
 */
background: string, 
/**
 * 讨论情况.
 */
discussion: string, 
/**
 * 议定事项.
 */
decision: string, };

/**
 * Arguments of `needs.save`.
 */
export type SaveNeed = { 
/**
 * Key; none for a new one.
 */
id?: string, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * The committee; stays as it is later.
 */
committee_id: string, 
/**
 * The unit whose need it is; none for the community's.
 */
unit_id?: string, 
/**
 * Who brought it.
 */
proposer: string, 
/**
 * 类别.
 */
kind: string, 
/**
 * What it is, 1 to 60 characters.
 */
title: string, 
/**
 * What exactly is needed.
 */
content: string, 
/**
 * When it was brought; today when not said.
 */
raised_on?: string, 
/**
 * By when it is wanted.
 */
wanted_by?: string, };

/**
 * Arguments of `selections.saveNominee`.
 */
export type SaveNominee = { 
/**
 * Key; none for a new one.
 */
id?: string, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * The selection.
 */
selection_id: string, 
/**
 * The building or stairwell.
 */
object_id: string, 
/**
 * The person, where it is not the building's 楼栋长.
 */
person: string, 
/**
 * Who nominates.
 */
nominated_by: string, 
/**
 * 事迹.
 */
deeds: string, 
/**
 * Votes.
 */
votes?: number, 
/**
 * 评审分 as typed, on 100.
 */
review: string, 
/**
 * 撤回提名.
 */
withdrawn: boolean, };

/**
 * Arguments of `opening.save`: what one committee brings along, all or nothing.
 */
export type SaveOpening = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * The months to hold exactly the units given; months not named stay as they are.
 */
months: Array<OpeningMonth>, 
/**
 * The year of the numbers.
 */
year: number, 
/**
 * The next 第×次 联席会议.
 */
next_session?: number, 
/**
 * The next 第×期.
 */
next_issue?: number, };

/**
 * Arguments of `partners.save`.
 */
export type SavePartner = { 
/**
 * Key; none for a new partner.
 */
id?: string, 
/**
 * The version seen; 0 for a new partner.
 */
version: number, 
/**
 * 类别.
 */
kind: PartnerKind, 
/**
 * Name, 1 to 60 characters.
 */
name: string, 
/**
 * Community; none for one of the whole street.
 */
community_id: string | null, 
/**
 * The member unit that a 单位合伙人 is.
 */
unit_id: string | null, 
/**
 * 联系人 of a unit or shop.
 */
contact_name: string, 
/**
 * Phone; one that is masked means unchanged.
 */
phone: string, 
/**
 * 特长.
 */
skills: Array<string>, 
/**
 * Services offered.
 */
services: string, 
/**
 * 优惠内容.
 */
discount: string, 
/**
 * 服务时间.
 */
times: Array<string>, 
/**
 * For a new partner: where it stands already, with the day and the term; 招募 today when not said.
 */
begins?: PartnerBegins, 
/**
 * A 聘书编号 that was given elsewhere; what is kept when not said.
 */
number?: string, 
/**
 * Remarks.
 */
note: string, };

/**
 * Arguments of `buildings.savePosts`.
 */
export type SavePosts = { 
/**
 * The building.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * Who holds which post; a post that is left out or has no name is vacant. A phone that comes
 * back masked stays as it is.
 */
posts: Array<PostHolder>, };

/**
 * Arguments of `projects.save`.
 */
export type SaveProject = { 
/**
 * The project.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The project.
 */
plan: ProjectPlan, };

/**
 * Arguments of `agreements.report`.
 */
export type SaveReport = { 
/**
 * The agreement.
 */
agreement_id: string, 
/**
 * The quarter; a report of it that there is already is changed.
 */
quarter: Quarter, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * When it was handed in; today when not said.
 */
reported_on?: string, 
/**
 * Who reported.
 */
by_name: string, 
/**
 * What was done.
 */
done: string, 
/**
 * What stands in the way.
 */
problems: string, 
/**
 * What comes next.
 */
plans: string, };

/**
 * Arguments of `resources.save`.
 */
export type SaveResource = { 
/**
 * Key; none for a new one.
 */
id?: string, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * The unit.
 */
unit_id: string, 
/**
 * The committee it is offered to; none for all.
 */
committee_id?: string, 
/**
 * 类别.
 */
kind: string, 
/**
 * What it is, 1 to 60 characters.
 */
title: string, 
/**
 * What exactly is given.
 */
content: string, 
/**
 * When it can be had.
 */
available: string, 
/**
 * Whom to ask.
 */
contact: string, };

/**
 * Arguments of `schemes.save` and `schemes.succeed`.
 */
export type SaveScheme = { 
/**
 * Key; none for a new scheme.
 */
id?: string, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * Name, 1 to 40 characters.
 */
name: string, 
/**
 * What it says.
 */
rules: SchemeRules, 
/**
 * What was changed, and why.
 */
note: string, };

/**
 * Arguments of `ratings.saveScores`.
 */
export type SaveScores = { 
/**
 * The period.
 */
id: string, 
/**
 * The lines, all kept or none.
 */
rows: Array<ScoreInput>, };

/**
 * Arguments of `units.saveSeat`.
 */
export type SaveSeat = { 
/**
 * Key; none for a new seat.
 */
id?: string, 
/**
 * The version seen; 0 for a new seat.
 */
version: number, 
/**
 * The unit.
 */
unit_id: string, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Role there; the last of the office's list when empty.
 */
role: string, 
/**
 * 联络员.
 */
liaison_name: string, 
/**
 * 联络员's work phone.
 */
liaison_phone: string, 
/**
 * Who represents the unit, where it is not its 负责人.
 */
representative_name: string, 
/**
 * That person's post.
 */
representative_post: string, 
/**
 * Official order; last when not said.
 */
position?: number, 
/**
 * Whether it takes turns; yes when not said.
 */
in_rotation?: boolean, 
/**
 * 不便月份.
 */
blocked_months: Array<number>, 
/**
 * Joined.
 */
joined: FuzzyDate | null, 
/**
 * Left.
 */
left_on: string | null, 
/**
 * Remarks.
 */
note: string, };

/**
 * Arguments of `selections.save`.
 */
export type SaveSelection = { 
/**
 * Key; none for a new one.
 */
id?: string, 
/**
 * The version seen; 0 for a new one.
 */
version: number, 
/**
 * What is chosen.
 */
kind: SelectionKind, 
/**
 * Its title; made from the year and the kind when empty.
 */
title: string, 
/**
 * The year whose ratings count.
 */
year: number, 
/**
 * The community; the whole street when not said.
 */
community_id?: string, 
/**
 * How many are chosen; ten buildings or six people when not said.
 */
seats?: number, 
/**
 * The weights; the default when not said.
 */
rules?: SelectionRules, };

/**
 * Arguments of `services.save`.
 */
export type SaveService = { 
/**
 * Key; none for a new record.
 */
id?: string, 
/**
 * The version seen; 0 for a new record.
 */
version: number, 
/**
 * The community served; none for the whole street.
 */
community_id: string | null, 
/**
 * Day.
 */
date: string, 
/**
 * Place.
 */
place: string, 
/**
 * What was done.
 */
content: string, 
/**
 * Who took part, in order.
 */
shares: Array<SaveShare>, 
/**
 * 服务人次.
 */
people_served: number | null, 
/**
 * 满意度, 1 to 5.
 */
satisfaction: number | null, 
/**
 * 确认人.
 */
confirmed_by: string, 
/**
 * When it was confirmed; today when somebody confirms it now.
 */
confirmed_on: string | null, 
/**
 * Remarks.
 */
note: string, };

/**
 * A partner's part in an activity, to save.
 */
export type SaveShare = { 
/**
 * The partner.
 */
partner_id: string, 
/**
 * How long, in minutes.
 */
minutes: number, };

/**
 * Arguments of `stairwells.save`.
 */
export type SaveStairwell = { 
/**
 * Key; none for a new stairwell.
 */
id?: string, 
/**
 * The version seen; 0 for a new stairwell.
 */
version: number, 
/**
 * Its building.
 */
building_id: string, 
/**
 * Name, 1 to 20 characters, unique among the building's stairwells in use.
 */
name: string, 
/**
 * Order within the building; 0 for the order of names.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * Arguments of `rota.saveContent`.
 */
export type SaveTurnContent = { 
/**
 * The turn.
 */
turn: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * 主题.
 */
theme: string, 
/**
 * 计划活动.
 */
activities: string, 
/**
 * 完成情况.
 */
done: string, 
/**
 * 轮值小结.
 */
summary: string, 
/**
 * 交接事项.
 */
handover: string, };

/**
 * Arguments of `units.save`.
 */
export type SaveUnit = { 
/**
 * Key; none for a new unit.
 */
id?: string, 
/**
 * The version seen; 0 for a new unit.
 */
version: number, 
/**
 * Full name, 1 to 60 characters, unique among units in use.
 */
name: string, 
/**
 * 简称.
 */
short_name: string, 
/**
 * 性质.
 */
nature: string, 
/**
 * 关系; from the nature when not said.
 */
relation?: Relation, 
/**
 * Its Party organisation.
 */
party_org: string, 
/**
 * Party members.
 */
party_members: number | null, 
/**
 * 负责人.
 */
leader_name: string, 
/**
 * 负责人's post.
 */
leader_post: string, 
/**
 * Remarks.
 */
note: string, 
/**
 * When the name is changed because the unit was renamed: the last day of the old name.
 * None when a wrong name is only put right.
 */
renamed_after?: string, };

/**
 * Arguments of `users.save`.
 */
export type SaveUser = { 
/**
 * Key; none for a new user.
 */
id?: string, 
/**
 * The version seen; 0 for a new user.
 */
version: number, 
/**
 * Name, 1 to 40 characters, unique.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Committees within reach; empty for all.
 */
committees: Array<string>, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * Arguments of `ratings.saveVolunteers`.
 */
export type SaveVolunteers = { 
/**
 * The period.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * 优秀志愿者, in order.
 */
volunteers: Array<Volunteer>, };

/**
 * What `ratings.saveScores` did.
 */
export type SavedScores = { 
/**
 * Sheets filled in for the first time, changed, emptied.
 */
filled: number, 
/**
 * Sheets whose marks changed.
 */
changed: number, 
/**
 * Sheets whose marks were taken away.
 */
emptied: number, };

/**
 * One item of a scheme. Marks, weights and caps are thousandths of a point.
 */
export type SchemeItem = { 
/**
 * Name as sheets and papers print it.
 */
name: string, 
/**
 * What it does.
 */
kind: SchemeItemKind, 
/**
 * 满分: the most one judge may give.
 */
full: number, 
/**
 * 权重 of a base item; those of all base items sum to 100 points. 0 for the others.
 */
weight: number, 
/**
 * 封顶 of a bonus: the most its mean may add.
 */
cap?: number, 
/**
 * 依据, without which a 不予评星情形 cannot be switched on.
 */
basis: string, 
/**
 * Whether it is in force; 不予评星情形 are off by default.
 */
on: boolean, };

/**
 * What an item does to the total.
 */
export type SchemeItemKind = "base" | "bonus" | "deduction" | "exclusion";

/**
 * A scheme as lists show one.
 */
export type SchemeRow = { 
/**
 * The scheme.
 */
scheme: RatingScheme, 
/**
 * Periods that go by it; one with any is not edited, only succeeded.
 */
periods: number, 
/**
 * Whether it is the newest revision of its series and in use.
 */
current: boolean, };

/**
 * The rules of a scheme: all of it is the office's to decide.
 */
export type SchemeRules = { 
/**
 * What is rated.
 */
rated: RatedKind, 
/**
 * Within what it is ranked and who may rate whom.
 */
scope: RatingScope, 
/**
 * The items, in the order of the sheet.
 */
items: Array<SchemeItem>, 
/**
 * Least total for one to five stars, ascending, thousandths.
 */
stars: Array<number>, 
/**
 * 流动小红旗 of a scope.
 */
flags: number, 
/**
 * At most this share of a scope's rated hang a flag, in per cent; one of two always may.
 */
flag_share: number, 
/**
 * Judges of each rated object.
 */
judges: number, 
/**
 * Pairs of so many last periods are not given again where that can be avoided.
 */
memory: number, 
/**
 * Items by which equal totals are told apart, by their place in `items`; then the rank is shared.
 */
tie_order: Array<number>, 
/**
 * When a judge is far off.
 */
outlier: OutlierRule, };

/**
 * The schemes, and what a new one begins with.
 */
export type SchemesView = { 
/**
 * Those in use first, by name, newest revision first.
 */
schemes: Array<SchemeRow>, 
/**
 * The default rules.
 */
defaults: SchemeRules, };

/**
 * The ranking of one compound, community or street.
 */
export type ScopeResult = { 
/**
 * Its key.
 */
key: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Its community; empty for the street.
 */
community: string, 
/**
 * The community's key; empty for the street.
 */
community_id: string, 
/**
 * Judges each object has.
 */
judges: number, 
/**
 * Ranks that hang a flag.
 */
flags: number, 
/**
 * What is to be said of it: fewer judges or flags than usual, equal totals.
 */
notes: Array<string>, 
/**
 * The objects by rank; those without one last.
 */
rows: Array<RowResult>, };

/**
 * A line of the preview: one sheet.
 */
export type ScoreImportRow = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * Row number as Excel shows it.
 */
row: number, 
/**
 * The compound.
 */
compound: string, 
/**
 * Who is rated.
 */
rated: string, 
/**
 * Who rates.
 */
judge: string, 
/**
 * What it means for the sheets kept.
 */
status: ImportStatus, 
/**
 * Marks that differ.
 */
changes: Array<FieldChange>, };

/**
 * A line of the grid as it was filled in.
 */
export type ScoreInput = { 
/**
 * The version seen; 0 where the pair has no sheet yet.
 */
version: number, 
/**
 * Who is rated: an entry.
 */
rated_id: string, 
/**
 * Who rates: an entry of the same scope.
 */
judge_id: string, 
/**
 * Marks as typed, in the order of the scheme's items; all empty takes the sheet's marks away.
 */
marks: Array<string>, };

/**
 * A line of the scoring grid.
 */
export type ScoreLine = { 
/**
 * The sheet; empty for a pair that has none yet.
 */
sheet_id: string, 
/**
 * The sheet's version; 0 where there is none yet.
 */
version: number, 
/**
 * Who is rated.
 */
rated_id: string, 
/**
 * Its name, with the compound's where the scope has several.
 */
rated: string, 
/**
 * Who rates.
 */
judge_id: string, 
/**
 * Its name.
 */
judge: string, 
/**
 * The scope's key.
 */
scope: string, 
/**
 * Marks as people write them, in the order of the scheme's items; empty cells are empty.
 */
marks: Array<string>, };

/**
 * What score sheets are made from.
 */
export type ScoreSheetsPaper = { 
/**
 * The month's rating.
 */
rating_id: string, 
/**
 * The scope, by its key; all when not said.
 */
scope?: string, 
/**
 * Whether they show the marks; blank when not said.
 */
filled?: boolean, };

/**
 * One line of the calculation, to be shown to anybody who asks.
 */
export type ScoreStep = { 
/**
 * The item.
 */
item: string, 
/**
 * What it does.
 */
kind: SchemeItemKind, 
/**
 * The judges' marks, thousandths, in the order of the sheets.
 */
marks: Array<number>, 
/**
 * `(36 + 34 + 38) ÷ 3 = 36`
 */
mean: string, 
/**
 * `40 × 36 ÷ 40 = 36`
 */
counted: string, 
/**
 * What it adds to the total, thousandths, rounded for print only.
 */
value: number, };

/**
 * What an import of score sheets did.
 */
export type ScoresOutcome = { 
/**
 * The period it went into.
 */
period_id: string, 
/**
 * Score sheets.
 */
sheets: ImportCount, 
/**
 * Communities made.
 */
communities_created: number, 
/**
 * Compounds made.
 */
compounds_created: number, 
/**
 * Buildings made.
 */
buildings_created: number, 
/**
 * Stairwells made.
 */
stairwells_created: number, 
/**
 * Wrong rows left out.
 */
skipped_rows: number, };

/**
 * What an import of score sheets would do.
 */
export type ScoresPreview = { 
/**
 * SHA-256 of the file, by which applying it knows that it is still the same.
 */
file_hash: string, 
/**
 * The sheets, and which heading of theirs is which column.
 */
mapping: Array<MappedSheet>, 
/**
 * Sheets that were left out because they are for another month.
 */
other_months: Array<string>, 
/**
 * The month it is for.
 */
month: Month, 
/**
 * The period it goes into; none where one would be opened.
 */
period_id: string | null, 
/**
 * The scheme it goes by.
 */
scheme: string, 
/**
 * Score sheets.
 */
sheets: ImportCount, 
/**
 * Compounds in the sheet.
 */
compounds: number, 
/**
 * Buildings rated.
 */
buildings: number, 
/**
 * Scopes with at most three buildings, where judges and flags are fewer.
 */
small_scopes: number, 
/**
 * Lines without any mark.
 */
unfilled: number, 
/**
 * Sheets that take the place of one assigned to another judge.
 */
replaced: number, 
/**
 * Communities that are not known and would be made when asked.
 */
communities_to_create: Array<string>, 
/**
 * Compounds that are not known and would be made when asked.
 */
compounds_to_create: Array<string>, 
/**
 * Buildings that are not known and would be made when asked.
 */
buildings_to_create: Array<string>, 
/**
 * Stairwells that are not known and would be made when asked, where stairwells are rated.
 */
stairwells_to_create: Array<string>, 
/**
 * Rows that are wrong.
 */
wrong_rows: number, 
/**
 * What is wrong, by cell and reason.
 */
faults: Array<Fault>, 
/**
 * What was put right in silence.
 */
corrections: Array<Fault>, 
/**
 * The rows, at most so many that a person can look through them.
 */
rows: Array<ScoreImportRow>, 
/**
 * How many more there are.
 */
rows_left_out: number, 
/**
 * The sheet with an error column, where there are wrong rows.
 */
error_copy: FileRef | null, };

/**
 * Arguments of `ratings.scores` and `ratings.sheet`.
 */
export type ScoresQuery = { 
/**
 * The period.
 */
id: string, 
/**
 * Only this scope's, by its key.
 */
scope?: string, };

/**
 * A column as the screen shows it.
 */
export type ScreenColumn = { 
/**
 * Its heading.
 */
label: string, 
/**
 * Whether its cells are numbers.
 */
numeric: boolean, };

/**
 * Arguments of `screen.export`.
 */
export type ScreenList = { 
/**
 * What the list is called.
 */
title: string, 
/**
 * The columns from the left.
 */
columns: Array<ScreenColumn>, 
/**
 * The cells row by row, as they are shown.
 */
rows: Array<Array<string>>, };

/**
 * What was found.
 */
export type SearchHit = { 
/**
 * What it is, as its thing calls it: `unit`, `committee`, `meeting` and so on.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * Its name.
 */
title: string, 
/**
 * A few words more.
 */
note: string, };

/**
 * A seat with the names that lists show.
 */
export type SeatRow = { 
/**
 * The unit's name.
 */
unit_name: string, 
/**
 * The unit's 简称.
 */
unit_short: string, 
/**
 * The unit's relation.
 */
relation: Relation, 
/**
 * The unit's 负责人.
 */
leader_name: string, 
/**
 * The 负责人's post.
 */
leader_post: string, 
/**
 * The committee's name.
 */
committee_name: string, 
/**
 * The committee's short name.
 */
committee_short: string, 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The unit.
 */
unit_id: string, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * Role there, one of the office's list.
 */
role: string, 
/**
 * 联络员.
 */
liaison_name: string, 
/**
 * 联络员's work phone.
 */
liaison_phone: string, 
/**
 * Who represents the unit; its 负责人 where empty.
 */
representative_name: string, 
/**
 * That person's post.
 */
representative_post: string, 
/**
 * Official order (排序): every list, sign-in sheet and minute follows it.
 */
position: number, 
/**
 * Whether it takes turns.
 */
in_rotation: boolean, 
/**
 * 不便月份, 1 to 12.
 */
blocked_months: Array<number>, 
/**
 * Joined.
 */
joined: FuzzyDate | null, 
/**
 * Left.
 */
left_on: string | null, 
/**
 * Remarks.
 */
note: string, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * A partner in the version that was seen.
 */
export type SeenPartner = { 
/**
 * The partner.
 */
id: string, 
/**
 * The version seen.
 */
version: number, };

/**
 * A selection (评选).
 */
export type Selection = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * What is chosen.
 */
kind: SelectionKind, 
/**
 * Its title.
 */
title: string, 
/**
 * The year whose ratings count.
 */
year: number, 
/**
 * The community; none for the whole street.
 */
community_id: string | null, 
/**
 * How many are chosen.
 */
seats: number, 
/**
 * The weights.
 */
rules: SelectionRules, 
/**
 * Where it stands.
 */
state: SelectionState, 
/**
 * The day it was decided.
 */
decided_on: string | null, 
/**
 * The frozen paper.
 */
model: unknown, 
/**
 * SHA-256 of the frozen paper.
 */
model_hash: string | null, };

/**
 * What is chosen.
 */
export type SelectionKind = "buildings" | "leaders";

/**
 * How a nominee stands.
 */
export type SelectionResult = { 
/**
 * The nominee.
 */
nominee_id: string, 
/**
 * Rank.
 */
rank: number, 
/**
 * Whether others share it.
 */
shared: boolean, 
/**
 * Total on 100 as printed, thousandths.
 */
total: number, 
/**
 * `50% × 92 + 30% × 80 ÷ 100 × 100 + 20% × 95 = 89`
 */
sum: string, 
/**
 * Whether it is among the chosen.
 */
chosen: boolean, };

/**
 * The weights of a selection's parts, in per cent; they sum to 100.
 */
export type SelectionRules = { 
/**
 * 考评得分: the year's mean.
 */
rating: number, 
/**
 * 得票: votes against the most voted.
 */
votes: number, 
/**
 * 评审分, on 100.
 */
review: number, };

/**
 * Where a selection stands.
 */
export type SelectionState = "open" | "decided";

/**
 * A selection with everybody nominated.
 */
export type SelectionView = { 
/**
 * The selection.
 */
selection: Selection, 
/**
 * The nominees; until it is decided, with their ratings as published so far.
 */
nominees: Array<Nominee>, 
/**
 * How they stand now, by result.
 */
results: Array<SelectionResult>, 
/**
 * What the figures mean.
 */
definition: string, };

/**
 * A month that was served.
 */
export type ServedMonth = { 
/**
 * The month.
 */
month: Month, 
/**
 * The unit.
 */
unit_id: string, };

/**
 * A service record (服务记录): one activity.
 */
export type Service = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The community served; none for the whole street.
 */
community_id: string | null, 
/**
 * Day.
 */
date: string, 
/**
 * Place.
 */
place: string, 
/**
 * What was done.
 */
content: string, 
/**
 * 服务人次; none when not counted.
 */
people_served: number | null, 
/**
 * 满意度, 1 to 5; none when not asked.
 */
satisfaction: number | null, 
/**
 * 确认人; empty while nobody confirmed it.
 */
confirmed_by: string, 
/**
 * When it was confirmed.
 */
confirmed_on: string | null, 
/**
 * Remarks.
 */
note: string, 
/**
 * 作废: counts nowhere.
 */
retired: boolean, };

/**
 * What proofs of service are made from.
 */
export type ServiceProofPaper = { 
/**
 * The partners.
 */
partner_ids: Array<string>, 
/**
 * The first day of what is proved; the year's when not said.
 */
from?: string, 
/**
 * The last day of what is proved; today when not said.
 */
to?: string, };

/**
 * One partner's part in an activity (服务时长). Name and kind are those of that day.
 */
export type ServiceShare = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The activity.
 */
service_id: string, 
/**
 * Order.
 */
position: number, 
/**
 * The partner.
 */
partner_id: string, 
/**
 * The partner's name then.
 */
partner_name: string, 
/**
 * The partner's kind then.
 */
partner_kind: PartnerKind, 
/**
 * How long, in minutes.
 */
minutes: number, };

/**
 * What a partner has done in a span of days.
 */
export type ServiceSum = { 
/**
 * Activities.
 */
services: number, 
/**
 * Minutes.
 */
minutes: number, 
/**
 * 服务人次 of those activities.
 */
people: number, };

/**
 * A service record with who took part.
 */
export type ServiceView = { 
/**
 * The record.
 */
service: Service, 
/**
 * The community's name.
 */
community: string | null, 
/**
 * Who took part, in order.
 */
shares: Array<ServiceShare>, };

/**
 * Who is giving commands.
 */
export type Session = { 
/**
 * The user's key.
 */
user_id: string, 
/**
 * The user's name.
 */
name: string, 
/**
 * The user's role.
 */
role: Role, 
/**
 * Committees within reach; empty for all.
 */
committees: Array<string>, };

/**
 * Arguments of `meetings.setState`: 延期, 取消, 已召开, 已归档.
 */
export type SetMeetingState = { 
/**
 * The meeting.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The state to go to.
 */
state: MeetingState, 
/**
 * Why; needed for 延期 and 取消.
 */
reason: string, 
/**
 * The new day, for 延期.
 */
date?: string, };

/**
 * Arguments of `users.setPassword`.
 */
export type SetPassword = { 
/**
 * Whose.
 */
id: string, 
/**
 * The new password, at least 8 characters; empty takes it away.
 */
password: string, };

/**
 * Arguments of `ratings.setStanding`.
 */
export type SetStanding = { 
/**
 * The entry.
 */
entry_id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * How it takes part.
 */
standing: Standing, 
/**
 * Why it does not, or the case with its basis.
 */
basis: string, };

/**
 * A part of a whole, for a chart.
 */
export type Share = { 
/**
 * What.
 */
label: string, 
/**
 * How many.
 */
count: number, };

/**
 * A short text to copy into WeChat or SMS.
 */
export type ShortText = { 
/**
 * The text.
 */
text: string, };

/**
 * Arguments of `meetings.sign`: registers what was signed on paper.
 */
export type SignMinutes = { 
/**
 * The minutes.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * Who signed.
 */
signed_by: string, 
/**
 * When.
 */
signed_on: string, 
/**
 * 批示.
 */
instruction: string, 
/**
 * The scan.
 */
scan?: FileRef, };

/**
 * A stage with its day.
 */
export type StageDate = { 
/**
 * Which.
 */
stage: MemberStage, 
/**
 * When.
 */
date: FuzzyDate, };

/**
 * A stairwell (单元).
 */
export type Stairwell = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Its building.
 */
building_id: string, 
/**
 * Name, e.g. 1单元.
 */
name: string, 
/**
 * Sort key, numbers in natural order.
 */
sort_key: string, 
/**
 * Order within the building; 0 for the order of names.
 */
position: number, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * How an object takes part in a period.
 */
export type Standing = "rated" | "exempt" | "excluded";

/**
 * Arguments of `meetings.startNumbers`: where an office that switches in mid-year goes on (期初).
 */
export type StartNumbers = { 
/**
 * The committee.
 */
committee_id: string, 
/**
 * The year.
 */
year: number, 
/**
 * Kind of meeting; 联席会议 when empty.
 */
kind: string, 
/**
 * The next 第×次.
 */
next_session?: number, 
/**
 * The next 第×期.
 */
next_issue?: number, };

/**
 * Arguments of `assignments.step`.
 */
export type StepAssignment = { 
/**
 * The assignment.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The step.
 */
step: AssignmentStep, };

/**
 * Arguments of `partners.step`.
 */
export type StepPartner = { 
/**
 * The partner.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The state it comes to.
 */
state: PartnerState, 
/**
 * When; today when not said.
 */
date?: FuzzyDate, 
/**
 * Term of an appointment: from.
 */
term_from: FuzzyDate | null, 
/**
 * Term of an appointment: to.
 */
term_to: FuzzyDate | null, 
/**
 * Whether a new 聘书编号 is given; when not said, one is where there is none.
 */
give_number?: boolean, 
/**
 * How the assessment went, or why the partner left.
 */
note: string, };

/**
 * Arguments of `partners.stepMany`.
 */
export type StepPartners = { 
/**
 * Who, at most 500.
 */
partners: Array<SeenPartner>, 
/**
 * The state they come to.
 */
state: PartnerState, 
/**
 * When; today when not said.
 */
date?: FuzzyDate, 
/**
 * One term for all: from.
 */
term_from: FuzzyDate | null, 
/**
 * One term for all: to.
 */
term_to: FuzzyDate | null, 
/**
 * Instead of one term: each one's term begins where its last one ends, for 1 to 10 years.
 */
years?: number, 
/**
 * Whether new numbers are given; when not said, to those who have none.
 */
give_number?: boolean, 
/**
 * How the assessment went, or why they left.
 */
note: string, };

/**
 * Arguments of `projects.step`.
 */
export type StepProject = { 
/**
 * The project.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The step.
 */
step: ProjectStep, };

/**
 * What a step of several partners did.
 */
export type SteppedPartners = { 
/**
 * How many took it.
 */
count: number, };

/**
 * Arguments of `summary.view` and `summary.make`.
 */
export type SummaryQuery = { 
/**
 * The last month; the present one when not said.
 */
month?: Month, 
/**
 * The first month, at most twelve with the last; the last one when not said.
 */
from?: Month, 
/**
 * Committees covered; empty for all within reach.
 */
committee_ids: Array<string>, };

/**
 * Arguments of `rota.swap`.
 */
export type SwapTurns = { 
/**
 * One turn.
 */
turn: string, 
/**
 * Another of the same committee.
 */
with: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A tag and how many partners have it.
 */
export type TagCount = { 
/**
 * The tag.
 */
tag: string, 
/**
 * Partners with it.
 */
count: number, };

/**
 * Arguments of `meetings.takeAttendance`: the whole sheet at once.
 */
export type TakeAttendance = { 
/**
 * The meeting.
 */
meeting_id: string, 
/**
 * Everybody, in order. Known rows by key; new ones (guests) without.
 */
people: Array<AttendanceEntry>, };

/**
 * Whose lists are printed: at least one of the two is named.
 */
export type ThreeListsPaper = { 
/**
 * The committee.
 */
committee_id?: string, 
/**
 * The unit; the whole committee's when not said.
 */
unit_id?: string, };

/**
 * One line of the desk.
 */
export type Todo = { 
/**
 * What there is to do.
 */
kind: TodoKind, 
/**
 * How pressing.
 */
urgency: Urgency, 
/**
 * The day it is about.
 */
date: string | null, 
/**
 * What, in a few words.
 */
title: string, 
/**
 * Whom it concerns.
 */
note: string, 
/**
 * The record: a meeting, an assignment, a committee, a rating, an agreement, a partner or a month, as the kind says.
 */
target: string | null, 
/**
 * The committee.
 */
committee_id: string | null, };

/**
 * What there is to do; the window knows the place where each is done.
 */
export type TodoKind = "extension_asked" | "assignment_claimed" | "assignment_late" | "assignment_due" | "minutes_unsigned" | "meeting_day" | "meeting_ahead" | "topics_due" | "notice_due" | "meeting_missing" | "term_ending" | "rating_unpublished" | "agreement_ending" | "report_due" | "partner_term_ending" | "returns_missing" | "rota_missing" | "calendar_missing";

/**
 * How many records of one kind an import made or changed.
 */
export type Touched = { 
/**
 * What they are, such as 席位.
 */
thing: string, 
/**
 * How many.
 */
count: number, };

/**
 * How the published months went.
 */
export type Trend = { 
/**
 * The months, oldest first.
 */
months: Array<TrendMonth>, 
/**
 * A line for each compound, in the order of the registers.
 */
lines: Array<TrendLine>, };

/**
 * A compound's line.
 */
export type TrendLine = { 
/**
 * The scope's key.
 */
key: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Mean by month as of [`Trend::months`], thousandths; none where nothing was published.
 */
means: Array<number | null>, };

/**
 * One month of a trend.
 */
export type TrendMonth = { 
/**
 * The month.
 */
month: Month, 
/**
 * What was published.
 */
point: TrendPoint, };

/**
 * One published month.
 */
export type TrendPoint = { 
/**
 * Objects rated.
 */
rated: number, 
/**
 * Mean of their totals, thousandths, rounded for print.
 */
mean: number, 
/**
 * Objects with 0 to 5 stars.
 */
stars: Array<number>, 
/**
 * Flags hung.
 */
flags: number, };

/**
 * Arguments of `ratings.trend`.
 */
export type TrendQuery = { 
/**
 * The community; everything within reach when not said.
 */
community_id?: string, 
/**
 * The last month; the present one when not said.
 */
until?: Month, };

/**
 * A turn (轮值): one unit on duty for one committee in one month. Plan and actual stand apart.
 */
export type Turn = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The committee.
 */
committee_id: string, 
/**
 * The month.
 */
month: Month, 
/**
 * Place among the units that share the month, from 1.
 */
position: number, 
/**
 * The unit the plan named.
 */
planned_unit_id: string, 
/**
 * The unit that serves or served; it gets the credit.
 */
unit_id: string, 
/**
 * Whether the plan gave it to make up for a turn that was missed before.
 */
makes_up: boolean, 
/**
 * How this came to be.
 */
origin: TurnOrigin, 
/**
 * 排定依据, as data.
 */
reasons: Array<Reason>, 
/**
 * Why it was changed, where it was.
 */
change_reason: string, 
/**
 * 主题.
 */
theme: string, 
/**
 * 计划活动, one a line.
 */
activities: string, 
/**
 * 完成情况.
 */
done: string, 
/**
 * 轮值小结.
 */
summary: string, 
/**
 * 交接事项 for the next unit.
 */
handover: string, };

/**
 * What planning does to a turn.
 */
export type TurnFate = "created" | "changed" | "unchanged" | "removed";

/**
 * How a turn came to be.
 */
export type TurnOrigin = "planned" | "named" | "swapped" | "opening";

/**
 * A turn with its reasons, for the panel beside the board.
 */
export type TurnView = { 
/**
 * The turn.
 */
turn: Turn, 
/**
 * The committee's name.
 */
committee: string, 
/**
 * The unit's name.
 */
unit: string, 
/**
 * The planned unit's name.
 */
planned_unit: string, 
/**
 * 排定依据, as sentences.
 */
reasons: Array<string>, 
/**
 * How far the month is.
 */
state: MonthState, 
/**
 * Past months are frozen.
 */
frozen: boolean, 
/**
 * The month's meeting.
 */
meeting_id: string | null, 
/**
 * Units that could take it instead, in official order.
 */
candidates: Array<SeatRow>, };

/**
 * A word of a search, and what it was taken for.
 */
export type UnderstoodWord = { 
/**
 * The word.
 */
word: string, 
/**
 * What it was taken for.
 */
meaning: WordMeaning, };

/**
 * A member unit (成员单位).
 */
export type Unit = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Full name now.
 */
name: string, 
/**
 * 简称; the full name where there is none.
 */
short_name: string, 
/**
 * Pinyin key for sorting.
 */
sort_key: string, 
/**
 * 性质, one of the office's list.
 */
nature: string, 
/**
 * 关系.
 */
relation: Relation, 
/**
 * Its Party organisation.
 */
party_org: string, 
/**
 * Party members; none when not known.
 */
party_members: number | null, 
/**
 * 负责人.
 */
leader_name: string, 
/**
 * 负责人's post.
 */
leader_post: string, 
/**
 * Remarks.
 */
note: string, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * A name a unit had (曾用名): papers of that time keep it, and both names find the unit.
 */
export type UnitName = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * The unit.
 */
unit_id: string, 
/**
 * Full name then.
 */
name: string, 
/**
 * 简称 then.
 */
short_name: string, 
/**
 * The last day it was so called.
 */
until: string, };

/**
 * A unit as lists show one.
 */
export type UnitRow = { 
/**
 * The unit.
 */
unit: Unit, 
/**
 * Short names of its committees, in official order.
 */
committees: Array<string>, 
/**
 * Its turns this year: committee's short name and month.
 */
turns: Array<UnitTurn>, 
/**
 * Meetings it was called to this year.
 */
meetings_due: number, 
/**
 * Meetings it came to (出席 or 替会) this year.
 */
meetings_attended: number, };

/**
 * What a list of units is sorted by.
 */
export type UnitSort = "name" | "nature" | "party_members";

/**
 * A turn of a unit.
 */
export type UnitTurn = { 
/**
 * The unit.
 */
unit_id: string, 
/**
 * The committee's short name.
 */
committee: string, 
/**
 * The month.
 */
month: Month, };

/**
 * A unit with everything related to it.
 */
export type UnitView = { 
/**
 * The unit.
 */
unit: Unit, 
/**
 * Names it had, newest first.
 */
former_names: Array<UnitName>, 
/**
 * Its seats, in the committees' order.
 */
seats: Array<SeatRow>, 
/**
 * Its turns, newest first.
 */
turns: Array<UnitTurn>, 
/**
 * Its 兼职委员.
 */
members: Array<CommitteeMember>, 
/**
 * Assignments it leads, newest first.
 */
assignments: Array<AssignmentRow>, 
/**
 * 资源清单, without what is out of use.
 */
resources: Array<ResourceRow>, 
/**
 * 需求清单, newest first.
 */
needs: Array<NeedRow>, 
/**
 * 项目清单: what it carries out, newest first.
 */
projects: Array<ProjectRow>, 
/**
 * 共建协议, the one that ends last first.
 */
agreements: Array<AgreementRow>, };

/**
 * Arguments of `meetings.update`.
 */
export type UpdateMeeting = { 
/**
 * The meeting.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * The day.
 */
date: string, 
/**
 * The hour.
 */
time: string, 
/**
 * Place.
 */
place: string, 
/**
 * 主持人.
 */
chair_name: string, 
/**
 * 主持人's post.
 */
chair_post: string, 
/**
 * 记录人.
 */
recorder_name: string, 
/**
 * What to bring or prepare.
 */
requirements: string, };

/**
 * How pressing a line is.
 */
export type Urgency = "late" | "today" | "soon" | "ahead";

/**
 * A user as lists show one.
 */
export type UserRow = { 
/**
 * Key.
 */
id: string, 
/**
 * Version.
 */
version: number, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Committees within reach; empty for all.
 */
committees: Array<string>, 
/**
 * Whether a password is set.
 */
has_password: boolean, 
/**
 * 停用.
 */
retired: boolean, };

/**
 * Arguments of commands on one versioned record.
 */
export type Versioned = { 
/**
 * The record.
 */
id: string, 
/**
 * The version seen.
 */
version: number, };

/**
 * Arguments of `ratings.view`.
 */
export type ViewRating = { 
/**
 * The period.
 */
id: string, 
/**
 * Which published version; the newest, or the draft, when not said.
 */
revision?: number, };

/**
 * Arguments of `documents.void`.
 */
export type VoidIssued = { 
/**
 * The issued paper.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

/**
 * Somebody the 通报 names (优秀志愿者).
 */
export type Volunteer = { 
/**
 * Where: a compound or a community.
 */
place: string, 
/**
 * Name.
 */
name: string, 
/**
 * What for.
 */
deed: string, };

/**
 * Arguments of `needs.withdrawClaim`.
 */
export type WithdrawClaim = { 
/**
 * The claim.
 */
id: string, 
/**
 * The version seen.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

/**
 * What a word of a search was taken for.
 */
export type WordMeaning = "community" | "time" | "kind" | "skill";

/**
 * A field that a text may name.
 */
export type WordingField = { 
/**
 * As written between the braces.
 */
name: string, 
/**
 * What it says, for example.
 */
example: string, };

/**
 * A text that papers are written with. Defaults stand in `defaults/`, one file each.
 */
export type WordingKind = "mark_notice" | "mark_letter" | "mark_minutes" | "notice_opening" | "notice_people" | "notice_requirements" | "notice_short" | "script_opening" | "script_agenda" | "script_closing" | "minutes_opening" | "assignment_subordinate" | "assignment_partner" | "assignment_other" | "reminder_subordinate" | "reminder_partner" | "reminder_other" | "turn_opening" | "turn_duties" | "agreement_opening" | "agreement_duties" | "agreement_closing" | "partner_number" | "partner_certificate" | "partner_plaque" | "partner_agreement" | "partner_proof";

/**
 * What a text says with the examples of its fields.
 */
export type WordingPreview = { 
/**
 * The filled-in text.
 */
text: string, };

/**
 * A text as the settings show it.
 */
export type WordingRow = { 
/**
 * Which.
 */
kind: WordingKind, 
/**
 * What people call it.
 */
name: string, 
/**
 * The text in use.
 */
text: string, 
/**
 * The text it comes back to.
 */
default_text: string, 
/**
 * Whether the office wrote its own.
 */
own: boolean, 
/**
 * What it may name.
 */
fields: Array<WordingField>, 
/**
 * What it says with the examples.
 */
preview: string, };

/**
 * How far work has come, as a person sees it.
 */
export type WorkProgress = { 
/**
 * What it is busy with.
 */
stage: WorkStage, 
/**
 * How much of the stage is done.
 */
done: number, 
/**
 * How much there is; 0 where that is not known.
 */
total: number, };

/**
 * What long work is busy with.
 */
export type WorkStage = "waiting" | "reading" | "comparing" | "writing" | "recording" | "gathering" | "making";

/**
 * One year's statutory holidays and shifted working days (节假日安排), as published.
 * Offices add and edit packs: a later notice may change an earlier one.
 */
export type YearPack = { year: number, 
/**
 * The notice that the dates are taken from, as text for people.
 */
source: string, off: Array<DaysOff>, 
/**
 * Weekend days that are worked (调休上班), in place of a day off.
 */
working: Array<string>, };

/** Every command with its arguments and result. */
export interface Commands {
  /** 查看使用者 */
  "users.list": { args: NoArgs; result: Array<UserRow> };
  /** 保存使用者 */
  "users.save": { args: SaveUser; result: UserRow };
  /** 设置密码 */
  "users.setPassword": { args: SetPassword; result: Done };
  /** 查看单位状态 */
  "office.state": { args: NoArgs; result: OfficeState };
  /** 新建单位 */
  "office.found": { args: FoundOffice; result: OfficeProfile };
  /** 修改单位信息 */
  "office.save": { args: OfficeProfile; result: OfficeProfile };
  /** 查看发文主体 */
  "issuers.list": { args: NoArgs; result: Array<IssuingBody> };
  /** 保存发文主体 */
  "issuers.save": { args: IssuingBody; result: IssuingBody };
  /** 查看节假日安排 */
  "calendar.list": { args: NoArgs; result: Array<CalendarYear> };
  /** 保存节假日安排 */
  "calendar.save": { args: CalendarYear; result: CalendarYear };
  /** 立即备份 */
  "backup.make": { args: NoArgs; result: Backup };
  /** 自动备份 */
  "backup.keep": { args: NoArgs; result: Backup | null };
  /** 查看备份 */
  "backup.list": { args: NoArgs; result: Array<Backup> };
  /** 恢复备份 */
  "backup.restore": { args: RestoreBackup; result: Done };
  /** 恢复数据文件 */
  "backup.restoreFile": { args: RestoreFile; result: Done };
  /** 查看更改记录 */
  "changes.list": { args: ListChanges; result: Array<ChangeSet> };
  /** 查看导入记录 */
  "changes.imports": { args: ListChanges; result: Array<ImportBatch> };
  /** 查看变更记录 */
  "changes.history": { args: ById; result: Array<ChangeLine> };
  /** 撤销更改 */
  "changes.undo": { args: ById; result: ChangeSet };
  /** 校验更改记录 */
  "changes.check": { args: NoArgs; result: LogCheck };
  /** 查看社区 */
  "communities.list": { args: NoArgs; result: Array<Community> };
  /** 保存社区 */
  "communities.save": { args: Community; result: Community };
  /** 查看大党委 */
  "committees.list": { args: NoArgs; result: Array<CommitteeRow> };
  /** 保存大党委 */
  "committees.save": { args: Committee; result: Committee };
  /** 查看小区 */
  "compounds.list": { args: ListCompounds; result: Page<CompoundRow> };
  /** 查看小区 */
  "compounds.get": { args: ById; result: CompoundView };
  /** 保存小区 */
  "compounds.save": { args: SaveCompound; result: Compound };
  /** 停用小区 */
  "compounds.retire": { args: RetireRecord; result: Compound };
  /** 查看楼栋 */
  "buildings.list": { args: ListBuildings; result: Page<BuildingRow> };
  /** 查看网格 */
  "buildings.grids": { args: ListGrids; result: Array<string> };
  /** 查看楼栋 */
  "buildings.get": { args: ById; result: BuildingView };
  /** 保存楼栋 */
  "buildings.save": { args: SaveBuilding; result: BuildingView };
  /** 停用楼栋 */
  "buildings.retire": { args: RetireRecord; result: BuildingView };
  /** 登记两长三员 */
  "buildings.savePosts": { args: SavePosts; result: BuildingView };
  /** 查看两长三员电话 */
  "buildings.revealPhone": { args: RevealPhone; result: RevealedPhone };
  /** 按当前列表导出楼栋 */
  "buildings.export": { args: ListBuildings; result: FileRef };
  /** 保存单元 */
  "stairwells.save": { args: SaveStairwell; result: Stairwell };
  /** 查看成员单位 */
  "units.list": { args: ListUnits; result: Page<UnitRow> };
  /** 保存成员单位 */
  "units.save": { args: SaveUnit; result: Unit };
  /** 停用成员单位 */
  "units.retire": { args: RetireRecord; result: Unit };
  /** 保存席位 */
  "units.saveSeat": { args: SaveSeat; result: Membership };
  /** 停用席位 */
  "units.retireSeat": { args: RetireRecord; result: Membership };
  /** 按当前列表导出 */
  "units.export": { args: ListUnits; result: FileRef };
  /** 保存委员 */
  "committees.saveMember": { args: CommitteeMember; result: CommitteeMember };
  /** 查看大党委 */
  "committees.get": { args: ById; result: CommitteeView };
  /** 查看成员单位 */
  "units.get": { args: ById; result: UnitView };
  /** 查看轮值表 */
  "rota.board": { args: BoardYear; result: RotaBoard };
  /** 查看轮值 */
  "rota.turn": { args: ById; result: TurnView };
  /** 试排轮值 */
  "rota.preview": { args: PlanRota; result: RotaPreview };
  /** 排轮值 */
  "rota.plan": { args: PlanRota; result: PlanOutcome };
  /** 对调轮值月份 */
  "rota.swap": { args: SwapTurns; result: Array<Turn> };
  /** 变更轮值单位 */
  "rota.replace": { args: ReplaceUnit; result: Turn };
  /** 填写轮值内容 */
  "rota.saveContent": { args: SaveTurnContent; result: Turn };
  /** 登记期初轮值 */
  "rota.addHistory": { args: AddHistory; result: PlanOutcome };
  /** 查看会议 */
  "meetings.list": { args: ListMeetings; result: Page<MeetingRow> };
  /** 查看会议 */
  "meetings.get": { args: ById; result: MeetingView };
  /** 新建会议 */
  "meetings.open": { args: OpenMeeting; result: Meeting };
  /** 修改会议 */
  "meetings.update": { args: UpdateMeeting; result: Meeting };
  /** 保存议题 */
  "meetings.saveItem": { args: SaveItem; result: MeetingItem };
  /** 删除议题 */
  "meetings.removeItem": { args: Versioned; result: Done };
  /** 调整议题次序 */
  "meetings.orderItems": { args: OrderItems; result: Array<MeetingItem> };
  /** 议题转下次会议 */
  "meetings.carryItem": { args: CarryItem; result: MeetingItem };
  /** 发出会议通知 */
  "meetings.notify": { args: NotifyMeeting; result: Meeting };
  /** 复制通知短文 */
  "meetings.noticeText": { args: ById; result: ShortText };
  /** 登记出席情况 */
  "meetings.takeAttendance": { args: TakeAttendance; result: Array<Attendance> };
  /** 更改会议状态 */
  "meetings.setState": { args: SetMeetingState; result: Meeting };
  /** 登记期初会议编号 */
  "meetings.startNumbers": { args: StartNumbers; result: Done };
  /** 起草会议纪要 */
  "meetings.draftMinutes": { args: ById; result: Minutes };
  /** 修改会议纪要 */
  "meetings.editMinutes": { args: EditMinutes; result: Minutes };
  /** 纪要核稿送签 */
  "meetings.moveMinutes": { args: MoveMinutes; result: Minutes };
  /** 登记纪要签发 */
  "meetings.sign": { args: SignMinutes; result: Minutes };
  /** 更正会议纪要 */
  "meetings.correct": { args: CorrectMinutes; result: Minutes };
  /** 添加会议附件 */
  "meetings.attach": { args: AttachFile; result: Attachment };
  /** 移除会议附件 */
  "meetings.detach": { args: Versioned; result: Done };
  /** 打开会议附件 */
  "meetings.attachment": { args: ById; result: FileRef };
  /** 查看交办事项 */
  "assignments.list": { args: ListAssignments; result: Page<AssignmentRow> };
  /** 查看交办事项 */
  "assignments.get": { args: ById; result: AssignmentView };
  /** 保存交办事项 */
  "assignments.save": { args: SaveAssignment; result: AssignmentView };
  /** 登记交办进展 */
  "assignments.step": { args: StepAssignment; result: AssignmentView };
  /** 统计交办事项 */
  "assignments.figures": { args: FiguresPeriod; result: Figures };
  /** 查看可生成的文书 */
  "documents.kinds": { args: NoArgs; result: Array<DocumentKindInfo> };
  /** 查看字体 */
  "documents.fonts": { args: NoArgs; result: FontsView };
  /** 更换字体 */
  "documents.chooseFont": { args: ChooseFont; result: Done };
  /** 查看文书用语 */
  "documents.wording": { args: NoArgs; result: Array<WordingRow> };
  /** 预览文书用语 */
  "documents.previewWording": { args: PreviewWording; result: WordingPreview };
  /** 预览版式 */
  "documents.sample": { args: SampleOptions; result: MadeDocument };
  /** 文书编号发出 */
  "documents.issue": { args: MakeDocument; result: IssuedPaper };
  /** 作废已发文书 */
  "documents.void": { args: VoidIssued; result: IssuedPaper };
  /** 查看发文登记 */
  "documents.issued": { args: ListIssued; result: Array<IssuedPaper> };
  /** 生成文书 */
  "documents.make": { args: MakeDocument; result: MadeDocument };
  /** 查看考评方案 */
  "schemes.list": { args: NoArgs; result: SchemesView };
  /** 保存考评方案 */
  "schemes.save": { args: SaveScheme; result: RatingScheme };
  /** 修订考评方案 */
  "schemes.succeed": { args: SaveScheme; result: RatingScheme };
  /** 停用考评方案 */
  "schemes.retire": { args: RetireRecord; result: RatingScheme };
  /** 查看楼栋考评 */
  "ratings.list": { args: ListRatings; result: Array<RatingRow> };
  /** 开始楼栋考评 */
  "ratings.open": { args: OpenRating; result: RatingPeriod };
  /** 查看考评结果 */
  "ratings.view": { args: ViewRating; result: RatingView };
  /** 查看计分过程 */
  "ratings.explain": { args: ExplainRating; result: Explanation };
  /** 查看评分表 */
  "ratings.scores": { args: ScoresQuery; result: Array<ScoreLine> };
  /** 录入评分 */
  "ratings.saveScores": { args: SaveScores; result: SavedScores };
  /** 导出评分表 */
  "ratings.sheet": { args: ScoresQuery; result: FileRef };
  /** 下载打分表模板 */
  "ratings.template": { args: NoArgs; result: FileRef };
  /** 预览打分表 */
  "ratings.previewScores": { args: PreviewScores; result: ScoresPreview };
  /** 导入打分表 */
  "ratings.importScores": { args: ImportScores; result: ScoresOutcome };
  /** 登记参评情况 */
  "ratings.setStanding": { args: SetStanding; result: RatingEntry };
  /** 保存优秀志愿者 */
  "ratings.saveVolunteers": { args: SaveVolunteers; result: RatingPeriod };
  /** 发布考评结果 */
  "ratings.publish": { args: RatingStep; result: RatingView };
  /** 更正考评结果 */
  "ratings.correct": { args: CorrectRating; result: RatingView };
  /** 归档考评 */
  "ratings.archive": { args: RatingStep; result: RatingView };
  /** 查看挂牌台账 */
  "ratings.flags": { args: ListFlags; result: Array<RatingFlag> };
  /** 登记挂牌摘牌 */
  "ratings.saveFlag": { args: SaveFlag; result: RatingFlag };
  /** 汇总季度年度星级 */
  "ratings.rollUp": { args: RollUpQuery; result: RollUp };
  /** 查看考评走势 */
  "ratings.trend": { args: TrendQuery; result: Trend };
  /** 查看本社区星级 */
  "ratings.community": { args: CommunityQuery; result: CommunityStars };
  /** 查看评选 */
  "selections.list": { args: ListSelections; result: Array<Selection> };
  /** 查看评选 */
  "selections.get": { args: ById; result: SelectionView };
  /** 保存评选 */
  "selections.save": { args: SaveSelection; result: Selection };
  /** 登记提名 */
  "selections.saveNominee": { args: SaveNominee; result: SelectionView };
  /** 确定评选结果 */
  "selections.decide": { args: RatingStep; result: SelectionView };
  /** 查看资源清单 */
  "resources.list": { args: ListResources; result: Page<ResourceRow> };
  /** 保存资源 */
  "resources.save": { args: SaveResource; result: Resource };
  /** 停用资源 */
  "resources.retire": { args: RetireRecord; result: Resource };
  /** 查看需求清单 */
  "needs.list": { args: ListNeeds; result: Page<NeedRow> };
  /** 查看需求 */
  "needs.get": { args: ById; result: NeedView };
  /** 保存需求 */
  "needs.save": { args: SaveNeed; result: Need };
  /** 关闭需求 */
  "needs.close": { args: CloseNeed; result: Need };
  /** 登记认领 */
  "needs.claim": { args: ClaimNeed; result: NeedView };
  /** 退回认领 */
  "needs.withdrawClaim": { args: WithdrawClaim; result: NeedView };
  /** 对接资源 */
  "needs.match": { args: MatchNeed; result: Project };
  /** 查看项目清单 */
  "projects.list": { args: ListProjects; result: Page<ProjectRow> };
  /** 查看项目 */
  "projects.get": { args: ById; result: Project };
  /** 立项 */
  "projects.begin": { args: BeginProject; result: Project };
  /** 保存项目 */
  "projects.save": { args: SaveProject; result: Project };
  /** 登记项目进展 */
  "projects.step": { args: StepProject; result: Project };
  /** 查看共建协议 */
  "agreements.list": { args: ListAgreements; result: Page<AgreementRow> };
  /** 查看共建协议 */
  "agreements.get": { args: ById; result: AgreementView };
  /** 保存共建协议 */
  "agreements.save": { args: SaveAgreement; result: AgreementView };
  /** 终止共建协议 */
  "agreements.end": { args: EndAgreement; result: AgreementView };
  /** 登记季度报告 */
  "agreements.report": { args: SaveReport; result: AgreementView };
  /** 查看合伙人 */
  "partners.list": { args: ListPartners; result: Page<PartnerRow> };
  /** 按类别统计合伙人名单 */
  "partners.counts": { args: ListPartners; result: Array<PartnerCount> };
  /** 查看合伙人 */
  "partners.get": { args: ById; result: PartnerView };
  /** 保存合伙人 */
  "partners.save": { args: SavePartner; result: PartnerView };
  /** 登记合伙人聘任步骤 */
  "partners.step": { args: StepPartner; result: PartnerView };
  /** 批量登记合伙人聘任步骤 */
  "partners.stepMany": { args: StepPartners; result: SteppedPartners };
  /** 停用合伙人 */
  "partners.retire": { args: RetireRecord; result: PartnerView };
  /** 查看合伙人完整电话 */
  "partners.revealPhone": { args: RevealPartnerPhone; result: PartnerPhone };
  /** 查看特长和时间标签 */
  "partners.tags": { args: NoArgs; result: PartnerTags };
  /** 找合伙人 */
  "partners.find": { args: FindPartners; result: FoundPartners };
  /** 统计合伙人服务 */
  "partners.figures": { args: PartnerFiguresQuery; result: PartnerFigures };
  /** 按当前列表导出合伙人 */
  "partners.export": { args: ListPartners; result: FileRef };
  /** 导出合伙人完整电话 */
  "partners.exportPhones": { args: ListPartners; result: FileRef };
  /** 查看服务记录 */
  "services.list": { args: ListServices; result: Page<ServiceView> };
  /** 保存服务记录 */
  "services.save": { args: SaveService; result: ServiceView };
  /** 作废服务记录 */
  "services.retire": { args: RetireRecord; result: ServiceView };
  /** 查看可导入的登记簿 */
  "registers.list": { args: NoArgs; result: Array<RegisterInfo> };
  /** 下载导入模板 */
  "registers.template": { args: OfRegister; result: FileRef };
  /** 导出登记簿 */
  "registers.export": { args: OfRegister; result: FileRef };
  /** 预览导入 */
  "registers.importPreview": { args: PreviewRegister; result: RegisterPreview };
  /** 导入登记簿 */
  "registers.importApply": { args: ApplyRegister; result: RegisterOutcome };
  /** 下载期初套表 */
  "opening.template": { args: NoArgs; result: FileRef };
  /** 查看月度报送 */
  "returns.list": { args: ReturnsMonth; result: Array<ReturnRow> };
  /** 下载月度报送表 */
  "returns.make": { args: MakeReturn; result: FileRef };
  /** 下载全部月度报送表 */
  "returns.makeAll": { args: ReturnsMonth; result: FileRef };
  /** 预览月度报送 */
  "returns.importPreview": { args: PreviewReturn; result: RegisterPreview };
  /** 读入月度报送 */
  "returns.importApply": { args: ApplyReturn; result: RegisterOutcome };
  /** 查看期初数据 */
  "opening.view": { args: OpeningQuery; result: Array<OpeningRow> };
  /** 登记期初数据 */
  "opening.save": { args: SaveOpening; result: OpeningRow };
  /** 查看本月工作台 */
  "desk.view": { args: DeskQuery; result: DeskView };
  /** 查看领导视图 */
  "summary.view": { args: SummaryQuery; result: LeadersView };
  /** 导出领导汇总 */
  "summary.make": { args: SummaryQuery; result: FileRef };
  /** 搜索 */
  "search.find": { args: FindText; result: Array<SearchHit> };
  /** 导出屏幕上的列表 */
  "screen.export": { args: ScreenList; result: FileRef };
  /** 载入示例街道 */
  "demo.load": { args: NoArgs; result: OfficeProfile };
}
