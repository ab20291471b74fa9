import { FONT_FAMILY, type ThemeName, TOKENS, type TokenName } from '../theme/tokens.ts';
import { attribute, attributes, escapeXml, round } from './markup.ts';
import type { Common, Fill, FocusStop, Group, Paint, Rect, Scene, SceneNode, Stroke, Text } from './scene.ts';

export interface SvgOptions {
  /** `light` and `dark` write colours as values, the file stands alone; `page` writes `var(--token)`. */
  readonly theme: ThemeName | 'page';
  /** Focus stops become buttons with roving focus. Default: a picture, `role="img"`. */
  readonly interactive?: boolean;
  /** Colour behind the drawing. Default: `surface` in a file, none in a page. */
  readonly background?: Paint;
  /** Begins every id, so that several drawings can stand in one page. Default `d`. */
  readonly idPrefix?: string;
}

interface Writer {
  readonly interactive: boolean;
  readonly prefix: string;
  readonly stops: ReadonlyMap<string, FocusStop>;
  readonly firstStop: string | undefined;
  readonly hatches: Set<TokenName>;
  paint(paint: Paint | undefined): string | undefined;
}

/**
 * A scene as SVG text. The same scene and options give the same text, byte for byte; numbers have at most two
 * decimals. A text under 12 px is drawn at 12.
 */
export function toSvg(scene: Scene, options: SvgOptions): string {
  const { theme } = options;
  const prefix = options.idPrefix ?? 'd';
  const interactive = options.interactive ?? false;
  const value = (token: TokenName): string => (theme === 'page' ? `var(--${token})` : TOKENS[theme][token]);
  const writer: Writer = {
    interactive,
    prefix,
    stops: new Map(scene.stops.map((stop) => [stop.id, stop])),
    firstStop: scene.stops[0]?.id,
    hatches: new Set(),
    paint: (paint) => (paint === undefined ? undefined : paint === 'none' ? 'none' : value(paint)),
  };
  const body = scene.nodes.map((node) => write(node, writer)).join('\n');
  const background = options.background ?? (theme === 'page' ? 'none' : 'surface');
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'continuo-diagram',
    width: scene.width,
    height: scene.height,
    viewBox: `0 0 ${round(scene.width)} ${round(scene.height)}`,
    role: interactive ? 'group' : 'img',
    'aria-labelledby': `${prefix}-title ${prefix}-desc`,
    'font-family': FONT_FAMILY,
  });
  return [
    `<svg${root}>`,
    `<title id="${prefix}-title">${escapeXml(scene.title)}</title>`,
    `<desc id="${prefix}-desc">${escapeXml(scene.description)}</desc>`,
    `<style>${styleOf(value('accent'))}</style>`,
    ...hatchDefinitions(writer, value),
    ...(background === 'none'
      ? []
      : [`<rect${attributes({ width: scene.width, height: scene.height, fill: value(background) })}/>`]),
    body,
    '</svg>',
  ].join('\n');
}

function styleOf(accent: string): string {
  const scope = '.continuo-diagram';
  return [
    `${scope} text{font-feature-settings:'tnum','cv11','ss03'}`,
    `${scope} [data-stop]{cursor:pointer}`,
    `${scope} [data-stop]:focus{outline:none}`,
    `${scope} [data-stop]:focus-visible{outline:2px solid ${accent};outline-offset:2px}`,
    `@media (forced-colors:active){${scope} text{fill:CanvasText;stroke:none}${scope} .card{fill:Canvas;stroke:CanvasText}}`,
  ].join('');
}

function hatchDefinitions(writer: Writer, value: (token: TokenName) => string): string[] {
  if (writer.hatches.size === 0) return [];
  const patterns = [...writer.hatches].sort().map((token) => {
    const line = attributes({ d: 'M0 0V6', stroke: value(token), 'stroke-width': 2, 'stroke-opacity': 0.7 });
    return `<pattern id="${writer.prefix}-hatch-${token}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path${line}/></pattern>`;
  });
  return [`<defs>${patterns.join('')}</defs>`];
}

function strokeOf(node: Stroke, writer: Writer): string {
  if (node.stroke === undefined) return '';
  return (
    attribute('stroke', writer.paint(node.stroke)) +
    attribute('stroke-width', node.strokeWidth) +
    attribute('stroke-opacity', node.strokeOpacity) +
    attribute('stroke-dasharray', node.dash?.map((length) => round(length)).join(' ')) +
    (node.roundEnds ? ' stroke-linecap="round" stroke-linejoin="round"' : '')
  );
}

function fillOf(node: Fill, writer: Writer): string {
  return attribute('fill', writer.paint(node.fill ?? 'none')) + attribute('fill-opacity', node.fillOpacity);
}

function commonOf(node: Common): string {
  let text = attribute('class', node.className) + attribute('opacity', node.opacity);
  for (const key in node.data) text += attribute(`data-${key}`, node.data[key]);
  return text;
}

function element(tag: string, values: string, node: Common): string {
  if (node.title === undefined) return `<${tag}${values}/>`;
  return `<${tag}${values}><title>${escapeXml(node.title)}</title></${tag}>`;
}

// Text is put together piece by piece, without objects in between: 1,500 moves make 10,000 elements at each slider step.
function write(node: SceneNode, writer: Writer): string {
  switch (node.kind) {
    case 'group':
      return writeGroup(node, writer);
    case 'rect':
      return writeRect(node, writer);
    case 'text':
      return writeText(node, writer);
    case 'path': {
      const shape = commonOf(node) + attribute('d', node.d);
      return element('path', shape + fillOf(node, writer) + strokeOf(node, writer), node);
    }
    case 'line': {
      const shape =
        attribute('x1', node.x1) + attribute('y1', node.y1) + attribute('x2', node.x2) + attribute('y2', node.y2);
      return element('line', commonOf(node) + shape + strokeOf(node, writer), node);
    }
    case 'circle': {
      const shape = attribute('cx', node.cx) + attribute('cy', node.cy) + attribute('r', node.r);
      return element('circle', commonOf(node) + shape + fillOf(node, writer) + strokeOf(node, writer), node);
    }
  }
}

function writeRect(node: Rect, writer: Writer): string {
  const shape =
    commonOf(node) +
    attribute('x', node.x) +
    attribute('y', node.y) +
    attribute('width', Math.max(0, node.width)) +
    attribute('height', Math.max(0, node.height)) +
    attribute('rx', node.radius);
  if (node.hatch === undefined || node.hatch === 'none')
    return element('rect', shape + fillOf(node, writer) + strokeOf(node, writer), node);
  writer.hatches.add(node.hatch);
  return element('rect', `${shape} fill="url(#${writer.prefix}-hatch-${node.hatch})"${strokeOf(node, writer)}`, node);
}

function writeText(node: Text, writer: Writer): string {
  const values =
    commonOf(node) +
    attribute('x', node.x) +
    attribute('y', node.y) +
    attribute('font-size', Math.max(12, node.size)) +
    attribute('font-weight', node.weight === 400 ? undefined : node.weight) +
    attribute('font-style', node.italic ? 'italic' : undefined) +
    attribute('text-anchor', node.anchor === 'start' ? undefined : node.anchor) +
    attribute('fill', writer.paint(node.fill));
  const halo =
    node.halo === undefined
      ? ''
      : `${attribute('stroke', writer.paint(node.halo))} stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  const title = node.title === undefined ? '' : `<title>${escapeXml(node.title)}</title>`;
  return `<text${values}${halo}>${title}${escapeXml(node.text)}</text>`;
}

function writeGroup(node: Group, writer: Writer): string {
  let transform = '';
  if (node.x !== undefined || node.y !== undefined)
    transform = `translate(${round(node.x ?? 0)} ${round(node.y ?? 0)})`;
  if (node.scale !== undefined && node.scale !== 1)
    transform += `${transform ? ' ' : ''}scale(${round(node.scale, 4)})`;
  const stop = node.stop === undefined ? undefined : writer.stops.get(node.stop);
  let values = commonOf(node) + attribute('transform', transform || undefined) + attribute('data-stop', stop?.id);
  if (stop !== undefined && writer.interactive) {
    const tab = stop.id === writer.firstStop ? 0 : -1;
    values += ` role="button" tabindex="${tab}"${attribute('aria-label', stop.label)}`;
  }
  // An interactive stop already has its label; twice would be read twice.
  const told = node.title ?? (writer.interactive ? undefined : stop?.label);
  let body = told === undefined ? '' : `<title>${escapeXml(told)}</title>`;
  for (const child of node.children) body += write(child, writer);
  return `<g${values}>${body}</g>`;
}
