-- The words of a counter, counted by half days without looking at ratings without words. SQLite wants the columns of the
-- condition too.
CREATE INDEX IF NOT EXISTS rating_words_by_counter ON rating (agency, counter, survey, received_at, words, held, judged_at, mode)
    WHERE words IS NOT NULL AND held = 0 AND judged_at IS NULL AND mode <> 'paper';
