"""The gate: no decision in a listed case without a passed review of that very text (第五十八条).

What the gate asks it reads where the row cannot lie about it: from the draft (which nothing
changes), from the events, from the parties and from the catalogue. It fires after the statement,
so that a load may bring its rows in any order; put off, it still fires before the commit.
"""

from django.db import migrations

HASH = """
CREATE FUNCTION penalty_text_hash(
    outcome text, kinds text[], fine bigint, confiscated bigint, VARIADIC words text[]
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(array_to_string(ARRAY[
        outcome,
        coalesce((SELECT string_agg(k, ',' ORDER BY k COLLATE "C") FROM unnest(kinds) k), ''),
        fine::text, confiscated::text
    ] || words, E'\\x1f'), 'UTF8')), 'hex')
$$;
"""
# As standing.outside_band: the nearest unit's set of bands holds as a whole.
OUTSIDE = """
CREATE FUNCTION penalty_outside_band(
    of_unit text, of_power text, of_party text, on_day date, of_band text,
    of_kinds text[], of_fine bigint
) RETURNS boolean LANGUAGE sql STABLE AS $$
    WITH held AS (
        SELECT * FROM standards_discretionband
        WHERE power = of_power AND since <= on_day AND (until IS NULL OR until > on_day)
          AND (unit = '0' OR starts_with(of_unit, unit))
    ), nearest AS (
        SELECT * FROM held WHERE length(unit) = (SELECT max(length(unit)) FROM held)
          AND party_kind IN ('', of_party)
    )
    SELECT EXISTS (SELECT FROM nearest) AND NOT EXISTS (
        SELECT FROM nearest
        WHERE code = of_band AND of_kinds::text[] <@ kinds::text[]
          AND ('fine' <> ALL(of_kinds) OR of_fine BETWEEN least AND most)
    )
$$;
"""
PARTY = """
CREATE FUNCTION penalty_party_kind(of_case bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN bool_and(kind = 'organisation') THEN 'organisation' ELSE 'person' END
    FROM casework_party WHERE case_id = of_case AND side = 'party'
$$;
"""
MATTERS = """
CREATE FUNCTION penalty_matters(of_case bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
    WITH said AS (
        SELECT facts FROM casework_event WHERE case_id = of_case AND step = 'conclude'
        ORDER BY seq DESC LIMIT 1
    )
    SELECT array_remove(ARRAY[
        CASE WHEN EXISTS (SELECT FROM casework_event WHERE case_id = of_case AND step = 'hear')
            OR EXISTS (SELECT FROM penalty_hearing WHERE case_id = of_case AND held_on IS NOT NULL)
            THEN 'heard' END,
        CASE WHEN p.complex OR EXISTS (SELECT FROM said WHERE facts->>'complex' = 'true')
            THEN 'complex' END,
        CASE WHEN p.public_interest
            OR EXISTS (SELECT FROM said WHERE facts->>'public_interest' = 'true')
            THEN 'public' END
    ], NULL)
    FROM penalty_penaltycase p WHERE p.case_id = of_case
$$;
"""
SPOT = """
CREATE FUNCTION penalty_spot_gate(d penalty_decision) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    most bigint := CASE d.party_kind WHEN 'organisation' THEN 300000 ELSE 20000 END;
BEGIN
    IF EXISTS (SELECT FROM penalty_draft WHERE case_id = d.case_id)
        OR NOT EXISTS (SELECT FROM casework_event
                       WHERE case_id = d.case_id AND step = 'decide_on_spot') THEN
        RAISE EXCEPTION '普通程序的决定须写明所依据的拟作决定' USING ERRCODE = 'check_violation';
    END IF;
    IF d.outcome <> 'penalty' OR d.confiscated <> 0 OR d.fine > most
        OR NOT d.kinds::text[] <@ ARRAY['warning', 'fine'] THEN
        RAISE EXCEPTION '超出简易程序的种类或者数额（行政处罚法第五十一条）'
            USING ERRCODE = 'check_violation';
    END IF;
END $$;
"""
GATE = """
CREATE FUNCTION penalty_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    c casework_case;
    p penalty_penaltycase;
    draft penalty_draft;
    said review_opinion;
    party text;
    found_matters text[];
    days date[];
BEGIN
    SELECT * INTO c FROM casework_case WHERE id = NEW.case_id;
    SELECT * INTO p FROM penalty_penaltycase WHERE case_id = NEW.case_id;
    IF p.case_id IS NULL OR c.kind <> 'penalty' OR NEW."on" < c.opened_on THEN
        RAISE EXCEPTION '处罚决定应属于一件处罚案件，且不早于登记' USING ERRCODE = 'check_violation';
    END IF;
    party := penalty_party_kind(NEW.case_id);
    found_matters := penalty_matters(NEW.case_id);
    days := ARRAY[NEW."on", least(NEW."on", (now() AT TIME ZONE 'Asia/Shanghai')::date)];
    IF NEW.party_kind IS DISTINCT FROM coalesce(party, 'person')
        OR NEW.heard <> ('heard' = ANY(found_matters)) THEN
        RAISE EXCEPTION '处罚决定的当事人类别或者听证情况与案件不符'
            USING ERRCODE = 'check_violation';
    END IF;

    IF NEW.version IS NULL THEN
        PERFORM penalty_spot_gate(NEW);
    ELSE
        SELECT * INTO draft FROM penalty_draft WHERE case_id = NEW.case_id
            ORDER BY version DESC LIMIT 1;
        IF draft.version IS DISTINCT FROM NEW.version
            OR (draft.outcome, draft.kinds, draft.fine, draft.confiscated, draft.text_hash)
               IS DISTINCT FROM
               (NEW.outcome, NEW.kinds, NEW.fine, NEW.confiscated, NEW.text_hash)
            OR draft.text_hash <> penalty_text_hash(
                draft.outcome, draft.kinds::text[], draft.fine, draft.confiscated, draft.facts,
                draft.proof, draft.basis, draft.reasons, draft.decision) THEN
            RAISE EXCEPTION '处罚决定与最后一稿拟作决定不一致' USING ERRCODE = 'check_violation';
        END IF;
        days := days || draft."on";
        found_matters := found_matters || draft.matters::text[];
        IF NEW.outcome <> 'penalty' THEN
            found_matters := found_matters || 'exempt'::text;
        ELSIF penalty_outside_band(c.unit, p.power, NEW.party_kind, NEW."on", draft.band,
                                   NEW.kinds::text[], NEW.fine) THEN
            found_matters := found_matters || 'outside'::text;
        END IF;
    END IF;
    IF NEW.complex THEN
        found_matters := found_matters || 'complex'::text;
    END IF;

    IF cardinality(draft.listed) > 0 OR EXISTS (
        SELECT FROM unnest(days) day, enforcement_listed(
            c.unit, day, NEW.party_kind, NEW.kinds::text[], NEW.fine, NEW.confiscated,
            found_matters)
    ) THEN
        SELECT * INTO said FROM review_opinion WHERE subject_id = NEW.case_id
            ORDER BY id DESC LIMIT 1;
        IF said.id IS NULL OR NOT said.passes OR said.text_hash <> NEW.text_hash THEN
            RAISE EXCEPTION '列入目录的重大执法决定，本文本未经法制审核通过（行政处罚法第五十八条）'
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER decision_gate AFTER INSERT ON penalty_decision
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION penalty_gate();
"""
# Of a decision only its number may be added, and once that it fell; a draft stays as it was.
KEPT = """
CREATE TRIGGER draft_append_only BEFORE UPDATE OR DELETE ON penalty_draft
    FOR EACH ROW EXECUTE FUNCTION casework_append_only();
CREATE TRIGGER decision_kept BEFORE DELETE ON penalty_decision
    FOR EACH ROW EXECUTE FUNCTION casework_append_only();
CREATE TRIGGER decision_only_numbered_or_annulled BEFORE UPDATE ON penalty_decision
    FOR EACH ROW
    WHEN ((to_jsonb(NEW) - '{number,annulled_on}'::text[])
            IS DISTINCT FROM (to_jsonb(OLD) - '{number,annulled_on}'::text[])
        OR (OLD.number <> '' AND NEW.number <> OLD.number)
        OR (OLD.annulled_on IS NOT NULL AND NEW.annulled_on IS DISTINCT FROM OLD.annulled_on))
    EXECUTE FUNCTION casework_append_only();

-- Also where a session says that it only replays what another database has done.
ALTER TABLE penalty_decision ENABLE ALWAYS TRIGGER decision_gate;
ALTER TABLE penalty_decision ENABLE ALWAYS TRIGGER decision_kept;
ALTER TABLE penalty_decision ENABLE ALWAYS TRIGGER decision_only_numbered_or_annulled;
ALTER TABLE penalty_draft ENABLE ALWAYS TRIGGER draft_append_only;
"""
UNDO = """
DROP TRIGGER decision_only_numbered_or_annulled ON penalty_decision;
DROP TRIGGER decision_kept ON penalty_decision;
DROP TRIGGER draft_append_only ON penalty_draft;
DROP TRIGGER decision_gate ON penalty_decision;
DROP FUNCTION penalty_gate();
DROP FUNCTION penalty_spot_gate(penalty_decision);
DROP FUNCTION penalty_matters(bigint);
DROP FUNCTION penalty_party_kind(bigint);
DROP FUNCTION penalty_outside_band(text, text, text, date, text, text[], bigint);
DROP FUNCTION penalty_text_hash(text, text[], bigint, bigint, text[]);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("penalty", "0001_initial"),
        ("standards", "0002_listed"),
        ("review", "0001_initial"),
        ("parties", "0001_initial"),
        ("casework", "0002_append_only"),
    ]
    operations = [
        migrations.RunSQL(HASH + OUTSIDE + PARTY + MATTERS + SPOT + GATE + KEPT, UNDO)
    ]
