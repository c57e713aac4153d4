import { useNavigate } from '@tanstack/react-router';
import { Fragment, memo, type MouseEvent, type ReactNode } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { completenessGroups } from '#shared/agreements/completeness.ts';
import type { CompletenessItem } from '#shared/agreements/completeness-items.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';
import { itemWords } from '../words.ts';
import styles from './outline.module.css';
import { closuresOf, hoursName } from './parts/hours.tsx';
import { personsOf } from './parts/parties.tsx';
import { itemOf } from './term-order.ts';
import { useDraftContext } from './use-draft.ts';

/** The 24 items in their four groups, with what is missing on top. */
export const Outline = memo(function Outline({ selected }: { selected: CompletenessItem | undefined }) {
  const { view, document } = useDraftContext();
  const { items, missing } = view.completeness;
  const done = items.length - missing.length;
  return (
    <nav className={styles.outline} aria-label={t('agreements.outline')}>
      <div className={styles.top}>
        <p className={styles.done}><b>{t('agreements.itemsDone', { done, all: items.length })}</b> {t('agreements.complete')}</p>
        <ProgressBar done={done} total={items.length} label={t('agreements.complete')} />
        {missing.length === 0 ? null : (
          <p className={styles.missing}>{t('agreements.missing')}{' '}{missing.slice(0, 3).map((item, index) => <Fragment key={item}>{index === 0 ? '' : ', '}<ItemLink item={item}>{itemWords(item)}</ItemLink></Fragment>)}{missing.length > 3 ? ` ${t('agreements.andMore', { count: missing.length - 3 })}` : ''}</p>
        )}
      </div>
      <div className={styles.list}>
        {completenessGroups.map((group) => {
          const own = group.items.flatMap((id) => items.find((item) => item.id === id) ?? []);
          return (
            <section key={group.id} aria-labelledby={`outline-${group.id}`}>
              <p className={styles.group} id={`outline-${group.id}`}><span>{t(`agreements.group-${group.id}`)}</span><span className="tn">{t('agreements.itemsDone', { done: own.filter((item) => item.state !== 'missing').length, all: own.length })}</span></p>
              <ul>
                {own.map((item) => (
                  <li key={item.id}>
                    <ItemLink item={item.id} current={item.id === selected} className={classes(styles.item, item.state === 'missing' && styles.todo)}>
                      <Icon name={item.state === 'present' ? 'check' : item.state === 'missing' ? 'circle-dashed' : 'minus'} size={14} label={t(`agreements.state-${item.state}`)} />
                      <span className="clip">{itemWords(item.id)}</span>
                      <span className={styles.value}>{item.state === 'missing' ? t('agreements.notWritten') : item.state === 'not-applicable' ? t('agreements.none') : valueOf(item.id, document)}</span>
                    </ItemLink>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </nav>
  );
});

/** An address of its own, but no Link of the router: twenty-seven of those each compute their address again at every step. */
function ItemLink({ item, current = false, className, children }: { item: CompletenessItem; current?: boolean; className?: string; children: ReactNode }) {
  const { view } = useDraftContext();
  const navigate = useNavigate();
  const go = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: '/agreements/$id/draft', params: { id: view.id }, search: (search) => ({ ...search, item, term: undefined }), replace: true });
    requestAnimationFrame(() => reveal(item));
  };
  return <a href={`/agreements/${encodeURIComponent(view.id)}/draft?item=${item}`} className={className} aria-current={current ? 'location' : undefined} onClick={go}>{children}</a>;
}

/** Brings an item into sight and the keyboard to it. */
export function reveal(item: CompletenessItem): void {
  document.getElementById(`item-${item}`)?.scrollIntoView({ block: 'start' });
  document.getElementById(`head-${item}`)?.focus({ preventScroll: true });
}

/** What stands beside an item: how many, or which. */
function valueOf(item: CompletenessItem, document: AgreementDocument): string {
  const own = document.terms.filter((term) => itemOf(term) === item).length;
  switch (item) {
    case 'parties':
      return document.people.length === 0 ? '' : t('agreements.peopleCount', { count: personsOf(document).length });
    case 'services':
      return String(document.services.length);
    case 'scope':
      return [...new Set(document.services.flatMap((service) => service.site ?? []))].join(', ');
    case 'term-and-notice':
      return document.notice?.months === undefined ? '' : t('agreements.months', { count: document.notice.months });
    case 'service-hours':
      return document.serviceHours === undefined ? '' : hoursName(document.serviceHours);
    case 'holidays':
      return String(Object.values(document.calendars).reduce((sum, calendar) => sum + closuresOf(calendar), 0));
    case 'priorities':
      return String(document.priorities.length);
    case 'review':
      return t('agreements.months', { count: document.review.everyMonths });
    case 'signatures':
      return String(document.people.filter((person) => person.role === 'signatory').length);
    case 'contacts':
      return String(document.people.filter((person) => person.role === 'contact').length);
    default:
      return own > 1 || item === 'targets' || item === 'exclusions' ? String(own) : '';
  }
}
