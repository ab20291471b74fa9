/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

interface Entry {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isDynamicEntry?: boolean;
}

const dist = new URL('../dist/', import.meta.url);
const manifest = new URL('.vite/manifest.json', dist);
const isBuilt = existsSync(manifest);
const entries: Readonly<Record<string, Entry>> = isBuilt ? JSON.parse(readFileSync(manifest, 'utf8')) : {};

const SHELL_KB = 200;
const PAGE_KB = 260;
const STYLES_KB = 30;

function kilobytes(file: string): number {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000;
}

/** The entry and everything it needs before it can show. */
function needs(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of entries[name]?.imports ?? []) needs(next, found);
  return found;
}

function scripts(names: ReadonlySet<string>): number {
  return [...names].reduce((sum, name) => sum + kilobytes(entries[name]?.file ?? ''), 0);
}

describe.skipIf(!isBuilt)('the built app stays small (kB, gzipped)', () => {
  const shell = isBuilt ? needs('index.html') : new Set<string>();

  test('the frame around every page', () => expect(scripts(shell)).toBeLessThanOrEqual(SHELL_KB));

  const pages = Object.entries(entries).filter(([, entry]) => entry.isDynamicEntry);
  test.each(pages.map(([name]) => name))('%s, with all it needs', (name) => {
    const all = new Set([...shell, ...needs(name)]);
    expect(scripts(all)).toBeLessThanOrEqual(PAGE_KB);
    const styles = [...all].flatMap((one) => entries[one]?.css ?? []).reduce((sum, file) => sum + kilobytes(file), 0);
    expect(styles).toBeLessThanOrEqual(STYLES_KB);
  });
});
