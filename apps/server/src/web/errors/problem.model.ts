/** The page of anything that went wrong: 400 to 503. */
export interface ProblemModel {
  status: number;
  /** The code of docs/problems.md. */
  code: string;
  title: string;
  detail?: string;
  /** What in particular is wrong, one sentence each. */
  faults?: readonly string[];
  /** The request posted a form: what was entered is not stored. */
  hadInput?: boolean;
  requestId?: string;
}
