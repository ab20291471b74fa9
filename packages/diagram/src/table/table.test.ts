import { describe, expect, test } from 'vitest';
import { AIRLINE } from '../test/airline.ts';
import {
  FLOW,
  FLOW_INPUT,
  FUNNEL,
  FUNNEL_INPUT,
  RETENTION,
  RETENTION_INPUT,
  TIMELINE,
  VARIANTS,
} from '../test/airline-answers.ts';
import { type Table, tableToCsv } from './table.ts';
import * as tables from './tables.ts';

describe('tables', () => {
  test.each<[string, Table, number]>([
    ['steps', tables.pathGraphNodesTable(AIRLINE), 14],
    ['moves', tables.pathGraphEdgesTable(AIRLINE), 23],
    ['flow', tables.flowTable(FLOW, FLOW_INPUT), FLOW.links.length],
    ['routes', tables.routesTable(VARIANTS), 5],
    ['funnel', tables.funnelTable(FUNNEL, FUNNEL_INPUT), 4],
    ['timeline', tables.timelineTable(TIMELINE), 13],
    ['cohorts', tables.cohortsTable(RETENTION, RETENTION_INPUT), 5],
    ['loop', tables.loopTable(RETENTION), 7],
  ])('%s: one row for each thing drawn, a value for each column', (id, table, rows) => {
    expect(table.id).toBe(id);
    expect(table.rows).toHaveLength(rows);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(new Set(table.columns.map((column) => column.id)).size).toBe(table.columns.length);
  });

  test('the moves of a filtered view say which are in the picture, whatever their names', () => {
    const view = { activities: ['Phone us'], edges: [{ from: 'Phone us', to: 'Phone us' }], explainedRuns: 0, runs: 1 };
    const shown = tables.pathGraphEdgesTable({ ...AIRLINE, view }).rows.filter((row) => row.at(-1) === 'yes');
    expect(shown.map((row) => [row[0], row[1]])).toEqual([['Phone us', 'Phone us']]);
  });

  test('what is not measured is empty in the file, never 0', () => {
    const csv = tableToCsv(tables.cohortsTable(RETENTION, RETENTION_INPUT));
    expect(csv.split('\r\n')[5]).toBe('Sep 2026,131,131,,,,,,3');
  });

  test('CSV quotes, keeps numbers, writes instants in UTC and defuses formulas', () => {
    const table: Table = {
      id: 't',
      title: 't',
      columns: [
        { id: 'a', label: 'A', kind: 'text' },
        { id: 'b', label: 'B', kind: 'count' },
        { id: 'c', label: 'C', kind: 'time' },
      ],
      rows: [
        ['say "hi", you\nthere', -1.5, 0],
        ['=1+1', 2, null],
        ['-5', 3, 1_700_000_000_000],
        ['@x', null, null],
      ],
    };
    expect(tableToCsv(table)).toBe(
      'a,b,c\r\n"say ""hi"", you\nthere",-1.5,1970-01-01T00:00:00.000Z\r\n' +
        "'=1+1,2,\r\n-5,3,2023-11-14T22:13:20.000Z\r\n'@x,,\r\n",
    );
  });
});
