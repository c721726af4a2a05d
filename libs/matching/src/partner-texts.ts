import type { Evaluation } from '@app/eligibility/evaluate.js';
import type { Nearness } from '@app/eligibility/joining/nearness.js';
import type { Localized } from '@app/kernel/locale.js';
import { type Catalogue, textsOf } from '@app/kernel/reason.js';

/** Why there is no group to show. */
export type NoGroupReason =
  | 'no-joint-application'
  | 'eligible-alone'
  | 'cannot-join'
  | 'facts-missing'
  | 'facts-of-application'
  | 'search-too-large'
  | 'no-group';

const NEARNESS: Readonly<Record<Nearness, Localized>> = {
  association: { de: 'Alle im selben Gemeindeverband.', en: 'All in the same municipal association.' },
  county: { de: 'Alle im selben Kreis.', en: 'All in the same county.' },
  region: { de: 'Alle im selben Regierungsbezirk, auch einem früheren.', en: 'All in the same government region, even a former one.' },
  state: { de: 'Alle im selben Land.', en: 'All in the same state.' },
  elsewhere: { de: 'Über das eigene Land hinaus.', en: 'Beyond the own state.' },
};

const NO_GROUP: Catalogue<NoGroupReason> = {
  de: {
    'no-joint-application': 'Dieser Aufruf sieht keine gemeinsame Bewerbung vor.',
    'eligible-alone': 'Eine Bewerbung ist allein möglich, Partner sind nicht nötig.',
    'cannot-join': 'Auch als Mitglied einer gemeinsamen Bewerbung passt es nicht.',
    'facts-missing': 'Es fehlen Angaben, die entscheiden, ob Sie Mitglied sein können.',
    'facts-of-application': 'Der Aufruf verlangt Angaben zum gemeinsamen Vorhaben, die erst mit dem Antrag bekannt sind.',
    'search-too-large': 'In der Nähe gibt es zu viele Möglichkeiten, um alle zu prüfen. Gefunden wurde keine.',
    'no-group': 'Nach dem, was über die anderen bekannt ist, kommt keine Gruppe zustande.',
  },
  en: {
    'no-joint-application': 'This call has no joint applications.',
    'eligible-alone': 'It is possible to apply alone, no partners are needed.',
    'cannot-join': 'It does not fit as a member of a joint application either.',
    'facts-missing': 'Facts are missing that decide whether you can be a member.',
    'facts-of-application': 'The call asks for facts about the joint project that are known only with the application.',
    'search-too-large': 'There are too many possibilities nearby to try them all. None was found.',
    'no-group': 'By what is known about the others no group comes about.',
  },
};

const DEMANDS = ['members-within', 'joint-population-within', 'lead-present'];

/** How near, and each demand on the group with what it has: "Alle im selben Kreis. 3 Mitglieder, verlangt sind mindestens 3." */
export function explanationOf(nearness: Nearness, { findings }: Evaluation): Localized {
  const demands = findings.filter(({ code, member, verdict }) => member === undefined && verdict === 'met' && DEMANDS.includes(code));
  const say = (locale: keyof Localized) => [...new Set([NEARNESS[nearness][locale], ...demands.map(({ text }) => text[locale])])].join(' ');
  return { de: say('de'), en: say('en') };
}

export function noGroupText(reason: NoGroupReason): Localized {
  return textsOf(NO_GROUP, { code: reason, params: {} });
}
