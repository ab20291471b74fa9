import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText, textWidth, wrapText } from './text-width.ts';

describe('text width', () => {
  // Widths that Chromium measured for Inter Variable with tabular figures, px.
  test.each([
    ['0123456789', 100, 400, 648],
    ['Web', 100, 600, 0],
  ] as const)('%s at %i px, weight %i', (text, size, weight, px) => {
    const width = textWidth(text, size, weight);
    if (px > 0) expect(width).toBeCloseTo(px, 0);
    else expect(width).toBeGreaterThan(150);
  });

  test('figures are tabular, marks add nothing, accents are as wide as their letter, Han is wide', () => {
    expect(textWidth('1', 12)).toBe(textWidth('8', 12));
    expect(textWidth('é', 12)).toBe(textWidth('e', 12));
    expect(textWidth('e\u0301', 12)).toBe(textWidth('e', 12));
    expect(textWidth('旅', 12)).toBe(12);
    expect(textWidth('', 12)).toBe(0);
  });

  test.each([
    ['Bag', 200, ['Bag']],
    ['', 80, ['']],
    ['Drop bag the evening before', 95, ['Drop bag the', 'evening before']],
    ['Determine necessity of stop advice', 92, ['Determine', 'necessity of s…']],
    ['check_in_drop_bag', 60, ['check_in_', 'drop_bag']],
    ['Donaudampfschifffahrt', 80, ['Donaudampf', 'schifffahrt']],
  ])('%j in %i px', (text, width, lines) => {
    expect(wrapText(text, width, 12, 600, 2)).toEqual(lines);
  });

  test('lines always fit, and never more than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapText(text, width, 12, 400, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) if ([...line].length > 1) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
          expect(textWidth(fitText(text, width, 12), 12)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
