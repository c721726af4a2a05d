import type { ComponentChildren, VNode } from 'preact';

/** German, and the English beside it. */
export function Both({ de, en }: { de: string; en: string }): VNode {
  return (
    <>
      {de}{' '}
      <span class="en" lang="en">
        {en}
      </span>
    </>
  );
}

/** The page around everything. */
export function Frame({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href="/mail.css" />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
