//! Which file needs which, and where that goes in a circle.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::code::Kind;
use crate::house::House;

/// For every file those that it needs, with the first place that says so.
pub(crate) type Needs = BTreeMap<String, BTreeMap<String, String>>;

/// Steps from one file that lead into circles, and are there for a reason.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub(crate) file: &'static str,
    pub(crate) needs: &'static [&'static str],
    pub(crate) why: &'static str,
}

/// What the program itself needs; what only its tests need is no circle. Passing a name on is no
/// need of it, unless the file that does so names it beside.
pub(crate) fn needs(house: &House) -> Needs {
    let mut needs = Needs::new();
    for file in house.files.iter().filter(|file| !file.test) {
        for mention in file.code.mentions.iter().filter(|mention| !mention.test) {
            if let Kind::Use { name, again: true } = &mention.kind
                && !file.code.names.contains_key(name)
            {
                continue;
            }
            let Some(path) = house.absolute(file, mention) else { continue };
            let Some(other) = house.home(&path).map(|at| &house.files[at]) else { continue };
            if other.path != file.path {
                let place = format!("{}: `{}`", mention.line, mention.segments.join("::"));
                needs
                    .entry(file.path.clone())
                    .or_default()
                    .entry(other.path.clone())
                    .or_insert(place);
            }
        }
    }
    needs
}

/// The circles that are left without the steps that are known, each by its shortest way round. A step
/// that is known and leads into no circle is told of, too.
pub(crate) fn faults(needs: &Needs, known: &[Known]) -> Vec<String> {
    let mut left = needs.clone();
    let silent = known.iter().filter(|of| of.why.is_empty());
    let mut faults: Vec<String> =
        silent.map(|of| format!("{}: nothing says why", of.file)).collect();
    let steps = || known.iter().flat_map(|of| of.needs.iter().map(|needs| (of.file, *needs)));
    for (file, other) in steps() {
        if left.get_mut(file).and_then(|others| others.remove(other)).is_none() {
            faults.push(format!("{file} doesn't need {other} any more"));
        }
    }
    for (file, other) in steps() {
        if way(&left, other, file).is_none() {
            faults.push(format!("{file} → {other} closes no circle any more"));
        }
    }
    let mut files: Vec<String> = left.keys().cloned().collect();
    // A list of all formats, or a room's door: where a circle is to be cut, most likely there.
    files.sort_by_key(|file| Reverse(left[file].len()));
    for file in files {
        while let Some(circle) = circle(&left, &file) {
            faults.push(told(&circle, &left));
            left.get_mut(&file).and_then(|others| others.remove(&circle[1]));
        }
    }
    faults
}

fn told(circle: &[String], needs: &Needs) -> String {
    let steps = circle.iter().zip(circle.iter().cycle().skip(1));
    let steps = steps.map(|(file, next)| format!("  {file}:{} → {next}", needs[file][next]));
    let room = |file: &String| file.split('/').nth(1).map(str::to_owned);
    let rooms: BTreeSet<_> = circle.iter().map(room).collect();
    let rooms = if rooms.len() > 1 { "between rooms" } else { "within a room" };
    format!("a circle {rooms}:\n{}", steps.collect::<Vec<_>>().join("\n"))
}

/// The shortest way round that comes back to a file.
fn circle(needs: &Needs, file: &str) -> Option<Vec<String>> {
    let next = needs.get(file)?.keys();
    let ways = next.filter_map(|next| way(needs, next, file));
    ways.min_by_key(Vec::len).map(|mut way| {
        way.rotate_right(1);
        way
    })
}

/// The shortest way from one file to another, both included.
fn way(needs: &Needs, from: &str, to: &str) -> Option<Vec<String>> {
    let mut before: BTreeMap<&str, Option<&str>> = BTreeMap::from([(from, None)]);
    let mut queue = VecDeque::from([from]);
    while let Some(file) = queue.pop_front() {
        if file == to {
            let mut way: Vec<String> =
                std::iter::successors(Some(file), |file| before[file]).map(str::to_owned).collect();
            way.reverse();
            return Some(way);
        }
        for next in needs.get(file).into_iter().flat_map(BTreeMap::keys) {
            before.entry(next).or_insert_with(|| {
                queue.push_back(next);
                Some(file)
            });
        }
    }
    None
}
