//! Stories: whole use cases through the list of commands, each told on both engines.

mod assignments;
mod backup;
mod golden;
mod inputs;
mod ledger;
mod log;
mod meetings;
mod people;
mod registers;
mod rota;
mod sample;
