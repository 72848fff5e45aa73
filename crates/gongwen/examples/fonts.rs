//! Which font serves each role, and what stands in for characters it lacks:
//! `cargo run -p gongwen --example fonts -- FOLDER_OF_BUNDLED_FONTS`.

use gongwen::{FontConfig, FontSet, FontSource};

fn main() -> Result<(), gongwen::Error> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "fonts".into());
    let config = FontConfig {
        installed: true,
        ..FontConfig::bundled(folder)
    };
    for row in FontSet::load(&config)?.report() {
        let source = match row.source {
            FontSource::Chosen => "chosen",
            FontSource::Installed => "installed",
            FontSource::Bundled => "bundled",
        };
        println!(
            "{}\t{}\t{source}\t{}",
            row.role,
            row.family,
            row.file.display()
        );
        println!("\tthen {}", row.fallbacks.join(", "));
    }
    Ok(())
}
