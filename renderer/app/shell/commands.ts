import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useOpenHelp } from '#renderer/features/guide/use-help.ts';
import { densities, setDensity } from '#renderer/ui/density.ts';
import { t } from '#shared/messages/messages.ts';
import { pressUndo } from '../saved.ts';
import type { SearchEntry } from '../search-sources.ts';
import { openKeySheet } from './key-sheet.tsx';

/** What the search runs, beside going somewhere. */
export function useCommands(): readonly SearchEntry[] {
  const { setColorScheme } = useMantineColorScheme();
  const openHelp = useOpenHelp();
  return useMemo(() => [
    { key: 'help', label: t('guide.open'), hint: 'F1', icon: 'help', run: openHelp },
    { key: 'undo', label: t('shell.undo'), icon: 'arrow-back-up', run: pressUndo },
    { key: 'print', label: t('shell.print'), icon: 'printer', run: printPage },
    { key: 'keys', label: t('shell.keys'), hint: '?', icon: 'keyboard', run: openKeySheet },
    { key: 'light', label: t('shell.themeLight'), icon: 'eye', run: () => setColorScheme('light') },
    { key: 'dark', label: t('shell.themeDark'), icon: 'moon', run: () => setColorScheme('dark') },
    { key: 'system', label: t('shell.themeSystem'), icon: 'eye', run: () => setColorScheme('auto') },
    ...densities.map((one): SearchEntry => ({ key: one, label: `${t('shell.density')}: ${t(`shell.density-${one}`)}`, icon: 'list', run: () => setDensity(one) })),
  ], [setColorScheme, openHelp]);
}

/** After the search has closed, so that it is not on the paper. */
function printPage(): void {
  setTimeout(() => window.print(), 50);
}
