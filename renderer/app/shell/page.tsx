import { Link, type LinkProps } from '@tanstack/react-router';
import { useContext, useEffect, type ReactNode } from 'react';
import { timeText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { pressUndo, redoSaved, useSaved } from '../saved.ts';
import { SampleMark } from '#renderer/features/start/sample-mark.tsx';
import { FrameContext } from './frame.ts';
import { Search } from './search.tsx';
import styles from './shell.module.css';

/** One step of the path; `link` is what a Link of the router takes. */
export type Crumb = { readonly label: string; readonly link?: LinkProps };

/**
 * A page in the frame. `crumbs` is the path, the last one the page itself; `actions` at most one plain button and the one
 * primary; `panel` a SidePanel; `layout` 'page' scrolls as a whole with the page's edges, 'fill' gives the page the whole
 * height as a column with edges (tables), 'bare' leaves edges and scrolling to the page (split screens).
 */
export function Page({ crumbs, actions, panel, layout = 'page', fold, children }: { crumbs: readonly Crumb[]; actions?: ReactNode; panel?: ReactNode; layout?: 'page' | 'fill' | 'bare'; fold?: 'always'; children: ReactNode }) {
  const setFold = useContext(FrameContext);
  const hasPanel = panel !== undefined && panel !== null && panel !== false;
  useEffect(() => {
    setFold(fold ?? (hasPanel ? 'withPanel' : 'never'));
    return () => setFold('never');
  }, [setFold, fold, hasPanel]);
  const title = crumbs.map((crumb) => crumb.label).toReversed().join(' · ');
  useEffect(() => {
    document.title = title === '' ? t('kit.product') : `${title} · ${t('kit.product')}`;
  }, [title]);
  return (
    <>
      <header className={styles.top}>
        <Crumbs crumbs={crumbs} />
        <span className={styles.grow} />
        <SavedMark />
        <SampleMark />
        <Search compact={actions !== undefined} />
        {actions}
      </header>
      <main className={classes(styles.main, layout === 'fill' && styles.mainFill)} id="content" tabIndex={-1}>
        {layout === 'bare' ? children : <div className={classes(styles.page, layout === 'fill' && styles.pageFill)}>{children}</div>}
      </main>
      {hasPanel ? panel : null}
    </>
  );
}

/** The title line of a page: name, badges beside it, what belongs to it at the right. */
export function PageTitle({ children, beside, end }: { children: ReactNode; beside?: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles.title}>
      <h1 className="t20">{children}</h1>
      {beside}
      {end === undefined ? null : <div className={styles.titleEnd}>{end}</div>}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className={styles.crumbs} aria-label={t('kit.path')}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${index} ${crumb.label}`}>
            {index === crumbs.length - 1 ? <span aria-current="page">{crumb.label}</span> : <CrumbLink crumb={crumb} />}
            {index === crumbs.length - 1 ? null : <Icon name="chevron-right" size={14} className={styles.separator} />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function CrumbLink({ crumb }: { crumb: Crumb }) {
  return crumb.link === undefined ? <span>{crumb.label}</span> : <Link {...crumb.link} activeOptions={{ exact: true }}>{crumb.label}</Link>;
}

function SavedMark() {
  const saved = useSaved();
  if (saved === null) return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <span className={styles.saved} role="status">
      {t(saved.kind === 'saved' ? 'kit.savedAt' : 'kit.undoneAt', { time: timeText(saved.at, zone) })}
      {saved.canUndo ? <Button kind="quiet" size="small" icon="arrow-back-up" iconOnly keyHint="Ctrl Z" onClick={pressUndo}>{t('kit.undo')}</Button> : null}
      {saved.canRedo ? <Button kind="quiet" size="small" icon="arrow-forward-up" iconOnly keyHint="Ctrl Shift Z" onClick={redoSaved}>{t('kit.redo')}</Button> : null}
    </span>
  );
}
