import type { Store } from '#db/store.ts';
import { ticketOrder, ticketsWithNumbers } from '#db/tickets/queries.ts';
import type { Cell, CellKind, ExportInput, TicketColumn } from '#shared/exports/model.ts';
import type { TicketRow } from '#shared/tickets/model.ts';
import type { TableStream } from './export-job.ts';

const rowsAtOnce = 2000;

type Shown = { readonly kind: CellKind; readonly value: (row: TicketRow) => Cell };

const shown: Readonly<Record<TicketColumn, Shown>> = {
  key: { kind: 'text', value: (row) => row.key },
  title: { kind: 'text', value: (row) => row.title },
  opened: { kind: 'instant', value: (row) => row.openedAt },
  resolved: { kind: 'instant', value: (row) => row.resolvedAt },
  closed: { kind: 'instant', value: (row) => row.closedAt },
  firstResponse: { kind: 'instant', value: (row) => row.firstResponseAt },
  state: { kind: 'text', value: (row) => row.state },
  priority: { kind: 'text', value: (row) => row.priority },
  team: { kind: 'text', value: (row) => row.team },
  type: { kind: 'text', value: (row) => row.type },
  service: { kind: 'text', value: (row) => row.service },
  site: { kind: 'text', value: (row) => row.site },
  customer: { kind: 'text', value: (row) => row.customer },
  source: { kind: 'text', value: (row) => row.source },
};

/** The tickets that fit, in their order and with the columns that are asked for; read some thousand at a time. */
export function ticketTable(store: Store, { query, columns }: Extract<ExportInput, { kind: 'tickets' }>): TableStream {
  const order = store.read((reader) => ticketOrder(reader, query));
  return {
    columns: columns.map(({ id, ...column }) => ({ ...column, kind: shown[id].kind })),
    count: order.length,
    rows: rowsOf(store, order, columns.map(({ id }) => shown[id].value)),
  };
}

function* rowsOf(store: Store, order: Int32Array, values: readonly Shown['value'][]): Generator<readonly Cell[]> {
  for (let first = 0; first < order.length; first += rowsAtOnce) {
    const rows = store.read((reader) => ticketsWithNumbers(reader, order.subarray(first, first + rowsAtOnce)));
    for (const row of rows) yield values.map((value) => value(row));
  }
}
