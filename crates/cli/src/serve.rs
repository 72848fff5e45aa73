//! `tongxin serve`: the same commands over HTTP, for a browser on this machine.
//!
//! `POST /api/NAME` runs a command and answers an envelope of its result and change set, `POST /files` takes a file in, `GET /files/ID` gives one out; all
//! with `Authorization: Bearer TOKEN`. Work that was given a name in `X-Work` is looked at with
//! `GET /progress/NAME` and cancelled with `DELETE /progress/NAME`. It listens on loopback only and refuses other hosts' names and
//! other origins, so that a page of somebody else's cannot reach it.

use crate::{DataArgs, open, ui};
use anyhow::Context;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use clap::Args;
use ground::error::{Error, ErrorCode};
use ground::files::FileRef;
use ground::progress::Works;
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::net::TcpListener;
use tongxin_core::api::{self, Envelope};
use tongxin_core::office::Office;
use tongxin_core::users::SignedIn;

/// The largest request: a workbook or a scan.
const LARGEST_BODY: usize = 32 * 1024 * 1024;

/// Arguments of `tongxin serve`.
#[derive(Args)]
pub struct ServeArgs {
    /// 端口；0 为任选
    #[arg(long, default_value_t = 0)]
    port: u16,
    #[command(flatten)]
    data: DataArgs,
}

struct Host {
    office: Office,
    signed_in: SignedIn,
    works: Works,
    token: String,
    port: u16,
}

impl Host {
    async fn call(&self, name: &str, args: Value, work: Option<&str>) -> Result<Envelope, Error> {
        let session = self.signed_in.current(&self.office).await?;
        let work = self.works.begin(work);
        api::call_with(&self.office, &session, name, args, &work.progress).await
    }
}

/// Listens until Ctrl+C.
pub async fn run(args: ServeArgs) -> anyhow::Result<()> {
    let (office, session) = open::office(&args.data).await?;
    let listener = TcpListener::bind(("127.0.0.1", args.port))
        .await
        .with_context(|| format!("端口 {} 不能使用，请换一个。", args.port))?;
    let port = listener.local_addr()?.port();
    let token = format!("{}{}", office.new_id(), office.new_id()).replace('-', "");
    // After the #, which a browser sends to nobody.
    println!("请在浏览器中打开 http://127.0.0.1:{port}/#token={token}");
    if !ui::is_built() {
        println!("界面还没有构建，目前只有命令接口可用；请先运行 cargo xtask run。");
    }
    let host = Arc::new(Host {
        office,
        signed_in: SignedIn::with(session),
        works: Works::default(),
        token,
        port,
    });
    axum::serve(listener, router(Arc::clone(&host)))
        .with_graceful_shutdown(stopped())
        .await?;
    host.office.close().await;
    Ok(())
}

async fn stopped() {
    // Where no signal can be heard it runs on, instead of ending at once.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn router(host: Arc<Host>) -> Router {
    let guarded = Router::new()
        .route("/api/{name}", post(command))
        .route("/progress/{name}", get(look_at).delete(cancel))
        .merge(holding())
        .route("/files", post(take_file))
        .route("/files/{id}", get(give_file))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        // The outermost: the token is asked for before a body is read.
        .layer(from_fn_with_state(Arc::clone(&host), authorised));
    // Pages come without the token, since they have to load before they can send it.
    Router::new()
        .merge(guarded)
        .fallback(|uri: Uri| async move { ui::page(uri.path()) })
        .layer(from_fn_with_state(Arc::clone(&host), from_here))
        .with_state(host)
}

async fn from_here(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    if is_local(request.headers(), host.port) {
        return next.run(request).await;
    }
    refused(StatusCode::FORBIDDEN, "只接受本机浏览器的访问。")
}

/// Whether a request came by loopback's own name (against DNS rebinding) and from this origin.
fn is_local(headers: &HeaderMap, port: u16) -> bool {
    let names = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let by_name = text(header::HOST).is_some_and(|value| names.iter().any(|name| name == value));
    // Browsers leave the origin out where a page asks its own server for something.
    let same_origin = text(header::ORIGIN)
        .is_none_or(|origin| names.iter().any(|name| origin == format!("http://{name}")));
    by_name && same_origin
}

async fn authorised(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    if bears(request.headers(), &host.token) {
        return next.run(request).await;
    }
    refused(
        StatusCode::UNAUTHORIZED,
        "访问口令不对，请用启动服务时给出的完整地址打开。",
    )
}

fn bears(headers: &HeaderMap, token: &str) -> bool {
    let given = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let given = given
        .and_then(|value| value.strip_prefix("Bearer "))
        .unwrap_or_default();
    same(given.as_bytes(), token.as_bytes())
}

/// Compares without telling by its time how much was right.
fn same(given: &[u8], kept: &[u8]) -> bool {
    let differing = given.iter().zip(kept).fold(0, |sum, (a, b)| sum | (a ^ b));
    given.len() == kept.len() && differing == 0
}

fn refused(status: StatusCode, message: &str) -> Response {
    (status, Json(json!(Error::new(ErrorCode::SignIn, message)))).into_response()
}

fn answered(result: Result<Envelope, Error>) -> Response {
    match result {
        Ok(envelope) => Json(envelope).into_response(),
        Err(error) => (status_of(error.code), Json(json!(error))).into_response(),
    }
}

fn status_of(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::Conflict => StatusCode::CONFLICT,
        ErrorCode::Forbidden => StatusCode::FORBIDDEN,
        ErrorCode::SignIn => StatusCode::UNAUTHORIZED,
        ErrorCode::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Storage | ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

async fn command(
    State(host): State<Arc<Host>>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let work = headers.get("x-work").and_then(|value| value.to_str().ok());
    let args = if body.is_empty() {
        Ok(Value::Null)
    } else {
        serde_json::from_slice(&body)
    };
    match args {
        Ok(args) => answered(host.call(&name, args, work).await),
        Err(cause) => answered(Err(Error::new(
            ErrorCode::Usage,
            format!("请求不是正确的 JSON：{cause}。"),
        ))),
    }
}

/// Work that has just ended is nothing unusual to ask for: no content then.
async fn look_at(State(host): State<Arc<Host>>, Path(name): Path<String>) -> Response {
    match host.works.find(&name) {
        Some(progress) => Json(progress.seen()).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    }
}

async fn cancel(State(host): State<Arc<Host>>, Path(name): Path<String>) -> StatusCode {
    if let Some(progress) = host.works.find(&name) {
        progress.cancel();
    }
    StatusCode::NO_CONTENT
}

/// Where stories hold long work at a point and let it go on; no part of a program that is handed out.
#[cfg(debug_assertions)]
fn holding() -> Router<Arc<Host>> {
    use ground::progress::Hold;
    let hold = |State(host): State<Arc<Host>>, Json(hold): Json<Hold>| async move {
        host.works.hold_next(hold);
    };
    let release = |State(host): State<Arc<Host>>| async move { host.works.release() };
    Router::new().route("/hold", post(hold).delete(release))
}

#[cfg(not(debug_assertions))]
fn holding() -> Router<Arc<Host>> {
    Router::new()
}

async fn take_file(State(host): State<Arc<Host>>, headers: HeaderMap, body: Bytes) -> Response {
    let name = headers
        .get("x-file-name")
        .and_then(|value| value.to_str().ok())
        .map(decoded);
    let file = host
        .office
        .files()
        .keep(name.unwrap_or_else(|| "文件".into()), body.to_vec());
    Json(json!({ "file": file })).into_response()
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}

async fn give_file(State(host): State<Arc<Host>>, Path(id): Path<String>) -> Response {
    match host.office.files().read(&FileRef {
        id,
        name: String::new(),
    }) {
        Ok(bytes) => (
            [(header::CONTENT_TYPE, "application/octet-stream")],
            Body::from(bytes.to_vec()),
        )
            .into_response(),
        Err(error) => answered(Err(error)),
    }
}
