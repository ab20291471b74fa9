import type { SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import { channelIcon, channelOf } from '../theme/channels.ts';
import { formatCount } from '../words/format.ts';

/** A step of a route; the same step several times in a row is one chip. */
export interface Chip {
  readonly activity: string;
  readonly channel: string;
  readonly times: number;
}

/** Steps as chips: repeats in a row are counted. Steps without a channel have `''`. */
export function chipsOf(path: readonly string[], channels: readonly string[]): readonly Chip[] {
  const chips: { activity: string; channel: string; times: number }[] = [];
  path.forEach((activity, index) => {
    const last = chips[chips.length - 1];
    const channel = channels[index] ?? '';
    if (last !== undefined && last.activity === activity && last.channel === channel) last.times++;
    else chips.push({ activity, channel, times: 1 });
  });
  return chips;
}

export const CHIP_HEIGHT = 24;
const WIDEST = 204;

function partsOf(chip: Chip): { readonly text: string; readonly times: string; readonly icon: number } {
  const times = chip.times > 1 ? ` ×${formatCount(chip.times)}` : '';
  const icon = chip.channel === '' ? 0 : 18;
  return { text: fitText(chip.activity, WIDEST - 16 - icon - textWidth(times, 12, 600), 12), times, icon };
}

/** Width of a chip in px. */
export function chipWidth(chip: Chip): number {
  const { text, times, icon } = partsOf(chip);
  return Math.ceil(16 + icon + textWidth(text, 12) + textWidth(times, 12, 600));
}

/** A chip with its upper left corner at (x, y). */
export function drawChip(chip: Chip, x: number, y: number): SceneNode {
  const { text, times, icon } = partsOf(chip);
  const width = chipWidth(chip);
  const title = chip.channel === '' ? chip.activity : `${chip.activity}, ${channelOf(chip.channel).name}`;
  const children: SceneNode[] = [
    {
      ...{ kind: 'rect', x: 0, y: 0, width, height: CHIP_HEIGHT, radius: 5 },
      fill: 'surface',
      stroke: 'line2',
      strokeWidth: 1,
    },
    ...(icon === 0 ? [] : [channelIcon(chip.channel, 7, 5, 14)]),
    { kind: 'text', x: 8 + icon, y: 16.5, text, size: 12, weight: 400, fill: 'ink' },
  ];
  if (times !== '') {
    const at = 8 + icon + textWidth(text, 12);
    children.push({ kind: 'text', x: at + 3, y: 16.5, text: times.trim(), size: 12, weight: 600, fill: 'ink2' });
  }
  return { kind: 'group', x, y, title, children };
}
