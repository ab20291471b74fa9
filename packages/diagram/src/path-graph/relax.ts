/** A thing in a row: how much room it takes, where it stands, and what pulls at it. */
export interface Slot {
  readonly size: number;
  at: number;
  readonly pulls: readonly { readonly slot: Slot; readonly weight: number }[];
}

const ROUNDS = 16;

/** Moves the slots of each row towards those they are linked to; their order in the row never changes and none overlap. */
export function relaxRows(rows: readonly (readonly Slot[])[], gap: number): void {
  for (const row of rows)
    settle(
      row,
      row.map((slot) => slot.at),
      gap,
    );
  for (let round = 0; round < ROUNDS; round++) {
    for (let index = 0; index < rows.length; index++) {
      const row = rows[round % 2 === 0 ? index : rows.length - 1 - index] as readonly Slot[];
      const want = row.map((slot) => {
        let sum = 0;
        let total = 0;
        for (const pull of slot.pulls) {
          sum += pull.slot.at * pull.weight;
          total += pull.weight;
        }
        return total > 0 ? 0.7 * (sum / total) + 0.3 * slot.at : slot.at;
      });
      settle(row, want, gap);
    }
  }
}

/**
 * The places nearest to the wanted ones (least squares) that keep order and distance: isotonic regression by pooling
 * neighbours, after taking the room of the earlier slots away.
 */
function settle(row: readonly Slot[], want: readonly number[], gap: number): void {
  const offsets: number[] = [];
  let offset = 0;
  row.forEach((slot, index) => {
    const before = row[index - 1];
    if (before !== undefined) offset += (before.size + slot.size) / 2 + gap;
    offsets.push(offset);
  });
  const pools: { sum: number; count: number }[] = [];
  row.forEach((_, index) => {
    let pool = { sum: (want[index] as number) - (offsets[index] as number), count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  let index = 0;
  for (const pool of pools) {
    for (let k = 0; k < pool.count; k++, index++)
      (row[index] as Slot).at = pool.sum / pool.count + (offsets[index] as number);
  }
}
