import { describe, expect, it } from 'vitest';
import { isSampleDoorOpen } from './sample-door';

const route = (hosts: string[], addresses: string[] = []) => ({ hosts, addresses });

describe('T11 the sign-in of the sample', () => {
  it('opens beside sample data for a browser on the same machine', () => {
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '127.9.9.9', '[::1]:3000']) {
      expect([host, isSampleDoorOpen(true, route([host], ['127.0.0.1']))]).toEqual([host, true]);
    }
    expect(isSampleDoorOpen(true, route(['localhost', 'localhost:3000'], ['::ffff:127.0.0.1', '::1']))).toBe(
      true,
    );
  });

  it('stays shut without sample data', () => {
    expect(isSampleDoorOpen(false, route(['localhost'], ['127.0.0.1']))).toBe(false);
  });

  it('stays shut for any other name, also one that leads to this machine', () => {
    for (const host of [
      '',
      'roundtable.example',
      'localhost.example',
      '127.0.0.1.nip.io',
      '127.0.0.1@roundtable.example',
      '0.0.0.0:3000',
      '192.168.0.4',
      'localhost:3000:80',
    ]) {
      expect([host, isSampleDoorOpen(true, route([host]))]).toEqual([host, false]);
    }
    expect(isSampleDoorOpen(true, route([]))).toBe(false);
  });

  it('stays shut behind a proxy on this machine that serves others', () => {
    expect(isSampleDoorOpen(true, route(['127.0.0.1:3000', 'roundtable.example']))).toBe(false);
    expect(isSampleDoorOpen(true, route(['127.0.0.1:3000'], ['203.0.113.7', '127.0.0.1']))).toBe(false);
  });
});
