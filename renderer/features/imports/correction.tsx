import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { correctionOf, lineWith, type Correction as Proposal, type LineSyntax } from '#shared/imports/corrections.ts';
import type { ProblemCode } from '#shared/imports/problems.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './result.module.css';
import type { Correcting } from './use-correct.ts';

export type QuarantinedRow = { readonly line: number; readonly code: string; readonly detail: string; readonly raw: string };

/** What is proposed for a quarantined row; the whole line where its fault is none that is known here. */
export function proposalFor(row: QuarantinedRow, syntax: LineSyntax): Proposal {
  return correctionOf({ ...row, code: row.code as ProblemCode }, syntax);
}

/** How a quarantined row is mended: the proposal to accept, the one value to type, or the whole line. */
export function Correction({ row, syntax, correcting }: { row: QuarantinedRow; syntax: LineSyntax; correcting: Correcting }) {
  const proposal = proposalFor(row, syntax);
  const fault = correcting.faults.get(row.line) ?? null;
  const take = (raw: string): void => void correcting.correct([{ line: row.line, raw }]);
  if (proposal.kind === 'leave') return <span className={styles.leave}>{t('imports.nothingToDo')}</span>;
  if (proposal.kind === 'value') return <Typed key={proposal.value} label={proposal.column} value={proposal.value} fault={fault} isBusy={correcting.isBusy} onCorrect={(value) => take(lineWith(row.raw, syntax, proposal.column, value))} />;
  if (proposal.kind === 'line') return <WholeLine raw={row.raw} line={row.line} fault={fault} isBusy={correcting.isBusy} onCorrect={take} />;
  return (
    <>
      <span className={styles.becomes} dir="auto">{fault ?? (proposal.text === '' ? t('imports.cleanText') : proposal.kind === 'join' ? t('imports.joinsTo', { text: proposal.text }) : proposal.text)}</span>
      <Button size="small" disabledReason={correcting.isBusy ? t('imports.correcting') : null} onClick={() => take(proposal.raw)}>{t(`imports.${proposal.kind}`)}</Button>
    </>
  );
}

type TypedProps = { readonly label: string; readonly value: string; readonly fault: string | null; readonly isBusy: boolean; readonly onCorrect: (value: string) => void };

function Typed({ label, value, fault, isBusy, onCorrect }: TypedProps) {
  const [text, setText] = useState(value);
  const reason = isBusy ? t('imports.correcting') : text.trim() === value ? t('imports.typeFirst') : null;
  return (
    <>
      <TextField label={label} value={value} size="small" maxLength={2000} error={fault} onChangeText={setText} onCommit={setText} />
      <Button size="small" disabledReason={reason} onClick={() => onCorrect(text.trim())}>{t('imports.correct')}</Button>
    </>
  );
}

function WholeLine({ raw, line, fault, isBusy, onCorrect }: { raw: string; line: number; fault: string | null; isBusy: boolean; onCorrect: (raw: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <><span /><Button size="small" onClick={() => setOpen(true)}>{t('imports.editLine')}</Button></>;
  return <Typed label={t('imports.line', { line: String(line) })} value={raw} fault={fault} isBusy={isBusy} onCorrect={onCorrect} />;
}
