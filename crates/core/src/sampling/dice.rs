//! Countable chance, and the names it draws.

/// A seeded sequence (SplitMix64): the same seed gives the same street on every machine.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A sequence of its own.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `limit`, which is at least 1.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from(self.next() % limit).unwrap_or_default()
    }

    /// One of several characters or words.
    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    /// A person's name; about one in eight holds a character beyond the common ones.
    pub fn person(&mut self) -> String {
        let family = self.pick(FAMILY);
        let given = match self.below(8) {
            0 => self.pick(RARE).to_owned(),
            1 | 2 => self.pick(GIVEN).to_owned(),
            _ => [self.pick(FIRST), self.pick(GIVEN)].concat(),
        };
        format!("{family}{given}")
    }

    /// A mobile number of a range that is given to nobody.
    pub fn phone(&mut self) -> String {
        format!("139000{:05}", self.below(100_000))
    }
}

const FAMILY: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "程", "沈", "苏",
    "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶",
];

const FIRST: &[&str] = &[
    "志", "建", "文", "明", "晓", "雅", "思", "国", "家", "海", "春", "丽", "永", "佳", "子", "立",
    "学", "玉",
];

const GIVEN: &[&str] = &[
    "华", "军", "敏", "静", "强", "芳", "磊", "洋", "艳", "勇", "娟", "涛", "霞", "平", "刚", "燕",
    "辉", "玲", "鹏", "慧", "宁", "峰", "琳", "斌", "梅", "凯", "婷", "健", "洁", "波",
];

const RARE: &[&str] = &["玥", "堃", "昇", "祎", "䶮", "𬱖", "垚", "璟", "喆", "龑"];
