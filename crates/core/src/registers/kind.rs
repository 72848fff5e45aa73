//! The registers that things declare: each of a type of its own, behind functions that do not know it.

use super::commands::{Blank, apply, blank, full_sheet, preview};
use super::model::{
    ApplyRegister, PreviewRegister, RegisterInfo, RegisterOutcome, RegisterPreview,
};
use super::plan::{Importer, SheetInfo};
use crate::api::Answer;
use crate::house::keys::KeyType;
use crate::office::Cx;
use crate::thing::Catalog;
use ground::error::{Error, ErrorCode, Result};
use ground::files::FileRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A register that goes through Excel, by the key it was declared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct RegisterKind(pub String);

/// A register as its thing declares it, among its parts.
pub struct RegisterEntry {
    /// The name it has in commands and files.
    pub(super) key: &'static str,
    /// Its place on the import screen, from the top.
    place: u8,
    /// Its place among what an office brings along in mid-year, where it is part of that.
    opening: Option<u8>,
    info: SheetInfo,
    pub(super) blank: for<'c, 'a> fn(&'c mut Cx<'a>) -> Answer<'c, Blank>,
    pub(super) export: for<'c, 'a> fn(&'c mut Cx<'a>) -> Answer<'c, FileRef>,
    pub(super) preview:
        for<'c, 'a> fn(&'c mut Cx<'a>, PreviewRegister) -> Answer<'c, RegisterPreview>,
    pub(super) apply: for<'c, 'a> fn(&'c mut Cx<'a>, ApplyRegister) -> Answer<'c, RegisterOutcome>,
}

impl RegisterEntry {
    /// The register of a type. Futures go to the heap, so that a call's stack does not grow with the number of
    /// registers.
    pub(crate) const fn new<R: Importer>(key: &'static str, place: u8) -> Self {
        Self {
            key,
            place,
            opening: None,
            info: R::INFO,
            blank: |cx| Box::pin(blank::<R>(cx)),
            export: |cx| Box::pin(full_sheet::<R>(cx)),
            preview: |cx, args| Box::pin(preview::<R>(cx, args)),
            apply: |cx, args| Box::pin(apply::<R>(cx, args)),
        }
    }

    /// Part of what an office brings along in mid-year, in that place.
    pub(crate) const fn opening(mut self, place: u8) -> Self {
        self.opening = Some(place);
        self
    }

    /// What the import screen shows of it.
    pub(super) fn info(&self) -> RegisterInfo {
        RegisterInfo {
            register: RegisterKind(self.key.to_owned()),
            title: self.info.thing.to_owned(),
            note: self.info.note.to_owned(),
            exports: self.info.exports,
        }
    }
}

/// The type of their keys in TypeScript.
pub(super) static KINDS: KeyType = KeyType {
    name: "RegisterKind",
    doc: "A register that goes through Excel.",
    keys: |catalog| all(catalog).into_iter().map(|entry| entry.key).collect(),
};

/// All registers, in the order of the import screen.
pub(super) fn all(catalog: &Catalog) -> Vec<&'static RegisterEntry> {
    let mut all: Vec<&RegisterEntry> = catalog.parts().collect();
    all.sort_by_key(|entry| entry.place);
    all
}

/// What an office brings along in mid-year, in the order it is imported.
pub(super) fn opening(catalog: &Catalog) -> Vec<&'static RegisterEntry> {
    let mut all: Vec<&RegisterEntry> = catalog.parts().collect();
    all.retain(|entry| entry.opening.is_some());
    all.sort_by_key(|entry| entry.opening);
    all
}

impl RegisterKind {
    /// The register of this key.
    ///
    /// # Errors
    /// `Usage` where no thing declares it.
    pub(super) fn entry(&self, catalog: &Catalog) -> Result<&'static RegisterEntry> {
        let mut all = catalog.parts::<RegisterEntry>();
        all.find(|entry| entry.key == self.0).ok_or_else(|| {
            let message = format!("没有“{}”这种登记簿，请按命令清单填写。", self.0);
            Error::new(ErrorCode::Usage, message)
        })
    }
}
