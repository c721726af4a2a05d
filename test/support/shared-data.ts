import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The real register and the real calls stand beside the project, not in it. */
export const hasSharedData = existsSync(FOLDER);

/** `describe`, or a skipped one whose name says why. */
export const describeWithData: (name: string, tests: () => void) => void = hasSharedData
  ? describe
  : (name, tests) => describe.skip(`${name} (skipped: no ../shared/data beside the project)`, tests);

export function sharedFile(path: string): Buffer {
  return readFileSync(FOLDER + path);
}

export function sharedJson<Content>(path: string): Content {
  return JSON.parse(sharedFile(path).toString('utf8')) as Content;
}

export const REGISTER_FILE = `${FOLDER}register/GV100AD_30112023.txt`;
