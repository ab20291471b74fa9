import type { Side } from '../sides/side.ts';

/** Bytes an event on disk, by column of each table, after merging. */
export interface Disk {
  readonly columns: readonly { readonly table: string; readonly column: string; readonly bytesAnEvent: number }[];
  /** Whole tables: columns, keys and marks. */
  readonly tables: readonly { readonly table: string; readonly bytesAnEvent: number; readonly rows: number }[];
}

export async function readDisk(ours: Side, events: number): Promise<Disk> {
  const columns = (await ours.call<Record<string, unknown>[]>('disk')).value;
  const tables = (await ours.call<Record<string, unknown>[]>('parts')).value;
  return {
    columns: columns.map(({ table, column, bytes }) => ({
      table: String(table),
      column: String(column),
      bytesAnEvent: Number(bytes) / events,
    })),
    tables: tables.map(({ table, bytes, rows }) => ({
      table: String(table),
      bytesAnEvent: Number(bytes) / events,
      rows: Number(rows),
    })),
  };
}
