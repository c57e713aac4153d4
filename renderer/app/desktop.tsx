import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { desktopTellSchema, type DesktopTell } from '#shared/desktop.ts';
import { t } from '#shared/messages/messages.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { printWhenReady } from '#renderer/ui/use-printing.ts';
import { askWindow, isDesktop, takeAnswer } from './desktop-window.ts';

/** What the desktop window says to its page: the menu's choices, and what became of a download. Nothing in a browser. */
export function DesktopMessages() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const take = useEffectEvent((tell: DesktopTell) => {
    if (tell.kind === 'theme') setColorScheme(tell.theme);
    else act(tell);
  });
  useEffect(() => {
    if (!isDesktop) return undefined;
    const listen = (event: MessageEvent<unknown>): void => {
      const { data } = event;
      if (event.source !== window || typeof data !== 'object' || data === null || !('tell' in data)) return;
      const tell = desktopTellSchema.safeParse(data.tell);
      if (tell.success) take(tell.data);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  useEffect(() => askWindow({ kind: 'theme', theme: colorScheme }), [colorScheme]);
  return null;
}

function act(tell: Exclude<DesktopTell, { kind: 'theme' }>): void {
  switch (tell.kind) {
    case 'revived':
      return toast(t('desktop.revived'));
    case 'saved':
      return toast(t('desktop.saved', { name: tell.name }), { label: t('desktop.showInFolder'), run: () => askWindow({ kind: 'show-saved', id: tell.id }) });
    case 'not-saved':
      return toast(t('desktop.notSaved', { name: tell.name }));
    case 'gone':
      return toast(t('desktop.gone', { name: tell.name }));
    case 'print':
      return void printWhenReady();
    case 'recent':
    case 'chosen':
      return takeAnswer(tell);
    case 'key':
      window.dispatchEvent(new KeyboardEvent('keydown', { key: tell.key, bubbles: true, cancelable: true }));
  }
}
