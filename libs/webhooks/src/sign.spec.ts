import { Webhook } from 'standardwebhooks';
import { sign } from './sign.js';
import { newWebhookSecret } from './webhook-secret.js';

const BODY = '{"type":"call.published","text":"Grüße"}';
const at = Temporal.Now.instant();

describe('the signature of Standard Webhooks', () => {
  it('is what their own library verifies', () => {
    const secret = newWebhookSecret();
    const headers = sign('call-published_1_2', BODY, { at, secrets: [secret] });
    expect(new Webhook(secret).verify(BODY, { ...headers })).toEqual(JSON.parse(BODY));
    expect(new Webhook(secret).sign('call-published_1_2', new Date(Number(headers['webhook-timestamp']) * 1000), BODY)).toBe(
      headers['webhook-signature'],
    );
  });

  it('is verified with either secret while both count, and with no other', () => {
    const [older, newer, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const headers = { ...sign('x', BODY, { at, secrets: [newer, older] }) };
    for (const secret of [older, newer]) expect(() => new Webhook(secret).verify(BODY, headers)).not.toThrow();
    expect(() => new Webhook(other).verify(BODY, headers)).toThrow('No matching signature');
    expect(() => new Webhook(newer).verify(`${BODY} `, headers)).toThrow('No matching signature');
  });
});
