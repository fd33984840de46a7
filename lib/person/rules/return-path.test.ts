import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReturn, returnPath, withReturn } from './return-path';

describe('the way back after signing in', () => {
  it('is the page the reader came from, with its filters', () => {
    expect(returnPath('/programs/boston-2023/pairs?view=board&stage=video_call#row')).toBe(
      '/programs/boston-2023/pairs?view=board&stage=video_call#row',
    );
  });

  it('never leads to another site', () => {
    const elsewhere = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '///evil.example',
      'evil.example',
      '',
      undefined,
    ];
    for (const next of elsewhere) expect([next, returnPath(next)]).toEqual([next, '/']);
  });

  it.each([
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/%2E%2e//evil.example',
    '/programs/..//evil.example',
    '/programs/%2e%2e/%2e/%2Fevil.example',
    '/%2fevil.example',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/%5C%5Cevil.example',
    '/%252f%252fevil.example',
    '/%09/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    '/\t//evil.example',
    '/./\\evil.example',
    '/programs?a=1\\..\\..//evil.example',
    '//user@evil.example',
    '//user:word@evil.example/',
    '/\u200b/evil.example',
    '/programs//evil.example',
    ' //evil.example',
    '/../\t/evil.example',
    'http:/evil.example',
    'http:evil.example',
    '///',
    '/.//',
  ])('7.3 leads nowhere by %j', (next) => {
    expect(returnPath(next)).toBe('/');
  });

  it('7.3 stays on this site for whatever is sent, resolved as a browser will', () => {
    const piece = fc.constantFrom(
      '/',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '\\',
      '\t',
      '\n',
      '@',
      ':',
      'evil.example',
      'a',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = returnPath(`/${pieces.join('')}`);
        expect(new URL(path, 'https://ours.example/sign-in').origin).toBe('https://ours.example');
        expect(path).toMatch(/^\/(?!\/)/);
      }),
      { numRuns: 2000 },
    );
  });

  it('7.3 keeps what a filter of ours carries', () => {
    for (const next of [
      '/programs/a/pairs?q=50%25&next=%2Fa%2F%2Fb',
      '/programs/a/pairs?q=%ED%95%9C',
      '/programs?#a/..//b',
    ]) {
      expect(returnPath(next)).toBe(next);
    }
  });

  it('stands in an address, read back as it was, and another site is never read', () => {
    const next = '/programs/a/pairs?q=50%25&next=%2Fa#row';
    const written = withReturn('/sign-in', next);
    expect(readReturn(new URL(written, 'http://here.invalid')).next).toBe(next);
    expect(withReturn('/sign-in', '/')).toBe('/sign-in');
    expect(readReturn({ next: ['//evil.example', next] }).next).toBe('/');
    expect(readReturn({}).next).toBe('/');
  });

  it('does not come back to the sign-in', () => {
    expect(returnPath('/sign-in?next=/sign-in')).toBe('/');
  });
});
