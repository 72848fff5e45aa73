//! Building stars (楼栋星级评定).

pub mod rules;
