//! Sample documents that the tests measure and the example writes.
#![allow(dead_code)]

use chrono::NaiveDate;
use gongwen::{
    Align, Attachment, AttendanceLine, Block, Colophon, Column, ColumnWidth, Document, Format,
    Info, IssuerLine, PageNumbers, PageOptions, Role, Signature, Span, Table,
};

/// Complete minutes of three pages.
pub fn minutes() -> Document {
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap_or_default();
    Document {
        format: Format::Minutes,
        mark: Some("听雨社区“大党委”联席会议纪要".into()),
        issue: Some("第11期".into()),
        issuer_line: Some(IssuerLine {
            issuer: "中共听雨社区委员会".into(),
            date: "2026年11月26日".into(),
        }),
        title: "听雨社区“大党委”2026年第11次联席会议纪要".into(),
        body: minutes_body(),
        attendance: attendance(),
        colophon: Some(Colophon {
            distribution_label: "分送".into(),
            distribution: [
                "各成员单位党组织",
                "街道党工委",
                "社区“两委”成员",
                "各网格党支部",
            ]
            .map(str::to_owned)
            .to_vec(),
            printer: "中共听雨社区委员会".into(),
            printed_on: day,
        }),
        info: Info {
            title: "听雨社区“大党委”2026年第11次联席会议纪要".into(),
            author: "中共听雨社区委员会".into(),
            subject: "会议纪要".into(),
            created: day.and_hms_opt(10, 30, 0).unwrap_or_default(),
            identifier: "0190a5f27a3b7c008000000000000001".into(),
        },
        ..Document::default()
    }
}

fn minutes_body() -> Vec<Block> {
    let run_in = |lead: &str, text: &str| Block::RunIn {
        level: 2,
        lead: lead.into(),
        text: text.into(),
    };
    vec![
        Block::paragraph(
            "2026年11月25日下午，听雨社区“大党委”在社区二楼会议室召开第11次联席会议，轮值单位农商银行车城支行孙玥同志主持会议，社区党委书记王堃同志出席会议并讲话。会议听取了上次议定事项落实情况，研究了飞线充电整治等4项议题。现将会议议定事项纪要如下：",
        ),
        Block::heading(1, "一、上次议定事项落实情况"),
        Block::paragraph(
            "会议听取了第10次联席会议议定事项落实情况的汇报。议定事项3项，已办结2项，办理中1项，办结率66.7%。",
        ),
        run_in(
            "（一）已办结。",
            "半山尚小区门口安装红绿灯，由区交警大队主办，11月6日办结，群众满意；听雨苑小区“一老一小”活动室改造，由市财政局主办，11月18日办结。",
        ),
        run_in(
            "（二）办理中。",
            "地下车库渗水维修，由恒信物业主办，完成时限11月30日。",
        ),
        Block::heading(1, "二、关于飞线充电整治"),
        Block::paragraph(
            "会议研究了飞线充电整治工作。会议指出，近期社区网格员巡查发现飞线充电37处，集中在北区3号楼、5号楼和听雨苑——其中老旧楼栋占八成以上……必须疏堵结合、标本兼治。",
        ),
        Block::paragraph(
            "会议议定，由恒信物业牵头、车城供电所配合，于12月20日前在北区加装充电箱6台；社区网格员每周巡查不少于两次，发现问题当日反馈。",
        ),
        Block::heading(1, "三、关于城市社区合伙人招募"),
        Block::paragraph(
            "会议同意聘任李昇等5名同志为专业人才合伙人，聘期两年，由社区党委颁发聘书并向社会公布。会议强调，合伙人招募要坚持“公开、自愿、择优”的原则，严格审核把关，做好跟踪服务，切实发挥合伙人在议事协商、矛盾调解、志愿服务等方面的作用。",
        ),
        Block::heading(1, "四、关于冬季消防安全"),
        Block::paragraph(
            "会议传达学习了《关于加强冬季消防安全工作的通知》（云消〔2026〕18号）精神。会议强调，各成员单位要压实责任，立即开展一次全面排查，重点检查消防通道、电气线路、燃气设施；社区要建立隐患台账，实行销号管理，12月15日前完成第一轮整改。",
        ),
        Block::paragraph(
            "会议议定，由区消防救援大队指导、恒信物业主办，12月10日前组织一次疏散演练，覆盖听雨苑、半山尚、艳湖里3个小区；由国药医院配合，现场讲授急救知识。",
        ),
        Block::heading(1, "五、其他事项"),
        Block::paragraph(
            "会议确定，第12次联席会议由东风小学轮值主持，于12月下旬召开，请各成员单位于12月15日前报送议题。",
        ),
    ]
}

fn attendance() -> Vec<AttendanceLine> {
    let line = |label: &str, text: &str| AttendanceLine {
        label: label.into(),
        text: text.into(),
    };
    vec![
        line(
            "出席",
            "听雨社区王堃、刘静，农商银行孙玥，市财政局周磊，东风小学高敏，国药医院郭燕（代马祎），区司法局林涛，区交警大队赵龑，车城供电所陈𬱖，区消防救援大队阿卜杜拉·买买提",
        ),
        line("请假", "恒信物业罗强"),
        line("列席", "业主代表张䶮、何垚"),
    ]
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 5).unwrap_or_default()
}

fn info(title: &str) -> Info {
    Info {
        title: title.into(),
        author: "中共听雨社区委员会".into(),
        created: day().and_hms_opt(9, 0, 0).unwrap_or_default(),
        identifier: "0190a5f27a3b7c008000000000000002".into(),
        ..Info::default()
    }
}

/// A notice with two attachments, the second on a turned page.
pub fn notice() -> Document {
    let title = "关于召开听雨社区“大党委”2026年第3次联席会议的通知";
    Document {
        format: Format::Notice,
        mark: Some("中共听雨社区委员会文件".into()),
        number: Some("听雨社区委〔2026〕5号".into()),
        title: title.into(),
        addressee: Some("各成员单位党组织".into()),
        body: vec![
            Block::paragraph(
                "经研究，定于2026年3月20日召开听雨社区“大党委”第3次联席会议。现将有关事项通知如下：",
            ),
            Block::heading(1, "一、会议时间和地点"),
            Block::paragraph("2026年3月20日（星期五）15:00，社区二楼会议室，会期2小时。"),
            Block::heading(1, "二、会议议程"),
            Block::heading(2, "（一）听取情况"),
            Block::paragraph("1.听取第2次联席会议议定事项落实情况。\n2.听取第一季度轮值工作小结。"),
            Block::heading(2, "（二）研究事项"),
            Block::paragraph("1.研究老旧小区加装电梯工作。\n2.研究“城市社区合伙人”招募方案。"),
            Block::heading(1, "三、参会人员"),
            Block::paragraph(
                "各成员单位党组织书记或兼职委员，社区“两委”成员。请参会人员提前10分钟入场，因故不能参加的，请于3月18日前书面请假并安排同志代会。",
            ),
        ],
        signature: Some(Signature {
            body: "中共听雨社区委员会".into(),
            date: day(),
            sealed: true,
        }),
        annotation: Some("联系人：刘静　电话：0719-8880000".into()),
        attachments: vec![
            Attachment {
                title: "参会回执".into(),
                body: vec![Block::Table(reply_slip())],
                landscape: false,
            },
            Attachment {
                title: "2026年轮值安排表".into(),
                body: vec![Block::Table(rota_table())],
                landscape: true,
            },
        ],
        colophon: Some(Colophon {
            distribution_label: "抄送".into(),
            distribution: vec!["云溪街道党工委".into()],
            printer: "中共听雨社区委员会".into(),
            printed_on: day(),
        }),
        info: info(title),
        ..Document::default()
    }
}

fn column(title: &str, width: ColumnWidth, align: Align) -> Column {
    Column {
        title: title.into(),
        width,
        align,
    }
}

fn reply_slip() -> Table {
    Table {
        columns: ["单位", "姓名", "职务", "电话"]
            .map(|title| column(title, ColumnWidth::Share(1), Align::Center))
            .to_vec(),
        rows: vec![vec![String::new(); 4]; 4],
        row_height_min: gongwen::Length::mm(12),
        ..Table::default()
    }
}

fn rota_table() -> Table {
    let months = (1..=12).map(|m| column(&format!("{m}月"), ColumnWidth::Share(1), Align::Center));
    let mut columns = vec![column("社区", ColumnWidth::Auto, Align::Center)];
    columns.extend(months);
    let units = [
        "农商银行",
        "国药医院",
        "区司法局",
        "恒信物业",
        "东风小学",
        "车城供电所",
    ];
    let rows = ["听雨社区", "艳湖社区", "半山社区"]
        .iter()
        .enumerate()
        .map(|(shift, name)| {
            let months = (0..12).map(|m| units[(m + shift) % units.len()].to_owned());
            std::iter::once((*name).to_owned()).chain(months).collect()
        });
    Table {
        columns,
        rows: rows.collect(),
        ..Table::default()
    }
}

/// A letter between equals.
pub fn letter() -> Document {
    let title = "关于商请支持听雨苑小区消防设施改造的函";
    Document {
        format: Format::Letter,
        mark: Some("中共听雨社区委员会".into()),
        number: Some("听雨社区委函〔2026〕3号".into()),
        title: title.into(),
        addressee: Some("区消防救援大队".into()),
        body: vec![
            Block::paragraph(
                "听雨苑小区建成于1998年，共12栋、640户，消防设施老化严重。经社区“大党委”第2次联席会议研究，拟对小区消防设施进行改造。现商请贵单位支持以下事项：",
            ),
            Block::RunIn {
                level: 3,
                lead: "1.技术指导。".into(),
                text: "选派专业人员现场勘查，提出改造方案。".into(),
            },
            Block::RunIn {
                level: 3,
                lead: "2.宣传培训。".into(),
                text: "为小区居民开展消防安全培训不少于2次。".into(),
            },
            Block::paragraph("请于3月25日前函复为盼。"),
        ],
        signature: Some(Signature {
            body: "中共听雨社区委员会".into(),
            date: day(),
            sealed: false,
        }),
        annotation: Some("联系人：刘静　电话：0719-8880000".into()),
        attachments: vec![],
        colophon: Some(Colophon {
            distribution_label: "抄送".into(),
            distribution: vec!["云溪街道办事处".into(), "恒信物业".into()],
            ..Colophon::default()
        }),
        info: info(title),
        ..Document::default()
    }
}

/// A document to a superior.
pub fn request() -> Document {
    Document {
        mark: Some("云溪街道听雨社区文件".into()),
        number: Some("听雨社区〔2026〕7号".into()),
        signer: Some("王堃".into()),
        title: "关于解决老旧小区改造资金的请示".into(),
        addressee: Some("云溪街道党工委、办事处".into()),
        body: vec![Block::paragraph(
            "听雨社区辖区内共有老旧小区6个。妥否，请批示。",
        )],
        signature: Some(Signature {
            body: "听雨社区".into(),
            date: NaiveDate::from_ymd_opt(2026, 12, 25).unwrap_or_default(),
            sealed: false,
        }),
        annotation: Some("联系人：刘静　电话：0719-8880000".into()),
        ..notice_without_attachments()
    }
}

fn notice_without_attachments() -> Document {
    Document {
        attachments: Vec::new(),
        ..notice()
    }
}

/// A plain document with a table of `rows` rows, a row span and a totals row.
pub fn table(rows: usize) -> Document {
    let mut cells: Vec<Vec<String>> = (1..=rows)
        .map(|n| {
            vec![
                n.to_string(),
                if n % 2 == 0 {
                    "市农商银行车城支行"
                } else {
                    "国药医院"
                }
                .into(),
                if n % 3 == 0 {
                    "阿卜杜拉·买买提"
                } else {
                    "孙玥"
                }
                .into(),
                "党支部书记、副行长，兼任社区“大党委”兼职委员".into(),
                format!("{}.5", n * 7 % 100),
            ]
        })
        .collect();
    cells.push(["合计", "", "", "", "1,234.5"].map(str::to_owned).to_vec());
    Document {
        format: Format::Plain,
        title: "成员单位考评得分表".into(),
        body: vec![
            Block::Line {
                align: Align::Right,
                text: "单位：分".into(),
            },
            Block::Table(Table {
                columns: vec![
                    column("序号", ColumnWidth::Auto, Align::Center),
                    column("单位", ColumnWidth::Auto, Align::Left),
                    column("姓名", ColumnWidth::Auto, Align::Center),
                    column("职务", ColumnWidth::Share(1), Align::Left),
                    column("得分", ColumnWidth::Auto, Align::Right),
                ],
                rows: cells,
                spans: vec![
                    Span {
                        row: 0,
                        column: 1,
                        rows: 2,
                        columns: 1,
                    },
                    Span {
                        row: rows,
                        column: 0,
                        rows: 1,
                        columns: 4,
                    },
                ],
                totals: true,
                ..Table::default()
            }),
            Block::paragraph("说明：得分按季度平均计算。"),
        ],
        info: info("成员单位考评得分表"),
        ..Document::default()
    }
}

/// A landscape document.
pub fn landscape() -> Document {
    Document {
        format: Format::Plain,
        title: "2026年轮值安排表".into(),
        body: vec![Block::Table(rota_table())],
        page: PageOptions {
            landscape: true,
            ..PageOptions::default()
        },
        info: info("2026年轮值安排表"),
        ..Document::default()
    }
}

/// A certificate.
pub fn certificate() -> Document {
    let display = |text: &str, points| Block::Display {
        text: text.into(),
        role: Role::Title,
        points,
        align: Align::Center,
    };
    Document {
        format: Format::Plain,
        body: vec![
            Block::Blank,
            display("聘　书", 60),
            Block::Blank,
            Block::Line {
                align: Align::Left,
                text: "李昇同志：".into(),
            },
            Block::paragraph(
                "经听雨社区“大党委”研究，特聘您为“城市社区合伙人”（专业人才类），聘期两年。",
            ),
        ],
        signature: Some(Signature {
            body: "中共听雨社区委员会".into(),
            date: day(),
            sealed: true,
        }),
        page: PageOptions {
            landscape: true,
            numbers: PageNumbers::None,
            ..PageOptions::default()
        },
        info: info("聘书"),
        ..Document::default()
    }
}
