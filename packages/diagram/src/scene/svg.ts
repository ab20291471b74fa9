import { FONT_FAMILY, type ThemeName, TOKENS, type TokenName } from '../theme/tokens.ts';
import { attributes, escapeXml, round } from './markup.ts';
import type { Common, Fill, FocusStop, Paint, Scene, SceneNode, Stroke } from './scene.ts';

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

function strokeOf(node: Stroke, writer: Writer): Record<string, string | number | undefined> {
  return {
    stroke: writer.paint(node.stroke),
    'stroke-width': node.strokeWidth,
    'stroke-opacity': node.strokeOpacity,
    'stroke-dasharray': node.dash?.map(round).join(' '),
    'stroke-linecap': node.roundEnds ? 'round' : undefined,
    'stroke-linejoin': node.roundEnds ? 'round' : undefined,
  };
}

function fillOf(node: Fill, writer: Writer): Record<string, string | number | undefined> {
  return { fill: writer.paint(node.fill ?? 'none'), 'fill-opacity': node.fillOpacity };
}

function commonOf(node: Common): Record<string, string | number | undefined> {
  const data = Object.entries(node.data ?? {}).map(([key, text]) => [`data-${key}`, text] as const);
  return { class: node.className, opacity: node.opacity, ...Object.fromEntries(data) };
}

function element(tag: string, values: Record<string, string | number | undefined>, node: Common): string {
  const title = node.title === undefined ? '' : `<title>${escapeXml(node.title)}</title>`;
  return title === '' ? `<${tag}${attributes(values)}/>` : `<${tag}${attributes(values)}>${title}</${tag}>`;
}

function write(node: SceneNode, writer: Writer): string {
  const common = commonOf(node);
  switch (node.kind) {
    case 'group':
      return writeGroup(node, writer);
    case 'rect': {
      const { x, y, width, height } = node;
      const shape = { ...common, x, y, width: Math.max(0, width), height: Math.max(0, height), rx: node.radius };
      if (node.hatch === undefined || node.hatch === 'none')
        return element('rect', { ...shape, ...fillOf(node, writer), ...strokeOf(node, writer) }, node);
      writer.hatches.add(node.hatch);
      const hatch = { ...shape, fill: `url(#${writer.prefix}-hatch-${node.hatch})`, ...strokeOf(node, writer) };
      return element('rect', hatch, node);
    }
    case 'path':
      return element('path', { ...common, d: node.d, ...fillOf(node, writer), ...strokeOf(node, writer) }, node);
    case 'line': {
      const { x1, y1, x2, y2 } = node;
      return element('line', { ...common, x1, y1, x2, y2, ...strokeOf(node, writer) }, node);
    }
    case 'circle': {
      const { cx, cy, r } = node;
      return element('circle', { ...common, cx, cy, r, ...fillOf(node, writer), ...strokeOf(node, writer) }, node);
    }
    case 'text': {
      const values = attributes({
        ...common,
        x: node.x,
        y: node.y,
        'font-size': Math.max(12, node.size),
        'font-weight': node.weight === 400 ? undefined : node.weight,
        'font-style': node.italic ? 'italic' : undefined,
        'text-anchor': node.anchor === 'start' ? undefined : node.anchor,
        fill: writer.paint(node.fill),
        ...(node.halo === undefined
          ? {}
          : {
              stroke: writer.paint(node.halo),
              'stroke-width': 4,
              'stroke-linejoin': 'round',
              'paint-order': 'stroke',
            }),
      });
      const title = node.title === undefined ? '' : `<title>${escapeXml(node.title)}</title>`;
      return `<text${values}>${title}${escapeXml(node.text)}</text>`;
    }
  }
}

function writeGroup(node: Extract<SceneNode, { kind: 'group' }>, writer: Writer): string {
  const moves: string[] = [];
  if (node.x !== undefined || node.y !== undefined)
    moves.push(`translate(${round(node.x ?? 0)} ${round(node.y ?? 0)})`);
  if (node.scale !== undefined && node.scale !== 1) moves.push(`scale(${round(node.scale, 4)})`);
  const stop = node.stop === undefined ? undefined : writer.stops.get(node.stop);
  const focus =
    stop === undefined || !writer.interactive
      ? {}
      : { role: 'button', tabindex: stop.id === writer.firstStop ? 0 : -1, 'aria-label': stop.label };
  const values = attributes({
    ...commonOf(node),
    transform: moves.length === 0 ? undefined : moves.join(' '),
    'data-stop': stop?.id,
    ...focus,
  });
  const told = node.title ?? stop?.label;
  const title = told === undefined ? '' : `<title>${escapeXml(told)}</title>`;
  return `<g${values}>${title}${node.children.map((child) => write(child, writer)).join('')}</g>`;
}
