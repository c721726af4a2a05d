import { domainOf } from './instance-domain.js';

describe('the domain of an installation', () => {
  it.each([
    ['https://foerdertakt.example', 'foerdertakt.example'],
    ['https://foerdern.stadt.example:8443/x', 'foerdern.stadt.example'],
    ['http://127.0.0.1:3000', 'foerdertakt.localhost'],
    ['http://[::1]:3000', 'foerdertakt.localhost'],
    ['http://localhost:3000', 'foerdertakt.localhost'],
  ])('of %s is %s', (baseUrl, domain) => {
    expect(domainOf(baseUrl)).toBe(domain);
  });
});
