/** Swagger's own page has an inline script, which our policy forbids: the same in files. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Interface – Fördertakt</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/swagger/swagger-ui.css">
<script src="/assets/swagger/swagger-ui-bundle.js" defer></script>
<script src="/assets/docs.js" defer></script>
</head>
<body>
<main id="interface"><noscript><p><a href="/openapi.json">openapi.json</a></p></noscript></main>
</body>
</html>
`;
}
