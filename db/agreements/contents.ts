import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contentText, type TermContent } from '#shared/agreements/contents.ts';
import type { TermKind } from '#shared/agreements/topics.ts';
import type { Tx } from '../store.ts';
import { termContents } from './tables.ts';

/** SHA-256 of a text, 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Keeps a content under its hash; an equal one is the same row. Answers the hash. */
export function keepContent(tx: Tx, content: TermContent): string {
  const hash = sha256(contentText(content));
  const { rules, ...columns } = content;
  tx.drizzle.insert(termContents).values({ hash, ...columns, rulesJson: JSON.stringify(rules), bodyJson: null }).onConflictDoNothing().run();
  return hash;
}

const kinds = ['target', 'priority', 'hours', 'lifecycle', 'clause', 'credit', 'exclusion'] as const satisfies readonly TermKind[];
const metrics = ['response', 'resolution', 'availability', 'indicator'] as const;
const rulesSchema = z.record(z.string(), z.unknown());

/** A row as a content, checked: the writer of a newer shape, or of a metric that this program does not know, is refused. */
export function contentOfRow(row: typeof termContents.$inferSelect): TermContent {
  const { hash: _hash, rulesJson, bodyJson: _body, kind, metric, ...columns } = row;
  const rules: unknown = JSON.parse(rulesJson ?? '{}');
  return { ...columns, kind: z.enum(kinds).parse(kind), metric: z.enum(metrics).nullable().parse(metric), rules: rulesSchema.parse(rules) };
}
