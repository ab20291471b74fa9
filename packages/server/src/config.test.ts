import { Problem } from '@continuo/core';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('defaults: loopback, 4400, a folder here', () => {
  const config = readConfig({}, {});
  expect(config).toMatchObject({ host: '127.0.0.1', port: 4400, logLevel: 'warn' });
  expect(config.warehouse).toBe(`chdb:${config.folder}/warehouse`);
  expect(Object.isFrozen(config)).toBe(true);
});

test('wishes of the command line win', () => {
  expect(readConfig({ port: 0, folder: '/tmp/x' }, { CONTINUO_PORT: '1' })).toMatchObject({
    port: 0,
    folder: '/tmp/x',
  });
});

test.each([
  ['an unknown setting', { CONTINUO_PROT: '1' }, /Unknown setting CONTINUO_PROT/],
  ['a port that is none', { CONTINUO_PORT: 'many' }, /CONTINUO_PORT/],
  ['an address beyond this machine', { CONTINUO_HOST: '0.0.0.0' }, /will not listen on 0.0.0.0/],
])('%s is refused with its name', (_, environment, says) => {
  expect(() => readConfig({}, environment)).toThrow(says);
  expect(() => readConfig({}, environment)).toThrow(Problem);
});

test('the operator may lift the limit to this machine', () => {
  expect(readConfig({}, { CONTINUO_HOST: '0.0.0.0', CONTINUO_ALLOW_INSECURE: '1' }).host).toBe('0.0.0.0');
});
