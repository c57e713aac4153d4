import type { AgreementDocument } from '#shared/agreements/model.ts';
import { termName } from '#shared/agreements/sentences.ts';
import type { AvailabilityTerm, ClockTerm, CreditTerm, MetricTerm, Term } from '#shared/agreements/terms.ts';
import { t } from '#shared/messages/messages.ts';

/** A field of a term that has a closed list of values. */
export type ChoiceField = { readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly value: string; readonly apply: (value: string) => Term | null };

/** The closed list of a field; null where the field is typed. */
export function choiceField(term: Term, field: string, document: AgreementDocument): ChoiceField | null {
  const common = 'period' in term ? targetChoice(term, field) : null;
  if (common !== null) return common;
  if (term.type === 'response' || term.type === 'resolution') return clockChoice(term, field, document);
  if (term.type === 'availability') return availabilityChoice(term, field, document);
  if (term.type === 'metric') return metricChoice(term, field);
  if (term.type === 'credit') return creditChoice(term, field, document);
  return null;
}

type Target = ClockTerm | AvailabilityTerm | MetricTerm;

function targetChoice(term: Target, field: string): ChoiceField | null {
  switch (field) {
    case 'splitBy':
      return oneOf(t('agreements.splitBy'), ['none', 'site', 'group', 'service'], (value) => t(`agreements.split-${value}`), term.splitBy ?? 'none', (value) => {
        const { splitBy: _by, splitVerdict: _verdict, ...rest } = term;
        return value === 'none' ? rest : { ...rest, splitBy: value };
      });
    case 'splitVerdict':
      return oneOf(t('agreements.splitVerdict'), ['each', 'overall'], (value) => t(`agreements.splitVerdict-${value}`), term.splitVerdict ?? 'each', (value) => ({ ...term, splitVerdict: value }));
    case 'takeover':
      return oneOf(t('agreements.takeover'), ['agreement', 'start', 'stop'], (value) => t(`agreements.takeover-${value}`), term.takeover ?? 'agreement', (value) => {
        const { takeover: _takeover, ...rest } = term;
        return value === 'agreement' ? rest : { ...rest, takeover: value };
      });
    default:
      return null;
  }
}

function clockChoice(term: ClockTerm, field: string, document: AgreementDocument): ChoiceField | null {
  switch (field) {
    case 'priority':
      return {
        label: t('agreements.priority'),
        options: document.priorities.map((priority) => ({ value: priority.id, label: priority.name === priority.id ? priority.id : `${priority.id}, ${priority.name}` })),
        value: term.priority,
        apply: (value) => ({ ...term, priority: value }),
      };
    case 'stop':
      return oneOf(t('agreements.stop'), ['first-response', 'resolved', 'closed'], (value) => t(`agreements.stop-${value}`), term.stop, (value) => ({ ...term, stop: value }));
    case 'cycles':
      return oneOf(t('agreements.cycles'), ['last', 'any', 'sum'], (value) => t(`agreements.cycles-${value}`), term.cycles, (value) => ({ ...term, cycles: value }));
    case 'priorityCounts':
      return oneOf(t('agreements.priorityCounts'), ['at-stop', 'first', 'highest'], (value) => t(`agreements.counts-${value}`), term.priorityCounts, (value) => ({ ...term, priorityCounts: value }));
    case 'onPriorityChange':
      return oneOf(t('agreements.onPriorityChange'), ['retroactive', 'afresh'], (value) => t(`agreements.change-${value}`), term.onPriorityChange, (value) => ({ ...term, onPriorityChange: value }));
    case 'belongsTo':
      return oneOf(t('agreements.belongsTo'), ['decided', 'due', 'opened'], (value) => t(`agreements.belongs-${value}`), term.belongsTo, (value) => ({ ...term, belongsTo: value }));
    case 'maintenanceStopsClock':
      return yesNo(t('agreements.maintenanceStopsClock'), term.maintenanceStopsClock, (value) => ({ ...term, maintenanceStopsClock: value }));
    default:
      return null;
  }
}

function availabilityChoice(term: AvailabilityTerm, field: string, document: AgreementDocument): ChoiceField | null {
  switch (field) {
    case 'service': {
      const services = [...new Set(document.services.map((service) => service.service))];
      const { service: _service, ...rest } = term;
      return {
        label: t('agreements.measuredService'),
        options: [{ value: '', label: t('agreements.eachService') }, ...services.map((service) => ({ value: service, label: service }))],
        value: term.service ?? '',
        apply: (value) => (value === '' ? rest : { ...rest, service: value }),
      };
    }
    case 'gapPolicy':
      return oneOf(t('agreements.gapPolicy'), ['undetermined', 'up', 'down'], (value) => t(`agreements.gap-${value}`), term.gapPolicy, (value) => ({ ...term, gapPolicy: value }));
    case 'wholeMinutes':
      return yesNo(t('agreements.wholeMinutes'), term.wholeMinutes, (value) => ({ ...term, wholeMinutes: value }));
    case 'maintenanceLessensAgreedTime':
      return oneOf(t('agreements.maintenanceLessens'), ['yes', 'no'], (value) => t(`agreements.lessens-${value}`), term.maintenanceLessensAgreedTime ? 'yes' : 'no', (value) => ({ ...term, maintenanceLessensAgreedTime: value === 'yes' }));
    case 'unplannedInMaintenanceCounts':
      return yesNo(t('agreements.unplannedInMaintenance'), term.unplannedInMaintenanceCounts, (value) => ({ ...term, unplannedInMaintenanceCounts: value }));
    case 'userWeighted':
      return yesNo(t('agreements.userWeighted'), term.userWeighted, (value) => ({ ...term, userWeighted: value }));
    default:
      return null;
  }
}

function metricChoice(term: MetricTerm, field: string): ChoiceField | null {
  if (field !== 'direction') return null;
  return oneOf(t('agreements.direction'), ['at-least', 'at-most', 'between'], (value) => t(`agreements.direction-${value}`), term.direction, (value) => {
    const { targetTo, ...rest } = term;
    return value === 'between' ? { ...rest, direction: value, targetTo: targetTo ?? rest.target } : { ...rest, direction: value };
  });
}

function creditChoice(term: CreditTerm, field: string, document: AgreementDocument): ChoiceField | null {
  if (field !== 'of') return null;
  const targets = document.terms.filter((other) => 'period' in other);
  return { label: t('agreements.creditOf'), options: targets.map((target) => ({ value: target.id, label: `${target.id} ${termName(target)}` })), value: term.of, apply: (value) => ({ ...term, of: value }) };
}

function oneOf<const Value extends string>(label: string, values: readonly Value[], words: (value: Value) => string, value: Value, apply: (value: Value) => Term): ChoiceField {
  return {
    label,
    options: values.map((option) => ({ value: option, label: words(option) })),
    value,
    apply: (text) => {
      const found = values.find((option) => option === text);
      return found === undefined ? null : apply(found);
    },
  };
}

function yesNo(label: string, value: boolean, apply: (value: boolean) => Term): ChoiceField {
  return oneOf(label, ['yes', 'no'], (option) => t(`agreements.${option}`), value ? 'yes' : 'no', (option) => apply(option === 'yes'));
}
