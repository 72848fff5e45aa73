//! Writes complete minutes: `cargo run -p gongwen --example minutes -- minutes.pdf`.

use std::error::Error;
use std::path::PathBuf;

use chrono::NaiveDate;
use gongwen::{
    AttendanceLine, Block, Colophon, Document, FontConfig, FontSet, Format, Info, IssuerLine,
    render_pdf,
};

fn main() -> Result<(), Box<dyn Error>> {
    let output = std::env::args_os().nth(1).map_or("minutes.pdf".into(), PathBuf::from);
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
    let fonts = FontSet::load(&FontConfig::bundled(directory))?;
    let rendered = render_pdf(&minutes(), &fonts)?;
    std::fs::write(&output, &rendered.bytes)?;
    println!(
        "{}：{} 页，{} 字节，借用字：{:?}",
        output.display(),
        rendered.pages,
        rendered.bytes.len(),
        rendered.substitutions.iter().map(|s| s.character).collect::<String>()
    );
    Ok(())
}

fn minutes() -> Document {
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
        body: body(),
        attendance: attendance(),
        colophon: Some(Colophon {
            distribution_label: "分送".into(),
            distribution: ["各成员单位党组织", "街道党工委", "社区“两委”成员", "各网格党支部"]
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

fn body() -> Vec<Block> {
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
        Block::paragraph("会议听取了第10次联席会议议定事项落实情况的汇报。议定事项3项，已办结2项，办理中1项，办结率66.7%。"),
        run_in("（一）已办结。", "半山尚小区门口安装红绿灯，由区交警大队主办，11月6日办结，群众满意；听雨苑小区“一老一小”活动室改造，由市财政局主办，11月18日办结。"),
        run_in("（二）办理中。", "地下车库渗水维修，由恒信物业主办，完成时限11月30日。"),
        Block::heading(1, "二、关于飞线充电整治"),
        Block::paragraph("会议研究了飞线充电整治工作。会议指出，近期社区网格员巡查发现飞线充电37处，集中在北区3号楼、5号楼和听雨苑——其中老旧楼栋占八成以上……必须疏堵结合、标本兼治。"),
        Block::paragraph("会议议定，由恒信物业牵头、车城供电所配合，于12月20日前在北区加装充电箱6台；社区网格员每周巡查不少于两次，发现问题当日反馈。"),
        Block::heading(1, "三、关于城市社区合伙人招募"),
        Block::paragraph("会议同意聘任李昇等5名同志为专业人才合伙人，聘期两年，由社区党委颁发聘书并向社会公布。会议强调，合伙人招募要坚持“公开、自愿、择优”的原则，严格审核把关，做好跟踪服务，切实发挥合伙人在议事协商、矛盾调解、志愿服务等方面的作用。"),
        Block::heading(1, "四、关于冬季消防安全"),
        Block::paragraph("会议传达学习了《关于加强冬季消防安全工作的通知》（云消〔2026〕18号）精神。会议强调，各成员单位要压实责任，立即开展一次全面排查，重点检查消防通道、电气线路、燃气设施；社区要建立隐患台账，实行销号管理，12月15日前完成第一轮整改。"),
        Block::paragraph("会议议定，由区消防救援大队指导、恒信物业主办，12月10日前组织一次疏散演练，覆盖听雨苑、半山尚、艳湖里3个小区；由国药医院配合，现场讲授急救知识。"),
        Block::heading(1, "五、其他事项"),
        Block::paragraph("会议确定，第12次联席会议由东风小学轮值主持，于12月下旬召开，请各成员单位于12月15日前报送议题。"),
    ]
}

fn attendance() -> Vec<AttendanceLine> {
    let line = |label: &str, text: &str| AttendanceLine {
        label: label.into(),
        text: text.into(),
    };
    vec![
        line("出席", "听雨社区王堃、刘静，农商银行孙玥，市财政局周磊，东风小学高敏，国药医院郭燕（代马祎），区司法局林涛，区交警大队赵龑，车城供电所陈𬱖，区消防救援大队阿卜杜拉·买买提"),
        line("请假", "恒信物业罗强"),
        line("列席", "业主代表张䶮、何垚"),
    ]
}
