/** Spelled the one way it is stored and compared in. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase();
}
