//! Grids by chance: labels, statuses and layouts, with what a careful reader takes from each label.

/// Names of arrangements as people write them, what is asked of them, and what they name.
const LABELS: [(&str, &str, &str); 9] = [
    (
        "Modern slavery coordinator",
        "Does the force have a modern slavery coordinator?",
        "coordinator",
    ),
    ("Strategic lead for modern slavery", "Is there a strategic lead for modern slavery?", "lead"),
    ("Modern slavery strategy", "Does the force have a modern slavery strategy?", "strategy"),
    ("Budget for modern slavery", "Is there a budget for modern slavery?", "budget"),
    (
        "Training on modern slavery for officers",
        "Are officers trained on modern slavery?",
        "training",
    ),
    (
        "Guidance on modern slavery for officers",
        "Is there guidance on modern slavery for officers?",
        "guidance",
    ),
    (
        "Anti-slavery partnership board",
        "Is there an anti-slavery partnership board?",
        "partnership",
    ),
    ("Analyst for modern slavery", "Is there an analyst for modern slavery?", "intelligence"),
    (
        "Awareness campaign on modern slavery",
        "Was there an awareness campaign on modern slavery?",
        "awareness",
    ),
];

/// Statuses as people write them, with what they say.
const STATUSES: [(&str, &str); 46] = [
    ("In place", "in place"),
    ("in place", "in place"),
    ("Complete", "in place"),
    ("COMPLETED", "in place"),
    ("Green", "in place"),
    ("G", "in place"),
    ("Yes", "in place"),
    ("Y", "in place"),
    ("Fully in place", "in place"),
    ("100%", "in place"),
    ("Yes – since 2017", "in place"),
    ("Adopted in 2016", "in place"),
    ("✓", "in place"),
    ("Green (complete)", "in place"),
    ("Partly", "partial"),
    ("Amber", "partial"),
    ("Partially in place", "partial"),
    ("Started", "partial"),
    ("40%", "partial"),
    ("Yes, part-time", "partial"),
    ("Amber – under way", "partial"),
    ("On track", "planned"),
    ("Planned for 2030", "planned"),
    ("Planned", "planned"),
    ("Out to advert", "planned"),
    ("By March 2030", "planned"),
    ("No", "absent"),
    ("N", "absent"),
    ("Red", "absent"),
    ("R", "absent"),
    ("Not in place", "absent"),
    ("Not started", "absent"),
    ("N/A", "not stated"),
    ("n/a", "not stated"),
    ("0%", "absent"),
    ("Withdrawn in 2016", "absent"),
    ("None", "absent"),
    ("No – not funded", "absent"),
    ("TBC", "not stated"),
    ("To be confirmed", "not stated"),
    ("Fuchsia", "not stated"),
    ("Tier 2", "not stated"),
    ("?", "not stated"),
    ("…", "not stated"),
    ("See note 3", "not stated"),
    ("", "not stated"),
];

/// What stands beside statuses and says nothing of its own.
const NOTES: [&str; 5] = ["Board paper 7", "Reviewed in May", "", "See the annex", "ACC Crime"];
const STRANDS: [&str; 5] = ["Pursue", "Prevent", "Protect", "Prepare", "Support"];

/// Numbers by chance, the same in every run.
pub(super) struct Chance(pub u64);

impl Chance {
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % most as u64).unwrap()
    }

    fn of<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// A cell, and how many columns and rows it reaches over.
#[derive(Clone)]
pub(super) struct Cell {
    pub text: String,
    pub columns: usize,
    pub rows: usize,
}

/// A cell of one column and one row.
fn cell(text: &str) -> Cell {
    Cell { text: text.to_owned(), columns: 1, rows: 1 }
}

fn wide(text: &str, columns: usize) -> Cell {
    Cell { columns, ..cell(text) }
}

fn tall(text: &str, rows: usize) -> Cell {
    Cell { rows, ..cell(text) }
}

fn row(cells: &[&str]) -> Vec<Cell> {
    cells.iter().map(|text| cell(text)).collect()
}

/// A table: its rows, each with the cells that begin in it, and what a careful reader takes from it.
pub(super) struct Drawn {
    pub layout: &'static str,
    pub rows: Vec<Vec<Cell>>,
    /// Whether it stands in a cell of another table.
    pub nested: bool,
    pub expected: Vec<(&'static str, &'static str)>,
}

/// A label, what is asked of it, what it names; its status, and what that says.
#[derive(Clone, Copy)]
pub(super) struct Row {
    label: &'static str,
    question: &'static str,
    id: &'static str,
    status: &'static str,
    says: &'static str,
}

type Layout = fn(&mut Chance, &mut Vec<Row>) -> Vec<Vec<Cell>>;

/// The layouts, by name.
pub(super) const LAYOUTS: [(&str, Layout); 22] = [
    ("rows", |_, rows| {
        headed(&["Arrangement", "Status"], rows, |_, own| row(&[own.label, own.status]))
    }),
    ("a number column", |_, rows| {
        headed(&["No.", "Arrangement", "In place?"], rows, |n, own| {
            row(&[&(n + 1).to_string(), own.label, own.status])
        })
    }),
    ("a RAG column", |_, rows| {
        headed(&["Objective", "Arrangement", "Owner", "RAG"], rows, |n, own| {
            row(&[STRANDS[n], own.label, "ACC Crime", own.status])
        })
    }),
    ("status first", |_, rows| {
        headed(&["Status", "Arrangement"], rows, |_, own| row(&[own.status, own.label]))
    }),
    ("a date to come", |_, rows| {
        headed(&["Ref", "Action", "Current position", "Due date"], rows, |n, own| {
            row(&[&format!("1.{}", n + 1), own.label, own.status, "March 2030"])
        })
    }),
    ("a note behind", |chance, rows| {
        headed(&["Requirement", "RAG status", "Comments"], rows, |_, own| {
            row(&[own.label, own.status, chance.of(&NOTES)])
        })
    }),
    ("a note between", |chance, rows| {
        headed(&["Requirement", "Evidence", "RAG rating"], rows, |_, own| {
            row(&[own.label, chance.of(&NOTES), own.status])
        })
    }),
    ("questions", |_, rows| {
        headed(&["Question", "Answer"], rows, |_, own| row(&[own.question, own.status]))
    }),
    ("no head", |_, rows| {
        // Nothing tells what the second column is but what stands in it.
        for own in rows.iter_mut().filter(|own| own.status.is_empty() || own.says == "not stated") {
            (own.status, own.says) = ("No", "absent");
        }
        rows.iter().map(|own| row(&[own.label, own.status])).collect()
    }),
    ("turned", |_, rows| {
        let mut head = row(&["Arrangement"]);
        head.extend(rows.iter().map(|own| cell(own.label)));
        let mut said = row(&["Status"]);
        said.extend(rows.iter().map(|own| cell(own.status)));
        vec![head, said]
    }),
    ("turned with an owner", |_, rows| {
        let line = |name: &str, of: fn(&Row) -> &'static str| {
            let mut line = row(&[name]);
            line.extend(rows.iter().map(|own| cell(of(own))));
            line
        };
        let (labels, owners) = (line("Action", |own| own.label), line("Owner", |_| "ACC Crime"));
        vec![labels, owners, line("RAG", |own| own.status)]
    }),
    ("strands merged", |_, rows| {
        let mut all = vec![row(&["Strand", "Arrangement", "Status"])];
        for (n, own) in rows.iter().enumerate() {
            let mut cells = row(&[own.label, own.status]);
            if n % 2 == 0 {
                cells.insert(0, tall(STRANDS[n / 2], 2.min(rows.len() - n)));
            }
            all.push(cells);
        }
        all
    }),
    ("statuses merged", |_, rows| {
        let mut all = vec![row(&["Arrangement", "Status"])];
        for n in (0..rows.len()).step_by(2) {
            let status = rows[n];
            let count = 2.min(rows.len() - n);
            all.push(vec![cell(status.label), tall(status.status, count)]);
            if count == 2 {
                (rows[n + 1].status, rows[n + 1].says) = (status.status, status.says);
                all.push(vec![cell(rows[n + 1].label)]);
            }
        }
        all
    }),
    ("two rows of heads", |_, rows| {
        let top = vec![tall("Arrangement", 2), wide("Assessment", 2)];
        let mut all = vec![top, row(&["RAG", "Owner"])];
        all.extend(rows.iter().map(|own| row(&[own.label, own.status, "ACC Crime"])));
        all
    }),
    ("a title and sections", |_, rows| {
        let mut all = vec![vec![wide("Return for the year", 2)], row(&["Arrangement", "Status"])];
        for (n, own) in rows.iter().enumerate() {
            if n % 2 == 0 {
                all.push(vec![wide(STRANDS[n / 2], 2)]);
            }
            all.push(row(&[own.label, own.status]));
        }
        all
    }),
    ("two years", |chance, rows| {
        headed(&["Arrangement", "Status 2016", "Status 2017"], rows, |_, own| {
            row(&[own.label, chance.of(&["Green", "Red", "Amber"]), own.status])
        })
    }),
    ("an earlier rating", |chance, rows| {
        headed(&["Arrangement", "Previous RAG", "RAG"], rows, |_, own| {
            row(&[own.label, chance.of(&["Green", "Red", "Amber"]), own.status])
        })
    }),
    ("years over ratings", |chance, rows| {
        let top = vec![tall("Arrangement", 2), wide("2016", 2), wide("2017", 2)];
        let mut all = vec![top, row(&["RAG", "Owner", "RAG", "Owner"])];
        all.extend(rows.iter().map(|own| {
            row(&[own.label, chance.of(&["Green", "Red", "Amber"]), "ACC", own.status, "DCC"])
        }));
        all
    }),
    ("three columns to tick", |chance, rows| ticked(&THREE, chance, rows)),
    ("two columns to tick", |chance, rows| ticked(&TWO, chance, rows)),
    ("columns to tick below a head", |chance, rows| {
        let mut all = ticked(&TWO, chance, rows);
        all[0].remove(0);
        all.insert(0, vec![tall("Modern slavery", 2), wide("In place?", 2)]);
        all
    }),
    ("boxes in a cell", |chance, rows| {
        headed(&["Arrangement", "In place?"], rows, |_, own| {
            let (empty, full) = chance.of(&[("☐", "☒"), ("☐", "☑"), ("[ ]", "[x]")]);
            let (marks, says) = chance.of(&[
                ((full, empty), "in place"),
                ((empty, full), "absent"),
                ((empty, empty), "not stated"),
                ((full, full), "not stated"),
            ]);
            own.says = says;
            row(&[own.label, &format!("{} Yes {} No", marks.0, marks.1)])
        })
    }),
];

/// A row of heads, and one for each label.
fn headed(
    heads: &[&str],
    rows: &mut [Row],
    mut of: impl FnMut(usize, &mut Row) -> Vec<Cell>,
) -> Vec<Vec<Cell>> {
    let mut all = vec![row(heads)];
    all.extend(rows.iter_mut().enumerate().map(|(n, own)| of(n, own)));
    all
}

const THREE: [(&str, &str); 3] =
    [("In place", "in place"), ("Partly", "partial"), ("Not in place", "absent")];
const TWO: [(&str, &str); 2] = [("Yes", "in place"), ("No", "absent")];

/// Columns to tick; now and then none is ticked, or two are.
fn ticked(heads: &[(&str, &'static str)], chance: &mut Chance, rows: &mut [Row]) -> Vec<Vec<Cell>> {
    let mut head = row(&["Modern slavery"]);
    head.extend(heads.iter().map(|head| cell(head.0)));
    let mut all = vec![head];
    let mark = chance.of(&["✓", "X", "•", "☒"]);
    for (n, own) in rows.iter_mut().enumerate() {
        let (how, at) = (chance.below(8), chance.below(heads.len()));
        let ticks = match how {
            0 if n > 0 => vec![],
            1 if n > 0 => vec![0, heads.len() - 1],
            _ => vec![at],
        };
        own.says = if let [one] = ticks.as_slice() { heads[*one].1 } else { "not stated" };
        let mut line = row(&[own.label]);
        line.extend((0..heads.len()).map(|n| cell(if ticks.contains(&n) { mark } else { "" })));
        all.push(line);
    }
    all
}

/// A grid of a layout.
pub(super) fn drawn(chance: &mut Chance, layout: usize) -> Drawn {
    let count = 2 + chance.below(4);
    let first = chance.below(LABELS.len());
    let mut rows: Vec<Row> = (0..count)
        .map(|n| {
            let (label, question, id) = LABELS[(first + n * 2) % LABELS.len()];
            let (status, says) = chance.of(&STATUSES);
            Row { label, question, id, status, says }
        })
        .collect();
    // A column in which nothing stands is none.
    if rows.iter().all(|own| own.status.is_empty()) {
        (rows[0].status, rows[0].says) = STATUSES[0];
    }
    let nested = chance.below(8) == 0;
    let (layout, draw) = LAYOUTS[layout];
    let cells = draw(chance, &mut rows);
    let expected = rows.iter().map(|own| (own.id, own.says)).collect();
    Drawn { layout, rows: cells, nested, expected }
}
