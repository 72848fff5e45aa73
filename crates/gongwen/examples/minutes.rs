//! Writes complete minutes: `cargo run -p gongwen --example minutes -- minutes.pdf`.

use std::error::Error;
use std::path::PathBuf;

use gongwen::{FontConfig, FontSet, render_pdf};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let output = std::env::args_os()
        .nth(1)
        .map_or("minutes.pdf".into(), PathBuf::from);
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts");
    let fonts = FontSet::load(&FontConfig::bundled(directory))?;
    let rendered = render_pdf(&samples::minutes(), &fonts)?;
    std::fs::write(&output, &rendered.bytes)?;
    println!(
        "{}: {} pages, {} bytes",
        output.display(),
        rendered.pages,
        rendered.bytes.len()
    );
    Ok(())
}
