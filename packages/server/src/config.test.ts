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

test.each([
  ['TLS before it', { CONTINUO_HOST: '0.0.0.0', CONTINUO_URL: 'https://journeys.example/' }],
  ['a guarded network', { CONTINUO_HOST: '0.0.0.0', CONTINUO_ALLOW_INSECURE: '1' }],
])('with %s it listens beyond this machine, and never without accounts', (_, environment) => {
  expect(readConfig({}, environment)).toMatchObject({ host: '0.0.0.0', mayBeOpen: false });
});

test('no account is needed on this machine alone; a public address ends that', () => {
  expect(readConfig({}, {})).toMatchObject({ mayBeOpen: true, url: null });
  expect(readConfig({}, { CONTINUO_URL: 'http://localhost:4400' })).toMatchObject({ mayBeOpen: true });
  expect(readConfig({}, { CONTINUO_URL: 'https://journeys.example/' })).toMatchObject({
    mayBeOpen: false,
    url: 'https://journeys.example',
  });
  expect(() => readConfig({}, { CONTINUO_URL: 'http://journeys.example' })).toThrow(/without https/);
});
