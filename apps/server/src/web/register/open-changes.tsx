import { DECIDED_KINDS } from '@app/authorities/changes/authority-change.js';
import type { ChangeView } from '@app/authorities/changes/changes.query.js';
import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { CsrfField, SubmitButton } from '../pieces/buttons.js';
import { Select } from '../pieces/choice-fields.js';
import { inText } from '../pieces/day.js';
import { Section } from '../pieces/section.js';
import { TextField } from '../pieces/text-field.js';
import type { Texts } from '../texts/texts.js';
import type { RegisterModel } from './register.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: RegisterModel;
}

/** One authority that is gone: what is proposed, and a form to say otherwise. */
function OpenChange({ t, frame, model, change }: Props & { change: ChangeView }): VNode {
  const { id, old, successor } = change;
  const refused = model.refused?.id === id ? model.refused : undefined;
  const value = (field: string, proposed: string): string => refused?.entered[field] ?? proposed;
  const field = (name: string) => ({ t, name, idFrom: `${name}-${id}`, error: refused?.errors[name] });
  return (
    <li id={`change-${id}`} class="ft-entry">
      <h3>{t.register.gone(old!.name, old!.key)}</h3>
      <p>
        {successor ? t.register.proposed(successor.name, successor.key) : t.register.noProposal} {change.reason[t.locale]}
      </p>
      <p class="ft-meta">{t.register.asOf(t.register.kinds[change.kind] ?? change.kind, inText(t, change.effectiveOn))}</p>
      <form method="post" action={paths.authorityChange(id)} class="ft-stack">
        <CsrfField csrf={frame.csrf} />
        <input type="hidden" name="version" value={change.version} />
        <details class="ft-fold" open={refused !== undefined}>
          <summary>
            {t.register.otherwise}
            <span class="ft-sr">: {old!.name}</span>
          </summary>
          <div class="ft-stack">
            <TextField
              {...field('newKey')}
              label={t.register.newKey}
              hint={t.register.newKeyHint}
              value={value('newKey', successor?.key ?? '')}
              short
            />
            <Select
              {...field('kind')}
              label={t.register.kind}
              value={value('kind', change.kind)}
              options={DECIDED_KINDS.map((kind) => ({ value: kind, label: t.register.kinds[kind]! }))}
            />
            <TextField
              {...field('effectiveOn')}
              label={t.register.effectiveOn}
              hint={t.register.effectiveOnHint}
              value={value('effectiveOn', change.effectiveOn)}
              short
            />
          </div>
        </details>
        <div class="ft-actions">
          <SubmitButton label={t.register.confirm} action="confirm" about={old!.name} />
          {successor && <SubmitButton label={t.register.reject} action="reject" rank="secondary" about={old!.name} unchecked />}
        </div>
      </form>
    </li>
  );
}

export function OpenChanges(props: Props): VNode {
  const { t, model } = props;
  return (
    <Section id="open" title={t.register.open}>
      <p class="ft-meta ft-after">{model.open.length > 0 ? t.register.openLead : t.register.none}</p>
      {model.open.length > 0 && (
        <ul class="ft-plain ft-after">
          {model.open.map((change) => (
            <OpenChange {...props} change={change} />
          ))}
        </ul>
      )}
    </Section>
  );
}
