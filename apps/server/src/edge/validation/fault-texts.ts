import type { Locale } from '@app/kernel/locale.js';
import type { Catalogue, Params } from '@app/kernel/reason.js';
import { longDay } from '@app/kernel/words.js';

const KINDS: Record<'de' | 'en', Record<string, string>> = {
  de: { text: 'ein Text', boolean: 'true oder false', integer: 'eine ganze Zahl', object: 'ein Objekt', list: 'eine Liste' },
  en: { text: 'a text', boolean: 'true or false', integer: 'a whole number', object: 'an object', list: 'a list' },
};

const listed = (params: Params): string => (Array.isArray(params.allowed) ? params.allowed.join(', ') : '');

/** What can be wrong with a single value that was sent; docs/problems.md lists the same codes. */
export type FaultCode =
  | 'required'
  | 'unknown-property'
  | 'not-repeatable'
  | 'wrong-type'
  | 'applicant-or-members'
  | 'too-short'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'too-small'
  | 'too-great'
  | 'not-one-of'
  | 'not-a-day'
  | 'not-a-time'
  | 'not-an-instant'
  | 'not-a-url'
  | 'not-an-email'
  | 'not-an-id'
  | 'not-money'
  | 'wrong-form'
  | 'unprintable'
  | 'too-deep'
  | 'duplicate'
  | 'repeated'
  | 'other-kind'
  | 'ends-before-start'
  | 'not-a-place'
  | 'unknown-set'
  | 'circular'
  | 'no-places'
  | 'used-by-set'
  | 'already-decided'
  | 'nothing-to-reject'
  | 'ended'
  | 'succeeded'
  | 'used-by-call'
  | 'unknown-step'
  | 'circular-step'
  | 'not-from-deadline'
  | 'not-a-calendar'
  | 'wrong-scheme'
  | 'credentials-in-url'
  | 'wrong-port'
  | 'name-not-found'
  | 'address-not-public'
  | 'too-slow'
  | 'invalid-value';

/** One sentence for each; parameters are the limits that were broken. */
export const FAULT_TEXTS: Catalogue<FaultCode> = {
  de: {
    required: 'Diese Angabe fehlt.',
    'unknown-property': 'Diese Angabe ist hier nicht vorgesehen.',
    'not-repeatable': 'Diese Angabe darf nur einmal vorkommen.',
    'applicant-or-members': 'Bitte entweder einen Antragsteller (applicant) oder Mitglieder (members) angeben.',
    'wrong-type': (params) => `Hier muss ${KINDS.de[String(params.expected)] ?? params.expected} stehen.`,
    'too-short': (params) => (params.least === 1 ? 'Das darf nicht leer sein.' : `Das braucht mindestens ${params.least} Zeichen.`),
    'too-long': (params) => `Das darf höchstens ${params.most} Zeichen lang sein.`,
    'too-few': (params) => `Es braucht mindestens ${params.least} Einträge.`,
    'too-many': (params) => `Es dürfen höchstens ${params.most} Einträge sein.`,
    'too-small': (params) => `Die Zahl muss mindestens ${params.least} sein.`,
    'too-great': (params) => `Die Zahl darf höchstens ${params.most} sein.`,
    'not-one-of': (params) => `Möglich sind: ${listed(params)}.`,
    'not-a-day': 'Das ist kein Kalendertag in der Form 2014-07-25.',
    'not-a-time': 'Das ist keine Uhrzeit von 00:00 bis 23:59.',
    'not-an-instant': 'Das ist kein Zeitpunkt in der Form 2014-07-25T22:00:00Z.',
    'not-a-url': 'Das ist keine Adresse, die mit http:// oder https:// beginnt.',
    'not-an-email': 'Das ist keine E-Mail-Adresse.',
    'not-an-id': 'Das ist keine Kennung (UUID).',
    'not-money': 'Das ist kein Betrag in der Form { amount: "60000.00", currency: "EUR" }.',
    'wrong-form': 'Das hat nicht die richtige Form.',
    unprintable: 'Das enthält Zeichen, die nicht gespeichert werden können.',
    'too-deep': (params) => `Das ist tiefer geschachtelt als ${params.most} Ebenen.`,
    duplicate: 'Dieser Eintrag steht schon in der Liste.',
    repeated: 'Diese Kennung ist schon vergeben.',
    'other-kind': 'Zusammenschließen kann sich nur, was gleicher Art ist.',
    'ends-before-start': 'Das Ende liegt vor dem Anfang.',
    'not-a-place': 'Das ist weder ein Gebiet (DE-05358) noch ein amtlicher Schlüssel (DE:05358008).',
    'unknown-set': 'Dieses Gebiet gibt es nicht.',
    circular: 'Dieses Gebiet enthielte sich dann selbst.',
    'no-places': 'Die Liste enthält keinen lesbaren Schlüssel.',
    'already-decided': 'Darüber ist schon entschieden.',
    'nothing-to-reject': 'Es gibt keinen Vorschlag, der sich ablehnen ließe. Bestätigen Sie das Ende, oder nennen Sie, wer nachfolgt.',
    ended: ({ lastDay }) => `Diese Kommune gab es bis ${dayIn(lastDay, 'de')}. Nachfolge: keine.`,
    succeeded: ({ lastDay, name, key }) => `Diese Kommune gab es bis ${dayIn(lastDay, 'de')}. Nachfolge: ${name} (${key}).`,
    'used-by-set': (params) => `Das Gebiet „${params.name}“ ist daraus gebildet.`,
    'used-by-call': (params) => `Der Aufruf „${params.name}“ nennt dieses Gebiet.`,
    'circular-step': 'Dieser Schritt führte im Kreis zu sich selbst zurück.',
    'unknown-step': 'Diesen Schritt gibt es nicht.',
    'not-from-deadline': 'Das geht nur bei Schritten, die von der Frist aus gezählt werden.',
    'not-a-calendar': (params) => `Das ist keine Kalenderdatei, die sich lesen lässt${params.line ? ` (Zeile ${params.line})` : ''}.`,
    'wrong-scheme': 'Die Adresse muss mit http:// oder https:// beginnen.',
    'credentials-in-url': 'Die Adresse darf keine Zugangsdaten enthalten.',
    'wrong-port': 'Möglich sind die Ports 80, 443 und ab 1024.',
    'name-not-found': 'Diesen Rechnernamen gibt es nicht, oder er lässt sich gerade nicht auflösen.',
    'address-not-public': 'Diese Adresse liegt in einem internen Netz und wird nicht angesprochen.',
    'too-slow': 'Der Rechnername ließ sich nicht rechtzeitig auflösen.',
    'invalid-value': 'Dieser Wert ist nicht möglich.',
  },
  en: {
    required: 'This is missing.',
    'unknown-property': 'This is not known here.',
    'not-repeatable': 'This may be given only once.',
    'applicant-or-members': 'Please give either an applicant or members.',
    'wrong-type': (params) => `This must be ${KINDS.en[String(params.expected)] ?? params.expected}.`,
    'too-short': (params) => (params.least === 1 ? 'This must not be empty.' : `This needs at least ${params.least} characters.`),
    'too-long': (params) => `This may have at most ${params.most} characters.`,
    'too-few': (params) => `At least ${params.least} entries are needed.`,
    'too-many': (params) => `At most ${params.most} entries are possible.`,
    'too-small': (params) => `The number must be at least ${params.least}.`,
    'too-great': (params) => `The number may be at most ${params.most}.`,
    'not-one-of': (params) => `Possible values: ${listed(params)}.`,
    'not-a-day': 'This is not a calendar day such as 2014-07-25.',
    'not-a-time': 'This is not a clock time from 00:00 to 23:59.',
    'not-an-instant': 'This is not an instant such as 2014-07-25T22:00:00Z.',
    'not-a-url': 'This is not an address that begins with http:// or https://.',
    'not-an-email': 'This is not an e-mail address.',
    'not-an-id': 'This is not an id (UUID).',
    'not-money': 'This is not an amount such as { amount: "60000.00", currency: "EUR" }.',
    'wrong-form': 'This does not have the right form.',
    unprintable: 'This contains characters that cannot be stored.',
    'too-deep': (params) => `This is nested deeper than ${params.most} levels.`,
    duplicate: 'This entry is in the list already.',
    repeated: 'This id is taken already.',
    'other-kind': 'Only authorities of one kind can merge.',
    'ends-before-start': 'The end lies before the beginning.',
    'not-a-place': 'This is neither a territory (DE-05358) nor an official key (DE:05358008).',
    'unknown-set': 'There is no such territory.',
    circular: 'This territory would then contain itself.',
    'no-places': 'The list contains no key that can be read.',
    'already-decided': 'That has been decided already.',
    'nothing-to-reject': 'There is no proposal to reject. Confirm the end, or name who follows.',
    ended: ({ lastDay }) => `This authority existed until ${dayIn(lastDay, 'en')}. Nobody follows it.`,
    succeeded: ({ lastDay, name, key }) => `This authority existed until ${dayIn(lastDay, 'en')}. It is followed by ${name} (${key}).`,
    'used-by-set': (params) => `The territory "${params.name}" is made of it.`,
    'used-by-call': (params) => `The call "${params.name}" names this territory.`,
    'circular-step': 'This step would lead back to itself in a circle.',
    'unknown-step': 'There is no such step.',
    'not-from-deadline': 'This is possible only for steps that are counted from the deadline.',
    'not-a-calendar': (params) => `This is not a calendar file that can be read${params.line ? ` (line ${params.line})` : ''}.`,
    'wrong-scheme': 'The address must begin with http:// or https://.',
    'credentials-in-url': 'The address must not contain credentials.',
    'wrong-port': 'Possible are the ports 80, 443 and from 1024.',
    'name-not-found': 'There is no such host, or its name cannot be resolved at the moment.',
    'address-not-public': 'This address lies in an internal network and is not contacted.',
    'too-slow': 'The name of the host could not be resolved in time.',
    'invalid-value': 'This value is not possible.',
  },
};

function dayIn(day: Params[string], locale: Locale): string {
  return longDay(Temporal.PlainDate.from(String(day)), locale);
}
