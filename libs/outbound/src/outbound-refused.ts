/** Why an exchange did not take place, or broke off. */
export const OUTBOUND_REASONS = [
  'not-a-url',
  'wrong-scheme',
  'credentials-in-url',
  'wrong-port',
  'name-not-found',
  'address-not-public',
  'no-connection',
  'too-slow',
  'too-large',
] as const;
export type OutboundReason = (typeof OUTBOUND_REASONS)[number];

/** Of the address itself, so that trying again cannot help as long as nobody changes it or its name. */
const OF_THE_ADDRESS: readonly OutboundReason[] = ['not-a-url', 'wrong-scheme', 'credentials-in-url', 'wrong-port', 'address-not-public'];

export class OutboundRefused extends Error {
  constructor(
    readonly reason: OutboundReason,
    /** For logs: a code of the network ("ECONNREFUSED"), never an address. */
    readonly detail?: string,
  ) {
    super(detail ? `${reason} (${detail})` : reason);
    this.name = 'OutboundRefused';
  }

  /** Whether the address is to blame, not the moment. */
  get isForGood(): boolean {
    return OF_THE_ADDRESS.includes(this.reason);
  }
}
