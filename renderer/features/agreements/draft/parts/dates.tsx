import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { documentLanguages } from '#shared/agreements/model.ts';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { addDays, addMonths } from '#shared/time/plain-date.ts';
import { CalendarField } from '../fields/calendar-field.tsx';
import { ChoiceList } from '../fields/choice-list.tsx';
import styles from '../document.module.css';
import { useDraftContext } from '../use-draft.ts';
import { useEditing, Value, ValueHead } from '../value.tsx';
import valueStyles from '../value.module.css';

/** Term, notice and renewal, and the dates that follow from them. */
export function DatesPart() {
  const { document, view } = useDraftContext();
  const { term, notice, renewal } = document;
  const notified = view.dates?.lastDayOfNotice ?? null;
  return (
    <div className={styles.rows}>
      <p>
        {t('agreements.runsFrom')}{' '}<Value label={t('agreements.firstDay')} missing={term === undefined} body={<TermDates />}>{term === undefined ? t('agreements.datesMissing') : dateText(term.from)}</Value>
        {term === undefined ? null : <> {t('agreements.to')} <Value label={t('agreements.lastDay')} body={<TermDates />}>{dateText(term.to)}</Value></>}
        {' '}<Value label={t('agreements.renewal')} body={<RenewalField />}>{renewal.kind === 'none' ? t('agreements.renewsNot') : t('agreements.renewsFor', { months: t('agreements.months', { count: renewal.months }) })}</Value>
        {view.dates?.renewsOn === null || view.dates === null ? '.' : `, ${t('agreements.firstOn', { date: dateText(view.dates.renewsOn) })}.`}
      </p>
      <p>
        {t('agreements.noticeLead')}{' '}<Value label={t('agreements.notice')} missing={notice === undefined} width={400} body={<NoticeField />}>{notice === undefined ? t('agreements.noticeMissing') : notice.months === undefined ? t('agreements.days', { count: notice.days ?? 0 }) : t('agreements.months', { count: notice.months })}</Value>{notice === undefined ? '.' : ` ${t('agreements.noticeTail')}`}
        {notice === undefined ? null : <>{', '}<Value label={t('agreements.businessDay')} quiet body={<BusinessDayField />}>{t(`agreements.businessDay-${notice.businessDay}`)}</Value>.</>}
        {notified === null ? null : <>{' '}{t('agreements.noticeBy')} <b>{dateText(notified, { weekday: true })}</b>.</>}
      </p>
      <p className="t13">
        {t('agreements.takeoverLead')}{' '}<Value label={t('agreements.takeover')} quiet body={<TakeoverField />}>{t(`agreements.takeover-${document.takeover}`)}</Value>.{' '}
        {t('agreements.timesIn')}{' '}<Value label={t('agreements.zone')} quiet body={<HeadField field="zone" />}>{document.zone}</Value>, {t('agreements.amountsIn')}{' '}<Value label={t('agreements.currency')} quiet body={<HeadField field="currency" />}>{document.currency}</Value>.{' '}
        {t('agreements.printedIn')}{' '}<Value label={t('agreements.language')} quiet body={<LanguageField />}>{t(`agreements.language-${document.language}`)}</Value>.
      </p>
    </div>
  );
}

/** How often it is reviewed, and when that will be. */
export function ReviewPart() {
  const { document, view } = useDraftContext();
  const reviews = view.dates?.reviews ?? [];
  return (
    <div className={styles.rows}>
      <p>
        {t('agreements.reviewedEvery')}{' '}<Value label={t('agreements.reviewEvery')} body={<ReviewField />}>{t('agreements.months', { count: document.review.everyMonths })}</Value>.
        {reviews.length === 0 ? null : <span className="t3">{' '}{t('agreements.nextReviews', { dates: reviews.slice(0, 3).map((review) => dateText(review.on)).join(', ') })}</span>}
      </p>
    </div>
  );
}

function TermDates() {
  const { document } = useDraftContext();
  const { save } = useEditing();
  const { term } = document;
  const set = (from: string, to: string): void => save([{ kind: 'set-dates', term: { from, to } }]);
  return (
    <>
      <ValueHead>{t('agreements.termDates')}</ValueHead>
      <div className={valueStyles.row} data-stay>
        <DateField label={t('agreements.firstDay')} value={term?.from ?? null} onCommit={(from) => { if (from !== null) set(from, term === undefined || term.to < from ? addDays(addMonths(from, 12), -1) : term.to); }} />
        <DateField label={t('agreements.lastDay')} value={term?.to ?? null} check={(to) => (term !== undefined && to < term.from ? t('agreements.endsBefore', { date: dateText(term.from) }) : null)} onCommit={(to) => { if (to !== null) set(term?.from ?? addDays(addMonths(to, -12), 1), to); }} />
      </div>
    </>
  );
}

function RenewalField() {
  const { document } = useDraftContext();
  const { save, edit } = useEditing();
  const { renewal } = document;
  return (
    <>
      <ValueHead>{t('agreements.renewal')}</ValueHead>
      <ChoiceList key={renewal.kind} label={t('agreements.renewal')} value={renewal.kind} options={[{ value: 'none', label: t('agreements.renewal-none') }, { value: 'automatic', label: t('agreements.renewal-automatic') }]}
        onChoose={(kind) => { if (kind === 'none') edit([{ kind: 'set-dates', renewal: { kind: 'none' } }]); else save([{ kind: 'set-dates', renewal: { kind: 'automatic', months: renewal.kind === 'automatic' ? renewal.months : 12 } }]); }} />
      {renewal.kind === 'none' ? null : <NumberField label={t('agreements.renewsForLabel')} value={renewal.months} min={1} max={120} affix={t('agreements.monthsUnit')} onCommit={(months) => { if (months !== null) save([{ kind: 'set-dates', renewal: { kind: 'automatic', months } }]); }} />}
    </>
  );
}

function NoticeField() {
  const { document } = useDraftContext();
  const { save, edit } = useEditing();
  const { notice } = document;
  const rest = { businessDay: notice?.businessDay ?? ('preceding' as const), ...(notice?.calendar === undefined ? {} : { calendar: notice.calendar }) };
  const unit = notice?.months === undefined && notice?.days !== undefined ? 'days' : 'months';
  const amount = notice?.months ?? notice?.days ?? null;
  const set = (next: number, as: string): void => save([{ kind: 'set-dates', notice: as === 'days' ? { ...rest, days: next } : { ...rest, months: next } }]);
  return (
    <>
      <ValueHead>{t('agreements.notice')}</ValueHead>
      <div className={valueStyles.row} data-stay>
        <NumberField label={t('agreements.noticeAmount')} value={amount} min={0} max={3650} onCommit={(next) => { if (next !== null) set(next, unit); }} />
        <SelectField label={t('agreements.noticeUnit')} value={unit} choices={[{ value: 'months', label: t('agreements.monthsUnit') }, { value: 'days', label: t('agreements.daysUnit') }]} onChange={(as) => set(amount ?? 3, as)} />
      </div>
      {notice === undefined ? null : <Button kind="link" icon="x" onClick={() => edit([{ kind: 'set-dates', notice: null }])}>{t('agreements.noticeNone')}</Button>}
    </>
  );
}

function BusinessDayField() {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  const { notice } = document;
  if (notice === undefined) return null;
  const { calendar, ...rest } = notice;
  return (
    <>
      <ValueHead>{t('agreements.businessDay')}</ValueHead>
      <ChoiceList label={t('agreements.businessDay')} value={notice.businessDay} options={(['preceding', 'next', 'none'] as const).map((value) => ({ value, label: t(`agreements.businessDay-${value}`) }))}
        onChoose={(value) => { const businessDay = (['preceding', 'next', 'none'] as const).find((one) => one === value); if (businessDay !== undefined) edit([{ kind: 'set-dates', notice: { ...notice, businessDay } }]); }} />
      <ValueHead>{t('agreements.noticeCalendar')}</ValueHead>
      <CalendarField document={document} value={calendar} unset={t('agreements.agreedHours')} onChoose={(reference) => edit([{ kind: 'set-dates', notice: reference === null ? rest : { ...rest, calendar: reference } }])}
        onNew={(name, definition) => edit([{ kind: 'set-calendar', name, calendar: definition }, { kind: 'set-dates', notice: { ...rest, calendar: name } }])} />
    </>
  );
}

function TakeoverField() {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  return (
    <>
      <ValueHead>{t('agreements.takeover')}</ValueHead>
      <ChoiceList label={t('agreements.takeover')} value={document.takeover} options={(['start', 'stop'] as const).map((value) => ({ value, label: t(`agreements.takeover-${value}`) }))} onChoose={(value) => edit([{ kind: 'set-dates', takeover: value === 'stop' ? 'stop' : 'start' }])} />
    </>
  );
}

function ReviewField() {
  const { document } = useDraftContext();
  const { save } = useEditing();
  return <><ValueHead>{t('agreements.reviewEvery')}</ValueHead><NumberField label={t('agreements.reviewEvery')} labelHidden value={document.review.everyMonths} min={1} max={120} affix={t('agreements.monthsUnit')} onCommit={(months) => { if (months !== null) save([{ kind: 'set-dates', review: { everyMonths: months } }]); }} /></>;
}

/** The language of the printed document; the screen stays as it is. */
function LanguageField() {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  return (
    <>
      <ValueHead>{t('agreements.language')}</ValueHead>
      <ChoiceList label={t('agreements.language')} value={document.language} options={documentLanguages.map((value) => ({ value, label: t(`agreements.language-${value}`) }))}
        onChoose={(value) => { const language = documentLanguages.find((one) => one === value); if (language !== undefined) edit([{ kind: 'set-head', language }]); }} />
    </>
  );
}

export function HeadField({ field }: { field: 'zone' | 'currency' }) {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  const values = field === 'zone' ? Intl.supportedValuesOf('timeZone') : Intl.supportedValuesOf('currency');
  const label = field === 'zone' ? t('agreements.zone') : t('agreements.currency');
  return <SelectField label={label} value={document[field]} choices={[...new Set([document[field], ...values])].map((value) => ({ value, label: value }))} onChange={(value) => edit([{ kind: 'set-head', [field]: value }])} />;
}
