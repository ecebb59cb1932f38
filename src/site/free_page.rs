//! Pages of free text.

use super::composer::Composer;
use crate::publication::FreePage;
use crate::theme::Markup;
use crate::theme::context::Free;

impl Composer<'_> {
    pub(super) fn free(&self, page: &FreePage) -> Free {
        let body = page.markdown.read(self.voice.language, self.voice.binding);
        Free {
            meta: self.meta(self.voice.plain(&page.title), ""),
            title: self.voice.phrase(&page.title),
            body: Markup::vouched(&self.theme.markdown(body.words, 1, self.voice.language)),
            body_language: if body.fallback {
                self.voice.binding.tag().into()
            } else {
                String::new()
            },
        }
    }
}
