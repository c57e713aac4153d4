import type { AgreementListRow } from '#shared/agreements/contract.ts';
import type { PersonRole } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';

export const organisationFilters = ['all', 'customers', 'providers', 'ours', 'archived'] as const;
export type OrganisationFilter = (typeof organisationFilters)[number];
export const organisationPanels = ['notes', 'details', 'history', 'closed'] as const;

/** The sides that an organisation takes, in words. */
export function sidesWords(sides: readonly ('provider' | 'customer')[]): string {
  if (sides.length === 2) return t('organisations.sideBoth');
  return sides[0] === undefined ? '' : t(sides[0] === 'customer' ? 'organisations.sideCustomer' : 'organisations.sideProvider');
}

export function roleWords(role: PersonRole): string {
  return t(`organisations.role-${role}`);
}

/** Where an agreement stands: the state of what is being worked on, else of the version in force, else of the agreement. */
export function stateWords(row: AgreementListRow): { readonly state: string; readonly version: string } {
  if (row.open !== null) {
    const values = { version: row.open.version };
    return {
      state: t(`organisations.state-${row.open.state}`),
      version: row.inForce === null ? t('organisations.version', values) : t('organisations.versionBeside', { ...values, inForce: row.inForce }),
    };
  }
  return { state: t(`organisations.state-${row.state}`), version: row.inForce === null ? '' : t('organisations.version', { version: row.inForce }) };
}

/** "Europe/Zurich" as people say it: "Zurich". */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
