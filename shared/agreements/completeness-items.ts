/** The 24 items of a complete agreement, in the order in which they are printed. Also the closed list of clause categories. */
export const completenessItems = [
  'parties', 'purpose', 'scope', 'exclusions', 'services', 'service-hours', 'holidays', 'definitions', 'priorities', 'targets',
  'measuring', 'reporting', 'workload-limits', 'customer-duties', 'provider-duties', 'maintenance', 'escalation', 'contacts',
  'remedies', 'review', 'changes', 'term-and-notice', 'security-and-continuity', 'signatures',
] as const;
export type CompletenessItem = (typeof completenessItems)[number];
