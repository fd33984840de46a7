import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

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

  it('does not come back to the sign-in', () => {
    expect(returnPath('/sign-in?next=/sign-in')).toBe('/');
  });
});
