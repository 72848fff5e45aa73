//! Papers of partners by their kinds: 聘书 for people, 授牌 and 合作协议 for units and shops, 名册,
//! 服务记录证明, 年度服务统计, 暖心商户联盟. No phone stands on any of them.

mod agreement;
mod certificate;
mod kinds;
mod proof;
mod roster;
mod year;

use agreement::agreement;
use certificate::{certificate, plaque};
pub(super) use kinds::PAPERS;
use proof::proof;
use roster::{merchants, roster};
use year::year_figures;

use super::commands::{community_names, within_reach};
use super::{Partner, PartnerStep};
use crate::committees::sender_of_community;
use crate::documents::{fill, info, page_options};
use crate::office::Cx;
use crate::settings::{OFFICE_ID, OfficeProfile, Rules, rules};
use crate::wording::WordingKind;
use chrono::{NaiveDate, NaiveDateTime};
use gongwen::{Align, Column, ColumnWidth, Document, Format, PageNumbers, PageOptions};
use ground::error::{Error, Result};

/// What every paper about one partner needs.
struct Matter {
    partner: Partner,
    /// Its community; empty for one of the whole street.
    community: String,
    /// Whose name stands under the paper.
    body: String,
    /// Whether another partner has the same name.
    namesakes: bool,
    rules: Rules,
}

async fn matter(cx: &mut Cx<'_>, id: &str) -> Result<Matter> {
    let partner = within_reach(cx, id).await?;
    let names = community_names(cx).await?;
    let community = partner
        .community_id
        .as_ref()
        .and_then(|id| names.get(id).cloned());
    let sender = sender_of_community(cx, partner.community_id.as_deref()).await?;
    let body = match sender {
        Some(sender) => sender.head.name(),
        None => office_name(cx).await?,
    };
    let others = "SELECT COUNT(*) FROM partner WHERE name = $1 AND id <> $2";
    let same = vec![(&partner.name).into(), (&partner.id).into()];
    let namesakes = cx.tx.number(others, same).await? > 0;
    Ok(Matter {
        partner,
        namesakes,
        community: community.unwrap_or_default(),
        body,
        rules: rules(cx).await?,
    })
}

async fn office_name(cx: &mut Cx<'_>) -> Result<String> {
    let office: OfficeProfile = cx.tx.get(OFFICE_ID).await?;
    Ok(office.name)
}

impl Matter {
    /// `聘书 孙玥`; where others have the name, with the number, else the community, so that the
    /// file of one does not overwrite that of another.
    fn file_name(&self, word: &str) -> String {
        let Partner { name, number, .. } = &self.partner;
        let apart = if number.is_empty() {
            &self.community
        } else {
            number
        };
        match self.namesakes && !apart.is_empty() {
            true => format!("{word} {name}（{apart}）"),
            false => format!("{word} {name}"),
        }
    }

    /// The last 聘任 or 续聘 of one who serves.
    ///
    /// # Errors
    /// `State` for one who does not serve.
    fn appointment(&self, paper: &str) -> Result<&PartnerStep> {
        let partner = &self.partner;
        let last = partner.steps.iter().rev().find(|step| step.state.serves());
        last.filter(|_| partner.state.serves()).ok_or_else(|| {
            Error::state(format!(
                "{}现为“{}”，登记聘任后才能印{paper}。",
                partner.name,
                partner.state.chinese()
            ))
        })
    }

    /// Refuses a paper that is not for this kind.
    fn is_for(&self, people: bool, instead: &str) -> Result<()> {
        let partner = &self.partner;
        if partner.kind.is_person() == people {
            return Ok(());
        }
        Err(Error::state(format!(
            "{}是{}，请改用{instead}。",
            partner.name,
            partner.kind.chinese()
        )))
    }

    /// The ends of the term; empty where they are not known.
    fn ends(&self) -> [String; 2] {
        let partner = &self.partner;
        [partner.term_from, partner.term_to]
            .map(|day| day.map(|day| day.to_string()).unwrap_or_default())
    }

    /// `2026年1月至2028年12月`; empty where either end is not known.
    fn term(&self) -> String {
        let [from, to] = self.ends();
        if from.is_empty() || to.is_empty() {
            String::new()
        } else {
            format!("{from}至{to}")
        }
    }

    fn fill(&self, kind: WordingKind) -> String {
        let partner = &self.partner;
        let [from, to] = self.ends();
        let term = self.term();
        let skills = partner.skills.0.join("、");
        let offered = [&partner.services, &skills, &partner.discount];
        let services = offered.into_iter().find(|text| !text.is_empty());
        let services = services.map(|text| text.replace('\n', "、"));
        let services = services.unwrap_or_default();
        let services = services.trim_end_matches('。');
        let values = [
            ("名称", partner.name.as_str()),
            ("类别", partner.kind.chinese()),
            ("社区", &self.community),
            ("服务", services),
            ("开始", &from),
            ("结束", &to),
            ("聘期", &term),
            ("编号", &partner.number),
            ("单位", &self.body),
        ];
        fill(&self.rules, kind, &values)
    }

    /// A paper of this partner without a red mark.
    fn plain(&self, title: &str, made: NaiveDateTime) -> Document {
        plain(&self.rules, &self.body, title, &self.partner.id, made)
    }

    /// A landscape page without a number, for what is framed or hung up.
    fn card(&self, title: &str, made: NaiveDateTime) -> Document {
        let document = self.plain(title, made);
        Document {
            title: String::new(),
            page: PageOptions {
                landscape: true,
                numbers: PageNumbers::None,
                ..document.page
            },
            ..document
        }
    }
}

fn plain(rules: &Rules, author: &str, title: &str, record: &str, made: NaiveDateTime) -> Document {
    Document {
        format: Format::Plain,
        page: page_options(rules),
        info: info(title, author, "城市社区合伙人", made, record),
        title: title.into(),
        ..Document::default()
    }
}

fn column(title: &str, share: u16, align: Align) -> Column {
    Column {
        title: title.into(),
        width: ColumnWidth::Share(share),
        align,
    }
}

/// `2026年1月1日至2026年11月20日`.
fn span_text(from: NaiveDate, to: NaiveDate) -> String {
    let day = ground::calendar::chinese_date;
    format!("{}至{}", day(from), day(to))
}

/// Minutes as hours with at most one decimal: `1.5`, `2`.
pub(crate) fn hours(minutes: i64) -> String {
    let tenths = (minutes + 3) / 6;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_at_most_one_decimal() {
        let shown = [0, 20, 45, 60, 90, 50, 1590].map(hours);
        assert_eq!(shown, ["0", "0.3", "0.8", "1", "1.5", "0.8", "26.5"]);
    }
}
