import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openState } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'continuo-sqlite-'));
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test('a transaction that waits for a query outside itself gets an error after 30 s, not silence', async () => {
  await using state = await openState(`sqlite:${join(folder, 'state.db')}`);
  const { facts, workspaces, db } = state;
  const { id } = await workspaces.ensureDefault(db, { name: 'w', timeZone: 'UTC' });
  vi.useFakeTimers();
  const mistaken = state.transaction(async (trx) => {
    await facts.set(trx, id, 'a', '1');
    return facts.get(db, id, 'a');
  });
  const refused = expect(mistaken).rejects.toMatchObject({ code: 'state.failed', details: { reason: 'busy' } });
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;
  expect(await facts.get(db, id, 'a')).toBeNull();
  await facts.set(db, id, 'a', '2');
  expect(await facts.get(db, id, 'a')).toBe('2');
});
