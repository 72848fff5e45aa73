//! 聘书编号: given by the office's rule, one counter a year, never twice.

use super::store;
use crate::documents::fill;
use crate::office::Cx;
use crate::settings::{Counter, OFFICE_ID, OfficeProfile, Rules, next_number, rules};
use crate::wording::WordingKind;
use ground::error::{Error, Result};

/// Stands where the counter's number goes.
const PLACE: &str = "\u{E000}";
/// A number beyond this is a slip of the pen, and raises no counter.
const LARGEST: i64 = 99_999;

/// The office's rule for numbers, ready to use.
pub(super) struct Numbering {
    rules: Rules,
    short: String,
}

impl Numbering {
    pub async fn read(cx: &mut Cx<'_>) -> Result<Self> {
        let office: Option<OfficeProfile> = cx.tx.find(OFFICE_ID).await?;
        let name = office.map(|office| office.name).unwrap_or_default();
        let short = name.strip_suffix("街道").unwrap_or(&name).to_owned();
        Ok(Self {
            rules: rules(cx).await?,
            short,
        })
    }

    fn text(&self, year: i32, number: &str) -> String {
        let year = year.to_string();
        let values = [
            ("街道简称", self.short.as_str()),
            ("年份", &year),
            ("序号", number),
        ];
        fill(&self.rules, WordingKind::PartnerNumber, &values)
    }

    /// The year and count of a number written by this rule.
    fn parse(&self, number: &str, years: impl Iterator<Item = i32>) -> Option<(i32, i64)> {
        years.into_iter().find_map(|year| {
            // The office words its numbers as it likes, so its own rule tells where the count
            // stands.
            let pattern = self.text(year, PLACE);
            let (before, after) = pattern.split_once(PLACE)?;
            let digits = number.strip_prefix(before)?.strip_suffix(after)?;
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let count = digits
                .parse()
                .ok()
                .filter(|count| *count <= LARGEST && plain)?;
            Some((year, count))
        })
    }
}

fn counter(year: i32) -> String {
    format!("partner:{year}")
}

/// Years a ledger's numbers may be of.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;

/// The next number of a year that nobody has.
pub(super) async fn next(cx: &mut Cx<'_>, year: i32) -> Result<String> {
    const MOST_TAKEN: usize = 1_000;
    let numbering = Numbering::read(cx).await?;
    // A number written by hand may stand where the counter is now.
    for _ in 0..MOST_TAKEN {
        let count = next_number(cx, &counter(year), 1).await?;
        let number = numbering.text(year, &count.to_string());
        if store::holders_of(&mut cx.tx, &number).await?.is_empty() {
            return Ok(number);
        }
    }
    Err(Error::state(
        "聘书编号接连重复，请在“设置—文书用语”里检查聘书编号的写法。",
    ))
}

/// Keeps the counters above numbers that came in from elsewhere.
pub(super) async fn respect<'n>(
    cx: &mut Cx<'_>,
    numbers: impl IntoIterator<Item = &'n str>,
) -> Result<()> {
    let numbering = Numbering::read(cx).await?;
    let mut floors = std::collections::BTreeMap::new();
    for number in numbers.into_iter().filter(|number| !number.is_empty()) {
        if let Some((year, count)) = numbering.parse(number, named_years(number)) {
            let floor = floors.entry(year).or_insert(0);
            *floor = count.max(*floor);
        }
    }
    for (year, floor) in floors {
        raise(cx, &counter(year), floor + 1).await?;
    }
    Ok(())
}

/// The years written within a number, so that not every year has to be tried.
fn named_years(number: &str) -> impl Iterator<Item = i32> {
    let digits: Vec<char> = number.chars().collect();
    let years: Vec<i32> = digits
        .windows(4)
        .filter_map(|four| four.iter().collect::<String>().parse().ok())
        .filter(|year| YEARS.contains(year))
        .collect();
    years.into_iter()
}

async fn raise(cx: &mut Cx<'_>, id: &str, next: i64) -> Result<()> {
    let kept: Option<Counter> = cx.tx.find(id).await?;
    // Never down: a number once given is not used again.
    if kept.as_ref().is_some_and(|kept| kept.next >= next) {
        return Ok(());
    }
    let version = kept.map_or(0, |kept| kept.version);
    let raised = Counter {
        id: id.to_owned(),
        version,
        next,
    };
    cx.tx.save(&raised).await?;
    Ok(())
}

/// Refuses a number that another partner has.
///
/// # Errors
/// `Invalid`, naming who has it.
pub(super) async fn refuse_taken(cx: &mut Cx<'_>, number: &str, own: &str) -> Result<()> {
    let holders = store::holders_of(&mut cx.tx, number).await?;
    match holders.iter().find(|(id, _)| id != own) {
        Some((_, name)) => Err(Error::invalid(
            "number",
            format!("编号“{number}”已发给{name}，编号不重复使用，请换一个或由程序编号。"),
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbering(own: Option<&str>) -> Numbering {
        let mut rules = Rules::default();
        if let Some(own) = own {
            rules.wording.insert(WordingKind::PartnerNumber, own.into());
        }
        Numbering {
            rules,
            short: "云溪".into(),
        }
    }

    #[test]
    fn a_number_is_written_and_read_by_the_rule() {
        let numbers = numbering(None);
        assert_eq!(numbers.text(2026, "138"), "云溪合聘〔2026〕138号");
        let parse = |number: &str| numbers.parse(number, named_years(number));
        assert_eq!(parse("云溪合聘〔2026〕138号"), Some((2026, 138)));
        for other in [
            "云溪合聘〔2026〕号",
            "桃源合聘〔2026〕1号",
            "云溪合聘〔2026〕一号",
            "云溪合聘〔2026〕999999号",
            "",
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    #[test]
    fn an_offices_own_rule_is_followed() {
        let numbers = numbering(Some("HHR{{ 年份 }}-{{ 序号 }}"));
        assert_eq!(numbers.text(2026, "7"), "HHR2026-7");
        assert_eq!(
            numbers.parse("HHR2025-12", named_years("HHR2025-12")),
            Some((2025, 12))
        );
    }
}
