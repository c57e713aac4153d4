import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type client } from '#renderer/app/client.ts';
import { wordsOfFailure } from '#renderer/app/failure.tsx';
import { verdictMarkOf } from '#renderer/features/compliance/figures.ts';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import type { EffectRow, EffectSide, Exclusion } from '#shared/exclusions/contract.ts';
import { monthText } from '#shared/format/dates.ts';
import { percentText } from '#shared/format/figures.ts';
import { NARROW_SPACE } from '#shared/format/spaces.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './exclusions.module.css';

export type EffectOf = Parameters<typeof client.exclusions.effect>[0]['of'];

/** The figures that an exclusion moves, before and after, one line a month and target. `state` says which of the two is the present one. */
export function Effect({ agreement, of, state }: { agreement: string; of: EffectOf | null; state: Exclusion['state'] }) {
  const { data, error } = useQuery({ ...api.exclusions.effect.queryOptions({ input: { agreement, of: of ?? { id: '-' } } }), enabled: of !== null, placeholderData: keepPreviousData, retry: false });
  if (of === null) return <p className="t13 t2">{t('exclusions.changesLater')}</p>;
  if (error !== null) return <p className="t13 t2" role="status">{wordsOfFailure(error).title}</p>;
  if (data === undefined) return <p className="t13 t3">{t('kit.loading')}</p>;
  if (data.rows.length === 0) return <p className="t13 t2" role="status">{t('exclusions.changesNothing')}</p>;
  return (
    <table className={styles.effect} aria-label={t('exclusions.changes')}>
      <thead>
        <tr>
          <th scope="col">{t('exclusions.figure')}</th>
          <th scope="col">{t(state === 'accepted' ? 'exclusions.without' : 'exclusions.now')}</th>
          <th scope="col">{t(state === 'accepted' ? 'exclusions.now' : 'exclusions.ifAccepted')}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={`${row.month} ${row.term} ${row.part} ${row.version}`}>
            <th scope="row"><span dir="auto">{nameOf(row)}</span><span>{monthText(row.month)}</span></th>
            <Side side={row.without} />
            <Side side={row.with} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ side }: { side: EffectSide }) {
  const { share, downMinutes, percent, verdict } = side;
  const count = downMinutes === null ? (share === null ? t('exclusions.noneDecided') : t('exclusions.share', { met: share.numerator, all: share.denominator })) : t('exclusions.down', { minutes: minutesText(downMinutes) });
  const figure = downMinutes === null ? (share === null ? null : percentText(share.numerator, share.denominator)) : percent === null ? null : `${percent.toFixed(2)}${NARROW_SPACE}%`;
  return (
    <td>
      <b>{figure ?? '–'}</b> <VerdictMark verdict={verdictMarkOf(verdict)} word={t(`compliance.verdict-${verdict}`)} only />
      <span>{count}</span>
    </td>
  );
}

function nameOf({ name, part, type, version }: EffectRow): string {
  const own = part === null ? name : type === 'availability' ? `${name}: ${part}` : `${name} ${part}`;
  return version === null ? own : t('exclusions.ofVersion', { name: own, version });
}

function minutesText(minutes: number): string {
  return Number.isInteger(minutes) ? String(minutes) : minutes.toFixed(1);
}
