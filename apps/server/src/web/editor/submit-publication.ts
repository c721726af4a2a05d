import type { WarningAnswer } from '@app/funding/publish-call.js';
import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { PROBLEM_STATUS } from '@app/kernel/problems.js';
import { BOUND_ANSWER } from '@app/matching/witnesses.js';
import { Injectable } from '@nestjs/common';
import { PublicationDto } from '../../api/calls/call.dto.js';
import { PublishReviewed } from '../../api/calls/publish-reviewed.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { ValidationPipe } from '../../edge/validation/validation.pipe.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import { faultsOf } from './check-call.js';
import { aboutOf, type BoundQuestion, type Question, type ReviewModel } from './editor.model.js';
import { type Body, isTicked, rowsOf, textOf } from './form-reading.js';
import { ReviewPage } from './review.page.js';

export type Publication = { readonly goTo: string } | { readonly model: ReviewModel; readonly status: number };

const pipe = new ValidationPipe();

/**
 * Publishes what was reviewed. The page asks for an answer to each warning and a click on each numeric bound, and does not go on without (but for hints);
 * the interface is never stopped by one. Whatever stands in the way comes back on the review, with the answers as entered.
 */
@Injectable()
export class SubmitPublication {
  constructor(
    private readonly page: ReviewPage,
    private readonly publishReviewed: PublishReviewed,
  ) {}

  async run(actor: Actor, id: string, body: Body, locale: Locale): Promise<Publication> {
    const review = await this.page.model(actor, id, locale);
    const model = { ...review, questions: answered(review.questions, body), bounds: confirmed(review.bounds, body) };
    const version = Number(body.version);
    if (model.state === 'draft' && version !== model.version) return overtaken(model, locale);
    const errors =
      model.obstacles.length > 0 ? {} : { ...faultsOfAnswers(model.questions, locale), ...faultsOfBounds(model.bounds, locale) };
    if (Object.keys(errors).length > 0) return { model: { ...model, errors }, status: 422 };
    try {
      await this.publishReviewed.run(actor, id, version, [...answersOf(model.questions), ...confirmationsOf(model.bounds)]);
      return { goTo: paths.call(id) };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      const now = { ...(await this.page.model(actor, id, locale)), questions: model.questions, bounds: model.bounds };
      return error.code === 'stale' ? overtaken(now, locale) : { model: now, status: PROBLEM_STATUS[error.code] };
    }
  }
}

function overtaken(model: ReviewModel, locale: Locale): Publication {
  return { model: { ...model, changed: texts(locale).review.changed }, status: PROBLEM_STATUS.stale };
}

/** Answers belong to a warning by its code and place, not by their number: the rule may have changed since. */
function answered(questions: readonly Question[], body: Body): Question[] {
  const rows = rowsOf(body, 'answers').map((row) => ({
    code: textOf(body, `${row}.code`),
    path: textOf(body, `${row}.path`),
    note: textOf(body, `${row}.note`),
  }));
  return questions.map((question) => ({
    ...question,
    note: rows.find(({ code, path }) => code === question.code && path === question.path)?.note ?? '',
  }));
}

/** A click belongs to the numbers that were seen: it is not carried over to others. */
function confirmed(bounds: readonly BoundQuestion[], body: Body): BoundQuestion[] {
  const clicked = rowsOf(body, 'bounds')
    .filter((row) => isTicked(body, `${row}.confirmed`))
    .map((row) => textOf(body, `${row}.about`));
  return bounds.map((bound) => ({ ...bound, isConfirmed: clicked.includes(aboutOf(bound)) }));
}

function confirmationsOf(bounds: readonly BoundQuestion[]): WarningAnswer[] {
  return bounds.map(({ path, statement }) => ({ code: BOUND_ANSWER, path, note: statement }));
}

function faultsOfBounds(bounds: readonly BoundQuestion[], locale: Locale): Record<string, string> {
  const open = [...bounds.entries()].filter(([, { isConfirmed }]) => !isConfirmed);
  return Object.fromEntries(open.map(([at]) => [`bounds.${at}.confirmed`, texts(locale).review.boundMissing]));
}

/** Notes are stored on one line; what needs no answer and got none stands in the audit trail as unanswered. */
function answersOf(questions: readonly Question[]) {
  return questions.filter(isAnswered).map(({ code, path, note }) => ({ code, path, note: note.replace(/\s+/g, ' ') }));
}

/** A hint is asked about like every warning, and may be passed over. */
function isAnswered({ note, severity }: Question): boolean {
  return note !== '' || severity !== 'info';
}

function faultsOfAnswers(questions: readonly Question[], locale: Locale): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [at, { note, severity }] of questions.entries())
    if (note === '' && severity !== 'info') errors[`answers.${at}.note`] = texts(locale).review.answerMissing;
  const places = [...questions.entries()].flatMap(([at, question]) => (isAnswered(question) ? at : []));
  const given = { answers: answersOf(questions) };
  for (const fault of faultsOf(() => pipe.transform(given, { type: 'body', metatype: PublicationDto }))) {
    errors[`answers.${places[Number(fault.pointer.split('/')[2] ?? 0)] ?? 0}.note`] ??= faultDetail(fault, locale);
  }
  return errors;
}
