//! A large office as the version of 0132 would have left it, before its search index was made anew. Its rows
//! are written by SQL, since that version took minutes for them: units like the first one kept, the terms each is
//! found by, and the log's lines with their chain.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use serde_json::json;
use sha2::{Digest, Sha256};
use sqlx::{FromRow, SqlitePool};
use std::fmt::Write;

/// Units that one import brought in.
const OF_ONE_IMPORT: i64 = 1_000;

/// Units that are called alike but for their number, which is their 简称 as well, and a line of the log for each.
const UNITS: &str = "
    CREATE TEMP TABLE new_unit AS
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
    SELECT i, printf('0193f3c0-0000-7000-8000-%012x', i) AS id, printf('%06d', i) AS number FROM n;
    INSERT INTO member_unit (id, version, name, short_name, sort_key, nature, relation, party_org, party_members,
        leader_name, leader_post, note, retired)
    SELECT n.id, 1, '第' || n.number || '小学', '第' || n.number || '小学', 'di ' || n.number || 'xiao xue 第' || n.number || '小学',
        u.nature, u.relation, u.party_org, u.party_members, u.leader_name, u.leader_post, u.note, u.retired
    FROM new_unit n JOIN member_unit u ON u.name = '区教育局';
    CREATE TEMP TABLE new_line AS
    SELECT n.i, n.id AS record, json_set(l.after_json, '$.id', u.id, '$.name', u.name, '$.short_name', u.short_name, '$.sort_key', u.sort_key) AS after_json
    FROM new_unit n JOIN member_unit u ON u.id = n.id
    JOIN change_line l ON l.record = (SELECT id FROM member_unit WHERE name = '区教育局') AND l.before_json IS NULL;
    CREATE INDEX new_line_i ON new_line (i)";

/// Terms as `terms_of` makes them: pairs and the last character, then sounds and initials from each
/// character on, no longer than what is looked for.
const TERMS: &str = "
    DROP INDEX search_term_source;
    INSERT INTO search_term (kind, term, record, source)
    WITH RECURSIVE k(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM k WHERE at < 9),
    spelt AS (SELECT n.id, k.at, '第' || n.number || '小学' AS name,
        CASE WHEN at = 1 THEN 'di' || n.number WHEN at <= 7 THEN substr(n.number, at - 1) ELSE '' END AS first,
        CASE WHEN at = 1 THEN 'd' || n.number WHEN at <= 7 THEN substr(n.number, at - 1) ELSE '' END AS initial,
        CASE WHEN at = 9 THEN 'xue' ELSE 'xiaoxue' END AS sound, CASE WHEN at = 9 THEN 'x' ELSE 'xx' END AS last
        FROM new_unit n JOIN k)
    SELECT DISTINCT 'unit', term, id, id FROM (
        SELECT substr(name, at, 2) AS term, id FROM spelt
        UNION ALL SELECT substr(first || sound, 1, 12), id FROM spelt
        UNION ALL SELECT initial || last, id FROM spelt
    ) ORDER BY 2, 3;
    CREATE INDEX search_term_source ON search_term (source)";

/// Makes a database at 0132 large: so many units, terms and lines of the log more.
pub async fn grow(file: &SqlitePool, units: i64) {
    let mut all = file.begin().await.unwrap();
    for statement in UNITS.split(';') {
        let query = sqlx::query(statement);
        let query = if statement.contains("$1") {
            query.bind(units)
        } else {
            query
        };
        query.execute(&mut *all).await.unwrap();
    }
    sqlx::raw_sql(TERMS).execute(&mut *all).await.unwrap();
    let head = sqlx::query_as("SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1");
    let (mut seq, mut hash): (i64, String) = head.fetch_one(&mut *all).await.unwrap();
    for from in (0..units).step_by(usize::try_from(OF_ONE_IMPORT).unwrap()) {
        seq += 1;
        hash = import(&mut all, seq, hash, from).await;
    }
    sqlx::raw_sql("DROP TABLE new_line; DROP TABLE new_unit")
        .execute(&mut *all)
        .await
        .unwrap();
    all.commit().await.unwrap();
}

#[derive(FromRow)]
struct Line {
    record: String,
    after_json: String,
}

/// Writes one import's lines to the log and gives the hash of its set.
async fn import(all: &mut sqlx::SqliteConnection, seq: i64, prev: String, from: i64) -> String {
    const NEW: &str = "SELECT record, after_json FROM new_line WHERE i > $1 AND i <= $2 ORDER BY i";
    let lines: Vec<Line> = sqlx::query_as(NEW)
        .bind(from)
        .bind(from + OF_ONE_IMPORT)
        .fetch_all(&mut *all)
        .await
        .unwrap();
    let (id, at) = (format!("0193f3c0-0001-7000-8000-{seq:012x}"), moment(seq));
    let hash = chained(&prev, seq, &id, at, &lines);
    sqlx::query(
        "INSERT INTO change_set (seq, id, at, actor, device, command, changes, prev_hash, hash)
         VALUES ($1, $2, $3, '管理员', '一号机', 'units.importApply', $4, $5, $6)",
    )
    .bind(seq)
    .bind(&id)
    .bind(at)
    .bind(i64::try_from(lines.len()).unwrap())
    .bind(prev)
    .bind(&hash)
    .execute(&mut *all)
    .await
    .unwrap();
    sqlx::query(
        "INSERT INTO change_line (set_id, position, table_name, record, after_json)
         SELECT $1, i - $2 - 1, 'member_unit', record, after_json FROM new_line WHERE i > $2 AND i <= $3",
    )
    .bind(id)
    .bind(from)
    .bind(from + OF_ONE_IMPORT)
    .execute(all)
    .await
    .unwrap();
    hash
}

/// When a set was made: a minute after the one before it.
fn moment(seq: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, 1, 0, 0, 0).unwrap() + TimeDelta::minutes(seq)
}

/// The hash of a set, as the log chains it.
fn chained(prev: &str, seq: i64, id: &str, at: DateTime<Utc>, lines: &[Line]) -> String {
    let mut digest = Sha256::new();
    let opening = json!([
        prev,
        seq,
        id,
        at.timestamp_millis(),
        "管理员",
        "一号机",
        "units.importApply",
        null,
        null
    ]);
    digest.update(opening.to_string());
    for line in lines {
        let told = json!(["member_unit", line.record, null, line.after_json]);
        digest.update(told.to_string());
    }
    let bytes = digest.finalize();
    bytes.iter().fold(String::new(), |mut hash, byte| {
        write!(hash, "{byte:02x}").unwrap();
        hash
    })
}

/// Rows of the file `before` that a file brought up to date has no more, by table.
pub async fn lost(file: &SqlitePool, before: &std::path::Path) -> Vec<(&'static str, i64)> {
    const KEPT: [(&str, &str); 4] = [
        (
            "member_unit",
            "SELECT COUNT(*) FROM (SELECT * FROM before.member_unit EXCEPT SELECT * FROM main.member_unit)",
        ),
        (
            "change_set",
            "SELECT COUNT(*) FROM (SELECT * FROM before.change_set EXCEPT SELECT * FROM main.change_set)",
        ),
        (
            "change_line",
            "SELECT COUNT(*) FROM (SELECT * FROM before.change_line EXCEPT SELECT * FROM main.change_line)",
        ),
        (
            "search_term",
            "SELECT COUNT(*) FROM (SELECT kind, term, record FROM before.search_term
            EXCEPT SELECT kind, term, record FROM main.search_term)",
        ),
    ];
    let attach = sqlx::query("ATTACH $1 AS before").bind(before.to_str());
    attach.execute(file).await.unwrap();
    let mut lost = Vec::new();
    for (table, sql) in KEPT {
        let count: i64 = sqlx::query_scalar(sql).fetch_one(file).await.unwrap();
        if count > 0 {
            lost.push((table, count));
        }
    }
    lost
}
