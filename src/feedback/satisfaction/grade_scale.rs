//! Grades by summed 0/1/2 scores. Which indices are summed, to how many decimals they are rounded and where grades
//! begin is set by acts, so it is content with its citation and never a number in the code.

use super::{Decimal, PointsIndex};
use crate::text::{Date, Slug};

/// A scale of grades.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeScale {
    id: Slug,
    citation: Box<str>,
    lapsed_on: Option<Date>,
    decimals: u8,
    indices: Vec<Slug>,
    grades: Vec<Grade>,
}

/// A grade and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Its id.
    pub id: Slug,
    /// The least sum of rounded indices that has it.
    pub from: Decimal,
}

/// A sum of indices and its grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    /// The scale.
    pub scale: Slug,
    /// Where the scale comes from.
    pub citation: Box<str>,
    /// The sum of the rounded indices.
    pub sum: Decimal,
    /// The most that it could be.
    pub most: Decimal,
    /// The grade.
    pub grade: Slug,
    /// Answers behind the index that has the fewest.
    pub least_n: u64,
}

/// Why a scale cannot be used, or gives no grade.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GradeError {
    /// A scale without its act.
    #[error("a scale of grades needs a citation")]
    NoCitation,
    /// Nothing to sum up, or nothing to give.
    #[error("a scale of grades needs indices and grades")]
    Empty,
    /// Grades do not fall from the best to one that begins at 0, each with the decimals of the scale.
    #[error("grades must begin lower and lower, the last at 0, all with the decimals of the scale")]
    Order,
    /// An index twice in the sum.
    #[error("index {0} is in the scale twice")]
    Twice(Slug),
    /// An index of the sum is not known, so neither is the sum.
    #[error("index {0} is not known")]
    Missing(Slug),
    /// An index was rounded otherwise.
    #[error("index {0} is not rounded as the scale says")]
    Rounding(Slug),
}

impl GradeScale {
    /// The points that one index can have.
    const MOST_POINTS: u64 = 2;

    /// A scale, checked.
    pub fn new(
        id: Slug,
        citation: &str,
        lapsed_on: Option<Date>,
        decimals: u8,
        indices: Vec<Slug>,
        grades: Vec<Grade>,
    ) -> Result<Self, GradeError> {
        if citation.trim().is_empty() {
            return Err(GradeError::NoCitation);
        }
        let last = grades.last().filter(|_| !indices.is_empty()).ok_or(GradeError::Empty)?;
        let falls = grades.windows(2).all(|pair| pair[0].from.digits > pair[1].from.digits);
        let alike = decimals <= 6 && grades.iter().all(|grade| grade.from.decimals == decimals);
        if !falls || !alike || last.from.digits != 0 {
            return Err(GradeError::Order);
        }
        for (at, index) in indices.iter().enumerate() {
            if indices[..at].contains(index) {
                return Err(GradeError::Twice(index.clone()));
            }
        }
        Ok(Self { id, citation: citation.trim().into(), lapsed_on, decimals, indices, grades })
    }

    /// To how many decimals each index is rounded.
    pub fn decimals(&self) -> u8 {
        self.decimals
    }

    /// The indices that are summed.
    pub fn indices(&self) -> &[Slug] {
        &self.indices
    }

    /// The day on which the act lapsed.
    pub fn lapsed_on(&self) -> Option<Date> {
        self.lapsed_on
    }

    /// The grade of an agency or officer. Every index of the scale must be known: a sum without one of them
    /// would be too low.
    pub fn grade(
        &self,
        known: impl Fn(&Slug) -> Option<PointsIndex>,
    ) -> Result<Graded, GradeError> {
        let (mut digits, mut least_n) = (0, u64::MAX);
        for id in &self.indices {
            let index = known(id).ok_or_else(|| GradeError::Missing(id.clone()))?;
            if index.points.decimals != self.decimals {
                return Err(GradeError::Rounding(id.clone()));
            }
            digits += index.points.digits;
            least_n = least_n.min(index.n);
        }
        let grade = self.grades.iter().find(|grade| digits >= grade.from.digits);
        let most = Self::MOST_POINTS
            * u64::try_from(self.indices.len()).unwrap_or(u64::MAX)
            * 10_u64.pow(u32::from(self.decimals));
        Ok(Graded {
            scale: self.id.clone(),
            citation: self.citation.clone(),
            sum: Decimal { digits, decimals: self.decimals },
            most: Decimal { digits: most, decimals: self.decimals },
            grade: grade.ok_or(GradeError::Order)?.id.clone(),
            least_n,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::sample::slug;

    #[test]
    fn a_scale_that_is_not_sound_is_refused() {
        let grade = |id, digits| Grade { id: slug(id), from: Decimal { digits, decimals: 1 } };
        let scale = |citation, indices: &[&str], grades| {
            let indices = indices.iter().map(|id| slug(id)).collect();
            GradeScale::new(slug("thang"), citation, None, 1, indices, grades)
        };
        let sound = || vec![grade("cao", 35), grade("thap", 0)];
        assert_eq!(scale(" ", &["a"], sound()), Err(GradeError::NoCitation));
        assert_eq!(scale("TT", &[], sound()), Err(GradeError::Empty));
        assert_eq!(scale("TT", &["a"], Vec::new()), Err(GradeError::Empty));
        assert_eq!(scale("TT", &["a", "a"], sound()), Err(GradeError::Twice(slug("a"))));
        assert_eq!(scale("TT", &["a"], vec![grade("thap", 5)]), Err(GradeError::Order));
        let rising = vec![grade("thap", 0), grade("cao", 35)];
        assert_eq!(scale("TT", &["a"], rising), Err(GradeError::Order));

        let scale = scale("TT", &["a", "b"], sound()).unwrap();
        let index = |digits, decimals| PointsIndex { points: Decimal { digits, decimals }, n: 7 };
        let missing = scale.grade(|id| (id.as_str() == "a").then(|| index(20, 1)));
        assert_eq!(missing, Err(GradeError::Missing(slug("b"))));
        let otherwise = scale.grade(|_| Some(index(200, 2)));
        assert_eq!(otherwise, Err(GradeError::Rounding(slug("a"))));
        let graded = scale.grade(|id| Some(index(if id.as_str() == "a" { 20 } else { 15 }, 1)));
        let graded = graded.unwrap();
        assert_eq!((graded.grade, graded.sum.to_string()), (slug("cao"), "3.5".to_owned()));
        assert_eq!((graded.most.to_string(), graded.least_n), ("4.0".to_owned(), 7));
    }
}
