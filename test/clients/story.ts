import type { FixedClock } from '@app/kernel/clock.js';
import { MODELLKOMMUNE_PROGRAM, roundTwo } from '../support/modellkommune.js';
import type { Product } from '../support/product.js';
import type { Claim } from './answers.js';
import { subscribe } from './subscriber.js';

interface Call {
  readonly id: string;
  readonly version: number;
  readonly deadlines: readonly { readonly id: string }[];
}

const DUEREN = '/authorities/DE:05358008';
const NAME = 'Frist: Modellkommune E-Government, 2. Runde';

/** A town hall subscribes; the deadline moves, the call is withdrawn, the subscription is renewed and ends: what khal shows after each sync. */
export async function story({ send }: Product, clock: FixedClock, folder: string): Promise<Claim[]> {
  const program = await send<{ id: string }>('/programs', MODELLKOMMUNE_PROGRAM);
  const { previousCallId: _none, ...draft } = roundTwo(program.id, '');
  let call = await send<Call>('/calls', draft);
  const step = async (name: string, body: object) => {
    clock.advance({ hours: 1 });
    call = await send<Call>(`/calls/${call.id}/${name}`, body, { 'if-match': `"${call.version}"` });
  };
  const feed = await send<{ id: string; url: string }>(`${DUEREN}/feeds`, { scope: 'eligible' });
  const subscriber = await subscribe(feed.url, folder);
  const claims: Claim[] = [];
  const shows = async (when: string, lines: readonly string[], isReachable = true) => {
    const fetched = await subscriber.sync().then(
      () => true,
      () => false,
    );
    const seen = (await subscriber.list()).map(({ start, summary }) => `${start} ${summary.replaceAll('\u00a0', ' ')}`);
    const again = isReachable ? await subscriber.sync() : 0;
    const holds = fetched === isReachable && again === 0 && seen.join('\n') === lines.join('\n');
    claims.push({ name: holds ? when : `${when}: khal shows ${JSON.stringify(seen)}, the sync after that changes ${again}`, holds });
  };

  await shows('a draft is in no calendar', []);
  await step('publication', {});
  await shows('a published call is there at the next sync', [`2014-07-25 ${NAME}`]);
  const amendment = { schedule: { kind: 'fixed', closes: { date: '2014-08-01', time: '12:00' } }, reason: 'verlängert' };
  await step(`deadlines/${call.deadlines[0]!.id}/amendments`, amendment);
  const moved = `2014-08-01 ${NAME}, bis 12:00 Uhr`;
  await shows('a deadline that moves moves its entry, and there is still one', [moved]);
  await step('withdrawal', { reason: 'Die Mittel stehen nicht mehr zur Verfügung.' });
  await shows('a withdrawn call says so', [`2014-08-01 Zurückgezogen: ${NAME}, bis 12:00 Uhr`]);
  await send(`/feeds/${feed.id}/rotation`, {});
  const renewed = ['2014-06-12 Dieses Abo wurde erneuert'];
  await shows('a renewed subscription says so under its old address', renewed);
  clock.advance({ hours: 24 * 15 });
  await shows('an address that has ended empties no calendar', renewed, false);
  return claims;
}
