/** Filled in a moment. */
export function PresentPage() {
  return null;
}
