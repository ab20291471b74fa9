/** Names of the colours; each has one value in the light and one in the dark theme. */
export type TokenName = keyof typeof LIGHT;

const LIGHT = {
  canvas: '#f6f6f3',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#efefeb',
  ink: '#1b1d22',
  ink2: '#474c57',
  ink3: '#636975',
  line: '#e3e4e0',
  line2: '#c9ccc8',
  control: '#858b95',
  accent: '#4b44c4',
  'accent-ink': '#ffffff',
  'accent-soft': '#ecebfa',
  'volume-1': '#e6e5f6',
  'volume-2': '#c3c0ea',
  'volume-3': '#9893da',
  'volume-4': '#6b64c8',
  'volume-5': '#3f38a8',
  good: '#054744',
  'good-soft': '#dcefec',
  watch: '#8d671d',
  'watch-soft': '#fdf3da',
  alert: '#8a0f1c',
  'alert-soft': '#fce4e6',
  'not-known': '#636975',
  'not-known-soft': '#ededea',
  'felt-unhappy': '#a63c06',
  'felt-uneasy': '#cf7432',
  'felt-neutral': '#868c96',
  'felt-pleased': '#4a8fc9',
  'felt-happy': '#174f8a',
  'felt-unhappy-soft': '#f9dccb',
  'felt-neutral-soft': '#ecedee',
  'felt-happy-soft': '#cfe2f2',
  'channel-web': '#2757b6',
  'channel-app': '#0d9298',
  'channel-store': '#05492d',
  'channel-email': '#60620e',
  'channel-delivery': '#b38143',
  'channel-phone': '#af4562',
  'channel-social': '#5e1f59',
  'channel-chat': '#9e76f2',
} as const;

const DARK: Readonly<Record<TokenName, string>> = {
  canvas: '#121418',
  surface: '#1a1d23',
  raised: '#22262e',
  sunken: '#0d0f12',
  ink: '#ebedf2',
  ink2: '#b7bdc9',
  ink3: '#9299a7',
  line: '#2b3039',
  line2: '#3b424e',
  control: '#737b8a',
  accent: '#a29cff',
  'accent-ink': '#14131f',
  'accent-soft': '#2a2850',
  'volume-1': '#25244a',
  'volume-2': '#37357a',
  'volume-3': '#544fb0',
  'volume-4': '#7d78dc',
  'volume-5': '#b3afff',
  good: '#7fdcc4',
  'good-soft': '#12302b',
  watch: '#f5d13d',
  'watch-soft': '#332c08',
  alert: '#ff8a80',
  'alert-soft': '#451a1c',
  'not-known': '#9299a7',
  'not-known-soft': '#262a31',
  'felt-unhappy': '#ff9147',
  'felt-uneasy': '#b0673c',
  'felt-neutral': '#757c88',
  'felt-pleased': '#5285b5',
  'felt-happy': '#86c5ff',
  'felt-unhappy-soft': '#47230f',
  'felt-neutral-soft': '#262a31',
  'felt-happy-soft': '#16304b',
  'channel-web': '#447be4',
  'channel-app': '#a8ebf9',
  'channel-store': '#61ba8b',
  'channel-email': '#f5de87',
  'channel-delivery': '#f58e02',
  'channel-phone': '#d24d47',
  'channel-social': '#a97c9a',
  'channel-chat': '#c4a4fe',
};

export type ThemeName = 'light' | 'dark';

/** The colours of both themes. Status is never told by colour alone: each has its glyph as well. */
export const TOKENS: Readonly<Record<ThemeName, Readonly<Record<TokenName, string>>>> = { light: LIGHT, dark: DARK };

/** Family of every text in every drawing. */
export const FONT_FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";

function declarations(theme: ThemeName): string {
  return Object.entries(TOKENS[theme])
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}

/** The same tokens as CSS custom properties: light by default, dark by the system's wish or by `data-theme`. */
export function themeCss(): string {
  const light = `color-scheme:light;${declarations('light')}`;
  const dark = `color-scheme:dark;${declarations('dark')}`;
  return [
    `:root,[data-theme='light']{${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${dark}}}`,
    `[data-theme='dark']{${dark}}`,
    '',
  ].join('\n');
}
