/**
 * One column for each row and at most one row for a column, so that the sum of worths is largest; −1 for a row that gets
 * none. Pairs worth 0 are no pairs. Rows may have different lengths only when all are empty.
 * Hungarian method with potentials (Kuhn, 1955; Munkres, 1957): O(rows² · (rows + columns)).
 */
export function bestPairs(worth: readonly (readonly number[])[]): readonly number[] {
  const rows = worth.length;
  const real = worth[0]?.length ?? 0;
  // As many columns without worth as rows, so that everybody can stay alone.
  const columns = real + rows;
  const cost = (row: number, column: number): number => -(worth[row]?.[column] ?? 0);
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  // 1-based; row 0 and column 0 are the place from which a row is put in.
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const from = new Int32Array(columns + 1);
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isDone = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let at = 0;
    while (rowOf[at] !== 0) {
      isDone[at] = 1;
      const current = rowOf[at] as number;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (isDone[column]) continue;
        const reduced = cost(current - 1, column - 1) - (rowPrice[current] as number) - (columnPrice[column] as number);
        if (reduced < (slack[column] as number)) {
          slack[column] = reduced;
          from[column] = at;
        }
        if ((slack[column] as number) < least) {
          least = slack[column] as number;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (isDone[column]) {
          const owner = rowOf[column] as number;
          rowPrice[owner] = (rowPrice[owner] as number) + least;
          columnPrice[column] = (columnPrice[column] as number) - least;
        } else slack[column] = (slack[column] as number) - least;
      }
      at = next;
    }
    while (at !== 0) {
      const before = from[at] as number;
      rowOf[at] = rowOf[before] as number;
      at = before;
    }
  }
  const pairs = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= real; column++) {
    const row = (rowOf[column] as number) - 1;
    if (row >= 0 && cost(row, column - 1) < 0) pairs[row] = column - 1;
  }
  return pairs;
}
