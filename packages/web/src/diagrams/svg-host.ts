import { type FocusStop, type Scene, toSvg } from '@continuo/diagram';

const SVG = 'http://www.w3.org/2000/svg';
/** Smallest side of what can be walked to, CSS px (WCAG 2.5.8). */
const SMALLEST = 24;

/**
 * A scene as an SVG element. What is drawn and what is said are kept apart: the drawing is hidden from assistive
 * technology, and over it lies one button for each stop, said in full by its label. Pointers go through to the drawing,
 * so that a thin curve is still hit where it is seen. The drawing's `<style>` is left out: pages forbid inline styles.
 */
export function svgOf(scene: Scene, idPrefix: string): SVGSVGElement {
  const text = toSvg(scene, { theme: 'page', interactive: scene.stops.length > 0, idPrefix });
  const bare = text.replace(/<style>[^<]*<\/style>/, '');
  const parsed = new DOMParser().parseFromString(bare, 'image/svg+xml').documentElement;
  const svg = document.importNode(parsed, true) as unknown as SVGSVGElement;
  if (scene.stops.length === 0) return svg;
  for (const part of svg.querySelectorAll('[data-stop]')) {
    for (const name of ['role', 'tabindex', 'aria-label']) part.removeAttribute(name);
  }
  for (const child of svg.children) {
    if (child.nodeName !== 'title' && child.nodeName !== 'desc') child.setAttribute('aria-hidden', 'true');
  }
  svg.append(...scene.stops.map((stop, at) => buttonOf(stop, at === 0)));
  return svg;
}

function buttonOf(stop: FocusStop, isFirst: boolean): SVGElement {
  const button = document.createElementNS(SVG, 'rect');
  const [width, height] = [Math.max(SMALLEST, stop.width), Math.max(SMALLEST, stop.height)];
  const attributes = {
    x: stop.x - (width - stop.width) / 2,
    y: stop.y - (height - stop.height) / 2,
    width,
    height,
    fill: 'none',
    'pointer-events': 'none',
    role: 'button',
    tabindex: isFirst ? 0 : -1,
    'aria-label': stop.label,
    'data-stop': stop.id,
  };
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, String(value));
  return button;
}

/** The button of a stop; ids may hold any character, so no selector is written. */
export function stopElement(svg: Element, id: string): SVGElement | null {
  for (const element of svg.querySelectorAll<SVGElement>('[role=button][data-stop]')) {
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
