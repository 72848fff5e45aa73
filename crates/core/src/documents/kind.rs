//! What a thing declares of each paper it makes, with [`papers!`](crate::papers): the kit lists them, makes them and
//! gives them their numbers, and knows none.

use super::{DocumentKind, FileFormat, MadeDocument, Numbering, Paper};
use crate::api::{Answer, Collector, Config, TS, TypeVisitor, parse};
use crate::office::Cx;
use crate::thing::Catalog;
use chrono::NaiveDateTime;
use ground::error::{Error, ErrorCode, Result};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

/// What a paper is to be made from, as it was given: each paper takes its own fields from it.
pub type Fields = Map<String, Json>;

/// Makes one paper, without its number, as it is made at a moment.
pub type MakePaper = for<'c, 'a> fn(&'c mut Cx<'a>, Fields, NaiveDateTime) -> Answer<'c, Paper>;

/// Makes a finished file of several papers.
pub type MakeFile =
    for<'c, 'a> fn(&'c mut Cx<'a>, Fields, FileFormat, NaiveDateTime) -> Answer<'c, MadeDocument>;

/// How a paper is made.
#[derive(Clone, Copy)]
pub enum Making {
    /// One paper, which the kit sets and keeps.
    Paper(MakePaper),
    /// A file: a whole set, or the same paper for each of several.
    File(MakeFile),
}

/// A paper as its thing declares it.
pub struct PaperKind {
    /// The name it has in commands and data.
    pub(super) key: &'static str,
    /// What people call it.
    pub(super) name: &'static str,
    /// What it is made from, such as `meeting`.
    pub(super) source: &'static str,
    /// Its place among all papers, from the top.
    pub(super) place: u16,
    /// Whether it must stay inside the office.
    pub(super) internal: bool,
    /// TypeScript name of its own arguments.
    pub(super) args: fn(&Config) -> String,
    /// Collects the types of these.
    pub(super) visit: fn(&mut Collector),
    /// How it is made.
    pub(super) making: Making,
    /// How it takes a number; none for papers without.
    pub(super) numbering: Option<&'static Numbering>,
}

/// The papers of a thing, declared among its parts.
pub struct Papers(pub &'static [PaperKind]);

impl PaperKind {
    /// A paper made from arguments of its own type.
    pub const fn new<A: TS + 'static>(
        place: u16,
        key: &'static str,
        name: &'static str,
        source: &'static str,
        making: Making,
    ) -> Self {
        Self {
            key,
            name,
            source,
            place,
            internal: false,
            args: A::name,
            visit: <Collector as TypeVisitor>::visit::<A>,
            making,
            numbering: None,
        }
    }

    /// It must stay inside the office.
    #[must_use]
    pub const fn internal(mut self) -> Self {
        self.internal = true;
        self
    }

    /// It takes a number.
    #[must_use]
    pub const fn numbered(mut self, numbering: &'static Numbering) -> Self {
        self.numbering = Some(numbering);
        self
    }

    /// What people call it.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// Makes it, without its number.
    ///
    /// # Errors
    /// As the paper's own.
    pub(crate) async fn paper(
        &self,
        cx: &mut Cx<'_>,
        fields: Fields,
        made: NaiveDateTime,
    ) -> Result<Paper> {
        match self.making {
            Making::Paper(make) => make(cx, fields, made).await,
            Making::File(_) => Err(Error::internal("several papers asked for as one", self.key)),
        }
    }
}

/// Declares a thing's papers, as `PAPERS`: place among all papers, `Paper` or `File`, key, name, what it is made
/// from, what makes it, the type of its own arguments, and in brackets what else there is to say of it.
#[macro_export]
macro_rules! papers {
    ($($place:literal $making:ident $key:literal $name:literal $source:literal
        $make:ident ( $args:ty ) $([ $($what:ident ( $($value:expr)? )),* ])?;)*) => {
        pub(crate) static PAPERS: $crate::documents::Papers = $crate::documents::Papers(&[$(
            $crate::documents::PaperKind::new::<$args>(
                $place, $key, $name, $source, $crate::papers!(@$making $make $args),
            )$($(.$what($($value)?))*)?
        ),*]);
    };
    (@Paper $make:ident $args:ty) => {
        $crate::documents::Making::Paper(|cx, fields, made| {
            Box::pin(async move {
                let args: $args = $crate::documents::own(fields)?;
                $make(cx, args, made).await
            })
        })
    };
    (@File $make:ident $args:ty) => {
        $crate::documents::Making::File(|cx, fields, format, made| {
            Box::pin(async move {
                let args: $args = $crate::documents::own(fields)?;
                $make(cx, args, format, made).await
            })
        })
    };
}

/// A paper's own arguments from all that was given.
///
/// # Errors
/// `Usage` for fields of another shape.
pub(crate) fn own<A: DeserializeOwned>(fields: Fields) -> Result<A> {
    parse(Json::Object(fields))
}

/// All papers, in the order of lists.
pub(super) fn all(catalog: &Catalog) -> Vec<&'static PaperKind> {
    let papers = catalog.parts::<Papers>().flat_map(|papers| papers.0);
    let mut all: Vec<&PaperKind> = papers.collect();
    all.sort_by_key(|paper| paper.place);
    all
}

impl DocumentKind {
    /// What was declared under this key.
    ///
    /// # Errors
    /// `Usage` where no thing declares it.
    pub(crate) fn declared(&self, catalog: &Catalog) -> Result<&'static PaperKind> {
        let mut papers = catalog.parts::<Papers>().flat_map(|papers| papers.0);
        papers.find(|paper| paper.key == self.0).ok_or_else(|| {
            let message = format!("没有“{}”这种文书，请按命令清单填写。", self.0);
            Error::new(ErrorCode::Usage, message)
        })
    }
}
