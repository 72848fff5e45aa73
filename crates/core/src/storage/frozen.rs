//! What is frozen is kept as JSON with its hash, and looked at against it whenever it is read.

use super::changes::hex;
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
