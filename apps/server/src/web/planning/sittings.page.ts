import type { LeadStep } from '@app/deadlines/planning/lead-step.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type LeadSteps, readLeadSteps } from '@app/tracking/planning/lead-steps.query.js';
import type { SittingDay } from '@app/tracking/planning/sitting-day.js';
import { readSittingDays } from '@app/tracking/planning/sitting-days.query.js';
import { Injectable } from '@nestjs/common';
import { OwnAuthority } from '../../api/planning/own-authority.js';
import type { Option } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import type { SittingsModel } from './sittings.model.js';
import { stepRows } from './steps-form.js';

/** Sittings that are over are shown for so long. */
const DAYS_BACK = 31;

@Injectable()
export class SittingsPage {
  constructor(
    private readonly ownAuthority: OwnAuthority,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Throws 'not-found' for an authority that the actor does not act for. */
  async model(actor: Actor, key: string, locale: Locale): Promise<SittingsModel> {
    const authority = await this.ownAuthority.run(actor, key);
    const { sittings, steps } = await this.transactions.run(scopeOf(actor), async (em) => ({
      sittings: await readSittingDays(em, authority.id),
      steps: await readLeadSteps(em, authority.id),
    }));
    const today = dayAt(this.clock.now(), authority.zone);
    const since = today.subtract({ days: DAYS_BACK });
    return {
      key,
      name: authority.name,
      today: today.toString(),
      sittings: sittings.filter(({ day }) => Temporal.PlainDate.compare(day, since) >= 0).map((sitting) => listed(sitting, today)),
      entry: { day: '', kind: 'council', name: lastName(sittings) },
      steps: stepsModel(steps, sittings, locale),
      errors: {},
    };
  }

  async storedSteps(actor: Actor, key: string): Promise<LeadSteps> {
    const { id } = await this.ownAuthority.run(actor, key);
    return this.transactions.run(scopeOf(actor), (em) => readLeadSteps(em, id));
  }
}

function listed({ id, day, kind, name, imported, version }: SittingDay, today: Temporal.PlainDate) {
  return { id, day: day.toString(), kind, name, imported, version, isOver: Temporal.PlainDate.compare(day, today) < 0 };
}

/** As the council was called last time: nobody types it twelve times a year. */
function lastName(sittings: readonly SittingDay[]): string {
  return sittings.findLast(({ kind }) => kind === 'council')?.name ?? '';
}

function stepsModel({ steps, version }: LeadSteps, sittings: readonly SittingDay[], locale: Locale): SittingsModel['steps'] {
  return { rows: stepRows(steps, locale), version, suggested: version === 0, origins: originOptions(steps, sittings, locale) };
}

function originOptions(steps: readonly LeadStep[], sittings: readonly SittingDay[], locale: Locale): Option[] {
  const words = texts(locale).planning;
  const committees = new Set(sittings.filter(({ kind }) => kind === 'committee').map(({ name }) => name));
  for (const { from } of steps) if (from.of === 'sitting' && from.kind === 'committee' && from.name) committees.add(from.name);
  return [
    { value: 'deadline', label: words.beforeDeadline },
    { value: 'sitting:council', label: words.beforeCouncil },
    { value: 'sitting:committee', label: words.beforeCommittee },
    ...[...committees].sort().map((name) => ({ value: `sitting:committee:${name}`, label: words.beforeBody(name) })),
    ...steps.map(({ id, name }) => ({ value: `step:${id}`, label: words.beforeStep(inLocale(name, locale)) })),
  ];
}
