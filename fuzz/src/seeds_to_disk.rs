//! Writes the seeds where cargo-fuzz looks for them.

mod seeds;

fn main() -> std::io::Result<()> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/read_table");
    std::fs::create_dir_all(&folder)?;
    for (name, parts) in seeds::seeds() {
        std::fs::write(folder.join(name), seeds::file(&parts))?;
    }
    Ok(())
}
