import type { ScopeInput } from '@continuo/contract';
import { ALL_TIME, Problem } from '@continuo/core';

/** What was typed about the scope. */
export interface TypedScope {
  readonly unit?: string | undefined;
  readonly gap?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly scope?: string | undefined;
}

/** The scope as the API takes it. Throws `input.invalid` naming the option that cannot be read. */
export function scopeFrom(typed: TypedScope): ScopeInput {
  if (typed.scope !== undefined) return readJson(typed.scope, '--scope') as ScopeInput;
  const range =
    typed.from === undefined && typed.to === undefined
      ? undefined
      : {
          fromMs: typed.from ? instant(typed.from, '--from') : ALL_TIME.fromMs,
          toMs: typed.to ? instant(typed.to, '--to') : ALL_TIME.toMs,
        };
  return {
    unit: typed.unit as 'person' | 'case' | 'gap',
    ...(range ? { range } : {}),
    ...(typed.gap === undefined ? {} : { gapMs: hours(typed.gap) }),
  };
}

/** JSON of an option. Throws `input.invalid` when it is none. */
export function readJson(text: string, option: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('input.invalid', `${option} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

/** Milliseconds since 1970 of an option. Throws `input.invalid` when it is no time. */
export function instant(text: string, option: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms))
    throw new Problem('input.invalid', `${option} is not a time: “${text}”. Write for instance 2026-10-01T00:00:00Z.`);
  return ms;
}

function hours(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Problem('input.invalid', `--gap is not a number of hours: “${text}”.`);
  return Math.round(value * 3_600_000);
}
