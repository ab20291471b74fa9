import type { State } from '@continuo/state';
import type { Warehouse } from '@continuo/warehouse';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

/** What every feature is given; made in `compose.ts` only. */
export interface Services {
  readonly warehouse: Warehouse;
  readonly state: State;
  readonly clock: Clock;
  readonly log: Log;
  /** Absolute path of the data folder: uploads and reject files live below it. */
  readonly folder: string;
  /** IANA zone of a new workspace. */
  readonly timeZone: string;
}
