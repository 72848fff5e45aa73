//! Workbooks of the sample street, taken in as a clerk would: previewed, then applied.

use ground::error::{Error, Result};
use tongxin_core::registers::{
    ApplyRegister, PreviewRegister, RegisterKind, RegisterOutcome, RegisterPreview,
};
use tongxin_core::sampling::Player;

/// Takes a workbook into a register, and makes what its rows name.
///
/// # Errors
/// `Internal` where a row of it is wrong.
pub(super) async fn import(
    player: &Player<'_>,
    register: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Result<()> {
    let files = player.office().files();
    let (register, file) = (RegisterKind(register.to_owned()), files.keep(name, bytes));
    let read = PreviewRegister {
        register: register.clone(),
        file: file.clone(),
        columns: Vec::new(),
    };
    let preview: RegisterPreview = player.give("registers.importPreview", read).await?;
    if preview.wrong_rows > 0 {
        let wrong = format!("{} wrong rows", preview.wrong_rows);
        return Err(Error::internal("sample register", wrong));
    }
    let apply = ApplyRegister {
        register,
        file: file.clone(),
        // Applying refuses another file than the one that was previewed.
        file_hash: Some(preview.file_hash),
        columns: Vec::new(),
        create_missing: true,
        skip_wrong: false,
        choices: Vec::new(),
    };
    let _: RegisterOutcome = player.give("registers.importApply", apply).await?;
    // Its bytes would stay in memory as long as the office is open.
    files.forget(&file);
    Ok(())
}
