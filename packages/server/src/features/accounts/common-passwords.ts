/** Beginnings that guessers try first; a password made of these and nothing but digits or signs behind is refused. */
const COMMON = `
password passwort passw0rd p@ssword p@ssw0rd contrasena motdepasse wachtwoord qwerty qwertz azerty qwertyuiop qwertzuiop
azertyuiop asdfghjkl zxcvbnm letmein welcome willkommen bienvenue bienvenido iloveyou iloveyouforever admin administrator
adminadmin root superuser changeme changeit changemenow secret topsecret default guest test testing temp temporary monkey
dragon master football baseball basketball superman batman starwars pokemon princess sunshine shadow michael jordan
trustno1 whatever freedom computer internet samsung google facebook continuo company summer winter spring autumn sommer
login user username access hello helloworld abc abcdef abcdefgh abcdefghijkl abc123 a1b2c3d4 a1b2c3d4e5f6 q1w2e3r4
q1w2e3r4t5y6 1q2w3e4r 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc zaq12wsx qazwsx qazwsxedc
`
  .trim()
  .split(/\s+/);

const WORDS = new Set(COMMON);
const RISING = '01234567890123456789abcdefghijklmnopqrstuvwxyz';

/** True for passwords that are tried first: one of the most common words, repeated or counted on, or one sign over and over. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  const core = plain.replace(/[\d\W_]+$/u, '').replace(/^[\d\W_]+/u, '');
  if (core === '') return isPoor(plain);
  return [plain, core, shortestPart(core)].some((text) => WORDS.has(text)) || isPoor(plain);
}

/** Few different signs, or a row of the alphabet or of digits up or down. */
function isPoor(text: string): boolean {
  if (new Set(text).size < 5) return true;
  return RISING.includes(text) || [...RISING].reverse().join('').includes(text);
}

/** `abc` of `abcabcabc`; the text itself when it repeats nothing. */
function shortestPart(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, length);
}
