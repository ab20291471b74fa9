import type { Judging, LiveMessage, Present } from '@continuo/contract';
import type { JourneyRef } from '@continuo/state';
import type { FastifyReply } from 'fastify';
import type { Services } from '../../../platform/services.ts';
import { Room } from './room.ts';

/** Edits and versions of other processes are found this often, and only while somebody listens. */
const POLL_MS = 1_000;
/** Keeps proxies from closing a quiet line. */
const HEARTBEAT_MS = 15_000;
/** Then the line is closed and the browser opens another: whether the listener still may is asked anew. */
const LONGEST_MS = 10 * 60_000;
/** A listener that takes nothing for so long that this much waits is let go; it comes back and reads on. */
const MOST_WAITING_BYTES = 4_000_000;

/** Who looks at which journey, in this process. Presence is known to this process only; edits to all. */
export class LiveHub {
  readonly #services: Services;
  readonly #rooms = new Map<string, Room>();
  readonly #open = new Set<() => void>();
  #poll: NodeJS.Timeout | null = null;

  constructor(services: Services) {
    this.#services = services;
  }

  #room(ref: JourneyRef): Room {
    const key = keyOf(ref);
    const found = this.#rooms.get(key) ?? new Room(this.#services, ref);
    this.#rooms.set(key, found);
    return found;
  }

  /**
   * Sends an event stream from the edit after `since` on, until the listener leaves or the server closes. When a named editor's
   * line ends, the others see it leave; if it comes back, it says again where it looks.
   */
  listen(
    reply: FastifyReply,
    ref: JourneyRef,
    { since, client }: { readonly since: number; readonly client: string | null },
  ): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Some proxies hold a reply back until it ends.
      'x-accel-buffering': 'no',
    });
    const send = (message: LiveMessage): void => {
      if (raw.writableLength > MOST_WAITING_BYTES) raw.destroy();
      else raw.write(`event: ${message.kind}\ndata: ${JSON.stringify(message)}\n\n`);
    };
    const leave = this.#room(ref).join({ seq: since, send });
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    const end = (): void => {
      raw.end();
    };
    const longest = setTimeout(end, LONGEST_MS);
    this.#open.add(end);
    this.#poll ??= setInterval(() => this.#look(), POLL_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      clearTimeout(longest);
      leave();
      if (client !== null) this.#rooms.get(keyOf(ref))?.see({ client, name: '', at: null }, true);
      this.#open.delete(end);
      this.#forgetEmpty();
    });
  }

  #look(): void {
    for (const room of this.#rooms.values()) room.wake();
    this.#forgetEmpty();
  }

  #forgetEmpty(): void {
    for (const [key, room] of this.#rooms) if (room.isEmpty) this.#rooms.delete(key);
    if (this.#open.size > 0 || this.#poll === null) return;
    clearInterval(this.#poll);
    this.#poll = null;
  }

  /** Who looks at it after this. */
  see(ref: JourneyRef, present: Present, isLeaving: boolean): readonly Present[] {
    return this.#room(ref).see(present, isLeaving);
  }

  /** Something of this journey changed: tell those who look at it. */
  changed(ref: JourneyRef): void {
    this.#rooms.get(keyOf(ref))?.wake();
  }

  /** How far a judging of this journey is. */
  judging(ref: JourneyRef, judgedBy: 'in-force' | 'draft' | number, judging: Judging): void {
    this.#rooms.get(keyOf(ref))?.judging(judgedBy, judging);
  }

  /** Ends every stream. */
  close(): void {
    for (const end of this.#open) end();
    if (this.#poll !== null) clearInterval(this.#poll);
    this.#poll = null;
  }
}

function keyOf({ workspace, id }: JourneyRef): string {
  return `${workspace}/${id}`;
}
