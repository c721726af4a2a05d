import { afterStep } from './amendment-form.js';
import { EMPTY_DEADLINE } from './deadline-form.js';
import { deadlineToJson } from './deadline-form-to.js';
import { FaultBook } from './form-reading.js';

const entered = { ...EMPTY_DEADLINE, closes: '25.07.2014', time: '12:00' };
const schedule = (form: typeof entered) => deadlineToJson(new FaultBook(), form, 'deadlines.0').schedule;

describe('a button of the page of an amendment', () => {
  it('keeps the day as the latest one when the money is used up', () => {
    const until = { date: '2014-07-25', time: '12:00' };
    expect(schedule(afterStep(entered, 'exhausted'))).toEqual({ kind: 'rolling', until, untilExhausted: true, exhausted: true });
    expect(schedule(afterStep({ ...entered, kind: 'cut_offs', closings: '31.03.2014' }, 'exhausted'))).toEqual({
      kind: 'rolling',
      untilExhausted: true,
      exhausted: true,
    });
  });

  it('opens it again', () => {
    const again = afterStep(afterStep(entered, 'exhausted'), 'reopen');
    expect(schedule(again)).toEqual({ kind: 'rolling', until: { date: '2014-07-25', time: '12:00' }, untilExhausted: true });
  });

  it('takes the day back', () => {
    expect(schedule(afterStep(entered, 'take-back'))).toEqual({ kind: 'unannounced' });
  });

  it('does nothing for any other', () => {
    expect(afterStep(entered, 'preview')).toEqual(entered);
  });
});
