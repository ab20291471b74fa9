import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import type { AnswerLoader } from './answer-loader.ts';
import { answerRoutes } from './answer-routes.ts';
import { askingRoutes } from './asking-routes.ts';
import { surveyRoutes } from './survey-routes.ts';

/** Asking customers, and what they answered. */
export function experienceRoutes(app: FastifyInstance, services: Services, loader: AnswerLoader): void {
  surveyRoutes(app, services);
  askingRoutes(app, services);
  answerRoutes(app, services, loader);
}
