import { randomUUID } from 'node:crypto';
import { ORPCError, ValidationError } from '@orpc/server';
import { ParleyError } from '#shared/errors.ts';
import { reservedKeys } from '#shared/format/json.ts';
import { detailsOfIssues, refusalStatus, type Refusal } from '#shared/refusal.ts';
import type { IncidentLog } from './incident-log.ts';

/**
 * The one place where a failure becomes what the caller may know. A ParleyError keeps its words, an input that does not fit its
 * schema becomes `invalid-input` with a path for each fault, and everything else becomes an incident: an id for the user,
 * the details in the local log only.
 */
export function refusalFrom(error: unknown, what: string, log: IncidentLog): Refusal {
  if (error instanceof ParleyError) {
    if (error.code === 'incident') log.record('-', what, error);
    return { code: error.code, message: error.message, details: [...error.details], wayOut: error.wayOut, incident: null, ...(error.stale === null ? {} : { stale: error.stale }) };
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return invalid('The input does not have the form that this call needs.', detailsOfIssues(error.cause.issues));
  }
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') {
    return { code: 'not-found', message: 'There is no such call.', details: [], wayOut: null, incident: null };
  }
  const storage = storageRefusal(error);
  if (storage) {
    log.record('-', what, error);
    return storage;
  }
  return incident(error, what, log);
}

/** As an error of the transport, with the refusal as its typed data. */
export function refuse(refusal: Refusal): ORPCError<Refusal['code'], Refusal> {
  return new ORPCError(refusal.code, { status: refusalStatus[refusal.code], message: refusal.message, data: refusal });
}

type Call = { readonly path: readonly string[]; readonly input: unknown; next(): Promise<unknown> };

/** Wraps every call of every transport; `path` names it in the log. Nothing of an input is lost in silence: a name that cannot be kept is refused. */
export function refusingInterceptor(log: () => IncidentLog) {
  return async function refuseFailures(call: Call): Promise<unknown> {
    try {
      const reserved = reservedKeys(call.input);
      if (reserved.length > 0) throw new ParleyError('invalid-input', 'A name in this input cannot be used.', { details: reserved, wayOut: 'Choose another name.' });
      return await call.next();
    } catch (error) {
      throw refuse(refusalFrom(error, call.path.join('.'), log()));
    }
  };
}

function invalid(message: string, details: Refusal['details']): Refusal {
  return { code: 'invalid-input', message, details, wayOut: null, incident: null };
}

function incident(error: unknown, what: string, log: IncidentLog): Refusal {
  const id = randomUUID().slice(0, 8);
  log.record(id, what, error);
  return {
    code: 'incident',
    message: `Something went wrong in Parley itself. Incident ${id}.`,
    details: [],
    wayOut: `The details are in ${log.file} on this computer.`,
    incident: id,
  };
}

/** What the file system says while files come in or go out; SQLite's own failures are ParleyErrors already. */
const storageMessages: Readonly<Record<string, { code: Refusal['code']; message: string; wayOut: string }>> = {
  ENOSPC: { code: 'storage', message: 'The disk is full; nothing was changed.', wayOut: 'Free some space, then try again.' },
  EROFS: { code: 'read-only', message: 'The folder cannot be written.', wayOut: 'Check the rights of the folder.' },
  EACCES: { code: 'read-only', message: 'The folder cannot be written.', wayOut: 'Check the rights of the folder.' },
};

function storageRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const known = storageMessages[error.code];
  return known ? { ...known, details: [], incident: null } : null;
}
