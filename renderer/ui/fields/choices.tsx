import { Combobox, useCombobox } from '@mantine/core';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Icon, type IconName } from '../icon.tsx';
import styles from './choices.module.css';

/** One thing to choose. `hint` stands at the right in grey, `group` over the first of its group. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string; readonly icon?: IconName; readonly mark?: ReactNode; readonly group?: string; readonly disabled?: boolean };

/** The list that opens from a control; finds by typing when there are more than nine. `render` draws the control. */
export function Choices({ label, choices, value, onChange, onCreate, createText, width, render }: {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string) => void;
  /** Offers what was typed as a new thing when nothing has this name. */
  onCreate?: ((text: string) => void) | undefined;
  createText?: ((text: string) => string) | undefined;
  width?: number | 'target';
  render: (state: { readonly opened: boolean; readonly toggle: () => void }) => ReactElement;
}) {
  const [find, setFind] = useState('');
  const searched = choices.length > 9 || onCreate !== undefined;
  const store = useCombobox({
    onDropdownClose: () => { store.resetSelectedOption(); setFind(''); },
    onDropdownOpen: () => { if (searched) store.focusSearchInput(); else store.updateSelectedOptionIndex('active'); },
  });
  const { selectFirstOption } = store;
  useEffect(() => {
    if (find !== '') selectFirstOption();
  }, [find, selectFirstOption]);
  const wanted = find.trim().toLowerCase();
  const found = wanted === '' ? choices : choices.filter((choice) => choice.label.toLowerCase().includes(wanted) || choice.hint?.toLowerCase().includes(wanted) === true);
  const shown = found.slice(0, 200);
  const isNew = onCreate !== undefined && wanted !== '' && !choices.some((choice) => choice.label.toLowerCase() === wanted);
  const option = (choice: Choice): ReactElement => (
    <Combobox.Option key={choice.value} value={choice.value} active={choice.value === value} disabled={choice.disabled === true}>
      <span className={styles.check}>{choice.value === value ? <Icon name="check" size={14} /> : null}</span>
      {choice.mark}
      {choice.icon === undefined ? null : <Icon name={choice.icon} size={14} />}
      <span className={styles.text}>{choice.label}</span>
      {choice.hint === undefined ? null : <span className={styles.hint}>{choice.hint}</span>}
    </Combobox.Option>
  );
  const groups = [...new Set(shown.map((choice) => choice.group ?? ''))];
  return (
    <Combobox
      store={store} position="bottom-start" offset={4} withinPortal width={width ?? 'max-content'}
      classNames={{ dropdown: styles.list ?? '', option: styles.option ?? '', groupLabel: styles.group ?? '', search: styles.search ?? '', empty: styles.empty ?? '', options: styles.options ?? '' }}
      onOptionSubmit={(chosen) => {
        if (chosen === CREATE) onCreate?.(find.trim());
        else onChange(chosen);
        store.closeDropdown();
        store.focusTarget();
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>{render({ opened: store.dropdownOpened, toggle: () => store.toggleDropdown() })}</Combobox.Target>
      <Combobox.Dropdown>
        {searched ? <Combobox.Search value={find} onChange={(event) => setFind(event.currentTarget.value)} placeholder={t('kit.filter')} aria-label={t('kit.filter')} /> : null}
        <Combobox.Options aria-label={label} {...(shown.length > mostAtRest ? { tabIndex: 0 } : {})}>
          {groups.map((group) => (group === '' ? shown.filter((choice) => choice.group === undefined).map(option) : <Combobox.Group key={group} label={group}>{shown.filter((choice) => choice.group === group).map(option)}</Combobox.Group>))}
          {isNew ? <Combobox.Option value={CREATE}><Icon name="plus" size={14} /><span className={styles.text}>{createText?.(find.trim()) ?? find.trim()}</span></Combobox.Option> : null}
          {shown.length === 0 && !isNew ? <Combobox.Empty>{t('kit.nothingFound')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** More than these and the list scrolls; a scrolling list must be reached by the keyboard. */
const mostAtRest = 9;
const CREATE = '\u0000new';
