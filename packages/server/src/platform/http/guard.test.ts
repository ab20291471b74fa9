import { expect, test } from 'vitest';
import { ownHosts, refusalOf } from './guard.ts';

const hosts = ownHosts('127.0.0.1', 4400, 'https://Journeys.example');

test.each([
  ['our own page', { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400' }, true],
  ['no origin: a terminal', { host: 'localhost:4400' }, true],
  ['IPv6 loopback', { host: '[::1]:4400' }, true],
  ['the public address', { host: 'journeys.example', origin: 'https://journeys.example' }, true],
  ['no host at all', {}, false],
  ['a name that resolves to us', { host: 'evil.example:4400' }, false],
  ['another port of this machine', { host: '127.0.0.1:4401' }, false],
  ['a page of another site', { host: '127.0.0.1:4400', origin: 'https://evil.example' }, false],
  ['a page of another local server', { host: '127.0.0.1:4400', origin: 'http://localhost:3000' }, false],
  ['the null origin of a sandbox', { host: '127.0.0.1:4400', origin: 'null' }, false],
  ['a cross-site request without origin', { host: '127.0.0.1:4400', 'sec-fetch-site': 'cross-site' }, false],
])('%s', (_, headers, mayPass) => {
  expect(refusalOf(headers, hosts) === null).toBe(mayPass);
});
