import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import { monthText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { NARROW_SPACE } from '#shared/format/spaces.ts';
import type { ImportEffects, TargetFigure } from '#shared/imports/targets.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './effects.module.css';
import resultStyles from './result.module.css';

export function useEffects(id: string): ImportEffects | null {
  return useQuery(api.imports.effects.queryOptions({ input: { id } })).data ?? null;
}

/** The one sentence that comes first: what this import changed for the targets of the open month. */
export function EffectsLead({ effects }: { effects: ImportEffects }) {
  if (effects.targets === 0) return null;
  const count = effects.changes.filter(({ isAtRisk }) => isAtRisk).length;
  const month = monthText(effects.month);
  return <p className={resultStyles.lead}><b>{count === 0 ? t('imports.noneAtRisk', { month }) : t('imports.atRisk', { count, month })}</b></p>;
}

const mostShown = 8;

/** Before and now of each target whose verdict moved in the open month. */
export function Effects({ effects }: { effects: ImportEffects }) {
  const { changes, targets, month } = effects;
  if (changes.length === 0) return null;
  return (
    <Section title={t('imports.effects', { month: monthText(month) })} count={t('imports.effectsOf', { count: countText(changes.length), all: countText(targets) })}>
      <table className={styles.effects}>
        <thead><tr><th scope="col">{t('imports.target')}</th><th scope="col">{t('imports.before')}</th><td /><th scope="col">{t('imports.now')}</th><th scope="col">{t('imports.agreed')}</th></tr></thead>
        <tbody>
          {changes.slice(0, mostShown).map((change) => (
            <tr key={[change.agreement.id, change.name, change.priority, change.part].join(' ')}>
              <th scope="row">
                <VerdictMark verdict={change.isAtRisk ? 'risk' : 'met'} only />
                <span><Link to="/agreements/$id" params={{ id: change.agreement.id }}>{[change.name, change.priority].filter(Boolean).join(' ')}</Link><span>{[change.customers.join(', '), change.part ?? change.agreement.title].filter((part) => part !== '').join(' · ')}</span></span>
              </th>
              <td><Figure figure={change.before} /></td>
              <td><Icon name="arrow-right" size={14} /></td>
              <td><Figure figure={change.now} /></td>
              <td>{change.goalPercent === null ? '' : `${change.goalPercent}${NARROW_SPACE}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.rest}>{changes.length > mostShown ? t('imports.effectsMore', { count: changes.length - mostShown }) : t('imports.effectsRest', { count: targets - changes.length })}</p>
    </Section>
  );
}

function Figure({ figure }: { figure: TargetFigure | null }) {
  if (figure === null) return <span className="t3">–</span>;
  return <><b>{figure.percent.toFixed(figure.met === null ? 2 : 1)}{NARROW_SPACE}%</b>{figure.met === null || figure.of === null ? null : <span>{t('imports.metOf', { met: countText(figure.met), all: countText(figure.of) })}</span>}</>;
}
