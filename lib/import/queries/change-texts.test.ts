import { expect, it } from 'vitest';
import { changeTexts } from './change-texts';

it.each([
  ['sector', 'ai', '인공지능', 'AI'],
  ['focus', 'robotics, 심해 탐사', '로봇·제조, 심해 탐사', 'Robotics, 심해 탐사'],
  ['rung', 'discussed', '논의', 'Under discussion'],
  ['stage', 'main_session', '본상담', 'Main session'],
  ['status', 'on_hold', '보류', 'On hold'],
  ['regions', 'korea, north_america', '한국, 북미', 'Korea, North America'],
  ['nextStep', 'discussed', 'discussed', 'discussed'],
])('a changed %s of %s is shown as %s or %s', (field, key, ko, en) => {
  expect(changeTexts([{ field, from: null, to: key }], 'ko')).toEqual([{ field, from: null, to: ko }]);
  expect(changeTexts([{ field, from: key, to: '' }], 'en')).toEqual([{ field, from: en, to: '' }]);
});
