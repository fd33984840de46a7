import { describe, expect, test } from 'vitest';
import { type FigureName, readFigure, writeFigure } from './figure';

describe('the name of a figure', () => {
  test('is read back as it was written', () => {
    const figures: [string, FigureName][] = [
      ['reached:main_session', { kind: 'reached', stage: 'main_session' }],
      ['met:video_call', { kind: 'met', stage: 'video_call' }],
      ['lost:follow_up', { kind: 'lost', stage: 'follow_up' }],
      ['lost:follow_up:passed', { kind: 'lost', stage: 'follow_up', status: 'passed' }],
      [
        'lost:candidate:withdrawn:own_words',
        { kind: 'lost', stage: 'candidate', status: 'withdrawn', reason: 'own_words' },
      ],
      ['step:follow_on', { kind: 'step', step: 'follow_on' }],
      ['new_step:invested', { kind: 'new_step', step: 'invested' }],
      ['first_met:pre_meeting', { kind: 'first_met', stage: 'pre_meeting' }],
      ['newly_lost:candidate', { kind: 'newly_lost', stage: 'candidate' }],
      ['sum:discussed', { kind: 'sum', sum: 'discussed' }],
      ['said:paid:investor', { kind: 'said', sum: 'paid', source: 'investor' }],
      ['rung:term_sheet', { kind: 'rung', rung: 'term_sheet' }],
    ];
    for (const [text, figure] of figures) {
      expect(writeFigure(figure)).toBe(text);
      expect(readFigure(text)).toEqual(figure);
    }
  });

  test('is nothing else', () => {
    const none = ['', 'reached', 'reached:', 'reached:paid', 'met:candidate', 'lost:follow_up:open'];
    const more = [
      'sum:all',
      'sum:discussed:x',
      'lost:follow_up:passed:x',
      'lost:follow_up:passed:x:y',
      'x:y',
      'said:paid',
      'said:paid:press',
    ];
    for (const text of [...none, ...more]) expect(readFigure(text)).toBeNull();
  });
});
