//! A thing costs one folder, one line and one numbered migration: this story adds one, the stalls (摊位) of a
//! market, and finds it in commands, TypeScript, search, the desk, history and undo without another word.

mod stalls {
    //! What such a folder holds.

    use chrono::NaiveDate;
    use ground::commands::ById;
    use ground::error::Result;
    use serde::{Deserialize, Serialize};
    use sqlx::FromRow;
    use storage::{Found, Otherwise, Parent, Personal, Reach, Record, record};
    use tongxin_core::commands;
    use tongxin_core::committees::Community;
    use tongxin_core::office::Cx;
    use tongxin_core::search::{SearchPart, Within, hits};
    use tongxin_core::thing::Thing;
    use tongxin_core::todo::{DeskPart, DeskScope, Todo, TodoKind, urgency};
    use ts_rs::TS;

    /// A stall (摊位).
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FromRow, TS)]
    pub struct Stall {
        pub id: String,
        pub version: i64,
        pub community_id: Option<String>,
        pub name: String,
        pub holder_phone: String,
        pub ends_on: NaiveDate,
    }
    record!(Stall, "stall", "摊位", {
        community_id: Text, name: Text, holder_phone: Text, ends_on: Date,
    } .named(&["name"])
        .found(&[Found::own("stall", &["name"])])
        .personal(&[Personal { column: "holder_phone", member: None }])
        .seen_by(Reach::Through(
            &[Parent { column: "community_id", table: || Community::TABLE }],
            Otherwise::Unbounded,
        )));

    /// 摊位.
    pub static THING: Thing = Thing::new("stalls")
        .records(&[Stall::TABLE])
        .commands(COMMANDS)
        .parts(&[&FOUND, &LINES]);

    commands! {
        "stalls.get" Read Leader "查看摊位" get(ById) -> Stall;
        "stalls.save" Write Secretary "保存摊位" save(Stall) -> Stall;
    }

    async fn get(cx: &mut Cx<'_>, args: ById) -> Result<Stall> {
        cx.tx.get(&args.id).await
    }

    async fn save(cx: &mut Cx<'_>, mut stall: Stall) -> Result<Stall> {
        if stall.version == 0 {
            stall.id = cx.new_id();
        }
        cx.tx.save(&stall).await
    }

    const HITS: &str = "SELECT 'stall' AS kind, r.id, r.name AS title, '' AS note FROM stall r";

    static FOUND: SearchPart = SearchPart {
        place: 90,
        find: |cx, text| {
            let order = "ORDER BY r.name, r.id";
            Box::pin(hits(cx, ("stall", HITS), text, order, Within::Office))
        },
    };

    const STALL_ENDING: &str = "stall_ending";

    static LINES: DeskPart = DeskPart {
        place: 90,
        kinds: &[STALL_ENDING],
        lines: |cx, scope| Box::pin(lines(cx, scope)),
    };

    async fn lines(cx: &mut Cx<'_>, scope: &DeskScope) -> Result<Vec<Todo>> {
        let sql = "SELECT id, version, community_id, name, holder_phone, ends_on FROM stall WHERE ends_on <= $1";
        let ending: Vec<Stall> = cx.tx.all(sql, vec![scope.today.into()]).await?;
        let line = |stall: Stall| Todo {
            kind: TodoKind::new(STALL_ENDING),
            urgency: urgency(stall.ends_on, scope.today),
            date: Some(stall.ends_on),
            title: format!("{}到期", stall.name),
            note: String::new(),
            target: Some(stall.id),
            committee_id: None,
        };
        Ok(ending.into_iter().map(line).collect())
    }
}

use ground::environment::FixedEnvironment;
use ground::error::ErrorCode;
use serde_json::{Value as Json, json};
use sqlx::migrate::Migrator;
use std::sync::{Arc, LazyLock};
use storage::{Location, Migrations};
use tongxin_core::api::{call, typescript};
use tongxin_core::office::{Office, OfficeOptions};
use tongxin_core::session::{Role, Session};
use tongxin_core::thing::{Catalog, Thing};
use tongxin_core::users::sign_in;

static OWN: Migrator = sqlx::migrate!("fixtures/own_thing");

static COMMON: LazyLock<Migrator> = LazyLock::new(|| {
    let shipped = tongxin_app::MIGRATIONS.common.migrations.iter();
    let all = shipped.chain(OWN.migrations.iter()).cloned().collect();
    Migrator::with_migrations(all)
});

static THINGS: LazyLock<Vec<&'static Thing>> = LazyLock::new(|| {
    let shipped = tongxin_app::THINGS.iter().copied();
    shipped.chain([&stalls::THING]).collect()
});

/// The shipped house with one line more.
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let migrations = Migrations {
        common: &COMMON,
        ..tongxin_app::MIGRATIONS
    };
    Catalog::new(&THINGS, migrations)
});

async fn office(folder: &std::path::Path) -> (Office, Session) {
    let now = "2026-11-20T02:00:00Z".parse().unwrap();
    let options = OfficeOptions {
        catalog: &CATALOG,
        location: Location::Folder(folder.to_owned()),
        device: "测试机".into(),
        font_folders: Vec::new(),
        installed_fonts: false,
        environment: Arc::new(FixedEnvironment::at(now)),
    };
    let office = Office::open(options).await.unwrap();
    let nobody = sign_in(&office, None, "").await.unwrap();
    let found = json!({ "name": "云溪街道", "superior": "雨花区", "clerk": "张敏" });
    call(&office, &nobody, "office.found", found).await.unwrap();
    let clerk = sign_in(&office, None, "").await.unwrap();
    (office, clerk)
}

#[tokio::test]
async fn a_thing_costs_one_folder_one_line_and_one_migration() {
    let folder = tempfile::tempdir().unwrap();
    let (office, clerk) = office(folder.path()).await;
    let ok = async |name: &str, args: Json| call(&office, &clerk, name, args).await.unwrap();
    let stall = json!({ "id": "", "version": 0, "community_id": null, "name": "修补摊",
        "holder_phone": "13900006923", "ends_on": "2026-11-18" });
    let saved = ok("stalls.save", stall).await;
    let id = saved["id"].as_str().unwrap();

    let hits = ok("search.find", json!({ "text": "xbt" })).await;
    assert_eq!(hits[0]["kind"], "stall");
    let desk = ok("desk.view", json!({})).await;
    let todos = desk["todos"].as_array().unwrap();
    let ending = |todo: &&Json| todo["kind"] == "stall_ending";
    assert_eq!(todos.iter().find(ending).unwrap()["urgency"], "late");

    let history = ok("changes.history", json!({ "id": id })).await;
    assert_eq!(history[0]["thing"], "摊位");
    assert_eq!(history[0]["after"]["holder_phone"], "139****6923");
    let bounded = Session {
        role: Role::Secretary,
        committees: vec!["another".into()],
        ..clerk.clone()
    };
    let refused = call(&office, &bounded, "changes.history", json!({ "id": id })).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::Forbidden);

    ok("changes.undo", json!({ "id": history[0]["set"]["id"] })).await;
    let gone = call(&office, &clerk, "stalls.get", json!({ "id": id })).await;
    assert_eq!(gone.unwrap_err().code, ErrorCode::NotFound);
    office.close().await;
}

#[test]
fn its_commands_and_kinds_are_in_typescript() {
    let made = typescript(&CATALOG);
    assert!(made.contains("\"stalls.save\": { args: Stall; result: Stall };"));
    assert!(made.contains(" | \"stall_ending\""));
}
