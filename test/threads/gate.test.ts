import { describe, expect, it } from 'vitest';
import { closeGate, openGate, throughGate } from '../../src/threads/gate.ts';

describe('the gate between work and who stops it', () => {
  it('lets work store, as often as it wants', () => {
    const gate = openGate();
    expect([1, 2].map((one) => throughGate(gate, () => one))).toEqual([1, 2]);
  });

  it('lets nothing be stored once the work was stopped', () => {
    const gate = openGate();
    expect(closeGate(gate)).toBe(true);
    let stored = false;
    expect(() =>
      throughGate(gate, () => {
        stored = true;
      }),
    ).toThrow('stopped');
    expect(stored).toBe(false);
  });

  it('does not stop work that stores, and stops it after that, also when storing failed', () => {
    const gate = openGate();
    expect(throughGate(gate, () => closeGate(gate))).toBe(false);
    expect(() =>
      throughGate(gate, () => {
        throw new Error('disk full');
      }),
    ).toThrow('disk full');
    expect(closeGate(gate)).toBe(true);
  });
});
