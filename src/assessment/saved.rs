//! A node of an explanation as a saved result has it: it is a [`Because`] where its keys fit its kind.

use std::sync::Arc;

use serde::Deserialize;

use super::because::{Because, Join, Part};
use super::{Answered, Stands};
use crate::rulebook::ArrangementId;
use crate::source::Place;
use crate::standing::State;

/// The keys that tell; the others, which say the same in words, aren't read.
#[derive(Deserialize)]
pub(super) struct Node {
    join: Join,
    value: State,
    decides: bool,
    count: Option<usize>,
    arrangement: Option<ArrangementId>,
    stands: Option<Arc<Stands>>,
    answered: Option<Box<Answered>>,
    place: Option<Arc<Place>>,
    children: Vec<Because>,
}

impl TryFrom<Node> for Because {
    type Error = String;

    fn try_from(node: Node) -> Result<Self, String> {
        let Node { join, value, decides, count, arrangement, stands, answered, place, children } =
            node;
        let lacks = |key: &str| format!("a node that joins by `{join}` lacks `{key}`");
        let leaf = matches!(join, Join::State | Join::Where | Join::Ideally);
        if leaf && !children.is_empty() {
            return Err(format!("a node that joins by `{join}` has children"));
        }
        let part = match join {
            Join::All => Part::All(children),
            Join::Any => Part::Any(children),
            Join::AtLeast => {
                Part::AtLeast { count: count.ok_or_else(|| lacks("count"))?, of: children }
            }
            Join::Ask => Part::Ask {
                arrangement: arrangement.ok_or_else(|| lacks("arrangement"))?,
                of: children,
            },
            Join::State => Part::State {
                stands: stands.ok_or_else(|| lacks("stands"))?,
                place: place.ok_or_else(|| lacks("place"))?,
            },
            Join::Where | Join::Ideally => Part::Condition {
                grades: join == Join::Ideally,
                answered: answered.ok_or_else(|| lacks("answered"))?,
                place: place.ok_or_else(|| lacks("place"))?,
            },
        };
        Ok(Self { part, value, decides })
    }
}
