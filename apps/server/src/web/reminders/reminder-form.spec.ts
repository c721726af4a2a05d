import { fromReminderSettings, readLeads, readReminderForm, toReminderSettings } from './reminder-form.js';

const entered = (change: Record<string, unknown> = {}) =>
  toReminderSettings(
    readReminderForm({ on: 'yes', leads: ['28', '7'], otherLeads: '', unit: 'days', about: 'followed', frequency: 'daily', ...change }),
  );

describe('the form for reminders', () => {
  it('reads ticked and further days, each once, from many to few', () => {
    expect(entered({ otherLeads: '0, 60; 7' })).toEqual({
      settings: { on: true, leads: [60, 28, 7, 0], unit: 'days', about: 'followed', frequency: 'daily' },
    });
  });

  it('reads one ticked day, which arrives as a single text', () => {
    expect(entered({ leads: '1' })).toMatchObject({ settings: { leads: [1] } });
  });

  it.each(['91', '-1', 'x', '1.5', '1e1'])('refuses %s as a number of days', (text) => {
    expect(entered({ otherLeads: text })).toEqual({ faults: { otherLeads: { code: 'lead-not-a-number', text } } });
  });

  it.each([
    ['60, 14;7 14', [60, 14, 7]],
    [' ', []],
    ['7, 91', undefined],
    [undefined, undefined],
  ])('reads the leads of one place: %j', (text, leads) => {
    expect(readLeads(text)).toEqual(leads);
  });

  it('needs a day while mails are on, none when they are off', () => {
    expect(entered({ leads: [] })).toHaveProperty('faults.leads');
    expect(entered({ leads: [], on: undefined })).toMatchObject({ settings: { on: false, leads: [] } });
  });

  it('shows what is stored', () => {
    const settings = { on: true, leads: [60, 28, 1], unit: 'working_days', about: 'eligible', frequency: 'weekly' } as const;
    expect(toReminderSettings(fromReminderSettings({ ...settings, leads: [...settings.leads] }))).toEqual({ settings });
  });
});
