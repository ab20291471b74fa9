import type { makeJourneySchema } from '@continuo/contract';
import { blankJourney, type JourneyContract, Problem } from '@continuo/core';
import { slugOf } from '@continuo/journeyfile';
import { starters } from '@continuo/journeyfile/node';
import type { z } from 'zod';
import type { Services } from '../../../platform/services.ts';
import { readFile } from './read.ts';

export type MakeBody = z.output<typeof makeJourneySchema>;

/** The map that a new journey begins with. A key that was not wished for gives way to one that is taken; a wished one stays. */
export async function contractFor({ state }: Services, workspace: number, body: MakeBody): Promise<JourneyContract> {
  const contract = await wanted(body);
  const key = body.key ?? (await state.journeys.freeKey(state.db, workspace, contract.key));
  return { ...contract, key };
}

async function wanted(body: MakeBody): Promise<JourneyContract> {
  switch (body.from) {
    case 'blank':
      return blankJourney(body.key ?? (slugOf(body.title) || 'journey'), body.title);
    case 'contract':
      return body.contract;
    case 'file':
      return readFile(body);
    case 'starter': {
      const starter = starters().find(({ key }) => key === body.starter);
      if (starter === undefined)
        throw new Problem('journey.unknown', `There is no map “${body.starter}” to begin with.`);
      // What a starter says is a proposal until somebody puts it into force.
      return { ...starter.contract, status: 'draft', title: body.title ?? starter.contract.title };
    }
  }
}
