import { ParleyError } from '#shared/errors.ts';
import { importProfileSchema, type ImportProfile, type StateMeaning } from './profile.ts';

/** Titles of the profiles that come with Parley. */
export const shippedTitles: Readonly<Record<string, string>> = {
  'servicenow-event-log': 'ServiceNow event log',
  'generic-tickets': 'generic tickets CSV',
  'generic-outages': 'generic outages CSV',
  'metric-values': 'metric values CSV',
};

const priorities = {
  '1 - Critical': 'P1', '2 - High': 'P2', '3 - Moderate': 'P3', '3 - Medium': 'P3', '3 - Normal': 'P3', '4 - Low': 'P4', '5 - Planning': 'P5',
  Critical: 'P1', Highest: 'P1', Urgent: 'P1', High: 'P2', Moderate: 'P3', Medium: 'P3', Normal: 'P3', Low: 'P4', Lowest: 'P5', Planning: 'P5',
  P1: 'P1', P2: 'P2', P3: 'P3', P4: 'P4', P5: 'P5', 1: 'P1', 2: 'P2', 3: 'P3', 4: 'P4', 5: 'P5',
};

const types = { incident: 'incident', 'service request': 'request', request: 'request', problem: 'problem', change: 'change', question: 'question', task: 'task' };

const commonStates: Record<string, StateMeaning> = {
  New: { class: 'new' },
  Open: { class: 'active' },
  Active: { class: 'active' },
  Assigned: { class: 'active' },
  'In Progress': { class: 'active' },
  'Work in Progress': { class: 'active' },
  Reopened: { class: 'active' },
  Resolved: { class: 'resolved' },
  Solved: { class: 'resolved' },
  Done: { class: 'resolved' },
  Closed: { class: 'closed' },
  'Closed Complete': { class: 'closed' },
  Cancelled: { class: 'cancelled' },
  Canceled: { class: 'cancelled' },
};

/** The states of exports in German, French and Spanish. */
const localStates: Record<string, StateMeaning> = {
  Neu: { class: 'new' }, Offen: { class: 'active' }, 'In Bearbeitung': { class: 'active' }, Wartend: { class: 'waiting', reason: 'customer' },
  Gelöst: { class: 'resolved' }, Erledigt: { class: 'resolved' }, Geschlossen: { class: 'closed' }, Abgebrochen: { class: 'cancelled' },
  Nouveau: { class: 'new' }, 'En cours': { class: 'active' }, 'En attente': { class: 'waiting', reason: 'customer' }, Résolu: { class: 'resolved' }, Clos: { class: 'closed' }, Annulé: { class: 'cancelled' },
  Nuevo: { class: 'new' }, 'En curso': { class: 'active' }, 'En espera': { class: 'waiting', reason: 'customer' }, Resuelto: { class: 'resolved' }, Cerrado: { class: 'closed' }, Cancelado: { class: 'cancelled' },
};

/** Column names as they are by default and as their English labels are. */
export const servicenowEventLog: ImportProfile = importProfileSchema.parse({
  schema: 'parley/import-profile/1',
  name: 'servicenow-event-log',
  kind: 'tickets',
  layout: 'event-log',
  columns: {
    key: 'number',
    title: ['short_description', 'short description'],
    opened: ['opened_at', 'opened'],
    updated: ['sys_updated_at', 'sys_updated_on', 'updated'],
    updates: ['sys_mod_count', 'updates'],
    resolved: ['resolved_at', 'resolved'],
    closed: ['closed_at', 'closed'],
    state: ['incident_state', 'incident state', 'state'],
    priority: ['priority'],
    type: ['sys_class_name', 'task type'],
    group: ['assignment_group', 'assignment group'],
    actor: ['sys_updated_by', 'updated by'],
    customer: ['company', 'customer'],
    service: ['business_service', 'business service', 'service'],
    site: ['site'],
    due: ['sla_due', 'sla due'],
    verdict: ['made_sla', 'made sla'],
  },
  required: ['key', 'opened', 'updated', 'updates', 'state'],
  values: {
    state: {
      ...commonStates,
      'On Hold': { class: 'waiting', reason: 'on hold' },
      'Awaiting User Info': { class: 'waiting', reason: 'customer' },
      'Awaiting Caller': { class: 'waiting', reason: 'customer' },
      'Awaiting Vendor': { class: 'waiting', reason: 'supplier' },
      'Awaiting Problem': { class: 'waiting', reason: 'problem' },
      'Awaiting Change': { class: 'waiting', reason: 'change' },
      'Awaiting Evidence': { class: 'waiting', reason: 'evidence' },
      '-100': { class: 'unknown' },
    },
    priority: priorities,
    type: types,
  },
});

export const genericTickets: ImportProfile = importProfileSchema.parse({
  schema: 'parley/import-profile/1',
  name: 'generic-tickets',
  kind: 'tickets',
  layout: 'row-per-record',
  columns: {
    key: ['key', 'id', 'ticket', 'ticket id', 'ticket no', 'ticket number', 'issue key', 'case number', 'reference', 'ticketnr', 'ticketnummer', 'vorgangsnummer', 'nummer', 'numéro', 'número', 'numero'],
    title: ['title', 'summary', 'subject', 'short description', 'titel', 'betreff', 'titre', 'sujet', 'título', 'asunto'],
    opened: ['opened', 'created', 'created at', 'created on', 'reported', 'reported at', 'submitted', 'submitted at', 'raised', 'eröffnet', 'eröffnet am', 'angelegt', 'angelegt am', 'erstellt', 'erstellt am', 'eröffnungsdatum', "date d'ouverture", 'créé', 'fecha de apertura', 'abierto'],
    firstResponse: ['first_response', 'first response', 'first response at', 'first reply', 'responded', 'responded at', 'erste reaktion', 'première réponse', 'primera respuesta'],
    resolved: ['resolved', 'resolved at', 'solved', 'solved at', 'fixed', 'gelöst', 'gelöst am', 'lösungsdatum', 'date de résolution', 'résolu', 'fecha de solución', 'resuelto'],
    closed: ['closed', 'closed at', 'geschlossen', 'geschlossen am', 'abschlussdatum', 'date de clôture', 'clos', 'fecha de cierre', 'cerrado'],
    state: ['state', 'status', 'zustand', 'statut', 'estado'],
    priority: ['priority', 'urgency', 'severity', 'priorität', 'priorité', 'prioridad'],
    type: ['type', 'ticket type', 'issue type', 'typ', 'tipo'],
    group: ['group', 'team', 'assigned team', 'assignment group', 'assigned group', 'gruppe', 'groupe', 'grupo'],
    customer: ['customer', 'company', 'organisation', 'organization', 'kunde', 'client', 'cliente'],
    service: ['service', 'application', 'system', 'dienst', 'servicio'],
    site: ['site', 'location', 'standort', 'lieu', 'sitio'],
    holdMinutes: ['hold_minutes', 'hold minutes'],
  },
  required: ['key', 'opened'],
  values: {
    state: {
      ...commonStates,
      ...localStates,
      'On hold': { class: 'waiting', reason: 'on hold' },
      Pending: { class: 'waiting', reason: 'customer' },
      'Waiting for customer': { class: 'waiting', reason: 'customer' },
      'Awaiting customer': { class: 'waiting', reason: 'customer' },
      'Waiting for supplier': { class: 'waiting', reason: 'supplier' },
      'Waiting for vendor': { class: 'waiting', reason: 'supplier' },
      Unknown: { class: 'unknown' },
    },
    priority: priorities,
    type: types,
  },
});

export const genericOutages: ImportProfile = importProfileSchema.parse({
  schema: 'parley/import-profile/1',
  name: 'generic-outages',
  kind: 'outages',
  columns: {
    key: ['key', 'id'],
    service: 'service',
    start: ['start', 'begins'],
    end: ['end', 'ends'],
    type: ['type', 'kind'],
    reason: 'reason',
    ticket: 'ticket',
    approvedBy: ['approved_by', 'approved by'],
    weight: 'weight',
    users: 'users',
    announced: ['announced', 'announced_at'],
  },
  required: ['service', 'start', 'end'],
});

export const metricValues: ImportProfile = importProfileSchema.parse({
  schema: 'parley/import-profile/1',
  name: 'metric-values',
  kind: 'metrics',
  columns: {
    metric: 'metric',
    from: 'from',
    to: 'to',
    value: 'value',
    unit: 'unit',
    numerator: 'numerator',
    denominator: 'denominator',
    service: 'service',
    customer: 'customer',
    note: 'note',
  },
  required: ['metric', 'from', 'to'],
});

/** The profiles that Parley ships, in the order in which they are shown. */
export const shippedProfiles: readonly ImportProfile[] = [servicenowEventLog, genericTickets, genericOutages, metricValues];

/** Throws `conflict` for a name or title that a shipped profile has. */
export function refuseShippedName(name: string): void {
  const isTaken = Object.entries(shippedTitles).flat().some((taken) => taken.toLowerCase() === name.trim().toLowerCase());
  if (isTaken) throw new ParleyError('conflict', `${name} comes with Parley.`, { details: [{ path: 'profile.name', message: 'already taken' }], wayOut: 'Save it under a name of your own.' });
}
