import { Problem } from '@continuo/core';
import { FONT_FILES } from './fonts.ts';

/** PNG of an SVG at twice its size. Throws `engine.failed` when the optional renderer is not installed. */
export async function svgToPng(svg: string): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js').catch((cause: unknown) => {
    throw new Problem(
      'input.invalid',
      'PNG needs the optional package @resvg/resvg-js, which is not installed. SVG and PDF work without it.',
      { cause },
    );
  });
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return picture.render().asPng();
}
