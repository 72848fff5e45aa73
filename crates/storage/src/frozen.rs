//! What is frozen is kept as JSON with its hash, and looked at against it whenever it is read.

use super::changes::hex;
use super::text::JsonText;
use ground::error::{Error, ErrorCode, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

/// SHA-256 of a JSON document; equal documents have equal hashes, whatever order they were built in.
#[must_use]
pub fn content_hash(document: &Json) -> String {
    bytes_hash(document.to_string().as_bytes())
}

/// SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn bytes_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A document as it is kept, with its hash.
///
/// # Errors
/// `Internal` for what JSON cannot say.
pub fn freeze(document: &impl Serialize) -> Result<(JsonText<Json>, String)> {
    let model = serde_json::to_value(document)?;
    let hash = content_hash(&model);
    Ok((JsonText(model), hash))
}

/// A document as it was frozen; `what` names it and `when` it was, should it be told that it is not.
///
/// # Errors
/// `Storage` when it no longer matches its hash.
pub fn thaw<T: DeserializeOwned>(
    model: &Json,
    hash: Option<&str>,
    (what, when): (&str, &str),
) -> Result<T> {
    if hash == Some(content_hash(model).as_str()) {
        return Ok(serde_json::from_value(model.clone())?);
    }
    let message = format!("已{when}的{what}与{when}时的校验值不符，可能被改动过，请用备份恢复。");
    Err(Error::new(ErrorCode::Storage, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meddled_with_is_told() {
        let (mut model, hash) = freeze(&["一", "二"]).unwrap();
        let kept: Vec<String> = thaw(&model, Some(&hash), ("纪要", "签发")).unwrap();
        assert_eq!(kept, ["一", "二"]);
        model.0 = serde_json::json!(["一", "三"]);
        let told = thaw::<Vec<String>>(&model, Some(&hash), ("纪要", "签发")).unwrap_err();
        assert_eq!(told.code, ErrorCode::Storage);
        assert!(told.message.starts_with("已签发的纪要与签发时的校验值不符"));
    }
}
