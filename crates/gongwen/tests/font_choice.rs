//! Which font serves which role, and what happens when one is not there.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use gongwen::{Error, FontConfig, FontSet, FontSource, Role};

fn bundled() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts")
}

#[test]
fn bundled_fonts_serve_every_role() {
    let report = FontSet::load(&FontConfig::bundled(bundled()))
        .unwrap()
        .report();
    assert_eq!(report.len(), Role::ALL.len());
    for role in report {
        assert_eq!(role.source, FontSource::Bundled);
        assert!(role.file.ends_with(role.role.bundled_file()));
        assert!(!role.fallbacks.is_empty());
    }
}

#[test]
fn a_chosen_file_comes_first_and_the_bundled_one_still_lends() {
    let mut config = FontConfig::bundled(bundled());
    config
        .chosen
        .insert(Role::Fang, bundled().join(Role::Kai.bundled_file()));
    let report = FontSet::load(&config).unwrap().report();
    let fang = report.iter().find(|r| r.role == Role::Fang).unwrap();
    assert_eq!(
        (fang.source, fang.family.as_str()),
        (FontSource::Chosen, "Tongxin Kai")
    );
    assert!(fang.fallbacks.iter().any(|family| family == "Tongxin Fang"));
}

#[test]
fn a_chosen_file_that_is_no_font_is_named() {
    let mut config = FontConfig::bundled(bundled());
    config.chosen.insert(Role::Hei, bundled().join("README.md"));
    let error = FontSet::load(&config).unwrap_err();
    assert!(matches!(&error, Error::FontUnreadable { .. }));
    assert!(error.to_string().contains("README.md"));
}

#[test]
fn a_folder_without_fonts_is_named() {
    let error = FontSet::load(&FontConfig::bundled("/nowhere")).unwrap_err();
    assert!(matches!(
        &error,
        Error::FontNotFound {
            role: Role::Title,
            ..
        }
    ));
    assert!(error.to_string().contains("/nowhere") && error.to_string().contains("小标宋"));
}

#[test]
fn a_font_set_is_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<FontSet>();
}
