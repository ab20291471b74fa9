import type { IdentityClaim } from '../event/event.ts';
import { sipHash } from '../event/hash.ts';
import { utf8 } from '../event/utf8.ts';

/**
 * Identity of a claim: `sipHash64(concat(workspace, '\0', kind, '\0', value))`, so that SQL can recompute it.
 * Two claims with equal text but another kind are two identities.
 */
export function identityOf(workspace: number, claim: IdentityClaim): bigint {
  return sipHash(utf8(`${workspace}\0${claim.kind}\0${claim.value}`));
}
