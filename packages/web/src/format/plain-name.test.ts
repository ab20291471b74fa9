import { expect, test } from 'vitest';
import { plainName } from './plain-name.ts';

test.each([
  ['brand', 'brand'],
  ['bag_drop', 'bag drop'],
  ['bagDrop', 'bag drop'],
  ['order.shipping_city', 'order shipping city'],
  ['CRM', 'CRM'],
])('%s reads “%s”', (name, text) => expect(plainName(name)).toBe(text));
