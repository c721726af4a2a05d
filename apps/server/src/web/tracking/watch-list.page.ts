import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import type { AuthorityView } from '@app/authorities/authority-view.js';
import { Clock } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import { sortCalls } from '@app/matching/call-order.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { StanceKind } from '@app/tracking/stance.js';
import { type TrackedCall, TrackedCalls } from '@app/tracking/tracked-calls.js';
import { Injectable } from '@nestjs/common';
import { OwnSearches } from '../../api/tracking/own-searches.js';
import { resultRow } from '../calls/call-lists.js';
import { paths } from '../frame/paths.js';
import type { ResultRowModel } from '../pieces/result-row.js';
import { type Texts, texts } from '../texts/texts.js';
import type { WatchListModel } from './watch-list.model.js';

/** The watch list of an authority as a page: what closes next stands first. */
@Injectable()
export class WatchListPage {
  constructor(
    private readonly trackedCalls: TrackedCalls,
    private readonly searches: OwnSearches,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  async model(actor: SignedInPerson, authority: AuthorityView, locale: Locale): Promise<WatchListModel> {
    const tracked = await this.trackedCalls.run(actor, authority);
    const { named } = await this.index.current();
    const reader = { locale, now: this.clock.now(), authority, named };
    const t = texts(locale);
    const rowsOf = (kind: StanceKind): ResultRowModel[] =>
      sortCalls(
        tracked.filter(({ stances }) => kindOf(stances) === kind),
        'closing',
      ).map((call) => ({ ...resultRow(call, reader), kept: keptWords(t, call, actor.id) }));
    return {
      authorityName: authority.name,
      followed: rowsOf('followed'),
      dismissed: rowsOf('dismissed'),
      searches: (await this.searches.all(actor)).map(({ id, name, found, digest }) => ({ href: paths.search(id), name, found, digest })),
    };
  }
}

/** While somebody follows it, it is no dismissed call, whatever others think. */
function kindOf(stances: TrackedCall['stances']): StanceKind {
  return stances.some(({ kind }) => kind === 'followed') ? 'followed' : 'dismissed';
}

function keptWords(t: Texts, { stances }: TrackedCall, personId: string): readonly string[] {
  const words = t.tracking;
  const nameOf = (stance: TrackedCall['stances'][number]) => (stance.personId === personId ? words.you : stance.personName);
  const followers = stances.filter(({ kind }) => kind === 'followed').map(nameOf);
  const others = stances.filter(({ kind }) => kind === 'dismissed');
  const notes = stances.flatMap((stance) => (stance.note ? [`${nameOf(stance)}: ${stance.note}`] : []));
  return [
    ...(followers.length > 0 ? [words.followedBy(followers.join(', '))] : []),
    ...others.map((stance) => words.dismissedBy(nameOf(stance), words.reasons[stance.reason ?? 'other'])),
    ...notes,
  ];
}
