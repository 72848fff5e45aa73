//! What `make.py` wrote, read through the commands of today.

use serde_json::{Value as Json, json};
use tongxin_core::users::sign_in;
use tongxin_tests::old::Old;
use tongxin_tests::{Engine, House, text};

pub(super) async fn as_written(old: &Old) {
    let house = &old.house;
    units(house).await;
    search(house).await;
    meeting(house).await;
    assignment(house).await;
    let session = sign_in(&house.office, Some("刘静"), "听雨花园2026").await;
    assert_eq!(session.unwrap().committees.len(), 1);
    for (table, read) in [
        ("issued_paper", Kind::Issued),
        ("building", Kind::Buildings),
        ("rating_flag", Kind::Ratings),
        ("need", Kind::Lists),
        ("partner", Kind::Partners),
        ("import_mapping", Kind::Imports),
        ("monthly_return", Kind::Returns),
    ] {
        if old.had(table) {
            assert_ne!(old.count(table), 0, "{table} is empty");
            read.check(house).await;
        }
    }
}

/// What came to the program one after the other.
enum Kind {
    Issued,
    Buildings,
    Ratings,
    Lists,
    Partners,
    Imports,
    Returns,
}

impl Kind {
    async fn check(self, house: &House) {
        match self {
            Self::Issued => issued(house).await,
            Self::Buildings => buildings(house).await,
            Self::Ratings => ratings(house).await,
            Self::Lists => lists(house).await,
            Self::Partners => partners(house).await,
            Self::Imports => imports(house).await,
            Self::Returns => returns(house).await,
        }
    }
}

/// The names of a page's rows.
fn names(page: &Json, record: &str, name: &str) -> Vec<String> {
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row[record][name].as_str().unwrap().to_owned())
        .collect()
}

/// The renamed unit.
pub(super) async fn renamed(house: &House) -> Json {
    let page = house.ok("units.list", json!({ "search": "派出所" })).await;
    page["rows"][0]["unit"].clone()
}

async fn units(house: &House) {
    let page = house.ok("units.list", json!({})).await;
    let expected = ["安居物业", "区教育局", "云溪派出所"];
    assert_eq!(names(&page, "unit", "name"), expected);
    let unit = renamed(house).await;
    assert_eq!(
        (&unit["party_members"], &unit["version"]),
        (&json!(12), &json!(2))
    );
    let view = house.ok("units.get", json!({ "id": unit["id"] })).await;
    assert_eq!(view["former_names"][0]["name"], "南桥所", "{view:#}");
    let history = house
        .ok("changes.history", json!({ "id": unit["id"] }))
        .await;
    let lines = history.as_array().unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["before"]["name"], "南桥所");
    assert_eq!(lines[0]["after"]["nature"], "机关");
    assert_eq!(lines[0]["set"]["device"], "一号机");
    assert_eq!(lines[1]["before"], Json::Null);
}

/// What is found of a kind.
pub(super) async fn found(house: &House, kind: &str, text: &str) -> Vec<String> {
    let hits = house.ok("search.find", json!({ "text": text })).await;
    let hits = hits.as_array().unwrap().iter();
    hits.filter(|hit| hit["kind"] == kind)
        .map(|hit| hit["title"].as_str().unwrap().to_owned())
        .collect()
}

async fn search(house: &House) {
    for typed in ["安居物业", "居物", "anjuwuye", "juwu", "ajwy"] {
        assert_eq!(found(house, "unit", typed).await, ["安居物业"], "{typed}");
    }
    for typed in ["派出所", "pcs", "云溪", "yxpcs", "南桥所", "nqs"] {
        assert_eq!(found(house, "unit", typed).await, ["云溪派出所"], "{typed}");
    }
    assert_eq!(found(house, "committee", "王堃").await.len(), 1);
    assert_eq!(found(house, "meeting", "feixian").await.len(), 1);
}

async fn meeting(house: &House) {
    let page = house
        .ok("meetings.list", json!({ "month": "2026-10" }))
        .await;
    let id = &page["rows"][0]["meeting"]["id"];
    let view = house.ok("meetings.get", json!({ "id": id })).await;
    let told =
        ["state", "date", "session_number", "notice_number"].map(|key| &view["meeting"][key]);
    let expected = [
        json!("signed"),
        json!("2026-10-14"),
        json!(1),
        json!("听雨社区党委〔2026〕1号"),
    ];
    assert_eq!(told, expected.each_ref());
    assert_eq!(view["items"][0]["title"], "飞线整治", "{view:#}");
    assert_eq!(view["attendance"].as_array().unwrap().len(), 4);
    let minutes = &view["minutes"];
    assert_eq!(
        (&minutes["signed_by"], &minutes["signed_on"]),
        (&json!("王堃"), &json!("2026-10-16"))
    );
    let paper = json!({ "kind": "minutes", "meeting_id": id });
    is_printed(house, paper, "由安居物业于月底前清理").await;
    let file = &view["attachments"][0];
    let file = house
        .ok("meetings.attachment", json!({ "id": file["id"] }))
        .await;
    assert_eq!(house.bytes(&file), "王堃、孙玥到会。\n".as_bytes());
}

/// A frozen paper has these words. What it is made of is one text on both engines, so that it is printed once.
async fn is_printed(house: &House, paper: Json, words: &str) {
    if house.engine == Engine::Postgres {
        return;
    }
    let made = house.ok("documents.make", paper).await;
    let printed = text(&house.bytes(&made["file"])).replace([' ', '\n'], "");
    assert!(printed.contains(words), "{printed}");
}

async fn assignment(house: &House) {
    let page = house
        .ok("assignments.list", json!({ "search": "飞线23" }))
        .await;
    let id = &page["rows"][0]["assignment"]["id"];
    let view = house.ok("assignments.get", json!({ "id": id })).await;
    assert_eq!(view["assignment"]["content"], "清理飞线23处");
    assert_eq!(view["assignment"]["state"], "open");
    assert_eq!(view["progress"].as_array().unwrap().len(), 2);
}

async fn issued(house: &House) {
    let papers = house.ok("documents.issued", json!({ "year": 2026 })).await;
    let numbers: Vec<&Json> = papers
        .as_array()
        .unwrap()
        .iter()
        .map(|paper| &paper["number"])
        .collect();
    assert!(
        numbers.contains(&&json!("听雨社区党委〔2026〕2号")),
        "{papers:#}"
    );
}

async fn buildings(house: &House) {
    let page = house.ok("buildings.list", json!({})).await;
    assert_eq!(names(&page, "building", "name"), ["1号楼", "2号楼"]);
    let building = &page["rows"][0]["building"];
    let view = house
        .ok("buildings.get", json!({ "id": building["id"] }))
        .await;
    assert_eq!(view["stairwells"][0]["name"], "1单元", "{view:#}");
    assert_eq!(found(house, "building", "guoyan").await.len(), 1);
    let post = json!({ "id": building["id"], "post": "building_leader" });
    let shown = house.ok("buildings.revealPhone", post).await;
    assert_eq!(
        (&shown["name"], &shown["phone"]),
        (&json!("郭燕"), &json!("13900000002"))
    );
}

async fn ratings(house: &House) {
    let row = house.ok("ratings.list", json!({})).await[0].clone();
    let id = &row["period"]["id"];
    let view = house
        .ok("ratings.view", json!({ "id": id, "revision": 1 }))
        .await;
    let first = &view["scopes"][0]["rows"][0];
    assert_eq!(
        (&first["name"], &first["total"], &first["flag"]),
        (&json!("1号楼"), &json!(96_000), &json!(true))
    );
    let flags = house.ok("ratings.flags", json!({})).await;
    assert_eq!(flags.as_array().unwrap().len(), 1);
    assert_eq!(
        (&flags[0]["name"], &flags[0]["month"]),
        (&json!("1号楼"), &json!("2026-10"))
    );
    let paper = json!({ "kind": "rating_report", "rating_id": id, "revision": 1 });
    is_printed(house, paper, "1号楼").await;
}

async fn lists(house: &House) {
    let needs = house.ok("needs.list", json!({})).await;
    assert_eq!(names(&needs, "need", "title"), ["停车难"]);
    assert_eq!(needs["rows"][0]["need"]["state"], "matched");
    let projects = house
        .ok("projects.list", json!({ "search": "tingche" }))
        .await;
    assert_eq!(projects["rows"][0]["project"]["resource_title"], "夜间车位");
    let page = house.ok("agreements.list", json!({})).await;
    let id = &page["rows"][0]["agreement"]["id"];
    let view = house.ok("agreements.get", json!({ "id": id })).await;
    assert_eq!(view["row"]["agreement"]["title"], "共建协议");
    assert_eq!(view["reports"][0]["done"], "活动2次", "{view:#}");
}

async fn partners(house: &House) {
    let page = house.ok("partners.list", json!({ "search": "书法" })).await;
    let partner = &page["rows"][0]["partner"];
    assert_eq!(
        (&partner["name"], &partner["number"]),
        (&json!("赵䶮"), &json!("云溪合聘〔2026〕1号"))
    );
    let figures = house.ok("partners.figures", json!({})).await;
    assert_eq!(figures["partners"]["minutes"], 90);
    let services = house.ok("services.list", json!({})).await;
    assert_eq!(services["rows"][0]["service"]["content"], "写春联");
}

/// The headings that were put right are still known.
async fn imports(house: &House) {
    let communities = house.ok("communities.list", json!({})).await;
    assert_eq!(communities.as_array().unwrap().len(), 2);
    let sheet = "片区,带头人\n梧桐社区,周明\n".as_bytes().to_vec();
    let file = json!(house.office.files().keep("社区.csv", sheet));
    let preview = json!({ "register": "communities", "file": file });
    let told = house.ok("registers.importPreview", preview).await;
    assert_eq!(told["sheets"][0]["columns"][0]["by"], "choice", "{told:#}");
    assert_eq!(told["counts"][0]["count"]["unchanged"], 1, "{told:#}");
    let imports = house.ok("changes.imports", json!({})).await;
    assert_ne!(imports.as_array().unwrap().len(), 0);
}

async fn returns(house: &House) {
    let rows = house
        .ok("returns.list", json!({ "month": "2026-11" }))
        .await;
    let rows = rows.as_array().unwrap();
    assert!(
        rows.iter().any(|row| !row["received"].is_null()),
        "{rows:#?}"
    );
}
