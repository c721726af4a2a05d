import type { Problem } from './problem.js';

/** Where clients of CommonGrants read, who expect the errors of that standard. */
export function isCommonGrants(path: string): boolean {
  return path === '/common-grants' || path.startsWith('/common-grants/');
}

/** The standard's error: always all three. It knows no 422, so what is wrong with a request is 400. */
export function commonGrantsError(problem: Problem): { status: number; message: string; errors: { field: string; message: string }[] } {
  const status = problem.status === 422 ? 400 : problem.status;
  return { status, message: problem.title, errors: problem.errors.map(({ pointer, detail }) => ({ field: pointer, message: detail })) };
}
