// Shows /openapi.json; the page is made by edge/openapi/docs-page.ts.
window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#interface', deepLinking: true, supportedSubmitMethods: ['get', 'head'] });
