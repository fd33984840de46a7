/** What the files in this folder hold, whichever program wrote them. Wall clocks stand as UTC, as the writers take them. */
export const HEAD = ['이름', '날짜', '시각', '금액', '비율', '메모', '확인', '합계'];
export const ROWS = [
  ['메디픽셀', '2023-04-28', '2023-04-28T14:30', 84_500_000_000, 0.125, '굵은 글씨와 보통', true, 3],
  ['클린에너지', '1999-12-31', '2024-02-29T23:59', -1200.5, 1, '두 줄\n말', false, 5],
  ['똠방각하 🧬', '2023-05-03', '2023-05-03T09:05', 0.1, 1e-3, ' 앞뒤 ', true, 7],
];
/** The row that a filter hid. */
export const HIDDEN_ROW = 2;
export const HIDDEN_SHEET = '숨은 시트';
export const SHEET = '명단';
/** Cells merged across in the title, and merged down below the list. */
export const TITLE = '보스턴 2023 표본';
export const MERGED = '합친 칸';
