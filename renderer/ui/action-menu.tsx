import { Menu } from '@mantine/core';
import styles from './action-menu.module.css';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';

export type MenuAction = { readonly label: string; readonly icon?: IconName; readonly keyHint?: string; readonly onChoose: () => void; readonly danger?: boolean; readonly disabledReason?: string | null; readonly ruleBefore?: boolean };

/** Further deeds behind three dots. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly MenuAction[] }) {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" offset={6} withinPortal classNames={{ dropdown: styles.menu ?? '', item: styles.item ?? '', divider: styles.rule ?? '' }}>
      <Menu.Target><Button icon="dots" iconOnly hasPopup="menu">{label}</Button></Menu.Target>
      <Menu.Dropdown>
        {actions.flatMap((action) => [
          ...(action.ruleBefore === true ? [<Menu.Divider key={`${action.label} rule`} />] : []),
          <Menu.Item key={action.label} onClick={action.onChoose} disabled={typeof action.disabledReason === 'string'} title={action.disabledReason ?? undefined} {...(action.danger === true ? { 'data-danger': true } : {})}
            leftSection={action.icon === undefined ? null : <Icon name={action.icon} />} rightSection={action.keyHint === undefined ? null : <KeyHint>{action.keyHint}</KeyHint>}>
            {action.label}
          </Menu.Item>,
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
