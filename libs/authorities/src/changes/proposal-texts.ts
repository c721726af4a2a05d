import type { Localized } from '@app/kernel/locale.js';
import { type Catalogue, type Reason, textsOf } from '@app/kernel/reason.js';

/** Why a change was written down, or a successor proposed. */
export type ProposalCode =
  | 'same-name-same-county'
  | 'same-name-same-state'
  | 'part-of-name'
  | 'association-of-neighbour'
  | 'named-by-association'
  | 'no-successor-found'
  | 'in-register'
  | 'in-list'
  | 'by-editor';

const TEXTS: Catalogue<ProposalCode> = {
  de: {
    'same-name-same-county': 'Im selben Kreis gibt es eine neue Gemeinde mit diesem Namen.',
    'same-name-same-state': 'Im selben Land gibt es eine neue Gemeinde mit diesem Namen.',
    'part-of-name': 'Der Name einer neuen Gemeinde im selben Kreis enthält diesen Namen.',
    'association-of-neighbour': (p) => `${p.neighbour} aus demselben Gemeindeverband ist in der neuen Gemeinde aufgegangen.`,
    'named-by-association': 'Der Gemeindeverband trägt den Namen dieser Gemeinde.',
    'no-successor-found': 'Es fand sich keine Nachfolgerin.',
    'in-register': 'So steht es im Gemeinderegister.',
    'in-list': 'So steht es in der Liste der Änderungen.',
    'by-editor': 'Von der Redaktion eingetragen.',
  },
  en: {
    'same-name-same-county': 'There is a new municipality of this name in the same county.',
    'same-name-same-state': 'There is a new municipality of this name in the same state.',
    'part-of-name': 'The name of a new municipality in the same county contains this name.',
    'association-of-neighbour': (p) => `${p.neighbour} of the same association has become part of the new municipality.`,
    'named-by-association': 'The association bears the name of this municipality.',
    'no-successor-found': 'No successor was found.',
    'in-register': 'The register says so.',
    'in-list': 'The list of changes says so.',
    'by-editor': 'Entered by an editor.',
  },
};

export function proposalText(reason: Reason<ProposalCode>): Localized {
  return textsOf(TEXTS, reason);
}
