import { closeSync, openSync, writeSync } from 'node:fs';
import { loadProperties, markov } from '@continuo/synth';
import { ACTIVITIES, CHANNELS } from '../world/names.ts';

export type ImportKind = 'csv' | 'ndjson' | 'xes';

interface Format {
  readonly head: string;
  readonly foot: string;
  /** One event; `isNew`: another customer than the one before. */
  event(one: Generated, isNew: boolean): string;
}

interface Generated {
  readonly row: number;
  readonly customer: number;
  readonly activity: string;
  readonly channel: string;
  readonly time: string;
  readonly score: number;
  readonly properties: Readonly<Record<string, string>>;
}

const FORMATS: Readonly<Record<ImportKind, Format>> = {
  csv: {
    head: 'customer,event,timestamp,channel,score,plan,country\n',
    foot: '',
    event: ({ customer, activity, time, channel, score, properties: { plan = '', country = '' } }) =>
      `c${customer},${activity},${time},${channel},${score < 0 ? '' : score},${plan},${country}\n`,
  },
  ndjson: {
    head: '',
    foot: '',
    event: ({ row, customer, activity, time, channel, properties }) =>
      `${JSON.stringify({ type: 'track', event: activity, userId: `c${customer}`, messageId: `m-${row}`, timestamp: time, channel, properties })}\n`,
  },
  xes: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n<trace><string key="concept:name" value="none"/>',
    foot: '</trace>\n</log>\n',
    event: ({ customer, activity, time, channel }, isNew) =>
      `${isNew ? `</trace>\n<trace><string key="concept:name" value="c${customer}"/>` : ''}
<event><string key="concept:name" value="${activity}"/><string key="lifecycle:transition" value="complete"/><date key="time:timestamp" value="${time}"/><string key="channel" value="${channel}"/></event>`,
  },
};

/** Writes a file of generated events for an import; returns its bytes. */
export function writeImportFile(path: string, kind: ImportKind, events: number): number {
  const format = FORMATS[kind];
  const file = openSync(path, 'w');
  let bytes = writeSync(file, format.head);
  let row = 0;
  let before = -1;
  for (const block of markov({ events, seed: 2 })) {
    let lines = '';
    for (let i = 0; i < block.rows; i += 1) {
      const customer = block.customer[i] as number;
      const one: Generated = {
        row,
        customer,
        activity: ACTIVITIES[block.activity[i] as number] as string,
        channel: CHANNELS[block.channel[i] as number] as string,
        time: new Date(block.timeMs[i] as number).toISOString(),
        score: block.score[i] as number,
        properties: loadProperties(block.properties[i] as number),
      };
      lines += format.event(one, customer !== before);
      before = customer;
      row += 1;
    }
    bytes += writeSync(file, lines);
  }
  bytes += writeSync(file, format.foot);
  closeSync(file);
  return bytes;
}
