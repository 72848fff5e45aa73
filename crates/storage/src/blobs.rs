//! Attached files, kept in the database by their content's hash, in chunks both engines can hold.

use super::frozen::bytes_hash;
use super::tx::Tx;
use ground::error::{Error, ErrorCode, Result};

/// The largest file that can be attached.
pub const LARGEST: usize = 20 * 1024 * 1024;
const CHUNK: usize = 512 * 1024;

/// Keeps a file's bytes and gives the hash they are found by; the same bytes are kept once.
///
/// # Errors
/// `File` when it is larger than 20 MB.
pub async fn keep(tx: &mut Tx, bytes: &[u8]) -> Result<String> {
    if bytes.len() > LARGEST {
        return Err(Error::new(
            ErrorCode::File,
            "附件超过 20 MB，请压缩或拆分后再添加。",
        ));
    }
    let hash = bytes_hash(bytes);
    let kept = "SELECT COUNT(*) FROM blob_chunk WHERE hash = $1";
    if tx.number(kept, vec![(&hash).into()]).await? > 0 {
        return Ok(hash);
    }
    for (position, chunk) in bytes.chunks(CHUNK).enumerate() {
        tx.execute(
            "INSERT INTO blob_chunk (hash, position, bytes) VALUES ($1, $2, $3)",
            vec![
                (&hash).into(),
                i64::try_from(position).unwrap_or(i64::MAX).into(),
                chunk.to_vec().into(),
            ],
        )
        .await?;
    }
    Ok(hash)
}

/// The bytes kept under a hash, checked against it.
///
/// # Errors
/// `NotFound` when there are none; `Storage` when they no longer match.
pub async fn read(tx: &mut Tx, hash: &str) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM blob_chunk WHERE hash = $1 ORDER BY position";
    let chunks: Vec<(Vec<u8>,)> = tx.all(sql, vec![hash.into()]).await?;
    if chunks.is_empty() {
        return Err(Error::not_found("附件"));
    }
    let bytes: Vec<u8> = chunks.into_iter().flat_map(|chunk| chunk.0).collect();
    if bytes_hash(&bytes) != hash {
        return Err(Error::new(
            ErrorCode::Storage,
            "附件内容已损坏，请用备份恢复或重新添加。",
        ));
    }
    Ok(bytes)
}
