import { describe, expect, it } from 'vitest';
import { DznError, readDzn } from './read-dzn';

const FILE = `
% three people, two meetings
nBusiness = 3; nMeetings = 2; nTables = 1;
nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2,1,
|3, 1,3,
|];
meetingsxBusiness = [{1,2,3},{1,2},{1,3}];
nMeetingsBusiness = [2,1,1];
forbidden = [{0},{0,4,3},{2..3}];
fixed = [0,4];
precedences = [{},
{1}];
`;

describe('a MiniZinc data file', () => {
  it('is read, counting from 0', () => {
    expect(readDzn(FILE)).toEqual({
      participants: 3,
      slots: 4,
      morningSlots: 2,
      tables: 1,
      forbidden: [[], [2, 3], [1, 2]],
      meetings: [
        { participants: [0, 1], half: 'morning', fixed: null, after: [] },
        { participants: [2, 0], half: 'either', fixed: 3, after: [0] },
      ],
    });
  });

  it('may hold no meeting at all', () => {
    const none = 'nBusiness=0;nMeetings=0;nTables=0;nTotalSlots=0;nMorningSlots=0;';
    expect(readDzn(`${none}requested=[||];forbidden=[];fixed=[];precedences=[];`).meetings).toEqual([]);
  });

  it.each([
    ['nTables = 1;', '', '"nTables" is missing.'],
    ['fixed = [0,4]', 'fixed = [0]', '"fixed" has 1 entries instead of 2.'],
    ['fixed = [0,4]', 'fixed = [0,5]', '"fixed" names 5, but there are only 4.'],
    ['fixed = [0,4]', 'fixed = 4', '"fixed" should be a list.'],
    ['fixed = [0,4]', 'fixed = [0,-4]', '"fixed" should be a whole number from 0 to 100000.'],
    ['|3, 1,3,', '|3, 1,4,', '"requested", row 2: the third number is 1, 2 or 3, not 4.'],
    ['|3, 1,3,', '|3, 3,3,', '"requested", row 2: a participant meets themselves.'],
    ['|3, 1,3,', '|0, 3,3,', '"requested", row 2: participants are numbered from 1.'],
    ['|3, 1,3,', '|3, 1,', '"requested" should have rows of three numbers.'],
    ['nMorningSlots = 2', 'nMorningSlots = 5', '"nMorningSlots" is more than "nTotalSlots".'],
    ['nBusiness = 3;', 'nBusiness = 3', 'A ";" is missing before "nMeetings".'],
    ['[{},\n{1}];\n', '', 'The file ends in the middle of a value.'],
    ['{1}];\n', '{1', 'A "," is missing at the end.'],
    ['nTables = 1', 'nTables = ?', 'Line 3 has a "?" that belongs to no data file.'],
    ['nTables = 1', 'nTables = one', '"one" is not a number, list or set.'],
    ['nTables = 1', '= 1', 'A name is expected where "=" stands.'],
  ])('says what is wrong: %s -> %s', (from, to, sentence) => {
    expect(FILE).toContain(from);
    const read = () => readDzn(FILE.replace(from, to));
    expect(read).toThrow(DznError);
    expect(read).toThrow(sentence);
  });
});
