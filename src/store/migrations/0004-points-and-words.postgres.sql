-- The service point where the counter stood when it was rated; NULL where the agency names none, and in
-- ratings from before it was kept.
ALTER TABLE rating ADD COLUMN IF NOT EXISTS point TEXT;

-- Which words a rating holds, so that those whose time is over are found without reading the others: NULL
-- for none, 1 for words, 2 for words that may hold personal data, 0 for a row that nobody has looked at.
ALTER TABLE rating ADD COLUMN IF NOT EXISTS words BIGINT DEFAULT 0;

CREATE INDEX IF NOT EXISTS rating_by_words ON rating (agency, words, received_at) WHERE words IS NOT NULL;
