//! The theme that comes with the program, file by file, so that one binary renders a whole site.

/// One file of `themes/default/`, included when the program is compiled.
macro_rules! included {
    ($name:literal) => {
        ($name, include_str!(concat!("../../themes/default/", $name)))
    };
}

/// Name within the theme folder, and text.
pub(super) const EMBEDDED: &[(&str, &str)] = &[
    included!("colours.css"),
    included!("style.css"),
    included!("card.css"),
    included!("desk.css"),
    included!("script.js"),
    included!("emblem.svg"),
    included!("words/vi.json"),
    included!("words/en.json"),
    included!("templates/base.html"),
    included!("templates/head.html"),
    included!("templates/header.html"),
    included!("templates/footer.html"),
    included!("templates/parts.html"),
    included!("templates/particulars.html"),
    included!("templates/home.html"),
    included!("templates/a-z.html"),
    included!("templates/fields.html"),
    included!("templates/field.html"),
    included!("templates/procedure.html"),
    included!("templates/procedure-offerers.html"),
    included!("templates/procedure-section.html"),
    included!("templates/offering.html"),
    included!("templates/agencies.html"),
    included!("templates/agency.html"),
    included!("templates/counter.html"),
    included!("templates/free.html"),
    included!("templates/results.html"),
    included!("templates/rating.html"),
    included!("templates/questions.html"),
    included!("templates/thanks.html"),
    included!("templates/ticket-refused.html"),
    included!("templates/choose-procedure.html"),
    included!("templates/confirm-key.html"),
    included!("templates/refused.html"),
    included!("templates/failure.html"),
    included!("templates/not-found.html"),
    included!("templates/counter-card.html"),
    included!("templates/matter-fields.html"),
    included!("templates/matter-form.html"),
    included!("templates/matter-guide.html"),
    included!("templates/matter-thanks.html"),
    included!("templates/tracking.html"),
    included!("templates/desk-base.html"),
    included!("templates/desk-sign-in.html"),
    included!("templates/desk-set-up.html"),
    included!("templates/desk-second-factor.html"),
    included!("templates/desk-sessions.html"),
    included!("templates/desk-log.html"),
    included!("templates/desk-officers.html"),
    included!("templates/desk-notice.html"),
    included!("templates/desk-inbox.html"),
    included!("templates/desk-matter.html"),
];
