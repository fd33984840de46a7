import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSealed, sealText } from './seal';

afterEach(() => vi.unstubAllEnvs());

const seal = { purpose: 'second factor', of: 'person-1' };

describe('a sealed text', () => {
  it('opens again, and looks another each time', () => {
    const sealed = sealText('JBSWY3DPEHPK3PXP', seal);
    expect(openSealed(sealed, seal)).toBe('JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(sealText('JBSWY3DPEHPK3PXP', seal)).not.toBe(sealed);
  });

  it('opens for nobody else, for no other purpose, and not after a change', () => {
    const sealed = sealText('JBSWY3DPEHPK3PXP', seal);
    expect(openSealed(sealed, { ...seal, of: 'person-2' })).toBeNull();
    expect(openSealed(sealed, { ...seal, purpose: 'other' })).toBeNull();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(openSealed(bytes.toString('base64url'), seal)).toBeNull();
    expect(openSealed('short', seal)).toBeNull();
  });

  it('does not open by another secret of the server', () => {
    const sealed = sealText('JBSWY3DPEHPK3PXP', seal);
    vi.stubEnv('NEXTAUTH_SECRET', 'another-secret-of-32-characters-or-more');
    expect(openSealed(sealed, seal)).toBeNull();
  });
});
