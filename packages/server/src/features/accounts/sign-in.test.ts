import { expect, test } from 'vitest';
import { agentOf } from './sign-in.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

test.each([
  [CHROME, 'Chrome, Linux'],
  [CHROME.replace('Chrome/', 'HeadlessChrome/'), 'Chrome, Linux'],
  [`${CHROME} Edg/156.0.0.0`, 'Edge, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1',
    'Safari, iPhone',
  ],
  ['curl/8.5.0', ''],
  [undefined, ''],
])('%s is told in two words', (header, words) => {
  expect(agentOf(header)).toBe(words);
});
