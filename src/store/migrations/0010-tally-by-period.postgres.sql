-- (d) Tally (a) added up: by month of a counter, by month and by year of an agency. Ratings in quarantine are left out.
-- `scope` is the agency where `unit` is one of its counters, and empty where `unit` is an agency; `period` is a month
-- like 202611 or a year like 2026.
CREATE TABLE IF NOT EXISTS tally_period (
    scope    TEXT    NOT NULL,
    period   BIGINT  NOT NULL,
    mode     TEXT    NOT NULL,
    verified BIGINT  NOT NULL,
    unit     TEXT    NOT NULL,
    survey   TEXT    NOT NULL,
    version  BIGINT  NOT NULL,
    question TEXT    NOT NULL,
    answer   TEXT    NOT NULL,
    n        BIGINT  NOT NULL,
    PRIMARY KEY (scope, period, mode, verified, unit, survey, version, question, answer)
);

-- What is there already.
INSERT INTO tally_period (scope, period, mode, verified, unit, survey, version, question, answer, n)
    SELECT agency, day / 100, mode, verified, counter, survey, version, question, answer, CAST(SUM(n) AS BIGINT)
    FROM tally_answer WHERE held = 0
    GROUP BY agency, day / 100, mode, verified, counter, survey, version, question, answer
    ON CONFLICT (scope, period, mode, verified, unit, survey, version, question, answer) DO NOTHING;

INSERT INTO tally_period (scope, period, mode, verified, unit, survey, version, question, answer, n)
    SELECT '', day / 100, mode, verified, agency, survey, version, question, answer, CAST(SUM(n) AS BIGINT)
    FROM tally_answer WHERE held = 0
    GROUP BY day / 100, mode, verified, agency, survey, version, question, answer
    ON CONFLICT (scope, period, mode, verified, unit, survey, version, question, answer) DO NOTHING;

INSERT INTO tally_period (scope, period, mode, verified, unit, survey, version, question, answer, n)
    SELECT '', day / 10000, mode, verified, agency, survey, version, question, answer, CAST(SUM(n) AS BIGINT)
    FROM tally_answer WHERE held = 0
    GROUP BY day / 10000, mode, verified, agency, survey, version, question, answer
    ON CONFLICT (scope, period, mode, verified, unit, survey, version, question, answer) DO NOTHING;
