import type { ClientContext, ClientLink } from '@orpc/client';
import { useSyncExternalStore } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { t } from '#shared/messages/messages.ts';
import { refusalOf } from '#shared/refusal.ts';
import type { Stale } from '#shared/stale/model.ts';
import { fieldWords } from './stale-words.ts';
import styles from './stale.module.css';

/** The person kept what somebody else had written: the change was not made, and there is nothing to say about it. */
export class KeptTheirs extends Error {
  override readonly name = 'KeptTheirs';
}

type Question = { readonly stale: Stale; readonly answer: (mine: boolean) => void };

let open: readonly Question[] = [];
const listeners = new Set<() => void>();

/** Every change over the link that is refused because somebody else changed the same fields asks the person whose value stays. */
export function askingLink(link: ClientLink<ClientContext>): ClientLink<ClientContext> {
  return {
    call: async (path, input, options) => {
      try {
        return await link.call(path, input, options);
      } catch (error) {
        const stale = refusalOf(error)?.stale;
        if (stale === undefined || typeof input !== 'object' || input === null || !('was' in input)) throw error;
        if (!(await ask(stale))) throw new KeptTheirs();
        const { was: _was, ...mine } = input;
        return await link.call(path, mine, options);
      }
    },
  };
}

function ask(stale: Stale): Promise<boolean> {
  return new Promise((resolve) => {
    const question: Question = { stale, answer: (mine) => { set(open.filter((one) => one !== question)); resolve(mine); } };
    set([...open, question]);
  });
}

function set(questions: readonly Question[]): void {
  open = questions;
  for (const listener of listeners) listener();
}

/** Theirs or mine, for the first of the fields that two people changed at the same time. */
export function StaleQuestion() {
  const [question] = useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => open);
  if (question === undefined) return null;
  const { stale, answer } = question;
  const theirs = (): void => answer(false);
  return (
    <Dialog opened onClose={theirs} title={t('stale.title', { who: stale.by ?? t('stale.somebody') })}
      actions={<><Button onClick={() => answer(true)}>{t('stale.mine')}</Button><Button kind="primary" onClick={theirs}>{t('stale.theirs')}</Button></>}>
      <table className={styles.values}>
        <thead><tr><td /><th scope="col">{t('stale.theirValue')}</th><th scope="col">{t('stale.myValue')}</th></tr></thead>
        <tbody>
          {stale.fields.map(({ field, theirs: their, mine }) => (
            <tr key={field}><th scope="row">{fieldWords(field)}</th><td dir="auto">{their ?? t('stale.empty')}</td><td dir="auto">{mine ?? t('stale.empty')}</td></tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
