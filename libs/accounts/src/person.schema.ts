import { InstantType } from '@app/persistence/instant.type.js';
import { EntitySchema } from '@mikro-orm/postgresql';
import { Person } from './person.js';

export const PersonSchema = new EntitySchema({
  class: Person,
  tableName: 'person',
  properties: {
    id: { type: 'uuid', primary: true },
    email: { type: 'text' },
    emailVerifiedAt: { type: InstantType, nullable: true },
    name: { type: 'text' },
    language: { type: 'text' },
    roles: { type: 'array', columnType: 'text[]' },
    passwordHash: { type: 'text', nullable: true },
    demonstration: { type: 'boolean' },
    version: { type: 'integer' },
    createdAt: { type: InstantType },
    updatedAt: { type: InstantType },
  },
});
