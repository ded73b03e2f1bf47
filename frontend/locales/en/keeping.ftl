# What keeps the forum in order: tags, spaces, histories.
tags-title = Tags
tags-lead = What questions and discussions are about, in a word.
tags-none = No tags yet
tags-none-text = They come with the first questions.
