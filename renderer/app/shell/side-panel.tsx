import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Tabs, type Tab } from '#renderer/ui/tabs.tsx';
import { t } from '#shared/messages/messages.ts';
import { useKeys } from '../use-keys.ts';
import { useMedia } from '../use-media.ts';
import styles from './shell.module.css';

const LEAST = 300;
const MOST = 720;

/**
 * The panel at the right, 356 wide (`wide`: 480), resizable; its width is remembered under `name`. With `tabs` its head is a bar
 * of tabs, otherwise `title` with `tools` at the right. `onClose` draws the cross and answers Esc.
 */
export function SidePanel<Name extends string>({ name, label, title, beside, tools, tabs, tab, onTab, onClose, foot, wide = false, width, children }: {
  name: string;
  label: string;
  title?: ReactNode;
  beside?: ReactNode;
  tools?: ReactNode;
  tabs?: readonly Tab<Name>[];
  tab?: Name;
  onTab?: (name: Name) => void;
  onClose?: () => void;
  foot?: ReactNode;
  wide?: boolean;
  /** Its first width in place of 356 or 480. */
  width?: number;
  children: ReactNode;
}) {
  const roomy = useMedia('(min-width: 1600px)');
  const key = `parley.panel.${name}`;
  const [own, setOwn] = useState<number | null>(() => Number(localStorage.getItem(key) ?? '') || null);
  const natural = width ?? (wide ? (roomy ? 520 : 480) : roomy ? 480 : 356);
  const present = own ?? natural;
  useKeys(onClose === undefined ? {} : { Escape: onClose });
  const resize = (next: number): void => {
    const kept = Math.round(Math.min(MOST, Math.max(LEAST, next)));
    setOwn(kept);
    localStorage.setItem(key, String(kept));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const handle = event.currentTarget;
    const start = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => resize(present + start - moved.clientX);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), { once: true });
  };
  const nudge = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? 16 : event.key === 'ArrowRight' ? -16 : 0;
    if (step === 0) return;
    event.preventDefault();
    resize(present + step);
  };
  const close = onClose === undefined ? null : <Button kind="quiet" size="small" icon="x" iconOnly keyHint="Esc" onClick={onClose}>{t('kit.closePanel')}</Button>;
  return (
    <aside className={styles.panel} aria-label={label} style={{ width: present }}>
      <div className={styles.handle} role="separator" aria-orientation="vertical" aria-label={t('kit.resizePanel')} aria-valuenow={present} aria-valuemin={LEAST} aria-valuemax={MOST} tabIndex={0} onPointerDown={drag} onKeyDown={nudge} onDoubleClick={() => { setOwn(null); localStorage.removeItem(key); }} />
      {tabs === undefined || tab === undefined || onTab === undefined ? (
        title === undefined ? null : <div className={styles.panelHead}><h2>{title}</h2>{beside === undefined ? null : <span className={styles.panelBeside}>{beside}</span>}<div className={styles.panelTools}>{tools}{close}</div></div>
      ) : (
        <div className={styles.panelTabs}><Tabs label={label} tabs={tabs} value={tab} onChange={onTab} end={<>{tools}{close}</>} /></div>
      )}
      <div className={styles.panelBody}>{children}</div>
      {foot === undefined ? null : <div className={styles.panelFoot}>{foot}</div>}
    </aside>
  );
}
