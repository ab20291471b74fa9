/** Words that go with faces and channel icons. */
export const FELT_WORDS = {
  unhappy: 'unhappy',
  neutral: 'neutral',
  happy: 'happy',
  nobody: 'nobody answered',
} as const;

const names: Readonly<Record<string, string>> = {
  web: 'Web',
  app: 'App',
  email: 'Email',
  desk: 'Desk',
  store: 'Store',
  phone: 'Phone',
  lounge: 'Lounge',
  chat: 'Chat',
  social: 'Social',
  aboard: 'Aboard',
  delivery: 'Delivery',
  field: 'Delivery',
  partner: 'Partner',
  letter: 'Letter',
};

export const CHANNEL_WORDS = { none: 'channel not known', names } as const;
