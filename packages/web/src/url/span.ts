const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
type Unit = keyof typeof UNITS;

/** A span as it stands in an address, for instance `14d`, in the largest unit that divides it; at least a minute. */
export function writeSpan(ms: number): string {
  for (const unit of ['w', 'd', 'h'] as const) {
    if (ms >= UNITS[unit] && ms % UNITS[unit] === 0) return `${ms / UNITS[unit]}${unit}`;
  }
  return `${Math.max(1, Math.round(ms / UNITS.m))}m`;
}

/** Milliseconds of a span such as `14d`; null when the text is not one or it is not positive. */
export function readSpan(text: string | undefined): number | null {
  const match = /^(\d{1,6})([mhdw])$/.exec(text ?? '');
  if (!match) return null;
  const ms = Number(match[1]) * UNITS[match[2] as Unit];
  return ms > 0 ? ms : null;
}
