import { OutboundRefused } from '@app/outbound/outbound-refused.js';
import { judgeAnswer, judgeRefusal } from './judge-answer.js';

describe('what a receiver answered', () => {
  it.each([
    [199, false, false, 'refused'],
    [200, true, true, null],
    [204, true, true, null],
    [299, true, true, null],
    [300, false, true, 'redirect'],
    [399, false, true, 'redirect'],
    [400, false, false, 'refused'],
    [404, false, false, 'refused'],
    [410, false, true, 'gone'],
    [429, false, false, 'refused'],
    [503, false, false, 'refused'],
  ])('%d: delivered %s, final %s', (status, isDelivered, isFinal, reason) => {
    expect(judgeAnswer(status)).toEqual({ isDelivered, isFinal, status, reason });
  });

  it.each([
    ['address-not-public', true],
    ['name-not-found', false],
    ['too-slow', false],
  ] as const)('%s: final %s', (reason, isFinal) => {
    expect(judgeRefusal(new OutboundRefused(reason))).toEqual({ isDelivered: false, isFinal, status: null, reason });
  });
});
