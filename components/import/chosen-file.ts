/**
 * The file behind the import that is on the screen, for as long as the page is not loaded anew: the server keeps its cells
 * only, and another sheet of it is read by sending it again.
 */
let chosen: { importId: string; file: File } | null = null;

export function keepChosenFile(importId: string, file: File): void {
  chosen = { importId, file };
}

export function chosenFile(importId: string): File | null {
  return chosen?.importId === importId ? chosen.file : null;
}
