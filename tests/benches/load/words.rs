//! Plain prose of any length, the same each time.

use std::sync::LazyLock;

/// A source of numbers that are as good as random and the same each time (Knuth's MMIX generator).
pub struct Numbers(pub u64);

impl Numbers {
    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most
    }

    /// Some words; the first ones of the list come more often, as in life.
    pub fn words(&mut self, count: usize) -> String {
        let mut text = String::new();
        for place in 0..count {
            let most = WORDS.len();
            let (one, other) = (self.below(most), self.below(most));
            let word = WORDS[one.min(other)];
            if place > 0 {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }
}

/// What people who run libraries write about.
const TEXT: &str = "the library council we volunteers lease building trustees rota charity books grant rent insurance \
    roof boiler community friends opening hours saturday children reading computers catalogue borrowers \
    stock donations fundraising treasurer accounts policy safeguarding training transfer asset \
    peppercorn repair survey solicitor clause break heating energy bills rates relief business gift aid \
    membership events rhyme time knitting group film night licence music parish county officer meeting \
    minutes agenda chair secretary election members constitution company association bank mandate budget \
    forecast reserve cafe garden allotment shed ramp access hearing loop toilet parking signs leaflet \
    poster newsletter website email password printer scanner wifi broadband contract supplier invoice \
    payment card till coins raffle quiz summer challenge school visit teacher class homework club chess \
    coding robot map archive history photograph newspaper local studies author talk poetry bookclub \
    audio large print braille welsh gaelic translation dual language refugee welcome warm space soup \
    foodbank health walk dementia carers befriending transport bus bicycle delivery housebound mobile \
    van driver";

/// Each of them.
pub static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| TEXT.split(' ').collect());
