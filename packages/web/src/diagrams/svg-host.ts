import { type Scene, toSvg } from '@continuo/diagram';

/** A scene as an SVG element. Its `<style>` is left out: pages forbid inline styles and bring the same rules themselves. */
export function svgOf(scene: Scene, idPrefix: string): SVGSVGElement {
  const text = toSvg(scene, { theme: 'page', interactive: scene.stops.length > 0, idPrefix });
  const bare = text.replace(/<style>[^<]*<\/style>/, '');
  const parsed = new DOMParser().parseFromString(bare, 'image/svg+xml').documentElement;
  // A stop is said in full by its own label; the figures drawn in it would be said a second time, without units.
  for (const inner of parsed.querySelectorAll('[data-stop] text')) inner.setAttribute('aria-hidden', 'true');
  return document.importNode(parsed, true) as unknown as SVGSVGElement;
}

/** The body of a focus stop; ids may hold any character, so no selector is written. */
export function stopElement(svg: Element, id: string): SVGElement | null {
  for (const element of svg.querySelectorAll<SVGElement>('[data-stop]')) {
    if (element.dataset.stop === id) return element;
  }
  return null;
}

/** Moves the roving focus. */
export function focusStop(svg: Element, id: string): boolean {
  const target = stopElement(svg, id);
  if (!target) return false;
  for (const other of svg.querySelectorAll('[data-stop][tabindex="0"]')) other.setAttribute('tabindex', '-1');
  target.setAttribute('tabindex', '0');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}
