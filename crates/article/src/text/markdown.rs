//! Markdown: the words without their marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Draft, Kind};

/// Reads a text. Code, tags and what is struck through are left out.
pub(super) fn read(markdown: &str, draft: &mut Draft) {
    let mut skipping = 0_usize;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Strikethrough | Tag::HtmlBlock | Tag::Image { .. }) => skipping += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Strikethrough | TagEnd::HtmlBlock | TagEnd::Image) => {
                skipping = skipping.saturating_sub(1);
            }
            Event::Start(Tag::Heading { level, .. }) => draft.begin(Kind::Heading(level as u8)),
            Event::Start(Tag::Item) => draft.begin(Kind::Item),
            Event::Start(Tag::Paragraph) if draft.is_fresh() => {}
            Event::Start(Tag::Paragraph | Tag::TableCell | Tag::BlockQuote(_))
            | Event::End(TagEnd::Heading(_) | TagEnd::Item | TagEnd::Paragraph | TagEnd::TableCell) => {
                draft.begin(Kind::Paragraph);
            }
            Event::Text(words) | Event::Code(words) if skipping == 0 => draft.say(&words),
            Event::SoftBreak | Event::HardBreak => draft.say("\n"),
            _ => {}
        }
    }
}
