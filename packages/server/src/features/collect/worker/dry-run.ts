import type { DryRun, ImportFormat, Mapping } from '@continuo/contract';
import { shortened } from '@continuo/core';
import { openRecords } from '../formats/open-records.ts';
import { type CompiledMapping, compileMapping } from '../mapping/compile-mapping.ts';
import { noRows } from './preview.ts';

const TIMELINES = 5;
/** People are chosen among those of the first events; with more than one moment if there are any. */
const CHOSEN_AFTER = 2_000;
const MAX_MOMENTS = 200;
const REJECTS_SHOWN = 20;

type Timeline = DryRun['timelines'][number];
type Moment = Timeline['moments'][number];

/**
 * Whole timelines of five customers, made with a mapping from the first `rows`: the best proof that ids and times are
 * right. Chosen are those with the most moments among the first 2,000 events. Moments are in order of time, then of file.
 * Throws `import.mapping_incomplete` and `import.unreadable` as an import would.
 */
export async function dryRunFile(
  path: string,
  format: ImportFormat,
  mapping: Mapping,
  workspaceZone: string,
  rows: number,
): Promise<DryRun> {
  const reader = await openRecords(path, format, { objectType: mapping.objectType });
  const compiled = compileMapping(mapping, reader.columns, {
    hasHeader: reader.hasHeader,
    workspaceZone,
    rowPerson: (record) => `row ${record + 1}`,
  });
  const people = new Map<string, Timeline>();
  let chosen: Set<string> | null = null;
  let rowsRead = 0;
  let events = 0;
  let rejected = 0;
  const rejects: DryRun['rejects'] = [];
  for await (const batch of reader.batches) {
    for (const row of batch) {
      rowsRead += 1;
      const verdict = compiled.read(row);
      if (verdict === 'left out') continue;
      if (verdict !== null) {
        rejected += 1;
        if (rejects.length < REJECTS_SHOWN) rejects.push({ line: row.line, reason: verdict.reason });
        continue;
      }
      events += 1;
      addMoment(people, chosen, compiled);
      if (chosen === null && events >= CHOSEN_AFTER) chosen = keepLongest(people);
    }
    if (rowsRead >= rows) break;
  }
  if (rowsRead === 0) throw noRows(reader);
  if (chosen === null) keepLongest(people);
  const timelines = [...people.values()];
  // Equal times keep the order of the file: the sort is stable.
  for (const timeline of timelines) timeline.moments.sort((a, b) => a.timeMs - b.timeMs);
  return { timelines, rowsRead, rejected, rejects };
}

function addMoment(people: Map<string, Timeline>, chosen: ReadonlySet<string> | null, compiled: CompiledMapping): void {
  const { fields } = compiled;
  const key = `${fields.personKind}\0${fields.person}`;
  if (chosen !== null && !chosen.has(key)) return;
  let timeline = people.get(key);
  if (timeline === undefined) {
    timeline = { person: fields.person, caseKey: fields.caseKey, moments: [] };
    people.set(key, timeline);
  }
  if (timeline.moments.length >= MAX_MOMENTS) return;
  const moment: Moment = {
    timeMs: fields.timeMs,
    activity: fields.name,
    channel: fields.channel,
    score: fields.score,
    text: shortened(fields.text),
  };
  timeline.moments.push(moment);
}

/** Forgets all but those with the most moments; of equal ones the first in the file stay. */
function keepLongest(people: Map<string, Timeline>): Set<string> {
  const ranked = [...people.entries()].sort((a, b) => b[1].moments.length - a[1].moments.length);
  for (const [key] of ranked.slice(TIMELINES)) people.delete(key);
  return new Set(people.keys());
}
