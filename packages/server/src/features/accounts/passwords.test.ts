import { expect, test } from 'vitest';
import { hashPassword, isPassword, mustBeGoodPassword } from './passwords.ts';

test.each([
  ['short', 'elevenchars'],
  ['a common word counted on', 'password12345'],
  ['a common word with signs', 'Welcome!!!2026'],
  ['a common word twice', 'qwertyqwerty'],
  ['one sign', 'aaaaaaaaaaaaaa'],
  ['digits up', '123456789012'],
  ['digits down', '987654321098'],
  ['the alphabet', 'abcdefghijklmn'],
  ['the sign-in name', 'Ana@Example.org'],
  ['far too long', 'long '.repeat(50)],
])('%s is refused', (_, password) => {
  expect(() => mustBeGoodPassword(password, 'ana@example.org')).toThrow(/password/i);
});

test.each(['correct horse battery', 'ñandú-ñandú-sol', 'twelve chars', '        a b c d e'])(
  '%j is taken',
  (password) => {
    expect(() => mustBeGoodPassword(password, 'ana@example.org')).not.toThrow();
  },
);

test('a hash knows its password, however it was typed, and no other', async () => {
  const hash = await hashPassword('ñandú in the sun');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword('ñandú in the sun'.normalize('NFD'), hash)).toBe(true);
  expect(await isPassword('Ñandú in the sun', hash)).toBe(false);
  expect(await isPassword('ñandú in the sun', null)).toBe(false);
});

test('an account that does not exist takes as long', async () => {
  const hash = await hashPassword('correct horse battery');
  const spent = async (against: string | null): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      // Time of processors, not of the clock: what else the machine does must not count.
      const before = process.cpuUsage();
      await isPassword('some other password', against);
      const { user, system } = process.cpuUsage(before);
      times.push(user + system);
    }
    return Math.min(...times);
  };
  const [known, unknown] = [await spent(hash), await spent(null)];
  expect(unknown).toBeGreaterThan(known / 3);
  expect(known).toBeGreaterThan(unknown / 3);
});

test('many at once all get their turn', async () => {
  const hash = await hashPassword('correct horse battery');
  const answers = await Promise.all(Array.from({ length: 9 }, () => isPassword('correct horse battery', hash)));
  expect(answers).toEqual(Array.from({ length: 9 }, () => true));
});
