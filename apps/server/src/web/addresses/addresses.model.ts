import type { FieldErrors } from '../pieces/form-values.js';

export interface ListedAddress {
  id: string;
  address: string;
  main: boolean;
  verified: boolean;
  wanted: boolean;
  suspended: boolean;
  version: number;
}

/** GET and POST /reminders/addresses. */
export interface AddressesModel {
  addresses: readonly ListedAddress[];
  entered: string;
  errors: FieldErrors;
  saved?: 'added' | 'asked' | 'chosen' | 'removed';
  /** Why a button did nothing. */
  refused?: 'last' | 'later' | 'stale';
}

/** GET and POST /addresses/verification/:token: without signing in. */
export interface VerificationModel {
  state: 'ask' | 'verified' | 'gone';
  token: string;
  /** Absent when gone. */
  address?: string;
}
