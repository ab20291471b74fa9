import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankJourney, blankStep, type FeedbackPlace, type JourneyContract } from '@continuo/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importOrders, ready, shopMap } from './journey-shop.ts';
import { importText, type Running, startRunning } from './running.ts';

let server: Running;
beforeAll(async () => {
  server = await startRunning();
}, 180_000);
afterAll(() => server?.close());

const ANSWERS = [
  { submission_id: 'a1', step: 'arrive', user_id: 'ana', score: 2, text: 'The box was open. Call +41 79 123 45 67' },
  { submission_id: 'a2', step: 'arrive', user_id: 'ben', score: 10, text: 'Kind driver' },
  { submission_id: 'a3', step: 'arrive', score: 1, text: 'Where is my box?' },
  { submission_id: 'a4', step: 'pay', user_id: 'cle', score: 8, text: '' },
];

/** As records of a form elsewhere: a field a line. */
function recordsOf(answers: typeof ANSWERS): string {
  return answers
    .flatMap(({ step, score, text, ...answer }) => {
      const base = {
        ...answer,
        ...{ collected_at: '2026-11-05T10:00:00Z', source_type: 'form', source_name: 'How was it?' },
        metadata: { journey: 'order', step },
      };
      return [
        { ...base, field_id: 'nps', field_type: 'nps', value_number: score },
        ...(text === '' ? [] : [{ ...base, field_id: 'why', field_type: 'text', value_text: text }]),
      ];
    })
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

const SCOPE = { unit: 'journey', journey: { key: 'order' } } as const;

describe('answers that name a step', () => {
  beforeAll(async () => {
    await importOrders(server.client);
    await server.client.call('makeJourney', { body: { from: 'contract', contract: shopMap() } });
    await server.client.call('publishJourney', { params: { key: 'order' }, body: { note: 'First' } });
    await ready(server.client, 'order');
  }, 180_000);

  test('land on it, are no touch of it, and count once however often they are imported', async () => {
    const before = await server.client.ask('journey-map', { scope: SCOPE });
    await importText(server.client, 'answers.ndjson', recordsOf(ANSWERS));
    await importText(server.client, 'again.ndjson', recordsOf([...ANSWERS].reverse()));
    await ready(server.client, 'order');
    const map = await server.client.ask('journey-map', { scope: SCOPE });
    expect(map.result.steps.map(({ step, people, voices }) => [step, people, voices.unhappy, voices.happy])).toEqual([
      ['look', 5, 0, 0],
      ['pay', 4, 0, 0],
      ['arrive', 3, 2, 1],
    ]);
    expect(map.result.steps[1]?.voices.neutral).toBe(1);
    expect(map.result.people).toBe(before.result.people);
    expect(map.result.offMap).toEqual(before.result.offMap);
    expect(map.result.steps[2]?.comments.map(({ text }) => text)).toContain('The box was open. Call •••');

    const feedback = await server.client.ask('feedback', { scope: SCOPE });
    expect(feedback.result).toMatchObject({ answers: 4, customers: 6, voices: map.result.voices });
    expect(feedback.result.places).toMatchObject([
      { at: { step: 'pay' }, customers: 4, voices: { neutral: 1 } },
      { at: { step: 'arrive' }, customers: 4, voices: { unhappy: 2, happy: 1 }, nps: { n: 3, detractors: 2 } },
    ]);
    const at = { kind: 'step', step: 'arrive' } as const;
    const people = await server.client.ask('people', {
      scope: SCOPE,
      input: { behind: { kind: 'voice', at, felt: 'unhappy' } },
    });
    expect(people.result.people).toBe(2);
    for (const { run } of people.result.rows)
      expect((await server.client.call('story', { params: { run } })).moments.length).toBeGreaterThan(0);
    const silent = await server.client.ask('silent', { scope: SCOPE, input: { at } });
    expect(silent.result).toMatchObject({ answered: { people: 2 }, silent: { people: 1 } });
  }, 180_000);

  test('are found by place, mood, theme and words; the codebook is edited, and counted anew', async () => {
    const at = { kind: 'step', step: 'arrive' } as const;
    const find = async (input: object) =>
      (await server.client.ask('comments', { scope: SCOPE, input })).result.comments.map(({ text }) => text);
    expect(await find({ at, felt: 'unhappy' })).toHaveLength(2);
    expect(await find({ at: { kind: 'step', step: 'pay' } })).toEqual([]);
    expect(await find({ phrase: 'my box' })).toEqual(['Where is my box?']);
    expect(await find({ theme: 'box' })).toEqual([]);
    const theme = { key: 'box', title: 'The box', words: [{ language: '', any: ['box*'], not: ['open'] }] };
    await server.client.call('putTheme', { params: { key: 'box' }, body: theme });
    expect(await server.client.call('themes')).toEqual([theme]);
    expect(await find({ theme: 'box' })).toEqual(['Where is my box?']);
    const themes = await server.client.ask('themes', { scope: SCOPE });
    expect(themes.result.themes).toMatchObject([{ key: 'box', people: 1, voices: { unhappy: 1 } }]);
    await expect(server.client.call('putTheme', { params: { key: 'other' }, body: theme })).rejects.toMatchObject({
      details: { code: 'input.invalid' },
    });
    await server.client.call('removeTheme', { params: { key: 'box' } });
    expect((await server.client.ask('themes', { scope: SCOPE })).result.themes).toEqual([]);
    await expect(server.client.call('removeTheme', { params: { key: 'box' } })).rejects.toMatchObject({
      details: { code: 'theme.unknown' },
    });
  }, 180_000);
});

const shared = process.env.CONTINUO_SHARED ?? join(import.meta.dirname, '../../../../shared');
const verbatims = join(shared, 'data/feedback/nps-journey-verbatims/nps_verbatims.csv');
const pinned = join(shared, 'reference/R/nps.json');
const STAGES = ['Order', 'Equipment Received', 'First Payment', 'Service in Use'];

/** A map of the stages: each step matches the answers of its stage. */
function stagesMap(): JourneyContract {
  const plain = blankJourney('new-customer', 'I become a customer');
  const step = (title: string) => ({
    ...blankStep(title.toLowerCase().replaceAll(' ', '-'), title),
    matchers: [{ events: [title], where: [], channels: [] }],
  });
  return { ...plain, stages: [{ id: 'all', title: 'All', blocks: STAGES.map(step) }] };
}

interface Pinned {
  readonly n: number;
  readonly nps: number;
  readonly 'nps.var': number;
  readonly 'nps.se': number;
}

describe('real answers of a telecom’s new customers, by stage', () => {
  if (!existsSync(verbatims) || !existsSync(pinned)) {
    test.skip(`no ${verbatims} here`, () => {});
    return;
  }
  const { by_stage } = JSON.parse(readFileSync(pinned, 'utf8')) as {
    readonly by_stage: Readonly<Record<string, Pinned>>;
  };
  const same = (place: FeedbackPlace | undefined, theirs: Pinned): void => {
    const digits = (value: number): number =>
      String(Math.abs(value))
        .replace(/^0\.0*/, '')
        .replace('.', '').length;
    expect(place?.nps?.n).toBe(theirs.n);
    expect(Number(place?.nps?.nps.toPrecision(digits(theirs.nps)))).toBe(theirs.nps);
    expect(Number(place?.nps?.variance.toPrecision(digits(theirs['nps.var'])))).toBe(theirs['nps.var']);
    expect(Number(place?.nps?.se.toPrecision(digits(theirs['nps.se'])))).toBe(theirs['nps.se']);
  };

  test('are recognised, and their NPS is R’s to all digits, on the page and on a map of the stages', async () => {
    const draft = await server.client.upload(new Blob([readFileSync(verbatims)]), 'nps_verbatims.csv');
    expect(draft.preview).toMatchObject({
      recognised: 'Survey answers by stage',
      mapping: { activity: 'SURVEY_SUB_TYPE', score: 'NPS_SCORE', scale: '0-10', text: 'text' },
    });
    const done = await importText(server.client, 'nps_verbatims.csv', readFileSync(verbatims, 'utf8'));
    expect(done).toMatchObject({ status: 'done', rowsRejected: 0 });
    const scope = { activities: STAGES };
    const { result } = await server.client.ask('feedback', { scope });
    expect(result).toMatchObject({ answers: 2353, customers: 2385, nps: { n: 2353 } });
    for (const [stage, theirs] of Object.entries(by_stage))
      same(
        result.places.find(({ at }) => at.kind === 'activity' && at.activity === stage),
        theirs,
      );

    await server.client.call('makeJourney', { body: { from: 'contract', contract: stagesMap() } });
    await server.client.call('publishJourney', { params: { key: 'new-customer' }, body: { note: 'First' } });
    await ready(server.client, 'new-customer');
    const journey = { unit: 'journey', journey: { key: 'new-customer' } } as const;
    const byStep = await server.client.ask('feedback', { scope: journey });
    const map = await server.client.ask('journey-map', { scope: journey });
    for (const [i, stage] of STAGES.entries()) {
      const place = byStep.result.places[i];
      same(place, by_stage[stage] as Pinned);
      expect(map.result.steps[i]?.voices).toEqual(place?.voices);
    }
    const phrases = await server.client.ask('phrases', { scope: journey, input: { felt: 'unhappy' } });
    expect(phrases.result.phrases.length).toBeGreaterThan(5);
    for (const { people } of phrases.result.phrases) expect(people).toBeGreaterThanOrEqual(3);
  }, 180_000);
});
