/** Filled in a moment. */
export function GapsPage() {
  return null;
}
