/** What payloads need to know of the installation. */
export class WebhookSettings {
  /** What links begin with, without a slash at its end. */
  readonly baseUrl: string;

  constructor({ baseUrl }: { baseUrl: string }) {
    this.baseUrl = baseUrl.replace(/\/+$/, '');
  }

  /** Where a program and a person read on. */
  linksOf(callId: string): { url: string; page: string } {
    return { url: `${this.baseUrl}/api/v1/calls/${callId}`, page: `${this.baseUrl}/calls/${callId}` };
  }
}
