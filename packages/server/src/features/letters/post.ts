import type { Letter, LetterScope } from '@continuo/contract';
import { letterMs, letterWeek, nextLetterMs } from '@continuo/core';
import type { Db, MailMessage, Timer } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { recoveryClock } from '../recovery/index.ts';
import type { Gathering, MappedJourney } from './gathering.ts';
import { leaveUrl } from './leave-pages.ts';
import { letterHtml, letterText } from './letter-text.ts';
import { LETTER_WORDS } from './letter-words.ts';
import { materialOf, teamsOf } from './material.ts';
import { writeLetter } from './write-letter.ts';

const KIND = 'letter.weekly';
const WEEKLY = { kind: KIND, key: 'monday' } as const;
const DEMO = { kind: KIND, key: 'demo' } as const;

/** Whom letters are written about: everything, each published map with an owner, each team. */
export function scopesOf(journeys: readonly MappedJourney[]): readonly LetterScope[] {
  const owned = journeys.filter(({ contract, entry }) => entry.version !== null && contract.owner !== null);
  return [
    { kind: 'workspace' },
    ...owned.map(({ key }): LetterScope => ({ kind: 'journey', key })),
    ...teamsOf(journeys).map((key): LetterScope => ({ kind: 'team', key })),
  ];
}

/**
 * Letters are written each Monday at 08:00 in the zone of their workspace, once a week and scope, and put into the outbox for
 * those who want them, all in one transaction. A server that was not there then writes them when it starts.
 */
export class LetterPost {
  readonly #gathering: Gathering;
  readonly #services: Services;
  readonly #off: () => void;

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
    this.#services = gathering.services;
    this.#services.timers.on(
      KIND,
      async (timer, db, written: Written) => this.#put(timer, db, written),
      async (timer) => this.#write(timer),
    );
    this.#off = this.#services.changes.on((workspace) => {
      const ensured = this.ensureTimer(workspace).catch((error: unknown) => {
        this.#services.log.error({ err: error, workspace }, 'letter.timer_failed');
      });
      void gathering.keep(ensured);
    });
  }

  /** Sees to it that every workspace has its timer. */
  async resume(): Promise<void> {
    for (const { id } of await this.#services.state.workspaces.list(this.#services.state.db))
      await this.ensureTimer(id);
  }

  close(): void {
    this.#off();
  }

  /** Sets the timer of a workspace for its next Monday, unless it is set; one that is due already stays. */
  async ensureTimer(workspace: number): Promise<void> {
    const { state, clock } = this.#services;
    await state.transaction(async (db) => {
      const { timeZone } = await state.workspaces.get(db, workspace);
      const nowMs = clock.now();
      const dueMs = await state.timers.dueOf(db, { workspace, ...WEEKLY });
      const nextMs = nextLetterMs(nowMs, timeZone);
      if (dueMs === null || (dueMs > nowMs && dueMs !== nextMs))
        await state.timers.set(db, { workspace, ...WEEKLY, dueMs: nextMs, payload: null });
    });
  }

  /** Letters of the week that a timer is for; none where there is no data, or where the demo's time stands still. */
  async #write({ workspace: id, key, dueMs }: Timer): Promise<Written> {
    const { state, clock } = this.#services;
    const workspace = await state.workspaces.get(state.db, id);
    const { isFrozen, nowMs } = await recoveryClock(this.#services, id);
    const isDemo = key === DEMO.key;
    if ((isFrozen && !isDemo) || (await state.builds.last(state.db, id)) === null) return NOTHING;
    const week = letterWeek(isDemo ? nowMs : Math.max(dueMs, clock.now()), workspace.timeZone);
    const madeMs = isDemo ? letterMs(week, workspace.timeZone) : clock.now();
    const material = await materialOf(this.#gathering, workspace);
    const letters = scopesOf(material.journeys).map((scope) => writeLetter(material, scope, week, madeMs));
    if (isDemo) return { letters, readers: [] };
    const readers: Reader[] = [];
    for (const { id: subscription, address, scope } of await state.letterSubscriptions.list(state.db, id))
      readers.push({
        ...{ subscription, address, scope },
        leave: leaveUrl(this.#services, { workspace: id, subscription }),
      });
    return { letters, readers };
  }

  async #put({ workspace: id, key }: Timer, db: Db, { letters, readers }: Written): Promise<void> {
    const { state, clock } = this.#services;
    const workspace = await state.workspaces.get(db, id);
    const nowMs = clock.now();
    const pages = this.#services.address.pagesOf(workspace);
    for (const letter of letters) {
      if (!(await state.letters.put(db, id, letter)) || key === DEMO.key) continue;
      const name = `letter-${letter.week}-${idOfScope(letter.scope)}`;
      const payload = { letter, url: `${pages}/letters/${letter.week}${searchOf(letter.scope)}` };
      await state.webhooks.announce(db, { workspace: id, id: name, type: 'letter.ready', payload, nowMs });
      for (const reader of readers)
        if (idOfScope(reader.scope) === idOfScope(letter.scope))
          await state.outbox.put(db, {
            ...{ workspace: id, id: `${name}-mail-${reader.subscription}`, nowMs },
            message: mailOf(letter, reader, pages),
          });
    }
    if (key !== DEMO.key) {
      const dueMs = nextLetterMs(nowMs, workspace.timeZone);
      await state.timers.set(db, { workspace: id, ...WEEKLY, dueMs, payload: null });
    }
  }
}

interface Reader {
  readonly subscription: number;
  readonly address: string;
  readonly scope: LetterScope;
  /** Where they end it. */
  readonly leave: string;
}

/** What is made before the transaction that keeps it. */
interface Written {
  readonly letters: readonly Letter[];
  readonly readers: readonly Reader[];
}
const NOTHING: Written = { letters: [], readers: [] };

function mailOf(letter: Letter, { address, leave }: Reader, pages: string): MailMessage {
  return {
    kind: 'mail',
    to: address,
    subject: letter.title,
    text: `${letterText(letter, pages)}\n${LETTER_WORDS.leave}: ${leave}\n`,
    html: letterHtml(letter, pages, leave),
    headers: { 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

function idOfScope(scope: LetterScope): string {
  return scope.kind === 'workspace' ? 'workspace' : `${scope.kind}-${scope.key}`;
}

/** Search part of a letter's address. */
export function searchOf(scope: LetterScope): string {
  return scope.kind === 'workspace' ? '' : `?${new URLSearchParams({ scope: scope.kind, key: scope.key })}`;
}

/** The letter of the Monday at which the demo's time stands still, written in the background by whoever has time first. */
export async function ensureDemoLetter({ state, clock, timers }: Services, workspace: number): Promise<void> {
  if ((await state.letters.lastWeek(state.db, workspace)) !== null) return;
  await state.timers.set(state.db, { workspace, ...DEMO, dueMs: clock.now(), payload: null });
  timers.wake();
}

/** Takes the demo's letters away. */
export async function removeDemoLetter({ state }: Pick<Services, 'state'>, workspace: number): Promise<void> {
  await state.timers.drop(state.db, { workspace, ...DEMO });
  await state.letters.removeAll(state.db, workspace);
}
