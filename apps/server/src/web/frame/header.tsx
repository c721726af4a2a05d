import type { VNode } from 'preact';
import { CsrfField } from '../pieces/buttons.js';
import { Icon, Mark } from '../pieces/icons.js';
import type { Texts } from '../texts/texts.js';
import type { Frame, Place } from './frame.model.js';
import { entries } from './navigation.js';
import { inLanguage, paths } from './paths.js';
import { Strip } from './strip.js';

interface HeaderProps {
  frame: Frame;
  t: Texts;
  place?: Place;
}

function AuthorityMenu({ frame, t, authority }: HeaderProps & { authority: NonNullable<Frame['authority']> }): VNode {
  const others = (frame.authorities ?? []).filter(({ key }) => key !== authority.key);
  return (
    <details class="ft-menu">
      <summary>
        {authority.name}
        <Icon name="chevron" class="ft-icon--chevron" />
      </summary>
      <ul class="ft-menu__body">
        <li>
          <a href={paths.authority}>{t.frame.seeAuthority}</a>
        </li>
        {others.map((other) => (
          <li>
            <form method="post" action={paths.activeAuthority}>
              <CsrfField csrf={frame.csrf} />
              <input type="hidden" name="key" value={other.key} />
              <input type="hidden" name="back" value={frame.path} />
              <button type="submit">{t.frame.switchTo(other.name)}</button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}

function PersonMenu({ frame, t, name }: HeaderProps & { name: string }): VNode {
  const other = t.locale === 'de' ? 'en' : 'de';
  return (
    <details class="ft-menu">
      <summary>
        <Icon name="person" />
        <span class="ft-sr">{t.frame.accountOf(name)}</span>
        <Icon name="chevron" class="ft-icon--chevron" />
      </summary>
      <ul class="ft-menu__body">
        <li class="ft-menu__name">{name}</li>
        <li>
          <a href={inLanguage(frame.path, other)} lang={other} hreflang={other}>
            {t.frame.otherLanguage}
          </a>
        </li>
        <li>
          <form method="post" action={paths.signOut}>
            <CsrfField csrf={frame.csrf} />
            <button type="submit">{t.frame.signOut}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}

export function Header(props: HeaderProps): VNode {
  const { frame, t, place } = props;
  const other = t.locale === 'de' ? 'en' : 'de';
  return (
    <header class="ft-header">
      <Strip frame={frame} t={t} />
      <div class="ft-wrap ft-header__row">
        <a class="ft-brand" href={frame.person ? paths.start : paths.calls}>
          <Mark />
          {t.frame.product}
        </a>
        <div class="ft-header__who">
          {frame.person && frame.authority && <AuthorityMenu {...props} authority={frame.authority} />}
          {frame.person ? (
            <PersonMenu {...props} name={frame.person.name} />
          ) : (
            <>
              <a class="ft-header__link" href={inLanguage(frame.path, other)} lang={other} hreflang={other}>
                {t.frame.otherLanguage}
              </a>
              <a class="ft-header__link" href={paths.signIn}>
                {t.frame.signIn}
              </a>
            </>
          )}
        </div>
      </div>
      <nav class="ft-nav ft-wrap" aria-label={t.frame.mainNavigation}>
        <ul>
          {entries(frame).map((entry) => (
            <li>
              <a class="ft-nav__link" href={entry.href} aria-current={entry.place === place ? 'page' : undefined}>
                {t.frame.nav[entry.place]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
