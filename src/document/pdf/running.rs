//! Whether pieces that stand under one another are running text rather than the rows of a table.

use super::lines::PdfLine;

/// Pieces of one column begin within so many points of one another.
pub(super) const NEAR: f32 = 6.0;
/// A line goes on in the next one within this distance, as a share of its size.
pub(super) const LEADING: f32 = 1.6;
/// The most words of an answer beside a label.
pub(super) const ANSWER: usize = 3;

/// Pieces of one line of a page, from left to right.
pub(super) type Row<'a> = Vec<&'a PdfLine>;

/// Whether the rows of a table are cut out of running text: a piece of its last row goes on right below, in small letters,
/// or one of its first row goes on from a line right above that is no shorter.
pub(super) fn is_torn(above: Option<&Row<'_>>, table: &[Row<'_>], below: Option<&Row<'_>>) -> bool {
    let right_above = |own: &PdfLine, line: &PdfLine| {
        let distance = line.y - own.y;
        (own.x0 - line.x0).abs() <= NEAR && distance > 0.0 && distance < LEADING * line.size
    };
    let small = |line: &PdfLine| line.text.starts_with(char::is_lowercase);
    let ends = |line: &PdfLine| line.text.ends_with(['.', '?', '!', ':', ';']);
    let first = table.first().map(Vec::as_slice).unwrap_or_default();
    let last = table.last().map(Vec::as_slice).unwrap_or_default();
    let above = above.map(Vec::as_slice).unwrap_or_default();
    let below = below.map(Vec::as_slice).unwrap_or_default();
    let goes_on = last
        .iter()
        .any(|own| !ends(own) && below.iter().any(|line| right_above(own, line) && small(line)));
    let words = |line: &PdfLine| line.text.split_whitespace().count();
    // Above the first column may stand what leads the table in.
    let continues =
        first.iter().enumerate().filter(|(n, own)| *n > 0 || small(own)).any(|(_, own)| {
            let runs = |line: &PdfLine| right_above(line, own) && words(line) > ANSWER;
            above.iter().any(|line| runs(line) && !ends(line) && line.x1 >= own.x1)
        });
    goes_on || continues
}

/// Whether each row begins something: a line of running text goes on from the one above it. "n/a" and "in place" don't,
/// where a row stands apart.
pub(super) fn begins_anew(groups: &[Vec<&Row<'_>>]) -> bool {
    let mut above: Option<f32> = None;
    groups.iter().all(|group| {
        let Some(line) = group.first().and_then(|row| row.first()) else { return true };
        let apart = above.is_none_or(|above| line.y - above >= LEADING * line.size);
        above = group.last().and_then(|row| row.first()).map(|last| last.y);
        let status = line.text.split_whitespace().count() < ANSWER && !line.text.ends_with('.');
        !line.text.starts_with(char::is_lowercase) || apart && status
    })
}

/// Whether its columns are wider than what stands in them: lines of running text fill theirs.
pub(super) fn leaves_room(groups: &[Vec<&Row<'_>>], starts: &[f32]) -> bool {
    let lines = groups.iter().flatten().flat_map(|row| row.iter());
    let (mut all, mut short) = (0, 0);
    for line in lines {
        let at = starts.iter().rposition(|start| *start <= line.x0 + NEAR);
        let Some(at) = at else { continue };
        let (Some(start), Some(next)) = (starts.get(at), starts.get(at + 1)) else { continue };
        all += 1;
        short += usize::from(line.x1 - start < 0.85 * (next - start));
    }
    all > 1 && short * 3 >= all * 2
}
