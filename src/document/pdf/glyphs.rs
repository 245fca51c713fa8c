//! From a PDF's drawing instructions to glyphs with places, page by page.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::hayro_cmap::CMapName;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro_syntax::object::{Dict, Object, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, Filter, LoadPdfError, Pdf};
use memchr::memmem;

use super::pen::{Enough, Pen};
use super::sheet::Sheet;
use super::unfold::{Fold, is_bomb, is_whole};
use super::weight::Scales;
use super::work::Work;
use super::{fields, notes};

/// What is learned of a PDF, in this order: one of `Unreadable` and `Pages`, then its pages,
/// which may end with `Beyond`.
#[derive(Debug)]
pub(super) enum News {
    /// Nothing of it can be read.
    Unreadable(Unreadable),
    /// How many pages it declares, where it does, and how many there are.
    /// And what it holds beside them that isn't read, and who it says made it.
    Pages { declared: Option<u32>, found: u32, unread: Option<&'static str>, maker: String },
    /// The next page; none where reading it failed.
    Page(Option<Box<Sheet>>),
    /// The next page, and those after it, take more work than is left.
    Beyond,
}

/// Why nothing of a PDF can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It can't be opened without a password.
    Password,
    /// It is encrypted in a way that isn't known.
    Encryption,
    /// It is no PDF, or nothing of its structure is left.
    Damaged,
    /// A small part of it unfolds to more than is read.
    Bomb,
}

/// How much of the drawing instructions of pages is held, in bytes, before the file is opened anew: the
/// crate keeps those of every page that was read.
const HELD: usize = 24 * 1024 * 1024;

/// Reads a PDF, telling what it finds as it goes. It ends early where nobody listens.
pub(super) fn read(bytes: Vec<u8>, tell: &mut dyn FnMut(News) -> bool) {
    let mut work = Work::of(bytes.len());
    let bytes = Arc::new(bytes);
    let mut done = 0;
    loop {
        let pdf = match catch_unwind(AssertUnwindSafe(|| Pdf::new(Arc::clone(&bytes)))) {
            Ok(Ok(pdf)) => pdf,
            Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => {
                tell(News::Unreadable(Unreadable::Password));
                return;
            }
            Ok(Err(LoadPdfError::Decryption(_))) => {
                tell(News::Unreadable(Unreadable::Encryption));
                return;
            }
            Ok(Err(LoadPdfError::Invalid)) | Err(_) => {
                tell(News::Unreadable(Unreadable::Damaged));
                return;
            }
        };
        if done == 0 && !begin(&pdf, &bytes, tell) {
            return;
        }
        let before = done;
        if !read_pages(&pdf, &mut done, &mut work, tell) || done == before {
            return;
        }
    }
}

/// Looks at a PDF as a whole. Whether its pages are to be read.
fn begin(pdf: &Pdf, bytes: &[u8], tell: &mut dyn FnMut(News) -> bool) -> bool {
    let bomb = catch_unwind(AssertUnwindSafe(|| holds_a_bomb(pdf, bytes))).unwrap_or(false);
    if bomb {
        tell(News::Unreadable(Unreadable::Bomb));
        return false;
    }
    let declared = catch_unwind(AssertUnwindSafe(|| declared_pages(pdf))).unwrap_or(None);
    let found = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    let unread = catch_unwind(AssertUnwindSafe(|| unread(pdf))).unwrap_or(None);
    let maker = catch_unwind(AssertUnwindSafe(|| maker(pdf))).unwrap_or_default();
    tell(News::Pages { declared, found, unread, maker })
}

/// Reads pages from the first that wasn't read yet, until enough of them is held. Whether there may be
/// more to read.
fn read_pages(
    pdf: &Pdf,
    done: &mut usize,
    work: &mut Work,
    tell: &mut dyn FnMut(News) -> bool,
) -> bool {
    let mut cache = InterpreterCache::new();
    let mut scales = Scales::default();
    let mut held = 0;
    for page in pdf.pages().iter().skip(*done) {
        let weigh = || scales.page(page, work.left());
        let weight = catch_unwind(AssertUnwindSafe(weigh)).unwrap_or(0);
        if !work.spend(weight) {
            tell(News::Beyond);
            return false;
        }
        let mut device = Pen::new(page, *work);
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(pdf, page, &cache, &mut device)));
        *work = device.work();
        let sheet = match drawn {
            Ok(()) => Some(Box::new(device.into_sheet(false))),
            Err(thrown) if thrown.is::<Enough>() && work.left() == 0 => {
                tell(News::Beyond);
                return false;
            }
            Err(thrown) if thrown.is::<Enough>() => Some(Box::new(device.into_sheet(true))),
            Err(_) => {
                // What was being put in there when it failed isn't known.
                cache = InterpreterCache::new();
                None
            }
        };
        if !tell(News::Page(sheet)) {
            return false;
        }
        *done += 1;
        held += page.page_stream().map_or(0, <[u8]>::len);
        if held > HELD {
            return true;
        }
    }
    false
}

fn draw<'a>(pdf: &'a Pdf, page: &Page<'a>, cache: &InterpreterCache<'a>, device: &mut Pen) {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    // The tables that a PDF may name and leave out are those of Chinese, Japanese and Korean fonts: they are a
    // twentieth of the program, and no paper of a force has needed one.
    let foreign = Arc::new(AtomicBool::new(false));
    let named = Arc::clone(&foreign);
    let cmap_resolver = Arc::new(move |_: CMapName<'_>| {
        named.store(true, Ordering::Relaxed);
        None
    });
    let settings = InterpreterSettings { cmap_resolver, ..InterpreterSettings::default() };
    let mut context = Context::new(transform, bounds, cache, pdf.xref(), settings);
    interpret_page(page, &mut context, device);
    notes::marks(page, device);
    fields::fields(page, device);
    if page.page_stream().is_none() && page.raw().contains_key("Contents") {
        device.misses_its_contents();
    }
    device.is_broken(is_broken(page));
    device.is_foreign(foreign.load(Ordering::Relaxed));
}

/// Whether the drawing instructions of a page are damaged: read as far as they go, they would pass
/// for a page that says no more.
fn is_broken(page: &Page<'_>) -> bool {
    let contents = page.raw().get::<Object<'_>>("Contents");
    let streams: Vec<Stream<'_>> = match contents {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(parts)) => parts.iter::<Stream<'_>>().collect(),
        _ => Vec::new(),
    };
    streams.iter().any(|stream| {
        stream.filters().as_slice() == [Filter::FlateDecode] && !is_whole(&stream.raw_data())
    })
}

/// The number of pages that the page tree says it has.
fn declared_pages(pdf: &Pdf) -> Option<u32> {
    let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    catalogue.get::<Dict<'_>>("Pages")?.get::<u32>("Count")
}

/// The author that a PDF names in its properties: in UTF-16 or UTF-8 where a mark says so, else a byte a letter.
fn maker(pdf: &Pdf) -> String {
    let Some(bytes) = pdf.metadata().author.as_deref() else { return String::new() };
    let (text, _) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode_with_bom_removal(bytes),
        None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes),
    };
    text.into_owned()
}

/// What a PDF holds beside its pages: a form of another kind, whole files.
fn unread(pdf: &Pdf) -> Option<&'static str> {
    let catalogue: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let form = catalogue.get::<Dict<'_>>("AcroForm");
    if form.is_some_and(|form| form.contains_key("XFA")) {
        return Some("a form of the kind XFA, whose answers its pages needn't show");
    }
    let files = catalogue.get::<Dict<'_>>("Names");
    let files = files.is_some_and(|names| names.contains_key("EmbeddedFiles"));
    (files || catalogue.contains_key("Collection")).then_some("other files")
}

/// Whether any stream that will be read unfolds to too much. Those of one usual filter were looked
/// at in the file itself, before the crate saw it; here come the others, and encrypted ones.
fn holds_a_bomb(pdf: &Pdf, bytes: &[u8]) -> bool {
    let encrypted = memmem::find(bytes, b"/Encrypt").is_some();
    pdf.objects().into_iter().any(|object| {
        let Object::Stream(stream) = object else { return false };
        let mut folds = Vec::new();
        for filter in stream.filters() {
            folds.push(match filter {
                Filter::FlateDecode => Fold::Flate,
                Filter::LzwDecode => Fold::Lzw,
                Filter::RunLengthDecode => Fold::RunLength,
                Filter::AsciiHexDecode => Fold::Hex,
                Filter::Ascii85Decode => Fold::Base85,
                Filter::Crypt => continue,
                // Pictures aren't unfolded.
                _ => return false,
            });
        }
        // Those were looked at in the file.
        if folds == [Fold::Flate] && !encrypted {
            return false;
        }
        is_bomb(&stream.raw_data(), &folds)
    })
}
