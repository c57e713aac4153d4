import { Menu } from '@mantine/core';
import { t } from '#shared/messages/messages.ts';
import menuStyles from '../action-menu.module.css';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';

export type Grouping = { readonly id: string; readonly name: string };

/** By which column the rows stand under heads. */
export function GroupPick({ groupings, value, onChange }: { groupings: readonly Grouping[]; value: string | undefined; onChange: (id: string | undefined) => void }) {
  const chosen = groupings.find((grouping) => grouping.id === value);
  const choices: readonly { readonly id: string | undefined; readonly name: string }[] = [{ id: undefined, name: t('table.groupNone') }, ...groupings];
  return (
    <Menu position="bottom-end" offset={6} withinPortal classNames={{ dropdown: menuStyles.menu ?? '', item: menuStyles.item ?? '', divider: menuStyles.rule ?? '' }}>
      <Menu.Target><Button kind="quiet" size="small" icon="layout-rows" iconOnly={chosen === undefined} hasPopup="menu">{chosen?.name ?? t('table.group')}</Button></Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ id, name }) => <Menu.Item key={id ?? ''} onClick={() => onChange(id)} leftSection={id === chosen?.id ? <Icon name="check" /> : <span style={{ width: 16 }} />}>{name}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
