export function AtlasPage() {
  return null;
}
