import { Problem } from '@continuo/core';
import { expect, test } from 'vitest';
import { engineProblem } from './engine-problem.ts';

const server = (code: string, message: string): Error => Object.assign(new Error(message), { code, type: 'X' });

test.each([
  [
    new Error('Query failed: Code: 159. DB::Exception: Timeout exceeded: elapsed 1002 ms. (TIMEOUT_EXCEEDED)'),
    'engine.timeout',
  ],
  [server('159', 'Timeout exceeded: elapsed 1002 ms.'), 'engine.timeout'],
  [new Error('Query failed: Code: 394. DB::Exception: Query was cancelled.'), 'engine.cancelled'],
  [server('241', 'Memory limit exceeded'), 'engine.memory'],
  [new Error('Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space'), 'engine.disk_full'],
  [
    new Error('Code: 75. DB::Exception: Cannot write to file: , errno: 28, strerror: No space left on device'),
    'engine.disk_full',
  ],
  [server('202', 'Too many simultaneous queries'), 'engine.overloaded'],
  [new Error('Code: 252. DB::Exception: Too many parts'), 'engine.overloaded'],
  [server('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'), 'engine.unreachable'],
  [server('ECONNRESET', 'socket hang up'), 'engine.unreachable'],
  [server('279', 'All connection tries failed'), 'engine.unreachable'],
  [new Error('Timeout error.'), 'engine.timeout'],
  [new Error('Code: 209. DB::Exception: reported in a header after status 200'), 'engine.timeout'],
  [server('62', 'Syntax error: failed at position 1'), 'engine.failed'],
  [new Error('something else'), 'engine.failed'],
])('%s is %s', (error, code) => {
  const problem = engineProblem(error, 'select 1');
  expect(problem.code).toBe(code);
  expect(problem.cause).toBe(error);
  expect(problem.details.statement).toBe('select 1');
});

test('a refused statement is told in the words of the engine, without its noise', () => {
  const said = 'Query failed: Code: 164. DB::Exception: Code: 164. DB::Exception: Cannot modify it. (version 26.7.2.1)';
  const problem = engineProblem(new Error(said), 'x');
  expect(problem.message).toBe('The warehouse refused a statement: Cannot modify it.');
  expect(problem.details.engineCode).toBe(164);
});

test('a number in what a person wrote is not taken for a code', () => {
  const problem = engineProblem(server('60', "Unknown table 'Code: 159. x'"), 'x');
  expect(problem.code).toBe('engine.failed');
});

test('a problem of ours passes through', () => {
  const ours = new Problem('engine.overloaded', 'busy');
  expect(engineProblem(ours, 'x')).toBe(ours);
});
