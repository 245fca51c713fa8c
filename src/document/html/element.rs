//! What the elements of HTML do to the text in them.

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Nothing: its text goes on in the line.
    Inline,
    /// Stands on lines of its own.
    Block,
    /// Heads what follows, at a level.
    Heading(u8),
    /// A list, and an item of one.
    List,
    Item,
    /// Quotes somebody.
    Quotation,
    /// Stands at the edges of pages.
    Edge,
    /// Stands at the edges of a page, or of an article, where it is part of the text.
    EdgeOfPage,
    /// Holds what the page is about.
    Content,
    /// Isn't shown.
    LeftOut,
    /// Holds no words of the page: scripts, styles.
    Wordless,
    /// Is set in bold type.
    Strong,
    /// Is set in small type above the line, as marks of footnotes are.
    Raised,
    /// Keeps its line breaks.
    Preformatted,
    /// A list to choose from, and something in it.
    Choices,
    Choice,
    /// A table, the head of one, a row, a cell, a cell that heads others.
    Table,
    TableHead,
    Row,
    Cell,
    HeadingCell,
    /// Ends a line.
    LineBreak,
    /// Stands between blocks.
    Rule,
}

impl Does {
    /// Whether text goes on in its line where such an element begins or ends.
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Inline
                | Self::LeftOut
                | Self::Wordless
                | Self::Strong
                | Self::Raised
                | Self::Choices
                | Self::Choice
        )
    }
}

/// What an element does, by its name.
pub(super) fn does(name: &[u8]) -> Does {
    match name {
        b"br" => Does::LineBreak,
        b"hr" => Does::Rule,
        b"h1" => Does::Heading(1),
        b"h2" => Does::Heading(2),
        b"h3" => Does::Heading(3),
        b"h4" => Does::Heading(4),
        b"h5" => Does::Heading(5),
        // What is defined, or asked, heads what stands beside it.
        b"h6" | b"dt" => Does::Heading(6),
        b"ol" | b"ul" => Does::List,
        b"li" => Does::Item,
        b"blockquote" => Does::Quotation,
        b"nav" | b"aside" => Does::Edge,
        b"header" | b"footer" => Does::EdgeOfPage,
        b"main" | b"article" => Does::Content,
        b"select" => Does::Choices,
        b"option" => Does::Choice,
        b"script" | b"style" | b"template" | b"noscript" | b"title" | b"datalist" | b"button"
        | b"iframe" | b"object" | b"svg" | b"canvas" | b"audio" | b"video" | b"noframes"
        | b"noembed" | b"rt" | b"rp" => Does::Wordless,
        b"b" | b"strong" => Does::Strong,
        b"sup" => Does::Raised,
        b"pre" | b"listing" | b"xmp" | b"plaintext" => Does::Preformatted,
        b"table" => Does::Table,
        b"thead" => Does::TableHead,
        b"tr" => Does::Row,
        b"td" => Does::Cell,
        b"th" => Does::HeadingCell,
        b"address" | b"body" | b"caption" | b"center" | b"dd" | b"details" | b"dialog" | b"dir"
        | b"div" | b"dl" | b"fieldset" | b"figcaption" | b"figure" | b"form" | b"frameset"
        | b"head" | b"hgroup" | b"html" | b"menu" | b"p" | b"search" | b"section" | b"summary"
        | b"legend" | b"tbody" | b"textarea" | b"tfoot" => Does::Block,
        _ => Does::Inline,
    }
}

/// Whether an element has no content and no end.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"basefont"
            | b"bgsound"
            | b"br"
            | b"col"
            | b"embed"
            | b"frame"
            | b"hr"
            | b"img"
            | b"input"
            | b"keygen"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// Elements whose beginning or end ends others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownElement {
    P,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Li,
    DtOrDd,
    Option,
    Cell,
    Row,
    Rows,
    Table,
    List,
    Definitions,
    Select,
    Caption,
}

/// How many of those there are.
pub(super) const KNOWN: usize = 18;

const HEADINGS: &[KnownElement] = &[
    KnownElement::P,
    KnownElement::H1,
    KnownElement::H2,
    KnownElement::H3,
    KnownElement::H4,
    KnownElement::H5,
    KnownElement::H6,
];
const CELLS: &[KnownElement] = &[KnownElement::Table, KnownElement::Cell, KnownElement::Caption];

/// Which of those an element is.
pub(super) fn known(name: &[u8]) -> Option<KnownElement> {
    Some(match name {
        b"p" => KnownElement::P,
        b"h1" => KnownElement::H1,
        b"h2" => KnownElement::H2,
        b"h3" => KnownElement::H3,
        b"h4" => KnownElement::H4,
        b"h5" => KnownElement::H5,
        b"h6" => KnownElement::H6,
        b"li" => KnownElement::Li,
        b"dt" | b"dd" => KnownElement::DtOrDd,
        b"option" => KnownElement::Option,
        b"td" | b"th" => KnownElement::Cell,
        b"tr" => KnownElement::Row,
        b"tbody" | b"thead" | b"tfoot" => KnownElement::Rows,
        b"table" => KnownElement::Table,
        b"ul" | b"ol" | b"menu" => KnownElement::List,
        b"dl" => KnownElement::Definitions,
        b"select" | b"datalist" => KnownElement::Select,
        b"caption" => KnownElement::Caption,
        _ => return None,
    })
}

/// What ends where an element begins, and within which elements that is looked for.
pub(super) fn ends(name: &[u8]) -> (&'static [KnownElement], &'static [KnownElement]) {
    match name {
        b"li" => (
            &[KnownElement::Li, KnownElement::P],
            &[KnownElement::List, KnownElement::Table, KnownElement::Cell],
        ),
        b"dt" | b"dd" => (
            &[KnownElement::DtOrDd, KnownElement::P],
            &[KnownElement::Definitions, KnownElement::Table, KnownElement::Cell],
        ),
        b"option" => (&[KnownElement::Option], &[KnownElement::Select]),
        b"td" | b"th" => (&[KnownElement::Cell], &[KnownElement::Table]),
        b"tr" => (&[KnownElement::Row], &[KnownElement::Table]),
        b"tbody" | b"tfoot" | b"thead" => (&[KnownElement::Rows], &[KnownElement::Table]),
        // Whoever forgot to end a heading didn't mean the whole page.
        b"p" | b"ul" | b"ol" | b"dl" | b"table" | b"blockquote" | b"section" | b"article"
        | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => (HEADINGS, CELLS),
        b"div" | b"pre" | b"hr" | b"form" | b"address" | b"figure" | b"fieldset" | b"nav"
        | b"aside" | b"header" | b"footer" | b"main" => (&[KnownElement::P], CELLS),
        _ => (&[], &[]),
    }
}

/// The elements out of which an end tag doesn't reach.
pub(super) fn bounds(name: &[u8]) -> &'static [KnownElement] {
    match name {
        b"table" | b"body" | b"html" => &[],
        b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot" => &[KnownElement::Table],
        _ => CELLS,
    }
}
