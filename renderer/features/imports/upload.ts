import { connect } from '#renderer/app/client.ts';
import { t } from '#shared/messages/messages.ts';

export type Upload = { readonly id: string; readonly name: string };

/** Sends a file to the program as a stream and says how far it is, in bytes. Rejects with the program's refusal, or when `signal` ends it. */
export async function uploadWithProgress(file: File, onProgress: (sent: number) => void, signal: AbortSignal): Promise<Upload> {
  await connect();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/files?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    request.addEventListener('load', () => {
      const answer: unknown = request.response;
      if (request.status === 201 && isUploaded(answer)) resolve({ id: answer.id, name: file.name });
      else reject(Object.assign(new Error('upload refused'), { data: answer }));
    });
    request.addEventListener('error', () => void lostOf(file).then(reject));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** What broke the sending: the file, which was moved or changed meanwhile, or the program. */
async function lostOf(file: File): Promise<Error> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return new TypeError('network failed');
  } catch (cause) {
    return Object.assign(new Error('file gone', { cause }), { data: { code: 'not-found', message: t('imports.fileGone', { name: file.name }), details: [], wayOut: t('imports.fileGoneWay'), incident: null } });
  }
}

function isUploaded(answer: unknown): answer is { readonly id: string } {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';
}
