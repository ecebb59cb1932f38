//! All that the site says, linked and checked: the one value that every craft receives.
//!
//! It keeps a compact head for each edition; the bodies are loaded one at a time through
//! [`Bodies`], so that memory stays flat as procedures grow in number.

mod address;
mod bodies;
pub mod carried;
mod listing;
mod matter_desk;
mod offered;
mod origin;
mod page;
mod published;
mod rating_desk;
pub mod results;
mod results_address;
mod site;

pub use address::PageAddress;
pub use bodies::{Bodies, BodyError};
pub use listing::{ListedEdition, Listing};
pub use matter_desk::{MatterDesk, MatterPlace};
pub use offered::{Offered, Posting, Standing};
pub use origin::{OriginError, PrintOrigin};
pub use page::{FormFile, FreePage};
pub use published::{AgencyIndex, EditionIndex, Publication};
pub use rating_desk::{Foot, RatingDesk, RatingPlace};
pub use results_address::{DICTIONARY_PATH, ResultsAddress, open_data_path};
pub use site::Site;
