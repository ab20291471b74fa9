import type { State, Switches } from '@continuo/state';
import type { Warehouse } from '@continuo/warehouse';
import type { Address } from './address.ts';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox.ts';
import type { Seal } from './seal.ts';
import type { SignedTokens } from './signed-token.ts';
import type { Timers } from './timers.ts';

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
  /** Where people reach this server: what every link for outside begins with. */
  readonly address: Address;
  /** Seals secrets that the state keeps. */
  readonly seal: Seal;
  /** Signs and reads the tokens of links for people without an account. */
  readonly tokens: SignedTokens;
  /** Who wants to know that what questions see has changed. */
  readonly changes: Changes;
  /** Things to happen at a moment. Set them with `state.timers`; say here who handles them. */
  readonly timers: Timers;
  /** Put messages with `state.outbox` or `state.webhooks`; wake it here afterwards. */
  readonly outbox: Outbox;
  /** What of single customers a workspace shows; everything that answers with comments or people asks it. */
  readonly switches: (workspace: number) => Promise<Switches>;
}
