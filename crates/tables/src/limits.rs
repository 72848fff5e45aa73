//! What a workbook may hold before it is refused. A street's largest real ledger is two orders of
//! magnitude below each of these.

/// Largest file, in bytes.
pub const FILE_BYTES: usize = 20 * 1024 * 1024;
/// Most bytes all parts may inflate to.
pub const INFLATED_BYTES: u64 = 200 * 1024 * 1024;
/// Largest inflated : compressed ratio of one part.
pub const RATIO: u64 = 100;
/// Parts smaller than this many inflated bytes may have any ratio.
pub const RATIO_FLOOR: u64 = 4 * 1024 * 1024;
/// Most parts in the archive.
pub const ENTRIES: usize = 1_000;
/// Most rows with content, over all sheets.
pub const ROWS: usize = 200_000;
/// Rightmost column (1-based) that may hold content.
pub const COLUMNS: u32 = 256;
/// Most cells with content, over all sheets.
pub const CELLS: usize = 3_000_000;
/// Most characters in all cells together.
pub const TEXT_BYTES: usize = 200 * 1024 * 1024;
/// Most merged regions on one sheet.
pub const MERGES: usize = 100_000;
/// Most characters in one cell; as many as the longest text of a record has on forms.
pub const CELL_CHARS: usize = 5_000;
