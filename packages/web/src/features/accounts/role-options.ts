import { ROLES } from '@continuo/contract';
import { ROLE_WORDS } from '../../words/accounts.ts';

/** Every role, for a list to choose from. */
export const ROLE_OPTIONS = ROLES.map((role) => ({ id: role, text: ROLE_WORDS[role].name }));
