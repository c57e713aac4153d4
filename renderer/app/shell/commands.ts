import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useOpenHelp } from '#renderer/features/guide/use-help.ts';
import { densities, setDensity } from '#renderer/ui/density.ts';
import { t } from '#shared/messages/messages.ts';
import { askWindow, isDesktop } from '../desktop-window.ts';
import { keyName } from '../keys.ts';
import { printWhenReady } from '#renderer/ui/use-printing.ts';
import { pressUndo } from '../saved.ts';
import type { SearchEntry } from '../search-sources.ts';
import { openKeySheet } from './key-sheet.tsx';
import { openNewWindow } from './new-window.ts';

/** What the search runs, beside going somewhere. */
export function useCommands(): readonly SearchEntry[] {
  const { setColorScheme } = useMantineColorScheme();
  const openHelp = useOpenHelp();
  return useMemo(() => [
    { key: 'help', label: t('guide.open'), hint: 'F1', icon: 'help', run: openHelp },
    { key: 'new-window', label: t('workspace.newWindow'), ...(isDesktop ? { hint: keyName('mod+shift+n') } : {}), icon: 'app-window', run: openNewWindow },
    ...otherWorkspaces,
    { key: 'undo', label: t('shell.undo'), icon: 'arrow-back-up', run: pressUndo },
    { key: 'print', label: t('shell.print'), icon: 'printer', run: printPage },
    { key: 'keys', label: t('shell.keys'), hint: '?', icon: 'keyboard', run: openKeySheet },
    { key: 'light', label: t('shell.themeLight'), icon: 'eye', run: () => setColorScheme('light') },
    { key: 'dark', label: t('shell.themeDark'), icon: 'moon', run: () => setColorScheme('dark') },
    { key: 'system', label: t('shell.themeSystem'), icon: 'eye', run: () => setColorScheme('auto') },
    ...densities.map((one): SearchEntry => ({ key: one, label: `${t('shell.density')}: ${t(`shell.density-${one}`)}`, icon: 'list', run: () => setDensity(one) })),
  ], [setColorScheme, openHelp]);
}

/** What only the desktop window can: a browser's address shows one workspace. */
const otherWorkspaces: readonly SearchEntry[] = isDesktop ? [
  { key: 'open-workspace', label: t('shell.openWorkspace'), icon: 'database', run: () => askWindow({ kind: 'open-workspace' }) },
  { key: 'new-workspace', label: t('shell.newWorkspace'), icon: 'plus', run: () => askWindow({ kind: 'new-workspace' }) },
  { key: 'show-workspace', label: t('shell.showWorkspace'), icon: 'folder-open', run: () => askWindow({ kind: 'show-workspace' }) },
] : [];

/** After the search has closed, so that it is not on the paper. */
function printPage(): void {
  setTimeout(() => void printWhenReady(), 50);
}
