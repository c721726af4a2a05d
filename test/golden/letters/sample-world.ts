import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import { dueren, kreisDueren, modellkommune, muenster, smartCities, wachau } from './sample-calls.js';

/** What letters tell of. */
export interface World {
  readonly reader: string;
  readonly deputy: string;
  readonly dueren: AuthorityView;
  readonly kreisDueren: AuthorityView;
  readonly muenster: AuthorityView;
  readonly modellkommune: CallRecord;
  readonly smartCities: CallRecord;
  readonly wachau: CallRecord;
  /** What somebody wrote instead of what stands here. */
  readonly reword: (text: string) => string;
}

/** The sample, with everything that somebody could have typed in put in other words. */
export function worldIn(reword: World['reword']): World {
  return {
    reader: reword('Jana Müller'),
    deputy: reword('Ben Klein'),
    dueren: authorityIn(dueren, reword),
    kreisDueren: authorityIn(kreisDueren, reword),
    muenster: authorityIn(muenster, reword),
    modellkommune: callIn(modellkommune, reword),
    smartCities: callIn(smartCities, reword),
    wachau: callIn(wachau, reword),
    reword,
  };
}

export const HARMLESS = worldIn((text) => text);

function authorityIn(authority: AuthorityView, reword: World['reword']): AuthorityView {
  const population = authority.population.map((figure) => ({ ...figure, source: reword(figure.source) }));
  return { ...authority, name: reword(authority.name), officialName: reword(authority.officialName), population };
}

function callIn(call: CallRecord, reword: World['reword']): CallRecord {
  const localized = ({ de, en }: PartlyLocalized): PartlyLocalized => ({ ...(de && { de: reword(de) }), ...(en && { en: reword(en) }) });
  const partners = (all: CallRecord['partners']) => all.map((partner) => ({ ...partner, name: reword(partner.name) }));
  const { program } = call;
  return {
    ...call,
    program: { ...program, title: localized(program.title), partners: partners(program.partners) },
    ownTitle: call.ownTitle && localized(call.ownTitle),
    partners: partners(call.partners),
  };
}
