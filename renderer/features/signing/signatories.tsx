import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { timeText, dayText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { SignatoryView, SigningView } from '#shared/signing/contract.ts';
import { SignForm, type How } from './sign-form.tsx';
import styles from './signatories.module.css';

/** Who signs, in order, on one line: done with the signature kept, present with the form, later quiet. */
export function Signatories({ signing, how, onHow }: { signing: SigningView; how: How; onHow: (how: How) => void }) {
  const canSign = signing.obstacles.length === 0;
  return (
    <ol className={styles.order}>
      {signing.signatories.map((signatory, index) => {
        const before = signing.signatories[index - 1];
        const isNow = canSign && signatory.isNext;
        const state = signatory.state === 'waiting' ? (isNow ? 'now' : 'later') : 'done';
        return (
          <li key={signatory.personId} className={classes(styles.signatory, styles[state])} aria-current={isNow ? 'step' : undefined}>
            <span className={styles.number} aria-hidden="true">{state === 'done' ? <Icon name={signatory.state === 'signed' ? 'check' : 'x'} size={13} /> : index + 1}</span>
            <div className={styles.content}>
              <p className={styles.who}>{signatory.name}<span>{whenOf(signatory, signing.zone, isNow, before)}</span></p>
              <p className={styles.role}>{[signatory.signature?.role ?? signatory.position, signatory.organisation].filter(Boolean).join(', ')}</p>
              {signatory.signature === null ? null : <Kept signature={signatory.signature} name={signatory.name} />}
              {isNow ? <SignForm key={signatory.personId} signing={signing} signatory={signatory} how={how} onHow={onHow} /> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Kept({ signature, name }: { signature: NonNullable<SignatoryView['signature']>; name: string }) {
  if (signature.imageFileId !== null) return <Drawn fileId={signature.imageFileId} name={name} />;
  if (signature.scanName !== null) return <p className={styles.role}>{t('signing.signedOnPaper', { name: signature.scanName })}</p>;
  return <p className={styles.typed}>{signature.text}</p>;
}

function Drawn({ fileId, name }: { fileId: string; name: string }) {
  const { data } = useQuery(api.signing.signatureFile.queryOptions({ input: { fileId } }));
  return data === undefined ? null : <img className={styles.drawn} src={`/files/${encodeURIComponent(data.file)}`} alt={name} />;
}

function whenOf(signatory: SignatoryView, zone: string, isNow: boolean, before: SignatoryView | undefined): string {
  if (signatory.signature !== null) return `${dayText(signatory.signature.at, zone, { weekday: false })}, ${timeText(signatory.signature.at, zone)}, ${signatory.signature.place}`;
  if (signatory.state === 'declined') return t('signing.declined');
  if (isNow) return t('signing.signsNow');
  return before === undefined ? t('signing.first') : t('signing.after', { name: before.name });
}
