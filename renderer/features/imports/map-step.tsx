import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { AskDot } from '#renderer/ui/fields/sentence-value.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import { client } from '#renderer/app/client.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { focusNextAsk } from './ask.tsx';
import { asksOf } from './asks.ts';
import { ColumnsMap } from './columns-map.tsx';
import { Covers } from './covers.tsx';
import { Evidence } from './evidence.tsx';
import { FixedValues } from './fixed-values.tsx';
import styles from './map.module.css';
import { SaveProfile } from './save-profile.tsx';
import { importRequest } from './settings.ts';
import { ValueMaps } from './value-maps.tsx';
import wizardStyles from './wizard.module.css';
import type { StepProps } from './wizard-page.tsx';

/** What was found, with its proof; the columns with rows as they will be kept; what the values mean; what is covered. */
export function MapStep({ preview, search, file, zone, set, onBack }: StepProps & { onBack: () => void }) {
  const asks = asksOf(preview, search);
  const blocked = asks.some((ask) => ask.blocks);
  const isEmpty = preview.rows === 0;
  const check = async (): Promise<void> => {
    if (blocked) {
      focusNextAsk();
      return;
    }
    if (isEmpty) return;
    try {
      const { id } = await client.imports.dryRun(importRequest(search, file, preview, zone));
      set({ step: 'check', job: id });
    } catch (error) {
      toast(wordsOfFailure(error).title);
    }
  };
  useKeys({ n: focusNextAsk, 'mod+Enter': () => void check(), Enter: () => void check() });
  return (
    <>
      <Evidence preview={preview} search={search} zone={zone} set={set} />
      <div className={styles.work}>
        <div className={styles.left}>
          <ColumnsMap preview={preview} search={search} zone={zone} set={set} />
          <Covers preview={preview} search={search} zone={zone} set={set} />
        </div>
        <section className={styles.values} aria-label={t('imports.values')}>
          <FixedValues preview={preview} search={search} set={set} />
          <ValueMaps preview={preview} search={search} set={set} />
        </section>
      </div>
      <div className={wizardStyles.foot}>
        <Button kind="quiet" onClick={onBack}>{t('kit.back')}</Button>
        <SaveProfile preview={preview} search={search} set={set} />
        <span className={wizardStyles.grow} />
        {isEmpty ? <span className="t13 missed-text">{t('imports.onlyHeader')}</span> : asks.length === 0 ? <span className="t13 t3">{t('imports.nothingToConfirm')}</span> : (
          <button type="button" className={wizardStyles.confirm} onClick={focusNextAsk}><AskDot />{t('imports.toConfirm', { count: asks.length })}<KeyHint>N</KeyHint></button>
        )}
        <Button kind="primary" keyHint="↵" disabledReason={isEmpty ? t('imports.onlyHeader') : blocked ? t('imports.blocked') : null} onClick={() => void check()}>{t('imports.check', { count: preview.rows, rows: countText(preview.rows) })}</Button>
      </div>
    </>
  );
}
