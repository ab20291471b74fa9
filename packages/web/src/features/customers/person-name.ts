import { madeUpName } from '@continuo/core';

/** The made-up name of a person given as decimal text, as the API writes them. */
export function personName(person: string): string {
  return /^\d{1,20}$/.test(person) ? madeUpName(BigInt(person)) : person;
}
