//! The window's pages, embedded from `ui/dist` when that was built before this program.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
#[allow_missing = true]
struct Dist;

/// Pages may load only what this server gives; the window's own rule, sent as a header.
const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; \
                      font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'";

const NOT_BUILT: &str = "界面还没有构建。请先运行 cargo xtask run（或在 ui 文件夹中运行 npm ci 和 npm run build），再重新编译 tongxin。";

/// Whether the pages are there.
pub fn is_built() -> bool {
    Dist::get("index.html").is_some()
}

/// One page or asset; the start page for the empty path.
pub fn page(path: &str) -> Response<Body> {
    let path = path.trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    match Dist::get(path) {
        Some(file) => answer(
            StatusCode::OK,
            mime(path),
            Body::from(file.data.into_owned()),
        ),
        None if path == "index.html" => answer(
            StatusCode::SERVICE_UNAVAILABLE,
            "text/plain; charset=utf-8",
            NOT_BUILT.into(),
        ),
        None => answer(
            StatusCode::NOT_FOUND,
            "text/plain; charset=utf-8",
            "没有这个页面。".into(),
        ),
    }
}

fn answer(status: StatusCode, mime: &str, body: Body) -> Response<Body> {
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, mime)
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::REFERRER_POLICY, "no-referrer")
        .header(header::CACHE_CONTROL, "no-cache");
    response.body(body).unwrap_or_default()
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
