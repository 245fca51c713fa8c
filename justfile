# What a contributor types. A recipe is a plain line that does as well without `just`: nothing has to be built or
# installed to work here, as a `cargo xtask` would have to be, and nothing hides behind a name.

# Lists these.
default:
    @just --list

# Formatting and lints.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --locked -- -D warnings

# The tests, or those that a name picks: `just test --test gate`, `just test --lib need`.
test *WHICH:
    cargo test {{ WHICH }}

# Writes the golden files anew, of one test crate: `just golden diagnostics`. Read the difference.
golden CRATE:
    SNAPSHOTS=overwrite cargo test --test {{ CRATE }}

# The rules' own proof.
rules:
    cargo run --quiet -- rules lint
    cargo run --quiet -- rules lint --against samples
    cargo run --quiet -- rules test
    cargo run --quiet -- rules coverage

# What is read of real papers, where corpora lie beside the repository.
score:
    cargo build --release
    .ci/score

# What a change must pass; `just ci --all` before it is said to be done, `just ci formats` for one group.
ci *WHICH:
    .ci/run {{ WHICH }}

# What is shipped for one system, into target/out, tried: `just ship x86_64-unknown-linux-musl`.
ship TARGET:
    .ci/release/build {{ TARGET }} target/out
    .ci/release/pack.py target/out
    .ci/release/try target/out

# Looks for bytes that break a reader, for a minute: `just fuzz pdf`.
fuzz TARGET SECONDS="60":
    fuzz/run {{ TARGET }} -max_total_time={{ SECONDS }}
