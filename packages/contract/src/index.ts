export type {
  AuditEntryShown,
  Invitation,
  Member,
  Session,
  SignedIn,
  Token,
} from './accounts.ts';
export {
  acceptInvitationSchema,
  changeRoleSchema,
  firstAdminSchema,
  inviteSchema,
  loginSchema,
  lookInvitationSchema,
  makeTokenSchema,
  PASSWORD_LENGTH,
  passwordSchema,
  revealSchema,
  roleSchema,
  SMALL_GROUP,
} from './accounts.ts';
export type { CallbackPreview, CallbackSettings } from './callback-rules.ts';
export { calendarSchema, callbackRuleSchema, callbackSettingsSchema } from './callback-rules.ts';
export type { CallbackCount, CallbackTab, NoteKind } from './callback-words.ts';
export { CALLBACK_COUNTS, CALLBACK_TABS, MADE_BY_HAND, NOTE_KINDS } from './callback-words.ts';
export type {
  Callback,
  CallbackCause,
  CallbackEntry,
  CallbackList,
  CallbackMeasures,
  PersonContext,
} from './callbacks.ts';
export {
  assignCallbacksSchema,
  causeSchema,
  closeCallbackSchema,
  noteCallbackSchema,
  openCallbackSchema,
  reopenCallbackSchema,
  waitCallbackSchema,
} from './callbacks.ts';
export type { AskOptions, CallOptions, Client, DrawFormat, DrawOptions, Fetch, Frozen, ReplyOf } from './client.ts';
export { ApiProblem, createClient, fillPath, problemOf } from './client.ts';
export type { Home, HomeChange, HomeJourney, HomeLink, Loved } from './home.ts';
export { homeSchema, seenHomeSchema } from './home.ts';
export type { DryRun, Import, ImportFormat, Mapping, Preview } from './imports.ts';
export {
  dryRunSchema,
  FORMATS,
  guessSchema,
  IMPORT_STATUSES,
  importSchema,
  mappingSchema,
  previewSchema,
  SCALES,
} from './imports.ts';
export {
  blockSchema,
  cardSchema,
  JOURNEY_LIMITS,
  journeyContractSchema,
  journeyIdSchema,
  journeyKeySchema,
  laneSchema,
  matcherSchema,
  passageSchema,
  ruleSchema,
  stageSchema,
  stepSchema,
  timePromiseSchema,
  touchpointSchema,
} from './journey-contract.ts';
export { editSchema } from './journey-edits.ts';
export type {
  GapMark,
  Journey,
  JourneyCheck,
  JourneyEntry,
  JourneyFormat,
  JourneyStanding,
  JourneyVersion,
  Judging,
  LiveMessage,
  LoggedEdit,
  Present,
  SeenEvent,
  TestedMatches,
} from './journeys.ts';
export {
  draftedSchema,
  draftFromDataSchema,
  editsSchema,
  GAP_ACTIONS,
  JOURNEY_FORMATS,
  JOURNEY_IMPORT_FORMATS,
  makeJourneySchema,
  markGapSchema,
  presenceSchema,
  publishSchema,
  putFileSchema,
  testMatchesSchema,
  wholeJourneySchema,
} from './journeys.ts';
export type {
  Letter,
  LetterEntry,
  LetterPart,
  LetterScope,
  LetterSubscription,
  Letters,
  TeamCard,
} from './letters.ts';
export { LETTER_FORMATS, letterSchema, letterScopeSchema, subscribeLetterSchema } from './letters.ts';
export { openApi } from './openapi.ts';
export type { Overview } from './overview.ts';
export { overviewSchema } from './overview.ts';
export type { Held, Privacy } from './privacy.ts';
export { heldSchema, privacySchema, setSwitchesSchema, switchesSchema } from './privacy.ts';
export { problemSchema } from './problem.ts';
export { behindSchema } from './questions/inputs.ts';
export type { AnswerOf, QuestionAsk, QuestionInput, QuestionName, QuestionResults } from './questions/registry.ts';
export { isQuestionName, QUESTIONS } from './questions/registry.ts';
export type { ProblemDetails } from './read-problem.ts';
export { readProblem } from './read-problem.ts';
export type { Purpose, Role, RouteRole } from './roles.ts';
export { includesRole, PURPOSES, ROLES } from './roles.ts';
export type { Address } from './routes/addresses.ts';
export { ADDRESSES } from './routes/addresses.ts';
export type { RouteAccess, RouteSpec } from './routes/spec.ts';
export type { RouteName } from './routes/table.ts';
export { DRAW_FORMATS, FILE_ROUTES, ROUTE_ACCESS, ROUTES } from './routes/table.ts';
export type { ScopeInput } from './scope.ts';
export { filterSchema, journeyScopeSchema, judgedBySchema, scopeSchema } from './scope.ts';
export type { Story, StoryMoment, StoryPair } from './story.ts';
export { storyMomentSchema, storyPairSchema, storySchema } from './story.ts';
export type {
  AnswerShown,
  FeedbackRecord,
  SurveyCounts,
  SurveyEntry,
  SurveyForecast,
  SurveyShown,
} from './surveys.ts';
export {
  askRulesSchema,
  FIELD_TYPES,
  feedbackBatchSchema,
  feedbackRecordSchema,
  inviteSchemaOfSurvey,
  LINK_CHANNELS,
  personalLinksSchema,
  surveyDocumentSchema,
} from './surveys.ts';

export { THEME_LIMITS, themeSchema, themeWordsSchema } from './themes.ts';
export type { ActOnAlert, Alert, AlertBeside, Alerts, Watch, WatchChart, WatchPreview, WholeAlert } from './watches.ts';
export {
  actOnAlertSchema,
  changeWatchSchema,
  makeWatchSchema,
  previewWatchSchema,
  relearnWatchSchema,
} from './watches.ts';
export type { WebhookType } from './webhook-types.ts';
export { WEBHOOK_TYPES } from './webhook-types.ts';
export type { MailState, Webhook, WebhookDelivery } from './webhooks.ts';
export { changeWebhookSchema, makeWebhookSchema } from './webhooks.ts';
