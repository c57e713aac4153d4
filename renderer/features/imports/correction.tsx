import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { correctionOf, lineWith, type Correction as Proposal, type LineSyntax } from '#shared/imports/corrections.ts';
import type { ProblemCode } from '#shared/imports/problems.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './quarantine.module.css';
import type { Correcting } from './use-correct.ts';

export type QuarantinedRow = { readonly line: number; readonly code: string; readonly detail: string; readonly raw: string };

/** What is proposed for a quarantined row; the whole line where its fault is none that is known here. */
export function proposalFor(row: QuarantinedRow, syntax: LineSyntax): Proposal {
  return correctionOf({ ...row, code: row.code as ProblemCode }, syntax);
}

/** How a quarantined row is mended: the proposal to accept, the one value to type, or the whole line. */
export function Correction({ row, syntax, correcting }: { row: QuarantinedRow; syntax: LineSyntax; correcting: Correcting }) {
  const proposal = proposalFor(row, syntax);
  const take = (raw: string): void => void correcting.correct([{ line: row.line, raw }]);
  if (proposal.kind === 'leave') return <span className={styles.leave}>{t('imports.nothingToDo')}</span>;
  if (proposal.kind === 'value') return <Typed key={proposal.value} label={proposal.column} value={proposal.value} isBusy={correcting.isBusy} onCorrect={(value) => take(lineWith(row.raw, syntax, proposal.column, value))} />;
  // What was proposed was not taken: the line itself is the way out.
  if (proposal.kind === 'line' || correcting.faults.has(row.line)) return <WholeLine raw={row.raw} line={row.line} isBusy={correcting.isBusy} onCorrect={take} />;
  return (
    <>
      <span className={styles.becomes} dir="auto">{proposal.text === '' ? t('imports.cleanText') : proposal.kind === 'join' ? t('imports.joinsTo', { text: proposal.text }) : proposal.text}</span>
      <Button size="small" disabledReason={correcting.isBusy ? t('imports.correcting') : null} onClick={() => take(proposal.raw)}>{t(`imports.${proposal.kind}`)}</Button>
    </>
  );
}

/** Characters of one line that may be typed. */
const maxLength = 100_000;

type TypedProps = { readonly label: string; readonly value: string; readonly isBusy: boolean; readonly onCorrect: (value: string) => void };

function Typed({ label, value, isBusy, onCorrect }: TypedProps) {
  const [text, setText] = useState(value);
  const reason = isBusy ? t('imports.correcting') : text.trim() === value ? t('imports.typeFirst') : null;
  return (
    <>
      <span className={styles.typed}><span aria-hidden="true" title={label} dir="auto">{label}</span><TextField label={label} labelHidden optional value={value} size="small" maxLength={maxLength} onChangeText={setText} onCommit={setText} /></span>
      <Button size="small" disabledReason={reason} onClick={() => onCorrect(text.trim())}>{t('imports.correct')}</Button>
    </>
  );
}

function WholeLine({ raw, line, isBusy, onCorrect }: { raw: string; line: number; isBusy: boolean; onCorrect: (raw: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <><span /><Button size="small" onClick={() => setOpen(true)}>{t('imports.editLine')}</Button></>;
  return <Typed label={t('imports.line', { line: String(line) })} value={raw} isBusy={isBusy} onCorrect={onCorrect} />;
}
