import type { JourneyEntry } from '@continuo/contract';
import type { JourneyContract } from '@continuo/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { PageHead } from '../../../app/page-head.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { HeadPanel } from './head-panel.tsx';
import type { Doing } from './step-panel.tsx';

/** The title row of the editor. */
export const EditHead = memo(function EditHead({
  contract,
  entries,
  where,
  act,
  onPublish,
}: {
  readonly contract: JourneyContract;
  readonly entries: readonly JourneyEntry[];
  readonly where: { readonly ws: string; readonly key: string };
  readonly act: Doing;
  readonly onPublish: () => void;
}) {
  return (
    <PageHead
      title={contract.title}
      isSmall
      before={{
        text: WORDS.title,
        link: (
          <Link to="/w/$ws/journeys" params={{ ws: where.ws }}>
            {WORDS.journeys}
          </Link>
        ),
      }}
      after={<HeadPanel contract={contract} entries={entries} where={where} act={act} />}
      actions={
        <>
          <Link to="/w/$ws/journeys/$key" params={where} className={buttonClass()}>
            {WORDS.back}
          </Link>
          <Link to="/w/$ws/journeys/$key/connect" params={where} className={buttonClass()}>
            {WORDS.connect}
          </Link>
          <Link to="/w/$ws/journeys/$key/versions" params={where} className={buttonClass()}>
            {WORDS.versions}
          </Link>
          <Button look="primary" onPress={onPublish}>
            {WORDS.publish}
          </Button>
        </>
      }
    />
  );
});
