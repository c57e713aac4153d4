import { z } from 'zod';
import { errorCodes, type ErrorCode, type ErrorDetail } from './errors.ts';
import { staleSchema } from './stale/model.ts';

/** What crosses a transport when a call is refused: the data of every typed error. `incident` is null unless the code is `incident`. */
export const refusalSchema = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  details: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  wayOut: z.string().nullable(),
  incident: z.string().nullable(),
  /** Only where somebody else changed the same fields meanwhile. */
  stale: staleSchema.optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** HTTP status of each code on the loopback transport; MessagePort carries the same number. */
export const refusalStatus = {
  'invalid-input': 400,
  'read-only': 403,
  'not-found': 404,
  conflict: 409,
  'rule-violated': 422,
  incident: 500,
  storage: 507,
} as const satisfies Record<ErrorCode, number>;

/** The error map of every call of the contract. */
export const refusalErrors = {
  'invalid-input': { status: refusalStatus['invalid-input'], data: refusalSchema },
  'read-only': { status: refusalStatus['read-only'], data: refusalSchema },
  'not-found': { status: refusalStatus['not-found'], data: refusalSchema },
  conflict: { status: refusalStatus.conflict, data: refusalSchema },
  'rule-violated': { status: refusalStatus['rule-violated'], data: refusalSchema },
  incident: { status: refusalStatus.incident, data: refusalSchema },
  storage: { status: refusalStatus.storage, data: refusalSchema },
} as const;

/** The refusal inside an error that a call threw, or null where the error is something else (no connection, aborted). */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const parsed = refusalSchema.safeParse(error.data);
  return parsed.success ? parsed.data : null;
}

type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly keys?: readonly string[] | undefined;
};

/** The issues of a zod schema as details: one per fault, an unknown property named by its own path. */
export function detailsOfIssues(issues: readonly Issue[]): ErrorDetail[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment));
    if (issue.keys && issue.keys.length > 0) {
      return issue.keys.map((key) => ({ path: pathText([...path, key]), message: 'Unknown property' }));
    }
    return [{ path: pathText(path), message: issue.message }];
  });
}

/** `['terms', 0, 'within']` → `terms[0].within`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`;
    return text === '' ? String(segment) : `${text}.${String(segment)}`;
  }, '');
}
