import { type Role, scopeSchema } from '@continuo/contract';
import type { JourneyContract, JourneyMap, JudgedBy } from '@continuo/core';
import { drawMap, type MapInput, mapTable, mapView, tableToCsv, toSvg } from '@continuo/diagram';
import type { StoredJourney, Workspace } from '@continuo/state';
import type { AskOptions } from '@continuo/warehouse';
import { z } from 'zod';
import { pagesToPdf } from '../../../platform/render/pdf.ts';
import { svgToPng } from '../../../platform/render/png.ts';
import type { Services } from '../../../platform/services.ts';
import { askQuestion } from '../../analysis/index.ts';

const scope = z.string().transform((text, context) => {
  try {
    return scopeSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'is no scope written as JSON' });
    return z.NEVER;
  }
});

export const pictureQuery = z.object({
  format: z.enum(['svg', 'png', 'pdf', 'csv']).default('svg'),
  layer: z.enum(['planned', 'both', 'lived']).default('both'),
  page: z.enum(['long', 'a4', 'a3']).default('long'),
  /** Of `a4` and `a3` as svg or png, which hold one page. */
  sheet: z.coerce.number().int().min(1).max(500).default(1),
  theme: z.enum(['light', 'dark']).default('light'),
  scope: scope.optional(),
  /** A version as it was published; left out: what the scope is judged by. */
  version: z.coerce.number().int().min(1).optional(),
});

export interface PictureWish extends z.output<typeof pictureQuery> {
  readonly journey: StoredJourney;
  readonly role: Role;
  readonly workspace: Workspace;
}

export interface Picture {
  readonly type: string;
  readonly body: string | Buffer;
}

/** The map as a file: the same view as the page's. Throws `journey.not_ready` when lived numbers are wished for and not there. */
export async function pictureOf(services: Services, wish: PictureWish, options: AskOptions): Promise<Picture> {
  const view = mapView(await inputOf(services, wish, options));
  if (wish.format === 'csv') return { type: 'text/csv; charset=utf-8', body: tableToCsv(mapTable(view)) };
  const scenes = drawMap(view, { page: wish.page });
  const pages = scenes.map((scene) => ({
    svg: toSvg(scene, { theme: wish.theme }),
    width: scene.width,
    height: scene.height,
  }));
  if (wish.format === 'pdf') return { type: 'application/pdf', body: await pagesToPdf(pages, view.title) };
  const page = pages[Math.min(wish.sheet, pages.length) - 1]?.svg ?? '';
  if (wish.format === 'svg') return { type: 'image/svg+xml', body: page };
  return { type: 'image/png', body: await svgToPng(page) };
}

async function inputOf(services: Services, wish: PictureWish, options: AskOptions): Promise<MapInput> {
  const { journey, workspace, layer } = wish;
  const judgedBy = wish.scope?.journey?.judgedBy ?? wish.version ?? (journey.version > 0 ? 'in-force' : 'draft');
  const contract = await contractOf(services, wish, judgedBy);
  const now = services.clock.now();
  const view = { contract, layer, before: null, lanes: null, timeZone: workspace.timeZone, todayMs: now };
  if (layer === 'planned') return { ...view, lived: null, gaps: null, days: null, asOfMs: now };
  const asked = {
    ...scopeSchema.parse({ ...wish.scope, unit: 'journey', journey: { key: journey.key, judgedBy } }),
  };
  const ask = { scope: asked, options };
  const [map, gaps, days] = await Promise.all([
    askQuestion(services, workspace.id, { question: 'journey-map', ...ask }),
    askQuestion(services, workspace.id, { question: 'journey-gaps', ...ask }),
    askQuestion(services, workspace.id, { question: 'journey-days', ...ask, input: { timeZone: workspace.timeZone } }),
  ]);
  const lived: JourneyMap = map.result;
  return { ...view, lived, gaps: gaps.result, days: days.result, asOfMs: map.dataAsOfMs ?? now };
}

/** The map that is drawn beside the numbers: the newest of those that judge. */
async function contractOf({ state }: Services, { journey }: PictureWish, judgedBy: JudgedBy): Promise<JourneyContract> {
  if (judgedBy === 'draft') return journey.draft;
  const version = judgedBy === 'in-force' ? journey.version : judgedBy;
  return (await state.journeyVersions.get(state.db, journey, version)).contract;
}
