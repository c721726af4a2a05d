import { ForeignServerRefused } from '@app/funding/exchange/common-grants/foreign-server-refused.js';
import type { OutboundReason, OutboundRefused } from '@app/outbound/outbound-refused.js';

const NO_EXCHANGE: Record<OutboundReason, string> = {
  'not-a-url': 'ist keine Adresse. Erwartet wird etwas wie https://grants.example/common-grants',
  'wrong-scheme': 'beginnt weder mit http:// noch mit https://',
  'credentials-in-url': 'enthält Zugangsdaten; die gehören nicht in eine Adresse',
  'wrong-port': 'nennt einen Port, hinter dem kein Webserver steht',
  'name-not-found': 'gibt es nicht: Der Name ist nicht zu finden',
  'address-not-public': 'liegt in einem Netz, das nicht erreicht werden darf',
  'no-connection': 'ist nicht zu erreichen',
  'too-slow': 'hat zu lange nicht geantwortet',
  'too-large': 'hat eine zu große Antwort geschickt',
};
const NO_COMMON_GRANTS: Record<ForeignServerRefused['reason'], string> = {
  status: 'hat nicht mit 200 geantwortet',
  redirect: 'leitet weiter; bitte die Adresse angeben, die gemeint ist',
  'not-json': 'hat etwas anderes als JSON geschickt',
  'not-common-grants': 'spricht nicht CommonGrants: Hinter /opportunities steht keine Liste',
};

/** One sentence about a server that could not be read. */
export function serverRefusal(address: string, error: OutboundRefused | ForeignServerRefused): string {
  const what = error instanceof ForeignServerRefused ? NO_COMMON_GRANTS[error.reason] : NO_EXCHANGE[error.reason];
  const hint = error.detail?.startsWith('404') ? ' Gemeint ist die Adresse, die vor /opportunities steht.' : '';
  return `${address} ${what}${error.detail === undefined ? '' : ` (${error.detail})`}.${hint}`;
}
