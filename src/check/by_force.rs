//! One force after the other, each at one date after the other, and few of them held: what compares many
//! forces over many years needs no more memory than for a few.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::asked::Check;
use super::dates::declared_twice;
use super::facts::before_every_rule;
use super::gather::Gathered;
use super::load::{Found, Loader};
use super::ordered::in_order;
use super::search::is_toml;
use crate::compare::{Dates, Stretch};
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
    forces: Vec<Force>,
    failed: usize,
    /// The files that came to nothing, as they were named.
    pub lost: Vec<String>,
    /// What somebody should look at, and why inputs came to nothing; in the order of files and places.
    pub faults: Vec<Fault>,
    /// Every file that was read, or that a declaration quotes, however it is named.
    pub read: BTreeSet<PathBuf>,
}

/// A force, and its dates, the oldest first.
struct Force {
    id: ForceId,
    kind: ForceKind,
    dates: Vec<Kept>,
}

/// One date.
#[derive(Clone)]
enum Kept {
    /// As it was loaded.
    Held(Arc<Declaration>),
    /// Where it is to be had again, and what it must be then.
    Again { path: Arc<Path>, digest: Digest },
}

/// What is kept of a declaration that is to be loaded again.
struct Seen {
    force: ForceId,
    kind: ForceKind,
    day: Day,
    path: Arc<Path>,
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
        let alike = found.files.iter().all(|one| is_toml(&one.path));
        if alike && !self.reads_sources && found.files.len() > HELD {
            self.seen(found)
        } else {
            self.held(found)
        }
    }

    fn held(&self, found: Found) -> Result<ByForce<'_>, Vec<Fault>> {
        let Gathered { declarations, failed, lost, faults, read } = self.dates_of(found)?;
        let mut forces: BTreeMap<ForceId, Force> = BTreeMap::new();
        for own in declarations {
            let (id, kind) = (own.force.id.clone(), own.force.kind);
            let force = || Force { id: id.clone(), kind, dates: Vec::new() };
            let of = forces.entry(id.clone()).or_insert_with(force);
            of.kind = kind;
            of.dates.push(Kept::Held(Arc::new(own)));
        }
        let forces = forces.into_values().collect();
        Ok(ByForce { check: self, forces, failed, lost, faults, read })
    }

    /// Looks at each declaration, and keeps only what puts it in its place.
    fn seen(&self, found: Found) -> Result<ByForce<'_>, Vec<Fault>> {
        let Found { files, unfound, faults, named } = found;
        let loader = Loader { check: self, papers: None, named };
        let mut read: BTreeSet<PathBuf> = BTreeSet::new();
        // Each name is held once: there may be tens of thousands.
        let named = files.into_iter().map(|one| {
            read.insert(one.identity);
            Arc::from(one.path)
        });
        let paths: Vec<Arc<Path>> = named.collect();
        let (mut failed, mut lost, mut seen) = (unfound, Vec::new(), Vec::new());
        self.begins(paths.len());
        let threads = self.threads_for(paths.len());
        let work = |path: Arc<Path>| {
            let told = Faults::new();
            let own = only(loader.declarations(&path, &told));
            let sources = |own: &Declaration| loader.sources(own).collect::<Vec<_>>();
            let kept = own.map(|own| (Seen::of(&own, Arc::clone(&path)), sources(&own)));
            (kept.ok_or(path), told.into_sorted())
        };
        in_order(paths.into_iter(), threads, work, |(kept, told)| {
            let mut all = &faults;
            all.extend(told);
            self.one_done();
            match kept {
                Ok((own, sources)) => {
                    seen.push(own);
                    read.extend(sources);
                }
                Err(path) => lost.push(path.display().to_string()),
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
        let mut forces: Vec<Force> = Vec::new();
        let mut rest = seen.into_iter().peekable();
        while let Some(own) = rest.next() {
            let again = rest.next_if(|next| next.is_as(&own));
            let Some(again) = again else {
                match forces.last_mut().filter(|last| last.id == own.force) {
                    Some(last) => {
                        last.kind = own.kind;
                        last.dates.push(own.kept());
                    }
                    None => forces.push(own.alone()),
                }
                continue;
            };
            let mut same = vec![own, again];
            while let Some(more) = rest.next_if(|next| same.iter().any(|own| next.is_as(own))) {
                same.push(more);
            }
            let quiet = Faults::new();
            let declarations =
                same.iter().filter_map(|own| only(loader.declarations(&own.path, &quiet)));
            let twice = SameDay { declarations: declarations.collect(), papers: Vec::new() };
            failed += same.len();
            lost.extend(same.iter().map(|own| own.path.display().to_string()));
            declared_twice(&twice).into_iter().for_each(|fault| faults.push(fault));
        }
        Ok(ByForce { check: self, forces, failed, lost, faults: faults.into_sorted(), read })
    }
}

impl Seen {
    fn of(own: &Declaration, path: Arc<Path>) -> Self {
        Self {
            force: own.force.id.clone(),
            kind: own.force.kind,
            day: own.force.as_of,
            path,
            digest: own.text.digest(),
        }
    }

    /// Whether it is of the same force and day.
    fn is_as(&self, other: &Self) -> bool {
        (&self.force, self.day) == (&other.force, other.day)
    }

    fn kept(self) -> Kept {
        Kept::Again { path: self.path, digest: self.digest }
    }

    fn alone(self) -> Force {
        Force { id: self.force.clone(), kind: self.kind, dates: vec![self.kept()] }
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
        self.forces.sort_by_cached_key(|of| key(&of.id, of.kind));
    }

    /// Does `work` on the dates of each force, a stretch at a time, on as many threads as the check has;
    /// `take` gets the results in the order of forces and dates and may break off. A date is assessed when
    /// `work` comes to it.
    ///
    /// # Errors
    ///
    /// A fault where no threads can be started. `work` gets one where a declaration was changed after it
    /// was looked at first.
    pub fn each<R: Send>(
        self,
        dates: Dates,
        work: impl Fn(&Stretch, &mut dyn Iterator<Item = Result<Gated, Fault>>) -> R + Sync,
        take: impl FnMut(R) -> ControlFlow<()>,
    ) -> Result<(), Vec<Fault>> {
        let Self { check, forces, .. } = self;
        let rules = check.rules.digests();
        let loader = Loader { check, papers: None, named: BTreeSet::new() };
        let count =
            |of: &Force| dates.stretches(of.dates.len()).map(|own| own.places.len()).sum::<usize>();
        check.begins(forces.iter().map(count).sum());
        let stretches = forces.into_iter().flat_map(|of| {
            let all = dates.stretches(of.dates.len());
            all.map(move |own| (of.dates.get(own.places.clone()).unwrap_or_default().to_vec(), own))
        });
        let work = |(kept, stretch): (Vec<Kept>, Stretch)| {
            let mut assessed = kept.into_iter().map(|kept| {
                let gated = check.gated_assessment(&*kept.declaration(&loader)?, &rules);
                check.one_done();
                Ok(gated)
            });
            work(&stretch, &mut assessed)
        };
        in_order(stretches, check.threads_for(usize::MAX), work, take).map_err(|fault| vec![fault])
    }
}

impl Kept {
    fn declaration(self, loader: &Loader<'_>) -> Result<Arc<Declaration>, Fault> {
        match self {
            Self::Held(own) => Ok(own),
            Self::Again { path, digest } => {
                let told = Faults::new();
                let own = only(loader.declarations(&path, &told));
                own.filter(|own| own.text.digest() == digest).map(Arc::new).ok_or_else(|| {
                    let message = format!("`{}` was changed while it was compared", path.display());
                    Fault::whole("input::changed", message).help("run it again")
                })
            }
        }
    }
}

/// What a TOML file declares: one declaration, where it can be loaded.
fn only(declared: Vec<Option<Declaration>>) -> Option<Declaration> {
    declared.into_iter().flatten().next()
}
