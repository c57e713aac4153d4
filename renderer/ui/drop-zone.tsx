import { useRef, useState, type ReactNode } from 'react';
import { t } from '#shared/messages/messages.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import styles from './drop-zone.module.css';
import { Icon, type IconName } from './icon.tsx';

/** A place to drop a file on, with the button for those who do not drag. `accept` as in an input: ".csv,.zip". */
export function DropZone({ title, help, accept, icon = 'file-import', onFile, primary = false, keyHint }: { title?: string; help?: ReactNode; accept?: string; icon?: IconName; onFile: (file: File) => void; primary?: boolean; keyHint?: string }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      className={classes(styles.zone, over && styles.over)}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <Icon name={icon} size={24} className={styles.icon} />
      <div>
        <p className="b">{title ?? t('kit.dropHere')}</p>
        {help === undefined ? null : <p className="t13 t2">{help}</p>}
      </div>
      <Button kind={primary ? 'primary' : 'plain'} onClick={() => input.current?.click()} {...(keyHint === undefined ? {} : { keyHint })}>{t('kit.chooseFile')}</Button>
      <input ref={input} type="file" className="sr" tabIndex={-1} aria-label={t('kit.chooseFile')} {...(accept === undefined ? {} : { accept })}
        onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file !== undefined) onFile(file); }} />
    </div>
  );
}
