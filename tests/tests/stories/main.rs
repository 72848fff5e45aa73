//! Stories: whole use cases through the list of commands, each told on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a story that cannot go on fails"
)]

mod agreements;
mod assignments;
mod backup;
mod building_ledger;
mod buildings;
mod buildings_input;
mod exports;
mod floors;
mod golden;
mod hostile;
mod import_kinds;
mod imports;
mod inputs;
mod issued;
mod ledger;
mod lists;
mod log;
mod long_work;
mod meetings;
mod messy_ledgers;
mod must_hold;
mod old_data;
mod opening;
mod own_change;
mod own_thing;
mod paper_contents;
mod papers;
mod partner_finding;
mod partner_import;
mod partner_papers;
mod partner_services;
mod partners;
mod people;
mod places;
mod rating_papers;
mod rating_year;
mod ratings;
mod ratings_input;
mod reach;
mod registers;
mod return_activities;
mod returns;
mod rota;
mod sample;
mod score_files;
mod screen;
mod undo;
