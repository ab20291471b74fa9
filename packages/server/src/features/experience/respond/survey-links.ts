import type { Services } from '../../../platform/services.ts';

/** What the link of a survey says: whoever has an open one may answer; a personal one belongs to an invitation. */
export type SurveyLink =
  | { readonly kind: 'open'; readonly workspace: number; readonly survey: string; readonly channel: string }
  | { readonly kind: 'personal'; readonly workspace: number; readonly invitation: number }
  | { readonly kind: 'preview'; readonly workspace: number; readonly survey: string };

type Linking = Pick<Services, 'tokens' | 'address'>;

const KINDS = { open: 'survey', personal: 'survey-of', preview: 'survey-preview' } as const;

/** The token of a link; short names keep QR codes small. */
export function surveyToken({ tokens }: Linking, link: SurveyLink): string {
  const { workspace } = link;
  switch (link.kind) {
    case 'open':
      return tokens.sign({ kind: KINDS.open, workspace, s: link.survey, c: link.channel });
    case 'personal':
      return tokens.sign({ kind: KINDS.personal, workspace, i: link.invitation });
    case 'preview':
      return tokens.sign({ kind: KINDS.preview, workspace, s: link.survey });
  }
}

/** The whole address of a link. */
export function surveyUrl(services: Linking, link: SurveyLink): string {
  return `${services.address.url}/s/${surveyToken(services, link)}`;
}

/** What a token says; null when it is none of ours. */
export function readSurveyToken({ tokens }: Linking, token: string): SurveyLink | null {
  const open = tokens.read(token, KINDS.open);
  if (open) return { kind: 'open', workspace: open.workspace, survey: String(open.s), channel: String(open.c) };
  const personal = tokens.read(token, KINDS.personal);
  if (personal) return { kind: 'personal', workspace: personal.workspace, invitation: Number(personal.i) };
  const preview = tokens.read(token, KINDS.preview);
  return preview && { kind: 'preview', workspace: preview.workspace, survey: String(preview.s) };
}
