//! The rules are taken into the program as a folder: a new file there wants a new build.

fn main() {
    println!("cargo::rerun-if-changed=rules");
}
