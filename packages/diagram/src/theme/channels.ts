import type { SceneNode } from '../scene/scene.ts';
import type { TokenName } from './tokens.ts';

/** How a channel is shown: always icon and name; the colour is only the third cue. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly token: TokenName;
  /** Outline in a 16 × 16 box, to be stroked 1.5 wide. */
  readonly icon: string;
}

const channel = (id: string, name: string, token: TokenName, icon: string): Channel => ({ id, name, token, icon });

/** The channels that have an icon of their own, in the order of legends. */
export const CHANNELS: readonly Channel[] = [
  channel(
    'web',
    'Web',
    'channel-web',
    'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5zM1.75 8h12.5M8 1.75c-3.6 4-3.6 8.5 0 12.5c3.6-4 3.6-8.5 0-12.5z',
  ),
  channel(
    'app',
    'App',
    'channel-app',
    'M5.25 1.5h5.5a1.25 1.25 0 0 1 1.25 1.25v10.5a1.25 1.25 0 0 1-1.25 1.25h-5.5a1.25 1.25 0 0 1-1.25-1.25v-10.5a1.25 1.25 0 0 1 1.25-1.25zM7.25 12h1.5',
  ),
  channel('email', 'Email', 'channel-email', 'M1.75 3.25h12.5v9.5h-12.5zM2 3.75l6 5l6-5'),
  channel(
    'phone',
    'Phone',
    'channel-phone',
    'M3.5 1.75h2.25l1.25 3.25l-1.75 1.25a8.2 8.2 0 0 0 4.5 4.5l1.25-1.75l3.25 1.25v2.25a1.5 1.5 0 0 1-1.6 1.5a11.4 11.4 0 0 1-10.65-10.65a1.5 1.5 0 0 1 1.5-1.6z',
  ),
  channel(
    'chat',
    'Chat',
    'channel-chat',
    'M8 2.25c3.5 0 6.25 2.25 6.25 5.25s-2.75 5.25-6.25 5.25c-.9 0-1.8-.15-2.6-.45l-3.25 1.3l.95-2.9c-.85-.9-1.35-2-1.35-3.2c0-3 2.75-5.25 6.25-5.25z',
  ),
  channel(
    'desk',
    'Desk',
    'channel-store',
    'M1.75 13h12.5M3 13v-1.5a5 5 0 0 1 10 0v1.5M3 11.5h10M8 6.5v-2.5M6.5 3.75h3',
  ),
  channel('store', 'Store', 'channel-store', 'M2.75 6.75v7h10.5v-7M1.5 6.5l1.5-4h10l1.5 4zM6.25 13.75v-4h3.5v4'),
  channel(
    'lounge',
    'Lounge',
    'channel-delivery',
    'M3.75 7v-2.25a1.5 1.5 0 0 1 1.5-1.5h5.5a1.5 1.5 0 0 1 1.5 1.5v2.25M1.5 8.25a1.35 1.35 0 0 1 2.7 0v1.75h7.6v-1.75a1.35 1.35 0 0 1 2.7 0v4h-13zM3.5 12.25v1.5M12.5 12.25v1.5',
  ),
  channel(
    'delivery',
    'Delivery',
    'channel-delivery',
    'M1.25 3.75h8v7.75h-8zM9.25 6.25h3l2.5 2.75v2.5h-5.5M3 12.25a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0M10.25 12.25a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0',
  ),
  channel(
    'social',
    'Social',
    'channel-social',
    'M2 6.25v3.5h2.75l7 3.25v-10l-7 3.25zM4.75 9.75l1 4h2l-.8-3M14 6.75v2.5',
  ),
  channel('partner', 'Partner', 'ink3', 'M5.5 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM10.5 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z'),
  channel(
    'aboard',
    'Aboard',
    'ink3',
    'M8 1.5c.75 0 1.1.8 1.1 1.9v2.7l5.4 3.5v1.6l-5.4-1.7v2.8l1.7 1.2v1.2l-2.8-.8l-2.8.8v-1.2l1.7-1.2v-2.8l-5.4 1.7v-1.6l5.4-3.5v-2.7c0-1.1.35-1.9 1.1-1.9z',
  ),
  channel('letter', 'Letter', 'ink3', 'M1.75 3h12.5v10h-12.5zM10.25 5.25h2v2.25h-2zM4 8.25h4M4 10.5h5.5'),
  channel('other', 'Other', 'ink3', 'M3 8h.01M8 8h.01M13 8h.01'),
];

const byId = new Map(CHANNELS.map((known) => [known.id, known]));

/** Words that sources use for the same thing. */
const ALIASES: Readonly<Record<string, string>> = {
  website: 'web',
  browser: 'web',
  online: 'web',
  internet: 'web',
  mobile: 'app',
  ios: 'app',
  android: 'app',
  'mobile app': 'app',
  mail: 'email',
  'e-mail': 'email',
  newsletter: 'email',
  call: 'phone',
  telephone: 'phone',
  'call center': 'phone',
  hotline: 'phone',
  voice: 'phone',
  chatbot: 'chat',
  messenger: 'chat',
  whatsapp: 'chat',
  sms: 'chat',
  counter: 'desk',
  kiosk: 'desk',
  airport: 'desk',
  branch: 'store',
  shop: 'store',
  retail: 'store',
  courier: 'delivery',
  field: 'delivery',
  facebook: 'social',
  instagram: 'social',
  flight: 'aboard',
  air: 'aboard',
  onboard: 'aboard',
  plane: 'aboard',
  post: 'letter',
  paper: 'letter',
};

/**
 * The channel that a source's word means. Unknown words keep their own name with the icon of "other"; `''` is
 * named "Not known".
 */
export function channelOf(word: string): Channel {
  const plain = word.trim().toLowerCase();
  const known = byId.get(ALIASES[plain] ?? plain);
  if (known) return known;
  const other = byId.get('other') as Channel;
  const name = plain === '' ? 'Not known' : word.trim().charAt(0).toUpperCase() + word.trim().slice(1);
  return { ...other, name };
}

/** A channel's icon with its upper left corner at (x, y), `size` px wide. */
export function channelIcon(word: string, x: number, y: number, size: number): SceneNode {
  const { token, icon, name, id } = channelOf(word);
  const strokeWidth = id === 'other' ? 2.4 : 1.5;
  return {
    ...{ kind: 'group', x, y, scale: size / 16, title: name },
    children: [{ kind: 'path', d: icon, fill: 'none', stroke: token, strokeWidth, roundEnds: true }],
  };
}
