import { useNavigate, useParams } from '@tanstack/react-router';
import { CircleUser } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useMay, useSession } from '../../api/session.ts';
import { Menu } from '../../ui/menu.tsx';
import { MENU_WORDS as WORDS } from '../../words/accounts.ts';
import { signOut } from './sign-out.ts';

/** Who is signed in, and what belongs to them. Nothing while there are no accounts. */
export function AccountMenu({ className, wordClass }: { readonly className: string; readonly wordClass: string }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { user, workspaces } = useSession();
  const isAdmin = useMay('admin');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  if (user === null) return null;
  const others = workspaces.filter(({ slug }) => slug !== ws);
  const choose = (id: string) => {
    if (id === 'out') void signOut();
    else if (id.startsWith('w:')) location.assign(`/w/${encodeURIComponent(id.slice(2))}/home`);
    else void navigate({ to: `/w/$ws/data/${id as 'account' | 'members' | 'audit'}`, params: { ws } });
  };
  return (
    <Menu
      label={WORDS.label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onChoose={choose}
      entries={[
        { id: 'account', text: WORDS.account },
        ...(isAdmin
          ? [
              { id: 'members', text: WORDS.members },
              { id: 'audit', text: WORDS.audit },
            ]
          : []),
        ...others.map(({ slug, name }) => ({ id: `w:${slug}`, text: WORDS.workspace(name) })),
        { id: 'out', text: WORDS.out },
      ]}
      trigger={
        <AriaButton className={className} aria-label={WORDS.open(user.name)}>
          <CircleUser size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className={wordClass}>{user.name}</span>
        </AriaButton>
      }
    />
  );
}
