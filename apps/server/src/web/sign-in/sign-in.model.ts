/** GET and POST /sign-in. Form fields: `email`, `password`, `next`, `_csrf`. */
export interface SignInModel {
  /** As entered, to be shown again. */
  email: string;
  /** Path to go to afterwards; already checked to be one of ours. */
  next?: string;
  /** Why signing in failed, in the reader's language. */
  error?: string;
  /** Only in a demonstration. */
  demoLogins?: readonly { email: string; password: string; name: string; what: string }[];
}
