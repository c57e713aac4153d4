import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { PlaceDialog, type PlaceDeed } from '#renderer/features/settings/place-dialog.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { sizeText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { api } from '../client.ts';
import { askWindow, isDesktop, useRecentWorkspaces } from '../desktop-window.ts';
import { keyName } from '../keys.ts';
import { openNewWindow } from './new-window.ts';
import styles from './workspace-menu.module.css';

const mostRecent = 5;

/** The name of the workspace; under it where it is, what can be done with it, and in the desktop the way to others. */
export function WorkspaceMenu() {
  const [opened, setOpened] = useState(false);
  const [deed, setDeed] = useState<PlaceDeed | null>(null);
  const target = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setDeed(null);
    // The entry of the menu that opened the dialog is gone: the focus goes back to the name.
    requestAnimationFrame(() => target.current?.focus());
  };
  const navigate = useNavigate();
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const { data: size } = useQuery(api.settings.size.queryOptions({ enabled: opened }));
  const recent = useRecentWorkspaces(opened).slice(0, mostRecent);
  const name = workspace?.organisation?.name ?? t('kit.product');
  return (
    <>
      <Menu opened={opened} onChange={setOpened} withInitialFocusPlaceholder={false} position="bottom-start" offset={4} withinPortal width={320} classNames={{ dropdown: styles.menu ?? '', item: styles.item ?? '', divider: styles.rule ?? '', label: styles.label ?? '' }}>
        <Menu.Target>
          <button ref={target} type="button" className={styles.target} aria-label={t('workspace.menuOf', { name })}>
            <Mark />
            <span className={styles.name}>{name}</span>
            <Icon name="selector" size={14} className={styles.arrows} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles.head} role="group" aria-label={t('workspace.menuOf', { name })}>
            <span className={classes('m', 'ink', styles.headName)} dir="auto">{workspace?.name}</span>
            <span className={styles.headSize}>{size === undefined ? '' : sizeText(size.bytes)}</span>
            <span className={styles.path} title={workspace?.file}><bdi>{workspace?.file}</bdi></span>
          </div>
          <Item icon="app-window" label={t('workspace.newWindow')} keys={isDesktop ? keyName('mod+shift+n') : undefined} onChoose={openNewWindow} />
          {isDesktop ? <Item icon="folder-open" label={t('workspace.showInFolder')} onChoose={() => askWindow({ kind: 'show-workspace' })} /> : null}
          <Item icon="copy" label={t('workspace.copy')} onChoose={() => setDeed('copy')} />
          <Item icon="arrow-right" label={t('workspace.move')} onChoose={() => setDeed('move')} />
          <Menu.Divider />
          {isDesktop ? (
            <>
              {recent.length === 0 ? null : <Menu.Label>{t('workspace.recent')}</Menu.Label>}
              {recent.map((one) => (
                <Menu.Item key={one.id} leftSection={<Icon name="database" />} title={one.folder} onClick={() => askWindow({ kind: 'open-recent', id: one.id })}>
                  <span className={styles.recent}><span dir="auto">{one.name}</span><span className={styles.folder}><bdi>{one.folder}</bdi></span></span>
                </Menu.Item>
              ))}
              <Item icon="database" label={t('workspace.open')} onChoose={() => askWindow({ kind: 'open-workspace' })} />
              <Item icon="plus" label={t('workspace.create')} onChoose={() => askWindow({ kind: 'new-workspace' })} />
              <Menu.Divider />
            </>
          ) : null}
          <Item icon="settings" label={t('kit.settings')} onChoose={() => void navigate({ to: '/settings' })} />
        </Menu.Dropdown>
      </Menu>
      {deed === null || workspace === undefined ? null : <PlaceDialog deed={deed} file={workspace.file} onClose={close} />}
    </>
  );
}

function Item({ icon, label, keys, onChoose }: { icon: IconName; label: string; keys?: string | undefined; onChoose: () => void }) {
  return <Menu.Item leftSection={<Icon name={icon} />} rightSection={keys === undefined ? null : <KeyHint>{keys}</KeyHint>} onClick={onChoose}>{label}</Menu.Item>;
}
