import SignaturePadCore from 'signature_pad';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { t } from '#shared/messages/messages.ts';
import tokens from '#renderer/app/theme/tokens.json';
import styles from './signature-pad.module.css';

/** How a form reaches the ink: a PNG of what was drawn, or null where nothing was. */
export type Ink = { readonly png: () => Promise<Blob | null> };

/** Ink on paper: mouse, pen (with its pressure) or finger. `onInk` says whether there is ink. */
export function SignaturePad({ name, onInk, ref }: { name: string; onInk: (hasInk: boolean) => void; ref: Ref<Ink> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePadCore | null>(null);
  const [hasInk, setHasInk] = useState(false);
  const tell = useRef(onInk);
  useEffect(() => { tell.current = onInk; });
  const say = (ink: boolean): void => {
    setHasInk(ink);
    tell.current(ink);
  };
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const core = new SignaturePadCore(element, { penColor: tokens.paper.pen, minWidth: 1.1, maxWidth: 3, velocityFilterWeight: 0.6 });
    pad.current = core;
    const fit = (): void => {
      const ratio = Math.max(devicePixelRatio, 2);
      const strokes = core.toData();
      element.width = element.clientWidth * ratio;
      element.height = element.clientHeight * ratio;
      element.getContext('2d')?.scale(ratio, ratio);
      core.fromData(strokes);
    };
    const sized = new ResizeObserver(fit);
    sized.observe(element);
    core.addEventListener('endStroke', () => say(!core.isEmpty()));
    return () => {
      sized.disconnect();
      core.off();
    };
  }, []);
  useImperativeHandle(ref, () => ({
    png: () => new Promise((resolve) => {
      const element = canvas.current;
      if (element === null || pad.current?.isEmpty() !== false) resolve(null);
      else element.toBlob(resolve, 'image/png');
    }),
  }), []);
  return (
    <div className={styles.pad}>
      <div className={styles.base} aria-hidden="true" />
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={t('signing.pad', { name })} />
      {hasInk ? <span className={styles.clear}><Button kind="quiet" size="small" onClick={() => { pad.current?.clear(); say(false); }}>{t('signing.clear')}</Button></span> : null}
    </div>
  );
}
