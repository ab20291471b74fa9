import { Problem } from '@continuo/core';
import ipaddr from 'ipaddr.js';

/** Networks inside the operator's own walls that webhooks may reach, by the operator's word. */
export type Networks = readonly (readonly [network: ipaddr.IPv4 | ipaddr.IPv6, bits: number])[];

/** Networks from a list such as `10.0.0.0/8, fd00::/8`; empty text: none. Throws `input.invalid` naming what it cannot read. */
export function parseNetworks(text: string): Networks {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      if (!ipaddr.isValidCIDR(one))
        throw new Problem('input.invalid', `“${one}” is no network. Write it like 10.0.0.0/8 or fd00::/8.`);
      return ipaddr.parseCIDR(one);
    });
}

/** How an address may be reached: like everybody's, only because the operator allowed it, or not at all. */
export type Reach = 'public' | 'allowed' | 'refused';

/**
 * Whether a webhook may go to this IP address. Public: an ordinary address of the Internet. Everything else (this machine,
 * private and link-local networks, carriers' networks, metadata services, addresses that wrap another address) only inside
 * the networks allowed. What is no address is refused.
 */
export function reachOf(address: string, allowed: Networks): Reach {
  if (!ipaddr.isValid(address)) return 'refused';
  const parsed = ipaddr.process(address);
  for (const network of allowed)
    if (network[0].kind() === parsed.kind() && parsed.match(network as [ipaddr.IPv4, number])) return 'allowed';
  const written = ipaddr.parse(address);
  if (written.range() !== 'unicast') return 'refused';
  // Of IPv6 only 2000::/3 has been handed out for the Internet.
  if (written instanceof ipaddr.IPv6 && ((written.parts[0] ?? 0) & 0xe0_00) !== 0x20_00) return 'refused';
  return 'public';
}

/** The IP address that a host of a URL is, without brackets; null when it is a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}

const PUBLIC_PORTS = new Set(['', '443', '8443']);

const refused = (message: string): Problem => new Problem('webhook.refused', message);

/**
 * Reads the address of a webhook and refuses what can be known to be wrong without asking DNS. Odd spellings of IP addresses
 * (`0x7f.1`, `2130706433`, `[::ffff:127.0.0.1]`) are what they stand for: the URL parser makes them one. Throws `webhook.refused`.
 */
export function readWebhookUrl(text: string, allowed: Networks): URL {
  if (!URL.canParse(text)) throw refused('This is no web address. It begins with https://.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused('A webhook begins with https://.');
  if (url.username !== '' || url.password !== '')
    throw refused('A name and a password do not belong into the address. Receivers check the signature instead.');
  const literal = literalAddress(url.hostname);
  // A name is judged when its addresses are known; without allowed networks http can be refused at once.
  const reach = literal === null ? (allowed.length > 0 ? 'allowed' : 'public') : reachOf(literal, allowed);
  mustBeReachable(url, reach);
  url.hash = '';
  return url;
}

/** Throws `webhook.refused` when this URL may not go to an address of this reach. */
export function mustBeReachable(url: URL, reach: Reach): void {
  if (reach === 'refused')
    throw refused(
      'This address leads to a private network or to this machine. The operator can allow it with CONTINUO_WEBHOOK_ALLOW.',
    );
  if (reach === 'allowed') return;
  if (url.protocol !== 'https:') throw refused('Across the Internet a webhook needs https.');
  if (!PUBLIC_PORTS.has(url.port)) throw refused('Across the Internet a webhook goes to port 443 or 8443.');
}
