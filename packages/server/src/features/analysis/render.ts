import { tableToCsv, toSvg } from '@continuo/diagram';
import { svgToPdf } from '../../platform/render/pdf.ts';
import { svgToPng } from '../../platform/render/png.ts';
import { type Asked, sceneOf, tableOf } from './drawing.ts';

export type DrawFormat = 'svg' | 'png' | 'pdf' | 'csv' | 'json';

export interface Rendered {
  readonly type: string;
  readonly body: string | Buffer;
}

export interface RenderOptions {
  readonly format: DrawFormat;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly timeZone: string;
}

/** An answer as a file: picture, rows, or the answer itself with its scope and definitions. */
export async function renderAnswer(asked: Asked, options: RenderOptions): Promise<Rendered> {
  if (options.format === 'json')
    return { type: 'application/json', body: `${JSON.stringify(asked.answer, null, 2)}\n` };
  if (options.format === 'csv') return { type: 'text/csv; charset=utf-8', body: tableToCsv(tableOf(asked)) };
  const scene = sceneOf(asked, options);
  const svg = toSvg(scene, { theme: options.theme });
  if (options.format === 'svg') return { type: 'image/svg+xml', body: svg };
  if (options.format === 'png') return { type: 'image/png', body: await svgToPng(svg) };
  return { type: 'application/pdf', body: await svgToPdf(svg, scene) };
}
