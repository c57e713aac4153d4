import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';

type Content = Pick<AgreementDocumentInput, 'priorities' | 'terms'>;
const hour = 3600;

/** Response and resolution in minutes or hours, priority by priority; P1 runs around the clock only where the service does. */
const usual = [
  { id: 'P1', response: 0.25, resolution: 4 },
  { id: 'P2', response: 1, resolution: 8 },
  { id: 'P3', response: 4, resolution: 24 },
  { id: 'P4', response: 8, resolution: 40 },
] as const;

/** The usual set that a person may choose to begin with: four priorities, a response and a resolution target each, and availability. */
export function usualTargets(calendar: string): Content {
  const kind = calendar === '24x7' ? ('elapsed-hours' as const) : ('business-hours' as const);
  const source = t('agreements.usualSource');
  return {
    priorities: usual.map(({ id }) => ({ id, name: t(`agreements.usual-${id}`), definition: t(`agreements.usualText-${id}`), values: [] })),
    terms: [
      ...usual.map(({ id, response }, index) => ({ id: code(index + 1), type: 'response' as const, priority: id, within: { kind, seconds: response * hour }, atLeastPercent: 95, source })),
      ...usual.map(({ id, resolution }, index) => ({ id: code(index + 5), type: 'resolution' as const, priority: id, within: { kind, seconds: resolution * hour }, atLeastPercent: 90, pauseReasons: ['customer'], source })),
      { id: code(9), type: 'availability' as const, atLeastPercent: 99.5, source: t('agreements.usualMonitoring') },
    ],
  };
}

function code(number: number): string {
  return `T-${String(number).padStart(3, '0')}`;
}
