import { rules } from './rules.ts';

/** What an outage is found by. */
const outageText = "concat_ws(' ', NEW.reason, NEW.ticket_key, NEW.approved_by, NEW.key)";

/** The rules that no class letter says, one trigger each; the sentence is the rule. */
export const guardTriggers = [
  // The log: one open change, hashed at its end; only a purge empties an image, its digest stays.
  guard('changes_open_insert', 'BEFORE INSERT ON changes', rules.log, 'NEW.hash IS NOT NULL OR NEW.prev_hash IS NOT NULL'),
  guard('changes_closed_update', 'BEFORE UPDATE ON changes', rules.log, 'OLD.hash IS NOT NULL OR OLD.no IS NOT NEW.no OR OLD.id IS NOT NEW.id OR OLD.seq IS NOT NEW.seq OR OLD.device_id IS NOT NEW.device_id'),
  guard('changes_closed_delete', 'BEFORE DELETE ON changes', rules.log, 'OLD.hash IS NOT NULL'),
  guard('change_rows_open_insert', 'BEFORE INSERT ON change_rows', rules.log, 'NEW.digest IS NOT NULL OR NEW.change_no IS NOT (SELECT no FROM changes WHERE hash IS NULL)'),
  guard(
    'change_rows_closed_update',
    'BEFORE UPDATE ON change_rows',
    rules.log,
    `NOT (
      (OLD.digest IS NULL AND OLD.change_no = (SELECT no FROM changes WHERE hash IS NULL)
        AND NEW.before_json IS OLD.before_json AND NEW.after_json IS OLD.after_json)
      OR (OLD.digest IS NEW.digest AND NEW.before_json IS NULL AND NEW.after_json IS NULL AND NEW.salt IS NULL
        AND (SELECT cause FROM changes WHERE hash IS NULL) IS 'purge'))
    OR OLD.no IS NOT NEW.no OR OLD.change_no IS NOT NEW.change_no OR OLD.table_name IS NOT NEW.table_name OR OLD.row_id IS NOT NEW.row_id OR OLD.op IS NOT NEW.op`,
  ),
  guard('change_rows_delete', 'BEFORE DELETE ON change_rows', rules.log),
  guard('devices_identity', 'BEFORE UPDATE OF id, lane, first_seen_at ON devices', rules.identity, 'OLD.id IS NOT NEW.id OR OLD.lane IS NOT NEW.lane OR OLD.first_seen_at IS NOT NEW.first_seen_at'),
  guard('devices_delete', 'BEFORE DELETE ON devices', rules.log),

  // Terms: identity for life; one term of a single topic per agreement and facet.
  guard('terms_for_life', 'BEFORE UPDATE ON terms', rules.fixedTerm),
  guard(
    'terms_single',
    'BEFORE INSERT ON terms',
    rules.singleTopic,
    'EXISTS (SELECT 1 FROM topics WHERE key = NEW.topic AND is_single = 1) AND EXISTS (SELECT 1 FROM terms WHERE agreement_id = NEW.agreement_id AND topic = NEW.topic AND facet = NEW.facet AND id <> NEW.id)',
  ),

  // Signing: sealed and approved before the first signature, signed by all at the last.
  guard(
    'agreement_versions_signing',
    'BEFORE UPDATE OF state ON agreement_versions',
    rules.unsealedSigning,
    "NEW.state = 'signing' AND OLD.state <> 'signing' AND (NEW.sealed_at IS NULL OR NOT EXISTS (SELECT 1 FROM version_seals WHERE version_id = NEW.id))",
  ),
  guard(
    'agreement_versions_approved',
    'BEFORE UPDATE OF state ON agreement_versions',
    rules.unapproved,
    `NEW.state = 'signing' AND OLD.state <> 'signing' AND (
      EXISTS (SELECT 1 FROM approvals WHERE version_id = NEW.id AND state = 'pending')
      OR EXISTS (SELECT 1 FROM approvals JOIN version_seals USING (version_id, manifest_sha256) WHERE version_id = NEW.id AND state = 'rejected')
      OR EXISTS (SELECT 1 FROM approvals AS given JOIN version_seals AS seal USING (version_id) WHERE version_id = NEW.id AND state = 'approved' AND given.manifest_sha256 <> seal.manifest_sha256)
      OR NOT EXISTS (SELECT 1 FROM approvals JOIN version_seals USING (version_id, manifest_sha256) WHERE version_id = NEW.id AND state = 'approved'))`,
  ),
  guard(
    'agreement_versions_signed',
    'BEFORE UPDATE OF state ON agreement_versions',
    rules.unsigned,
    `NEW.state = 'signed' AND OLD.state <> 'signed' AND (
      NEW.valid_from_on IS NULL
      OR NOT EXISTS (SELECT 1 FROM signatories WHERE version_id = NEW.id)
      OR EXISTS (SELECT 1 FROM signatories WHERE version_id = NEW.id AND state <> 'signed'))`,
  ),
  guard(
    'agreement_versions_seal',
    'BEFORE UPDATE OF sealed_at ON agreement_versions',
    rules.unsealedSigning,
    "OLD.sealed_at IS NULL AND NEW.sealed_at IS NOT NULL AND NEW.state <> 'signing'",
  ),
  guard('agreement_versions_born_sealed', 'BEFORE INSERT ON agreement_versions', rules.unsealedSigning, 'NEW.sealed_at IS NOT NULL'),
  // A calendar version seals with the first agreement version that uses it.
  `CREATE TRIGGER agreement_versions_seal_calendars AFTER UPDATE OF sealed_at ON agreement_versions WHEN OLD.sealed_at IS NULL AND NEW.sealed_at IS NOT NULL BEGIN
    UPDATE calendar_versions SET sealed_at = NEW.sealed_at WHERE sealed_at IS NULL AND id IN (
      SELECT content.calendar_version_id FROM version_terms AS pointer JOIN term_contents AS content ON content.hash = pointer.content_hash WHERE pointer.version_id = NEW.id);
  END;`,
  // The closures that a sealed calendar version was sealed with stay too; a later closure goes into a copy of the list.
  guard('closures_sealed_insert', 'BEFORE INSERT ON closures', rules.sealed, `NEW.state = 'applied' AND ${sealedList('NEW')}`),
  guard('closures_sealed_update', 'BEFORE UPDATE ON closures', rules.sealed, `(OLD.state = 'applied' OR NEW.state = 'applied') AND (${sealedList('OLD')} OR ${sealedList('NEW')})`),
  guard('closures_sealed_delete', 'BEFORE DELETE ON closures', rules.sealed, `OLD.state = 'applied' AND ${sealedList('OLD')}`),
  guard('signatories_sealed_insert', 'BEFORE INSERT ON signatories', rules.sealed, sealedVersion('NEW')),
  guard('signatories_sealed_delete', 'BEFORE DELETE ON signatories', rules.sealed, sealedVersion('OLD')),
  guard(
    'signatories_sealed_update',
    'BEFORE UPDATE ON signatories',
    rules.sealed,
    `(OLD.version_id IS NOT NEW.version_id OR OLD.person_id IS NOT NEW.person_id OR OLD.side IS NOT NEW.side OR OLD.turn IS NOT NEW.turn) AND (${sealedVersion('OLD')} OR ${sealedVersion('NEW')})`,
  ),
  guard(
    'signatories_signed',
    'BEFORE UPDATE OF state ON signatories',
    rules.unsignedSignatory,
    `NEW.state = 'signed' AND OLD.state <> 'signed' AND NOT EXISTS (
      SELECT 1 FROM signatures JOIN version_seals ON version_seals.version_id = NEW.version_id AND version_seals.manifest_sha256 = signatures.manifest_sha256 WHERE signatures.signatory_id = NEW.id)`,
  ),
  guard(
    'signatures_manifest',
    'BEFORE INSERT ON signatures',
    rules.wrongManifest,
    `NOT EXISTS (
      SELECT 1 FROM signatories AS signatory JOIN agreement_versions AS version ON version.id = signatory.version_id JOIN version_seals AS seal ON seal.version_id = version.id
      WHERE signatory.id = NEW.signatory_id AND version.state = 'signing' AND seal.manifest_sha256 = NEW.manifest_sha256)`,
  ),

  // Bytes: an issued document and a stored file stay as they are.
  guard('documents_issued_update', 'BEFORE UPDATE ON documents', rules.issued, `OLD.issued_at IS NOT NULL AND ${notPurging()}`),
  guard('documents_issued_delete', 'BEFORE DELETE ON documents', rules.issued, `OLD.issued_at IS NOT NULL AND ${notPurging()}`),
  guard('documents_bytes_insert', 'BEFORE INSERT ON documents', rules.issued, 'NEW.issued_at IS NOT NULL AND NEW.sha256 IS NOT (SELECT sha256 FROM files WHERE id = NEW.file_id)'),
  guard('documents_bytes_update', 'BEFORE UPDATE ON documents', rules.issued, 'NEW.issued_at IS NOT NULL AND NEW.sha256 IS NOT (SELECT sha256 FROM files WHERE id = NEW.file_id)'),
  guard('file_chunks_stored', 'BEFORE INSERT ON file_chunks', rules.storedFile, 'EXISTS (SELECT 1 FROM files WHERE no = NEW.file_no)'),

  // Search follows its entries, cascades included.
  `CREATE TRIGGER search_entries_insert AFTER INSERT ON search_entries BEGIN INSERT INTO search_index (rowid, title, text) VALUES (NEW.no, NEW.title, NEW.text); END;`,
  `CREATE TRIGGER search_entries_update AFTER UPDATE ON search_entries BEGIN UPDATE search_index SET title = NEW.title, text = NEW.text WHERE rowid = OLD.no; END;`,
  `CREATE TRIGGER search_entries_delete AFTER DELETE ON search_entries BEGIN DELETE FROM search_index WHERE rowid = OLD.no; END;`,
  `CREATE TRIGGER outages_found_insert AFTER INSERT ON outages BEGIN INSERT INTO outage_index (rowid, text) VALUES (NEW.no, ${outageText}); END;`,
  `CREATE TRIGGER outages_found_update AFTER UPDATE ON outages BEGIN UPDATE outage_index SET text = ${outageText} WHERE rowid = OLD.no; END;`,
  `CREATE TRIGGER outages_found_delete AFTER DELETE ON outages BEGIN DELETE FROM outage_index WHERE rowid = OLD.no; END;`,
].join('\n');

function guard(name: string, when: string, rule: { readonly text: string }, condition?: string): string {
  return `CREATE TRIGGER ${name} ${when}${condition === undefined ? '' : ` WHEN ${condition}`} BEGIN SELECT RAISE(ABORT, '${rule.text}'); END;`;
}

function notPurging(): string {
  return "(SELECT cause FROM changes WHERE hash IS NULL) IS NOT 'purge'";
}

function sealedVersion(row: 'OLD' | 'NEW'): string {
  return `EXISTS (SELECT 1 FROM agreement_versions WHERE id = ${row}.version_id AND sealed_at IS NOT NULL) AND ${notPurging()}`;
}

/** Whether a closure's list closes a sealed calendar version. */
function sealedList(row: 'OLD' | 'NEW'): string {
  return `EXISTS (SELECT 1 FROM calendar_closure_lists AS used JOIN calendar_versions AS version ON version.id = used.version_id WHERE used.list_id = ${row}.list_id AND version.sealed_at IS NOT NULL) AND ${notPurging()}`;
}
