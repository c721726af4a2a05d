import { ConsoleLogger, type LogLevel } from '@nestjs/common';

const LEVELS: readonly LogLevel[] = ['verbose', 'debug', 'log', 'warn', 'error', 'fatal'];

/** One JSON object a line, from `level` upwards. */
export function jsonLogger(level: LogLevel): ConsoleLogger {
  return new ConsoleLogger({ json: true, colors: false, logLevels: LEVELS.slice(LEVELS.indexOf(level)) });
}
