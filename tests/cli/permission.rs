//! Files and folders that may not be read or written. Root may read everything: where the tests run
//! as root, the program is started as nobody by `setpriv` (util-linux), and without that they fail.
#![cfg(unix)]

use std::ffi::OsString;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::workplace::{Run, Workplace};

/// A path that nobody may read or write, until this is dropped.
struct Locked(PathBuf);

impl Locked {
    fn new(path: PathBuf, mode: u32) -> Self {
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        Self(path)
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        let _ = fs::set_permissions(&self.0, Permissions::from_mode(0o755));
    }
}

/// Runs the program without the rights of root.
fn run(place: &Workplace, line: &str) -> Run {
    let words: Vec<&str> = line.split(' ').collect();
    let invocation = place.with(&words);
    if !reads_everything() {
        return invocation.run();
    }
    // Nobody must get into the folder, and at the program, wherever it was built.
    fs::set_permissions(place.path("."), Permissions::from_mode(0o755)).unwrap();
    let built = Path::new(env!("CARGO_BIN_EXE_msacheck"));
    let folder = TempDir::new().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    let program = folder.path().join("msacheck");
    if fs::hard_link(built, &program).is_err() {
        fs::copy(built, &program).unwrap();
    }
    let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    let works = Command::new(nobody[0]).args(&nobody[1..]).arg(&program).arg("--version").output();
    let works = works.unwrap_or_else(|error| {
        panic!("as root, this test needs `setpriv` (util-linux) to become nobody: {error}")
    });
    assert!(works.status.success(), "setpriv: {}", String::from_utf8_lossy(&works.stderr));
    let words = nobody.iter().map(OsString::from).chain([program.into_os_string()]).collect();
    invocation.started_by(words).run()
}

/// Whether permissions mean nothing to whoever runs the tests.
fn reads_everything() -> bool {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("locked");
    fs::write(&path, "").unwrap();
    let _locked = Locked::new(path.clone(), 0);
    File::open(path).is_ok()
}

#[test]
fn a_declaration_that_may_not_be_read() {
    let place = Workplace::new().declared("northmarch.toml", "");
    let _locked = Locked::new(place.path("northmarch.toml"), 0);
    run(&place, "check --full northmarch.toml").wrong().golden("permission/declaration");
    run(&place, "explain lead northmarch.toml").wrong();
}

#[test]
fn a_folder_that_may_not_be_entered() {
    let place = Workplace::new().declared("force/northmarch.toml", "");
    let _locked = Locked::new(place.path("force"), 0);
    run(&place, "check --full force/northmarch.toml").wrong().golden("permission/folder");
}

#[test]
fn settings_that_may_not_be_read() {
    let place = Workplace::with_samples().file("msacheck.toml", "");
    let _locked = Locked::new(place.path("msacheck.toml"), 0);
    let run = run(&place, "check --full samples/west-midlands-2017.toml").wrong();
    run.golden("permission/settings");
}

#[test]
fn a_pack_that_may_not_be_read() {
    let place =
        Workplace::new().copied("pack", &crate::workplace::repository().join("tests/cli/pack"));
    let locked = Locked::new(place.path("pack/northmarch-plan/commitments.toml"), 0);
    run(&place, "rules list --rules pack").wrong().golden("permission/pack-file");
    drop(locked);
    let _locked = Locked::new(place.path("pack"), 0);
    run(&place, "rules list --rules pack").wrong().golden("permission/pack");
}

#[test]
fn a_source_that_may_not_be_read_is_a_warning() {
    let place = Workplace::with_samples();
    let _locked = Locked::new(place.path("samples/west-midlands-2017.txt"), 0);
    let run = run(&place, "check --full --strength duty samples/west-midlands-2017.toml").done();
    run.golden_but_its_report("permission/source")
        .tells(&["Note: `west-midlands-2017.txt` wasn't read"]);
}

#[test]
fn a_folder_that_may_not_be_written() {
    let place = Workplace::new().file("declarations/kept", "");
    let _locked = Locked::new(place.path("declarations"), 0o555);
    let run = run(&place, "init --force northmarch declarations/northmarch.toml").wrong();
    run.golden("permission/not-writable");
    let names: Vec<_> = fs::read_dir(place.path("declarations")).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing half-written");
}
