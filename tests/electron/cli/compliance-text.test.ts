import { expect, it } from 'vitest';
import { complianceText } from '#electron/cli/compliance.ts';
import type { ComplianceAnswer } from '#shared/compliance/contract.ts';

const row = { priority: 'P2', month: '2026-02', open: 0, cancelled: 0, coverage: { state: 'whole', measuredDays: 28, days: 28 }, verdict: 'missed' } as const;
const answer = (rows: ComplianceAnswer['rows']): ComplianceAnswer => ({ asOf: '2026-05-01T00:00:00+03:00', period: { from: '2026-02-01', to: '2026-03-01', zone: 'Europe/Helsinki' }, rows });

it('the table for people aligns shares by four decimals and names the parts of a split target', () => {
  const lines = complianceText(answer([
    { ...row, term: 'T-026', part: 'Halifax', share: { numerator: 3, denominator: 4, percent: 75, wilson95: [30.0642, 95.4413], smallSample: true } },
    { ...row, term: 'T-026', part: 'Kuopio', share: { numerator: 7, denominator: 9, percent: 77.7778, wilson95: [45.2589, 93.6775], smallSample: true } },
  ])).split('\n');
  expect(lines[3]).toContain('            75.0000  ');
  expect(lines.slice(2).map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['Term', 'Priority', 'Month', 'Part', 'Met', 'Per cent or value', '95 %', 'Open', 'Cancelled', 'Coverage', 'Verdict'],
    ['T-026', 'P2', '2026-02', 'Halifax', '3 of 4', '75.0000', '30.0642–95.4413', '0', '0', 'whole', 'missed'],
    ['T-026', 'P2', '2026-02', 'Kuopio', '7 of 9', '77.7778', '45.2589–93.6775', '0', '0', 'whole', 'missed'],
  ]);
});

it('an answer without splits has no column for parts', () => {
  expect(complianceText(answer([{ ...row, term: 'T-001', share: null }]))).not.toContain('Part');
});
