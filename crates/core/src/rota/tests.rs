//! The way of a rota through the commands, on an office in a temporary folder.

use crate::api;
use crate::office::{Office, OfficeOptions};
use crate::session::{Role, Session};
use chrono::{DateTime, FixedOffset};
use ground::environment::FixedEnvironment;
use ground::error::{Error, ErrorCode, Result};
use serde_json::{Value as Json, json};
use std::sync::Arc;
use storage::Location;

/// An office on 2026-03-10 with two committees. 甲 sits on both, 乙 and 丙 on 听雨, 丁 on the
/// street's.
pub(crate) struct Desk {
    office: Office,
    clock: Arc<FixedEnvironment>,
    session: Session,
    pub street: String,
    pub rain: String,
    _folder: tempfile::TempDir,
}

fn noon(day: &str) -> DateTime<chrono::Utc> {
    format!("{day}T12:00:00+08:00")
        .parse::<DateTime<FixedOffset>>()
        .unwrap()
        .to_utc()
}

pub(crate) fn id(json: &Json) -> String {
    json["id"].as_str().unwrap().to_owned()
}

impl Desk {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedEnvironment::at(noon("2026-03-10")));
        let options = OfficeOptions {
            catalog: crate::testing::catalog(),
            location: Location::Folder(folder.path().to_owned()),
            device: "测试机".into(),
            font_folders: Vec::new(),
            installed_fonts: false,
            environment: clock.clone(),
        };
        let session = Session {
            user_id: "u".into(),
            name: "李敏".into(),
            role: Role::Clerk,
            committees: Vec::new(),
        };
        let office = Office::open(options).await.unwrap();
        let (street, rain) = (String::new(), String::new());
        let mut desk = Self {
            office,
            clock,
            session,
            street,
            rain,
            _folder: folder,
        };
        desk.fill().await;
        desk
    }

    async fn fill(&mut self) {
        let office = json!({ "name": "云溪街道", "superior": "云溪区", "clerk": "李敏" });
        self.call("office.found", office).await;
        self.street = self.committee("云溪街道大工委", "street", 1).await;
        self.rain = self.committee("听雨社区大党委", "community", 2).await;
        let (street, rain) = (self.street.clone(), self.rain.clone());
        self.unit("甲", &[&street, &rain]).await;
        self.unit("乙", &[&rain]).await;
        self.unit("丙", &[&rain]).await;
        self.unit("丁", &[&street]).await;
    }

    async fn committee(&self, name: &str, level: &str, position: i64) -> String {
        let committee = json!({ "id": "", "version": 0, "name": name, "short_name": "",
            "level": level, "community_id": null, "issuing_body_id": null, "secretary_name": "王堃",
            "secretary_post": "书记", "recorder_name": "", "meeting_place": "", "contact": "",
            "units_per_month": 1, "term_start": null, "term_end": null, "position": position,
            "retired": false });
        id(&self.call("committees.save", committee).await)
    }

    async fn unit(&self, name: &str, committees: &[&str]) -> String {
        let unit = json!({ "name": name, "nature": "国企", "relation": "subordinate" });
        let unit = id(&self.call("units.save", unit).await);
        for committee in committees {
            let seat = json!({ "unit_id": unit, "committee_id": committee });
            self.call("units.saveSeat", seat).await;
        }
        unit
    }

    pub fn at(&self, day: &str) {
        self.clock.set(noon(day));
    }

    pub async fn attempt(&self, name: &str, args: Json) -> Result<Json> {
        api::call(&self.office, &self.session, name, args).await
    }

    pub async fn call(&self, name: &str, args: Json) -> Json {
        self.attempt(name, args)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    pub async fn refusal(&self, name: &str, args: Json) -> Error {
        self.attempt(name, args).await.expect_err(name)
    }

    pub async fn unit_id(&self, name: &str) -> String {
        let page = self.call("units.list", json!({ "search": name })).await;
        let rows = page["rows"].as_array().unwrap();
        id(&rows.iter().find(|row| row["unit"]["name"] == name).unwrap()["unit"])
    }

    async fn plan(&self, from: &str, to: &str) -> Json {
        self.call("rota.plan", json!({ "from": from, "to": to }))
            .await
    }

    /// The cells of a committee's line.
    async fn cells(&self, committee: &str) -> Vec<Json> {
        let board = self.call("rota.board", json!({ "year": 2026 })).await;
        let rows = board["rows"].as_array().unwrap();
        let row = rows
            .iter()
            .find(|row| row["committee_id"] == committee)
            .unwrap();
        row["cells"].as_array().unwrap().clone()
    }

    /// Who is on duty from January on, a letter a month.
    async fn line(&self, committee: &str) -> String {
        let cells = self.cells(committee).await;
        cells
            .iter()
            .map(|cell| cell["unit"].as_str().unwrap())
            .collect()
    }

    async fn cell(&self, committee: &str, month: &str) -> Json {
        let cells = self.cells(committee).await;
        cells
            .into_iter()
            .find(|cell| cell["month"] == month)
            .unwrap()
    }

    async fn with_history(self) -> Self {
        let (b, c) = (self.unit_id("乙").await, self.unit_id("丙").await);
        let served =
            json!([{ "month": "2026-01", "unit_id": b }, { "month": "2026-02", "unit_id": c }]);
        let args = json!({ "committee_id": self.rain, "served": served });
        let outcome = self.call("rota.addHistory", args.clone()).await;
        assert_eq!(outcome["created"], 2);
        assert_eq!(self.call("rota.addHistory", args).await["unchanged"], 2);
        self
    }

    async fn replace(&self, committee: &str, month: &str, unit: &str) -> Result<Json> {
        let cell = self.cell(committee, month).await;
        let unit = self.unit_id(unit).await;
        let args = json!({ "turn": cell["turn_id"], "version": cell["version"], "unit_id": unit,
            "reason": "年终结算" });
        self.attempt("rota.replace", args).await
    }

    async fn swap(&self, committee: &str, one: &str, other: &str) -> Result<Json> {
        let one = self.cell(committee, one).await["turn_id"].clone();
        let other = self.cell(committee, other).await["turn_id"].clone();
        self.attempt(
            "rota.swap",
            json!({ "turn": one, "with": other, "reason": "" }),
        )
        .await
    }
}

#[tokio::test]
async fn planning_goes_on_from_history_and_leaves_what_stands_untouched() {
    let desk = Desk::open().await.with_history().await;
    let span = json!({ "from": "2026-01", "to": "2026-06" });
    let preview = desk.call("rota.preview", span).await;
    assert_eq!(desk.line(&desk.rain).await, "乙丙");
    let outcome = desk.plan("2026-01", "2026-06").await;
    assert_eq!(preview["outcome"], outcome);
    assert_eq!(
        (&outcome["created"], &outcome["kept"]),
        (&json!(8), &json!(2))
    );
    assert_eq!(desk.line(&desk.rain).await, "乙丙甲乙甲丙");
    assert_eq!(desk.line(&desk.street).await, "丁甲丁甲");
    let again = desk.plan("2026-03", "2026-06").await;
    assert_eq!(
        (&again["unchanged"], &again["changed"]),
        (&json!(8), &json!(0))
    );
    assert!(
        desk.cells(&desk.rain)
            .await
            .iter()
            .all(|cell| cell["version"] == 1)
    );
}

#[tokio::test]
async fn a_shared_unit_serves_once_a_month() {
    let desk = Desk::open().await.with_history().await;
    desk.plan("2026-03", "2026-12").await;
    let (street, rain) = (desk.cells(&desk.street).await, desk.cells(&desk.rain).await);
    for cell in &street {
        let twice =
            |other: &&Json| other["month"] == cell["month"] && other["unit_id"] == cell["unit_id"];
        assert!(!rain.iter().any(|other| twice(&other)), "{cell}");
    }
}

#[tokio::test]
async fn a_replaced_unit_goes_first_when_the_rest_is_planned_anew() {
    let desk = Desk::open().await.with_history().await;
    desk.plan("2026-03", "2026-08").await;
    assert!(desk.line(&desk.rain).await.starts_with("乙丙甲乙"));
    desk.replace(&desk.rain, "2026-04", "丙").await.unwrap();
    desk.at("2026-05-06");
    let outcome = desk.plan("2026-04", "2026-08").await;
    assert_eq!(outcome["kept"], 2);
    assert!(
        desk.line(&desk.rain).await.starts_with("乙丙甲丙乙"),
        "{}",
        desk.line(&desk.rain).await
    );
    let turn = desk.cell(&desk.rain, "2026-05").await["turn_id"].clone();
    let view = desk.call("rota.turn", json!({ "id": turn })).await;
    assert_eq!(view["turn"]["makes_up"], true);
    assert_eq!(view["reasons"][0], "上次被跳过或替换，优先补轮");
    desk.plan("2026-06", "2026-08").await;
    for cell in &desk.cells(&desk.rain).await[5..] {
        let later = json!({ "id": cell["turn_id"] });
        let later = desk.call("rota.turn", later).await;
        assert_eq!(
            later["turn"]["makes_up"], false,
            "a turn is made up for once"
        );
    }
}

#[tokio::test]
async fn a_swap_costs_neither_and_is_kept() {
    let desk = Desk::open().await.with_history().await;
    desk.plan("2026-03", "2026-08").await;
    let swapped = desk.swap(&desk.rain, "2026-04", "2026-06").await.unwrap();
    assert_eq!(
        (&swapped[0]["origin"], &swapped[0]["version"]),
        (&json!("swapped"), &json!(2))
    );
    assert!(desk.line(&desk.rain).await.starts_with("乙丙甲丙甲乙"));
    desk.plan("2026-03", "2026-08").await;
    assert!(desk.line(&desk.rain).await.starts_with("乙丙甲丙甲乙"));
    assert!(
        desk.cells(&desk.rain).await[6..]
            .iter()
            .all(|cell| cell["changed"] == false)
    );
    let back = desk.swap(&desk.rain, "2026-04", "2026-06").await.unwrap();
    assert_eq!(back[1]["origin"], "planned");
}

#[tokio::test]
async fn what_the_rules_forbid_is_refused_by_name() {
    let desk = Desk::open().await.with_history().await;
    desk.plan("2026-03", "2026-08").await;
    let frozen = desk.replace(&desk.rain, "2026-02", "甲").await.unwrap_err();
    assert_eq!(frozen.code, ErrorCode::State);
    assert_eq!(
        frozen.message,
        "2026年2月已经过去，轮值已冻结，只能调整本月及以后的月份。"
    );
    let on_street = desk.cells(&desk.street).await;
    let month = on_street.iter().find(|cell| cell["unit"] == "甲").unwrap()["month"].clone();
    let month = month.as_str().unwrap();
    let taken = desk.replace(&desk.rain, month, "甲").await.unwrap_err();
    assert!(taken.message.contains("已在云溪街道大工委轮值"), "{taken}");
    let outsider = desk.replace(&desk.rain, "2026-04", "丁").await.unwrap_err();
    assert!(outsider.message.contains("不在本大党委"), "{outsider}");
    let past = desk
        .refusal("rota.plan", json!({ "from": "2026-01", "to": "2026-02" }))
        .await;
    assert_eq!(past.code, ErrorCode::State);
}

#[tokio::test]
async fn content_outlives_planning_anew() {
    let desk = Desk::open().await.with_history().await;
    desk.plan("2026-03", "2026-06").await;
    let cell = desk.cell(&desk.rain, "2026-05").await;
    let content = json!({ "turn": cell["turn_id"], "version": cell["version"], "theme": "我为群众办实事",
        "activities": "义诊\n清扫", "done": "", "summary": "", "handover": "" });
    let saved = desk.call("rota.saveContent", content.clone()).await;
    assert_eq!(saved["activities"], "义诊\n清扫");
    assert_eq!(
        desk.refusal("rota.saveContent", content).await.code,
        ErrorCode::Conflict
    );
    desk.replace(&desk.rain, "2026-04", "丙").await.unwrap();
    desk.plan("2026-03", "2026-06").await;
    let view = desk
        .call("rota.turn", json!({ "id": cell["turn_id"] }))
        .await;
    assert_eq!(view["turn"]["theme"], "我为群众办实事");
}

#[tokio::test]
async fn no_plan_names_what_collides() {
    let desk = Desk::open().await;
    let empty = desk.committee("空白社区大党委", "community", 3).await;
    let outcome = desk.plan("2026-03", "2026-04").await;
    assert_eq!(outcome["without_units"], json!(["空白社区大党委"]));
    let alone = json!({ "from": "2026-03", "to": "2026-04", "committees": [empty] });
    let nobody = desk.refusal("rota.plan", alone).await;
    assert_eq!(nobody.code, ErrorCode::NoPlan);
    assert!(
        nobody
            .message
            .starts_with("空白社区大党委没有参加轮值的成员单位"),
        "{nobody}"
    );

    let blocked = desk.unit("戊", &[&empty]).await;
    let page = desk.call("units.get", json!({ "id": blocked })).await;
    let mut seat = page["seats"][0].clone();
    seat["blocked_months"] = json!([5]);
    desk.call("units.saveSeat", seat).await;
    let may = json!({ "from": "2026-03", "to": "2026-06", "committees": [empty] });
    let collision = desk.refusal("rota.plan", may).await;
    assert_eq!(collision.code, ErrorCode::NoPlan);
    let detail = collision.detail.unwrap();
    assert_eq!(
        (&detail[0]["month"], &detail[0]["rule"]["kind"]),
        (&json!("2026-05"), &json!("blocked_month"))
    );
}
