import { Module } from '@nestjs/common';
import { ApplyChanges } from './changes/apply-changes.js';
import { ConfirmChange } from './changes/confirm-change.js';
import { RejectChange } from './changes/reject-change.js';
import { ImportRegister } from './import-register.js';
import { PutFact } from './put-fact.js';
import { RemoveFact } from './remove-fact.js';
import { RequestRegisterImport } from './request-register-import.js';
import { RunRegisterImport } from './run-register-import.js';
import { ChangeNamedTerritory } from './territories/change-named-territory.js';
import { CreateNamedTerritory } from './territories/create-named-territory.js';
import { ImportTerritoryList } from './territories/import-territory-list.js';

const USE_CASES = [
  ImportRegister,
  RequestRegisterImport,
  RunRegisterImport,
  ApplyChanges,
  ConfirmChange,
  RejectChange,
  PutFact,
  RemoveFact,
  CreateNamedTerritory,
  ChangeNamedTerritory,
  ImportTerritoryList,
];

@Module({ providers: USE_CASES, exports: USE_CASES })
export class AuthoritiesModule {}
