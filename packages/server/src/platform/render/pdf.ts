import { FONT_FILES } from './fonts.ts';

// PDF measures in points: 72 to the inch where CSS has 96 pixels.
const POINTS_A_PIXEL = 0.75;

/** A page: SVG with its size in CSS pixels. */
export interface PdfPage {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** One-page PDF with the SVG as vectors and real text; `width` and `height` in CSS pixels. */
export function svgToPdf(
  svg: string,
  { width, height, title }: { width: number; height: number; title: string },
): Promise<Buffer> {
  return pagesToPdf([{ svg, width, height }], title);
}

/** A PDF with a page for each SVG, each in its own size. */
export async function pagesToPdf(pages: readonly PdfPage[], title: string): Promise<Buffer> {
  // Loaded with the first page that is drawn: they would take a third of a second of every start.
  const [{ default: PDFDocument }, { default: SVGtoPDF }] = await Promise.all([
    import('pdfkit'),
    import('svg-to-pdfkit'),
  ]);
  const document = new PDFDocument({ autoFirstPage: false, margin: 0, info: { Title: title } });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  for (const [weight, file] of Object.entries(FONT_FILES)) document.registerFont(`Inter-${weight}`, file);
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  for (const { svg, width, height } of pages) {
    const size: [number, number] = [width * POINTS_A_PIXEL, height * POINTS_A_PIXEL];
    document.addPage({ size, margin: 0 });
    SVGtoPDF(document, svg, 0, 0, {
      width: size[0],
      height: size[1],
      assumePt: false,
      useCSS: true,
      fontCallback: (_family: string, isBold: boolean, _italic: boolean, options: { fontWeight?: string }) => {
        const weight = Number(options?.fontWeight ?? (isBold ? 600 : 400));
        return `Inter-${weight >= 600 ? 600 : weight >= 500 ? 500 : 400}`;
      },
    });
  }
  document.end();
  return done;
}
