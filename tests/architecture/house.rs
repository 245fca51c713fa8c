//! The files under `src/`, each with its module, and what a path in one of them leads to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::code::{Code, Kind, Mention};

pub(crate) struct House {
    pub(crate) files: Vec<File>,
    by_module: BTreeMap<Vec<String>, usize>,
}

pub(crate) struct File {
    /// From the top of the repository, with `/`.
    pub(crate) path: String,
    pub(crate) module: Vec<String>,
    pub(crate) lines: usize,
    /// Whether it holds tests alone.
    pub(crate) test: bool,
    pub(crate) code: Code,
}

impl File {
    /// The room that it stands in: its folder, or its own name directly under `src/`.
    pub(crate) fn room(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    /// The module in which something that it mentions stands.
    fn module_of(&self, mention: &Mention) -> Vec<String> {
        [self.module.clone(), mention.within.clone()].concat()
    }
}

impl House {
    /// The program as it is.
    pub(crate) fn of_the_program() -> Self {
        let mut paths = Vec::new();
        collect(Path::new("src"), &mut paths);
        paths.sort();
        let files: Vec<(String, String)> = paths
            .into_iter()
            .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
            .collect();
        assert!(files.len() > 100, "the tests run in the folder of the repository");
        Self::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
    }

    pub(crate) fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut files: Vec<File> = files
            .into_iter()
            .map(|(path, text)| File {
                path: path.to_owned(),
                module: module(path),
                lines: text.lines().count(),
                test: false,
                code: Code::read(text).unwrap_or_else(|error| panic!("{path}: {error}")),
            })
            .collect();
        let by_module: BTreeMap<Vec<String>, usize> =
            files.iter().enumerate().map(|(at, file)| (file.module.clone(), at)).collect();
        let tests: BTreeSet<Vec<String>> = files
            .iter()
            .flat_map(|file| file.code.children.iter().map(move |child| (&file.module, child)))
            .filter(|(_, (_, test))| **test)
            .map(|(module, (name, _))| [module.clone(), vec![name.clone()]].concat())
            .collect();
        for file in &mut files {
            file.test = tests.iter().any(|module| file.module.starts_with(module));
        }
        Self { files, by_module }
    }

    /// The rooms: what stands directly under `src/`, but for the map and the program itself.
    pub(crate) fn rooms(&self) -> BTreeSet<String> {
        let rooms = self.files.iter().map(File::room).filter(|room| !["", "main"].contains(room));
        rooms.map(str::to_owned).collect()
    }

    /// A path from the crate's root on; of one that leads out of the program, nothing.
    pub(crate) fn absolute(&self, file: &File, mention: &Mention) -> Option<Vec<String>> {
        let mut module = file.module_of(mention);
        let mut segments = mention.segments.iter().map(String::as_str).peekable();
        match *segments.peek()? {
            "crate" | "msacheck" => {
                module.clear();
                segments.next();
            }
            "self" => {
                segments.next();
            }
            "super" => {}
            // A module that stands beside the path: any other name leads out, or is a name in a
            // `use` that was looked at there.
            name if self.is_child(&module, name) => {}
            _ => return None,
        }
        while segments.next_if_eq(&"super").is_some() {
            module.pop();
        }
        module.extend(segments.map(str::to_owned));
        Some(module)
    }

    fn is_child(&self, module: &[String], name: &str) -> bool {
        self.by_module.contains_key(&[module, &[name.to_owned()]].concat())
    }

    /// The file that a path from the root ends in: where its last name is made, behind every `use`
    /// that passes it on.
    pub(crate) fn home(&self, path: &[String]) -> Option<usize> {
        self.followed(path, &mut BTreeSet::new())
    }

    fn followed(&self, path: &[String], seen: &mut BTreeSet<Vec<String>>) -> Option<usize> {
        if !seen.insert(path.to_vec()) {
            return None;
        }
        let deepest = (0..=path.len()).rev().find(|&end| self.by_module.contains_key(&path[..end]));
        let (at, rest) = deepest.map(|end| (self.by_module[&path[..end]], &path[end..]))?;
        let file = &self.files[at];
        let passed_on = rest.first().and_then(|wanted| {
            file.code.mentions.iter().find(|mention| {
                mention.within.is_empty()
                    && matches!(&mention.kind, Kind::Use { name, .. } if name == wanted)
            })
        });
        let Some(mention) = passed_on else { return Some(at) };
        match self.absolute(file, mention) {
            Some(target) => {
                self.followed(&[target, rest[1..].to_vec()].concat(), seen).or(Some(at))
            }
            None => Some(at),
        }
    }
}

fn module(path: &str) -> Vec<String> {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn collect(folder: &Path, paths: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}
