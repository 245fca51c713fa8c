//! Files that are brought in: streamed to the disk, limited in size and number, under a harmless name.

use std::io::Write as _;
use std::path::Path;

use tempfile::NamedTempFile;

use super::form::Fields;
use super::watched::PassedOn;

/// How large a file may be: as the largest that is read.
pub(super) const FILE: u64 = crate::document::SIZE_LIMIT as u64;
/// How many files come at once.
const FILES: usize = 20;
/// How large a field of a form may be.
const FIELD: usize = 1 << 20;
/// How large a request may be.
pub(super) const REQUEST: u64 = 4 * FILE;
/// How long a name may be, in bytes.
const NAME: usize = 120;

/// A file that came, still in the folder of what comes in under no name of its own.
#[derive(Debug)]
pub(super) struct Upload {
    /// The name to give it.
    pub(super) name: String,
    /// What came.
    pub(super) file: NamedTempFile,
    /// How many bytes.
    pub(super) bytes: u64,
}

/// Why an upload isn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is too large, or too many files.
    TooMuch,
    /// It isn't what a form sends.
    NoForm,
    /// It can't be written.
    Unwritten,
}

/// Reads the fields and files of a form piece by piece, and says how much was passed on; files go to `into`.
pub(super) async fn read(
    mut form: multer::Multipart<'_>,
    passed_on: &PassedOn,
    into: &Path,
) -> Result<(Fields, Vec<Upload>), Unfit> {
    let (mut fields, mut uploads) = (Fields::default(), Vec::new());
    let mut held = 0;
    while let Some(mut field) = form.next_field().await.map_err(|_| Unfit::NoForm)? {
        if fields.is_full() {
            return Err(Unfit::TooMuch);
        }
        let key = field.name().unwrap_or_default().to_owned();
        let Some(name) = field.file_name().map(harmless_name) else {
            let mut value = Vec::new();
            while let Some(piece) = field.chunk().await.map_err(|_| Unfit::NoForm)? {
                passed_on.add(piece.len());
                held += piece.len();
                if held > FIELD {
                    return Err(Unfit::TooMuch);
                }
                value.extend_from_slice(&piece);
            }
            fields.add(key, &String::from_utf8_lossy(&value));
            continue;
        };
        if uploads.len() == FILES {
            return Err(Unfit::TooMuch);
        }
        std::fs::create_dir_all(into).map_err(|_| Unfit::Unwritten)?;
        let mut file = tempfile::Builder::new()
            .prefix(INCOMING)
            .tempfile_in(into)
            .map_err(|_| Unfit::Unwritten)?;
        let mut bytes: u64 = 0;
        while let Some(piece) = field.chunk().await.map_err(|_| Unfit::NoForm)? {
            passed_on.add(piece.len());
            bytes += piece.len() as u64;
            if bytes > FILE {
                return Err(Unfit::TooMuch);
            }
            file.write_all(&piece).map_err(|_| Unfit::Unwritten)?;
        }
        // A field for files that was left empty sends one without a name.
        if !name.is_empty() || bytes > 0 {
            uploads.push(Upload { name, file, bytes });
        }
    }
    Ok((fields, uploads))
}

/// What the names of files begin with that are still coming in.
pub(super) const INCOMING: &str = ".incoming-";

/// A name without folders, hidden beginnings, and signs that a system or a terminal would take for more
/// than a name.
pub(super) fn harmless_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last.chars().map(|c| match c {
        c if c.is_alphanumeric() => c,
        '-' | '_' | '.' | '(' | ')' | ',' | '&' | '+' => c,
        _ => ' ',
    });
    let kept: String = kept.collect();
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = kept.trim_matches(['.', ' ']).trim_start_matches(['-', '.', ' ']);
    let (stem, ending) = kept.rsplit_once('.').unwrap_or((kept, ""));
    let mut short = String::new();
    for c in stem.chars() {
        if short.len() + c.len_utf8() > NAME {
            break;
        }
        short.push(c);
    }
    // Names of devices on Windows.
    let name = short.to_lowercase();
    let numbered = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    let device = ["con", "prn", "aux", "nul"].contains(&name.as_str())
        || numbered.is_some_and(|number| number.parse::<u8>().is_ok());
    let short = if device || short.is_empty() { format!("paper {short}") } else { short };
    let ending: String = ending.chars().take(8).collect();
    let whole = if ending.is_empty() { short } else { format!("{}.{ending}", short.trim_end()) };
    if kept.is_empty() { String::new() } else { whole.trim_end().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_commands_nothing() {
        for (given, kept) in [
            ("plan 2018.pdf", "plan 2018.pdf"),
            ("../../etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            (".bashrc", "bashrc"),
            ("a\u{202e}fdp.exe\u{7}", "a fdp.exe"),
            ("con.txt", "paper con.txt"),
            ("COM1.txt", "paper COM1.txt"),
            ("-rf .txt", "rf.txt"),
            ("..", ""),
            ("Wölfe & Füchse.docx", "Wölfe & Füchse.docx"),
            ("%2e%2e%2fx.txt", "2e 2e 2fx.txt"),
        ] {
            assert_eq!(harmless_name(given), kept);
        }
        assert!(harmless_name(&format!("{}.pdf", "ü".repeat(300))).len() <= NAME + 9);
    }
}
