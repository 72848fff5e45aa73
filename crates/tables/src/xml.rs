//! XML piece by piece, with the source of each piece, so that what is not changed is copied as it stands.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::ExcelError;

/// The value of an attribute; none where the tag lacks it.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, ExcelError> {
    let found = start.try_get_attribute(name).map_err(ExcelError::damaged)?;
    let value = found.map(|found| unescape(&found.value).map(std::borrow::Cow::into_owned));
    value.transpose().map_err(ExcelError::damaged)
}

/// A document read piece by piece.
pub(super) struct Pieces<'x> {
    reader: Reader<&'x [u8]>,
    source: &'x str,
    at: usize,
}

impl<'x> Pieces<'x> {
    pub fn of(source: &'x str) -> Self {
        let source = source.trim_start_matches('\u{feff}');
        Self {
            reader: Reader::from_str(source),
            source,
            at: 0,
        }
    }

    /// The next piece and its source; none at the end.
    pub fn next(&mut self) -> Result<Option<(Event<'x>, &'x str)>, ExcelError> {
        let event = self.reader.read_event().map_err(ExcelError::damaged)?;
        if matches!(event, Event::Eof) {
            return Ok(None);
        }
        let until = usize::try_from(self.reader.buffer_position()).map_err(ExcelError::damaged)?;
        let source = self.source.get(self.at..until);
        self.at = until;
        let source = source.ok_or_else(|| ExcelError::damaged("a piece has no source"))?;
        Ok(Some((event, source)))
    }

    /// Passes over what stands within an element, its end included, and gives the source of it.
    pub fn pass(&mut self) -> Result<&'x str, ExcelError> {
        let (from, mut depth) = (self.at, 1_usize);
        while depth > 0 {
            match self.next()? {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return Err(ExcelError::damaged("an element does not end")),
            }
        }
        Ok(&self.source[from..self.at])
    }
}

/// A tag with some attributes set, or taken away where there is no value.
pub(super) fn retagged(
    start: &BytesStart<'_>,
    set: &[(&str, Option<String>)],
    is_empty: bool,
) -> Result<String, ExcelError> {
    let mut tag = format!("<{}", start.name().as_ref());
    for found in start.attributes() {
        let found = found.map_err(ExcelError::damaged)?;
        let key = found.key.as_ref();
        if !set.iter().any(|(name, _)| *name == key) {
            // It may have stood between ', where a " needs no escape.
            tag.push_str(&format!(
                " {key}=\"{}\"",
                found.value.replace('"', "&quot;")
            ));
        }
    }
    for (name, value) in set {
        if let Some(value) = value {
            tag.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    tag.push_str(if is_empty { "/>" } else { ">" });
    Ok(tag)
}
