import { AccountsModule } from '@app/accounts/accounts.module.js';
import { AuthoritiesModule } from '@app/authorities/authorities.module.js';
import { FundingModule } from '@app/funding/funding.module.js';
import { RemindersModule } from '@app/reminders/reminders.module.js';
import { PlanningModule } from '@app/tracking/planning/planning.module.js';
import { TrackingModule } from '@app/tracking/tracking.module.js';
import { WebhooksModule } from '@app/webhooks/webhooks.module.js';
import type { Type } from '@nestjs/common';
import { AuthoritiesController } from './api/authorities/authorities.controller.js';
import { AuthorityChangesController } from './api/authorities/authority-changes.controller.js';
import { ReadAuthority } from './api/authorities/read-authority.js';
import { RegisterImportsController } from './api/authorities/register-imports.controller.js';
import { CallStepsController } from './api/calls/call-steps.controller.js';
import { CallsController } from './api/calls/calls.controller.js';
import { ForeseeImpact } from './api/calls/foresee-impact.js';
import { ImpactController } from './api/calls/impact.controller.js';
import { ListCalls } from './api/calls/list-calls.js';
import { PublishReviewed } from './api/calls/publish-reviewed.js';
import { ReadCallFor } from './api/calls/read-call-for.js';
import { EvaluationsController } from './api/evaluations/evaluations.controller.js';
import { FeedsController } from './api/feeds/feeds.controller.js';
import { MatchesController } from './api/matches/matches.controller.js';
import { PastMatches } from './api/matches/past-matches.js';
import { PartnersController } from './api/partners/partners.controller.js';
import { ReadPartners } from './api/partners/read-partners.js';
import { PeopleController } from './api/people/people.controller.js';
import { LeadStepsController } from './api/planning/lead-steps.controller.js';
import { OwnAuthority } from './api/planning/own-authority.js';
import { PlansController } from './api/planning/plans.controller.js';
import { SittingDaysController } from './api/planning/sitting-days.controller.js';
import { SittingImportsController } from './api/planning/sitting-imports.controller.js';
import { ProgramsController } from './api/programs/programs.controller.js';
import { AuthorityMailsController } from './api/reminders/authority-mail.controller.js';
import { LeadsController } from './api/reminders/leads.controller.js';
import { LetterAddressesController } from './api/reminders/letter-addresses.controller.js';
import { LetterOptionsController } from './api/reminders/letter-options.controller.js';
import { LettersController } from './api/reminders/letters.controller.js';
import { NoticesController } from './api/reminders/notices.controller.js';
import { RemindersController } from './api/reminders/reminders.controller.js';
import { TestLettersController } from './api/reminders/test-letters.controller.js';
import { NamedTerritoriesController } from './api/territories/named-territories.controller.js';
import { TerritoriesController } from './api/territories/territories.controller.js';
import { TerritoryListsController } from './api/territories/territory-lists.controller.js';
import { AbsencesController } from './api/tracking/absences.controller.js';
import { DigestsController } from './api/tracking/digests.controller.js';
import { OwnSearches } from './api/tracking/own-searches.js';
import { SavedSearchesController } from './api/tracking/saved-searches.controller.js';
import { StancesController } from './api/tracking/stances.controller.js';
import { ReadWebhooks } from './api/webhooks/read-webhooks.js';
import { WebhookStepsController } from './api/webhooks/webhook-steps.controller.js';
import { WebhooksController } from './api/webhooks/webhooks.controller.js';
import { CompetitionsController } from './common-grants/competitions.controller.js';
import { OpportunitiesController } from './common-grants/opportunities.controller.js';
import { ReadOpportunities } from './common-grants/read-opportunities.js';
import { AccessModule } from './edge/access/access.module.js';
import { FeedFilesController } from './feeds/feed-files.controller.js';
import { FeedFiles } from './feeds/feed-files.js';
import { NewsFilesController } from './feeds/news-files.controller.js';
import { OpenDataFilesController } from './open-data/open-data-files.controller.js';
import { ReadExport } from './open-data/read-export.js';
import { SiteFilesController } from './open-data/site-files.controller.js';
import { AbsenceController } from './web/absence/absence.controller.js';
import { AbsencePage } from './web/absence/absence.page.js';
import { AddressPagesController } from './web/addresses/addresses.controller.js';
import { VerificationController } from './web/addresses/verification.controller.js';
import { AuthorityPage } from './web/authority/authority.page.js';
import { AuthorityPagesController } from './web/authority/authority-pages.controller.js';
import { EnterFact } from './web/authority/enter-fact.js';
import { CallPage } from './web/calls/call.page.js';
import { CallAuthoritiesPage } from './web/calls/call-authorities.page.js';
import { CallPagesController } from './web/calls/call-pages.controller.js';
import { CallPartnersController } from './web/calls/call-partners.controller.js';
import { CallPartnersPage } from './web/calls/call-partners.page.js';
import { CallsPage } from './web/calls/calls.page.js';
import { AmendmentController } from './web/editor/amendment.controller.js';
import { AmendmentPage } from './web/editor/amendment.page.js';
import { CallFormController } from './web/editor/call-form.controller.js';
import { CallFormPage } from './web/editor/call-form.page.js';
import { EditorController } from './web/editor/editor.controller.js';
import { EditorPage } from './web/editor/editor.page.js';
import { ImpactOf } from './web/editor/impact-of.js';
import { ProgramFormController } from './web/editor/program-form.controller.js';
import { ProgramFormPage } from './web/editor/program-form.page.js';
import { PublicationController } from './web/editor/publication.controller.js';
import { ReviewPage } from './web/editor/review.page.js';
import { SubmitAmendment } from './web/editor/submit-amendment.js';
import { SubmitCall } from './web/editor/submit-call.js';
import { SubmitProgram } from './web/editor/submit-program.js';
import { SubmitPublication } from './web/editor/submit-publication.js';
import { WithdrawalController } from './web/editor/withdrawal.controller.js';
import { FeedEditController } from './web/feeds/feed-edit.controller.js';
import { FeedPagesController } from './web/feeds/feed-pages.controller.js';
import { FeedStepsController } from './web/feeds/feed-steps.controller.js';
import { FeedsPage } from './web/feeds/feeds.page.js';
import { ActiveAuthorityController } from './web/frame/active-authority.controller.js';
import { MergersController } from './web/mergers/mergers.controller.js';
import { MergersPage } from './web/mergers/mergers.page.js';
import { NearMissesController } from './web/near-misses/near-misses.controller.js';
import { NearMissesPage } from './web/near-misses/near-misses.page.js';
import { OpenDataController } from './web/open-data/open-data.controller.js';
import { OpenDataPage } from './web/open-data/open-data.page.js';
import { LedgerPage } from './web/operation/ledger.page.js';
import { LedgerPagesController } from './web/operation/ledger-pages.controller.js';
import { OperationPage } from './web/operation/operation.page.js';
import { OperationPagesController } from './web/operation/operation-pages.controller.js';
import { CallPlanController } from './web/planning/call-plan.controller.js';
import { CallPlanPage } from './web/planning/call-plan.page.js';
import { SittingPagesController } from './web/planning/sittings.controller.js';
import { SittingsPage } from './web/planning/sittings.page.js';
import { ProgramPage } from './web/programs/program.page.js';
import { ProgramPagesController } from './web/programs/program-pages.controller.js';
import { AuthorityChangeController } from './web/register/authority-change.controller.js';
import { RegisterPage } from './web/register/register.page.js';
import { RegisterPagesController } from './web/register/register-pages.controller.js';
import { AuthorityMailController } from './web/reminders/authority-mail.controller.js';
import { LeadsPagesController } from './web/reminders/leads-pages.controller.js';
import { LetterOptionPagesController } from './web/reminders/letter-options.controller.js';
import { NewCallsController } from './web/reminders/new-calls.controller.js';
import { ReminderPagesController } from './web/reminders/reminder-pages.controller.js';
import { RemindersPage } from './web/reminders/reminders.page.js';
import { SaveReminders } from './web/reminders/save-reminders.js';
import { StopController } from './web/reminders/stop.controller.js';
import { StopDigestController } from './web/reminders/stop-digest.controller.js';
import { StopPage } from './web/reminders/stop-page.js';
import { SuspensionController } from './web/reminders/suspension.controller.js';
import { TestLetterController } from './web/reminders/test-letter.controller.js';
import { SignInController } from './web/sign-in/sign-in.controller.js';
import { StartController } from './web/start/start.controller.js';
import { StartPage } from './web/start/start.page.js';
import { SubmitTerritory } from './web/territories/submit-territory.js';
import { TerritoryPagesController } from './web/territories/territories.controller.js';
import { TerritoriesPage } from './web/territories/territories.page.js';
import { SearchController } from './web/tracking/search.controller.js';
import { SearchPage } from './web/tracking/search.page.js';
import { StanceController } from './web/tracking/stance.controller.js';
import { WatchListController } from './web/tracking/watch-list.controller.js';
import { WatchListPage } from './web/tracking/watch-list.page.js';

/** Modules of the libs that this server uses, and of its own areas: one line each. */
export const LIBS: Type[] = [
  AccountsModule,
  AccessModule,
  AuthoritiesModule,
  FundingModule,
  RemindersModule,
  TrackingModule,
  PlanningModule,
  WebhooksModule,
  // append here
];

/** Answers that are composed of several libs: one line each. */
export const ANSWERS: Type[] = [
  ListCalls,
  OwnAuthority,
  ReadCallFor,
  ForeseeImpact,
  PublishReviewed,
  ReadAuthority,
  ReadPartners,
  CallPartnersPage,
  PastMatches,
  StartPage,
  NearMissesPage,
  MergersPage,
  ProgramPage,
  CallsPage,
  CallPage,
  CallPlanPage,
  SittingsPage,
  CallAuthoritiesPage,
  AuthorityPage,
  EnterFact,
  FeedsPage,
  FeedFiles,
  RemindersPage,
  SaveReminders,
  StopPage,
  TerritoriesPage,
  SubmitTerritory,
  EditorPage,
  ProgramFormPage,
  SubmitProgram,
  CallFormPage,
  SubmitCall,
  ImpactOf,
  ReviewPage,
  RegisterPage,
  SubmitPublication,
  AmendmentPage,
  SubmitAmendment,
  ReadOpportunities,
  ReadExport,
  OpenDataPage,
  OwnSearches,
  SearchPage,
  WatchListPage,
  ReadWebhooks,
  OperationPage,
  LedgerPage,
  AbsencePage,
  // append here
];

/** Controllers of api/, web/, feeds/ and common-grants/ that no module of LIBS brings: one line each. */
export const CONTROLLERS: Type[] = [
  PeopleController,
  SittingDaysController,
  SittingImportsController,
  LeadStepsController,
  PlansController,
  ProgramsController,
  RemindersController,
  NoticesController,
  LeadsController,
  LettersController,
  TestLettersController,
  CallsController,
  CallStepsController,
  ImpactController,
  MatchesController,
  PartnersController,
  AuthoritiesController,
  RegisterImportsController,
  AuthorityChangesController,
  TerritoriesController,
  NamedTerritoriesController,
  TerritoryListsController,
  EvaluationsController,
  FeedsController,
  FeedFilesController,
  NewsFilesController,
  OpportunitiesController,
  CompetitionsController,
  OpenDataFilesController,
  OpenDataController,
  SiteFilesController,
  SignInController,
  StartController,
  NearMissesController,
  MergersController,
  CallPagesController,
  ProgramPagesController,
  CallPlanController,
  SittingPagesController,
  CallPartnersController,
  AuthorityPagesController,
  FeedPagesController,
  FeedEditController,
  FeedStepsController,
  ReminderPagesController,
  LeadsPagesController,
  SuspensionController,
  LetterAddressesController,
  AddressPagesController,
  VerificationController,
  AbsenceController,
  AbsencesController,
  TestLetterController,
  OperationPagesController,
  LedgerPagesController,
  StopController,
  StopDigestController,
  NewCallsController,
  AuthorityMailController,
  LetterOptionPagesController,
  LetterOptionsController,
  AuthorityMailsController,
  ActiveAuthorityController,
  TerritoryPagesController,
  EditorController,
  ProgramFormController,
  CallFormController,
  PublicationController,
  WithdrawalController,
  AmendmentController,
  RegisterPagesController,
  AuthorityChangeController,
  StancesController,
  SavedSearchesController,
  DigestsController,
  StanceController,
  WatchListController,
  SearchController,
  WebhooksController,
  WebhookStepsController,
  // append here
];
