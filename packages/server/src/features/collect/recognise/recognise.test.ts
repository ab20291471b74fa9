import { afterAll, describe, expect, test } from 'vitest';
import { load, tempFolder } from '../test-kit.ts';
import { previewFile } from '../worker/preview.ts';

const folder = tempFolder();
afterAll(folder.dispose);

const QUALTRICS = [
  'StartDate,EndDate,Status,Progress,RecordedDate,ResponseId,ExternalReference,Q1,Q2',
  'Start Date,End Date,Response Type,Progress,Recorded Date,Response ID,External Data Reference,"How likely are you, on the whole, to recommend us?",Why?',
  '"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"',
  '2024-05-01 09:00:00,2024-05-01 09:04:00,0,100,2024-05-01 09:04:10,R_1,C-17,9,It was quick and kind',
  '2024-05-01 10:00:00,2024-05-01 10:04:00,0,100,2024-05-01 10:04:10,R_2,C-18,0,"I waited, and nobody came"',
  '',
].join('\n');

const SURVEY_MONKEY = [
  'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,How likely is it that you would recommend us?,What could we do better?,',
  ',,,,,,Response,Open-Ended Response,Other (please specify)',
  '118,42,05/13/2024 02:01:00 PM,05/13/2024 02:03:00 PM,10.0.0.1,a@example.org,10,Nothing at all really,',
  '119,42,05/14/2024 09:01:00 AM,05/14/2024 09:03:00 AM,10.0.0.2,b@example.org,3,Answer the phone please,x',
  '',
].join('\n');

const FORMS = [
  'Timestamp,Email Address,How satisfied are you with the delivery?,Anything else you want to say?',
  '2024/05/13 2:01:00 PM GMT+1,a@example.org,5,All was well and on time',
  '2024/05/14 9:01:00 AM GMT+1,b@example.org,1,The box was open and wet',
  '',
].join('\n');

const ZENDESK = [
  'Id,Requester,Requester email,Subject,Status,Priority,Via,Created at,Satisfaction Score',
  '1,Ann,ann@example.org,Where is my parcel now?,open,high,Web form,2024-05-13 14:01,Offered',
  '2,Bob,bob@example.org,Money back for my order,solved,low,Email,2024-05-14 09:01,Good',
  '',
].join('\n');

const SALESFORCE = [
  'Case Number,Contact Name,Subject,Status,Case Origin,Date/Time Opened',
  '00001,Ann Lee,Where is my parcel now?,New,Phone,5/13/2024 2:01 PM',
  '00002,Bob Roe,Money back for my order,Closed,Web,5/14/2024 9:01 AM',
  '',
].join('\n');

const SEGMENT = [
  '{"type":"identify","anonymousId":"x1","userId":"u1","timestamp":"2024-05-13T14:00:00.000Z","messageId":"m0","traits":{"plan":"gold"}}',
  '{"type":"page","anonymousId":"x1","name":"Home","timestamp":"2024-05-13T14:00:30.000Z","messageId":"m1"}',
  '{"type":"track","event":"Order Completed","userId":"u1","timestamp":"2024-05-13T14:01:00.000Z","messageId":"m2","properties":{"total":9.5,"coupon":{"code":"A"}},"context":{"page":{"path":"/"}}}',
  '{"type":"screen","userId":"u1","name":"Track Parcel","timestamp":"2024-05-13T14:02:00.000Z","messageId":"m3"}',
  '',
].join('\n');

const POSTHOG = [
  '{"event":"$pageview","distinct_id":"d1","timestamp":"2024-05-13T14:00:00Z","uuid":"e1","properties":{"$lib":"web","$current_url":"/"}}',
  '{"event":"bought","distinct_id":"d1","timestamp":"2024-05-13T14:01:00Z","uuid":"e2","properties":{"$lib":"web"}}',
  '',
].join('\n');

const BARE = [
  'Datum;Kunde;Note;Kommentar',
  '13.05.2024;K1;5;Alles war gut und schnell',
  '14.05.2024;K2;1;Niemand ging an das Telefon',
  '',
].join('\n');

interface Known {
  readonly file: string;
  readonly content: string;
  readonly recognised: string;
  readonly mapping: Record<string, unknown>;
  readonly event: Record<string, unknown>;
  readonly iso: string;
  readonly events: number;
}

const EXPORTS: readonly Known[] = [
  {
    file: 'qualtrics.csv',
    content: QUALTRICS,
    recognised: 'Qualtrics responses',
    mapping: {
      person: 'ExternalReference',
      score: 'Q1',
      text: 'Q2',
      timeZone: 'America/Denver',
      messageId: 'ResponseId',
    },
    event: { name: 'Survey answered', score: 9, text: 'It was quick and kind' },
    iso: '2024-05-01T15:04:10.000Z',
    events: 2,
  },
  {
    file: 'surveymonkey.csv',
    content: SURVEY_MONKEY,
    recognised: 'SurveyMonkey responses',
    mapping: { person: 'Email Address', scale: '0-10', time: 'End Date', messageId: 'Respondent ID' },
    event: { name: 'Survey answered', score: 10, text: 'Nothing at all really' },
    iso: '2024-05-13T14:03:00.000Z',
    events: 2,
  },
  {
    file: 'forms.csv',
    content: FORMS,
    recognised: 'Google Forms responses',
    mapping: { person: 'Email Address', scale: '1-5' },
    event: { score: 5, text: 'All was well and on time' },
    iso: '2024-05-13T13:01:00.000Z',
    events: 2,
  },
  {
    file: 'zendesk.csv',
    content: ZENDESK,
    recognised: 'Zendesk tickets',
    mapping: { person: 'Requester email', caseKey: 'Id', channel: 'Via' },
    event: { name: 'Ticket opened', channel: 'Web form', text: 'Where is my parcel now?', caseKey: '1' },
    iso: '2024-05-13T14:01:00.000Z',
    events: 2,
  },
  {
    file: 'salesforce.csv',
    content: SALESFORCE,
    recognised: 'Salesforce cases',
    mapping: { person: 'Contact Name', caseKey: 'Case Number', channel: 'Case Origin' },
    event: { name: 'Case opened', channel: 'Phone', caseKey: '00001' },
    iso: '2024-05-13T14:01:00.000Z',
    events: 2,
  },
  {
    file: 'segment.ndjson',
    content: SEGMENT,
    recognised: 'Segment calls',
    mapping: { person: 'userId', activity: 'segment:activity', time: 'timestamp', messageId: 'messageId' },
    event: { name: 'Viewed Home Page' },
    iso: '2024-05-13T14:00:30.000Z',
    events: 3,
  },
  {
    file: 'posthog.ndjson',
    content: POSTHOG,
    recognised: 'PostHog events',
    mapping: { person: 'distinct_id', activity: 'event', messageId: 'uuid', channel: 'properties.$lib' },
    event: { name: '$pageview', channel: 'web', properties: { 'properties.$current_url': '/' } },
    iso: '2024-05-13T14:00:00.000Z',
    events: 2,
  },
  {
    file: 'bare.csv',
    content: BARE,
    recognised: 'Survey answers',
    mapping: {
      person: 'Kunde',
      score: 'Note',
      scale: '1-5',
      text: 'Kommentar',
      time: 'Datum',
      timeFormat: 'dd.MM.yyyy',
    },
    event: { name: 'Survey answered', score: 5 },
    iso: '2024-05-13T00:00:00.000Z',
    events: 2,
  },
];

describe.each(EXPORTS)('$recognised', ({ file, content, recognised, mapping, event, iso, events }) => {
  test('maps at once and loads', async () => {
    const path = folder.write(file, content);
    const preview = await previewFile(path, file);
    expect(preview.recognised).toBe(recognised);
    expect(preview.mapping).toMatchObject(mapping);
    const loaded = await load(path, preview.mapping);
    expect(loaded.result).toMatchObject({ events, rejected: 0 });
    expect(loaded.events[0]).toMatchObject({ ...event, timeMs: Date.parse(iso) });
  });
});

test('Segment calls without userId belong to the anonymous one; nested properties have dotted names', async () => {
  const path = folder.write('segment.ndjson', SEGMENT);
  const { mapping } = await previewFile(path, 'segment.ndjson');
  const { claims, events } = await load(path, mapping);
  expect(claims.map(([, kind, value]) => [kind, value])).toEqual([
    ['anonymous', 'x1'],
    ['user', 'u1'],
  ]);
  expect(events[1]?.properties).toMatchObject({ 'properties.total': 9.5, 'properties.coupon.code': 'A' });
});
