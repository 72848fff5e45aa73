//! What each paper must hold, by its kind: words that stand on it whatever it is about.

/// Words of a paper without spaces and line ends; cells of tables only where they are short.
pub fn words(kind: &str) -> &'static [&'static str] {
    of_meeting(kind)
        .or_else(|| of_duty_and_matter(kind))
        .or_else(|| of_committee(kind))
        .or_else(|| of_buildings(kind))
        .or_else(|| of_partner(kind))
        .unwrap_or_else(|| panic!("nothing is said of what {kind} must hold"))
}

type Words = Option<&'static [&'static str]>;

fn of_meeting(kind: &str) -> Words {
    Some(match kind {
        "notice" => &[
            "〔2026〕",
            "关于召开",
            "次联席会议的通知",
            "时间：",
            "地点：",
            "主持人：",
            "参会人员：",
            "会议议程",
            "有关要求",
            "附件：回执",
            "联系人：",
            "电话：",
            "联系电话",
        ],
        "topic_sheet" => &[
            "议题征集表",
            "提出单位",
            "议题",
            "背景情况",
            "希望",
            "提出人",
        ],
        "agenda" => &["议程", "时间：", "地点：", "主持人：", "一、", "二、"],
        "script" => &["主持词", "同志们", "议程", "一项", "散会"],
        "sign_in" => &[
            "签到表",
            "时间：",
            "地点：",
            "序号",
            "单位",
            "姓名",
            "职务",
            "签名",
        ],
        "name_cards" => &[],
        "record" => &[
            "内部资料",
            "时间：",
            "地点：",
            "主持人：",
            "记录人：",
            "出席：",
            "请假：",
            "讨论情况：",
            "议定事项：",
            "交办：",
            "主持人签名",
            "记录人签名",
        ],
        "minutes" => &[
            "联席会议纪要",
            "第",
            "期",
            "会议传达学习了",
            "会议听取了",
            "会议研究了",
            "会议议定",
            "出席：",
            "请假：",
            "分送：",
            "印发",
        ],
        "approval_slip" => &[
            "发文稿纸",
            "文件标题",
            "期号",
            "份数",
            "拟稿",
            "核稿",
            "会签",
            "签发",
        ],
        "meeting_set" => &[
            "的通知",
            "主持词",
            "签到表",
            "内部资料",
            "会议纪要",
            "发文稿纸",
        ],
        _ => return None,
    })
}

fn of_duty_and_matter(kind: &str) -> Words {
    Some(match kind {
        "rota_table" => &[
            "年度轮值表",
            "1月",
            "12月",
            "注：",
            "联络一览",
            "轮值单位",
            "轮值月份",
            "联络员",
            "联系电话",
        ],
        "turn_notice" => &[
            "轮值工作的通知",
            "轮值职责",
            "轮值主题",
            "计划活动",
            "联席会议：",
            "联系人：",
            "电话：",
        ],
        "turn_summary" => &[
            "轮值小结",
            "完成情况",
            "交接事项",
            "下月轮值单位",
            "交出单位",
            "接收单位",
        ],
        "assignment" | "reminder" => &[
            "根据",
            "联席会议议定",
            "事项：",
            "来源：",
            "主办：",
            "办理时限：",
            "附件：",
            "负责人签字",
            "经办人及电话",
            "联系人：",
        ],
        "progress_report" => &[
            "总体情况",
            "应办结",
            "办结率",
            "按时办结率",
            "各主办单位落实情况",
            "逾期",
            "附件：",
        ],
        _ => return None,
    })
}

fn of_committee(kind: &str) -> Words {
    Some(match kind {
        "liaisons" => &["联络员通讯录", "序号", "单位", "席位", "联络员"],
        "member_filing" => &[
            "推荐（备案）表",
            "姓名",
            "单位",
            "推荐时间",
            "审批时间",
            "备案时间",
        ],
        "appointments" => &["聘书", "同志：", "聘任您", "兼职委员", "特发此证", "2026年"],
        "review_sheet" => &["双述双评测评表", "述职人", "优秀", "良好", "一般", "较差"],
        "archive_list" => &["归档文件目录", "件号", "文号", "责任者", "题名", "日期"],
        "three_lists" => &["资源清单", "需求清单", "项目清单"],
        "agreement" => &[
            "共建协议书",
            "甲方：",
            "乙方：",
            "双方职责",
            "协议期限",
            "签订日期：",
        ],
        "quarterly_report" => &[
            "报告表",
            "协议期限",
            "报告季度",
            "工作开展情况",
            "存在的困难",
            "报告日期",
        ],
        _ => return None,
    })
}

fn of_buildings(kind: &str) -> Words {
    Some(match kind {
        "rating_report" => &[
            "考评情况的通报",
            "总体情况",
            "按《",
            "名次",
            "流动小红旗",
            "★",
            "内容校验值",
        ],
        "score_sheets" => &["考评评分表", "评分楼栋", "评分人"],
        "honour_roll" => &["光荣榜", "流动小红旗"],
        "rating_year" => &["年度楼栋星级表", "名次", "楼栋", "星级"],
        "selection_result" => &["评选", "名次", "得票", "入选"],
        "post_roster" => &[
            "两长三员",
            "楼栋",
            "党小组长",
            "楼栋长",
            "安全员",
            "卫生员",
            "物管员",
        ],
        _ => return None,
    })
}

fn of_partner(kind: &str) -> Words {
    Some(match kind {
        "partner_certificate" => &[
            "聘书",
            "编号：",
            "同志：",
            "聘请您为",
            "聘期自",
            "特发此证",
            "日",
        ],
        "partner_plaque" => &["授予", "编号：", "有效期：", "日"],
        "partner_agreement" => &[
            "合作协议",
            "甲方：",
            "乙方：",
            "合作内容",
            "协议期限",
            "签订日期：",
        ],
        "partner_roster" => &["合伙人名册", "名称", "社区", "服务时间", "聘书编号", "状态"],
        "service_proof" => &[
            "兹证明",
            "累计服务时长",
            "特此证明",
            "日期",
            "服务内容",
            "小时",
            "确认人",
        ],
        "partner_year" => &["服务统计", "合计", "统计口径"],
        "merchant_list" => &["暖心商户联盟名单", "商户", "优惠内容", "有效期至"],
        _ => return None,
    })
}
