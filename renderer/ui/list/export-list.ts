import { client, downloadFile } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import type { ExportInput } from '#shared/exports/model.ts';
import { toast } from '../toast.tsx';

/** A list is made into a file before a person wonders: longer than that, it says that it goes on and offers to stop. */
const patienceMs = 1000;

/** Makes the file on the host and saves it where the person keeps downloads. What fails is said, with the way out. */
export async function exportList(input: ExportInput): Promise<void> {
  try {
    const { id } = await client.exports.start(input);
    const rows = input.kind === 'rows' ? input.rows.length : null;
    let isStopped = false;
    const stop = (): void => { isStopped = true; void client.jobs.cancel({ id }); };
    const timer = setTimeout(() => toast(rows === null ? t('table.exporting') : t('table.exportingRows', { count: countText(rows) }), { label: t('kit.cancel'), run: stop }), patienceMs);
    try {
      const made = await client.exports.result({ id });
      downloadFile(made.file);
      toast(t('table.exported', { name: made.name, count: countText(made.rows) }));
    } catch (error) {
      if (isStopped) toast(t('table.exportStopped'));
      else throw error;
    } finally {
      clearTimeout(timer);
    }
  } catch (error) {
    const { title, wayOut } = wordsOfFailure(error);
    toast(wayOut === null ? title : `${title} ${wayOut}`);
  }
}
