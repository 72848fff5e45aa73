//! What is frozen is kept as JSON with its hash, and looked at against it whenever it is read.

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

/// SHA-256 of a JSON document; equal documents have equal hashes, whatever order they were built in.
#[must_use]
pub fn content_hash(document: &Json) -> String {
    let digest = Sha256::digest(document.to_string().as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
