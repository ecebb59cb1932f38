-- One-time codes that were used: whichever rating came first with a code has it. A row outlives its
-- rating, so that a code is not good again once the rating has been purged.
CREATE TABLE IF NOT EXISTS ticket (
    agency   TEXT   NOT NULL,
    ticket   BYTEA  NOT NULL,
    key      BYTEA  NOT NULL,
    spent_at BIGINT NOT NULL,
    PRIMARY KEY (agency, ticket)
);

ALTER TABLE rating ADD COLUMN IF NOT EXISTS ticket BYTEA;

-- When it was last amended; NULL for never.
ALTER TABLE rating ADD COLUMN IF NOT EXISTS amended_at BIGINT;

-- 1 while it lies in quarantine, counted apart.
ALTER TABLE rating ADD COLUMN IF NOT EXISTS held BIGINT NOT NULL DEFAULT 0;

-- Who put a rating into quarantine or let it out is kept for as long as the rating.
CREATE TABLE IF NOT EXISTS judgement (
    agency  TEXT   NOT NULL,
    id      BYTEA  NOT NULL,
    rating  BYTEA  NOT NULL,
    verdict TEXT   NOT NULL,
    reason  TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (agency, id)
);
