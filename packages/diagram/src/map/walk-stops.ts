import type { FocusStop } from '../scene/scene.ts';

/** Stops of a grid with where the arrow keys lead: along the row, and to the nearest stop of the row above and below. */
export function walkable(stops: readonly FocusStop[]): readonly FocusStop[] {
  const rows: FocusStop[][] = [];
  for (const stop of stops) {
    const last = rows.at(-1);
    if (last?.[0] !== undefined && last[0].y === stop.y) last.push(stop);
    else rows.push([stop]);
  }
  return rows.flatMap((row, at) =>
    row.map((stop, index) => {
      const to = {
        left: row[index - 1],
        right: row[index + 1],
        up: nearest(rows[at - 1], stop),
        down: nearest(rows[at + 1], stop),
      };
      const next = Object.fromEntries(
        Object.entries(to).flatMap(([key, one]) => (one === undefined ? [] : [[key, one.id]])),
      );
      return { ...stop, next };
    }),
  );
}

function nearest(row: readonly FocusStop[] | undefined, { x }: FocusStop): FocusStop | undefined {
  return row?.reduce((best, stop) => (Math.abs(stop.x - x) < Math.abs(best.x - x) ? stop : best));
}
