//! The browser of a desktop, asked to open an address.

use std::io::IsTerminal as _;
use std::process::{Command, Stdio};

/// Opens an address where somebody sits at a desktop: started from a terminal, with a screen to show it on.
/// Where that can't be done nothing happens: the address is printed all the same.
pub(super) fn open(address: &str) {
    if !std::io::stdout().is_terminal() || !has_desktop() {
        return;
    }
    let mut command = opener(address);
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(target_os = "macos")]
fn has_desktop() -> bool {
    std::env::var_os("SSH_CONNECTION").is_none()
}

#[cfg(target_os = "macos")]
fn opener(address: &str) -> Command {
    let mut command = Command::new("open");
    command.arg(address);
    command
}

#[cfg(windows)]
fn has_desktop() -> bool {
    std::env::var_os("SSH_CONNECTION").is_none()
}

#[cfg(windows)]
fn opener(address: &str) -> Command {
    let mut command = Command::new("rundll32");
    command.args(["url.dll,FileProtocolHandler", address]);
    command
}

#[cfg(not(any(windows, target_os = "macos")))]
fn has_desktop() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some())
}

#[cfg(not(any(windows, target_os = "macos")))]
fn opener(address: &str) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(address);
    command
}
