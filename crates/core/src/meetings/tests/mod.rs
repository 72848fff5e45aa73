//! Stories of one meeting, played through the list of commands.

mod desk;
mod minutes;
mod refusals;
mod way;
