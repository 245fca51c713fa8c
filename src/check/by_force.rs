//! One force after the other, each at all of its dates, and few of them held: what compares many forces
//! over many years needs no more memory than for a few.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::asked::Check;
use super::dates::declared_twice;
use super::facts::before_every_rule;
use super::gather::{Found, Gathered, Loader};
use super::ordered::in_order;
use super::search::is_declaration;
use crate::declaration::{Declaration, SameDay};
use crate::result::{Gated, Run};
use crate::rulebook::ForceId;
use crate::source::{Digest, Fault, Faults};
use crate::standing::{Day, ForceKind};

/// How many declarations are held as they were loaded. Where there are more, each is loaded again when
/// its force's turn comes.
const HELD: usize = 256;

/// Forces at all of their dates, yet to be assessed.
pub struct ByForce<'a> {
    check: &'a Check<'a>,
    forces: Vec<Dates>,
    failed: usize,
    /// The files that came to nothing, as they were named.
    pub lost: Vec<String>,
    /// What somebody should look at, and why inputs came to nothing; in the order of files and places.
    pub faults: Vec<Fault>,
    /// Every file that was read, or that a declaration quotes, however it is named.
    pub read: BTreeSet<PathBuf>,
}

/// The dates of one force, the oldest first.
struct Dates {
    force: ForceId,
    kind: ForceKind,
    dates: Vec<Kept>,
}

/// One date.
enum Kept {
    /// As it was loaded.
    Held(Box<Declaration>),
    /// Where it is to be had again, and what it must be then.
    Again { path: PathBuf, digest: Digest },
}

/// What is kept of a declaration that is to be loaded again.
struct Seen {
    force: ForceId,
    kind: ForceKind,
    day: Day,
    path: PathBuf,
    digest: Digest,
}

impl Check<'_> {
    /// Finds and loads inputs as [`Check::gather_dates`] does, and puts forces in the order of their ids.
    ///
    /// # Errors
    ///
    /// As [`Check::gather`].
    pub fn by_force(&self, inputs: &[PathBuf]) -> Result<ByForce<'_>, Vec<Fault>> {
        let found = Found::of(self, inputs);
        let alike = found.files.iter().all(|one| is_declaration(&one.path));
        if alike && !self.reads_sources && found.files.len() > HELD {
            self.seen(found)
        } else {
            self.held(found)
        }
    }

    fn held(&self, found: Found) -> Result<ByForce<'_>, Vec<Fault>> {
        let Gathered { declarations, failed, lost, faults, read } = self.dates_of(found)?;
        let mut forces: BTreeMap<ForceId, Dates> = BTreeMap::new();
        for own in declarations {
            let (force, kind) = (own.force.id.clone(), own.force.kind);
            let dates = || Dates { force: force.clone(), kind, dates: Vec::new() };
            let of = forces.entry(force.clone()).or_insert_with(dates);
            of.kind = kind;
            of.dates.push(Kept::Held(Box::new(own)));
        }
        let forces = forces.into_values().collect();
        Ok(ByForce { check: self, forces, failed, lost, faults, read })
    }

    /// Looks at each declaration, and keeps only what puts it in its place.
    fn seen(&self, found: Found) -> Result<ByForce<'_>, Vec<Fault>> {
        let Found { files, unfound, faults, named } = found;
        let loader = Loader { check: self, papers: None, named };
        let mut read: BTreeSet<PathBuf> = files.iter().map(|one| one.identity.clone()).collect();
        let (mut failed, mut lost, mut seen) = (unfound, Vec::new(), Vec::new());
        self.begins(files.len());
        let work = |path: &PathBuf| {
            let told = Faults::new();
            let own = loader.declaration(path, &told);
            let kept = own.map(|own| (Seen::of(&own, path), loader.sources(&own).collect::<Vec<_>>()));
            (kept, told.into_sorted())
        };
        let paths: Vec<PathBuf> = files.into_iter().map(|one| one.path).collect();
        let mut at = paths.iter();
        in_order(paths.iter(), self.jobs, work, |(kept, told)| {
            let mut all = &faults;
            all.extend(told);
            self.one_done();
            match (kept, at.next()) {
                (Some((own, sources)), _) => {
                    seen.push(own);
                    read.extend(sources);
                }
                (None, path) => lost.extend(path.map(|path| path.display().to_string())),
            }
            ControlFlow::Continue(())
        })
        .map_err(|fault| vec![fault])?;
        failed += lost.len();
        let first = self.first_rule();
        seen.retain(|own: &Seen| {
            let day = self.as_of.unwrap_or(own.day);
            let Some(first) = first.filter(|first| day < *first) else { return true };
            let name = own.path.display().to_string();
            faults.push(before_every_rule(&name, day, first));
            lost.push(name);
            failed += 1;
            false
        });
        seen.sort_by(|a, b| (&a.force, a.day, &a.path).cmp(&(&b.force, b.day, &b.path)));
        let mut forces: Vec<Dates> = Vec::new();
        for same in seen.chunk_by(|a, b| (&a.force, a.day) == (&b.force, b.day)) {
            if let [own] = same {
                match forces.last_mut().filter(|last| last.force == own.force) {
                    Some(last) => {
                        last.kind = own.kind;
                        last.dates.push(own.kept());
                    }
                    None => forces.push(own.dates()),
                }
            } else {
                let quiet = Faults::new();
                let again = same.iter().filter_map(|own| loader.declaration(&own.path, &quiet));
                let twice = SameDay { declarations: again.collect(), papers: Vec::new() };
                failed += same.len();
                lost.extend(same.iter().map(|own| own.path.display().to_string()));
                declared_twice(&twice).into_iter().for_each(|fault| faults.push(fault));
            }
        }
        Ok(ByForce { check: self, forces, failed, lost, faults: faults.into_sorted(), read })
    }
}

impl Seen {
    fn of(own: &Declaration, path: &std::path::Path) -> Self {
        Self {
            force: own.force.id.clone(),
            kind: own.force.kind,
            day: own.force.as_of,
            path: path.to_owned(),
            digest: own.text.digest(),
        }
    }

    fn kept(&self) -> Kept {
        Kept::Again { path: self.path.clone(), digest: self.digest }
    }

    fn dates(&self) -> Dates {
        Dates { force: self.force.clone(), kind: self.kind, dates: vec![self.kept()] }
    }
}

impl ByForce<'_> {
    /// How many forces there are.
    #[must_use]
    pub fn forces(&self) -> usize {
        self.forces.len()
    }

    /// How many assessments there will be.
    #[must_use]
    pub fn dates(&self) -> usize {
        self.forces.iter().map(|of| of.dates.len()).sum()
    }

    /// What the assessments rest on.
    #[must_use]
    pub fn run(&self) -> Run {
        self.check.assess(Vec::new(), self.failed).run()
    }

    /// Puts forces in an order; those that it takes for equal stay in the order of their ids.
    pub fn sort_by_key<K: Ord>(&mut self, key: impl Fn(&ForceId, ForceKind) -> K) {
        self.forces.sort_by_cached_key(|of| key(&of.force, of.kind));
    }

    /// Assesses each force at each of its dates and does `work` on them, on as many threads as the check
    /// has; `take` gets the results in the order of the forces and may break off. Few are held at a time.
    ///
    /// # Errors
    ///
    /// A fault where no threads can be started. `work` gets one where a declaration was changed after it
    /// was looked at first.
    pub fn each<R: Send>(
        self,
        work: impl Fn(Result<Vec<Gated>, Fault>) -> R + Sync,
        mut take: impl FnMut(R) -> ControlFlow<()>,
    ) -> Result<(), Vec<Fault>> {
        let Self { check, forces, .. } = self;
        let rules = check.rules.digests();
        let loader = Loader { check, papers: None, named: BTreeSet::new() };
        check.begins(forces.len());
        let assessed = |of: Dates| -> Result<Vec<Gated>, Fault> {
            let own = of.dates.into_iter().map(|kept| kept.declaration(&loader));
            own.map(|own| Ok(check.gated_assessment(&own?, &rules))).collect()
        };
        in_order(forces.into_iter(), check.jobs, |of| work(assessed(of)), |result| {
            check.one_done();
            take(result)
        })
        .map_err(|fault| vec![fault])
    }
}

impl Kept {
    fn declaration(self, loader: &Loader<'_>) -> Result<Declaration, Fault> {
        match self {
            Self::Held(own) => Ok(*own),
            Self::Again { path, digest } => {
                let told = Faults::new();
                let own = loader.declaration(&path, &told);
                own.filter(|own| own.text.digest() == digest).ok_or_else(|| {
                    let message = format!("`{}` was changed while it was compared", path.display());
                    Fault::whole("input::changed", message).help("run it again")
                })
            }
        }
    }
}
