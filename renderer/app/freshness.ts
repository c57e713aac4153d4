/** What a copy of the workspace leaves as it was. */
const allButBackups = ['workspace', 'sample', 'today', 'jobs', 'organisations', 'sites', 'people', 'notes', 'services', 'calendars', 'closures', 'agreements', 'signing', 'compliance', 'exclusions', 'imports', 'tickets', 'outages', 'maintenance', 'readings', 'history', 'search', 'views', 'attachments'];

/**
 * What a command cannot change, by the first word of its name (`agreements.edit`): the calls that keep their answers. A command that is not
 * here (an import, an undo, another process) may change everything.
 */
const untouched: Readonly<Record<string, readonly string[]>> = {
  backup: allButBackups,
  backups: allButBackups,
  views: ['workspace', 'jobs', 'organisations', 'sites', 'people', 'services', 'calendars', 'closures', 'agreements', 'signing', 'compliance', 'exclusions', 'imports', 'tickets', 'outages', 'maintenance', 'readings'],
  agreements: ['workspace', 'jobs', 'sites', 'closures', 'imports', 'outages', 'maintenance', 'readings', 'views'],
  readings: ['workspace', 'jobs', 'organisations', 'sites', 'people', 'services', 'calendars', 'closures', 'views'],
  outages: ['workspace', 'jobs', 'people', 'calendars', 'closures', 'views'],
  maintenance: ['workspace', 'jobs', 'people', 'calendars', 'closures', 'views'],
  exclusions: ['workspace', 'jobs', 'organisations', 'sites', 'people', 'services', 'calendars', 'closures', 'imports', 'views'],
  people: ['jobs', 'calendars', 'closures', 'compliance', 'tickets', 'imports', 'outages', 'maintenance', 'readings', 'views'],
};

/** Whether the answer to a query may be another one after this command. A query's key begins with the path of its call. */
export function mayChange(command: string, key: readonly unknown[]): boolean {
  const [path] = key;
  const place: unknown = Array.isArray(path) ? path[0] : null;
  if (typeof place !== 'string') return true;
  return !(untouched[command.split('.')[0] ?? '']?.includes(place) ?? false);
}
