import { describe, expect, test } from 'vitest';
import { parseNetworks, reachOf, readWebhookUrl } from './guard-address.ts';

const NONE = parseNetworks('');
const LAN = parseNetworks('10.0.0.0/8, 127.0.0.0/8, fd00::/8');

describe('spellings of addresses that lead inside', () => {
  test.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://127.0.1/',
    'https://127.255.255.254/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://0x7F.0x0.0x0.0x1/',
    'https://0177.0.0.1/',
    'https://0177.1/',
    'https://017700000001/',
    'https://127.0.0.1./',
    'https://%31%32%37.0.0.1/',
    'https://127。0。0。1/',
    'https://①②⑦.0.0.1/',
    'https://127.0.0.1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://0.1.2.3/',
    'https://10.0.0.1/',
    'https://10.1/',
    'https://0xa000001/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://3232235777/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/',
    'https://0xA9FEA9FE/',
    'https://100.64.0.1/',
    'https://192.0.0.170/',
    'https://192.0.2.1/',
    'https://198.18.0.1/',
    'https://198.51.100.7/',
    'https://203.0.113.9/',
    'https://192.88.99.1/',
    'https://224.0.0.1/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001::7f00:1]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[ff02::1]/',
    'https://[100::1]/',
    'https://[2001:db8::1]/',
    'https://[4000::1]/',
  ])('%s is refused', (url) => {
    expect(() => readWebhookUrl(url, NONE)).toThrow(/private network/);
  });
});

test.each([
  ['nothing', '', /no web address/],
  ['no host', 'https://', /no web address/],
  ['an octal that is none', 'https://127.0.0.08/', /no web address/],
  ['five numbers', 'https://1.2.3.4.5/', /no web address/],
  ['a file', 'file:///etc/passwd', /begins with https/],
  ['another protocol', 'gopher://example.org/', /begins with https/],
  ['a password', 'https://me:secret@example.org/', /do not belong/],
  ['a name that hides the host', 'https://example.org@127.0.0.1/', /do not belong/],
  ['http', 'http://example.org/', /needs https/],
  ['http to a public address', 'http://8.8.8.8/', /needs https/],
  ['a port of something else', 'https://example.org:25/', /port 443/],
  ['a port of something else at an address', 'https://8.8.8.8:6379/', /port 443/],
])('%s is refused', (_, url, says) => {
  expect(() => readWebhookUrl(url, NONE)).toThrow(says);
});

test.each([
  'https://hooks.example.org/a?b=c',
  'https://8.8.8.8/',
  'https://example.org:8443/',
  'https://[2606:4700::1]/',
])('%s may be tried', (url) => {
  expect(readWebhookUrl(`${url}#part`, NONE).href).toBe(url);
});

test('allowed networks may be reached by http and on any port; the rest stays refused', () => {
  expect(readWebhookUrl('http://10.2.3.4:8080/', LAN).port).toBe('8080');
  expect(readWebhookUrl('http://[fd00::5]:99/', LAN).port).toBe('99');
  expect(readWebhookUrl('http://desk.intern:8080/', LAN).hostname).toBe('desk.intern');
  expect(() => readWebhookUrl('http://192.168.0.1/', LAN)).toThrow(/private network/);
  expect(() => readWebhookUrl('http://8.8.8.8/', LAN)).toThrow(/needs https/);
});

test.each([
  ['8.8.8.8', 'public'],
  ['10.9.9.9', 'allowed'],
  ['::ffff:10.9.9.9', 'allowed'],
  ['192.168.0.1', 'refused'],
  ['', 'refused'],
  ['example.org', 'refused'],
  ['fe80::1%eth0', 'refused'],
] as const)('%s is %s', (address, reach) => {
  expect(reachOf(address, LAN)).toBe(reach);
});

test('networks are read with their spaces, and one that is none is named', () => {
  expect(parseNetworks(' ')).toEqual([]);
  expect(() => parseNetworks('10.0.0.0/8, ten')).toThrow(/“ten” is no network/);
  expect(() => parseNetworks('10.0.0.0/99')).toThrow(/is no network/);
});
