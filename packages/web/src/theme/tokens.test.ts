/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { TOKENS } from '@continuo/diagram';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

test('pages and drawings have the same colours in both themes', () => {
  const found = new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
      name,
      { light, dark },
    ]),
  );
  for (const [name, light] of Object.entries(TOKENS.light)) {
    expect(found.get(name), name).toEqual({ light, dark: TOKENS.dark[name as keyof typeof TOKENS.dark] });
  }
});
