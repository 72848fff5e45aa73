//! Writes sample documents: `cargo run -p gongwen --example samples -- FOLDER [FONT FOLDER]`.

use std::error::Error;
use std::path::PathBuf;

use gongwen::{FontConfig, FontSet, render_docx, render_pdf};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().unwrap_or_default();
    let bundled = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
    let fonts = arguments.next().unwrap_or(bundled.into());
    let fonts = FontSet::load(&FontConfig::bundled(fonts))?;
    let documents = [
        ("minutes", samples::minutes()),
        ("notice", samples::notice()),
        ("letter", samples::letter()),
        ("request", samples::request()),
        ("table", samples::table(60)),
        ("landscape", samples::landscape()),
        ("certificate", samples::certificate()),
    ];
    for (name, document) in documents {
        let rendered = render_pdf(&document, &fonts)?;
        let path = folder.join(name).with_extension("pdf");
        std::fs::write(&path, &rendered.bytes)?;
        std::fs::write(path.with_extension("docx"), render_docx(&document)?)?;
        println!(
            "{}: {} pages, {} bytes",
            path.display(),
            rendered.pages,
            rendered.bytes.len()
        );
    }
    Ok(())
}
