/* Who uses the fixture: nobody in particular. */
import type { Session } from '@continuo/contract';

export const session: Session = {
  mode: 'open',
  user: null,
  role: 'admin',
  workspaces: [{ slug: 'northern-maple', name: 'Northern Maple', role: 'admin' }],
  csrf: null,
};
