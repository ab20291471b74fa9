import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@continuo/contract';
import { importFile } from '../sides/import-file.ts';
import { startOwnServer } from '../sides/own-server.ts';

/** `survey`: a row an answer; `records`: feedback records, a row a field, one and a half an answer. */
export type AnswersKind = 'survey' | 'records';

/** From the upload until questions see them, by the program itself. */
export interface AnswersResult {
  readonly kind: AnswersKind;
  readonly answers: number;
  readonly rows: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

const ANSWERS = 100_000;
const LOOK_EVERY_MS = 50;

/** Imports 100,000 answers to surveys in both forms, each into a server of its own; a text says why it was not measured. */
export async function measureAnswers(
  folder: string,
  say: (line: string) => void,
): Promise<readonly AnswersResult[] | string> {
  mkdirSync(folder, { recursive: true });
  const results: AnswersResult[] = [];
  for (const kind of ['survey', 'records'] as const) {
    say(`answers as ${kind}`);
    const lines = [...(kind === 'survey' ? surveyLines() : recordLines())];
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    const cost = await importInto(file);
    rmSync(file);
    if (typeof cost === 'string') return cost;
    results.push({ kind, answers: ANSWERS, rows: lines.length - 1, ...cost });
  }
  return results;
}

async function importInto(file: string): Promise<Pick<AnswersResult, 'wallMs' | 'cpuMs'> | string> {
  const server = await startOwnServer();
  if (typeof server === 'string') return server;
  try {
    const client = createClient((url, init) => fetch(url, init), `${server.url}/api/v1`);
    const cpuBefore = server.cpuMs();
    const began = performance.now();
    const { eventsStored } = await importFile(client, file, LOOK_EVERY_MS);
    if (eventsStored !== ANSWERS) throw new Error(`${eventsStored} answers were stored`);
    return { wallMs: performance.now() - began, cpuMs: server.cpuMs() - cpuBefore };
  } finally {
    await server.stop();
  }
}

/** Answers of 60,000 customers over four months. */
function answer(i: number) {
  const at = new Date(Date.UTC(2026, 0, 1) + i * 97_000).toISOString();
  const why = `"The parcel came ${i % 30} days late, and nobody told me why ${i}"`;
  return { at, customer: `c${(i * 7919) % 60_000}`, score: (i * 31) % 11, why };
}

function* surveyLines(): Generator<string> {
  yield 'response_id,customer_id,answered_at,touchpoint,channel,score,comment';
  for (let i = 0; i < ANSWERS; i += 1) {
    const { at, customer, score, why } = answer(i);
    const touchpoint = ['Delivery', 'Support', 'Check-in', 'Return'][i % 4];
    yield `r${i},${customer},${at},${touchpoint},${['email', 'web', 'app'][i % 3]},${score},${why}`;
  }
}

/** Every second answer has words. */
function* recordLines(): Generator<string> {
  yield 'submission_id,collected_at,source_type,source_name,field_id,field_type,value_text,value_number,user_id,language';
  for (let i = 0; i < ANSWERS; i += 1) {
    const { at, customer, score, why } = answer(i);
    yield `s${i},${at},survey,Delivery,nps,nps,,${score},${customer},en`;
    if (i % 2 === 0) yield `s${i},${at},survey,Delivery,why,text,${why},,${customer},en`;
  }
}
