import type { Schedule } from '@app/deadlines/deadline.js';
import { parseSchedule } from '@app/deadlines/parse-schedule.js';
import { AmendDeadline } from '@app/funding/amend-deadline.js';
import { statedOf } from '@app/funding/call-deadline.js';
import { presentDeadlines } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS } from '@app/kernel/problems.js';
import { textOf as problemText } from '@app/kernel/reason.js';
import { Injectable } from '@nestjs/common';
import { AmendmentDto } from '../../api/calls/call.dto.js';
import { ForeseeImpact } from '../../api/calls/foresee-impact.js';
import { faultDetail } from '../../edge/problems/fault-details.js';
import { ValidationPipe } from '../../edge/validation/validation.pipe.js';
import { paths } from '../frame/paths.js';
import { deadlineChangeViews } from '../pieces/deadline-change-views.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import type { AmendmentModel, AmendmentPreview } from './amendment.model.js';
import { type Amendable, AmendmentPage } from './amendment.page.js';
import { afterStep } from './amendment-form.js';
import { faultsOf } from './check-call.js';
import { type DeadlineForm, deadlineField, readDeadlines } from './deadline-form.js';
import { deadlineToJson } from './deadline-form-to.js';
import { type Body, FaultBook, faultTexts, textOf } from './form-reading.js';

export type Amendment = { readonly goTo: string } | { readonly model: AmendmentModel; readonly status: number };

const ROW = 'deadlines.0';
const pipe = new ValidationPipe();

/** Moves a deadline in two steps: what it would do is shown first, and only what was shown is done. */
@Injectable()
export class SubmitAmendment {
  constructor(
    private readonly page: AmendmentPage,
    private readonly foreseeImpact: ForeseeImpact,
    private readonly amendDeadline: AmendDeadline,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, ids: { id: string; deadlineId: string }, body: Body, locale: Locale): Promise<Amendment> {
    const amendable = await this.page.load(actor, ids.id, ids.deadlineId, locale);
    const action = textOf(body, 'do');
    const form = afterStep(readDeadlines(body)[0] ?? amendable.model.form, action);
    const model: AmendmentModel = { ...amendable.model, form, reason: textOf(body, 'reason') };
    if (Number(body.version) !== model.version) return overtaken(model, locale);
    if (action === 'refresh') return { model, status: 200 };
    const read = readSchedule(amendable, form, locale);
    if ('errors' in read) return { model: { ...model, errors: read.errors }, status: 422 };
    const preview = await this.preview(actor, amendable, read.schedule, locale);
    if (preview.changes.length === 0) return { model: { ...model, errors: { '': texts(locale).amendment.nothing } }, status: 422 };
    if (action !== 'amend' || textOf(body, 'seen') !== preview.seen) return { model: { ...model, preview }, status: 200 };
    return this.amend(actor, { ...model, preview }, read.schedule, locale);
  }

  private async preview(actor: Actor, { call, deadline }: Amendable, schedule: Schedule, locale: Locale): Promise<AmendmentPreview> {
    const before = presentDeadlines(call).map(statedOf);
    const after = before.map((stated) => (stated.id === deadline.id ? { ...stated, schedule } : stated));
    const { followers, reminders, calendar } = await this.foreseeImpact.run(actor, call.id, { deadlines: after });
    const changes = deadlineChangeViews({ before, after, at: this.clock.now() }, locale, 'warned');
    return { seen: JSON.stringify(schedule), changes, followers, reminders, calendar };
  }

  private async amend(actor: Actor, model: AmendmentModel, schedule: Schedule, locale: Locale): Promise<Amendment> {
    const { callId, deadlineId, version, reason } = model;
    const [fault] = faultsOf(() => pipe.transform({ schedule, reason }, { type: 'body', metatype: AmendmentDto }));
    if (fault) return { model: { ...model, errors: { reason: faultDetail(fault, locale) } }, status: 422 };
    try {
      await this.amendDeadline.run(actor, callId, version, { deadlineId, schedule, reason });
      return { goTo: `${paths.call(callId)}#desk` };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
      if (error.code === 'stale') return overtaken({ ...(await this.page.load(actor, callId, deadlineId, locale)).model, reason }, locale);
      return { model: { ...model, errors: { '': problemText(PROBLEM_TEXTS, error, locale) } }, status: PROBLEM_STATUS[error.code] };
    }
  }
}

function overtaken(model: AmendmentModel, locale: Locale): Amendment {
  return { model: { ...model, changed: texts(locale).review.changed }, status: PROBLEM_STATUS.stale };
}

function readSchedule({ deadline }: Amendable, form: DeadlineForm, locale: Locale): { schedule: Schedule } | { errors: FieldErrors } {
  const book = new FaultBook();
  const json = deadlineToJson(book, form, ROW);
  if (!book.isEmpty) return { errors: faultTexts(book.faults, locale) };
  const { schedule, faults } = parseSchedule(json.schedule, '/schedule', deadline.zone);
  if (schedule && faults.length === 0) return { schedule };
  const errors = faults.map((fault) => [`${ROW}.${deadlineField(fault.pointer.split('/').slice(1), form)}`, faultDetail(fault, locale)]);
  return { errors: Object.fromEntries(errors) };
}
