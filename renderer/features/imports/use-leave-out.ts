import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';

export type LeavingOut = { /** Decides that these lines stay out for good; Ctrl Z has them wait again. */ readonly leave: (lines: readonly number[]) => void };

/** Leaves quarantined rows of an import out. */
export function useLeaveOut(id: string): LeavingOut {
  const { save } = useSaving();
  const leave = async (lines: readonly number[]): Promise<void> => {
    if ((await save('imports.leave-out', () => client.imports.leaveOut({ id, lines: [...lines] }))) !== null) toast(t('imports.leftOut', { count: lines.length, rows: countText(lines.length) }));
  };
  return { leave: (lines) => void leave(lines) };
}
