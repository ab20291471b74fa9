import { describe, expect, test } from 'vitest';
import { escapeXml, round } from './markup.ts';
import type { Scene } from './scene.ts';
import { toSvg } from './svg.ts';

const NASTY = `<script>alert("1")</script> & 'x' \u0000\ud800 ok`;

const scene: Scene = {
  width: 100,
  height: 50.123456,
  title: NASTY,
  description: 'two & three',
  nodes: [
    {
      kind: 'group',
      stop: 'a"b',
      children: [
        { kind: 'text', x: 1 / 3, y: 2, text: NASTY, size: 8, weight: 600, fill: 'ink', data: { note: NASTY } },
      ],
    },
    { kind: 'rect', x: 0, y: 0, width: -4, height: 2, hatch: 'ink3' },
  ],
  stops: [{ id: 'a"b', label: NASTY, x: 0, y: 0, width: 1, height: 1, behind: null, next: {} }],
  notes: [],
};

describe('toSvg', () => {
  test('escapes every text, drops what XML forbids, keeps small text at 12 px', () => {
    const svg = toSvg(scene, { theme: 'light', interactive: true });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('\ufffd');
    expect(svg).toContain('font-size="12"');
    expect(svg).toContain('x="0.33"');
    expect(svg).toContain('height="50.12"');
    expect(svg).toContain('<rect x="0" y="0" width="0"');
  });

  test('a picture has a role, a title and a description; an interactive one has roving buttons', () => {
    const still = toSvg(scene, { theme: 'dark' });
    expect(still).toContain('role="img" aria-labelledby="d-title d-desc"');
    expect(still).not.toContain('tabindex');
    const live = toSvg(scene, { theme: 'page', interactive: true, idPrefix: 'x' });
    expect(live).toContain('role="group" aria-labelledby="x-title x-desc"');
    expect(live).toContain('data-stop="a&quot;b" role="button" tabindex="0" aria-label="&lt;script&gt;');
    expect(live).toContain('url(#x-hatch-ink3)');
    expect(live).toContain('fill="var(--ink)"');
  });

  test.each([
    [1e-9, '0'],
    [-0.001, '0'],
    [1.005, '1'],
    [2.345, '2.35'],
    [Number.NaN, '0'],
    [-3.5, '-3.5'],
  ])('%d is written %s', (value, text) => {
    expect(round(value)).toBe(text);
  });

  test('keeps line breaks, tabs and letters beyond the first plane', () => {
    expect(escapeXml('a\n\tб 😀')).toBe('a\n\tб 😀');
  });
});
