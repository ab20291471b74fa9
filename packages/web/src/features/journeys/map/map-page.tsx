/** Filled in a moment. */
export function MapPage() {
  return null;
}
