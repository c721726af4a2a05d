import { execFile } from 'node:child_process';

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a program in a folder that is its home too, in the zone of most readers. Never rejects: a program that is missing, fails or takes
 * over two minutes has a code other than 0.
 */
export function runProgram(folder: string, program: string, args: readonly string[], zone = 'Europe/Berlin'): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HOME: folder, TZ: zone, LC_ALL: 'C.UTF-8', PYTHONWARNINGS: 'ignore', PYTHONDONTWRITEBYTECODE: '1' };
  const options = { cwd: folder, env, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, output, errors) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ code, output, errors: errors === '' && error !== null ? error.message : errors });
    });
    child.stdin?.end();
  });
}
