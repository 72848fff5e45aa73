//! What the house has to know of 文书.

use super::archive::PAPERS;
use super::bindings::{KINDS, MAKE, SOURCES};
use super::undo::refuse_undoing_issued;
use super::*;
use crate::commands;
use crate::history::UndoGuard;
use crate::thing::Thing;
use ground::commands::{Done, NoArgs};
use storage::Record;

/// 文书.
pub static THING: Thing = Thing::new("documents")
    .records(&[IssuedPaper::TABLE, IssuedModel::TABLE])
    .commands(COMMANDS)
    .parts(&[&PAPERS, &KINDS, &SOURCES, &MAKE, &ISSUED_STAYS]);

commands! {
    "documents.kinds" Read Leader "查看可生成的文书" kinds(NoArgs) -> Vec<DocumentKindInfo>;
    "documents.fonts" Read Leader "查看字体" fonts(NoArgs) -> FontsView;
    "documents.chooseFont" Write Clerk "更换字体" choose_font(ChooseFont) -> Done;
    "documents.wording" Read Leader "查看文书用语" wording(NoArgs) -> Vec<WordingRow>;
    "documents.previewWording" Read Leader "预览文书用语" preview_wording(PreviewWording) -> WordingPreview;
    "documents.sample" Read Leader "预览版式" sample(SampleOptions) -> MadeDocument;
    "documents.issue" Write Secretary "文书编号发出" issue(MakeDocument) -> IssuedPaper;
    "documents.void" Write Secretary "作废已发文书" void(VoidIssued) -> IssuedPaper;
    "documents.issued" Read Leader "查看发文登记" issued(ListIssued) -> Vec<IssuedPaper>;
    "documents.make" Read Leader "生成文书" make(MakeDocument) -> MadeDocument;
}

static ISSUED_STAYS: UndoGuard = UndoGuard(|cx, lines| Box::pin(refuse_undoing_issued(cx, lines)));
