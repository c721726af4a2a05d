import { Instance } from '@app/accounts/instance.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import type { Response } from 'supertest';
import type { Agent, TestServer } from './server.js';

export const DUEREN = 'DE:05358008';
export const JUELICH = 'DE:05358024';
const PASSWORD = 'a-password-of-a-clerk';

/** The small register of the demonstration, and what an installation is given at its first start. */
export async function furnish(server: TestServer): Promise<void> {
  await server.app.get(Instance, { strict: false }).ensure({ domain: 'foerdertakt.example', demonstration: false });
  await server.app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
}

export interface Clerk {
  readonly id: string;
  readonly email: string;
  readonly browser: Agent;
}

/** Somebody with an account, signed in with a browser of their own. */
export async function signedIn(
  server: TestServer,
  person: { email: string; name?: string; authorities?: string[]; roles?: string[]; language?: 'de' | 'en' },
): Promise<Clerk> {
  const body = { name: 'Bea Schmitz', language: 'de', roles: ['staff'], authorities: [], password: PASSWORD, ...person };
  const created = await server.asAdmin().post('/api/v1/people').send(body).expect(201);
  const browser = server.browser();
  const form = await browser.get('/sign-in').expect(200);
  await browser
    .post('/sign-in')
    .type('form')
    .send({ email: person.email, password: PASSWORD, _csrf: csrfOf(form) })
    .expect(303);
  return { id: created.body.id, email: person.email, browser };
}

/** The token of the first form of a page. */
export function csrfOf(page: Response): string {
  return /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
}

/** Sends a form of a page: reads the page for its token, then posts. */
export async function submit(browser: Agent, page: string, to: string, fields: Record<string, string | string[]>): Promise<Response> {
  const read = await browser.get(page).set('Accept', 'text/html').expect(200);
  return browser
    .post(to)
    .set('Accept', 'text/html')
    .type('form')
    .send({ ...fields, _csrf: csrfOf(read) });
}

/** What a reader sees: no tags, no-break spaces as spaces. */
export function wordsOf(page: Response): string {
  return page.text
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/[\s\u00a0\u202f]+/g, ' ');
}

/** Somebody of an authority who comes with an API token. */
export async function tokenOf(server: TestServer, key: string, email: string): Promise<Agent> {
  const person = { email, name: 'B. Lennartz', language: 'de', roles: ['staff'], authorities: [key] };
  const { id } = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body;
  return server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({ name: 'test' }).expect(201)).body.token);
}
