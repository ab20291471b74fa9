import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { SHELL_WORDS } from '../words/shell.ts';
import { usePageTitle } from './page-title.ts';

/** Nothing at this address. */
export function NotFound() {
  usePageTitle([SHELL_WORDS.notFound.title]);
  return (
    <main id="page">
      <h1 className="sr">{SHELL_WORDS.notFound.title}</h1>
      <Empty title={SHELL_WORDS.notFound.title} says={SHELL_WORDS.notFound.says}>
        <Link to="/" className={buttonClass('primary')}>
          {SHELL_WORDS.notFound.action}
        </Link>
      </Empty>
    </main>
  );
}
