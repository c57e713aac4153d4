/** The draft of an agreement: outline, sentences, the fields that open from them, and the column on the own history. */
const outline = {
  outline: 'Outline', complete: 'complete', itemsDone: '{done} of {all}', missing: 'Missing:', andMore: 'and {count} more', itemsMissing: { one: '{count} item missing', other: '{count} items missing' },
  'group-agreement': 'Agreement', 'group-hours': 'Hours', 'group-targets': 'Targets', 'group-working-together': 'Working together',
  'state-present': 'written', 'state-missing': 'missing', 'state-not-applicable': 'does not apply',
  notWritten: 'not written', none: 'none', peopleCount: { one: '{count} person', other: '{count} people' },
  doesNotApply: 'Does not apply', notApplicable: 'Why it does not apply', notApplicableLead: 'Does not apply, because', because: 'Because', doesApply: 'It does apply',
  readOnly: 'This version is being signed or is signed: nothing in it changes. Begin the next version to change it.',
  notSaved: 'Not saved.',
  conflictTitle: 'This was changed in another window', conflictText: 'While you were changing it, the same part of the draft was changed elsewhere. Choose which one stands.', conflictTheirs: 'It now says', conflictMine: 'You wanted', conflictKeep: 'Keep what it says now', conflictUse: 'Use mine',
} as const;

const parts = {
  'side-provider-lead': 'Promised by', 'side-customer-lead': 'To', 'side-provider-missing': 'provider not set', 'side-customer-missing': 'customer not set', 'add-provider': 'Add a provider', 'add-customer': 'Add a customer', addParty: 'Add a party',
  oneParty: 'An agreement has at least one party', takeOut: 'Take it out', done: 'Done', keep: 'Keep', add: 'Add',
  addPerson: 'Name a person', addPersonAs: 'Name a person as {role}', person: 'Person', roles: 'Roles',
  addService: 'Add a service', site: 'Site', allSites: 'all sites', serviceNeeded: 'Choose the service', serviceTwice: 'This service is already in the list', serviceMeasured: 'A target measures it; change that one first', sitesCovered: 'It holds at {sites}.',
  runsFrom: 'It runs from', firstDay: 'First day', lastDay: 'Last day', datesMissing: 'dates not set', termDates: 'Term', endsBefore: 'It would end before {date}, its first day. Give a later day.',
  renewal: 'Renewal', renewsNot: 'and ends then', renewsFor: 'and renews itself for {months}', 'renewal-none': 'ends on its last day', 'renewal-automatic': 'renews itself', renewsForLabel: 'Renews for', firstOn: 'first on {date}', monthsUnit: 'months', daysUnit: 'days', minutesUnit: 'min',
  noticeLead: 'Notice is given at least', noticeTail: 'before the end', notice: 'Notice', noticeMissing: 'time not set', noticeAmount: 'At least', noticeUnit: 'Counted in', noticeNone: 'No notice', noticeBy: 'The last day of notice is', noticeByFact: 'notice by', noticeCalendar: 'Business days of',
  businessDay: 'If that day is closed', 'businessDay-preceding': 'moved to the business day before', 'businessDay-next': 'moved to the business day after', 'businessDay-none': 'never moved',
  takeoverLead: 'Tickets that are open when it begins are judged by', takeover: 'Open tickets at the change', 'takeover-start': 'the version in which they were opened', 'takeover-stop': 'the version in which they stop', 'takeover-agreement': 'as the agreement says',
  timesIn: 'Times are those of', amountsIn: 'amounts are in', zone: 'Time zone', currency: 'Currency', printedIn: 'The document is printed in', language: 'Language of the document', 'language-en': 'English', 'language-de': 'German', 'language-fr': 'French', 'language-es': 'Spanish', zoneWrong: 'There is no such zone. Write one such as Europe/Berlin.',
  reviewedEvery: 'It is reviewed every', reviewEvery: 'Reviewed every', nextReviews: 'Next: {dates}.',
  hoursLead: 'The service is promised in the hours of', serviceHours: 'Service hours', hours: 'Hours', hoursMissing: 'hours not set', hoursOf: 'Hours of {name}', noHours: 'not set', agreedHours: 'the agreed service hours', aroundTheClock: 'around the clock', typeHours: 'Type hours…', calendarName: 'Name of these hours', nameTaken: 'This name is taken', nameNeeded: 'Give it a name', useHours: 'Use these hours',
  'day-mon': 'Monday', 'day-tue': 'Tuesday', 'day-wed': 'Wednesday', 'day-thu': 'Thursday', 'day-fri': 'Friday', 'day-sat': 'Saturday', 'day-sun': 'Sunday', closed: 'closed', rangeWrong: 'Write times such as 08:00–12:00, 13:00–17:00.',
  noCalendars: 'No hours are kept in this agreement yet; closures belong to hours.', closedOf: '“{name}” is closed on', closuresOf: 'Closures of {name}', noClosures: 'no day yet', closureCount: { one: '{count} closure', other: '{count} closures' }, removeClosure: 'Remove the closure', closedFrom: 'From', closedTo: 'To', closureName: 'Name', everyYear: 'every year', dateNeeded: 'Give the day', addOnce: 'Add once', addYearly: 'Add every year', countriesInCalendar: 'Holidays of a country come in by the calendar itself.',
  addPriority: 'Add a priority', priority: 'Priority', priorityId: 'Id', priorityName: 'Name', definition: 'Definition', definitionOf: 'Definition of {name}', definitionMissing: 'definition not written', idTaken: 'This id is taken', priorityUsed: 'Targets use it: {terms}', priorityValues: 'In the tickets', priorityValuesHelp: 'As the source writes it, one a line. Without any, the id itself counts.', noValues: 'In the tickets: {id}.', inTickets: 'In the tickets: {values}.',
  withoutSource: 'Without a source: {terms}.', sourceMissing: 'source not set', sourceForAll: 'For every target that has none.', maintenanceIn: 'Agreed in {terms}.',
} as const;

const terms = {
  'targets-response': 'Response', 'targets-resolution': 'Resolution', 'targets-availability': 'Availability', 'targets-metric': 'Metrics',
  'new-response': 'Add a response target', 'new-resolution': 'Add a resolution target', 'new-availability': 'Add availability', 'new-metric': 'Add a metric', 'new-credit': 'Add a credit', 'new-exclusion': 'Add an exclusion', 'new-clause': 'Write a clause',
  priorityFirst: 'Add a priority first', hoursFirst: 'Set the service hours first', targetFirst: 'Add a target first', fillAll: 'Fill in what is empty', withinExample: '4 h or 2 business days',
  allRules: 'All rules', allRulesOf: 'All rules of {name}', moreOf: 'More for {name}', moveUp: 'Move up', moveDown: 'Move down', isFirst: 'It is the first', isLast: 'It is the last', removeTerm: 'Remove',
  within: 'Within', atLeast: 'At least', period: 'Period', hoursCounted: 'Counted in', pauses: 'Pauses', reopen: 'Reopened tickets', steps: 'Changes later', source: 'Source of the figures', metricName: 'What is measured', exclusionName: 'Name', ownName: 'Own name', method: 'Measured by', maintenance: 'Maintenance', degradationWeight: 'Weight of degraded time', shortestOutage: 'Shortest outage that counts', unit: 'Unit', target: 'Target', targetTo: 'Up to', formula: 'Formula', tiers: 'Credits', fee: 'Fee of a period', capPeriod: 'Most in a period', capYear: 'Most in a contract year', claimWithin: 'Claimed within', condition: 'What is excluded', approvalOfExclusion: 'Agreed by', capMinutes: 'At most in a period', category: 'Belongs to', heading: 'Heading', text: 'Text',
  meaningOfDuration: 'Meaning of the duration', countedAs: 'Counted as', dueIfOpened: 'due if opened {at}', keptOf: 'kept of {count}', setKey: 'set',
  'meaning-business-hours': 'business hours', 'meaning-elapsed-hours': 'elapsed hours, around the clock', 'meaning-business-days': 'business days, same clock time', 'meaning-calendar-days': 'calendar days', endOfDay: 'end of the {nth} business day', endOfSameDay: 'end of the same business day',
  'saying-business-hours': 'A business hour is 60 minutes in which the hours of the target are open.', 'saying-elapsed-hours': 'Every hour counts, at night and on closed days too.', 'saying-business-days': 'Due at the same time of day, so many business days later.', 'saying-end-of-business-day': 'Due when that business day closes.', 'saying-calendar-days': 'Every day counts, closed days too.',
  'period-calendar-month': 'calendar month', 'period-calendar-quarter': 'calendar quarter', 'period-calendar-year': 'calendar year', 'period-four-weeks': 'four weeks', 'period-4-4-5': '4, 4 and 5 weeks', 'period-month-from-day': 'month from a day on', 'period-fiscal-quarter': 'quarter of a fiscal year', fromDay: 'From day', yearStarts: 'The year starts in',
  'pauses-none': 'no pause moves the due time', 'pauses-every': 'every pause stops the clock', 'pauses-some': 'pauses with these reasons stop the clock', pauseReasons: 'Reasons', otherReason: 'Another reason',
  'reopen-gap-is-pause': 'the gap is a pause', 'reopen-gap-counts': 'the gap counts', 'reopen-new-cycle': 'the clock starts again', 'reopen-ignore-after': 'ignored after some days', ignoreAfter: 'Ignored after',
  stepFrom: 'From', addStep: 'Add a change', removeStep: 'Remove the change', stepsCount: { one: '{count} change', other: '{count} changes' },
  splitBy: 'Measured apart by', 'split-none': 'not apart', 'split-site': 'site', 'split-group': 'group', 'split-service': 'service', splitVerdict: 'Met when', 'splitVerdict-each': 'each part meets it', 'splitVerdict-overall': 'all together meet it',
  stop: 'The clock stops when', 'stop-first-response': 'the first response is recorded', 'stop-resolved': 'the ticket is resolved', 'stop-closed': 'the ticket is closed',
  cycles: 'With several cycles', 'cycles-last': 'the last cycle decides', 'cycles-any': 'one missed cycle misses', 'cycles-sum': 'the cycles are added up',
  priorityCounts: 'Priority that counts', 'counts-at-stop': 'the one at stop', 'counts-first': 'the one when it was opened', 'counts-highest': 'the highest it had',
  onPriorityChange: 'When the priority changes', 'change-retroactive': 'the new target runs from the original start', 'change-afresh': 'the new target starts afresh',
  belongsTo: 'A ticket belongs to the period in which', 'belongs-decided': 'its verdict is known', 'belongs-due': 'it is due', 'belongs-opened': 'it was opened',
  maintenanceStopsClock: 'Announced maintenance stops the clock', yes: 'yes', no: 'no',
  measuredService: 'Service', eachService: 'each service of the agreement', gapPolicy: 'Time without a monitoring result', 'gap-undetermined': 'is undetermined, both bounds are reported', 'gap-up': 'counts as available', 'gap-down': 'counts as downtime', wholeMinutes: 'Each begun minute counts whole',
  maintenanceLessens: 'Approved maintenance', 'lessens-yes': 'is taken out of the agreed time', 'lessens-no': 'is not counted as downtime', unplannedInMaintenance: 'Unplanned outages inside maintenance count', userWeighted: 'Weighted by the users affected', users: 'Users of the service', maintenanceMost: 'At most a period', maintenanceNotice: 'Announced before', maintenanceAny: 'Take approved maintenance out, without a limit', maintenanceNone: 'No maintenance is taken out',
  direction: 'Direction', 'direction-at-least': 'at least', 'direction-at-most': 'at most', 'direction-between': 'between',
  creditOf: 'If this is missed', tierBelow: 'Below', tierCredit: 'Credit', addTier: 'Add a tier', removeTier: 'Remove the tier',
} as const;

const history = {
  onYourHistory: 'On your history', livePeriod: 'Period', liveTarget: 'Target', liveInterval: 'Share with its interval', liveMonthsKept: 'Months kept',
  liveNoTargets: 'Targets that are written in the draft are measured here on your own tickets and outages.', liveNoData: 'No tickets or outages are imported yet. With them this column says what each target would have come to, month by month.', liveImport: 'Import a ticket log',
  monthsMeasured: '{whole} of {all} months measured', monthPartly: '{month} partly, {days} of {all} days', noTickets: 'no tickets', noValuesYet: 'no values', notMeasured: 'not measured', minutesDown: '{minutes} min down, {percent}',
  lateOfAll: 'within {within}, late of all', lateOnly: 'within {within}, late', minutesOfBudget: 'minutes down', cellShare: '{month}: {late} late of {all}, {verdict}',
  sayOneLate: { one: 'With {count} ticket a month, one late ticket misses the month.', other: 'With {count} tickets a month, one late ticket misses the month.' }, sayAllowed: 'With {count} tickets a month, {allowed} may be late.', sayInterval: '{kept} of {all} kept, 95\u202f% interval {low} to {high}.', sayMonths: '{kept} of {of} months kept.', sayNothing: 'Nothing was measured for this target in the period.',
} as const;

export const draftMessages = { ...outline, ...parts, ...terms, ...history } as const;
