//! A linear classifier that parts one class from all others: the support vector machine with squared hinge loss, solved in its dual,
//! one sample at a time (Hsieh and others, "A dual coordinate descent method for large-scale linear SVM", ICML 2008).

/// What one miss costs.
const COST: f32 = 1.0;
/// So often at most all samples are gone through.
const ROUNDS: usize = 60;
/// It is solved when no sample moves further than this.
const STILL: f32 = 0.01;

/// A sample: the places of its features and their values, all together of length 1.
pub type Sample = Vec<(usize, f32)>;

/// A weight for each feature, and a constant.
pub struct Plane {
    pub weights: Vec<f32>,
    pub constant: f32,
}

impl Plane {
    fn of(&self, sample: &Sample) -> f32 {
        sample.iter().map(|(feature, value)| self.weights[*feature] * value).sum::<f32>() + self.constant
    }

    fn step(&mut self, sample: &Sample, by: f32) {
        self.constant += by;
        for (feature, value) in sample {
            self.weights[*feature] += by * value;
        }
    }
}

/// The plane that has the samples of one class on its upper side and all others below; `features`: how many there are.
pub fn part(samples: &[Sample], is_one: impl Fn(usize) -> bool, features: usize) -> Plane {
    let own = 1.0 / (2.0 * COST);
    let mut plane = Plane { weights: vec![0.0; features], constant: 0.0 };
    let mut pulls = vec![0.0_f32; samples.len()];
    let mut open: Vec<usize> = (0..samples.len()).collect();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut furthest_before = f32::INFINITY;
    for _ in 0..ROUNDS {
        chance.shuffle(&mut open);
        let mut furthest = 0.0_f32;
        open.retain(|at| {
            let (sample, side) = (&samples[*at], if is_one(*at) { 1.0 } else { -1.0 });
            let slope = side * plane.of(sample) - 1.0 + pulls[*at] * own;
            let is_idle = pulls[*at] == 0.0;
            // It pulls at nothing and is far from beginning to: it is left out for good.
            if is_idle && slope > furthest_before {
                return false;
            }
            let wanted = if is_idle { slope.min(0.0) } else { slope };
            furthest = furthest.max(wanted.abs());
            if wanted != 0.0 {
                // A sample has the length 1, and so has its constant.
                let pull = (pulls[*at] - slope / (2.0 + own)).max(0.0);
                plane.step(sample, (pull - pulls[*at]) * side);
                pulls[*at] = pull;
            }
            true
        });
        if furthest < STILL {
            break;
        }
        furthest_before = furthest;
    }
    plane
}

/// The same chance each time: what is learned is the same again.
struct Chance(u64);

impl Chance {
    fn shuffle(&mut self, places: &mut [usize]) {
        for at in (1..places.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            places.swap(at, usize::try_from(self.0 % (at as u64 + 1)).unwrap_or_default());
        }
    }
}
