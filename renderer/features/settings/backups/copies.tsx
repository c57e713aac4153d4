import { useMemo, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyPlace } from '#renderer/ui/empty-place.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import type { BackupCopy, BackupList, CopyFacts } from '#shared/backups/model.ts';
import { differenceWords, lastChangeWords } from '#shared/backups/words.ts';
import { sizeText } from '#shared/format/figures.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from '../settings.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** Every copy with what it has otherwise than now. */
export function Copies({ list, zone }: { list: BackupList; zone: string }) {
  const [chosen, setChosen] = useState<BackupCopy | null>(null);
  const [leaving, setLeaving] = useState<BackupCopy | null>(null);
  const columns = useMemo(() => columnsOf(list.present, zone, setChosen, setLeaving), [list.present, zone]);
  const bytes = list.copies.reduce((sum, copy) => sum + copy.bytes, 0);
  return (
    <div className={styles.copies}>
      <Section title={t('backups.copies')} count={list.copies.length === 0 ? undefined : list.copies.length} end={list.copies.length === 0 ? undefined : <span className="t13 t3 num">{t('backups.total', { size: sizeText(bytes) })}</span>}>
        {list.copies.length === 0 ? <EmptyPlace title={t('backups.none')} text={t('backups.noneText')} /> : <DataTable label={t('backups.copies')} columns={columns} rows={list.copies} rowId={rowId} rowHeight={44} />}
      </Section>
      {chosen === null ? null : <RestoreDialog copy={chosen} present={list.present} zone={zone} onClose={() => setChosen(null)} />}
      {leaving === null ? null : <RemoveDialog copy={leaving} zone={zone} onClose={() => setLeaving(null)} />}
    </div>
  );
}

const rowId = (copy: BackupCopy): string => copy.name;

function columnsOf(present: CopyFacts, zone: string, onChoose: (copy: BackupCopy) => void, onRemove: (copy: BackupCopy) => void): readonly Column<BackupCopy>[] {
  const at = (copy: BackupCopy): string => instantText(copy.madeAt, zone, { year: true });
  return [
    { id: 'made', head: t('backups.when'), kind: 'instant', value: (copy) => copy.madeAt, text: at, cell: (copy) => <span className="m num">{at(copy)}</span>, width: 184 },
    { id: 'kind', head: t('backups.why'), value: (copy) => t(`backups.kind-${copy.kind}`), width: { min: 110, grow: 1 } },
    { id: 'size', head: t('backups.size'), kind: 'number', value: (copy) => copy.bytes, text: (copy) => sizeText(copy.bytes), cell: (copy) => <span className="num">{sizeText(copy.bytes)}</span>, width: 80 },
    { id: 'differs', head: t('backups.differs'), value: (copy) => (copy.facts === null ? t('backups.unreadable') : differenceWords(copy.facts, present)), width: { min: 130, grow: 2 } },
    { id: 'last', head: t('backups.last'), value: (copy) => (copy.facts === null ? '' : lastChangeWords(copy.facts, zone)), width: { min: 220, grow: 4 } },
    {
      id: 'deeds', head: '', value: () => '', width: 128, align: 'end',
      cell: (copy) => (
        <span className={styles.deeds}>
          {copy.facts === null ? null : <Button kind="plain" size="small" onClick={() => onChoose(copy)}>{t('backups.restore')}<span className="sr"> {t('backups.restoreOf', { at: at(copy) })}</span></Button>}
          <Button kind="quiet" size="small" icon="trash" iconOnly onClick={() => onRemove(copy)}>{t('backups.remove', { at: at(copy) })}</Button>
        </span>
      ),
    },
  ];
}
