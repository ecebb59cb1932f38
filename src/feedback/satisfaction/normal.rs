//! The normal distribution: the quantile of 95 % intervals, and the tail from which p-values follow.

/// The quantile that leaves 2.5 % above it.
pub(super) const Z95: f64 = 1.959_963_984_540_054;

/// The probability that a standard normal value is farther from 0 than `z`, on either side. Relative error
/// below 1e-12 up to |z| = 37, where the probability leaves the range of numbers.
pub(super) fn two_sided(z: f64) -> f64 {
    let z = z.abs();
    // The density at z; the tail is the density times Mills' ratio.
    let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    if z < 3.0 { 1.0 - 2.0 * density * odd_series(z) } else { 2.0 * density * mills(z) }
}

/// z + z³/3 + z⁵/(3·5) + …: the area from 0 to z, divided by the density at z.
fn odd_series(z: f64) -> f64 {
    let (mut term, mut sum, mut odd) = (z, z, 1.0);
    while term > sum * 1e-17 {
        odd += 2.0;
        term *= z * z / odd;
        sum += term;
    }
    sum
}

/// 1/(z + 1/(z + 2/(z + 3/(z + …)))): Laplace's fraction for the area above z, divided by the density at z.
fn mills(z: f64) -> f64 {
    let bottom = (1..=160).rev().fold(z, |below, k| z + f64::from(k) / below);
    1.0 / bottom
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_those_of_the_normal_distribution() {
        // scipy.stats.norm.sf(z) * 2
        let known = [
            (0.0, 1.0),
            (0.5, 0.617_075_077_451_973_8),
            (1.0, 0.317_310_507_862_914_15),
            (Z95, 0.05),
            (2.999, 0.002_708_673_067_454_211_5),
            (3.0, 0.002_699_796_063_260_207),
            (3.5, 0.000_465_258_158_071_050_03),
            (5.0, 5.733_031_437_583_866e-7),
            (8.0, 1.244_192_114_854_348e-15),
            (30.0, 9.813_427_854_295_816e-198),
        ];
        for (z, tail) in known {
            let found = two_sided(z);
            assert!((found / tail - 1.0).abs() < 1e-10, "{z}: {found} instead of {tail}");
            assert!((two_sided(-z) - found).abs() < f64::EPSILON);
        }
    }
}
