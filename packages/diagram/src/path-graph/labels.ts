import { textWidth, type Weight } from '../scene/text-width.ts';

/** A rectangle on the screen. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text looking for a place: the spots it could stand on, the best first. */
export interface Wish {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly spots: readonly { readonly x: number; readonly y: number }[];
}

const CELL = 64;

/** Taken areas, looked up by cells of 64 px, so that 1,500 labels take milliseconds. */
export class TakenRoom {
  readonly #cells = new Map<number, Area[]>();

  take(area: Area): void {
    this.#cellsOf(area, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(area);
      else this.#cells.set(key, [area]);
      return false;
    });
  }

  isFree(area: Area): boolean {
    return !this.#cellsOf(area, (key) =>
      (this.#cells.get(key) ?? []).some(
        (other) =>
          area.x < other.x + other.width &&
          other.x < area.x + area.width &&
          area.y < other.y + other.height &&
          other.y < area.y + area.height,
      ),
    );
  }

  /** Calls for each cell the area touches until the answer is true. */
  #cellsOf(area: Area, visit: (key: number) => boolean): boolean {
    const lastX = Math.floor((area.x + area.width) / CELL);
    const lastY = Math.floor((area.y + area.height) / CELL);
    for (let cx = Math.floor(area.x / CELL); cx <= lastX; cx++) {
      for (let cy = Math.floor(area.y / CELL); cy <= lastY; cy++) if (visit(cx * 100_003 + cy)) return true;
    }
    return false;
  }
}

/** The first spot (its middle, on the base line) where the text meets nothing, which is then taken; null when none is. */
export function findSpot(wish: Wish, room: TakenRoom): { readonly x: number; readonly y: number } | null {
  const width = textWidth(wish.text, wish.size, wish.weight) + 2;
  for (const spot of wish.spots) {
    const area = { x: spot.x - width / 2, y: spot.y - wish.size, width, height: wish.size + 4 };
    if (!room.isFree(area)) continue;
    room.take(area);
    return spot;
  }
  return null;
}
