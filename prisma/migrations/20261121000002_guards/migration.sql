-- What is written once stays: ballots, electorates, frozen versions, the live log, follow-up, the audit trail.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ballot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON elector FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON document_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON document_update FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recommendation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON follow_up FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A ballot is cast into an open poll or not at all. FOR SHARE waits for a closing in progress, so a ballot is
-- either counted or refused, never neither.
CREATE FUNCTION ballot_needs_open_poll() RETURNS trigger
  LANGUAGE plpgsql
  AS $$ BEGIN
    PERFORM 1 FROM poll WHERE id = NEW.poll_id AND status = 'open' FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'ballot refused: poll % is not open', NEW.poll_id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER needs_open_poll BEFORE INSERT ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_needs_open_poll();

-- A closed poll says for ever what it said when it closed.
CREATE TRIGGER closed_is_final BEFORE UPDATE ON poll FOR EACH ROW WHEN (OLD.status = 'closed') EXECUTE FUNCTION refuse_change();

ALTER TABLE statute_rule
  ADD CONSTRAINT quorum_is_a_fraction CHECK (quorum_denominator > 0 AND quorum_numerator BETWEEN 0 AND quorum_denominator),
  ADD CONSTRAINT majority_is_a_fraction CHECK (majority_denominator > 0 AND majority_numerator BETWEEN 1 AND majority_denominator),
  ADD CONSTRAINT validity_runs_forward CHECK (valid_until IS NULL OR valid_until >= valid_from);
ALTER TABLE mandate ADD CONSTRAINT mandate_runs_forward CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE organisation ADD CONSTRAINT membership_runs_forward CHECK (left_on IS NULL OR left_on >= joined_on);
ALTER TABLE meeting ADD CONSTRAINT meeting_runs_forward CHECK (ends_at IS NULL OR ends_at >= starts_at);
ALTER TABLE meeting_participant
  ADD CONSTRAINT inside_or_outside CHECK ((organisation_id IS NOT NULL) <> (outside_name <> ''));
ALTER TABLE poll
  ADD CONSTRAINT open_poll_has_rule CHECK (status = 'draft' OR (rule IS NOT NULL AND opened_at IS NOT NULL)),
  ADD CONSTRAINT closed_poll_has_result CHECK ((status = 'closed') = (outcome IS NOT NULL AND result IS NOT NULL AND closed_at IS NOT NULL));
ALTER TABLE ballot ADD CONSTRAINT ballots_count_from_one CHECK (number >= 1);
ALTER TABLE document_version ADD CONSTRAINT versions_count_from_one CHECK (number >= 1);
ALTER TABLE document_update ADD CONSTRAINT update_is_not_empty CHECK (octet_length(bytes) > 0);

-- At most one poll at a time decides about a position.
CREATE UNIQUE INDEX one_open_poll_per_position ON poll (position_id) WHERE status = 'open';
