use crate::assignments::{Assignment, AssignmentRow, AssignmentState, DueCount, Figures};
use crate::settings::Rules;
use chrono::NaiveDate;
use gongwen::{Align, Block, Column, ColumnWidth, Table};
use ground::calendar::{Month, chinese_date};
use ground::numerals::{chinese_number, short_date};

/// What a report is made from.
pub(super) struct Report<'r> {
    pub rows: &'r [AssignmentRow],
    pub month: Month,
    pub today: NaiveDate,
    /// Figures of each committee as well, in a report on the whole street.
    pub by_committee: bool,
    pub rules: &'r Rules,
    /// Names of committees and units in official order.
    pub order: &'r [String],
}

/// The matters of one committee or unit.
struct Group<'r> {
    name: &'r str,
    rows: Vec<&'r AssignmentRow>,
}

impl Report<'_> {
    /// Figures, overdue matters and praise, in numbered sections; those without content are left out.
    pub(super) fn body(&self) -> Vec<Block> {
        let units = self.ordered(|row| &row.assignment.lead_name);
        let mut sections = vec![("总体情况", self.overall())];
        if self.by_committee {
            let committees = self.ordered(|row| &row.committee);
            let table = self.figures_table("大党委", &committees);
            sections.push(("各大党委落实情况", vec![Block::Table(table)]));
        }
        let table = self.figures_table("主办单位", &units);
        sections.push(("各主办单位落实情况", vec![Block::Table(table)]));
        sections.push(("逾期未办结事项", self.overdue()));
        sections.push(("通报表扬", self.praise(&units)));
        let filled = sections
            .into_iter()
            .filter(|(_, blocks)| !blocks.is_empty());
        let mut blocks = Vec::new();
        for (number, (name, content)) in (1..).zip(filled) {
            let heading = format!("{}、{name}", chinese_number(number));
            blocks.push(Block::heading(1, heading));
            blocks.extend(content);
        }
        blocks
    }

    /// Groups in official order; those who have no place in it come last, as they came.
    fn ordered<'a>(&'a self, name: impl Fn(&'a AssignmentRow) -> &'a String) -> Vec<Group<'a>> {
        let mut groups = grouped(self.rows, name);
        let place = |group: &Group<'_>| self.order.iter().position(|name| name == group.name);
        groups.sort_by_key(|group| place(group).unwrap_or(usize::MAX));
        groups
    }

    fn overall(&self) -> Vec<Block> {
        let figures = self.figures(self.rows.iter());
        let opening = format!(
            "{}应办结议定事项{}项。截至{}，办结率{}，按时办结率{}，逾期{}项。",
            self.month.chinese(),
            figures.due,
            chinese_date(self.today),
            figures.closed.chinese(),
            figures.on_time.chinese(),
            figures.late.part
        );
        let note = "注：应办结为本月到期的事项；办结率为已办结数与应办结数之比；按时办结率为到期（含到期前同意延期）\
                    前办结数与应办结数之比；逾期为到期未办结。";
        vec![Block::paragraph(opening), Block::paragraph(note)]
    }

    fn figures_table(&self, what: &str, groups: &[Group<'_>]) -> Table {
        let row = |(number, group): (usize, &Group<'_>)| {
            let figures = self.figures(group.rows.iter().copied());
            vec![
                number.to_string(),
                group.name.to_owned(),
                figures.due.to_string(),
                figures.closed.chinese(),
                figures.on_time.chinese(),
                figures.late.part.to_string(),
            ]
        };
        Table {
            columns: vec![
                column("序号", 3, Align::Center),
                column(what, 15, Align::Left),
                column("应办结", 4, Align::Center),
                rate("办结率"),
                rate("按时办结率"),
                column("逾期", 3, Align::Center),
            ],
            rows: (1..).zip(groups).map(row).collect(),
            ..Table::default()
        }
    }

    /// What is overdue, as it is; names are criticised only where the office switched that on.
    fn overdue(&self) -> Vec<Block> {
        let late: Vec<&AssignmentRow> = self
            .rows
            .iter()
            .filter(|row| row.assignment.is_late(self.today))
            .collect();
        if late.is_empty() {
            return Vec::new();
        }
        let matter = |(number, row): (usize, &&AssignmentRow)| {
            let a = &row.assignment;
            let content = a.content.trim_end_matches('。');
            let due = short_date(a.due_on, self.today);
            Block::paragraph(format!(
                "{number}.{content}（{}主办，时限{due}）。",
                a.lead_name
            ))
        };
        let mut blocks: Vec<Block> = (1..).zip(&late).map(matter).collect();
        let closing = if self.rules.criticism {
            let names = grouped(late.iter().copied(), |row| &row.assignment.lead_name);
            let names: Vec<&str> = names.iter().map(|group| group.name).collect();
            format!(
                "对上述事项逾期未办结的{}，予以通报批评，请说明原因、限期办结。",
                names.join("、")
            )
        } else {
            "请主办单位加快办理，办结后及时报送；确有困难的，可提请协调。".to_owned()
        };
        blocks.push(Block::paragraph(closing));
        blocks
    }

    /// Units that closed everything due on time, and enough of it by the office's rule.
    fn praise(&self, units: &[Group<'_>]) -> Vec<Block> {
        let least = self.rules.praise_closed;
        let deserves = |group: &&Group<'_>| {
            let figures = self.figures(group.rows.iter().copied());
            figures.due >= least && figures.on_time.part == figures.due
        };
        let names: Vec<&str> = units.iter().filter(deserves).map(|g| g.name).collect();
        // 0 asks for no praise: as a least number it would praise those of whom nothing was due.
        if least < 1 || names.is_empty() {
            return Vec::new();
        }
        vec![Block::paragraph(format!(
            "{}本月应办结事项不少于{least}项且全部按时办结，予以表扬。",
            names.join("、")
        ))]
    }

    fn figures<'a>(&self, rows: impl Iterator<Item = &'a AssignmentRow>) -> Figures {
        // By the one definition of the figures: paper and screen must not differ.
        let count = |row: &AssignmentRow| DueCount {
            state: row.assignment.state,
            due_on: row.assignment.due_on,
            closed_on: row.assignment.closed_on,
            count: 1,
        };
        Figures::of(&rows.map(count).collect::<Vec<_>>(), self.today)
    }

    /// Every matter with where it stands, for the attachment.
    pub(super) fn details(&self) -> Table {
        let line = |(number, row): (usize, &AssignmentRow)| {
            vec![
                number.to_string(),
                row.committee.clone(),
                row.assignment.content.clone(),
                row.assignment.lead_name.clone(),
                short_date(row.assignment.due_on, self.today),
                standing(&row.assignment, self.today).into(),
            ]
        };
        Table {
            columns: vec![
                column("序号", 3, Align::Center),
                column("大党委", 4, Align::Center),
                column("事项", 13, Align::Left),
                column("主办", 6, Align::Left),
                column("时限", 5, Align::Center),
                column("进展", 4, Align::Center),
            ],
            rows: (1..).zip(self.rows).map(line).collect(),
            ..Table::default()
        }
    }
}

fn grouped<'r>(
    rows: impl IntoIterator<Item = &'r AssignmentRow>,
    name: impl Fn(&'r AssignmentRow) -> &'r String,
) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for row in rows {
        let name = name(row).as_str();
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group {
                name,
                rows: vec![row],
            }),
        }
    }
    groups
}

fn column(title: &str, share: u16, align: Align) -> Column {
    Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align,
    }
}

/// As wide as a rate is long.
fn rate(title: &str) -> Column {
    Column {
        width: ColumnWidth::Auto,
        ..column(title, 0, Align::Center)
    }
}

fn standing(assignment: &Assignment, today: NaiveDate) -> &'static str {
    match assignment.state {
        AssignmentState::Closed => "已办结",
        _ if assignment.is_late(today) => "逾期",
        AssignmentState::Claimed => "待审核",
        _ => "办理中",
    }
}
