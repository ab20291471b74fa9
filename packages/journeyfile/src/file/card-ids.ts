/** The id a card has when the file gives none: step, lane and place (1 is the first). */
export function usualCardId(step: string, lane: string, place: number): string {
  return `${`${step}-${lane}`.slice(0, 74)}-${place}`;
}
