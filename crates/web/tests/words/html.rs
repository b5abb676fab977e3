//! A page taken apart: each piece of text, with the elements that it stands in.

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// The open elements around it, outermost first, each as it stands between its brackets.
    pub within: Vec<String>,
}

impl Piece {
    /// Whether it stands in an element of this name.
    pub fn is_in(&self, name: &str) -> bool {
        self.within.iter().any(|tag| tag_name(tag) == name)
    }

    /// Whether it is the name of a source, which others gave.
    pub fn is_source(&self) -> bool {
        self.within.iter().any(|tag| tag.contains("class=\"source"))
    }

    /// What it rests on, as the page says; none: the page says nothing.
    pub fn grounds(&self) -> Option<&str> {
        self.within.iter().rev().find_map(|tag| attribute(tag, "data-grounds"))
    }
}

/// What stands in `main`.
pub fn main_of(page: &str) -> &str {
    let start = page.find("<main").unwrap_or(page.len());
    let end = page.find("</main>").unwrap_or(page.len());
    page.get(start..end).unwrap_or_default()
}

/// The pieces of text of some markup, and the names of its pictures.
pub fn pieces(markup: &str) -> Vec<Piece> {
    const EMPTY: [&str; 5] = ["input", "meta", "link", "br", "img"];
    let mut open: Vec<String> = Vec::new();
    let mut pieces = Vec::new();
    for part in without_heads(markup).split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { continue };
        if tag.starts_with('/') {
            open.pop();
        } else {
            if let Some(label) = attribute(tag, "aria-label") {
                let within = open.iter().map(String::as_str).chain([tag]).map(str::to_owned).collect();
                pieces.push(Piece { text: plain(label), within });
            }
            if !tag.ends_with('/') && !tag.starts_with('!') && !EMPTY.contains(&tag_name(tag)) {
                open.push(tag.to_owned());
            }
        }
        if !text.trim().is_empty() {
            pieces.push(Piece { text: plain(text.trim()), within: open.clone() });
        }
    }
    pieces
}

/// The head of a sentence is bold; the sentence is one piece all the same.
fn without_heads(markup: &str) -> String {
    let mut parts = markup.split("<b class=\"head-word\">");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + &part.replacen("</b>", "", 1))
}

/// The addresses that some markup leads to, by link or by form.
pub fn ways(markup: &str) -> Vec<String> {
    let tags = markup.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|(tag, _)| tag);
    let ways = tags.filter(|tag| ["a", "button"].contains(&tag_name(tag)));
    let ways = ways.filter_map(|tag| attribute(tag, "href").or_else(|| attribute(tag, "formaction")));
    ways.filter(|path| path.starts_with('/')).map(str::to_owned).collect()
}

/// An attribute of a tag.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn tag_name(tag: &str) -> &str {
    tag.split([' ', '/']).next().unwrap_or_default()
}

/// Text without the marks of HTML.
fn plain(text: &str) -> String {
    let marks = [
        ("&#39;", "'"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#60;", "<"),
        ("&lt;", "<"),
        ("&#62;", ">"),
        ("&gt;", ">"),
    ];
    let text = marks.iter().fold(text.to_owned(), |text, (mark, plain)| text.replace(mark, plain));
    text.replace("&#38;", "&").replace("&amp;", "&")
}

#[test]
fn a_piece_knows_where_it_stands() {
    let page = "<main id=\"m\"><p>Rest. <span data-grounds=\"rule:D01 x\">Feed &#38; drink.</span> Or not.</p>\
                <svg aria-label=\"A cup\"><path d=\"M0\"/></svg><a href=\"/check\">Check</a></main><p>Foot</p>";
    let pieces = pieces(main_of(page));
    let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(texts, ["Rest.", "Feed & drink.", "Or not.", "A cup", "Check"]);
    assert_eq!(pieces[1].grounds(), Some("rule:D01 x"));
    assert_eq!(pieces[2].grounds(), None);
    assert!(pieces[4].is_in("a") && !pieces[3].is_in("p") && pieces[3].is_in("svg"));
    assert_eq!(ways(page), ["/check"]);
}
