import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { t } from '#shared/messages/messages.ts';
import { asOfText, parseAsOf } from './as-of.ts';
import styles from './compliance.module.css';

/** "as of Mon 23 Nov, 24:00 · end of data": up to when events are known. The end of the data unless an instant is typed. */
export function AsOfPicker({ at, zone, asked, onChange }: { at: number; zone: string; asked: string | undefined; onChange: (asOf: string | undefined) => void }) {
  const [opened, setOpened] = useState(false);
  const take = (asOf: string | undefined): void => { setOpened(false); onChange(asOf); };
  return (
    <span className={styles.asOf}>
      {t('compliance.asOf')}
      <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('compliance.asOfLabel')} width={300}
        target={<button type="button" className={styles.pick} aria-expanded={opened} aria-label={`${t('compliance.asOfLabel')}: ${asOfText(at, zone)}`} onClick={() => setOpened(!opened)}>{asOfText(at, zone)}<Icon name="selector" size={14} /></button>}>
        <div className={styles.asOfPanel}>
          <TextField label={t('compliance.asOfInstant')} help={t('compliance.asOfHelp', { zone })} value={asOfText(at, zone, true)} autoFocus onCommit={(text) => { if (text !== asOfText(at, zone, true)) take(parseAsOf(text, zone) ?? undefined); }}
            check={(text) => (parseAsOf(text, zone) === null ? t('compliance.asOfWrong') : null)} />
          {asked === undefined ? null : <Button size="small" onClick={() => take(undefined)}>{t('compliance.useEndOfData')}</Button>}
        </div>
      </PopoverPanel>
      {asked === undefined ? <span className="t3">{t('compliance.endOfData')}</span> : null}
    </span>
  );
}
