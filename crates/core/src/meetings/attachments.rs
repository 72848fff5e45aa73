use super::dossier::meeting;
use super::{AttachFile, Attachment};
use crate::office::Cx;
use ground::commands::{ById, Done, Versioned};
use ground::error::{Error, Result};
use ground::files::FileRef;
use ground::text;
use storage::blobs;

/// `meetings.attach`.
pub async fn attach(cx: &mut Cx<'_>, args: AttachFile) -> Result<Attachment> {
    let meeting = meeting(cx, &args.meeting_id).await?;
    let bytes = cx.office.files().read(&args.file)?;
    if bytes.is_empty() {
        return Err(Error::invalid("file", "文件是空的，请重新选择。"));
    }
    let attachment = Attachment {
        id: cx.new_id(),
        version: 0,
        owner_id: meeting.id,
        name: text::required("file", "文件名", &args.file.name, 200)?,
        hash: blobs::keep(&mut cx.tx, &bytes).await?,
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        retired: false,
    };
    cx.tx.insert(&attachment).await
}

/// `meetings.detach`: takes it off the list; its bytes stay for history.
pub async fn detach(cx: &mut Cx<'_>, args: Versioned) -> Result<Done> {
    let attachment = of_reach(cx, &args.id).await?;
    // Not deleted: it stays readable in the history.
    cx.tx
        .update(&Attachment {
            retired: true,
            version: args.version,
            ..attachment
        })
        .await?;
    Ok(Done {})
}

/// `meetings.attachment`.
pub async fn attachment(cx: &mut Cx<'_>, args: ById) -> Result<FileRef> {
    let attachment = of_reach(cx, &args.id).await?;
    let bytes = blobs::read(&mut cx.tx, &attachment.hash).await?;
    Ok(cx.office.files().keep(attachment.name, bytes))
}

async fn of_reach(cx: &mut Cx<'_>, id: &str) -> Result<Attachment> {
    let attachment: Attachment = cx.tx.get(id).await?;
    meeting(cx, &attachment.owner_id).await?;
    Ok(attachment)
}
