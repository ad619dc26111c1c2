/** Rows to measure with, in one statement a table: `count` of everything that a list or the home page shows. */
import type { AnyDatabase } from '../prisma/client.ts'

/** Adds dossiers, positions, polls, meetings and what hangs on them until there are `count` of each beside the seed. */
export async function addRows({ sql }: AnyDatabase, count: number): Promise<void> {
  await sql.query(
    `INSERT INTO dossier (id, title_ro, title_en, summary_ro, procedure, stage, institution_id, lead_id)
     SELECT 'dos_bench_' || n, 'Proiect de lege numărul ' || n, 'Bill number ' || n, 'Un rezumat de probă.', 'law', 'initiated',
            (SELECT id FROM institution ORDER BY id LIMIT 1), 'org_eliberare'
     FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO dossier_identifier (dossier_id, kind, value, search_key)
     SELECT 'dos_bench_' || n, 'plx', 'PL-x ' || n || '/2031', 'plx' || n || '/2031' FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO dossier_step (dossier_id, stage, date)
     SELECT 'dos_bench_' || n, 'initiated', date '2026-01-01' + n % 200 FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO deadline (dossier_id, title_ro, date)
     SELECT 'dos_bench_' || n, 'Termen ' || n, current_date + 1 + n % 25 FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO document (id, schema_version, head)
     SELECT prefix || n, 1, 0 FROM generate_series(1, $1::int) AS n, unnest(ARRAY['doc_bench_pos_', 'doc_bench_mee_']) AS prefix`,
    [count],
  )
  await sql.query(
    `INSERT INTO position (id, dossier_id, document_id, title_ro, status, lead_id, consultation_ends_on)
     SELECT 'pos_bench_' || n, 'dos_bench_' || n, 'doc_bench_pos_' || n, 'Poziția ' || n,
            CASE WHEN n % 2 = 0 THEN 'consultation' ELSE 'voting' END::position_status, 'org_eliberare', current_date + n % 20
     FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO position_drafter (position_id, organisation_id)
     SELECT 'pos_bench_' || n, organisation FROM generate_series(1, $1::int) AS n, unnest(ARRAY['org_eliberare', 'org_bacau']) AS organisation`,
    [count],
  )
  await sql.query(
    `INSERT INTO document_version (id, document_id, number, hash, content)
     SELECT 'ver_bench_' || n, 'doc_bench_pos_' || n, 1, repeat('0', 64), '{"type":"doc","content":[{"type":"paragraph"}]}'
     FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO poll (id, position_id, version_id, rule_id, question_ro, status, rule, opened_at, closes_at)
     SELECT 'pol_bench_' || n, 'pos_bench_' || n, 'ver_bench_' || n, (SELECT id FROM statute_rule ORDER BY id LIMIT 1),
            'Adoptăm poziția ' || n || '?', 'open',
            (SELECT rule FROM poll WHERE rule IS NOT NULL ORDER BY id LIMIT 1), now(), now() + interval '9 days'
     FROM generate_series(1, $1::int) AS n WHERE n % 2 = 1`,
    [count],
  )
  await sql.query(
    `INSERT INTO elector (poll_id, organisation_id)
     SELECT poll.id, organisation.id FROM poll, organisation WHERE poll.id LIKE 'pol_bench_%'`,
  )
  await sql.query(
    `INSERT INTO meeting (id, title_ro, starts_at, organiser_id, minutes_document_id)
     SELECT 'mee_bench_' || n, 'Întâlnirea ' || n, now() + interval '1 day' + n * interval '1 minute', 'org_eliberare', 'doc_bench_mee_' || n
     FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO agenda_item (meeting_id, number, title, dossier_id, position_id)
     SELECT 'mee_bench_' || n, 1, 'Punct ' || n, 'dos_bench_' || n, 'pos_bench_' || n FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO action_item (meeting_id, text, owner_id, due_on)
     SELECT 'mee_bench_' || n, 'De trimis ' || n, 'org_bacau', current_date + n % 30 FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO notification (person_id, kind, subject_id, values)
     SELECT 'per_delegate_bacau', 'dossier_moved', 'dos_bench_' || n, '{"titleRo":"Un dosar","titleEn":"A dossier","stage":"initiated"}'
     FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query(
    `INSERT INTO audit_entry (person_id, action, subject_id)
     SELECT 'per_secretariat', 'dossier.created', 'dos_bench_' || n FROM generate_series(1, $1::int) AS n`,
    [count],
  )
  await sql.query('ANALYZE')
}
