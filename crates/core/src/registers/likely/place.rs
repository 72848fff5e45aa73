//! What a name says of its place: 云溪区教育局 is the 教育局 of 云溪区.

/// Signs of a place, from the widest on; one name has each once at most.
const SIGNS: [&str; 4] = ["市", "区", "县", "街道"];
/// Most characters of a place's own name.
const LONGEST: usize = 3;
/// Shortest rest that is a name of its own.
const SHORTEST: usize = 2;

/// The places that a name begins with, each by its sign and own name, which may be left out (区教育局).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(Vec<(&'static str, String)>);

impl Place {
    /// Whether both may be one place, this one told no more exactly than the other.
    pub fn may_be(&self, other: &Self) -> bool {
        let told = |(sign, name): &(&str, String)| {
            let mut others = other.0.iter();
            others.any(|(known, whole)| known == sign && (name.is_empty() || name == whole))
        };
        let same_end = self.0.last().map(|last| last.0) == other.0.last().map(|last| last.0);
        self.0.is_empty() || (same_end && self.0.iter().all(told))
    }
}

/// A name parted into its place and what stands there.
pub(super) fn parted(name: &str) -> (Place, String) {
    let (mut place, mut rest) = (Place::default(), name);
    for sign in SIGNS {
        if let Some((own, after)) = first_place(rest, sign) {
            place.0.push((sign, own.to_owned()));
            rest = after;
        }
    }
    (place, rest.to_owned())
}

fn first_place<'n>(name: &'n str, sign: &str) -> Option<(&'n str, &'n str)> {
    let (own, rest) = name.split_once(sign)?;
    let is_place = own.chars().count() <= LONGEST && rest.chars().count() >= SHORTEST;
    // 市场监管局 and 社区卫生中心 name no place.
    let is_word = match sign {
        "市" => rest.starts_with(['场', '民', '政', '容']) || own.ends_with('城'),
        _ => own.ends_with(['社', '小', '园', '校', '厂', '景', '辖']),
    };
    (is_place && !is_word).then_some((own, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_parted_into_its_place_and_the_rest() {
        for (name, rest, places) in [
            ("云溪区教育局", "教育局", 1),
            ("临江市云溪区教育局", "教育局", 2),
            ("区教育局", "教育局", 1),
            ("市场监督管理局", "市场监督管理局", 0),
            ("区市场监督管理局", "市场监督管理局", 1),
            ("听雨社区卫生服务中心", "听雨社区卫生服务中心", 0),
            ("城市管理综合执法局", "城市管理综合执法局", 0),
            ("中国工商银行云溪区支行", "中国工商银行云溪区支行", 0),
        ] {
            let (place, found) = parted(name);
            assert_eq!((found.as_str(), place.0.len()), (rest, places), "{name}");
        }
    }
}
