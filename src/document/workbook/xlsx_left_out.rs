//! Workbooks of Excel in a program that was built without them: known by their content as ever, and refused.

use super::sheet::Sheet;
use crate::source::Fault;

pub(super) fn sheets(name: &str, _: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let what = format!("`{name}` is a workbook of Excel, which isn't read");
    Err(Fault::left_out(&what, "workbooks"))
}
