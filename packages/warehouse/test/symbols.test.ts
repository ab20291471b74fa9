import { symbolOf as symbolOfTouch } from '@continuo/core';
import { beforeAll, expect, test } from 'vitest';
import { MATCH_CASES, MATCH_RULES } from '../../core/src/journey/match-cases.ts';
import { symbolOf } from '../src/journeys/symbol.ts';
import { sql, text } from '../src/sql.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { describeEachEngine } from './each-engine.ts';

describeEachEngine('an event is the touch that the map says', ({ open }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
  });

  test.each(MATCH_CASES)('%s', async (_what, { name, channel, properties }, touch) => {
    const props = Object.keys(properties).length === 0 ? '' : JSON.stringify(properties);
    const event = sql`select toLowCardinality(${text(name)}) as name, toLowCardinality(${text(channel)}) as channel, ${text(props)} as props`;
    const rows = await warehouse.query(sql`select ${symbolOf(MATCH_RULES)} as symbol from (${event})`);
    expect(rows).toEqual([{ symbol: symbolOfTouch(touch) }]);
  });

  test('without rules nothing is on the map', async () => {
    expect(await warehouse.query(sql`select ${symbolOf([])} as symbol`)).toEqual([{ symbol: 0 }]);
  });
});
