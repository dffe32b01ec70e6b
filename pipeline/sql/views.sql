-- The views of chithi.duckdb. `chithi sql` lists them with the comments below; QUESTIONS.md shows them at work.

-- An ISO date that may stop at the month or the year, as a day: NULL for such a one, or its last day.
CREATE MACRO day_of(said) AS CASE length(said) WHEN 10 THEN try_cast(said AS DATE) END;
CREATE MACRO last_day_of(said) AS CASE length(said)
    WHEN 4 THEN try_cast(said || '-12-31' AS DATE)
    WHEN 7 THEN last_day(try_cast(said || '-01' AS DATE))
    ELSE try_cast(said AS DATE) END;

CREATE VIEW documents_today AS
SELECT DISTINCT ON (doc_id) doc_id, doc_type, number, title, date, day_of(date) AS day, issuer,
    province, province_2025, n_clauses, n_citations, n_assignments, source
FROM documents ORDER BY doc_id, source;
COMMENT ON VIEW documents_today IS 'One row per document that was read, under the province of today (province_2025). One read twice counts once, here and in all other views but quality and issues_by_code';
COMMENT ON COLUMN documents_today.day IS 'The date, where it is known to the day';

CREATE VIEW cited_documents AS
SELECT target_id, min(doc_type) AS doc_type, min(number) AS number, min(name) AS name,
    day_of(max(date)) AS day, min(issuer) AS issuer, bool_or(in_corpus) AS in_corpus,
    starts_with(target_id, '/akn/vn/') AS is_national, count(*) AS n_mentions, count(DISTINCT doc_id) AS n_documents
FROM citations SEMI JOIN documents_today USING (source)
WHERE target_id IS NOT NULL AND target_id <> doc_id GROUP BY target_id;
COMMENT ON VIEW cited_documents IS 'One row per document that is cited by another: what is known of it, how often it is cited (n_mentions) and by how many documents';
COMMENT ON COLUMN cited_documents.is_national IS 'Issued for the whole country, not by a province';

CREATE VIEW citation_pairs AS
SELECT c.doc_id, c.target_id, list_sort(list(DISTINCT c.relation)) AS relations, count(*) AS n_mentions,
    list_sort(list(DISTINCT c.pinpoint) FILTER (c.pinpoint IS NOT NULL)) AS pinpoints, any_value(d.province_2025) AS province,
    any_value(d.day) AS day, any_value(t.day) AS target_day, any_value(d.day) - any_value(t.day) AS days_after
FROM citations c JOIN documents_today d USING (source) JOIN cited_documents t USING (target_id)
WHERE c.doc_id <> c.target_id GROUP BY c.doc_id, c.target_id;
COMMENT ON VIEW citation_pairs IS 'One row per pair of citing and cited document, in whatever relations and however often';
COMMENT ON COLUMN citation_pairs.days_after IS 'Days from the date of the cited document to that of the citing one; NULL where a day is not known';

CREATE VIEW national_documents AS
SELECT t.target_id, t.doc_type, t.number, t.name, t.day, t.issuer, t.in_corpus, count(*) AS n_documents,
    count(DISTINCT p.province) AS n_provinces, min(p.day) AS first_cited, min(p.days_after) AS fewest_days_after
FROM citation_pairs p JOIN cited_documents t USING (target_id)
WHERE t.is_national GROUP BY ALL;
COMMENT ON VIEW national_documents IS 'One row per national document that is cited: by how many documents and provinces (of today), when first, and how soon after its date';

CREATE VIEW provinces_building_on AS
SELECT p.province, p.target_id, t.doc_type, t.number, t.name, t.day, count(*) AS n_documents,
    sum(p.n_mentions)::BIGINT AS n_mentions, min(p.day) AS first_cited, min(p.days_after) AS fewest_days_after
FROM citation_pairs p JOIN cited_documents t USING (target_id)
WHERE t.is_national AND p.province IS NOT NULL GROUP BY ALL;
COMMENT ON VIEW provinces_building_on IS 'One row per province (of today) and national document that its documents cite: how often, when first, how many days after its date';

CREATE VIEW tasks AS
SELECT a.source, d.number, d.title, d.day, d.province_2025 AS province, a.part, a.clause, a.page,
    a.body, a.body_id, a.body_id_today, a.role, a.task, a.deadline, a.deadline_date,
    last_day_of(a.deadline_date) AS due, w.bodies AS coordinating, a.inherited, a.doc_id
FROM assignments a JOIN documents_today d USING (source) LEFT JOIN (
    SELECT source, part, clause, list_sort(list(DISTINCT body)) AS bodies
    FROM assignments WHERE role = 'coordinate' GROUP BY source, part, clause) w USING (source, part, clause)
WHERE a.role IN ('lead', 'responsible');
COMMENT ON VIEW tasks IS 'One row per clause and body that leads it or has to carry it out, with the head of the document and the bodies that co-ordinate';
COMMENT ON COLUMN tasks.due IS 'Last day of the deadline; NULL where there is none, or where it recurs (see deadline_date)';

CREATE VIEW open_deadlines AS
SELECT due, due - current_date AS days_left, * EXCLUDE due FROM tasks WHERE due >= current_date;
COMMENT ON VIEW open_deadlines IS 'Tasks whose last day is not yet over today';

CREATE VIEW bodies_load AS
SELECT body_id_today AS body_id, min(body) AS body, count(*) FILTER (role = 'lead') AS n_lead,
    count(*) FILTER (role = 'responsible') AS n_responsible, count(*) FILTER (role = 'coordinate') AS n_coordinate,
    count(*) FILTER (role IN ('advised', 'reported_to')) AS n_informed, count(deadline) AS n_with_deadline,
    count(DISTINCT doc_id) AS n_documents
FROM assignments SEMI JOIN documents_today USING (source) GROUP BY body_id_today;
COMMENT ON VIEW bodies_load IS 'One row per body of today: in how many clauses it leads, acts, co-ordinates, is advised or reported to';

CREATE VIEW coordination AS
SELECT l.body_id_today AS lead_id, min(l.body) AS lead, w.body_id_today AS partner_id, min(w.body) AS partner,
    count(DISTINCT (source, part, clause)) AS n_clauses, count(DISTINCT l.doc_id) AS n_documents
FROM assignments l JOIN assignments w USING (source, part, clause) SEMI JOIN documents_today USING (source)
WHERE l.role IN ('lead', 'responsible') AND w.role = 'coordinate' AND l.body_id_today <> w.body_id_today
GROUP BY l.body_id_today, w.body_id_today;
COMMENT ON VIEW coordination IS 'One row per body that leads or acts and body that co-ordinates with it in the same clause';

CREATE VIEW chains AS
WITH RECURSIVE step AS (
    SELECT DISTINCT doc_id, target_id FROM citations
    WHERE relation IN ('based_on', 'implements') AND doc_id <> target_id
), chain AS (
    SELECT doc_id, target_id, [doc_id, target_id] AS documents FROM step
    UNION ALL
    SELECT chain.doc_id, step.target_id, list_append(documents, step.target_id)
    FROM chain JOIN step ON chain.target_id = step.doc_id
    WHERE length(documents) < 5 AND NOT list_contains(documents, step.target_id)
)
SELECT doc_id, target_id, length(documents) - 1 AS n_steps, documents FROM chain;
COMMENT ON VIEW chains IS 'From a document to what it is based on or implements, to what that is based on, and so on, up to four steps';

CREATE VIEW issues_by_code AS
SELECT code, count(*) AS n_issues, count(DISTINCT source) AS n_files, min(message) AS example
FROM issues GROUP BY code;
COMMENT ON VIEW issues_by_code IS 'What a person should look at, counted by kind';

CREATE VIEW quality AS
SELECT d.source, d.method, d.ocr_confidence, d.quality, d.number IS NULL AS number_missing,
    d.date IS NULL AS date_missing, d.signer_name IS NULL AS signer_missing, count(i.code) AS n_issues,
    list_sort(list(DISTINCT i.code) FILTER (i.code IS NOT NULL)) AS codes
FROM documents d LEFT JOIN issues i USING (source) GROUP BY ALL;
COMMENT ON VIEW quality IS 'One row per file: how it was read, how sure that is, what is missing in its head';
