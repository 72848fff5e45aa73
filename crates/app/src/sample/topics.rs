//! Topics that communities really have on the table, with who does what.

use tongxin_core::meetings::ItemSource;
use tongxin_core::units::SeatRow;

/// A topic: how it is put forward, talked over and decided.
pub(super) struct Topic {
    pub title: &'static str,
    pub source: ItemSource,
    pub background: &'static str,
    /// What three of the members say.
    pub says: [&'static str; 3],
    pub decision: &'static str,
    pub tasks: &'static [Task],
}

/// What comes out of a topic.
pub(super) struct Task {
    pub content: &'static str,
    /// Words in the names of units that suit it, best first.
    pub lead: &'static [&'static str],
    /// The result when it is done.
    pub result: &'static str,
    /// Working days given.
    pub days: usize,
}

impl Task {
    /// The unit whose name suits it best.
    pub fn suited<'a>(&self, seats: &'a [SeatRow]) -> Option<&'a SeatRow> {
        let named = |word: &&str| seats.iter().find(|seat| seat.unit_name.contains(*word));
        self.lead.iter().find_map(named)
    }
}

/// Two topics whose tasks suit units of the committee at this place of the street; other two at
/// each of its meetings, until it has had all that suit it.
pub(super) fn suited_topics(
    seats: &[SeatRow],
    place: usize,
    meeting: usize,
) -> impl Iterator<Item = &'static Topic> {
    let suits = |topic: &&Topic| topic.tasks.iter().all(|task| task.suited(seats).is_some());
    let all = TOPICS
        .iter()
        .cycle()
        .skip(place % TOPICS.len())
        .take(TOPICS.len());
    let mut fit: Vec<&Topic> = all.filter(suits).collect();
    if fit.len() < 2 {
        fit = TOPICS.iter().collect();
    }
    fit.into_iter().cycle().skip(meeting * 2).take(2)
}

static TOPICS: [Topic; 8] = [
    Topic {
        title: "关于新建电动自行车集中充电车棚的议题",
        source: ItemSource::Resident,
        background: "北区6栋楼共有电动自行车210余辆，现有充电插口48个，居民反映下班后充电排队时间长。",
        says: [
            "北区绿化带东侧有闲置硬化地面，可以建车棚，不占消防通道。",
            "用电容量可以满足，线路敷设需要提前踏勘。",
            "建成后按物价部门公示标准收费，夜间有人巡查。",
        ],
        decision: "同意在北区东侧新建集中充电车棚一处，收费标准建成前向居民公示。",
        tasks: &[
            Task {
                content: "完成北区充电车棚选址公示和建设，设置充电插口60个、灭火器材4组",
                lead: &["物业", "城投", "公司"],
                result: "车棚已建成启用，设充电插口60个、灭火器材4组，收费标准已公示。",
                days: 20,
            },
            Task {
                content: "完成车棚用电踏勘和线路敷设",
                lead: &["供电", "燃气", "水务"],
                result: "线路敷设完成并通过验收，已通电。",
                days: 12,
            },
        ],
    },
    Topic {
        title: "关于飞线充电和楼道停放整治的议题",
        source: ItemSource::Resident,
        background: "排查发现飞线充电23处、楼道内停放电动自行车31辆，主要集中在老楼和出租房较多的单元。",
        says: [
            "建议先劝导、后清理，给居民留出一周时间。",
            "可以派员进楼入户讲解火灾案例，配发宣传单。",
            "志愿者可以分楼包户，帮助行动不便的老人挪车。",
        ],
        decision: "开展为期一个月的集中整治，坚持疏堵结合，先引导到新建车棚，再清理飞线。",
        tasks: &[
            Task {
                content: "逐单元清理飞线充电，张贴提示并建立每周巡查记录",
                lead: &["执法", "派出所", "物业"],
                result: "23处飞线全部清除，巡查三周未见反弹。",
                days: 15,
            },
            Task {
                content: "组织消防安全进楼道宣讲不少于4场，覆盖全部老楼单元",
                lead: &["消防", "派出所", "卫生"],
                result: "已宣讲5场，参加居民260余人次。",
                days: 10,
            },
        ],
    },
    Topic {
        title: "关于老旧楼栋加装电梯的议题",
        source: ItemSource::Resident,
        background: "3栋2单元、5栋1单元居民提出加装电梯，60岁以上住户占四成，低层住户对采光和噪声有顾虑。",
        says: [
            "申报政策和补贴标准可以到现场讲清楚，一户一策答疑。",
            "低层住户的意见要单独听，方案图要让大家看得懂。",
            "管线迁改涉及多家单位，建议由街道牵头一次协调。",
        ],
        decision: "两个单元先行试点，由社区组织居民协商，达成一致后按规定申报，不搞强推。",
        tasks: &[
            Task {
                content: "为两个试点单元提供加装电梯政策咨询，协助完成方案公示和申报材料",
                lead: &["住房", "建筑", "城投"],
                result: "两个单元均已完成方案公示，申报材料已受理。",
                days: 18,
            },
            Task {
                content: "召开低层住户协商会，形成意见清单和答复",
                lead: &["业委会", "业主", "社工"],
                result: "召开协商会2次，7条意见逐条答复，住户签字确认。",
                days: 10,
            },
        ],
    },
    Topic {
        title: "关于共建单位错时开放停车位的议题",
        source: ItemSource::Unit,
        background: "小区夜间停车缺口约120个，周边单位院内车位夜间和周末大多空置。",
        says: [
            "单位院内可在18时至次日8时开放30个车位。",
            "要有登记和应急挪车办法，避免影响次日上班。",
            "可以统一印制临时停车证，先试行一个季度。",
        ],
        decision: "按“错时开放、登记使用、自愿参与”的办法试行一个季度，期满评估后再定。",
        tasks: &[
            Task {
                content: "制定错时停车管理办法，办理首批停车登记不少于50户",
                lead: &["物业", "城管", "公司"],
                result: "管理办法已公示，首批登记56户。",
                days: 12,
            },
            Task {
                content: "夜间开放单位院内车位30个，设置引导标识",
                lead: &["局", "银行", "中心"],
                result: "已开放车位32个，标识到位，运行平稳。",
                days: 8,
            },
        ],
    },
    Topic {
        title: "关于社区课后托管和假期看护的议题",
        source: ItemSource::Resident,
        background: "双职工家庭反映放学后到下班前孩子无人照看，已登记有需求的学生46名。",
        says: [
            "学校可以选派志愿教师每周两次辅导作业。",
            "社区活动室能容纳30人，需要配桌椅和护栏。",
            "志愿者须统一培训、签订承诺书，接送要有登记。",
        ],
        decision: "在社区活动室开办公益托管点，每周一至周五开放，免费服务，名额优先双职工和困难家庭。",
        tasks: &[
            Task {
                content: "选派志愿教师，排出托管点每周课程表",
                lead: &["小学", "中学", "学校", "教育"],
                result: "6名教师报名，课程表已排定并试行两周。",
                days: 10,
            },
            Task {
                content: "改造社区活动室，配齐桌椅、护栏和急救箱",
                lead: &["文化", "图书", "公司", "中心"],
                result: "改造完成，桌椅30套、护栏和急救箱已配齐。",
                days: 15,
            },
        ],
    },
    Topic {
        title: "关于设立暖心助餐点的议题",
        source: ItemSource::Unit,
        background: "辖区75岁以上独居和空巢老人132名，调查中58名愿意在社区用午餐。",
        says: [
            "后厨可以每天供应60份午餐，送餐半径一公里以内。",
            "老人餐的油盐和软硬要有标准，可以请营养医师把关。",
            "食品安全要有留样和追溯，接受居民监督。",
        ],
        decision: "依托成员单位食堂设立助餐点，先试行午餐，价格和菜谱每周公示。",
        tasks: &[
            Task {
                content: "完成助餐点食品经营备案，每周公示菜谱和价格",
                lead: &["餐饮", "食品", "为老", "护理"],
                result: "备案完成，助餐点已开餐，日均用餐52人。",
                days: 15,
            },
            Task {
                content: "为用餐老人建立健康档案，每月提供一次营养指导",
                lead: &["医院", "卫生", "护理"],
                result: "已建档58份，开展营养指导1次。",
                days: 20,
            },
        ],
    },
    Topic {
        title: "关于清理楼道堆物、畅通生命通道的议题",
        source: ItemSource::Office,
        background: "排查发现14个单元楼道堆放杂物，2处消防通道被花箱和废旧家具占用。",
        says: [
            "可以免费提供清运车辆两台，集中清运一个周末。",
            "先逐户告知，确属弃置的再清，避免误清。",
            "清理后要有人管，楼栋长每周看一遍。",
        ],
        decision: "利用一个周末集中清理，清理后由楼栋党小组负责日常维护。",
        tasks: &[Task {
            content: "集中清运14个单元楼道杂物，恢复2处消防通道",
            lead: &["城管", "园林", "物业", "执法"],
            result: "清运杂物11车，2处消防通道全部恢复。",
            days: 10,
        }],
    },
    Topic {
        title: "关于开展反诈和养老金融知识进楼栋的议题",
        source: ItemSource::Unit,
        background: "近期有居民接到冒充客服的诈骗电话，老年居民对理财产品辨别能力不足。",
        says: [
            "网点可以设老年人服务专窗，派员上门讲解。",
            "典型案例要用身边的话讲，印成大字版。",
            "宣讲只讲防范，不得推销任何产品。",
        ],
        decision: "以楼栋为单位分批宣讲，内容须经社区审核，一律不得推介产品。",
        tasks: &[Task {
            content: "分楼栋开展反诈宣讲6场，发放大字版手册500份",
            lead: &["银行", "财险", "派出所", "司法"],
            result: "已宣讲6场，发放手册500份，老年居民参加210人次。",
            days: 15,
        }],
    },
];
