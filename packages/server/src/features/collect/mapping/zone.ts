import { Problem } from '@continuo/core';

const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Offsets run from −12 h to +14 h; Manila and Alaska once had more, before 1970. */
const EARLIEST = 14 * HOUR + 1;
const LATEST = 12 * HOUR + 1;
const END = Date.UTC(2200, 0, 2);
const MAX_CACHED = 200_000;

/** What is known of a UTC day: its offset at both ends and the instant at which it changes. */
interface ZoneDay {
  readonly first: number;
  readonly last: number;
  /** First instant with the `last` offset; 0 when the day has one offset. */
  readonly change: number;
}

/**
 * Local times of one IANA zone as instants. A time that does not exist moves forward by the gap, an ambiguous one takes
 * the first; both are counted. Offsets come from `Intl`, once for a day; a local hour without a change is one map look-up.
 */
export class Zone {
  readonly name: string;
  /** Local times that did not exist and were moved forward. */
  moved = 0;
  /** Local times that existed twice and were taken as the first. */
  ambiguous = 0;
  readonly #format: Intl.DateTimeFormat;
  readonly #days = new Map<number, ZoneDay>();
  /** Offset of a local hour; NaN when a change is near. */
  readonly #hours = new Map<number, number>();

  /** Throws `import.mapping_incomplete` for a name that is no zone. */
  constructor(name: string) {
    this.name = name;
    try {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch (cause) {
      throw new Problem(
        'import.mapping_incomplete',
        `“${name}” is not a time zone. Use a name such as Europe/Berlin.`,
        {
          cause,
        },
      );
    }
  }

  /**
   * Instant of a local time, which is given in milliseconds as though it were UTC. Times before 1970 and after 2200, and NaN,
   * are given back as they are: they are rejected by their range.
   */
  toUtc(wall: number): number {
    if (!(wall > -DAY && wall < END)) return wall;
    const hour = Math.floor(wall / HOUR);
    let offset = this.#hours.get(hour);
    if (offset === undefined) {
      const before = this.offsetAt(wall - EARLIEST);
      offset = before === this.offsetAt(wall + LATEST + HOUR) ? before : Number.NaN;
      if (this.#hours.size >= MAX_CACHED) this.#hours.clear();
      this.#hours.set(hour, offset);
    }
    return !Number.isNaN(offset) ? wall - offset : this.#nearChange(wall);
  }

  /** Milliseconds that local time is ahead of UTC at an instant. */
  offsetAt(utc: number): number {
    const index = Math.floor(utc / DAY);
    let day = this.#days.get(index);
    if (day === undefined) {
      day = this.#lookUp(index);
      if (this.#days.size >= MAX_CACHED) this.#days.clear();
      this.#days.set(index, day);
    }
    return day.first === day.last || utc < day.change ? day.first : day.last;
  }

  #nearChange(wall: number): number {
    const before = this.offsetAt(wall - EARLIEST);
    const after = this.offsetAt(wall + LATEST);
    const early = wall - before;
    const late = wall - after;
    const isEarly = this.offsetAt(early) === before;
    const isLate = this.offsetAt(late) === after;
    if (isEarly && isLate && early !== late) {
      this.ambiguous += 1;
      return Math.min(early, late);
    }
    if (isEarly) return early;
    if (isLate) return late;
    this.moved += 1;
    return early;
  }

  #lookUp(index: number): ZoneDay {
    const start = index * DAY;
    const first = this.#measure(start);
    const last = this.#measure(start + DAY - 1);
    if (first === last) return { first, last, change: 0 };
    let low = start;
    let high = start + DAY - 1;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#measure(middle) === first) low = middle;
      else high = middle;
    }
    return { first, last, change: high };
  }

  #measure(utc: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(utc)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const whole = Math.floor(utc / 1000) * 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
  }
}
