import { afterAll, expect, test } from 'vitest';
import { load, tempFolder } from '../test-kit.ts';
import { previewFile } from '../worker/preview.ts';

const folder = tempFolder();
afterAll(folder.dispose);

const HEADER =
  'submission_id,collected_at,source_type,source_name,field_id,field_label,field_type,value_text,value_number,value_boolean,user_id,language,metadata';
const RECORDS = [
  HEADER,
  's1,2026-05-01T09:00:00Z,survey,After the flight,q1,How likely?,nps,,9,,u1,en,"{""journey"":""fly"",""step"":""belt"",""channel"":""email""}"',
  's2,2026-05-01T10:00:00Z,survey,After the flight,q1,How was it?,csat,,2,,,fr,',
  's1,2026-05-01T09:00:00Z,survey,After the flight,q2,Why?,text,"Bag, sun, sea",,,u1,en,',
  's1,2026-05-01T09:00:00Z,survey,After the flight,again,Again?,boolean,,,true,u1,en,',
  's3,2026-05-01T11:00:00Z,survey,After the flight,q2,Why?,text,,,,u3,en,',
  ',2026-05-01T11:00:00Z,survey,After the flight,q2,Why?,text,Lost,,,u4,en,',
  '',
].join('\n');

test('feedback records: rows of one submission are one answer, each on its own scale', async () => {
  const path = folder.write('records.csv', RECORDS);
  const preview = await previewFile(path, 'records.csv');
  expect(preview.recognised).toBe('Feedback records');
  const { events, claims, result } = await load(path, preview.mapping);
  expect(result).toMatchObject({ events: 2, rejected: 2 });
  expect(claims.map(([, kind, value]) => [kind, value])).toEqual([
    ['user', 'u1'],
    ['anonymous', 's2'],
  ]);
  expect(events[0]).toMatchObject({
    ...{ name: 'Answer: After the flight', channel: 'email', score: 9, scale: '0-10', text: 'Bag, sun, sea' },
    timeMs: Date.parse('2026-05-01T09:00:00Z'),
    properties: { journey: 'fly', step: 'belt', submission: 's1', answer_again: true, language: 'en' },
  });
  expect(events[1]).toMatchObject({ score: 2, scale: '1-5', text: '' });
});

test('the same records as JSON lines are the same answers', async () => {
  const lines = [
    { submission_id: 's1', field_id: 'q1', field_type: 'nps', value_number: 9, user_id: 'u1' },
    { submission_id: 's2', field_id: 'q1', field_type: 'nps', value_number: 1 },
    { submission_id: 's1', field_id: 'q2', field_type: 'text', value_text: 'Fine', user_id: 'u1' },
  ].map((record) =>
    JSON.stringify({
      ...{ collected_at: '2026-05-01T09:00:00Z', source_type: 'survey', source_name: 'After' },
      ...{ metadata: { journey: 'fly', step: 'belt' }, ...record },
    }),
  );
  const path = folder.write('records.ndjson', `${lines.join('\n')}\n`);
  const preview = await previewFile(path, 'records.ndjson');
  expect(preview.recognised).toBe('Feedback records');
  const [first, second] = [await load(path, preview.mapping), await load(path, preview.mapping)];
  expect(first.events).toMatchObject([
    { name: 'Answer: After', score: 9, text: 'Fine', properties: { journey: 'fly', step: 'belt' } },
    { score: 1, text: '' },
  ]);
  // Which answer it is lies in its submission, not in the file.
  expect(second.events.map(({ message }) => message)).toEqual(first.events.map(({ message }) => message));
});

test('other JSON lines stay as they are, also the first of them', async () => {
  const path = folder.write('events.ndjson', '{"event":"a","distinct_id":"d","timestamp":"2026-05-01T09:00:00Z"}\n');
  const preview = await previewFile(path, 'events.ndjson');
  expect(preview.recognised).toBe('PostHog events');
  expect((await load(path, preview.mapping)).events).toHaveLength(1);
});

test('answers asked at several stages are answers of their stage', async () => {
  const path = folder.write(
    'stages.csv',
    [
      'Answered,Customer,Journey stage,NPS,Class,Why',
      '11/04/2026 20:09,c1,Order,7,Passive,The order was easy enough',
      '30/05/2026 20:23,c2,First payment,0,Detractor,Nobody told me what I pay',
      '07/04/2026 13:37,c3,Order,10,Promoter,It was so easy and good',
      '',
    ].join('\n'),
  );
  const preview = await previewFile(path, 'stages.csv');
  expect(preview).toMatchObject({
    recognised: 'Survey answers by stage',
    mapping: { activity: 'Journey stage', score: 'NPS', scale: '0-10', text: 'Why', person: 'Customer' },
  });
  const { events } = await load(path, preview.mapping);
  expect(events.map(({ name, score }) => [name, score])).toEqual([
    ['Order', 7],
    ['First payment', 0],
    ['Order', 10],
  ]);
});

test('answers that name a step of a map keep its name, and are one activity', async () => {
  const path = folder.write(
    'steps.csv',
    [
      'Answered,Customer,Order,NPS,Why,journey,step',
      '2026-05-01 09:00,c1,o1,7,,a-lamp,arrives',
      '2026-05-01 10:00,c2,o2,0,It came broken,a-lamp,arrives',
      '2026-05-02 10:00,c3,o3,10,Quick,a-lamp,arrives',
      '',
    ].join('\n'),
  );
  const preview = await previewFile(path, 'steps.csv');
  expect(preview).toMatchObject({
    recognised: 'Answers that name a step of a map',
    mapping: { activity: null, score: 'NPS', scale: '0-10', text: 'Why', person: 'Customer' },
  });
  const { events } = await load(path, preview.mapping);
  expect(events.map(({ name, score, properties }) => [name, score, properties.journey, properties.step])).toEqual(
    [7, 0, 10].map((score) => ['Survey answered', score, 'a-lamp', 'arrives']),
  );
});
