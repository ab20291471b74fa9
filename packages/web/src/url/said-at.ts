import type { SaidAt } from '@continuo/core';

/** Where something was said as it stands in an address: `step:change-planes`, `activity:Phone us`. */
export function writeSaidAt(at: SaidAt): string {
  return at.kind === 'step' ? `step:${at.step}` : `activity:${at.activity}`;
}

/** Reads what `writeSaidAt` wrote; null when it cannot be read. */
export function readSaidAt(written: string | undefined): SaidAt | null {
  const match = /^(step|activity):(.+)$/s.exec(written ?? '');
  const [, kind, name] = match ?? [];
  if (name === undefined) return null;
  return kind === 'step' ? { kind, step: name } : { kind: 'activity', activity: name };
}
