//! How well an outcome is backed: by the weakest of what decides.

use super::because::{Because, Join};
use crate::standing::Basis;

/// How well a list of needs is backed: as its weakest; nothing where one isn't stated. `of` says how
/// well the state of an arrangement is.
pub(super) fn weakest_basis(
    of: &impl Fn(&str) -> Option<Basis>,
    because: &[Because],
) -> Option<Basis> {
    let all: Option<Vec<Basis>> = because.iter().map(|node| basis(of, node)).collect();
    all?.into_iter().min()
}

/// How well a need is backed: of several ways that come to its value, by the best.
fn basis(of: &impl Fn(&str) -> Option<Basis>, node: &Because) -> Option<Basis> {
    match node.join() {
        Join::Any | Join::AtLeast => {
            let enough = node.children().iter().filter(|child| child.value >= node.value);
            enough.filter_map(|child| basis(of, child)).max()
        }
        Join::All => weakest_basis(of, node.children()),
        Join::Ask | Join::State | Join::Where | Join::Ideally => of(node.arrangement()?.as_str()),
    }
}
