//! A small office in a temporary folder, and how the stories speak to it.

use crate::api;
use crate::office::{Office, OfficeOptions};
use crate::session::{Role, Session};
use chrono::{DateTime, Utc};
use ground::environment::FixedEnvironment;
use ground::error::{Error, Result};
use ground::files::FileRef;
use serde_json::{Value as Json, json};
use std::sync::Arc;
use storage::Location;

/// An office with one community, two units and a clock.
pub(super) struct Desk {
    pub office: Office,
    pub clock: Arc<FixedEnvironment>,
    pub committee: Json,
    pub units: Vec<Json>,
    session: Session,
    _folder: tempfile::TempDir,
}

pub(super) fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00+08:00")
        .parse::<DateTime<chrono::FixedOffset>>()
        .unwrap()
        .to_utc()
}

impl Desk {
    /// Opens the office on 2026-10-08 with its registers filled.
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedEnvironment::at(at("2026-10-08T09:00")));
        let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
        let office = Office::open(OfficeOptions {
            catalog: crate::testing::catalog(),
            location: Location::Folder(folder.path().to_owned()),
            device: "测试机".into(),
            font_folders: vec![fonts.into()],
            installed_fonts: false,
            environment: clock.clone(),
        });
        let session = Session {
            user_id: "u".into(),
            name: "李敏".into(),
            role: Role::Clerk,
            committees: Vec::new(),
        };
        let office = office.await.unwrap();
        let mut desk = Self {
            office,
            clock,
            committee: Json::Null,
            units: Vec::new(),
            session,
            _folder: folder,
        };
        desk.fill().await;
        desk
    }

    async fn fill(&mut self) {
        self.call(
            "office.found",
            json!({ "name": "云溪街道", "superior": "云溪区", "clerk": "李敏" }),
        )
        .await;
        let body = json!({ "id": "", "version": 0, "full_name": "中共听雨社区委员会", "short_name": "",
            "code": "听雨党", "first_number": 31, "position": 1, "retired": false });
        let body = self.call("issuers.save", body).await;
        let community = json!({ "id": "", "version": 0, "name": "听雨社区", "sort_key": "",
            "position": 1, "retired": false });
        let community = self.call("communities.save", community).await;
        let committee = json!({ "id": "", "version": 0, "name": "听雨社区“大党委”", "short_name": "听雨",
            "level": "community", "community_id": community["id"], "issuing_body_id": body["id"],
            "secretary_name": "王堃", "secretary_post": "社区党委书记", "recorder_name": "刘静",
            "meeting_place": "社区二楼会议室", "contact": "0000-1234567", "units_per_month": 1,
            "term_start": null, "term_end": null, "position": 1, "retired": false });
        self.committee = self.call("committees.save", committee).await;
        for (name, leader, post) in [
            ("农商银行云溪支行", "孙玥", "行长"),
            ("云溪医院", "马祎", "院长"),
        ] {
            let unit = json!({ "name": name, "nature": "其他", "leader_name": leader, "leader_post": post });
            let unit = self.call("units.save", unit).await;
            let seat = json!({ "unit_id": unit["id"], "committee_id": self.committee["id"] });
            self.call("units.saveSeat", seat).await;
            self.units.push(unit);
        }
    }

    pub async fn call(&self, name: &str, args: Json) -> Json {
        self.attempt(name, args)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    pub async fn attempt(&self, name: &str, args: Json) -> Result<Json> {
        api::call(&self.office, &self.session, name, args).await
    }

    /// The sentence a command refuses with.
    pub async fn refusal(&self, name: &str, args: Json) -> Error {
        self.attempt(name, args).await.expect_err(name)
    }

    /// Registers a 兼职委员 from the first unit.
    pub async fn part_timer(&self, name: &str) {
        let member = json!({ "id": "", "version": 0, "committee_id": self.committee["id"], "name": name,
            "post": "委员", "duty": "part_time", "unit_id": self.units[0]["id"], "stage": "appointed",
            "stages": [{ "stage": "appointed", "date": "2026-01" }], "position": 1, "retired": false });
        self.call("committees.saveMember", member).await;
    }

    /// Gives the first unit the turn of a month.
    pub async fn on_duty(&self, month: &str) {
        let served = json!([{ "month": month, "unit_id": self.units[0]["id"] }]);
        let args = json!({ "committee_id": self.committee["id"], "served": served });
        self.call("rota.addHistory", args).await;
    }

    /// Opens a meeting in its month.
    pub async fn open_meeting(&self, date: &str) -> Json {
        let args =
            json!({ "committee_id": self.committee["id"], "month": date[..7], "date": date });
        self.call("meetings.open", args).await
    }

    pub async fn item(&self, meeting: &Json, kind: &str, title: &str, decision: &str) -> Json {
        let args = json!({ "meeting_id": meeting["id"], "kind": kind, "title": title, "decision": decision });
        self.call("meetings.saveItem", args).await
    }

    pub async fn view(&self, meeting: &Json) -> Json {
        self.call("meetings.get", json!({ "id": meeting["id"] }))
            .await
    }

    /// Sends the notice, registers everybody as present on the day, and marks the meeting as held.
    pub async fn hold(&self, meeting: &Json) {
        let meeting = self.view(meeting).await["meeting"].clone();
        let args = json!({ "id": meeting["id"], "version": meeting["version"] });
        self.call("meetings.notify", args).await;
        let day = meeting["date"].as_str().unwrap();
        self.clock.set(at(&format!("{day}T17:00")));
        let mut people = self.view(&meeting).await["attendance"].clone();
        for person in people.as_array_mut().unwrap() {
            person["state"] = "present".into();
        }
        let args = json!({ "meeting_id": meeting["id"], "people": people });
        self.call("meetings.takeAttendance", args).await;
        self.set_state(&meeting, "held").await;
    }

    pub async fn set_state(&self, meeting: &Json, state: &str) -> Json {
        let version = self.view(meeting).await["meeting"]["version"].clone();
        let args = json!({ "id": meeting["id"], "version": version, "state": state });
        self.call("meetings.setState", args).await
    }

    /// Moves the minutes to the signature and registers it.
    pub async fn sign(&self, minutes: &Json, day: &str) -> Json {
        let mut minutes = minutes.clone();
        for state in ["review", "submitted"] {
            let args =
                json!({ "id": minutes["id"], "version": minutes["version"], "state": state });
            minutes = self.call("meetings.moveMinutes", args).await;
        }
        let args = json!({ "id": minutes["id"], "version": minutes["version"], "signed_by": "王堃",
            "signed_on": day, "instruction": "同意印发。" });
        self.call("meetings.sign", args).await
    }

    /// Makes a document: its bytes, and the name of its file.
    pub async fn document(&self, args: Json) -> (Vec<u8>, String) {
        let made = self.call("documents.make", args).await;
        let file: FileRef = serde_json::from_value(made["file"].clone()).unwrap();
        (self.office.files().read(&file).unwrap().to_vec(), file.name)
    }
}
