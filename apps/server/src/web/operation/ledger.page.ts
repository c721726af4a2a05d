import { readDay } from '@app/deadlines/parse-day.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { NoticesOn, type NoticeView } from '@app/reminders/notices/notices-on.query.js';
import { RemindersOn, type ReminderView, SHOWN_STATES } from '@app/reminders/reminders-on.query.js';
import { type ForeseenNotice, ForeseeUnheard } from '@app/reminders/unheard/foresee-unheard.js';
import { Injectable } from '@nestjs/common';
import type { LedgerModel, LedgerRowView, NoticeRowView } from './ledger.model.js';

const ROWS = 50;

/** The ledger of one day: what will go out, what went out, and what did not, with the reason. Plan, preview and proof are the same rows. */
@Injectable()
export class LedgerPage {
  constructor(
    private readonly remindersOn: RemindersOn,
    private readonly noticesOn: NoticesOn,
    private readonly foreseeUnheard: ForeseeUnheard,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  async model(actor: Actor, asked: Readonly<Record<string, unknown>>, locale: Locale): Promise<LedgerModel> {
    const typed = text(asked.on);
    const day = typed === '' ? undefined : readDay(typed);
    const on = (day ?? dayAt(this.clock.now(), HOME_ZONE)).toString();
    const state = SHOWN_STATES.find((known) => known === asked.state);
    const [after, noticesAfter] = [text(asked.after), text(asked['notices-after'])];
    const filter = { on, ...(state && { state }) };
    const page = await this.remindersOn.run(actor, filter, pageAfter(after));
    const notices = await this.noticesOn.run(actor, filter, pageAfter(noticesAfter));
    const isShown = (state === undefined || state === 'planned') && noticesAfter === '';
    const foreseen = isShown ? await this.foreseeUnheard.run(actor, Temporal.PlainDate.from(on)) : [];
    const { authorities } = await this.index.current();
    const zones = new Map([...authorities.values()].map(({ key, zone }) => [key, zone]));
    const zoneOf = (key: string | undefined) => zones.get(key ?? '') ?? HOME_ZONE;
    return {
      on,
      ...(typed !== '' && !day && { wrongDay: typed }),
      state: state ?? '',
      counts: await this.remindersOn.counts(actor, { on }),
      rows: page.items.map((reminder) => reminderRow(reminder, zoneOf(reminder.authority.key), locale)),
      total: page.total,
      ...(page.next && { next: page.next }),
      isLater: after !== '' || noticesAfter !== '',
      notices: notices.items.map((notice) => noticeRow(notice, zoneOf(notice.authority?.key), locale)),
      foreseen: foreseen.map((notice) => foreseenRow(notice, zoneOf(notice.authority.key), locale)),
      ...(notices.next && { nextNotices: notices.next }),
    };
  }
}

function pageAfter(cursor: string) {
  return { limit: ROWS, ...(cursor && { cursor }) };
}

function reminderRow({ call, ...reminder }: ReminderView, zone: string, locale: Locale): LedgerRowView {
  return { ...reminder, call: { id: call.id, title: call.title[locale] }, zone };
}

function noticeRow({ call, ...notice }: NoticeView, zone: string, locale: Locale): NoticeRowView {
  return { ...notice, ...(call && { call: { id: call.id, title: call.title[locale] } }), zone };
}

function foreseenRow(notice: ForeseenNotice, zone: string, locale: Locale): NoticeRowView {
  return noticeRow({ ...notice, id: '', state: 'planned', reason: 'unless-heard' }, zone, locale);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 300) : '';
}
