-- A list of dossiers is sorted by what is due first, so each dossier knows the earliest day of its open deadlines.
ALTER TABLE "dossier" ADD COLUMN "next_deadline_on" DATE;
CREATE INDEX "dossier_next_deadline_on_id_idx" ON "dossier"("next_deadline_on", "id");

-- Kept here and not by commands: no way of writing a deadline can forget it. The lock comes as a statement of its own:
-- who waited for it then counts with what the other one wrote, which a single UPDATE would not see.
CREATE FUNCTION keep_next_deadline() RETURNS trigger
  LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM 1 FROM dossier WHERE id IN (OLD.dossier_id, NEW.dossier_id) ORDER BY id FOR NO KEY UPDATE;
    UPDATE dossier SET next_deadline_on =
      (SELECT min(date) FROM deadline WHERE deadline.dossier_id = dossier.id AND deadline.done_at IS NULL)
    WHERE id IN (OLD.dossier_id, NEW.dossier_id);
    RETURN NULL;
  END $$;
CREATE TRIGGER keeps_next_deadline AFTER INSERT OR UPDATE OR DELETE ON deadline
  FOR EACH ROW EXECUTE FUNCTION keep_next_deadline();
