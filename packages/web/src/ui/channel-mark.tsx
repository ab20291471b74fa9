import {
  CircleDashed,
  ConciergeBell,
  Globe,
  Handshake,
  type LucideIcon,
  Mail,
  Megaphone,
  MessageCircle,
  Phone,
  Plane,
  Smartphone,
  Sofa,
  Truck,
} from 'lucide-react';
import { CHANNEL_WORDS } from '../words/marks.ts';
import styles from './marks.module.css';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  web: Globe,
  app: Smartphone,
  email: Mail,
  desk: ConciergeBell,
  store: ConciergeBell,
  phone: Phone,
  lounge: Sofa,
  chat: MessageCircle,
  social: Megaphone,
  aboard: Plane,
  partner: Handshake,
  delivery: Truck,
  field: Truck,
};

/** Channels that share the colour of another. */
const LIKE: Readonly<Record<string, string>> = { store: 'desk', field: 'lounge', delivery: 'lounge' };

/** Name of a channel as people read it; text we do not know stays as it came, and none is "not known". */
export function channelName(channel: string): string {
  if (channel === '') return CHANNEL_WORDS.none;
  return CHANNEL_WORDS.names[channel.toLowerCase()] ?? channel;
}

/** Icon of a channel alone, where its name stands beside it. */
export function ChannelIcon({ channel, size }: { readonly channel: string; readonly size: number }) {
  const id = channel.toLowerCase();
  const Icon = ICONS[id] ?? CircleDashed;
  return (
    <Icon size={size} strokeWidth={1.75} className={styles.icon} data-channel={LIKE[id] ?? id} aria-hidden="true" />
  );
}

/** Icon of a channel with its name, seen or only spoken. */
export function ChannelMark({
  channel,
  size = 14,
  isNamed = false,
}: {
  readonly channel: string;
  readonly size?: number;
  readonly isNamed?: boolean;
}) {
  const id = channel.toLowerCase();
  const Icon = ICONS[id] ?? CircleDashed;
  const name = channelName(channel);
  return (
    <span className={styles.channel} data-channel={LIKE[id] ?? id} title={isNamed ? undefined : name}>
      <Icon size={size} strokeWidth={1.75} aria-hidden="true" />
      <span className={isNamed ? undefined : 'sr'}>{name}</span>
    </span>
  );
}
