import { CreatePerson } from '@app/accounts/create-person.js';
import { IssueApiToken } from '@app/accounts/issue-api-token.js';
import { newSecretToken } from '@app/accounts/secret-token.js';
import { systemActor } from '@app/kernel/actor.js';
import { readOptions } from '../options.js';
import { EXIT, Refused } from '../refusal.js';
import { say } from '../say.js';
import type { Verb } from '../verb.js';

const ACTOR = systemActor('create-admin');

export const createAdminVerb: Verb = {
  name: 'create-admin',
  usage: '--email ADRESSE [--name NAME] [--password KENNWORT] [--token NAME]',
  sentence: 'legt jemanden mit allen Rechten an; --token stellt auch ein API-Token mit diesem Namen aus',
  prepare(words) {
    const { options } = readOptions(words, ['email', 'name', 'password', 'token']);
    const { email, name = 'Administration', token } = options;
    if (!email) throw new Refused('--email fehlt.\nHilfe: npm run cli', EXIT.usage);
    const password = options.password ?? newSecretToken().slice(0, 20);
    return async (desk) => {
      const context = await desk.context();
      const person = await context
        .get(CreatePerson)
        .run(ACTOR, { email, name, language: 'de', roles: ['admin'], authorities: [], password });
      say(`${person.email} ist angelegt.`);
      if (!options.password) say(`Kennwort:  ${password}`);
      if (token) say(`API-Token: ${(await context.get(IssueApiToken).run(ACTOR, { personId: person.id, name: token })).token}`);
      return 0;
    };
  },
};
