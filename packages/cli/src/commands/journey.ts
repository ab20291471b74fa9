import { defineCommand } from 'citty';

export const journey = defineCommand({
  meta: { name: 'journey', description: 'Maps of journeys: as files, in a server, held against what customers did' },
  subCommands: {
    list: () => import('./journey-list.ts').then((module) => module.journeyList),
    show: () => import('./journey-show.ts').then((module) => module.journeyShow),
    new: () => import('./journey-new.ts').then((module) => module.journeyNew),
    draft: () => import('./journey-draft.ts').then((module) => module.journeyDraft),
    check: () => import('./journey-check.ts').then((module) => module.journeyCheck),
    apply: () => import('./journey-apply.ts').then((module) => module.journeyApply),
    pull: () => import('./journey-pull.ts').then((module) => module.journeyPull),
    diff: () => import('./journey-diff.ts').then((module) => module.journeyDiff),
    export: () => import('./journey-export.ts').then((module) => module.journeyExport),
  },
});
