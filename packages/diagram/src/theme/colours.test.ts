import { describe, expect, test } from 'vitest';
import { contrast, leastDifference } from '../test/colour-vision.ts';
import { CHANNELS, channelOf } from './channels.ts';
import { type ThemeName, TOKENS, type TokenName, themeCss } from './tokens.ts';

const CHANNEL_TOKENS = ['web', 'app', 'store', 'email', 'delivery', 'phone', 'social', 'chat'].map(
  (name) => `channel-${name}` as TokenName,
);
const STATUS: readonly TokenName[] = ['good', 'watch', 'alert', 'not-known'];
const FEELING: readonly TokenName[] = ['felt-unhappy', 'felt-uneasy', 'felt-neutral', 'felt-pleased', 'felt-happy'];

describe('colours', () => {
  // Measured minimums (CIEDE2000, normal · protan · deutan · tritan): a changed token that is worse fails here.
  test.each<[string, ThemeName, readonly TokenName[], readonly [number, number, number, number]]>([
    ['channels', 'light', CHANNEL_TOKENS, [22.1, 15.3, 15.7, 15.4]],
    ['channels', 'dark', CHANNEL_TOKENS, [20.3, 14.4, 14.4, 14.2]],
    ['status', 'light', STATUS, [23.5, 14.1, 13.8, 17.6]],
    ['status', 'dark', STATUS, [27.9, 15.5, 15.1, 17.5]],
    ['feeling', 'light', FEELING, [16.2, 14.8, 16.2, 17.9]],
    ['feeling', 'dark', FEELING, [13.3, 12.4, 13.0, 14.9]],
  ])('%s (%s) stay apart in every kind of colour vision', (_, theme, names, least) => {
    const found = leastDifference(names.map((name) => TOKENS[theme][name]));
    found.forEach((difference, index) => {
      expect(difference).toBeGreaterThanOrEqual((least[index] as number) - 0.051);
    });
  });

  test.each<[TokenName, TokenName, number]>([
    ['ink', 'surface', 14],
    ['ink2', 'surface', 7],
    ['ink3', 'surface', 4.5],
    ['ink3', 'canvas', 4.5],
    ['control', 'surface', 3],
    ['accent', 'surface', 4.5],
    ['accent', 'accent-soft', 4.5],
    ['good', 'good-soft', 4.5],
    ['watch', 'watch-soft', 4.5],
    ['alert', 'alert-soft', 4.5],
    ['alert', 'surface', 4.5],
    ['not-known', 'not-known-soft', 4.5],
    // Texts in the cells of the cohort table.
    ['ink', 'volume-1', 4.5],
    ['ink', 'volume-2', 4.5],
    ['ink', 'volume-3', 4.5],
    ['accent-ink', 'volume-4', 4.5],
    ['accent-ink', 'volume-5', 4.5],
    ...[...CHANNEL_TOKENS, ...FEELING].map((name): [TokenName, TokenName, number] => [name, 'surface', 3]),
  ])('%s on %s reads in both themes', (front, back, least) => {
    for (const theme of ['light', 'dark'] as const)
      expect(contrast(TOKENS[theme][front], TOKENS[theme][back])).toBeGreaterThanOrEqual(least);
  });

  test('both themes have every token, and the style sheet holds both', () => {
    expect(Object.keys(TOKENS.dark)).toEqual(Object.keys(TOKENS.light));
    const css = themeCss();
    for (const [name, value] of Object.entries(TOKENS.dark)) expect(css).toContain(`--${name}:${value};`);
    expect(css).toContain("[data-theme='dark']");
  });
});

describe('channels', () => {
  test.each([
    ['web', 'web', 'Web'],
    ['Website', 'web', 'Web'],
    [' E-Mail ', 'email', 'Email'],
    ['call', 'phone', 'Phone'],
    ['shop', 'store', 'Store'],
    ['kiosk', 'desk', 'Desk'],
    ['flight', 'aboard', 'Aboard'],
    ['carrier pigeon', 'other', 'Carrier pigeon'],
    ['', 'other', 'Not known'],
    ['constructor', 'other', 'Constructor'],
  ])('%j is shown as %s, named %s', (word, id, name) => {
    expect(channelOf(word)).toMatchObject({ id, name });
  });

  test('every channel has its own icon and a colour of the theme', () => {
    expect(new Set(CHANNELS.map((channel) => channel.icon)).size).toBe(CHANNELS.length);
    for (const { token } of CHANNELS) expect(TOKENS.light).toHaveProperty([token]);
  });
});
