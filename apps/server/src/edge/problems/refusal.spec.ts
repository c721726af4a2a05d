import { DomainError } from '@app/kernel/domain-error.js';
import { PROBLEM_STATUS, PROBLEM_TEXTS, type ProblemCode } from '@app/kernel/problems.js';
import { OptimisticLockError } from '@mikro-orm/core';
import { HttpException, NotFoundException } from '@nestjs/common';
import { faultDetail } from './fault-details.js';
import { problemOf } from './problem.js';
import { refusalOf } from './refusal.js';

const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('every error is a refusal with a code', () => {
  it.each<[string, unknown, ProblemCode]>([
    ['a broken rule', new DomainError('already-published'), 'already-published'],
    ['an unknown route', new NotFoundException('Cannot GET /x'), 'not-found'],
    ['a file that is too large', new HttpException('File too large', 413), 'too-large'],
    ['malformed JSON', Object.assign(new SyntaxError('Unexpected token'), { type: 'entity.parse.failed', status: 400 }), 'malformed-json'],
    ['an unknown charset', Object.assign(new Error('charset'), { type: 'charset.unsupported', status: 415 }), 'unsupported-media-type'],
    ['a stale version', OptimisticLockError.lockFailed('Call'), 'stale'],
    ['a refused connection', withCode('ECONNREFUSED'), 'unavailable'],
    ['a refused connection on every address', new AggregateError([withCode('ECONNREFUSED')]), 'unavailable'],
    ['a server that shuts down', withCode('57P01'), 'unavailable'],
    ['too many clients', withCode('53300'), 'unavailable'],
    [
      'a wrapped loss of the connection',
      new Error('query failed', { cause: new Error('Connection terminated unexpectedly') }),
      'unavailable',
    ],
    ['a pool that waits too long', new Error('timeout exceeded when trying to connect'), 'unavailable'],
    ['a duplicate that no use case foresaw', withCode('23505'), 'conflict'],
    ['a violated check', withCode('23514'), 'internal'],
    ['a mistake in a program', new TypeError('x is not a function'), 'internal'],
    ['not even an error', 'oops', 'internal'],
    ['nothing', undefined, 'internal'],
  ])('%s', (_, error, code) => {
    expect(refusalOf(error).code).toBe(code);
  });
});

describe('a problem', () => {
  it('says what is wrong in the language asked for, the first fault in its detail', () => {
    const refusal = new DomainError('invalid', {}, [{ pointer: '/limit', code: 'too-great', params: { most: 500 } }]);
    expect(problemOf(refusal, 'de')).toEqual({
      type: '/problems/invalid',
      title: 'Einige Angaben stimmen nicht.',
      status: 422,
      detail: 'Einige Angaben stimmen nicht. /limit: Die Zahl darf höchstens 500 sein.',
      errors: [{ pointer: '/limit', code: 'too-great', detail: 'Die Zahl darf höchstens 500 sein.' }],
    });
    expect(problemOf(refusal, 'en').errors[0]!.detail).toBe('The number may be at most 500.');
  });

  it('shows nothing of a fault of ours but the request’s id', () => {
    const problem = problemOf(refusalOf(new Error('password=secret')), 'en', 'id-1');
    expect(problem).toMatchObject({ status: 500, instance: 'urn:uuid:id-1', errors: [] });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it.each([
    ['a rule’s', { pointer: '', code: 'no-bound' }, 'Es fehlt eine Grenze.'],
    [
      'a deadline’s, which brings its English text',
      { pointer: '', code: 'not-a-day', detail: 'There is no such day.' },
      'Diesen Tag gibt es nicht. Erwartet wird ein Tag wie 2014-07-25.',
    ],
    ['a problem’s', { pointer: '', code: 'unknown-authority' }, 'Diese Kommune steht nicht im Register.'],
    ['a text that it brings', { pointer: '', code: 'invalid-value', detail: 'x must be y' }, 'x must be y'],
    ['one that nobody knows', { pointer: '', code: 'strange' }, 'strange'],
  ])('finds the text of a fault: %s', (_, fault, text) => {
    expect(faultDetail(fault, 'de')).toBe(text);
  });

  it('has a text in both languages for every code', () => {
    for (const texts of Object.values(PROBLEM_TEXTS)) expect(Object.keys(texts).sort()).toEqual(Object.keys(PROBLEM_STATUS).sort());
  });
});
