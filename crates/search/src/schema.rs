//! The fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

use crate::analysis::{STEMMED, WHOLE};

/// The fields, by name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Kind and id as one term, to replace and delete by.
    pub(crate) key: Field,
    pub(crate) kind: Field,
    pub(crate) id: Field,
    pub(crate) parent_id: Field,
    pub(crate) title: Field,
    /// The title as it is shown.
    pub(crate) shown_title: Field,
    pub(crate) body: Field,
    pub(crate) tags: Field,
    /// Title, tags and text as whole words: for unfinished and misspelt ones.
    pub(crate) whole: Field,
    pub(crate) shelf: Field,
    pub(crate) author: Field,
    pub(crate) created_at: Field,
    pub(crate) visibility: Field,
}

/// The schema with its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let text = |analyser: &str, record| {
        TextOptions::default()
            .set_indexing_options(TextFieldIndexing::default().set_tokenizer(analyser).set_index_option(record))
    };
    let positions = IndexRecordOption::WithFreqsAndPositions;
    let mut builder = Schema::builder();
    let fields = Fields {
        key: builder.add_text_field("key", STRING),
        kind: builder.add_u64_field("kind", INDEXED | FAST | STORED),
        id: builder.add_i64_field("id", STORED),
        parent_id: builder.add_i64_field("parent_id", STORED),
        title: builder.add_text_field("title", text(STEMMED, positions)),
        shown_title: builder.add_text_field("shown_title", STORED),
        body: builder.add_text_field("body", text(STEMMED, positions) | STORED),
        tags: builder.add_text_field("tags", text(STEMMED, IndexRecordOption::Basic)),
        whole: builder.add_text_field("whole", text(WHOLE, IndexRecordOption::WithFreqs)),
        shelf: builder.add_text_field("shelf", STRING | STORED),
        author: builder.add_text_field("author", STORED),
        created_at: builder.add_i64_field("created_at", STORED),
        visibility: builder.add_u64_field("visibility", INDEXED),
    };
    (builder.build(), fields)
}
