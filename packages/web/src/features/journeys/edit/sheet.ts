import type { Edit, JourneyContract, Stage } from '@continuo/core';
import { readDelimited, readSheet } from '@continuo/journeyfile';
import { newId } from './new-id.ts';

/** What a pasted sheet says, or why it says nothing. */
export type Pasted =
  | { readonly ok: true; readonly contract: JourneyContract; readonly notes: readonly string[] }
  | { readonly ok: false; readonly says: string };

/** Reads what a spreadsheet puts on the clipboard: cells between tabs, or a table as HTML. */
export function readPasted(text: string): Pasted {
  const read = readSheet(/<table[\s>]/i.test(text) ? htmlGrid(text) : readDelimited(text, '\t'));
  if (!read.ok) return { ok: false, says: read.problems.map(({ words, todo }) => `${words} ${todo}`.trim()).join(' ') };
  return { ok: true, contract: read.value, notes: read.notes };
}

/** Cells of the first table; a cell over several columns stands in the first of them, as in a sheet. */
export function htmlGrid(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return [...(table?.rows ?? [])].map((row) =>
    [...row.cells].flatMap((cell) => [
      cellText(cell),
      ...Array.from({ length: Math.min(400, cell.colSpan) - 1 }, () => ''),
    ]),
  );
}

function cellText(cell: HTMLElement): string {
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\n');
  return (cell.textContent ?? '').replace(/[ \t]+/g, ' ').trim();
}

/**
 * Edits that put a sheet behind what is there: its stages with ids of their own, its lanes under those of the same kind and
 * name.
 */
export function appendSheet(draft: JourneyContract, sheet: JourneyContract): readonly Edit[] {
  const lanes = new Map<string, string>();
  const edits: Edit[] = [];
  let lastLane = draft.lanes.at(-1)?.id ?? null;
  for (const lane of sheet.lanes) {
    const same = draft.lanes.find((one) => one.kind === lane.kind && one.title === lane.title);
    const id = same?.id ?? newId('lane');
    lanes.set(lane.id, id);
    if (same) continue;
    edits.push({ kind: 'add-lane', lane: { ...lane, id }, after: lastLane, cells: {} });
    lastLane = id;
  }
  let last = draft.stages.at(-1)?.id ?? null;
  for (const stage of sheet.stages) {
    const anew = renamed(stage, lanes);
    edits.push({ kind: 'add-stage', stage: anew, after: last });
    last = anew.id;
  }
  return edits;
}

function renamed(stage: Stage, lanes: ReadonlyMap<string, string>): Stage {
  return {
    ...stage,
    id: newId('stage'),
    // A sheet knows no groups.
    blocks: stage.blocks.flatMap((block) =>
      block.kind !== 'step'
        ? []
        : [
            {
              ...block,
              id: newId('step'),
              cells: Object.fromEntries(
                Object.entries(block.cells).map(([lane, cards]) => [
                  lanes.get(lane) ?? lane,
                  cards.map((card) => ({ ...card, id: newId('card') })),
                ]),
              ),
            },
          ],
    ),
  };
}
