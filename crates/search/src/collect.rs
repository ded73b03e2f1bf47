//! Counting matches by kind in the same pass that finds them.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::Kind;

/// Counts the matches of each kind.
pub(crate) struct KindCounts;

/// Counts within a segment.
pub(crate) struct SegmentKindCounts {
    kinds: Column<u64>,
    counts: [u64; Kind::ALL.len()],
}

impl Collector for KindCounts {
    type Fruit = [u64; Kind::ALL.len()];
    type Child = SegmentKindCounts;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentKindCounts> {
        Ok(SegmentKindCounts { kinds: segment.fast_fields().u64("kind")?, counts: Default::default() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        let mut sum = Self::Fruit::default();
        for segment in segments {
            for (total, count) in sum.iter_mut().zip(segment) {
                *total += count;
            }
        }
        Ok(sum)
    }
}

impl SegmentCollector for SegmentKindCounts {
    type Fruit = [u64; Kind::ALL.len()];

    fn collect(&mut self, document: DocId, _: Score) {
        let kind = self.kinds.first(document).and_then(|code| usize::try_from(code).ok());
        if let Some(count) = kind.and_then(|kind| self.counts.get_mut(kind)) {
            *count += 1;
        }
    }

    fn harvest(self) -> Self::Fruit {
        self.counts
    }
}
