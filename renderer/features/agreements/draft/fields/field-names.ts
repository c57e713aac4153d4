import type { Term } from '#shared/agreements/terms.ts';
import { t } from '#shared/messages/messages.ts';

const clockFields = ['name', 'priority', 'within', 'atLeastPercent', 'period', 'calendar', 'stop', 'pauseReasons', 'reopen', 'cycles', 'priorityCounts', 'onPriorityChange', 'belongsTo', 'maintenanceStopsClock', 'splitBy', 'splitVerdict', 'takeover', 'steps', 'source'] as const;

/** Every field of a term that a person can change, in the order of the form that shows them all. */
export function fieldsOf(term: Term): readonly string[] {
  switch (term.type) {
    case 'response':
    case 'resolution':
      return clockFields.filter((field) => field !== 'splitVerdict' || term.splitBy !== undefined);
    case 'availability':
      return ['name', 'service', 'atLeastPercent', 'period', 'calendar', 'method', 'maintenance', 'maintenanceLessensAgreedTime', 'unplannedInMaintenanceCounts', 'degradationWeight', 'shortestOutageMinutes', 'wholeMinutes', 'gapPolicy', 'userWeighted', ...(term.userWeighted ? ['users'] : []), 'splitBy', ...(term.splitBy === undefined ? [] : ['splitVerdict']), 'takeover', 'steps', 'source'];
    case 'metric':
      return ['name', 'direction', 'target', ...(term.direction === 'between' ? ['targetTo'] : []), 'unit', 'period', 'formula', 'calendar', 'takeover', 'steps', 'source'];
    case 'credit':
      return ['of', 'fee', 'tiers', 'capPercentPerPeriod', 'capPercentPerYear', 'claimWithinDays'];
    case 'exclusion':
      return ['name', 'condition', 'approval', 'capMinutesPerPeriod'];
    case 'clause':
      return ['category', 'heading', 'text'];
  }
}

/** The name of a typed field. */
export function fieldLabel(term: Term, field: string): string {
  switch (field.replace(/\[.*$/u, '')) {
    case 'within': return t('agreements.within');
    case 'atLeastPercent': return t('agreements.atLeast');
    case 'period': return t('agreements.period');
    case 'calendar': return t('agreements.hoursCounted');
    case 'pausesMove':
    case 'pauseReasons': return t('agreements.pauses');
    case 'reopen': return t('agreements.reopen');
    case 'steps': return t('agreements.steps');
    case 'source': return t('agreements.source');
    case 'name': return term.type === 'metric' ? t('agreements.metricName') : term.type === 'exclusion' ? t('agreements.exclusionName') : t('agreements.ownName');
    case 'method': return t('agreements.method');
    case 'maintenance': return t('agreements.maintenance');
    case 'degradationWeight': return t('agreements.degradationWeight');
    case 'shortestOutageMinutes': return t('agreements.shortestOutage');
    case 'users': return t('agreements.users');
    case 'unit': return t('agreements.unit');
    case 'target': return t('agreements.target');
    case 'targetTo': return t('agreements.targetTo');
    case 'formula': return t('agreements.formula');
    case 'tiers': return t('agreements.tiers');
    case 'fee': return t('agreements.fee');
    case 'capPercentPerPeriod': return t('agreements.capPeriod');
    case 'capPercentPerYear': return t('agreements.capYear');
    case 'claimWithinDays': return t('agreements.claimWithin');
    case 'condition': return t('agreements.condition');
    case 'approval': return t('agreements.approvalOfExclusion');
    case 'capMinutesPerPeriod': return t('agreements.capMinutes');
    case 'category': return t('agreements.category');
    case 'heading': return t('agreements.heading');
    case 'text': return t('agreements.text');
    default: return field;
  }
}
