-- Ids that carry their kind: new_id('dos') → 'dos_' and 32 hexadecimal digits, random (122 bits).
CREATE FUNCTION new_id(prefix text) RETURNS text
  LANGUAGE sql VOLATILE PARALLEL SAFE
  AS $$ SELECT prefix || '_' || replace(gen_random_uuid()::text, '-', '') $$;

-- Lower case without diacritics, both comma-below and cedilla forms, composed or not: people type ș, ş and s and mean
-- one letter. The same as `fold` of packages/procedure; a test compares them. The marks go before the letters are made
-- small, so that a server whose locale is "C" folds Ș and Ă as well.
CREATE FUNCTION fold(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')) $$;

-- For records that nobody may change afterwards.
CREATE FUNCTION refuse_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% on % refused: its rows are append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
