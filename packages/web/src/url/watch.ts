import {
  MEASURED_ANSWERS,
  MEASURED_CALLBACKS,
  MEASURED_MAP_FACTS,
  MEASURED_STEP_FACTS,
  type Measured,
} from '@continuo/core';
import { type Filter, pack, readFilters, unpack, writeFilters } from './filters.ts';

/** What a dialog over a number watches. */
export interface WatchWished {
  readonly measured: Measured;
  readonly filters: readonly Filter[];
}

/** A watch to be made as it stands in an address: `step:month-in-the-sun:pick-up-bag:harmed`, its filters behind a semicolon. */
export function writeWatch({ measured, filters }: WatchWished): string {
  const written = writeFilters(filters);
  return `${pack(partsOf(measured))}${written === undefined ? '' : `;${written}`}`;
}

function partsOf(measured: Measured): readonly string[] {
  switch (measured.kind) {
    case 'events':
      return [measured.kind, measured.activity ?? '', measured.channel ?? ''];
    case 'answers':
      return [measured.kind, measured.activity ?? '', measured.which];
    case 'map':
      return [measured.kind, measured.journey, measured.fact];
    case 'step':
      return [measured.kind, measured.journey, measured.step, measured.which];
    case 'callbacks':
      return [measured.kind, measured.which];
    case 'source':
      return [measured.kind, String(measured.source)];
    case 'arrivals':
      return [measured.kind];
  }
}

/** Reads what `writeWatch` wrote; null when it cannot be read. */
export function readWatch(text: string): WatchWished | null {
  const [, first = '', rest] = /^((?:[^;~]|~.)*)(?:;(.+))?$/s.exec(text) ?? [];
  const measured = readMeasured(unpack(first));
  const filters = readFilters(rest);
  return measured === null || filters === null ? null : { measured, filters };
}

function readMeasured([kind, first = '', second = '', third = '', ...more]: readonly string[]): Measured | null {
  if (more.length > 0) return null;
  const is = <Word extends string>(words: readonly Word[], word: string) => words.find((one) => one === word) ?? null;
  switch (kind) {
    case 'events':
      return { kind, activity: first || null, channel: second || null };
    case 'answers': {
      const which = is(MEASURED_ANSWERS, second);
      return which && { kind, activity: first || null, which };
    }
    case 'map': {
      const fact = is(MEASURED_MAP_FACTS, second);
      return first !== '' && fact ? { kind, journey: first, fact } : null;
    }
    case 'step': {
      const which = is(MEASURED_STEP_FACTS, third);
      return first !== '' && second !== '' && which ? { kind, journey: first, step: second, which } : null;
    }
    case 'callbacks': {
      const which = is(MEASURED_CALLBACKS, first);
      return which && { kind, which };
    }
    case 'source':
      return /^[1-9]\d{0,8}$/.test(first) ? { kind, source: Number(first) } : null;
    case 'arrivals':
      return { kind };
    default:
      return null;
  }
}
