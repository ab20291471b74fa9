import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient } from '@continuo/contract';
import { airline, type WorldEvent } from '@continuo/synth';
import { importFile } from '../sides/import-file.ts';
import { type OwnServer, startOwnServer } from '../sides/own-server.ts';

/** Home of a workspace with the five demo maps and this many events on them. */
export interface HomeResult {
  readonly events: number;
  /** From sending to the last byte, ms: the first look after a load, and the median of ten looks once all is counted. */
  readonly firstMs: number;
  readonly warmMs: number;
  /** From the first look until nothing on it is being counted any more. */
  readonly countedMs: number;
  readonly cpuMs: number;
  readonly residentMb: number;
}

const LOOKS = 10;
const LOOK_EVERY_MS = 500;

/** Loads the demo and copies of its customers until there are so many events; a text says why it was not measured. */
export async function measureHome(
  events: number,
  folder: string,
  say: (line: string) => void,
): Promise<HomeResult | string> {
  const server = await startOwnServer();
  if (typeof server === 'string') return server;
  try {
    const client = createClient((url, init) => fetch(url, init), `${server.url}/api/v1`);
    say('home: the demo world');
    await client.call('demo');
    const world = airline({ workspace: 1 });
    const copies = Math.max(0, Math.round(events / world.length) - 1);
    if (copies > 0) await importCopies(client, world, copies, folder, say);
    const { events: stored } = await client.call('overview');
    say(`home: ${stored.toLocaleString('en')} events, looking`);
    return { events: stored, ...(await lookAt(server, client)) };
  } finally {
    await server.stop();
  }
}

async function lookAt(server: OwnServer, client: Client): Promise<Omit<HomeResult, 'events'>> {
  const cpuBefore = server.cpuMs();
  const began = performance.now();
  let home = await client.call('home');
  const firstMs = performance.now() - began;
  while (home.isCounting) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    home = await client.call('home');
  }
  const countedMs = performance.now() - began;
  const cpuMs = server.cpuMs() - cpuBefore;
  const looks: number[] = [];
  for (let i = 0; i < LOOKS; i += 1) {
    const asked = performance.now();
    await client.call('home');
    looks.push(performance.now() - asked);
  }
  const warmMs = looks.sort((a, b) => a - b)[LOOKS >> 1] as number;
  return { firstMs, warmMs, countedMs, cpuMs, residentMb: server.residentMb() };
}

async function importCopies(
  client: Client,
  world: readonly WorldEvent[],
  copies: number,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'copies.csv');
  await writeCopies(file, world, copies);
  say('home: importing');
  const { rowsRejected } = await importFile(client, file, LOOK_EVERY_MS);
  if (rowsRejected > 0) throw new Error(`${rowsRejected} rows were rejected`);
}

/** Each copy has customers and bookings of its own and lives the same days. */
async function writeCopies(file: string, world: readonly WorldEvent[], copies: number): Promise<void> {
  const out = createWriteStream(file);
  out.write('message_id,customer_id,booking,activity,time,channel,score,scale,comment,brand,country\n');
  for (let copy = 1; copy <= copies; copy += 1) {
    const lines = world.map((event) => lineOf(event, copy));
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

function lineOf(
  { id, messageId, caseKey, timeMs, name, channel, score, scale, text, properties }: WorldEvent,
  copy: number,
) {
  const booking = caseKey === '' ? '' : `${caseKey}-${copy}`;
  return [
    ...[`${messageId}-${copy}`, `${id}-${copy}`, booking, name, new Date(timeMs).toISOString(), channel],
    ...[score ?? '', scale, text, properties.brand ?? '', properties.country ?? ''],
  ]
    .map((value) => `"${String(value).replaceAll('"', '""')}"`)
    .join(',');
}
