export type { Aligner } from './alignment/aligner.ts';
export { alignSequences, prepareAligner } from './alignment/aligner.ts';
export type { Alignment, Move } from './alignment/alignment.ts';
export { checkTree } from './alignment/check-tree.ts';
export type { BlindSpot, Conformance, CountedAlignment } from './alignment/conformance.ts';
export { blindSpotOf, conformanceOf } from './alignment/conformance.ts';
export type { Footprint, FootprintMatch } from './alignment/footprints.ts';
export { compareFootprints, footprintOf, footprintOfMap } from './alignment/footprints.ts';
export type { Labelled, ReadStep, StepFacts } from './alignment/labels.ts';
export { labelMoves } from './alignment/labels.ts';
export { MOST_PLACES } from './alignment/most-places.ts';
export type { PackedAlignments } from './alignment/packed-alignments.ts';
export { alignmentAt, unpackAlignments } from './alignment/packed-alignments.ts';
export type { CountedMoves, Precision } from './alignment/precision.ts';
export { precisionOf } from './alignment/precision.ts';
export type { ProcessTree } from './alignment/process-tree.ts';
export type { SequenceBatch } from './alignment/sequence-batch.ts';
export { batchOf } from './alignment/sequence-batch.ts';
export type { StepCosts } from './alignment/step-costs.ts';
export { UNIT_COSTS } from './alignment/step-costs.ts';
export { sortedFromTheEnd } from './alignment/trie-order.ts';
export type * from './analysis/activities.ts';
export type { AlignStep, PathAlignment } from './analysis/align-paths.ts';
export { alignPaths } from './analysis/align-paths.ts';
export { behindGap } from './analysis/behind-gap.ts';
export type * from './analysis/feedback.ts';
export type { GraphSliders, GraphView } from './analysis/filter-graph.ts';
export { filterGraph } from './analysis/filter-graph.ts';
export type * from './analysis/flow.ts';
export { compareFlowLinks, compareFlowNodes, flowPlaceKey } from './analysis/flow-order.ts';
export type { Funnel, FunnelGroup, FunnelInput, FunnelStep } from './analysis/funnel.ts';
export { funnelScope, MOST_FUNNEL_GROUPS } from './analysis/funnel.ts';
export type * from './analysis/journey-gaps.ts';
export { byGapSize, GAP_KINDS, HARM_KINDS } from './analysis/journey-gaps.ts';
export type * from './analysis/journey-map.ts';
export type { PromiseState } from './analysis/journey-promise.ts';
export { PROMISE_STATES } from './analysis/journey-promise.ts';
export type { ComparedOutcome, Outcome as JourneyOutcome } from './analysis/journey-shares.ts';
export {
  ASKING_CHANNELS,
  COMPARE_NEEDS,
  comparedOutcome,
  compareGroups,
  isVoice,
  plainShare,
  shareOver,
  WRITING_CHANNELS,
} from './analysis/journey-shares.ts';
export { NO_WORDS_SAYS, wordless } from './analysis/no-words.ts';
export type * from './analysis/path-graph.ts';
export type * from './analysis/people.ts';
export type * from './analysis/retention.ts';
export type { CohortFrame } from './analysis/retention-frame.ts';
export { cohortFrame, isMeasured, MOST_PERIODS } from './analysis/retention-frame.ts';
export type { Run, RunRef, RunUnit } from './analysis/run.ts';
export { formatRunRef, parseRunRef } from './analysis/run.ts';
export type * from './analysis/scope.ts';
export type { JourneySeries, Series, SeriesInput } from './analysis/series.ts';
export type { SuggestedGap } from './analysis/suggest-gap.ts';
export { betweenRhythms, ENOUGH_GAPS, longestUsual } from './analysis/suggest-gap.ts';
export type * from './analysis/summary.ts';
export type * from './analysis/timeline.ts';
export type { Variant, Variants, VariantsInput } from './analysis/variants.ts';
export { COVERAGE_SHARES } from './analysis/variants.ts';
export type { Event, IdentityClaim, IdentityKind, PropertyValue, Scale } from './event/event.ts';
export type { Felt } from './event/felt.ts';
export { FELT, FELT_BOUNDS, feltOf } from './event/felt.ts';
export type { SipKey } from './event/hash.ts';
export { sipHash, sipHashInto, sipKey, ZERO_KEY } from './event/hash.ts';
export { keptLine, keptText } from './event/kept-text.ts';
export { utf8 } from './event/utf8.ts';
export type { SurveyAnswer } from './experience/answer.ts';
export { anonymousOf, answerEvent } from './experience/answer.ts';
export type { AskAfterOutcome, AskAfterTime, AskNow } from './experience/ask-after.ts';
export { ASK_LATE_DAYS, askDueMs, askWindow, heldAfter, MOST_AFTER_HOURS } from './experience/ask-after.ts';
export type { SurveyFinding, SurveySurroundings } from './experience/check-survey.ts';
export { canOpen, checkSurvey } from './experience/check-survey.ts';
export type { AskDecision, Asked, AskInput, AskRules } from './experience/fatigue.ts';
export { drawOf, mayAsk, USUAL_ASK_RULES } from './experience/fatigue.ts';
export type { FeedbackField, RecordTimes } from './experience/feedback-records.ts';
export { answersOfRecords } from './experience/feedback-records.ts';
export type { Forecast, ForecastInput } from './experience/forecast.ts';
export { FORECAST_DAYS, forecastAnswers } from './experience/forecast.ts';
export type { KeynessRules, Phrase, Spoken } from './experience/keyness.ts';
export { KEYNESS_RULES, keyPhrases } from './experience/keyness.ts';
export { answeredOf, moodCounts, NO_VOICES } from './experience/mood-counts.ts';
export type { Nps } from './experience/nps.ts';
export { NPS_FROM, npsOf, npsOfVoices } from './experience/nps.ts';
export type { AnsweredPlace } from './experience/praise.ts';
export { PRAISE_FROM, PRAISE_RULE, praiseOf } from './experience/praise.ts';
export type { Said } from './experience/said.ts';
export { bySaid, commentsPage, filterSaid, isAt, NEWEST_TEXTS, saidCoverage, shownComment } from './experience/said.ts';
export { phrasesOfSaid, themesOfSaid } from './experience/said-themes.ts';
export type { SilentCompared, SilentSays } from './experience/silent.ts';
export { SILENT_FROM, silentSays } from './experience/silent.ts';
export type {
  Emotion,
  GotAnswer,
  PageLanguage,
  ScoredKind,
  Survey,
  SurveyQuestion,
  SurveyQuestionKind,
  SurveyStatus,
  WordsByLanguage,
} from './experience/survey.ts';
export {
  answerName,
  EMOTIONS,
  GOT_ANSWERS,
  kindOfSurvey,
  MOST_QUESTIONS,
  PAGE_LANGUAGES,
  QUESTION_KINDS,
  QUESTION_SCALES,
  scoredQuestion,
  USUAL_QUESTIONS,
} from './experience/survey.ts';
export type { SurveyTemplate } from './experience/survey-templates.ts';
export { blankSurvey, SURVEY_TEMPLATES } from './experience/survey-templates.ts';
export { languageOf } from './experience/text-words.ts';
export type { Theme, ThemeWords } from './experience/themes.ts';
export { phraseTest, themeReader } from './experience/themes.ts';
export type { GapContext } from './journey/accept-gap.ts';
export { acceptGap } from './journey/accept-gap.ts';
export { applyEdit, applyEdits } from './journey/apply-edit.ts';
export { blankJourney, blankStep } from './journey/blank.ts';
export type { CompiledMap } from './journey/compile.ts';
export { compileMap, FAILED } from './journey/compile.ts';
export type * from './journey/contract.ts';
export { LANE_KINDS } from './journey/contract.ts';
export type { CutEvent, CutPassage, CutRules } from './journey/cut.ts';
export { cutPassages, cutRules, passageKey } from './journey/cut.ts';
export type { JourneyDefinition } from './journey/definition.ts';
export type { Edit, Edited, EditKind } from './journey/edit.ts';
export {
  CARD_FIELDS,
  GROUP_FIELDS,
  JOURNEY_FIELDS,
  LANE_FIELDS,
  PASSAGE_FIELDS,
  PROMISE_FIELDS,
  STEP_FIELDS,
} from './journey/edit.ts';
export { isWhole } from './journey/edit-blocks.ts';
export { alignable, judgementOf, judgeTouches, mapHash } from './journey/judge.ts';
export type { Matchable, MatchRule } from './journey/match.ts';
export { matchEvent, matches, matchRules, numberOf, propertyText, withTouchpoints } from './journey/match.ts';
export type { Judged, RunStatus, Skip, SkipLabel, Touch, TouchLabel } from './journey/touch.ts';
export {
  MOST_STEPS,
  NOT_ON_MAP,
  RUN_STATUSES,
  SKIP_LABELS,
  symbolOf,
  TOUCH_LABELS,
  touchOf,
} from './journey/touch.ts';
export { VOICE_PROPERTIES, voiceStep } from './journey/voice.ts';
export type { PlacedStep } from './journey/walk.ts';
export { findStep, isGoal, isMatched, mapSteps, mayBeSkipped, placedSteps } from './journey/walk.ts';
export type { AlertChange, Change, ChangeTone, GapDecision, GapsOfJourney } from './letter/change.ts';
export type { Decision } from './letter/decision.ts';
export { decisionWanted } from './letter/decision.ts';
export { letterMs, letterWeek, mondayOf, nextLetterMs } from './letter/letter-day.ts';
export type { LovedMoment } from './letter/most-loved.ts';
export { mostLoved } from './letter/most-loved.ts';
export type { JourneyNeed } from './letter/needs-most.ts';
export { needsMost } from './letter/needs-most.ts';
export type { Waiting, WaitingFacts } from './letter/waiting-for.ts';
export { waitingFor } from './letter/waiting-for.ts';
export type { Happenings } from './letter/what-changed.ts';
export { betterOf, MOST_CHANGES, TOLD_FROM_PEOPLE, whatChanged, worstOf } from './letter/what-changed.ts';
export type { BlockKey } from './mining/block-keys.ts';
export { allKeys, keysOf } from './mining/block-keys.ts';
export type {
  DraftBlock,
  DraftGroup,
  DraftInput,
  DraftMap,
  DraftPromise,
  DraftStage,
  DraftStep,
} from './mining/draft-map.ts';
export { draftMap, draftSteps, promisePairs, stabilityById } from './mining/draft-map.ts';
export { draftToContract } from './mining/draft-to-contract.ts';
export { friendlyDuration } from './mining/durations.ts';
export type { Dependency } from './mining/heuristics.ts';
export { dependencies } from './mining/heuristics.ts';
export { mineTree } from './mining/inductive-miner.ts';
export type { NameSimilarity } from './mining/name-similarity.ts';
export { nameSimilarity } from './mining/name-similarity.ts';
export { readableName } from './mining/readable-name.ts';
export type { CoveredRoutes, SeenRoute } from './mining/seen-routes.ts';
export { coveredRoutes } from './mining/seen-routes.ts';
export type { RoutesOfPeople, StabilityOptions } from './mining/stability.ts';
export { blockStability, dealtOut, routesTaken, STEADY_FROM } from './mining/stability.ts';
export type { StepWait } from './mining/stage-cuts.ts';
export type { StepVolume } from './mining/step-volumes.ts';
export { peopleByStep } from './mining/step-volumes.ts';
export type { MatchCandidate, SeenEvent, StepToMatch, SuggestedMatch } from './mining/suggest-matches.ts';
export { SURE_FROM, suggestMatches, WORTH_SHOWING } from './mining/suggest-matches.ts';
export { tidyTree } from './mining/tidy-tree.ts';
export type { AbsenceMemory, AbsenceVerdict, HourCounts, HourProfile, Missing } from './monitor/absence.ts';
export { advanceAbsence, hourOfWeek, LEAST_HOURS, learnHours, NOTHING_MISSING } from './monitor/absence.ts';
export type { ArrivalHours } from './monitor/arrivals.ts';
export { arrivalCounts, isLive, NEW_WITHIN_MS, quietSince } from './monitor/arrivals.ts';
export type { Baseline, Usual, WatchPeriod } from './monitor/baseline.ts';
export { LEARNS_FROM, learn, usualAt } from './monitor/baseline.ts';
export { behindMeasured } from './monitor/behind-measured.ts';
export type { Moved, Stretch } from './monitor/lead.ts';
export { expectedOf, hasMoved, leadsOf } from './monitor/lead.ts';
export type { Measured, WatchHow } from './monitor/measured.ts';
export {
  canBeMissing,
  harmfulSide,
  isHeardOnly,
  isNoneUsual,
  isPlainCount,
  MEASURED_ANSWERS,
  MEASURED_CALLBACKS,
  MEASURED_MAP_FACTS,
  MEASURED_STEP_FACTS,
  measuredOf,
} from './monitor/measured.ts';
export type { Point } from './monitor/point.ts';
export { inWeeks, pointValue, tells } from './monitor/point.ts';
export type { Episode, Replay, ReplayInput } from './monitor/replay.ts';
export { episodesOf, replay } from './monitor/replay.ts';
export type { Silence } from './monitor/silence.ts';
export { silencesOf } from './monitor/silence.ts';
export type { Side, Verdict, WatchMemory, WatchSide, WatchState } from './monitor/watch.ts';
export { advance, CALM, NEW_MEMORY } from './monitor/watch.ts';
export { xmrLimits } from './monitor/xmr.ts';
export { identityOf } from './people/identity.ts';
export { madeUpName } from './people/made-up-name.ts';
export { maskContacts, shownWords } from './people/mask.ts';
export { shortened } from './people/shortened.ts';
export { isStaffProperty, STAFF_WORDS } from './people/staff.ts';
export type { Outcome, ProblemCode } from './problem.ts';
export { Problem } from './problem.ts';
export type { WorkingCalendar, WorkingSpan } from './recovery/calendar.ts';
export type { CallbackDeed, CallbackStanding, CallbackState, Cause, PutRight, Withdrawn } from './recovery/callback.ts';
export {
  afterDeed,
  CALLBACK_STATES,
  HELPING_STATES,
  isPastDue,
  openedCallback,
  PUT_RIGHT,
} from './recovery/callback.ts';
export type { CallbackTimer } from './recovery/callback-timers.ts';
export { CALLBACK_TIMERS, timersOf } from './recovery/callback-timers.ts';
export type { LandedOn } from './recovery/lands-on.ts';
export { landsOn } from './recovery/lands-on.ts';
export { ANSWER_PHRASES, holdsPhrase } from './recovery/phrases.ts';
export type { CallbackRule, RepeatCondition, RuleCondition } from './recovery/rule.ts';
export type { Repeat } from './recovery/rules.ts';
export { holdsOf, isCounted, lowBound, repeatsOf } from './recovery/rules.ts';
export type { Sighting } from './recovery/sighting.ts';
export { mayBeCalled } from './recovery/sighting.ts';
export { addWorkingTime, officeHours, workingTimeBetween } from './recovery/working-hours.ts';
export type { Ending } from './stats/aalen-johansen.ts';
export { incidencesBy } from './stats/aalen-johansen.ts';
export type { ChangePoint, Period as ShareOfPeriod } from './stats/change-point.ts';
export { CHANGE_NEEDS, changePoint } from './stats/change-point.ts';
export type { TimedOutcome } from './stats/cumulative-incidence.ts';
export { cumulativeIncidence } from './stats/cumulative-incidence.ts';
export type { GapBucket } from './stats/gap-buckets.ts';
export type { DropOff, Stay } from './stats/hazard.ts';
export { dropOffs } from './stats/hazard.ts';
export type { IntervalKind, Lasting, SurvivalPoint, TimeQuantile } from './stats/kaplan-meier.ts';
export { kaplanMeier, shareAt, timeQuantile } from './stats/kaplan-meier.ts';
export type { ShareDifference } from './stats/newcombe.ts';
export { newcombe } from './stats/newcombe.ts';
export { quantileOf, spreadOf } from './stats/quantile.ts';
export type { Unseen } from './stats/unseen.ts';
export { chao1, coverageOf, unseenShare } from './stats/unseen.ts';
export { STEADY_NEEDS, spreadFactor, tellingPeriods, unsteadySince } from './stats/unsteady.ts';
export type { WilsonInterval } from './stats/wilson.ts';
export { wilson } from './stats/wilson.ts';
export type { Period } from './time/calendar.ts';
export { dayOfDate, isTimeZone, periodNumber, periodStart, weekOfDay } from './time/calendar.ts';
export type { TimeRange } from './time/range.ts';
export { ALL_TIME, isWithin } from './time/range.ts';
export { instantOf, wallClock } from './time/wall-clock.ts';
