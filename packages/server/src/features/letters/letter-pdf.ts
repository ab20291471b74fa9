import type { Letter } from '@continuo/contract';
import { FONT_FILES } from '../../platform/render/fonts.ts';
import { LETTER_WORDS as WORDS } from './letter-words.ts';

const INK = '#1b1d22';
const SOFT = '#474c57';

/** As a PDF on A4 with real text; longer ones go on over more pages. */
export async function letterPdf({ title, lead, parts, foot, madeMs }: Letter): Promise<Buffer> {
  // Loaded with the first page that is drawn: it would take a third of a second of every start.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    ...{ size: 'A4', margin: 56, lang: 'en', displayTitle: true },
    info: { Title: title, CreationDate: new Date(madeMs) },
  });
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(pieces)));
    document.on('error', reject);
  });
  for (const [weight, file] of Object.entries(FONT_FILES)) document.registerFont(`Inter-${weight}`, file);
  const say = (text: string, size: number, weight: 400 | 500 | 600, colour = INK): void => {
    if (text !== '') document.font(`Inter-${weight}`).fontSize(size).fillColor(colour).text(text, { lineGap: 2 });
  };
  say(title, 17, 600);
  document.moveDown(0.5);
  say(lead, 11, 400);
  for (const { heading, text, detail, owner, next } of parts) {
    document.moveDown(1);
    say(heading, 10, 500, SOFT);
    say(text, 12, 600);
    say([detail, WORDS.answersFor(owner), WORDS.next(next)].filter((part) => part !== '').join(' '), 11, 400);
  }
  document.moveDown(1.5);
  say(foot, 9, 400, SOFT);
  document.end();
  return done;
}
