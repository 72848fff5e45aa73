//! The formats of a workbook, and those that are added: a kept one with another ground.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use crate::ExcelError;
use crate::write::Tone;
use crate::xml::{Pieces, attribute, retagged};

/// A cell's format: its tag, and the source of what stands within.
struct Form {
    start: BytesStart<'static>,
    inner: Option<String>,
}

/// The part of a workbook that holds its formats.
pub(super) struct Styles {
    source: String,
    forms: Vec<Form>,
    /// Formats that are added, as they are written.
    added: Vec<String>,
    known: HashMap<(usize, usize), usize>,
    fills: usize,
    /// The ground of cells at fault: one that is added, or that an earlier marking left here.
    ground: usize,
}

/// The ground of cells at fault.
fn ground() -> String {
    let colour = Tone::Late.weak_hex();
    format!(
        r#"<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor indexed="64"/></patternFill></fill>"#
    )
}

impl Styles {
    pub fn read(source: String) -> Result<Self, ExcelError> {
        let (mut fills, mut left, mut forms) = (0, None, Vec::new());
        let mut pieces = Pieces::of(&source);
        let mut within = String::new();
        while let Some((event, _)) = pieces.next()? {
            match event {
                // Only within the list: differential formats hold fills of their own, which cells
                // do not count.
                Event::Start(start) if start.name().as_ref() == "fill" && within == "fills" => {
                    if pieces
                        .pass()?
                        .contains(&format!("\"FF{}\"", Tone::Late.weak_hex()))
                    {
                        left = Some(fills);
                    }
                    fills += 1;
                }
                Event::Empty(start) if start.name().as_ref() == "fill" && within == "fills" => {
                    fills += 1
                }
                Event::Start(start) if start.name().as_ref() == "xf" && within == "cellXfs" => {
                    let inner = Some(pieces.pass()?.to_owned());
                    let start = start.into_owned();
                    forms.push(Form { start, inner });
                }
                Event::Empty(start) if start.name().as_ref() == "xf" && within == "cellXfs" => {
                    let start = start.into_owned();
                    forms.push(Form { start, inner: None });
                }
                Event::Start(start) => start.name().as_ref().clone_into(&mut within),
                _ => {}
            }
        }
        if forms.is_empty() || fills == 0 {
            return Err(ExcelError::damaged("no formats"));
        }
        Ok(Self {
            forms,
            added: Vec::new(),
            known: HashMap::new(),
            fills,
            ground: left.unwrap_or(fills),
            source,
        })
    }

    /// A format on the ground of cells at fault.
    pub fn coloured(&mut self, form: usize) -> Result<usize, ExcelError> {
        self.on(form, self.ground)
    }

    /// A format without the ground that an earlier marking gave it; none where it has another.
    pub fn cleared(&mut self, form: usize) -> Result<Option<usize>, ExcelError> {
        let start = self.forms.get(form).map(|form| &form.start);
        let fill = start.map_or(Ok(None), |start| attribute(start, "fillId"))?;
        let is_marked = fill.is_some_and(|fill| fill == self.ground.to_string());
        // Fill 0 is none in every workbook.
        is_marked.then(|| self.on(form, 0)).transpose()
    }

    fn on(&mut self, form: usize, fill: usize) -> Result<usize, ExcelError> {
        if let Some(known) = self.known.get(&(form, fill)) {
            return Ok(*known);
        }
        let kept = self
            .forms
            .get(form)
            .ok_or_else(|| ExcelError::damaged("no such format"))?;
        let set = [
            ("fillId", Some(fill.to_string())),
            ("applyFill", Some("1".to_owned())),
        ];
        let mut written = retagged(&kept.start, &set, kept.inner.is_none())?;
        written.push_str(kept.inner.as_deref().unwrap_or_default());
        self.added.push(written);
        let at = self.forms.len() + self.added.len() - 1;
        self.known.insert((form, fill), at);
        Ok(at)
    }

    /// The format of an explanation: several lines on the ground of cells at fault.
    pub fn explanation(&mut self) -> usize {
        const KEY: (usize, usize) = (usize::MAX, 0);
        if let Some(known) = self.known.get(&KEY) {
            return *known;
        }
        self.added.push(format!(
            r#"<xf numFmtId="0" fontId="0" fillId="{}" borderId="0" xfId="0" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>"#,
            self.ground
        ));
        let at = self.forms.len() + self.added.len() - 1;
        self.known.insert(KEY, at);
        at
    }

    /// The part with what was added.
    pub fn written(&self) -> String {
        let adds_ground = self.ground == self.fills;
        let fills = if adds_ground { ground() } else { String::new() };
        let fills = with_more(
            &self.source,
            "fills",
            self.fills + usize::from(adds_ground),
            &fills,
        );
        let forms = self.forms.len() + self.added.len();
        with_more(&fills, "cellXfs", forms, &self.added.concat())
    }
}

/// A list with more at its end, and how many that makes.
fn with_more(source: &str, list: &str, count: usize, more: &str) -> String {
    let (begin, end) = (format!("<{list}"), format!("</{list}>"));
    let parts = source.split_once(&end).and_then(|(before, after)| {
        let (head, within) = before.split_once(&begin)?;
        Some((head, within.split_once('>')?.1, after))
    });
    match parts {
        Some((head, within, after)) => {
            format!("{head}{begin} count=\"{count}\">{within}{more}{end}{after}")
        }
        None => source.to_owned(),
    }
}
