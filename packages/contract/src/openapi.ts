import { z } from 'zod';
import { problemSchema } from './problem.ts';
import { QUESTIONS } from './questions/registry.ts';
import { DRAW_FORMATS, FILE_ROUTES, ROUTES } from './routes/table.ts';
import { scopeSchema } from './scope.ts';

type Json = Record<string, unknown>;

/** Recursive schemas (blocks of a map) refer to themselves: such parts move to the components, where every reference finds them. */
type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

function schemaWriter(components: Json): SchemaOf {
  let places = 0;
  return (schema, io) => {
    const {
      $schema: _,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json;
    const names = new Map<string, string>();
    for (const name of Object.keys($defs as Json)) {
      places += 1;
      names.set(`#/$defs/${name}`, `Part${places}`);
    }
    if (names.size === 0) return rest;
    const lift = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(lift);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => {
          const name = key === '$ref' ? names.get(String(inner)) : undefined;
          return [key, name === undefined ? lift(inner) : `#/components/schemas/${name}`];
        }),
      );
    };
    for (const [name, part] of Object.entries($defs as Json))
      components[names.get(`#/$defs/${name}`) as string] = lift(part);
    return lift(rest) as Json;
  };
}

const PROBLEM = { $ref: '#/components/responses/Problem' };
const jsonBody = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const openPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');
const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

/** The whole API as OpenAPI 3.1, made from the same tables that the server, the client and the command line use. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  const parts: Json = {};
  const schemaOf = schemaWriter(parts);
  for (const [name, question] of Object.entries(QUESTIONS)) {
    paths[`/ask/${name}`] = {
      post: {
        operationId: `ask-${name}`,
        summary: question.title,
        tags: ['analysis'],
        requestBody: jsonBody({
          type: 'object',
          properties: { scope: { $ref: '#/components/schemas/Scope' }, input: schemaOf(question.input, 'input') },
        }),
        responses: {
          200: {
            description: 'The answer with its population, scope, date and exactness',
            ...jsonBody({ $ref: '#/components/schemas/Answer' }),
          },
          default: PROBLEM,
        },
      },
    };
    paths[`/draw/${name}`] = {
      get: {
        operationId: `draw-${name}`,
        summary: `${question.title}, as a file`,
        tags: ['analysis'],
        parameters: [
          { name: 'format', in: 'query', schema: { enum: [...DRAW_FORMATS] } },
          { name: 'theme', in: 'query', schema: { enum: ['light', 'dark'] } },
          { name: 'width', in: 'query', schema: { type: 'integer', minimum: 320, maximum: 8000 } },
          { name: 'scope', in: 'query', ...jsonBody({ $ref: '#/components/schemas/Scope' }) },
          { name: 'input', in: 'query', ...jsonBody(schemaOf(question.input, 'input')) },
        ],
        responses: { 200: { description: 'The file' }, default: PROBLEM },
      },
    };
  }
  for (const [name, route] of Object.entries(ROUTES)) {
    const operation: Json = {
      operationId: name,
      summary: route.says,
      parameters: pathParameters(route.path),
      responses: { 200: { description: 'Done', ...jsonBody(schemaOf(route.reply, 'output')) }, default: PROBLEM },
    };
    if (route.body) operation.requestBody = jsonBody(schemaOf(route.body, 'input'));
    if (name === 'upload')
      operation.requestBody = {
        content: {
          'multipart/form-data': {
            schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
          },
        },
      };
    paths[openPath(route.path)] = { ...paths[openPath(route.path)], [route.method.toLowerCase()]: operation };
  }
  for (const [name, route] of Object.entries(FILE_ROUTES))
    paths[openPath(route.path)] = {
      get: {
        operationId: name,
        summary: route.says,
        parameters: pathParameters(route.path),
        responses: { 200: { description: 'The file' }, default: PROBLEM },
      },
    };
  return {
    openapi: '3.1.0',
    info: { title: 'Continuo', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: {
        Scope: schemaOf(scopeSchema, 'input'),
        Answer: ANSWER,
        Problem: schemaOf(problemSchema, 'output'),
        ...parts,
      },
      responses: {
        Problem: {
          description: 'What happened, to which thing, what to do',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const ANSWER: Json = {
  type: 'object',
  required: ['question', 'result', 'population', 'scope', 'dataAsOfMs', 'exactness', 'limits'],
  properties: {
    question: { type: 'string' },
    result: { description: 'Shape by question; see docs/measures.md' },
    population: {
      type: 'object',
      properties: { people: { type: 'integer' }, runs: { type: 'integer' }, events: { type: 'integer' } },
    },
    scope: { type: 'object' },
    dataAsOfMs: { type: ['integer', 'null'], description: 'Latest event the answer contains, ms since 1970' },
    exactness: { type: 'string' },
    limits: { type: 'array', items: { type: 'string' } },
  },
};
