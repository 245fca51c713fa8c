//! Writing small PDFs by hand, sound ones and others.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A PDF in the making: objects by number, from 1.
pub(crate) struct Writer {
    objects: Vec<Vec<u8>>,
    /// The numbers of the pages' objects.
    pages: Vec<usize>,
    /// What the page tree says how many pages there are, where it isn't how many there are.
    pub(crate) count: Option<usize>,
    /// What is added to the trailer.
    pub(crate) trailer: String,
}

/// The objects that every file has: catalogue, page tree, two fonts.
const CATALOGUE: usize = 1;
const TREE: usize = 2;
const REGULAR: usize = 3;
const BOLD: usize = 4;

impl Writer {
    pub(crate) fn new() -> Self {
        let font = |name: &str| {
            format!(
                "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            )
            .into_bytes()
        };
        let objects = vec![Vec::new(), Vec::new(), font("Helvetica"), font("Helvetica-Bold")];
        Self { objects, pages: Vec::new(), count: None, trailer: String::new() }
    }

    /// Adds an object and returns its number.
    pub(crate) fn object(&mut self, body: impl Into<Vec<u8>>) -> usize {
        self.objects.push(body.into());
        self.objects.len()
    }

    /// How many objects there are.
    pub(crate) fn objects(&self) -> usize {
        self.objects.len()
    }

    /// Adds a stream and returns its number.
    pub(crate) fn stream(&mut self, head: &str, data: &[u8]) -> usize {
        let head = format!("<< {head} /Length {} >>\nstream\n", data.len());
        self.object([head.as_bytes(), data, b"\nendstream"].concat())
    }

    /// Adds a page of A4 with this content.
    pub(crate) fn page(&mut self, content: &str) -> &mut Self {
        let content = self.stream("", content.as_bytes());
        self.page_of(content, "")
    }

    /// Adds a page with a content stream and with these entries among its resources.
    pub(crate) fn page_of(&mut self, content: usize, resources: &str) -> &mut Self {
        let page = self.object(format!(
            "<< /Type /Page /Parent {TREE} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R \
             /Resources << /Font << /F1 {REGULAR} 0 R /F2 {BOLD} 0 R >> {resources} >> >>"
        ));
        self.pages.push(page);
        self
    }

    /// The file.
    pub(crate) fn finish(&self) -> Vec<u8> {
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        let count = self.count.unwrap_or(kids.len());
        let mut objects = self.objects.clone();
        objects[CATALOGUE - 1] = format!("<< /Type /Catalog /Pages {TREE} 0 R >>").into_bytes();
        objects[TREE - 1] =
            format!("<< /Type /Pages /Kids [{}] /Count {count} >>", kids.join(" ")).into_bytes();
        let mut file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in (1..).zip(&objects) {
            places.push(file.len());
            file.extend(format!("{number} 0 obj\n").bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let start = file.len();
        file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        for place in &places {
            file.extend(format!("{place:010} 00000 n \n").bytes());
        }
        let trailer = format!(
            "trailer\n<< /Size {} /Root {CATALOGUE} 0 R {} >>\nstartxref\n{start}\n%%EOF\n",
            places.len() + 1,
            self.trailer,
        );
        file.extend(trailer.bytes());
        file
    }
}

/// Text at a place, from the page's top left corner.
pub(crate) fn text(x: f32, y: f32, size: f32, text: &str) -> String {
    set("F1", x, y, size, text)
}

/// The same in bold type.
pub(crate) fn bold(x: f32, y: f32, size: f32, text: &str) -> String {
    set("F2", x, y, size, text)
}

fn set(font: &str, x: f32, y: f32, size: f32, text: &str) -> String {
    let mut bytes = String::new();
    for c in text.chars() {
        match c {
            '(' | ')' | '\\' => bytes.extend(['\\', c]),
            '•' => bytes.push_str("\\225"),
            '’' => bytes.push_str("\\222"),
            '–' => bytes.push_str("\\226"),
            c => bytes.push(c),
        }
    }
    format!("BT /{font} {size} Tf {x} {} Td ({bytes}) Tj ET\n", 842.0 - y)
}

/// Lines of text below one another.
pub(crate) fn lines(x: f32, y: f32, lines: &[&str]) -> String {
    (0_u8..).zip(lines).map(|(n, line)| text(x, y + f32::from(n) * 13.0, 11.0, line)).collect()
}

/// A line that is drawn.
pub(crate) fn rule(x0: f32, y0: f32, x1: f32, y1: f32) -> String {
    format!("{x0} {} m {x1} {} l S\n", 842.0 - y0, 842.0 - y1)
}

/// What is deflated.
pub(crate) fn deflated(parts: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    for part in parts {
        encoder.write_all(&part).unwrap();
    }
    encoder.finish().unwrap()
}
