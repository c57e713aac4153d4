import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, client, uploadFile } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { markSaved } from '#renderer/app/saved.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DropZone } from '#renderer/ui/drop-zone.tsx';
import { Check } from '#renderer/ui/fields/check.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { sizeText } from '#shared/format/figures.ts';
import { instantText, localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { SignatoryView, SignatureMethod, SigningView } from '#shared/signing/contract.ts';
import { DeclineDialog } from './decline-dialog.tsx';
import styles from './sign-form.module.css';
import { SignaturePad, type Ink } from './signature-pad.tsx';

export type How = SignatureMethod['method'];

/** The signatory whose turn it is signs: drawn, typed, or with the scan of what was signed elsewhere. */
export function SignForm({ signing, signatory, how, onHow }: { signing: SigningView; signatory: SignatoryView; how: How; onHow: (how: How) => void }) {
  const ink = useRef<Ink>(null);
  const [hasInk, setHasInk] = useState(false);
  const [typed, setTyped] = useState(signatory.name);
  const [scan, setScan] = useState<File | null>(null);
  const [role, setRole] = useState(signatory.position ?? '');
  const [place, setPlace] = useState('');
  const [date, setDate] = useState<string | null>(null);
  const [time, setTime] = useState('12:00');
  const [agrees, setAgrees] = useState(false);
  const [declining, setDeclining] = useState(false);
  const now = useNow();
  const queries = useQueryClient();
  const sign = useMutation({
    mutationFn: async () => {
      const signature = await signatureOf(how, { ink: ink.current, typed, scan, name: signatory.name });
      const at = how === 'paper' && date !== null ? `${date}T${time}` : new Date().toISOString();
      return client.signing.sign({ id: signing.id, version: signing.version, person: signatory.personId, signature, place: place.trim(), at, role: role.trim(), statement: signatory.statement });
    },
    onSuccess: async () => {
      markSaved();
      await queries.invalidateQueries({ queryKey: api.signing.key() });
    },
  });
  const missing = missingOf({ how, hasInk, typed, scan, role, place, agrees });
  return (
    <div className={styles.form}>
      <Segmented label={t('signing.how')} value={how} onChange={onHow}
        options={[{ value: 'drawn', label: t('signing.draw') }, { value: 'typed', label: t('signing.type') }, { value: 'paper', label: t('signing.elsewhere') }]} />
      {how === 'drawn' ? <SignaturePad name={signatory.name} onInk={setHasInk} ref={ink} /> : null}
      {how === 'typed' ? <><TextField label={t('signing.typedName')} value={typed} onCommit={setTyped} onChangeText={setTyped} /><p className={styles.typed} aria-hidden="true">{typed}</p></> : null}
      {how === 'paper' ? <Scan scan={scan} onScan={setScan} /> : null}
      <div className={styles.facts}>
        <TextField size="small" label={t('signing.role')} value={role} onCommit={setRole} onChangeText={setRole} />
        <TextField size="small" label={t('signing.place')} value={place} onCommit={setPlace} onChangeText={setPlace} />
        {how === 'paper' ? (
          <DateField size="small" label={t('signing.signedOn')} value={date} onCommit={setDate} check={(day) => (day > localDate(now, signing.zone) ? t('signing.dateFuture') : null)} />
        ) : (
          <div className={styles.now}><span>{t('signing.time')}</span><span className="tn">{instantText(now, signing.zone, { weekday: false, year: true })}</span></div>
        )}
        {how === 'paper' ? <TextField size="small" label={t('signing.signedAt')} value={time} onCommit={setTime} check={(text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? null : t('signing.timeWrong'))} /> : null}
      </div>
      <div className={styles.agree}><Check label={signatory.statement} checked={agrees} onChange={setAgrees} /></div>
      {sign.error === null ? null : <SignFailure error={sign.error} />}
      <div className={styles.actions}>
        <Button kind="primary" disabledReason={sign.isPending ? t('signing.signing') : missing ?? (how === 'paper' && date === null ? t('kit.required') : null)} onClick={() => sign.mutate()}>
          {t(how === 'paper' ? 'signing.recordFor' : 'signing.signAs', { name: signatory.name })}
        </Button>
        {signing.state === 'signing' ? <Button kind="quiet" onClick={() => setDeclining(true)}>{t('signing.decline')}</Button> : null}
      </div>
      <DeclineDialog opened={declining} onClose={() => setDeclining(false)} signing={signing} signatory={signatory} />
    </div>
  );
}

function Scan({ scan, onScan }: { scan: File | null; onScan: (file: File | null) => void }) {
  if (scan === null) return <div className={styles.scan}><DropZone title={t('signing.scan')} help={t('signing.scanHelp')} accept=".pdf,.png,.jpg,.jpeg" icon="paperclip" onFile={onScan} /></div>;
  return <p className={styles.chosen}>{t('signing.scanChosen', { name: scan.name, size: sizeText(scan.size) })} <Button kind="link" size="small" onClick={() => onScan(null)}>{t('signing.replaceScan')}</Button></p>;
}

function SignFailure({ error }: { error: unknown }) {
  const words = wordsOfFailure(error);
  return <p className={styles.failure} role="alert"><b>{words.title}</b> {words.details.map((detail) => detail.message).join('; ')} {words.wayOut}</p>;
}

type Filled = { how: How; hasInk: boolean; typed: string; scan: File | null; role: string; place: string; agrees: boolean };

function missingOf({ how, hasInk, typed, scan, role, place, agrees }: Filled): string | null {
  if (how === 'drawn' && !hasInk) return t('signing.inkMissing');
  if (how === 'typed' && typed.trim() === '') return t('signing.textMissing');
  if (how === 'paper' && scan === null) return t('signing.scanMissing');
  if (role.trim() === '') return t('signing.roleMissing');
  if (place.trim() === '') return t('signing.placeMissing');
  return agrees ? null : t('signing.statementMissing');
}

async function signatureOf(how: How, given: { ink: Ink | null; typed: string; scan: File | null; name: string }): Promise<SignatureMethod> {
  if (how === 'typed') return { method: 'typed', text: given.typed.trim() };
  const file = how === 'drawn' ? await given.ink?.png() : given.scan;
  if (file === null || file === undefined) throw new TypeError('nothing to sign with');
  const name = file instanceof File ? file.name : `${given.name}.png`;
  return { method: how, file: (await uploadFile(file, name)).id };
}
