import { describe, expect, it } from 'vitest';
import { maskEmail, maskPhone } from './rules';

describe('masks', () => {
  it('leave enough to recognise an address and too little to write to', () => {
    expect(maskEmail('kim.minji@example.com')).toBe('k***@example.com');
    expect(maskEmail('')).toBe('');
    expect(maskEmail('no-address')).toBe('***');
  });

  it('leave the first group and the last two digits of a number', () => {
    expect(maskPhone('010-1234-5612')).toBe('010-****-12');
    expect(maskPhone('01012345612')).toBe('010-****-12');
    expect(maskPhone('+1 617 555 0199')).toBe('+1-****-99');
    expect(maskPhone('123')).toBe('****');
    expect(maskPhone('')).toBe('');
  });
});
