import { describe, expect, it } from 'vitest';
import { partFigures } from './split';
import type { Standing } from './stages';

const standing = (key: string, stage: Standing['stage'], status: Standing['status'], pairs: number) => ({
  ...{ key, stage, reached: stage, status, pairs },
  reasonCode: null,
});

describe('a part of the funnel', () => {
  const [solar, medical] = partFigures(
    {
      names: [
        { key: 'solar', name: '태양광', nameEn: 'Solar' },
        { key: 'medical', name: '의료', nameEn: 'Medical' },
      ],
      standings: [
        standing('solar', 'candidate', 'open', 5),
        standing('solar', 'main_session', 'open', 3),
        standing('solar', 'candidate', 'passed', 2),
        standing('solar', 'follow_up', 'withdrawn', 4),
        standing('solar', 'video_call', 'on_hold', 1),
        standing('solar', 'follow_up', 'on_hold', 6),
        standing('solar', 'main_session', 'invested', 1),
        standing('solar', 'follow_up', 'invested', 2),
      ],
      ...{ met: [], steps: [], amounts: [] },
    },
    [],
  );

  it('counts its pairs over all stages, each in one place', () => {
    expect(solar).toMatchObject({ pairs: 24, now: 8, lost: 6, onHold: 7, invested: 3 });
  });

  it('is there without a pair', () => {
    expect(medical).toMatchObject({ pairs: 0, now: 0, lost: 0, onHold: 0, invested: 0 });
  });
});
