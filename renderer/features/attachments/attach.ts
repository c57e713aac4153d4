import { client, uploadFile } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import type { Saving } from '#renderer/app/saving.ts';
import { largestAttachment, type AttachedTo } from '#shared/attachments/model.ts';
import { t } from '#shared/messages/messages.ts';
import { refusalOf } from '#shared/refusal.ts';

/** Copies one file to a record. Answers what stood in the way, in words with the way out; null where nothing did. */
export async function attach(to: AttachedTo, file: File, save: Saving['save']): Promise<string | null> {
  if (file.size > largestAttachment) return `${t('attachments.tooLarge', { name: file.name })} ${t('attachments.tooLargeWay')}`;
  let fault: string | null = null;
  await save('attachments.add', async () => {
    try {
      const { id } = await uploadFile(await whole(file), file.name);
      await client.attachments.add({ to, file: id });
    } catch (error) {
      fault = wordsOf(file, error);
      throw error;
    }
  });
  return fault;
}

/** Reads the file before it is sent, so that one which is gone is told from a host that is gone. */
async function whole(file: File): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()]);
  } catch (cause) {
    throw new Vanished('the file could not be read', { cause });
  }
}

class Vanished extends Error {
  override readonly name = 'Vanished';
}

function wordsOf(file: File, error: unknown): string {
  if (error instanceof Vanished && refusalOf(error) === null) return `${t('attachments.vanished', { name: file.name })} ${t('attachments.vanishedWay')}`;
  const { title, wayOut } = wordsOfFailure(error);
  return [title, wayOut].filter(Boolean).join(' ');
}
