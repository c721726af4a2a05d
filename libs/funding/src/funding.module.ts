import { Module } from '@nestjs/common';
import { AmendDeadline } from './amend-deadline.js';
import { ChangeCall } from './change-call.js';
import { ChangeProgram } from './change-program.js';
import { CreateCall } from './create-call.js';
import { CreateProgram } from './create-program.js';
import { DeleteNamedTerritory } from './delete-named-territory.js';
import { ImportCatalogue } from './exchange/import-catalogue.js';
import { ImportDrafts } from './exchange/import-drafts.js';
import { PublishCall } from './publish-call.js';
import { WithdrawCall } from './withdraw-call.js';

const USE_CASES = [
  CreateProgram,
  ChangeProgram,
  CreateCall,
  ChangeCall,
  PublishCall,
  WithdrawCall,
  AmendDeadline,
  DeleteNamedTerritory,
  ImportDrafts,
  ImportCatalogue,
];

@Module({ providers: USE_CASES, exports: USE_CASES })
export class FundingModule {}
