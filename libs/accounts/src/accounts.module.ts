import { Global, Module } from '@nestjs/common';
import { Authenticate } from './authenticate.js';
import { CreatePerson } from './create-person.js';
import { EnsureAdmin } from './ensure-admin.js';
import { FindPerson } from './find-person.query.js';
import { Instance } from './instance.js';
import { IssueApiToken } from './issue-api-token.js';
import { ListPeople } from './list-people.query.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { UpdatePerson } from './update-person.js';

const PROVIDERS = [Authenticate, CreatePerson, EnsureAdmin, FindPerson, Instance, IssueApiToken, ListPeople, SignIn, SignOut, UpdatePerson];

/** People, their sessions and tokens; what an installation decides once. Needs PersistenceModule and a Clock, both global as this is. */
@Global()
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class AccountsModule {}
