import type { LoggedEdit } from '@continuo/contract';
import { applyEdits, blankJourney, blankStep, type Edit, type JourneyContract } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { type DraftPort, DraftStore } from './draft-store.ts';

const START: JourneyContract = {
  ...blankJourney('k', 'I buy'),
  stages: [{ id: 's', title: 'Stage', blocks: [blankStep('a', 'I look'), blankStep('b', 'I pay')] }],
};

/** A server of one draft: a log, and a line that can be cut. */
class Server {
  draft = START;
  seq = 0;
  isCut = false;
  isRefusing = false;
  /** The reply is lost though the edits got through. */
  isDeaf = false;
  readonly stores: DraftStore[] = [];
  readonly kept = new Map<string, readonly Edit[]>();
  readonly timers: (() => void)[] = [];

  open(client: string, left: readonly Edit[] = []): DraftStore {
    const port: DraftPort = {
      send: async (edits) => {
        if (this.isCut) throw { isOffline: true, says: '' };
        if (this.isRefusing) throw { isOffline: false, says: 'No.' };
        const log = edits.map(
          (edit, i): LoggedEdit => ({ seq: this.seq + i + 1, atMs: 0, actor: client, client, edit }),
        );
        this.draft = applyEdits(this.draft, edits).contract;
        this.seq += edits.length;
        for (const store of this.stores) store.heard(log);
        if (this.isDeaf) throw { isOffline: true, says: '' };
        return { seq: this.seq, draft: this.draft };
      },
      read: async () => ({ seq: this.seq, draft: this.draft }),
      keep: (edits) => this.kept.set(client, edits),
      kept: () => left,
      now: () => 1000,
      later: (call) => {
        this.timers.push(call);
        return () => {};
      },
    };
    const store = new DraftStore(port, client, this.draft, this.seq);
    this.stores.push(store);
    return store;
  }
}

const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};
const title = (id: string, value: string): Edit => ({ kind: 'set-step', id, field: 'title', value });
const titles = (contract: JourneyContract) =>
  contract.stages.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'step' ? block.title : block.kind)));

describe('the draft of one editor', () => {
  test('an edit counts at once and is saved soon', async () => {
    const server = new Server();
    const store = server.open('me');
    store.act('renamed', [title('a', 'I look around')]);
    expect(titles(store.state().contract)).toEqual(['I look around', 'I pay']);
    expect(store.state().save.kind).toBe('saving');
    await settled();
    expect(store.state().save).toEqual({ kind: 'saved', atMs: 1000 });
    expect(titles(server.draft)).toEqual(['I look around', 'I pay']);
    expect(server.kept.get('me')).toEqual([]);
  });

  test('two editors keep both what they did; of the same field the later one counts, for both alike', async () => {
    const server = new Server();
    const me = server.open('me');
    const you = server.open('you');
    server.isCut = true;
    me.act('renamed', [title('a', 'mine')]);
    you.act('renamed', [title('a', 'yours'), { kind: 'set-step', id: 'b', field: 'owner', value: 'Payments' }]);
    await settled();
    server.isCut = false;
    you.wake();
    await settled();
    expect(titles(me.state().contract)[0]).toBe('mine');
    me.wake();
    await settled();
    for (const one of [me.state().contract, you.state().contract, server.draft]) {
      expect(titles(one)[0]).toBe('mine');
      expect(one.stages[0]?.blocks[1]).toMatchObject({ owner: 'Payments' });
    }
  });

  test('without a line nothing is lost, not even over a reload', async () => {
    const server = new Server();
    const store = server.open('me');
    server.isCut = true;
    store.act('renamed', [title('a', 'one')]);
    store.act('renamed', [title('b', 'two')]);
    await settled();
    expect(store.state().save).toEqual({ kind: 'offline', waiting: 2 });
    const left = server.kept.get('me') ?? [];
    expect(left).toHaveLength(2);
    server.isCut = false;
    const again = server.open('me again', left);
    expect(titles(again.state().contract)).toEqual(['one', 'two']);
    await settled();
    expect(titles(server.draft)).toEqual(['one', 'two']);
  });

  test('edits whose reply was lost are sent again and count once', async () => {
    const server = new Server();
    const store = server.open('me');
    server.isDeaf = true;
    store.act('added', [{ kind: 'add-block', block: blankStep('c', 'I get it'), into: 's', after: 'b' }]);
    await settled();
    server.isDeaf = false;
    for (const call of server.timers.splice(0)) call();
    await settled();
    expect(titles(server.draft)).toEqual(['I look', 'I pay', 'I get it']);
    expect(store.state().contract).toEqual(server.draft);
  });

  test('undo and redo are edits too, and leave alone what others did', async () => {
    const server = new Server();
    const me = server.open('me');
    const you = server.open('you');
    me.act('deleted', [{ kind: 'remove-block', id: 'a' }]);
    you.act('renamed', [title('b', 'I pay by card')]);
    await settled();
    expect(me.undo()).toBe('deleted');
    await settled();
    expect(titles(server.draft)).toEqual(['I look', 'I pay by card']);
    expect(me.redo()).toBe('deleted');
    await settled();
    expect(titles(you.state().contract)).toEqual(['I pay by card']);
    expect(me.redo()).toBeNull();
  });

  test('what others took away is passed over by undo', async () => {
    const server = new Server();
    const me = server.open('me');
    const you = server.open('you');
    me.act('renamed', [title('a', 'one')]);
    await settled();
    you.act('deleted', [{ kind: 'remove-block', id: 'a' }]);
    await settled();
    expect(me.undo()).toBe('renamed');
    expect(me.state().undo).toHaveLength(0);
    expect(titles(me.state().contract)).toEqual(['I pay']);
  });

  test('a refusal says why and shows what the server has', async () => {
    const server = new Server();
    const store = server.open('me');
    server.isRefusing = true;
    store.act('renamed', [title('a', 'one')]);
    await settled();
    expect(store.state().save).toEqual({ kind: 'refused', says: 'No.' });
    expect(titles(store.state().contract)).toEqual(['I look', 'I pay']);
  });

  test('what a reply says anew leaves what is the same the same object, so that it is not drawn again', async () => {
    const server = new Server();
    const store = server.open('me');
    store.act('renamed', [title('a', 'one')]);
    const { contract } = store.state();
    await settled();
    server.draft = structuredClone(server.draft);
    store.act('renamed', [title('b', 'two')]);
    await settled();
    expect(store.state().contract.stages[0]?.blocks[0]).toBe(contract.stages[0]?.blocks[0]);
    expect(titles(store.state().contract)).toEqual(['one', 'two']);
  });

  test('what changes nothing is neither sent nor undone', () => {
    const store = new Server().open('me');
    store.act('renamed', [title('a', 'I look'), title('gone', 'x')]);
    expect(store.state().undo).toEqual([]);
    expect(store.undo()).toBeNull();
  });
});
